import { brokenReplies } from '../../../../src/core/problems/rules/brokenReplies.ts';
import { QUIT, ruleFinds } from '../ruleFinds.ts';

describe('a reply of several lines', () => {
  it('is told where its codes differ', () =>
    ruleFinds(brokenReplies, [
      [`NOOP / 250-a / 250 b / ${QUIT}`, ''],
      [`NOOP / 250-a / 251 b / ${QUIT}`, 'reply-codes-differ 251 (250, 251)'],
      [`NOOP / 250 a / ${QUIT}`, ''],
    ]));
});
