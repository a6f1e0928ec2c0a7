import assert from 'node:assert/strict';
import type { Message } from '../../../src/core/mail/message.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { ReadableMessage } from '../../../src/message/preview/previewMessage.ts';
import { decodeMessage } from '../../../src/web/message/decodeMessage.ts';

/** A message of octets, a character each. */
async function decoded(...lines: readonly string[]): Promise<ReadableMessage> {
  const text = lines.join('\r\n');
  const message = readTicket(text, 'message').blocks.find((block): block is Message => block.kind === 'message');
  assert.ok(message);
  return decodeMessage({ text, message } as Parameters<typeof decodeMessage>[0]);
}
const octets = (text: string): string => Buffer.from(text).toString('latin1');

describe('a message that a browser decodes', () => {
  it('has its fields, in whatever form they are written', async () => {
    const message = await decoded(
      `SUBJECT: ${octets('Grüße')} =?utf-8?q?=E2=9C=93?=`,
      'Date: Fri, 20 Nov 2026 10:00:00 +0100',
      'From: "Doe, J" <a@a.test>, b@b.test',
      '',
      'x',
    );
    assert.equal(message.subject, 'Grüße ✓');
    assert.equal(message.date?.toISOString(), '2026-11-20T09:00:00.000Z');
    assert.equal(message.people('from'), '"Doe, J" <a@a.test>, b@b.test');
    assert.equal(message.people('to'), '');
  });

  it('has no date and no subject where none can be read', async () => {
    const message = await decoded('From: a@a.test', 'Date: never', '', 'x');
    assert.deepEqual([message.date, message.subject, message.html], [undefined, '', undefined]);
    assert.equal((await decoded('Subject: Gr\xfc\xdfe', 'From: a@a.test', '', 'x')).subject, 'Gr\xfc\xdfe');
  });

  it('has a body in its character set, in UTF-8 or in that of the west', async () => {
    const body = async (type: string, words: string): Promise<string | undefined> =>
      (await decoded('From: a@a.test', ...(type === '' ? [] : [`content-type: ${type}`]), '', words)).text;
    assert.equal(await body('text/plain; charset=iso-8859-15', '\xa4 1'), '€ 1');
    assert.equal(await body('text/plain; charset=utf-8', octets('Grüße')), 'Grüße');
    assert.equal(await body('text/plain; charset=US-ASCII', octets('Grüße')), 'Grüße');
    assert.equal(await body('text/plain; charset=ascii', 'Gr\xfc\xdfe'), 'Grüße');
    assert.equal(await body('text/plain; charset=xascii', octets('Grüße')), 'Grüße');
    assert.equal(await body('text/plain; charset=moo', 'Gr\xfc\xdfe \x80'), 'Grüße €');
    assert.equal(await body('', octets('Grüße')), 'Grüße');
    assert.equal(await body('', 'one\r\ntwo\r\n\r\nthree'), 'one\ntwo\n\nthree');
  });

  it('shows its texts, and has the others by their ids', async () => {
    const part = (type: string, words: string, ...more: readonly string[]): readonly string[] => [
      '--b',
      `Content-Type: ${type}`,
      ...more,
      '',
      words,
    ];
    const message = await decoded(
      'From: a@a.test',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...part('text/plain', 'first'),
      ...part('text/plain', 'file', 'Content-Disposition: attachment; filename=a.txt', 'Content-ID: <f@a>'),
      ...part('text/html', '<p>one</p>'),
      ...part('text/plain', 'second'),
      ...part('text/css', 'p {}', 'content-id: c@a'),
      ...part('text/plainer', 'x', 'Content-ID: <p@a>'),
      '--b--',
    );
    assert.deepEqual([message.text, message.html], ['first\nsecond', '<p>one</p>']);
    const content = (id: string): string | undefined => {
      const found = message.part(id);
      return found && Buffer.from(found.bytes).toString();
    };
    assert.deepEqual(['f@a', 'c@a', 'p@a', 'x@a', '<f@a>'].map(content), ['file', 'p {}', 'x', undefined, undefined]);
  });
});
