import type { Timeline } from '../core/trace/timeline.ts';
import { element } from './elements.ts';
import { countHops, type ViewState } from './state.ts';
import { drawTable } from './table.ts';

/** Everything the page shows for a state, and the table in it where there is one. */
export function drawPage(state: ViewState): { readonly nodes: readonly Node[]; readonly table?: HTMLTableElement } {
  switch (state.kind) {
    case 'waiting':
      return { nodes: [] };
    case 'empty':
      return { nodes: [element('p', 'empty', state.message)] };
    case 'shown': {
      const table = drawTable(state.timeline);
      return { nodes: [summary(state.title, state.timeline), table], table };
    }
  }
}

function summary(title: string, timeline: Timeline): HTMLElement {
  const { total, rawTotal, first, last, scale } = timeline;
  const span = first === undefined || last === undefined ? [] : first === last ? [first] : [`${first} \u2192 ${last}`];
  const facts = [countHops(timeline.rows.length), ...span, ...(scale === 'log' ? ['bars on a logarithmic scale'] : [])];
  return element(
    'header',
    'summary',
    element('h1', '', title),
    element('p', 'total', element('span', 'label', 'Total transit time'), ' ', element('strong', '', total)),
    element('p', 'facts', ...facts.map((fact) => element('span', '', fact))),
    rawTotal === undefined
      ? undefined
      : element(
          'p',
          'facts',
          `Newest minus oldest time as written: ${rawTotal}. Bars leave out clocks that do not fit.`,
        ),
  );
}
