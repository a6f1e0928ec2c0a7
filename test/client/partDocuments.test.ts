import assert from 'node:assert/strict';
import './load.ts';
import { clearDesk, desk, keep, run, show } from './desk.ts';
import { Uri } from './editorTypes.ts';
import { attached, multipart } from './page.ts';

const load = async () => ({
  ...(await import('../../src/client/documentBytes.ts')),
  ...(await import('../../src/client/partDocuments.ts')),
  ...(await import('../../src/client/savePart.ts')),
});
let client: Awaited<ReturnType<typeof load>>;
describe('in the editor', () => {
  before(async () => {
    client = await load();
  });
  beforeEach(clearDesk);

  const attachedLine = attached.split('\n').findIndex((line) => line.includes('name=a.txt'));

  describe('parts of messages', () => {
    const outer = multipart(`Content-Type: message/rfc822\n\nFrom: in@b.test\nSubject: Inner\n\nHello`);
    const line = outer.split('\n').findIndex((text) => text.includes('message/rfc822'));

    it('are opened as documents whose address names the message and the line', async () => {
      keep(client.registerPartDocuments(client.sourceOf));
      show('file:/x/a.eml', outer, 'eml');
      await run('mailTriage.openPart', 'file:/x/a.eml', line);
      const { document } = desk.editor ?? {};
      assert.deepEqual(
        [desk.said, document?.uri.toString(), document?.getText()],
        [[], `mail-triage-part:/part.eml?${line} file:/x/a.eml`, 'From: in@b.test\nSubject: Inner\n\nHello'],
      );
    });

    it('have no text where nothing stands at the address, or the address is none', async () => {
      keep(client.registerPartDocuments(client.sourceOf));
      show('file:/x/a.eml', outer, 'eml');
      await run('mailTriage.openPart', 'file:/x/a.eml', 9999);
      assert.deepEqual(desk.said, [
        'error: The message could not be opened: The message has changed: no part starts in that line any more.',
      ]);
      const part = (query: string): Uri => Uri.from({ scheme: 'mail-triage-part', path: '/x.eml', query });
      for (const query of ['', 'x file:/x/a.eml', `${line}`, `${line} `])
        await assert.rejects(client.partBytes(part(query) as never), /This is no address of a part of a message\./);
      assert.equal(
        Buffer.from(await client.partBytes(part(`${line} file:/x/a.eml`) as never))
          .toString()
          .slice(0, 4),
        'From',
      );
    });

    it('that are gone say so', async () => {
      keep(client.registerSavePart());
      show('file:/x/a.eml', attached, 'eml');
      await run('mailTriage.savePart', 'file:/x/a.eml', 9999);
      await run('mailTriage.savePart', 'file:/x/gone.eml', 3);
      assert.deepEqual(desk.said, [
        'error: The attachment could not be saved: The message has changed: no part starts in that line any more.',
        'error: The attachment could not be saved: file:/x/gone.eml is gone',
      ]);
    });

    it('are proposed to be saved beside the message', async () => {
      keep(client.registerSavePart());
      for (const [uri, expected] of [
        ['file:/x/a.eml', 'file:/x/a.txt'],
        ['vscode-remote:/x/a.eml', 'vscode-remote:/x/a.txt'],
        ['untitled:a', 'file:/a.txt'],
      ] as const) {
        show(uri, attached, 'eml');
        await run('mailTriage.savePart', uri, attachedLine);
        assert.equal(String(desk.questions.at(-1)?.defaultUri), expected, desk.said.join());
      }
    });
  });
});
