import type { Stage } from '../smtp/verbs.ts';
import { defined } from '../text/defined.ts';
import type { Retry } from './actor.ts';
import { findCodes, stageOf } from './codesInText.ts';
import { enhancedClasses, enhancedCodes, enhancedSubjects, parseEnhanced } from './enhancedCodes.ts';
import type { Explanation } from './explanation.ts';
import { because, type Meaning } from './meaning.ts';
import { atStage, isReplyCode, replyCodes } from './replyCodes.ts';
import { inSentence } from './sentence.ts';
import { citing } from './sources.ts';
import { isQueueRetry, queueRetries, type Step, sendAgain } from './steps.ts';
import { microsoftCode } from './texts/microsoft/microsoftCodes.ts';
import { packedIndex } from './texts/packedIndex.ts';
import { meaningOf, type ReplyText } from './texts/replyText.ts';
import { openIndex, placesThatMayFit } from './texts/textIndex.ts';
import { allTexts, findText, patternText, type ReplyWords, textLimit } from './texts.ts';
import { unwrapped } from './unwrapped.ts';

/** What is known of a reply. `stage` is what it answers. */
export interface ReplyFacts {
  readonly code?: number;
  readonly enhanced?: string;
  readonly text: string;
  readonly stage?: Stage;
}

type Status = NonNullable<ReturnType<typeof parseEnhanced>>;

/**
 * What a reply means. The most specific source wins: words of one product, an enhanced code of Microsoft's own,
 * words that many servers use, the registry's enhanced code with reply code and stage, and last the class alone.
 */
export function explainReply(reply: ReplyFacts): Explanation {
  const { code, enhanced, text, stage = '?' } = reply;
  const status = enhanced === undefined ? undefined : parseEnhanced(enhanced);
  const digit = decidingClass(code, status);
  const { product, general } = knownWords({
    words: unwrapped(text),
    ...defined({ code, enhanced }),
  });
  // Some products make up numbers of their own, and only their words tell what they mean.
  if (code !== undefined && digit === undefined && !replyCodes.has(code) && product === undefined) {
    return finish(notAReply(code), undefined, undefined, false);
  }
  const meaning =
    (product && meaningOf(product)) ??
    (status !== undefined && status.class !== 2 && digit !== 2 ? microsoftCode(status) : undefined) ??
    (general && meaningOf(general)) ??
    meaningOfCodes(code, status, stage, digit);
  const note = conflict(code, status);
  if (meaning !== undefined) return finish(meaning, digit, note, true);
  return finish(meaningOfClass(code, status, digit), digit, note, false);
}

/** The words of one product; those of many servers, or those that a tool prints when no server spoke. */
interface KnownWords {
  readonly product?: ReplyText | undefined;
  readonly general?: ReplyText | undefined;
}

const index = openIndex(packedIndex);

function knownWords(reply: ReplyWords): KnownWords {
  const rows = placesThatMayFit(index, patternText(reply)).map((place) => allTexts[place] as ReplyText);
  const product = findText(
    rows.filter(({ rank }) => rank === 'product'),
    reply,
  );
  if (product !== undefined) return { product };
  const general = findText(
    rows.filter(({ rank }) => rank !== 'product' && rank !== 'tool' && rank !== 'system'),
    reply,
  );
  if (general !== undefined && reply.code !== undefined) return { general };
  const error = findText(
    rows.filter(({ rank }) => rank === 'tool' || rank === 'system'),
    reply,
  );
  if (general === undefined || error === undefined) return { general: error ?? general };
  // Without a reply code no server spoke, and the words of the tool tell more.
  return { general: general.belowTools || general.reason === error.reason ? error : general };
}

/** What was found in a piece of text. */
export interface ExplainedText {
  readonly code?: number;
  readonly enhanced?: string;
  readonly explanation: Explanation;
}

/**
 * Explains a code (`550 5.7.1`), a line of a log or a bounce, or bare words of a server; undefined where the
 * text holds nothing of the kind. Only the first 2000 characters are looked at. `stage` is what it answers, where
 * that is known from elsewhere than the text.
 */
export function explainText(line: string, stage?: Stage): ExplainedText | undefined {
  const text = unwrapped(line).slice(0, textLimit);
  const found = findCodes(text);
  if (found === undefined) {
    const { product, general } = knownWords({ words: text });
    const row = product ?? general;
    return row && { explanation: finish(meaningOf(row), undefined, undefined, true) };
  }
  const { code, enhanced, words } = found;
  const codes = { ...defined({ code, enhanced }) };
  return { ...codes, explanation: explainReply({ ...codes, text: words, stage: stage ?? stageOf(text) }) };
}

/**
 * The class that decides what a client does: the first digit of the reply code, whatever the enhanced code or
 * the words say (RFC 5321 4.2); the enhanced code's class where there is no reply code.
 */
function decidingClass(code: number | undefined, status: Status | undefined): number | undefined {
  if (code === undefined) return status?.class;
  const digit = Math.floor(code / 100);
  return digit >= 2 && digit <= 5 ? digit : undefined;
}

/** Reply codes that many causes share: an enhanced code, even a general one, says more. */
const broadCodes: ReadonlySet<number> = new Set([450, 451, 452, 550, 552, 554]);

function meaningOfCodes(
  code: number | undefined,
  status: Status | undefined,
  stage: Stage,
  digit: number | undefined,
): Meaning | undefined {
  const row = code === undefined ? undefined : replyCodes.get(code);
  const byReply = row && (atStage(row.stages, stage) ?? row.general);
  const known = status && enhancedCodes.get(`X.${status.subject}.${status.detail}`);
  const success = digit === 2 || digit === 3;
  if (known === undefined) {
    // An unknown detail still narrows a broad code down, unless the stage says what it is about.
    const broad = status !== undefined && code !== undefined && broadCodes.has(code);
    return broad && row !== undefined ? atStage(row.stages, stage) : byReply;
  }
  // Some details are about success only, all others about failure only.
  if ((known.general.reason === 'accepted') !== success) return byReply;
  if (success) return byReply ?? known.general;
  const byStatus = (digit === 4 ? known.transient : undefined) ?? atStage(known.stages, stage) ?? known.general;
  if (!known.vague || byReply === undefined) return byStatus;
  const statusSaysMore = code !== undefined && broadCodes.has(code) && status?.subject !== 0;
  return statusSaysMore ? byStatus : byReply;
}

function meaningOfClass(code: number | undefined, status: Status | undefined, digit: number | undefined): Meaning {
  if (digit === 3) {
    return because('in-progress', 'The server waits for more; more is not known of this code.', 'RFC 5321 4.2.1');
  }
  const general = enhancedClasses.get(digit ?? 0);
  if (general === undefined) {
    return because('unknown', 'Neither a code nor known words tell what happened.', 'RFC 5321 4.2');
  }
  const source = code === undefined ? general.source : 'RFC 5321 4.2.1';
  if (digit === 2) return because('accepted', 'It worked; more is not known of this code.', source);
  const subject = status && enhancedSubjects.get(status.subject);
  if (subject !== undefined) {
    return { ...subject, meaning: joined(general.meaning, subject.meaning), source: citing(source, subject.source) };
  }
  if (code !== undefined && !isReplyCode(code)) {
    return because(
      'unrecognized',
      joined(general.meaning, `RFC 5321 has no code ${code}, so only its first digit tells something.`),
      'RFC 5321 4.2, 4.2.1',
    );
  }
  return because('unrecognized', joined(general.meaning, 'More is not known of this code.'), source);
}

function notAReply(code: number): Meaning {
  const number = String(code).padStart(3, '0');
  return because(
    'not-a-reply',
    `${number} is no reply code of SMTP: the first digit is 2 to 5, the second 0 to 5.`,
    'RFC 5321 4.2',
  );
}

function conflict(code: number | undefined, status: Status | undefined): string | undefined {
  const digit = code === undefined ? undefined : decidingClass(code, status);
  if (digit === undefined || status === undefined || digit === status.class) return undefined;
  const word = new Map([
    [2, 'success'],
    [3, 'go on'],
    [4, 'for now'],
    [5, 'for good'],
  ]);
  return `the reply code says “${word.get(digit)}” and the enhanced code “${word.get(status.class)}”, and the reply code decides.`;
}

/** Two sentences as one. */
function joined(first: string, second: string): string {
  return `${first.replace(/\.$/, '')}; ${inSentence(second)}`;
}

function finish(row: Meaning, digit: number | undefined, note: string | undefined, specific: boolean): Explanation {
  return {
    meaning: note === undefined ? row.meaning : joined(row.meaning, note),
    actor: row.actor,
    retry: retryOf(row, digit),
    next: stepsOf(row, digit),
    source: note === undefined ? row.source : citing(row.source, 'RFC 5321 4.2', 'RFC 2034 4'),
    reason: row.reason,
    ...defined({ sisimai: row.sisimai }),
    specific,
  };
}

function retryOf(row: Meaning, digit: number | undefined): Retry {
  if (digit === 2 || digit === 3) return 'no';
  if (digit === 4) return row.transientRetry ?? 'yes';
  return row.retry;
}

function stepsOf(row: Meaning, digit: number | undefined): readonly Step[] {
  const waits = row.next.some(({ kind }) => kind === 'wait');
  if (digit === 4 && retryOf(row, digit) === 'yes' && !waits && row.reason !== 'accepted') {
    return [queueRetries, ...row.next.filter(({ kind }) => kind !== 'again')];
  }
  return digit === 5 ? row.next.map((step) => (isQueueRetry(step) ? sendAgain : step)) : row.next;
}
