import { foremostReply, leadingNumber } from '../replies/foremostReply.ts';
import type { FoundReply } from '../replies/foundReply.ts';
import { asLogged, plainWords } from '../replies/plainWords.ts';
import { isOutsideSmtp, isReplyCode } from '../replies/replyCode.ts';
import { stageOf } from '../replies/stages.ts';
import type { Stage } from '../smtp/verbs.ts';
import { defined } from '../text/defined.ts';
import { once } from '../text/once.ts';
import { spanText } from '../text/span.ts';
import {
  conflict,
  contradiction,
  decidingClass,
  meaningBesideWords,
  meaningOfClass,
  meaningOfCodes,
  notAReply,
  reasonOfStatus,
} from './codeMeanings.ts';
import { parseEnhanced } from './enhancedCodes.ts';
import { atMost, type Explanation } from './explanation.ts';
import { explainAround } from './found/aroundReply.ts';
import { explainBareWords } from './found/bareWords.ts';
import { filteredIn } from './found/byFilter.ts';
import { finish } from './found/finish.ts';
import { givenUp, saysGivenUp } from './found/givenUp.ts';
import { causeOfWords } from './found/noticeCauses.ts';
import { byRow, earned } from './grammar/confidence.ts';
import { behindFields, isWordless, saysSomething } from './grammar/emptyWords.ts';
import { type ReadWords, readWords } from './grammar/readWords.ts';
import {
  isClosing,
  isExacter,
  isOfClient,
  isOfContent,
  ofLogin,
  ofSender,
  saysAnother,
  saysLess,
  tellsMore,
} from './grammar/weighed.ts';
import { explainInnermost } from './grammar/wrappers.ts';
import { knownWords, statusOf } from './knownWords.ts';
import { lastLineOf } from './lastLine.ts';
import { explainNearest } from './nearest/explainNearest.ts';
import { replyCodes } from './replyCodes.ts';
import { refusedToken } from './saslChallenge.ts';
import { meaningOf, type ReplyText } from './texts/replyText.ts';
import { vendorCode } from './texts/vendorCodes.ts';
import { patternText, textLimit } from './texts.ts';
import { unwrapped } from './unwrapped.ts';

/** What is known of a reply. `stage` is what it answers. */
export interface ReplyFacts {
  readonly code?: number;
  readonly enhanced?: string;
  readonly text: string;
  readonly stage?: Stage;
  /** The words of the last line, where the reply has several; without it they are looked for in the text. */
  readonly lastLine?: string | undefined;
  /** Words for people around a code, and no reply: what no row knows of them is not read. */
  readonly prose?: boolean;
}

/**
 * What a reply means. The most specific source wins: words of one product, an enhanced code of the vendor's own,
 * words that many servers use, subject and predicate of words that no row knows, the registry's enhanced code with
 * reply code and stage, and last the class alone.
 */
export function explainReply(told: ReplyFacts): Explanation {
  const reply = told.text.includes('(in reply') ? { ...told, text: told.text.replace(ANSWERED, '') } : told;
  const flat = unwrapped(reply.text);
  const whole = explainWords(reply, flat);
  const inner = explainInnermost(flat, whole, (text, stage) =>
    explainWords({
      ...codesOf(reply),
      text,
      stage: reply.stage === undefined || reply.stage === '?' ? stage : reply.stage,
    }),
  );
  return inner ?? whole;
}

/** What Postfix says was answered: no words of the server. */
const ANSWERED = / ?\(in reply to [^()]{1,60}\)/g;

const codesOf = ({ code, enhanced }: ReplyFacts) => defined({ code, enhanced });

/** What a reply means, its words taken as they are; `flat` are they on one line. */
function explainWords(reply: ReplyFacts, flat = unwrapped(reply.text)): Explanation {
  const { code, enhanced, text, stage = '?' } = reply;
  const refused = code === 334 ? refusedToken(text) : undefined;
  if (refused !== undefined) return finish(refused, { basis: 'words', confidence: 'high' });
  const status = enhanced === undefined ? undefined : parseEnhanced(enhanced);
  const digit = decidingClass(code, status);
  const codes = defined({ code, enhanced });
  const { product, general: anywhere } = knownWords({ words: flat, ...codes });
  const lastLine = reply.lastLine ?? (text.includes('\n') ? lastLineOf(text) : undefined);
  const last = lastLine === undefined ? undefined : { words: lastLine, ...codes };
  const ends = last && statusOf(last);
  const general = ends === undefined || ends.reason === anywhere?.reason ? anywhere : ends;
  // Some products make up numbers of their own, and only their words tell what they mean.
  if (code !== undefined && digit === undefined && !replyCodes.has(code) && product === undefined) {
    return finish(notAReply(code), { basis: 'class', confidence: 'low' });
  }
  const note = conflict(code, status) ?? contradiction(status, digit);
  const known = { digit, note, words: flat };
  const failed = status !== undefined && status.class !== 2 && digit !== 2;
  const vendor = failed ? vendorCode(status, patternText({ words: text, ...codes })) : undefined;
  const byStatus = vendor?.meaning.reason ?? reasonOfStatus(status, digit);
  const around = { code, digit, stage, byStatus };
  const refuses = (digit === 4 || digit === 5) && reply.prose !== true;
  const reading = once(() => (refuses ? readWords(flat, around) : undefined));
  const beside = refuses ? { byStatus, spoken: code !== undefined, read: reading, words: flat } : undefined;
  if (product !== undefined && !product.belowWords) {
    return finish(meaningOf(product), { ...known, ...byRow(product, beside) });
  }
  const asRead = (read: ReadWords): Explanation => {
    const { meaning, confidence: told } = read;
    const confidence = beside ? earned({ ...beside, told, reason: meaning.reason, read: () => read }) : told;
    return finish(meaning, { ...known, basis: 'words', confidence });
  };
  if (vendor?.shown) {
    const read = reading();
    if (read !== undefined && isOfContent(read, vendor.meaning)) return asRead(read);
    return finish(vendor.meaning, { ...known, basis: 'server-words', confidence: vendor.confidence });
  }
  const byGeneral = (row: ReplyText): Explanation =>
    finish(ofSender(row, byStatus, stage) ?? ofLogin(row, code, stage) ?? meaningOf(row), {
      ...known,
      ...byRow(row, beside),
    });
  const plain = general?.vague !== true;
  // What tools print is said of a reply only where its own words do not tell.
  const ofTool = code !== undefined && (general?.rank === 'tool' || general?.rank === 'system');
  const ended = refuses && last !== undefined && general === anywhere ? readWords(last.words, around) : undefined;
  if (ended?.confidence === 'high' && ended.meaning.reason !== general?.reason) {
    return finish(ended.meaning, { ...known, basis: 'words', confidence: 'medium' });
  }
  const words = reading();
  if (general !== undefined && plain && !ofTool) {
    const other = words && (saysAnother(words, general, byStatus) || isExacter(words, general)) ? words : undefined;
    if (other === undefined) return byGeneral(general);
    if (tellsMore(other, general)) return asRead({ ...other, confidence: 'medium' });
    const told = byGeneral(general);
    return { ...told, confidence: atMost(told.confidence, 'medium') };
  }
  // A row says more of the same cause.
  const row = general ?? product;
  const told = [row?.reason, row && 'unrecognized', product && 'policy-refused', product && 'client-refused'].includes(
    words?.meaning.reason,
  );
  const read = told || saysLess(words, status, byStatus) || isOfClient(words, code, flat) ? undefined : words;
  if (read?.confidence === 'high') return asRead(read);
  if (vendor !== undefined) return finish(vendor.meaning, { ...known, basis: 'enhanced-code', confidence: 'medium' });
  if (general !== undefined && plain) return byGeneral(general);
  if (read !== undefined) return asRead(read);
  if (product !== undefined) return finish(meaningOf(product), { ...known, ...byRow(product) });
  if (general !== undefined) return byGeneral(general);
  const unknownWords = refuses && saysSomething(text);
  const cause = unknownWords ? causeOfWords(flat, byStatus) : undefined;
  if (cause !== undefined) return finish(cause, { ...known, basis: 'words', confidence: 'medium' });
  const nearest = unknownWords && !isClosing(code, flat) ? explainNearest(flat, byStatus) : undefined;
  if (nearest !== undefined) return finish(nearest.meaning, { ...known, ...nearest, unknownWords });
  const byCodes = meaningOfCodes(code, status, stage, digit);
  const confidence = unknownWords ? 'low' : 'medium';
  if (byCodes === undefined) {
    return finish(meaningOfClass(code, status, digit), { ...known, basis: 'class', confidence: 'low', unknownWords });
  }
  const worded = unknownWords || (byCodes.basis === 'reply-code' && refuses && SOME_ERROR.test(text));
  const meaning = worded ? meaningBesideWords(byCodes.meaning, code, status, digit) : byCodes.meaning;
  return finish(meaning, { ...known, basis: byCodes.basis, confidence, unknownWords });
}

/** A fault or a refusal, and not which: the one meaning that an RFC gives a code that many use is then not meant. */
const SOME_ERROR = /\b(?:error|fail(?:ed|ure)|rejected|refused|denied)\b/i;

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
