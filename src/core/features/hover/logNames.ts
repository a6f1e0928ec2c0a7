import type { LogEntry, LogWord } from '../../log/log.ts';
import { codeSpan } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';
import type { HoverText } from './hoverText.ts';

/** A hover of paragraphs. */
export const said = (span: Span, ...lines: readonly (string | undefined)[]): HoverText => ({
  span,
  markdown: lines.filter((line) => line !== undefined && line !== '').join('\n\n'),
});

/** Whether the cursor is on a word or its name. */
export type Under = (span: Span | undefined) => boolean;

/** What kind of id is under the cursor. */
export function idHover(entry: LogEntry, under: Under): HoverText | undefined {
  const rows: readonly (readonly [LogWord | undefined, string])[] = [
    [entry.queueId, 'is the id of the message in the queue of this server; all lines with it are about that message.'],
    [
      entry.nextQueueId,
      'is the id under which the next server took the message; look for it in the log of that server.',
    ],
    [
      entry.relatedId,
      'is the other message: the report that was made of this one, or the message that this one reports on.',
    ],
    [entry.messageId, 'is the Message-ID of the header; it stays the same from server to server.'],
    [entry.session, 'is the id of the connection; all lines with it belong to that connection.'],
  ];
  const found = rows.find(([word]) => under(word));
  return found?.[0] && said(found[0], `${codeSpan(found[0].text)} ${found[1]}`);
}

const NULL_PATH =
  'The empty sender: a report or another automatic message, that must not be answered with a report ([RFC 5321 4.5.5](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.5)).';

/** Sender, recipients and the hosts on the other side. */
export function peopleHover(entry: LogEntry, under: Under): HoverText | undefined {
  const { sender, originalRecipient, relay, client } = entry;
  if (under(sender) && sender !== undefined) {
    return said(sender, sender.text === '' ? NULL_PATH : `Sender in the envelope: ${codeSpan(sender.text)}`);
  }
  const recipient = entry.recipients.find(under);
  if (recipient !== undefined) return said(recipient, `Recipient: ${codeSpan(recipient.text)}`);
  if (under(originalRecipient) && originalRecipient !== undefined) {
    return said(
      originalRecipient,
      `The address that the message was sent to, before aliases and rewriting: ${codeSpan(originalRecipient.text)}`,
    );
  }
  if (under(relay) && relay !== undefined)
    return said(relay, `The server that it was given to: ${codeSpan(relay.text)}`);
  if (under(client) && client !== undefined) return said(client, `The client that connected: ${codeSpan(client.text)}`);
  return undefined;
}
