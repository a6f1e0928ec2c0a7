import { element } from './elements.ts';

/** What a fact is, and the words of it. */
export type Fact = readonly [name: string, value: string];

/** Milliseconds until the details of a row appear, and until they go. */
const APPEAR = 450;
const GO = 200;

/**
 * All that a hop states, in a box beside its row: for the mouse that rests on a row and for the keyboard that rests on
 * one. Escape takes it away, and the mouse may move onto it (WCAG 2.2, 1.4.13).
 */
export class Tip {
  readonly element = element('div', 'tip');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #row: HTMLElement | undefined;

  constructor() {
    this.element.id = 'tip';
    this.element.setAttribute('role', 'tooltip');
    this.element.hidden = true;
    this.element.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.element.addEventListener('pointerleave', () => this.hideSoon());
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  showSoon(row: HTMLElement, details: readonly Fact[]): void {
    clearTimeout(this.#timer);
    if (this.#row === row && this.isShown) return;
    this.#timer = setTimeout(() => this.#show(row, details), APPEAR);
  }

  hideSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), GO);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#row?.removeAttribute('aria-describedby');
    this.#row = undefined;
    this.element.hidden = true;
  }

  #show(row: HTMLElement, details: readonly Fact[]): void {
    this.hide();
    if (!row.isConnected) return;
    const list = element('dl', '');
    for (const [name, value] of details) list.append(element('dt', '', name), element('dd', '', value));
    this.element.replaceChildren(list);
    this.element.hidden = false;
    this.#row = row;
    row.setAttribute('aria-describedby', this.element.id);
    const { top, bottom } = row.getBoundingClientRect();
    const { height } = this.element.getBoundingClientRect();
    const below = bottom + 4;
    const place = below + height <= window.innerHeight || top < height ? below : top - height - 4;
    this.element.style.setProperty('--top', `${Math.max(4, Math.min(place, window.innerHeight - height - 4))}px`);
  }
}
