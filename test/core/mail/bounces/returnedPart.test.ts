import assert from 'node:assert/strict';
import { findReturned } from '../../../../src/core/mail/bounces/returnedPart.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

/** The line behind the words, and the line of the header of what came back. */
function found(forwarded: boolean, ...text: readonly string[]): readonly (number | undefined)[] {
  const { wordsEnd, headerLine } = findReturned(new Lines(text.join('\n')), forwarded);
  return headerLine === undefined ? [wordsEnd] : [wordsEnd, headerLine];
}

const is = (expected: readonly number[], ...text: readonly string[]): void =>
  assert.deepEqual(found(false, ...text), expected, text.join(' / '));

const HEADER = ['Received: from a by b; Fri, 20 Nov 2026 10:00:00 +0000', 'From: a@b.test', 'Subject: x'];

describe('where a notice ends', () => {
  it('is where a line says that a copy follows, with the header within 8 lines', () => {
    for (const line of [
      '--- Below this line is a copy of the message.',
      '------ This is a copy of your message, including all the headers. ------',
      'A copy of the original message',
      'The header of the original message:',
      '----- Original message -----',
      '-- Returned message --',
      '===== Unsent message follows =====',
      'Rejected message: x',
      'Your original message follows:',
      'Undelivered Mail header',
      'Message header follows:',
      'Message text follows',
      'Text of the message:',
      'Body of the message:',
      'Original message follows',
      'Start of returned message',
      '---------- Forwarded message ----------',
      'Nachrichtenkopf',
      '元のメッセージ',
      '--- 原邮件 ---',
      'Ursprüngliche Nachricht',
      "Message d'origine",
      '-- Undelivered',
    ]) {
      is([1, 2], 'No such user.', line, ...HEADER);
      is([1], 'No such user.', line);
      is([4], line, '', 'x', 'y');
    }
    is([1, 9], 'x', '----- Original message -----', ...Array.from({ length: 7 }, () => ''), ...HEADER);
    is([1], 'x', '----- Original message -----', ...Array.from({ length: 8 }, () => 'words of it'), ...HEADER);
  });

  it('is not at what only looks like such a line', () => {
    for (const line of [
      'The original message was received at 10:00',
      'Body of message generated response:',
      'Message was not read: x',
      'I have a copy of the message',
      'Undelivered mail',
      'Undeliverable message ',
    ])
      is([2], 'No such user.', line);
    is([1, 2], 'No such user.', 'Undelivered mail', ...HEADER);
  });

  it('is where a real header starts behind a line that parts', () => {
    is([2, 2], 'No such user.', '', ...HEADER);
    is([2, 2], 'No such user.', '-----', ...HEADER);
    is([2, 2], 'No such user.', '_*= -', ...HEADER);
    is([0, 0], ...HEADER);
    is([4], 'No such user.', ...HEADER);
    is([5], 'No such user.', '----', ...HEADER);
    const summary = ['From: a@b.test', 'To: c@b.test', 'Subject: x'];
    is([1, 1], '', ...summary);
    is([4, 4], 'x', '', 'y', '', ...summary, '', 'Sent: Friday');
    is([5], '', ...summary, 'Sent: Friday');
    is([3], '', 'From: a@b.test', 'To: c@b.test');
    is([6], '', 'From: a@b.test', 'To: c@b.test', '', 'Message-ID: <x@b.test>', 'x');
    for (const field of ['Return-Path: <a@b.test>', 'Message-ID: <x@b.test>', 'MIME-Version: 1.0', 'X-Mailer: x'])
      is([1, 1], '', 'From: a@b.test', field, 'Date: Fri, 20 Nov 2026 10:00:00 +0000');
  });

  it('is behind the header of a mailer where a person forwards the notice', () => {
    const mailer = ['From: MAILER-DAEMON@mx.b.test', 'To: a@b.test', 'Subject: failure', 'Message-ID: <x@b.test>'];
    const text = ['FYI', '', '----- Original message -----', ...mailer, '', 'No such user.', '', ...HEADER];
    assert.deepEqual(found(true, ...text), [10, 10]);
    assert.deepEqual(found(false, ...text), [2, 3]);
    const late = ['From: a@b.test', 'To: b', 'Cc: c', 'Date: x', 'X-A: 1', 'X-B: 2', 'From: MAILER-DAEMON@mx.b.test'];
    assert.deepEqual(found(true, 'FYI', '----- Original message -----', ...late), [1, 2]);
    assert.deepEqual(
      found(true, 'FYI', '----- Original message -----', '> From : Mailer-Daemon', '', ...HEADER),
      [4, 4],
    );
    assert.deepEqual(found(true, 'FYI', '----- Original message -----', 'the mailer-daemon', ...HEADER), [1, 3]);
  });
});
