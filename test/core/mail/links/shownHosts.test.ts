import assert from 'node:assert/strict';
import { shownHosts } from '../../../../src/core/mail/links/shownHosts.ts';

const is = (text: string, ...hosts: readonly string[]): void => assert.deepEqual([...shownHosts(text)], hosts, text);

describe('the hosts that a text names for whoever looks at it', () => {
  it('stand in addresses of web and mail, and bare', () => {
    is('https://www.Contoso.com/a.b?c.d#e.f', 'www.contoso.com');
    is('see contoso.com and fabrikam.co.uk', 'contoso.com', 'fabrikam.co.uk');
    is('a.b@contoso.com', 'contoso.com');
    is('http://contoso.com@fabrikam.com/', 'contoso.com', 'fabrikam.com');
    is('http:/contoso.com\\x.com', 'contoso.com');
    is('(contoso.com)', 'contoso.com');
    is('contoso.com,fabrikam.com', 'contoso.com', 'fabrikam.com');
    is('contoso.com/x.com', 'contoso.com');
    is('contoso.com contoso.com,contoso.com', 'contoso.com', 'contoso.com');
  });

  it('need a suffix that exists where they are not surely meant', () => {
    is('a file.txt of');
    is('file.test', 'file.test');
    is('a@file.test', 'file.test');
    is('go to www.file.test now', 'www.file.test');
    is('http://file.test here', 'file.test');
    is('1.2.3 and v1.2', ...[]);
    is('contoso');
    is('a.b');
    is('...contoso.com--', 'contoso.com');
    is('');
  });

  it('are read as they look', () => {
    is('contoso\u3002com', 'contoso.com');
    is('contoso\u2024com', 'contoso.com');
    is('www\u30fbcontoso\u00b7com', 'www.contoso.com');
    is('contoso.com\u2215x.com', 'contoso.com');
    is('con\u200bto\u00adso.com', 'contoso.com');
    is('\u202emoc.osotnoc', 'contoso.com');
    is('a \u202emoc.osotnoc\u202c b', 'contoso.com');
    is('ｃontoso．com', 'contoso.com');
    is('münchen.de', 'xn--mnchen-3ya.de');
    is('file\u00b7test is', ...[]);
  });
});
