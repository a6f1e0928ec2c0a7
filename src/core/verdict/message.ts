import type { DeliveryReport, Message, Part } from '../mail/message.ts';
import type { Lines } from '../text/lines.ts';
import { formatDelay } from '../trace/delay.ts';
import { type TraceHop, traceHops } from '../trace/trace.ts';
import { verdictsOfConversation } from './conversation.ts';
import { noticesOf } from './notices.ts';
import { explainRecipient } from './reportRecipient.ts';
import { transcriptIn } from './transcript.ts';
import { explained, type Verdict } from './verdict.ts';

/** Waiting between two hops that a person would notice, in milliseconds. */
const NOTICED = 5 * 60_000;

/**
 * What a delivery report tells of each recipient, what another report or an automatic answer says, else where a message
 * waited on its way. A report that was forwarded as an attachment counts where the message itself is none.
 */
export function verdictsOfMessage(text: string, lines: Lines, message: Message): readonly Verdict[] {
  if (message.report !== undefined) return ofReport(message.report);
  const transcript = transcriptIn(lines, message);
  const session = transcript === undefined ? [] : verdictsOfConversation(text, lines, transcript);
  if (session.length > 0) return session;
  const told = noticesOf(message);
  if (told.length > 0) return told;
  const inside = attachedReport(message.root);
  return inside === undefined ? delays(message) : ofReport(inside);
}

/** The report of a message that is attached. */
function attachedReport(part: Part): DeliveryReport | undefined {
  if (part.message !== undefined) return part.message.report;
  for (const child of part.parts) {
    const found = attachedReport(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function ofReport(report: DeliveryReport): readonly Verdict[] {
  return report.recipients.map((recipient) => {
    const delayed = recipient.action === 'delayed';
    const failed = recipient.action === 'failed' || delayed;
    const { codes, explanation, span } = explainRecipient(recipient, report.format);
    return {
      ...explained(explanation),
      span,
      role: delayed ? 'waiting' : failed ? 'cause' : 'success',
      failed,
      confidence: explanation.specific ? 'high' : 'medium',
      ...(codes !== '' && { reply: codes }),
      stage: 'report',
      ...(recipient.remoteMta !== undefined && { server: recipient.remoteMta }),
      recipients: [recipient.finalRecipient ?? recipient.originalRecipient].filter((one) => one !== undefined),
      times: 1,
      retry: delayed ? 'yes' : explanation.retry,
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
