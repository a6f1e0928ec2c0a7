import { tlsFailureMeaning } from '../knowledge/found/tlsFailures.ts';
import { passes } from '../mail/reports/aggregateDigest.ts';
import type {
  AggregateReport,
  DmarcReport,
  DmarcRow,
  TlsPolicyResult,
  TlsReport,
} from '../mail/reports/aggregateReports.ts';
import { escapeLightly } from '../text/markdown.ts';
import { plainText } from '../text/plain.ts';
import { writeUtc } from './writeUtc.ts';

/** Rows of a table that are written; the sums count all. */
const MOST_ROWS = 1000;

/** Reports opened from a file or a message, as Markdown. `problems` are sentences about what could not be opened. */
export function renderAggregateReports(reports: readonly AggregateReport[], problems: readonly string[]): string {
  const pieces = reports.map((report) => (report.kind === 'dmarc' ? dmarc(report) : tls(report)));
  return [...pieces.flatMap((lines) => [...lines, '']), ...problems.map(cell)].join('\n').trimEnd().concat('\n');
}

/** Addresses with what came from each, the most first. */
export interface SourceRow {
  readonly sourceIp: string;
  readonly count: number;
  /** Messages that pass DMARC by an aligned DKIM signature, an aligned SPF result, or both. */
  readonly passed: number;
  readonly dkim: number;
  readonly spf: number;
  readonly dispositions: ReadonlyMap<string, number>;
  readonly headerFroms: readonly string[];
  readonly details: readonly string[];
  readonly reasons: readonly string[];
}

/** A report's rows added up for each address. */
export function sourceRows(rows: readonly DmarcRow[]): readonly SourceRow[] {
  const groups = new Map<string, DmarcRow[]>();
  for (const row of rows) {
    const same = groups.get(row.sourceIp);
    if (same === undefined) groups.set(row.sourceIp, [row]);
    else same.push(row);
  }
  return [...groups]
    .map(([sourceIp, same]) => ({
      sourceIp,
      count: sum(same, () => true),
      passed: sum(same, passes),
      dkim: sum(same, ({ dkim }) => dkim === 'pass'),
      spf: sum(same, ({ spf }) => spf === 'pass'),
      dispositions: dispositions(same),
      headerFroms: distinct(same.flatMap(({ headerFrom }) => headerFrom ?? [])),
      details: distinct(same.flatMap(resultWords)),
      reasons: distinct(same.flatMap(({ reasons }) => reasons)),
    }))
    .sort((a, b) => b.count - a.count || a.sourceIp.localeCompare(b.sourceIp));
}

/** `dkim contoso.test (s1): pass` */
const resultWords = ({ checked, unread }: DmarcRow): readonly string[] => [
  ...checked.map(
    ({ method, domain, note, result }) => `${method} ${domain}${note === undefined ? '' : ` (${note})`}: ${result}`,
  ),
  ...(unread === undefined ? [] : [`${unread} not read`]),
];

const MOST_NAMES = 4;
function distinct(words: readonly string[]): readonly string[] {
  const all = [...new Set(words)];
  const left = all.length - MOST_NAMES;
  return left > 0 ? [...all.slice(0, MOST_NAMES), `${left} more`] : all;
}
const sum = (rows: readonly DmarcRow[], which: (row: DmarcRow) => boolean): number =>
  rows.reduce((total, row) => total + (which(row) ? row.count : 0), 0);

function dispositions(rows: readonly DmarcRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { disposition, count } of rows) counts.set(disposition, (counts.get(disposition) ?? 0) + count);
  return counts;
}

function dmarc(report: DmarcReport): readonly string[] {
  const sources = sourceRows(report.rows);
  const total = sum(report.rows, () => true);
  const passed = sum(report.rows, passes);
  const policy = Object.entries(report.policy).map(([tag, value]) => `${tag}=${value}`);
  return [
    `# DMARC report of ${cell(report.organisation)} for ${cell(report.domain)}`,
    '',
    `- Period: ${report.begin === undefined ? 'unknown' : writeUtc(report.begin * 1000)} to ${report.end === undefined ? 'unknown' : writeUtc(report.end * 1000)}`,
    `- Policy that was found: ${cell(policy.join('; ') || 'none stated')}`,
    ...stated('Report', report.reportId),
    ...stated('Contact', report.contact),
    `- Messages: ${total}; DMARC passes: ${passed}${share(passed, total)}; fails: ${total - passed}`,
    `- What was done: ${cell(dispositionWords(dispositions(report.rows)))}`,
    ...report.errors.map((error) => `- Error at the receiver: ${cell(error)}`),
    ...(report.unread === 0 ? [] : [`- ${report.unread} further rows were not read.`]),
    '',
    '| Source | Messages | DMARC passes | DKIM aligned | SPF aligned | What was done | From | Results | Exceptions |',
    '| --- | ---: | ---: | ---: | ---: | --- | --- | --- | --- |',
    ...sources
      .slice(0, MOST_ROWS)
      .map((row) =>
        tableRow([
          row.sourceIp,
          `${row.count}`,
          `${row.passed}`,
          `${row.dkim}`,
          `${row.spf}`,
          dispositionWords(row.dispositions),
          row.headerFroms.join(', '),
          row.details.join('; '),
          row.reasons.join('; '),
        ]),
      ),
    ...(sources.length > MOST_ROWS ? ['', `${sources.length - MOST_ROWS} further sources are not shown.`] : []),
  ];
}

/** As text, to be escaped. RFC 9990: the disposition `none` means that the policy asked for nothing or was not applied. */
const dispositionWords = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .map(([what, count]) => `${what === 'none' || what === 'pass' ? 'delivered' : what} ${count}`)
    .join(', ') || 'nothing';

function tls(report: TlsReport): readonly string[] {
  const period = `${report.begin ?? 'unknown'} to ${report.end ?? 'unknown'}`;
  return [
    `# TLS report of ${cell(report.organisation)}`,
    '',
    `- Period: ${cell(period)}`,
    ...stated('Report', report.reportId),
    ...stated('Contact', report.contact),
    ...(report.unread === 0 ? [] : [`- ${report.unread} further policies were not read.`]),
    '',
    '| Domain | Policy | Sessions that worked | Sessions that failed |',
    '| --- | --- | ---: | ---: |',
    ...report.policies.map((policy) =>
      tableRow([
        policy.domain,
        POLICIES.get(policy.type) ?? policy.type,
        `${policy.successes}`,
        `${policy.failures}${share(policy.failures, policy.successes + policy.failures)}`,
      ]),
    ),
    ...failures(report.policies, sumOf(report.policies.map(({ unread }) => unread))),
  ];
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function failures(policies: readonly TlsPolicyResult[], unread: number): readonly string[] {
  const rows = policies.flatMap(({ domain, details }) => details.map((detail) => ({ domain, ...detail })));
  if (rows.length === 0) return [];
  const left = rows.length + unread - Math.min(rows.length, MOST_ROWS);
  return [
    '',
    '| Domain | Failure | Sessions | Sending address | Receiving host | What it means | Note |',
    '| --- | --- | ---: | --- | --- | --- | --- |',
    ...rows
      .slice(0, MOST_ROWS)
      .map((row) =>
        tableRow([
          row.domain,
          row.result,
          `${row.sessions}`,
          row.sendingIp ?? '',
          row.receivingHost ?? '',
          tlsFailureMeaning(row.result) ?? 'A failure that RFC 8460 does not name.',
          row.reason ?? '',
        ]),
      ),
    ...(left > 0 ? ['', `${left} further failures are not shown.`] : []),
  ];
}

const POLICIES: ReadonlyMap<string, string> = new Map([
  ['tlsa', 'DANE (TLSA records)'],
  ['sts', 'MTA-STS'],
  ['no-policy-found', 'none found'],
]);

const stated = (name: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [`- ${name}: ${cell(value)}`];

const share = (part: number, whole: number): string =>
  whole === 0 ? '' : ` (${((part / whole) * 100).toFixed(part === whole || part === 0 ? 0 : 1)} %)`;

const tableRow = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** Text of a report in a table cell: on one line, and no Markdown of its own. */
const cell = (text: string): string => escapeLightly(plainText(text, 300));
