import assert from 'node:assert/strict';
import { domainOf, hasPublicSuffix, organisationOf, sameOrganisation } from '../../../src/core/mail/domains.ts';

describe('the organisation of a host (RFC 7489 3.2)', () => {
  it('is its domain below the public suffix', () => {
    for (const [host, organisation] of [
      ['mail.a.co.uk', 'a.co.uk'],
      ['MAIL.A.COM.', 'a.com'],
      ['a.com', 'a.com'],
      ['mail.a.test', 'a.test'],
      ['me.github.io', 'me.github.io'],
      ['x.me.github.io', 'me.github.io'],
      ['co.uk', undefined],
      ['localhost', undefined],
      ['192.0.2.1', undefined],
      ['2001:db8::1', undefined],
      ['a b.com', undefined],
      ['a@b.com', undefined],
      ['<b.com', undefined],
      ['[b.com]', undefined],
      ['"b.com', undefined],
      ['(b.com)', undefined],
      ['', undefined],
      ['mx_1.a.com', 'a.com'],
    ] as const)
      assert.equal(organisationOf(host), organisation, host);
  });

  it('is the same for two of its hosts', () => {
    assert.equal(sameOrganisation('a.b.com', 'c.B.com'), true);
    assert.equal(sameOrganisation('a.com', 'b.com'), false);
    assert.equal(sameOrganisation('localhost', 'localhost'), false);
  });

  it('has a public suffix', () => {
    for (const name of ['a.com', 'x.a.co.uk', 'me.github.io']) assert.equal(hasPublicSuffix(name), true, name);
    for (const name of ['com', 'co.uk', 'github.io', 'a.test', 'a']) assert.equal(hasPublicSuffix(name), false, name);
  });

  it('is behind the last @ of an address', () => {
    assert.equal(domainOf('<"a@x"@B.test>'), 'b.test');
    assert.equal(domainOf('a@b.test. >'), 'b.test');
    for (const address of ['a', 'a@', 'a@ >', '']) assert.equal(domainOf(address), undefined, address);
  });
});
