import { parse } from 'tldts';
import { domainOf, organisationOf } from '../domains.ts';
import type { Message } from '../message.ts';
import { type Mailbox, readMailboxes } from './addresses.ts';
import { fieldNamed, fieldsNamed } from './fields.ts';
import { readTags } from './tags.ts';

/** A domain that a message names as its sender's in one of several ways. */
export interface Identity {
  readonly field: 'From' | 'Sender' | 'Reply-To' | 'Return-Path' | 'Message-ID' | 'DKIM';
  readonly domain: string;
  /** Whether it is of the organisation of From. */
  readonly same: boolean;
}

/** The domains of a message's sender, From first; empty where From has none. */
export function identities(message: Message): readonly Identity[] {
  const from = mailboxOf(message, 'from');
  const own = from && domainOf(from.address);
  if (own === undefined) return [];
  const list: Identity[] = [{ field: 'From', domain: own, same: true }];
  const add = (field: Identity['field'], domain: string | undefined): void => {
    if (domain === undefined || list.some((one) => one.field === field && one.domain === domain)) return;
    list.push({ field, domain, same: isOf(domain, own) });
  };
  for (const [field, name] of ADDRESSES) {
    const box = mailboxOf(message, name);
    if (box !== undefined) add(field, domainOf(box.address));
  }
  add('Message-ID', domainOf(fieldNamed(message.fields, 'message-id')?.value ?? ''));
  for (const field of fieldsNamed(message.fields, 'dkim-signature').slice(0, MOST_SIGNATURES)) {
    const whole = { ...field, valueSpan: { start: 0, end: field.value.length } };
    add(
      'DKIM',
      readTags(field.value, whole)
        .find(({ name }) => name === 'd')
        ?.value.toLowerCase(),
    );
  }
  return list;
}

/** No mail has as many signatures. */
const MOST_SIGNATURES = 20;

const ADDRESSES = [
  ['Sender', 'sender'],
  ['Reply-To', 'reply-to'],
  ['Return-Path', 'return-path'],
] as const;

const mailboxOf = (message: Message, name: string): Mailbox | undefined => {
  const value = fieldNamed(message.fields, name)?.value.slice(0, 5000);
  return value === undefined ? undefined : readMailboxes(value)[0];
};

/** Names without an organisation, such as host names of one label, are held against each other as they are. */
const isOf = (a: string, b: string): boolean => (organisationOf(a) ?? a) === (organisationOf(b) ?? b);

/**
 * An address or a domain in a display name that is of another organisation than the address behind it; undefined where
 * there is none. A word counts as a domain only with a top-level domain that exists.
 */
export function nameConflict({ name, address }: Mailbox): string | undefined {
  const own = domainOf(address);
  if (own === undefined || name === '') return undefined;
  for (const match of name
    .slice(0, 500)
    .matchAll(/(?:([\w.+'-]{1,64})@)?((?:[\p{L}\p{N}_-]{1,63}\.){1,8}[\p{L}-]{2,24})/gu)) {
    const domain = (match[2] as string).toLowerCase();
    if (match[1] === undefined && !isDomain(domain)) continue;
    if (!isOf(domain, own)) return match[0];
  }
  return undefined;
}

/** `Dr.Smith` is no domain: its last part must be in use as a top-level domain. */
const isDomain = (name: string): boolean => parse(name, { extractHostname: false }).isIcann === true;

/** The domain that people see in From. */
export const shownDomain = (message: Message): string | undefined =>
  domainOf(mailboxOf(message, 'from')?.address ?? '');
