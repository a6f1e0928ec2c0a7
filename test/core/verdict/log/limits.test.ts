import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readCuts, readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

describe('what is told of a long log', () => {
  it('is two thousand causes, those that failed for good first, and how many are left stands behind', () => {
    const line = (i: number): string =>
      `Nov 21 20:05:36 mx1 postfix/smtp[71]: 4F1A2B${10_000 + i}: to=<u@f${i}.test>, relay=mx.f${i}.test[192.0.2.1]:25, delay=1, dsn=${i % 2 === 0 ? '4' : '5'}.1.1, status=${i % 2 === 0 ? 'deferred' : 'bounced'} (host mx.f${i}.test[192.0.2.1] said: ${i % 2 === 0 ? '450 4' : '550 5'}.1.1 User unknown (in reply to RCPT TO command))\n`;
    const of = (count: number) => {
      const text = Array.from({ length: count }, (_, i) => line(i)).join('');
      const ticket = readTicket(text);
      const cuts = readCuts(ticket).map(({ what, span, left, roles }) => ({
        what,
        left,
        roles,
        line: ticket.lines.lineOf(span.start),
      }));
      return { roles: readVerdicts(ticket).map(({ role }) => role), cuts };
    };
    assert.deepEqual(of(2000).cuts, []);
    const { roles, cuts } = of(2005);
    assert.deepEqual([roles.length, roles[0], roles[1001], roles[1002]], [2000, 'cause', 'cause', 'waiting']);
    assert.deepEqual(cuts, [{ what: 'verdicts', left: 5, roles: { waiting: 5 }, line: 1996 }]);
  });

  it('is a thousand recipients of one envelope, and how many are not kept stands behind', () => {
    const head = '[mx1.contoso.test] 2026/11/20 17:16:28.430328 INFO - smtpd  43196b7fe085d1d4 - 192.0.2.9:40672 - ';
    const log = (count: number): string =>
      [
        'MAIL FROM ann@contoso.test',
        ...Array.from({ length: count }, (_, i) => `RCPT - + u${i}@fabrikam.test`),
        'message queued as 39b40018b436f8c4',
      ]
        .map((words) => `${head}${words}\n`)
        .join('');
    const left = (count: number): readonly (readonly [string, number])[] =>
      readCuts(readTicket(log(count))).map((cut) => [cut.what, cut.left]);
    assert.deepEqual(left(1000), []);
    assert.deepEqual(left(1003), [['addressees', 3]]);
  });

  it('names for whom a session was, where another line than the one that fails says it', () => {
    const head = '[mx1.contoso.test] 2026/11/20 17:16:28.430328 INFO - smtpd  43196b7fe085d1d4 - 192.0.2.9:40672 - ';
    const lines = [
      'MAIL FROM ann@contoso.test',
      'RCPT - + bob@fabrikam.test',
      'message refused: 552 5.3.4 Message too big',
    ];
    const [verdict] = readVerdicts(readTicket(lines.map((words) => `${head}${words}\n`).join('')));
    assert.deepEqual(
      [verdict?.code, verdict?.sender, verdict?.recipients],
      ['message-too-large', 'ann@contoso.test', ['bob@fabrikam.test']],
    );
  });

  it('is a deferral that waits for the next try only where nothing else of the message was refused', () => {
    const at = 'Nov 21 20:05:36 mx1 postfix/';
    const told = (...lines: readonly string[]): readonly string[] =>
      readVerdicts(readTicket(`${lines.map((line) => at + line).join('\n')}\n`)).map(
        ({ role, code, queueId, recipients }) => [role, code, queueId, ...recipients].join(' '),
      );
    const expired = 'qmgr[9]: 4F1A2B3C4: from=<ann@contoso.test>, status=expired, returned to sender';
    const deferred = (name: string): string =>
      `smtp[71]: 4F1A2B3C4: to=<${name}@fabrikam.test>, relay=mx.fabrikam.test[192.0.2.1]:25, delay=1, dsn=4.2.2, status=deferred (host mx.fabrikam.test[192.0.2.1] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command))`;
    const sent = (name: string): string =>
      `smtp[71]: 4F1A2B3C4: to=<${name}@fabrikam.test>, relay=mx.fabrikam.test[192.0.2.1]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 ok)`;
    assert.deepEqual(told(deferred('bob'), expired), [
      'cause mailbox-full 4F1A2B3C4 bob@fabrikam.test',
      'consequence expired 4F1A2B3C4',
    ]);
    assert.deepEqual(told(deferred('bob'), deferred('eve'), sent('eve'), expired), [
      'cause mailbox-full 4F1A2B3C4 bob@fabrikam.test',
      'consequence expired 4F1A2B3C4',
      'recovered mailbox-full 4F1A2B3C4 eve@fabrikam.test',
    ]);
  });
});

describe('a line of a server in the log of its host', () => {
  it('is read as the line itself, whose program tells the format', () => {
    const inner =
      'Nov 21 10:00:01 mx1 postfix/smtp[71]: 4F1A2B3C4: to=<bob@fabrikam.test>, relay=mx.fabrikam.test[192.0.2.1]:25, delay=1, dsn=5.1.1, status=bounced (host mx.fabrikam.test[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command))';
    const ticket = readTicket(`Nov 21 10:00:01 host1 docker[99]: ${inner}\n`);
    assert.deepEqual(
      ticket.blocks.map((block) => block.kind === 'log' && block.format),
      ['postfix'],
    );
    assert.deepEqual(
      readVerdicts(ticket).map(({ code, server, queueId, recipients }) => [code, server, queueId, ...recipients]),
      [['recipient-unknown', 'mx.fabrikam.test', '4F1A2B3C4', 'bob@fabrikam.test']],
    );
  });
});
