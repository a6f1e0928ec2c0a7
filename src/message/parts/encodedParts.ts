import { fieldNamed } from '../../core/mail/header/fields.ts';
import type { Part } from '../../core/mail/message.ts';
import { encodingOf } from '../../core/mail/partSize.ts';
import { messagesOf } from '../messageBytes.ts';

/** Octets of a line of base64 (RFC 2045 6.8 allows 76 characters). */
const OF_LINE = 57;

/**
 * A message with its files that are not encoded (RFC 3030 3) put into base64, so that it is a text; undefined where it
 * has none. Lines behind such a file stand elsewhere than in the file.
 */
export function withEncodedParts(bytes: Uint8Array): Buffer | undefined {
  const { text, messages } = messagesOf({ bytes, line: 0, start: 'message', from: 'file' });
  const parts = messages.flatMap(({ root }) => [...rawFiles(text, root)]);
  if (parts.length === 0) return undefined;
  const pieces: string[] = [];
  let from = 0;
  for (const { fields, body } of parts) {
    const encoding = fieldNamed(fields, 'content-transfer-encoding');
    if (encoding === undefined) continue;
    pieces.push(text.slice(from, encoding.start));
    pieces.push(text.slice(encoding.start, encoding.end).replace(/(:\s{0,80})[\w-]{1,40}/, '$1base64'));
    pieces.push(text.slice(encoding.end, body.start), inBase64(text.slice(body.start, body.end)));
    from = body.end;
  }
  return Buffer.from(`${pieces.join('')}${text.slice(from)}`, 'latin1');
}

function* rawFiles(text: string, part: Part): Iterable<Part> {
  const { start, end } = part.body;
  const isRaw = part.parts.length === 0 && part.message === undefined && encodingOf(part) === 'binary';
  if (isRaw && text.slice(start, end).includes('\0')) yield part;
  for (const child of part.parts) yield* rawFiles(text, child);
  if (part.message !== undefined) yield* rawFiles(text, part.message.root);
}

function inBase64(octets: string): string {
  const bytes = Buffer.from(octets, 'latin1');
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += OF_LINE) lines.push(bytes.toString('base64', at, at + OF_LINE));
  return `${lines.join('\r\n')}\r\n`;
}
