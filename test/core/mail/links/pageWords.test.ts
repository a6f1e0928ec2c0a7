import assert from 'node:assert/strict';
import { otherHost } from '../../../../src/core/mail/links/messageLinks.ts';
import { type Unwrapped, unwrap } from '../../../../src/core/mail/links/unwrap.ts';

/** The host that a text names where a link leads to another. */
const other = (address: string, text: string, more: Partial<Unwrapped> = {}): string | undefined =>
  otherHost({ ...unwrap(address), ...more }, text);

describe('a link whose text names a host', () => {
  it('lies where it leads to another organisation', () => {
    assert.equal(other('https://evil.com/x', 'www.contoso.com'), 'www.contoso.com');
    assert.equal(other('https://evil.com/x', 'see evil.com or contoso.com'), 'contoso.com');
    assert.equal(other('https://www.contoso.com/x', 'login.contoso.com'), undefined);
    assert.equal(other('https://host1/x', 'http://host1/'), undefined);
    assert.equal(other('https://evil.com/x', 'click here'), undefined);
    assert.equal(other('https://evil.com/x', ''), undefined);
    assert.equal(other('mailto:a@evil.com', 'contoso.com'), undefined);
  });

  it('does not where a filter stands in the text as well, but where a redirect does', () => {
    const wrapped = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent('https://evil.com/')}&data=x`;
    assert.equal(other(wrapped, 'eur01.safelinks.protection.outlook.com'), undefined);
    assert.equal(other(wrapped, 'contoso.com'), 'contoso.com');
    const redirected = `https://www.google.com/url?q=${encodeURIComponent('https://evil.com/')}`;
    assert.equal(other(redirected, 'www.google.com'), 'www.google.com');
    assert.equal(other(redirected, 'evil.com'), undefined);
  });

  it('is not held against what a service keeps to itself', () => {
    assert.equal(other('https://bit.ly/x', 'contoso.com'), undefined);
    assert.equal(other('https://evil.com/x', 'contoso.com', { ends: 'deep' }), undefined);
    assert.equal(other('https://evil.com/x', 'contoso.com', { ends: 'host' }), 'contoso.com');
    assert.equal(other('https://evil.com/x', 'contoso.com', { host: '' }), undefined);
  });
});
