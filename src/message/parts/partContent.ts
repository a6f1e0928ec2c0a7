import type { Part } from '../../core/mail/message.ts';
import { encodingOf } from '../../core/mail/partSize.ts';
import { Lines } from '../../core/text/lines.ts';
import { type MessageSource, messagesOf } from '../messageBytes.ts';
import { safeFileName } from './fileName.ts';
import { readQuotedPrintable } from './quotedPrintable.ts';

export interface PartContent {
  /** A name that is no path. */
  readonly name: string;
  readonly contentType: string;
  /** The encoding taken off. */
  readonly bytes: Uint8Array;
}

/** The part that starts in a line of a document, decoded; undefined where none does. */
export function partContent(source: MessageSource): PartContent | undefined {
  const { text, messages } = messagesOf(source);
  const start = new Lines(text).start(source.line);
  for (const message of messages) {
    const part = partAt(message.root, start);
    if (part !== undefined) return contentOf(text, part);
  }
  return undefined;
}

function partAt(part: Part, start: number): Part | undefined {
  if (part.start > start || part.end < start) return undefined;
  for (const child of [...part.parts, ...(part.message === undefined ? [] : [part.message.root])]) {
    const found = partAt(child, start);
    // A message inside starts where the body of its part does; the part is what has a name.
    if (found !== undefined) return found;
  }
  return part.start === start ? part : undefined;
}

export function contentOf(text: string, part: Part): PartContent {
  const fallback = `part${EXTENSIONS.get(part.contentType) ?? '.bin'}`;
  const named = part.filename ?? fallback;
  return {
    name: safeFileName(utf8Of(named), fallback),
    contentType: part.contentType,
    bytes: decodeBody(text.slice(part.body.start, part.body.end), encodingOf(part)),
  };
}

/** Takes the encoding off a body of one character a byte (RFC 2045 6); what cannot be read is left out. */
function decodeBody(body: string, encoding: string): Buffer {
  // Behind the name of the encoding may stand XML or JSON that somebody decoded in place.
  if (encoding === 'base64' && !/^\s{0,80}[<{]/.test(body))
    return Buffer.from(body.replace(/[^A-Za-z0-9+/=]+/g, ''), 'base64');
  if (encoding === 'quoted-printable') return Buffer.from(readQuotedPrintable(body), 'latin1');
  return Buffer.from(body, 'latin1');
}

/** A name as it is meant where raw UTF-8 stood in the header; as it is where it was not. */
function utf8Of(name: string): string {
  const bytes = Buffer.from(name, 'latin1');
  // What has been decoded already holds characters that are no bytes.
  if (bytes.toString('latin1') !== name) return name;
  const decoded = bytes.toString('utf8');
  return decoded.includes('\ufffd') ? name : decoded;
}

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['message/rfc822', '.eml'],
  ['message/global', '.eml'],
  ['message/delivery-status', '.txt'],
  ['text/plain', '.txt'],
  ['text/html', '.html'],
  ['text/calendar', '.ics'],
  ['text/csv', '.csv'],
  ['image/png', '.png'],
  ['image/jpeg', '.jpg'],
  ['image/gif', '.gif'],
  ['application/pdf', '.pdf'],
  ['application/zip', '.zip'],
  ['application/gzip', '.gz'],
]);
