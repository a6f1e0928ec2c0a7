import assert from 'node:assert/strict';
import { renderTicket } from '../../../src/core/report/ticketText.ts';
import { totalsJson, totalsWords } from '../../../src/core/report/totalsWords.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readTotals } from '../../../src/core/verdict/logTotals.ts';

let next = 0;
const id = (): string => (0x4c1d5228000 + next++).toString(16).toUpperCase();

const line = (whom: string, server: string, end: string, queueId = id()): string =>
  `Nov 20 09:14:58 mx1 postfix/smtp[71]: ${queueId}: to=<${whom}>, relay=${server}[192.0.2.7]:25, delay=1, delays=0/0/0/1, ${end}`;

const unknown = (i: number, server = 'mx.northwind.test'): string =>
  line(
    `u${i}@northwind.test`,
    server,
    `dsn=5.1.1, status=bounced (host ${server}[192.0.2.7] said: 550 5.1.1 <u${i}@northwind.test>: User unknown (in reply to RCPT TO command))`,
  );
const deferred = (i: number, queueId = id()): string =>
  line(
    `d${i}@contoso.test`,
    'mx.contoso.test',
    'dsn=4.2.2, status=deferred (host mx.contoso.test[192.0.2.7] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command))',
    queueId,
  );
const sent = (i: number, queueId = id()): string =>
  line(`d${i}@contoso.test`, 'mx.contoso.test', 'dsn=2.0.0, status=sent (250 2.0.0 Ok)', queueId);

const words = (...lines: readonly string[]): readonly string[] =>
  totalsWords(readTotals(readTicket(`${lines.join('\n')}\n`)));

describe('what a log comes to', () => {
  it('is counted by reason and server, the most frequent first', () => {
    const again = id();
    assert.deepEqual(
      words(
        deferred(1),
        deferred(2),
        deferred(9, again),
        sent(9, again),
        sent(3),
        ...[1, 2, 3, 4].map((i) => unknown(i)),
      ),
      [
        'Of 8 deliveries 4 failed, 2 are waiting, 2 were accepted, 1 of them after a deferral.',
        '4 × no such mailbox at mx.northwind.test',
        '2 × the mailbox is full at mx.contoso.test (waiting)',
      ],
    );
  });

  it('names the operator where its servers are several', () => {
    const hosts = [1, 2, 3, 4].map((i) => unknown(i, `mx${i}.northwind.test`));
    assert.deepEqual(words(...hosts), [
      'Of 4 deliveries 4 failed, 0 are waiting, 0 were accepted.',
      '4 × no such mailbox at servers of northwind.test',
    ]);
  });

  it('is not told of a few lines, nor of a text without deliveries', () => {
    assert.deepEqual(words(sent(1), sent(2), sent(3)), []);
    assert.deepEqual(words('Hello'), []);
  });

  it('counts what is not listed, and more than a call may have arguments', () => {
    const lines: string[] = [];
    for (let i = 0; i < 120_000; i++) lines.push(sent(i));
    for (let i = 0; i < 3000; i++) lines.push(unknown(i, `mx.domain${i}.test`));
    const ticket = readTicket(`${lines.join('\n')}\n`);
    const totals = readTotals(ticket);
    assert.deepEqual([totals?.failed, totals?.accepted], [3000, 120_000]);
    const shown = renderTicket(undefined, ticket).split('\n');
    assert.ok(shown.includes('Of 123000 deliveries 3000 failed, 0 are waiting, 120000 were accepted.'));
    assert.ok(shown.includes('  2980 × other reasons or servers'));
    assert.ok(shown.includes('From line 122001 on, 1000 more findings are not listed.'));
    assert.ok(shown.includes('From line 501 on, 119500 more deliveries that worked are not listed.'));
    assert.equal(totals === undefined ? 0 : (totalsJson(totals).failed as number), 3000);
  });

  it('takes a deferral for got over though very many deliveries stand between', () => {
    const again = id();
    const many = Array.from({ length: 30_000 }, (_, i) => sent(i));
    assert.equal(
      words(deferred(1, again), ...many, sent(1, again))[0],
      'Of 30001 deliveries 0 failed, 0 are waiting, 30001 were accepted, 1 of them after a deferral.',
    );
  });
});
