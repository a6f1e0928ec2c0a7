import assert from 'node:assert/strict';
import './load.ts';
import { clearDesk, desk, focus, keep, show } from './desk.ts';
import { fakeServer, settled } from './fakeServer.ts';

let client: typeof import('../../src/client/foldEncodedBodies.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../src/client/foldEncodedBodies.ts');
  });
  beforeEach(clearDesk);

  describe('long encoded bodies', () => {
    it('are folded once, when the message is first shown', async () => {
      const server = fakeServer({ 'mailTriage/encodedBodies': [4, 9] });
      const folded = () => desk.executed.splice(0);
      const { document } = show('test:a', 'x', 'eml');
      keep(client.registerFoldEncodedBodies(server));
      await settled();
      assert.deepEqual(folded(), [['editor.fold', { selectionLines: [4, 9], levels: 1 }]]);
      focus(document);
      show('test:b', 'x');
      await settled();
      assert.deepEqual(folded(), []);
      server.answers.set('mailTriage/encodedBodies', []);
      show('test:c', 'x', 'eml');
      await settled();
      desk.settings.set('mailTriage.foldEncodedParts', false);
      show('test:d', 'x', 'eml');
      await settled();
      assert.deepEqual([folded(), server.asked.length], [[], 2]);
    });

    it('are left alone where another text has come to the front, or the server fails', async () => {
      keep(client.registerFoldEncodedBodies(fakeServer({ 'mailTriage/encodedBodies': [4] })));
      show('test:a', 'x', 'eml');
      show('test:b', 'x');
      await settled();
      keep(client.registerFoldEncodedBodies(fakeServer()));
      show('test:c', 'x', 'eml');
      focus(undefined);
      await settled();
      assert.deepEqual(desk.executed, []);
    });
  });
});
