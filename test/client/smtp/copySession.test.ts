import assert from 'node:assert/strict';
import '../load.ts';
import { clearDesk, desk, keep, run, show } from '../desk.ts';
import { fakeServer, settled } from '../fakeServer.ts';

let client: typeof import('../../../src/client/smtp/copySession.ts');
describe('a session that is copied', () => {
  before(async () => {
    client = await import('../../../src/client/smtp/copySession.ts');
  });
  beforeEach(clearDesk);

  const register = (text: unknown = 'swaks -s mx1') => {
    const server = fakeServer({ 'mailTriage/recipe': {}, 'mailTriage/sessionText': text });
    keep(client.registerCopySession(server));
    return server;
  };
  interface Item {
    readonly label: string;
    readonly description: string;
  }

  it('is that of each tool on each system', async () => {
    const server = register();
    const forms: unknown[] = [];
    const labels: string[] = [];
    for (let i = 0, count = 1; i < count; i++) {
      desk.answers.push((items: readonly Item[]) => {
        count = items.length;
        labels.push(`${items[i]?.label}, ${items[i]?.description}`);
        return items[i];
      });
      await run('mailTriage.copySession', 'test:a', 7);
      forms.push(server.asked.at(-1)?.params);
    }
    assert.deepEqual(
      forms,
      [
        { tool: 'swaks', shell: 'sh' },
        { tool: 'swaks', shell: 'powershell' },
        { tool: 'swaks', shell: 'cmd' },
        { tool: 'telnet', system: 'windows' },
        { tool: 'telnet', system: 'unix' },
        { tool: 'openssl', system: 'windows' },
        { tool: 'openssl', system: 'unix' },
        { tool: 'mail-triage', shell: 'sh' },
        { tool: 'mail-triage', shell: 'powershell' },
      ].map((form) => ({ uri: 'test:a', line: 7, form })),
    );
    assert.deepEqual(labels, [
      ...['swaks command, Unix shell', 'swaks command, PowerShell', 'swaks command, cmd.exe'],
      ...['telnet steps, Windows', 'telnet steps, Unix', 'openssl s_client steps, Windows'],
      ...['openssl s_client steps, Unix', 'mail-triage command, Unix shell', 'mail-triage command, PowerShell'],
    ]);
    assert.equal(desk.clipboard, 'swaks -s mx1');
  });

  it('is in the clipboard, and opened where that is wanted', async () => {
    register();
    desk.answers.push((items: readonly Item[]) => items[0], 'Open');
    await run('mailTriage.copySession', 'test:a', 7);
    await settled();
    assert.equal(desk.said.at(-1), 'information: In the clipboard: swaks command, Unix shell.');
    assert.equal(desk.editor?.document.getText(), 'swaks -s mx1');
    assert.equal(desk.editor?.document.languageId, 'plaintext');
  });

  it('is none where nothing is chosen, or nothing stands there', async () => {
    register();
    desk.answers.push(undefined);
    await run('mailTriage.copySession', 'test:a', 7);
    const empty = register(null);
    desk.answers.push((items: readonly Item[]) => items[0]);
    await run('mailTriage.copySession', 'test:a', 7);
    assert.deepEqual([desk.clipboard, desk.said], ['', []]);
    empty.answers.set('mailTriage/recipe', null);
    await run('mailTriage.copySession', 'test:a', 7);
    empty.answers.delete('mailTriage/recipe');
    await run('mailTriage.copySession', 'test:a', 7);
    await run('mailTriage.copySession');
    assert.equal(desk.said.length, 3);
    assert.ok(desk.said.every((one) => one.startsWith('information: No SMTP session stands here.')));
  });

  it('is the one under the cursor where none is named', async () => {
    const server = register();
    show('test:b', 'x\ny\n');
    desk.answers.push(undefined);
    await run('mailTriage.copySession', 'test:a');
    assert.deepEqual(server.asked.at(-1)?.params, { uri: 'test:b', line: 0 });
  });
});
