import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { PreviewLink } from '../../src/protocol/preview.ts';
import { attachmentList, linkList } from '../../src/webview/previewParts.ts';
import { drawTicks } from '../../src/webview/ticks.ts';
import { Tip } from '../../src/webview/tip.ts';
import { type Host, openBrowser, outline } from './dom.ts';

let browser: Host;
describe('in a browser', () => {
  before(() => {
    browser = openBrowser();
  });
  after(() => browser.close());

  describe('the details of a row', () => {
    beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
    afterEach(() => mock.timers.reset());
    const shown = () => {
      document.body.innerHTML = '<p id="one"></p><p id="two"></p>';
      const tip = new Tip();
      document.body.append(tip.element);
      const [one, two] = document.querySelectorAll('p') as unknown as [HTMLElement, HTMLElement];
      return { tip, one, two };
    };
    const fire = (tip: Tip, type: string): void => void tip.element.dispatchEvent(new Event(type));

    it('are hidden, and come when somebody rests on it', () => {
      const { tip, one } = shown();
      assert.deepEqual([tip.isShown, tip.element.id, tip.element.getAttribute('role')], [false, 'tip', 'tooltip']);
      tip.showSoon(one, [['A', 'b']]);
      mock.timers.tick(449);
      assert.equal(tip.isShown, false);
      mock.timers.tick(1);
      assert.equal(tip.isShown, true);
      assert.equal(outline(tip.element), 'div.tip[dl[dt["A"] dd["b"]]]');
      assert.equal(one.getAttribute('aria-describedby'), 'tip');
    });

    it('are those of the row that was rested on last', () => {
      const { tip, one, two } = shown();
      tip.showSoon(one, [['A', 'b']]);
      mock.timers.tick(300);
      tip.showSoon(two, [['C', 'd']]);
      mock.timers.tick(300);
      assert.equal(tip.isShown, false);
      mock.timers.tick(150);
      assert.deepEqual([tip.isShown, tip.element.textContent], [true, 'Cd']);
      tip.showSoon(one, [['A', 'b']]);
      mock.timers.tick(450);
      assert.deepEqual(
        [tip.element.textContent, one.hasAttribute('aria-describedby'), two.hasAttribute('aria-describedby')],
        ['Ab', true, false],
      );
      tip.showSoon(one, [['E', 'f']]);
      mock.timers.tick(450);
      assert.equal(tip.element.textContent, 'Ab');
      tip.hide();
      assert.deepEqual([tip.isShown, one.hasAttribute('aria-describedby')], [false, false]);
      tip.showSoon(one, [['E', 'f']]);
      mock.timers.tick(450);
      assert.equal(tip.element.textContent, 'Ef');
    });

    it('go a little after it was left, unless the mouse is on them', () => {
      const { tip, one } = shown();
      tip.showSoon(one, [['A', 'b']]);
      mock.timers.tick(450);
      tip.hideSoon();
      mock.timers.tick(199);
      assert.equal(tip.isShown, true);
      fire(tip, 'pointerenter');
      mock.timers.tick(500);
      assert.equal(tip.isShown, true);
      fire(tip, 'pointerleave');
      mock.timers.tick(200);
      assert.equal(tip.isShown, false);
      tip.showSoon(one, [['A', 'b']]);
      tip.hide();
      mock.timers.tick(500);
      assert.equal(tip.isShown, false);
      tip.showSoon(one, [['A', 'b']]);
      one.remove();
      mock.timers.tick(500);
      assert.equal(tip.isShown, false);
    });
  });

  describe('the marks of an axis', () => {
    it('are those that have room, some of them on a wide page alone', () => {
      const ticks = [0, 0.1, 0.2, 0.5, 0.51, 1].map((at) => ({ at, label: `${at * 10} s` }));
      const all = drawTicks(ticks, false);
      assert.equal(all.className, 'grid');
      assert.equal(all.children.length, 6);
      assert.equal(outline(all.children[0] as Element), 'span.tick.first');
      assert.equal(outline(all.children[5] as Element), 'span.tick.last');
      const axis = drawTicks(ticks, true);
      assert.equal(axis.className, 'axis');
      assert.ok(axis.children.length < 6);
      assert.equal(outline(axis.children[0] as Element), 'span.tick.first[span.when["0 s"]]');
    });
  });

  describe('the links of a message', () => {
    const link: PreviewLink = { href: 'https://a.test/', host: 'a.test', text: 'A', opens: true };
    const list = (links: readonly PreviewLink[], moreLinks?: number): HTMLElement | undefined =>
      linkList({ links, ...(moreLinks !== undefined && { moreLinks }) }, () => {});
    const words = (one: Partial<PreviewLink>): readonly string[] =>
      [...(list([{ ...link, ...one }])?.querySelectorAll('li > *') ?? [])].map(outline);
    const START = ['span.muted["A"]', 'br', 'button.address["https://a.test/"]'];
    it('say what stands inside, and where it leads', () => {
      assert.deepEqual(words({}), START);
      assert.deepEqual(words({ text: '' }), ['span.muted["(no text)"]', ...START.slice(1)]);
      assert.deepEqual(words({ wrapped: { services: ['X', 'Y'], leads: 'https://b.test/p' } }), [
        ...START,
        'div.inside["X, Y around https://b.test/p"]',
      ]);
      assert.deepEqual(words({ wrapped: { services: ['X', 'Y'] } }), [
        ...START,
        'div.inside["X, Y: where it leads is known to Y alone"]',
      ]);
      const elsewhere = (leads?: string): string | undefined =>
        words({ shownHost: 'c.test', wrapped: { services: ['X'], ...(leads !== undefined && { leads }) } }).at(-1);
      assert.equal(elsewhere(), 'strong.elsewhere["its text names c.test, it leads to a.test"]');
      assert.equal(elsewhere('https://b.test/p?q'), 'strong.elsewhere["its text names c.test, it leads to b.test"]');
      assert.equal(elsewhere('web+x.y:b.test#p'), 'strong.elsewhere["its text names c.test, it leads to b.test"]');
      assert.equal(elsewhere('nowhere'), 'strong.elsewhere["its text names c.test, it leads to nowhere"]');
      for (const button of list([link])?.querySelectorAll('button') ?? []) assert.equal(button.type, 'button');
    });
    it('are counted, those that lead elsewhere first', () => {
      const title = (links: readonly PreviewLink[], more?: number): string | null | undefined =>
        list(links, more)?.querySelector('h2')?.textContent;
      assert.equal(list([]), undefined);
      assert.deepEqual(
        [title([link]), title([link, link]), title([link], 3)],
        ['1 link', '2 links', '1 link, and 3 more that are left out'],
      );
      const order = list([link, { ...link, text: 'B', shownHost: 'c.test' }, { ...link, text: 'C' }]);
      assert.deepEqual(
        [...(order?.querySelectorAll('.muted') ?? [])].map((one) => one.textContent),
        ['B', 'A', 'C'],
      );
    });
    it('stand beside files, of which more may be left out', () => {
      const attachments = [{ name: 'a.txt', contentType: 'text/plain', size: '1 B', line: 0 }];
      const files = (moreAttachments: number): number | undefined =>
        attachmentList({ attachments, moreAttachments }, () => {})?.children.length;
      assert.deepEqual([files(0), files(1)], [1, 2]);
      assert.equal(
        attachmentList({ attachments: [] }, () => {}),
        undefined,
      );
    });
  });
});
