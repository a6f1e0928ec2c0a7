import { hostNames } from '../../../../src/core/problems/rules/hostNames.ts';
import { ruleFinds, textFinds } from '../ruleFinds.ts';

const x = (count: number): string => 'x'.repeat(count);
/** One octet more than a name has (RFC 5321 4.5.3.1.2). */
const LONG = `x${`${x(50)}.`.repeat(5)}`;

describe('the name of a client', () => {
  it('is told where it is no host', () =>
    ruleFinds(hostNames, [
      ['HELO / 501 no', 'helo-not-a-host HELO (HELO, )'],
      ['HELO a.test / 250 ok', ''],
      ['HELO pc / 250 ok', 'helo-not-qualified pc (HELO, pc)'],
      ['HELO pc. / 250 ok', 'helo-not-qualified pc. (HELO, pc.)'],
      ['HELO [192.0.2.1] / 250 ok', ''],
      ['HELO [IPv6:2001:db8::1] / 250 ok', ''],
      ['HELO [ipv6:::ffff:192.0.2.1] / 250 ok', ''],
      ['HELO [x-tag:some] / 250 ok', ''],
      ['HELO [192.0.2] / 250 ok', 'helo-not-a-host [192.0.2] (HELO, [192.0.2])'],
      ['HELO [192.0.2.1]x / 250 ok', 'helo-not-a-host [192.0.2.1]x (HELO, [192.0.2.1]x)'],
      ['HELO x[192.0.2.1] / 250 ok', 'helo-not-a-host x[192.0.2.1] (HELO, x[192.0.2.1])'],
      ['HELO 192.0.2.1 / 250 ok', 'helo-not-a-host 192.0.2.1 (HELO, 192.0.2.1)'],
      ['HELO 192.0.2.test / 250 ok', ''],
      ['HELO A-B.Test / 250 ok', ''],
      ['HELO a.b-c.test / 250 ok', ''],
      ['HELO a-.test / 250 ok', 'helo-not-a-host a-.test (HELO, a-.test)'],
      ['HELO a_b.test / 250 ok', 'helo-not-a-host a_b.test (HELO, a_b.test)'],
      ['HELO a..test / 250 ok', 'helo-not-a-host a..test (HELO, a..test)'],
      ['HELO bücher.test / 250 ok', ''],
      [`HELO ${x(63)}.test / 250 ok`, ''],
      [`HELO ${x(64)}.test / 250 ok`, `helo-not-a-host ${x(64)}.test (HELO, ${x(64)}.test)`],
      [`HELO ${`${x(50)}.`.repeat(5)} / 250 ok`, ''],
      [`HELO ${LONG} / 250 ok`, `helo-not-a-host ${LONG} (HELO, ${LONG.slice(0, 80)})`],
      ['LHLO pc / 250 ok', 'helo-not-qualified pc (LHLO, pc)'],
      ['HELO -x.test / 250 ok', 'helo-not-a-host -x.test (HELO, -x.test)'],
      ['NOOP pc / 250 ok', ''],
    ]));
});

describe('a name of two words', () => {
  it('is told as it stands', () =>
    textFinds(hostNames, [
      ['S: 220 mx.b.test ESMTP / C: HELO my pc  / S: 250 ok', 'helo-not-a-host my pc  (HELO, my pc)'],
    ]));
});

describe('the name of a server', () => {
  it('is told where its banner has none', () =>
    textFinds(
      hostNames,
      (
        [
          ['220 mx.b.test ESMTP', ''],
          ['220 mx ESMTP', ''],
          ['220 [192.0.2.1] ESMTP', ''],
          ['220 192.0.2.1 ESMTP', 'banner-not-a-host 192.0.2.1 (192.0.2.1)'],
          ['220 **** ESMTP', 'banner-not-a-host **** (****)'],
          ['220 ', 'banner-not-a-host 220'],
          ['220-*** / 220 mx.b.test', 'banner-not-a-host *** (***)'],
          ['554 *** no', ''],
        ] as const
      ).map(([banner, expected]) => [`${banner} / EHLO a.test / 250 ok / QUIT / 221 bye`, expected]),
    ));
});
