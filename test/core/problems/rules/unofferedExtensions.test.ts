import { unofferedExtensions } from '../../../../src/core/problems/rules/unofferedExtensions.ts';
import { ruleFinds, textFinds } from '../ruleFinds.ts';

describe('what was not offered', () => {
  it('is told where it is used', () =>
    ruleFinds(unofferedExtensions, [
      ['STARTTLS / 220 go', ''],
      ['BDAT 5 LAST / 503 no', 'extension-not-offered BDAT (BDAT, CHUNKING, RFC 3030 2)'],
      ['ETRN a.test / 500 no', 'extension-not-offered ETRN (ETRN, ETRN, RFC 1985 5)'],
      ['MAIL FROM:<a@a.test> / 250 ok', ''],
      ['MAIL FROM:<a@a.test> SIZE=1 / 250 ok', 'extension-not-offered SIZE=1 (SIZE, SIZE, RFC 1870 6)'],
      ['RCPT TO:<a@a.test> NOTIFY=NEVER / 503 no', 'extension-not-offered NOTIFY=NEVER (NOTIFY, DSN, RFC 3461 4)'],
      ['NOOP SIZE=1 / 250 ok', ''],
      ['HELO a.test / 250 ok / STARTTLS / 502 no', 'extension-not-offered STARTTLS (STARTTLS, STARTTLS, RFC 3207 4)'],
    ]));

  it('is a size above the limit that is stated', () =>
    textFinds(
      unofferedExtensions,
      (
        [
          ['SIZE 1000', 'SIZE=1000', ''],
          ['SIZE 1000', 'SIZE=1001', 'size-over-limit SIZE=1001 (1001, 1000)'],
          ['SIZE 1000', 'size=1001', 'size-over-limit size=1001 (1001, 1000)'],
          ['SIZE 0', 'SIZE=1001', ''],
          ['SIZE', 'SIZE=1001', ''],
          ['SIZE x', 'SIZE=1001', ''],
          ['SIZE 1000', 'SIZE=x', ''],
          ['SIZE 1000', 'SIZE=9999x', ''],
          ['SIZE 1000', 'SIZE=', ''],
          ['SIZE 1000x', 'SIZE=1001', ''],
          ['SIZE 1000', `SIZE=${'9'.repeat(20)}`, `size-over-limit SIZE=${'9'.repeat(20)} (${'9'.repeat(20)}, 1000)`],
        ] as const
      ).map(([offer, parameter, expected]) => [
        `220 mx ESMTP / EHLO a.test / 250-mx / 250 ${offer} / MAIL FROM:<a@a.test> ${parameter} / 250 ok`,
        expected,
      ]),
    ));
});
