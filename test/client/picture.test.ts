import assert from 'node:assert/strict';
import './load.ts';
import { clearDesk, desk } from './desk.ts';
import { Uri } from './editorTypes.ts';

let client: typeof import('../../src/client/picture.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../src/client/picture.ts');
  });
  beforeEach(clearDesk);

  describe('the picture of the timeline', () => {
    const save = (uri: string, answer: unknown = undefined) => {
      desk.answers.push(answer);
      return client.savePicture(uri, Buffer.from('png').toString('base64'));
    };
    const proposed = (): unknown => String(desk.questions.at(-1)?.defaultUri);

    it('is saved where the user says', async () => {
      assert.equal(await save('file:/folder/a.eml', Uri.file('/x/hops.png')), 'The picture is saved as hops.png.');
      assert.equal(Buffer.from(desk.files.get('file:/x/hops.png') ?? []).toString(), 'png');
      assert.equal(proposed(), 'file:/folder/a-hops.png');
      assert.equal(await save('file:/folder/a.eml'), undefined);
      await save('file:/folder/.eml');
      assert.equal(proposed(), 'file:/folder/hops-hops.png');
      await save('untitled:one');
      assert.equal(proposed(), 'undefined');
    });

    it('that cannot be saved says why', async () => {
      desk.settings.set('read-only', true);
      assert.equal(await save('file:/a.eml', Uri.file('/b.png')), 'The picture could not be saved: no room');
    });
  });
});
