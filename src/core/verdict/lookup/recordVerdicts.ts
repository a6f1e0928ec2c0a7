import type { Lookup } from '../../dns/lookup.ts';
import { looseRecords } from '../../dns/loose/looseRecords.ts';
import { recordsOfLookup } from '../../dns/records/answerRecords.ts';
import { type ProblemOfSet, problemsOfSet } from '../../dns/records/recordSet.ts';
import { atMost, type Explanation, stated } from '../../knowledge/explanation.ts';
import { because } from '../../knowledge/meaning.ts';
import { recordRows } from '../../knowledge/problems/recordRows.ts';
import { act } from '../../knowledge/steps.ts';
import type { Span } from '../../text/span.ts';
import { FEWER_LOOKUPS } from '../prose/checkerRows.ts';
import { explained, type Verdict } from '../verdict.ts';

/** What a broken record does to the mail of its domain. */
const BROKEN_SPF = stated(
  because(
    'spf-failed',
    'The SPF record of the domain is broken: receivers that check it get a permanent error, so that SPF passes for no host.',
    ['RFC 7208 4.5', 'RFC 7208 2.6.7'],
    { next: [act.sender('Mend the SPF record as its problems say, and leave one record only.')] },
  ),
);

const SEVERAL_DMARC = stated(
  because(
    'dmarc-failed',
    'The domain has several DMARC records, so that receivers apply none of them.',
    'RFC 7489 6.6.3',
    { next: [act.sender('Keep one DMARC record and delete the others.')] },
  ),
);

const REVOKED = stated(
  because(
    'dkim-failed',
    'The DKIM key was withdrawn (its p= is empty): signatures that name this selector fail.',
    'RFC 6376 3.6.1',
    { next: [act.sender('Sign with a selector whose key is published, or publish the key of this one again.')] },
  ),
);

const NULL_BESIDE = stated(
  because(
    'dns-failure',
    'The zone has a null MX beside other exchangers, which contradict each other: some senders deliver, some refuse at once.',
    'RFC 7505 3',
    { next: [act.recipient('Delete the null MX (0 .), or the other exchangers where the domain takes no mail.')] },
  ),
);

function causeOf(problem: ProblemOfSet): Explanation | undefined {
  const { code, kind } = problem;
  if (code === 'spf-too-many-lookups') {
    const { says, source } = recordRows[code];
    return stated(
      because('spf-failed', says({ kind, ...problem.data }), source, { next: [act.sender(FEWER_LOOKUPS)] }),
    );
  }
  if (code === 'mx-null-beside') return NULL_BESIDE;
  if (code === 'dkim-key-revoked') return REVOKED;
  if (code === 'record-several' && kind === 'dmarc') return SEVERAL_DMARC;
  const isError = kind === 'spf' && recordRows[code].level === 'error' && !NO_RECORD.has(code);
  return isError ? BROKEN_SPF : undefined;
}

/** With these a text is no SPF record at all, so that another one may be right. */
const NO_RECORD: ReadonlySet<string> = new Set(['spf-version', 'spf-version-missing', 'record-quotes']);

/** What records in a look-up keep from working, once for each name and cause. */
export const verdictsOfRecords = (text: string, lookup: Lookup): readonly Verdict[] =>
  verdictsOf(recordsOfLookup(text, lookup));

/** The same of records that stand in somebody's words, which may be quoted from anywhere. */
export const verdictsOfLooseRecords = (text: string, { start, end }: Span): readonly Verdict[] =>
  verdictsOf(looseRecords(text, start, end)).map((one) => ({
    ...one,
    confidence: atMost(one.confidence, 'medium'),
    stage: 'quoted',
  }));

const CAUSE = { role: 'cause', failed: true } as const;
const NOTICE = { role: 'notice', failed: false } as const;

function verdictsOf(records: Parameters<typeof problemsOfSet>[0]): readonly Verdict[] {
  const told = new Map<string, Verdict>();
  for (const problem of problemsOfSet(records)) {
    const explanation = causeOf(problem);
    const { record, start, end } = problem;
    const key = `${explanation?.reason} ${record.name}`;
    if (explanation === undefined || told.has(key)) continue;
    told.set(key, {
      ...explained(explanation),
      span: { start, end },
      // Hosts that are named in front pass before the eleventh.
      ...(problem.code === 'spf-too-many-lookups' ? NOTICE : CAUSE),
      confidence: record.name === '' ? 'medium' : 'high',
      stage: 'dns',
      ...(record.name.length > 1 && { server: record.name }),
      recipients: [],
      times: 1,
    });
  }
  return [...told.values()];
}
