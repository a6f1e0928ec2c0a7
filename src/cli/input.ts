import { Buffer, constants } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { isCompoundFile } from '../core/text/outlookFile.ts';
import type { Start } from '../core/ticket/ticket.ts';
import { openFile, problemOf } from '../files/open.ts';
import { isBinary, utf16Of } from '../files/text.ts';
import { FileProblem } from '../files/unpack.ts';

export type Input = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

export type Bytes = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly problem: string };

/** The text of a file, or of standard input for `-`; unpacked where it is compressed. */
export async function readInput(file: string): Promise<Input> {
  const input = await readBytes(file);
  return input.ok ? textOfFile(file, input.bytes) : input;
}

/**
 * The octets of a file as its text: of a .msg file of Outlook that of the message, of an archive that of its files, of a
 * message with files that are not encoded that with them in base64. What does it is loaded where it is needed.
 */
export async function textOfFile(file: string, bytes: Buffer): Promise<Input> {
  if (holdsFiles(bytes)) return textOf(file, (await asText(bytes)) ?? bytes);
  if (!isCompoundFile(bytes)) return textOf(file, bytes);
  const { readOutlook } = await import('../message/main.ts');
  const read = readOutlook(bytes);
  return read.ok ? read : { ok: false, problem: `${file} ${read.problem}` };
}

/** Whether a file starts with a message: by its name, or as one of Outlook. */
export const isMessageFile = (file: string, bytes: Buffer): boolean =>
  isCompoundFile(bytes) || /\.(?:eml|mbox|mbx|emlx)$/i.test(file);

/** The octets of a message; a .msg file of Outlook is made into the message that it holds. */
export async function messageBytes(file: string, bytes: Buffer): Promise<Bytes> {
  if (!isCompoundFile(bytes)) return { ok: true, bytes };
  const read = await textOfFile(file, bytes);
  return read.ok ? { ok: true, bytes: Buffer.from(read.text) } : read;
}

/** The octets of a file as its text. */
export function textOf(file: string, bytes: Buffer): Input {
  if (isBinary(bytes)) {
    const problem = holdsFiles(bytes)
      ? `${file} is no text (a file in it is not encoded, or it is packed), and what is in it is none either`
      : `${file} is no text (it holds NUL bytes): save the message or transcript as text first`;
    return { ok: false, problem };
  }
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    const problem = `${file} is larger than one text can be here (512 MiB): cut out the part that matters, or read it with mail-triage read`;
    return { ok: false, problem };
  }
  return { ok: true, text: decode(bytes) };
}

/** What is a text once it is unpacked or encoded. */
async function asText(bytes: Buffer): Promise<Buffer | undefined> {
  if (!bytes.includes(0)) return undefined;
  const { encodeParts, unpackedTexts } = await import('../message/main.ts');
  if (bytes[0] !== 0x50) return encodeParts(bytes);
  const texts = unpackedTexts(bytes);
  return texts && Buffer.from(texts.join('\n'));
}

/** Whether it is a file of ZIP or gzip, or a message with a part that is not encoded (RFC 3030 3). */
const holdsFiles = (bytes: Buffer): boolean =>
  /^(?:504b0304|1f8b)/.test(bytes.toString('hex', 0, 4)) ||
  /^Content-Transfer-Encoding:[ \t]{0,8}binary\b/im.test(bytes.toString('latin1', 0, HEAD));
const HEAD = 65_536;

/** The octets of a file, or of standard input for `-`; unpacked where they are compressed. */
export async function readBytes(file: string): Promise<Bytes> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of openFile(file)) chunks.push(chunk);
    return { ok: true, bytes: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks) };
  } catch (error) {
    if (error instanceof FileProblem) return { ok: false, problem: error.message };
    throw error;
  }
}

/** The octets of a file as they stand in it. */
export async function readPacked(file: string): Promise<Bytes> {
  if (file === '-') return readBytes(file);
  try {
    return { ok: true, bytes: await readFile(file) };
  } catch (error) {
    return { ok: false, problem: problemOf(file, error as NodeJS.ErrnoException) };
  }
}

/** As an editor opens it, a byte order mark dropped; but lines that are not UTF-8 by the charset that is declared above. */
function decode(bytes: Buffer): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes);
  const text = new TextDecoder().decode(bytes);
  return text.includes('\ufffd') && /charset/i.test(text) ? byDeclared(bytes) : text;
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

/** Files that are messages by their name are read as such from their first line. */
export const startOf = (file: string): Start => (/\.(?:eml|mbox|mbx|emlx|msg)$/i.test(file) ? 'message' : 'anywhere');
