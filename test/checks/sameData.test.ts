import assert from 'node:assert/strict';
import { sameForm } from '../../src/checks/sameData.ts';

describe('data that two tools write', () => {
  const rows: readonly (readonly [type: string, one: string, other: string, isSame?: false])[] = [
    ['TXT', '"v=spf1 mx -all"', 'v=spf1 mx -all'],
    ['TXT', '"v=DKIM1; " "p=AB"', '"v=DKIM1; p=AB"'],
    ['TXT', '"v=DKIM1; " "p=AB"', 'v=DKIM1; p=AB'],
    ['SPF', '"v=spf1 " "-all"', 'v=spf1 -all'],
    ['TXT', 'V=spf1', 'v=spf1', false],
    ['TXT', '"a."', 'a', false],
    ['TXT', 'a b', 'ab', false],
    ['AAAA', '2001:db8::1', '2001:0DB8:0:0:0:0:0:1'],
    ['AAAA', ' 2001:db8::1 ', '2001:db8::1'],
    ['AAAA', '2001:db8::1', '2001:db8::2', false],
    ['AAAA', ' Nothing', 'nothing '],
    ['MX', '10 MX.contoso.test.', ' 10  mx.contoso.test '],
    ['MX', '10\tmx.contoso.test', '10 mx.contoso.test'],
    ['MX', '1 0mx.contoso.test', '10 mx.contoso.test', false],
    ['NS', 'ns1.contoso.test.', 'NS1.contoso.test'],
    ['A', '192.0.2.1', '192.0.2.1 '],
    ['A', '192.0.2.1', '192.0.2.10', false],
  ];
  for (const [type, one, other, isSame = true] of rows)
    it(`of ${type} ${isSame ? 'are the same' : 'differ'}: ${one} and ${other}`, () =>
      assert.equal(sameForm(type, one) === sameForm(type, other), isSame));
});
