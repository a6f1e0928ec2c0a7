import type { ReasonName } from '../../knowledge/reasons.ts';
import type { Step } from '../../knowledge/steps.ts';
import type { Verdict } from '../verdict.ts';

/** What came back does not go again by itself, though the way is free. */
export const ONCE_MORE: Step = {
  by: 'sender',
  kind: 'do',
  text: 'Send the message that came back again, unless it is the one that was taken later.',
};

/** Reasons that lie in the message itself, in who logs in, or nobody knows where: what another one meets says nothing of them. */
const OF_MESSAGE: ReadonlySet<ReasonName> = new Set([
  'content-refused',
  'content-unsupported',
  'dkim-failed',
  'login-failed',
  'message-malformed',
  'message-too-large',
  'policy-refused',
  'security-refused',
  'spam-refused',
  'too-large-for-mailbox',
  'too-many-recipients',
  'unknown',
  'unrecognized',
  'virus-found',
]);

/** Nobody has to wait any more for what was got over, or to send again what was taken. */
export const gotOver = (verdict: Verdict): Verdict =>
  verdict.role === 'recovered' && verdict.next.some(isDone)
    ? { ...verdict, next: verdict.next.filter((step) => !isDone(step)) }
    : verdict;

const isDone = ({ kind }: Step): boolean => kind === 'wait' || kind === 'again';

/**
 * A deferral whose recipient got mail from the same sender later on was got over; a refusal that lay in sender,
 * recipient or way as well, but what came back is another message.
 */
export function withoutOvercome(verdicts: readonly Verdict[]): readonly Verdict[] {
  const delivered = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    if (verdict.role !== 'success') continue;
    for (const recipient of verdict.recipients) {
      delivered.set(delivery(verdict.sender, recipient), verdict);
      if (verdict.queueId !== undefined) delivered.set(delivery(verdict.queueId, recipient), verdict);
    }
  }
  return verdicts.map((verdict) => {
    const { role, sender, queueId, span, recipients } = verdict;
    const [recipient] = recipients;
    if ((role !== 'waiting' && !liesAround(verdict)) || recipient === undefined) return verdict;
    const same = queueId === undefined ? undefined : delivered.get(delivery(queueId, recipient));
    const later = same ?? delivered.get(delivery(sender, recipient));
    if (later === undefined || later.span.start <= span.start) return verdict;
    if (isOther(verdict, later)) return verdict;
    if (role === 'waiting') return { ...verdict, role: 'recovered', failed: false };
    return isLoopback(later) ? verdict : { ...verdict, role: 'recovered', failed: false, next: [ONCE_MORE] };
  });
}

/** A queue that still has one message says nothing of another one. */
const isOther = ({ role, queued: one }: Verdict, { queued: other }: Verdict): boolean =>
  role === 'waiting' && one !== undefined && other !== undefined && one[0] === other[0] && one !== other;

/** What a log shows to have failed for one recipient, and not because of the message. */
const liesAround = ({ role, sender = '', code, recipients, deliveries }: Verdict): boolean =>
  role === 'cause' && deliveries === 1 && sender !== '' && recipients.length === 1 && !OF_MESSAGE.has(code);

/** What a filter beside the server took is not there yet. */
const isLoopback = ({ server = '' }: Verdict): boolean => /^(?:127\.|::1$|localhost)/.test(server);

/** Of a sender, or of a message. */
const delivery = (of: string | undefined, recipient: string): string => `${of ?? ''} ${recipient}`.toLowerCase();
