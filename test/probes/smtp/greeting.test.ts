import assert from 'node:assert/strict';
import { literal, nameIn } from '../../../src/probes/smtp/greeting.ts';

describe('a greeting', () => {
  for (const [line, name] of [
    ['220 MX1.contoso.test ESMTP ready', 'mx1.contoso.test'],
    ['220-mx1.contoso.test', 'mx1.contoso.test'],
    ['220   mx1.contoso.test hello', 'mx1.contoso.test'],
    ['220', ''],
    ['', ''],
  ] as const)
    it(`has the name ${name || '(none)'} in "${line}"`, () => assert.equal(nameIn([line, '220 other.test']), name));
  it('has none without a line', () => assert.equal(nameIn([]), ''));

  it('calls our own address by its literal (RFC 5321 4.1.3)', () =>
    assert.deepEqual(
      ['192.0.2.7', '2001:db8::7', undefined, 'elsewhere'].map((one) => literal(one)),
      ['[192.0.2.7]', '[IPv6:2001:db8::7]', '[127.0.0.1]', '[127.0.0.1]'],
    ));
});
