import assert from 'node:assert/strict';
import '../load.ts';
import { readFileSync } from 'node:fs';
import { changed, clearDesk, desk, keep } from '../desk.ts';
import { Uri } from '../editorTypes.ts';
import { settled } from '../fakeServer.ts';

let client: typeof import('../../../src/client/settings/ignoredSettings.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../../src/client/settings/ignoredSettings.ts');
    // It is loaded when it is needed, which takes longer the first time.
    await import('../../../src/client/settings/restrictedSettings.ts');
  });
  beforeEach(clearDesk);

  /** A folder of a workspace that is not trusted, with these settings. */
  function folder(path: string, settings: object): void {
    desk.trusted = false;
    desk.folders.push({ uri: Uri.parse(path) });
    desk.files.set(`${path}/.vscode/settings.json`, Buffer.from(JSON.stringify(settings)));
  }

  const ignored = (names?: readonly string[], scope?: string): Promise<readonly string[]> =>
    client.ignoredSettings(names, scope === undefined ? undefined : (Uri.parse(scope) as never));

  const servers = 'mailTriage.dns.servers';
  const networks = 'mailTriage.trustedNetworks';

  describe('settings of a workspace that is not trusted', () => {
    it('are ignored where they could change an answer', async () => {
      folder('file:/a', { [servers]: ['192.0.2.1'], [networks]: [], 'editor.wordWrap': 'on' });
      assert.deepEqual([...(await ignored())].sort(), [servers, networks]);
      assert.deepEqual(await ignored(['dns.servers']), [servers]);
      assert.deepEqual(await ignored(['smtp.heloName']), []);
      desk.trusted = true;
      assert.deepEqual(await ignored(), []);
    });

    it('are named, each of them', async () => {
      const { capabilities } = JSON.parse(readFileSync('package.json', 'utf8'));
      const names: readonly string[] = capabilities.untrustedWorkspaces.restrictedConfigurations;
      assert.ok(names.length > 20);
      for (const name of names) {
        desk.folders.length = 0;
        folder('file:/a', { [name]: 1 });
        assert.deepEqual([await ignored(), await ignored([name.slice('mailTriage.'.length)])], [[name], [name]]);
      }
    });

    it('are those of the folder that the document is in', async () => {
      folder('file:/a', { [servers]: [] });
      folder('file:/b', { [networks]: [] });
      assert.deepEqual(await ignored(undefined, 'file:/a/x.eml'), [servers]);
      assert.deepEqual(await ignored(undefined, 'file:/b/x.eml'), [networks]);
      assert.equal((await ignored(undefined, 'untitled:x')).length, 2);
      desk.files.clear();
      assert.deepEqual(await ignored(), []);
    });

    it('may stand in the file of the workspace', async () => {
      desk.trusted = false;
      desk.workspaceFile = Uri.parse('file:/x.code-workspace');
      desk.files.set(
        'file:/x.code-workspace',
        Buffer.from(JSON.stringify({ settings: { [servers]: [] }, [networks]: [] })),
      );
      assert.deepEqual(await ignored(), [servers]);
      desk.workspaceFile = Uri.parse('untitled:/x.code-workspace');
      assert.deepEqual(await ignored(), []);
    });
  });

  describe('the note beside the language of a document', () => {
    const told = async (): Promise<unknown> => {
      // Loading what is loaded already takes turns, too.
      for (let turn = 0; turn < 20; turn++) await settled();
      return desk.languageStatus?.text;
    };

    it('counts what is ignored, as long as it is', async () => {
      folder('file:/a', { [servers]: [] });
      keep(client.registerIgnoredSettings());
      assert.equal(await told(), '1 setting of the workspace is ignored');
      const { id, detail, command, severity, selector } = desk.languageStatus ?? {};
      assert.deepEqual(
        [id, detail, severity, selector],
        ['mailTriage.ignoredSettings', `It is not trusted: ${servers}`, 1, ['smtp-transcript', 'eml']],
      );
      assert.deepEqual(command, { title: 'Manage Workspace Trust', command: 'workbench.trust.manage' });
      folder('file:/b', { [networks]: [] });
      changed.folders.fire();
      assert.equal(await told(), '2 settings of the workspace are ignored');
      desk.trusted = true;
      changed.trusted.fire();
      assert.equal(await told(), undefined);
    });

    it('comes when a file of settings is saved', async () => {
      desk.trusted = false;
      keep(client.registerIgnoredSettings());
      folder('file:/a', { [servers]: [] });
      changed.saved.fire({ uri: Uri.parse('file:/a/x.eml') });
      assert.equal(await told(), undefined);
      changed.saved.fire({ uri: Uri.parse('file:/a/.vscode/settings.json') });
      assert.equal(await told(), '1 setting of the workspace is ignored');
      desk.files.clear();
      changed.saved.fire({ uri: Uri.parse('file:/x.code-workspace') });
      assert.equal(await told(), undefined);
    });
  });
});
