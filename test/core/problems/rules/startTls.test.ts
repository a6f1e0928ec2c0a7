import { startTls } from '../../../../src/core/problems/rules/startTls.ts';
import { MAIL, QUIT, ruleFinds } from '../ruleFinds.ts';

describe('STARTTLS', () => {
  it('is told where it is not used or not waited for', () =>
    ruleFinds(startTls, [
      [`${MAIL} / ${QUIT}`, 'starttls-unused STARTTLS'],
      [`${QUIT}`, ''],
      [`STARTTLS / 220 go / EHLO a.test / 250 ok / ${QUIT}`, ''],
      [`STARTTLS / 454 no / ${MAIL} / ${QUIT}`, ''],
      [`STARTTLS / RSET / 220 go / 250 ok / ${QUIT}`, 'starttls-injection RSET (RSET)'],
      [`STARTTLS / ${QUIT}`, ''],
    ]));
});
