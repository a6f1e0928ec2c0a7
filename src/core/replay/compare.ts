import { readPathArgument } from '../session/argument.ts';
import { type Offer, readOffer } from '../session/offer.ts';
import { isGreeting, type SessionView } from '../session/sessionView.ts';
import type { Command, Reply } from '../smtp/conversation.ts';
import { firstOf } from '../text/few.ts';
import type { WordedFinding } from '../text/finding.ts';
import { plainText } from '../text/plain.ts';
import { RECIPE_STEPS, type RecipeStep } from './recipe.ts';

/** A session in its text. */
export interface SessionText {
  readonly text: string;
  readonly view: SessionView;
}

/** Findings of one kind that are written. */
const MOST = 20;
/** Characters of a reply that is quoted. */
const QUOTED = 200;

/**
 * What differs between a session as a text has it and the same one held again: codes, offered keywords, TLS, the first
 * step that fails. `until` is where the second one was to stop; what lies behind it does not differ.
 */
export function compareSessions(
  told: SessionText,
  now: SessionText | undefined,
  about: string,
  until: RecipeStep,
): readonly WordedFinding[] {
  const before = repliesOf(told);
  const after = now === undefined ? new Map<string, Reply>() : repliesOf(now);
  if (now === undefined || after.size === 0) {
    const text = 'Nothing can be held against the ticket: no session came about now.';
    return [{ level: 'unknown', code: 'again-not-reached', about, text }];
  }
  const expected = [...before.keys()].filter((key) => rankOf(key) <= RECIPE_STEPS.indexOf(until));
  const findings = [
    ...tlsDifference(told, now, about, until),
    ...codeDifferences(expected, before, after, about),
    ...offerDifferences(told, now, about),
    ...firstFailures(expected, before, after, about),
  ];
  const missing = expected.filter((key) => !after.has(key));
  if (missing.length > 0) {
    const text = `The ticket has an answer to ${firstOf(missing, 5)}; now it did not come to that.`;
    findings.push({ level: 'unknown', code: 'again-not-reached', about, text });
  }
  if (findings.length > 0) return findings;
  const count = expected.length;
  const text = `The same as in the ticket: the same codes in ${count === 1 ? 'the one reply' : `all ${count} replies`}, the same keywords.`;
  return [{ level: 'pass', code: 'again-same', about, text }];
}

/** The reply to each step, by what was asked: `RCPT TO:<ann@contoso.test>`, `EHLO under TLS`. */
function repliesOf({ text, view }: SessionText): ReadonlyMap<string, Reply> {
  const found = new Map<string, Reply>();
  if (view.greeting !== undefined) found.set(CONNECTION, view.greeting);
  for (const { command, reply, secured } of view.steps) {
    const { verb } = command;
    if (reply === undefined || found.size > MOST_REPLIES) continue;
    if (isGreeting(verb)) found.set(secured ? UNDER_TLS : 'EHLO', reply);
    else if (verb === 'RCPT') found.set(`RCPT TO:<${recipientOf(text, command)}>`, reply);
    else if (ONCE.has(verb) && !found.has(verb)) found.set(verb, reply);
  }
  // A login is answered behind its challenges (RFC 4954 4).
  const login = view.events.findLast((event): event is Reply => event.kind === 'reply' && event.answers === '(auth)');
  if (login !== undefined && found.has('AUTH')) found.set('AUTH', login);
  const taken = view.events.findLast((event): event is Reply => event.kind === 'reply' && event.answers === '(data)');
  if (taken !== undefined) found.set(MESSAGE, taken);
  return found;
}

const CONNECTION = 'the connection';
const UNDER_TLS = 'EHLO under TLS';
const MESSAGE = 'the message';
const ONCE: ReadonlySet<string> = new Set(['STARTTLS', 'AUTH', 'MAIL', 'DATA']);
const MOST_REPLIES = 200;

function recipientOf(text: string, command: Command): string {
  const { start, end } = readPathArgument(text, command)?.path ?? command.argument;
  return plainText(text.slice(start, Math.min(end, start + 320)).replace(/^TO:\s{0,4}/i, '')).toLowerCase();
}

function rankOf(step: string): number {
  if (step === CONNECTION) return 0;
  if (step === UNDER_TLS) return RECIPE_STEPS.indexOf('STARTTLS');
  const name = step.startsWith('RCPT') ? 'RCPT' : step === MESSAGE ? 'MESSAGE' : step;
  return RECIPE_STEPS.indexOf(name as RecipeStep);
}

const isSame = (a: Reply, b: Reply): boolean => a.code === b.code && a.enhanced === b.enhanced;

const quotedReply = ({ code, enhanced, text }: Reply): string =>
  plainText([code, enhanced, text].filter((part) => part !== undefined && part !== '').join(' '), QUOTED);

function codeDifferences(expected: readonly string[], before: Replies, after: Replies, about: string): WordedFinding[] {
  const found: WordedFinding[] = [];
  let left = 0;
  for (const step of expected) {
    const [was, is] = [before.get(step), after.get(step)];
    if (was === undefined || is === undefined || isSame(was, is)) continue;
    if (found.length >= MOST) left++;
    else
      found.push({
        level: 'warning',
        code: 'again-reply-differs',
        about,
        text: `${step}: the ticket: ${quotedReply(was)}; now: ${quotedReply(is)}.`,
      });
  }
  if (left > 0) found.push({ level: 'note', code: 'again-more', about, text: `${left} more replies differ.` });
  return found;
}

type Replies = ReadonlyMap<string, Reply>;

/** What was offered last before TLS, and under it; also behind a greeting at which a session ends. */
function offersOf({ text, view }: SessionText): ReadonlyMap<string, Offer> {
  const found = new Map<string, Offer>();
  for (const { command, reply, secured } of view.steps)
    if (reply?.code === 250 && isGreeting(command.verb))
      found.set(secured ? UNDER_TLS : 'EHLO', readOffer(text, reply));
  return found;
}

/** Keywords, and what stands behind those in which it decides what a client may do. */
function offerDifferences(told: SessionText, now: SessionText, about: string): WordedFinding[] {
  const before = offersOf(told);
  const found: WordedFinding[] = [];
  for (const [where, is] of offersOf(now)) {
    const was = before.get(where);
    if (was === undefined) continue;
    const gone = [...was.keys()].filter((keyword) => !is.has(keyword));
    const come = [...is.keys()].filter((keyword) => !was.has(keyword));
    const other = ['SIZE', 'AUTH'].filter((keyword) => {
      const [a, b] = [was.get(keyword)?.words.join(' '), is.get(keyword)?.words.join(' ')];
      return a !== undefined && b !== undefined && a !== b;
    });
    const parts = [
      ...(gone.length > 0 ? [`no longer offered: ${listed(gone)}`] : []),
      ...(come.length > 0 ? [`new: ${listed(come)}`] : []),
      ...other.map((keyword) => `${keyword}: the ticket: ${wordsIn(was, keyword)}; now: ${wordsIn(is, keyword)}`),
    ];
    if (parts.length > 0)
      found.push({ level: 'warning', code: 'again-offer-differs', about, text: `${where}: ${parts.join('; ')}.` });
  }
  return found;
}

const listed = (keywords: readonly string[]): string => plainText(firstOf(keywords, 30), QUOTED);
const wordsIn = (offer: Offer, keyword: string): string =>
  plainText(offer.get(keyword)?.words.join(' ') || 'nothing behind it', QUOTED);

function tlsDifference(told: SessionText, now: SessionText, about: string, until: RecipeStep): WordedFinding[] {
  if (RECIPE_STEPS.indexOf(until) < RECIPE_STEPS.indexOf('STARTTLS')) return [];
  const [was, is] = [tlsOf(told), tlsOf(now)];
  if (was === is || (was === 'TLS' && is !== 'no TLS') || (is === 'TLS' && was !== 'no TLS')) return [];
  return [{ level: 'warning', code: 'again-tls-differs', about, text: `The ticket: ${was}; now: ${is}.` }];
}

/** `TLSv1.3` where a note says which, `TLS` where none does. */
function tlsOf({ text, view: { conversation, session, steps } }: SessionText): string {
  if (!steps.some(({ secured }) => secured)) return 'no TLS';
  for (const note of conversation.notes) {
    if (note.start > session.end) break;
    if (note.end < session.start) continue;
    const version = /\bTLSv1(?:\.[0-3])?\b/.exec(text.slice(note.start, Math.min(note.end, note.start + 2000)))?.[0];
    if (version !== undefined) return version;
  }
  return 'TLS';
}

function firstFailures(expected: readonly string[], before: Replies, after: Replies, about: string): WordedFinding[] {
  const first = (replies: Replies): string | undefined =>
    expected.find((step) => (replies.get(step)?.code ?? 0) >= 400);
  const [was, is] = [first(before), first(after)];
  if (was === is) return [];
  const words = (step: string | undefined, replies: Replies): string =>
    step === undefined ? 'none' : `${step} (${replies.get(step)?.code})`;
  const text = `The first step that is refused: the ticket: ${words(was, before)}; now: ${words(is, after)}.`;
  return [{ level: is === undefined ? 'note' : 'warning', code: 'again-failure-differs', about, text }];
}
