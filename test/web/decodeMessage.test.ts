import assert from 'node:assert/strict';
import { readPreview } from '../../src/message/main.ts';
import type { MessageSource } from '../../src/message/messageBytes.ts';
import { previewMessage } from '../../src/message/preview/previewMessage.ts';
import { decodeMessage } from '../../src/web/message/decodeMessage.ts';

const source = (bytes: Buffer): MessageSource => ({ bytes, line: 0, start: 'message', from: 'file' });
const latin1 = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1');

const HEAD = ['From: =?utf-8?Q?J=C3=BCrgen?= <a@contoso.test>', 'To: b@contoso.test, "Doe, C" <c@contoso.test>'];
const DATE = ['Date: Tue, 3 Mar 2026 10:00:00 +0100', 'MIME-Version: 1.0'];

/** Messages that the preview shows alike on a machine and in a browser. */
const messages: Readonly<Record<string, Buffer>> = {
  'plain text': latin1(...HEAD, ...DATE, 'Subject: Hello', '', 'Good morning.', 'https://www.contoso.test/a'),
  'a character set of the west': latin1(
    ...HEAD,
    ...DATE,
    'Subject: =?iso-8859-1?Q?Gr=FC=DFe?=',
    'Content-Type: text/plain; charset=windows-1252',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Gr=FC=DFe =80 5',
  ),
  'a character set of the east': latin1(
    ...HEAD,
    ...DATE,
    'Subject: =?iso-2022-jp?B?GyRCRnxLXBsoQg==?=',
    'Content-Type: text/plain; charset="shift_jis"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from([0x93, 0xfa, 0x96, 0x7b]).toString('base64'),
  ),
  'HTML with a picture inside': latin1(
    ...HEAD,
    ...DATE,
    'Cc: d@contoso.test',
    'Reply-To: e@contoso.test',
    'Subject: picture',
    'Content-Type: multipart/related; boundary=r',
    '',
    '--r',
    'Content-Type: multipart/alternative; boundary=a',
    '',
    '--a',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    Buffer.from('Grüße').toString('latin1'),
    '--a',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Hello <a href="https://www.contoso.test/x">www.fabrikam.test</a><img src="cid:p@x"><img src="https://track.test/1.gif"></p>',
    '--a--',
    '--r',
    'Content-Type: image/png; name=p.png',
    'Content-ID: <p@x>',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '--r--',
  ),
  'an attachment beside a text': latin1(
    ...HEAD,
    ...DATE,
    'Subject: bill',
    'Content-Type: multipart/mixed; boundary=m',
    '',
    '--m',
    'Content-Type: text/plain',
    '',
    'See the bill.',
    '--m',
    'Content-Type: application/pdf; name="Rechnung.pdf"',
    'Content-Disposition: attachment; filename="Rechnung.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'YWJj',
    '--m--',
  ),
};

describe('the preview in a browser', () => {
  for (const [name, bytes] of Object.entries(messages)) {
    it(`shows ${name} as the one on a machine does`, async () => {
      const theirs = await readPreview(source(bytes));
      const ours = await previewMessage(source(bytes), decodeMessage);
      assert.ok(theirs.kind === 'preview' && ours.kind === 'preview');
      const trimmed = ({ text = '', ...rest }: typeof ours.preview) => ({ ...rest, text: text.trim() });
      assert.deepEqual(trimmed(ours.preview), trimmed(theirs.preview));
    });
  }

  it('reads raw UTF-8 in a header, a set that nobody knows, and text that is no UTF-8', async () => {
    const read = async (...lines: readonly string[]) => {
      const result = await previewMessage(source(latin1(...lines)), decodeMessage);
      assert.ok(result.kind === 'preview');
      return [result.preview.subject, result.preview.text?.trim()];
    };
    const subject = Buffer.from('Subject: Grüße').toString('latin1');
    assert.deepEqual(await read(subject, 'Content-Type: text/plain; charset=x-unknown', '', 'caf\xe9'), [
      'Grüße',
      'café',
    ]);
    assert.deepEqual(await read('Subject: a', 'Content-Type: text/plain; charset=us-ascii', '', 'caf\xc3\xa9'), [
      'a',
      'café',
    ]);
  });
});
