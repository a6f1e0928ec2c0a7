import assert from 'node:assert/strict';
import { isGenericName } from '../../../src/checks/reverse/genericName.ts';

const v4 = '203.0.113.57';
const v6 = '2001:db8::1:22:333:4444';

describe('a name that a provider made', () => {
  for (const [name, address] of [
    ['203-0-113-57.contoso.test', v4],
    ['57.113.0.203.contoso.test', v4],
    ['host-203-0-113.contoso.test', v4],
    ['113-0-203.contoso.test', v4],
    ['0-113-57.contoso.test', v4],
    ['203000113057.contoso.test', v4],
    ['cb007139.contoso.test', v4],
    ['p203.000.113.057.contoso.test', v4],
    ['1-22-333-4444.contoso.test', v6],
    ['0001002203334444.contoso.test', v6],
    ['0001-0022-0333-4444.contoso.test', v6],
    ['4.4.4.4.3.3.3.0.2.2.0.0.1.0.0.0.contoso.test', v6],
    ['dsl-7.contoso.test', v4],
    ['DYNAMIC.contoso.test', v4],
    ['a.pool.contoso.test', v6],
  ] as const)
    it(`is ${name} of ${address}`, () => assert.equal(isGenericName(name, address), true));

  for (const [name, address] of [
    ['mail.contoso.test', v4],
    ['mail-57.contoso.test', v4],
    ['203-0.contoso.test', v4],
    ['mx.pool.contoso.test', v4],
    ['out-dynamic.contoso.test', v4],
    ['carpool.contoso.test', v4],
    ['1-22-333.contoso.test', v6],
    ['mail.contoso.test', v6],
    // The end of an address that was chosen by hand says nothing: any name holds a 1.
    ['0-0-0-1.contoso.test', '2001:db8::1'],
    ['0000000000000001.contoso.test', '2001:db8::1'],
    ['mail1.contoso.test', '2001:db8::1'],
  ] as const)
    it(`is not ${name} of ${address}`, () => assert.equal(isGenericName(name, address), false));

  it('is looked at up to 255 characters', () => {
    const end = (front: number): string => `${'a'.repeat(front)}.203-0-113-57`;
    assert.equal(isGenericName(end(255 - 13), v4), true);
    assert.equal(isGenericName(end(255), v4), false);
  });
});

describe('a name that holds an address', () => {
  it('has three octets of it in a row or more, forwards or backwards', () => {
    for (const [name, expected] of [
      ['a198-51-100.isp.test', true],
      ['a51-100-7.isp.test', true],
      ['a100-51-198.isp.test', true],
      ['a7-100-51.isp.test', true],
      ['7.100.51.198.isp.test', true],
      ['a198-051-100-007.isp.test', true],
      ['a198051100007.isp.test', true],
      ['ac6336407.isp.test', true],
      ['a198-51.isp.test', false],
      ['a51-100.isp.test', false],
      ['a100-7.isp.test', false],
      ['a100-51.isp.test', false],
      ['a198-100-51.isp.test', false],
      ['a198-51-7.isp.test', false],
    ] as const)
      assert.equal(isGenericName(name, '198.51.100.7'), expected, name);
  });
  it('has the last half of an address of IPv6', () => {
    for (const [name, address, expected] of [
      ['a1234-5678-9abc-def0.isp.test', '2001:db8::1234:5678:9abc:def0', true],
      ['a1234_5678_9abc_def0.isp.test', '2001:db8::1234:5678:9abc:def0', true],
      ['a12-5678-9abc-1.isp.test', '2001:db8::12:5678:9abc:1', true],
      ['0fedcba987654321.isp.test', '2001:db8::1234:5678:9abc:def0', true],
      ['a5678-9abc.isp.test', '2001:db8::1234:5678:9abc:def0', false],
      ['a0-0-0-1.isp.test', '2001:db8::1', false],
      ['a1-0-0-0.isp.test', '2001:db8::1:0:0:0', true],
      ['a.isp.test', 'no:address', false],
    ] as const)
      assert.equal(isGenericName(name, address), expected, name);
  });
});
