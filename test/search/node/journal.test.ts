import assert from 'node:assert/strict';
import { journalGateway } from '../../../src/search/node/journal.ts';
import { namesEngine, sourcesOf } from '../../../src/search/node/named.ts';
import type { LogSource, Query } from '../../../src/search/node/source.ts';
import { stamped } from '../../../src/search/node/stamped.ts';
import { type Asked, answering } from './answering.ts';

async function opened(source: LogSource, query: Partial<Query>, answer: (asked: Asked) => unknown) {
  let text = '';
  const asked = await answering(answer, async () => {
    for await (const octets of source.open({ pieces: ['bob'], ...query }, new AbortController().signal))
      text += octets.toString();
  });
  return { asked, text };
}
const said =
  (text: string, status = 200) =>
  () =>
    new Response(text, { status });

describe('the journal of another machine', () => {
  const journal = journalGateway(new URL('http://mx1:19531/?SYSLOG_FACILITY=2'));

  it('is asked for a time in whole seconds, as text', async () => {
    assert.deepEqual([journal.name, journal.log, journal.numbered], ['mx1:19531', 'mx1:19531', false]);
    for (const [query, range] of [
      [{ since: 1999, until: 2001 }, 'realtime=1:3'],
      [{ since: 1999 }, 'realtime=1:'],
      [{ until: 2001 }, 'realtime=:3'],
      [{}, undefined],
    ] as const) {
      const { asked, text } = await opened(journal, query, said('line\n'));
      assert.equal(text, 'line\n');
      assert.deepEqual(
        asked.map(({ host, path, headers }) => [host, path, headers]),
        [['mx1:19531', '/entries?SYSLOG_FACILITY=2', { accept: 'text/plain', ...(range !== undefined && { range }) }]],
      );
    }
  });

  it('is asked for all where it knows no ranges of time', async () => {
    const { asked, text } = await opened(journal, { since: 1000 }, ({ headers }) =>
      'range' in headers ? new Response('bad range', { status: 416 }) : new Response('line\n'),
    );
    assert.deepEqual([asked.length, text], [2, 'line\n']);
    await assert.rejects(opened(journal, { since: 1000 }, said('', 403)), {
      message: 'mx1:19531 answers 403 to /entries',
    });
    assert.equal((await opened(journal, {}, () => new Response(null))).text, '');
  });
});

describe('an engine of logs', () => {
  it('is named by its kind and its address', () => {
    for (const word of ['journal:', 'journal:http://mx1', 'loki:https://logs:3100?query=x', 'opensearch:http://logs/x'])
      assert.equal(namesEngine(word), true, word);
    for (const word of [
      'loki:',
      'xloki:http://logs',
      'loki',
      'journal',
      'loki:ftp://logs',
      'loki:http://',
      'splunk:http://x',
      'journal:x',
    ])
      assert.equal(namesEngine(word), false, word);
  });

  it('is given the token of its address, else that of its kind', async () => {
    const token = async (word: string, tokens: Readonly<Record<string, string>>): Promise<unknown> => {
      const [source] = await sourcesOf([word], tokens);
      const { asked } = await opened(source as LogSource, {}, () => ({}));
      return asked[0]?.headers.authorization;
    };
    assert.equal(await token('loki:http://logs:3100', { 'logs:3100': 'a', loki: 'b' }), 'Bearer a');
    assert.equal(await token('loki:http://logs:3100', { loki: 'b' }), 'Bearer b');
    assert.equal(await token('loki:http://logs:3100', { opensearch: 'b' }), undefined);
    assert.equal(await token('opensearch:http://logs', { opensearch: 'b' }), 'Bearer b');
    assert.equal(await token('elasticsearch:http://logs', { elasticsearch: 'b' }), 'ApiKey b');
    const names = async (...words: readonly string[]) => (await sourcesOf(words)).map(({ name }) => name);
    assert.deepEqual(await names('journal:', 'journal:http://mx1:19531', 'loki:http://logs:3100'), [
      ...['journal', 'mx1:19531', 'logs:3100'],
    ]);
  });
});

describe('a line of which a collector took the stamp', () => {
  const time = Date.UTC(2026, 10, 21, 20, 5, 9);
  it('has it again, as syslog writes it', () => {
    for (const [line, stamp, expected] of [
      ['words', { host: 'mx1', program: 'smtpd', pid: '7' }, '2026-11-21T20:05:09.000Z mx1 smtpd[7]: words'],
      ['words', { program: 'postfix.service' }, '2026-11-21T20:05:09.000Z localhost postfix: words'],
      ['words', { pid: '7' }, '2026-11-21T20:05:09.000Z localhost words'],
      ['a\nb\r\nc', {}, '2026-11-21T20:05:09.000Z localhost a b c'],
      ['Nov 21 20:05:09 mx2 x: y', { host: 'mx1' }, 'Nov 21 20:05:09 mx2 x: y'],
      ['words', { time: Number.NaN, host: 'mx1' }, 'words'],
    ] as const)
      assert.equal(stamped(line, { time, ...stamp }), expected);
  });
});
