import { inEnglish } from '../text/words.ts';
import { isAtEnd, isAtStart, type Scale, ticksWithRoom } from './axis.ts';
import { shortName } from './hostNames.ts';
import { LOCKED } from './icons.ts';
import type { Timeline, TimelineRow } from './timeline.ts';

/** Colours of the picture, as CSS writes them. */
export interface Palette {
  readonly background: string;
  readonly foreground: string;
  readonly muted: string;
  readonly line: string;
  readonly bar: string;
  readonly longest: string;
  readonly warning: string;
  readonly secure: string;
  readonly bands: Readonly<Record<'sender' | 'filter' | 'receiver', string>>;
}

export const lightPalette: Palette = {
  background: '#ffffff',
  foreground: '#1f1f1f',
  muted: '#616161',
  line: '#d0d0d0',
  bar: '#1a85ff',
  longest: '#d18616',
  warning: '#bf8803',
  secure: '#388a34',
  bands: { sender: '#652d90', filter: '#d18616', receiver: '#388a34' },
};

const WIDTH = 960;
const MARGIN = 20;
const NAMES = 58;
const AXIS = 500;
const AXIS_WIDTH = WIDTH - MARGIN - AXIS - 90;
/** Down to the time axis, without the lines of the head; and the height and the length of such a line. */
const HEAD = 112;
const LINE = 18;
const LETTERS = 130;
const ROW = 58;
const NOTE = 17;
/** Letters of the names of a hop on a line, of a protocol; and the line for a second name. */
const NAME = 48;
const PROTOCOL = 30;
const SECOND = 18;
/** The line with the name of a band, above the first of its rows. */
const BAND = 18;

/** The timeline as a picture that stands alone: no script, no style sheet, nothing that is loaded. */
export function timelineSvg(title: string, timeline: Timeline, scale: Scale, palette: Palette = lightPalette): string {
  const heights = timeline.rows.map(
    (row) => ROW + bandOf(row) + SECOND * (namesOf(row).length - 1) + NOTE * linesOfNotes(row).length,
  );
  const total = inEnglish(timeline.total);
  const lines = timeline.head.flatMap(({ level, text: words }) =>
    wrap(inEnglish(words), LETTERS).map((line) => ({ line, warns: level === 'warning' })),
  );
  const head = HEAD + LINE * lines.length;
  const bottom = head + heights.reduce((a, b) => a + b, 0);
  const height = bottom + MARGIN;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="system-ui, -apple-system, 'Segoe UI', sans-serif" font-size="13">`,
    `<title>${escapeXml(`Hop timeline of ${title}: ${total}`)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="${escapeXml(palette.background)}"/>`,
    text(MARGIN, 28, cut(title, 100), palette.muted),
    text(MARGIN, 54, `Total transit time: ${total}`, palette.foreground, 'font-size="20" font-weight="600"'),
    text(MARGIN, 76, factsOf(timeline, scale), palette.muted),
    ...lines.map(({ line, warns }, i) =>
      text(MARGIN, 76 + LINE * (i + 1), line, warns ? palette.warning : palette.foreground),
    ),
    ...ticksWithRoom(timeline.ticks[scale], AXIS_WIDTH).map(({ at, label }) => tick(at, label, head, bottom, palette)),
  ];
  let top = head;
  for (const [i, row] of timeline.rows.entries()) {
    parts.push(drawRow(row, top, heights[i] as number, scale, palette));
    top += heights[i] as number;
  }
  return `${parts.join('\n')}\n</svg>\n`;
}

/** Text for XML 1.0: marks escaped, characters left out that no document may hold. */
export const escapeXml = (value: string): string =>
  value
    .replace(/\p{Surrogate}/gu, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (mark) => ENTITIES.get(mark) as string);

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function factsOf({ hops, first, last, rawTotal }: Timeline, scale: Scale): string {
  const span = first === undefined || last === undefined ? [] : first === last ? [first] : [`${first} \u2192 ${last}`];
  const raw = rawTotal === undefined ? [] : [`as written: ${rawTotal}`];
  const log = scale === 'log' ? ['logarithmic scale'] : [];
  return [hops === 1 ? '1 hop' : `${hops} hops`, ...span, ...raw, ...log].join('  \u00b7  ');
}

const bandOf = ({ band }: TimelineRow): number => (band?.begins === true ? BAND : 0);

function drawRow(row: TimelineRow, start: number, height: number, scale: Scale, palette: Palette): string {
  const top = start + bandOf(row);
  const names = namesOf(row);
  const under = top + SECOND * (names.length - 1);
  const way = [
    row.ip === undefined ? undefined : row.address === undefined ? row.ip : `${row.ip} (${row.address})`,
    row.protocol && cut(row.protocol, PROTOCOL),
    row.encrypted ? (row.tlsVersion ?? 'TLS') : undefined,
  ].filter((word) => word !== undefined);
  const stripe = row.band?.role === undefined ? undefined : palette.bands[row.band.role];
  return [
    `<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${start}" y2="${start}" stroke="${escapeXml(palette.line)}"/>`,
    stripe === undefined ? '' : rect(MARGIN, start + 1, 4, height - 1, stripe),
    row.band?.begins === true ? text(NAMES, start + 20, cut(row.band.text, 62), palette.muted, 'font-size="12"') : '',
    row.number === undefined ? '' : text(NAMES - 8, top + 22, `${row.number}`, palette.muted, 'text-anchor="end"'),
    ...names.map((name, i) => text(NAMES, top + 22 + SECOND * i, name, palette.foreground, 'font-weight="600"')),
    row.encrypted ? lock(NAMES, under + 30, palette.secure) : '',
    text(row.encrypted ? NAMES + 18 : NAMES, under + 42, cut(way.join('  \u00b7  '), 64), palette.muted),
    drawWait(row, top, scale, palette),
    text(AXIS, top + 44, row.utc ?? 'time unknown', palette.muted, 'font-size="11"'),
    text(WIDTH - MARGIN, top + 22, row.delay, palette.foreground, 'text-anchor="end"'),
    row.rawDelay === undefined
      ? ''
      : text(WIDTH - MARGIN, top + 42, `as written ${row.rawDelay}`, palette.muted, 'text-anchor="end" font-size="11"'),
    ...linesOfNotes(row).map(([line, warns], i) =>
      text(NAMES, under + 60 + i * NOTE, line, warns ? palette.warning : palette.muted, 'font-size="12"'),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function drawWait(row: TimelineRow, top: number, scale: Scale, palette: Palette): string {
  const bar = row.bar?.[scale];
  const mark = row.mark?.[scale];
  const track = rect(AXIS, top + 13, AXIS_WIDTH, 10, palette.line, 'opacity="0.4"');
  if (bar !== undefined) {
    const width = Math.max(2, bar.width * AXIS_WIDTH);
    const x = Math.min(AXIS + bar.start * AXIS_WIDTH, AXIS + AXIS_WIDTH - width);
    return `${track}\n${rect(x, top + 13, width, 10, row.longest ? palette.longest : palette.bar, 'rx="2"')}`;
  }
  if (mark === undefined) return track;
  const x = AXIS + mark.at * AXIS_WIDTH;
  const shape = `M${round(x)} ${top + 10}l6 8l-6 8l-6 -8Z`;
  return `${track}\n<path d="${shape}" fill="${escapeXml(palette.warning)}"/>`;
}

function tick(at: number, label: string, head: number, bottom: number, palette: Palette): string {
  const x = round(AXIS + at * AXIS_WIDTH);
  const anchor = isAtStart(at) ? 'start' : isAtEnd(at) ? 'end' : 'middle';
  const line = `<line x1="${x}" x2="${x}" y1="${head - 4}" y2="${bottom}" stroke="${escapeXml(palette.line)}" stroke-dasharray="2 4"/>`;
  return `${line}\n${text(x, head - 8, label, palette.muted, `font-size="11" text-anchor="${anchor}"`)}`;
}

const lock = (x: number, y: number, fill: string): string =>
  `<path d="${LOCKED}" transform="translate(${x} ${y}) scale(0.875)" fill="${escapeXml(fill)}" fill-rule="evenodd"/>`;

/** From and to in one line, in two where they find no room on one. */
function namesOf({ origin, from, by = '?' }: TimelineRow): readonly string[] {
  if (origin === 'date') return ['Written'];
  const to = `\u2192 ${shortName(by, NAME - 2)}`;
  if (from === undefined) return [to];
  return from.length + by.length + 3 <= NAME ? [`${from} ${to}`] : [shortName(from, NAME), to];
}

/** Notes wrapped to the width of the picture, and whether each warns. */
const linesOfNotes = (row: TimelineRow): readonly (readonly [string, boolean])[] =>
  row.notes.flatMap(({ text: words, level }) =>
    wrap(inEnglish(words).slice(0, 600), 130).map((line) => [line, level === 'warning'] as const),
  );

function wrap(words: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = '';
    }
    line = cut(line === '' ? word : `${line} ${word}`, width);
  }
  return line === '' ? lines : [...lines, line];
}

const cut = (value: string, length: number): string =>
  value.length <= length ? value : `${value.slice(0, length - 1)}\u2026`;

const round = (value: number): number => Math.round(value * 10) / 10;

const text = (x: number, y: number, words: string, fill: string, more = ''): string =>
  `<text x="${round(x)}" y="${y}" fill="${escapeXml(fill)}"${more === '' ? '' : ` ${more}`}>${escapeXml(words)}</text>`;

const rect = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${round(x)}" y="${y}" width="${round(width)}" height="${height}" fill="${escapeXml(fill)}"${more === '' ? '' : ` ${more}`}/>`;
