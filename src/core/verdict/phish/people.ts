import { domainOf } from '../../mail/domains.ts';
import { type Mailbox, readMailboxes } from '../../mail/header/addresses.ts';
import { decodeEncodedWords } from '../../mail/header/encodedWords.ts';
import { fieldNamed, fieldsNamed } from '../../mail/header/fields.ts';
import type { Field, Message } from '../../mail/message.ts';
import { withoutAngles } from '../../text/angles.ts';
import { ownPart } from '../../trace/border.ts';

/** Characters of a field that are read for addresses. */
const LONGEST = 20_000;

export const mailboxesOf = (field: Field | undefined): readonly Mailbox[] =>
  field === undefined
    ? []
    : readMailboxes(field.value.slice(0, LONGEST))
        // Some programs put quotes around a whole address.
        .map((box) => ({ ...box, address: box.address.replace(/^"([^"\s]{1,320}@[^"\s]{1,255})"$/, '$1') }));

/** The author; a name that stands in front of a comma without an address is a piece of the name behind it. */
export const fromOf = (message: Message): Mailbox | undefined =>
  authorIn(mailboxesOf(fieldNamed(message.fields, 'from')));

export function authorIn(boxes: readonly Mailbox[]): Mailbox | undefined {
  const [first, second] = boxes;
  if (first === undefined || second === undefined || first.address.includes('@') || !second.address.includes('@'))
    return first;
  return { ...second, name: `${first.name === '' ? first.address : first.name}, ${second.name}` };
}

/** Those who got the message: addresses in small letters, as its fields and its way name them. */
export function recipientsOf(message: Message): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (address: string | undefined): void => {
    if (address?.includes('@') === true) found.add(address.toLowerCase());
  };
  for (const name of [
    'to',
    'cc',
    'bcc',
    'delivered-to',
    'x-original-to',
    'envelope-to',
    'x-envelope-to',
    'resent-to',
  ]) {
    for (const field of fieldsNamed(message.fields, name).slice(0, 5))
      for (const box of mailboxesOf(field)) add(box.address);
  }
  for (const { for: recipient } of ownPart(message)?.hops ?? []) add(withoutAngles(recipient));
  return found;
}

/** The domains of those who got it. */
export const recipientDomains = (message: Message): ReadonlySet<string> =>
  new Set([...recipientsOf(message)].map((address) => domainOf(address)).filter((domain) => domain !== undefined));

/** The subject in letters; empty where there is none. */
export function subjectOf({ fields }: Message): string {
  const value = fieldNamed(fields, 'subject')?.value.slice(0, 4000) ?? '';
  return decodeEncodedWords(value) ?? value;
}
