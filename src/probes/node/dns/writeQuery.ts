import { randomInt } from 'node:crypto';
import { limits } from '../../limits.ts';
import type { Question } from '../../ports.ts';
import { writeName } from './names.ts';
import { numberOfType } from './recordTypes.ts';

export interface Query {
  readonly id: number;
  readonly bytes: Buffer;
}

const RECURSION_DESIRED = 0x0100;
/** Asks to be told whether the answer was validated (RFC 6840 5.7). */
const AUTHENTIC_DATA = 0x0020;
const CHECKING_DISABLED = 0x0010;

/**
 * A query with a random id (RFC 5452 4.3) and, unless the server does not know it, EDNS (RFC 6891). Undefined where no
 * message can hold the name. `id` is zero over HTTPS (RFC 8484 4.1).
 */
export function writeQuery(question: Question, edns: boolean, id = randomInt(0x1_0000)): Query | undefined {
  const name = writeName(question.name);
  if (name === undefined) return undefined;
  const header = Buffer.alloc(12);
  header.writeUInt16BE(id, 0);
  header.writeUInt16BE(
    AUTHENTIC_DATA |
      (question.recursion === false ? 0 : RECURSION_DESIRED) |
      (question.checking === false ? CHECKING_DISABLED : 0),
    2,
  );
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(edns ? 1 : 0, 10);
  return { id, bytes: Buffer.concat([header, name, typeAndClass(question), edns ? OPT : Buffer.alloc(0)]) };
}

function typeAndClass(question: Question): Buffer {
  const bytes = Buffer.from([0, 0, 0, 1]);
  bytes.writeUInt16BE(numberOfType(question.type));
  return bytes;
}

/** RFC 6891 6.1.2: the root, the type, how much we take over UDP, nothing else. */
const OPT = Buffer.alloc(11);
OPT.writeUInt16BE(numberOfType('OPT'), 1);
OPT.writeUInt16BE(limits.dnsPayload, 3);
