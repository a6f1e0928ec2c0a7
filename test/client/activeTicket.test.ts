import assert from 'node:assert/strict';
import './load.ts';
import type { TextDocument } from 'vscode';
import type { ActiveTicket } from '../../src/client/activeTicket.ts';
import type { ProbeHistory } from '../../src/client/probeHistory.ts';
import { clearDesk, close, focus, show } from './desk.ts';
import { type FakeServer, fakeServer, onAClock, rest, settled } from './fakeServer.ts';

let follow: (server: FakeServer) => ActiveTicket;
let history: ProbeHistory;
describe('in the editor', () => {
  before(async () => {
    const { createProbeHistory } = await import('../../src/client/probeHistory.ts');
    const { followActiveTicket } = await import('../../src/client/activeTicket.ts');
    follow = (server) => {
      history = createProbeHistory();
      return followActiveTicket(server, history);
    };
  });

  let server: FakeServer;
  let ticket: ActiveTicket;
  beforeEach(() => {
    clearDesk();
    server = fakeServer({
      'mailTriage/page': ({ uri }: { uri: string }) => ({ parts: [], uri }),
    });
  });
  afterEach(() => ticket.dispose());

  const read = (): unknown => (ticket.page as unknown as { uri: string } | undefined)?.uri;
  /** Which ticket is at hand, what was read, how often the server was asked. */
  const holds = async (uri: string | undefined, summary: string | undefined, asked: number): Promise<void> => {
    await settled();
    assert.deepEqual([ticket.uri?.toString(), read(), server.asked.length], [uri, summary, asked]);
  };

  describe('the ticket at hand', () => {
    it('is the one that the user looks at', async () => {
      show('test:a', 'x');
      ticket = follow(server);
      await holds('test:a', 'test:a', 1);
      show('test:b', 'x', 'eml');
      await holds('test:b', 'test:b', 2);
    });

    it('stays where something else is looked at', async () => {
      ticket = follow(server);
      await holds(undefined, undefined, 0);
      const { document } = show('test:a', 'x');
      show('output:probe', 'x');
      show('test:notes', 'x', 'plaintext');
      focus(undefined);
      await holds('test:a', 'test:a', 1);
      focus(document);
      await holds('test:a', 'test:a', 1);
    });

    it('is forgotten when it is closed or is no ticket any more', async () => {
      const { document } = show('test:a', 'x');
      ticket = follow(server);
      await settled();
      close(document);
      await holds(undefined, undefined, 1);
      const other = show('test:b', 'x').document;
      await holds('test:b', 'test:b', 2);
      other.languageId = 'plaintext';
      focus(other);
      await holds(undefined, undefined, 2);
    });

    it('is told before the editor has made it one, and stays while that lasts', async () => {
      server.answers.set('mailTriage/page', ({ uri, text }: { uri: string; text?: string }) => ({
        parts: [],
        uri: text ?? uri,
      }));
      const { document } = show('test:a', 'session', 'plaintext');
      ticket = follow(server);
      await holds(undefined, undefined, 0);
      const over = await ticket.foretell(document as unknown as TextDocument);
      await holds('test:a', 'session', 1);
      // As the editor does where a document gets another language.
      close(document);
      focus(document);
      await holds('test:a', 'session', 1);
      const seen: unknown[] = [];
      ticket.onDidChange(() => seen.push(read()));
      document.languageId = 'eml';
      focus(document);
      over();
      await holds('test:a', 'test:a', 2);
      assert.deepEqual(seen, ['test:a']);
    });

    it('is forgotten where what was told of before becomes none, and a long text waits', async () => {
      const { document } = show('test:a', 'session', 'plaintext');
      ticket = follow(server);
      const over = await ticket.foretell(document as unknown as TextDocument);
      await holds('test:a', 'test:a', 1);
      over();
      await holds(undefined, undefined, 1);
      const long = show('test:b', 'x'.repeat(200_001), 'plaintext').document;
      (await ticket.foretell(long as unknown as TextDocument))();
      await holds(undefined, undefined, 1);
    });

    it('gives way to the ticket that is then in front', async () => {
      const { document } = show('test:a', 'x');
      ticket = follow(server);
      await settled();
      show('output:probe', 'x');
      const changes: unknown[] = [];
      ticket.onDidChange(() => changes.push(ticket.uri?.toString()));
      close(document);
      await holds(undefined, undefined, 1);
      assert.deepEqual(changes, [undefined]);
    });

    it('has no page where the server has none or fails', async () => {
      ticket = follow(fakeServer());
      show('test:a', 'x');
      await settled();
      assert.deepEqual([ticket.uri?.toString(), ticket.page], ['test:a', undefined]);
    });

    it('never shows what was found in another document', async () => {
      const waiting = new Map<string, () => void>();
      server.answers.set(
        'mailTriage/page',
        ({ uri }: { uri: string }) => new Promise((done) => waiting.set(uri, () => done({ uri }))),
      );
      ticket = follow(server);
      show('test:a', 'x');
      await settled();
      show('test:b', 'x');
      await settled();
      assert.equal(read(), undefined);
      waiting.get('test:b')?.();
      await settled();
      waiting.get('test:a')?.();
      await holds('test:b', 'test:b', 2);
    });

    it(
      'is read again when its text has rested',
      onAClock(async () => {
        const { document } = show('test:a', 'x');
        const other = show('test:other', 'x', 'plaintext').document;
        focus(document);
        ticket = follow(server);
        await settled();
        for (const text of ['1', '2', '3']) document.text = text;
        other.text = 'y';
        await rest(199);
        await holds('test:a', 'test:a', 1);
        await rest(1);
        await holds('test:a', 'test:a', 2);
        document.paste('one\ntwo');
        await rest(0);
        await holds('test:a', 'test:a', 3);
      }),
    );
  });
});
