import { t } from '../../core/text/words.ts';
import type { Fact, PageAction, PageLine, Tone } from '../../protocol/ticket.ts';
import { type Child, element } from '../elements.ts';

/** What the elements of the page do; each names itself by a key, by which its focus and its state are kept. */
export interface Wishes {
  run(action: PageAction): void;
  reveal(line: number): void;
}

const SVG = 'http://www.w3.org/2000/svg';

const RING = 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.3a5.7 5.7 0 1 0 0 11.4A5.7 5.7 0 0 0 8 2.3Z';
const SHAPES: Readonly<Record<Tone, string>> = {
  failed: `${RING}m-2.2 2.6L8 7.1l2.2-2.2.9.9L8.9 8l2.2 2.2-.9.9L8 8.9l-2.2 2.2-.9-.9L7.1 8 4.9 5.8l.9-.9Z`,
  waiting: `${RING}M7.4 4.2h1.2v3.6l2.5 1.5-.6 1-3.1-1.9V4.2Z`,
  good: `${RING}m3.1 3.1.9.9-4.9 4.9-2.7-2.7.9-.9 1.8 1.8 4-4Z`,
  note: `${RING}M7.4 7h1.2v4.6H7.4V7Zm0-2.5h1.2v1.4H7.4V4.5Z`,
};

/** The mark of a tone; the words beside it say the same. */
export function mark(tone: Tone): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const shape = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', `mark ${tone}`);
  svg.setAttribute('aria-hidden', 'true');
  shape.setAttribute('d', SHAPES[tone]);
  shape.setAttribute('fill-rule', 'evenodd');
  svg.append(shape);
  return svg;
}

/** A button with a key; what it does is said by its text. */
export function button(className: string, key: string, press: () => void, ...children: readonly Child[]): HTMLElement {
  const made = element('button', className, ...children);
  made.type = 'button';
  made.dataset.key = key;
  made.addEventListener('click', press);
  return made;
}

export const actionButton = (action: PageAction, wishes: Wishes, className = ''): HTMLElement =>
  button(className, `${action.command} ${JSON.stringify(action.argument)}`, () => wishes.run(action), action.label);

/** Actions in one row; nothing where there are none. */
export const actionRow = (actions: readonly PageAction[], wishes: Wishes): HTMLElement | undefined =>
  actions.length === 0 ? undefined : element('div', 'actions', ...actions.map((one) => actionButton(one, wishes)));

/** Words with the way to their line; `key` tells alike ones apart. */
function lineRow({ words, line, tone }: PageLine, key: string, wishes: Wishes): HTMLElement {
  return element(
    'li',
    tone === undefined ? '' : 'toned',
    tone === undefined ? undefined : mark(tone),
    element('span', '', words, ' ', lineButton(line, key, wishes)),
  );
}

export const lineButton = (line: number, key: string, wishes: Wishes): HTMLElement =>
  button('line', `${key} line ${line}`, () => wishes.reveal(line), t('line {0}', line + 1));

export const lineList = (lines: readonly PageLine[], key: string, wishes: Wishes): HTMLElement | undefined =>
  lines.length === 0
    ? undefined
    : element('ul', 'lines', ...lines.map((one, i) => lineRow(one, `${key} ${i}`, wishes)));

/** What is shown on demand. */
export function fold(key: string, title: readonly Child[], ...children: readonly Child[]): HTMLElement {
  const summary = element('summary', '', ...title);
  summary.dataset.key = key;
  const made = element('details', '', summary, ...children);
  made.dataset.fold = key;
  return made;
}

export function factList(facts: readonly Fact[]): HTMLElement | undefined {
  if (facts.length === 0) return undefined;
  const list = element('dl', '');
  for (const { name, value } of facts) list.append(element('dt', '', name), element('dd', '', value));
  return list;
}

/** A part of the page, named by its heading. */
export function section(name: string, title: string, ...children: readonly Child[]): HTMLElement {
  const heading = element('h2', '', title);
  heading.id = `${name}-title`;
  const made = element('section', name, heading, ...children);
  made.setAttribute('aria-labelledby', heading.id);
  return made;
}
