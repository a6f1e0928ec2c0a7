import { type DnsStatus, isUnnamed } from '../dns/dnsStatus.ts';
import type { Lookup, Query } from '../dns/lookup.ts';
import { dnsStatuses } from '../knowledge/dnsStatuses.ts';
import { type Explanation, stated } from '../knowledge/explanation.ts';
import { explained, type Verdict } from './verdict.ts';

/** Types without which no mail arrives (RFC 5321 5.1). */
const NEEDED: ReadonlySet<string> = new Set(['MX', 'A', 'AAAA', 'ANY', '?']);

/** A block list is asked with the address turned round (RFC 5782 2.1): "not found" is the good answer there. */
const REVERSED = /^(?:\d{1,3}\.){4}(?!in-addr\.arpa$)|^(?:[0-9a-f]\.){32}(?!ip6\.arpa$)/i;

const NULL_MX: Explanation = stated({
  meaning: 'The domain says with a null MX record that it takes no mail at all.',
  actor: 'sender',
  retry: 'no',
  next: [{ by: 'sender', kind: 'do', text: 'Ask the recipient for an address at another domain.' }],
  source: 'RFC 7505 3',
  reason: 'mail-not-accepted',
});

const LISTED: Explanation = stated({
  meaning: 'The block list has an entry for this address.',
  actor: 'sending admin',
  retry: 'later',
  next: [
    {
      by: 'sending admin',
      kind: 'do',
      text: 'Read on the page of the list why the address is on it, mend that, then ask for removal.',
    },
  ],
  source: 'RFC 5782 2.1',
  reason: 'blocklisted',
});

const dkim = (meaning: string, step: string): Explanation =>
  stated({
    meaning,
    actor: 'sending admin',
    retry: 'later',
    next: [{ by: 'sending admin', kind: 'do', text: step }],
    source: 'RFC 6376 3.6.1',
    reason: 'dkim-failed',
  });
const NO_KEY = dkim(
  'The DKIM key was not found: no record has this name, so signatures with this selector fail.',
  'Publish the TXT record of the key at this name, or sign with a selector that is published.',
);
const OTHER_KEY = dkim(
  'The key in DNS does not match the private key that signs: all its signatures fail.',
  'Publish the public key that belongs to the private one, whole and under this selector.',
);

/** What a look-up shows that keeps mail from arriving; nothing where all is well. */
export const verdictsOfLookup = (lookup: Lookup): readonly Verdict[] =>
  lookup.queries.flatMap((query) => {
    const explanation = troubleOf(query);
    return explanation === undefined ? [] : [ofQuery(query, explanation)];
  });

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
  return explainStatus(status);
}

/** What a status means for mail; `NODATA` is an answer that holds no record (RFC 2308 2.2). */
export const explainStatus = (status: DnsStatus | 'NODATA'): Explanation | undefined =>
  status === '?' || status === 'CANCELLED' || isUnnamed(status) ? undefined : dnsStatuses.get(status);

const ofQuery = (query: Query, explanation: Explanation): Verdict => ({
  ...explained(explanation),
  span: { start: query.start, end: query.end },
  role: 'cause',
  failed: true,
  confidence: query.name === '' ? 'medium' : 'high',
  reply: query.status,
  stage: 'dns',
  ...(query.name !== '' && { server: query.name }),
  recipients: [],
  times: 1,
});
