import assert from 'node:assert/strict';
import { codeLenses } from '../../../../src/core/features/actions/codeLenses.ts';
import type { Start } from '../../../../src/core/ticket/ticket.ts';
import { open } from '../cursor.ts';

/** `line title | command arguments`, lines from 1; the document is left out of the arguments. */
function lenses(text: string, start: Start = 'anywhere'): readonly string[] {
  const { document, ticket } = open(text, start);
  return codeLenses(document, ticket).map(({ range, command }) => {
    assert.deepEqual(range.start, range.end);
    const args = (command?.arguments ?? []).filter((one) => one !== document.uri);
    return [range.start.line + 1, command?.title, '|', command?.command, ...args].join(' ');
  });
}

const session = (...recipients: readonly string[]): string =>
  [
    ...['220 mx.b.test ESMTP', 'EHLO a.test', '250 mx.b.test', 'MAIL FROM:<a@a.test>', '250 2.1.0 Ok'],
    ...recipients.flatMap((reply, i) => [`RCPT TO:<u${i}@b.test>`, reply]),
    ...(recipients.some((reply) => reply.startsWith('250'))
      ? ['DATA', '354 go', 'Subject: x', '', 'x', '.', '250 2.0.0 queued']
      : []),
    ...['QUIT', '221 bye', ''],
  ].join('\n');
const NO = '550 5.1.1 no such user';
const again = 'Run this session again up to RCPT | mailTriage.runSession 0';

describe('the lenses above a session', () => {
  const says = (text: string, title: string): void =>
    assert.deepEqual(lenses(text), [title, '1 Check b.test | mailTriage.check b.test', `1 ${again}`]);
  it('say what happened, and lead to the page, to a check and to running it again', () =>
    says(session(NO), '1 Refused at RCPT: no such mailbox | mailTriage.showTicket 6'));
  it('say how many more were refused, and for how many it was taken', () => {
    says(session(NO, NO), '1 Refused at RCPT: no such mailbox (and 1 more) | mailTriage.showTicket 6');
    says(session(NO, NO, NO), '1 Refused at RCPT: no such mailbox (and 2 more) | mailTriage.showTicket 6');
    says(
      session('250 ok', NO),
      '1 Refused at RCPT: no such mailbox · accepted for 1 recipient | mailTriage.showTicket 8',
    );
    says(
      session(NO, '250 ok', '250 ok', NO),
      '1 Refused at RCPT: no such mailbox (and 1 more) · accepted for 2 recipients | mailTriage.showTicket 6',
    );
  });
  it('check nothing where all went well', () => {
    const all = lenses(session('250 ok', '250 ok'));
    assert.ok(!all.some((one) => one.includes('mailTriage.check')), all.join('\n'));
    assert.ok(!all.some((one) => /accepted for 2.*accepted/.test(one)));
  });
});

describe('the lenses of many sessions', () => {
  const LINES = 13;
  const many = (count: number): readonly string[] => lenses(`${session(NO)}\n\nThey wrote to us:\n\n`.repeat(count));
  it('check a domain above each as long as they are few', () => {
    const few = many(10);
    assert.equal(few.length, 30);
    assert.deepEqual(few.slice(18, 20), [
      `${9 * LINES + 1} Refused at RCPT: no such mailbox | mailTriage.showTicket ${9 * LINES + 6}`,
      `${9 * LINES + 1} Check b.test | mailTriage.check b.test`,
    ]);
    assert.equal(few.at(-1), `${9 * LINES + 1} Run this session again up to RCPT | mailTriage.runSession ${9 * LINES}`);
    assert.ok(!many(11).some((one) => one.includes('Check')));
  });
  it('are a hundred, and say how many parts and sessions have none', () => {
    assert.deepEqual(many(100).slice(99), [
      `${99 * LINES + 1} Refused at RCPT: no such mailbox | mailTriage.showTicket ${99 * LINES + 6}`,
      '1 Run one of 100 more sessions again | mailTriage.runSession 0',
    ]);
    assert.deepEqual(many(101).slice(100), [
      `${100 * LINES + 1} 1 part from here on: see the view of the ticket | mailTriage.ticket.focus`,
      '1 Run one of 101 more sessions again | mailTriage.runSession 0',
    ]);
    assert.equal(
      many(102)[100],
      `${100 * LINES + 1} 2 parts from here on: see the view of the ticket | mailTriage.ticket.focus`,
    );
    assert.deepEqual(many(98).slice(98), [
      '1 Run this session again up to RCPT | mailTriage.runSession 0',
      `${LINES + 1} Run this session again up to RCPT | mailTriage.runSession ${LINES}`,
      `${2 * LINES + 1} Run one of 96 more sessions again | mailTriage.runSession ${2 * LINES}`,
    ]);
  });
});

describe('the lenses of a message', () => {
  const hop = (from: string, by: string, time = ''): string => `Received: from ${from} by ${by}${time}\n`;
  const at = (second: string): string => `; Fri, 20 Nov 2026 10:00:0${second} +0000`;
  it('tell its way', () => {
    const way = (header: string): string | undefined =>
      lenses(`${header}From: a@a.test\n\nhi\n`, 'message').find((one) => one.includes('Timeline'));
    assert.equal(way(hop('a.test', 'b.test', at('0'))), '1 Hop timeline: 1 hop | mailTriage.showTimeline');
    assert.equal(
      way(`To: b@b.test\n${hop('b.test', 'c.test', at('5'))}${hop('a.test', 'b.test', at('0'))}`),
      '1 Hop timeline: 2 hops, 5 s | mailTriage.showTimeline',
    );
    assert.equal(
      way(hop('b.test', 'c.test') + hop('a.test', 'b.test')),
      '1 Hop timeline: 2 hops | mailTriage.showTimeline',
    );
    assert.equal(way('To: b@b.test\n'), undefined);
  });
  it('look for one that bounced by its recipient', () => {
    const bounce = (recipient: string): readonly string[] =>
      lenses(
        `From: MAILER-DAEMON@b.test\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nno\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; b.test\n\nFinal-Recipient: rfc822; ${recipient}\nAction: failed\nStatus: 5.1.1\n--b--\n`,
        'message',
      ).filter((one) => /Check|Find/.test(one));
    assert.deepEqual(bounce('eve@c.test'), [
      '1 Check c.test | mailTriage.check c.test',
      '1 Find Message in Logs | mailTriage.findMessage eve@c.test',
    ]);
    assert.deepEqual(bounce('e@c'), []);
  });
});
