export type Child = Node | string | undefined;

/** An element with a class and children. Text only ever becomes text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
}

/** Text for screen readers alone. */
export const spoken = (text: string): HTMLElement => element('span', 'spoken', text);

/** An icon of one path on a grid of 16, named for those who do not see it. */
export function icon(path: string, className: string, label: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', `icon ${className}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  const title = document.createElementNS(SVG, 'title');
  title.textContent = label;
  const shape = document.createElementNS(SVG, 'path');
  shape.setAttribute('d', path);
  shape.setAttribute('fill-rule', 'evenodd');
  svg.append(title, shape);
  return svg;
}

const SVG = 'http://www.w3.org/2000/svg';

export const UNLOCKED = 'M5 7V4a3 3 0 0 1 5.9-.8l-1.2.4A1.8 1.8 0 0 0 6.2 4v3H12v7H4V7h1Zm.2 1.2v4.6h5.6V8.2H5.2Z';
export const WARNING = 'M8 1.5 15.2 14H.8L8 1.5Zm-.7 4.7v4h1.4v-4H7.3Zm0 5v1.4h1.4v-1.4H7.3Z';
export const INFORMATION = 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-.7 5.5V12h1.4V6.5H7.3Zm0-3V5h1.4V3.5H7.3Z';
