import assert from 'node:assert/strict';
import { saidAt } from '../../../../src/core/mail/bounces/quotedWords.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

/** What a line of a notice quotes of a server, where it begins, and its status. */
function said(text: string): readonly (string | number | undefined)[] {
  const one = saidAt(new Lines(text), 0, new Lines(text).count);
  return one === undefined ? [] : [one.from, one.text, one.status];
}

describe('what a notice quotes of a server', () => {
  for (const [text, from, words, status] of [
    ['550 5.1.1 User unknown', 0, '550 5.1.1 User unknown', '5.1.1'],
    ['host mx1.contoso.test said: 550 5.1.1 User unknown', 28, '550 5.1.1 User unknown', '5.1.1'],
    ['mx1.contoso.test[212.0.2.1] said: 550 no', 34, '550 no', undefined],
    ['#5.1.1 no mailbox here', 1, '5.1.1 no mailbox here', '5.1.1'],
    ['(#5.1.1) no mailbox here', 1, '#5.1.1) no mailbox here', '5.1.1'],
    [' 5.1.1 no mailbox here', 1, '5.1.1 no mailbox here', '5.1.1'],
    ['"5.1.1 no mailbox here"', 1, '5.1.1 no mailbox here', '5.1.1'],
    ['no mailbox here (#5.1.1)', 0, 'no mailbox here (#5.1.1)', '5.1.1'],
    ['  no mailbox here (#5.1.1)', 2, 'no mailbox here (#5.1.1)', '5.1.1'],
  ] as const)
    it(`is "${words}" in "${text}"`, () => assert.deepEqual(said(text), [from, words, status]));

  for (const text of [
    'Sent 550 bytes to the server',
    'See the article about error code 5.1.1 for help',
    '2.1.1 of the program',
    '',
  ])
    it(`is nothing in "${text}"`, () => assert.deepEqual(said(text), []));
});
