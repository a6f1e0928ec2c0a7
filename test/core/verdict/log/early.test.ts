import assert from 'node:assert/strict';
import type { Log } from '../../../../src/core/log/log.ts';
import { cutWords } from '../../../../src/core/report/cutWords.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { isCut, isVerdict } from '../../../../src/core/verdict/cut.ts';
import { LogJudge } from '../../../../src/core/verdict/logVerdicts.ts';

const deferred = (at: number) =>
  `Nov 24 10:00:${String(at).padStart(2, '0')} mx1 postfix/smtp[${at}]: 4A1B2C3D${String(at).padStart(2, '0')}: to=<u${at}@contoso.test>, relay=mx.contoso.test[192.0.2.1]:25, delay=1, delays=0/0/1/0, dsn=4.2.2, status=deferred (host mx.contoso.test[192.0.2.1] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command))\n`;

describe('more failures than are kept open', () => {
  const text = Array.from({ length: 30 }, (_, at) => deferred(at)).join('');
  const log = readTicket(text).blocks[0] as Log;
  const judged = (open?: number) => {
    const judge = new LogJudge(open);
    judge.read(new Lines(text), log);
    return judge.finish();
  };

  it('are counted before the log ends, and that is said', () => {
    const told = judged(10);
    const [cut] = told.filter(isCut);
    assert.equal(cut?.what, 'retries');
    assert.equal(cut?.span.start, 0);
    assert.ok((cut?.left ?? 0) >= 20);
    assert.match(
      cut === undefined ? '' : cutWords(cut, () => 0),
      /^From line 1 on, \d+ failures were counted before the log/,
    );
    assert.equal(
      told.filter(isVerdict).reduce((sum, { deliveries = 0 }) => sum + deliveries, 0),
      30,
    );
  });

  it('are none in a log that is no longer than that', () => {
    assert.deepEqual(judged().filter(isCut), []);
  });
});
