import type { Stage } from '../smtp/verbs.ts';
import { defined } from '../text/defined.ts';
import { once } from '../text/once.ts';
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
import { finish } from './found/finish.ts';
import { causeOfWords } from './found/noticeCauses.ts';
import { byRow, earned } from './grammar/confidence.ts';
import { saysSomething } from './grammar/emptyWords.ts';
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
import { patternText } from './texts.ts';
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
