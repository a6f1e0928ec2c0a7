import { foremostReply, leadingNumber } from '../replies/foremostReply.ts';
import type { FoundReply } from '../replies/foundReply.ts';
import { asLogged, plainWords } from '../replies/plainWords.ts';
import { isOutsideSmtp, isReplyCode } from '../replies/replyCode.ts';
import { stageOf } from '../replies/stages.ts';
import type { Stage } from '../smtp/verbs.ts';
import { defined } from '../text/defined.ts';
import { spanText } from '../text/span.ts';
import { explainReply } from './explainReply.ts';
import type { Explanation } from './explanation.ts';
import { explainAround } from './found/aroundReply.ts';
import { explainBareWords } from './found/bareWords.ts';
import { filteredIn } from './found/byFilter.ts';
import { givenUp, saysGivenUp } from './found/givenUp.ts';
import { behindFields, isWordless } from './grammar/emptyWords.ts';
import { explainInnermost } from './grammar/wrappers.ts';
import { lastLineOf } from './lastLine.ts';
import { replyCodes } from './replyCodes.ts';
import { textLimit } from './texts.ts';
import { unwrapped } from './unwrapped.ts';

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
  const said = asLogged(line);
  const text = unwrapped(said.includes('""') ? said.replace(DOUBLED, "'") : said).slice(0, textLimit);
  const told = explainLine(line, text, stage);
  return told && saysGivenUp(text) ? { ...told, explanation: givenUp(told.explanation) } : told;
}

/** `text` is the line without its breaks. */
function explainLine(line: string, text: string, stage?: Stage): ExplainedText | undefined {
  const filtered = filteredIn(text);
  if (filtered !== undefined) return { explanation: filtered };
  const found = foremostReply(text);
  const words = found === undefined ? '' : spanText(text, found.words);
  const last = lastLineOf(line);
  // The last line may be that of another reply in the same text.
  const ownLast = last !== undefined && words.includes(unwrapped(last).slice(0, ENOUGH)) ? last : undefined;
  const explained = found && explainFound(found, words, text, stage, ownLast);
  if (explained !== undefined) return explained;
  const number = leadingNumber(text);
  if (number !== undefined && (number.words.trim() === '' || mayBeCode(number.code))) {
    const { code, words } = number;
    return { code, explanation: explainReply({ code, text: words, stage: stage ?? stageOf(text) }) };
  }
  const bare = explainBareWords(text);
  const explanation = explainInnermost(text, bare, explainBareWords) ?? bare;
  return explanation && { explanation };
}

/** Characters by which a line is known again. */
const ENOUGH = 40;

/** A quote inside of a cell of a table of values with commas between them (RFC 4180 2.7). */
const DOUBLED = /""(?=\w)|(?<=[\w.)>])""/g;

/** A code, one of those that products make up, or a number that tools print where a server gave no reply. */
const mayBeCode = (code: number): boolean => isReplyCode(code) || replyCodes.has(code) || code === 0 || code === 999;

/** What libraries of HTTP put beside a status. */
const HTTP = /\bstatusCode\b|\b(?:Bad Request|Forbidden|Unauthorized|Payment Required|HTTP)\b/i;

/**
 * Explains a reply that was found, by its words, or by those around it where it has none: `no such user (#5.1.1)`.
 * Undefined for what only known words make a reply of.
 */
export function explainFound(
  { code, enhanced, sureness, stage: shown }: FoundReply,
  words: string,
  around: string,
  stage = shown,
  lastLine?: string,
): ExplainedText | undefined {
  // A status of HTTP says nothing of the class of a reply.
  const ofHttp = code !== undefined && isOutsideSmtp(code) && (sureness === 'doubtful' || HTTP.test(around));
  const codes = ofHttp ? {} : defined({ code, enhanced });
  const isBare = !/\p{L}{2}/u.test(words);
  const text = isBare && isWordless(around) ? '' : plainWords(isBare ? behindFields(around) : words);
  const said =
    explainAround({ ...codes, text }, around) ?? explainReply({ ...codes, text, stage, ...defined({ lastLine }) });
  // The words of a program around a code are not the server's: where they tell nothing, the code does.
  const isOthers = said.unknownWords || (code !== undefined && /^(?:connection-f|command-m)/.test(said.reason));
  const explanation = isBare && isOthers ? explainReply({ ...codes, text: '', stage }) : said;
  return sureness === 'doubtful' && !/words$/.test(explanation.basis) ? undefined : { ...codes, explanation };
}
