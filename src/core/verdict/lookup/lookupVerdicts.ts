import { type DnsStatus, isUnnamed } from '../../dns/dnsStatus.ts';
import type { Lookup, Query } from '../../dns/lookup.ts';
import { type ExtendedErrorRow, extendedErrors } from '../../knowledge/dns/extendedErrors.ts';
import { dnsStatuses } from '../../knowledge/dnsStatuses.ts';
import { type Explanation, stated } from '../../knowledge/explanation.ts';
import { codesOf } from '../../knowledge/found/blockListCodes.ts';
import { because } from '../../knowledge/meaning.ts';
import { act, stepsBy } from '../../knowledge/steps.ts';
import { withoutDot } from '../../text/domainName.ts';
import { kindOfAddress, shortAddress } from '../../trace/networks.ts';
import { explained, type Verdict } from '../verdict.ts';

/** Types without which no mail arrives (RFC 5321 5.1). */
const NEEDED: ReadonlySet<string> = new Set(['MX', 'A', 'AAAA', 'ANY', '?']);

/** A block list is asked with the address turned round (RFC 5782 2.1): "not found" is the good answer there. */
const REVERSED = /^(?:\d{1,3}\.){4}(?!in-addr\.arpa$)|^(?:[0-9a-f]\.){32}(?!ip6\.arpa$)/i;

const NULL_MX = stated(
  because('mail-not-accepted', 'The domain says with a null MX record that it takes no mail at all.', 'RFC 7505 3', {
    next: [act('Ask the recipient for an address at another domain.')],
  }),
);

const LISTED = stated(
  because('blocklisted', 'The block list has an entry for this address.', 'RFC 5782 2.1', {
    next: [act('Read on the page of the list why the address is on it, mend that, then ask for removal.')],
  }),
);

const nameless = (address: string): Explanation => ({
  ...stated(
    because(
      'reverse-dns',
      `${address} has no name in reverse DNS: where mail leaves from this address, many servers refuse it.`,
      'RFC 1912 2.1',
    ),
  ),
  confidence: 'medium',
  tells: { address },
});

const NO_ANY = stated(
  because(
    'dns-failure',
    'The server does not answer questions for records of any type, as RFC 8482 lets it; that is no fault.',
    'RFC 8482 4',
    { actor: 'nobody', next: [act('Ask for each type by itself: MX, TXT, A.', 'sending admin')] },
  ),
);

const NO_KEY = stated(
  because(
    'dkim-failed',
    'The DKIM key was not found: no record has this name, so signatures with this selector fail.',
    'RFC 6376 3.6.1',
    {
      next: [act.sender('Publish the TXT record of the key at this name, or sign with a selector that is published.')],
    },
  ),
);
const OTHER_KEY = stated(
  because(
    'dkim-failed',
    'The key in DNS does not match the private key that signs: all its signatures fail.',
    'RFC 6376 3.6.1',
    { next: [act.sender('Publish the public key that belongs to the private one, whole and under this selector.')] },
  ),
);

/** What a look-up shows that keeps mail from arriving; nothing where all is well. */
export const verdictsOfLookup = (lookup: Lookup): readonly Verdict[] =>
  lookup.queries.flatMap((query) => {
    const address = namelessAddress(query);
    // Whether mail leaves from the address is not known.
    if (address !== undefined)
      return [{ ...ofQuery(query, nameless(address)), role: 'notice', failed: false } as const];
    if (query.type === 'ANY' && query.status === 'NOTIMP')
      return [{ ...ofQuery(query, NO_ANY), role: 'notice', failed: false } as const];
    const refused = refusedList(query);
    if (refused !== undefined) return [{ ...ofQuery(query, refused), role: 'notice', failed: false } as const];
    const explanation = troubleOf(query);
    return explanation === undefined ? [] : [ofQuery(query, explanation)];
  });

/** A list that does not serve whoever asks: its answer says nothing of the address. */
function refusedList({ name, answers }: Query): Explanation | undefined {
  const why = REVERSED.test(name) ? codesOf(withoutDot(name).toLowerCase())?.refusals : undefined;
  const said = why && answers.map(({ data }) => why[data.trim()]).find((one) => one !== undefined);
  return said === undefined
    ? undefined
    : stated(
        because('dns-failure', `This is no listing: the block list did not answer, for ${said}.`, 'spamhaus', {
          actor: 'sending admin',
          next: [act('Ask through a resolver of your own.')],
        }),
      );
}

/** A public address that was asked for its name and has none; that of a private one says nothing of mail. */
function namelessAddress({ name, type, status, answers }: Query): string | undefined {
  const gone = status === 'NXDOMAIN' || (status === 'NOERROR' && answers.length === 0);
  const address = gone && type === 'PTR' ? addressOfName(name) : undefined;
  return address !== undefined && kindOfAddress(address) === 'public' ? shortAddress(address) : undefined;
}

/** The address that a name of reverse DNS stands for (RFC 1035 3.5, RFC 3596 2.5). */
function addressOfName(name: string): string | undefined {
  const four = /^((?:\d{1,3}\.){4})in-addr\.arpa\.?$/i.exec(name)?.[1];
  if (four !== undefined) return four.slice(0, -1).split('.').reverse().join('.');
  const six = /^((?:[0-9a-f]\.){32})ip6\.arpa\.?$/i.exec(name)?.[1];
  return six
    ?.replaceAll('.', '')
    .split('')
    .reverse()
    .join('')
    .replace(/(.{4})(?=.)/g, '$1:');
}

function troubleOf({ tool, name, type, status, answers, extendedError }: Query): Explanation | undefined {
  if (tool === 'opendkim-testkey') {
    if (status === 'NXDOMAIN') return NO_KEY;
    if (extendedError !== undefined) return OTHER_KEY;
  }
  if (REVERSED.test(name)) {
    // Answers of 127.255.255.0/24 say that the list refused the question, not that the address is listed.
    const listed = answers.some(({ data }) => /^127\.(?!255\.255\.)/.test(data.trim()));
    return listed ? LISTED : undefined;
  }
  // Beside others it is a fault of the zone, which the records tell.
  if (type === 'MX' && answers.length === 1 && /^0\s+\.$/.test(answers[0]?.data.trim() ?? '')) return NULL_MX;
  if (status === 'NOERROR') return undefined;
  if (status === 'NXDOMAIN' && !NEEDED.has(type)) return undefined;
  const told = explainOutcome({ status, extendedError });
  if (told?.actor === 'receiving admin' && isOfSender(type, name)) {
    const next = withoutWait(told).map((step) => ({ ...step, by: 'sending admin' }) as const);
    return { ...told, actor: 'sending admin', next };
  }
  if (told && type === 'CAA') return { ...told, meaning: `${told.meaning} ${UNKNOWN_CAA}`, next: withoutWait(told) };
  return told && type === 'TLSA' ? { ...told, meaning: `${told.meaning} ${UNKNOWN_TLSA}` } : told;
}

/** The reverse zone, DMARC and the keys of DKIM are asked about by those who get mail from there. */
const isOfSender = (type: string, name: string): boolean =>
  type === 'PTR' || (type === 'TXT' && /^_dmarc\.|\._domainkey\./i.test(name));

const withoutWait = ({ next }: Explanation) => next.filter(({ kind }) => kind !== 'wait');

/** RFC 8659 3: authorities ask, not those who send mail. */
const UNKNOWN_CAA =
  'Until there is an answer, no authority issues a certificate for the domain; mail does not wait for it.';

/** RFC 7672 2.1.1 */
const UNKNOWN_TLSA = 'Until there is an answer, servers that check DANE put mail off.';

/** What a status means for mail; `NODATA` is an answer that holds no record (RFC 2308 2.2). */
export const explainStatus = (status: DnsStatus | 'NODATA'): Explanation | undefined =>
  status === '?' || status === 'CANCELLED' || isUnnamed(status) ? undefined : dnsStatuses.get(status);

/** A resolver that blocks a name on purpose (RFC 8914 4.16 to 4.18) tells nothing of the domain. */
const BLOCKED: ReadonlySet<number> = new Set([15, 16, 17]);

/** The same with what the resolver adds: an extended error names the cause that SERVFAIL or REFUSED leaves open (RFC 8914 2). */
export function explainOutcome({
  status,
  extendedError = '',
}: {
  readonly status: DnsStatus | 'NODATA';
  readonly extendedError?: string | undefined;
}): Explanation | undefined {
  const code = Number.parseInt(extendedError, 10);
  const row = extendedErrors.get(code);
  const usual = explainStatus(status);
  if (row === undefined || usual === undefined || status === 'NOERROR' || status === 'NODATA') return usual;
  if (BLOCKED.has(code)) return { ...usual, ...blocked(row) };
  const known = row.isBogus === true ? (explainStatus('BOGUS') ?? usual) : usual;
  const next = row.deed === undefined ? known.next : [...stepsBy(known.actor, [act(row.deed)]), ...known.next];
  return { ...known, meaning: `${known.meaning} The resolver says why: ${row.means} (${row.name}).`, next };
}

const blocked = ({ means, name, source }: ExtendedErrorRow): Partial<Explanation> => ({
  meaning: `This answer says nothing about the domain: ${means} (${name}).`,
  reason: 'dns-failure',
  actor: 'sending admin',
  retry: 'later',
  next: stepsBy('sending admin', [
    act('Ask another resolver, and take the name off the block of this one if mail needs it.'),
  ]),
  source,
});

export const ofQuery = (query: Query, explanation: Explanation): Verdict => ({
  ...explained(explanation),
  span: { start: query.start, end: query.end },
  role: 'cause',
  failed: true,
  confidence: query.name === '' ? 'medium' : explanation.confidence,
  reply: query.status,
  stage: 'dns',
  ...(query.name !== '' && { server: query.name }),
  recipients: [],
  times: 1,
});
