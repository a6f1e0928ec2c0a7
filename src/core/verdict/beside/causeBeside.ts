import type { Ticket } from '../../ticket/ticket.ts';
import type { Verdict } from '../verdict.ts';

/**
 * What a page or a tool shows of a delivery says only that it failed, and one refusal is quoted beside it without saying
 * of whom: that is why, and the delivery says of whom.
 */
export function withCauseBeside(
  { blocks }: Ticket,
  said: readonly Verdict[],
  quoted: readonly Verdict[],
): readonly [said: readonly Verdict[], quoted: readonly Verdict[]] {
  const failures = said.filter(({ failed }) => failed);
  const refusals = quoted.filter(({ failed }) => failed);
  const [failure] = failures;
  const [refusal] = refusals;
  const isAlone = failures.length === 1 && refusals.length === 1;
  if (!isAlone || failure?.code !== 'unknown' || failure.reply !== undefined) return [said, quoted];
  if (refusal?.reply === undefined || refusal.recipients.length > 0) return [said, quoted];
  const isShown = blocks.some(
    ({ kind, start, end }) => kind === 'log' && start <= failure.span.start && failure.span.start < end,
  );
  if (!isShown || refusal.span.start < failure.span.start) return [said, quoted];
  const { recipients, sender, queueId } = failure;
  const whole: Verdict = {
    ...refusal,
    recipients,
    ...(sender !== undefined && { sender }),
    ...(queueId !== undefined && { queueId }),
  };
  return [said.filter((one) => one !== failure), quoted.map((one) => (one === refusal ? whole : one))];
}
