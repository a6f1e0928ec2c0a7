import assert from 'node:assert/strict';
import type { PageAction, PageMessage, TicketPage } from '../../../src/protocol/ticket.ts';
import { sectionsOf } from '../../../src/webview/ticket/sections.ts';
import { outline } from '../dom.ts';

export const check: PageAction = { label: 'Check a.test', command: 'mailTriage.check', argument: 'a.test' };
export const copy: PageAction = { label: 'Copy answer', command: 'mailTriage.copyAnswer' };

/** A page with nothing on it. */
export const empty: TicketPage = {
  steps: [],
  actions: [],
  also: [],
  messages: [],
  moreMessages: 0,
  recipients: [],
  moreGroups: 0,
  probes: [],
  parts: [],
  moreParts: 0,
  cut: [],
  failures: 0,
  headlines: [],
};
export const happened: NonNullable<TicketPage['happened']> = {
  tone: 'failed',
  status: 'Refused',
  headline: 'No such mailbox',
  short: 'No such mailbox',
  words: 'It was not delivered.',
  facts: [{ name: 'Who acts', value: 'The sender' }],
  evidence: { words: '550 no', line: 4 },
};
export const message: PageMessage = {
  title: 'The mail',
  line: 2,
  facts: [],
  badges: [],
  told: [],
  filters: [],
  hops: [],
  way: '',
  attachments: [],
  moreAttachments: 0,
  story: [],
  actions: [],
};

/** What was asked for by what was pressed. */
export const heard: unknown[] = [];
const wishes = {
  run: (action: PageAction): void => void heard.push(action),
  reveal: (line: number): void => void heard.push(line),
};
/** The parts of a page, drawn. */
export const drawn = (page: Partial<TicketPage>): readonly HTMLElement[] =>
  sectionsOf({ ...empty, ...page }).map(({ draw }) => draw(wishes));
/** What the only part of a page is made of. */
export function shows(page: Partial<TicketPage>, ...expected: readonly string[]): HTMLElement {
  const [node, ...more] = drawn(page);
  assert.ok(node !== undefined);
  assert.equal(more.length, 0);
  assert.deepEqual([...node.childNodes].map(outline), expected);
  return node;
}
/** What pressing each of its buttons asks for, and by which keys the page knows them again. */
export function presses(node: HTMLElement): readonly unknown[] {
  heard.length = 0;
  const buttons = [...node.querySelectorAll('button')];
  for (const button of buttons) button.click();
  assert.deepEqual(
    buttons.map(({ type }) => type),
    buttons.map(() => 'button'),
  );
  return [buttons.map((button) => button.dataset.key), [...heard]];
}
