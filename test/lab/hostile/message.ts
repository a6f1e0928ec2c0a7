/** Messages of DNS as no library writes them: any octets, counts and sizes (RFC 1035 4). */

export interface Query {
  readonly id: number;
  /** Of the question: name, type and class. */
  readonly question: Buffer;
  /** With dots; only names of plain letters are asked for here. */
  readonly name: string;
  readonly type: number;
}

export const TYPES = { A: 1, NS: 2, CNAME: 5, SOA: 6, MX: 15, TXT: 16, AAAA: 28, DNAME: 39, OPT: 41 } as const;

export function readQuery(bytes: Buffer): Query {
  const labels: string[] = [];
  let at = 12;
  for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) {
    labels.push(bytes.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const question = bytes.subarray(12, at + 5);
  return { id: bytes.readUInt16BE(0), question, name: labels.join('.'), type: bytes.readUInt16BE(at + 1) };
}

/** Two octets. */
export const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);

/** A name of labels of any octets. */
export const labels = (...parts: readonly string[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap((part) => [Buffer.from([part.length]), Buffer.from(part, 'latin1')]),
    Buffer.from([0]),
  ]);

export const named = (name: string): Buffer => labels(...name.split('.').filter((part) => part !== ''));

/** A pointer to the name of the question. */
export const ASKED = Buffer.from([0xc0, 12]);

export function record(owner: Buffer, type: number, data: Buffer, ttl = 300, size = data.length): Buffer {
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(type, 0);
  fixed.writeUInt16BE(type === TYPES.OPT ? 1232 : 1, 2);
  fixed.writeUInt32BE(ttl, 4);
  fixed.writeUInt16BE(size, 8);
  return Buffer.concat([owner, fixed, data]);
}

export interface Parts {
  readonly id?: number;
  /** Without the code: QR, RD and RA where nothing is said. */
  readonly flags?: number;
  readonly code?: number;
  readonly question?: Buffer;
  readonly questions?: number;
  readonly answers?: readonly Buffer[];
  readonly authority?: readonly Buffer[];
  readonly additional?: readonly Buffer[];
  /** Records that the header claims to be in the answer section. */
  readonly claimed?: number;
}

export function message(query: Query, parts: Parts = {}): Buffer {
  const { answers = [], authority = [], additional = [], question = query.question } = parts;
  return Buffer.concat([
    u16(parts.id ?? query.id),
    u16((parts.flags ?? 0x8180) | (parts.code ?? 0)),
    u16(parts.questions ?? (question.length === 0 ? 0 : 1)),
    u16(parts.claimed ?? answers.length),
    u16(authority.length),
    u16(additional.length),
    question,
    ...answers,
    ...authority,
    ...additional,
  ]);
}

/** Character strings of at most 255 octets each. */
export function strings(text: string): Buffer {
  const octets = Buffer.from(text, 'latin1');
  const parts: Buffer[] = [];
  for (let at = 0; at === 0 || at < octets.length; at += 255) {
    const part = octets.subarray(at, at + 255);
    parts.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat(parts);
}

/** The length of a message in front of it, as over TCP. */
export const framed = (bytes: Buffer): Buffer => Buffer.concat([u16(bytes.length), bytes]);

/** EDNS with one option (RFC 6891 6.1.2). */
export const withOption = (code: number, value: Buffer, size?: number): Buffer =>
  record(Buffer.from([0]), TYPES.OPT, Buffer.concat([u16(code), u16(size ?? value.length), value]), 0);
