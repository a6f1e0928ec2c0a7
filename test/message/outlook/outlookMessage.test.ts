import assert from 'node:assert/strict';
import type { Message } from '../../../src/core/mail/message.ts';
import { NOT_RESTORED } from '../../../src/core/text/outlookFile.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readOutlookMessage } from '../../../src/message/outlook/outlookMessage.ts';
import { compoundFile, type Storage } from '../../support/compoundFile.ts';
import { held } from '../held.ts';

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const properties = (top: number): [string, Buffer] => ['__properties_version1.0', Buffer.alloc(top)];
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
