import { escapeLightly } from '../text/markdown.ts';
import { inEnglish } from '../text/words.ts';
import type { Timeline, TimelineRow } from '../trace/timeline.ts';

/** The timeline as a Markdown table, for a ticket or a mail. */
export function timelineMarkdown(title: string, timeline: Timeline): string {
  const { total, rawTotal, first, last, rows, head, networkProblems } = timeline;
  const facts = [
    `Total transit time: **${cell(inEnglish(total))}**${rawTotal === undefined ? '' : ` (as written: ${rawTotal})`}`,
    ...(first === undefined || last === undefined ? [] : [`${first} \u2192 ${last}`]),
    ...head.map(({ text }) => cell(inEnglish(text))),
  ];
  const notes = rows.flatMap((row) => row.notes.map(({ text }) => `- ${nameOf(row)}: ${cell(inEnglish(text))}`));
  const problems = networkProblems.map(({ entry }) => `- mailTriage.trustedNetworks: ${cell(entry)} is no network.`);
  return [
    `**Hops of ${cell(title)}**`,
    '',
    facts.join('  \n'),
    '',
    '| Hop | From | To | Organisation | Protocol | TLS | Time | Delay |',
    '| ---: | --- | --- | --- | --- | --- | --- | ---: |',
    ...rows.map(lineOf),
    ...(notes.length + problems.length === 0 ? [] : ['', ...notes, ...problems]),
    '',
  ].join('\n');
}

function lineOf(row: TimelineRow): string {
  const from = [row.from, row.ip === undefined ? undefined : `[${row.ip}]`].filter((word) => word !== undefined);
  const delay = row.rawDelay === undefined ? row.delay : `${row.delay} (as written: ${row.rawDelay})`;
  const since = row.since === undefined ? '' : ` since hop ${row.since}`;
  const cells = [
    row.number === undefined ? '' : `${row.number}`,
    row.origin === 'date' ? 'written' : from.join(' '),
    row.origin === 'delivery-date' ? `mailbox at ${row.by ?? '?'}` : (row.by ?? ''),
    row.band?.text ?? '',
    row.protocol ?? '',
    row.encrypted ? (row.tlsVersion ?? 'yes') : row.origin === 'received' ? 'no' : '',
    row.utc ?? 'unknown',
    `${delay}${since}`,
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function nameOf(row: TimelineRow): string {
  if (row.origin === 'date') return 'Date';
  if (row.origin === 'delivery-date') return 'Delivery-date';
  return row.number === undefined ? `X-Received, ${cell(row.by ?? 'no name')}` : `Hop ${row.number}`;
}

const cell = (text: string): string => escapeLightly(text.replace(/\s+/g, ' ').trim());
