import { keptBack } from '../../replies/keptBack.ts';
import type { Explanation } from '../explanation.ts';
import { because } from '../meaning.ts';
import { act } from '../steps.ts';
import { byFilter } from './byFilter.ts';
import { finish } from './finish.ts';

/** A reply, as it is told apart by what stands around it. */
interface Surrounded {
  readonly code?: number | undefined;
  readonly enhanced?: string | undefined;
  /** Its own words. */
  readonly text: string;
}

/** What the words of a program around a reply tell, and the reply's own do not. */
export function explainAround(reply: Surrounded, around: string): Explanation | undefined {
  const { code } = reply;
  if (code !== undefined && code < 400 && OUT_OF_STEP.test(around))
    return finish(outOfStep, { basis: 'words', confidence: 'medium' });
  const kept = code !== undefined && code >= 200 && code < 300 ? keptBack(reply.text) : undefined;
  if (kept !== undefined) return byFilter(kept, around, 'RFC 3463 X.7.1');
  return putOffByMilter(reply, around);
}

/** An answer that is none to the command, as libraries say. */
const OUT_OF_STEP =
  /\bexpected (?:response|reply) code|\b(?:invalid|unexpected) (?:response|reply)(?: code)? (?:received )?from (?:the )?server/i;
const outOfStep = because(
  'command-order',
  'The program got an answer that belongs to another command than the one it waited for: program and server are out of step.',
  'RFC 5321 4.1.4',
  {
    next: [
      act('Look at the whole conversation: the answer before this one was not read, or one command was left out.'),
    ],
  },
);

/** What a filter of the server put off for now without saying why, in the server's log. */
export function putOffByMilter({ code, enhanced, text }: Surrounded, around: string): Explanation | undefined {
  const isTransient = code === undefined ? enhanced?.startsWith('4') === true : code < 500;
  return isTransient && MILTER.test(around) && !WORDED.test(text) ? putOff : undefined;
}

// Nothing is greylisted before it is known from whom and for whom.
const MILTER = /\bmilter-reject: (?!CONNECT )|\bMilter\b.{0,200}? reject=4|\bmilter.{0,80}(?:tempfail|temporar)/i;
/** Words that name a cause of their own. */
const WORDED = /gr[ea]ylist|quota|spf|dkim|dmarc|rate|limit|too many|virus|spam/i;

/** What most filters mean that put a message off (Rspamd, "Greylisting module"). */
export const putOff = finish(
  because(
    'greylisted',
    'A mail filter (milter) of the receiving server put the message off for now, as greylisting does.',
    'postfix-smtpd',
    { retry: 'yes', transientRetry: 'yes', sisimai: 'policyviolation' },
  ),
  { basis: 'words', confidence: 'medium', digit: 4 },
);
