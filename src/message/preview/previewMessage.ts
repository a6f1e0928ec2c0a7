import type { Message, Part } from '../../core/mail/message.ts';
import { formatSize, partSize } from '../../core/mail/partSize.ts';
import { Lines } from '../../core/text/lines.ts';
import { plainData, plainText } from '../../core/text/plain.ts';
import type { Preview, PreviewAttachment } from '../../protocol/preview.ts';
import { type MessageSource, messageAt, type RawMessage } from '../messageBytes.ts';
import { contentOf } from '../parts/partContent.ts';
import { linksInText } from './links.ts';
import { type InlinePicture, type Sanitised, sanitise } from './sanitise.ts';

/** Characters of text that are shown. */
const LONGEST = 1_000_000;
/** Bytes of one picture, and of all that are shown inside a message. */
const LARGEST_PICTURE = 2 * 1024 * 1024;
const LARGEST_PICTURES = 8 * 1024 * 1024;
const MOST_ATTACHMENTS = 200;
/** Characters of a field. */
const LONGEST_FIELD = 2000;

export type PreviewResult =
  | { readonly kind: 'preview'; readonly preview: Preview }
  | { readonly kind: 'no-message' }
  | { readonly kind: 'unreadable'; readonly detail: string };

/** What a message holds for people to read, decoded. */
export interface ReadableMessage {
  readonly subject?: string | undefined;
  readonly date?: Date | undefined;
  /** The people of a field as they are written, with commas between them; empty where it is missing. */
  people(field: 'from' | 'reply-to' | 'to' | 'cc'): string;
  readonly html?: string | undefined;
  readonly text?: string | undefined;
  /** The part that a Content-ID names, its angles taken off. */
  part(contentId: string): { readonly contentType: string; readonly bytes: Uint8Array } | undefined;
}

/** Decodes a message; rejects with words for people where it gives up on it. */
export type Decode = (raw: RawMessage, from: MessageSource['from']) => Promise<ReadableMessage>;

/** One message of a document as people read it, with nothing in it that loads or runs. */
export async function previewMessage(source: MessageSource, decode: Decode): Promise<PreviewResult> {
  const raw = messageAt(source);
  if (raw === undefined || raw.message.fields.length === 0) return { kind: 'no-message' };
  let mail: ReadableMessage;
  try {
    mail = await decode(raw, source.from);
  } catch (error) {
    return { kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
  }
  const { html: dirty, text } = mail;
  const clean = dirty === undefined ? undefined : sanitise(dirty, picturesOf(mail));
  const { links, moreLinks } = clean ?? linksInText(text?.slice(0, LONGEST) ?? '');
  const attachments = attachmentsOf(raw.text, raw.message);
  const leftOut = {
    ...(clean !== undefined && clean.leftOut > 0 && { html: clean.leftOut }),
    ...(text !== undefined && text.length > LONGEST && { text: text.length - LONGEST }),
  };
  const preview: Preview = {
    subject: plainText(mail.subject ?? ''),
    ...(mail.date === undefined || Number.isNaN(mail.date.getTime()) ? {} : { date: mail.date.toISOString() }),
    fields: plainData(fieldsOf(mail)),
    ...(isWorthShowing(clean) ? { html: clean.html } : {}),
    ...(text === undefined || text.trim() === '' ? {} : { text: text.slice(0, LONGEST) }),
    links,
    ...(moreLinks > 0 && { moreLinks }),
    blocked: clean?.blocked ?? { count: 0, hosts: [], removed: [] },
    attachments: plainData(attachments.slice(0, MOST_ATTACHMENTS)),
    ...(attachments.length > MOST_ATTACHMENTS && { moreAttachments: attachments.length - MOST_ATTACHMENTS }),
    ...(Object.keys(leftOut).length > 0 && { leftOut }),
  };
  return { kind: 'preview', preview };
}

const isWorthShowing = (clean: Sanitised | undefined): clean is Sanitised =>
  clean !== undefined && (clean.html.trim() !== '' || clean.blocked.count > 0);

function fieldsOf(mail: ReadableMessage): Preview['fields'] {
  const fields = [
    { name: 'From', value: mail.people('from') },
    { name: 'Reply-To', value: mail.people('reply-to') },
    { name: 'To', value: mail.people('to') },
    { name: 'Cc', value: mail.people('cc') },
  ];
  return fields.filter(({ value }) => value !== '').map(({ name, value }) => ({ name, value: shortened(value) }));
}

const shortened = (value: string): string =>
  value.length <= LONGEST_FIELD
    ? value
    : `${value.slice(0, LONGEST_FIELD)}… (${value.length - LONGEST_FIELD} more characters)`;

function picturesOf(mail: ReadableMessage): InlinePicture {
  let left = LARGEST_PICTURES;
  const made = new Map<string, string>();
  return (contentId) => {
    const known = made.get(contentId);
    if (known !== undefined) return known;
    const found = mail.part(contentId);
    const type = /^image\/(?:png|jpe?g|gif|webp|bmp)$/i.exec(found?.contentType ?? '')?.[0];
    if (found === undefined || type === undefined) return undefined;
    const { bytes } = found;
    if (bytes.length > Math.min(LARGEST_PICTURE, left)) return undefined;
    left -= bytes.length;
    const content = Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length).toString('base64');
    const data = `data:${type.toLowerCase()};base64,${content}`;
    made.set(contentId, data);
    return data;
  };
}

function attachmentsOf(text: string, message: Message): readonly PreviewAttachment[] {
  const lines = new Lines(text);
  const found: PreviewAttachment[] = [];
  const visit = (part: Part): void => {
    const isLeaf = part.parts.length === 0 || part.message !== undefined;
    if (isLeaf && (part.attachment || part.filename !== undefined) && part.start >= message.start) {
      const { name, contentType } = contentOf(text, {
        ...part,
        body: { start: part.body.start, end: part.body.start },
      });
      const size = formatSize(partSize(text, part).octets);
      found.push({ name, contentType, size, line: lines.lineOf(part.start) });
    }
    for (const child of part.parts) visit(child);
  };
  visit(message.root);
  return found;
}
