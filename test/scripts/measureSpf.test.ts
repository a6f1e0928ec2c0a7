import assert from 'node:assert/strict';
import { spfSuite } from '../../scripts/measure/spf.mjs';

const suite = `---
description: Somebody's mail
tests:
  inside: { helo: mx.contoso.test, host: 192.0.2.1, mailfrom: ann@contoso.test, result: pass }
  outside: { helo: mx.contoso.test, host: 192.0.2.9, mailfrom: ann@contoso.test, result: [softfail, fail] }
  silent: { helo: mx.contoso.test, host: 192.0.2.1, mailfrom: ann@silent.test, result: temperror }
  unquoted: { helo: mx.contoso.test, host: 192.0.2.1, mailfrom: ann@joined.test, result: pass }
  disputed: { helo: mx.contoso.test, host: 192.0.2.9, mailfrom: ann@contoso.test, result: pass }
zonedata:
  contoso.test: [{ SPF: v=spf1 mx -all }, { MX: [10, mx.contoso.test] }]
  mx.contoso.test: [{ A: 192.0.2.1 }]
  silent.test: [TIMEOUT]
  joined.test: [{ TXT: ['v=spf1 ip4:192.0', '.2.1 -all'] }]
`;

describe('the public test suite of SPF', () => {
  it('is run test by test, and what differs is named', async () =>
    assert.deepEqual(await spfSuite(suite), {
      passed: 4,
      wrong: ["Somebody's mail, disputed: fail instead of pass"],
    }));
});
