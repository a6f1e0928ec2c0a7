import type { Timeline, TimelineRow } from '../core/trace/timeline.ts';
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
  const by = row.by ?? 'a server that gives no name';
  const names =
    row.from === undefined
      ? element('div', 'route', arrow, spoken('taken in by '), name(by, row.by !== undefined))
      : element('div', 'route', name(row.from, true), ' ', arrow, spoken(' to '), name(by, row.by !== undefined));
  const ip = row.ip === undefined ? undefined : element('div', 'ip', spoken('client address '), row.ip);
  const notes = row.notes.map((note) => element('p', 'note', icon(WARNING, 'warning', 'Warning'), element('span', '', note.text)));
  return element('td', 'names', names, ip, ...notes);
}

const name = (text: string, stated: boolean): HTMLElement => element('span', stated ? 'host' : 'host unknown', text);

function protocolCell(row: TimelineRow): HTMLElement {
  const lock = row.encrypted
    ? icon(LOCKED, 'locked', row.tls === undefined ? 'Encrypted' : `Encrypted, ${row.tls}`)
    : icon(UNLOCKED, 'unlocked', 'No TLS stated');
  return element('td', 'protocol', lock, element('span', '', row.protocol ?? (row.encrypted ? 'TLS' : '')));
}

function timeCell(row: TimelineRow): HTMLElement {
  const written = row.written === undefined ? undefined : element('div', 'written', spoken('as written '), row.written);
  return element('td', 'time', element('div', row.utc === undefined ? 'utc unknown' : 'utc', row.utc ?? 'Time unknown'), written);
}

function delayCell(row: TimelineRow): HTMLElement {
  const track = element('div', 'track');
  track.setAttribute('aria-hidden', 'true');
  if (row.bar !== undefined) {
    const bar = element('div', row.longest ? 'bar longest' : 'bar');
    bar.style.setProperty('--start', `${row.bar.start * 100}%`);
    bar.style.setProperty('--width', `${row.bar.width * 100}%`);
    track.append(bar);
  }
  const known = row.delay !== 'unknown' && row.delay !== 'start';
  const text = element('div', known ? 'length' : 'length unknown', row.delay);
  if (row.longest) text.append(spoken(', the longest wait'));
  if (row.since !== undefined) text.append(element('span', 'since', ` since hop ${row.since}`));
  return element('td', 'delay', text, track);
}
