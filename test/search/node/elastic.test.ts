import assert from 'node:assert/strict';
import { type Elastic, elasticSource } from '../../../src/search/node/elastic.ts';
import type { Query } from '../../../src/search/node/source.ts';
import { type Asked, answering } from './answering.ts';

const NOW = Date.UTC(2026, 10, 28);
const DAY = 86_400_000;

/** What an engine was asked, and the lines that it gave, with pages of hits for its answers. */
async function opened(
  address: string,
  pages: readonly (readonly object[])[] = [],
  { engine = 'elasticsearch', token, ...query }: Partial<Query> & { engine?: Elastic; token?: string } = {},
): Promise<{ readonly asked: readonly Asked[]; readonly lines: readonly string[] }> {
  let page = 0;
  const answer = ({ method, path }: Asked): object => {
    if (path === '/_search') return { pit_id: `view${page + 1}`, hits: { hits: pages[page++] ?? [] } };
    return method === 'POST' ? { id: 'view', pit_id: 'view' } : {};
  };
  const lines: string[] = [];
  const asked = await answering(answer, async () => {
    const source = elasticSource(engine, new URL(address), token, () => NOW);
    for await (const octets of source.open({ pieces: ['bob'], ...query }, new AbortController().signal))
      lines.push(...octets.toString().split('\n').slice(0, -1));
  });
  return { asked, lines };
}

const searches = ({ asked }: { readonly asked: readonly Asked[] }) =>
  asked.filter(({ path }) => path === '/_search').map(({ body }) => body as Record<string, never>);

describe('Elasticsearch and OpenSearch', () => {
  it('are asked in a view that is opened and closed', async () => {
    const { asked } = await opened('http://logs:9200/mail-*/', [], { token: 'secret' });
    assert.deepEqual(
      asked.map(({ method, host, path, headers }) => [method, host, path, headers.authorization]),
      [
        ['POST', 'logs:9200', '/mail-*/_pit?keep_alive=1m', 'ApiKey secret'],
        ['POST', 'logs:9200', '/_search', 'ApiKey secret'],
        ['DELETE', 'logs:9200', '/_pit', 'ApiKey secret'],
      ],
    );
    assert.deepEqual(
      asked.map(({ headers, body }) => [headers['content-type'], body === undefined]),
      [
        [undefined, true],
        ['application/json', false],
        ['application/json', false],
      ],
    );
    // The view has the name that the last answer gave it.
    assert.deepEqual(asked[2]?.body, { id: 'view1' });
    const other = await opened('http://logs:9200', [], { engine: 'opensearch', token: 'secret' });
    assert.deepEqual(
      other.asked.map(({ method, path, headers }) => [method, path, headers.authorization]),
      [
        ['POST', '/*/_search/point_in_time?keep_alive=1m', 'Bearer secret'],
        ['POST', '/_search', 'Bearer secret'],
        ['DELETE', '/_search/point_in_time', 'Bearer secret'],
      ],
    );
    assert.deepEqual(other.asked[2]?.body, { pit_id: ['view1'] });
    assert.equal('authorization' in ((await opened('http://logs')).asked[0]?.headers ?? {}), false);
  });

  it('are asked for phrases in a time, and for hosts by a part of their names', async () => {
    const [body] = searches(await opened('http://logs', [], { since: 1000.7, until: 2000.2 }));
    assert.deepEqual(body, {
      size: 5000,
      query: {
        bool: {
          filter: [{ range: { '@timestamp': { gte: 1000, lte: 2001, format: 'epoch_millis' } } }],
          should: [{ multi_match: { query: 'bob', type: 'phrase', fields: ['event.original', 'message'] } }],
          minimum_should_match: 1,
        },
      },
      pit: { id: 'view', keep_alive: '1m' },
      sort: [{ '@timestamp': { order: 'asc' } }, { _shard_doc: { order: 'asc' } }],
      track_total_hits: false,
    });
    const [open] = searches(await opened('http://logs', [], { engine: 'opensearch' }));
    assert.deepEqual(open?.sort, [{ '@timestamp': { order: 'asc' } }, { _id: { order: 'asc' } }]);
    const of = async (piece: string, words = ''): Promise<unknown> => {
      const [asked] = searches(await opened(`http://logs${words}`, [], { pieces: [piece] }));
      return (asked as never as { query: { bool: { should: object[] } } }).query.bool.should.slice(1);
    };
    const wildcard = (field: string, value: string): object => ({
      wildcard: { [field]: { value, case_insensitive: true } },
    });
    assert.deepEqual(await of('@MX.Contoso.test', '?message=log'), [wildcard('log', '*mx.contoso.test*')]);
    assert.deepEqual(await of('contoso.test'), [
      wildcard('event.original', '*contoso.test*'),
      wildcard('message', '*contoso.test*'),
    ]);
    for (const piece of ['bob', 'bob@contoso.test', 'no such user', 'contoso.test.', 'a b.test', '.test'])
      assert.deepEqual(await of(piece), [], piece);
  });

  it('are asked for the last week where no time is', async () => {
    const range = async (query: Partial<Query>): Promise<unknown> => {
      const [asked] = searches(await opened('http://logs/?query=tag:mail', [], query));
      const { filter } = (asked as never as { query: { bool: { filter: object[] } } }).query.bool;
      assert.deepEqual(filter[1], { query_string: { query: 'tag:mail' } });
      const { gte, lte } =
        (filter[0] as { range: Record<string, { gte: number; lte: number }> }).range['@timestamp'] ?? {};
      return [gte, lte];
    };
    assert.deepEqual(await range({}), [NOW - 7 * DAY, NOW]);
    assert.deepEqual(await range({ until: NOW - DAY }), [NOW - 8 * DAY, NOW - DAY]);
    assert.deepEqual(await range({ since: NOW - DAY }), [NOW - DAY, NOW]);
  });

  it('are asked for 200 pieces at once, and for the next page behind a full one', async () => {
    const many = Array.from({ length: 401 }, (_, i) => `ID${i}`);
    const counts = searches(await opened('http://logs', [], { pieces: many })).map(
      (body) => (body as never as { query: { bool: { should: object[] } } }).query.bool.should.length,
    );
    assert.deepEqual(counts, [200, 200, 1]);
    const page = (size: number, from: number): readonly object[] =>
      Array.from({ length: size }, (_, i) => ({ _source: { message: `line ${from + i}` }, sort: [NOW, from + i] }));
    const told = await opened('http://logs', [page(5000, 0), page(5000, 5000), page(3, 10_000)]);
    assert.deepEqual([told.lines.length, told.lines.at(-1)], [10_003, '2026-11-28T00:00:00.000Z localhost line 10002']);
    assert.deepEqual(
      searches(told).map((body) => body.search_after),
      [undefined, [NOW, 4999], [NOW, 9999]],
    );
    assert.deepEqual(
      searches(told).map((body) => (body.pit as never as { id: string }).id),
      ['view', 'view1', 'view2'],
    );
    // Hits that cannot be gone on from are the last.
    assert.equal(searches(await opened('http://logs', [page(5000, 0).map(() => ({}))])).length, 1);
  });
});

describe('a record of an engine', () => {
  const line = async (record: object, words = '', sort: readonly unknown[] = [NOW]): Promise<string | undefined> =>
    (await opened(`http://logs${words}`, [[{ _source: record, sort }]])).lines[0];
  const time = '2026-11-28T10:00:00.000Z';

  it('is a line of syslog, of the fields of its collector', async () => {
    const expected = `${time} mx1 smtpd[7]: words`;
    for (const [preset, records] of Object.entries({
      filebeat: [
        { message: 'words', 'host.hostname': 'mx1', 'process.name': 'smtpd', 'process.pid': 7 },
        {
          'event.original': 'words',
          message: 'x',
          host: { name: 'mx1' },
          'syslog.appname': 'smtpd',
          log: { syslog: { procid: '7' } },
        },
        {
          event: { original: 'words' },
          agent: { name: 'mx1' },
          log: { 'syslog.appname': 'smtpd' },
          'log.syslog.procid': 7,
        },
        { event: {}, message: 'words', host: { hostname: 'mx1', name: 'y' }, process: { name: 'smtpd', pid: 7 } },
      ],
      'fluent-bit': [
        { log: 'words', host: 'mx1', ident: 'smtpd', pid: 7 },
        { message: 'words', _HOSTNAME: 'mx1', SYSLOG_IDENTIFIER: 'smtpd', _PID: '7' },
        { MESSAGE: 'words', hostname: 'mx1', ident: 'smtpd', pid: 7 },
      ],
      logstash: [
        { message: 'words', logsource: 'mx1', program: 'smtpd', pid: 7 },
        { event: { original: 'words' }, host: { hostname: 'mx1' }, process: { name: 'smtpd', pid: 7 } },
        { message: 'words', host: { name: 'mx1' }, program: 'smtpd', pid: 7 },
        { message: 'words', host: 'mx1', program: 'smtpd', pid: 7 },
      ],
    }))
      for (const record of records)
        assert.equal(
          await line({ '@timestamp': time, ...record }, `?preset=${preset}`),
          expected,
          JSON.stringify(record),
        );
    assert.equal(
      await line({ t: time, m: 'words', h: 'mx1', p: 'smtpd', n: 7 }, '?time=t&message=x,m&host=h&program=p&pid=n'),
      expected,
    );
  });

  it('is what it has of one', async () => {
    assert.equal(await line({ message: 'words' }), '2026-11-28T00:00:00.000Z localhost words');
    assert.equal(await line({ message: 'words', '@timestamp': 'soon' }), '2026-11-28T00:00:00.000Z localhost words');
    assert.equal(await line({ message: 'words' }, '', []), 'words');
    assert.equal(
      await line({ '@timestamp': time, process: { name: 'cron.service' }, message: 'a\r\nb\nc' }),
      `${time} localhost cron: a b c`,
    );
    assert.equal(await line({ '@timestamp': time, process: { pid: 7 }, message: 'a' }), `${time} localhost a`);
    assert.equal(await line({ '@timestamp': time, host: null, message: ['a'] }), `${time} localhost `);
    // A line that has its time stands as it is.
    assert.equal(await line({ '@timestamp': time, message: 'Nov 28 10:00:00 mx2 x: y' }), 'Nov 28 10:00:00 mx2 x: y');
    assert.equal((await opened('http://logs', [[{}]])).lines[0], '');
  });
});
