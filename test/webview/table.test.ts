import assert from 'node:assert/strict';
import { phrase } from '../../src/core/text/words.ts';
import type { TimelineRow } from '../../src/core/trace/timeline.ts';
import type { Timeline } from '../../src/protocol/timeline.ts';
import { drawPage } from '../../src/webview/page.ts';
import type { ViewState } from '../../src/webview/state.ts';
import { drawTable, rowsOf } from '../../src/webview/table.ts';
import { drawTicks } from '../../src/webview/ticks.ts';
import { type Host, openBrowser, outline } from './dom.ts';

let browser: Host;
describe('in a browser', () => {
  before(() => {
    browser = openBrowser();
  });
  after(() => browser.close());

  const plain: TimelineRow = {
    number: 1,
    origin: 'received',
    from: 'a.test',
    by: 'b.test',
    protocol: 'ESMTP',
    encrypted: false,
    delay: '1 s',
    longest: false,
    notes: [],
    details: [],
    span: { start: 0, end: 9 },
  };

  const noteOf = (level: 'warning' | 'information', text: string) =>
    ({ level, text: phrase(text), code: 'bad-date' }) as const;

  const timelineOf = (rows: readonly TimelineRow[], rest: Partial<Timeline> = {}): Timeline => ({
    rows,
    omitted: 0,
    header: { start: 0, end: 99 },
    hops: rows.length,
    total: phrase('4 s'),
    head: [],
    ticks: { linear: [{ at: 0.5, label: '2 s' }], log: [] },
    networkProblems: [],
    ...rest,
  });

  /** A row that differs in these, as it is drawn. */
  const row = (differs: Partial<TimelineRow> = {}): HTMLTableRowElement => {
    const [drawn] = rowsOf(drawTable(timelineOf([{ ...plain, ...differs }]), 'linear'));
    assert.ok(drawn);
    return drawn;
  };
  const CELLS = ['number', 'names', 'time', 'protocol', 'delay'] as const;
  const cell = (name: (typeof CELLS)[number], differs: Partial<TimelineRow>, ...expected: readonly string[]): void =>
    assert.equal(
      outline(row(differs).cells[CELLS.indexOf(name)] as Node),
      `td.${name}${expected.length === 0 ? '' : `[${expected.join(' ')}]`}`,
    );

  describe('a row of the timeline', () => {
    it('has its number', () => {
      cell('number', { number: 0 }, '"0"');
      assert.equal(row({ ...plain }).cells[0]?.textContent, '1');
      const { number: _, ...none } = plain;
      assert.equal(rowsOf(drawTable(timelineOf([none]), 'linear'))[0]?.cells[0]?.textContent, '');
    });

    it('says from whom to whom', () => {
      const to = 'span.to[span.arrow["→"] span.spoken[" to "] span.host["b.test"]]';
      cell('names', {}, `div.route[span.host["a.test"] ${to}]`);
      cell('names', { origin: 'x-received' }, `div.route[span.host["a.test"] ${to} span.unknown["X-Received"]]`);
      cell('names', { origin: 'date' }, 'div.route[span.step["Written"] span.unknown["by the client’s clock"]]');
      cell('names', { origin: 'delivery-date' }, 'div.route[span.step["Into the mailbox at"] span.host["b.test"]]');
      const { from: _from, ...taken } = plain;
      const { by: _by, ...unnamed } = taken;
      const names = (one: TimelineRow) => rowsOf(drawTable(timelineOf([one]), 'linear'))[0]?.cells[1] as Node;
      assert.match(
        outline(names(taken)),
        /^td\.names\[div\.route\[span\.to\[span\.arrow\["→"\] span\.spoken\["taken in by "\]/,
      );
      assert.match(outline(names(unnamed)), /span\.host\.unknown\["a server that gives no name"\]/);
    });

    it('has names whole for those who hear it, and in halves for where one has to be cut', () => {
      const hosts = (differs: Partial<TimelineRow>, before?: Partial<TimelineRow>): readonly string[] => {
        const rows = [...(before ? [{ ...plain, ...before }] : []), { ...plain, ...differs }];
        const drawn = rowsOf(drawTable(timelineOf(rows), 'linear')).at(-1);
        return [...(drawn?.querySelectorAll<HTMLElement>('.host') ?? [])].map(
          ({ innerHTML, textContent, title, className, dataset }) =>
            [className, innerHTML, title === textContent, dataset.start, dataset.end].join('|'),
        );
      };
      const long = 'EUR05-DB8-obe.outbound.protection.outlook.com';
      assert.deepEqual(hosts({ from: long }), [
        `host|<span>${long}</span>|true|EUR05-DB8-obe.outbound.protection.|outlook.com`,
        'host|b.test|true||',
      ]);
      // The server that the row above has led to.
      assert.deepEqual(hosts({ from: 'MX1.contoso.test' }, { by: 'mx1.contoso.test' }), [
        'host known|<span>MX1.contoso.test</span>|true|MX1.|contoso.test',
        'host|b.test|true||',
      ]);
      assert.deepEqual(hosts({}, { by: 'c.test' })[0], 'host|a.test|true||');
    });

    it('says of what organisation and address they are, and what is to be said of them', () => {
      const route = 'div.route[span.host["a.test"] span.to[span.arrow["→"] span.spoken[" to "] span.host["b.test"]]]';
      const ip = 'span.ip[span.spoken["client address "] "192.0.2.1"';
      const transport = 'div.transport[svg.icon.unlocked(No TLS stated) span[span["ESMTP"]]]';
      cell('protocol', { ip: '192.0.2.1' }, transport, `${ip}]`);
      cell('protocol', { ip: '192.0.2.1', address: 'private' }, transport, `${ip} span.kind[" (private)"]]`);
      cell('names', { address: 'private' }, route);
      cell('names', { band: { text: 'Contoso', name: 'Contoso', begins: true } }, 'div.band["Contoso"]', route);
      cell('names', { band: { text: 'Contoso', name: 'Contoso', begins: false } }, 'span.spoken["Contoso: "]', route);
      cell(
        'names',
        { notes: [noteOf('warning', 'one'), noteOf('information', 'two')] },
        route,
        'p.note[svg.icon.warning(Warning) span["one"]]',
        'p.note[svg.icon.information(Information) span["two"]]',
      );
    });

    it('is marked for what it is', () => {
      const classes = (differs: Partial<TimelineRow>) => [row(differs).className, row(differs).dataset.role];
      assert.deepEqual(classes({}), ['hop', undefined]);
      assert.deepEqual(classes({ notes: [noteOf('warning', 'x')] }), ['hop noted', undefined]);
      assert.deepEqual(classes({ band: { text: 'x', name: 'x', begins: true } }), ['hop banded', undefined]);
      assert.deepEqual(classes({ band: { text: 'x', name: 'x', begins: true, role: 'filter' } }), [
        'hop banded',
        'filter',
      ]);
      assert.deepEqual(
        [row().getAttribute('role'), row().tabIndex, row().cells[0]?.getAttribute('role')],
        ['row', -1, 'gridcell'],
      );
    });

    it('says how it was transported', () => {
      const open = 'svg.icon.unlocked(No TLS stated)';
      cell('protocol', {}, `div.transport[${open} span[span["ESMTP"]]]`);
      cell(
        'protocol',
        { encrypted: true, tls: 'TLSv1.3, AES', tlsVersion: 'TLSv1.3' },
        'div.transport[svg.icon.locked(Encrypted, TLSv1.3, AES) span[span["ESMTP"] span.version[" " "TLSv1.3"]]]',
      );
      cell('protocol', { encrypted: true }, 'div.transport[svg.icon.locked(Encrypted) span[span["ESMTP"]]]');
      cell('protocol', { origin: 'date' });
      cell('protocol', { origin: 'delivery-date' });
      const { protocol: _, ...none } = plain;
      const drawn = (one: TimelineRow) => outline(rowsOf(drawTable(timelineOf([one]), 'linear'))[0]?.cells[3] as Node);
      assert.equal(drawn(none), `td.protocol[div.transport[${open} span[span.unknown["not stated"]]]]`);
      assert.equal(
        drawn({ ...none, encrypted: true }),
        'td.protocol[div.transport[svg.icon.locked(Encrypted) span[span["TLS"]]]]',
      );
    });

    it('says when', () => {
      cell('time', {}, 'div.utc.unknown["Time unknown"]');
      cell('time', { utc: '10:00' }, 'div.utc["10:00"]');
      cell(
        'time',
        { utc: '10:00', written: '11:00' },
        'div.utc["10:00"]',
        'div.written[span.spoken["as written "] "11:00"]',
      );
      const utc = (...all: readonly string[]) =>
        rowsOf(drawTable(timelineOf(all.map((one) => ({ ...plain, utc: one }))), 'linear')).map((one) =>
          outline(one.querySelector('.utc') as Node),
        );
      assert.deepEqual(utc('2026-11-19 23:59:59 UTC', '2026-11-20 00:00:01 UTC', '2026-11-20 00:00:02 UTC'), [
        'div.utc["2026-11-19 23:59:59 UTC"]',
        'div.utc["2026-11-20 " "00:00:01" span.known[" UTC"]]',
        'div.utc[span.known["2026-11-20 "] "00:00:02" span.known[" UTC"]]',
      ]);
    });

    it('says how long it took, with a bar that the eye measures', () => {
      const track = (more = ''): string => `div.track[div.grid[span.tick]${more}]`;
      cell('delay', {}, 'div.length["1 s"]', track());
      cell('delay', { delay: 'unknown' }, 'div.length.unknown["unknown"]', track());
      cell('delay', { delay: 'start' }, 'div.length.unknown["start"]', track());
      cell('delay', { longest: true }, 'div.length["1 s" span.spoken[", the longest wait"]]', track());
      cell('delay', { since: 2 }, 'div.length["1 s" span.since[" since hop 2"]]', track());
      cell('delay', { rawDelay: '-3 s' }, 'div.length["1 s" span.since[" · as written -3 s"]]', track());
      const bar = { linear: { start: 0.25, width: 0.5 }, log: { start: 0, width: 1 } };
      cell('delay', { bar }, 'div.length["1 s"]', track(' div.bar'));
      cell(
        'delay',
        { bar, longest: true },
        'div.length["1 s" span.spoken[", the longest wait"]]',
        track(' div.bar.longest'),
      );
      const style = (differs: Partial<TimelineRow>, name: string) =>
        row(differs).querySelector<HTMLElement>(name)?.getAttribute('style')?.replaceAll(' ', '');
      assert.equal(style({ bar }, '.bar'), '--start:25%;--width:50%;');
      const mark = { linear: { at: 0.1 }, log: { at: 0.2 } };
      cell('delay', { mark }, 'div.length["1 s"]', track(' div.mark'));
      assert.equal(style({ mark }, '.mark'), '--at:10%;');
      const outside = { linear: { at: 0, outside: 'before' }, log: { at: 0 } } as unknown as NonNullable<
        TimelineRow['mark']
      >;
      cell('delay', { mark: outside }, 'div.length["1 s"]', track(' div.mark.before'));
    });
  });

  describe('the table of the timeline', () => {
    it('says what it is to those who do not see it', () => {
      const table = drawTable(timelineOf([plain, plain]), 'linear');
      assert.deepEqual(
        [table.getAttribute('role'), table.getAttribute('aria-readonly'), table.className],
        ['grid', 'true', 'hops'],
      );
      assert.match(table.getAttribute('aria-label') ?? '', /^Hops, oldest first/);
      assert.deepEqual(
        [...table.querySelectorAll('thead,tbody')].map((group) => group.getAttribute('role')),
        ['rowgroup', 'rowgroup'],
      );
      const heads = [...table.querySelectorAll('th')];
      assert.deepEqual(
        heads.map((head) =>
          [head.firstChild?.textContent, head.getAttribute('role'), head.getAttribute('scope')].join(),
        ),
        ['Hop', 'From and to', 'Time', 'Address and protocol', 'Delay'].map((text) => `${text},columnheader,col`),
      );
      assert.equal(rowsOf(table).length, 2);
      assert.equal(row().querySelector('.track')?.getAttribute('aria-hidden'), 'true');
      assert.equal(row().querySelector('.arrow')?.getAttribute('aria-hidden'), 'true');
      assert.equal(table.querySelector('thead tr')?.getAttribute('role'), 'row');
    });

    it('has the marks of its scale', () => {
      const ticks = [0.01, 0.3, 0.6, 0.95].map((at, i) => ({ at, label: `${i} s` }));
      assert.equal(
        outline(drawTicks(ticks, true)),
        'div.axis[span.tick.first[span.when["0 s"]] span.tick[span.when["1 s"]] span.tick[span.when["2 s"]] span.tick.last[span.when["3 s"]]]',
      );
      assert.equal(outline(drawTicks(ticks.slice(1, 2), false)), 'div.grid[span.tick]');
      // Labels stand clear of each other beside an editor, and more of them where the page is alone.
      const many = [0, 0.23, 0.46, 0.69, 0.92].map((at, i) => ({ at, label: `${i * 3} h` }));
      assert.deepEqual(
        [...drawTicks(many, true).children].map((one) => `${one.textContent} ${one.className}`),
        ['0 h tick first', '3 h tick close', '6 h tick', '9 h tick', '12 h tick'],
      );
      const { firstElementChild } = drawTicks([{ at: 0.5, label: 'x' }], false);
      assert.equal(firstElementChild?.getAttribute('style')?.replaceAll(' ', ''), '--at:50%;');
    });
  });

  describe('the page of the timeline', () => {
    const state = (timeline: Timeline): ViewState => ({ kind: 'shown', title: 'a.eml', timeline, hop: null });
    const header = (rest: Partial<Timeline>): string =>
      outline(drawPage(state(timelineOf([plain], rest))).nodes[0] as Node);
    const total = 'p.total[span.label["Total transit time"] " " strong["4 s"]]';

    it('is empty until it is told something', () => {
      assert.deepEqual(drawPage({ kind: 'waiting' }), { nodes: [] });
      const { nodes, table } = drawPage({ kind: 'empty', message: 'none' });
      assert.deepEqual([nodes.map(outline), table], [['p.empty["none"]'], undefined]);
    });

    it('sums the hops up', () => {
      assert.equal(header({}), `header.summary[h1["a.eml"] ${total} p.facts[span["1 hop"]]]`);
      assert.equal(
        header({ hops: 3, omitted: 2, first: '10:00', last: '10:04' }),
        `header.summary[h1["a.eml"] ${total} p.facts[span["3 hops"] span["2 older ones are not drawn"] span["10:00 → 10:04"]]]`,
      );
      assert.match(header({ first: '10:00', last: '10:00' }), /span\["10:00"\]/);
      for (const one of [{ first: '10:00' }, { last: '10:00' }]) assert.doesNotMatch(header(one), /10:00/);
      assert.match(
        header({ rawTotal: '9 s' }),
        /p\.facts\["Newest minus oldest time as written: 9 s\. Bars leave out clocks that do not fit\."\]/,
      );
      const head = [
        { level: 'information', text: phrase('Slowest: hop {0}.', 2) },
        { level: 'warning', text: phrase('Clock off.') },
      ] as const;
      assert.match(
        header({ head }),
        /p\.head\["Slowest: hop 2\."\] p\.note\[svg\.icon\.warning\(Warning\) span\["Clock off\."\]\]/,
      );
      const networkProblems = [{ entry: 'x', problem: 'bad-mask' }] as unknown as Timeline['networkProblems'];
      assert.match(
        header({ networkProblems }),
        /p\.note\[svg\.icon\.warning\(Warning\) span\["mailTriage\.trustedNetworks: “x” has a mask that is none\."\]\]/,
      );
    });

    it('has buttons, a ruler and the table on the scale that is chosen', () => {
      const log = timelineOf([plain], { ticks: { linear: [], log: [{ at: 0, label: '0' }] } });
      const { nodes, table } = drawPage({ ...state(log), scale: 'log' } as ViewState);
      const [, tools, ruler, last] = nodes as readonly HTMLElement[];
      assert.equal(last, table);
      assert.deepEqual([tools?.getAttribute('role'), tools?.getAttribute('aria-label')], ['group', 'Timeline']);
      const scaleOf = (of: HTMLElement | undefined) => of?.querySelector<HTMLButtonElement>('[data-wish=scale]');
      const scale = scaleOf(ruler);
      assert.deepEqual(
        [scale?.textContent, scale?.type, scale?.getAttribute('aria-pressed')],
        ['Log scale', 'button', 'true'],
      );
      const buttons = [...(tools?.querySelectorAll('button') ?? []), scale as HTMLButtonElement];
      assert.deepEqual(
        buttons
          .slice(0, -1)
          .map((one) => [one.dataset.wish, one.textContent, one.type, one.getAttribute('aria-pressed')].join()),
        ['markdown,Copy Markdown,button,', 'svg,Copy SVG,button,', 'copyPng,Copy PNG,button,', 'png,Save PNG…,button,'],
      );
      assert.ok(buttons.every(({ title }) => title.length > 20));
      const axis = ruler?.querySelector('.axis');
      assert.deepEqual([ruler?.className, axis?.getAttribute('aria-hidden')], ['ruler', 'true']);
      assert.equal(ruler?.querySelectorAll('.axis .tick').length, 1);
      const linear = drawPage(state(timelineOf([plain]))).nodes[2] as HTMLElement;
      assert.equal(scaleOf(linear)?.getAttribute('aria-pressed'), 'false');
    });
  });
});
