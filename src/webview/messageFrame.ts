import { t } from '../core/text/words.ts';
import type { PreviewLink } from '../protocol/preview.ts';
import { element } from './elements.ts';

/** Heights of the frame in pixels; a longer message is scrolled inside. */
const LEAST = 60;
const MARGINS = 24;
const MOST = 20_000;

/** What stands in front of the message in its frame: the policy again, and how it looks without styles of its own. */
const HEAD = `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<style>
html { color-scheme: light; }
body { margin: 12px; background: #fff; color: #1f1f1f; font: 14px/1.45 sans-serif; overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; }
img:not([src]) { display: inline-block; min-width: 16px; min-height: 16px; outline: 1px dashed #888; }
[data-link] { color: #0b5cad; text-decoration: underline; cursor: pointer; }
[data-link]:focus-visible { outline: 2px solid #0b5cad; outline-offset: 1px; }
[data-elsewhere]::after { content: " ⚠ " attr(data-elsewhere); color: #a1260d; font-weight: 600; }
</style></head><body>`;

/**
 * The frame in which the HTML of a message stands. Scripts are not allowed in it, nothing is loaded, and no address is
 * left in it that a click could lead to; the origin is kept so that this page can listen to clicks and measure it.
 */
export class MessageFrame {
  readonly element: HTMLIFrameElement;
  readonly #links: readonly PreviewLink[];
  readonly #open: (link: number) => void;

  constructor(html: string, links: readonly PreviewLink[], open: (link: number) => void) {
    this.#links = links;
    this.#open = open;
    this.element = element('iframe', 'message');
    this.element.setAttribute('sandbox', 'allow-same-origin');
    this.element.title = t('The message, without scripts and remote content');
    this.element.addEventListener('load', () => this.#loaded());
    this.element.srcdoc = `${HEAD}${html}</body></html>`;
  }

  #loaded(): void {
    const inside = this.element.contentDocument;
    if (inside === null) return;
    for (const anchor of inside.querySelectorAll<HTMLElement>('[data-link]')) this.#mark(anchor);
    inside.addEventListener('click', (event) => this.#choose(event));
    inside.addEventListener('auxclick', (event) => event.preventDefault());
    inside.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.#choose(event);
    });
    const resize = (): void => {
      const height = Math.min(MOST, Math.max(LEAST, inside.body.scrollHeight + MARGINS));
      this.element.style.height = `${height}px`;
    };
    resize();
    new ResizeObserver(resize).observe(inside.body);
  }

  #mark(anchor: HTMLElement): void {
    const link = this.#links[Number(anchor.dataset.link)];
    if (link === undefined) return;
    anchor.title = link.href;
    if (link.shownHost !== undefined) anchor.dataset.elsewhere = t('leads to {0}', link.host);
  }

  #choose(event: Event): void {
    const { target } = event;
    // Elements of the frame are of its own realm, so `instanceof` does not know them.
    const anchor = (target as Partial<Element> | null)?.closest?.<HTMLElement>('[data-link]');
    event.preventDefault();
    if (anchor) this.#open(Number(anchor.dataset.link));
  }
}
