import assert from 'node:assert/strict';
import type { TicketPage } from '../../../src/protocol/ticket.ts';
import { beginning } from '../../../src/webview/ticket/beginning.ts';
import { sectionsOf } from '../../../src/webview/ticket/sections.ts';
import { type Host, openBrowser, outline } from '../dom.ts';
import { check, copy, drawn, empty, happened, heard, message, presses, shows } from './sectionFacts.ts';

let browser: Host;
describe('in a browser', () => {
  before(() => {
    browser = openBrowser();
  });
  after(() => browser.close());

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
