import assert from 'node:assert/strict';
import type { DispositionNotification } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

function read(
  fields: readonly string[],
  type = 'message/disposition-notification',
): Partial<DispositionNotification> | undefined {
  const text = [
    ...['From: bob@b.test', 'Content-Type: multipart/report; report-type=disposition-notification; boundary=b'],
    ...['', '--b', 'Content-Type: text/plain', '', 'It was displayed.', '--b', `Content-Type: ${type}`, ''],
    ...[...fields, '--b--'],
  ].join('\n');
  const found = readMessage(text, new Lines(text), 0, text.length).disposition;
  if (found === undefined) return undefined;
  const { start, end, ...rest } = found;
  assert.ok(text.slice(start, end).includes(fields[0] ?? ''));
  return rest;
}

const of = (value: string): string => {
  const { mode = '-', stated = '-', disposition = '-', modifier = '-' } = read([`Disposition: ${value}`]) ?? {};
  return [mode, stated, disposition, modifier].join(' | ');
};

describe('what became of a message at its reader (RFC 8098 3)', () => {
  it('is the disposition with its mode and modifiers', () => {
    assert.equal(
      of('manual-action/MDN-sent-manually; displayed'),
      'manual-action/mdn-sent-manually | displayed | displayed | -',
    );
    assert.equal(
      of('automatic-action/MDN-sent-automatically;  Deleted/error, x '),
      'automatic-action/mdn-sent-automatically | deleted | deleted | error, x',
    );
    for (const word of ['dispatched', 'processed', 'denied', 'failed'])
      assert.equal(of(`a/b; ${word}`), `a/b | ${word} | ${word} | -`);
    assert.equal(of('a/b; eaten'), 'a/b | eaten | - | -');
    assert.equal(of('; displayed'), '- | displayed | displayed | -');
    assert.equal(of('displayed'), '- | - | - | -');
  });

  it('has recipients, the message and what went wrong', () => {
    assert.deepEqual(
      read([
        'Final-Recipient: rfc822; bob@b.test',
        'Original-Recipient: robert@b.test',
        'Original-Message-ID: <1@a.test>',
        'Error: full',
      ]),
      {
        finalRecipient: 'bob@b.test',
        originalRecipient: 'robert@b.test',
        originalMessageId: '<1@a.test>',
        failure: 'full',
      },
    );
    assert.equal(read(['Failure: a', 'Error: b'])?.failure, 'a');
    assert.deepEqual(read(['Final-Recipient: rfc822;', 'Original-Message-ID:']), {});
    assert.ok(read(['Disposition: a/b; displayed'], 'message/global-disposition-notification') !== undefined);
    assert.equal(read(['Disposition: a/b; displayed'], 'text/plain'), undefined);
  });
});
