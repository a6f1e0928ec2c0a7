import type { Tick } from '../core/trace/axis.ts';
import { element } from './elements.ts';

/** The marks of the time axis, with their times or as bare lines. */
export function drawTicks(ticks: readonly Tick[], labelled: boolean): HTMLElement {
  const marks = ticks.map(({ at, label }) => {
    const mark = labelled ? element('span', 'tick', element('span', 'when', label)) : element('span', 'tick');
    mark.style.setProperty('--at', `${at * 100}%`);
    if (at > 0.92) mark.classList.add('last');
    if (at < 0.04) mark.classList.add('first');
    return mark;
  });
  return element('div', labelled ? 'axis' : 'grid', ...marks);
}
