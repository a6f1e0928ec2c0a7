import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { timelineOf } from '../../src/core/trace/timeline.ts';
import type { Timeline } from '../../src/protocol/timeline.ts';
import type { Tip } from '../../src/webview/tip.ts';
import { type Host, openBrowser, outline } from './dom.ts';

const hop = (by: string, second: string): string =>
  `Received: from x.test ([192.0.2.1]) by ${by}; Fri, 20 Nov 2026 10:00:${second} +0000\n`;
const mail = `${hop('c.test', '09')}${hop('b.test', '05')}${hop('a.test', '00')}From: a@a.test\n\nHello\n`;
const timeline = timelineOf(readTicket(mail, 'message')) as Timeline;

let host: Host;
let scrolled: unknown[] = [];
describe('in a browser', () => {
  before(async () => {
    host = openBrowser();
    const { prototype } = Object.getPrototypeOf(document.createElement('div').constructor) as { prototype: Element };
    Object.assign(prototype, {
      scrollIntoView(this: Element, options: unknown) {
        scrolled.push([rows().indexOf(this as HTMLElement), options]);
      },
    });
    host.kept = { version: 1, state: { kind: 'empty', message: 'of another version' } };
    await import('../../src/webview/timeline.ts');
  });
  after(() => host.close());
  beforeEach(() => {
    scrolled = [];
  });

  const page = (): HTMLElement => document.querySelector('.page') as HTMLElement;
  const rows = (): readonly HTMLElement[] => [...page().querySelectorAll<HTMLElement>('tbody tr')];
  const heard = () => host.said.splice(0);
  const saidAloud = (): readonly (string | null)[] =>
    ['.spoken', '.said'].map((name) => document.querySelector(`main > ${name}`)?.textContent ?? null);
  const fire = (target: Element | Document | null | undefined, type: string, more: object = {}): boolean => {
    const event = new Event(type, { bubbles: true, cancelable: true });
    for (const [name, value] of Object.entries(more)) Object.defineProperty(event, name, { value });
    target?.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const key = (row: number, name: string, more: object = {}): boolean =>
    fire(rows()[row], 'keydown', { key: name, ...more });
  const current = (): readonly number[] =>
    rows().flatMap((row, i) => (row.getAttribute('aria-current') === 'true' ? [i] : []));
  const reachable = (): readonly number[] => rows().flatMap((row, i) => (row.tabIndex === 0 ? [i] : []));
  const button = (wish: string): HTMLElement => page().querySelector(`[data-wish="${wish}"]`) as HTMLElement;
  const show = (title = 'a.eml', shown: Timeline = timeline): void =>
    host.tell({ type: 'show', title, timeline: shown });

  describe('the timeline page', () => {
    it('is empty until it is told something, and asks', () => {
      assert.deepEqual(heard(), [{ type: 'ready' }]);
      assert.equal(outline(document.querySelector('main') as Node), 'main[div.page p.said p.spoken div.tip]');
      assert.deepEqual(
        [...document.querySelectorAll('main > p')].map((line) => line.getAttribute('role')),
        ['status', 'status'],
      );
      fire(page(), 'click');
      host.tell({ type: 'drawPicture', form: 'svg' });
      assert.deepEqual(heard(), [{ type: 'noPicture', form: 'svg', reason: 'there are no hops' }]);
    });

    it('draws what it is told, keeps it, and says so', () => {
      show();
      assert.deepEqual([rows().length, current(), reachable()], [3, [], [0]]);
      assert.deepEqual(saidAloud(), ['3 hops, total transit time 9 s.', '']);
      const [drawn, ...rest] = heard();
      assert.deepEqual([drawn?.type, (drawn?.rows as string[] | undefined)?.length, rest], ['drawn', 3, []]);
      assert.match((drawn?.rows as string[] | undefined)?.[0] ?? '', /a\.test/);
      assert.equal((host.kept as { version: number }).version, 3);
    });

    it('marks the hop of the cursor, without drawing anew', () => {
      const [first] = rows();
      host.tell({ type: 'select', hop: 1 });
      assert.deepEqual([current(), reachable(), rows()[0] === first], [[1], [1], true]);
      assert.deepEqual(scrolled, [[1, { block: 'nearest' }]]);
      host.tell({ type: 'select', hop: 1 });
      assert.equal(scrolled.length, 1);
      host.tell({ type: 'select', hop: null });
      assert.deepEqual([current(), reachable(), scrolled.length, heard()], [[], [0], 1, []]);
    });

    it('shows the field of a row that is clicked', () => {
      fire(rows()[2]?.querySelector('td'), 'click');
      assert.deepEqual(heard(), [{ type: 'reveal', span: timeline.rows[2]?.span }]);
      assert.deepEqual(current(), [2]);
      fire(page().querySelector('h1'), 'click');
      assert.deepEqual(heard(), []);
      Object.defineProperty(document, 'getSelection', { value: () => ({ isCollapsed: false }), configurable: true });
      fire(rows()[0], 'click');
      Reflect.deleteProperty(document, 'getSelection');
      assert.deepEqual([heard(), current()], [[], [2]]);
    });

    it('is walked through with keys', () => {
      assert.equal(key(2, 'ArrowUp'), true);
      assert.deepEqual([document.activeElement === rows()[1], reachable()], [true, [1]]);
      assert.equal(key(1, 'Home'), true);
      assert.equal(document.activeElement, rows()[0]);
      assert.equal(key(0, 'x'), false);
      for (const name of ['ctrlKey', 'metaKey', 'altKey']) assert.equal(key(0, 'End', { [name]: true }), false);
      assert.equal(document.activeElement, rows()[0]);
      assert.deepEqual(heard(), []);
      assert.equal(key(0, 'Enter'), true);
      assert.equal(key(1, ' '), true);
      assert.deepEqual(
        heard().map(({ span }) => span),
        [timeline.rows[0]?.span, timeline.rows[1]?.span],
      );
      assert.equal(fire(page().querySelector('h1'), 'keydown', { key: 'Enter' }), false);
      assert.deepEqual(heard(), []);
    });

    it('keeps the focus where it was while it is drawn again', () => {
      rows()[2]?.focus();
      show('a.eml', { ...timeline });
      assert.equal(document.activeElement, rows()[2]);
      show('a.eml', { ...timeline, rows: timeline.rows.slice(0, 2) });
      assert.equal(document.activeElement, rows()[1]);
      button('scale').focus();
      show();
      assert.equal((document.activeElement as HTMLElement | null)?.dataset.wish, 'scale');
    });

    it('changes its scale', () => {
      heard();
      fire(button('scale'), 'click');
      assert.equal(button('scale').getAttribute('aria-pressed'), 'true');
      fire(button('scale').firstChild?.parentElement, 'click');
      assert.equal(button('scale').getAttribute('aria-pressed'), 'false');
      assert.deepEqual(
        heard().map(({ type }) => type),
        ['drawn', 'drawn'],
      );
    });

    it('hands out the hops as text and as a picture', async () => {
      fire(button('markdown'), 'click');
      assert.deepEqual(heard(), [{ type: 'copyMarkdown' }]);
      fire(button('svg'), 'click');
      await new Promise(setImmediate);
      const [picture] = heard();
      assert.deepEqual([picture?.type, picture?.form], ['picture', 'svg']);
      assert.match(String(picture?.data), /^<svg[\s\S]*a\.test/);
      host.tell({ type: 'drawPicture', form: 'svg' });
      await new Promise(setImmediate);
      assert.equal(heard()[0]?.type, 'picture');
      // In the colours of the theme, where it has them.
      document.body.style.setProperty('--vscode-progressBar-background', '#010203');
      host.tell({ type: 'drawPicture', form: 'svg' });
      await new Promise(setImmediate);
      document.body.style.removeProperty('--vscode-progressBar-background');
      assert.match(String(heard()[0]?.data), /#010203/);
    });

    it('draws a picture of the size that a browser can, and says where it cannot', async () => {
      const sizes: unknown[] = [];
      const pictures = (
        image: { width: number; height: number } | Error,
        context: object | null = { drawImage() {} },
      ) => {
        const create = document.createElement.bind(document);
        Object.defineProperty(globalThis, 'Image', {
          configurable: true,
          value: class {
            src = '';
            width = image instanceof Error ? 0 : image.width;
            height = image instanceof Error ? 0 : image.height;
            async decode(): Promise<void> {
              if (image instanceof Error) throw image;
              assert.match(this.src, /^data:image\/svg\+xml;charset=utf-8,%3Csvg/);
            }
          },
        });
        document.createElement = ((tag: string) =>
          tag !== 'canvas'
            ? create(tag)
            : {
                width: 0,
                height: 0,
                getContext: () => context,
                toDataURL(this: { width: number; height: number }, type: string) {
                  sizes.push([this.width, this.height, type]);
                  return 'data:image/png;base64,cG5n';
                },
              }) as typeof document.createElement;
      };
      const png = async () => {
        fire(button('png'), 'click');
        await new Promise(setImmediate);
        return heard();
      };
      pictures({ width: 100, height: 50 });
      assert.deepEqual(await png(), [{ type: 'picture', form: 'png', data: 'cG5n' }]);
      pictures({ width: 10_000, height: 50 });
      await png();
      pictures({ width: 100, height: 8192 });
      await png();
      assert.deepEqual(sizes, [
        [200, 100, 'image/png'],
        [8192, 41, 'image/png'],
        [100, 8192, 'image/png'],
      ]);
      pictures({ width: 1, height: 1 }, null);
      assert.deepEqual(await png(), [{ type: 'noPicture', form: 'png', reason: 'this browser has no canvas' }]);
      pictures(new Error('no SVG here'));
      assert.deepEqual(await png(), [{ type: 'noPicture', form: 'png', reason: 'no SVG here' }]);

      pictures({ width: 1, height: 1 });
      const written: unknown[] = [];
      Object.defineProperty(globalThis, 'ClipboardItem', {
        configurable: true,
        value: class {
          readonly types: object;
          constructor(types: object) {
            this.types = types;
          }
        },
      });
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { write: async (items: unknown[]) => written.push(...items) },
      });
      fire(button('copyPng'), 'click');
      await new Promise(setImmediate);
      assert.deepEqual([saidAloud()[1], heard()], ['The picture is in the clipboard.', []]);
      const blob = (written[0] as { types: Record<string, Blob> }).types['image/png'] as Blob;
      assert.deepEqual([await blob.text(), blob.type], ['png', 'image/png']);
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
      fire(button('copyPng'), 'click');
      await new Promise(setImmediate);
      assert.match(saidAloud()[1] ?? '', /takes no pictures here/);
      assert.deepEqual(heard(), [{ type: 'picture', form: 'png', data: 'cG5n' }]);
    });

    it('says what the host says, and that there is nothing', () => {
      host.tell({ type: 'said', text: 'It is saved.' });
      assert.equal(saidAloud()[1], 'It is saved.');
      host.tell({ type: 'empty', message: 'No hops.' });
      assert.deepEqual([outline(page()), saidAloud()[0]], ['div.page[p.empty["No hops."]]', 'No hops.']);
      assert.deepEqual(heard(), [{ type: 'drawn', rows: [] }]);
      show();
    });
  });

  describe('the details of a hop', () => {
    const tip = (): HTMLElement => document.querySelector('.tip') as HTMLElement;
    const wait = (milliseconds: number): void => mock.timers.tick(milliseconds);

    beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
    afterEach(() => mock.timers.reset());

    it('appear when the mouse rests on a row, and go when it leaves', async () => {
      assert.deepEqual([tip().hidden, tip().getAttribute('role')], [true, 'tooltip']);
      fire(rows()[0]?.querySelector('td'), 'pointerover');
      assert.equal(tip().hidden, true);
      wait(450);
      assert.equal(tip().hidden, false);
      assert.equal(rows()[0]?.getAttribute('aria-describedby'), 'tip');
      assert.match(outline(tip()), /^div\.tip\[dl\[dt\["Field"\] dd\["Received"\] dt\["From"\] dd\["x\.test"\]/);
      fire(tip(), 'pointerleave');
      fire(tip(), 'pointerenter');
      wait(200);
      assert.equal(tip().hidden, false);
      fire(page(), 'pointerleave');
      wait(200);
      assert.deepEqual([tip().hidden, rows()[0]?.hasAttribute('aria-describedby')], [true, false]);
    });

    it('go with Escape, with scrolling, and where there is no row', async () => {
      for (const go of [() => fire(document, 'keydown', { key: 'Escape' }), () => fire(document, 'scroll')]) {
        fire(rows()[1], 'pointerover');
        wait(450);
        assert.equal(tip().hidden, false);
        fire(document, 'keydown', { key: 'a' });
        assert.equal(tip().hidden, false);
        go();
        assert.equal(tip().hidden, true);
      }
      fire(rows()[1], 'pointerover');
      fire(page().querySelector('h1'), 'pointerover');
      wait(450);
      assert.equal(tip().hidden, true);
    });

    it('stand below the row, or above where there is no room', async () => {
      const { Tip: Made } = await import('../../src/webview/tip.ts');
      const place = (row: readonly [top: number, bottom: number], height: number): string => {
        const tips: Tip = new Made();
        const line = document.body.appendChild(document.createElement('div'));
        const box = (top: number, bottom: number) => () => ({ top, bottom, height: bottom - top }) as DOMRect;
        line.getBoundingClientRect = box(...row);
        tips.element.getBoundingClientRect = box(0, height);
        tips.showSoon(line, [['From', 'a.test']]);
        wait(450);
        assert.equal(tips.isShown, true);
        line.remove();
        tips.hide();
        tips.showSoon(line, []);
        wait(450);
        assert.equal(tips.isShown, false);
        return tips.element.style.getPropertyValue('--top');
      };
      assert.equal(window.innerHeight, 768);
      const places = [
        place([100, 120], 50),
        place([700, 720], 44),
        place([700, 720], 45),
        place([40, 740], 50),
        place([10, 20], 800),
      ];
      assert.deepEqual(places, ['124px', '720px', '651px', '714px', '4px']);
    });
  });
});
