import assert from 'node:assert/strict';
import { previewMessage, type ReadableMessage } from '../../../src/message/preview/previewMessage.ts';

const source = (text: string) => ({
  bytes: Buffer.from(text),
  line: 0,
  start: 'message' as const,
  from: 'file' as const,
});
const MAIL = 'From: ann@contoso.test\nSubject: Hello\n\nHi\n';
/** What is shown of a message that a decoder reads so. */
async function shown(mail: Partial<ReadableMessage>, text = MAIL) {
  const decode = async () => ({ people: () => '', part: () => undefined, ...mail }) as unknown as ReadableMessage;
  const result = await previewMessage(source(text), decode);
  assert.ok(result.kind === 'preview');
  return result.preview;
}
const image = (contentType: string, size = 3): Partial<ReadableMessage> =>
  ({ part: () => ({ contentType, bytes: new Uint8Array(size) }) }) as unknown as Partial<ReadableMessage>;

describe('the preview of a message', () => {
  it('is none where there is no message, or nobody can read it', async () => {
    const none = async (): Promise<ReadableMessage> => assert.fail('it is decoded');
    assert.deepEqual(await previewMessage(source('hello\n'), none), { kind: 'no-message' });
    const fails = (error: unknown) => async (): Promise<ReadableMessage> => {
      throw error;
    };
    assert.deepEqual(await previewMessage(source(MAIL), fails(new Error('too deep'))), {
      kind: 'unreadable',
      detail: 'too deep',
    });
    assert.deepEqual(await previewMessage(source(MAIL), fails('no')), { kind: 'unreadable', detail: 'no' });
  });

  it('has its date where it is one, its people, and its texts where they say something', async () => {
    const people = (field: string): string => (field === 'cc' ? '' : `${field}@contoso.test`);
    const date = new Date('2026-11-20T10:00:00Z');
    const { links, blocked, attachments, ...whole } = await shown({ subject: 'Hel\u202elo', date, text: 'Hi', people });
    assert.deepEqual(whole, {
      subject: 'Hel\ufffdlo',
      date: '2026-11-20T10:00:00.000Z',
      fields: [
        { name: 'From', value: 'from@contoso.test' },
        { name: 'Reply-To', value: 'reply-to@contoso.test' },
        { name: 'To', value: 'to@contoso.test' },
      ],
      text: 'Hi',
    });
    assert.deepEqual([links, attachments, blocked], [[], [], { count: 0, hosts: [], removed: [] }]);
    const empty = await shown({ date: new Date(Number.NaN), text: ' \n', html: ' ' });
    assert.deepEqual(['date' in empty, 'text' in empty, 'html' in empty], [false, false, false]);
  });

  it('shows an empty page where something was kept from loading', async () => {
    const { html, blocked } = await shown({ html: '<img src="https://evil.test/x.png">' });
    assert.ok(html !== undefined);
    assert.deepEqual([blocked.count, blocked.hosts], [1, ['evil.test']]);
  });

  it('shows pictures of the message of five types, up to their size', async () => {
    const html = '<img src="cid:1">';
    const src = async (contentType: string, size?: number): Promise<string | undefined> =>
      /src="([^"]*)"/.exec((await shown({ html, ...image(contentType, size) })).html ?? '')?.[1];
    for (const type of ['image/png', 'image/jpeg', 'image/jpg', 'image/gif', 'image/webp', 'image/bmp'])
      assert.equal(await src(type), `data:${type};base64,AAAA`, type);
    assert.equal(await src('IMAGE/PNG'), 'data:image/png;base64,AAAA');
    for (const type of ['image/svg+xml', 'text/html', 'image/pngx', 'ximage/png'])
      assert.equal(await src(type), undefined, type);
  });

  it('says how much of a text and of links is left out', async () => {
    const long = await shown({ text: 'x'.repeat(1_000_003) });
    assert.deepEqual([long.text?.length, long.leftOut], [1_000_000, { text: 3 }]);
    assert.equal((await shown({ text: 'x'.repeat(1_000_000) })).leftOut, undefined);
    const links = (count: number): string =>
      Array.from({ length: count }, (_, i) => `<a href="https://a${i}.test/">x</a>`).join('');
    const some = await shown({ html: links(5) });
    assert.deepEqual([some.links.length, some.moreLinks], [5, undefined]);
    const many = await shown({ html: links(5000) });
    assert.equal(many.links.length + (many.moreLinks ?? 0), 5000);
    assert.ok((many.moreLinks ?? 0) > 0);
  });
});
