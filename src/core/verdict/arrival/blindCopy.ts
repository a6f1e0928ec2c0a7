import { readMailboxes } from '../../mail/header/addresses.ts';
import { fieldNamed, fieldsNamed } from '../../mail/header/fields.ts';
import type { Message } from '../../mail/message.ts';
import { short } from '../../text/few.ts';
import { ownPart } from '../../trace/border.ts';
import { it, type Told } from './told.ts';
import { listOf } from './what.ts';

/** For whom the message came where neither To nor Cc names them (RFC 5322 3.6.3); a list names itself. */
export function blindCopyOf(message: Message): Told | undefined {
  const { fields } = message;
  const shown = ['to', 'cc'].flatMap((name) => fieldsNamed(fields, name));
  const own = ownPart(message);
  if (own === undefined || shown.length === 0 || listOf(message) !== undefined) return undefined;
  const { border } = own;
  // In the order in which they hold what the envelope named: as it came, then what became of it.
  const field =
    fieldNamed(fields, 'x-original-to') ??
    fieldNamed(fields, 'envelope-to') ??
    fieldNamed(fields, 'x-envelope-to') ??
    (border.for === undefined ? fieldNamed(fields, 'delivered-to') : border.field);
  if (field === undefined || field.start > border.field.start) return undefined;
  const [address, other] = addressesIn(field === border.field ? (border.for ?? '') : field.value);
  const named = new Set(shown.flatMap(({ value }) => addressesIn(value)).map(withoutDetail));
  if (address === undefined || other !== undefined || named.has(withoutDetail(address))) return undefined;
  // A server further down took it in for somebody who is named.
  const before = message.hops.find((hop) => addressesIn(hop.for ?? '').some((one) => named.has(withoutDetail(one))));
  const maybe = named.size === 0 ? '' : ', by another name of the mailbox or passed on';
  const how =
    before?.for === undefined ? `as a blind copy (Bcc)${maybe}` : `it was passed on from ${short(before.for)}`;
  return {
    ...it(`came for ${short(address)}, whom neither To nor Cc names: ${how}.`),
    start: field.start,
    end: field.end,
  };
}

const addressesIn = (value: string): readonly string[] =>
  readMailboxes(value.slice(0, 20_000))
    .map(({ address }) => address)
    .filter((address) => address.includes('@'));

/** The part in front of the @ without its detail (RFC 5233): the domain may be another name of the same one. */
const withoutDetail = (address: string): string => (/^[^@+]{1,200}/.exec(address)?.[0] ?? '').toLowerCase();
