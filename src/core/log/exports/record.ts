import { type EntryDraft, keep } from '../draft.ts';
import { syslogHead } from '../frame.ts';
import { kinds } from '../kinds.ts';
import type { LogEntry, LogFormat, LogWord } from '../log.ts';
import { part } from '../logWords.ts';
import { formatOfWords, programFormat } from '../programNames.ts';
import { asTime } from '../time.ts';
import { placed, type Restored } from '../wrapped.ts';
import { exportSlot } from './fieldMap.ts';
import { type JsonField, jsonFields, unescaped } from './jsonText.ts';
import { readNamedValues } from './namedValues.ts';

/** Reads a line of a log that stands in a field; `program` is who wrote it, where another field says so. */
export type ReadInner = (line: LogWord, format: LogFormat, program: string | undefined) => LogEntry;

/** Names under which a collector keeps the line that a program wrote. */
const LINES =
  /^(?:log|message|msg|MESSAGE|line|short_message|full_message|text|textPayload|@message|_raw|raw|event\.original|original|body|Body|content|entry|Line|data|record|rawdata|(?:sys)?log_?(?:message|line|entry)|raw_?(?:message|log|event|data))$/i;
/** Names under which it keeps who wrote the line. */
const PROGRAMS =
  /^(?:SYSLOG_IDENTIFIER|_COMM|ident|program|programname|process\.name|appname|app_name|app-name|process_?name|_?application_name|syslog_?(?:program|identifier|tag)|tag|process|unit|app|service)$/i;
const QUEUE_ID = /^(?=[0-9A-F]{0,15}\d)[0-9A-F]{8,16}$/;
const HOSTS = /^(?:_HOSTNAME|hostname|host|source_host|syslog_hostname)$/i;
const TIMES = /^(?:@timestamp|__REALTIME_TIMESTAMP|timestamp|time|ts|date|@time|datetime|receiveTimestamp)$/i;

/** How many records may stand in each other: one that a service sends in the message of another. */
const NESTED = 2;

/** What one object of JSON tells of a message: the line of a log in it, or what became of a delivery by its fields. */
export function readRecord(
  draft: EntryDraft,
  word: LogWord,
  all: readonly JsonField[],
  readInner: ReadInner,
  nested = NESTED,
): void {
  const fields = namedParameters(all);
  const inner = lineIn(fields);
  if (inner !== undefined) {
    const { value, format, program } = inner;
    const restoration = restoredString(word, value);
    const line: LogWord = { start: 0, end: restoration.text.length, text: restoration.text };
    const entry = placed(readInner(line, format, program), restoration);
    Object.assign(draft, entry, { start: draft.start, end: draft.end });
    if (draft.time === undefined) {
      const time = fields.find(({ name }) => TIMES.test(name));
      if (time !== undefined) draft.time = asTime(time.value);
    }
    // Logstash's patterns keep the id with which Postfix begins as a second program.
    const id = fields.find(({ name, value }) => PROGRAMS.test(name) && QUEUE_ID.test(value.text));
    if (id !== undefined) draft.queueId ??= id.value;
    const host = fields.find(({ name, under }) => HOSTS.test(name) || (name === 'name' && under.at(-1) === 'host'));
    if (host !== undefined && draft.host === undefined) draft.host = host.value;
    // A collector that read the line keeps what it found beside it.
    if (draft.outcome === undefined && draft.reply === undefined && fields.some(isRecipient))
      readNamedValues(draft, fields);
    return;
  }
  const record =
    nested > 0
      ? fields.find(({ value }) => /^\s{0,20}[{[]\s{0,20}[{["]/.test(value.text) && /@/.test(value.text))
      : undefined;
  if (record !== undefined) {
    const restoration = restoredString(word, record.value);
    const own: LogWord = { start: 0, end: restoration.text.length, text: restoration.text };
    const read: EntryDraft = { ...draft, recipients: [], fields: [] };
    readRecord(read, own, jsonFields(own), readInner, nested - 1);
    Object.assign(draft, placed(read, restoration), { start: draft.start, end: draft.end });
    if (draft.recipients.length > 0) return;
  }
  if (readEvaluated(draft, fields)) return;
  readNamedValues(draft, fields);
  readScores(draft, fields);
}

const PUBLISHED: ReadonlyMap<string, string> = new Map([
  ['report_metadata org_name', 'org'],
  ['report_metadata report_id', 'id'],
  ['policy_published domain', 'domain'],
  ['policy_published p', 'policy'],
]);

/** Records of an aggregate report of DMARC as JSON (parsedmarc), with the names of RFC 7489, appendix C. */
function readEvaluated(draft: EntryDraft, fields: readonly JsonField[]): boolean {
  const rows: { count: number; passed: boolean }[] = [];
  let isReport = false;
  for (const { name, under, value } of fields) {
    if (name === 'count' && /^\d{1,9}$/.test(value.text)) rows.push({ count: Number(value.text), passed: false });
    const row = rows.at(-1);
    if (under.at(-1) !== 'policy_evaluated' || row === undefined) continue;
    isReport = true;
    row.passed ||= /^(?:dkim|spf)$/.test(name) && value.text === 'pass';
  }
  if (!isReport) return false;
  draft.format = 'dmarc-report';
  for (const { name, under, value } of fields) {
    const slot = PUBLISHED.get(`${under.at(-1)} ${name}`);
    if (slot !== undefined) keep(draft, slot, value);
  }
  const sum = (list: typeof rows): LogWord => ({
    start: draft.start,
    end: draft.start,
    text: `${list.reduce((all, one) => all + one.count, 0)}`,
  });
  keep(draft, 'total', sum(rows));
  keep(draft, 'failed', sum(rows.filter(({ passed }) => !passed)));
  return true;
}

/**
 * Values whose names are values themselves, `{"name": "source", "messageValue": {"parameter": […]}}` (Activity of
 * Google's Reports API), under those names.
 */
function namedParameters(fields: readonly JsonField[]): readonly JsonField[] {
  if (!fields.some(({ under }) => under.some((one) => /^(?:multi)?messageValue$/i.test(one)))) return fields;
  const names: string[] = [];
  return fields.flatMap((field) => {
    const depth = field.under.length;
    names.length = Math.min(names.length, depth + 1);
    if (field.name === 'name') {
      names[depth] = field.value.text;
      return [];
    }
    const own = /^(?:multi|int|bool)?value$/i.test(field.name) ? names[depth] : undefined;
    return own === undefined ? field : { ...field, name: own, under: names.slice(0, depth).filter(Boolean) };
  });
}

/** What a filter says in JSON: its score, what it takes for spam, and its rules (Rspamd). */
function readScores(draft: EntryDraft, fields: readonly JsonField[]): void {
  const of = (wanted: string): LogWord | undefined =>
    fields.find(({ name, under }) => name === wanted && under.length === 0)?.value;
  const score = of('score');
  const required = of('required_score');
  if (score === undefined || required === undefined) return;
  draft.format = 'filter-report';
  keep(draft, 'score', score);
  keep(draft, 'required', required);
  for (const { name, under, value } of fields) {
    const rule = under.at(-1);
    if (name === 'score' && rule !== undefined && under.at(-2) === 'symbols')
      keep(draft, 'rule', { ...value, text: `${value.text} ${rule}` });
  }
}

const isRecipient = ({ name, under, value }: JsonField): boolean =>
  exportSlot(name, under)?.endsWith('ecipient') === true && value.text.includes('@');

interface Line {
  readonly value: LogWord;
  readonly format: LogFormat;
  readonly program: string | undefined;
}

/** The line of a log that a field holds, and whose it is. */
export function lineIn(fields: readonly JsonField[]): Line | undefined {
  for (const { name, value } of fields) {
    if (value.text.length < 12 || (name !== '' && !LINES.test(name.slice(name.lastIndexOf('.') + 1)))) continue;
    const words = value.text.slice(0, 4000).trimStart();
    if (syslogHead(words, 0) !== undefined) return { value, format: 'syslog', program: undefined };
    const kind = kinds.find(
      (one) => one.endOfEntry === undefined && one.format !== 'key-value' && one.starts(words, 0),
    );
    if (kind !== undefined) return { value, format: kind.format, program: undefined };
    const program = programIn(fields);
    const format = (program === undefined ? undefined : programFormat(program)) ?? formatOfWords(words);
    if (format !== undefined) return { value, format, program };
  }
  return undefined;
}

function programIn(fields: readonly JsonField[]): string | undefined {
  const found = fields.find(
    ({ name, under }) => PROGRAMS.test(name) || (name === 'name' && under.at(-1) === 'process'),
  );
  return found?.value.text;
}

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|[^\r\n])/g;

/** The text of a string of JSON with the place of each of its characters. */
function restoredString(word: LogWord, value: LogWord): Restored {
  const raw = word.text.slice(value.start - word.start, value.end - word.start);
  const offsets = new Uint32Array(raw.length + 1);
  let said = '';
  let from = 0;
  const take = (to: number): void => {
    for (let i = from; i < to; i++) offsets[said.length + i - from] = value.start + i;
    said += raw.slice(from, to);
  };
  for (const match of raw.matchAll(ESCAPE)) {
    take(match.index);
    const stand = match[0] === '\\n' && raw.length - match.index < 6 ? '' : unescaped(match[0]);
    for (let i = 0; i < stand.length; i++) offsets[said.length + i] = value.start + match.index;
    said += stand;
    from = match.index + match[0].length;
  }
  take(raw.length);
  offsets[said.length] = value.end;
  return { text: said, offsets };
}

/** The fields of an object without those that stand in the given parts of it, which are in order. */
export const fieldsWithout = (
  word: LogWord,
  parts: readonly { readonly start: number; readonly end: number }[],
): readonly JsonField[] =>
  jsonFields(
    word,
    parts.map(({ start, end }) => ({ start: start - word.start, end: end - word.start })),
  );

/** The fields of an entry of the journal, one a line. */
export function journalFields(word: LogWord): readonly JsonField[] {
  return [...word.text.matchAll(/^[ \t]{0,8}(_{0,2}[A-Z][A-Z0-9_]{2,40})=([^\r\n]{0,8000})/gm)].map((match) => {
    const to = match.index + match[0].length;
    return { name: match[1] as string, under: [], value: part(word, to - (match[2] as string).length, to) };
  });
}

export const wordOf = (text: string, start: number, end: number): LogWord =>
  part({ start: 0, end: text.length, text }, start, end);
