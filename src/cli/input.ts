import { readFile } from 'node:fs/promises';

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
  return !isUtf16(bytes) && start.filter((byte) => byte === 0).length > start.length / 500;
}

const isUtf16 = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xfe;

/** As an editor opens it: bytes that are not UTF-8 become U+FFFD, and a byte order mark is dropped. */
const decode = (bytes: Buffer): string => new TextDecoder(isUtf16(bytes) ? 'utf-16le' : 'utf-8').decode(bytes);

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
