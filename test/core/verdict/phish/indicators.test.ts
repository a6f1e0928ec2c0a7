import assert from 'node:assert/strict';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { type Indicators, indicatorsOf } from '../../../../src/core/verdict/phish/indicators.ts';

const of = (text: string): Indicators => indicatorsOf(text, readTicket(text, 'message').blocks[0] as Message);

/** Each as `kind value → where it leads [place] notes`. */
const told = ({ list }: Indicators): readonly string[] =>
  list.map(
    ({ kind, value, leadsTo, where, notes }) =>
      `${kind} ${value}${leadsTo === undefined ? '' : ` → ${leadsTo}`} [${where}]${['', ...notes].join(' ')}`,
  );

const head = [
  'Delivered-To: user@northwind.test',
  'Received: from mx.northwind.test by store.northwind.test with LMTP; Mon, 4 Mar 2024 10:00:02 +0000',
  'Received: from mail-sor-f41.google.com (mail-sor-f41.google.com [209.85.220.41]) by mx.northwind.test with ESMTPS id 1; Mon, 4 Mar 2024 10:00:01 +0000',
  'Received: from pc.fabrikam.test ([198.51.100.7]) by smtp.fabrikam.test ([203.0.113.25]) with ESMTPA; Mon, 4 Mar 2024 09:59:59 +0000',
  'X-Originating-IP: [8.8.4.4]',
  'X-Sender-IP: 10.0.0.1',
  'DKIM-Signature: v=1; a=rsa-sha256; d=Mail.Fabrikam.test; s=s1; h=from; bh=YQ==; b=YQ==',
  'DKIM-Signature: v=1; a=rsa-sha256; s=s1; h=from; bh=YQ==; b=YQ==',
  'From: "bank@contoso.test" <ann@gmail.com>',
  'Reply-To: <pay@fabrikam.test>, <user@northwind.test>',
  'To: user@northwind.test',
  'Subject: =?utf-8?Q?Ihre_Rechnung?=',
  'Date: Mon, 4 Mar 2024 09:59:58 +0000',
  'Message-ID: <1@pc.fabrikam.test>',
  'MIME-Version: 1.0',
];

const message = [
  ...head,
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<a href="http://203.0.113.80/login">https://www.contoso.test/</a>',
  '<a href="http://[2001:4860:4860::8888]/x">x</a>',
  '<a href="https://docs.google.com/forms/d/1">Form</a>',
  '<a href="https://portal.northwind.test/a">ours</a> <a href="https://portal.northwind.test/a">ours</a>',
  '<a href="https://bit.ly/3abc">short</a>',
  '<a href="https://protect-eu.mimecast.com/s/AbC1?domain=evil.fabrikam.test">y</a>',
  '<a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fpay.fabrikam.test%2Fa&data=1">z</a>',
  '<a href="https://clicks.fabrikam.test/ls/click?upn=u001.abc">w</a>',
  '<a href="mailto:help@fabrikam.test?subject=x">write</a><a href="mailto:a%40b">no</a>',
  '<a href="tel:+49123">call</a>',
  '<form action="https://forms.fabrikam.test/post"><input type=password></form>',
  '<meta http-equiv=refresh content="0; url=https://go.fabrikam.test/">',
  '--b',
  'Content-Type: application/pdf; name="a.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0=',
  '--b--',
  '',
].join('\n');

describe('what others of a kind are found by', () => {
  it('is every address that the way names, however many fields name one', () => {
    const ips = [1, 2, 3, 4, 5, 6].map((n) => `8.8.4.${n}`);
    const fields = ips.map((ip) => `X-Originating-IP: [${ip}]`);
    const found = told(of([...fields, 'From: a@contoso.test', '', 'x'].join('\r\n')));
    assert.deepEqual(
      found.filter((one) => one.startsWith('ip ')),
      ips.map((ip) => `ip ${ip} [X-Originating-IP]`),
    );
  });

  it('is all that the message shows of its sender, with what is to be known of each', () => {
    const found = of(message);
    const madeUp = 'Hosts before the receiver wrote this, so it may be made up.';
    const border = 'The first host outside, as the receiver recorded it. It is of Google, which sends for many.';
    assert.deepEqual(told(found), [
      'subject Ihre Rechnung [Subject]',
      'message-id <1@pc.fabrikam.test> [Message-ID]',
      'address ann@gmail.com [From] Its domain is one in which anybody has a mailbox.',
      'address bank@contoso.test [From] It stands in the display name alone.',
      'address pay@fabrikam.test [Reply-To]',
      'address help@fabrikam.test [text/html part] A link writes to it.',
      `ip 209.85.220.41 [Received] ${border}`,
      `host mail-sor-f41.google.com [Received] ${border}`,
      `ip 198.51.100.7 [Received] ${madeUp}`,
      `ip 203.0.113.25 [Received] ${madeUp}`,
      `host pc.fabrikam.test [Received] ${madeUp}`,
      `host smtp.fabrikam.test [Received] ${madeUp}`,
      'ip 8.8.4.4 [X-Originating-IP]',
      'link http://203.0.113.80/login [text/html part] Its text shows www.contoso.test. Text: https://www.contoso.test/',
      'link http://[2001:4860:4860::8888]/x [text/html part] Text: x',
      'link https://docs.google.com/forms/d/1 [text/html part] Text: Form',
      'link https://portal.northwind.test/a [text/html part] It stands there 2 times. Text: ours',
      'link https://bit.ly/3abc [text/html part] Where it leads is known to bit.ly alone. Text: short',
      'link https://protect-eu.mimecast.com/s/AbC1?domain=evil.fabrikam.test → evil.fabrikam.test [text/html part] The address is known to Mimecast alone; its host is shown. Text: y',
      'link https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fpay.fabrikam.test%2Fa&data=1 → https://pay.fabrikam.test/a [text/html part] Microsoft Safe Links stands around it. Text: z',
      'link https://clicks.fabrikam.test/ls/click?upn=u001.abc [text/html part] Where it leads is known to SendGrid alone. Text: w',
      'link tel:+49123 [text/html part] Text: call',
      'link https://forms.fabrikam.test/post [text/html part] A form sends to it.',
      'link https://go.fabrikam.test/ [text/html part] The page goes on to it by itself.',
      'ip 203.0.113.80 [text/html part] A link leads to it.',
      'ip 2001:4860:4860::8888 [text/html part] A link leads to it.',
      'host docs.google.com [text/html part] A link leads to it. It is a site of many: block the address, not the host.',
      "host portal.northwind.test [text/html part] A link leads to it. It is of the recipient's own domain.",
      ...['evil', 'pay', 'clicks', 'forms', 'go'].map(
        (name) => `host ${name}.fabrikam.test [text/html part] A link leads to it.`,
      ),
      'host mail.fabrikam.test [DKIM-Signature d=]',
      'attachment a.pdf [application/pdf]',
    ]);
    assert.deepEqual(found.leftOut, [
      "The receiver's own servers are left out: store.northwind.test and mx.northwind.test.",
      'The recipients are left out (1 address).',
    ]);
  });

  it('are all hosts where no line shows who the receiver is, and an own address that the sender shows', () => {
    const found = of(
      'From: <user@northwind.test>\nTo: user@northwind.test, eve@northwind.test\nSubject: x\n\nhttps://www.w3.org/1999/xhtml\n',
    );
    assert.deepEqual(told(found), [
      'subject x [Subject]',
      "address user@northwind.test [From] It is of the recipient's own domain.",
    ]);
    assert.deepEqual(found.leftOut, [
      'No Received field shows who the receiver is, so nothing of its own is left out.',
      'The recipients are left out (2 addresses).',
    ]);
    assert.deepEqual(of('From: ann@contoso.test\n\nx\n').leftOut, [
      'No Received field shows who the receiver is, so nothing of its own is left out.',
    ]);
  });

  it('are to be blocked by their address, where the host is a site of many', () => {
    const note = (host: string): readonly string[] | undefined =>
      of(`From: ann@contoso.test\n\nhttps://${host}/x\n`).list.find((one) => one.kind === 'host' && one.value === host)
        ?.notes;
    const many = ['A link leads to it.', 'It is a site of many: block the address, not the host.'];
    for (const domain of (
      'google.com googleusercontent.com youtube.com microsoft.com live.com sharepoint.com office.com dropbox.com ' +
      'facebook.com instagram.com linkedin.com twitter.com x.com amazonaws.com amazon.com apple.com icloud.com github.com adobe.com ' +
      'docusign.net wetransfer.com notion.so canva.com wikipedia.org cloudflare.com paypal.com yahoo.com proton.me'
    ).split(' '))
      assert.deepEqual(note(`www.${domain}`), many, domain);
    // These have names of others below them, and are none of them.
    for (const host of ['storage.googleapis.com', 'firebasestorage.googleapis.com'])
      assert.deepEqual(note(host), many, host);
    assert.deepEqual(note('fabrikam.s3.amazonaws.com'), ['A link leads to it.']);
    assert.deepEqual(note('www.fabrikam.test'), ['A link leads to it.']);
  });

  it('are listed up to two hundred of a kind, links up to two thousand, and how many are left is said', () => {
    const links = (count: number): Indicators =>
      of(
        `From: ann@contoso.test\n\n${Array.from({ length: count }, (_, i) => `https://h${i}.fabrikam.test/\n`).join('')}`,
      );
    const count = ({ list }: Indicators, of: string): number => list.filter(({ kind }) => kind === of).length;
    const [own] = links(200).leftOut;
    assert.deepEqual(links(200).leftOut, [own]);
    assert.deepEqual(links(203).leftOut, [own, '3 more of the kind host are not listed.']);
    assert.deepEqual([count(links(203), 'link'), count(links(203), 'host')], [203, 200]);
    assert.deepEqual(links(2002).leftOut, [
      own,
      '2 more links are not listed.',
      '1800 more of the kind host are not listed.',
    ]);
    const long = of(`From: ann@contoso.test\n\nhttps://fabrikam.test/\n${'x'.repeat(2_000_001)}\n`);
    assert.deepEqual(long.leftOut, [own, 'The end of a long body was not searched for links.']);
  });
});
