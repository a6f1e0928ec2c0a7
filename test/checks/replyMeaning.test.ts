import assert from 'node:assert/strict';
import { replyMeaning } from '../../src/checks/replyMeaning.ts';

const again = (...lines: readonly string[]) => replyMeaning('RCPT', lines).again;

describe('when to ask again after a reply', () => {
  it('is said of every 4yz, and of no other', () => {
    for (const code of [400, 421, 450, 499]) assert.ok(again(`${code} x`) !== undefined, `${code}`);
    for (const code of [250, 354, 399, 500, 550]) assert.equal(again(`${code} x`), undefined, `${code}`);
  });
  it('is what the server names', () => {
    assert.deepEqual(again('450 4.2.0 Greylisted, please try again in 300 seconds'), { minutes: 5, said: true });
    assert.deepEqual(again('450 4.2.0 Greylisted, please try again in 301 seconds'), { minutes: 6, said: true });
    assert.equal(again('450 4.2.0 Greylisted')?.said, false);
  });
  it('rests on the lines together, whichever has the status', () => {
    const { reason, sure } = replyMeaning('RCPT', ['550-Not here', '550 5.1.1 User unknown']);
    assert.deepEqual([reason, sure], [replyMeaning('RCPT', ['550 5.1.1 User unknown']).reason, true]);
    assert.equal(replyMeaning('RCPT', []).sure, false);
  });
});

describe('what a reply to a probe means', () => {
  const reasons = (line: string, ...verbs: readonly string[]): readonly string[] =>
    verbs.map((verb) => replyMeaning(verb, [line]).reason);
  it('is by the command that it answers', () => {
    assert.deepEqual(reasons('550 no', 'MAIL', 'RCPT', 'EHLO', 'HELO', 'VRFY', 'EXPN', 'DATA'), [
      'sender-refused',
      'recipient-unknown',
      'greeting-refused',
      'greeting-refused',
      'recipient-unknown',
      'list-problem',
      'unrecognized',
    ]);
    assert.notEqual(replyMeaning('RSET', ['250 ok']).meaning, replyMeaning('DATA', ['250 ok']).meaning);
  });
  it('is sure where words or the status tell it, and not by the code alone', () => {
    const sure = (line: string): boolean => replyMeaning('RCPT', [line]).sure;
    assert.equal(sure('550 5.1.1 User unknown'), true);
    assert.equal(sure('550 5.7.0 x'), true);
    assert.equal(sure('550 no'), false);
    assert.equal(sure('599 x'), false);
    assert.equal(sure('503 Bad sequence'), false);
  });
  it('says who does the next step, unless nobody has to do anything', () => {
    assert.match(replyMeaning('RCPT', ['550 5.1.1 User unknown']).next[0] ?? '', /^\(sender\) \w/);
    assert.match(replyMeaning('RCPT', ['451 Greylisted']).next[0] ?? '', /^Wait/);
  });
});
