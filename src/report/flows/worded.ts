import type { WordedFinding } from '../../core/text/finding.ts';
import type { Answered, ReplyMeaning } from '../../probes/smtp/flows/outcome.ts';
import { streamFailureWords } from '../failureWords.ts';

/** A flow in words: what stands under the steps of its report. */
export interface WordedFlow {
  readonly findings: readonly WordedFinding[];
  /** What came of it, as the sentence of the result. */
  readonly says: string;
  /** It is as whoever asks wants it to be. */
  readonly isGood: boolean;
}

/** `550 5.1.1 no such user`, the first line of an answer, or what came instead of one. */
export function answerWords({ code, lines, lost }: Answered): string {
  if (code === undefined) return lost === undefined ? 'no answer' : streamFailureWords[lost];
  const line = lines.at(-1) ?? String(code);
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}

/** `The server answered 550 5.1.1 no such user: there is no mailbox with this address.` */
export const answeredWith = (answered: Answered): string =>
  answered.means === undefined
    ? `The answer was ${answerWords(answered)}.`
    : `The answer was ${answerWords(answered)}: ${answered.means.meaning}`;

/** `Try again in 5 minutes, as the server says; …`; the number is what an editor offers to wait. */
function againWords({ again, reason }: ReplyMeaning): string {
  if (again === undefined) return '';
  const minutes = `${again.minutes} ${again.minutes === 1 ? 'minute' : 'minutes'}`;
  if (again.said) return `Try again in ${minutes}, as the server asks.`;
  if (reason === 'greylisted')
    return `Try again in ${minutes} from the same address with the same sender and recipient; a sending server does so by itself.`;
  return `Try again in ${minutes}, as a queue does (RFC 5321 4.5.4.1).`;
}

/** What to do about a refusal: the wait of a 4yz, then the first steps of who has to act. */
export const nextWords = (means: ReplyMeaning | undefined): string | undefined => {
  if (means === undefined) return undefined;
  const steps = means.again === undefined ? means.next.slice(0, 2) : [againWords(means), ...means.next.slice(0, 1)];
  return steps.join(' ') || undefined;
};

/** Whom a refusal is about. */
export type Refused = 'mailbox' | 'address' | 'relaying' | 'client' | 'later' | 'other';

const ADDRESS = ['recipient-unknown', 'recipient-moved', 'address-malformed', 'suppressed'];
const MAILBOX = [
  'recipient-inactive',
  'recipient-restricted',
  'recipient-filtered',
  'list-problem',
  'mailbox-full',
  'too-large-for-mailbox',
];
const RELAYING = ['relaying-denied', 'mail-not-accepted', 'domain-not-found', 'routing-failed'];
const CLIENT = [
  'blocklisted',
  'client-refused',
  'greeting-refused',
  'poor-reputation',
  'reverse-dns',
  'sender-refused',
  'sender-domain-not-found',
  'sender-not-allowed',
  'sender-unauthenticated',
  'spam-refused',
  'spf-failed',
  'dkim-failed',
  'dmarc-failed',
  'login-required',
  'login-failed',
  'tls-required',
  'security-refused',
  'rate-limited',
  'too-many-connections',
];

/** Whether a refusal is about the mailbox, about the domain, or about this machine and what it says of itself. */
export function refusedFor({ code = 0, means }: Answered): Refused {
  const reason = means?.reason ?? '';
  if (RELAYING.includes(reason)) return 'relaying';
  if (CLIENT.includes(reason)) return 'client';
  if (MAILBOX.includes(reason)) return 'mailbox';
  if (code >= 400 && code < 500) return 'later';
  return ADDRESS.includes(reason) && means?.sure === true ? 'address' : 'other';
}
