import assert from 'node:assert/strict';
import { cutWords } from '../../../src/core/report/cutWords.ts';
import { describeBlock } from '../../../src/core/report/describeBlock.ts';
import { namedEntries } from '../../../src/core/report/entriesJson.ts';
import { lineCounter } from '../../../src/core/report/lineCounter.ts';
import { endWords, layerNames, layerSentences } from '../../../src/core/report/linkWords.ts';
import { checksJson, probeJson, queriesJson } from '../../../src/core/report/lookupJson.ts';
import { fillTemplate, unknownPlaceholders } from '../../../src/core/report/template.ts';
import { timelineMarkdown } from '../../../src/core/report/timelineMarkdown.ts';
import { plainSteps, stepsInWords } from '../../../src/core/report/words.ts';
import { phrase } from '../../../src/core/text/words.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

describe('the timeline as Markdown, row by row,', () => {
  const row = (more: object) => ({ origin: 'received', encrypted: false, delay: '1 s', notes: [], ...more });
  const table = (rows: readonly object[], more: object = {}): readonly string[] =>
    timelineMarkdown('T', { rows, total: phrase('7 s'), head: [], networkProblems: [], ...more } as never).split('\n');
  const cells = (more: object) => table([row(more)]).at(-2);
  it('has what is known of a hop', () => {
    assert.equal(cells({ number: 1 }), '| 1 |  |  |  |  | no | unknown | 1 s |');
    assert.equal(
      cells({
        number: 2,
        from: 'a',
        ip: '192.0.2.1',
        by: 'b',
        band: { text: 'B' },
        protocol: 'P',
        encrypted: true,
        tlsVersion: 'TLSv1.3',
        utc: 'U',
      }),
      '| 2 | a \\[192.0.2.1\\] | b | B | P | TLSv1.3 | U | 1 s |',
    );
    assert.equal(cells({ ip: '192.0.2.1', encrypted: true }), '|  | \\[192.0.2.1\\] |  |  |  | yes | unknown | 1 s |');
    assert.equal(
      cells({ rawDelay: '-5 s', since: 3 }),
      '|  |  |  |  |  | no | unknown | 1 s (as written: -5 s) since hop 3 |',
    );
    assert.equal(cells({ origin: 'date', number: 0, from: 'x' }), '| 0 | written |  |  |  |  | unknown | 1 s |');
    assert.equal(cells({ origin: 'delivery-date', by: 'm' }), '|  |  | mailbox at m |  |  |  | unknown | 1 s |');
    assert.equal(cells({ origin: 'delivery-date' }), '|  |  | mailbox at ? |  |  |  | unknown | 1 s |');
  });
  it('has its notes and its times', () => {
    const notes = [{ text: phrase('N') }];
    const said = table([
      row({ number: 1, notes }),
      row({ origin: 'date', notes }),
      row({ origin: 'delivery-date', notes }),
      row({ notes, by: 'x' }),
      row({ notes }),
    ]);
    assert.deepEqual(said.slice(-7), [
      '',
      '- Hop 1: N',
      '- Date: N',
      '- Delivery-date: N',
      '- X-Received, x: N',
      '- X-Received, no name: N',
      '',
    ]);
    assert.equal(table([]).length, 7);
    assert.equal(table([], { rawTotal: '9 s' })[2], 'Total transit time: **7 s** (as written: 9 s)');
    assert.deepEqual(table([], { first: 'F', last: 'L', head: [{ text: phrase('H') }] }).slice(2, 5), [
      'Total transit time: **7 s**  ',
      'F \u2192 L  ',
      'H',
    ]);
    assert.equal(table([], { first: 'F' })[2], 'Total transit time: **7 s**');
  });
});

describe('a template', () => {
  const filled = (template: string, ...values: readonly (readonly [string, string])[]) =>
    fillTemplate(template, new Map(values));
  it('leaves out what has nothing in it', () => {
    assert.equal(filled('a {{x}}\n\n{{y}}\n\nb', ['x', '1'], ['y', '']), 'a 1\n\nb\n');
    assert.equal(filled('Head:\n\n{{y}}\n\nb', ['y', '']), 'b\n');
    assert.equal(filled('Head:\n\n{{y}}', ['y', '1']), 'Head:\n\n1\n');
    assert.equal(filled('Head {{x}}:\n\n{{y}}', ['y', ''], ['x', '1']), 'Head 1:\n');
    assert.equal(filled('{{x}}{{y}}', ['x', ''], ['y', '2']), '2\n');
    assert.equal(filled('Head:'), 'Head:\n');
    assert.equal(filled('a\r\n\r\n\r\n{{z}}  \rb'), 'a\n\n{{z}}  \nb\n');
    assert.equal(filled('{{x1}} {{}}'), '{{x1}} {{}}\n');
    assert.deepEqual(unknownPlaceholders('{{a}} {{b}} {{a}}', new Map([['b', '']])), ['a']);
  });
});

describe('the layers around a link', () => {
  const layers = [
    { service: 'A', kind: 'filter', host: 'a.test' },
    { service: 'B', kind: 'tracker', host: 'b.test', imitable: true },
    { service: 'A', kind: 'redirect', host: 'a.test' },
  ] as never;
  it('are told by who put them there', () => {
    assert.equal(layerNames(layers), 'A, B');
    const [first, second] = layerSentences(layers);
    assert.match(first ?? '', /^A: a filter, .*\.$/);
    assert.match(second ?? '', /^B: a mailing service, .*\. That is told .* if b\.test is no such host/);
    const end = (ends: string | undefined) => endWords({ layers, ends, host: 'h.test' } as never);
    assert.equal(end('kept'), 'where it leads is known to A alone');
    assert.equal(end('host'), 'the address is known to A alone; its host is h.test');
    assert.match(end('deep') ?? '', /\(3\)$/);
    assert.equal(end(undefined), undefined);
    assert.equal(endWords({ layers: [], ends: 'kept' } as never), 'where it leads is known to  alone');
  });
});

describe('a block on one line', () => {
  const says = (block: object, words: string) => assert.equal(describeBlock(block as never), words);
  it('is what it is', () => {
    const session = (...servers: readonly (string | undefined)[]) => ({
      kind: 'conversation',
      dialect: 'd',
      sessions: servers.map((server) => ({ server })),
    });
    says(session('a', 'a', undefined), 'SMTP session with a, an unnamed server (d)');
    says(session(), 'SMTP session with nobody: no server spoke (d)');
    says({ ...session(), probe: { target: 'mx:25' } }, 'SMTP probe of mx:25');
    says({ kind: 'log', format: 'f' }, 'log (f)');
    says({ kind: 'prose' }, 'text');
    const query = (more: object) => ({
      kind: 'lookup',
      queries: [{ name: 'a', type: 'MX', status: '?', answers: [], ...more }],
    });
    says(query({}), 'MX of a: no answer is shown');
    says(query({ answers: [1] }), 'MX of a');
    says(query({ status: 'NOERROR' }), 'MX of a: NOERROR');
    says(query({ type: '?' }), 'a: no answer is shown');
    says(query({ name: '' }), 'MX of a name that is not shown: no answer is shown');
    const many = query({});
    says(
      { ...many, queries: [...many.queries, ...many.queries] },
      'MX of a: no answer is shown; MX of a: no answer is shown',
    );
  });
});

describe('what reports say of places and steps', () => {
  it('are lines from 1, by line feeds', () => {
    const line = lineCounter('a\nb\r\n\nc');
    assert.deepEqual([0, 1, 2, 4, 5, 6, 99].map(line), [1, 1, 2, 2, 3, 4, 4]);
    assert.equal(lineCounter('')(0), 1);
    const cut = (left: number) => cutWords({ what: 'verdicts', span: { start: 4, end: 5 }, left } as never, (at) => at);
    assert.deepEqual(
      [cut(1), cut(2)],
      ['From line 5 on, 1 more finding is not listed.', 'From line 5 on, 2 more findings are not listed.'],
    );
  });
  it('are steps of each who takes some', () => {
    const step = (by: string, text: string) => ({ by, kind: 'do', text, tells: 1 }) as never;
    const next = [step('sender', 'One.'), step('recipient', 'Two.'), step('sender', 'Three.')];
    assert.deepEqual(stepsInWords({ next, actor: 'sender' }), ['One. Three.', 'As the recipient, two.']);
    assert.deepEqual(plainSteps(next.slice(0, 1)), [{ by: 'sender', kind: 'do', text: 'One.' }]);
  });
  it('are data of look-ups, checks and probes', () => {
    const at = () => ({ line: 1, lastLine: 2 });
    const query = { tool: 'dig', name: 'a', type: 'MX', status: 'NOERROR', answers: [{ data: 'x' }] };
    const told = { line: 1, lastLine: 2, tool: 'dig', name: 'a', type: 'MX', status: 'NOERROR', answers: ['x'] };
    assert.deepEqual(queriesJson({ queries: [query, { ...query, server: 's' }] } as never, at), [
      told,
      { ...told, server: 's' },
    ]);
    const finding = { code: 'c', level: 'note', about: 'a', text: 't' };
    assert.deepEqual(checksJson([{ ...finding, start: 0, end: 1, next: 'n' }] as never, at), [
      { line: 1, lastLine: 2, ...finding, next: 'n' },
    ]);
    const probe = (steps: readonly object[], result?: object) =>
      probeJson({ target: 'mx:25', steps, result } as never, {} as never, at) as Record<string, unknown>;
    const connect = (text: string) => ({ step: 'CONNECT', failed: false, text });
    assert.equal(probe([connect('192.0.2.1:25, refused'), connect('192.0.2.2:25 from x')]).address, '192.0.2.2:25');
    assert.ok(!('address' in probe([])));
    assert.deepEqual(
      [probe([]).passed, probe([], {}).passed, probe([], { failedAt: 'TLS' }).passed],
      [null, true, false],
    );
    assert.equal(probe([], { failedAt: 'TLS', code: 'c', text: 't' }).failedAt, 'TLS');
  });
  it('are entries of logs that name something, with the peer', () => {
    const peer = (relay: string): unknown => {
      const ticket = readTicket(
        `Nov 20 09:00:00 mx postfix/smtp[1]: 4C1D5228B1: to=<b@b.test>, relay=${relay}, dsn=2.0.0, status=sent (250 ok)\n`,
      );
      return [...namedEntries(ticket, () => ({ line: 1, lastLine: 1 }))][0]?.[1].server;
    };
    assert.equal(peer('mx.b.test[192.0.2.1]:25'), 'mx.b.test [192.0.2.1]');
    assert.equal(peer('none'), undefined);
  });
});
