import type { Explanation } from '../explanation.ts';
import type { Step } from '../steps.ts';

const step = (text: string): Step => ({ by: 'sending admin', kind: 'do', text });

const made = new WeakMap<Explanation, Explanation>();

/** Why a message from the empty sender was refused: no sender can correct anything, and no notice goes back (RFC 5321 4.5.5). */
export function ofNotice(refused: Explanation): Explanation {
  const known = made.get(refused);
  if (known !== undefined) return known;
  const told: Explanation = {
    ...refused,
    actor: 'sending admin',
    meaning: `${refused.meaning} What was refused is itself a notice, such as a bounce or an automatic reply: its sender is empty, so that nobody is told.`,
    next: [
      step('Find the message that the notice is about: its sender address is mistyped or forged.'),
      step(
        'Where such senders are forged, refuse mail that cannot be delivered before it is taken, so that no bounce is made.',
      ),
    ],
  };
  made.set(refused, told);
  return told;
}
