import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../src/core/verdict/readVerdicts.ts';
import { documentOf } from '../../src/search/document.ts';
import { readNeedle } from '../../src/search/needle.ts';
import type { SearchOptions } from '../../src/search/node/asked.ts';
import { filesOf } from '../../src/search/node/files.ts';
import { search } from '../../src/search/node/search.ts';
import { EXCHANGE_HEADER, LOGS, type MadeLine, madeLogs } from './mailLogs.ts';

const NOW = new Date(2026, 10, 28, 12).getTime();

describe('finding messages in logs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'find-'));
  const made = madeLogs(4000, new Date(2026, 10, 20), 60_000);
  const truth = new Map<number, string[]>();
  const ends = { mx1: 4, exim: 2, exchange: 1 };

  before(() => {
    const written: Record<string, MadeLine[]> = {};
    for (const { log, ...one } of made.lines()) {
      const own = written[log] ?? [];
      own.push(one);
      written[log] = own;
      if (one.message > 0) truth.set(one.message, [...(truth.get(one.message) ?? []), one.line]);
    }
    for (const [log, lines] of Object.entries(written)) {
      const rotations = ends[log as keyof typeof ends];
      const each = Math.ceil(lines.length / rotations);
      for (let i = 0; i < rotations; i++) {
        const age = rotations - 1 - i;
        const file = join(
          folder,
          `${LOGS[log as keyof typeof LOGS]}${age === 0 ? '' : `.${age}${age > 1 ? '.gz' : ''}`}`,
        );
        mkdirSync(dirname(file), { recursive: true });
        const part = lines.slice(i * each, (i + 1) * each).map(({ line }) => `${line}\n`);
        const text = `${log === 'exchange' ? `${EXCHANGE_HEADER}\n` : ''}${part.join('')}`;
        writeFileSync(file, age > 1 ? gzipSync(text) : text);
        const day = (NOW - age * 86_400_000) / 1000;
        utimesSync(file, day, day);
      }
    }
  });

  after(() => rmSync(folder, { recursive: true }));

  const find = async (typed: readonly string[], options: Partial<SearchOptions> = {}) =>
    search(typed.map(readNeedle), await filesOf([`${folder}/*/*`]), {
      signal: new AbortController().signal,
      now: NOW,
      ...options,
    });

  it('gives exactly the lines of each message, over hosts, rotations and ids that are used again', async function () {
    this.timeout(180_000);
    for (let i = 1; i <= 4000; i += 397) {
      const { messages, problems, loose } = await find([`user${i}@contoso.test`]);
      assert.deepEqual(problems, []);
      assert.equal(messages.length, 1, `user${i}: ${messages.length} messages`);
      assert.deepEqual(messages[0]?.lines.map(({ text }) => text).toSorted(), truth.get(i)?.toSorted(), `user${i}`);
      assert.equal(loose.length, 0);
    }
  });

  it('says of each what became of it, and what it writes reads back to that', async () => {
    for (const i of [1, 2, 3, 13, 500, 2000, 2503]) {
      const result = await find([`user${i}@contoso.test`]);
      const text = [...documentOf(result)].join('');
      const own = result.messages.map(({ lines }) =>
        readVerdicts(readTicket([...documentOf({ ...result, messages: [{ lines, ids: [] }] })].join(''))),
      );
      const again = readVerdicts(readTicket(text));
      assert.deepEqual(
        again.map(({ code, role, recipients }) => ({ code, role, recipients })),
        own.flat().map(({ code, role, recipients }) => ({ code, role, recipients })),
      );
      const bounced = made.messages[i - 1]?.bounced === true;
      assert.equal(
        again.some(({ failed, code }) => failed && code === 'recipient-unknown'),
        bounced,
        text,
      );
    }
  });

  it('finds by sender, Message-ID, id, subject and host, and by several at once', async () => {
    assert.equal((await find(['17.1@mail.fabrikam.test'])).messages.length, 1);
    assert.equal((await find(['news17@fabrikam.test'])).messages.length, 6);
    assert.equal((await find(['news17@fabrikam.test', 'USER717@contoso.test'])).messages.length, 1);
    assert.equal((await find(['news17@fabrikam.test', 'user718@contoso.test'])).messages.length, 0);
    assert.equal((await find(['nobody@contoso.test'])).messages.length, 0);
  });

  it('keeps to a time, and shows all lines of a message that was there in it', async () => {
    const since = new Date(2026, 10, 21).getTime();
    const { messages } = await find(['news3@fabrikam.test'], { since, until: since + 86_400_000 });
    assert.ok(messages.length > 0);
    for (const { lines } of messages) {
      assert.ok(lines.some(({ time = 0 }) => time >= since && time <= since + 86_400_000));
    }
    const all = await find(['news3@fabrikam.test']);
    assert.ok(all.messages.length > messages.length);
  });

  it('numbers lines as they stand in their files', async () => {
    const { messages, sources } = await find(['user40@contoso.test']);
    const text = [...documentOf({ ...(await find(['user40@contoso.test'])) })].join('');
    assert.match(text, /mx1\/mail\.log\.3\.gz:\d+: Nov 20 /);
    const files = await filesOf([`${folder}/*/*`]);
    for (const line of messages[0]?.lines ?? []) {
      const octets: Buffer[] = [];
      const file = files.find(({ name }) => name === sources[line.source]?.name);
      for await (const chunk of file?.open({ pieces: [] }, new AbortController().signal) ?? []) octets.push(chunk);
      assert.equal(Buffer.concat(octets).toString().split('\n')[line.number - 1], line.text);
    }
  });

  it('puts rotations in order by what is in them where their files were copied at one time', async () => {
    const use = (day: number, who: string): string =>
      [
        `Nov ${day} 20:05:39 mx1 postfix/smtpd[5220]: 4C3B2A19: client=mail.fabrikam.test[198.51.100.7]`,
        `Nov ${day} 20:05:41 mx1 postfix/smtp[52]: 4C3B2A19: to=<${who}>, relay=mx.contoso.test[192.0.2.8]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 OK)`,
        `Nov ${day} 20:05:41 mx1 postfix/qmgr[52]: 4C3B2A19: removed`,
      ].join('\n');
    const copied = mkdtempSync(join(tmpdir(), 'find-'));
    const at = NOW / 1000;
    for (const [name, text] of [
      ['mail.log', use(21, 'bob@contoso.test')],
      ['mail.log.1', use(20, 'eve@contoso.test')],
    ] as const) {
      writeFileSync(join(copied, name), text);
      utimesSync(join(copied, name), at, at);
    }
    const options = { signal: new AbortController().signal, now: NOW };
    const { messages } = await search([readNeedle('bob@contoso.test')], await filesOf([copied]), options);
    rmSync(copied, { recursive: true });
    assert.deepEqual(
      messages.map(({ lines }) => lines.map(({ text }) => text)),
      [use(21, 'bob@contoso.test').split('\n')],
    );
  });
});
