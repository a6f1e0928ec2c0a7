import assert from 'node:assert/strict';
import { brandIn, brands } from '../../../../src/core/verdict/phish/brandRows.ts';

const NAMED = brands.filter(({ name }) => brandIn(name)?.name === name);

describe('a brand', () => {
  it('is found by its name in other words, and in no longer word', () => {
    assert.ok(brands.length >= 40);
    for (const { name } of NAMED) {
      for (const shown of [
        name,
        `${name} Support`,
        `${name.toLowerCase()} support team`,
        `${name.toUpperCase()} SUPPORT`,
      ])
        assert.equal(brandIn(shown)?.name, name, shown);
      assert.notEqual(brandIn(`x${name.replaceAll(' ', '')}x`)?.name, name, name);
    }
    // Names that are everyday words have more around them.
    for (const { name } of brands.filter((one) => !NAMED.includes(one)))
      assert.equal(brandIn(`An ${name} a day`), undefined, name);
  });

  it('is found behind marks that nobody sees, and far into a long name', () => {
    assert.equal(brandIn('P\u0430yPal')?.name, undefined);
    assert.equal(brandIn('Pa\u200byPal')?.name, 'PayPal');
    assert.equal(brandIn('Páypal')?.name, 'PayPal');
    assert.equal(brandIn('ＰａｙＰａｌ')?.name, 'PayPal');
    assert.equal(brandIn(`${' '.repeat(194)}PayPal`)?.name, 'PayPal');
    assert.equal(brandIn(`${' '.repeat(195)}PayPal`), undefined);
  });

  it('has domains of its own', () => {
    for (const { name, domains } of brands) {
      assert.ok(domains.length > 0, name);
      assert.equal(new Set(domains).size, domains.length, name);
      for (const domain of domains) {
        assert.match(domain, /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, `${name}: ${domain}`);
      }
    }
  });
});
