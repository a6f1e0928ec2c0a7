import { t, word } from '../../core/text/words.ts';
import type { PageMessage, TicketPage } from '../../protocol/ticket.ts';
import { type Child, element } from '../elements.ts';
import {
  actionButton,
  actionRow,
  button,
  factList,
  fold,
  lineButton,
  lineList,
  mark,
  section,
  type Wishes,
} from './parts.ts';

/** A part of the page: of what it is drawn, and how; drawn again only when that changes. */
export interface Section {
  readonly name: string;
  readonly data: unknown;
  readonly draw: (wishes: Wishes) => HTMLElement;
}

/** The parts of the page in order; what has nothing to show is left out. */
export function sectionsOf(page: TicketPage): readonly Section[] {
  const { steps, actions, messages, moreMessages, recipients, probes, parts, moreParts } = page;
  const all: readonly (Section | undefined)[] = [
    page.happened && part('happened', [page.happened, page.also, page.cut, page.readLines], (w) => happened(page, w)),
    page.happened && part('next', [steps, actions], (w) => next(page, w)),
    ...messages.map((message, i) => part(`message-${i}`, message, (w) => messagePart(message, i, w))),
    moreMessages > 0
      ? part('more-messages', moreMessages, () =>
          more(moreMessages, t('and 1 more message'), word('and {0} more messages')),
        )
      : undefined,
    recipients.length > 0
      ? part('recipients', [recipients, page.moreGroups, page.totals], (w) => recipientPart(page, w))
      : undefined,
    probes.length > 0 ? part('probes', probes, () => probePart(page)) : undefined,
    parts.length > 0 ? part('parts', [parts, moreParts], (w) => partList(page, w)) : undefined,
  ];
  return all.filter((one) => one !== undefined);
}

const part = (name: string, data: unknown, draw: Section['draw']): Section => ({ name, data, draw });

const more = (count: number, one: string, many: string): HTMLElement =>
  element('p', 'muted', count === 1 ? one : t(many, count));

function happened({ happened: told, also, cut, readLines }: TicketPage, wishes: Wishes): HTMLElement {
  if (told === undefined) return element('section', 'happened');
  const { tone, status, headline, words, facts, evidence } = told;
  const made = section('happened', headline);
  made.prepend(element('p', 'status', mark(tone), status));
  const rest: readonly Child[] = [
    words === '' ? undefined : element('p', '', words),
    factList(facts),
    button(
      'evidence',
      'evidence',
      () => wishes.reveal(evidence.line),
      element('span', 'where', t('Line {0}', evidence.line + 1)),
      ' ',
      element('code', '', evidence.words),
    ),
    lineList(also, 'also', wishes),
    ...cut.map((sentence) => element('p', 'muted', sentence)),
    readLines === undefined
      ? undefined
      : element('p', 'muted', t('This is of the first {0} lines; the rest is being read.', readLines)),
  ];
  made.append(...rest.filter((one) => one !== undefined));
  return made;
}

function next({ steps, actions }: TicketPage, wishes: Wishes): HTMLElement {
  const items = steps.map(({ text, action }) =>
    element('li', '', text, action && element('div', 'actions', actionButton(action, wishes))),
  );
  const [title, list] = steps.length === 0 ? [t('Actions'), undefined] : [t('Next steps'), element('ol', '', ...items)];
  const made = section('next', title, list, actionRow(actions, wishes));
  made.querySelector('section > .actions > button')?.classList.add('primary');
  return made;
}

function messagePart(message: PageMessage, index: number, wishes: Wishes): HTMLElement {
  const key = `message-${index}`;
  const { title, facts, told, filters, story, attachments, moreAttachments, actions, line } = message;
  const folds = [
    { words: t('What filters said'), lines: filters },
    { words: t('What speaks against it and for it'), lines: story },
  ].filter(({ lines }) => lines.length > 0);
  const made = section(
    key,
    title,
    factList(facts),
    ...badges(message, key, wishes),
    strip(message, wishes),
    lineList(told, key, wishes),
    ...folds.map(({ words, lines }) =>
      fold(`${key} ${words}`, [`${words} (${lines.length})`], lineList(lines, `${key} ${words}`, wishes)),
    ),
    actionRow(attachments, wishes),
    moreAttachments > 0
      ? more(moreAttachments, t('and 1 more attachment'), word('and {0} more attachments'))
      : undefined,
    actionRow(actions, wishes),
  );
  made.classList.add('message');
  made.querySelector('h2')?.append(' ', lineButton(line, key, wishes));
  return made;
}

/** The results side by side, and below what they rest on, each sentence once with those that it holds for. */
function badges({ badges: all }: PageMessage, key: string, wishes: Wishes): readonly Child[] {
  if (all.length === 0) return [];
  const rests = new Map<string, string[]>();
  const items = all.map(({ method, claimed, tone, about, rests: sentences, line }, i) => {
    for (const sentence of sentences) {
      const of = rests.get(sentence) ?? [];
      rests.set(sentence, of);
      if (!of.includes(method)) of.push(method);
    }
    const content: readonly Child[] = [
      mark(tone),
      element('strong', '', method),
      ` ${claimed ?? ''}`,
      about === undefined ? undefined : element('span', 'muted', about),
    ];
    return element(
      'li',
      '',
      line === undefined
        ? element('span', 'badge', ...content)
        : button('badge', `${key} badge ${i}`, () => wishes.reveal(line), ...content),
    );
  });
  const list = element('ul', 'badges', ...items);
  list.setAttribute('aria-label', t('Checks of the sender'));
  const below = [...rests].map(([sentence, of]) => element('p', 'muted', `${of.join(', ')}: ${sentence}`));
  return [list, ...below];
}

/** The hops as one bar, in which the longest wait is marked and named; a click opens the timeline. */
function strip({ hops, way, line }: PageMessage, wishes: Wishes): HTMLElement | undefined {
  if (way === '') return undefined;
  const segments = hops.slice(1).map(({ share, slowest }) => {
    const made = element('span', slowest ? 'hop slowest' : 'hop');
    made.style.setProperty('--share', `${share}`);
    return made;
  });
  const bar = element('span', 'bar', ...segments);
  bar.setAttribute('aria-hidden', 'true');
  const action = { label: way, command: 'mailTriage.showTimeline', argument: line } as const;
  return button('strip', `strip ${line}`, () => wishes.run(action), bar, element('span', 'way', way));
}

/** Recipients that stand without a fold. */
const FEW = 3;

function recipientPart({ recipients: groups, moreGroups, totals }: TicketPage, wishes: Wishes): HTMLElement {
  const items = groups.map(({ tone, fate, why = '', count, recipients }, i) => {
    const key = `group ${i}`;
    const names = recipients.map(({ words, line }, at) =>
      button('name', `${key} ${at}`, () => wishes.reveal(line), words),
    );
    if (count <= FEW) {
      const words = element('span', 'names', ...names);
      return element('li', 'toned', mark(tone), element('span', '', words, ` ${fate}`, element('span', 'muted', why)));
    }
    const title = [element('strong', '', `${count} ×`), ` ${why === '' ? fate : why}`, element('span', 'muted', fate)];
    const list = element('ul', 'names', ...names.map((name) => element('li', '', name)));
    const left = count - recipients.length;
    return element(
      'li',
      'toned',
      mark(tone),
      fold(
        key,
        why === '' ? title.slice(0, 2) : title,
        list,
        left > 0 ? more(left, t('and 1 more recipient'), word('and {0} more recipients')) : undefined,
      ),
    );
  });
  return section(
    'recipients',
    t('By recipient'),
    totals === undefined ? undefined : element('p', '', totals),
    element('ul', 'lines', ...items),
    moreGroups > 0 ? more(moreGroups, t('and 1 more group'), word('and {0} more groups')) : undefined,
  );
}

function probePart({ probes }: TicketPage): HTMLElement {
  const items = probes.map(({ time, title, outcome, changed }) => {
    const when = element('time', 'muted', new Date(time).toLocaleTimeString([], { timeStyle: 'short' }));
    when.dateTime = new Date(time).toISOString();
    const difference = changed === undefined ? undefined : element('span', 'muted', changed);
    return element('li', '', when, element('span', '', element('strong', '', title), ` ${outcome}`, difference));
  });
  return section('probes', t('Asked since'), element('ul', 'lines timed', ...items));
}

function partList({ parts, moreParts }: TicketPage, wishes: Wishes): HTMLElement {
  return section(
    'parts',
    t('What the text is made of'),
    lineList(parts, 'part', wishes),
    moreParts > 0 ? more(moreParts, t('and 1 more part'), word('and {0} more parts')) : undefined,
  );
}
