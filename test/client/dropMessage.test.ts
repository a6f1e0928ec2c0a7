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

    it('says why it cannot be read', async () => {
      assert.equal(await dropped(file('a.msg', 0x41)), undefined);
      assert.match(desk.said[0] ?? '', /^error: The message could not be read: /);
    });
  });
});
