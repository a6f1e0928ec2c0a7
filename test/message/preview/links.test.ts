import assert from 'node:assert/strict';
import { linksInText as allLinks, readLink as oneLink } from '../../../src/message/preview/links.ts';
import { sanitise } from '../../../src/message/preview/sanitise.ts';
import { holding } from '../held.ts';

const linksInText = holding('links', allLinks);
const readLink = holding('link', oneLink);

/** The host that a text names for a reader, where the link leads to another. */
const named = (text: string, href = 'https://evil.test/'): string | undefined => readLink(href, text).shownHost;

describe('a link whose text names another host', () => {
  it('is told whatever stands around the name', () => {
    assert.equal(named('contoso.com'), 'contoso.com');
    assert.equal(named('Log in at contoso.com now'), 'contoso.com');
    assert.equal(named('(www.contoso.com).'), 'www.contoso.com');
    assert.equal(named('Account/contoso.com'), 'contoso.com');
    assert.equal(named('Portal: https://mail.contoso.com/owa'), 'mail.contoso.com');
    assert.equal(named('write to billing@contoso.com'), 'contoso.com');
    assert.equal(named('https://contoso.com@evil.test/'), 'contoso.com');
    assert.equal(named('evil.test and contoso.com'), 'contoso.com');
    assert.equal(named('intranet.local'), 'intranet.local');
  });

  it('is told whatever invisible characters stand in or behind it', () => {
    for (const nothing of [
      '\u200b',
      '\u00ad',
      '\u2060',
      '\ufeff',
      '\u034f',
      '\u3164',
      '\u180e',
      '\u{e0041}',
      '\u2066',
    ]) {
      assert.equal(named(`contoso.com${nothing}`), 'contoso.com');
      assert.equal(named(`con${nothing}toso${nothing}.com`), 'contoso.com');
    }
  });

  it('is told whatever looks like its dots, its letters and its slash', () => {
    for (const dot of ['\uff0e', '\u3002', '\uff61', '\u2024', '\u00b7', '\u06d4', '\u30fb', '\u2022']) {
      assert.equal(named(`contoso${dot}com`), 'contoso.com', dot);
    }
    assert.equal(named('cоntosо.com'), 'contoso.com');
    assert.equal(named('ｃｏｎｔｏｓｏ.com'), 'contoso.com');
    assert.equal(named('contoso.com\u2215login.evil.test'), 'contoso.com');
    assert.equal(named('billing\uff20contoso.com'), 'contoso.com');
  });

  it('is told as it is drawn, not as it is stored', () => {
    assert.equal(named('\u202emoc.osotnoc'), 'contoso.com');
    assert.equal(named('\u202emoc.osotnoc\u202c/login'), 'contoso.com');
    const { html } = sanitise('<a href="https://evil.test/"><bdo dir="rtl">moc.osotnoc</bdo></a>', () => undefined);
    assert.doesNotMatch(html, /bdo/);
  });

  it('is told where the name is the look-alike of the host itself', () =>
    assert.equal(named('cоntosо.com', 'https://cоntosо.com/'), 'contoso.com'));

  it('is found in the HTML of a message', () => {
    const text = (html: string) => sanitise(`<a href="https://evil.test/">${html}</a>`, () => undefined).links[0];
    assert.equal(text('Go to <b>conto</b>&shy;so&#8203;.<i>com</i>!')?.shownHost, 'contoso.com');
  });
});

describe('a link whose text names no other host', () => {
  it('is left alone', () => {
    assert.equal(named('mail.evil.com', 'https://www.evil.com/'), undefined);
    assert.equal(named('https://web.archive.org/web/https://contoso.com/', 'https://web.archive.org/'), undefined);
    assert.equal(named('alice.me@evil.test'), undefined);
    for (const words of [
      'see version 1.2.3',
      'e.g. this',
      'Thanks.Please come',
      'Home•About',
      'タグ・ホイヤー',
      'ready。次',
      '',
    ]) {
      assert.equal(named(words), undefined, words);
    }
  });
});

describe('where a link leads', () => {
  it('is written as a browser reads it', () => {
    assert.equal(readLink(' https://EVIL.test/a b\n\nc ', '').href, 'https://evil.test/a%20bc');
    assert.equal(readLink('https://cоntoso.com/', '').host, 'xn--cntoso-wqf.com');
  });

  it('is never a part of an address: one that is too long is not opened', () => {
    const link = readLink(`https://evil.test/${'x'.repeat(40_000)}`, '');
    assert.equal(link.opens, false);
    assert.match(link.href, /…$/);
  });

  it('is found in a text without markup', () =>
    assert.deepEqual(
      linksInText('see https://a.test/b. and <https://a.test/b>').links.map(({ href, host }) => [href, host]),
      [['https://a.test/b', 'a.test']],
    ));

  it('is listed with 499 others of a text, and those beyond are counted once each', () => {
    const text = (count: number) => Array.from({ length: count }, (_, i) => `https://a.test/${i} `).join('');
    const { links, moreLinks } = linksInText(text(503) + text(503));
    assert.deepEqual([links.length, links.at(-1)?.href, moreLinks], [500, 'https://a.test/499', 3]);
    assert.equal(linksInText(text(500)).moreLinks, 0);
  });
});

describe('what a link shows', () => {
  it('is listed as plain text, and says where it is cut', () => {
    assert.equal(readLink('https://a.test/', 'x\u202ey\u200bz').text, 'x\ufffdy\ufffdz');
    assert.equal(readLink('https://a.test/', 'x'.repeat(301)).text, `${'x'.repeat(300)}…`);
  });
});

describe('names that are looked for', () => {
  // With a time that grew faster than the text, these would come to no end.
  it('are none in a long text of beginnings', () => {
    for (const piece of ['a.', 'a.b/', 'a.b@', 'a.com|', '\u202ea', '-', 'a:/'])
      assert.equal(named(piece.repeat(4_000_000 / piece.length), 'https://a.com/'), undefined, piece);
  });
});

describe('a link of the preview that a filter rewrote', () => {
  it('says what stands inside, and is held against that', () => {
    const safe = 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fcontoso.com%2Fa&data=05';
    const honest = readLink(safe, 'www.contoso.com');
    assert.deepEqual(honest.wrapped, { services: ['Microsoft Safe Links'], leads: 'https://contoso.com/a' });
    assert.equal(honest.shownHost, undefined);
    assert.equal(readLink(safe, 'northwind.com').shownHost, 'northwind.com');
  });

  it('says where only the service knows', () => {
    const kept = readLink('https://protect-eu.mimecast.com/s/AbC', 'contoso.com');
    assert.deepEqual(kept.wrapped, { services: ['Mimecast'] });
    assert.equal(kept.shownHost, undefined);
    assert.deepEqual(readLink('https://protect-eu.mimecast.com/s/AbC?domain=contoso.com', 'x').wrapped, {
      services: ['Mimecast'],
      leads: 'contoso.com',
    });
  });

  it('has nothing inside where none did', () => {
    assert.equal(readLink('https://contoso.com/', 'x').wrapped, undefined);
  });
});
