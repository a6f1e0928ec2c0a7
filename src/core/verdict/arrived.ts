import { stated } from '../knowledge/explanation.ts';
import { because } from '../knowledge/meaning.ts';
import { act } from '../knowledge/steps.ts';
import { readSpamReport } from '../mail/header/spamReport.ts';
import type { Field, Message } from '../mail/message.ts';
import { defined } from '../text/defined.ts';
import type { Span } from '../text/span.ts';
import { formatDelay } from '../trace/delay.ts';
import type { TraceHop } from '../trace/hop.ts';
import { traceMessage } from '../trace/messageTrace.ts';
import { failedChecks } from './failedChecks.ts';
import { explained, type Role, type Verdict } from './verdict.ts';

/** Waiting between two hops that a person would notice, in milliseconds. */
const NOTICED = 5 * 60_000;

/** What a message that arrived tells of its way: where it waited, which check failed, whether a filter marked it. */
export const verdictsOfArrival = (message: Message): readonly Verdict[] => [
  ...delays(message),
  ...failedChecks(message),
  ...spamMarks(message),
];

const told = (role: Role, span: Span): Omit<Verdict, keyof ReturnType<typeof explained>> => ({
  span,
  role,
  failed: false,
  confidence: 'medium',
  stage: 'header',
  recipients: [],
  times: 1,
});

/** The longest wait, where there is one that a person would notice. */
function delays(message: Message): readonly Verdict[] {
  if (message.hops.length < 2) return [];
  const { hops } = traceMessage(message);
  let slowest: TraceHop | undefined;
  for (const hop of hops) {
    // From writing to sending somebody may have taken his time: that is no wait of the mail.
    if (hops[0]?.origin === 'date' && hop === hops[1]) continue;
    if ((hop.correctedDelay ?? 0) > (slowest?.correctedDelay ?? NOTICED)) slowest = hop;
  }
  if (slowest === undefined) return [];
  const before = slowest.from ?? 'the host before it';
  const after = slowest.by ?? 'the next host';
  const why = slowest.waiting === undefined ? '' : ` ${WHY[slowest.waiting.kind]}`;
  const row = because(
    'delayed',
    `The message waited ${formatDelay(slowest.correctedDelay ?? 0)} before ${before} handed it to ${after}, if the clocks of both are right.${why}`,
    'RFC 5321 4.4',
    {
      ...(slowest.waiting?.kind === 'greylisting' && { actor: 'nobody' }),
      next: [
        act(`Look in the log of ${before} for this message: each deferral stands there with the reply that caused it.`),
      ],
    },
  );
  return [
    {
      ...told('delay', slowest.span),
      ...explained(stated(row)),
      ...defined({ server: slowest.from }),
    },
  ];
}

const WHY: Readonly<Record<NonNullable<TraceHop['waiting']>['kind'], string>> = {
  greylisting: 'The header says that greylisting held it.',
  queueing: 'The header says that it waited in a queue.',
  deferral: 'The header says that its delivery was put off.',
  moderation: 'The header says that a list held it for its owner.',
};

/** The field in which a filter says that it took the message for spam. */
function spamMarks({ fields }: Message): readonly Verdict[] {
  for (const field of fields) {
    const words = markOf(field);
    if (words === undefined) continue;
    const row = because(
      'spam-marked',
      `${words} The message was delivered all the same, perhaps into the junk folder.`,
      `message-field ${field.name}`,
    );
    return [
      {
        ...told('notice', field),
        ...explained(stated(row)),
      },
    ];
  }
  return [];
}

function markOf({ name, value }: Field): string | undefined {
  switch (name.toLowerCase()) {
    case 'x-spam-flag':
      return /^yes\b/i.test(value) ? 'A spam filter marked the message as spam.' : undefined;
    case 'x-spam-status': {
      if (!/^yes\b/i.test(value)) return undefined;
      const { score, limit } = readSpamReport(value);
      const points = score === undefined ? '' : ` with ${score}${limit === undefined ? '' : ` of ${limit}`} points`;
      return `A spam filter marked the message as spam${points}.`;
    }
    case 'x-forefront-antispam-report': {
      const verdict = /(?:^|;)\s{0,5}SFV:(SPM|SKS|SKB|BLK)(?=;|\s|$)/.exec(value)?.[1];
      return verdict === undefined ? undefined : `Microsoft's filter marked the message as spam (SFV:${verdict}).`;
    }
    case 'x-ms-exchange-organization-scl': {
      const level = /^\s*([5-9])\s*$/.exec(value)?.[1];
      return level === undefined ? undefined : `Exchange gives the message the spam confidence level ${level}.`;
    }
    default:
      return undefined;
  }
}
