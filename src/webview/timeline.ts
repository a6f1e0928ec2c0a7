import type { FromTimelineView, ToTimelineView } from '../protocol/timeline.ts';
import { element } from './elements.ts';
import { isChoosingKey, rowForKey } from './keys.ts';
import { drawPage } from './page.ts';
import { announcement, fromStored, receive, toStored, type ViewState } from './state.ts';
import { rowsOf } from './table.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromTimelineView): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const host = acquireVsCodeApi();
const root = document.getElementById('timeline') ?? document.body.appendChild(element('main', ''));
const page = element('div', 'page');
const status = element('p', 'spoken');
status.setAttribute('role', 'status');
root.append(page, status);

let state: ViewState = fromStored(host.getState());
let rows: readonly HTMLTableRowElement[] = [];

/** Draws the whole page again; the focus stays on the row that had it. */
function draw(): void {
  const focused = rows.indexOf(document.activeElement as HTMLTableRowElement);
  const { nodes, table } = drawPage(state);
  page.replaceChildren(...nodes);
  rows = table === undefined ? [] : rowsOf(table);
  mark();
  if (focused >= 0) rows[Math.min(focused, rows.length - 1)]?.focus({ preventScroll: true });
  host.postMessage({ type: 'drawn', rows: rows.map((row) => row.innerText) });
  const text = announcement(state);
  if (status.textContent !== text) status.textContent = text;
}

/** Marks the selected row. One row only can be reached with Tab, the arrow keys do the rest. */
function mark(): void {
  const selected = state.kind === 'shown' ? state.hop : null;
  for (const [i, row] of rows.entries()) {
    if (i === selected) row.setAttribute('aria-current', 'true');
    else row.removeAttribute('aria-current');
    row.tabIndex = i === (selected ?? 0) ? 0 : -1;
  }
}

function update(next: ViewState): void {
  const redraw = next.kind !== 'shown' || state.kind !== 'shown' || next.timeline !== state.timeline;
  const moved = next.kind === 'shown' && (state.kind !== 'shown' || next.hop !== state.hop) ? next.hop : null;
  state = next;
  host.setState(toStored(state));
  if (redraw) draw();
  else mark();
  if (moved !== null) rows[moved]?.scrollIntoView({ block: 'nearest' });
}

function choose(index: number): void {
  if (state.kind !== 'shown') return;
  const row = state.timeline.rows[index];
  if (row === undefined) return;
  update({ ...state, hop: index });
  host.postMessage({ type: 'reveal', span: row.span });
}

const indexOfRow = (target: EventTarget | null): number =>
  target instanceof Element ? rows.findIndex((row) => row.contains(target)) : -1;

page.addEventListener('click', (event) => {
  // Dragging over text to copy it is not a click on the row.
  if (document.getSelection()?.isCollapsed === false) return;
  const index = indexOfRow(event.target);
  if (index >= 0) choose(index);
});

page.addEventListener('keydown', (event) => {
  const index = indexOfRow(event.target);
  if (index < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isChoosingKey(event.key)) {
    event.preventDefault();
    choose(index);
    return;
  }
  const next = rowForKey(event.key, index, rows.length);
  if (next === undefined) return;
  event.preventDefault();
  for (const [i, row] of rows.entries()) row.tabIndex = i === next ? 0 : -1;
  rows[next]?.focus();
});

window.addEventListener('message', ({ data }: MessageEvent<ToTimelineView>) => update(receive(state, data)));

if (state.kind !== 'waiting') draw();
host.postMessage({ type: 'ready' });
