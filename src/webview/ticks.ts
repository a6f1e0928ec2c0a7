import { isAtEnd, isAtStart, type Tick, ticksWithRoom } from '../core/trace/axis.ts';
import { element } from './elements.ts';

/** Pixels that the axis has at least where the page stands beside an editor. */
const NARROW = 210;

/** The marks of the time axis, with their times or as bare lines. */
export function drawTicks(ticks: readonly Tick[], labelled: boolean): HTMLElement {
  const marks = (labelled ? ticksWithRoom(ticks, NARROW) : ticks).map(({ at, label }) => {
    const mark = labelled ? element('span', 'tick', element('span', 'when', label)) : element('span', 'tick');
    mark.style.setProperty('--at', `${at * 100}%`);
    if (isAtEnd(at)) mark.classList.add('last');
    if (isAtStart(at)) mark.classList.add('first');
    return mark;
  });
  return element('div', labelled ? 'axis' : 'grid', ...marks);
}
