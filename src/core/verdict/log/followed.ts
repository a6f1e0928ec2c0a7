import { givenUp } from '../../knowledge/found/givenUp.ts';
import { type Delivery, isFailed } from './delivery.ts';

/** It only waits for the next try. */
export const waitsOnly = ({ role, explanation: { reason, actor, retry }, queueId }: Delivery): boolean =>
  role === 'waiting' &&
  reason === 'connection-failed' &&
  actor === 'nobody' &&
  retry === 'yes' &&
  queueId !== undefined;

const isSilent = ({ explanation: { reason } }: Delivery): boolean => reason === 'unknown';

/** What a later line makes of an earlier word on the same delivery. */
export function followed(before: Delivery, now: Delivery): Delivery {
  if (now.role === 'success' && (before.role === 'waiting' || before.role === 'recovered')) {
    return { ...before, role: 'recovered', times: before.times };
  }
  // A line that only says what became of it takes nothing away from the one that says why.
  const { reason } = now.explanation;
  if (isFailed(before) && isFailed(now) && (reason === 'unknown' || (reason === 'expired' && !isSilent(before)))) {
    return now.role === 'cause' ? { ...before, role: 'cause', explanation: givenUp(before.explanation) } : before;
  }
  // What a filter took to keep it is not gone, whatever the server that handed it over is told.
  if (before.role === 'waiting' && now.role === 'cause' && now.reply?.startsWith('2') === true) return before;
  // That it is not tried yet tells nothing of why it was put off.
  if (before.role === 'waiting' && waitsOnly(now)) return { ...before, times: before.times + 1 };
  if (before.role === 'recovered' || before.role === 'success') return before.role === now.role ? before : now;
  const { reason: why } = before.explanation;
  const isSame = why === reason && before.reply === now.reply;
  const earlier = before.role === 'waiting' ? [...(before.earlier ?? []), ...(isSame ? [] : [why])] : [];
  const others = [...new Set(earlier)].filter((one) => one !== reason && one !== 'unknown');
  return { ...now, times: isSame ? before.times + 1 : 1, ...(others.length > 0 && { earlier: others }) };
}
