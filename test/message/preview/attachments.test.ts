import assert from 'node:assert/strict';
import { previewMessage, type ReadableMessage } from '../../../src/message/preview/previewMessage.ts';

async function shown(mail: Partial<ReadableMessage>, text = 'From: ann@contoso.test\nSubject: x\n\nHi\n') {
  const decode = async () => ({ people: () => '', part: () => undefined, ...mail }) as unknown as ReadableMessage;
  const source = { bytes: Buffer.from(text), line: 0, start: 'message', from: 'file' } as const;
  const result = await previewMessage(source, decode);
  assert.ok(result.kind === 'preview');
  return result.preview;
}
const mixed = (...parts: readonly string[]): string =>
  `From: ann@contoso.test\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`;
const file = (name: string, body = 'YWJj', type = 'application/pdf'): string =>
  `Content-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${body}`;

describe('the attachments of a preview', () => {
  it('are the files of a message, with where each begins', async () => {
    const { attachments, moreAttachments } = await shown(
      {},
      mixed(
        'Content-Type: text/plain\n\nHello',
        file('a.pdf'),
        'Content-Type: text/plain; name=b.txt\n\nnamed, though shown',
        'Content-Type: image/png\nContent-Disposition: attachment\n\nx',
        `Content-Type: message/rfc822\nContent-Disposition: attachment\n\n${mixed(file('inner.pdf')).replaceAll('--b', '--c').replace('boundary=b', 'boundary=c')}`,
      ),
    );
    assert.deepEqual(
      attachments.map(({ name, contentType, line }) => [name, contentType, line]),
      [
        ['a.pdf', 'application/pdf', 10],
        ['b.txt', 'text/plain', 16],
        ['part.png', 'image/png', 20],
        ['part.eml', 'message/rfc822', 25],
      ],
    );
    assert.match(attachments[0]?.size ?? '', /^3 /);
    assert.equal(moreAttachments, undefined);
  });

  it('are two hundred, and the others counted', async () => {
    const many = async (count: number) =>
      shown({}, mixed(...Array.from({ length: count }, (_, i) => file(`f${i}.pdf`))));
    const all = await many(200);
    assert.deepEqual([all.attachments.length, all.moreAttachments], [200, undefined]);
    const more = await many(203);
    assert.deepEqual([more.attachments.length, more.moreAttachments], [200, 3]);
  });
});

describe('what a preview shows of much', () => {
  it('is two thousand characters of a field', async () => {
    const value = async (length: number) => (await shown({ people: () => 'x'.repeat(length) })).fields[0]?.value;
    assert.equal(await value(2000), 'x'.repeat(2000));
    assert.equal(await value(2003), `${'x'.repeat(2000)}… (3 more characters)`);
  });

  it('is a million characters of a text', async () => {
    const of = async (length: number) => {
      const { text, leftOut } = await shown({ text: 'x'.repeat(length) });
      return [text?.length, leftOut];
    };
    assert.deepEqual(await of(1_000_000), [1_000_000, undefined]);
    assert.deepEqual(await of(1_000_007), [1_000_000, { text: 7 }]);
  });

  it('is pictures of eight megabytes, each once', async () => {
    const MB = 1024 * 1024;
    let asked: string[] = [];
    const picture = async (size: number, ...names: readonly string[]) => {
      asked = [];
      const { html = '' } = await shown({
        html: names.map((name) => `<img src="cid:${name}">`).join(''),
        part: (id) => {
          asked.push(id);
          return { contentType: 'IMAGE/PNG', bytes: new Uint8Array(size) };
        },
      });
      return html.match(/data:image\/png;base64,/g)?.length ?? 0;
    };
    assert.equal(await picture(2 * MB, 'a'), 1);
    assert.equal(await picture(2 * MB + 1, 'a'), 0);
    assert.equal(await picture(2 * MB, 'a', 'b', 'c', 'd'), 4);
    assert.equal(await picture(2 * MB, 'a', 'b', 'c', 'd', 'e'), 4);
    assert.equal(await picture(2 * MB, 'a', 'a', 'a', 'a', 'a'), 5);
    assert.deepEqual(asked, ['a']);
  });

  it('is a page of a million characters', async () => {
    const left = async (length: number) => (await shown({ html: 'x'.repeat(length) })).leftOut;
    assert.deepEqual([await left(1_000_000), await left(1_000_001)], [undefined, { html: 1 }]);
  });

  it('is the links of the page, else of the text', async () => {
    const links = async (mail: Partial<ReadableMessage>) => (await shown(mail)).links.map(({ href }) => href);
    assert.deepEqual(await links({ text: 'https://a.test/x and more' }), ['https://a.test/x']);
    assert.deepEqual(await links({ text: 'https://a.test/x', html: '<a href="https://b.test/">b</a>' }), [
      'https://b.test/',
    ]);
    assert.deepEqual(await links({}), []);
    assert.deepEqual(await links({ text: `${'x '.repeat(500_000)}https://a.test/x` }), []);
    const many = async (count: number) => {
      const all = await shown({ text: Array.from({ length: count }, (_, i) => `https://a.test/${i}`).join(' ') });
      return [all.links.length, all.moreLinks ?? 0];
    };
    const [most = 0, more = 0] = await many(5000);
    assert.equal(most + more, 5000);
    assert.deepEqual(
      [await many(most), await many(most + 1)],
      [
        [most, 0],
        [most, 1],
      ],
    );
  });

  it('is everybody whom it names, and nothing where it has no subject', async () => {
    const { subject, fields } = await shown({ people: (field) => `${field}@a.test` });
    assert.equal(subject, '');
    assert.deepEqual(
      fields.map(({ name, value }) => `${name} ${value}`),
      ['From from@a.test', 'Reply-To reply-to@a.test', 'To to@a.test', 'Cc cc@a.test'],
    );
  });
});
