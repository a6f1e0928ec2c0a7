import { Window } from 'happy-dom';

/** Names of a browser that pages use, and that Node has not, or has otherwise. */
const NAMES = [
  'document',
  'Element',
  'Event',
  'HTMLButtonElement',
  'Image',
  'getComputedStyle',
  'navigator',
  'ClipboardItem',
  'Window',
  'ResizeObserver',
] as const;

/** What a page said to its host, and what it keeps. */
export interface Host {
  readonly said: { readonly type: string; readonly [property: string]: unknown }[];
  kept: unknown;
  /** What the host says to the page. */
  tell(data: unknown, source?: unknown): void;
  close(): void;
}

/** Gives this process a browser, until it is closed: pages are written for the one that they run in. */
export function openBrowser(): Host {
  const browser = new Window({ url: 'https://page.test/' });
  const before = [...NAMES, 'window', 'acquireVsCodeApi'].map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  const define = (name: string, value: unknown): void =>
    void Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  for (const name of NAMES) {
    const value = browser[name];
    define(name, name === 'getComputedStyle' ? browser.getComputedStyle.bind(browser) : value);
  }
  define('window', browser);
  // happy-dom knows the rows of tables, and not those of their groups.
  Object.defineProperty(browser.HTMLTableSectionElement.prototype, 'rows', {
    get(this: Element) {
      return [...this.children];
    },
    configurable: true,
  });
  const host: Host = {
    said: [],
    kept: undefined,
    tell: (data, source = browser.parent) =>
      void browser.dispatchEvent(new browser.MessageEvent('message', { data, source: source as never })),
    close() {
      for (const [name, descriptor] of before) {
        if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
        else Object.defineProperty(globalThis, name, descriptor);
      }
      void browser.happyDOM.close();
    },
  };
  define('acquireVsCodeApi', () => ({
    postMessage: (message: Host['said'][number]) => host.said.push(JSON.parse(JSON.stringify(message))),
    getState: () => host.kept,
    setState: (state: unknown) => {
      host.kept = state;
    },
  }));
  return host;
}

/** An element as text: `tag.class "own text" [child, child]`; what only screen readers hear stands in parentheses. */
export function outline(node: Node): string {
  if (node.nodeType === 3) return JSON.stringify(node.textContent);
  const { tagName, childNodes } = node as Element;
  const classes = (node as Element).getAttribute('class');
  const label = (node as Element).getAttribute('aria-label');
  const name = `${tagName.toLowerCase()}${classes ? `.${classes.replaceAll(' ', '.')}` : ''}${label ? `(${label})` : ''}`;
  if (tagName.toLowerCase() === 'svg') return name;
  const children = [...childNodes].map(outline);
  return children.length === 0 ? name : `${name}[${children.join(' ')}]`;
}
