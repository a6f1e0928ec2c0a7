import { codeSpan, escapeLightly } from '../../text/markdown.ts';
import { plainJson } from '../../text/plain.ts';
import {
  type IndicatorFormat,
  type IndicatorReport,
  KINDS,
  type ReportedFact,
  type ReportedIndicator,
} from './indicatorReport.ts';

/** The indicators of one or several messages as a text to be pasted somewhere else. */
export function renderIndicators(reports: readonly IndicatorReport[], format: IndicatorFormat): string {
  switch (format) {
    case 'markdown':
      return `${reports.map((report) => [...markdown(report)].join('\n')).join('\n\n')}\n`;
    case 'csv':
      return `${[HEAD, ...reports.flatMap(csvRows)].map(csvRow).join('\r\n')}\r\n`;
    case 'json':
      return `${plainJson(reports.length === 1 ? reports[0] : reports)}\n`;
  }
}

const NOTHING_LOOKED_UP = 'Nothing was looked up for this; links and hosts are written so that they lead nowhere.';

function* markdown({ about, against, for: good, unknown, indicators, leftOut }: IndicatorReport): Iterable<string> {
  yield* [`# ${prose(about)}`, ''];
  yield* facts('Speaks against it', against, 'Nothing was found that speaks against it.');
  yield* facts('Speaks for it', good, 'Nothing was found that speaks for it.');
  if (unknown.length > 0) yield* facts('Cannot be told from it', unknown, '');
  for (const [kind, title] of Object.entries(KINDS)) {
    const rows = indicators.filter((one) => one.kind === kind);
    if (rows.length === 0) continue;
    yield* [`## ${title}`, '', '| value | stands in | line | to be known |', '| --- | --- | --- | --- |'];
    for (const row of rows)
      yield `| ${cellOf(row)} | ${prose(row.where)} | ${row.line} | ${prose(row.notes.join(' '))} |`;
    yield '';
  }
  for (const sentence of [...leftOut, NOTHING_LOOKED_UP]) yield `- ${prose(sentence)}`;
}

function* facts(title: string, list: readonly ReportedFact[], none: string): Iterable<string> {
  yield* [`## ${title}`, ''];
  for (const { words, line } of list) yield `- ${prose(words)} (line ${line})`;
  if (list.length === 0) yield none;
  yield '';
}

/** The dots of hosts stay readable: brackets around a dot with a letter behind them open no link. */
const prose = (text: string): string =>
  escapeLightly(text)
    .replaceAll('\\[.\\]', '[.]')
    .replace(/^(\s{0,20})([#+-])/, '$1\\$2');

/** In a code span nothing is a link or markup; a bar would end the cell of a table even there. */
const inCell = (text: string): string => codeSpan(text.replaceAll('|', '¦'));

function cellOf({ value, leadsTo, sha256, size }: ReportedIndicator): string {
  const parts = [
    inCell(value) || '(no name)',
    leadsTo === undefined ? '' : `leads to ${inCell(leadsTo)}`,
    size === undefined ? '' : size === 1 ? '1 octet' : `${size} octets`,
    sha256 === undefined ? '' : `SHA-256 ${inCell(sha256)}`,
  ];
  return parts.filter((part) => part !== '').join('<br>');
}

const HEAD = ['message', 'kind', 'value', 'leads to', 'stands in', 'line', 'size', 'sha256', 'notes'];

function csvRows(report: IndicatorReport): readonly (readonly string[])[] {
  const { about, against, for: good, unknown, indicators, leftOut } = report;
  const ofFact =
    (kind: string) =>
    ({ words, line }: ReportedFact) => [about, kind, words, '', '', String(line), '', '', ''];
  return [
    ...against.map(ofFact('speaks against')),
    ...good.map(ofFact('speaks for')),
    ...unknown.map(ofFact('cannot be told')),
    ...indicators.map(({ kind, value, leadsTo, where, line, size, sha256, notes }) => [
      about,
      kind,
      value,
      leadsTo ?? '',
      where,
      String(line),
      size === undefined ? '' : String(size),
      sha256 ?? '',
      notes.join(' '),
    ]),
    ...leftOut.map((sentence) => [about, 'left out', sentence, '', '', '', '', '', '']),
  ];
}

const csvRow = (cells: readonly string[]): string => cells.map(csvCell).join(',');

/**
 * RFC 4180 2. What a spreadsheet would take for a formula begins with an apostrophe, as OWASP has it (CSV Injection); a
 * number that is one stays.
 */
function csvCell(text: string): string {
  const flat = text.replace(/[\r\n\t]+/g, ' ');
  const safe = /^\s{0,1000}[=+\-@\uff1d\uff0b\uff0d\uff20|%]/.test(flat) ? `'${flat}` : flat;
  return /[",']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
