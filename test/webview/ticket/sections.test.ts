import assert from 'node:assert/strict';
import type { PageAction, PageMessage, TicketPage } from '../../../src/protocol/ticket.ts';
import { beginning } from '../../../src/webview/ticket/beginning.ts';
import { sectionsOf } from '../../../src/webview/ticket/sections.ts';
import { type Host, openBrowser, outline } from '../dom.ts';

const check: PageAction = { label: 'Check a.test', command: 'mailTriage.check', argument: 'a.test' };
const copy: PageAction = { label: 'Copy answer', command: 'mailTriage.copyAnswer' };

const empty: TicketPage = {
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
const happened: NonNullable<TicketPage['happened']> = {
  tone: 'failed',
  status: 'Refused',
  headline: 'No such mailbox',
  short: 'No such mailbox',
  words: 'It was not delivered.',
  facts: [{ name: 'Who acts', value: 'The sender' }],
  evidence: { words: '550 no', line: 4 },
};
const message: PageMessage = {
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

let browser: Host;
describe('in a browser', () => {
  before(() => {
    browser = openBrowser();
  });
  after(() => browser.close());

  const heard: unknown[] = [];
  const wishes = {
    run: (action: PageAction): void => void heard.push(action),
    reveal: (line: number): void => void heard.push(line),
  };
  const drawn = (page: Partial<TicketPage>): readonly HTMLElement[] =>
    sectionsOf({ ...empty, ...page }).map(({ draw }) => draw(wishes));
  /** What the only part of a page is made of. */
  const shows = (page: Partial<TicketPage>, ...expected: readonly string[]): HTMLElement => {
    const [node, ...more] = drawn(page);
    assert.ok(node !== undefined);
    assert.equal(more.length, 0);
    assert.deepEqual([...node.childNodes].map(outline), expected);
    return node;
  };
  /** What pressing each of its buttons asks for, and by which keys the page knows them again. */
  const presses = (node: HTMLElement): readonly unknown[] => {
    heard.length = 0;
    const buttons = [...node.querySelectorAll('button')];
    for (const button of buttons) button.click();
    assert.deepEqual(
      buttons.map(({ type }) => type),
      buttons.map(() => 'button'),
    );
    return [buttons.map((button) => button.dataset.key), [...heard]];
  };

  describe('the parts of the page', () => {
    it('stand in their order, each with what it is drawn of', () => {
      const all: TicketPage = {
        ...empty,
        happened,
        messages: [message, message],
        moreMessages: 1,
        recipients: [{ tone: 'good', fate: 'got it', count: 1, recipients: [] }],
        probes: [{ time: 0, title: 'Checked', outcome: 'well' }],
        parts: [{ kind: 'prose', words: 'Text', line: 0 }],
      };
      assert.deepEqual(
        sectionsOf(all).map(({ name }) => name),
        ['happened', 'next', 'message-0', 'message-1', 'more-messages', 'recipients', 'probes', 'parts'],
      );
      assert.deepEqual(sectionsOf(empty), []);
      /** The parts that are drawn again because this changes. */
      const again = (change: Partial<TicketPage>): readonly string[] => {
        const before = sectionsOf(all).map(({ data }) => JSON.stringify(data));
        return sectionsOf({ ...all, ...change }).flatMap(({ name, data }, i) =>
          JSON.stringify(data) === before[i] ? [] : [name],
        );
      };
      assert.deepEqual(again({ happened: { ...happened, status: 'Returned' } }), ['happened']);
      assert.deepEqual(again({ also: [{ words: 'x', line: 1 }] }), ['happened']);
      assert.deepEqual(again({ cut: ['x'] }), ['happened']);
      assert.deepEqual(again({ readLines: 5 }), ['happened']);
      assert.deepEqual(again({ steps: [{ text: 'Do it' }] }), ['next']);
      assert.deepEqual(again({ actions: [copy] }), ['next']);
      assert.deepEqual(again({ messages: [message, { ...message, line: 3 }] }), ['message-1']);
      assert.deepEqual(again({ moreMessages: 2 }), ['more-messages']);
      assert.deepEqual(again({ totals: 'x' }), ['recipients']);
      assert.deepEqual(again({ moreGroups: 2 }), ['recipients']);
      assert.deepEqual(again({ probes: [{ time: 1, title: 'Checked', outcome: 'well' }] }), ['probes']);
      assert.deepEqual(again({ moreParts: 2 }), ['parts']);
    });

    it('say what happened', () => {
      const [node] = drawn({ happened, also: [{ words: 'And this', line: 7, tone: 'note' }], cut: ['Not all.'] });
      assert.ok(node);
      assert.equal(node.className, 'happened');
      assert.equal(node.getAttribute('aria-labelledby'), 'happened-title');
      assert.equal(node.querySelector('h2')?.id, 'happened-title');
      assert.deepEqual([...node.childNodes].map(outline), [
        'p.status[svg.mark.failed "Refused"]',
        'h2["No such mailbox"]',
        'p["It was not delivered."]',
        'dl[dt["Who acts"] dd["The sender"]]',
        'button.evidence[span.where["Line 5"] " " code["550 no"]]',
        'ul.lines[li.toned[svg.mark.note span["And this" " " button.line["line 8"]]]]',
        'p.muted["Not all."]',
      ]);
      assert.deepEqual(presses(node), [
        ['evidence', 'also 0 line 7'],
        [4, 7],
      ]);
      const [bare] = drawn({ happened: { ...happened, words: '', facts: [] }, readLines: 9 });
      assert.deepEqual([...(bare as Node).childNodes].map(outline), [
        'p.status[svg.mark.failed "Refused"]',
        'h2["No such mailbox"]',
        'button.evidence[span.where["Line 5"] " " code["550 no"]]',
        'p.muted["This is of the first 9 lines; the rest is being read."]',
      ]);
    });

    it('say what to do next', () => {
      const next = (page: Partial<TicketPage>): HTMLElement => drawn({ ...page, happened })[1] as HTMLElement;
      const node = next({ steps: [{ text: 'Wait.' }, { text: 'Check it.', action: check }], actions: [copy, check] });
      assert.deepEqual([...node.childNodes].map(outline), [
        'h2["Next steps"]',
        'ol[li["Wait."] li["Check it." div.actions[button["Check a.test"]]]]',
        'div.actions[button.primary["Copy answer"] button["Check a.test"]]',
      ]);
      assert.deepEqual(presses(node), [
        ['mailTriage.check "a.test"', 'mailTriage.copyAnswer undefined', 'mailTriage.check "a.test"'],
        [check, copy, check],
      ]);
      assert.deepEqual([...next({ actions: [copy] }).childNodes].map(outline), [
        'h2["Actions"]',
        'div.actions[button.primary["Copy answer"]]',
      ]);
    });

    it('show a message', () => {
      const node = shows(
        {
          messages: [
            {
              ...message,
              facts: [{ name: 'From', value: 'a@a.test' }],
              told: [{ words: 'It came.', line: 1 }],
              filters: [{ words: 'Spam', line: 2, tone: 'failed' }],
              story: [
                { words: 'For it', line: 3 },
                { words: 'Against it', line: 4 },
              ],
              attachments: [copy],
              moreAttachments: 1,
              actions: [check],
              way: '2 hops',
              hops: [
                { name: 'a', delay: '', share: 0, slowest: false },
                { name: 'b', delay: '1 s', share: 0.25, slowest: false },
                { name: 'c', delay: '3 s', share: 0.75, slowest: true },
              ],
            },
          ],
        },
        'h2["The mail" " " button.line["line 3"]]',
        'dl[dt["From"] dd["a@a.test"]]',
        'button.strip[span.bar[span.hop span.hop.slowest] span.way["2 hops"]]',
        'ul.lines[li[span["It came." " " button.line["line 2"]]]]',
        'details[summary["What filters said (1)"] ul.lines[li.toned[svg.mark.failed span["Spam" " " button.line["line 3"]]]]]',
        'details[summary["What speaks against it and for it (2)"] ul.lines[li[span["For it" " " button.line["line 4"]]] li[span["Against it" " " button.line["line 5"]]]]]',
        'div.actions[button["Copy answer"]]',
        'p.muted["and 1 more attachment"]',
        'div.actions[button["Check a.test"]]',
      );
      assert.equal(node.className, 'message-0 message');
      assert.deepEqual(
        [...node.querySelectorAll<HTMLElement>('.hop')].map(({ style }) => style.getPropertyValue('--share')),
        ['0.25', '0.75'],
      );
      assert.equal(node.querySelector('.bar')?.getAttribute('aria-hidden'), 'true');
      assert.deepEqual(presses(node), [
        [
          'message-0 line 2',
          'strip 2',
          'message-0 0 line 1',
          'message-0 What filters said 0 line 2',
          'message-0 What speaks against it and for it 0 line 3',
          'message-0 What speaks against it and for it 1 line 4',
          'mailTriage.copyAnswer undefined',
          'mailTriage.check "a.test"',
        ],
        [2, { label: '2 hops', command: 'mailTriage.showTimeline', argument: 2 }, 1, 2, 3, 4, copy, check],
      ]);
      assert.deepEqual(
        [...node.querySelectorAll('details')].map(({ dataset, firstElementChild }) => [
          dataset.fold,
          (firstElementChild as HTMLElement).dataset.key,
        ]),
        ['What filters said', 'What speaks against it and for it'].map((key) =>
          Array<string>(2).fill(`message-0 ${key}`),
        ),
      );
      shows({ messages: [message] }, 'h2["The mail" " " button.line["line 3"]]');
      shows(
        { messages: [{ ...message, moreAttachments: 2 }] },
        'h2["The mail" " " button.line["line 3"]]',
        'p.muted["and 2 more attachments"]',
      );
    });

    it('show the checks of a message', () => {
      const node = shows(
        {
          messages: [
            {
              ...message,
              badges: [
                { method: 'SPF', claimed: 'pass', tone: 'good', about: 'a.test', rests: ['Same.', 'Own.'], line: 5 },
                { method: 'DKIM', claimed: 'fail', tone: 'failed', rests: ['Same.'], line: 6 },
                { method: 'DKIM', tone: 'note', rests: ['Same.'] },
              ],
            },
          ],
        },
        'h2["The mail" " " button.line["line 3"]]',
        'ul.badges(Checks of the sender)[li[button.badge[svg.mark.good strong["SPF"] " pass" span.muted["a.test"]]] li[button.badge[svg.mark.failed strong["DKIM"] " fail"]] li[span.badge[svg.mark.note strong["DKIM"] " "]]]',
        'p.muted["SPF, DKIM: Same."]',
        'p.muted["SPF: Own."]',
      );
      assert.deepEqual(presses(node), [
        ['message-0 line 2', 'message-0 badge 0', 'message-0 badge 1'],
        [2, 5, 6],
      ]);
    });

    it('show recipients, many of them behind a fold', () => {
      const people = (count: number) => Array.from({ length: count }, (_, i) => ({ words: `u${i}`, line: i }));
      const node = shows(
        {
          totals: 'Of 9 all.',
          moreGroups: 1,
          recipients: [
            { tone: 'failed', fate: 'did not get it', why: 'because', count: 3, recipients: people(3) },
            { tone: 'waiting', fate: 'waits', count: 1, recipients: people(1) },
            { tone: 'good', fate: 'got it', why: 'so', count: 5, recipients: people(4) },
            { tone: 'good', fate: 'got it', count: 6, recipients: people(4) },
            { tone: 'good', fate: 'got it', count: 4, recipients: people(4) },
          ],
        },
        'h2["By recipient"]',
        'p["Of 9 all."]',
        `ul.lines[${[
          'li.toned[svg.mark.failed span[span.names[button.name["u0"] button.name["u1"] button.name["u2"]] " did not get it" span.muted["because"]]]',
          'li.toned[svg.mark.waiting span[span.names[button.name["u0"]] " waits" span.muted[""]]]',
          `li.toned[svg.mark.good details[summary[strong["5 ×"] " so" span.muted["got it"]] ul.names[${[0, 1, 2, 3].map((i) => `li[button.name["u${i}"]]`).join(' ')}] p.muted["and 1 more recipient"]]]`,
          `li.toned[svg.mark.good details[summary[strong["6 ×"] " got it"] ul.names[${[0, 1, 2, 3].map((i) => `li[button.name["u${i}"]]`).join(' ')}] p.muted["and 2 more recipients"]]]`,
          `li.toned[svg.mark.good details[summary[strong["4 ×"] " got it"] ul.names[${[0, 1, 2, 3].map((i) => `li[button.name["u${i}"]]`).join(' ')}]]]`,
        ].join(' ')}]`,
        'p.muted["and 1 more group"]',
      );
      const [keys, lines] = presses(node) as [readonly string[], readonly number[]];
      assert.deepEqual(keys.slice(0, 5), ['group 0 0', 'group 0 1', 'group 0 2', 'group 1 0', 'group 2 0']);
      assert.deepEqual(lines.slice(0, 5), [0, 1, 2, 0, 0]);
      assert.deepEqual(
        [...node.querySelectorAll('details')].map(({ dataset }) => dataset.fold),
        ['group 2', 'group 3', 'group 4'],
      );
    });

    it('show what was asked, what the text is made of, and how much more there is', () => {
      const time = new Date(2026, 10, 20, 9, 5).getTime();
      const shown = new Date(time).toLocaleTimeString([], { timeStyle: 'short' });
      shows(
        {
          probes: [
            { time, title: 'Checked a.test', outcome: 'well', changed: 'Before: bad' },
            { time, title: 'B', outcome: 'no' },
          ],
        },
        'h2["Asked since"]',
        `ul.lines.timed[li[time.muted["${shown}"] span[strong["Checked a.test"] " well" span.muted["Before: bad"]]] li[time.muted["${shown}"] span[strong["B"] " no"]]]`,
      );
      const parts: TicketPage['parts'] = [{ kind: 'prose', words: 'Text', line: 0 }];
      const list = 'ul.lines[li[span["Text" " " button.line["line 1"]]]]';
      const title = 'h2["What the text is made of"]';
      assert.deepEqual(presses(shows({ parts }, title, list)), [['part 0 line 0'], [0]]);
      shows({ parts, moreParts: 1 }, title, list, 'p.muted["and 1 more part"]');
      shows({ parts, moreParts: 2 }, title, list, 'p.muted["and 2 more parts"]');
      shows({ moreMessages: 1 }, '"and 1 more message"');
      shows({ moreMessages: 2 }, '"and 2 more messages"');
      const recipients: TicketPage['recipients'] = [{ tone: 'good', fate: 'got it', count: 1, recipients: [] }];
      const lines = 'ul.lines[li.toned[svg.mark.good span[span.names " got it" span.muted[""]]]]';
      shows({ recipients }, 'h2["By recipient"]', lines);
      shows({ recipients, moreGroups: 2 }, 'h2["By recipient"]', lines, 'p.muted["and 2 more groups"]');
    });

    it('are ways to begin where there is no ticket', () => {
      const nodes = beginning('Nothing.', (wish) => void heard.push(wish));
      assert.deepEqual(nodes.map(outline), [
        'p["Nothing."]',
        'label["Paste here"]',
        'textarea',
        'div.ways[button.primary["New ticket from the clipboard"] button["Open a sample"] button["Check a domain"]]',
      ]);
      const [, label, box, ways] = nodes as [HTMLElement, HTMLLabelElement, HTMLTextAreaElement, HTMLElement];
      assert.deepEqual([label.htmlFor, box.id, Number(box.rows), box.dataset.key], ['paste', 'paste', 4, 'paste']);
      assert.equal(box.placeholder, 'A bounce, a telnet session, headers, log lines, DNS output');
      assert.deepEqual(presses(ways), [
        ['clipboard', 'sample', 'check'],
        ['clipboard', 'sample', 'check'].map((way) => ({ type: 'begin', with: way })),
      ]);
    });
  });
});
