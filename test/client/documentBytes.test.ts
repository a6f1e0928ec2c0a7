import assert from 'node:assert/strict';
import './load.ts';
import { clearDesk, desk, show } from './desk.ts';
import { Uri } from './editorTypes.ts';

let client: typeof import('../../src/client/documentBytes.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../src/client/documentBytes.ts');
  });
  beforeEach(clearDesk);

  describe('the bytes behind a document', () => {
    const source = async (uri: string) => {
      const { bytes, from, start } = await client.sourceOf(Uri.parse(uri) as never, 0);
      return [Buffer.from(bytes).toString(), from, start];
    };

    it('are those of the file while the text is as it is there', async () => {
      show('file:/a.eml', 'in the editor', 'eml');
      desk.files.set('file:/a.eml', Buffer.from('in the file'));
      assert.deepEqual(await source('file:/a.eml'), ['in the file', 'file', 'message']);
      Object.assign(desk.documents.get('file:/a.eml') ?? {}, { isDirty: true });
      assert.deepEqual(await source('file:/a.eml'), ['in the editor', 'editor', 'message']);
    });

    it('are those of the text where there is no file', async () => {
      show('git:/a.txt', 'in the editor');
      assert.deepEqual(await source('git:/a.txt'), ['in the editor', 'editor', 'anywhere']);
      show('output:/a.txt', 'in the editor');
      desk.files.set('output:/a.txt', Buffer.from('in the file'));
      assert.deepEqual((await source('output:/a.txt'))[1], 'editor');
      Object.assign(show('untitled:a', 'x').document, { isUntitled: true });
      desk.files.set('untitled:a', Buffer.from('in the file'));
      assert.deepEqual((await source('untitled:a'))[1], 'editor');
    });
  });
});
