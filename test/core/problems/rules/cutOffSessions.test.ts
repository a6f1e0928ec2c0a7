import { cutOffSessions } from '../../../../src/core/problems/rules/cutOffSessions.ts';
import { MAIL, QUIT, RCPT, ruleFinds } from '../ruleFinds.ts';

describe('a session', () => {
  it('is told where it ends without QUIT', () =>
    ruleFinds(cutOffSessions, [
      [`${QUIT}`, ''],
      [`${MAIL}`, 'session-without-quit 250 (MAIL)'],
      ['MAIL FROM:<x@a.test>', 'session-cut-off MAIL (MAIL, no-reply)'],
      ['MAIL FROM:<x@a.test> / 421 bye', ''],
      ['MAIL FROM:<x@a.test> / 221 bye', ''],
      [`${MAIL} / ${RCPT} / DATA / 354 go`, 'session-cut-off o ((data), no-dot)'],
      [`${MAIL} / ${RCPT} / DATA / 354 go / Subject: x /  / hi`, 'session-cut-off i ((data), no-dot)'],
      [`${MAIL} / ${RCPT} / DATA / 354 go / Subject: x /  / hi / .`, 'session-cut-off . ((data), no-reply)'],
      ['AUTH LOGIN / 334 x', 'session-cut-off 334 (AUTH, no-answer)'],
      ['AUTH LOGIN / 334 x / YQ==', 'session-cut-off = ((auth), no-reply)'],
      ['STARTTLS / 220 go', ''],
      [`${MAIL} / Connection closed by foreign host.`, 'session-cut-off 250 (MAIL, closed)'],
      [`${MAIL} / all is well`, 'session-without-quit 250 (MAIL)'],
      ['MAIL FROM:<x@a.test> / Connection closed by foreign host.', 'session-cut-off MAIL (MAIL, no-reply)'],
    ]));
});
