import assert from 'node:assert/strict';
import '../load.ts';
import { changed, clearDesk, desk, focus, keep, show } from '../desk.ts';
import { onAClock, rest, settled, unforetold } from '../fakeServer.ts';
import { textServer } from '../textServer.ts';

let client: typeof import('../../../src/client/notice/ticketHint.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../../src/client/notice/ticketHint.ts');
  });
  beforeEach(clearDesk);

  const session = '220 a.test ESMTP\nEHLO b.test\n250 a.test\nQUIT\n221 bye\n';

  describe('the hint that a text is a ticket', () => {
    const visible = (): unknown => desk.items.get('mailTriage.hint')?.visible;

    it('stands for plain texts that look like one', async () => {
      show('test:a', session, 'plaintext');
      keep(client.registerTicketHint(textServer(), unforetold));
      await settled();
      assert.equal(visible(), true);
      for (const [text, languageId, expected, uri = 'test:b'] of [
        ['hello\n', 'plaintext', false],
        [session, 'log', true],
        [session, 'markdown', true],
        [session, 'typescript', false],
        [session, 'json', true],
        [session, 'smtp-transcript', false],
        [session, 'log', false, 'output:x'],
      ] as const) {
        show(uri, text, languageId);
        await settled();
        assert.equal(visible(), expected, `${languageId} ${uri}`);
      }
      focus(undefined);
      await settled();
      assert.equal(visible(), false);
    });

    it('stands where the ticket stands, however far down, and can be switched off', async () => {
      const filler = 'The quick brown fox jumps over the lazy dog.\n'.repeat(60_000);
      const { document } = show('test:a', filler + session, 'markdown');
      keep(client.registerTicketHint(textServer(), unforetold));
      for (let i = 0; i < 2000 && visible() !== true; i++) await settled();
      assert.match(String(desk.items.get('mailTriage.hint')?.tooltip), /^Line 60001: an SMTP session\./);
      const [lens] = (desk.lenses?.(document) ?? []) as { range: { start: { line: number } }; command: object }[];
      assert.equal(lens?.range.start.line, 60_000);
      assert.deepEqual(lens?.command, {
        title: 'Read as mail ticket (an SMTP session)',
        command: 'mailTriage.readAsTicket',
      });
      desk.settings.set('mailTriage.notice.hint', false);
      changed.configuration.fire({ affectsConfiguration: () => true });
      await settled();
      assert.equal(visible(), false);
      assert.deepEqual(desk.lenses?.(document), []);
    });

    it('asks no server about a text without a sign of mail', async () => {
      const server = textServer();
      show('test:a', 'The meeting is on Monday, at 250 Main Street.\n'.repeat(2000), 'plaintext');
      keep(client.registerTicketHint(server, unforetold));
      await settled();
      await settled();
      assert.deepEqual(server.asked, []);
    });

    it('reads an untitled text at once where that is set, and once', async () => {
      desk.settings.set('mailTriage.notice.readUntitled', true);
      const { document } = show('untitled:a', session, 'python');
      document.isUntitled = true;
      keep(client.registerTicketHint(textServer(), unforetold));
      await settled();
      assert.equal(document.languageId, 'smtp-transcript');
      document.languageId = 'python';
      // Another language closes a document, and opens it again.
      changed.opened.fire(document);
      show('test:b', 'hello\n', 'plaintext');
      await settled();
      focus(document);
      await settled();
      assert.equal(document.languageId, 'python');
      assert.equal(visible(), true);
      const { document: next } = show('untitled:a', '', 'plaintext');
      next.isUntitled = true;
      changed.opened.fire(next);
      next.paste(session);
      await settled();
      assert.equal(next.languageId, 'smtp-transcript');
    });

    it('goes by the text that is looked at last, and by none where the server is gone', async () => {
      const server = textServer();
      let answer = (_: object): void => undefined;
      server.answers.set('mailTriage/notice', ({ text }: { text: string }) =>
        text === session ? new Promise((done) => (answer = done)) : null,
      );
      show('test:a', session, 'plaintext');
      keep(client.registerTicketHint(server, unforetold));
      show('test:b', 'hello\n', 'plaintext');
      answer({ kind: 'conversation', offset: 0 });
      await settled();
      assert.equal(visible(), false);
      server.answers.clear();
      show('test:c', session, 'plaintext');
      await settled();
      assert.equal(visible(), false);
    });

    it(
      'looks again when the text has rested',
      onAClock(async () => {
        const { document } = show('test:a', 'hello\n', 'plaintext');
        keep(client.registerTicketHint(textServer(), unforetold));
        document.text = session;
        assert.equal(visible(), false);
        await rest(299);
        assert.equal(visible(), false);
        await rest(1);
        assert.equal(visible(), true);
      }),
    );

    it(
      'looks at once at what is pasted, told from what is typed by its lines',
      onAClock(async () => {
        const { document } = show('test:a', 'hello\n', 'plaintext');
        keep(client.registerTicketHint(textServer(), unforetold));
        document.paste(session);
        await rest(0);
        assert.equal(visible(), true);
        document.paste('\n');
        await rest(299);
        assert.equal(visible(), true);
        document.paste('one\ntwo');
        await rest(0);
        assert.equal(visible(), false);
      }),
    );

    it('is gone with the text that is closed, and stays for one that is not', async () => {
      const other = show('test:b', 'hello\n', 'plaintext').document;
      const { document } = show('test:a', session, 'plaintext');
      const hint = keep(client.registerTicketHint(textServer(), unforetold));
      await settled();
      assert.deepEqual([visible(), hint.noticed], [true, true]);
      changed.closed.fire(other);
      await settled();
      assert.deepEqual([visible(), hint.noticed], [true, true]);
      focus(undefined);
      changed.closed.fire(document);
      await settled();
      assert.deepEqual([visible(), hint.noticed], [false, false]);
    });

    it('is not for a text that changes behind the one that is looked at, nor for other settings', async () => {
      const other = show('test:b', 'hello\n', 'plaintext').document;
      show('test:a', session, 'plaintext');
      const server = textServer();
      const hint = keep(client.registerTicketHint(server, unforetold));
      await settled();
      const asked = server.asked.length;
      other.paste(session);
      changed.configuration.fire({ affectsConfiguration: (name: string) => name !== 'mailTriage.notice' });
      await settled();
      assert.deepEqual([visible(), hint.noticed, server.asked.length], [true, true, asked]);
    });

    it('is off for a text that has a file, where untitled texts alone are read', async () => {
      desk.settings.set('mailTriage.notice.hint', false);
      desk.settings.set('mailTriage.notice.readUntitled', true);
      const server = textServer();
      show('test:a', session, 'plaintext');
      keep(client.registerTicketHint(server, unforetold));
      await settled();
      assert.deepEqual([visible(), server.asked.length], [false, 0]);
      const { document } = show('untitled:b', session, 'plaintext');
      document.isUntitled = true;
      focus(document);
      await settled();
      assert.equal(document.languageId, 'smtp-transcript');
    });
  });
});
