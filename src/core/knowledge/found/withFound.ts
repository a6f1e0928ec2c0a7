import { defined } from '../../text/defined.ts';
import { joined } from '../../text/sentence.ts';
import type { Meaning } from '../meaning.ts';
import type { ReasonName } from '../reasons.ts';
import { citing } from '../sources.ts';
import { act, isListLookup, type Step, stepsBy } from '../steps.ts';
import type { BlockList, ListKind } from './blockLists.ts';
import { findIn, type ReplyFound } from './replyFound.ts';

/** What the words of a reply add to what its row says: whom and what they name, and for how long. */
export function withFound(row: Meaning, words: string): Meaning {
  if (FACTS[row.reason] === undefined && !PASSING.has(row.reason) && !/https?:/i.test(words)) return row;
  const found = findIn(words, row.reason === 'blocklisted');
  const named = row.tells?.onAList === true ? listNamed(found) : undefined;
  const meaning = named ?? row.meaning;
  const told = row.reason === 'blocklisted' ? aboutList({ ...row, meaning }, found) : row;
  const factOf = FACTS[row.reason];
  const fact = named === undefined ? factOf?.(found) : undefined;
  const address = OF_CLIENT.has(row.reason) ? found.address : undefined;
  const mailbox = factOf && MAILBOXES.get(factOf)?.(found);
  const listed = told.next.map((step) => (isListLookup(step) ? lookup(step, found) : step));
  return {
    ...told,
    ...(fact !== undefined && { meaning: joined(told.meaning, fact) }),
    ...((address ?? mailbox) !== undefined && { tells: { ...row.tells, ...defined({ address, mailbox }) } }),
    ...(PASSING.has(row.reason) && found.forAWhile && { retry: 'yes', transientRetry: 'yes' }),
    next: [...listed, ...linkStep(listed, row, found)],
  };
}

/** Where no words are known, the page that a refusal names still tells more. */
export function withLink(row: Meaning, words: string): Meaning {
  if (!/https?:/i.test(words)) return row;
  return { ...row, next: [...row.next, ...linkStep(row.next, row, findIn(words, false))] };
}

/** Who stands on which list; undefined where the reply names none. */
const listNamed = ({ list, address, domain }: ReplyFound): string | undefined =>
  list && `${address ?? domain ?? 'The sending IP address or domain'} stands on the block list ${list}.`;

/** Reasons for which the address that a reply names is that of the client. */
const OF_CLIENT: ReadonlySet<ReasonName> = new Set([
  'blocklisted',
  'client-refused',
  'poor-reputation',
  'reverse-dns',
  'sender-unauthenticated',
  'spf-failed',
]);

/** Reasons that a server may hold against a client for a while only. */
const PASSING: ReadonlySet<ReasonName> = new Set([
  'account-disabled',
  'blocklisted',
  'client-refused',
  'poor-reputation',
  'rate-limited',
  'spf-failed',
  'dkim-failed',
  'dmarc-failed',
  'sender-unauthenticated',
]);

type Fact = (found: ReplyFound) => string | undefined;

const names = (value: string | undefined): string | undefined => value && `the reply names ${value}.`;
const mailbox: Fact = ({ mailbox: address }) => names(address);
const client: Fact = ({ address }) => names(address);
const ofDomain: Fact = ({ domain, address }) =>
  domain === undefined
    ? names(address)
    : names(address === undefined ? domain : `${domain}, and the mail came from ${address}`);
const sender: Fact = (found) => names(found.sender ?? found.mailbox ?? found.domain);

/** The mail address that a fact names. */
const MAILBOXES: ReadonlyMap<Fact, Fact> = new Map([
  [mailbox, (found) => found.mailbox],
  [sender, (found) => found.sender ?? found.mailbox],
]);

const amounts: Fact = ({ limit, size }) => {
  const parts = [limit && `the limit is ${limit}`, size && size !== limit && `the reply counts ${size}`].filter(
    Boolean,
  );
  return parts.length === 0 ? undefined : `${parts.join(', and ')}.`;
};
const waits: Fact = ({ wait, count }) => {
  const parts = [count && `the reply speaks of ${count}`, wait && `the reply asks to wait ${wait}`].filter(Boolean);
  return parts.length === 0 ? undefined : `${parts.join(', and ')}.`;
};

/** What of a reply belongs to each reason. */
const FACTS: Readonly<Partial<Record<ReasonName, Fact>>> = {
  'address-malformed': mailbox,
  blocklisted: ({ list, address }) =>
    list === undefined ? names(address) : names(address === undefined ? list : `${address} and the list ${list}`),
  'client-refused': client,
  'dkim-failed': ({ selector, domain }) =>
    names(selector === undefined ? domain : `the selector ${selector}${domain === undefined ? '' : ` of ${domain}`}`),
  'dmarc-failed': ({ domain }) => names(domain),
  'domain-not-found': ({ domain }) => names(domain),
  greylisted: ({ wait }) => wait && `the reply asks to wait ${wait}.`,
  'greeting-refused': ({ name }) => names(name),
  'mailbox-full': mailbox,
  'message-too-large': amounts,
  'too-large-for-mailbox': amounts,
  'poor-reputation': client,
  'rate-limited': waits,
  'recipient-filtered': mailbox,
  'recipient-inactive': mailbox,
  'recipient-moved': mailbox,
  'recipient-restricted': mailbox,
  'recipient-unknown': mailbox,
  'relaying-denied': mailbox,
  'reverse-dns': client,
  'sender-domain-not-found': sender,
  'sender-not-allowed': sender,
  'sender-refused': sender,
  'sender-unauthenticated': ofDomain,
  'server-busy': ({ wait }) => wait && `the reply asks to wait ${wait}.`,
  'spf-failed': ofDomain,
  suppressed: mailbox,
  'too-many-connections': waits,
  'too-many-recipients': ({ count, limit }) => (count ?? limit) && `the limit is ${count ?? limit}.`,
};

/** Whom to ask about what. */
function lookup(step: Step, { list, known, address, domain }: ReplyFound): Step {
  if (list === undefined) return step;
  const about = address ?? domain ?? 'the sending IP address or domain';
  const at = known?.page === undefined ? '' : ` at ${known.page}`;
  return { ...step, text: `Ask ${known?.name ?? list} about ${about}${at}.` };
}

function linkStep(steps: readonly Step[], { actor }: Meaning, found: ReplyFound): readonly Step[] {
  const { link } = found;
  if (link === undefined || actor === 'nobody') return [];
  const host = link.slice(0, link.indexOf('/', 8) + 1 || undefined);
  const told = steps.some(({ text }) => text.includes(host)) || found.known?.page?.startsWith(host);
  return told ? [] : stepsBy(actor, [act(`Open the page that the reply names: ${link}`.replace(/\.?$/, '.'))]);
}

interface OfKind {
  /** What stands behind “this list”. */
  readonly lists: string;
  readonly change?: Partial<Pick<Meaning, 'actor' | 'reason' | 'next' | 'retry' | 'sisimai'>>;
}

const ask = (text: string): Step => ({ by: 'sending admin', kind: 'do', text });
const receiver = (text: string): Step => ({ by: 'receiving admin', kind: 'do', text });

/** Whose fault a listing is, and who can do something about it. */
const KINDS: Readonly<Record<ListKind, OfKind>> = {
  hosts: { lists: 'holds hosts that were seen sending spam' },
  mixed: { lists: 'has several parts, and says on its page which of them it is' },
  reputation: { lists: 'holds hosts with a poor reputation' },
  exploited: { lists: 'holds hosts that are infected or open to misuse' },
  domains: { lists: 'holds domains in addresses and links, not hosts' },
  bounces: { lists: 'holds hosts that send bounces or probes to people who wrote nothing' },
  names: { lists: 'holds hosts without a reverse name of their own' },
  home: {
    lists: 'holds addresses of home and dynamic connections, from which no mail is expected',
    change: {
      next: [
        ask('Send through the mail server of the provider, with a login.'),
        ask('For a mail server at a fixed address, set its PTR record, and then ask the list for removal.'),
      ],
    },
  },
  network: {
    lists: 'holds whole networks of a provider, for what others in them did',
    change: {
      actor: 'receiving admin',
      next: [
        receiver('Use this list for a score at most: it refuses hosts that did nothing.'),
        ask('Ask the provider of the address to stop the spam of others, or send from another network.'),
      ],
    },
  },
  country: {
    lists: 'holds whole countries; nothing is wrong with the sending host',
    change: {
      actor: 'receiving admin',
      reason: 'policy-refused',
      retry: 'later',
      next: [receiver('Make an exception for the sending host, or do not refuse whole countries.')],
    },
  },
  closed: {
    lists: 'is closed, and answers for it mean nothing',
    change: {
      actor: 'receiving admin',
      next: [receiver('Take this list out of the settings of the server: it is no more.')],
    },
  },
};

function aboutList(row: Meaning, { known }: ReplyFound): Meaning {
  const kind = known && KINDS[known.kind];
  // A row of the list itself says more.
  if (kind === undefined || !row.next.some(isListLookup)) return row;
  return {
    ...row,
    ...kind.change,
    meaning: joined(row.meaning, `This list ${kind.lists}.`),
    source: citing(row.source, (known as BlockList).source),
  };
}
