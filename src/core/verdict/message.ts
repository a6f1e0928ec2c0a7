import type { Message } from '../mail/message.ts';
import { formatDelay } from '../trace/delay.ts';
import { type TraceHop, traceHops } from '../trace/trace.ts';
import { explainRecipient } from './reportRecipient.ts';
import type { Verdict } from './verdict.ts';

/** Waiting between two hops that a person would notice, in milliseconds. */
const NOTICED = 5 * 60_000;

/** What a delivery report tells of each recipient, else where a message waited on its way. */
export const verdictsOfMessage = (message: Message): readonly Verdict[] =>
  message.report === undefined ? delays(message) : ofReport(message);

function ofReport(message: Message): readonly Verdict[] {
  return (message.report?.recipients ?? []).map((recipient) => {
    const delayed = recipient.action === 'delayed';
    const failed = recipient.action === 'failed' || delayed;
    const { codes, explanation } = explainRecipient(recipient);
    return {
      code: explanation.reason,
      span: recipient.diagnosticSpan ?? { start: recipient.start, end: recipient.end },
      role: delayed ? 'waiting' : failed ? 'cause' : 'success',
      failed,
      confidence: explanation.specific ? 'high' : 'medium',
      ...(codes !== '' && { reply: codes }),
      stage: 'report',
      ...(recipient.remoteMta !== undefined && { server: recipient.remoteMta }),
      recipients: recipient.finalRecipient === undefined ? [] : [recipient.finalRecipient],
      times: 1,
      actor: explanation.actor,
      retry: delayed ? 'yes' : explanation.retry,
      summary: explanation.meaning,
      next: explanation.next,
      source: explanation.source,
    };
  });
}

/** The longest wait, where there is one that a person would notice. */
function delays(message: Message): readonly Verdict[] {
  const { hops } = traceHops(message);
  let slowest: TraceHop | undefined;
  for (const hop of hops) if ((hop.correctedDelay ?? 0) > (slowest?.correctedDelay ?? NOTICED)) slowest = hop;
  if (slowest === undefined) return [];
  const waited = formatDelay(slowest.correctedDelay ?? 0);
  const before = slowest.from ?? 'the host before it';
  const after = slowest.by ?? 'the next host';
  return [
    {
      code: 'delayed',
      span: slowest.span,
      role: 'delay',
      failed: false,
      confidence: 'medium',
      stage: 'header',
      ...(slowest.from !== undefined && { server: slowest.from }),
      recipients: [],
      times: 1,
      actor: 'sending admin',
      retry: 'no',
      summary: `The message waited ${waited} before ${before} handed it to ${after}, if the clocks of both are right.`,
      next: [
        `Look in the log of ${before} for this message: each deferral stands there with the reply that caused it.`,
      ],
      source: 'RFC 5321 4.4',
    },
  ];
}
