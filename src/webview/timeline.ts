import './words.ts';
import { inOurs, t } from '../core/text/words.ts';
import type { TimelineRow } from '../core/trace/timeline.ts';
import type { FromTimelineView, PictureForm, ToTimelineView } from '../protocol/timeline.ts';
import { element } from './elements.ts';
import { isChoosingKey, rowForKey } from './keys.ts';
import { drawPage, type Wish } from './page.ts';
import { drawPng, drawSvg } from './picture.ts';
import { announcement, fromStored, receive, scaleOf, toStored, type ViewState, withOtherScale } from './state.ts';
import { rowsOf } from './table.ts';
import { type Fact, Tip } from './tip.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromTimelineView): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const host = acquireVsCodeApi();
const root = document.getElementById('timeline') ?? document.body.appendChild(element('main', ''));
const page = element('div', 'page');
const status = element('p', 'spoken');
const said = element('p', 'said');
const tip = new Tip();
for (const line of [status, said]) line.setAttribute('role', 'status');
root.append(page, said, status, tip.element);

let state: ViewState = fromStored(host.getState());
let rows: readonly HTMLTableRowElement[] = [];

/** Draws the whole page again; the focus stays on the row or the button that had it. */
function draw(): void {
  const active = document.activeElement;
  const focused = rows.indexOf(active as HTMLTableRowElement);
  const wish = active instanceof HTMLButtonElement ? active.dataset.wish : undefined;
  tip.hide();
  const { nodes, table } = drawPage(state);
  page.replaceChildren(...nodes);
  rows = table === undefined ? [] : rowsOf(table);
  mark();
  if (focused >= 0) rows[Math.min(focused, rows.length - 1)]?.focus({ preventScroll: true });
  if (wish !== undefined) page.querySelector<HTMLElement>(`[data-wish="${wish}"]`)?.focus({ preventScroll: true });
  host.postMessage({ type: 'drawn', rows: rows.map((row) => row.textContent as string) });
  performance.mark('drawn');
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
  const redraw =
    next.kind !== 'shown' ||
    state.kind !== 'shown' ||
    next.timeline !== state.timeline ||
    scaleOf(next) !== scaleOf(state);
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

function fulfil(wish: Wish): void {
  if (state.kind !== 'shown') return;
  if (wish === 'scale') update(withOtherScale(state));
  else if (wish === 'markdown') host.postMessage({ type: 'copyMarkdown' });
  else if (wish === 'copyPng') void copyPicture();
  else void sendPicture(wish);
}

/** Puts the picture into the clipboard; offers to save it where the browser takes no pictures. */
async function copyPicture(): Promise<void> {
  if (state.kind !== 'shown') return;
  const { title, timeline } = state;
  try {
    const data = await drawPng(title, timeline, scaleOf(state));
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
    said.textContent = t('The picture is in the clipboard.');
  } catch {
    said.textContent = t('The clipboard takes no pictures here: save it as a file instead.');
    await sendPicture('png');
  }
}

async function sendPicture(form: PictureForm): Promise<void> {
  if (state.kind !== 'shown') {
    host.postMessage({ type: 'noPicture', form, reason: t('there are no hops') });
    return;
  }
  const { title, timeline } = state;
  const scale = scaleOf(state);
  try {
    const data = form === 'svg' ? drawSvg(title, timeline, scale) : await drawPng(title, timeline, scale);
    host.postMessage({ type: 'picture', form, data });
  } catch (error) {
    host.postMessage({ type: 'noPicture', form, reason: error instanceof Error ? error.message : String(error) });
  }
}

const indexOfRow = (target: EventTarget | null): number =>
  target instanceof Element ? rows.findIndex((row) => row.contains(target)) : -1;

const detailsWithNotes = ({ notes, details }: TimelineRow): readonly Fact[] => [
  ...notes.map(({ level, text }): Fact => [level === 'warning' ? t('Warning') : t('Note'), inOurs(text)]),
  ...details.map(([name, value]): Fact => [t(name), typeof value === 'string' ? value : inOurs(value)]),
];

function showDetails(target: EventTarget | null): void {
  const index = indexOfRow(target);
  const [line, row] = [rows[index], state.kind === 'shown' ? state.timeline.rows[index] : undefined];
  if (line !== undefined && row !== undefined) tip.showSoon(line, detailsWithNotes(row));
  else tip.hideSoon();
}

page.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-wish]') : null;
  if (button !== null) {
    fulfil(button.dataset.wish as Wish);
    return;
  }
  // Dragging over text to copy it is not a click on the row.
  if (document.getSelection()?.isCollapsed === false) return;
  const index = indexOfRow(event.target);
  if (index >= 0) choose(index);
});

page.addEventListener('pointerover', (event) => showDetails(event.target));
page.addEventListener('pointerleave', () => tip.hideSoon());
page.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && target.matches(':focus-visible')) showDetails(target);
});
page.addEventListener('focusout', () => tip.hideSoon());
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') tip.hide();
});
document.addEventListener('scroll', () => tip.hide(), { passive: true });

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

window.addEventListener('message', ({ data }: MessageEvent<ToTimelineView>) => {
  if (data.type === 'drawPicture') void sendPicture(data.form);
  else if (data.type === 'said') said.textContent = data.text;
  else update(receive(state, data));
});

if (state.kind !== 'waiting') draw();
host.postMessage({ type: 'ready' });
