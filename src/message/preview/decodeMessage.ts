import { type ParsedMail, simpleParser } from 'mailparser';
import { type MessageSource, type RawMessage, wireMessage } from '../messageBytes.ts';
import type { ReadableMessage } from './previewMessage.ts';

/** With every character set that mail has; gives up on a message with too many parts or too long a header. */
export async function decodeMessage(raw: RawMessage, from: MessageSource['from']): Promise<ReadableMessage> {
  const mail = await simpleParser(wireMessage(raw, from).bytes, {
    keepCidLinks: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
  });
  const { subject, date, html, text, attachments } = mail;
  const people = { from: mail.from, 'reply-to': mail.replyTo, to: mail.to, cc: mail.cc };
  return {
    subject,
    date,
    html: typeof html === 'string' ? html : undefined,
    text,
    people: (field) => written(people[field]),
    part(contentId) {
      const found = attachments.find(({ cid }) => cid === contentId);
      return found && { contentType: found.contentType, bytes: found.content };
    },
  };
}

const written = (value: ParsedMail['from'] | ParsedMail['to']): string =>
  [value ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');
