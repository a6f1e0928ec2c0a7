import '../words.ts';
import { t, word } from '../../core/text/words.ts';
import type { FromTicketView, ToTicketView } from '../../protocol/ticketPage.ts';
import { element } from '../elements.ts';
import { beginning } from './beginning.ts';
import type { Wishes } from './parts.ts';
import { sectionsOf } from './sections.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromTicketView): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const host = acquireVsCodeApi();
const root = document.getElementById('ticket') ?? document.body.appendChild(element('main', ''));
const title = element('h1', '');
const content = element('div', 'page');
const status = element('p', 'spoken');
status.setAttribute('role', 'status');
root.append(title, content, status);

const wishes: Wishes = {
  run: (action) => host.postMessage({ type: 'run', action }),
  reveal: (line) => host.postMessage({ type: 'reveal', line }),
};

/** What of the page is open and how far it is scrolled, for the file that it was of. */
interface Kept {
  readonly file: string;
  readonly open: readonly string[];
  readonly top: number;
}

const NOTHING = word('No SMTP session, message, log or DNS look-up was found in this text.');
const NO_TICKET = word(
  'Open an SMTP session, a bounce, a message, a header or a mail log, and what happened stands here: who got it, who has to act, what to do next.',
);

let file: string | undefined;
const open = new Set<string>();
/** The sections as they were drawn, by their names. */
const drawn = new Map<string, { readonly data: string; readonly node: HTMLElement }>();

function show(message: ToTicketView): void {
  if (message.type === 'empty') {
    begin('', t(NO_TICKET));
    return;
  }
  turnTo(message.file);
  root.setAttribute('aria-busy', String(message.type === 'reading' || message.page.readLines !== undefined));
  if (message.type === 'reading') {
    clear(element('p', 'muted', t('Reading…')));
    return;
  }
  const { page } = message;
  const sections = sectionsOf(page);
  if (sections.length === 0) {
    begin(message.file, t(NOTHING));
    return;
  }
  const focused = (document.activeElement as HTMLElement | null)?.dataset.key;
  const nodes = sections.map(({ name, data, draw }) => {
    const key = JSON.stringify(data);
    const known = drawn.get(name);
    if (known?.data === key) return known.node;
    const node = draw(wishes);
    drawn.set(name, { data: key, node });
    for (const one of node.querySelectorAll('details')) one.open = open.has(one.dataset.fold as string);
    return node;
  });
  place(nodes);
  if (focused !== undefined && document.activeElement === document.body) focusOn(focused);
  say(page.happened === undefined ? '' : `${page.happened.status}: ${page.happened.headline}`);
}

/** Puts the nodes in, and leaves those alone that stand where they belong. */
function place(nodes: readonly HTMLElement[]): void {
  for (const [i, node] of nodes.entries()) {
    const there = content.children[i];
    if (there !== node) content.insertBefore(node, there ?? null);
  }
  while (content.children.length > nodes.length) content.lastElementChild?.remove();
}

function focusOn(key: string): void {
  for (const one of content.querySelectorAll<HTMLElement>('[data-key]')) {
    if (one.dataset.key === key) {
      one.focus({ preventScroll: true });
      return;
    }
  }
}

function begin(name: string, words: string): void {
  turnTo(name);
  root.setAttribute('aria-busy', 'false');
  if (content.querySelector('textarea') !== null && content.firstElementChild?.textContent === words) return;
  clear(...beginning(words, (message) => host.postMessage(message)));
  say(words);
}

function clear(...nodes: readonly HTMLElement[]): void {
  drawn.clear();
  content.replaceChildren(...nodes);
}

/** Another document begins at its top, with everything folded; the same again where it was left. */
function turnTo(name: string): void {
  if (name === file) return;
  file = name;
  title.textContent = name;
  title.hidden = name === '';
  clear();
  const kept = (host.getState() ?? {}) as Partial<Kept>;
  open.clear();
  if (kept.file === name) for (const key of kept.open ?? []) open.add(key);
  const top = kept.file === name ? (kept.top ?? 0) : 0;
  setTimeout(() => window.scrollTo(0, top));
}

/** Read out where it changes. */
function say(words: string): void {
  if (status.textContent !== words) status.textContent = words;
}

function keep(): void {
  host.setState({ file: file ?? '', open: [...open], top: window.scrollY } satisfies Kept);
}

content.addEventListener(
  'toggle',
  ({ target }) => {
    const details = target as HTMLDetailsElement;
    if (details.isConnected && details.open) open.add(details.dataset.fold as string);
    else if (details.isConnected) open.delete(details.dataset.fold as string);
    keep();
  },
  true,
);
let resting: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(resting);
  resting = setTimeout(keep, 200);
});
window.addEventListener('message', ({ data }: MessageEvent<ToTicketView>) => show(data));
host.postMessage({ type: 'ready' });
