import type { Explanation } from '../explanation.ts';
import { isQueueRetry, type Step } from '../steps.ts';

const AGAIN: Step = { by: 'sender', kind: 'again', text: 'Send the message again once that is mended.' };

/** What was made of explanations: many deliveries of a log have the same one. */
const madeFinal = new WeakMap<object, object>();

/** Whoever returned a message does not try again by itself, whatever the last reply said (RFC 5321 4.5.4.1). */
export function givenUp<Told extends Pick<Explanation, 'actor' | 'retry' | 'next'>>(told: Told): Told {
  if (told.retry !== 'yes' && !told.next.some(isQueueRetry)) return told;
  const known = madeFinal.get(told) as Told | undefined;
  if (known !== undefined) return known;
  const next = told.next.filter((step) => !isQueueRetry(step));
  // Nobody has to act only as long as the queue does.
  const final: Told = {
    ...told,
    actor: told.actor === 'nobody' ? 'sending admin' : told.actor,
    retry: 'later',
    next: [...next, AGAIN],
  };
  madeFinal.set(told, final);
  return final;
}

/** What Postfix writes of a message that it returned: `status=bounced`, whatever the class of the code. */
export const saysGivenUp = (text: string): boolean => /\bstatus=(?:bounced|expired)\b/.test(text);
