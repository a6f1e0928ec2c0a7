import { disclosedAddresses } from '../../../../src/core/problems/rules/disclosedAddresses.ts';
import { earlyTalkers } from '../../../../src/core/problems/rules/earlyTalkers.ts';
import { enhancedClass } from '../../../../src/core/problems/rules/enhancedClass.ts';
import { unfittingCodes } from '../../../../src/core/problems/rules/unfittingCodes.ts';
import { DATA, MAIL, QUIT, RCPT, ruleFinds, textFinds } from '../ruleFinds.ts';

describe('a reply', () => {
  it('is told where the class of its enhanced code is another (RFC 2034 4)', () =>
    ruleFinds(enhancedClass, [
      ['NOOP / 250 2.0.0 ok', ''],
      ['NOOP / 250 5.0.0 ok', 'enhanced-code-class 5.0.0 (250, 5.0.0)'],
      ['NOOP / 450 4.1.8 no', ''],
      ['NOOP / 450 5.1.8 no', 'enhanced-code-class 5.1.8 (450, 5.1.8)'],
      ['NOOP / 550 4.1.8 no', 'enhanced-code-class 4.1.8 (550, 4.1.8)'],
      ['NOOP / 550 5.1.8 no', ''],
      ['NOOP / 550 no', ''],
      [`${MAIL} / ${RCPT} / DATA / 354 2.0.0 go / hi / . / 250 2.0.0 ok`, ''],
    ]));

  it('is told where it gives addresses away (RFC 5321 3.5.3)', () =>
    ruleFinds(disclosedAddresses, [
      ['VRFY al / 250 <al@b.test>', 'address-disclosed 250 <al@b.test> (VRFY)'],
      ['VRFY al / 251 <al@c.test>', 'address-disclosed 251 <al@c.test> (VRFY)'],
      ['VRFY al / 252 perhaps', ''],
      ['VRFY al / 550 no', ''],
      ['EXPN all / 250 <al@b.test>', 'address-disclosed 250 <al@b.test> (EXPN)'],
      ['EXPN all / 250 <al@b.test> / NOOP / 250 ok', 'address-disclosed 250 <al@b.test> (EXPN)'],
      ['NOOP / 250 ok', ''],
    ]));

  it('is told where it cannot answer the command (RFC 5321 4.3.2)', () =>
    ruleFinds(unfittingCodes, [
      [`${MAIL} / ${RCPT} / ${DATA} / ${QUIT}`, ''],
      [`${MAIL} / ${RCPT} / DATA / 250 what / ${QUIT}`, 'reply-unexpected 250 (250, DATA, 354)'],
      [`MAIL FROM:<a@a.test> / 221 what / ${QUIT}`, 'reply-unexpected 221 (221, MAIL, 250)'],
      [`MAIL FROM:<a@a.test> / 599 what / ${QUIT}`, ''],
      [`MAIL FROM:<a@a.test> / 400 what / ${QUIT}`, ''],
      [`XYZ / 250 what / ${QUIT}`, ''],
      ['QUIT / 250 bye', 'reply-unexpected 250 (250, QUIT, 221)'],
    ]));
});

describe('a client', () => {
  it('is told where it spoke before the banner (RFC 5321 4.3.1)', () =>
    textFinds(earlyTalkers, [
      ['EHLO a.test / 220 mx.b.test ESMTP / 250 mx.b.test', 'spoke-before-banner EHLO (EHLO)'],
      ['PROXY TCP4 192.0.2.1 192.0.2.2 1 25 / 220 mx.b.test ESMTP / EHLO a.test / 250 mx.b.test', ''],
      ['220 mx.b.test ESMTP / EHLO a.test / 250 mx.b.test', ''],
      ['EHLO a.test / 554 no', ''],
      ['EHLO a.test / 250 mx.b.test', ''],
    ]));
});
