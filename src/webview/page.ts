import { inOurs, t, word } from '../core/text/words.ts';
import type { Timeline } from '../core/trace/timeline.ts';
import { element, icon, WARNING } from './elements.ts';
import { countHops, scaleOf, type ViewState } from './state.ts';
import { drawTable } from './table.ts';
import { drawTicks } from './ticks.ts';

/** What the buttons of the page do. */
export type Wish = 'scale' | 'markdown' | 'svg' | 'copyPng' | 'png';

/** Everything the page shows for a state, and the table in it where there is one. */
export function drawPage(state: ViewState): { readonly nodes: readonly Node[]; readonly table?: HTMLTableElement } {
  switch (state.kind) {
    case 'waiting':
      return { nodes: [] };
    case 'empty':
      return { nodes: [element('p', 'empty', state.message)] };
    case 'shown': {
      const scale = scaleOf(state);
      const table = drawTable(state.timeline, scale);
      const isLog = scale === 'log';
      const axis = drawTicks(state.timeline.ticks[scale], true);
      axis.setAttribute('aria-hidden', 'true');
      const ruler = element('div', 'ruler', scaleButton(isLog), axis);
      return {
        nodes: [summary(state.title, state.timeline, isLog), tools(), ruler, table],
        table,
      };
    }
  }
}

function summary(title: string, timeline: Timeline, isLog: boolean): HTMLElement {
  const { total, rawTotal, first, last, hops, omitted, head, networkProblems } = timeline;
  const older = omitted === 0 ? [] : [t('{0} older ones are not drawn', omitted)];
  const span = first === undefined || last === undefined ? [] : first === last ? [first] : [`${first} \u2192 ${last}`];
  return element(
    'header',
    'summary',
    element('h1', '', title),
    element('p', 'total', element('span', 'label', t('Total transit time')), ' ', element('strong', '', inOurs(total))),
    element(
      'p',
      'facts',
      ...[countHops(hops), ...older, ...span, ...(isLog ? [t('logarithmic scale')] : [])].map((fact) =>
        element('span', '', fact),
      ),
    ),
    ...head.map(({ level, text }) =>
      level === 'warning'
        ? element('p', 'note', icon(WARNING, 'warning', t('Warning')), element('span', '', inOurs(text)))
        : element('p', 'head', inOurs(text)),
    ),
    rawTotal === undefined
      ? undefined
      : element(
          'p',
          'facts',
          t('Newest minus oldest time as written: {0}. Bars leave out clocks that do not fit.', rawTotal),
        ),
    ...networkProblems.map(({ entry, problem }) =>
      element(
        'p',
        'note',
        icon(WARNING, 'warning', t('Warning')),
        element('span', '', `mailTriage.trustedNetworks: \u201c${entry}\u201d ${t(NETWORKS[problem])}.`),
      ),
    ),
  );
}

const NETWORKS: Readonly<Record<Timeline['networkProblems'][number]['problem'], string>> = {
  'not-an-address': word('does not begin with an address'),
  'bad-prefix': word('has a prefix that is no number or too long'),
  'bad-mask': word('has a mask that is none'),
  'bad-range': word('ends before it begins'),
  'host-bits': word('has bits set behind its prefix, so it is not clear which network is meant'),
};

/** The choice of the scale, beside the axis that it changes. */
function scaleButton(isLog: boolean): HTMLElement {
  const scale = button('scale', t('Log scale'), t('Makes short and long waits visible side by side'));
  scale.setAttribute('aria-pressed', `${isLog}`);
  return scale;
}

function tools(): HTMLElement {
  const bar = element(
    'div',
    'tools',
    button('markdown', t('Copy Markdown'), t('Copies the hops as a Markdown table')),
    button('svg', t('Copy SVG'), t('Copies the picture as the text of an SVG file')),
    button('copyPng', t('Copy PNG'), t('Copies the picture, to be pasted into a ticket')),
    button('png', t('Save PNG\u2026'), t('Saves the picture as a PNG file')),
  );
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', t('Timeline'));
  return bar;
}

function button(wish: Wish, label: string, title: string): HTMLButtonElement {
  const made = element('button', '', label);
  made.type = 'button';
  made.title = title;
  made.dataset.wish = wish;
  return made;
}
