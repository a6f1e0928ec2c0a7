import assert from 'node:assert/strict';
import './load.ts';
import type { ActiveTicket } from '../../src/client/activeTicket.ts';
import { clearDesk, desk, keep, run, type View } from './desk.ts';
import { Uri } from './editorTypes.ts';
import { onAClock, rest, settled } from './fakeServer.ts';
import { folder } from './page.ts';

let client: typeof import('../../src/client/ticketView.ts');
describe('the page of a ticket', () => {
  before(async () => {
    client = await import('../../src/client/ticketView.ts');
  });
  beforeEach(clearDesk);

  interface At {
    uri?: string;
    page?: object;
  }
  /** A page of a ticket that is at hand; `noticed`: one is seen in another text. */
  const registered = (at: At, noticed = false) => {
    let changed: () => void = () => undefined;
    const active = {
      get uri() {
        return at.uri === undefined ? undefined : Uri.parse(at.uri);
      },
      get page() {
        return at.page;
      },
      onDidChange: (listener: () => void) => {
        changed = listener;
        return { dispose: () => undefined };
      },
    } as unknown as ActiveTicket;
    keep(client.registerTicketView(folder, active, { noticed }));
    const there = desk.views.get('mailTriage.ticket');
    assert.ok(there);
    return { ...there, change: () => changed() };
  };
  const types = ({ posted }: View): readonly string[] => posted.splice(0).map(({ type }) => type);
  const uri = 'test:folder/a.txt';

  it('runs each command with what that takes, and none with anything else', async () => {
    const commands = {
      text: ['check', 'probeSmtpServer', 'explain', 'findMessage'],
      line: ['verifyAuthentication', 'showTimeline', 'previewMessage', 'showReport', 'savePart'],
      none: ['copyAnswer', 'copySenderRequest', 'copyIndicators'],
      told: ['askAgain'],
    };
    const args = [undefined, '', 'word', 0, 7, -1, 1.5, { name: 'x' }];
    const taken: Record<string, (argument: unknown) => readonly unknown[] | undefined> = {
      text: (one) => (one === 'word' ? [one] : undefined),
      line: (one) => (one === 0 || one === 7 ? [uri, one] : undefined),
      none: () => [],
      told: (one) => [one],
    };
    for (const [kind, names] of Object.entries(commands))
      for (const name of names)
        for (const argument of args) {
          const action = { label: 'x', command: `mailTriage.${name}`, ...(argument !== undefined && { argument }) };
          clearDesk();
          const { open, view } = registered({ uri, page: { failures: 0, steps: [{ action }] } });
          open();
          view.say({ type: 'run', action });
          await settled();
          const expected = taken[kind]?.(argument);
          assert.deepEqual(
            desk.executed,
            expected === undefined ? [] : [[action.command, ...expected]],
            `${name} ${JSON.stringify(argument)}`,
          );
        }
  });

  it('opens addresses of the web alone', async () => {
    for (const [argument, opens] of [
      ['https://contoso.test/', true],
      ['HTTP://contoso.test/', true],
      ['xhttps://contoso.test/', false],
      ['command:x?https://contoso.test', false],
      ['file:///etc/passwd', false],
      ['', false],
    ] as const) {
      clearDesk();
      const action = { label: 'x', command: 'open', argument };
      const { open, view } = registered({ uri, page: { failures: 0, steps: [action] } });
      open();
      view.say({ type: 'run', action });
      await settled();
      assert.equal(desk.executed.length, opens ? 1 : 0, argument);
    }
  });

  it('does nothing of a ticket that is gone', async () => {
    const at: At = { uri, page: { failures: 0, steps: [{ label: 'x', command: 'mailTriage.copyAnswer' }] } };
    const { open, view, change } = registered(at);
    open();
    delete at.uri;
    change();
    view.say({ type: 'reveal', line: 7 });
    view.say({ type: 'run', action: { label: 'x', command: 'mailTriage.copyAnswer' } });
    await settled();
    assert.deepEqual(desk.executed, []);
    assert.equal(view.description, '');
  });

  it('begins at the first line, too', async () => {
    const { open, view } = registered({ uri, page: { failures: 0 } });
    open();
    view.say({ type: 'reveal', line: 0 });
    await settled();
    assert.deepEqual(desk.executed, [['mailTriage.revealLine', uri, 0]]);
    await run('mailTriage.showTicket', uri, 0);
    assert.deepEqual(desk.executed.slice(1), [['mailTriage.revealLine', uri, 0], ['mailTriage.ticket.focus']]);
  });

  it(
    'is told nothing before it asks, and that a text is read where that takes long',
    onAClock(async () => {
      const at: At = { uri: 'test:folder/deep/a.txt' };
      const { open, view, change } = registered(at);
      change();
      open();
      assert.deepEqual([types(view), view.description, view.badge], [[], 'a.txt', undefined]);
      view.say({ type: 'ready' });
      await rest(79);
      assert.deepEqual(types(view), []);
      await rest(1);
      assert.deepEqual(view.posted.splice(0), [{ type: 'reading', file: 'a.txt' }]);
      at.page = { failures: 2 };
      change();
      await rest(100);
      assert.deepEqual(view.posted.splice(0), [{ type: 'show', file: 'a.txt', page: { failures: 2 } }]);
      assert.deepEqual(view.badge, { value: 2, tooltip: '2 failures' });
      delete at.page;
      change();
      assert.equal(view.badge, undefined);
      // Opened anew it begins anew.
      open();
      change();
      assert.deepEqual(types(view), []);
    }),
  );

  it('pastes what is a text, and no blanks', async () => {
    const { open, view } = registered({});
    open();
    for (const text of [' ', '', 7, undefined]) view.say({ type: 'paste', text });
    await settled();
    assert.equal(desk.documents.size, 0);
    view.say({ type: 'paste', text: '220 a.test ESMTP\nQUIT\n221 bye\n' });
    await settled();
    assert.equal(desk.documents.size, 1);
  });
});
