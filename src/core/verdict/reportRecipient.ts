import { type ExplainedText, explainText } from '../knowledge/explain.ts';
import { explainReply } from '../knowledge/explainReply.ts';
import { atMost, type Explanation, isByWords, stated } from '../knowledge/explanation.ts';
import { causeIn } from '../knowledge/found/noticeCauses.ts';
import { because } from '../knowledge/meaning.ts';
import type { ReasonName } from '../knowledge/reasons.ts';
import type { SisimaiContext } from '../knowledge/sisimai.ts';
import { citing } from '../knowledge/sources.ts';
import { isQueueRetry, type Step } from '../knowledge/steps.ts';
import type { ReportFormat, ReportRecipient } from '../mail/message.ts';
import { readReplyLine } from '../smtp/grammar.ts';
import { defined } from '../text/defined.ts';
import { inSentence } from '../text/sentence.ts';
import type { Span } from '../text/span.ts';
import { atExchanger, byForm, untold, WAITING } from './reportForm.ts';

/** What a delivery report says of one recipient, explained. */
export interface ExplainedRecipient {
  /** What the other server said, the type of the diagnostic taken off (RFC 3464 2.3.6). */
  readonly said: string;
  /** The codes in it, else the status of the report: `550 5.1.1`; empty where there is neither. */
  readonly codes: string;
  readonly explanation: Explanation;
  /** What the class of sisimai hangs on. */
  readonly context: SisimaiContext;
  /** Where the words stand that tell the cause. */
  readonly span: Span;
}

/** PowerMTA, which spoke with the other server, writes into its reports that it was the mailbox. */
const isBadMailbox = ({ extensions = [] }: ReportRecipient): boolean =>
  extensions.some(({ name, value }) => /^x-powermta-bouncecategory$/i.test(name) && value.trim() === 'bad-mailbox');

interface Told {
  readonly said: string;
  readonly code?: number;
  readonly enhanced?: string;
  readonly explanation: Explanation;
  readonly span: Span;
  /** How much it tells: 3 known words, 2 codes with a meaning, 1 a class, 0 nothing. */
  readonly worth: number;
}

/**
 * What happened to one recipient. The diagnostic is what the other server said; where it gives no cause, the words for
 * people may, and else the status alone. `waited`: the report says that the mailer tried for a time and gave up.
 */
export function explainRecipient(
  recipient: ReportRecipient,
  format: ReportFormat = 'rfc3464',
  waited = false,
): ExplainedRecipient {
  const { status, diagnostic, diagnosticSpan, words, wordsSpan } = recipient;
  const whole = { start: recipient.start, end: recipient.end };
  const [, type, rest] = /^([\w-]{1,40});\s{0,20}(.*)$/s.exec(diagnostic ?? '') ?? [];
  const said = rest ?? diagnostic ?? '';
  const deferred = said === '' ? DEFERRED.exec(words ?? '')?.[1] : undefined;
  const outer = tell(said, status, diagnosticSpan ?? whole);
  const inner =
    INNER_REPLY.exec(said)?.[1] ??
    BEHIND_SUCCESS.exec(said)?.[1] ??
    LAST_TRY.exec(said)?.[1] ??
    recipient.lastTry ??
    deferred;
  const quoted = inner === undefined ? undefined : tell(inner.replace(/^(\d{3})[- ]{1,2}'/, '$1 '), status, outer.span);
  const enhancedOfBoth = quoted?.enhanced ?? outer.enhanced;
  const first: Told =
    quoted !== undefined && quoted.worth > 1 ? { ...quoted, said, ...defined({ enhanced: enhancedOfBoth }) } : outer;
  let best = first;
  if (words !== undefined && (first.worth < 2 || (said === '' && first.worth < 3))) {
    const second = tell(words, first.enhanced, wordsSpan ?? whole, first.worth > 1);
    if (second.worth > first.worth || (said === '' && second.worth === first.worth)) best = second;
  }
  const formal = byForm(recipient, type?.toLowerCase(), format, said, best);
  if (formal === undefined && best.worth === 0 && best.explanation.reason === 'unknown')
    best = piecewise(recipient, best, wordsSpan ?? whole) ?? best;
  const enhanced = best.enhanced ?? status;
  return {
    said: best.said,
    codes: [best.code, enhanced].filter((part) => part !== undefined).join(' '),
    explanation: outwaited(
      status,
      recipient.action,
      formal ?? (best.worth > 0 ? atExchanger(best.explanation, recipient) : untold(recipient, best.explanation)),
    ),
    context: {
      report: true,
      stage: recipient.answers ?? (isBadMailbox(recipient) ? 'RCPT' : undefined),
      code: best.code,
      status: enhanced,
      action: recipient.action,
      waited,
      worded: best.worth > 2,
      words: `${said}\n${words ?? ''}`,
    },
    span: best.span,
  };
}

/** `prose`: words for people beside a status that has a meaning. */
function tell(saying: string, status: string | undefined, span: Span, prose = false): Told {
  const said = withoutRepeats(saying);
  const read = readReplyLine(said);
  const found = read === undefined ? explainText(said) : undefined;
  const code = read?.code ?? found?.code;
  const nested = INNER.exec(said)?.[1];
  const own = nested ?? read?.enhanced ?? found?.enhanced;
  // A status that says no more than its class is what mailers give to replies without one.
  const enhanced = own ?? (code !== undefined && /^\d\.[05]\.0$/.test(status ?? '') ? undefined : status);
  const facts = { ...defined({ code, enhanced }) };
  const text = read === undefined ? said : said.slice(read.textStart);
  const explanation = explainReply({ ...facts, text, stage: '?', prose: prose && code === undefined });
  const byWords = isByWords(explanation);
  const vague = VAGUE.has(explanation.reason) || (!byWords && code === undefined && /^\d\.5\.0$/.test(enhanced ?? ''));
  const worth = vague ? 0 : byWords ? 3 : explanation.basis === 'class' ? 1 : 2;
  return { said, ...facts, explanation, span, worth };
}

/** Pieces of a notice's words that are tried. */
const MOST_PIECES = 60;

/** Where the words as a whole are not known, the sentence among them that is, first those about the recipient. */
function piecewise({ words, around }: ReportRecipient, best: Told, span: Span): Told | undefined {
  for (const text of words === undefined || around === undefined
    ? [words, around]
    : [words, around.replace(words, '')]) {
    if (text === undefined) continue;
    const cause = causeIn(text);
    // The heading over it may be the one that stands over every address.
    const told = cause?.reason === 'domain-not-found' ? undefined : knownPiece(text);
    if (told !== undefined) return { said: best.said, ...told, span, worth: 3 };
    if (cause === undefined) continue;
    const explanation = stated(because(cause.reason, cause.meaning, 'RFC 3464 2.1'));
    return { said: best.said, explanation: { ...explanation, basis: 'words', confidence: 'medium' }, span, worth: 3 };
  }
  return undefined;
}

/** A line, or a sentence that may go over several, whose words are known. */
function knownPiece(text: string): ExplainedText | undefined {
  let left = MOST_PIECES;
  for (const paragraph of text.split(/\n\s{0,80}\n/, 30)) {
    const whole = paragraph.replace(/\s{1,80}/g, ' ');
    const pieces = [...paragraph.split('\n', 20), ...whole.split(/(?<=[.!?;])\s|(?<=[。！？])/, 20)];
    for (const piece of new Set(pieces.map((one) => one.trim()))) {
      if (piece.length < 8 || piece.length > 500 || FRAME.test(piece) || left-- <= 0) continue;
      const found = explainText(piece);
      if (found === undefined || !isCause(found.explanation)) continue;
      return {
        ...found,
        explanation: { ...found.explanation, confidence: atMost(found.explanation.confidence, 'medium') },
      };
    }
  }
  return undefined;
}

/** What a mailer says around every delay is no cause. */
const FRAME =
  /\bon the queue (?:on|at) |\bnot (?:yet )?been delivered (?:to one or more|is\b|are\b|yet\b)|\battempts will continue\b/i;

const isCause = ({ basis, reason }: Explanation): boolean =>
  (basis === 'words' || basis === 'server-words') && !VAGUE.has(reason) && !NO_CAUSE.has(reason);

/** What a sentence around a refusal may speak of without being its cause. */
const NO_CAUSE: ReadonlySet<ReasonName> = new Set([
  'accepted',
  'in-progress',
  'automatic-reply',
  'complaint',
  'unknown',
]);

/** A reply of several lines that was folded into one repeats its codes in front of each (RFC 5321 4.2.1). */
function withoutRepeats(said: string): string {
  const codes = /^\s{0,4}(\d{3})-(\d\.\d{1,3}\.\d{1,3} )?/.exec(said);
  if (codes === null) return said;
  const [whole, code, enhanced = ''] = codes;
  const rest = said.slice(whole.length).split(` ${code}-${enhanced}`).join(' ').split(` ${code} ${enhanced}`).join(' ');
  return `${whole.replace('-', ' ')}${rest}`;
}

/** The whole reply that a gateway quotes in its own. */
const INNER_REPLY = /\b([45]\d\d[- ]{1,2}'[^']{3,500})'/;

/** How the last try ended, as Amazon SES puts it behind its own words: `Message expired. <421 4.4.2 …>`. */
const LAST_TRY = /<(4\d\d 4\.\d{1,3}\.\d{1,3} [^<>]{3,300})>\s{0,4}$/;

/** What a server said inside what the next one says of it: `5.1.0 - Unknown address error 550-'5.2.2 …'`. */
const INNER = /\b[45]\d\d[- ]{1,2}['"<#]{1,2}([245]\.\d{1,3}\.\d{1,3})\b|^[45]\d\d #([245]\.\d{1,3}\.\d{1,3})\b/;

/** A refusal that a server put into a line of its greeting: `220-mx 421 4.2.1 …`. */
const BEHIND_SUCCESS = /^\s{0,4}2\d\d[- ][^\s\d]\S{0,80} ([45]\d\d [45]\.\d{1,3}\.\d{1,3} .{2,500})/s;

/** The last try, as sendmail puts it into the transcript of a message that it gave up. */
const DEFERRED = /(?:^|\.{3} )Deferred: ([^\n]{3,300})/;

const VAGUE: ReadonlySet<ReasonName> = new Set(['unknown', 'unrecognized', 'not-a-reply']);

const AGAIN: Step = { by: 'sender', kind: 'again', text: 'Send the message again once that is mended.' };

/** What keeps a message in the queue until its time is over. */
const CAUSES: ReadonlySet<ReasonName> = new Set(['connection-failed', 'dns-failure', 'routing-failed', 'server-busy']);

/** RFC 3463 X.4.7: the time for the delivery is over; what the words tell is why nobody took the message until then. */
function outwaited(status: string | undefined, action: string | undefined, told: Explanation): Explanation {
  const cause = action === 'failed' ? givenUp(told) : action === 'delayed' ? stillTried(told) : told;
  if (!/^[45]\.4\.7$/.test(status ?? '') || !CAUSES.has(cause.reason))
    return action === 'failed' && status?.startsWith('4.') === true ? ended(cause) : cause;
  const what = action === 'delayed' ? 'waits in the queue for long' : 'waited too long in the queue and was given up';
  const sisimai = cause.sisimai ?? (cause.reason === 'dns-failure' ? 'networkerror' : undefined);
  return {
    ...(action === 'delayed' ? cause : withoutRetry(cause)),
    reason: 'expired',
    meaning: `The message ${what}: ${inSentence(cause.meaning)}`,
    source: citing('RFC 3463 X.4.7', cause.source),
    ...defined({ sisimai }),
  };
}

/** RFC 3464 2.3.3, `failed`: whoever gave a message up does not try again by itself, whatever the last reply was. */
const givenUp = (cause: Explanation): Explanation =>
  cause.retry === 'yes' || cause.next.some(isQueueRetry) ? withoutRetry(cause) : cause;

/** A status of 4yz in a report of a failure: what was passing was tried until the time for it was over. */
const ended = (cause: Explanation): Explanation =>
  cause.reason === 'expired' || cause.tells?.gaveUp === true
    ? cause
    : { ...cause, meaning: `${cause.meaning.replace(/\.$/, '')}. The sending server gave up.` };

/** Of what is still tried, words that say that it was given up are not believed. */
const stillTried = (cause: Explanation): Explanation => {
  const { meaning, actor, retry, next } = stated(WAITING);
  return cause.reason === 'expired' ? { ...cause, meaning, actor, retry, next } : cause;
};

const withoutRetry = (cause: Explanation): Explanation => ({
  ...cause,
  // Nobody has to act only as long as the queue does.
  actor: cause.actor === 'nobody' ? AGAIN.by : cause.actor,
  retry: 'later',
  next: [...cause.next.filter((step) => step !== AGAIN && !isQueueRetry(step)), AGAIN],
});
