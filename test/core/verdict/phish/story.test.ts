import assert from 'node:assert/strict';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import type { Facts } from '../../../../src/core/verdict/phish/fact.ts';
import { isNear } from '../../../../src/core/verdict/phish/nearNames.ts';
import { phishStory } from '../../../../src/core/verdict/phish/story.ts';

interface Parts {
  readonly results?: string;
  readonly client?: string;
  readonly from?: string;
  readonly fields?: readonly string[];
  readonly type?: string;
  readonly body?: string;
}

/** A message as mx.northwind.test kept it for user@northwind.test. */
function message({ results, client, from, fields = [], type = 'text/plain', body = 'Hello' }: Parts): string {
  return [
    'Delivered-To: user@northwind.test',
    'Received: from mx.northwind.test by store.northwind.test with LMTP; Mon, 4 Mar 2024 10:00:02 +0000',
    ...(results === undefined ? [] : [`Authentication-Results: mx.northwind.test; ${results}`]),
    `Received: from ${client ?? 'mail.contoso.test (mail.contoso.test [203.0.113.9])'} by mx.northwind.test with ESMTP id 1; Mon, 4 Mar 2024 10:00:01 +0000`,
    `From: ${from ?? 'Bob <bob@contoso.test>'}`,
    'To: user@northwind.test',
    'Subject: x',
    ...(fields.some((field) => /^date:/i.test(field)) ? [] : ['Date: Mon, 4 Mar 2024 09:59:58 +0000']),
    ...fields,
    `Content-Type: ${type}`,
    '',
    body,
    '',
  ].join('\n');
}

function story(parts: Parts): Facts {
  const text = message(parts);
  return phishStory(text, readTicket(text, 'message').blocks[0] as Message);
}

const against = (parts: Parts): string =>
  story(parts)
    .against.map(({ words }) => words)
    .join('\n');

describe('what speaks against a message', () => {
  it('is nothing where nothing does', () => {
    const facts = story({ results: 'dmarc=pass header.from=contoso.test', body: 'See https://www.contoso.test/' });
    assert.deepEqual(facts.against, []);
    assert.deepEqual(facts.unknown, []);
  });

  it('is a check that failed, with its consequence', () => {
    assert.match(
      against({ results: 'dmarc=fail (p=reject) header.from=contoso.test' }),
      /contoso\.test.*(?:policy|refusal)/s,
    );
  });

  it('is a name with marks between its letters, and one with a comma that nobody quoted', () => {
    const marked = [...'Amazon'].join('\u033f');
    assert.match(against({ from: `${marked} <a@contoso.test>` }), /not known as one of Amazon/);
    assert.match(against({ from: 'Microsoft account team ,_<a@contoso.test>' }), /not known as one of Microsoft/);
  });

  it('is a check that passed for somebody else alone', () => {
    const spf = 'spf=pass smtp.mailfrom=bounce@fabrikam.test; dmarc=none';
    assert.match(against({ results: spf }), /SPF passed for fabrikam\.test.*Nothing of that is for contoso\.test/s);
    assert.deepEqual(story({ results: spf, client: 'x.fabrikam.test (x.fabrikam.test [203.0.113.9])' }).for, []);
    assert.doesNotMatch(against({ results: 'spf=pass smtp.mailfrom=b@mail.contoso.test' }), /Nothing of that/);
  });

  it('is a brand in the name of a sender whose address is of somebody else', () => {
    assert.match(
      against({ from: '"PayPal Service" <a@contoso.test>' }),
      /calls itself “PayPal Service”.*contoso\.test.*not known as one of PayPal/,
    );
    assert.doesNotMatch(against({ from: '"PayPal Service" <service@paypal.com>' }), /calls itself/);
    assert.doesNotMatch(against({ from: '"Pay Palmer" <a@contoso.test>' }), /calls itself/);
    assert.match(against({ from: '=?UTF-8?B?TWljcm9zb2Z0IDM2NQ==?= <a@contoso.test>' }), /one of Microsoft/);
  });

  it('is another address in the name, letters that look alike, and answers that go elsewhere', () => {
    assert.match(against({ from: '"ceo@northwind.com" <a@contoso.test>' }), /ceo@northwind\.com/);
    assert.match(against({ from: 'x <a@xn--contos-2nf.test>' }), /look/);
    assert.match(against({ fields: ['Reply-To: z@fabrikam.test'] }), /Answers go to z@fabrikam\.test/);
  });

  it("is a domain that is nearly the recipient's, and the recipient's own from outside", () => {
    assert.match(against({ from: 'a@northvvind.test' }), /northvvind\.test is nearly northwind\.test/);
    assert.match(against({ from: 'a@northwlnd.test' }), /nearly northwind\.test/);
    assert.match(against({ from: 'user@northwind.test' }), /address of the recipient itself/);
    assert.match(against({ from: 'it@northwind.test' }), /own domain northwind\.test/);
    assert.doesNotMatch(
      against({ from: 'it@northwind.test', results: 'dmarc=pass header.from=northwind.test' }),
      /own domain/,
    );
  });

  it('is a domain that begins like another', () => {
    assert.match(
      against({ from: 'a@paypal.com.secure-login.contoso.test' }),
      /begins like paypal\.com, and is of contoso\.test/,
    );
    assert.match(against({ from: 'a@paypal-billing.test' }), /paypal-billing\.test has the name of PayPal in it/);
  });

  it('is a link that lies, each kind once told with what is seen and where it leads', () => {
    const page = (anchor: string): string => against({ type: 'text/html', body: anchor });
    assert.match(
      page('<a href="https://fabrikam.test/">www.contoso.com</a>'),
      /“www\.contoso\.com” shows www\.contoso\.com and leads to fabrikam\.test/,
    );
    assert.match(page('<a href="http://203.0.113.77/login">x</a>'), /bare address 203\.0\.113\.77/);
    assert.match(page('<a href="http://3405803853/">x</a>'), /bare address 203\.0\.113\.77/);
    assert.match(
      page('<a href="https://contoso.com@fabrikam.test/">x</a>'),
      /contoso\.com in front of its host.*leads to fabrikam\.test/,
    );
    assert.match(page('<a href="javascript:alert(1)">x</a>'), /no address of the web.*javascript:/);
    assert.match(page('<a href="data:text/html;base64,PGI+">x</a>'), /no address of the web.*data:text/);
    assert.match(page('<a href="https://paypal.com.fabrikam.test/">x</a>'), /begins like paypal\.com/);
    assert.match(
      page('<form action="https://fabrikam.test/p"><input type="password"></form>'),
      /form.*fabrikam\.test.*asks for a password/s,
    );
  });

  it('is counted where many links do the same', () => {
    const links = Array.from({ length: 9 }, (_, i) => `<a href="http://203.0.113.77/${i}">x</a>`).join('');
    const words = against({ type: 'text/html', body: links });
    assert.equal(words.match(/bare address/g)?.length, 3);
    assert.match(words, /6 more links do the same/);
  });

  it('is a file that runs, hides its ending or is a page', () => {
    const file = (name: string): string =>
      against({
        type: 'multipart/mixed; boundary=b',
        body: `--b\n\nhi\n--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}\n\nx\n--b--`,
      });
    assert.match(file('invoice.pdf.exe'), /runs when it is opened, and its name begins like that of a document/);
    assert.match(file('invoice.js'), /“invoice\.js” runs when it is opened\./);
    assert.match(file('order.docm'), /macros/);
    assert.match(file('voicemail.htm'), /is a page/);
    assert.match(file('fdp\u202efdp.exe'), /hide how it ends/);
    assert.equal(file('report.pdf'), '');
  });

  it('is a date that is far off, and a host without a name', () => {
    assert.match(against({ fields: ['Date: Mon, 26 Feb 2024 09:59:58 +0000'] }), /Its Date lies 7 d[^.]* before/);
    assert.match(against({ client: 'x.test (unknown [203.0.113.9])' }), /203\.0\.113\.9\].* has no name in the DNS/);
    assert.match(
      against({ client: 'northwind.test (mail.fabrikam.test [203.0.113.9])' }),
      /called itself northwind\.test, a name of the receiver/,
    );
  });

  it('is a date that lies behind, and a host whose name is none of a mail server', () => {
    assert.equal(
      against({ fields: ['Date: Wed, 6 Mar 2024 10:00:01 +0000'] }),
      'Its Date lies 2 d after the moment at which mx.northwind.test took it.',
    );
    assert.equal(against({ fields: ['Date: Tue, 5 Mar 2024 09:00:00 +0000'] }), '');
    const named = (client: string): string => against({ client });
    const none = (name: string): string =>
      `The host [203.0.113.9] from which it came called itself ${name}, which is no name of a mail server.`;
    assert.equal(named('DESKTOP-1 ([203.0.113.9])'), none('DESKTOP-1'));
    assert.equal(named('[10.0.0.5] ([203.0.113.9])'), none('[10.0.0.5]'));
    assert.equal(named('localhost ([203.0.113.9])'), '');
    assert.equal(named('mail.fabrikam.test ([203.0.113.9])'), '');
  });

  it("is what the receiver's filter thought", () => {
    const above = message({}).replace('Received: from mail', 'X-Spam-Flag: YES\nReceived: from mail');
    const told = phishStory(above, readTicket(above, 'message').blocks[0] as Message);
    assert.match(told.against.map(({ words }) => words).join('\n'), /took it for spam/);
  });

  it('stands with its place', () => {
    const text = message({ type: 'text/html', body: 'hi\n<a href="http://203.0.113.77/">x</a>' });
    const facts = phishStory(text, readTicket(text, 'message').blocks[0] as Message);
    assert.equal(text.slice(facts.against[0]?.at.start).startsWith('<a href'), true);
  });
});

describe('what speaks for a message', () => {
  const good = (parts: Parts): string =>
    story(parts)
      .for.map(({ words }) => words)
      .join('\n');

  it('is DMARC that passed, links to its domain and a host of its own', () => {
    const words = good({ results: 'dmarc=pass header.from=contoso.test', body: 'https://www.contoso.test/x' });
    assert.match(words, /DMARC passed/);
    assert.match(words, /All links lead to contoso\.test/);
    assert.match(words, /came from mail\.contoso\.test \[203\.0\.113\.9\]/);
  });

  it('is nothing that the sender could have written', () => {
    assert.doesNotMatch(
      good({ fields: ['Authentication-Results: mx.fabrikam.test; dmarc=pass header.from=contoso.test'] }),
      /DMARC/,
    );
    assert.doesNotMatch(good({ body: 'https://www.contoso.test/x' }), /All links/);
    assert.doesNotMatch(good({ fields: ['X-Spam-Flag: NO', 'X-Spam-Status: No, score=-1'] }), /spam/i);
  });
});

describe('what cannot be told from a message', () => {
  const unknown = (parts: Parts): string =>
    story(parts)
      .unknown.map(({ words }) => words)
      .join('\n');

  it('is where links lead that a service keeps, what is packed, and what is encrypted', () => {
    assert.match(
      unknown({ body: 'https://bit.ly/a https://protect-eu.mimecast.com/s/b' }),
      /2 links lead where only a service knows: .*Mimecast/,
    );
    assert.match(
      unknown({
        type: 'multipart/mixed; boundary=b',
        body: '--b\nContent-Type: application/zip; name=a.zip\nContent-Disposition: attachment\n\nUEs=\n--b--',
      }),
      /packed in a\.zip/,
    );
    assert.match(
      unknown({ type: 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', body: 'MII=' }),
      /encrypted by S\/MIME/,
    );
    assert.match(
      unknown({ type: 'application/pkcs7-mime; smime-type=signed-data; name=smime.p7m', body: 'MII=' }),
      /inside an S\/MIME signature/,
    );
    assert.match(unknown({ body: 'https://bit.ly/a' }), /^1 link leads where only a service knows: bit\.ly\.$/m);
  });
});

describe('two domains', () => {
  it('are near where one is easily read as the other', () => {
    for (const [one, other] of [
      ['rnicrosoft.com', 'microsoft.com'],
      ['c0ntoso.test', 'contoso.test'],
      ['northwind.test', 'nortwhind.test'],
      ['northwind.test', 'northwinds.test'],
      ['northwind.test', 'northwin.test'],
    ])
      assert.equal(isNear(one as string, other as string), true, one);
    for (const [one, other] of [
      ['contoso.test', 'contoso.test'],
      ['abc.test', 'abd.test'],
      ['northwind.test', 'northland.test'],
      ['northwind.test', 'northwind.example'],
    ])
      assert.equal(isNear(one as string, other as string), false, one);
  });
});
