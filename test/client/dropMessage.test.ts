import assert from 'node:assert/strict';
import './load.ts';
import { clearDesk, desk, keep } from './desk.ts';

let client: typeof import('../../src/client/dropMessage.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../src/client/dropMessage.ts');
  });
  beforeEach(() => {
    clearDesk();
    keep(client.registerDropMessage());
  });

  const file = (name: string, ...bytes: readonly number[]) => [
    'x/y',
    { asFile: () => ({ name, data: async () => Uint8Array.from(bytes) }) },
  ];
  const text = ['text/plain', { asFile: () => undefined }];
  const dropped = async (...items: readonly unknown[]): Promise<unknown> => {
    const edit = await desk.drops?.provideDocumentDropEdits(undefined, undefined, new Map(items as never));
    return (edit as { insertText: string } | undefined)?.insertText;
  };

  describe('a message that is dropped into a ticket', () => {
    it('is put there as its text, whatever its bytes are', async () => {
      assert.equal(await dropped(text, file('A.EML', 0x41, 0xc3, 0xa4)), 'Aä');
      assert.equal(await dropped(file('a.eml', 0x41, 0xe4)), 'Aä');
    });

    it('is left to others where it is none', async () => {
      assert.equal(await dropped(text), undefined);
      assert.equal(await dropped(file('a.txt', 0x41)), undefined);
      assert.deepEqual(desk.said, []);
    });

    it('is offered in our languages, and in a text without a name', () => {
      const { selector, about } = desk.drops as unknown as { selector: { language: string }[]; about: object };
      assert.deepEqual(about, { dropMimeTypes: ['files'], providedDropEditKinds: ['mailTriage.message'] });
      assert.deepEqual(selector.at(-1), { language: 'plaintext', scheme: 'untitled' });
      assert.ok(selector.some(({ language }) => language === 'eml'));
      assert.ok(selector.some(({ language }) => language === 'smtp-transcript'));
    });

    it('is told by the end of its name, and the first that can be read is taken', async () => {
      for (const name of ['a.eml.txt', 'eml', 'a.emlx', 'a.msg.zip'])
        assert.equal(await dropped(file(name, 0x41)), undefined, name);
      assert.deepEqual(desk.said, []);
      const [, broken] = file('a.eml.msg', 0x41);
      const [, good] = file('b.eml', 0x42);
      assert.equal(await dropped(['x/1', broken], ['x/2', good]), 'B');
      assert.equal(desk.said.length, 1);
    });

    it('has no more than twenty mebibytes', async () => {
      const ofSize = async (size: number): Promise<number | undefined> => {
        const item = ['x/y', { asFile: () => ({ name: 'a.eml', data: async () => new Uint8Array(size) }) }];
        return ((await dropped(item)) as string | undefined)?.length;
      };
      assert.equal(await ofSize(20_971_520), 20_971_520);
      assert.equal(await ofSize(20_971_521), undefined);
      assert.deepEqual(desk.said, ['error: The message could not be read: it is larger than 20 MiB']);
    });

    it('says why it cannot be read', async () => {
      assert.equal(await dropped(file('a.msg', 0x41)), undefined);
      assert.match(desk.said[0] ?? '', /^error: The message could not be read: /);
    });
  });
});
