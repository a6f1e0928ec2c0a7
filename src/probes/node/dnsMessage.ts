import { randomInt } from 'node:crypto';
import packet, { type Answer as WireRecord } from 'dns-packet';
import { type NamedCode, statusOfCode, type UnnamedCode } from '../../core/dns/dnsStatus.ts';
import { limits } from '../limits.ts';
import type { Question, ResourceRecord } from '../ports.ts';

/** What a packet from a resolver says; `other` when it does not answer this question. */
export type Reading =
  | { readonly kind: 'answer'; readonly status: NamedCode | UnnamedCode; readonly records: readonly ResourceRecord[] }
  | { readonly kind: 'truncated' | 'other' | 'malformed' };

/**
 * A query with a random id (RFC 5452 4.3) and, unless the resolver does not know it, EDNS (RFC 6891).
 * Undefined where no message can hold the name.
 */
export function writeQuery(
  question: Question,
  edns: boolean,
): { readonly id: number; readonly bytes: Buffer } | undefined {
  if (!fits(question.name)) return undefined;
  const id = randomInt(0x1_0000);
  const bytes = packet.encode({
    type: 'query',
    id,
    flags: packet.RECURSION_DESIRED,
    questions: [{ type: question.type, name: question.name, class: 'IN' }],
    additionals: edns
      ? [
          {
            type: 'OPT',
            name: '.',
            udpPayloadSize: limits.dnsPayload,
            extendedRcode: 0,
            ednsVersion: 0,
            flags: 0,
            flag_do: false,
            options: [],
          },
        ]
      : [],
  });
  return { id, bytes };
}

/** RFC 1035 2.3.4; the encoder does not look. */
const fits = (name: string): boolean =>
  Buffer.byteLength(name) <= 253 && name.split('.').every((label) => label !== '' && Buffer.byteLength(label) <= 63);

/** Reads a packet as the answer to `question`; id and question must be ours (RFC 5452 4.2, 9.1). */
export function readAnswer(bytes: Buffer, id: number, question: Question): Reading {
  if (bytes.length < 12 || bytes.readUInt16BE(0) !== id || (bytes.readUInt8(2) & 0x80) === 0) return { kind: 'other' };
  const code = bytes.readUInt8(3) & 0x0f;
  // A resolver that could not read the query may leave the question out (RFC 1035 4.1.1).
  if (code !== 0 && bytes.readUInt16BE(4) === 0) return { kind: 'answer', status: statusOfCode(code), records: [] };
  let message: packet.DecodedPacket;
  try {
    message = packet.decode(bytes);
  } catch {
    return (bytes.readUInt8(2) & 0x02) === 0 ? { kind: 'malformed' } : { kind: 'truncated' };
  }
  const asked = message.questions?.[0];
  if (asked?.type !== question.type || asked.name.toLowerCase() !== question.name.toLowerCase()) {
    return { kind: 'other' };
  }
  if (message.flag_tc) return { kind: 'truncated' };
  const extended = message.additionals?.find((record) => record.type === 'OPT')?.extendedRcode ?? 0;
  const records = (message.answers ?? []).slice(0, limits.dnsRecords).flatMap((record) => {
    const written = writeRecord(record);
    return written === undefined ? [] : [written];
  });
  return { kind: 'answer', status: statusOfCode((extended << 4) | code), records };
}

/** In zone-file form (RFC 1035 5.1); undefined for types that no probe asks for. */
function writeRecord(record: WireRecord): ResourceRecord | undefined {
  const data = writeData(record);
  if (data === undefined || record.type === 'OPT') return undefined;
  return { name: writeName(record.name).replace(/\.$/, ''), type: record.type, ttl: record.ttl ?? 0, data };
}

function writeData(record: WireRecord): string | undefined {
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return record.data;
    case 'MX':
      return `${record.data.preference ?? 0} ${writeName(record.data.exchange)}`;
    case 'NS':
    case 'PTR':
    case 'CNAME':
    case 'DNAME':
      return writeName(record.data);
    case 'TXT':
      return [record.data].flat().map(writeText).join(' ');
    case 'SOA': {
      const { mname, rname, serial, refresh, retry, expire, minimum } = record.data;
      return [writeName(mname), writeName(rname), serial, refresh, retry, expire, minimum].join(' ');
    }
    default:
      return undefined;
  }
}

/** With the final dot; what a zone file cannot hold in a name becomes `\DDD`. */
function writeName(name: string): string {
  const dotted = name.endsWith('.') ? name : `${name}.`;
  return /^[\w.*/-]+$/.test(dotted)
    ? dotted
    : escapeBytes(Buffer.from(dotted), (byte) => /[\w.*/-]/.test(String.fromCharCode(byte)));
}

function writeText(text: string | Buffer): string {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const plain = escapeBytes(bytes, (byte) => byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c);
  return `"${plain.replaceAll('\\034', '\\"').replaceAll('\\092', '\\\\')}"`;
}

function escapeBytes(bytes: Buffer, plain: (byte: number) => boolean): string {
  let text = '';
  for (const byte of bytes) {
    text += plain(byte) ? String.fromCharCode(byte) : `\\${String(byte).padStart(3, '0')}`;
  }
  return text;
}
