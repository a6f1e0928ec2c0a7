import assert from 'node:assert/strict';
import './load.ts';
import { clearDesk, desk, focus, keep, show } from './desk.ts';
import { onAClock, rest, settled } from './fakeServer.ts';
import { textServer } from './textServer.ts';

let client: typeof import('../../src/client/ticketHint.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../src/client/ticketHint.ts');
  });
  beforeEach(clearDesk);

  const session = '220 a.test ESMTP\nEHLO b.test\n250 a.test\nQUIT\n221 bye\n';

  describe('the hint that a text is a ticket', () => {
    const visible = (): unknown => desk.items.get('mailTriage.hint')?.visible;

    it('stands for plain texts that look like one', async () => {
      show('test:a', session, 'plaintext');
      keep(client.registerTicketHint(textServer()));
      await settled();
      assert.equal(visible(), true);
      for (const [text, languageId, expected, uri = 'test:b'] of [
        ['hello\n', 'plaintext', false],
        [session, 'log', true],
        [session, 'markdown', true],
        [session, 'json', false],
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

    it('goes by the text that is looked at last, and by none where the server is gone', async () => {
      const server = textServer();
      let answer = (_: boolean): void => undefined;
      server.answers.set('mailTriage/looksLikeTicket', ({ text }: { text: string }) =>
        text === session ? new Promise((done) => (answer = done)) : false,
      );
      show('test:a', session, 'plaintext');
      keep(client.registerTicketHint(server));
      show('test:b', 'hello\n', 'plaintext');
      answer(true);
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
        keep(client.registerTicketHint(textServer()));
        document.text = session;
        assert.equal(visible(), false);
        await rest(299);
        assert.equal(visible(), false);
        await rest(1);
        assert.equal(visible(), true);
      }),
    );
  });
});
