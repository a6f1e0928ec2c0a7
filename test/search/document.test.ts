import assert from 'node:assert/strict';
import { documentOf, type FoundDocument } from '../../src/search/document.ts';
import { readNeedle } from '../../src/search/needle.ts';
import { search } from '../../src/search/node/search.ts';
import type { LogSource } from '../../src/search/node/source.ts';
import type { FoundLine } from '../../src/search/stitch.ts';

const line = (number: number, text: string, source = 0): FoundLine => ({
  ...{ text, source, number, hits: 1 },
  ids: { next: [] } as unknown as FoundLine['ids'],
});
const found = (more: Partial<FoundDocument> = {}): readonly string[] =>
  [
    ...documentOf({
      ...{ needles: [readNeedle('bob@contoso.test')], messages: [], loose: [], lines: 1200, problems: [] },
      sources: [{ name: '/var/log/mail log', numbered: true }],
      ...more,
    }),
  ]
    .join('')
    .split('\n');

describe('the document of what was found', () => {
  it('says what was looked for, in how much, and what went wrong', () => {
    assert.deepEqual(found({ problems: ['x is no text'] }), [
      'Find Message: bob@contoso.test',
      '0 messages in 1 log with 1,200 lines',
      'Note: x is no text',
      '',
    ]);
    const two = [
      { name: 'a', numbered: true },
      { name: 'b', numbered: true },
    ];
    assert.equal(
      found({ sources: two, lines: 1, messages: [{ lines: [line(7, 'odd')], ids: [] }] })[1],
      '1 message in 2 logs with 1 line',
    );
  });
  it('has each message with its ids and what became of it, where its lines tell', () => {
    assert.deepEqual(found({ messages: [{ lines: [line(7, 'odd words')], ids: [] }] }).slice(3), [
      'Message 1 of 1',
      '1 line, which do not say what became of it',
      '',
      '/var/log/mail_log:7: odd words',
      '',
    ]);
    const ids = Array.from({ length: 10 }, (_, i) => `ID${i}`);
    assert.equal(
      found({ messages: [{ lines: [line(7, 'x'), line(9, 'y')], ids }] })[3],
      'Message 1 of 1 (ID0, ID1, ID2, ID3, ID4, ID5, ID6, ID7 and 2 more)',
    );
    const sent =
      'Nov 21 20:05:39 mx1 postfix/smtp[2]: 4C3B2A1955: to=<bob@contoso.test>, relay=mx2.contoso.test[192.0.2.8]:25, delay=2, dsn=2.0.0, status=sent (250 ok)';
    assert.match(
      found({ messages: [{ lines: [line(7, sent)], ids: ['4C3B2A1955'] }] })[4] ?? '',
      /^Accepted for bob@contoso\.test$/,
    );
  });
  it('counts messages behind a thousand', () => {
    const many = (count: number): readonly string[] =>
      found({ messages: Array.from({ length: count }, () => ({ lines: [line(1, 'x')], ids: [] })) }).slice(-3);
    assert.deepEqual(many(1000), ['', '/var/log/mail_log:1: x', '']);
    assert.deepEqual(many(1001), ['', 'Note: 1 further message left out: ask for a shorter time', '']);
    assert.deepEqual(many(1003), ['', 'Note: 3 further messages left out: ask for a shorter time', '']);
  });
  it('has two hundred lines that belong to no message, and counts all', () => {
    const loose = (count: number): readonly string[] =>
      found({ loose: Array.from({ length: count }, (_, i) => line(i + 1, 'x')) })
        .filter((one) => one !== '')
        .slice(2);
    assert.deepEqual([loose(200).length, loose(200)[0]], [201, 'Lines that belong to no message: 200']);
    assert.deepEqual(
      [loose(203).length, loose(203)[0], loose(203).at(-1)],
      [201, 'Lines that belong to no message: 203, the first 200 of them', '/var/log/mail_log:200: x'],
    );
  });
  it('has rows of a table below what stands above them, with their places', () => {
    const sources = [
      { name: 'MSGTRK.LOG', numbered: true, header: '#Fields: a,b' },
      { name: 'mail.log', numbered: false },
    ];
    const lines = [line(3, '1,2'), line(5, '3,4'), line(1, 'x', 1), line(9, '5,6')];
    assert.deepEqual(found({ sources, messages: [{ lines, ids: [] }] }).slice(6), [
      ...['MSGTRK.LOG, lines 3 5', '', '#Fields: a,b', '1,2', '3,4', 'mail.log: x'],
      ...['', 'MSGTRK.LOG, line 9', '', '#Fields: a,b', '5,6', ''],
    ]);
  });
});

describe('a source that can be read once', () => {
  it('is not asked again, and it is said that lines may be missing', async () => {
    const first =
      'Nov 21 20:05:36 mx1 postfix/qmgr[1]: 4C3B2A1955: from=<ann@fabrikam.test>, size=1200, nrcpt=1 (queue active)\n';
    const last =
      'Nov 21 20:05:39 mx1 postfix/smtp[2]: 4C3B2A1955: to=<bob@contoso.test>, relay=mx2.contoso.test[192.0.2.8]:25, delay=2, dsn=2.0.0, status=sent (250 ok)\n';
    let opened = 0;
    const source = (filler: string): LogSource => ({
      ...{ name: 'stdin', log: 'stdin', numbered: true, once: true },
      async *open() {
        opened++;
        for (const piece of [first, filler, filler, last]) yield Buffer.from(piece);
      },
    });
    const told = async (filler: string) => {
      opened = 0;
      const { messages, problems } = await search([readNeedle('bob@contoso.test')], [source(filler)], {
        signal: new AbortController().signal,
        now: Date.now(),
      });
      return [messages[0]?.lines.length, problems, opened];
    };
    const filler = 'Nov 21 20:05:37 mx1 postfix/anvil[3]: statistics: max connection rate 1/60s\n'.repeat(1000);
    assert.deepEqual(await told(filler), [
      1,
      ['stdin cannot be read twice: lines in front of the first one found may be missing'],
      1,
    ]);
  });
});

describe('a log that begins behind the time asked for', () => {
  it('is read for the ids that another one leads to, as long as a message may wait', async () => {
    const at = (minute: number, words: string): string =>
      `2026-11-21T20:${minute < 10 ? '0' : ''}${minute}:00+00:00 mx1 postfix/${words}\n`;
    let isRead = (): void => undefined;
    const first = new Promise<void>((done) => {
      isRead = done;
    });
    const source = (name: string, open: () => AsyncIterable<Buffer>): LogSource => ({
      name,
      log: name,
      numbered: true,
      open,
    });
    const sources = [
      source('a', async function* () {
        yield Buffer.from(
          `${at(1, 'qmgr[1]: 4C3B2A1955: from=<ann@fabrikam.test>, size=1, nrcpt=1 (queue active)')}${at(2, 'smtp[2]: 4C3B2A1955: to=<bob@contoso.test>, relay=none, delay=2, dsn=4.4.1, status=deferred (connect to mx2.contoso.test[192.0.2.8]:25: Connection timed out)')}`,
        );
        isRead();
      }),
      source('b', async function* () {
        await first;
        yield Buffer.from(
          `${at(31, 'anvil[3]: statistics: max connection rate 1/60s')}${at(32, 'smtp[2]: 4C3B2A1955: to=<bob@contoso.test>, relay=mx2.contoso.test[192.0.2.8]:25, delay=1802, dsn=2.0.0, status=sent (250 ok)')}`,
        );
      }),
    ];
    const { messages, problems } = await search([readNeedle('bob@contoso.test')], sources, {
      signal: new AbortController().signal,
      now: Date.parse('2026-11-22T00:00:00Z'),
      since: Date.parse('2026-11-21T20:00:00Z'),
      until: Date.parse('2026-11-21T20:10:00Z'),
    });
    assert.deepEqual([problems, messages.map(({ lines }) => lines.length)], [[], [3]]);
  });
});
