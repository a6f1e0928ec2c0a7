import assert from 'node:assert/strict';
import type { TicketPage } from '../../src/protocol/ticket.ts';
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
    let page: Pick<TicketPage, 'happened'> | undefined;
    const register = (answer: unknown) => {
      const server = fakeServer({ 'mailTriage/explain': answer });
      const output = client.createProbeOutput();
      keep(output);
      keep(
        client.registerExplain(server, output, {
          get page() {
            return page;
          },
        }),
      );
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

    it('asks from what the cursor stands on, else from what the ticket rests on', async () => {
      register(null);
      const asked = async (): Promise<unknown> => {
        desk.questions.length = 0;
        await run('mailTriage.explain');
        return (desk.questions[0] as { value?: unknown }).value;
      };
      const editor = show('test:a', 'hello 25 and 10.5.1.1\nS: 550 5.7.1 no\nstat=Deferred (4.2.0)\n');
      assert.equal(await asked(), '');
      select(editor, 25, 25);
      assert.equal(await asked(), '550 5.7.1 no');
      select(editor, 50, 50);
      assert.equal(await asked(), '4.2.0');
      select(editor, 0, 0);
      page = { happened: { evidence: { words: 'to=<a@b.test> 451 4.7.1 later', line: 0 } } } as never;
      assert.equal(await asked(), '451 4.7.1 later');
      page = undefined;
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

    it('hands over all that is selected: the explanation says how much of it was read', async () => {
      const server = register(['x']);
      select(show('test:a', 'x'.repeat(3000)), 0, 3000);
      await run('mailTriage.explain');
      assert.equal(String(server.asked[0]?.params.text).length, 3000);
    });
  });
});
