import { readMailboxes } from '../../core/mail/header/addresses.ts';
import { readDate } from '../../core/mail/header/date.ts';
import { readableWords } from '../../core/mail/header/encodedWords.ts';
import { readStructured } from '../../core/mail/header/parameters.ts';
import type { Field, Part } from '../../core/mail/message.ts';
import { withoutAngles } from '../../core/text/angles.ts';
import type { RawMessage } from '../../message/messageBytes.ts';
import { contentOf } from '../../message/parts/partContent.ts';
import type { ReadableMessage } from '../../message/preview/previewMessage.ts';

/** Decodes a message with what a browser brings: every character set of the Encoding Standard. */
export async function decodeMessage({ text, message }: RawMessage): Promise<ReadableMessage> {
  const value = (fields: readonly Field[], name: string): string =>
    utf8(fields.find((field) => field.name.toLowerCase() === name)?.value ?? '');
  const { shown, related } = partsOf(message.root);
  const bodies = (type: string): string | undefined => {
    const found = shown.filter(({ contentType }) => contentType === type);
    return found.length === 0 ? undefined : found.map((part) => bodyOf(text, part)).join('\n');
  };
  const date = value(message.fields, 'date');
  const { epoch } = readDate(date, 0, date.length);
  return {
    subject: readableWords(value(message.fields, 'subject')),
    date: epoch === undefined ? undefined : new Date(epoch),
    html: bodies('text/html'),
    text: bodies('text/plain'),
    people: (field) =>
      readMailboxes(value(message.fields, field))
        .map(({ name, address }) => (name === '' ? address : `"${name}" <${address}>`))
        .join(', '),
    part(contentId) {
      const found = related.find((part) => withoutAngles(value(part.fields, 'content-id')) === contentId);
      return found && contentOf(text, found);
    },
  };
}

/** Parts whose text is shown, and those that it may name. */
function partsOf(root: Part): { readonly shown: readonly Part[]; readonly related: readonly Part[] } {
  const shown: Part[] = [];
  const related: Part[] = [];
  const visit = (part: Part): void => {
    for (const child of part.parts) visit(child);
    if (part.parts.length > 0 || part.message !== undefined) return;
    if (part.attachment || !/^text\/(?:html|plain)$/.test(part.contentType)) related.push(part);
    else shown.push(part);
  };
  visit(root);
  return { shown, related };
}

function bodyOf(text: string, part: Part): string {
  const type = part.fields.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  const charset = readStructured(type).parameters.get('charset') ?? 'utf-8';
  const { bytes } = contentOf(text, part);
  // Mailers that say ASCII, or nothing, write UTF-8 as well as anything else.
  const decoded = /^(?:us-)?ascii$/i.test(charset) ? undefined : decode(bytes, charset);
  return (decoded ?? decode(bytes, 'utf-8', true) ?? decode(bytes, 'windows-1252') ?? '').replaceAll('\r\n', '\n');
}

function decode(bytes: Uint8Array, charset: string, fatal = false): string | undefined {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    // Nobody knows the name, or it is no text of that set.
    return undefined;
  }
}

/** A value of one character an octet, as it is meant where it holds UTF-8. */
function utf8(value: string): string {
  if (!/[\x80-\xff]/.test(value)) return value;
  return (
    decode(
      Uint8Array.from(value, (char) => char.charCodeAt(0)),
      'utf-8',
      true,
    ) ?? value
  );
}
