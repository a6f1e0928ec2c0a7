import { type ParsedMail, simpleParser } from 'mailparser';
import type { Message, Part } from '../../core/mail/message.ts';
import { formatSize, partSize } from '../../core/mail/partSize.ts';
import { Lines } from '../../core/text/lines.ts';
import { plainData, plainText } from '../../core/text/plain.ts';
import type { Preview, PreviewAttachment } from '../../protocol/preview.ts';
import { type MessageSource, messageAt, wireMessage } from '../messageBytes.ts';
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

/** One message of a document as people read it, with nothing in it that loads or runs. */
export async function previewMessage(source: MessageSource): Promise<PreviewResult> {
  const raw = messageAt(source);
  if (raw === undefined || raw.message.fields.length === 0) return { kind: 'no-message' };
  let mail: ParsedMail;
  try {
    mail = await simpleParser(wireMessage(raw, source.from).bytes, {
      keepCidLinks: true,
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipTextLinks: true,
    });
  } catch (error) {
    // mailparser gives up on a message with too many parts or too long a header.
    return { kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
  }
  const dirty = typeof mail.html === 'string' ? mail.html : undefined;
  const text = mail.text;
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

function fieldsOf(mail: ParsedMail): Preview['fields'] {
  const written = (value: ParsedMail['from'] | ParsedMail['to']): string =>
    [value ?? []]
      .flat()
      .map(({ text }) => text)
      .join(', ');
  const fields = [
    { name: 'From', value: written(mail.from) },
    { name: 'Reply-To', value: written(mail.replyTo) },
    { name: 'To', value: written(mail.to) },
    { name: 'Cc', value: written(mail.cc) },
  ];
  return fields.filter(({ value }) => value !== '').map(({ name, value }) => ({ name, value: shortened(value) }));
}

const shortened = (value: string): string =>
  value.length <= LONGEST_FIELD
    ? value
    : `${value.slice(0, LONGEST_FIELD)}… (${value.length - LONGEST_FIELD} more characters)`;

function picturesOf({ attachments }: ParsedMail): InlinePicture {
  let left = LARGEST_PICTURES;
  const made = new Map<string, string>();
  return (contentId) => {
    const known = made.get(contentId);
    if (known !== undefined) return known;
    const found = attachments.find(({ cid }) => cid === contentId);
    const type = /^image\/(?:png|jpe?g|gif|webp|bmp)$/i.exec(found?.contentType ?? '')?.[0];
    if (found === undefined || type === undefined || found.size > Math.min(LARGEST_PICTURE, left)) return undefined;
    left -= found.size;
    const data = `data:${type.toLowerCase()};base64,${found.content.toString('base64')}`;
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
