import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { judging, verdictsAround, verdictsOf } from '../../../../src/core/verdict/readVerdicts.ts';

const line = (i: number): string =>
  `Nov 21 20:05:36 mx1 postfix/smtp[71]: 4F1A2B${i}: to=<user${i}@fabrikam.test>, relay=mx.fabrikam.test[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.fabrikam.test[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command))\n`;

describe('a long log that nobody has judged', () => {
  it('is told of around a place by the entry there alone, until it was gone through in steps', () => {
    const text = Array.from({ length: 1600 }, (_, i) => line(1000 + i)).join('');
    const ticket = readTicket(text);
    const [log] = ticket.blocks;
    assert.ok(log !== undefined && text.length > 300_000);
    const around = (): readonly string[] =>
      verdictsAround(ticket, log, text.indexOf('user1500@')).map(
        ({ code, recipients, times }) => `${code} ${recipients.join(' ')} ${times}`,
      );
    assert.deepEqual(around(), ['recipient-unknown user1500@fabrikam.test 1']);
    const steps = judging(ticket);
    assert.ok(steps !== undefined);
    assert.deepEqual(around(), ['recipient-unknown user1500@fabrikam.test 1']);
    let count = 0;
    while (steps.next().done !== true) count++;
    assert.ok(count > 0);
    assert.equal(judging(ticket), undefined);
    assert.equal(around().length, verdictsOf(ticket, log).length);
  });

  it('is none where it is short', () => {
    const ticket = readTicket(line(1));
    assert.equal(judging(ticket), undefined);
    assert.equal(verdictsAround(ticket, ticket.blocks[0] as never, 0).length, 1);
  });
});
