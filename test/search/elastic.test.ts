import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readNeedle } from '../../src/search/needle.ts';
import { namesEngine, sourcesOf } from '../../src/search/node/named.ts';
import { search } from '../../src/search/node/search.ts';
import { madeLogs } from './mailLogs.ts';

const START = new Date(2026, 10, 27, 12);
const lines = [...madeLogs(1100, START, 1000).lines()].filter(({ log }) => log === 'mx1');
const timeOf = (i: number): number => START.getTime() + i * 100;
const own = (message: number): readonly string[] =>
  lines.filter((line) => line.message === message).map(({ line }) => line);

type Json = Record<string, never>;

/** Words as the standard analyser makes them of a text (Unicode TR 29): dots stay between letters or digits. */
const wordsOf = (text: string): string =>
  ` ${(text.toLowerCase().match(/[a-z0-9_]+(?:[.:][a-z0-9_]+)*/g) ?? []).join(' ')} `;

interface Refusal {
  readonly status: number;
  readonly reason: string;
}

const refuse = (status: number, reason: string): Refusal => ({ status, reason });

/** Says why a request for a page is none that the engine knows; what stands in it beside what is used here is refused. */
function isPage(body: Json, tie: string, view: string): Refusal | undefined {
  const unknown = Object.keys(body).filter(
    (key) => !['size', 'query', 'pit', 'sort', 'track_total_hits', 'search_after'].includes(key),
  );
  const { size, query, pit, sort } = body as never as {
    size: number;
    query: { bool: { filter: { range?: Record<string, Json> }[]; should: Json[]; minimum_should_match: number } };
    pit: { id: string; keep_alive: string };
    sort: Record<string, { order: string }>[];
  };
  if (unknown.length > 0) return refuse(400, `unknown key [${unknown}]`);
  if (size > 10_000) return refuse(400, 'Result window is too large');
  if (pit?.id !== view) return refuse(404, 'search_context_missing_exception');
  if (sort.length !== 2 || Object.keys(sort[1] ?? {})[0] !== tie) return refuse(400, 'No mapping found for sort');
  if (query.bool.should.length > 1024) return refuse(400, 'too_many_clauses');
  if (query.bool.filter[0]?.range?.['@timestamp']?.format !== 'epoch_millis') return refuse(400, 'parse_exception');
  return undefined;
}

/** An engine with the records that a collector made of the lines. */
async function withEngine<T>(
  engine: 'elasticsearch' | 'opensearch',
  recordOf: (line: string, time: number) => Record<string, unknown>,
  run: (word: string, asked: readonly Json[], open: ReadonlySet<string>) => Promise<T>,
): Promise<T> {
  const isOpen = engine === 'opensearch';
  const tie = isOpen ? '_id' : '_shard_doc';
  const asked: Json[] = [];
  const open = new Set<string>();
  const records = lines.map(({ line }, i) => ({ time: timeOf(i), source: recordOf(line, timeOf(i)), at: i }));
  const answer = (method: string, url: URL, auth: string | undefined, body: Json): object => {
    if (auth !== (isOpen ? 'Basic c2VhcmNoOnNlY3JldA==' : 'ApiKey secret'))
      return refuse(401, 'missing authentication');
    const path = `${method} ${url.pathname}`;
    if (path === (isOpen ? 'POST /logs-*/_search/point_in_time' : 'POST /logs-*/_pit')) {
      if (url.search !== '?keep_alive=1m') return refuse(400, 'keep_alive');
      open.add('view');
      return isOpen ? { pit_id: 'view' } : { id: 'view' };
    }
    if (path === (isOpen ? 'DELETE /_search/point_in_time' : 'DELETE /_pit')) {
      open.delete(isOpen ? (body.pit_id?.[0] ?? '') : (body.id ?? ''));
      return { succeeded: true };
    }
    if (path !== 'POST /_search') return refuse(405, `Incorrect HTTP method for uri [${path}]`);
    const refusal = isPage(body, tie, 'view');
    if (refusal !== undefined) return refusal;
    asked.push(body);
    const {
      query,
      size,
      search_after: after,
    } = body as never as {
      query: { bool: { filter: Record<string, Record<string, never>>[]; should: Record<string, Json>[] } };
      size: number;
      search_after?: [number, number];
    };
    const range = query.bool.filter[0]?.range?.['@timestamp'] as undefined | { gte: number; lte: number };
    const { gte, lte } = range ?? { gte: 0, lte: 0 };
    // Phrases by their first word, and fields in which they are looked for.
    const phrases = new Map<string, string[]>();
    const fields = new Set<string>();
    const parts: string[] = [];
    for (const { multi_match: match, wildcard } of query.bool.should) {
      if (match !== undefined) {
        for (const field of match.fields as never as string[]) fields.add(field);
        const phrase = wordsOf(match.query ?? '');
        const first = phrase.split(' ')[1] ?? '';
        phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
      } else
        for (const { value } of Object.values(wildcard ?? {}) as { value: string }[]) parts.push(value.slice(1, -1));
    }
    const hits = records.filter(({ time, source, at }) => {
      if (time < gte || time > lte) return false;
      if (after !== undefined && (time < after[0] || (time === after[0] && at <= after[1]))) return false;
      return [...fields].some((field) => {
        const text = wordsOf(String(source[field] ?? ''));
        return text
          .split(' ')
          .some(
            (word) =>
              phrases.get(word)?.some((phrase) => text.includes(phrase)) === true ||
              parts.some((part) => word.includes(part)),
          );
      });
    });
    const page = hits.slice(0, size).map(({ time, source, at }) => ({ _source: source, sort: [time, at] }));
    return { pit_id: 'view', hits: { hits: page } };
  };
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece) => {
      text += piece;
    });
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://server');
      const said = answer(
        request.method ?? '',
        url,
        request.headers.authorization,
        text === '' ? {} : JSON.parse(text),
      );
      response.writeHead('status' in said ? Number(said.status) : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(said));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await run(`${engine}:http://127.0.0.1:${(server.address() as AddressInfo).port}/logs-*`, asked, open);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const find = async (needle: string, word: string, token: string, until = START.getTime() + 43_200_000) =>
  search([readNeedle(needle)], await sourcesOf([word], { elasticsearch: token, opensearch: token }), {
    signal: new AbortController().signal,
    now: START.getTime() + 86_400_000,
    since: START.getTime() - 1000,
    until,
  });

/** A line without what collectors take off it. */
const PARTS = /^\w{3} [\d ]\d [\d:]{8} (\S+) ([\w/]+)\[(\d+)\]: (.*)$/;

describe('Elasticsearch and OpenSearch as sources', () => {
  const whole = (line: string, time: number) => ({ '@timestamp': new Date(time).toISOString(), message: line });

  for (const [engine, token] of [
    ['elasticsearch', 'secret'],
    ['opensearch', 'search:secret'],
  ] as const) {
    it(`${engine} gives a message whole, is asked for the pieces alone, and its view is closed`, async () => {
      await withEngine(engine, whole, async (word, asked, open) => {
        const { messages, problems } = await find('user12@contoso.test', word, token);
        assert.deepEqual(problems, []);
        assert.equal(messages.length, 1);
        assert.deepEqual(messages[0]?.lines.map(({ text }) => text).toSorted(), own(12).toSorted());
        assert.ok(asked.length >= 2);
        assert.equal(open.size, 0);
      });
    });
  }

  it('are read page by page, and hosts are found by a part of their names', async () => {
    await withEngine('elasticsearch', whole, async (word, asked) => {
      const { messages, problems } = await find('fabrikam.test', word, 'secret');
      assert.deepEqual(problems, []);
      assert.equal(messages.length, 1100);
      assert.ok(asked.some((body) => 'search_after' in body));
    });
  });

  it('get lines back whose time, host and program a collector put into fields', async () => {
    const records: Readonly<Record<string, (parts: readonly string[], time: string) => Record<string, unknown>>> = {
      filebeat: ([, host, name, pid, message], time) => ({
        '@timestamp': time,
        host: { hostname: host },
        process: { name, pid: Number(pid) },
        message,
      }),
      'fluent-bit': ([, host, ident, pid, message], time) => ({ '@timestamp': time, host, ident, pid, message }),
      logstash: ([, logsource, program, pid, message], time) => ({
        '@timestamp': time,
        logsource,
        program,
        pid,
        message,
      }),
    };
    for (const [preset, recordOf] of Object.entries(records)) {
      const made = (line: string, time: number) => recordOf(PARTS.exec(line) ?? [], new Date(time).toISOString());
      await withEngine('elasticsearch', made, async (word) => {
        const { messages, problems } = await find('user12@contoso.test', `${word}?preset=${preset}`, 'secret');
        assert.deepEqual(problems, [], preset);
        assert.equal(messages.length, 1, preset);
        const words = messages[0]?.lines.map(({ text }) => /^\S+ (mx1 .*)$/.exec(text)?.[1]).toSorted();
        assert.deepEqual(
          words,
          own(12)
            .map((line) => line.slice(16))
            .toSorted(),
          preset,
        );
      });
    }
  });

  it('say why they refused, and which presets there are', async () => {
    await withEngine('elasticsearch', whole, async (word) => {
      assert.match((await find('user12@contoso.test', word, 'wrong')).problems.join(), /answers 401: .*missing/);
      await assert.rejects(find('user12@contoso.test', `${word}?preset=vector`, 'secret'), /filebeat, fluent-bit/);
    });
  });

  it('are told from words and files', () => {
    assert.ok(namesEngine('elasticsearch:https://logs:9200/x') && namesEngine('opensearch:http://logs'));
    assert.ok(!namesEngine('elasticsearch:') && !namesEngine('opensearch'));
  });

  it('are asked for real where OPENSEARCH_URL is set', async function () {
    const { OPENSEARCH_URL, OPENSEARCH_TOKEN = '' } = process.env;
    if (OPENSEARCH_URL === undefined) this.skip();
    const { problems } = await find('nobody@contoso.test', `opensearch:${OPENSEARCH_URL}`, OPENSEARCH_TOKEN);
    assert.deepEqual(problems, []);
  });
});
