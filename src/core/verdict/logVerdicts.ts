import { readEntry } from '../log/entries.ts';
import { entrySpans } from '../log/entrySpans.ts';
import type { Log, LogEntry } from '../log/log.ts';
import { defined } from '../text/defined.ts';
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Cut } from './cut.ts';
import { Deliveries } from './deliveries.ts';
import { type Fate, fateOf } from './entryFate.ts';
import { withSameCause } from './sameCause.ts';
import { explained, inOrder, type Verdict } from './verdict.ts';

/** Characters of one log that are judged; a longer log is judged up to there. */
const JUDGED = 2_000_000;
/** Characters of a line whose words are looked at. */
const WIDTH = 4000;
/** Verdicts on one log: more than this nobody reads, and failures come first. */
const MOST = 500;

/** Words one of which every entry has that tells what became of a delivery. */
const SIGNS =
  /status=|reject|=>|->|\*\*|==|>>|stat=|result=|to=|sa(?:id|ys)|discard|hold|quarantin|bounce|defer|fail|deliver|suspend|expired|block|passed|refus|den(?:y|ied)|error|time[d-]?[ -]?out|unable|cannot|could not|quota|success|skipping|\bnot\b|tried all|[45]\d\d[ -]|[45]\.\d{1,3}\.\d|,[A-Z]{3,}|sent|from|sender/i;

/**
 * What became of each recipient of each message in a log: the last word counts, earlier deferrals are got over. What
 * the limits leave out stands behind.
 */
export function verdictsOfLog(lines: Lines, log: Log): readonly (Verdict | Cut)[] {
  const { text } = lines;
  const deliveries = new Deliveries();
  let behind = log.start;
  for (const { start, end } of entrySpans(lines, log, log.start, log.start + JUDGED)) {
    behind = end;
    const words = text.slice(start, Math.min(end, start + WIDTH));
    if (!SIGNS.test(words)) continue;
    const entry = readEntry(text, start, end, log);
    const fate = fateOf(entry, words);
    if (fate !== undefined) deliveries.add(entry, ofEntry(entry, fate));
    else deliveries.note(entry);
  }
  const verdicts = inOrder(withSameCause(deliveries.verdicts()));
  return [...verdicts.slice(0, MOST), ...linesBehind(lines, behind, log), ...verdictsBehind(verdicts)];
}

function linesBehind(lines: Lines, behind: number, log: Log): readonly Cut[] {
  const next = lines.lineOf(behind) + 1;
  if (log.end - log.start <= JUDGED || !lines.has(next) || lines.start(next) >= log.end) return [];
  const left = lines.lineOf(Math.max(log.end - 1, lines.start(next))) + 1 - next;
  return [{ what: 'lines', span: { start: lines.start(next), end: log.end }, left }];
}

function verdictsBehind(verdicts: readonly Verdict[]): readonly Cut[] {
  const next = verdicts[MOST];
  return next === undefined ? [] : [{ what: 'verdicts', span: next.span, left: verdicts.length - MOST }];
}

/** The verdict of an entry, for all whom it names. */
function ofEntry(entry: LogEntry, { role, explanation }: Fate): Verdict {
  const codes = [entry.reply?.code, entry.reply?.enhanced ?? entry.dsn?.text].filter((part) => part !== undefined);
  // A server's own refusal is its own word; a delivery is answered by the relay.
  const server =
    entry.outcome === 'rejected'
      ? entry.host?.text
      : (entry.relay?.host?.text ?? entry.relay?.ip?.text ?? entry.relay?.text);
  return {
    ...explained(explanation),
    span: placeOf(entry),
    role,
    failed: role === 'cause' || role === 'waiting' || role === 'consequence',
    confidence: explanation.confidence,
    ...(codes.length > 0 && { reply: codes.join(' ') }),
    stage: entry.stage ?? 'log',
    ...defined({ server: serverName(server), sender: entry.sender?.text, queueId: entry.queueId?.text }),
    recipients: entry.recipients.map(({ text }) => text),
    times: 1,
  };
}

/** A message of which a list tells line by line is judged by the line of the reply. */
const placeOf = ({ format, reply, reason, start, end }: LogEntry): Span =>
  format === 'exchange-list'
    ? { start: (reply ?? reason)?.start ?? start, end: (reply ?? reason)?.end ?? end }
    : { start, end };

/** A relay is `none` where nobody answered (Postfix, log of smtp(8)). */
const serverName = (name: string | undefined): string | undefined =>
  name === 'none' || name === 'local' ? undefined : name?.replace(/\.$/, '');
