import assert from 'node:assert/strict';
import { ticketPage } from '../../../../src/core/features/page/ticketPage.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

const pageOf = (text: string) => ticketPage(readTicket(text), { probes: [], verified: [] });

/** Who got it and who did not: tone, how many, what became of it and why, the recipients, and in which line each stands. */
const told = (text: string): readonly string[] =>
  pageOf(text).recipients.map(
    ({ tone, count, fate, why, recipients }) =>
      `${tone} ${count} ${fate}: ${why ?? '-'} [${recipients.map(({ line, words }) => `${line} ${words}`).join(', ')}]`,
  );

const line = (i: number, host: string, rest: string): string =>
  `Nov 20 09:14:10 mx1 postfix/smtp[51]: 4C1D5${String(i).padStart(6, '0')}: to=<u${i}@northwind.test>, relay=${host}[192.0.2.30]:25, delay=1, ${rest}\n`;
const bounced = (i: number, host = 'mx.northwind.test', code = '550 5.1.1', words = 'User unknown'): string =>
  line(
    i,
    host,
    `dsn=${code.slice(4)}, status=bounced (host ${host}[192.0.2.30] said: ${code} <u${i}@northwind.test>: ${words} (in reply to RCPT TO command))`,
  );
const deferred = (i: number, host = 'mx.northwind.test'): string =>
  line(
    i,
    host,
    `dsn=4.3.2, status=deferred (host ${host}[192.0.2.30] said: 451 4.3.2 Try again later (in reply to RCPT TO command))`,
  );
const sent = (i: number, host = 'mx.northwind.test'): string =>
  line(i, host, `dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as AB${i})`);
const all = (count: number, one: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => one(i)).join('');

describe('who got it, on the page of a ticket,', () => {
  it('is told by fate: who did not, who waits, who did', () =>
    assert.deepEqual(told(`${bounced(1)}${deferred(2)}${sent(3)}`), [
      'failed 1 did not get it: at mx.northwind.test (550 5.1.1) [0 u1@northwind.test]',
      'waiting 1 still waiting: the server is busy at mx.northwind.test (451 4.3.2) [1 u2@northwind.test]',
      'good 1 accepted: by mx.northwind.test [2 u3@northwind.test]',
    ]));
  it('is told together of servers of one operator', () => {
    const hosts = ['mx1.northwind.test', 'mx2.northwind.test', 'mx3.northwind.test'];
    assert.deepEqual(told(hosts.map((host, i) => bounced(i, host)).join('')), [
      'failed 3 did not get it: no such mailbox at servers of northwind.test (550 5.1.1) [0 u0@northwind.test, 1 u1@northwind.test, 2 u2@northwind.test]',
    ]);
  });
  it('is told apart by what was said, by whom', () =>
    assert.deepEqual(
      told(
        `${bounced(1)}${bounced(2, 'mx.fabrikam.test')}${bounced(3, 'mx.northwind.test', '552 5.2.2', 'Mailbox full')}`,
      ),
      [
        'failed 1 did not get it: at mx.northwind.test (550 5.1.1) [0 u1@northwind.test]',
        'failed 1 did not get it: at mx.fabrikam.test (550 5.1.1) [1 u2@northwind.test]',
        'failed 1 did not get it: the mailbox is full at mx.northwind.test (552 5.2.2) [2 u3@northwind.test]',
      ],
    ));
  it('names two hundred of a group, and counts all, those too that no list holds', () => {
    const groups = (count: number): readonly (readonly number[])[] =>
      pageOf(all(count, bounced)).recipients.map((one) => [one.count, one.recipients.length]);
    assert.deepEqual(groups(200), [[200, 200]]);
    assert.deepEqual(groups(201), [[201, 200]]);
    assert.deepEqual(groups(1002), [[1002, 200]]);
  });
  it('has fifty groups, and counts the others', () => {
    const many = (count: number): readonly number[] => {
      const { recipients, moreGroups } = pageOf(all(count, (i) => bounced(i, `mx.a${i}.test`)));
      return [recipients.length, moreGroups];
    };
    assert.deepEqual(many(50), [50, 0]);
    assert.deepEqual(many(52), [50, 2]);
  });
  it('is nobody where nobody is named', () => {
    assert.deepEqual(told('220 mx.northwind.test ESMTP\nEHLO a.test\n550 5.7.1 no\n'), []);
    assert.deepEqual(told('$ dig mx northwind.test\n;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1\n'), []);
  });
  it('does not name a refused one again for what follows from that', () => {
    const session = (refused: string): string =>
      `220 mx.northwind.test ESMTP\nEHLO a.test\n250 mx.northwind.test\nMAIL FROM:<a@a.test>\n250 ok\n${refused}DATA\n503 5.5.1 no valid recipients\n`;
    assert.deepEqual(told(session('RCPT TO:<b@northwind.test>\n550 5.1.1 User unknown\n')), [
      'failed 1 did not get it: at mx.northwind.test (550 5.1.1) [6 b@northwind.test]',
    ]);
  });
});
