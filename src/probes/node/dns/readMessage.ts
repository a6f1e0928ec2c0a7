import { readName } from './names.ts';
import { readRecordData } from './recordData.ts';
import { nameOfType, numberOfType } from './recordTypes.ts';

export interface WireRecord {
  /** With the final dot. */
  readonly name: string;
  readonly type: string;
  /** Seconds. */
  readonly ttl: number;
  /** In zone-file form. */
  readonly data: string;
}

/** An explanation that a server gives of its status (RFC 8914). */
export interface WireExtendedError {
  /** 0 to 65535. */
  readonly code: number;
  /** What the server adds; plain, at most 500 characters. */
  readonly text: string;
}

export interface DnsMessage {
  readonly id: number;
  readonly response: boolean;
  /** The whole code, the upper bits out of EDNS included (RFC 6891 6.1.3). */
  readonly code: number;
  readonly truncated: boolean;
  readonly authoritative: boolean;
  /** The AD bit: whoever answered has validated (RFC 4035 3.2.3). */
  readonly authenticated: boolean;
  readonly recursive: boolean;
  readonly question: { readonly name: string; readonly type: string } | undefined;
  readonly answers: readonly WireRecord[];
  readonly authority: readonly WireRecord[];
  readonly additional: readonly WireRecord[];
  /** Records in the answer section whose data do not have the form of their type. */
  readonly unreadable: number;
  readonly extendedErrors: readonly WireExtendedError[];
}

const OPCODE = 0x7800;
const CLASS_IN = 1;
const OPT = numberOfType('OPT');
/** Option codes of EDNS (IANA): extended DNS error. */
const EXTENDED_ERROR = 15;
const ERRORS_KEPT = 10;

/** Reads a message (RFC 1035 4); undefined where it breaks off or is none. A section that TC cut is read as far as it goes. */
export function readMessage(bytes: Buffer): DnsMessage | undefined {
  if (bytes.length < 12) return undefined;
  const flags = bytes.readUInt16BE(2);
  // RFC 9619 4: no query or answer has more than one question.
  if ((flags & OPCODE) !== 0 || bytes.readUInt16BE(4) > 1) return undefined;
  const truncated = (flags & 0x0200) !== 0;
  const questions = bytes.readUInt16BE(4);
  const state = { at: 12, unreadable: 0, upperCode: 0, extendedErrors: [] as WireExtendedError[] };
  let question: DnsMessage['question'];
  for (let i = 0; i < questions; i++) {
    const name = readName(bytes, state.at);
    if (name === undefined || name.end + 4 > bytes.length) return undefined;
    if (bytes.readUInt16BE(name.end + 2) !== CLASS_IN) return undefined;
    question = { name: name.name, type: nameOfType(bytes.readUInt16BE(name.end)) };
    state.at = name.end + 4;
  }
  const sections: WireRecord[][] = [];
  let unreadable = 0;
  for (const offset of [6, 8, 10]) {
    const records: WireRecord[] = [];
    sections.push(records);
    const count = bytes.readUInt16BE(offset);
    for (let i = 0; i < count; i++) {
      if (!readRecord(bytes, state, records)) {
        if (truncated) break;
        return undefined;
      }
    }
    if (offset === 6) unreadable = state.unreadable;
  }
  const [answers = [], authority = [], additional = []] = sections;
  return {
    id: bytes.readUInt16BE(0),
    response: (flags & 0x8000) !== 0,
    code: (state.upperCode << 4) | (flags & 0x0f),
    truncated,
    authoritative: (flags & 0x0400) !== 0,
    authenticated: (flags & 0x0020) !== 0,
    recursive: (flags & 0x0080) !== 0,
    question,
    answers,
    authority,
    additional,
    unreadable,
    extendedErrors: state.extendedErrors,
  };
}

interface State {
  at: number;
  unreadable: number;
  upperCode: number;
  readonly extendedErrors: WireExtendedError[];
}

/** False where the message breaks off. */
function readRecord(bytes: Buffer, state: State, records: WireRecord[]): boolean {
  const owner = readName(bytes, state.at);
  if (owner === undefined || owner.end + 10 > bytes.length) return false;
  const type = bytes.readUInt16BE(owner.end);
  const start = owner.end + 10;
  const end = start + bytes.readUInt16BE(owner.end + 8);
  if (end > bytes.length) return false;
  state.at = end;
  if (type === OPT) {
    state.upperCode = bytes.readUInt8(owner.end + 4);
    readOptions(bytes.subarray(start, end), state.extendedErrors);
    return true;
  }
  const inClass = bytes.readUInt16BE(owner.end + 2) === CLASS_IN;
  const data = inClass ? readRecordData(bytes, type, start, end) : undefined;
  if (data === undefined) state.unreadable++;
  // RFC 2181 8: a TTL with its highest bit set counts as zero.
  else {
    const ttl = bytes.readUInt32BE(owner.end + 4);
    records.push({ name: owner.name, type: nameOfType(type), ttl: ttl > 0x7fff_ffff ? 0 : ttl, data });
  }
  return true;
}

function readOptions(options: Buffer, errors: WireExtendedError[]): void {
  for (let at = 0; at + 4 <= options.length; ) {
    const length = options.readUInt16BE(at + 2);
    const value = options.subarray(at + 4, at + 4 + length);
    if (options.readUInt16BE(at) === EXTENDED_ERROR && value.length >= 2 && errors.length < ERRORS_KEPT) {
      const text = value.subarray(2).toString('utf8').slice(0, 500);
      errors.push({ code: value.readUInt16BE(0), text: text.replace(/[^\x20-\x7e]/g, '?') });
    }
    at += 4 + length;
  }
}
