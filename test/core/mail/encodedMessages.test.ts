import assert from 'node:assert/strict';
import type { Message, Part } from '../../../src/core/mail/message.ts';
import { circumstancesOf } from '../../../src/core/report/answer/circumstances.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Ticket } from '../../../src/core/ticket/ticket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n');
const quoted = (text: string): string => text.replaceAll('=', '=3D').replace(/(.{50})(?=.)/g, '$1=\n');
const ENCODINGS = [
  ['base64', base64],
  ['quoted-printable', quoted],
] as const;

const mixed = (header: readonly string[], words: string, type: string, encoding: string, body: string): string =>
  [
    ...header,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    '',
    words,
    '--b',
    `Content-Type: ${type}`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    body,
    '--b--',
  ].join('\n');

const read = (text: string): readonly [ticket: Ticket, first: Verdict, attached: Part | undefined] => {
  const ticket = readTicket(text, 'message');
  const [message] = ticket.blocks;
  return [ticket, readVerdicts(ticket)[0] as Verdict, (message as Message).root.parts[1]];
};

const ORIGINAL = 'From: ann@contoso.test\nTo: bob@fabrikam.test\nSubject: =?UTF-8?Q?Angebot_f=C3=BCr?= you\n\nHello\n';

describe('a message that is attached under an encoding', () => {
  it('is the message that came back', () => {
    for (const [encoding, encode] of ENCODINGS)
      for (const type of ['message/rfc822', 'text/rfc822-headers', 'message/global']) {
        const [ticket, first] = read(
          mixed(
            ['Return-Path: <>', 'From: MAILER-DAEMON@fabrikam.test', 'Subject: Undeliverable mail'],
            'Your message could not be delivered: 550 5.1.1 no such user',
            type,
            encoding,
            encode(ORIGINAL),
          ),
        );
        assert.equal(first.code, 'recipient-unknown');
        assert.deepEqual(first.recipients, ['bob@fabrikam.test']);
        const { sender, subject } = circumstancesOf(ticket, first);
        assert.deepEqual([sender, subject], ['ann@contoso.test', 'Angebot für you']);
      }
  });

  it('is the bounce that somebody forwards, told where its part stands', () => {
    const bounce = mixed(
      ['From: MAILER-DAEMON@fabrikam.test', 'Subject: Undeliverable mail'],
      'x',
      'message/rfc822',
      '7bit',
      ORIGINAL,
    )
      .replaceAll('--b', '--c')
      .replace('boundary=b', 'boundary=c')
      .replace('\nx\n', '\nYour message could not be delivered.\n<bob@fabrikam.test>: 552 5.2.2 mailbox full\n');
    for (const [encoding, encode] of ENCODINGS) {
      const text = mixed(
        ['From: ann@contoso.test', 'Subject: help'],
        'Why?',
        'message/rfc822',
        encoding,
        encode(bounce),
      );
      const [, first, attached] = read(text);
      assert.deepEqual([first.code, first.recipients], ['mailbox-full', ['bob@fabrikam.test']]);
      assert.deepEqual(first.span, { start: attached?.start, end: attached?.end });
    }
  });

  it('stays an encoded part to everybody who asks what stands in the document', () => {
    const [, , attached] = read(mixed(['From: a@contoso.test'], 'x', 'message/rfc822', 'base64', base64(ORIGINAL)));
    assert.equal(attached?.message, undefined);
    assert.deepEqual(attached?.parts, []);
  });

  it('is none where nothing that looks like a header comes out', () => {
    const [, , attached] = read(mixed(['From: a@contoso.test'], 'x', 'message/rfc822', 'base64', '!!!!'));
    assert.equal(attached?.decodedMessage, undefined);
  });

  it('is read as far as a notice is', () => {
    const long = base64(`${ORIGINAL}${'x'.repeat(200_000)}\nTo: x`);
    const [, , attached] = read(mixed(['From: a@contoso.test'], 'x', 'message/rfc822', 'base64', long));
    assert.ok((attached?.decodedMessage?.end ?? 0) > 1000 && (attached?.decodedMessage?.end ?? 0) <= 48 * 1024);
  });
});
