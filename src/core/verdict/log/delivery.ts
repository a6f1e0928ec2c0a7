import type { Explanation } from '../../knowledge/explanation.ts';
import { givenUp } from '../../knowledge/found/givenUp.ts';
import { ofNotice } from '../../knowledge/found/ofNotice.ts';
import type { ReasonName } from '../../knowledge/reasons.ts';
import type { LogEntry } from '../../log/log.ts';
import type { Span } from '../../text/span.ts';
import type { Role, VerdictStage } from '../verdict.ts';

/** What a line of a log tells of one delivery, or of a message or server without saying for whom. */
export interface Delivery {
  readonly span: Span;
  readonly role: Role;
  readonly explanation: Explanation;
  /** The reply's codes as written: `550 5.1.1`. */
  readonly reply?: string;
  readonly stage: VerdictStage;
  readonly server?: string;
  readonly sender?: string;
  readonly queueId?: string;
  /** Which message a queue has, or had, by the kind of its id. */
  readonly queued?: string;
  /** The program that wrote the line, with its process. */
  readonly process?: string;
  readonly recipients: readonly string[];
  /** How often the same was said of the same. */
  readonly times: number;
  /** Why it was put off before that, where it was for other reasons. */
  readonly earlier?: readonly ReasonName[];
  /** Nobody says whose delivery it is: trouble with a message or a server. */
  readonly loose?: true;
  /** The line names whom it is about, and not what became of the delivery. */
  readonly remark?: true;
}

export const isFailed = ({ role }: Pick<Delivery, 'role'>): boolean =>
  role === 'cause' || role === 'waiting' || role === 'consequence';

/** What made a server give a message up, of those for whom it did. */
export const causeOf = ({ loose: _, ...one }: Delivery, { recipients }: Delivery): Delivery => ({
  ...one,
  role: 'cause',
  explanation: givenUp(one.explanation),
  recipients: one.recipients.length > 0 ? one.recipients : recipients,
});

/** What a server says of itself while it has a message in hand, as sendmail's SYSERR. */
export const isOwnFault = ({ role, queueId, explanation: { reason } }: Delivery): boolean =>
  role === 'cause' && queueId !== undefined && OWN_FAULTS.has(reason);

const OWN_FAULTS: ReadonlySet<ReasonName> = new Set(['service-failed', 'system-error', 'system-full', 'mail-loop']);

/** The same delivery, or the same refusal of the same at the door; the detail of a trace is of one delivery. */
export const keyOf = (
  entry: LogEntry,
  message: string | undefined,
  recipient: string | undefined,
  said: Delivery,
): string =>
  /^exchange-(?:table|list)$/.test(entry.format) && (message ?? recipient ?? said.sender ?? entry.subject) === undefined
    ? ''
    : keyOfNamed(entry, message, recipient, said);

const keyOfNamed = (
  entry: LogEntry,
  message: string | undefined,
  recipient: string | undefined,
  said: Delivery,
): string =>
  entry.outcome === 'rejected' || message === undefined
    ? `${entry.sender?.text ?? entry.client?.text ?? ''} ${recipient ?? ''} ${said.reply ?? ''} ${said.explanation.reason} ${entry.subject?.text ?? ''}`
    : `${message} ${recipient ?? ''}`;

/** What the sender would have to mend, of a message that has none. */
export const asNotice = (one: Delivery): Delivery =>
  one.sender === '' && one.role === 'cause' && one.explanation.actor === 'sender'
    ? { ...one, explanation: ofNotice(one.explanation) }
    : one;
