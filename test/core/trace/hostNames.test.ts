import assert from 'node:assert/strict';
import { halvesOf, isSameServer, shortName } from '../../../src/core/trace/hostNames.ts';

describe('names of hosts where there is little room', () => {
  const halves = (name: string, ...expected: readonly string[]): void => assert.deepEqual(halvesOf(name), expected);

  it('are cut in front of their domain', () => {
    halves('mx-in-7.filter.example', 'mx-in-7.', 'filter.example');
    halves('EUR05-DB8-obe.outbound.protection.outlook.com', 'EUR05-DB8-obe.outbound.protection.', 'outlook.com');
    halves('mx.test', 'mx.test', '');
    halves('contoso.test', 'contoso.test', '');
    halves('accounting-host', 'accounting-host', '');
    halves('a-host-with-one-label-of-many-letters', 'a-host-with-one-label-of-', 'many-letters');
    halves('mx.a-domain-of-many-letters.test', 'mx.a-domain-of-many-', 'letters.test');
    halves('2603:10a6:10:1:aaaa:bbbb:cccc:5', '2603:10a6:10:1:aaaa', ':bbbb:cccc:5');
  });

  it('keep beginning and domain in so many letters', () => {
    const long = 'DB5EUR03FT053.eop-EUR03.prod.protection.outlook.com';
    assert.equal(shortName(long, 51), long);
    assert.equal(shortName(long, 30), 'DB5EUR03FT053.eop-\u2026outlook.com');
    assert.equal(shortName(long, 14), 'DB5EUR\u2026ook.com');
    for (let most = 8; most < 60; most++) assert.ok(shortName(long, most).length <= most);
  });

  it('are of one server where a service calls it one thing inside and another outside', () => {
    const same = (one: string, other: string, expected: boolean): void =>
      assert.equal(isSameServer(one, other), expected, `${one} ${other}`);
    same('mx1.Contoso.test', 'MX1.contoso.test', true);
    same('DB5EUR03FT053.eop-EUR03.prod.protection.outlook.com', 'DB5EUR03FT053.mail.protection.outlook.com', true);
    same('mx1.contoso.test', 'mx2.contoso.test', false);
    same('mx1.contoso.test', 'mx1.fabrikam.test', false);
    same('mx1.contoso.test', 'mx1.evilcontoso.test', false);
    same('contoso.test', 'contoso.example', false);
  });
});
