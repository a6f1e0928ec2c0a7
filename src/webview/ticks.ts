import { isAtEnd, isAtStart, type Tick, ticksWithRoom } from '../core/trace/axis.ts';
import { element } from './elements.ts';

/** Pixels that the axis has at least beside an editor, and where the page is alone. */
const NARROW = 140;
const WIDE = 200;

/** The marks of the time axis, with their times or as bare lines. */
export function drawTicks(ticks: readonly Tick[], labelled: boolean): HTMLElement {
  const [few, many] = [new Set(ticksWithRoom(ticks, NARROW)), new Set(ticksWithRoom(ticks, WIDE))];
  const drawn = labelled ? ticks.filter((tick) => few.has(tick) || many.has(tick)) : ticks;
  const marks = drawn.map((tick) => {
    const { at, label } = tick;
    const mark = labelled ? element('span', 'tick', element('span', 'when', label)) : element('span', 'tick');
    mark.style.setProperty('--at', `${at * 100}%`);
    if (isAtEnd(at)) mark.classList.add('last');
    if (isAtStart(at)) mark.classList.add('first');
    if (labelled && !few.has(tick)) mark.classList.add('close');
    if (labelled && !many.has(tick)) mark.classList.add('sparse');
    return mark;
  });
  return element('div', labelled ? 'axis' : 'grid', ...marks);
}
