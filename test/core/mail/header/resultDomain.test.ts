import assert from 'node:assert/strict';
import { domainIn } from '../../../../src/core/mail/header/resultDomain.ts';
import type { AuthResult } from '../../../../src/core/mail/message.ts';

/** The domain in properties `name=value`. */
const is = (expected: string | undefined, properties: readonly string[], ...names: readonly string[]): void =>
  assert.equal(
    domainIn(
      {
        properties: properties.map((one) => ({ property: one.replace(/=.*/, ''), value: one.replace(/^.*?=/, '') })),
      } as unknown as AuthResult,
      ...names,
    ),
    expected,
    properties.join(),
  );

describe('the domain in a result (RFC 8601 2.3)', () => {
  it('is that of the first property of these names', () => {
    is('b.test', ['x=y', 'd=B.test', 'i=@c.test'], 'd', 'i');
    is('c.test', ['x=y', 'd=B.test', 'i=a@C.test'], 'i');
    is('c.test', ['mailfrom=<a@c.test>'], 'mailfrom');
    is(undefined, ['x=y'], 'd');
    is(undefined, ['d=b'], 'd');
    is(undefined, ['d=b c.test'], 'd');
    is(undefined, ['d=b.test/x'], 'd');
    is(undefined, ['mailfrom=a@'], 'mailfrom');
    is(undefined, ['d=a.b.c.d.e.f.g.h.i.j.k.l'], 'd');
  });
});
