import assert from 'node:assert/strict';
import type { AddressLine } from '../../../../src/core/mail/bounces/addressLines.ts';
import { recipientsCut, statusCut, withCuts, wordsCut } from '../../../../src/core/mail/bounces/noticeCuts.ts';
import { unquotedText } from '../../../../src/core/mail/bounces/pastedNotice.ts';

describe('what is left out of a notice', () => {
  const text = 'a@b.test\nc@b.test\ne@b.test';
  const notice = unquotedText(text, 0, text.length);
  assert.equal(notice.literal, false);
  const all = [0, 1, 2].map((line) => ({ line, from: 0, to: 8 }) as AddressLine);
  const unread = { start: 30, end: 45 };

  it('is recipients behind those that are read', () => {
    assert.deepEqual(recipientsCut(notice, all, 3), []);
    assert.deepEqual(recipientsCut(notice, all, 1), [{ what: 'recipients', left: 2, start: 9, end: 17 }]);
  });

  it('is characters, unless what ends the words stood in front of them', () => {
    const cut = [{ what: 'characters', left: 15, ...unread }];
    assert.deepEqual(wordsCut({ ...notice, unread }, false), cut);
    assert.deepEqual(wordsCut({ ...notice, unread }, true), []);
    assert.deepEqual(wordsCut(notice, false), []);
  });

  it('is what of a status goes on where no more is read', () => {
    const groups = [{ start: 0, end: 10, fields: [] }];
    assert.deepEqual(statusCut(`${'x'.repeat(10)}\n  \n`.padEnd(45), groups, { unread }), [
      { what: 'characters', left: 15, ...unread },
    ]);
    assert.deepEqual(statusCut('x'.repeat(45), groups, { unread }), []);
    assert.deepEqual(statusCut(' '.repeat(45), [], { unread }), []);
    assert.deepEqual(statusCut(' '.repeat(45), groups, {}), []);
  });

  it('is said where there is something', () => {
    assert.deepEqual(withCuts([]), {});
    const cuts = recipientsCut(notice, all, 2);
    assert.deepEqual(withCuts(cuts), { cuts });
  });
});
