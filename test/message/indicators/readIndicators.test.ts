import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { IndicatorReport } from '../../../src/core/report/indicators/indicatorReport.ts';
import { renderIndicators } from '../../../src/core/report/indicators/renderIndicators.ts';
import type { Start } from '../../../src/core/ticket/ticket.ts';
import { readIndicators } from '../../../src/message/indicators/readIndicators.ts';
import { held } from '../held.ts';

const sha256 = (octets: string | Buffer): string => createHash('sha256').update(octets).digest('hex');

function read(text: string | Buffer, line = 0, start: Start = 'message'): IndicatorReport {
  const report = readIndicators({ bytes: Buffer.from(text), line, start, from: 'file' });
  assert.ok(report !== undefined);
  held('indicators', [report, renderIndicators([report], 'markdown')]);
  return report;
}

/** `kind value`, and what it leads to. */
const rows = ({ indicators }: IndicatorReport): readonly string[] =>
  indicators.map(({ kind, value, leadsTo }) => `${kind} ${value}${leadsTo === undefined ? '' : ` > ${leadsTo}`}`);

const HEAD = [
  'Delivered-To: user@northwind.test',
  'Received: from mx.northwind.test by store.northwind.test with LMTP; Mon, 4 Mar 2024 10:00:02 +0000',
  'Received: from relay.contoso.test (relay.contoso.test [203.0.113.9]) by mx.northwind.test with ESMTP; Mon, 4 Mar 2024 10:00:01 +0000',
  'Received: from [10.0.0.7] (unknown [198.51.100.66]) by relay.contoso.test with ESMTPA; Mon, 4 Mar 2024 10:00:00 +0000',
  'Return-Path: <bounce@fabrikam.test>',
  'From: "ceo@northwind.example" <bob@contoso.test>',
  'Reply-To: <other@fabrikam.test>',
  'To: user@northwind.test',
  'Subject: =?utf-8?B?UmVjaG51bmcgw7xiZXI=?=',
  'Message-ID: <1@contoso.test>',
  'Date: Mon, 4 Mar 2024 09:59:58 +0000',
  'MIME-Version: 1.0',
];
const FILE = Buffer.from([0x50, 0x4b, 3, 4, 0, 255, 10, 13, 128]);
const SAFE = 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ffabrikam.test%2Flogin&data=05';
const PHISH = [
  ...HEAD,
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  `<a href="${SAFE}">www.northwind.example</a>`,
  '--b',
  'Content-Type: application/zip; name="a.zip"',
  'Content-Disposition: attachment; filename="rechnung.zip"',
  'Content-Transfer-Encoding: base64',
  '',
  FILE.toString('base64'),
  '--b--',
  '',
].join('\r\n');

describe('the indicators of a message', () => {
  it('are its subject, id, addresses, hosts, links and files, with where each stands', () => {
    const report = read(PHISH);
    assert.deepEqual(rows(report), [
      'subject Rechnung über',
      'message-id <1@contoso.test>',
      'address bob@contoso.test',
      'address ceo@northwind.example',
      'address other@fabrikam.test',
      'address bounce@fabrikam.test',
      'ip 203.0.113.9',
      'host relay[.]contoso[.]test',
      'ip 198.51.100.66',
      'link hxxps://eur01[.]safelinks[.]protection[.]outlook[.]com/?url=https%3A%2F%2Ffabrikam.test%2Flogin&data=05 > hxxps://fabrikam[.]test/login',
      'host fabrikam[.]test',
      'attachment rechnung.zip',
    ]);
    const file = report.indicators.find(({ kind }) => kind === 'attachment');
    assert.equal(file?.sha256, sha256(FILE));
    assert.equal(file?.size, FILE.length);
    const lines = PHISH.split('\r\n');
    for (const [kind, where, text] of [
      ['subject', 'Subject', 'Subject:'],
      ['link', 'text/html part', '<a href'],
      ['attachment', 'application/zip', 'Content-Type: application/zip'],
    ]) {
      const found = report.indicators.find((one) => one.kind === kind);
      assert.equal(found?.where, where);
      assert.match(lines[(found?.line ?? 0) - 1] ?? '', new RegExp(`^${text}`));
    }
  });

  it('begin with what speaks against the message and for it', () => {
    const report = read(PHISH);
    assert.match(
      report.against.map(({ words }) => words).join('\n'),
      /shows www\[\.\]northwind\[\.\]example and leads to fabrikam\[\.\]test/,
    );
    const text = renderIndicators([report], 'markdown');
    assert.ok(text.indexOf('## Speaks against it') < text.indexOf('## Speaks for it'));
    assert.ok(text.indexOf('## Speaks for it') < text.indexOf('## Subject'));
  });

  it("leave out the receiver's own servers and the recipients, and say so", () => {
    const report = read(PHISH);
    assert.doesNotMatch(JSON.stringify(report.indicators), /northwind\.test|northwind\[\.\]test/);
    assert.match(
      report.leftOut.join(' '),
      /own servers are left out: store\[\.\]northwind\[\.\]test and mx\[\.\]northwind\[\.\]test\./,
    );
    assert.match(report.leftOut.join(' '), /recipients are left out \(1 address\)/);
  });

  it('are those of the message that was forwarded as an attachment', () => {
    const forward = (encoding: string, body: string): string =>
      [
        'From: user@northwind.test',
        'To: security@northwind.test',
        'Subject: Fwd: is this one?',
        'Content-Type: multipart/mixed; boundary=outer',
        '',
        '--outer',
        '',
        'please look',
        '--outer',
        `Content-Type: message/rfc822; name="reported.eml"${encoding}`,
        '',
        body,
        '--outer--',
        '',
      ].join('\r\n');
    const plain = read(forward('', PHISH));
    assert.equal(rows(plain)[0], 'subject Rechnung über');
    assert.match(plain.about, /“Rechnung über” in line 12, the one that was forwarded as an attachment/);
    assert.equal(plain.indicators.find(({ kind }) => kind === 'subject')?.line, 12 + 8);
    const packed = Buffer.from(PHISH)
      .toString('base64')
      .replace(/(.{76})/g, '$1\r\n');
    const encoded = read(forward('\r\nContent-Transfer-Encoding: base64', packed));
    assert.deepEqual(rows(encoded), rows(plain));
    assert.match(encoded.about, /in line 1, decoded from reported\[?\.\]?eml attached in line 10/);
  });

  it('are found in a ticket, for the message in which the line stands', () => {
    const ticket = `A user reports this:\n\n${HEAD.join('\n')}\n\nSee https://fabrikam.test/x\n`;
    assert.ok(rows(read(ticket, 0, 'anywhere')).includes('address bob@contoso.test'));
    const two = `From a@b Mon Mar  4 10:00:00 2024\nFrom: a@contoso.test\nSubject: one\n\nx\n\nFrom a@b Mon Mar  4 10:00:00 2024\nFrom: b@contoso.test\nSubject: two\n\nx\n`;
    assert.equal(rows(read(two, 8))[0], 'subject two');
  });

  it('are none where there is no message', () => {
    assert.equal(
      readIndicators({ bytes: Buffer.from('just a note\n'), line: 0, start: 'anywhere', from: 'file' }),
      undefined,
    );
  });

  it('have the hash of what can be read of broken base64, and say so', () => {
    const broken = PHISH.replace(FILE.toString('base64'), 'UEsD*BA\0A/w!oNgA');
    const file = read(broken).indicators.find(({ kind }) => kind === 'attachment');
    assert.match(file?.notes.join(' ') ?? '', /base64 is broken/);
    assert.equal(file?.sha256, sha256(Buffer.from('UEsDBAA/woNgA', 'base64')));
  });

  it('say of an empty file that its hash is that of every empty file', () => {
    const empty = read(PHISH.replace(FILE.toString('base64'), ''));
    const file = empty.indicators.find(({ kind }) => kind === 'attachment');
    assert.deepEqual(
      [file?.value, file?.size, file?.sha256, file?.notes.at(-1)],
      ['rechnung.zip', 0, sha256(''), 'It is empty: its hash is that of every empty file.'],
    );
  });

  it('are the same in a file of UTF-16', () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PHISH, 'utf16le')]);
    assert.deepEqual(rows(read(wide)), rows(read(PHISH)));
  });

  it('say which message they are of', () => {
    assert.equal(read(PHISH).about, 'Message “Rechnung über” in line 1');
    assert.equal(read(PHISH.replace(/Subject: .*\r\n/, '')).about, 'Message without a subject in line 1');
  });

  it('have the hash of octets as they came, also of those that are no text', () => {
    const raw = Buffer.concat([
      Buffer.from(
        `From: a@contoso.test\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: attachment; filename=x.bin\nContent-Transfer-Encoding: 8bit\n\n`,
      ),
      Buffer.from([0xff, 0xfe, 0x80, 0x41]),
      Buffer.from('\n--b--\n'),
    ]);
    const file = read(raw).indicators.find(({ kind }) => kind === 'attachment');
    assert.equal(file?.sha256, sha256(Buffer.from([0xff, 0xfe, 0x80, 0x41])));
  });

  it('open nothing that is packed', () => {
    const bomb = PHISH.replace(FILE.toString('base64'), Buffer.alloc(200_000).toString('base64'));
    assert.equal(read(bomb).indicators.find(({ kind }) => kind === 'attachment')?.size, 200_000);
  });

  it('are cut where there are very many, and say so', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `https://fabrikam.test/${i}`).join('\n');
    const report = read(`From: a@contoso.test\nSubject: x\n\n${many}\n`);
    assert.equal(report.indicators.filter(({ kind }) => kind === 'link').length, 2000);
    assert.match(report.leftOut.join(' '), /8000 more links are not listed/);
  });
});

describe('indicators as text', () => {
  const hostile = (format: 'markdown' | 'csv' | 'json'): string =>
    renderIndicators(
      [
        read(
          [
            'From: "=cmd|\' /C calc\'!A0" <a@contoso.test>',
            'Subject: =?utf-8?Q?=3DHYPERLINK(=22http://x=22)_|_`x`_[a](http://b.test)_=E2=80=AE<img>?=',
            'Message-ID: <@SUM(1)@contoso.test>',
            'Content-Type: multipart/mixed; boundary=b',
            '',
            '--b',
            '',
            'https://fabrikam.test/a|b`c`[d](e)<f>',
            '--b',
            "Content-Disposition: attachment; filename*=utf-8''%2Bcmd%7C%0A%E2%80%AEfdp.exe",
            '',
            'x',
            '--b--',
            '',
          ].join('\n'),
        ),
      ],
      format,
    );

  it('hold no formula in CSV', () => {
    const text = hostile('csv');
    for (const line of text.split('\r\n').filter((one) => one !== ''))
      for (const cell of line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)) assert.doesNotMatch(cell, /^"?[=+@\-|%\t]/, line);
    assert.match(text, /"'=HYPERLINK\(""/);
    assert.match(text.split('\r\n')[0] ?? '', /^message,kind,value,leads to,stands in,line,size,sha256,notes$/);
  });

  it('hold no markup, no link and no control character in Markdown', () => {
    const text = hostile('markdown');
    assert.doesNotMatch(text, /\u202e|https?:\/\//);
    // What stands in code spans is no markup.
    assert.doesNotMatch(text.replace(/(`+)[^\n]*?[^`]\1(?!`)/g, ''), /(?<!\\)<img|(?<!\\)\[a\]\(/);
    for (const line of text.split('\n').filter((one) => one.startsWith('| `')))
      assert.equal(line.replaceAll('\\|', '').split('|').length, 6, line);
  });

  it('are one object in JSON', () => {
    const text = hostile('json');
    assert.doesNotMatch(text, /\u202e/);
    const value = JSON.parse(text);
    assert.deepEqual(Object.keys(value), ['about', 'against', 'for', 'unknown', 'indicators', 'leftOut']);
    assert.equal(value.indicators[0].kind, 'subject');
  });
});
