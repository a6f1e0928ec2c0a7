import type { Bar, Timeline, TimelineRow } from '../core/trace/timeline.ts';
import { element, icon, LOCKED, spoken, UNLOCKED, WARNING } from './elements.ts';

/**
 * The hops as a table. The roles are spelt out because the narrow layout takes the table's own display, and with it its
 * meaning, away.
 */
export function drawTable(timeline: Timeline): HTMLTableElement {
  const head = element('tr', '', ...['Hop', 'From and to', 'Protocol', 'Time', 'Delay'].map(columnHead));
  head.setAttribute('role', 'row');
  const headGroup = element('thead', '', head);
  const bodyGroup = element('tbody', '', ...timeline.rows.map(drawRow));
  for (const group of [headGroup, bodyGroup]) group.setAttribute('role', 'rowgroup');
  const table = element('table', 'hops', headGroup, bodyGroup);
  table.setAttribute('role', 'grid');
  table.setAttribute('aria-label', 'Hops, oldest first. Enter shows the field in the editor.');
  table.setAttribute('aria-readonly', 'true');
  return table;
}

/** The rows of a drawn table, in order. */
export const rowsOf = (table: HTMLTableElement): readonly HTMLTableRowElement[] => [...(table.tBodies[0]?.rows ?? [])];

function columnHead(text: string): HTMLElement {
  const cell = element('th', '', text);
  cell.setAttribute('role', 'columnheader');
  cell.scope = 'col';
  return cell;
}

function drawRow(row: TimelineRow, index: number): HTMLTableRowElement {
  const number = element('td', 'number', `${index + 1}`);
  const cells = [number, namesCell(row), protocolCell(row), timeCell(row), delayCell(row)];
  for (const cell of cells) cell.setAttribute('role', 'gridcell');
  const line = element('tr', row.notes.length > 0 ? 'hop noted' : 'hop', ...cells);
  line.setAttribute('role', 'row');
  line.tabIndex = -1;
  return line;
}

function namesCell(row: TimelineRow): HTMLElement {
  const arrow = element('span', 'arrow', '\u2192');
  arrow.setAttribute('aria-hidden', 'true');
  const by = hostName(row.by ?? 'a server that gives no name', row.by !== undefined);
  const to = element('span', 'to', arrow, spoken(row.from === undefined ? 'taken in by ' : ' to '), by);
  const route = element('div', 'route', row.from === undefined ? undefined : hostName(row.from, true), to);
  const ip = row.ip === undefined ? undefined : element('div', 'ip', spoken('client address '), row.ip);
  const notes = row.notes.map((note) =>
    element('p', 'note', icon(WARNING, 'warning', 'Warning'), element('span', '', note.text)),
  );
  return element('td', 'names', route, ip, ...notes);
}

const hostName = (text: string, stated: boolean): HTMLElement =>
  element('span', stated ? 'host' : 'host unknown', text);

function protocolCell(row: TimelineRow): HTMLElement {
  const lock = row.encrypted
    ? icon(LOCKED, 'locked', row.tls === undefined ? 'Encrypted' : `Encrypted, ${row.tls}`)
    : icon(UNLOCKED, 'unlocked', 'No TLS stated');
  const words = element('span', '', row.protocol ?? (row.encrypted ? 'TLS' : 'not stated'));
  if (row.protocol === undefined && !row.encrypted) words.classList.add('unknown');
  const version = row.tlsVersion === undefined ? undefined : element('span', 'version', ' ', row.tlsVersion);
  return element('td', 'protocol', element('div', 'transport', lock, element('span', '', words, version)));
}

function timeCell(row: TimelineRow): HTMLElement {
  const written = row.written === undefined ? undefined : element('div', 'written', spoken('as written '), row.written);
  return element(
    'td',
    'time',
    element('div', row.utc === undefined ? 'utc unknown' : 'utc', row.utc ?? 'Time unknown'),
    written,
  );
}

function delayCell(row: TimelineRow): HTMLElement {
  const known = row.delay !== 'unknown' && row.delay !== 'start';
  const text = element('div', known ? 'length' : 'length unknown', row.delay);
  if (row.longest) text.append(spoken(', the longest wait'));
  if (row.since !== undefined) text.append(element('span', 'since', ` since hop ${row.since}`));
  return element('td', 'delay', text, row.bar === undefined ? undefined : drawBar(row.bar, row.longest));
}

function drawBar({ start, width }: Bar, longest: boolean): HTMLElement {
  const bar = element('div', longest ? 'bar longest' : 'bar');
  bar.style.setProperty('--start', `${start * 100}%`);
  bar.style.setProperty('--width', `${width * 100}%`);
  const track = element('div', 'track', bar);
  track.setAttribute('aria-hidden', 'true');
  return track;
}
