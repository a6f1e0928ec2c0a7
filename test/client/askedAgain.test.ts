import assert from 'node:assert/strict';
import './load.ts';
import { inEnglish, phrase } from '../../src/core/text/words.ts';
import { clearDesk, close, desk, keep, show } from './desk.ts';
import { fakeServer, settled } from './fakeServer.ts';

let client: typeof import('../../src/client/activeTicket.ts') & typeof import('../../src/client/probeHistory.ts');

describe('in the editor', () => {
  before(async () => {
    client = {
      ...(await import('../../src/client/activeTicket.ts')),
      ...(await import('../../src/client/probeHistory.ts')),
    };
  });
  beforeEach(clearDesk);

  const following = (page: object = { parts: [] }) => {
    const server = fakeServer({ 'mailTriage/page': () => page });
    const history = client.createProbeHistory();
    return { server, history, ticket: keep(client.followActiveTicket(server, history)) };
  };

  describe('the page of the ticket at hand', () => {
    it('is asked for with what was verified, until the text changes', async () => {
      const { document } = show('test:a', 'x');
      const { server, ticket } = following();
      const found = [{ method: 'spf', result: 'pass', line: 0 }] as const;
      await settled();
      ticket.verified(document.uri as never, found);
      await settled();
      assert.deepEqual(
        server.asked.map(({ params }) => params.verified),
        [[], found],
      );
      // What is known of another document changes nothing here.
      ticket.verified({ toString: () => 'test:b' } as never, found);
      await settled();
      assert.equal(server.asked.length, 2);
      document.paste('one\ntwo');
      await settled();
      assert.deepEqual(server.asked.at(-1)?.params.verified, []);
    });

    it('is asked for without it where the text was closed in between', async () => {
      const { document } = show('test:a', 'x');
      const { server, ticket } = following();
      ticket.verified(document.uri as never, [{ method: 'spf', result: 'pass', line: 0 }]);
      close(document);
      show('test:a', 'x');
      await settled();
      assert.deepEqual(server.asked.at(-1)?.params.verified, []);
    });

    it('is asked for again behind a probe, with what was probed', async () => {
      const { server, history } = following();
      const report = { lines: ['# x', '* Result: all is well'], ignored: [] };
      await history.run({ title: phrase('Checked {0}', 'a.test'), target: 'a.test', start: async () => report });
      await settled();
      assert.equal(server.asked.length, 0);
      show('test:a', 'x');
      await settled();
      await history.run({ title: phrase('Checked {0}', 'a.test'), target: 'a.test', start: async () => report });
      await settled();
      assert.equal(server.asked.length, 2);
      const [probe] = server.asked.flatMap(({ params: { probes } }) => probes).slice(1) as {
        target: string;
        outcome: string;
        title: never;
      }[];
      assert.deepEqual(
        [probe?.target, probe?.outcome, inEnglish(probe?.title as never)],
        ['a.test', 'all is well', 'Checked a.test'],
      );
    });

    it('of a long text is asked for its beginning first', async () => {
      const { server } = following();
      show('test:a', 'x'.repeat(300_000));
      await settled();
      show('test:b', 'x'.repeat(300_001));
      await settled();
      assert.deepEqual(
        server.asked.map(({ params: { uri, most } }) => [uri, most]),
        [
          ['test:a', undefined],
          ['test:b', 40_000],
          ['test:b', undefined],
        ],
      );
    });

    it('tells menus and keys what the ticket has', async () => {
      const contexts = async (page: object): Promise<object> => {
        clearDesk();
        show('test:a', 'x');
        following(page);
        await settled();
        return Object.fromEntries(
          desk.executed.filter(([name]) => name === 'setContext').map(([, key, value]) => [key, value]),
        );
      };
      const [ticket, message, session] = ['mailTriage.hasTicket', 'mailTriage.hasMessage', 'mailTriage.hasSession'];
      assert.deepEqual(await contexts({ parts: [] }), { [ticket]: false, [message]: false, [session]: false });
      assert.deepEqual(await contexts({ parts: [{ kind: 'log' }, { kind: 'message' }], happened: {} }), {
        ...{ [ticket]: true, [message]: true, [session]: false },
      });
      assert.deepEqual(await contexts({ parts: [{ kind: 'conversation' }] }), {
        ...{ [ticket]: false, [message]: false, [session]: true },
      });
    });
  });

  describe('what was probed', () => {
    const probe = (report?: { lines: readonly string[]; ignored: readonly string[] }, target = 'a.test') => ({
      ...{ title: phrase('Checked {0}', target), target, start: async () => report },
    });

    it('is remembered with what came out, in the last line of its report', async () => {
      const history = client.createProbeHistory();
      for (const [lines, outcome] of [
        [['# x', '* Result: bad'], 'bad'],
        [['* bad'], 'bad'],
        [['# bad'], 'bad'],
        [['bad'], 'bad'],
        [[], ''],
      ] as const) {
        await history.run(probe({ lines, ignored: [] }));
        assert.equal(history.records.at(-1)?.outcome, outcome);
      }
      await history.run(probe({ lines: ['bad'], ignored: ['dns.servers'] }));
      assert.match(history.records.at(-1)?.outcome ?? '', /^bad .*dns\.servers/);
    });

    it('is forgotten behind two hundred others, and nothing where a fault ended it', async () => {
      const history = client.createProbeHistory();
      for (let i = 0; i < 201; i++) await history.run(probe({ lines: ['x'], ignored: [] }, `${i}.test`));
      assert.deepEqual([history.records.length, history.records[0]?.target], [200, '1.test']);
      await history.run(probe(undefined, 'none.test'));
      assert.deepEqual([history.records.at(-1)?.target, history.report?.target], ['200.test', '200.test']);
    });

    it('is done again, and told of until nobody listens', async () => {
      const history = client.createProbeHistory();
      assert.equal(await history.repeat(), false);
      assert.equal(history.report, undefined);
      let count = 0;
      const listening = history.onDidRun(() => count++);
      await history.run(probe({ lines: ['x'], ignored: [] }));
      assert.equal(await history.repeat(), true);
      assert.deepEqual([count, history.records.length], [2, 2]);
      listening.dispose();
      await history.repeat();
      assert.deepEqual([count, history.records.length], [2, 3]);
    });
  });
});
