import assert from 'node:assert/strict';
import type { Preview, PreviewLink } from '../../src/protocol/preview.ts';
import { type Host, openBrowser, outline } from './dom.ts';

let host: Host;
describe('in a browser', () => {
  before(async () => {
    host = openBrowser();
    await import('../../src/webview/preview.ts');
  });
  after(() => host.close());

  const page = (): HTMLElement => document.body.firstElementChild as HTMLElement;
  const link: PreviewLink = { href: 'https://a.test/', host: 'a.test', text: 'A', opens: true };
  const message: Preview = {
    subject: 'Hello',
    fields: [{ name: 'From', value: 'a@a.test' }],
    text: 'Some text',
    links: [],
    blocked: { count: 0, hosts: [], removed: [] },
    attachments: [],
  };

  /** What the page shows for a message that differs in these. */
  const shows = (differs: Partial<Preview>, ...nodes: readonly string[]): void => {
    host.tell({ type: 'show', preview: { ...message, ...differs } });
    assert.deepEqual([...page().childNodes].map(outline), ['h1["Hello"]', FIELDS, ...nodes]);
  };
  const FIELDS = 'dl.fields[dt["From"] dd["a@a.test"]]';
  const TEXT = 'pre.text["Some text"]';
  const press = (selector: string, index = 0): void => page().querySelectorAll<HTMLElement>(selector)[index]?.click();
  const heard = () => host.said.splice(0);

  describe('the preview page', () => {
    it('asks for the message, and waits for it', () => {
      assert.deepEqual(heard(), [{ type: 'ready' }]);
      assert.equal(outline(page()), 'main[p.empty["Reading the message…"]]');
    });

    it('says what is missing', () => {
      host.tell({ type: 'empty', message: 'no message' });
      assert.equal(outline(page()), 'main[p.empty["no message"]]');
      host.tell({ type: 'error', message: 'broken' });
      assert.equal(outline(page()), 'main[p.empty.error["broken"]]');
      assert.equal(page().firstElementChild?.getAttribute('role'), 'alert');
      host.tell({ type: 'loading' });
      assert.equal(outline(page()), 'main[p.empty["Reading the message…"]]');
    });

    it('listens to its host alone', () => {
      host.tell({ type: 'loading' });
      const frame = Object.create(
        (globalThis as unknown as { Window: { prototype: object } }).Window.prototype,
      ) as object;
      host.tell({ type: 'empty', message: 'of a frame' }, frame);
      assert.equal(outline(page()), 'main[p.empty["Reading the message…"]]');
      host.tell({ type: 'empty', message: 'of the host' }, null);
      assert.equal(outline(page()), 'main[p.empty["of the host"]]');
    });

    it('shows the text of a message', () => {
      shows({}, TEXT);
      assert.equal(page().querySelector('pre')?.tabIndex, 0);
      const { text: _, ...none } = message;
      host.tell({ type: 'show', preview: { ...none, subject: '' } });
      assert.equal(outline(page()), `main[h1["(no subject)"] ${FIELDS} p.empty["This message has no text to show."]]`);
    });

    it('says how much of the form that is shown is left out', () => {
      const note = (count: string) =>
        `p.note["The message is too long to be shown whole: its last ${count} left out."]`;
      shows({ leftOut: { text: 5 } }, TEXT, note('5 characters are'));
      shows({ leftOut: { text: 1 } }, TEXT, note('character is'));
      shows({ leftOut: { html: 5 } }, TEXT);
      host.tell({ type: 'show', preview: { ...message, html: '<p>x</p>', leftOut: { html: 7, text: 5 } } });
      assert.match(outline(page()), /its last 7 characters are left out/);
      press('[data-form="text"]');
      assert.match(outline(page()), /its last 5 characters are left out/);
      press('[data-form="html"]');
    });

    it('counts the attachments and the blocked hosts that are not listed', () => {
      const attachments = [{ name: 'a.txt', contentType: 'text/plain', size: '1 B', line: 0 }];
      host.tell({ type: 'show', preview: { ...message, attachments, moreAttachments: 3 } });
      assert.match(outline(page()), /li\.muted\["3 more that are not listed"\]/);
      const blocked = { count: 60, hosts: ['a.test', 'b.test'], moreHosts: 9, removed: [] };
      host.tell({ type: 'show', preview: { ...message, blocked } });
      assert.match(outline(page()), /60 remote resources blocked: a\.test, b\.test and 9 more"/);
    });

    it('tells when it was written', () => {
      host.tell({ type: 'show', preview: { ...message, date: '2026-11-20T10:00:00Z' } });
      assert.match(
        outline(page().children[1] as Node),
        /^dl\.fields\[dt\["From"\] dd\["a@a\.test"\] dt\["Date"\] dd\[".*2026.*"\]\]$/,
      );
    });

    it('lists attachments, and has them saved', () => {
      const attachments = ['a.txt', 'b.txt'].map((name, line) => ({
        name,
        contentType: 'text/plain',
        size: '3 B',
        line,
      }));
      const item = (name: string): string => `li[button["${name}"] span.muted[" text/plain, 3 B"]]`;
      shows({ attachments }, `ul.attachments(Attachments)[${item('a.txt')} ${item('b.txt')}]`, TEXT);
      assert.deepEqual(
        [page().querySelector('button')?.title, page().querySelector('button')?.type],
        ['Save a.txt…', 'button'],
      );
      press('.attachments button', 1);
      assert.deepEqual(heard(), [{ type: 'save', attachment: 1 }]);
    });

    it('says what was not loaded and what was taken out', () => {
      const blocked = (
        count: number,
        hosts: readonly string[],
        removed: readonly string[],
        ...lines: readonly string[]
      ) =>
        shows(
          { blocked: { count, hosts, removed } },
          `div.blocked[${lines.map((line) => `p["${line}"]`).join(' ')}]`,
          TEXT,
        );
      blocked(1, ['a.test'], [], '1 remote resource blocked: a.test');
      blocked(
        2,
        ['a.test', 'b.test'],
        ['script', 'form'],
        '2 remote resources blocked: a.test, b.test',
        'Taken out: script, form',
      );
      assert.equal(page().querySelector('.blocked')?.getAttribute('role'), 'note');
      blocked(0, [], ['script'], 'Taken out: script');
    });

    it('lists where links lead, those that lie first', () => {
      const lies: PreviewLink = {
        ...link,
        href: 'https://evil.test/',
        host: 'evil.test',
        text: '',
        shownHost: 'bank.test',
      };
      const good = 'li[span.muted["A"] br button.address["https://a.test/"]]';
      shows({ links: [link] }, TEXT, `section[h2["1 link"] ol.links[${good}]]`);
      shows(
        { links: [link, lies] },
        TEXT,
        `section[h2["2 links"] ol.links[li[span.muted["(no text)"] br button.address["https://evil.test/"] strong.elsewhere["its text names bank.test, it leads to evil.test"]] ${good}]]`,
      );
      press('.links button', 0);
      press('.links button', 1);
      assert.deepEqual(heard(), [
        { type: 'open', link: 1 },
        { type: 'open', link: 0 },
      ]);
    });

    it('gives the choice between two forms of a message', () => {
      const choice = 'div.choice(Form of the message)[button["HTML"] button["Plain text"]]';
      const pressed = () =>
        [...page().querySelectorAll('.choice button')].map((one) => one.getAttribute('aria-pressed'));
      shows({ html: '<b>x</b>' }, choice, 'iframe.message');
      assert.deepEqual(pressed(), ['true', 'false']);
      assert.equal(page().querySelector('.choice')?.getAttribute('role'), 'group');
      press('.choice button', 1);
      assert.deepEqual([outline(page().lastElementChild as Node), pressed()], [TEXT, ['false', 'true']]);
      assert.equal((document.activeElement as HTMLElement | null)?.dataset.form, 'text');
      press('.choice button', 0);
      assert.equal(outline(page().lastElementChild as Node), 'iframe.message');
      press('.choice button', 1);
      const { text: _, ...only } = message;
      host.tell({ type: 'show', preview: { ...only, html: '<b>x</b>' } });
      assert.equal(outline(page()), `main[h1["Hello"] ${FIELDS} iframe.message]`);
    });
  });

  describe('the frame of the message', () => {
    it('runs nothing and loads nothing', async () => {
      const { MessageFrame } = await import('../../src/webview/messageFrame.ts');
      const { element } = new MessageFrame('<p>x</p>', [], () => undefined);
      assert.equal(element.getAttribute('sandbox'), 'allow-same-origin');
      assert.match(
        element.srcdoc,
        /^<!DOCTYPE html>.*content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">[\s\S]*<body><p>x<\/p><\/body><\/html>$/s,
      );
      assert.match(element.title, /without scripts/);
    });

    it('listens to clicks and keys on links, marks those that lie, and is as high as its message', async () => {
      const { MessageFrame } = await import('../../src/webview/messageFrame.ts');
      const opened: number[] = [];
      const lies: PreviewLink = { ...link, shownHost: 'bank.test' };
      const frame = new MessageFrame('', [link, lies], (index) => opened.push(index));
      const inside = document.implementation.createHTMLDocument('');
      inside.body.innerHTML =
        '<p>text</p><a data-link="0"><b>one</b></a><a data-link="1">two</a><a data-link="7">three</a>';
      let height = 100;
      Object.defineProperty(inside.body, 'scrollHeight', { get: () => height });
      Object.defineProperty(frame.element, 'contentDocument', { value: inside });
      const load = () => frame.element.dispatchEvent(new Event('load'));
      load();
      const [one, two, three] = [...inside.querySelectorAll('a')];
      assert.deepEqual(
        [one, two, three].map((anchor) => [anchor?.title, anchor?.dataset.elsewhere]),
        [
          ['https://a.test/', undefined],
          ['https://a.test/', 'leads to a.test'],
          ['', undefined],
        ],
      );
      assert.equal(frame.element.style.height, '124px');
      for (const [now, expected] of [
        [0, '60px'],
        [50_000, '20000px'],
      ] as const) {
        height = now;
        const other = new MessageFrame('', [], () => undefined);
        Object.defineProperty(other.element, 'contentDocument', { value: inside });
        other.element.dispatchEvent(new Event('load'));
        assert.equal(other.element.style.height, expected);
      }
      const fire = (target: Element | null | undefined, type: string, key?: string): boolean => {
        const event = new Event(type, { bubbles: true, cancelable: true });
        if (key !== undefined) Object.defineProperty(event, 'key', { value: key });
        target?.dispatchEvent(event);
        return event.defaultPrevented;
      };
      assert.equal(fire(inside.querySelector('b'), 'click'), true);
      assert.equal(fire(inside.querySelector('p'), 'click'), true);
      fire(two, 'keydown', 'Enter');
      fire(two, 'keydown', 'Tab');
      assert.equal(fire(two, 'auxclick'), true);
      assert.deepEqual(opened, [0, 1]);
    });

    it('that has no document is left alone', async () => {
      const { MessageFrame } = await import('../../src/webview/messageFrame.ts');
      const { element } = new MessageFrame('', [], () => undefined);
      Object.defineProperty(element, 'contentDocument', { value: null });
      element.dispatchEvent(new Event('load'));
      assert.equal(element.style.height, '');
    });
  });
});
