import { inOurs, t } from '../core/text/words.ts';
import type { Bar, Mark, Scale, Tick } from '../core/trace/axis.ts';
import { halvesOf, isSameServer } from '../core/trace/hostNames.ts';
import { LOCKED } from '../core/trace/icons.ts';
import { ROLES } from '../core/trace/rowTexts.ts';
import type { Timeline, TimelineRow } from '../core/trace/timeline.ts';
import { element, INFORMATION, icon, spoken, UNLOCKED, WARNING } from './elements.ts';
import { drawTicks } from './ticks.ts';

/**
 * The hops as a table. The roles are spelt out because the narrow layout takes the table's own display, and with it its
 * meaning, away.
 */
export function drawTable(timeline: Timeline, scale: Scale): HTMLTableElement {
  const ticks = timeline.ticks[scale];
  const head = element(
    'tr',
    '',
    ...[t('Hop'), t('From and to'), t('Time'), t('Address and protocol'), t('Delay')].map(columnHead),
  );
  head.setAttribute('role', 'row');
  const headGroup = element('thead', '', head);
  const bodyGroup = element(
    'tbody',
    '',
    ...timeline.rows.map((row, i, rows) => drawRow(row, rows[i - 1], scale, ticks)),
  );
  for (const group of [headGroup, bodyGroup]) group.setAttribute('role', 'rowgroup');
  const table = element('table', 'hops', headGroup, bodyGroup);
  table.setAttribute('role', 'grid');
  table.setAttribute('aria-label', t('Hops, oldest first. Enter shows the field in the editor.'));
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

function drawRow(
  row: TimelineRow,
  before: TimelineRow | undefined,
  scale: Scale,
  ticks: readonly Tick[],
): HTMLTableRowElement {
  const number = element('td', 'number', row.number === undefined ? '' : `${row.number}`);
  const cells = [
    number,
    namesCell(row, before),
    timeCell(row, before),
    protocolCell(row),
    delayCell(row, scale, ticks),
  ];
  for (const cell of cells) cell.setAttribute('role', 'gridcell');
  const line = element('tr', row.notes.length > 0 ? 'hop noted' : 'hop', ...cells);
  line.setAttribute('role', 'row');
  line.tabIndex = -1;
  if (row.band !== undefined) line.classList.add('banded');
  if (row.band?.role !== undefined) line.dataset.role = row.band.role;
  return line;
}

function namesCell(row: TimelineRow, before: TimelineRow | undefined): HTMLElement {
  const notes = row.notes.map(({ level, text }) =>
    element(
      'p',
      'note',
      level === 'warning' ? icon(WARNING, 'warning', t('Warning')) : icon(INFORMATION, 'information', t('Information')),
      element('span', '', inOurs(text)),
    ),
  );
  return element('td', 'names', bandOf(row), routeOf(row, before), ...notes);
}

function bandOf({ band }: TimelineRow): HTMLElement | undefined {
  if (band === undefined) return undefined;
  const words = band.role === undefined ? band.name : `${band.name} (${t(ROLES[band.role])})`;
  return band.begins ? element('div', 'band', words) : spoken(`${words}: `);
}

function routeOf(row: TimelineRow, before: TimelineRow | undefined): HTMLElement {
  if (row.origin === 'date') {
    return element(
      'div',
      'route',
      element('span', 'step', t('Written')),
      element('span', 'unknown', t('by the client\u2019s clock')),
    );
  }
  const arrow = element('span', 'arrow', '\u2192');
  arrow.setAttribute('aria-hidden', 'true');
  const by = hostName(row.by ?? t('a server that gives no name'), row.by !== undefined);
  if (row.origin === 'delivery-date')
    return element('div', 'route', element('span', 'step', t('Into the mailbox at')), by);
  const to = element('span', 'to', arrow, spoken(row.from === undefined ? `${t('taken in by')} ` : ` ${t('to')} `), by);
  const origin = row.origin === 'x-received' ? element('span', 'unknown', 'X-Received') : undefined;
  const from = row.from === undefined ? undefined : hostName(row.from, true);
  // Where the row above has led to it, it is read there.
  if (row.from !== undefined && before?.by !== undefined && isSameServer(row.from, before.by))
    from?.classList.add('known');
  return element('div', 'route', from, to, origin);
}

/**
 * The name of a host, whole for those who hear it and in its title. Where it has to be cut, its style shows both halves
 * (`data-start`, `data-end`) instead, of which the second is never cut.
 */
function hostName(text: string, stated: boolean): HTMLElement {
  const [start, end] = stated ? halvesOf(text) : [text, ''];
  const host = element('span', stated ? 'host' : 'host unknown', end === '' ? text : element('span', '', text));
  host.title = text;
  if (end !== '') Object.assign(host.dataset, { start, end });
  return host;
}

function protocolCell(row: TimelineRow): HTMLElement {
  if (row.origin === 'date' || row.origin === 'delivery-date') return element('td', 'protocol');
  const lock = row.encrypted
    ? icon(LOCKED, 'locked', row.tls === undefined ? t('Encrypted') : t('Encrypted, {0}', row.tls))
    : icon(UNLOCKED, 'unlocked', t('No TLS stated'));
  const words = element('span', '', row.protocol ?? (row.encrypted ? 'TLS' : t('not stated')));
  if (row.protocol === undefined && !row.encrypted) words.classList.add('unknown');
  const version = row.tlsVersion === undefined ? undefined : element('span', 'version', ' ', row.tlsVersion);
  const transport = element('div', 'transport', lock, element('span', '', words, version));
  transport.title = [words.textContent, row.tls].filter(Boolean).join(', ');
  const ip = row.ip === undefined ? undefined : element('span', 'ip', spoken(`${t('client address')} `), row.ip);
  if (row.address !== undefined) ip?.append(element('span', 'kind', ` (${t(row.address)})`));
  return element('td', 'protocol', transport, ip);
}

function timeCell(row: TimelineRow, before: TimelineRow | undefined): HTMLElement {
  const written =
    row.written === undefined ? undefined : element('div', 'written', spoken(`${t('as written')} `), row.written);
  return element(
    'td',
    'time',
    element('div', row.utc === undefined ? 'utc unknown' : 'utc', ...dayAndTime(row.utc, before?.utc)),
    written,
  );
}

/** The day is seen where it is another than in the row above, the zone where no row above has it. */
function dayAndTime(utc: string | undefined, before: string | undefined): readonly (HTMLElement | string)[] {
  if (utc === undefined) return [t('Time unknown')];
  const [, day = '', time = '', zone = ''] = /^(\d{4}-\d\d-\d\d )(\S{1,12})( UTC)$/.exec(utc) ?? [];
  if (day === '' || before === undefined) return [utc];
  return [before.startsWith(day) ? element('span', 'known', day) : day, time, element('span', 'known', zone)];
}

function delayCell(row: TimelineRow, scale: Scale, ticks: readonly Tick[]): HTMLElement {
  const known = row.delay !== 'unknown' && row.delay !== 'start';
  const text = element('div', known ? 'length' : 'length unknown', known ? row.delay : t(row.delay));
  if (row.longest) text.append(spoken(`, ${t('the longest wait')}`));
  if (row.since !== undefined) text.append(element('span', 'since', ` ${t('since hop {0}', row.since)}`));
  if (row.rawDelay !== undefined) text.append(element('span', 'since', ` \u00b7 ${t('as written')} ${row.rawDelay}`));
  const [bar, mark] = [row.bar?.[scale], row.mark?.[scale]];
  const track = element('div', 'track', drawTicks(ticks, false), bar && drawBar(bar, row), mark && drawMark(mark));
  track.setAttribute('aria-hidden', 'true');
  return element('td', 'delay', text, track);
}

function drawBar({ start, width }: Bar, row: TimelineRow): HTMLElement {
  const bar = element('div', row.longest ? 'bar longest' : 'bar');
  bar.style.setProperty('--start', `${start * 100}%`);
  bar.style.setProperty('--width', `${width * 100}%`);
  return bar;
}

/** Where a clock that does not fit puts the hop. */
function drawMark({ at, outside }: Mark): HTMLElement {
  const mark = element('div', outside === undefined ? 'mark' : `mark ${outside}`);
  mark.style.setProperty('--at', `${at * 100}%`);
  return mark;
}
