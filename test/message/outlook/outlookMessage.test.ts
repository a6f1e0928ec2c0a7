import assert from 'node:assert/strict';
import type { Message } from '../../../src/core/mail/message.ts';
import { NOT_RESTORED } from '../../../src/core/text/outlookFile.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readOutlookMessage } from '../../../src/message/outlook/outlookMessage.ts';
import { compoundFile, type Storage } from '../../support/compoundFile.ts';
import { held } from '../held.ts';

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
/** Properties of fixed length behind `top` octets ([MS-OXMSG] 2.4), each as its number and its value. */
const properties = (top: number, ...fixed: readonly (readonly [number, bigint])[]): [string, Buffer] => {
  const rows = fixed.map(([id, value]) => {
    const row = Buffer.alloc(16);
    row.writeUInt16LE(id, 2);
    row.writeBigUInt64LE(value, 8);
    return row;
  });
  return ['__properties_version1.0', Buffer.concat([Buffer.alloc(top), ...rows])];
};
const fileOf = (...entries: readonly (readonly [string, Buffer | Storage])[]): Buffer => compoundFile(new Map(entries));
const attached = (name: string, data: Buffer): Storage =>
  new Map([properties(8), ['__substg1.0_3707001F', wide(name)], ['__substg1.0_37010102', data]]);

const header = [
  'Received: from a.test (a.test [192.0.2.1]) by b.test; Fri, 20 Nov 2026 10:00:00 +0000',
  'From: Alice <alice@contoso.test>',
  'To: bob@fabrikam.test',
  'Subject: Report',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed;',
  '\tboundary="gone"',
  '',
].join('\r\n');

const received: Storage = new Map<string, Buffer | Storage>([
  properties(32),
  ['__substg1.0_007D001F', wide(header)],
  ['__substg1.0_1000001F', wide('Grüße\r\n')],
  ['__substg1.0_10130102', Buffer.from('<p>Hello</p>')],
  ['__attach_version1.0_#00000000', attached('list.csv', Buffer.from('a,b\n'))],
]);
const bytes = compoundFile(received);

const textOf = (octets: Uint8Array): string => {
  const read = readOutlookMessage(octets);
  assert.ok(read.ok, read.ok ? '' : read.problem);
  held('message of Outlook', read.text.replace(/=_[\w-]{5,60}/g, '(boundary)'));
  return read.text;
};

describe('a message in a file of Outlook', () => {
  it('has the headers that it was received with, its bodies and its attachments', () => {
    const [message] = readTicket(textOf(bytes), 'message').blocks as Message[];
    assert.equal(message?.hops.length, 1);
    assert.deepEqual(
      message.fields.map(({ name }) => name),
      ['Comments', 'Received', 'From', 'To', 'Subject', 'MIME-Version', 'Content-Type'],
    );
    const [bodies, file] = message.root.parts;
    assert.deepEqual(
      bodies?.parts.map(({ contentType }) => contentType),
      ['text/plain', 'text/html'],
    );
    assert.equal(file?.filename, 'list.csv');
    assert.match(textOf(bytes), new RegExp(Buffer.from('a,b\n').toString('base64')));
  });

  it('says what cannot be restored', () => {
    assert.ok(textOf(bytes).startsWith(`Comments: ${NOT_RESTORED}\r\n`));
  });

  it('has headers made of what Outlook kept, where there are no others', () => {
    const sent: Storage = new Map<string, Buffer | Storage>([
      properties(32),
      ['__substg1.0_0037001F', wide('Grüße an alle\r\nBcc: eve@contoso.test')],
      ['__substg1.0_0C1A001F', wide('Alice, Sales')],
      ['__substg1.0_5D01001F', wide('alice@contoso.test')],
      ['__substg1.0_1000001F', wide('Hello')],
      [
        '__recip_version1.0_#00000000',
        new Map([
          properties(8),
          ['__substg1.0_3001001F', wide('Bob')],
          ['__substg1.0_39FE001F', wide('bob@fabrikam.test')],
        ]),
      ],
    ]);
    const text = textOf(compoundFile(sent));
    assert.match(text, /^From: "Alice, Sales" <alice@contoso\.test>\r$/m);
    assert.match(text, /^To: Bob <bob@fabrikam\.test>\r$/m);
    assert.match(text, /^Subject: =\?utf-8\?B\?/m);
    assert.doesNotMatch(text, /^Bcc:/m);
    assert.match(text, /no headers as they travelled/);
  });

  const sent = (value: bigint, id = 0x0039): string | undefined =>
    /^Date: (.*)\r$/m.exec(textOf(fileOf(properties(32, [id, value]), ['__substg1.0_0037001F', wide('x')])))?.[1];
  /** 100 nanoseconds since 1601. */
  const clock = (date: string): bigint => BigInt(Date.parse(date) + 11_644_473_600_000) * 10_000n;

  it('has the date that it was sent on, else when it came', () => {
    assert.equal(sent(clock('2026-11-20T10:00:01Z')), 'Fri, 20 Nov 2026 10:00:01 +0000');
    assert.equal(sent(clock('2026-11-20T10:00:01Z'), 0x0e06), 'Fri, 20 Nov 2026 10:00:01 +0000');
    assert.equal(sent(clock('4500-12-31T00:00:00Z')), 'Fri, 31 Dec 4500 00:00:00 +0000');
    for (const none of [0n, 0x0cb34557a3dd4000n, 0xffffffffffffffffn]) assert.equal(sent(none), undefined);
  });

  it('has each kind of recipient in its own field, and X.500 names where there is no address', () => {
    const recipient = (n: number, kind: bigint, name: string, address: string): [string, Storage] => [
      `__recip_version1.0_#0000000${n}`,
      new Map([
        properties(8, [0x0c15, kind]),
        ['__substg1.0_3001001F', wide(name)],
        ['__substg1.0_3003001F', wide(address)],
      ]),
    ];
    const text = textOf(
      fileOf(
        properties(32),
        ['__substg1.0_0C1A001F', wide('Alice')],
        ['__substg1.0_0C1F001F', wide('/O=CONTOSO/CN=ALICE')],
        ['__substg1.0_1035001F', wide('<1@contoso.test>')],
        recipient(0, 2n, 'carol@contoso.test', 'carol@contoso.test'),
        recipient(1, 1n, 'Bob', 'bob@fabrikam.test'),
        recipient(2, 3n, 'Dan', 'dan@contoso.test'),
        recipient(3, 1n, 'Eve', 'eve@contoso.test'),
      ),
    );
    assert.deepEqual(
      text.split('\r\n').filter((line) => /^(?:From|To|Cc|Bcc|Message-ID| )/.test(line)),
      [
        'From: Alice </O=CONTOSO/CN=ALICE>',
        'To: Bob <bob@fabrikam.test>,',
        ' Eve <eve@contoso.test>',
        'Cc: <carol@contoso.test>',
        'Bcc: Dan <dan@contoso.test>',
        'Message-ID: <1@contoso.test>',
      ],
    );
  });

  it('has its texts in the code page that it names', () => {
    const subject = (octets: string, ...page: readonly bigint[]): string | undefined =>
      readTicket(
        textOf(
          fileOf(properties(32, ...page.map((one): [number, bigint] => [0x3ffd, one])), [
            '__substg1.0_0037001E',
            Buffer.from(octets, 'hex'),
          ]),
        ),
        'message',
      ).blocks.flatMap((block) =>
        block.kind === 'message' ? block.fields.filter(({ name }) => name === 'Subject').map(({ value }) => value) : [],
      )[0];
    const encoded = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
    assert.equal(subject('4772fcdf6500'), encoded('Grüße'));
    assert.equal(subject('cff0e8e2e5f200', 1251n), encoded('Привет'));
    assert.equal(subject('f0d2c9d7c5d400', 20866n), encoded('Привет'));
    assert.equal(subject('a4', 28605n), encoded('€'));
    assert.equal(subject('93fa967b', 932n), encoded('日本'));
  });

  it('says in which character set its HTML is', () => {
    const charset = (...page: readonly bigint[]): string | undefined =>
      /text\/html; charset=(\S+)/.exec(
        textOf(
          fileOf(properties(32, ...page.map((one): [number, bigint] => [0x3fde, one])), [
            '__substg1.0_10130102',
            Buffer.from('<p>x</p>'),
          ]),
        ),
      )?.[1];
    const pages = [65001n, 1252n, 20127n, 28591n, 28592n, 28605n, 28606n, 28590n, 50220n, 51932n, 936n];
    assert.deepEqual(
      [charset(), ...pages.map((page) => charset(page))],
      [
        ...['utf-8', 'utf-8', 'windows-1252', 'us-ascii', 'iso-8859-1', 'iso-8859-2', 'iso-8859-15', 'iso-8859-16'],
        ...['windows-28590', 'iso-2022-jp', 'euc-jp', 'gb18030'],
      ],
    );
  });

  /** What is said to be missing or changed. */
  const remarks = (...entries: readonly (readonly [string, Buffer | Storage])[]): readonly string[] =>
    [
      ...textOf(fileOf(properties(32), ['__substg1.0_007D001F', wide(header)], ...entries)).matchAll(
        /^Comments: (.*)\r$/gm,
      ),
    ]
      .map(([, words]) => words ?? '')
      .slice(1);

  it('says what became of a body that is kept in RTF alone', () => {
    const rtf = (text: string, size = text.length): [string, Buffer] => {
      const head = Buffer.alloc(16);
      head.writeUInt32LE(text.length + 12, 0);
      head.writeUInt32LE(size, 4);
      head.write('MELA', 8);
      return ['__substg1.0_10090102', Buffer.concat([head, Buffer.from(text, 'latin1')])];
    };
    assert.deepEqual(remarks(rtf('{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}x}')), [
      'The body was kept in RTF and is put back into HTML.',
    ]);
    assert.deepEqual(remarks(rtf('{\\rtf1\\ansi\\fromtext x}')), [
      'The body was kept in RTF and is put back into text.',
    ]);
    assert.deepEqual(remarks(rtf('{\\rtf1\\ansi x}')), [
      'The body is kept in RTF alone: its text is shown, without pictures and layout.',
    ]);
    assert.deepEqual(remarks(rtf('{\\rtf1\\ansi x}', 9999)), [
      'The body is kept in RTF alone: its text is shown, without pictures and layout. It is damaged or larger than is read: its end is missing.',
    ]);
    assert.deepEqual(remarks(['__substg1.0_10090102', Buffer.from('no RTF')]), [
      'The body is kept in RTF alone, which is damaged and not shown.',
    ]);
    assert.deepEqual(remarks(rtf('{\\rtf1\\ansi x}'), ['__substg1.0_1000001F', wide('x')]), []);
  });

  it('says which attachments are missing', () => {
    const missing = (name: string): readonly string[] =>
      remarks([
        '__attach_version1.0_#00000000',
        new Map<string, Buffer | Storage>([properties(8), ['__substg1.0_3707001F', wide(name)]]),
      ]);
    assert.deepEqual(missing('a.pdf'), ['The attachment a.pdf is damaged or kept elsewhere, and is left out.']);
    assert.deepEqual(missing('ä.pdf'), ['The attachment is damaged or kept elsewhere, and is left out.']);
  });

  it('has attachments with their names, types and ids, and none that a reader would take for a part of the mail', () => {
    const head = (...entries: readonly (readonly [number, string])[]): string => {
      const attachment = new Map<string, Buffer>([
        properties(8),
        ['__substg1.0_37010102', Buffer.from('xyz')],
        ...entries.map(([id, text]): [string, Buffer] => [
          `__substg1.0_${id.toString(16).toUpperCase().padStart(4, '0')}001F`,
          wide(text),
        ]),
      ]);
      const text = textOf(fileOf(properties(32), ['__attach_version1.0_#00000000', attachment]));
      return (/(?:^--mail-triage-mixed-0\r\n[\s\S]*?){2}([\s\S]*?)\r\n\r\n/m.exec(text)?.[1] ?? '').replaceAll(
        '\r\n',
        '|',
      );
    };
    const rest = (file: string, more = ''): string =>
      `|Content-Transfer-Encoding: base64|Content-Disposition: attachment; ${file}${more}`;
    assert.equal(
      head([0x370e, 'image/png'], [0x3704, 'LOGO~1.PNG'], [0x3712, '<logo 1@contoso.test>']),
      `Content-Type: image/png${rest('filename="LOGO~1.PNG"', '|Content-ID: <logo1@contoso.test>')}`,
    );
    assert.equal(
      head([0x370e, 'image/png'], [0x3001, 'Grüße.png'], [0x3712, '<>']),
      `Content-Type: image/png${rest("filename*=utf-8''Gr%C3%BC%C3%9Fe.png")}`,
    );
    const octets = (name: string): string => `Content-Type: application/octet-stream${rest(`filename="${name}"`)}`;
    for (const type of ['text/html', 'message/rfc822', 'multipart/mixed', 'odd', 'a/b\r\nX: y'])
      assert.equal(head([0x370e, type], [0x3707, 'a"\\b.txt']), octets('ab.txt'), type);
    assert.equal(head(), octets('attachment'));
  });

  it('opens eight messages inside of each other', () => {
    let inner: Storage = new Map<string, Buffer | Storage>([properties(24), ['__substg1.0_0037001F', wide('deepest')]]);
    for (let depth = 0; depth < 9; depth++) {
      const [at, top] = [inner, depth === 8 ? 32 : 24];
      inner = new Map<string, Buffer | Storage>([
        properties(top),
        ['__substg1.0_0037001F', wide(`level ${depth}`)],
        [
          '__attach_version1.0_#00000000',
          new Map<string, Buffer | Storage>([properties(8), ['__substg1.0_3701000D', at]]),
        ],
      ]);
    }
    const text = textOf(compoundFile(inner));
    assert.match(text, /level 0/);
    assert.doesNotMatch(text, /deepest/);
    assert.equal(text.match(/^Comments: A message inside more than 8 others is left out\.\r$/gm)?.length, 1);
  });

  it('says of each message inside it what is missing, where that message starts', () => {
    const inner = new Map<string, Buffer | Storage>([
      properties(24),
      ['__substg1.0_0037001F', wide('inner')],
      ['__attach_version1.0_#00000000', new Map([properties(8), ['__substg1.0_3707001F', wide('a.pdf')]])],
    ]);
    const text = textOf(
      fileOf(
        properties(32),
        ['__substg1.0_007D001F', wide(header)],
        [
          '__attach_version1.0_#00000000',
          new Map<string, Buffer | Storage>([properties(8), ['__substg1.0_3701000D', inner]]),
        ],
      ),
    );
    assert.deepEqual(text.slice(text.indexOf('Content-Type: message/rfc822')).split('\r\n').slice(0, 6), [
      'Content-Type: message/rfc822',
      'Content-Disposition: attachment',
      '',
      'Comments: The file has no headers as they travelled; those below are made of what Outlook kept.',
      'Comments: The attachment a.pdf is damaged or kept elsewhere, and is left out.',
      'Subject: inner',
    ]);
  });

  it('holds the messages inside it', () => {
    const outer: Storage = new Map<string, Buffer | Storage>([
      properties(32),
      ['__substg1.0_0037001F', wide('Outer')],
      [
        '__attach_version1.0_#00000000',
        new Map<string, Buffer | Storage>([properties(8), ['__substg1.0_3701000D', received]]),
      ],
    ]);
    const [message] = readTicket(textOf(compoundFile(outer)), 'message').blocks as Message[];
    assert.equal(message?.root.parts[1]?.message?.hops.length, 1);
  });

  it('is told to be damaged or none, and never hangs or throws, whatever stands in the file', () => {
    const none = readOutlookMessage(compoundFile(new Map([['Workbook', Buffer.from('x')]])));
    assert.match(none.ok ? '' : none.problem, /no message of Outlook/);
    for (const octets of [new Uint8Array(), bytes.subarray(0, 700), bytes.subarray(0, 8)]) {
      const read = readOutlookMessage(octets);
      assert.match(read.ok ? '' : read.problem, /damaged/);
    }
    for (let at = 0; at < bytes.length; at += 4) {
      for (const value of [0, 1, 0x7fffffff, 0xffffffff]) {
        const damaged = Buffer.from(bytes);
        damaged.writeUInt32LE(value, Math.min(at, bytes.length - 4));
        const read = readOutlookMessage(damaged);
        assert.ok(read.ok ? read.text.length < 100_000 : read.problem !== '');
      }
    }
  });
});
