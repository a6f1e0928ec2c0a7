import { createInterface } from 'node:readline/promises';
import type { MessageText } from '../probes/smtp/message.ts';
import type { Envelope } from '../probes/smtp/plan.ts';
import { readBytes } from './input.ts';

export type MessageRead =
  | { readonly ok: true; readonly message: MessageText; readonly octets: number }
  | { readonly ok: false; readonly problem: string };

/** Octets of a message that is sent at most; servers take less. */
const LARGEST = 64 * 1024 * 1024;

/** A message as it lies in a file, or comes over standard input: its octets are sent, whatever they mean. */
export async function readMessage(file: string): Promise<MessageRead> {
  const read = await readBytes(file);
  if (!read.ok) return read;
  const { bytes } = read;
  if (bytes.length > LARGEST) return { ok: false, problem: `${file} is larger than 64 MiB, which no server takes` };
  if (bytes.includes(0)) return { ok: false, problem: `${file} holds NUL bytes, which no message may (RFC 5322 3.5)` };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { ok: true, message: { text }, octets: bytes.length };
  } catch {
    return { ok: true, message: { text: bytes.toString('latin1'), latin1: true }, octets: bytes.length };
  }
}

/** Asks whoever sits at the terminal whether a message shall be sent; undefined where nobody can be asked. */
export async function mayBeSent(
  octets: number,
  { from, recipients }: Envelope,
  server: string,
): Promise<boolean | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const question = `Send ${octets} octets from <${from}> to ${recipients.map((one) => `<${one}>`).join(', ')} by ${server}? [y/N] `;
  const answer = await lines.question(question);
  lines.close();
  return /^\s*y(?:es)?\s*$/i.test(answer);
}
