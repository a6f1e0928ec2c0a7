import assert from 'node:assert/strict';
import './load.ts';
import type { ActiveTicket } from '../../src/client/activeTicket.ts';
import type { Happened, PageAction, TicketPage } from '../../src/protocol/ticket.ts';
import { clearDesk, desk, focus, keep, run, show, type View } from './desk.ts';
import { Uri } from './editorTypes.ts';
import { onAClock, rest, settled } from './fakeServer.ts';
import { folder } from './page.ts';

let client: typeof import('../../src/client/ticketStatus.ts') & typeof import('../../src/client/ticketView.ts');
describe('in the editor', () => {
  before(async () => {
    client = {
      ...(await import('../../src/client/ticketStatus.ts')),
      ...(await import('../../src/client/ticketView.ts')),
    };
  });
  beforeEach(clearDesk);

  const refused: Happened = {
    tone: 'failed',
    status: 'Refused',
    headline: 'No such mailbox: b@c.test',
    short: 'No such mailbox',
    words: 'The server knows no such mailbox.',
    facts: [],
    evidence: { words: '550 5.1.1', line: 7 },
  };

  const pageOf = (happened: Partial<Happened> | undefined, rest: Partial<TicketPage> = {}): TicketPage => ({
    ...(happened !== undefined && { happened: { ...refused, ...happened } }),
    steps: [],
    actions: [],
    also: [],
    messages: [],
    moreMessages: 0,
    recipients: [],
    moreGroups: 0,
    probes: [],
    parts: [],
    moreParts: 0,
    cut: [],
    failures: 1,
    headlines: [],
    ...rest,
  });

  /** A ticket at hand, that can become another one. */
  function ticketOf(found: TicketPage | undefined, uri = 'test:folder/a.txt') {
    let changed: () => void = () => undefined;
    const ticket = { uri: uri === '' ? undefined : Uri.parse(uri), page: found };
    const active = {
      get uri() {
        return ticket.uri;
      },
      get page() {
        return ticket.page;
      },
      onDidChange: (listener: () => void) => {
        changed = listener;
        return { dispose: () => undefined };
      },
      dispose: () => undefined,
    } as unknown as ActiveTicket;
    return {
      active,
      becomes(next: TicketPage | undefined, of = uri) {
        ticket.page = next;
        ticket.uri = of === '' ? undefined : Uri.parse(of);
        changed();
      },
    };
  }

  describe('the status of the ticket', () => {
    const item = () => desk.items.get('mailTriage.verdict');
    const text = (happened: Partial<Happened>): unknown => {
      clearDesk();
      client.registerTicketStatus(ticketOf(pageOf(happened)).active);
      return item()?.text;
    };

    it('says what happened in a few words, and opens the page', () => {
      assert.equal(text({}), '$(error) No such mailbox');
      assert.equal(item()?.visible, true);
      // In the menu of the bar it is found by its name.
      assert.equal(item()?.name, 'Mail Triage: What Happened');
      assert.equal(item()?.tooltip, 'Refused: No such mailbox: b@c.test\n\nThe server knows no such mailbox.');
      assert.deepEqual(item()?.accessibilityInformation, {
        label: 'Mail Triage: Refused: No such mailbox: b@c.test',
        role: 'button',
      });
      assert.equal(item()?.command, 'mailTriage.showTicket');
      assert.equal(text({ tone: 'good', short: 'Accepted' }), '$(pass) Accepted');
      assert.equal(text({ tone: 'waiting' }), '$(watch) No such mailbox');
      assert.equal(text({ tone: 'note' }), '$(info) No such mailbox');
    });

    it('has the colours of the bar', () => {
      text({});
      assert.deepEqual([item()?.backgroundColor, item()?.color], [undefined, undefined]);
    });

    it('is hidden where there is nothing to say, or another text is in front', () => {
      const ticket = ticketOf(undefined);
      client.registerTicketStatus(ticket.active);
      assert.equal(item()?.visible, false);
      ticket.becomes(pageOf({}));
      assert.equal(item()?.visible, true);
      show('test:other', 'x', 'plaintext');
      assert.equal(item()?.visible, false);
      focus(undefined);
      assert.equal(item()?.visible, true);
      ticket.becomes(pageOf(undefined));
      assert.equal(item()?.visible, false);
    });
  });

  describe('the page of the ticket', () => {
    const opened = (): View => {
      const there = desk.views.get('mailTriage.ticket');
      assert.ok(there, 'no view');
      there.open();
      return there.view;
    };
    const view = (found: TicketPage | undefined, uri?: string) => {
      const ticket = ticketOf(found, uri);
      keep(client.registerTicketView(folder, ticket.active, hint));
      const shown = opened();
      shown.say({ type: 'ready' });
      return { ...ticket, view: shown };
    };
    const hint = { noticed: false };
    const posted = ({ posted: all }: View): unknown =>
      all.splice(0).map(({ type, file, page }) => [type, file, page !== undefined]);

    it('loads its own script and style alone', () => {
      const { html } = view(undefined, '').view.webview;
      const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
      assert.match(policy, /^default-src 'none'; style-src csp:; script-src 'nonce-[\w+/=]{24}'$/);
      assert.match(
        html,
        /<main id="ticket"><\/main>\n<script nonce="[^"]*" src="webview:\/ext\/dist\/webview\/ticket\.js">/,
      );
      assert.match(html, /href="webview:\/ext\/media\/ticket\.css"/);
    });

    it('reads a text first in which a ticket is only noticed', async () => {
      view(undefined, '');
      for (const noticed of [false, true]) {
        hint.noticed = noticed;
        await run('mailTriage.showTicket');
      }
      hint.noticed = false;
      assert.deepEqual(
        desk.executed.map(([command]) => command),
        ['mailTriage.ticket.focus', 'mailTriage.readAsTicket', 'mailTriage.ticket.focus'],
      );
    });

    it('is told what to show once it is there, and again when it was hidden', () => {
      const ticket = ticketOf(pageOf({}));
      keep(client.registerTicketView(folder, ticket.active, hint));
      const there = opened();
      assert.deepEqual(posted(there), []);
      there.say({ type: 'ready' });
      assert.deepEqual(posted(there), [['show', 'a.txt', true]]);
      there.hide();
      ticket.becomes(pageOf({ headline: 'other' }));
      assert.deepEqual(posted(there), []);
      there.say({ type: 'ready' });
      assert.deepEqual(posted(there), [['show', 'a.txt', true]]);
    });

    it(
      'names the document at once, and says that it is read where that takes time',
      onAClock(async () => {
        const { becomes, view: there } = view(undefined, '');
        assert.deepEqual(posted(there), [['empty', undefined, false]]);
        becomes(undefined, 'test:folder/b.txt');
        assert.deepEqual([posted(there), there.description], [[], 'b.txt']);
        await rest(80);
        assert.deepEqual(posted(there), [['reading', 'b.txt', false]]);
        becomes(undefined, 'test:folder/c.txt');
        becomes(pageOf({}), 'test:folder/c.txt');
        await rest(1000);
        assert.deepEqual(posted(there), [['show', 'c.txt', true]]);
      }),
    );

    it('tells that it is shown, so that what is pasted then finds the server up', () => {
      let shown = 0;
      keep(client.registerTicketView(folder, ticketOf(undefined, '').active, hint, () => shown++));
      const there = opened();
      assert.equal(shown, 0);
      there.say({ type: 'ready' });
      assert.equal(shown, 1);
    });

    it('counts what failed', () => {
      const badge = (failures: number) => {
        clearDesk();
        return view(pageOf({}, { failures })).view.badge;
      };
      assert.equal(badge(0), undefined);
      assert.deepEqual(badge(1), { value: 1, tooltip: '1 delivery failed' });
      assert.deepEqual(badge(2), { value: 2, tooltip: '2 failures' });
    });

    it('leads to a line', async () => {
      const { view: there } = view(pageOf({}));
      for (const line of [7, -1, 1.5, '3', undefined]) there.say({ type: 'reveal', line });
      await settled();
      assert.deepEqual(desk.executed, [['mailTriage.revealLine', 'test:folder/a.txt', 7]]);
    });

    const actions: readonly PageAction[] = [
      { label: 'a', command: 'mailTriage.check', argument: 'contoso.test' },
      { label: 'b', command: 'mailTriage.showTimeline', argument: 3 },
      { label: 'c', command: 'mailTriage.copyAnswer' },
      { label: 'd', command: 'mailTriage.askAgain', argument: { name: 'a.test', type: 'MX', records: [] } },
      { label: 'e', command: 'open', argument: 'https://contoso.test/help' },
      { label: 'f', command: 'open', argument: 'file:///etc/passwd' },
      { label: 'g', command: 'mailTriage.probeSmtpServer', argument: ['x'] },
      { label: 'h', command: 'mailTriage.savePart', argument: '3' },
      { label: 'i', command: 'workbench.action.quit' as never },
      { label: 'j', command: 'toString' as never },
    ];

    it('runs what it offers, with what that command takes', async () => {
      const { view: there } = view(pageOf({}, { actions }));
      for (const action of actions) there.say({ type: 'run', action: structuredClone(action) });
      await settled();
      assert.deepEqual(desk.executed, [
        ['mailTriage.check', 'contoso.test'],
        ['mailTriage.showTimeline', 'test:folder/a.txt', 3],
        ['mailTriage.copyAnswer'],
        ['mailTriage.askAgain', { name: 'a.test', type: 'MX', records: [] }],
        ['openExternal', 'https:contoso.test/help'],
      ]);
    });

    it('runs nothing that it does not offer', async () => {
      const { view: there } = view(pageOf({}, { steps: [{ text: 'x', action: actions[0] as PageAction }] }));
      const wrong = [{ ...actions[0], argument: 'evil.test' }, actions[2], undefined, null, 'x', {}];
      for (const action of wrong) there.say({ type: 'run', action });
      await settled();
      assert.deepEqual(desk.executed, []);
      there.say({ type: 'run', action: actions[0] });
      await settled();
      assert.deepEqual(desk.executed, [['mailTriage.check', 'contoso.test']]);
    });

    it('begins with what is pasted, the clipboard, a sample or a domain', async () => {
      const { view: there } = view(undefined, '');
      for (const way of ['clipboard', 'sample', 'check', 'read', 'constructor'])
        there.say({ type: 'begin', with: way });
      await settled();
      assert.deepEqual(
        desk.executed.map(([command]) => command),
        [
          'mailTriage.newTicketFromClipboard',
          'mailTriage.openSample',
          'mailTriage.checkDomain',
          'mailTriage.readAsTicket',
        ],
      );
      for (const text of ['220 a.test ESMTP\nQUIT\n221 bye\n', ' \n', 3]) there.say({ type: 'paste', text });
      await settled();
      assert.deepEqual([desk.documents.size, desk.editor?.document.languageId], [1, 'smtp-transcript']);
    });

    it('is opened by lenses and the status bar, with the line that they speak of', async () => {
      view(pageOf({}));
      await run('mailTriage.showTicket');
      await run('mailTriage.showTicket', 'test:folder/a.txt', 4);
      await run('mailTriage.showTicket', 'test:folder/a.txt', 'x');
      assert.deepEqual(desk.executed, [
        ['mailTriage.ticket.focus'],
        ['mailTriage.revealLine', 'test:folder/a.txt', 4],
        ['mailTriage.ticket.focus'],
        ['mailTriage.ticket.focus'],
      ]);
    });
  });
});
