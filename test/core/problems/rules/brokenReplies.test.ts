import { brokenReplies } from '../../../../src/core/problems/rules/brokenReplies.ts';
import { QUIT, ruleFinds, textFinds } from '../ruleFinds.ts';

describe('a reply of several lines', () => {
  it('is told where its codes differ', () =>
    ruleFinds(brokenReplies, [
      [`NOOP / 250-a / 250 b / ${QUIT}`, ''],
      [`NOOP / 250-a / 251 b / ${QUIT}`, 'reply-codes-differ 251 (250, 251)'],
      [`NOOP / 250-a / 250-b / 550 c / ${QUIT}`, 'reply-codes-differ 550 (250, 550)'],
      [`NOOP / 250 a / ${QUIT}`, ''],
      ['NOOP / 250-a', ''],
    ]));

  it('is told where it has no last line', () =>
    textFinds(brokenReplies, [
      [
        'S: 220 mx.b.test ESMTP / C: EHLO a.test / S: 250-mx.b.test / S: 250-HELP / C: QUIT / S: 221 bye',
        'reply-unfinished 250-HELP (250)',
      ],
      ['S: 220 mx.b.test ESMTP / C: EHLO a.test / S: 250- / C: QUIT / S: 221 bye', 'reply-unfinished 250- (250)'],
      ['S: 220 mx.b.test ESMTP / C: EHLO a.test / S: 250 / C: QUIT / S: 221 bye', ''],
      ['S: 220 mx.b.test ESMTP / C: EHLO a.test / S: 250-mx.b.test | SIZE 1024 | HELP / C: QUIT / S: 221 bye', ''],
      [
        'S: 220 mx.b.test ESMTP / C: EHLO a.test / S: 250-mx.b.test | of ours / C: QUIT / S: 221 bye',
        'reply-unfinished 250-mx.b.test | of ours (250)',
      ],
      [
        'S: 220 mx.b.test ESMTP / C: EHLO a.test / S: 250-mx.b.test / S: 251-HELP / S: 251 x / C: QUIT / S: 221 bye',
        'reply-codes-differ 251 (250, 251)',
      ],
      ['S: 220-mx.b.test ESMTP / C: EHLO a.test / S: 250 ok / C: QUIT', 'reply-unfinished 220-mx.b.test ESMTP (220)'],
      ['S: 220 mx.b.test ESMTP / C: EHLO a.test / S: 250-a', ''],
      ['S: 220 mx.b.test ESMTP / C: EHLO a.test / S: 250  a / C: QUIT', ''],
      ['S: 220 mx.b.test ESMTP / C: EHLO a.test / S: 290-a / C: QUIT', 'reply-unfinished 290-a (290)'],
      ['S: 220 mx.b.test ESMTP / C: EHLO a.test / S: 250 5.7.123 a / C: QUIT', ''],
      ['S: 220 mx.b.test ESMTP / C: EHLO a.test / S: 250- | a / C: QUIT', 'reply-unfinished 250- | a (250)'],
      ['S: 220 mx.b.test ESMTP / C: EHLO a.test / S: 250-a / S: 050 b / C: QUIT', 'reply-codes-differ 050 (250, 050)'],
      [
        `S: 220 mx.b.test ESMTP / C: EHLO a.test / S: 250-${'x'.repeat(310)} | SIZE / C: QUIT`,
        `reply-unfinished 250-${'x'.repeat(310)} | SIZE (250)`,
      ],
    ]));
});
