import type { Actor, Retry } from '../knowledge/actor.ts';
import { explainReply } from '../knowledge/explain.ts';
import { type Explanation, stated } from '../knowledge/explanation.ts';
import type { ReasonName } from '../knowledge/reasons.ts';
import type { Sources } from '../knowledge/sources.ts';
import type { Conversation, Reply } from '../smtp/conversation.ts';
import type { ProbeFailureCode, ProbeStepName, ReportedProbe, ReportedResult } from '../smtp/probe/probeReport.ts';
import type { Stage } from '../smtp/verbs.ts';
import { replyFacts } from './replyFacts.ts';
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

const ROWS: Readonly<Record<Exclude<ProbeFailureCode, 'cancelled'>, Row>> = {
  'bad-host': REQUEST,
  'bad-port': REQUEST,
  'bad-helo': REQUEST,
  'bad-redirect': REQUEST,
  'no-such-host': { reason: 'domain-not-found', actor: 'receiving admin', retry: 'no', source: 'RFC 5321 5.1' },
  'no-address': { reason: 'domain-not-found', actor: 'receiving admin', retry: 'later', source: 'RFC 5321 5.1' },
  'dns-unanswered': { reason: 'dns-failure', actor: 'receiving admin', retry: 'later', source: 'RFC 5321 5.1' },
  'connect-refused': { ...OPEN, actor: 'receiving admin' },
  'connect-timeout': { ...OPEN, actor: 'network' },
  'connect-unreachable': { ...OPEN, actor: 'network' },
  'connect-failed': { ...OPEN, actor: 'network' },
  'reply-timeout': { ...OPEN, actor: 'receiving admin' },
  'reply-unfinished': { ...OPEN, actor: 'receiving admin' },
  'reply-closed': { ...OPEN, actor: 'receiving admin' },
  'reply-cut-off': { ...OPEN, actor: 'receiving admin' },
  'reply-not-smtp': UNREADABLE,
  'reply-too-long': UNREADABLE,
  'reply-refused': { reason: 'client-refused', actor: 'receiving admin', retry: 'later', source: 'RFC 5321 3.1' },
  'reply-wrong-code': UNREADABLE,
  'tls-timeout': TLS,
  'tls-clear-text': TLS,
  'tls-failed': TLS,
};

const STAGES: Readonly<Record<ProbeStepName, Stage>> = {
  NAME: 'connect',
  CONNECT: 'connect',
  BANNER: 'connect',
  'FIRST-EHLO': 'EHLO',
  'FIRST-HELO': 'HELO',
  STARTTLS: 'STARTTLS',
  TLS: 'STARTTLS',
  EHLO: 'EHLO',
  HELO: 'HELO',
  QUIT: 'QUIT',
  UNASKED: '?',
};

/** What came of a probe: what its report gives as the result, whatever the server said. Nothing where it got through. */
export function verdictsOfProbe(text: string, probe: ReportedProbe, { events }: Conversation): readonly Verdict[] {
  const { result, host } = probe;
  const row = result?.code === undefined ? undefined : (ROWS as Readonly<Record<string, Row>>)[result.code];
  if (result?.failedAt === undefined || row === undefined) return [];
  const stage = STAGES[result.failedAt] ?? '?';
  const common = { role: 'cause', failed: true, stage, server: host, recipients: [], times: 1 } as const;
  const refusal = result.code === 'reply-refused' ? refusalAt(events, stage) : undefined;
  if (refusal !== undefined) return [{ ...common, ...ofRefusal(text, refusal) }];
  const explanation = ofResult(probe, result, row);
  return [
    {
      ...common,
      ...explained(explanation, { stage }),
      span: { start: result.start, end: result.end },
      confidence: explanation.confidence,
    },
  ];
}

const refusalAt = (events: Conversation['events'], stage: Stage): Reply | undefined =>
  events.findLast(
    (event): event is Reply =>
      event.kind === 'reply' && event.answers === stage && event.code >= 400 && event.code < 600,
  );

function ofRefusal(text: string, reply: Reply) {
  const explanation = explainReply(replyFacts(text, reply));
  const { code, enhanced, start, end, answers } = reply;
  return {
    ...explained(explanation, {
      stage: answers === '?' ? undefined : answers,
      code,
      status: enhanced,
      words: reply.text,
    }),
    span: { start, end },
    confidence: explanation.confidence,
    reply: enhanced === undefined ? String(code) : `${code} ${enhanced}`,
  };
}

/** The result in the report's own words, with what its finding says to do. */
function ofResult({ findings }: ReportedProbe, { text, code }: ReportedResult, row: Row): Explanation {
  const next = findings.find((finding) => finding.code === code)?.next;
  return stated({
    ...row,
    meaning: text,
    next: next === undefined ? [] : [{ by: 'nobody', kind: 'probe', text: next }],
  });
}
