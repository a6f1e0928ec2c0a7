import type { Stage } from '../../smtp/verbs.ts';
import type { Status } from '../codeMeanings.ts';
import { because, type Meaning } from '../meaning.ts';
import { alike, type ReasonName, reasons } from '../reasons.ts';
import type { ReplyText } from '../texts/replyText.ts';
import type { ReadWords } from './readWords.ts';

/** Readings that tell reasons apart which are alike: what is wanted before mail is sent. */
const TELLS_WHICH: ReadonlySet<string> = new Set(['mail-to-be-fetched-first', 'web-sign-in-wanted']);

/** Whether the words as a whole say another thing than the row that knows some of them from many servers. */
export const saysAnother = (words: ReadWords, row: ReplyText, byStatus: ReasonName | undefined): boolean =>
  byStatus !== row.reason &&
  words.meaning.reason !== 'unrecognized' &&
  (TELLS_WHICH.has(words.name) || !alike(words.meaning.reason, row.reason));

/** Whether they are to be believed more than the row: they say more, or the row is not sure itself. */
export const tellsMore = ({ particular, confidence, meaning }: ReadWords, row: ReplyText): boolean =>
  particular || (confidence === 'high' && row.confidence === 'medium' && !SAYS_LITTLE.has(meaning.reason));

/** Reasons that tell little of what happened. */
const SAYS_LITTLE: ReadonlySet<ReasonName> = new Set(['server-busy', 'policy-refused', 'client-refused']);

/**
 * Whether an enhanced code says more than what was read: where the sender of a message is not proven, no login failed,
 * what a policy refuses (X.7) was connected, and what is wrong with system, route, protocol or content is no bare
 * refusal of a recipient.
 */
export function saysLess(
  read: ReadWords | undefined,
  status: Status | undefined,
  byStatus: ReasonName | undefined,
): boolean {
  const reason = read?.meaning.reason;
  if (reason === 'connection-failed' && status?.subject === 7) return true;
  if (reason === 'login-failed') return byStatus !== undefined && alike(byStatus, 'sender-unauthenticated');
  return reason === 'unrecognized' && status !== undefined && status.subject >= 3 && status.subject <= 6;
}

/**
 * An address or a domain of which the words do not say whose it is: it is the sender's where the reply answers MAIL or
 * its code says so (RFC 5321 3.3, RFC 7505 4.2, X.1.7, X.1.8).
 */
export function ofSender(row: ReplyText, byStatus: ReasonName | undefined, stage: Stage): Meaning | undefined {
  const reason = OF_SENDER.get(row.reason);
  return reason !== undefined && (byStatus === reason || stage === 'MAIL')
    ? because(reason, reasons[reason].meaning, row.source)
    : undefined;
}

const OF_SENDER: ReadonlyMap<ReasonName, ReasonName> = new Map([
  ['domain-not-found', 'sender-domain-not-found'],
  ['recipient-unknown', 'sender-refused'],
  ['address-malformed', 'sender-refused'],
]);

/** A server that refused was reached: that the program then closed its connection tells nothing of the refusal. */
export const isOfClient = (read: ReadWords | undefined, code: number | undefined, words: string): boolean =>
  read?.meaning.reason === 'connection-failed' && isClosing(code, words);

export const isClosing = (code: number | undefined, words: string): boolean =>
  code !== undefined && code >= 500 && CLOSED.test(words);

const CLOSED = /\bconnection (?:was )?(?:unexpectedly )?(?:closed|dropped|lost)\b|\bsocket close/i;

/** A user that is not known or not active, said in answer to a login, is the one who logs in (RFC 4954 6). */
export const ofLogin = (row: ReplyText, code: number | undefined, stage: Stage): Meaning | undefined =>
  (stage === 'AUTH' || code === 535 || code === 534) && USERS.has(row.reason)
    ? because('login-failed', reasons['login-failed'].meaning, row.source)
    : undefined;

const USERS: ReadonlySet<ReasonName> = new Set(['recipient-unknown', 'address-malformed', 'domain-not-found']);

/** Words that name spam or malware outrank a number that its vendor also gives for another thing. */
export const isOfContent = ({ meaning }: ReadWords, byNumber: Meaning): boolean =>
  (meaning.reason === 'spam-refused' || meaning.reason === 'virus-found') && !alike(meaning.reason, byNumber.reason);

/** Whether words tell which of reasons that are alike: what does not fit, what is listed, why a login was refused. */
export const isExacter = ({ name, meaning }: ReadWords, { reason }: ReplyText): boolean =>
  meaning.reason !== reason &&
  (EXACT.has(name) || (reason === 'login-failed' && meaning.reason === 'account-disabled'));

const EXACT: ReadonlySet<string> = new Set(['from-not-aligned', 'link-on-block-list']);
