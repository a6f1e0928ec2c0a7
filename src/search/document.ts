import { verdictLabel } from '../core/report/verdictWords.ts';
import { actorWords } from '../core/report/words.ts';
import { firstOf } from '../core/text/few.ts';
import { readTicket } from '../core/ticket/readTicket.ts';
import { readVerdicts } from '../core/verdict/readVerdicts.ts';
import { foremost } from '../core/verdict/verdict.ts';
import type { Needle } from './needle.ts';
import type { FoundLine, Stitched, StitchedMessage } from './stitch.ts';

/** What was searched, and what of it stands in the document. */
export interface FoundDocument extends Stitched {
  readonly needles: readonly Needle[];
  /** How each source is called, and what stands above its rows. */
  readonly sources: readonly { readonly name: string; readonly numbered: boolean; readonly header?: string }[];
  readonly lines: number;
  readonly problems: readonly string[];
}

/** Messages and loose lines that are written out. */
const MESSAGES = 1000;
const LOOSE = 200;

/** What was found as a ticket: each message with what became of it, then its lines with where they stand. */
export function* documentOf(found: FoundDocument): Generator<string> {
  const { needles, messages, loose, sources, lines, problems } = found;
  const asked = needles.map(({ text }) => text).join(', ');
  yield `Find Message: ${asked}\n${counted(messages.length, 'message')} in ${counted(sources.length, 'log')} with ${counted(lines, 'line')}\n`;
  for (const problem of problems) yield `Note: ${problem}\n`;
  const shown = messages.slice(0, MESSAGES);
  for (const [i, message] of shown.entries()) {
    const written = linesOf(message.lines, sources);
    yield `\nMessage ${i + 1} of ${messages.length}${message.ids.length > 0 ? ` (${firstOf(message.ids, 8)})` : ''}\n${storyOf(message, written)}\n${written}`;
  }
  if (messages.length > shown.length)
    yield `\nNote: ${counted(messages.length - shown.length, 'further message')} left out: ask for a shorter time\n`;
  if (loose.length === 0) return;
  yield `\nLines that belong to no message: ${loose.length}${loose.length > LOOSE ? `, the first ${LOOSE} of them` : ''}\n\n${linesOf(loose.slice(0, LOOSE), sources)}`;
}

const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;

/** What became of a message, in words that hold no reply of their own; nothing where its lines do not tell. */
function storyOf({ lines }: StitchedMessage, written: string): string {
  const verdicts = readVerdicts(readTicket(written));
  const verdict = foremost(verdicts);
  if (verdict === undefined) return `${counted(lines.length, 'line')}, which do not say what became of it\n`;
  const acts = verdict.failed && verdict.actor !== 'nobody' ? `; who acts: ${actorWords(verdict.actor)}` : '';
  const more = verdicts.length > 1 ? ` (and ${verdicts.length - 1} more)` : '';
  return `${verdictLabel(verdict)}${more}${acts}\n`;
}

/**
 * Lines with where they stand, as grep writes them and the reader reads them. A row of a table stands as it is, for
 * its values have their places, and where it stands is said above.
 */
function linesOf(lines: readonly FoundLine[], sources: FoundDocument['sources']): string {
  let text = '';
  let above: FoundLine | undefined;
  for (const line of lines) {
    const source = sources[line.source] as FoundDocument['sources'][number];
    const name = plainName(source.name);
    if (source.header !== undefined) {
      if (above === undefined || above.source !== line.source) {
        const places = placesOf(lines.slice(lines.indexOf(line)), line.source);
        text += `${above === undefined ? '' : '\n'}${source.name}, ${places}\n\n${source.header}\n`;
      }
      text += `${line.text}\n`;
    } else text += `${name}:${source.numbered ? `${line.number}:` : ''} ${line.text}\n`;
    above = line;
  }
  return text;
}

function placesOf(lines: readonly FoundLine[], source: number): string {
  const behind = lines.findIndex((line) => line.source !== source);
  const own = behind < 0 ? lines : lines.slice(0, behind);
  const numbers = own.map(({ number }) => `${number}`);
  return `${own.length === 1 ? 'line' : 'lines'} ${firstOf(numbers, 50, ' ')}`;
}

/** The name as the reader knows names of files in front of lines. */
const plainName = (name: string): string => name.replace(/[^\w./-]/g, '_').slice(-120);
