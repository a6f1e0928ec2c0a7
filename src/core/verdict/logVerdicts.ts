import { LONGEST_LINE, readEntry } from '../log/entries.ts';
import { entrySpans } from '../log/entrySpans.ts';
import { isReadInPart, pieceAt } from '../log/exports/recordSpans.ts';
import type { Log, LogEntry, LogFormat } from '../log/log.ts';
import { isCutRow } from '../log/programs/namedTable.ts';
import { defined } from '../text/defined.ts';
import type { Lines } from '../text/lines.ts';
import { ownString } from '../text/ownStrings.ts';
import type { Span } from '../text/span.ts';
import type { Cut } from './cut.ts';
import { fateOf } from './entryFate.ts';
import type { Fate } from './fate.ts';
import { Causes, verdictOf } from './log/causes.ts';
import { Deliveries } from './log/deliveries.ts';
import { type Delivery, isFailed } from './log/delivery.ts';
import { type Explainer, shapedExplainer } from './log/shapes.ts';
import { outboundOf } from './log/unnamed.ts';
import { inOrder, type Role, type Verdict } from './verdict.ts';

/** Entries that are judged at once. */
const AT_ONCE = 1000;
/** Characters of a line whose words are looked at. */
const WIDTH = 4000;
/** Verdicts on one log that failed or wait: many of one cause are one. */
const FAILURES = 2000;
/** Deliveries that worked which are listed. */
const WORKED = 500;

/** Words one of which every entry has that tells what became of a delivery. */
const SIGNS =
  /status=|reject|<=|=>|->|\*\*|==|>>|stat=|result=|to=|sa(?:id|ys)|discard|hold|quarantin|bounce|defer|fail|deliver|transferred|suspend|expired|block|passed|refus|den(?:y|ied)|error|time[d-]?[ -]?out|unable|cannot|could not|quota|success|skipping|no such|complain|junk|lost conn|\bnot\b|tried all|no space|fatal|problem|throttl|process[_ ]limit|[45]\d\d[ -]|[45]\.\d{1,3}\.\d|,[A-Z]{3,}| rfc822;|sent|from|sender|rcpt|\d (?:recv|scan|send) |\w![ \t]/i;

/** Signs of trouble with networks, names and limits, as rarer programs put them. */
const NETWORK = /can't|SYSERR|unknown|no route|unreachab|exceed|loop|limit/i;

/**
 * What became of each recipient of each message in a log: the last word counts, earlier deferrals are got over. All of
 * the log is judged; what the limits of the list leave out is counted, and stands behind.
 */
export function verdictsOfLog(lines: Lines, log: Log): readonly (Verdict | Cut)[] {
  const judge = new LogJudge();
  judge.read(lines, log);
  return judge.finish();
}

/** Judges one log, however many pieces it comes in, with memory that does not grow with it. */
export class LogJudge {
  readonly #deliveries: Deliveries;
  readonly #explain: Explainer = shapedExplainer();
  readonly #causes = new Causes();
  readonly #worked = new Listed(WORKED);
  readonly #failures = new Listed(0);
  #inPart: Cut | undefined;
  #unkept: Cut | undefined;

  /** `open` failures at most are kept until a later line gets over them. */
  constructor(open?: number) {
    this.#deliveries = new Deliveries((one) => this.#settle(one), open);
  }

  /** The entries of a log, or of a piece of one; `place` gives where a span stands in the whole. */
  read(lines: Lines, log: Log, place?: (span: Span) => Span): void {
    for (const _some of this.readSome(lines, log, place));
  }

  /** The same, some entries at a time. */
  *readSome(lines: Lines, log: Log, place: (span: Span) => Span = (span) => span): Generator<void> {
    const { text } = lines;
    let read = 0;
    for (const { start, end } of entrySpans(lines, log)) {
      if (++read % AT_ONCE === 0) yield;
      const words = text.slice(start, Math.min(end, start + WIDTH));
      if (!TABLES.has(log.format) && !SIGNS.test(words) && !NETWORK.test(words)) continue;
      const entry = readEntry(text, start, end, log);
      const isCut =
        log.format === 'named-table'
          ? isCutAt(log, text, { start, end })
          : log.format === 'record'
            ? isReadInPart(log, { start, end })
            : end - start > LONGEST_LINE;
      if (isCut) this.#inPart = added(this.#inPart, 'objects', place({ start, end }), 1);
      const fate = fateOf(entry, TABLES.has(entry.format) ? wordsOf(entry) : words, this.#explain);
      const told = fate && ofEntry(entry, fate, place(placeOf(entry, text, log.format)));
      if (told !== undefined) this.#deliveries.add(entry, told);
      else {
        const left = this.#deliveries.note(entry);
        if (left > 0) this.#unkept = added(this.#unkept, 'addressees', place({ start, end }), left);
      }
    }
  }

  #settle(one: Delivery): void {
    if (!isFailed(one)) this.#worked.add(one);
    else if (!this.#causes.add(one)) this.#failures.add(one);
  }

  finish(): readonly (Verdict | Cut)[] {
    this.#deliveries.finish();
    const failed = inOrder([...this.#causes.verdicts()]);
    const listed = failed.slice(0, FAILURES);
    const behind = failed.slice(FAILURES);
    const worked = this.#worked.listed().map(verdictOf);
    return [
      ...inOrder([...listed, ...worked]),
      ...this.#failuresBehind(behind),
      ...this.#worked.behind('deliveries'),
      ...[this.#inPart, this.#unkept, this.#deliveries.early].filter((cut) => cut !== undefined),
    ];
  }

  #failuresBehind(verdicts: readonly Verdict[]): readonly Cut[] {
    const [cut] = this.#failures.behind('verdicts');
    const span = verdicts[0]?.span ?? cut?.span;
    if (span === undefined) return [];
    const roles: Partial<Record<Role, number>> = { ...cut?.roles };
    for (const { role, deliveries = 1 } of verdicts) roles[role] = (roles[role] ?? 0) + deliveries;
    return [{ what: 'verdicts', span, left: verdicts.length + (cut?.left ?? 0), roles }];
  }
}

const added = (before: Cut | undefined, what: Cut['what'], span: Span, left: number): Cut => ({
  what,
  span: before?.span ?? span,
  left: (before?.left ?? 0) + left,
});

/** The first so many deliveries in the order of the text, and how many stand behind them. */
class Listed {
  readonly #most: number;
  #list: Delivery[] = [];
  #left = 0;
  #first: Span | undefined;
  readonly #roles: Partial<Record<Role, number>> = {};

  constructor(most: number) {
    this.#most = most;
  }

  add(one: Delivery): void {
    this.#list.push(one);
    // What is settled together is in no order, so the list is cut when it is twice as long as it may be.
    if (this.#list.length >= 2 * this.#most) this.#cut();
  }

  #cut(): void {
    if (this.#list.length <= this.#most) return;
    const sorted = this.#list.sort((a, b) => a.span.start - b.span.start);
    for (const { span, role, loose } of sorted.slice(this.#most)) {
      if (this.#first === undefined || span.start < this.#first.start) this.#first = span;
      this.#left++;
      if (loose !== true) this.#roles[role] = (this.#roles[role] ?? 0) + 1;
    }
    this.#list = sorted.slice(0, this.#most);
  }

  listed(): readonly Delivery[] {
    this.#cut();
    return this.#list;
  }

  behind(what: Cut['what']): readonly Cut[] {
    this.#cut();
    return this.#first === undefined ? [] : [{ what, span: this.#first, left: this.#left, roles: this.#roles }];
  }
}

/** Formats in which a word is what its place says: names of other columns are no words of what happened. */
const TABLES: ReadonlySet<LogFormat> = new Set([
  'record',
  'key-value',
  'named-table',
  'exchange-list',
  'exchange-table',
  'filter-report',
  'shown-original',
  'quarantine-notice',
  'labelled',
  'queue-rows',
  'dmarc-report',
  'tls-report',
  'exchange-connectivity',
]);

/** What an entry says happened, and why, without the names of its fields. */
const wordsOf = ({ status, reason, reply, eventId, fields }: LogEntry): string =>
  [status, reason, eventId, reply, ...fields]
    .map((one) => one?.text ?? '')
    .join(' ')
    .slice(0, WIDTH);

/** What an entry tells, for all whom it names; it keeps nothing of the text alive. */
function ofEntry(entry: LogEntry, { role, explanation }: Fate, span: Span): Delivery {
  const { sender, queueId, messageId, recipients, program, process } = entry;
  const code = entry.reply?.code;
  const enhanced = entry.reply?.enhanced ?? entry.dsn?.text;
  const reply = code === undefined ? enhanced : enhanced === undefined ? `${code}` : `${code} ${enhanced}`;
  // A server's own refusal is its own word; a delivery is answered by the relay.
  const server = serverName(
    entry.outcome === 'rejected'
      ? entry.host?.text
      : (entry.relay?.host?.text ?? entry.relay?.ip?.text ?? entry.relay?.text),
  );
  const isQueued = entry.outcome === 'deferred' || entry.outcome === 'sent';
  const id = messageId === undefined ? queueId && `q${queueId.text}` : `m${messageId.text}`;
  return {
    span,
    role,
    explanation,
    stage: entry.stage ?? 'log',
    ...defined({
      queued: isQueued && id !== undefined ? ownString(id) : undefined,
      reply: reply && ownString(reply),
      server: server && ownString(server),
      sender: sender && ownString(sender.text),
      queueId: queueId && ownString(queueId.text),
      process: outboundOf(entry) ?? (program && process && ownString(`${program.text}[${process.text}]`)),
    }),
    recipients: recipients.map(({ text }) => ownString(text)),
    times: 1,
  };
}

/** Whether the row that begins with an entry was cut; a recipient's piece of a row ends inside of a value. */
function isCutAt(log: Log, text: string, span: Span): boolean {
  const row = pieceAt(log, span.start)?.own ?? span;
  return row.start === span.start && isCutRow(text.slice(row.start, row.end));
}

/** A message of which a list tells line by line is judged by the line of the reply. */
const placeOf = ({ reply, reason, status, start, end }: LogEntry, text: string, format: LogFormat): Span => {
  const isOfLines =
    format === 'exchange-list' ||
    (format === 'record' && text.slice(start, Math.min(end, start + WIDTH)).includes('\n'));
  const { start: from, end: to } = (isOfLines ? (reply ?? reason ?? status) : undefined) ?? { start, end };
  return { start: from, end: to };
};

/** A relay is `none` where nobody answered (Postfix, log of smtp(8)). */
const serverName = (name: string | undefined): string | undefined =>
  name === 'none' || name === 'local' ? undefined : name?.replace(/\.$/, '');
