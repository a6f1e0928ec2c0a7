import assert from 'node:assert/strict';
import { type MessageLinks, messageLinks } from '../../../../src/core/mail/links/messageLinks.ts';
import { readAddress } from '../../../../src/core/mail/links/webAddress.ts';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

const read = (text: string): MessageLinks => messageLinks(text, readTicket(text, 'message').blocks[0] as Message);

const message = (type: string, encoding: string, body: string): string =>
  `From: a@contoso.test\nMIME-Version: 1.0\nContent-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n`;

const html = (body: string): MessageLinks => read(message('text/html; charset=utf-8', '8bit', body));

const addresses = ({ links }: MessageLinks): readonly string[] => links.map(({ address }) => address);

describe('the links of a message', () => {
  it('are found in plain text, without the punctuation around them', () => {
    const found = read(
      message('text/plain', '7bit', 'See https://contoso.test/a, (http://fabrikam.test/b).\n<https://northwind.test>'),
    );
    assert.deepEqual(addresses(found), ['https://contoso.test/a', 'http://fabrikam.test/b', 'https://northwind.test']);
  });

  it('are whole where a text breaks them or leaves something away', () => {
    const text = (body: string, type = 'text/plain'): readonly string[] => addresses(read(message(type, '7bit', body)));
    assert.deepEqual(text('<https://contoso.test/long/\n  and/on?x=1> and https://contoso.test/b\nnext'), [
      'https://contoso.test/long/and/on?x=1',
      'https://contoso.test/b',
    ]);
    assert.deepEqual(text('<https://contoso.test/a\nb c>'), ['https://contoso.test/a']);
    assert.deepEqual(text('at www.contoso.test/login, not user@www.contoso.test or awww.contoso.test'), [
      'http://www.contoso.test/login',
      'mailto:user@www.contoso.test',
    ]);
    assert.deepEqual(text('http://[2001:db8::1]/v6 ftp://contoso.test/x'), [
      'http://[2001:db8::1]/v6',
      'ftp://contoso.test/x',
    ]);
    assert.deepEqual(text('Write to ann.b+c@contoso.test, or mailto:bob@contoso.test.'), [
      'mailto:ann.b+c@contoso.test',
      'mailto:bob@contoso.test',
    ]);
    assert.deepEqual(text('URL:https://contoso.test/a\n b/c\\, d\nX:https://contoso.test/e\\nMore', 'text/calendar'), [
      'https://contoso.test/ab/c',
      'https://contoso.test/e',
    ]);
    assert.deepEqual(text('[InternetShortcut]\nURL=https://contoso.test/', 'application/x-url; name=go.url'), [
      'https://contoso.test/',
    ]);
  });

  it('stand in scripts, too, and a text may speak of a QR code', () => {
    const found = html('<script src=https://contoso.test/a></script><script>go("https://contoso.test/b")</script>');
    assert.deepEqual(
      found.links.map(({ kind, address }) => `${kind} ${address}`),
      ['script https://contoso.test/a', 'script https://contoso.test/b'],
    );
    assert.equal(found.speaksOfCode, undefined);
    for (const words of ['Scan the QR-code', 'Escanee el código QR', 'Inquadra il codice QR'])
      assert.ok(html(`<p>${words}</p>`).speaksOfCode !== undefined, words);
  });

  it('are told with their line through quoted-printable and base64', () => {
    const qp = 'one=20two\nthree <a href=3D"https://contoso.t=\nest/long=3Fa=3D1">Konto =C3=BCber</a>\n';
    const quoted = message('text/html; charset=utf-8', 'quoted-printable', qp);
    const [link] = read(quoted).links;
    assert.equal(link?.address, 'https://contoso.test/long?a=1');
    assert.equal(link?.text, 'Konto über');
    assert.equal(quoted.slice(link?.at).startsWith('<a href'), true);
    const page = `${'<p>filler</p>\n'.repeat(30)}<a href="https://contoso.test/x">k\u00f6nnen</a>`;
    const lines = Buffer.from(page)
      .toString('base64')
      .match(/.{1,76}/g) as string[];
    const packed = message('text/html; charset=utf-8', 'base64', lines.join('\r\n'));
    const [inBase64] = read(packed).links;
    assert.equal(inBase64?.address, 'https://contoso.test/x');
    assert.equal(inBase64?.text, 'können');
    const line = packed.slice(0, inBase64?.at).split('\n').length - 5 - 1;
    assert.equal(line, Math.floor((Buffer.byteLength(page.slice(0, page.indexOf('<a '))) * 4) / 3 / 76));
  });

  it('are read from base64 that is broken, as far as it goes', () => {
    const whole = Buffer.from('<a href="https://contoso.test/x">x</a> and more').toString('base64');
    assert.deepEqual(
      addresses(read(message('text/html', 'base64', `${whole.slice(0, 20)}!\0 *\n${whole.slice(20, -3)}`))),
      ['https://contoso.test/x'],
    );
  });

  it('are those of forms, pages that go on by themselves, maps and frames', () => {
    const found = html(
      '<form action="https://contoso.test/form"><input type=password></form><meta http-equiv="Refresh" content="0; URL=\'https://contoso.test/go\'">' +
        '<map><area href=https://contoso.test/area></map><iframe src="//contoso.test/frame"></iframe>',
    );
    assert.deepEqual(
      found.links.map(({ kind, address }) => `${kind} ${address}`),
      [
        'form https://contoso.test/form',
        'refresh https://contoso.test/go',
        'link https://contoso.test/area',
        'refresh https://contoso.test/frame',
      ],
    );
    assert.equal(found.asksPassword?.contentType, 'text/html');
  });

  it('are those of buttons, and none where a page only looks anew or shows what the message brings', () => {
    const found = html(
      '<form><button formaction="https://contoso.test/button">Go</button><button>No</button>' +
        '<input type="image" formaction=https://contoso.test/input></form>' +
        '<meta http-equiv=refresh content="5"><meta name="x" content="url=https://contoso.test/no">' +
        '<iframe src="about:blank"></iframe><a href="cid:logo@contoso.test">x</a><a href="\\\\contoso.test\\share">y</a>',
    );
    assert.deepEqual(
      found.links.map(({ kind, address }) => `${kind} ${address}`),
      ['form https://contoso.test/button', 'form https://contoso.test/input', 'link https://contoso.test/share'],
    );
    assert.equal(found.asksPassword, undefined);
  });

  it('are read in letters of the charset, with their place', () => {
    const latin = message('text/html; charset=iso-8859-1', '8bit', '');
    const of = (charset: string, octets: Buffer): MessageLinks['links'][number] | undefined =>
      read(message(`text/html; charset=${charset}`, 'base64', octets.toString('base64'))).links[0];
    const page = '<p>Grüße</p> <a href="https://contoso.test/x">Prüfen</a>';
    assert.equal(latin.includes('8bit'), true);
    assert.equal(of('iso-8859-1', Buffer.from(page, 'latin1'))?.text, 'Prüfen');
    assert.equal(of('utf-8', Buffer.from(page, 'latin1'))?.text, 'Prüfen');
    const japanese = Buffer.from('<a href="https://contoso.test/x">\x1b$B3NG\'\x1b(B</a>', 'latin1');
    assert.equal(of('iso-2022-jp', japanese)?.text, '確認');
    const ascii = '<p>Hello</p> <a href="https://contoso.test/x">Check</a>';
    const wide = Buffer.from(ascii, 'utf16le').toString('base64');
    const text = message('text/html; charset=utf-16le', 'base64', wide);
    const [link] = read(text).links;
    assert.deepEqual([link?.address, link?.text], ['https://contoso.test/x', 'Check']);
    assert.equal(link?.at, text.indexOf(wide) + Math.floor((ascii.indexOf('<a ') * 2 * 4) / 3));
  });

  it('are not looked for behind the first two million characters of a part, and that is said', () => {
    const two = (...bodies: readonly string[]): MessageLinks =>
      read(
        `From: a@contoso.test\nContent-Type: multipart/mixed; boundary=b\n\n${bodies.map((body) => `--b\n\n${body}\n`).join('')}--b--\n`,
      );
    const long = `${'x\n'.repeat(1_000_000)}https://contoso.test/late`;
    for (const bodies of [
      [long, 'https://contoso.test/a'],
      ['https://contoso.test/a', long],
    ]) {
      const found = two(...bodies);
      assert.deepEqual([addresses(found), found.cut], [['https://contoso.test/a'], true]);
    }
    assert.equal(two('a', 'b').cut, false);
  });

  it('are not looked for behind fifty parts, and that is said', () => {
    const parts = (count: number): MessageLinks =>
      read(
        `From: a@contoso.test\nContent-Type: multipart/mixed; boundary=b\n\n${Array.from(
          { length: count },
          (_, i) => `--b\n\nhttps://contoso.test/${i}\n`,
        ).join('')}--b--\n`,
      );
    assert.deepEqual([parts(50).links.length, parts(50).cut], [50, false]);
    assert.deepEqual([parts(51).links.length, parts(51).cut], [50, true]);
  });

  it('are read from tags that break off or have more attributes than anybody writes', () => {
    assert.deepEqual(addresses(html('<a href="https://contoso.test/x">x</a><a href')), ['https://contoso.test/x']);
    assert.deepEqual(addresses(html('<a ="1" =2 href="https://contoso.test/x">x</a>')), ['https://contoso.test/x']);
    assert.deepEqual(addresses(html('<a href="https://contoso.test/x')), ['https://contoso.test/x']);
    const many = Array.from({ length: 59 }, (_, i) => `a${i}=1`).join(' ');
    const two = (written: string): readonly string[] =>
      addresses(html(`<a ${written}>x</a><a href=https://contoso.test/y>y</a>`));
    assert.deepEqual(two(`${many} href=https://contoso.test/x`), ['https://contoso.test/x', 'https://contoso.test/y']);
    assert.deepEqual(two(`${many} b=1 href=https://contoso.test/x`), ['https://contoso.test/y']);
    assert.deepEqual(addresses(html(`<a href=https://contoso.test/x ${many} b=1 c=2`)), ['https://contoso.test/x']);
  });

  it('are read as browsers read them: entities, quotes of any kind, a base, comments for Outlook', () => {
    assert.deepEqual(addresses(html('<a href=&#104;ttps&colon;&sol;&sol;contoso&period;test&sol;a>x</a>')), [
      'https://contoso.test/a',
    ]);
    assert.deepEqual(addresses(html("<A title='>' HREF = 'https://contoso.test/?a=1&amp;b=2'>x</A>")), [
      'https://contoso.test/?a=1&b=2',
    ]);
    assert.deepEqual(addresses(html('<base href="https://contoso.test/x/"><a href="/login">x</a>')), [
      'https://contoso.test/login',
    ]);
    const based = (href: string): readonly string[] =>
      addresses(
        html(`<base href="https://contoso.test/x/y?z"><base href="https://fabrikam.test/"><a href="${href}">x</a>`),
      );
    assert.deepEqual(based('login'), ['https://contoso.test/x/login']);
    assert.deepEqual(based('\\login'), ['https://contoso.test/login']);
    assert.deepEqual(addresses(html('<base href="https://contoso.test"><a href="login">x</a>')), [
      'https://contoso.test/login',
    ]);
    assert.deepEqual(addresses(html('<a href="login">x</a>')), []);
    const shown = (text: string): string | undefined =>
      html(`<a href="https://contoso.test/">${text}</a>`).links[0]?.text;
    assert.equal(shown('&Uuml;&AMP;&uuml;&euro;&shy;&nbsp;&#8211;&#x2013;'), 'Ü&ü€ ––');
    assert.equal(shown('&copy=1&lt&foo;&#0;&#xd800;&#x110000;&#x1F600;'), '&copy=1<&foo;&#0;&#xd800;&#x110000;😀');
    assert.deepEqual(addresses(html('<!-- <a href="https://contoso.test/">x</a> -->')), []);
    assert.deepEqual(addresses(html('<!--[if mso]><a href="https://contoso.test/">x</a><![endif]-->')), [
      'https://contoso.test/',
    ]);
    assert.deepEqual(addresses(html('<style>"<a href=https://contoso.test/>"</style><a href="#top">x</a>')), []);
    assert.deepEqual(addresses(html('<base href="https://contoso.test/x/y?z"><a href="login">x</a>')), [
      'https://contoso.test/x/login',
    ]);
    assert.deepEqual(addresses(html('<base href="https://contoso.test"><a href="?a=1">x</a><a href="b">y</a>')), [
      'https://contoso.test?a=1',
      'https://contoso.test/b',
    ]);
    assert.deepEqual(addresses(html('<a href="https://contoso.test/a\nb\tc">x</a>')), ['https://contoso.test/abc']);
    assert.deepEqual(addresses(html('<svg><a xlink:href="https://contoso.test/svg">x</a></svg>')), [
      'https://contoso.test/svg',
    ]);
    assert.deepEqual(addresses(html('<!DOCTYPE html PUBLIC "x" "http://www.w3.org/TR/xhtml1.dtd"><p>hi')), []);
  });

  it('lie where their text names the host of somebody else', () => {
    const lie = (href: string, text: string): string | undefined =>
      html(`<a href="${href}">${text}</a>`).links[0]?.shownHost;
    assert.equal(lie('https://fabrikam.example.com/', 'https://www.contoso.com/login'), 'www.contoso.com');
    assert.equal(lie('https://login.contoso.com/', 'www.contoso.com'), undefined);
    assert.equal(
      lie('https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fcontoso.com%2F', 'contoso.com'),
      undefined,
    );
    assert.equal(
      lie('https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ffabrikam.com%2F', 'contoso.com'),
      'contoso.com',
    );
    assert.equal(lie('https://www.google.com/url?q=https://fabrikam.com/', 'google.com'), 'google.com');
    assert.equal(lie('https://protect-eu.mimecast.com/s/abc', 'contoso.com'), undefined);
    assert.equal(lie('http://192.0.2.7/', 'contoso.com'), 'contoso.com');
  });

  it('of a message inside are not those of the message around it', () => {
    const inner = 'From: b@fabrikam.test\nSubject: x\n\nhttps://fabrikam.test/inner\n';
    const text =
      'From: a@contoso.test\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhttps://contoso.test/outer\n' +
      `--b\nContent-Type: message/rfc822\n\n${inner}\n--b--\n`;
    assert.deepEqual(addresses(read(text)), ['https://contoso.test/outer']);
  });

  it('are counted where there are more than are kept', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `<a href="https://contoso.test/${i}">${i}</a>`).join('\n');
    const found = html(many);
    assert.equal(found.links.length, 2000);
    assert.equal(found.links.length + found.more, 10_000);
  });

  it('are found in a moment in pages that are made to be slow', () => {
    for (const piece of [
      '<',
      '<a ',
      '<a href="',
      "<a x='",
      '<!--',
      '&#',
      '<a href=https://a.test>',
      '=\n',
      'https://',
      'www.',
      'a@b.',
      '<https://a\n',
      '<script>',
      '<a a=b',
    ]) {
      assert.ok(html(piece.repeat(300_000)).links.length <= 2000);
      assert.ok(read(message('text/plain', 'quoted-printable', piece.repeat(300_000))).links.length <= 2000);
      assert.ok(read(message('text/calendar', '8bit', piece.repeat(300_000))).links.length <= 2000);
    }
  }).timeout(60_000);
});

describe('an address of the web', () => {
  it('is taken apart as a browser does', () => {
    assert.deepEqual(readAddress('HTTPS://user:pw@Contoso.TEST:8443/a?b#c'), {
      scheme: 'https',
      credentials: 'user:pw',
      host: 'contoso.test',
      port: 8443,
      path: '/a',
      query: 'b',
      fragment: 'c',
    });
    assert.equal(readAddress('https:\\\\contoso.com\\@fabrikam.test/')?.host, 'contoso.com');
    assert.equal(readAddress('https://contoso.com@fabrikam.test/')?.host, 'fabrikam.test');
    assert.equal(readAddress('ht\ntps://con\ttoso.test/')?.host, 'contoso.test');
    assert.equal(readAddress('https:contoso.test')?.host, 'contoso.test');
    assert.equal(readAddress('https://contoso%2Etest/')?.host, 'contoso.test');
    assert.equal(readAddress('https://contoso\u3002test/')?.host, 'contoso.test');
    for (const address of ['http://3221225991/', 'http://0xc0.0.0x2.7/', 'http://0300.0.02.07/', 'http://192.0.519/'])
      assert.equal(readAddress(address)?.host, '192.0.2.7', address);
    assert.equal(readAddress('javascript:alert(1)')?.scheme, 'javascript');
    assert.equal(readAddress('no address'), undefined);
    assert.equal(readAddress('https://'), undefined);
  });
});
