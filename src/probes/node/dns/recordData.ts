import { readName, writeOctets } from './names.ts';
import { type KnownType, nameOfType } from './recordTypes.ts';

/** Reads fields one behind the other; once something does not fit, `broken` stays set and all else is empty. */
class Fields {
  broken = false;
  readonly #message: Buffer;
  readonly #end: number;
  #at: number;

  constructor(message: Buffer, start: number, end: number) {
    this.#message = message;
    this.#at = start;
    this.#end = end;
  }

  get left(): number {
    return this.broken ? 0 : this.#end - this.#at;
  }

  bytes(count: number): Buffer {
    if (this.broken || count > this.#end - this.#at) {
      this.broken = true;
      return Buffer.alloc(0);
    }
    const bytes = this.#message.subarray(this.#at, this.#at + count);
    this.#at += count;
    return bytes;
  }

  /** An unsigned number of `size` octets. */
  number(size: number): number {
    const bytes = this.bytes(size);
    return this.broken ? 0 : bytes.readUIntBE(0, size);
  }

  name(): string {
    const read = this.broken ? undefined : readName(this.#message, this.#at);
    if (read === undefined || read.end > this.#end) {
      this.broken = true;
      return '';
    }
    this.#at = read.end;
    return read.name;
  }

  /** A character string, quoted (RFC 1035 3.3, 5.1). */
  string(): string {
    return quote(this.bytes(this.number(1)));
  }

  rest(): Buffer {
    return this.bytes(this.left);
  }
}

/** The data of a record in zone-file form, as BIND prints it; undefined where it does not have the form of its type. */
export function readRecordData(message: Buffer, type: number, start: number, end: number): string | undefined {
  const fields = new Fields(message, start, end);
  const reader = READERS[nameOfType(type) as KnownType];
  const text = reader === undefined ? opaque(fields) : reader(fields);
  return fields.broken || fields.left > 0 ? undefined : text;
}

const name = (fields: Fields): string => fields.name();

const texts = (fields: Fields): string => {
  const strings: string[] = [];
  while (fields.left > 0) strings.push(fields.string());
  return strings.join(' ');
};

const inOrder =
  (...readers: readonly ((fields: Fields) => string | number)[]) =>
  (fields: Fields): string =>
    readers
      .map((read) => read(fields))
      .filter((part) => part !== '')
      .join(' ');

const u8 = (fields: Fields): number => fields.number(1);
const u16 = (fields: Fields): number => fields.number(2);
const u32 = (fields: Fields): number => fields.number(4);
const base64 = (fields: Fields): string => fields.rest().toString('base64');
const hex = (fields: Fields): string => fields.rest().toString('hex').toUpperCase();

const digest = inOrder(u16, u8, u8, hex);
const key = inOrder(u16, u8, u8, base64);
const association = inOrder(u8, u8, u8, hex);
const service = inOrder(u16, name, serviceParameters);

const READERS: Partial<Readonly<Record<KnownType, (fields: Fields) => string>>> = {
  A: (fields) => [...fields.bytes(4)].join('.'),
  AAAA: (fields) => writeIpv6(fields.bytes(16)),
  NS: name,
  CNAME: name,
  DNAME: name,
  PTR: name,
  SOA: inOrder(name, name, u32, u32, u32, u32, u32),
  MX: inOrder(u16, name),
  TXT: texts,
  SPF: texts,
  SRV: inOrder(u16, u16, u16, name),
  NAPTR: inOrder(
    u16,
    u16,
    (fields) => fields.string(),
    (fields) => fields.string(),
    (fields) => fields.string(),
    name,
  ),
  DS: digest,
  CDS: digest,
  DNSKEY: key,
  CDNSKEY: key,
  SSHFP: inOrder(u8, u8, hex),
  TLSA: association,
  SMIMEA: association,
  // RFC 4034 3.2
  RRSIG: inOrder((fields) => nameOfType(fields.number(2)), u8, u8, u32, time, time, u16, name, base64),
  NSEC: inOrder(name, typeMap),
  // RFC 5155 3.3
  NSEC3: inOrder(u8, u8, u16, salt, (fields) => base32(fields.bytes(fields.number(1))), typeMap),
  NSEC3PARAM: inOrder(u8, u8, u16, salt),
  SVCB: service,
  HTTPS: service,
  // RFC 8659 4.1: flags, tag, value.
  CAA: (fields) => {
    const flags = fields.number(1);
    const tag = fields.bytes(fields.number(1)).toString('latin1');
    if (!/^[a-z0-9]{1,255}$/i.test(tag)) fields.broken = true;
    return `${flags} ${tag} ${quote(fields.rest())}`;
  },
};

/** RFC 3597 5 */
function opaque(fields: Fields): string {
  const bytes = fields.rest();
  return `\\# ${bytes.length}${bytes.length === 0 ? '' : ` ${bytes.toString('hex').toUpperCase()}`}`;
}

const quote = (bytes: Buffer): string => `"${writeOctets(bytes, isPrintable, QUOTED)}"`;

const isPrintable = (octet: number): boolean => octet >= 0x20 && octet < 0x7f;
/** The quotation mark and the backslash. */
const QUOTED: ReadonlySet<number> = new Set([0x22, 0x5c]);

/** In its shortest form (RFC 5952 4). */
function writeIpv6(bytes: Buffer): string {
  if (bytes.length < 16) return '';
  // ::ffff:192.0.2.1 (RFC 5952 5)
  if (bytes.subarray(0, 12).equals(MAPPED)) return `::ffff:${[...bytes.subarray(12)].join('.')}`;
  const groups = [...Array(8).keys()].map((i) => bytes.readUInt16BE(2 * i).toString(16));
  let best = { start: 0, length: 0 };
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (groups[i + length] === '0') length++;
    if (length > best.length) best = { start: i, length };
    i += length;
  }
  if (best.length < 2) return groups.join(':');
  return `${groups.slice(0, best.start).join(':')}::${groups.slice(best.start + best.length).join(':')}`;
}

const MAPPED = Buffer.from('00000000000000000000ffff', 'hex');

/** Seconds since 1970 as `20261128000000` (RFC 4034 3.2). */
function time(fields: Fields): string {
  return new Date(fields.number(4) * 1000).toISOString().replace(/[-:T]/g, '').slice(0, 14);
}

function salt(fields: Fields): string {
  return fields.bytes(fields.number(1)).toString('hex').toUpperCase() || '-';
}

/** RFC 4648 7, without padding. */
function base32(bytes: Buffer): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const octet of bytes) {
    held = (held << 8) | octet;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET.charAt((held >> (bits - 5)) & 31);
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + ALPHABET.charAt((held << (5 - bits)) & 31);
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUV';

/** The types of a name (RFC 4034 4.1.2). */
function typeMap(fields: Fields): string {
  const types: string[] = [];
  while (fields.left > 0) {
    const window = fields.number(1);
    for (const [i, octet] of fields.bytes(fields.number(1)).entries()) {
      for (let bit = 0; bit < 8; bit++) {
        if ((octet & (0x80 >> bit)) !== 0) types.push(nameOfType(window * 256 + i * 8 + bit));
      }
    }
  }
  return types.join(' ');
}

/** RFC 9460 2.1; a parameter is written by its number where its value has no form here. */
function serviceParameters(fields: Fields): string {
  const written: string[] = [];
  while (fields.left > 0) {
    const key = fields.number(2);
    const value = fields.bytes(fields.number(2));
    written.push(SERVICE_KEYS[key]?.(value) ?? `key${key}=${quote(value)}`);
  }
  return written.join(' ');
}

/** RFC 9460 14.3.2 */
const SERVICE_KEYS: Readonly<Record<number, (value: Buffer) => string | undefined>> = {
  1: (value) => {
    const names: string[] = [];
    for (let at = 0; at < value.length; at += 1 + (value[at] ?? 0)) {
      names.push(value.subarray(at + 1, at + 1 + (value[at] ?? 0)).toString('latin1'));
    }
    return names.every((one) => /^[\w./-]+$/.test(one)) ? `alpn="${names.join(',')}"` : undefined;
  },
  2: (value) => (value.length === 0 ? 'no-default-alpn' : undefined),
  3: (value) => (value.length === 2 ? `port=${value.readUInt16BE(0)}` : undefined),
  4: (value) =>
    value.length % 4 === 0
      ? `ipv4hint=${[...Array(value.length / 4).keys()].map((i) => [...value.subarray(4 * i, 4 * i + 4)].join('.')).join(',')}`
      : undefined,
  6: (value) =>
    value.length % 16 === 0
      ? `ipv6hint=${[...Array(value.length / 16).keys()].map((i) => writeIpv6(value.subarray(16 * i, 16 * i + 16))).join(',')}`
      : undefined,
};
