import { readMailboxes } from '../../mail/header/addresses.ts';
import { decodeEncodedWords } from '../../mail/header/encodedWords.ts';
import type { Message } from '../../mail/message.ts';
import { withoutAngles } from '../../text/angles.ts';
import { defined } from '../../text/defined.ts';

/** Whose message it is, when and about what, as its header has it. */
export interface HeaderFacts {
  readonly recipients?: readonly string[];
  readonly sender?: string;
  /** Decoded, cut to 200 characters. */
  readonly subject?: string;
  /** Without angles. */
  readonly messageId?: string;
  /** When it arrived, else when it was written, as it stands there. */
  readonly time?: string;
}

/** What the fields of a message say of it. */
export function headerFacts(message: Message): HeaderFacts {
  const newest = message.hops.at(-1);
  const to = mailboxes(message, 'to');
  const recipient = newest?.for ?? mailboxIn(message, 'delivered-to') ?? (to.length === 1 ? to[0] : undefined);
  const path = mailboxIn(message, 'return-path');
  return {
    recipients: recipient === undefined ? to.slice(0, 20) : [withoutAngles(recipient)],
    ...defined({
      sender: mailboxIn(message, 'from') ?? path,
      subject: subjectOf(message),
      messageId: withoutAngles(fieldValue(message, 'message-id')?.slice(0, 500)),
      time: newest?.date?.text ?? fieldValue(message, 'date'),
    }),
  };
}

/** The value of the first field of a name; undefined where it is empty. */
export const fieldValue = ({ fields }: Message, name: string): string | undefined => {
  const value = fields.find((field) => field.name.toLowerCase() === name)?.value.trim();
  return value === '' ? undefined : value;
};

const mailboxes = (message: Message, name: string): readonly string[] =>
  readMailboxes(fieldValue(message, name)?.slice(0, 4000) ?? '')
    .map(({ address }) => address)
    .filter((address) => address.includes('@'));

/** The first mailbox of a field. */
export const mailboxIn = (message: Message, name: string): string | undefined => mailboxes(message, name)[0];

function subjectOf(message: Message): string | undefined {
  const value = fieldValue(message, 'subject');
  if (value === undefined) return undefined;
  const cut = value.slice(0, 1000);
  return (decodeEncodedWords(cut) ?? cut).slice(0, 200);
}
