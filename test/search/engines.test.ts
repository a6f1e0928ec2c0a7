import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readNeedle } from '../../src/search/needle.ts';
import { namesEngine, sourcesOf } from '../../src/search/node/named.ts';
import { search } from '../../src/search/node/search.ts';
import { madeLogs } from './mailLogs.ts';

const START = new Date(2026, 10, 27, 12);
const lines = [...madeLogs(1200, START, 1000).lines()].filter(({ log }) => log === 'mx1');
const timeOf = (i: number): bigint => BigInt(START.getTime() + i * 100) * 1_000_000n;

type Answer = (request: IncomingMessage, url: URL, response: ServerResponse) => void;

async function withServer<T>(answer: Answer, run: (address: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    answer(request, new URL(request.url ?? '/', 'http://server'), response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const find = async (needle: string, word: string, times: { since?: number; until?: number } = {}, token?: string) =>
  search([readNeedle(needle)], await sourcesOf([word], { loki: token, elasticsearch: token, opensearch: token }), {
    signal: new AbortController().signal,
    now: START.getTime() + 86_400_000,
    ...times,
  });

const own = (message: number): readonly string[] =>
  lines.filter((line) => line.message === message).map(({ line }) => line);

const ofTime = { since: START.getTime() - 1000, until: START.getTime() + 43_200_000 };

describe('Loki as a source', () => {
  /** As `query_range` of Loki's HTTP API takes and gives them; what it does not know is refused. */
  const asked: URLSearchParams[] = [];
  const loki: Answer = (request, url, response) => {
    const known = ['query', 'start', 'end', 'limit', 'direction'];
    const { query = '', start = '', end = '', limit = '', direction } = Object.fromEntries(url.searchParams);
    const expression = /^\{job="mail"\} \|~ ("(?:[^"\\]|\\.)*")$/.exec(query)?.[1];
    const isRefused =
      request.method !== 'GET' ||
      url.pathname !== '/loki/api/v1/query_range' ||
      [...url.searchParams.keys()].some((key) => !known.includes(key)) ||
      expression === undefined ||
      direction !== 'forward' ||
      Number(limit) > 5000;
    if (request.headers.authorization !== 'Bearer secret') return void response.writeHead(401).end('no org id');
    if (isRefused) return void response.writeHead(400).end('parse error');
    asked.push(url.searchParams);
    const pattern = new RegExp(JSON.parse(expression).replace('(?i)', ''), 'i');
    const values = lines
      .map(({ line }, i) => [timeOf(i), line] as const)
      .filter(([time, line]) => time >= BigInt(start) && time < BigInt(end) && pattern.test(line))
      .slice(0, Number(limit))
      .map(([time, line]) => [`${time}`, line]);
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ status: 'success', data: { resultType: 'streams', result: [{ stream: {}, values }] } }),
    );
  };
  const word = (address: string): string => `loki:${address}?query=${encodeURIComponent('{job="mail"}')}`;

  it('gives a message whole, and is asked for the pieces alone, in a time', async () => {
    await withServer(loki, async (address) => {
      const { messages, problems } = await find('user12@contoso.test', word(address), ofTime, 'secret');
      assert.deepEqual(problems, []);
      assert.equal(messages.length, 1);
      assert.deepEqual(messages[0]?.lines.map(({ text }) => text).toSorted(), own(12).toSorted());
      assert.ok(asked.every((one) => Number(one.get('start')) > 0 && Number(one.get('end')) > 0));
    });
  });

  it('is read page by page', async () => {
    await withServer(loki, async (address) => {
      const before = asked.length;
      const { messages, problems } = await find('fabrikam.test', word(address), ofTime, 'secret');
      assert.deepEqual(problems, []);
      assert.equal(messages.length, 1200);
      const pages = asked.slice(before).filter((one) => one.get('query')?.includes('fabrikam\\\\.test"') === true);
      assert.ok(new Set(pages.map((one) => one.get('start'))).size > 1);
    });
  });

  it('gets lines back whose time, host and program are labels', async () => {
    const labelled: Answer = (_request, url, response) => {
      const start = Number(url.searchParams.get('start'));
      const isFirst = start < Number(timeOf(0)) + 1;
      const values = isFirst ? [[`${timeOf(0)}`, '4C3B2A19: to=<bob@contoso.test>, status=sent (250 OK)']] : [];
      const stream = { hostname: 'mx1', unit: 'postfix.service', job: 'systemd-journal' };
      if (url.searchParams.get('query')?.startsWith('{job=~"varlogs|syslog|systemd-journal"} ') !== true)
        return void response.writeHead(400).end('parse error');
      response.end(JSON.stringify({ data: { resultType: 'streams', result: [{ stream, values }] } }));
    };
    await withServer(labelled, async (address) => {
      const { messages, problems } = await find('bob@contoso.test', `loki:${address}?preset=promtail`, ofTime);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        messages.flatMap((one) => one.lines.map(({ text }) => text)),
        [`${START.toISOString()} mx1 postfix: 4C3B2A19: to=<bob@contoso.test>, status=sent (250 OK)`],
      );
      assert.match((await find('x@contoso.test', `loki:${address}?preset=vector`)).problems.join(), /promtail, alloy/);
    });
  });

  it('says why it was refused', async () => {
    await withServer(loki, async (address) => {
      assert.match((await find('user12@contoso.test', word(address))).problems.join(), /answers 401: no org id/);
    });
    assert.match((await find('user12@contoso.test', 'loki:http://127.0.0.1:1')).problems.join(), /cannot be asked/);
  });

  it('is told what stands at the beginning of a page of errors, however long', async () => {
    const endless: Answer = (_request, _url, response) => {
      response.writeHead(502);
      const more = (): void => {
        while (!response.destroyed && response.write('Bad gateway. '.repeat(1000)));
      };
      response.on('drain', more);
      more();
    };
    await withServer(endless, async (address) => {
      const { problems } = await find('user12@contoso.test', word(address));
      assert.match(problems.join(), /answers 502: Bad gateway\. Bad/);
      assert.ok(problems.join().length < 400);
    });
  });

  it('is given name and password, or another scheme, where a token is such', async () => {
    const given: (string | undefined)[] = [];
    const asking: Answer = ({ headers }, _url, response) => {
      given.push(headers.authorization);
      response.end('{}');
    };
    await withServer(asking, async (address) => {
      for (const token of ['ann:secret', 'Basic x', 'secret'])
        await find('user12@contoso.test', word(address), {}, token);
      assert.deepEqual([...new Set(given)], ['Basic YW5uOnNlY3JldA==', 'Basic x', 'Bearer secret']);
    });
  });

  it('is asked for real where LOKI_URL is set', async function () {
    const { LOKI_URL } = process.env;
    if (LOKI_URL === undefined) this.skip();
    const { problems } = await find('nobody@contoso.test', `loki:${LOKI_URL}`, {}, process.env.LOKI_TOKEN);
    assert.deepEqual(problems, []);
  });
});

describe('the gateway of a journal as a source', () => {
  const gateway =
    (old: boolean): Answer =>
    (request, url, response) => {
      if (url.pathname !== '/entries' || request.headers.accept !== 'text/plain' || url.search !== '?SYSLOG_FACILITY=2')
        return void response.writeHead(404).end();
      const { range } = request.headers;
      if (range !== undefined && (old || !/^realtime=\d{10}:\d{10}$/.test(range)))
        return void response.writeHead(400).end();
      response.end(lines.map(({ line }) => `${line}\n`).join(''));
    };

  it('gives a message whole, whether the gateway knows ranges of time or not', async () => {
    for (const old of [false, true]) {
      await withServer(gateway(old), async (address) => {
        const { messages, problems } = await find(
          'user12@contoso.test',
          `journal:${address}?SYSLOG_FACILITY=2`,
          ofTime,
        );
        assert.deepEqual(problems, []);
        assert.deepEqual(messages[0]?.lines.map(({ text }) => text).toSorted(), own(12).toSorted());
      });
    }
  });

  it('is told from words and files', () => {
    assert.ok(namesEngine('journal:') && namesEngine('journal:http://mx1:19531'));
    assert.ok(!namesEngine('journal') && !namesEngine('loki:') && !namesEngine('re: loki:http://x'));
  });
});
