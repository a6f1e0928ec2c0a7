import { commandOrder } from '../../../../src/core/problems/rules/commandOrder.ts';
import { DATA, LOGIN, MAIL, QUIT, RCPT, ruleFinds } from '../ruleFinds.ts';

describe('a command', () => {
  it('is told where it cannot come', () =>
    ruleFinds(commandOrder, [
      [`${MAIL} / ${RCPT} / ${DATA} / ${QUIT}`, ''],
      [`STARTTLS / 454 later / ${MAIL} / ${QUIT}`, ''],
      [`STARTTLS / 220 go / ${MAIL} / ${QUIT}`, 'command-out-of-order MAIL (MAIL, no-greeting)'],
      [
        `STARTTLS / 220 go / EHLO a.test / 250 mx.b.test / STARTTLS / 503 no / ${QUIT}`,
        'command-out-of-order STARTTLS (STARTTLS, tls-again)',
      ],
      [`XCLIENT ADDR=192.0.2.1 / 220 ok / ${MAIL} / ${QUIT}`, 'command-out-of-order MAIL (MAIL, no-greeting)'],
      [`${LOGIN} / ${LOGIN} / ${QUIT}`, 'command-out-of-order AUTH (AUTH, auth-again)'],
      [`${LOGIN} / XCLIENT ADDR=192.0.2.1 / 220 ok / EHLO a.test / 250 mx.b.test / ${LOGIN} / ${QUIT}`, ''],
      [`${MAIL} / ${LOGIN} / ${QUIT}`, 'command-out-of-order AUTH (AUTH, auth-in-mail)'],
      [`${MAIL} / RSET / 250 ok / ${LOGIN} / ${QUIT}`, ''],
      [`${MAIL} / HELO a.test / 250 ok / ${LOGIN} / ${QUIT}`, ''],
      [`MAIL FROM:<x@a.test> / 550 no / ${MAIL} / ${QUIT}`, ''],
      [`${MAIL} / ${MAIL} / ${QUIT}`, 'command-out-of-order MAIL (MAIL, mail-open)'],
      [`SEND FROM:<x@a.test> / 250 ok / ${RCPT} / ${QUIT}`, 'command-out-of-order RCPT (RCPT, no-mail)'],
      [`SOML FROM:<x@a.test> / 250 ok / ${RCPT} / ${QUIT}`, 'command-out-of-order RCPT (RCPT, no-mail)'],
      [`SAML FROM:<x@a.test> / 250 ok / ${RCPT} / ${QUIT}`, 'command-out-of-order RCPT (RCPT, no-mail)'],
      [
        `MAIL FROM:<x@a.test> / 550 no / RCPT TO:<bob@b.test> / 503 no / ${QUIT}`,
        'command-out-of-order RCPT (RCPT, no-mail)',
      ],
      [
        `${MAIL} / RCPT TO:<bob@b.test> / 550 no / DATA / 503 no / ${QUIT}`,
        'command-out-of-order DATA (DATA, no-recipient)',
      ],
      [`${MAIL} / RCPT TO:<bob@b.test> / 550 no / ${RCPT} / ${DATA} / ${QUIT}`, ''],
      [`${MAIL} / ${RCPT} / ${DATA} / DATA / 503 no / ${QUIT}`, 'command-out-of-order DATA (DATA, no-mail)'],
      [`${MAIL} / ${RCPT} / ${DATA} / ${MAIL} / ${RCPT} / ${DATA} / ${QUIT}`, ''],
      [`${MAIL} / BDAT 5 LAST / 503 no / ${QUIT}`, 'command-out-of-order BDAT (BDAT, no-recipient)'],
      [`MAIL FROM:<x@a.test> / 550 no / BDAT 5 LAST / 503 no / ${QUIT}`, 'command-out-of-order BDAT (BDAT, no-mail)'],
      [`NOOP / 250 ok / VRFY x / 252 ok / ${QUIT}`, ''],
      [
        `RCPT TO:<bob@b.test> / 503 no / ${MAIL} / DATA / 503 no / ${QUIT}`,
        'command-out-of-order RCPT (RCPT, no-mail) | command-out-of-order DATA (DATA, no-recipient)',
      ],
    ]));
});
