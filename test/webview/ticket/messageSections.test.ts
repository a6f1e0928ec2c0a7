import assert from 'node:assert/strict';
import { type Host, openBrowser } from '../dom.ts';
import { check, copy, message, presses, shows } from './sectionFacts.ts';

let browser: Host;
describe('in a browser', () => {
  before(() => {
    browser = openBrowser();
  });
  after(() => browser.close());

  describe('the parts of messages and recipients', () => {
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
  });
});
