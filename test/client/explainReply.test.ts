import assert from 'node:assert/strict';
import './load.ts';
import { clearDesk, desk, keep, run, select, show } from './desk.ts';
import { fakeServer } from './fakeServer.ts';

const load = async () => ({
  ...(await import('../../src/client/explainReply.ts')),
  ...(await import('../../src/client/probeOutput.ts')),
});
let client: Awaited<ReturnType<typeof load>>;
describe('in the editor', () => {
  before(async () => {
    client = await load();
  });
  beforeEach(clearDesk);

  describe('Explain Reply', () => {
    const register = (answer: unknown) => {
      const server = fakeServer({ 'mailTriage/explain': answer });
      const output = client.createProbeOutput();
      keep(output);
      keep(client.registerExplain(server, output));
      return server;
    };

    it('takes what it is given, else what is selected, else what is typed', async () => {
      const server = register(['one', 'two']);
      const editor = show('test:a', '550 5.7.1 no');
      await run('mailTriage.explain', '421');
      select(editor, 4, 9);
      await run('mailTriage.explain');
      await run('mailTriage.explain', '');
      select(editor, 3, 4);
      desk.answers.push('typed');
      await run('mailTriage.explain');
      assert.deepEqual(
        server.asked.map(({ params }) => params.text),
        ['421', '5.7.1', '5.7.1', 'typed'],
      );
      assert.equal(desk.output, 'one\ntwo\n\none\ntwo\n\none\ntwo\n\none\ntwo\n');
      assert.equal(desk.outputShown, 4);
    });

    it('asks nothing for nothing, and says what is not known', async () => {
      const server = register(null);
      for (const answer of [undefined, '  ']) {
        desk.answers.push(answer);
        await run('mailTriage.explain');
      }
      assert.equal(server.asked.length, 0);
      await run('mailTriage.explain', ' hello ');
      assert.match(desk.said[0] ?? '', /no known words in "hello"\.$/);
      assert.equal(desk.outputShown, 0);
    });

    it('explains no more than a ticket has', async () => {
      const server = register(['x']);
      select(show('test:a', 'x'.repeat(3000)), 0, 3000);
      await run('mailTriage.explain');
      assert.equal(String(server.asked[0]?.params.text).length, 2000);
    });
  });
});
