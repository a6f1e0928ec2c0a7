import assert from 'node:assert/strict';
import './load.ts';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { timelineOf } from '../../src/core/trace/timeline.ts';
import { clearDesk, configure, desk, focus, keep, run, select, show } from './desk.ts';
import { Uri } from './editorTypes.ts';
import { type FakeServer, fakeServer, onAClock, rest, settled } from './fakeServer.ts';
import { folder, mail, panel, told } from './page.ts';

let client: typeof import('../../src/client/timeline.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../src/client/timeline.ts');
  });
  beforeEach(clearDesk);

  describe('the timeline', () => {
    let server: FakeServer;
    const timeline = timelineOf(readTicket(mail, 'message'), { trustedNetworks: [] });
    const open = () => {
      server = fakeServer({ 'mailTriage/timeline': timeline });
      const view = keep(client.registerTimeline(folder, server));
      return { view, editor: show('file:/x/a.eml', mail, 'eml') };
    };

    it('is drawn when the page is ready, of the message at hand', async () => {
      const { view } = open();
      desk.settings.set('mailTriage.trustedNetworks', ['192.0.2.0/24']);
      await run('mailTriage.showTimeline');
      assert.deepEqual(told(), []);
      panel().say({ type: 'ready' });
      const [drawn] = panel().posted;
      assert.deepEqual([drawn?.type, drawn?.title, panel().title], ['show', 'a.eml', 'Hops: a.eml']);
      assert.deepEqual(server.asked[0]?.params, {
        uri: 'file:/x/a.eml',
        trustedNetworks: ['192.0.2.0/24'],
        offset: 0,
      });
      panel().say({ type: 'drawn', rows: ['one', 'two'] });
      assert.deepEqual(view.rows(), ['one', 'two']);
      panel().hide();
      assert.deepEqual(view.rows(), []);
      panel().close();
      assert.deepEqual(view.rows(), []);
    });

    it('says so where there are no hops or no text', async () => {
      open();
      server.answers.set('mailTriage/timeline', null);
      await run('mailTriage.showTimeline');
      panel().say({ type: 'ready' });
      assert.deepEqual(told(), ['empty']);
      await run('mailTriage.copyTimelineMarkdown');
      assert.deepEqual([desk.said.at(-1), desk.clipboard], ['status: There are no hops to copy.', '']);
      panel().close();
      focus(undefined);
      await run('mailTriage.showTimeline');
      assert.match(desk.said.at(-1) ?? '', /^information: Open a message/);
      assert.equal(desk.panels.length, 1);
    });

    it('moves the focus into the page only when it is asked for again', async () => {
      open();
      await run('mailTriage.showTimeline');
      assert.deepEqual(panel().revealed, []);
      await run('mailTriage.showTimeline');
      assert.deepEqual(panel().revealed, [[undefined, false]]);
      assert.equal(desk.panels.length, 1);
    });

    it(
      'follows the cursor: to its hop, or to the message there',
      onAClock(async () => {
        const { editor } = open();
        await run('mailTriage.showTimeline');
        panel().say({ type: 'ready' });
        told();
        select(editor, mail.indexOf('Received', 5) + 3);
        select(editor, mail.indexOf('From: a@'));
        assert.deepEqual(
          panel()
            .posted.splice(0)
            .map(({ hop: at }) => at),
          [0, null],
        );
        select(editor, mail.length - 2);
        assert.deepEqual([told(), server.asked.length], [[], 1]);
        await rest(150);
        assert.deepEqual([server.asked.length, server.asked[1]?.params.offset], [2, mail.length - 2]);
        assert.deepEqual(told(), ['select']);
      }),
    );

    it(
      'is drawn again when text, message or trust change, and only then',
      onAClock(async () => {
        const { editor } = open();
        await run('mailTriage.showTimeline');
        panel().say({ type: 'ready' });
        told();
        configure('mailTriage.trustedNetworks', ['192.0.2.1']);
        configure('mailTriage.dns.servers', []);
        await settled();
        assert.deepEqual([told(), server.asked.length], [['select'], 2]);
        server.answers.set('mailTriage/timeline', null);
        editor.document.text = 'x';
        editor.document.text = 'y';
        await rest(250);
        assert.deepEqual([told(), server.asked.length], [['empty', 'select'], 3]);
        show('test:b.eml', mail, 'eml');
        await settled();
        show('test:c.txt', mail, 'plaintext');
        await settled();
        assert.deepEqual(
          [server.asked.length, server.asked[3]?.params.uri, panel().title],
          [4, 'test:b.eml', 'Hops: b.eml'],
        );
      }),
    );

    it('follows a ticket that holds a header, and stays where one holds none', async () => {
      open();
      await run('mailTriage.showTimeline');
      server.answers.set('mailTriage/timeline', null);
      show('file:/x/session.txt', 'EHLO x', 'smtp-transcript');
      await settled();
      assert.equal(panel().title, 'Hops: a.eml');
      server.answers.set('mailTriage/timeline', timeline);
      show('file:/x/mixed.txt', mail, 'smtp-transcript');
      await settled();
      assert.equal(panel().title, 'Hops: mixed.txt');
    });

    it('is of the document that is given, whether or not an editor shows it', async () => {
      open();
      await run('mailTriage.showTimeline', 'test:given.eml');
      panel().say({ type: 'ready' });
      await run('mailTriage.showTimeline', Uri.parse('test:other.eml'));
      const asked = server.asked.map(({ params }) => `${params.uri} ${params.offset}`);
      assert.deepEqual(asked, ['test:given.eml undefined', 'test:other.eml undefined']);
    });

    it(
      'has nothing to do where it is not open, nor with other documents, nor when it is gone',
      onAClock(async () => {
        const { view, editor } = open();
        const other = show('test:other.eml', mail, 'eml');
        const touch = async (): Promise<number> => {
          configure('mailTriage.dns.servers', []);
          for (const one of [editor, other]) select(one, 3);
          other.document.text = 'x';
          await rest(250);
          return server.asked.length;
        };
        editor.document.text = `${mail}x`;
        configure('mailTriage.trustedNetworks', ['192.0.2.1']);
        assert.equal(await touch(), 0);
        focus(undefined);
        for (const form of ['copyTimelineMarkdown', 'copyTimelineSvg', 'saveTimelinePng']) {
          await run(`mailTriage.${form}`);
          assert.match(desk.said.pop() ?? '', /^information: Open a message/, form);
        }
        focus(editor.document);
        await run('mailTriage.showTimeline');
        panel().say({ type: 'ready' });
        told();
        assert.equal(await touch(), 1);
        editor.document.text = mail;
        view.dispose();
        await rest(250);
        assert.deepEqual([server.asked.length, view.rows()], [1, []]);
        assert.equal(desk.commands.has('mailTriage.showTimeline'), false);
      }),
    );

    it('shows a hop in the text', async () => {
      const { editor } = open();
      await run('mailTriage.showTimeline');
      panel().say({ type: 'reveal', span: { start: 3, end: 9 } });
      await settled();
      assert.equal(desk.editor?.document, editor.document);
      assert.deepEqual([desk.editor?.selection.active.character, desk.editor?.revealed?.end.character], [3, 9]);
      await run('mailTriage.revealLine', 'file:/x/a.eml', 1);
      assert.deepEqual([desk.editor?.selection.active.line, desk.editor?.revealed?.start.line], [1, 1]);
      assert.equal(desk.editor?.selection.active.character, 0);
    });

    it('is copied as a table, and as a picture that the page draws', async () => {
      open();
      await run('mailTriage.copyTimelineMarkdown');
      assert.match(desk.clipboard, /\| *a\.test *\|/);
      await run('mailTriage.copyTimelineSvg');
      assert.deepEqual(panel().revealed, [[undefined, true]]);
      panel().say({ type: 'ready' });
      await run('mailTriage.saveTimelinePng');
      assert.deepEqual(
        panel().posted.flatMap(({ type, form }) => (type === 'drawPicture' ? [form] : [])),
        ['svg', 'png'],
      );
      panel().say({ type: 'picture', form: 'svg', data: '<svg/>' });
      await settled();
      assert.equal(desk.clipboard, '<svg/>');
      desk.answers.push(Uri.parse('file:/x/p.png'));
      panel().say({ type: 'picture', form: 'png', data: 'cG5n' });
      await settled();
      assert.equal(String(Buffer.from(desk.files.get('file:/x/p.png') ?? [])), 'png');
      assert.equal(desk.said.at(-1), 'status: The picture is saved as p.png.');
      panel().say({ type: 'noPicture', form: 'png', reason: 'no canvas' });
      assert.equal(desk.said.at(-1), 'status: The picture could not be drawn: no canvas.');
      assert.deepEqual(panel().posted.at(-1), { type: 'said', text: 'The picture could not be drawn: no canvas.' });
    });

    it('is copied by the page, too, whose rows are gone with it', async () => {
      const { view } = open();
      await run('mailTriage.showTimeline');
      panel().say({ type: 'ready' });
      told();
      panel().say({ type: 'copyMarkdown' });
      await settled();
      assert.match(desk.clipboard, /\| *a\.test *\|/);
      assert.deepEqual(panel().posted.splice(0), [
        { type: 'said', text: 'The hops are in the clipboard as a Markdown table.' },
      ]);
      assert.equal(desk.said.at(-1), 'status: The hops are in the clipboard as a Markdown table.');
      panel().say({ type: 'drawn', rows: ['one'] });
      panel().hide();
      assert.deepEqual(view.rows(), []);
      // A page that is hidden is told nothing until it asks again.
      panel().say({ type: 'copyMarkdown' });
      await settled();
      assert.deepEqual(told(), []);
    });

    it('says which networks do not count, and again where the page begins anew', async () => {
      open();
      desk.trusted = false;
      desk.folders = [{ uri: Uri.parse('file:/x') }];
      desk.files.set('file:/x/.vscode/settings.json', Buffer.from('{"mailTriage.trustedNetworks":[]}'));
      await run('mailTriage.showTimeline');
      panel().say({ type: 'ready' });
      const said = panel().posted.splice(0);
      assert.deepEqual(
        said.map(({ type }) => type),
        ['show', 'said'],
      );
      assert.match(String(said[1]?.text), /trustedNetworks/);
      assert.match(desk.said.at(-1) ?? '', /^status: .*trustedNetworks/);
    });
  });
});
