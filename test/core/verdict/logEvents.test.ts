import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

const first = (text: string) => readVerdicts(readTicket(`${text}\n`))[0];

describe('what Rspamd puts off', () => {
  const line = (why: string): string =>
    `2026-11-29 09:01:11 #1822(normal) <a1b2c3>; task; rspamd_task_write_log: id: <z@a.test>, qid: <4cXep12abcz9x>, ip: 203.0.113.40, from: <a@a.test>, (default: F (soft reject): [5.10/15.00] [ONCE_RECEIVED(0.10){}]), len: 4188, time: 402.511ms, rcpts: <b@contoso.test>, forced: soft reject "Try again later"; score=nan (set by ${why})`;

  it('is greylisted as a rule, and not where a rate was too high', () => {
    assert.deepEqual([first(line('greylist'))?.role, first(line('greylist'))?.code], ['waiting', 'greylisted']);
    assert.notEqual(first(line('ratelimit'))?.code, 'greylisted');
  });
});

describe('a short id of Haraka', () => {
  it('is the id of a connection and its message', () => {
    const told = first(
      '2026-11-29T08:01:02.114Z [WARN] [A1B2C3D4.1.1] [outbound] temp fail for: <b@b.test> 450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.55]',
    );
    assert.deepEqual([told?.stage, told?.role, told?.code], ['log', 'waiting', 'reverse-dns']);
  });
});

describe('what Exim does not try yet', () => {
  it('waits for the next try, whether the way or the host failed before', () => {
    const of = (words: string): string => `2026-11-29 04:11:00 1vPVp2-00000000A1b-0aaa == b@b.test ${words}`;
    for (const words of [
      'routing defer (-51): retry time not reached',
      'R=local_user T=maildir_home defer (-52): retry time not reached',
      "R=dnslookup T=remote_smtp defer (-53): retry time not reached for any host for 'b.test'",
    ])
      assert.deepEqual([first(of(words))?.code, first(of(words))?.actor], ['connection-failed', 'nobody'], words);
  });
});

describe('what Exim finds of a sender', () => {
  const found = (why: string): string =>
    `2026-11-29 09:11:02 H=mx.a.test [203.0.113.25] sender verify fail for <kim@a.test>: ${why}`;

  it('is no failure of a delivery: the line of the refusal tells it', () => {
    for (const why of [
      'Unrouteable address',
      'response to "RCPT TO:<kim@a.test>" from mx.a.test [203.0.113.25] was: 450 4.2.0 <kim@a.test>: Recipient address rejected: Greylisted',
    ]) {
      assert.equal(first(found(why)), undefined, why);
      const refused = first(
        `${found(why)}\n2026-11-29 09:11:02 H=mx.a.test [203.0.113.25] F=<kim@a.test> rejected RCPT <b@contoso.test>: Sender verify failed`,
      );
      assert.deepEqual([refused?.code, refused?.recipients], ['sender-refused', ['b@contoso.test']], why);
    }
  });
});
