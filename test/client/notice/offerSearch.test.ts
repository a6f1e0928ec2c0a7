import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import '../load.ts';
import { changed, clearDesk, desk, keep } from '../desk.ts';
import { Uri } from '../editorTypes.ts';
import { TabInputText } from '../vscode.ts';

let client: typeof import('../../../src/client/notice/offerSearch.ts');

describe('a log that is opened', () => {
  before(async () => {
    client = await import('../../../src/client/notice/offerSearch.ts');
  });
  beforeEach(() => {
    clearDesk();
    keep(client.registerOfferSearch());
  });

  const LARGE = { length: 60 * 1024 * 1024 } as Uint8Array;
  const opened = async (...paths: readonly string[]): Promise<readonly string[]> => {
    changed.tabs.fire({ opened: paths.map((path) => ({ input: new TabInputText(Uri.file(path)) })) });
    for (let i = 0; i < 5; i++) await setImmediate();
    return desk.said;
  };

  it('is offered to be searched where it is compressed, once', async () => {
    desk.answers.push('Find Message in Logs');
    const path = '/var/log/mail.log.2.gz';
    assert.deepEqual(await opened(path, path), [
      'information: mail.log.2.gz is compressed. Messages in it can be found without unpacking it.',
    ]);
    assert.deepEqual(
      desk.executed.map(([command, uri]) => [command, String(uri)]),
      [['mailTriage.findMessage', 'file:/var/log/mail.log.2.gz']],
    );
    assert.equal((await opened(path)).length, 1);
  });

  it('is offered to be searched where it is too large for the editor to hand it over', async () => {
    desk.files.set('file:/var/log/mail.log', LARGE);
    assert.deepEqual(await opened('/var/log/mail.log'), [
      'information: mail.log is too large to be read as a ticket here. Messages in it can be found.',
    ]);
    assert.deepEqual(desk.executed, []);
  });

  it('is read as it is where it is small, and other files are left alone', async () => {
    desk.files.set('file:/var/log/mail.log', new Uint8Array(10));
    desk.files.set('file:/srv/dump.sql', LARGE);
    assert.deepEqual(await opened('/var/log/mail.log', '/srv/dump.sql', '/srv/photos.tar.gz', '/var/log/gone.log'), []);
    changed.tabs.fire({ opened: [{ input: undefined }] });
    assert.deepEqual(desk.said, []);
  });
});
