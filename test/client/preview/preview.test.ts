import assert from 'node:assert/strict';
import '../load.ts';
import { clearDesk, desk, focus, keep, run, show } from '../desk.ts';
import { Uri } from '../editorTypes.ts';
import { onAClock, rest, settled } from '../fakeServer.ts';
import { attached, folder, panel, told } from '../page.ts';

const load = async () => ({
  ...(await import('../../../src/client/preview/preview.ts')),
  ...(await import('../../../src/client/savePart.ts')),
});
let client: Awaited<ReturnType<typeof load>>;
describe('in the editor', () => {
  before(async () => {
    client = await load();
  });
  beforeEach(clearDesk);

  describe('the preview', () => {
    const open = async (text = attached) => {
      keep(client.registerPreview(folder));
      const editor = show('test:a.eml', text, 'eml');
      await run('mailTriage.previewMessage');
      return editor;
    };

    it('is shown when the page is ready, and again when it comes back', async () => {
      await open();
      assert.deepEqual([told(), panel().title], [[], 'Preview: a.eml']);
      panel().say({ type: 'ready' });
      const [shown] = panel().posted;
      assert.deepEqual(
        [shown?.type, (shown?.preview as { subject: string } | undefined)?.subject],
        ['show', 'The subject'],
      );
      panel().hide();
      told();
      await run('mailTriage.previewMessage');
      assert.deepEqual([told(), panel().revealed], [[], [[undefined, false]]]);
      panel().say({ type: 'ready' });
      assert.deepEqual(told(), ['show']);
    });

    it('waits for another document, by its name', async () => {
      await open();
      panel().say({ type: 'ready' });
      await settled();
      told();
      show('test:folder/b.eml', attached.replace('The subject', 'Of b'), 'eml');
      await run('mailTriage.previewMessage');
      assert.equal(panel().title, 'Preview: b.eml');
      const posted = panel().posted.splice(0);
      assert.deepEqual(
        posted.map(({ type, preview }) => [type, (preview as { subject: string } | undefined)?.subject]),
        [
          ['loading', undefined],
          ['show', 'Of b'],
        ],
      );
      await run('mailTriage.previewMessage');
      assert.deepEqual(panel().revealed, [[undefined, false]]);
    });

    it('says what is missing', async () => {
      await open('hello');
      panel().say({ type: 'ready' });
      assert.deepEqual(told(), ['empty']);
      await run('mailTriage.previewMessage', 'test:gone.eml');
      assert.deepEqual(panel().posted.splice(0), [
        { type: 'loading' },
        { type: 'error', message: 'The message could not be shown: test:gone.eml is gone' },
      ]);
      focus(undefined);
      await run('mailTriage.previewMessage');
      assert.match(desk.said.at(-1) ?? '', /^information: Open a message first/);
    });

    it(
      'follows changes of the text',
      onAClock(async () => {
        const { document } = await open();
        panel().say({ type: 'ready' });
        told();
        document.text = attached.replace('The subject', 'Another');
        await rest(400);
        for (let i = 0; i < 1000 && panel().posted.length === 0; i++) await settled();
        const subjects = panel().posted.map(({ preview }) => (preview as { subject: string }).subject);
        assert.deepEqual(subjects, ['Another']);
      }),
    );

    it('opens a link only where the user says so, and shows where it leads', async () => {
      await open();
      panel().say({ type: 'open', link: 0 });
      panel().say({ type: 'ready' });
      await settled();
      const link = async (answer: string | undefined) => {
        desk.answers.push(answer);
        panel().say({ type: 'open', link: 0 });
        await settled();
        return desk.executed.splice(0);
      };
      desk.said.length = 0;
      desk.answers.length = 0;
      assert.deepEqual(await link(undefined), []);
      assert.deepEqual(desk.said, ['warning: Open this link of the message?']);
      const { rest } = desk.questions.at(-1) as unknown as {
        rest: readonly [{ detail: string; modal: boolean }, ...string[]];
      };
      assert.equal(rest[0].modal, true);
      assert.equal(rest[0].detail, 'Its text names bank.example. It leads to evil.test.\n\nhttps://evil.test/x');
      assert.deepEqual(rest.slice(1), ['Open Link', 'Copy Address']);
      assert.deepEqual(await link('Open Link'), [['openExternal', 'https:evil.test/x']]);
      assert.deepEqual(await link('Copy Address'), []);
      assert.equal(desk.clipboard, 'https://evil.test/x');
      panel().say({ type: 'open', link: 7 });
      await settled();
      assert.deepEqual(desk.executed, []);
    });

    it('has an attachment saved', async () => {
      await open();
      panel().say({ type: 'ready' });
      panel().say({ type: 'save', attachment: 0 });
      panel().say({ type: 'save', attachment: 5 });
      await settled();
      const [[command, uri, line] = [], ...rest] = desk.executed;
      assert.deepEqual([command, uri, rest], ['mailTriage.savePart', 'test:a.eml', []]);
      keep(client.registerSavePart());
      desk.answers.push(Uri.parse('file:/x/saved.txt'));
      await run('mailTriage.savePart', uri, line);
      assert.equal(String(Buffer.from(desk.files.get('file:/x/saved.txt') ?? [])).trim(), 'attached');
    });
  });
});
