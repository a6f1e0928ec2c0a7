import assert from 'node:assert/strict';
import { lokiSource } from '../../../src/search/node/loki.ts';
import type { Query } from '../../../src/search/node/source.ts';
import { type Asked, answering } from './answering.ts';

const NOW = Date.UTC(2026, 10, 28);
const DAY = 86_400_000;
const nano = (millis: number): string => `${BigInt(millis) * 1_000_000n}`;

interface Stream {
  readonly stream?: Readonly<Record<string, string>>;
  readonly values?: readonly (readonly [string, string])[];
}

async function opened(
  address: string,
  pages: readonly (readonly Stream[])[] = [],
  { token, ...query }: Partial<Query> & { token?: string } = {},
) {
  let page = 0;
  const lines: string[] = [];
  const asked = await answering(
    () => ({ data: { result: pages[page++] ?? [] } }),
    async () => {
      const source = lokiSource(new URL(address), token, () => NOW);
      for await (const octets of source.open({ pieces: ['bob'], ...query }, new AbortController().signal))
        lines.push(...octets.toString().split('\n').slice(0, -1));
    },
  );
  const words = asked.map(({ path }) => Object.fromEntries(new URL(path, 'http://logs').searchParams));
  return { asked, words, lines };
}

describe('Loki', () => {
  it('is asked for lines with the pieces, from the oldest on', async () => {
    const { asked, words } = await opened('http://logs:3100/own/', [], {
      pieces: ['a.b', '[192.0.2.1]', 'a+b|c$(d)^{e}*?\\'],
      since: 1000.7,
      until: 2000.2,
      token: 'secret',
    });
    assert.deepEqual(words, [
      {
        query: String.raw`{job=~".+"} |~ "(?i)a\\.b|\\[192\\.0\\.2\\.1\\]|a\\+b\\|c\\$\\(d\\)\\^\\{e\\}\\*\\?\\\\"`,
        start: '1000000000',
        end: '2001000001',
        limit: '5000',
        direction: 'forward',
      },
    ]);
    const [{ host, path, headers } = {} as Asked] = asked;
    assert.deepEqual(
      [host, path.split('?')[0], headers],
      ['logs:3100', '/own/loki/api/v1/query_range', { authorization: 'Bearer secret' }],
    );
    const { asked: bare } = await opened('http://logs:3100?tenant=mail');
    assert.deepEqual(
      [bare[0]?.path.split('?')[0], bare[0]?.headers],
      ['/loki/api/v1/query_range', { 'x-scope-orgid': 'mail' }],
    );
  });

  it('is asked for the streams that are named, and for the last week where no time is', async () => {
    for (const [query, streams] of [
      [`query=${encodeURIComponent('{job="mail"}')}`, '{job="mail"}'],
      ['preset=promtail', '{job=~"varlogs|syslog|systemd-journal"}'],
      ['preset=alloy', '{job=~"loki[.]source[.].+|integrations/.+"}'],
      ['', '{job=~".+"}'],
    ] as const)
      assert.equal((await opened(`http://logs?${query}`)).words[0]?.query, `${streams} |~ "(?i)bob"`);
    await assert.rejects(opened('http://logs?preset=x'), {
      message: 'there is no preset "x": promtail, alloy, or a query',
    });
    for (const [query, start, end] of [
      [{}, NOW - 7 * DAY, NOW],
      [{ until: NOW - DAY }, NOW - 8 * DAY, NOW - DAY],
      [{ since: NOW - DAY }, NOW - DAY, NOW],
    ] as const) {
      const [words] = (await opened('http://logs', [], query)).words;
      assert.deepEqual([words?.start, words?.end], [nano(start), `${BigInt(nano(end)) + 1n}`]);
    }
  });

  it('is asked for fifty pieces at once, and for the next page behind a full one', async () => {
    const many = Array.from({ length: 101 }, (_, i) => `ID${i}`);
    const counts = (await opened('http://logs', [], { pieces: many })).words.map(
      ({ query = '' }) => query.split('|').length - 1,
    );
    assert.deepEqual(counts, [50, 50, 1]);
    const page = (size: number, time: (i: number) => number): readonly Stream[] => [
      { values: Array.from({ length: size }, (_, i) => [nano(time(i)), `line ${i}`] as const) },
    ];
    const told = await opened('http://logs', [
      page(5000, (i) => NOW + i),
      page(5000, () => NOW + 4999),
      page(2, () => NOW + 6000),
    ]);
    assert.equal(told.lines.length, 10_002);
    assert.deepEqual(
      told.words.slice(1).map(({ start }) => start),
      // More than a page of one time cannot be passed.
      [nano(NOW + 4999), `${BigInt(nano(NOW + 4999)) + 1n}`],
    );
  });

  it('gives lines of syslog in the order of time, of the labels of their streams', async () => {
    const of = async (stream?: Readonly<Record<string, string>>): Promise<string | undefined> =>
      (await opened('http://logs', [[{ ...(stream && { stream }), values: [[nano(NOW), 'words']] }]])).lines[0];
    const at = '2026-11-28T00:00:00.000Z';
    assert.equal(await of(), `${at} localhost words`);
    for (const host of ['hostname', 'host', 'nodename', '_HOSTNAME', 'instance'])
      assert.equal(await of({ [host]: 'mx1' }), `${at} mx1 words`, host);
    for (const program of ['syslog_identifier', 'app', 'appname', 'program', 'identifier', 'unit', 'systemd_unit'])
      assert.equal(await of({ [program]: 'smtpd' }), `${at} localhost smtpd: words`, program);
    assert.equal(await of({ host: 'mx1:9100', hostname: '', unit: 'postfix.service' }), `${at} mx1 postfix: words`);
    assert.equal(await of({ host: 'x', hostname: 'mx1', unit: 'x', app: 'smtpd' }), `${at} mx1 smtpd: words`);
    const values = (...times: readonly string[]): Stream => ({ values: times.map((time) => [time, time] as const) });
    const { lines } = await opened('http://logs', [
      [values('3000000', '900000000'), {}, values('1000000', '20000000')],
    ]);
    assert.deepEqual(
      lines.map((line) => line.split(' ').at(-1)),
      ['1000000', '3000000', '20000000', '900000000'],
    );
  });
});
