import type { ByFilter } from '../../knowledge/explanation.ts';
import { byFilter } from '../../knowledge/found/byFilter.ts';
import { queuedAs } from '../../knowledge/found/queuedAs.ts';
import { defined } from '../../text/defined.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { explained, type Verdict } from '../verdict.ts';

/** A shorter id is a word or a number of something else. */
const SHORTEST = 6;

/** What somebody says on a line that a filter did. */
interface FilterLine {
  readonly words: string;
  readonly span: Span;
  readonly outcome: ByFilter;
}

/**
 * What became of a message behind the server that took it, as somebody writes who looked there: a line names the id under
 * which it was taken, and says that a filter keeps it.
 */
export function withKeptBehind(ticket: Ticket, verdicts: readonly Verdict[]): readonly Verdict[] {
  const taken = takenUnder(ticket, verdicts);
  if (taken.size === 0) return verdicts;
  const kept = new Map<Verdict, Verdict>();
  for (const line of filterLines(ticket)) {
    for (const id of idsIn(line.words)) {
      const one = taken.get(id);
      if (one !== undefined && !kept.has(one) && one.span.end <= line.span.start) kept.set(one, keptOf(one, line));
    }
  }
  if (kept.size === 0) return verdicts;
  const ends = new Map([...kept.values()].map(({ span }) => [span.start, span.end]));
  // What is told of a part of the same line says less.
  const isTold = ({ span }: Verdict): boolean =>
    span.end <= (ends.get(ticket.lines.start(ticket.lines.lineOf(span.start))) ?? -1);
  return [...verdicts.flatMap((one) => kept.get(one) ?? []), ...verdicts.filter((one) => !isTold(one))];
}

/** The messages that a server took, by the id that it gave them. */
function takenUnder({ text }: Ticket, verdicts: readonly Verdict[]): ReadonlyMap<string, Verdict> {
  const taken = new Map<string, Verdict>();
  for (const one of verdicts) {
    const id = one.role === 'success' ? queuedAs(text.slice(one.span.start, one.span.end)) : undefined;
    if (id !== undefined && id.length >= SHORTEST && !taken.has(id)) taken.set(id, one);
  }
  return taken;
}

/** The lines of what somebody writes that say what a filter did. */
function* filterLines({ lines, blocks }: Ticket): Iterable<FilterLine> {
  for (const { kind, start, end } of blocks) {
    if (kind !== 'prose' || start === end) continue;
    const last = lines.lineOf(end - 1);
    for (let line = lines.lineOf(start); line <= last; line++) {
      const words = lines.at(line);
      const outcome = OUTCOMES.find(([pattern]) => pattern.test(words))?.[1];
      if (outcome === undefined || UNDONE.test(words)) continue;
      const at = lines.start(line);
      yield { words, outcome, span: { start: at, end: at + words.length } };
    }
  }
}

/** What can be an id on a line: a word, what stands in it behind a name, and the form of qmail, which has blanks. */
function* idsIn(words: string): Iterable<string> {
  for (const [word] of words.matchAll(/\d{8,12} qp \d{1,10}|[^\s<>()[\]{}"'«»„“”]+/g)) {
    const id = word.replace(/[.,;:!?]{1,3}$/, '');
    yield id;
    for (const mark of ['=', ':', '#']) {
      const at = id.indexOf(mark);
      if (at >= 0) yield id.slice(at + 1);
    }
  }
}

function keptOf({ recipients, sender, server, stage, reply, queueId }: Verdict, line: FilterLine): Verdict {
  return {
    ...explained(byFilter(line.outcome, line.words, 'RFC 3463 X.7.1')),
    span: line.span,
    role: 'cause',
    failed: true,
    confidence: 'medium',
    stage,
    recipients,
    times: 1,
    ...defined({ sender, server, reply, queueId }),
  };
}

const OUTCOMES: readonly (readonly [RegExp, ByFilter])[] = [
  [/quarant|quarentena|cuarentena|карантин|隔离|隔離/i, 'quarantined'],
  [/\b(?:discard|dropp?ed|deleted|verworfen|gelöscht|supprimé|descartad)/i, 'discarded'],
  [/\b(?:held|on hold|zurückgehalten|retenu|retenid)/i, 'held'],
  [/\b(?:blocked|rejected|refused|blockiert|abgewiesen|abgelehnt|bloqu|rejeté|rechazad)/i, 'rejected'],
];

/** It was let through in the end, or none of it is true. */
const UNDONE = /\b(?:not|never|released?|freigegeben|nicht|kein\w*|libéré|liberad\w|delivered|zugestellt)\b|\?\s*$/i;
