import type { Message, Part } from '../core/mail/message.ts';
import { readMessage } from '../core/mail/messageReader.ts';
import { Lines } from '../core/text/lines.ts';
import { readTicket } from '../core/ticket/readTicket.ts';
import type { Start } from '../core/ticket/ticket.ts';
import type { SourceBytes } from './verify/authentication.ts';

/** The bytes of a document and where in it a message is meant. */
export interface MessageSource {
  readonly bytes: Uint8Array;
  /** Line (0-based) that stands in the message; lines end at CR LF, LF or CR. */
  readonly line: number;
  readonly start: Start;
  readonly from: SourceBytes['from'];
}

/** A message of a document, as a text of one character a byte, so that offsets count bytes. */
export interface RawMessage {
  readonly text: string;
  readonly message: Message;
}

/** The messages of a document, those inside others left out. */
export function messagesOf(source: MessageSource): { readonly text: string; readonly messages: readonly Message[] } {
  const bytes = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  // A byte order mark is the editor's, not the message's.
  const text = bytes.toString('latin1', marked ? 3 : 0);
  const { blocks } = readTicket(text, source.start);
  return { text, messages: blocks.filter((block): block is Message => block.kind === 'message') };
}

/**
 * The innermost message in which the line stands; the first of the document where it stands in none. Undefined where
 * there is no message at all.
 */
export function messageAt(source: MessageSource): RawMessage | undefined {
  const { text, messages } = messagesOf(source);
  const message = messageAtOffset(messages, text, new Lines(text).start(Math.max(0, source.line)));
  const spaced = withoutOddCharacters(source, text, message);
  if (spaced !== undefined) return refolded(spaced);
  return message && refolded(message.undressed === undefined ? { text, message } : readAgain(message.undressed));
}

/** A message that the document has quoted, escaped or put into a table, as it was before. */
const readAgain = (text: string): RawMessage => ({ text, message: readMessage(text, new Lines(text), 0, text.length) });

/** The octets of no-break spaces and of characters that nobody sees (core/ticket/dress/characters.ts) in UTF-8. */
const ODD = /\xc2\xa0|\xe2\x80[\x87\x8b\x8e\x8f\xaa-\xaf]|\xe2\x81[\xa0\xa6-\xa9]|\xe3\x80\x80|\xef\xbb\xbf/;

/** Characters around a header in which such octets count, and those of a document in which no header was found. */
const AROUND = 400;
const LONGEST = 1_000_000;

/** The message with the blanks of a web page in its header as it was before; undefined where it has none. */
function withoutOddCharacters(source: MessageSource, text: string, found: Message | undefined): RawMessage | undefined {
  const [from, to] =
    found === undefined ? [0, LONGEST] : [Math.max(0, found.start - AROUND), found.header.end + AROUND];
  if (!ODD.test(text.slice(from, to))) return undefined;
  const decoded = decodedUtf8(Buffer.from(text, 'latin1'));
  if (decoded === undefined) return undefined;
  const messages = readTicket(decoded, source.start).blocks.filter(
    (block): block is Message => block.kind === 'message',
  );
  const message = messageAtOffset(messages, decoded, new Lines(decoded).start(Math.max(0, source.line)));
  return message?.undressed === undefined
    ? undefined
    : readAgain(Buffer.from(message.undressed, 'utf8').toString('latin1'));
}

function decodedUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A header whose folding was lost, or that stands on one line, with its fields folded again for whoever reads its bytes. */
function refolded(raw: RawMessage): RawMessage {
  const { text, message } = raw;
  const own = message.fields.filter(({ start, end }) => start >= message.header.start && end <= message.header.end);
  const lost = own.some(
    ({ start, end }) =>
      LOST.test(text.slice(start, end).trimEnd()) || (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))),
  );
  if (!lost || own.length === 0) return raw;
  const header = own.map(
    ({ start, end }) => `${text.slice(start, end).trim().replace(new RegExp(LOST, 'g'), '$& ')}\n`,
  );
  return readAgain(`${header.join('')}\n${text.slice(message.body.start, message.body.end)}`);
}

/** The end of a line behind which a field goes on without a blank. */
const LOST = /(?:\r\n|\r(?!\n)|\n)(?=[^\s])/;

/** The same of messages that are read already. */
export function messageAtOffset(messages: readonly Message[], text: string, offset: number): Message | undefined {
  // Behind the last character is still in the last message.
  const outer =
    messages.find(({ start, end }) => start <= offset && offset < end) ??
    (offset >= text.length ? messages.at(-1) : undefined) ??
    messages[0];
  return outer === undefined ? undefined : innermost(outer, offset);
}

function innermost(message: Message, offset: number): Message {
  for (let at = message; ; ) {
    const inner = nestedAt(at.root, offset, at.root);
    if (inner === undefined) return at;
    at = inner;
  }
}

function nestedAt(part: Part, offset: number, root: Part): Message | undefined {
  if (part.message !== undefined) {
    // The header of a part belongs to what is in it, the header of a whole message to the message.
    const start = part === root ? part.message.start : part.start;
    const inside = start <= offset && offset < part.message.end;
    return inside && part.message.fields.length > 0 ? part.message : undefined;
  }
  const child = part.parts.find(({ start, end }) => start <= offset && offset < end);
  return child === undefined ? undefined : nestedAt(child, offset, root);
}

/** A message as it travelled, and what is known of how well it was kept. */
export interface WireMessage {
  /** With CR LF line ends, without an mbox line. */
  readonly bytes: Buffer;
  /** Offset of the body in them. */
  readonly body: number;
  /** The body as it was found. */
  readonly foundBody: Buffer;
  readonly source: SourceBytes;
}

export function wireMessage({ text, message }: RawMessage, from: SourceBytes['from']): WireMessage {
  const header = text.slice(message.header.start, message.header.end);
  const body = text.slice(message.body.start, message.body.end);
  const head = `${withoutLineEnd(toCrlf(header))}\r\n`;
  const bytes = Buffer.from(`${head}\r\n${toCrlf(body)}`, 'latin1');
  return {
    bytes,
    body: head.length + 2,
    foundBody: Buffer.from(body, 'latin1'),
    source: {
      from,
      lineEnds: lineEndsOf(header + body),
      size: header.length + body.length,
      headerOnly: body.trim() === '',
      lostBytes: bytes.includes('\ufffd'),
    },
  };
}

/** Bare LF becomes CR LF; a bare CR stays, because no tool writes lines that end so. */
export const toCrlf = (text: string): string => (text.includes('\n') ? text.replace(/\r?\n/g, '\r\n') : text);

/** Blanks at the end taken off; `trimEnd` would take the second byte of an `à` with them. */
export function withoutBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && (line.charCodeAt(end - 1) === 32 || line.charCodeAt(end - 1) === 9)) end--;
  return line.slice(0, end);
}

function withoutLineEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  return text.slice(0, end);
}

function lineEndsOf(text: string): SourceBytes['lineEnds'] {
  let crlf = false;
  let lf = false;
  for (let at = text.indexOf('\n'); at >= 0 && !(crlf && lf); at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at - 1) === 13) crlf = true;
    else lf = true;
  }
  return crlf ? (lf ? 'mixed' : 'crlf') : lf ? 'lf' : 'none';
}
