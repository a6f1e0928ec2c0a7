import assert from 'node:assert/strict';
import { operatorOf, operators } from '../../../src/core/knowledge/operators.ts';

describe('who runs a host', () => {
  it('is told by the longest end of its name that is known', () => {
    for (const { name, domains } of operators) {
      for (const domain of domains)
        for (const host of [domain, `mx1.${domain}`, `a.b.${domain}.`, `MX.${domain.toUpperCase()}`])
          assert.equal(operatorOf(host)?.name, name, host);
    }
  });

  it('is nobody known where the host is rented, or only ends like one that is', () => {
    const [google] = operatorOf('google.com')?.domains ?? [];
    assert.ok(google !== undefined);
    for (const host of [
      `x${google}`,
      'bc.googleusercontent.com',
      '7.bc.googleusercontent.com',
      'contoso.test',
      'com',
      '',
      '.',
    ])
      assert.equal(operatorOf(host), undefined, host);
  });

  it('is searched for in forty labels at most', () => {
    assert.equal(operatorOf(`${'a.'.repeat(38)}google.com`)?.name, operatorOf('google.com')?.name);
    assert.equal(operatorOf(`${'a.'.repeat(40)}google.com`), undefined);
  });
});
