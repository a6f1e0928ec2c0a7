import { explainText } from '../../knowledge/explain.ts';
import { explainReply } from '../../knowledge/explainReply.ts';
import {
  delayTerms,
  fieldTerms,
  type LogTerm,
  type LogTerms,
  outcomeTerms,
  statusTerms,
} from '../../knowledge/logTerms.ts';
import {
  traceStatuses,
  trackingEvents,
  trackingFields,
  trackingNumbers,
  trackingSources,
} from '../../knowledge/trackingEvents.ts';
import { entryAt } from '../../log/entries.ts';
import type { Log, LogEntry, LogFormat, LogWord } from '../../log/log.ts';
import type { QuotedReply } from '../../replies/foundReply.ts';
import type { Stage } from '../../smtp/verbs.ts';
import { defined } from '../../text/defined.ts';
import type { Lines } from '../../text/lines.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import { type Span, touches } from '../../text/span.ts';
import { explanationMarkdown, sourceMarkdown } from './explanationMarkdown.ts';
import type { HoverText } from './hoverText.ts';
import { idHover, peopleHover, said, type Under } from './logNames.ts';

/** What stands under the cursor in a line of a log: a reply, a delay, a status, an event, an id. */
export function logHover(lines: Lines, log: Log, offset: number, probes = ''): HoverText | undefined {
  const { text } = lines;
  const entry = entryAt(lines, log, offset);
  const under = (span: Span | undefined): boolean => span !== undefined && touches(withName(text, span, entry), offset);
  const { dsn, reply, status, delay, eventId, eventSource } = entry;
  if (under(dsn) && dsn !== undefined) return dsnHover(entry, dsn, probes);
  const id = idHover(entry, under);
  if (id !== undefined) return id;
  if (reply !== undefined && touches(reply, offset)) return replyHover(reply, entry.stage ?? '?', probes);
  const part = entry.delays.find((one) => touches(one, offset));
  if (part !== undefined || (entry.delays.length > 0 && under(union(entry.delays)))) return delaysHover(entry, part);
  if (under(delay) && delay !== undefined) {
    return said(delay, `**${seconds(delay.value)}** from the arrival of the message to this line.`);
  }
  if (under(eventId) && eventId !== undefined) return eventHover(entry, eventId);
  if (under(eventSource) && eventSource !== undefined) return sourceHover(entry, eventSource);
  if (under(status) && status !== undefined) return statusHover(entry, status);
  return (
    peopleHover(entry, under) ??
    fieldHover(entry, under) ??
    reasonHover(entry, offset, probes) ??
    columnHover(text, entry, offset)
  );
}

const NAME_BEHIND = /[A-Za-z][\w*-]{0,40}[=:] ?["'<[]?$/;

/** A value together with the name before it: the cursor on either asks for the same. */
function withName(text: string, span: Span, entry: LogEntry): Span {
  const before = text.slice(Math.max(entry.start, span.start - 44), span.start);
  return { start: span.start - (NAME_BEHIND.exec(before)?.[0].length ?? 0), end: span.end };
}

const union = (spans: readonly Span[]): Span | undefined =>
  spans[0] && { start: spans[0].start, end: (spans.at(-1) as Span).end };

const term = (what: string, { meaning, source }: LogTerm): string =>
  `**${escapeMarkdown(what)}**: ${escapeMarkdown(meaning)}${meaning.endsWith('.') ? '' : '.'}\n\nSource: ${sourceMarkdown(source)}`;

function replyHover(reply: QuotedReply, stage: Stage, probes = ''): HoverText {
  const { code, enhanced, text } = reply;
  const facts = { text, stage, ...defined({ code, enhanced }) };
  const codes = [code, enhanced].filter((part) => part !== undefined).join(' ');
  return {
    span: reply,
    markdown: explanationMarkdown({ codes, stage, raw: text, explanation: explainReply(facts), probes }),
  };
}

/** A delivery status says more together with the reply or the words that it was made of. */
function dsnHover(entry: LogEntry, dsn: LogWord, probes: string): HoverText {
  const { reply, reason, stage = '?' } = entry;
  const text = reply?.text ?? reason?.text ?? '';
  const explanation = explainReply({ enhanced: dsn.text, text, stage });
  return { span: dsn, markdown: explanationMarkdown({ codes: dsn.text, stage, raw: text, explanation, probes }) };
}

const seconds = (value: number): string => {
  if (value < 120) return `${value} s`;
  const [unit, name] = value < 7200 ? [60, 'minutes'] : value < 172_800 ? [3600, 'hours'] : [86_400, 'days'];
  return `${value} s (about ${Math.round((value / unit) * 10) / 10} ${name})`;
};

function delaysHover(entry: LogEntry, under: LogEntry['delays'][number] | undefined): HoverText {
  const rows = entry.delays.map((one) => {
    const row = `${seconds(one.value)}: ${escapeMarkdown(delayTerms[one.stage].meaning)}`;
    return one === under ? `- **${row}**` : `- ${row}`;
  });
  const whole = entry.format === 'postfix' ? `Source: ${sourceMarkdown(delayTerms.transmission.source)}` : undefined;
  const span = under ?? union(entry.delays) ?? entry;
  return said(span, 'Where the time went:', rows.join('\n'), whole);
}

function eventHover(entry: LogEntry, id: LogWord): HoverText | undefined {
  const event = trackingEvents.get(id.text) ?? trackingNumbers.get(id.text) ?? traceStatuses.get(id.text);
  if (!entry.format.startsWith('exchange') || event === undefined) return statusHover(entry, id);
  const name = event.name === undefined ? id.text : `${id.text} ${event.name}`;
  return said(id, term(name, event), `Logged by ${escapeMarkdown(event.products)}.`);
}

function sourceHover(entry: LogEntry, source: LogWord): HoverText | undefined {
  const row = entry.format === 'exchange-tracking' ? trackingSources.get(source.text) : undefined;
  return row && said(source, term(source.text, row));
}

/** The words of a format; a table with a key that is no format does not compile. */
const termsOf = <Format extends LogFormat>(
  table: Readonly<Record<Format, LogTerms>>,
  format: LogFormat,
): LogTerms | undefined => (table as Readonly<Partial<Record<LogFormat, LogTerms>>>)[format];

function statusHover(entry: LogEntry, status: LogWord): HoverText | undefined {
  const row = termsOf(statusTerms, entry.format)?.get(status.text);
  const outcome = entry.outcome === undefined ? undefined : outcomeTerms[entry.outcome];
  if (row === undefined && outcome === undefined) return undefined;
  const reply = entry.reply === undefined ? undefined : replyHover(entry.reply, entry.stage ?? '?').markdown;
  return said(
    status,
    row === undefined ? `**${escapeMarkdown(status.text)}**: ${outcome}` : term(status.text, row),
    reply,
  );
}

function fieldHover(entry: LogEntry, under: Under): HoverText | undefined {
  const { size } = entry;
  if (under(size) && size !== undefined) return said(size, `Size of the message: ${size.value} octets.`);
  const field = entry.fields.find(under);
  const row = field && termsOf(fieldTerms, entry.format)?.get(field.name);
  return row && said(field, term(field.name, row));
}

/** Words without a code that are known: `Connection timed out`, `Host not found`. */
function reasonHover({ reason }: LogEntry, offset: number, probes: string): HoverText | undefined {
  if (reason === undefined || !touches(reason, offset)) return undefined;
  const found = explainText(reason.text);
  if (found === undefined) return undefined;
  const codes = [found.code, found.enhanced].filter((part) => part !== undefined).join(' ');
  const { explanation } = found;
  return {
    span: reason,
    markdown: explanationMarkdown({
      codes: codes || 'What the log says',
      stage: '?',
      raw: reason.text,
      explanation,
      probes,
    }),
  };
}

/** The name of a column, in the line of a tracking log that lists them. */
function columnHover(text: string, entry: LogEntry, offset: number): HoverText | undefined {
  if (!entry.format.startsWith('exchange') || text[entry.start] !== '#') return undefined;
  let start = offset;
  let end = offset;
  while (start > entry.start && offset - start < 40 && NAME.test(text[start - 1] as string)) start--;
  while (end < entry.end && end - offset < 40 && NAME.test(text[end] as string)) end++;
  const row = trackingFields.get(text.slice(start, end).toLowerCase());
  return row && said({ start, end }, term(text.slice(start, end), row));
}

const NAME = /[\w-]/;
