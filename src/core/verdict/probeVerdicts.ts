import type { Actor, Retry } from '../knowledge/actor.ts';
import { type Explanation, stated } from '../knowledge/explanation.ts';
import { type ReasonName, reasons } from '../knowledge/reasons.ts';
import type { Sources } from '../knowledge/sources.ts';
import { stepsBy } from '../knowledge/steps.ts';
import type { Conversation, Reply } from '../smtp/conversation.ts';
import {
  PROBE_STAGES,
  type ProbeFailureCode,
  type ReportedProbe,
  type ReportedResult,
} from '../smtp/probe/probeReport.ts';
import type { Stage } from '../smtp/verbs.ts';
import { outcomesOfProbe, verdictOfReply } from './probeOutcomes.ts';
import { explained, type Verdict } from './verdict.ts';

/** What a failure of a probe means for mail to the server. */
interface Row {
  readonly reason: ReasonName;
  readonly actor: Actor;
  readonly retry: Retry;
  readonly source: Sources;
}

const OPEN = { reason: 'connection-failed', retry: 'later', source: 'RFC 5321 4.5.4.1' } as const;
const UNREADABLE: Row = { reason: 'not-a-reply', actor: 'receiving admin', retry: 'later', source: 'RFC 5321 4.2' };
/** The request itself is no good, and nobody was asked. */
const REQUEST: Row = { reason: 'routing-failed', actor: 'sending admin', retry: 'no', source: 'RFC 5321 5.1' };
const TLS: Row = { reason: 'tls-failed', actor: 'receiving admin', retry: 'later', source: 'RFC 3207 4' };
const LOGIN = { reason: 'login-failed', actor: 'receiving admin', retry: 'later' } as const;

const ROWS: Readonly<Record<Exclude<ProbeFailureCode, 'cancelled' | 'tls-unsupported'>, Row>> = {
  'bad-host': REQUEST,
  'bad-port': REQUEST,
  'bad-helo': REQUEST,
  'bad-redirect': REQUEST,
  'bad-input': REQUEST,
  'no-such-host': { reason: 'domain-not-found', actor: 'receiving admin', retry: 'no', source: 'RFC 5321 5.1' },
  'no-address': { reason: 'domain-not-found', actor: 'receiving admin', retry: 'later', source: 'RFC 5321 5.1' },
  'dns-unanswered': { reason: 'dns-failure', actor: 'receiving admin', retry: 'later', source: 'RFC 5321 5.1' },
  'connect-refused': { ...OPEN, actor: 'receiving admin' },
  'connect-timeout': { ...OPEN, actor: 'network' },
  'connect-unreachable': { ...OPEN, actor: 'network' },
  'connect-failed': { ...OPEN, actor: 'network' },
  'connect-proxy': { ...OPEN, actor: 'network' },
  'reply-timeout': { ...OPEN, actor: 'receiving admin' },
  'reply-unfinished': { ...OPEN, actor: 'receiving admin' },
  'reply-closed': { ...OPEN, actor: 'receiving admin' },
  'reply-cut-off': { ...OPEN, actor: 'receiving admin' },
  'reply-not-smtp': UNREADABLE,
  'reply-too-long': UNREADABLE,
  'reply-refused': { reason: 'client-refused', actor: 'receiving admin', retry: 'later', source: 'RFC 5321 3.1' },
  'reply-wrong-code': UNREADABLE,
  'extension-missing': { reason: 'feature-missing', actor: 'receiving admin', retry: 'no', source: 'RFC 5321 2.2' },
  'login-needs-tls': { reason: 'tls-required', actor: 'receiving admin', retry: 'later', source: 'RFC 4954 9' },
  'login-not-offered': { ...LOGIN, reason: 'feature-missing', source: 'RFC 4954 3' },
  'login-mechanism': { ...LOGIN, reason: 'feature-missing', source: 'RFC 4954 4' },
  'login-bad-secret': { reason: 'login-failed', actor: 'sending admin', retry: 'no', source: 'RFC 4422 3' },
  'login-bad-challenge': { ...LOGIN, source: 'RFC 4954 4' },
  'login-unproven': { ...LOGIN, source: 'RFC 5802 3' },
  'tls-timeout': TLS,
  'tls-clear-text': TLS,
  'tls-failed': TLS,
};

/**
 * What came of a probe: what its report gives as the result, whatever the server said; besides, each recipient that was
 * refused, and a message that was taken. Nothing where a probe without an envelope got through, or was cut off.
 */
export function verdictsOfProbe(text: string, probe: ReportedProbe, conversation: Conversation): readonly Verdict[] {
  const { result, host } = probe;
  if (result === undefined) return [];
  const stage = result.failedAt === undefined ? undefined : (PROBE_STAGES[result.failedAt] ?? '?');
  if (probe.asks !== undefined && stage === undefined) return verdictsOfFlow(text, probe, conversation);
  const outcomes = outcomesOfProbe(text, host, conversation, stage);
  const row = result.code === undefined ? undefined : (ROWS as Readonly<Record<string, Row>>)[result.code];
  if (stage === undefined) return outcomes;
  if (row === undefined) return [];
  const refusal = result.code === 'reply-refused' ? refusalAt(conversation.events, stage) : undefined;
  // The recipients or the message that were refused tell the result already.
  if (outcomes.some(({ span }) => span.start === refusal?.start)) return outcomes;
  const common = { role: 'cause', failed: true, stage, server: host, recipients: [], times: 1 } as const;
  if (refusal !== undefined) return [...outcomes, { ...common, ...verdictOfReply(text, refusal) }];
  const explanation = ofResult(probe, result, row);
  return [
    ...outcomes,
    {
      ...common,
      ...explained(explanation, { stage }),
      span: { start: result.start, end: result.end },
      confidence: explanation.confidence,
    },
  ];
}

/** The answers to the challenges of a login belong to it. */
const isAt = (stage: Stage, { answers }: Reply): boolean =>
  answers === stage || (stage === 'AUTH' && answers === '(auth)');

/**
 * What a probe that asks for more found out of mail: each recipient that was asked for and is refused, and that the server
 * does not relay for this machine. Made-up recipients and forms of addresses are refused as they should be, and what the
 * server exposes happens to no mail: that is in the findings.
 */
function verdictsOfFlow(text: string, probe: ReportedProbe, conversation: Conversation): readonly Verdict[] {
  const { asks, host, findings } = probe;
  if (asks !== 'recipients' && asks !== 'relaying') return [];
  const asked = findings.filter(({ code }) => code.startsWith('recipient-')).map(({ about }) => about);
  const outcomes = outcomesOfProbe(text, host, conversation, undefined);
  if (asks === 'recipients') return outcomes.filter(({ recipients }) => recipients.every((one) => asked.includes(one)));
  if (outcomes.length > 0) return outcomes.map(asRelaying);
  const refusal = refusalAt(conversation.events, 'MAIL');
  if (refusal === undefined) return [];
  const common = { role: 'cause', failed: true, stage: 'MAIL', server: host, recipients: [], times: 1 } as const;
  return [{ ...common, ...verdictOfReply(text, refusal) }];
}

/** Whom the question of relaying is about is none of the server's own: that it knows no such recipient is its refusal. */
function asRelaying(outcome: Verdict): Verdict {
  if (outcome.code !== 'recipient-unknown') return outcome;
  const reason = 'relaying-denied';
  const meaning =
    'The server does not take mail for this recipient from this machine: it says that it knows none, as servers do that do not tell relaying apart.';
  const { actor, retry, next: rows } = reasons[reason];
  const next = stepsBy(actor, rows);
  const source = 'opensmtpd-code lka_session.c';
  const row = { reason, meaning, actor, retry, next, source, basis: 'words', confidence: 'medium' } as const;
  return { ...outcome, ...explained(row), confidence: row.confidence };
}

const refusalAt = (events: Conversation['events'], stage: Stage): Reply | undefined =>
  events.findLast(
    (event): event is Reply => event.kind === 'reply' && isAt(stage, event) && event.code >= 400 && event.code < 600,
  );

/** The result in the report's own words, with what its finding says to do. */
function ofResult({ findings }: ReportedProbe, { text, code }: ReportedResult, row: Row): Explanation {
  const next = findings.find((finding) => finding.code === code)?.next;
  return stated({
    ...row,
    meaning: text,
    next: next === undefined ? [] : [{ by: 'nobody', kind: 'probe', text: next }],
  });
}
