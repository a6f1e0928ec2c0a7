import assert from 'node:assert/strict';
import { sanitise as sanitised } from '../../../src/message/preview/sanitise.ts';
import { holding } from '../held.ts';
import { hostileHtml } from '../hostileHtml.ts';

const sanitise = holding('sanitised', sanitised);
const none = (): undefined => undefined;
const clean = (html: string): string => sanitise(html, none).html;

describe('hostile HTML', () => {
  for (const html of hostileHtml) {
    it(`is made harmless: ${html.slice(0, 60)}`, () => {
      const out = clean(html);
      // Text stays text; what counts is what stands in tags.
      const tags = [...out.matchAll(/<[^>]*>/g)].map(([tag]) => tag.toLowerCase()).join(' ');
      assert.doesNotMatch(
        tags,
        /<\/?(?:script|style|iframe|frame|object|embed|svg|math|form|input|button|link|meta|base|video|audio)\b/,
      );
      assert.doesNotMatch(tags, /\son\w+=|href=|srcset=|background=|poster=|url\(|expression|javascript:|position/);
      for (const [, src = ''] of tags.matchAll(/\ssrc="([^"]*)"/g))
        assert.match(src, /^data:image\/(?:png|jpe?g|gif|webp|bmp)/);
    });
  }

  it('is counted, with the hosts that would have been asked', () => {
    const { blocked } = sanitise(hostileHtml.join('\n'), none);
    for (const host of [
      'img',
      'protocol-relative',
      'srcset',
      'srcset2',
      'css',
      'table',
      'import',
      'font',
      'link',
      'iframe',
      'video',
      'poster',
    ]) {
      assert.ok(blocked.hosts.includes(`${host}.evil.test`), host);
    }
    for (const element of ['script', 'iframe', 'form', 'event handlers'])
      assert.ok(blocked.removed.includes(element), element);
    assert.ok(blocked.count >= 25, String(blocked.count));
  });

  it('of any size comes to its end, and says how much of its end was left out', () => {
    for (const piece of ['<', '<a ', '<div style="', 'url(', '<style', '&#', '<a href="x">', '<table><tr>', '"><!--']) {
      const { leftOut } = sanitise(piece.repeat(1_000_000), none);
      assert.ok(leftOut >= (piece.length - 1) * 1_000_000 && (piece.length > 1 || leftOut > 0), `${piece}: ${leftOut}`);
    }
  }).timeout(60_000);
});

describe('harmless HTML', () => {
  it('is left out from the 1,000,001st character on, and counted', () => {
    assert.equal(sanitise('x'.repeat(1_000_000), none).leftOut, 0);
    assert.equal(sanitise('x'.repeat(1_000_007), none).leftOut, 7);
  });

  it('names fifty hosts from which something would have been loaded, and counts the others', () => {
    const pictures = (count: number) =>
      Array.from({ length: count }, (_, i) => `<img src="https://h${i}.evil.test/x">`).join('');
    const { blocked } = sanitise(pictures(53), none);
    assert.deepEqual([blocked.count, blocked.hosts.length, blocked.moreHosts], [53, 50, 3]);
    assert.equal(sanitise(pictures(50), none).blocked.moreHosts, undefined);
  });

  it('keeps text, tables, colours and sizes', () => {
    assert.equal(
      clean(
        '<table width="600"><tr><td style="color: #333; padding: 4px; font-family: Arial, sans-serif">a <b>b</b></td></tr></table>',
      ),
      '<table width="600"><tr><td style="color: #333; padding: 4px; font-family: Arial, sans-serif">a <b>b</b></td></tr></table>',
    );
  });

  it('shows the pictures that the message carries', () => {
    const { html, blocked } = sanitise('<img src="cid:logo%40a.test" alt="Logo"><img src="cid:other">', (id) =>
      id === 'logo@a.test' ? 'data:image/png;base64,AAAA' : undefined,
    );
    assert.equal(html, '<img alt="Logo" src="data:image/png;base64,AAAA" /><img />');
    assert.equal(blocked.count, 0);
  });
});

describe('style sheets', () => {
  it('are each read for what they would load, also the last one that nothing closes', () => {
    const sheet = (host: string) => `<style>p { background: url(https://${host}/x) }`;
    const hosts = (html: string) => sanitise(html, none).blocked.hosts;
    assert.deepEqual(
      hosts(`<p>a</p>${sheet('a.test')}</style><p>url(https://no.test/x)</p>${sheet('b.test')}</style>`),
      ['a.test', 'b.test'],
    );
    assert.deepEqual(hosts(`${sheet('a.test')}</STYLE>${sheet('b.test')}`), ['a.test', 'b.test']);
    assert.deepEqual(hosts('<p>url(https://no.test/x)</p>'), []);
  });
});

describe('links', () => {
  const links = (html: string) => sanitise(html, none).links;

  it('are kept up to a number, and those beyond are counted', () => {
    const { links: kept, moreLinks } = sanitise('<a href="https://a.test/">x</a>'.repeat(503), none);
    assert.deepEqual([kept.length, moreLinks], [500, 3]);
    assert.equal(sanitise('<a href="https://a.test/">x</a>'.repeat(500), none).moreLinks, 0);
  });

  it('lead nowhere by themselves, and say where they would', () => {
    const { html } = sanitise('<a href="https://a.test/x?y=1">go <b>there</b></a>', none);
    assert.equal(html, '<a data-link="0" role="link" tabindex="0">go <b>there</b></a>');
    assert.deepEqual(links('<a href="https://a.test/x?y=1">go <b>there</b></a>'), [
      { href: 'https://a.test/x?y=1', host: 'a.test', text: 'go there', opens: true },
    ]);
  });

  it('are marked where their text names another host', () => {
    const [link] = links('<a href="https://phish.evil.test/login">https://www.contoso.com/login</a>');
    assert.equal(link?.shownHost, 'www.contoso.com');
    assert.equal(links('<a href="https://www.contoso.com/a">contoso.com</a>')[0]?.shownHost, undefined);
    assert.equal(links('<a href="https://x.evil.com/a">see version 1.2</a>')[0]?.shownHost, undefined);
    assert.equal(links('<a href="mailto:a@evil.com">billing@contoso.com</a>')[0]?.shownHost, 'contoso.com');
  });

  it('that run something are not opened', () => {
    for (const href of [
      'javascript:x',
      'data:text/html,x',
      'command:x',
      'file:///etc/passwd',
      'vscode://x/y',
      'relative',
    ]) {
      assert.equal(links(`<a href="${href}">x</a>`)[0]?.opens, false, href);
    }
  });
});
