import { type ExplainedText, explainText } from '../../knowledge/explain.ts';
import type { ReasonName } from '../../knowledge/reasons.ts';
import type { Span } from '../../text/span.ts';
import { isIdle } from './idle.ts';

/** What stands where a text is nothing but the words of an error, and what they mean. */
export interface ErrorAlone extends Span {
  readonly found: ExplainedText;
}

/** Characters and lines of a text that may be one error; a longer one is a story. */
const LONGEST = 600;
const MOST_LINES = 4;

/**
 * The error that a text is, without a code and without the words of a program around it: what somebody pasted out of a
 * window, `The recipient's mailbox is full`. In a longer text the same words are somebody's sentence. The words that are
 * known of one line, or of all lines as one that was wrapped.
 */
export function errorAlone(text: string): ErrorAlone | undefined {
  const start = text.search(/\S/);
  if (start < 0 || text.length - start > LONGEST * 2) return undefined;
  const whole = text.slice(start).trimEnd();
  if (whole.length > LONGEST || saidByPerson.test(whole)) return undefined;
  const lines = [...whole.matchAll(/[^\r\n]{1,600}/g)].filter(([line]) => line.trim() !== '');
  if (lines.length > MOST_LINES) return undefined;
  for (const { 0: line, index } of lines) {
    const found = known(line);
    if (found !== undefined) return { start: start + index, end: start + index + line.length, found };
  }
  const found = lines.length > 1 ? known(lines.map(([line]) => line.trim()).join(' ')) : undefined;
  return found && { start, end: start + whole.length, found };
}

/** What people write to people. */
const saidByPerson =
  /\?$|^(?:hello|hi|hey|dear|hallo|bonjour|hola|ciao)\b|\bmy\b|\bfull of\b|\b(?:thanks|thank you|help me|please help)\b/i;

function known(line: string): ExplainedText | undefined {
  const found = explainText(line);
  if (found === undefined || found.code !== undefined || found.enhanced !== undefined) return undefined;
  const { basis, reason } = found.explanation;
  const isKnown = (basis === 'server-words' || basis === 'words') && !saysLittle.has(reason);
  // What one product says in its own words is no sentence of a person, whatever it advises.
  return isKnown && (basis === 'server-words' || !isIdle(line, found)) ? found : undefined;
}

const saysLittle: ReadonlySet<ReasonName> = new Set(['accepted', 'in-progress', 'unknown', 'unrecognized']);
