import assert from 'node:assert/strict';
import { toneOf } from '../../../../src/core/features/page/happened.ts';
import type { Happened } from '../../../../src/core/features/page/page.ts';
import { ticketPage } from '../../../../src/core/features/page/ticketPage.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import type { Verdict } from '../../../../src/core/verdict/verdict.ts';

const happened = (text: string): Happened => {
  const found = ticketPage(readTicket(text), { probes: [], verified: [] }).happened;
  assert.ok(found);
  return found;
};

describe('the tone of what happened', () => {
  const tone = (role: Verdict['role'], failed: boolean, code: string): string =>
    toneOf({ role, failed, code: code as Verdict['code'] });
  it('is that of a wait, a failure, a success or a note', () => {
    assert.deepEqual(
      [tone('waiting', true, 'x'), tone('delay', false, 'x'), tone('cause', true, 'x'), tone('notice', false, 'x')],
      ['waiting', 'waiting', 'failed', 'note'],
    );
    assert.deepEqual([tone('success', false, 'x'), tone('recovered', false, 'x')], ['good', 'good']);
    for (const code of ['spam-marked', 'dmarc-failed', 'sender-unauthenticated', 'sender-disguised', 'trace-made-up'])
      assert.equal(tone('notice', false, code), 'failed', code);
  });
});

describe('the line that it rests on', () => {
  const line = (front: string, words = '550 5.1.1 <b@b.test>: User unknown'): string =>
    happened(
      `Nov 20 09:14:10 mx1 postfix/smtp[51]: 4C1D52281000: to=<b@b.test>, relay=mx.b.test[192.0.2.30]:25, ${front}delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.b.test[192.0.2.30] said: ${words} (in reply to RCPT TO command))\n`,
    ).evidence.words;
  it('begins at the reply where that stands far to the right', () => {
    assert.equal(line(''), '…550 5.1.1 <b@b.test>: User unknown (in reply to RCPT TO command))');
    const session = happened(
      '220 mx.b.test ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n  550 5.1.1 User unknown\n',
    );
    assert.deepEqual([session.evidence.line, session.evidence.words], [4, '550 5.1.1 User unknown']);
  });
});

describe('what is said in short', () => {
  it('fits into the status bar', () => {
    const refused = (words: string): readonly string[] => {
      const { status, short, tone } = happened(
        `220 mx.b.test ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n${words}\n`,
      );
      return [tone, status, short];
    };
    assert.deepEqual(refused('550 5.1.1 User unknown'), ['failed', 'Refused', 'No such mailbox']);
    assert.deepEqual(refused('452 4.2.2 Mailbox full'), ['waiting', 'Put off', 'The mailbox is full']);
    const [, , long = ''] = refused('550 5.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]');
    assert.ok(long.length <= 32 && /^[A-Z]/.test(long), long);
  });
});
