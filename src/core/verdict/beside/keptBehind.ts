import type { ByFilter } from '../../knowledge/explanation.ts';
import { byFilter } from '../../knowledge/found/byFilter.ts';
import { queuedAs } from '../../knowledge/found/queuedAs.ts';
import { defined } from '../../text/defined.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { explained, type Verdict } from '../verdict.ts';

/** Messages that were taken under an id, and characters behind them in which somebody may name it. */
const TAKEN = 20;
const READ = 20_000;

/**
 * What became of a message behind the server that took it, as somebody writes who looked there: a line names the id under
 * which it was taken, and says that a filter keeps it.
 */
export function withKeptBehind(ticket: Ticket, verdicts: readonly Verdict[]): readonly Verdict[] {
  const kept = verdicts
    .filter(({ role }) => role === 'success')
    .slice(0, TAKEN)
    .map((one) => keptOf(ticket, one));
  const found = kept.filter((one) => one !== undefined);
  if (found.length === 0) return verdicts;
  const others = verdicts.filter(({ span }) => !found.some((one) => isWithin(span, one.span)));
  return [...found, ...others];
}

const isWithin = ({ start, end }: Span, whole: Span): boolean => start >= whole.start && end <= whole.end;

function keptOf(ticket: Ticket, taken: Verdict): Verdict | undefined {
  const { text, lines, blocks } = ticket;
  const { span, recipients, sender, server, stage, reply, queueId } = taken;
  const id = queuedAs(text.slice(span.start, span.end));
  if (id === undefined || id.length < SHORTEST) return undefined;
  for (let at = text.indexOf(id, span.end); at >= 0 && at < span.end + READ; at = text.indexOf(id, at + id.length)) {
    if (!blocks.some(({ kind, start, end }) => kind === 'prose' && start <= at && at < end)) continue;
    const line = lines.lineOf(at);
    const words = lines.at(line);
    const outcome = OUTCOMES.find(([pattern]) => pattern.test(words))?.[1];
    if (outcome === undefined || UNDONE.test(words) || /[\w-]/.test(text[at + id.length] ?? '')) continue;
    return {
      ...explained(byFilter(outcome, words, 'RFC 3463 X.7.1')),
      span: { start: lines.start(line), end: lines.start(line) + words.length },
      role: 'cause',
      failed: true,
      confidence: 'medium',
      stage,
      recipients,
      times: 1,
      ...defined({ sender, server, reply, queueId }),
    };
  }
  return undefined;
}

/** A shorter id is a word or a number of something else. */
const SHORTEST = 6;

const OUTCOMES: readonly (readonly [RegExp, ByFilter])[] = [
  [/quarant|quarentena|cuarentena|карантин|隔离|隔離/i, 'quarantined'],
  [/\b(?:discard|dropp?ed|deleted|verworfen|gelöscht|supprimé|descartad)/i, 'discarded'],
  [/\b(?:held|on hold|zurückgehalten|retenu|retenid)/i, 'held'],
  [/\b(?:blocked|rejected|refused|blockiert|abgewiesen|abgelehnt|bloqu|rejeté|rechazad)/i, 'rejected'],
];

/** It was let through in the end, or none of it is true. */
const UNDONE = /\b(?:not|never|released?|freigegeben|nicht|kein\w*|libéré|liberad\w|delivered|zugestellt)\b|\?\s*$/i;
