import assert from 'node:assert/strict';
import { readPreview } from '../../../src/message/main.ts';
import { safeFileName } from '../../../src/message/parts/fileName.ts';
import { partContent } from '../../../src/message/parts/partContent.ts';
import { holding } from '../held.ts';
import { hostileMessage } from '../hostileHtml.ts';

const previewMessage = holding('preview', readPreview);
const source = (text: string | Buffer, line = 0) => ({
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
  line,
  start: 'message' as const,
  from: 'file' as const,
});

const mail = [
  'From: =?utf-8?Q?J=C3=BCrgen?= <j@contoso.test>',
  'To: bob@fabrikam.test',
  'Subject: =?utf-8?B?R3LDvMOfZQ==?=',
  'Date: Fri, 20 Nov 2026 10:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Gr=C3=BC=C3=9Fe =',
  'https://www.contoso.test/a.',
  '--b',
  'Content-Type: application/pdf',
  'Content-Disposition: attachment; filename="../rechnung.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0x',
  'LjQ=',
  '--b',
  'Content-Type: message/rfc822',
  '',
  'From: inner@contoso.test',
  'Subject: inner',
  '',
  'Inside.',
  '--b--',
  '',
];
const text = mail.join('\r\n');

describe('a part', () => {
  it('is found by the line in which it starts, and decoded', () => {
    const part = partContent(source(text, 14));
    assert.deepEqual([part?.name, part?.contentType], ['rechnung.pdf', 'application/pdf']);
    assert.equal(Buffer.from(part?.bytes ?? []).toString(), '%PDF-1.4');
    assert.equal(
      Buffer.from(partContent(source(text, 8))?.bytes ?? []).toString(),
      'Gr\u00fc\u00dfe https://www.contoso.test/a.',
    );
  });

  it('that is a message is that message', () => {
    const part = partContent(source(text, 21));
    assert.equal(part?.name, 'part.eml');
    assert.match(
      Buffer.from(part?.bytes ?? []).toString(),
      /^From: inner@contoso\.test\r\nSubject: inner\r\n\r\nInside\.$/,
    );
  });

  it('is not there for other lines', () => {
    for (const line of [1, 12, 500]) assert.equal(partContent(source(text, line)), undefined);
  });

  it('has a name by its type where nobody gave it one', () => {
    for (const [type, name] of [
      ['message/global', 'part.eml'],
      ['message/delivery-status', 'part.txt'],
      ['text/plain', 'part.txt'],
      ['text/html', 'part.html'],
      ['text/calendar', 'part.ics'],
      ['text/csv', 'part.csv'],
      ['image/png', 'part.png'],
      ['image/jpeg', 'part.jpg'],
      ['image/gif', 'part.gif'],
      ['application/pdf', 'part.pdf'],
      ['application/zip', 'part.zip'],
      ['application/gzip', 'part.gz'],
      ['application/octet-stream', 'part.bin'],
    ] as const) {
      const body = type === 'message/global' ? 'From: a@b.test\n\nx' : 'x';
      const mixed = `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: ${type}\n\n${body}\n--b--\n`;
      assert.equal(partContent(source(mixed, 3))?.name, name, type);
    }
  });

  it('has its name as it was meant', () => {
    const named = (name: string | Buffer): string | undefined =>
      partContent(
        source(
          Buffer.concat([
            Buffer.from(
              'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: attachment; filename="',
            ),
            Buffer.from(name),
            Buffer.from('"\n\nx\n--b--\n'),
          ]),
          3,
        ),
      )?.name;
    assert.equal(named('Grüße.txt'), 'Grüße.txt');
    assert.equal(named(Buffer.from('Gr\u00fc.txt', 'latin1')), 'Gr\u00fc.txt');
    assert.equal(named('=?utf-8?Q?=E4=B8=AD=C3=A4.txt?='), '中ä.txt');
  });

  it('has no encoding that it says it has, where somebody decoded it', () => {
    const encoded = (body: string): string =>
      Buffer.from(
        partContent(
          source(
            `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/xml\nContent-Transfer-Encoding: base64\n\n${body}\n--b--\n`,
            3,
          ),
        )?.bytes ?? [],
      ).toString();
    assert.equal(encoded('PGE+'), '<a>');
    assert.equal(encoded('P G\nE+!'), '<a>');
    assert.equal(encoded('<a>'), '<a>');
    assert.equal(encoded('  {"a":1}'), '  {"a":1}');
    assert.equal(encoded('Y/+8'), Buffer.from('Y/+8', 'base64').toString());
  });

  it('keeps every byte of a binary body', () => {
    const bytes = Buffer.concat([
      Buffer.from(
        'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: attachment; filename=x\nContent-Transfer-Encoding: binary\n\n',
      ),
      Buffer.from([0xff, 0x00, 0xfe, 0x80, 0x0d]),
      Buffer.from('\n--b--\n'),
    ]);
    assert.deepEqual([...(partContent(source(bytes, 3))?.bytes ?? [])].slice(0, 4), [0xff, 0x00, 0xfe, 0x80]);
  });
});

describe('the name of an attachment', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\evil.exe', 'evil.exe'],
    ['/etc/shadow', 'shadow'],
    ['..', 'part.bin'],
    ['.bashrc', 'bashrc'],
    ['con', '_con'],
    ['NUL.txt', '_NUL.txt'],
    ['com1.log', '_com1.log'],
    ['name. . .', 'name'],
    ['a\u0000b\r\nc.txt', 'a_b__c.txt'],
    ['invoice\u202efdp.exe', 'invoice_fdp.exe'],
    ['a:b|c?d*e<f>g"h', 'a_b_c_d_e_f_g_h'],
    ['file.txt:stream', 'file.txt_stream'],
    ['', 'part.bin'],
    ['///', 'part.bin'],
    ['Gr\u00fc\u00dfe.txt', 'Gr\u00fc\u00dfe.txt'],
  ];
  for (const [given, safe] of cases) {
    it(`${JSON.stringify(given)} becomes ${JSON.stringify(safe)}`, () =>
      assert.equal(safeFileName(given, 'part.bin'), safe));
  }
  it('is of bounded length and keeps its extension', () => {
    const name = safeFileName(`${'x'.repeat(5000)}.pdf`, 'part.bin');
    assert.ok(name.length <= 120 && name.endsWith('.pdf'));
    assert.equal(safeFileName('.'.repeat(4000), 'part.bin'), 'part.bin');
  });
});

describe('the preview', () => {
  it('shows fields, text, links and attachments decoded', async () => {
    const result = await previewMessage(source(text));
    assert.ok(result.kind === 'preview');
    const { preview } = result;
    assert.equal(preview.subject, 'Gr\u00fc\u00dfe');
    assert.match(preview.fields[0]?.value ?? '', /J\u00fcrgen/);
    assert.match(preview.text ?? '', /^Gr\u00fc\u00dfe https:\/\/www\.contoso\.test\/a\./);
    assert.deepEqual(
      preview.links.map(({ href }) => href),
      ['https://www.contoso.test/a'],
    );
    assert.deepEqual(
      preview.attachments.map(({ name, line }) => [name, line]),
      [['rechnung.pdf', 14]],
    );
  });

  it('is of the message in which the cursor stands', async () => {
    const result = await previewMessage(source(text, 24));
    assert.equal(result.kind === 'preview' && result.preview.subject, 'inner');
  });

  it('shows pictures of the message itself and nothing else', async () => {
    const html = [
      'From: a@b.test',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>Hi<img src="cid:pic@a"><img src="https://track.evil.test/1.gif"></p>',
      '--b',
      'Content-Type: image/png',
      'Content-ID: <pic@a>',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '--b--',
      '',
    ].join('\r\n');
    const result = await previewMessage(source(html));
    assert.ok(result.kind === 'preview');
    assert.match(result.preview.html ?? '', /<img src="data:image\/png;base64,iVBORw0KGgo=" \/><img \/>/);
    assert.deepEqual(result.preview.blocked, { count: 1, hosts: ['track.evil.test'], removed: [] });
  });

  it('lists 200 attachments, and counts the others and what is left out of a long text', async () => {
    const parts = (count: number) =>
      Array.from({ length: count }, (_, i) => `--b\r\nContent-Disposition: attachment; filename=${i}.txt\r\n\r\nx\r\n`);
    const shown = async (count: number, text: string) => {
      const head = 'From: a@b.test\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n';
      const result = await previewMessage(source(`${head}--b\r\n\r\n${text}\r\n${parts(count).join('')}--b--\r\n`));
      assert.ok(result.kind === 'preview');
      const { attachments, moreAttachments, leftOut, text: kept } = result.preview;
      return [attachments.length, moreAttachments, leftOut, kept?.length];
    };
    assert.deepEqual(await shown(200, 'Hi'), [200, undefined, undefined, 2]);
    assert.deepEqual(await shown(203, 'word '.repeat(200_001)), [200, 3, { text: 5 }, 1_000_000]);
  });

  it('shows the first 2000 characters of a field, and counts the others', async () => {
    const to = Array.from({ length: 200 }, (_, i) => `user${i}@fabrikam.test`).join(', ');
    const result = await previewMessage(source(`From: a@b.test\r\nTo: ${to}\r\n\r\nHi.\r\n`));
    assert.ok(result.kind === 'preview');
    const { value } = result.preview.fields[1] ?? { value: '' };
    assert.equal(value, `${to.slice(0, 2000)}… (${to.length - 2000} more characters)`);
  });

  it('says when there is no message, and shows one without a body', async () => {
    assert.equal((await previewMessage(source(''))).kind, 'no-message');
    const result = await previewMessage(source('From: a@b.test\r\nSubject: x\r\n'));
    assert.ok(result.kind === 'preview');
    assert.deepEqual([result.preview.html, result.preview.text], [undefined, undefined]);
  });

  it('of a hostile message gives names that are names', async () => {
    const result = await previewMessage(source(hostileMessage()));
    assert.ok(result.kind === 'preview');
    assert.match(result.preview.subject, /<img src=x/);
    assert.doesNotMatch(result.preview.attachments[0]?.name ?? '', /[/\\<>]/);
  });
});
