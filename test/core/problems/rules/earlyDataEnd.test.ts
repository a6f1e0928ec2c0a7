import { earlyDataEnd } from '../../../../src/core/problems/rules/earlyDataEnd.ts';
import { DATA, MAIL, QUIT, RCPT, ruleFinds } from '../ruleFinds.ts';

describe('a message', () => {
  it('is told where a lone dot ended it early', () =>
    ruleFinds(earlyDataEnd, [
      [`${MAIL} / ${RCPT} / ${DATA} / and two words / 500 what / ${QUIT}`, 'data-ended-early .'],
      [`${MAIL} / ${RCPT} / ${DATA} / quti / 500 what / ${QUIT}`, ''],
      [`${MAIL} / ${RCPT} / ${DATA} / quti / 500 what / blah / 500 what / ${QUIT}`, 'data-ended-early .'],
      [`${MAIL} / ${RCPT} / ${DATA} / quti / 500 what / NOOP / 250 ok / blah / 500 what / ${QUIT}`, ''],
      [`${MAIL} / ${RCPT} / ${DATA} / and two words / 504 what / ${QUIT}`, ''],
      [`${MAIL} / ${RCPT} / ${DATA} / and two words / 503 what / ${QUIT}`, 'data-ended-early .'],
      [`${MAIL} / ${RCPT} / ${DATA} / and two words / 499 what / ${QUIT}`, ''],
      [`and two words / 500 what / ${QUIT}`, ''],
      [
        `${MAIL} / ${RCPT} / ${DATA} / one more thing / 500 what / and two words / 500 what / ${QUIT}`,
        'data-ended-early .',
      ],
    ]));
});
