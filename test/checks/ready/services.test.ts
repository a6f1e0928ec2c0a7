import assert from 'node:assert/strict';
import { isHostOf, serviceNamed } from '../../../src/checks/ready/services.ts';

describe('a host of a service', () => {
  it('is the one that is named, or one below a star, in any case and with or without the final dot', () => {
    for (const [pattern, host, expected] of [
      ['mx.filter.test', 'mx.filter.test', true],
      ['MX.Filter.test.', 'mx.filter.test', true],
      ['mx.filter.test', 'MX.FILTER.test.', true],
      ['mx.filter.test', 'a.mx.filter.test', false],
      ['mx.filter.test', 'xmx.filter.test', false],
      ['filter.test', 'mx.filter.test', false],
      ['*.filter.test', 'mx.filter.test', true],
      ['*.Filter.test.', 'a.MX.filter.test.', true],
      ['*.filter.test', 'filter.test', false],
      ['*.filter.test', 'mx.otherfilter.test', false],
    ] as const)
      assert.equal(isHostOf(pattern, host), expected, `${pattern} ${host}`);
  });
});

describe('a service', () => {
  it('of Microsoft has an exchanger by the name of the domain, which hyphens hide', () => {
    assert.equal(serviceNamed('microsoft365', 'contoso.test')?.mx, '0 contoso-test.mail.protection.outlook.com.');
    assert.equal(serviceNamed('microsoft365', 'a.contoso.test')?.mx, '0 a-contoso-test.mail.protection.outlook.com.');
    assert.match(
      serviceNamed('microsoft365', 'con-toso.test')?.mx ?? '',
      /^0 [A-Z]+\.mail\.protection\.outlook\.com\.$/,
    );
    const { mx = '', mailExchangers = [] } = serviceNamed('microsoft365', 'contoso.test') ?? {};
    assert.ok(mailExchangers.some((one) => isHostOf(one, mx.slice(2))));
  });
  it('of Google has one exchanger', () => {
    const { mx = '', mailExchangers = [] } = serviceNamed('google', 'contoso.test') ?? {};
    assert.ok(mailExchangers.some((one) => isHostOf(one, mx.slice(2))));
  });
  it('is one of the own, before those that are known, or none', () => {
    const own = { ours: { spf: ['spf.ours.test'] }, google: { spf: ['x.test'] } };
    assert.deepEqual(serviceNamed('ours', 'contoso.test', own), { title: 'ours', spf: ['spf.ours.test'] });
    assert.deepEqual(serviceNamed('google', 'contoso.test', own), { title: 'google', spf: ['x.test'] });
    for (const name of ['', 'theirs', 'toString', 'constructor'])
      assert.equal(serviceNamed(name, 'contoso.test', own), undefined, name);
  });
});
