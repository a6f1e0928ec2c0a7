import assert from 'node:assert/strict';
import { failedIn, shownNames } from '../../../../src/core/mail/bounces/shownNames.ts';
import { readHeader } from '../../../../src/core/mail/header/fields.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const names = (text: readonly string[], end = text.length, most = 9): readonly string[] =>
  shownNames(new Lines(text.join('\n')), end, most);

describe('people whom a notice names', () => {
  it('stand in front of a day in the languages of Outlook', () => {
    for (const line of [
      'Bob Miller on Fri, 14 Sep 2007 18:52:54',
      '  Bob Miller on 9/14/2007 6:52 PM',
      '\tBob Miller am Fr. 14.09.2007 18:52',
      'Bob Miller am 14. September 2007, 18:52',
      'Bob Miller le ven. 14/09/2007 18:52',
      'Bob Miller el 14/09/2007 18:52',
      'Bob Miller il 14/09/2007 18:52',
      'Bob Miller op 14-9-2007 18:52',
      'Bob Miller em 14/09/2007 18:52',
      'Bob Miller den 2007-09-14 18:52',
      'Bob Miller w dniu 2007-09-14 18:52',
    ])
      assert.deepEqual(names([line]), ['Bob Miller'], line);
    for (const line of [
      'Bob Miller on Friday',
      'Bob Miller at 14/09/2007 18:52',
      'bob@b.test on 14/09/2007 18:52',
      'Bob Miller on 14/09/2007',
      '- Bob on 14/09/2007 18:52',
    ])
      assert.deepEqual(names([line]), [], line);
  });

  it('are at most so many, in the lines that are looked at', () => {
    const line = (i: number): string => `Bob ${i} on 14/09/2007 18:52`;
    const all = [line(0), '', line(1), line(2)];
    assert.deepEqual(names(all, 4, 2), ['Bob 0', 'Bob 1']);
    assert.deepEqual(names(all, 3), ['Bob 0', 'Bob 1']);
    const many = Array.from({ length: 199 }, () => '');
    assert.deepEqual(names([...many, line(3), line(4)]), ['Bob 3']);
  });

  it('have their addresses in X-Failed-Recipients', () => {
    const failed = (text: string): readonly string[] => failedIn(readHeader(new Lines(text), 0, text.length).fields);
    assert.deepEqual(failed('X-Failed-Recipients: a@b.test,\n  c@b.test, x,'), ['a@b.test', 'c@b.test']);
    assert.deepEqual(failed('Subject: a@b.test'), []);
  });
});
