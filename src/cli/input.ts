import { readFile } from 'node:fs/promises';
import type { Start } from '../core/ticket/ticket.ts';

/** Bytes; more than this is a log to be cut first, not a ticket. */
const LARGEST = 256 * 1024 * 1024;

export type Input = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

export type Bytes = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly problem: string };

/** The text of a file, or of standard input for `-`. */
export async function readInput(file: string): Promise<Input> {
  const input = await readBytes(file);
  if (!input.ok) return input;
  if (isBinary(input.bytes)) {
    const problem = `${file} is no text (it holds NUL bytes): save the message or transcript as text first`;
    return { ok: false, problem };
  }
  return { ok: true, text: decode(input.bytes) };
}

/** The bytes of a file, or of standard input for `-`. */
export async function readBytes(file: string): Promise<Bytes> {
  try {
    const bytes = file === '-' ? await standardInput() : await readFile(file);
    if (bytes.length <= LARGEST) return { ok: true, bytes };
    return { ok: false, problem: `${file} is larger than 256 MiB: cut out the part that matters first` };
  } catch (error) {
    return { ok: false, problem: problemOf(file, error as NodeJS.ErrnoException) };
  }
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > LARGEST) break;
  }
  return Buffer.concat(chunks);
}

/** NULs near the start, that are not part of UTF-16. Old mailers let a few of them into text. */
function isBinary(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 8192);
  return utf16Of(bytes) === undefined && start.filter((byte) => byte === 0).length > start.length / 500;
}

/** UTF-16 by its byte order mark, or by a zero in every second byte of text without one. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const start = bytes.subarray(0, 1024);
  start.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = start.length * 0.35;
  return odd > most && even === 0 ? 'utf-16le' : even > most && odd === 0 ? 'utf-16be' : undefined;
}

/** As an editor opens it, a byte order mark dropped; but lines that are not UTF-8 by the charset that is declared above. */
function decode(bytes: Buffer): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes);
  const text = new TextDecoder().decode(bytes);
  return text.includes('\ufffd') && bytes.includes('charset') ? byDeclared(bytes) : text;
}

/** A message that carries its octets as they are (RFC 2045 2.8) has a charset of its own in each of its parts. */
function byDeclared(bytes: Buffer): string {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let declared: Decoder | undefined;
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const lf = bytes.indexOf(10, start);
    const end = lf < 0 ? bytes.length : lf + 1;
    const line = bytes.subarray(start, end);
    const text = decoded(strict, line);
    const charset = text === undefined ? undefined : CHARSET.exec(text.slice(0, 1000))?.[1];
    if (charset !== undefined) declared = decoderOf(charset) ?? declared;
    lines.push(text ?? (declared && decoded(declared, line)) ?? new TextDecoder().decode(line));
    start = end;
  }
  return lines.join('');
}

type Decoder = InstanceType<typeof TextDecoder>;

const CHARSET = /\bcharset\s{0,4}=\s{0,4}["']?([\w:.+-]{1,40})/i;

function decoded(decoder: Decoder, line: Buffer): string | undefined {
  try {
    return decoder.decode(line);
  } catch {
    return undefined;
  }
}

/** UTF-16 and ISO-2022 do not end their lines as octets do. */
function decoderOf(charset: string): Decoder | undefined {
  if (/^(?:us-ascii|utf-|iso-2022)/i.test(charset)) return undefined;
  try {
    return new TextDecoder(/^gb2312$/i.test(charset) ? 'gb18030' : charset);
  } catch {
    return undefined;
  }
}

function problemOf(file: string, error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOENT':
      return `${file} does not exist`;
    case 'EISDIR':
      return `${file} is a folder: name the files in it`;
    case 'EACCES':
      return `${file} may not be read by this user`;
    default:
      return `${file} cannot be read: ${error.message}`;
  }
}

/** Files that are messages by their name are read as such from their first line. */
export const startOf = (file: string): Start => (/\.(?:eml|mbox|mbx|emlx)$/i.test(file) ? 'message' : 'anywhere');
