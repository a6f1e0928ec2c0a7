import type { Actor } from '../knowledge/actor.ts';
import { ofNotice } from '../knowledge/found/ofNotice.ts';
import { isMailerName, isNullPath } from '../mail/bounces/evidence.ts';
import { fieldNamed } from '../mail/header/fields.ts';
import type { DeliveryReport, Message, Part, ReportRecipient } from '../mail/message.ts';
import { defined } from '../text/defined.ts';
import type { Lines } from '../text/lines.ts';
import { heldAgainst, verdictsOfArrival } from './arrived.ts';
import { verdictsOfConversation } from './conversationVerdicts.ts';
import { noticesOf } from './notices.ts';
import { passedOn } from './passedOn.ts';
import { explainRecipient } from './reportRecipient.ts';
import { transcriptIn } from './transcript.ts';
import { explained, type Verdict } from './verdict.ts';

/**
 * What a delivery report tells of each recipient, what another report or an automatic answer says, else what a message
 * that arrived tells of its way. A report that was forwarded as an attachment counts where the message itself is none.
 */
export function verdictsOfMessage(text: string, lines: Lines, message: Message): readonly Verdict[] {
  const { report } = message;
  if (report !== undefined) {
    const told = ofReport(report, isOfNotice(report.returned ?? returnedIn(message.root)));
    return [...told, ...heldAgainst(message)];
  }
  const transcript = transcriptIn(lines, message);
  const session = transcript === undefined ? [] : verdictsOfConversation(text, lines, transcript);
  if (session.length > 0) return session;
  const told = noticesOf(message);
  const inside = told.length > 0 ? undefined : attachedReport(message.root);
  return inside ?? verdictsOfArrival(message, told);
}

/** Whether what came back is itself a notice, which nobody gets back (RFC 5321 4.5.5). */
const isOfNotice = (returned: Message | undefined): boolean =>
  returned !== undefined &&
  (isNullPath(returned.fields) || isMailerName(fieldNamed(returned.fields, 'from')?.value.slice(0, 300) ?? ''));

function returnedIn({ parts }: Part): Message | undefined {
  const part = parts.slice(0, 20).find(({ message, decodedMessage }) => (message ?? decodedMessage) !== undefined);
  return part?.message ?? part?.decodedMessage;
}

/** What the report of a message says that is attached. */
function attachedReport(part: Part): readonly Verdict[] | undefined {
  if (part.message !== undefined) return part.message.report && ofReport(part.message.report);
  const { decodedMessage, start, end } = part;
  if (decodedMessage !== undefined)
    return decodedMessage.report && ofReport(decodedMessage.report).map((one) => ({ ...one, span: { start, end } }));
  for (const child of part.parts) {
    const found = attachedReport(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whom the sender knows: the final recipient, but where it is a name of the receiving host alone (RFC 3464 2.3.2). */
function addressOf({ finalRecipient, originalRecipient }: ReportRecipient): string | undefined {
  if (finalRecipient === undefined || originalRecipient === undefined) return finalRecipient ?? originalRecipient;
  return LOCAL.test(finalRecipient) && !LOCAL.test(originalRecipient) ? originalRecipient : finalRecipient;
}

/** Without a domain, with one that only the host itself knows, or a program or a file. */
const LOCAL =
  /^[^@]{1,400}$|^["'|/]|@(?:localhost|[^@.]{1,63}|[^@]{1,200}\.(?:local|localdomain|localhost|internal|intranet|lan|home|corp))$/i;

/** Gmail says behind the name of a host whose it is. */
const REMARK = /\.?\s{1,4}\(.{0,300}$/s;

/** Who cannot mend anything for a notice that failed. */
const OUTSIDE: ReadonlySet<Actor> = new Set(['sender', 'network']);

/** What a report says of each recipient; `notice`: of one. */
export function ofReport(report: DeliveryReport, notice = false): readonly Verdict[] {
  return report.recipients.map((recipient) => {
    const delayed = recipient.action === 'delayed';
    const failed = recipient.action === 'failed' || delayed;
    const { codes, explanation: told, context, span } = explainRecipient(recipient, report.format, report.waited);
    const explanation =
      notice && failed && OUTSIDE.has(told.actor)
        ? ofNotice(told)
        : failed
          ? passedOn(told, recipient.originalRecipient, recipient.finalRecipient)
          : told;
    const until = delayed ? recipient.willRetryUntil : undefined;
    const meaning = `${explanation.meaning} It is tried until ${until?.slice(0, 80)}.`;
    return {
      ...explained(until === undefined ? explanation : { ...explanation, meaning }, {
        ...context,
        wordsAlone: report.format !== 'rfc3464' && report.reportingMta === undefined,
      }),
      span,
      role: delayed ? 'waiting' : failed ? 'cause' : 'success',
      failed,
      confidence: explanation.confidence,
      ...(codes !== '' && { reply: codes }),
      stage: 'report',
      ...defined({ server: recipient.remoteMta?.replace(REMARK, '') }),
      ...(notice && { sender: '' }),
      recipients: [addressOf(recipient)].filter((one) => one !== undefined),
      times: 1,
      // What a person has to release is not tried again.
      retry: delayed && explanation.sisimai !== 'onhold' ? 'yes' : explanation.retry,
    };
  });
}
