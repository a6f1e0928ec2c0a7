import assert from 'node:assert/strict';
import './load.ts';
import type { ActiveTicket } from '../../src/client/activeTicket.ts';
import type { FindingSummary, TicketSummary } from '../../src/protocol/ticket.ts';
import { clearDesk, desk, focus, show } from './desk.ts';
import { type TreeItem, Uri } from './editorTypes.ts';

let client: typeof import('../../src/client/ticketStatus.ts') & typeof import('../../src/client/ticketView.ts');
describe('in the editor', () => {
  before(async () => {
    client = {
      ...(await import('../../src/client/ticketStatus.ts')),
      ...(await import('../../src/client/ticketView.ts')),
    };
  });
  beforeEach(clearDesk);

  const refused: FindingSummary = {
    headline: 'Refused at RCPT',
    label: 'No such mailbox: b@c.test',
    role: 'cause',
    failed: true,
    line: 7,
    reply: '550 5.1.1',
    recipients: ['b@c.test'],
    summary: 'The server knows no such mailbox.',
    who: 'The sender acts.',
    next: ['Check the address.'],
    confidence: 'certain',
    times: 1,
    source: 'RFC 3463',
  } as unknown as FindingSummary;

  const summary = (findings: readonly Partial<FindingSummary>[], rest: object = {}): TicketSummary =>
    ({
      findings: findings.map((one) => ({ ...refused, ...one })),
      total: findings.length,
      cut: [],
      parts: [],
      moreParts: 0,
      ...(findings.length > 0 && { foremost: 0 }),
      ...rest,
    }) as unknown as TicketSummary;

  /** A ticket at hand, that can become another one. */
  function ticketOf(found: TicketSummary | undefined, uri = 'test:folder/a.txt') {
    let changed: () => void = () => undefined;
    const ticket = { uri: uri === '' ? undefined : Uri.parse(uri), summary: found };
    const active = {
      get uri() {
        return ticket.uri;
      },
      get summary() {
        return ticket.summary;
      },
      onDidChange: (listener: () => void) => {
        changed = listener;
        return { dispose: () => undefined };
      },
      dispose: () => undefined,
    } as unknown as ActiveTicket;
    return {
      active,
      becomes(next: TicketSummary | undefined) {
        ticket.summary = next;
        changed();
      },
    };
  }

  describe('the status of the ticket', () => {
    const item = () => desk.items.get('mailTriage.verdict');
    const text = (finding: Partial<FindingSummary>): unknown => {
      clearDesk();
      client.registerTicketStatus(ticketOf(summary([finding])).active);
      return item()?.text;
    };

    it('says what happened, and leads to its line', () => {
      assert.equal(text({}), '$(error) 550 5.1.1 No such mailbox: b@c.test');
      assert.equal(item()?.visible, true);
      // In the menu of the bar it is found by its name.
      assert.equal(item()?.name, 'Mail Triage: What Happened');
      assert.equal(item()?.tooltip, 'Refused at RCPT\n\nThe server knows no such mailbox.\n\nThe sender acts.');
      assert.deepEqual(item()?.accessibilityInformation, { label: 'Mail Triage: Refused at RCPT', role: 'button' });
      assert.deepEqual(item()?.command, {
        title: 'Show the line',
        command: 'mailTriage.revealLine',
        arguments: ['test:folder/a.txt', 7],
      });
      assert.equal(text({ role: 'success', label: 'Accepted' }), '$(pass) Accepted');
      assert.equal(text({ role: 'waiting' }), '$(watch) 550 5.1.1 No such mailbox: b@c.test');
    });

    it('is red for what has failed for good', () => {
      const red = (finding: Partial<FindingSummary>) => {
        text(finding);
        return (item()?.backgroundColor as { id: string } | undefined)?.id;
      };
      assert.equal(red({}), 'statusBarItem.errorBackground');
      assert.equal(red({ role: 'waiting' }), undefined);
      assert.equal(red({ failed: false }), undefined);
    });

    it('fits into the bar', () => {
      const long = String(text({ label: 'x'.repeat(100) }));
      assert.equal(long, `$(error) 550 5.1.1 ${'x'.repeat(49)}…`);
      assert.equal(text({ label: 'x'.repeat(50) }), `$(error) 550 5.1.1 ${'x'.repeat(50)}`);
    });

    it('is hidden where there is nothing to say, or another text is in front', () => {
      const ticket = ticketOf(undefined);
      client.registerTicketStatus(ticket.active);
      assert.equal(item()?.visible, false);
      ticket.becomes(summary([{}]));
      assert.equal(item()?.visible, true);
      show('test:other', 'x', 'plaintext');
      assert.equal(item()?.visible, false);
      focus(undefined);
      assert.equal(item()?.visible, true);
      ticket.becomes(summary([]));
      assert.equal(item()?.visible, false);
    });

    it('goes by the foremost finding', () => {
      const ticket = ticketOf(summary([{ label: 'one' }, { label: 'two' }], { foremost: 1 }));
      client.registerTicketStatus(ticket.active);
      assert.equal(item()?.text, '$(error) 550 5.1.1 two');
    });
  });

  describe('the view of the ticket', () => {
    interface Row {
      readonly item: TreeItem;
      readonly children: readonly Row[];
    }
    const tree = () =>
      desk.trees.get('mailTriage.ticket') as unknown as Record<string, unknown> & {
        provider: { getChildren(row?: Row): Row[]; getTreeItem(row: Row): TreeItem };
      };
    const shown = (row?: Row): unknown =>
      tree()
        .provider.getChildren(row)
        .map((one) => {
          const below = shown(one) as unknown[];
          const { label, description } = tree().provider.getTreeItem(one);
          const words = description === undefined ? label : `${label} (${description})`;
          return below.length === 0 ? words : [words, ...below];
        });
    const view = (found: TicketSummary | undefined, uri?: string) => {
      clearDesk();
      client.registerTicketView(ticketOf(found, uri).active);
      return tree();
    };
    const rows = (found: TicketSummary): readonly Row[] => view(found).provider.getChildren();

    it('is a row a finding, with what it means and what to do below', () => {
      view(summary([{}, { role: 'success', label: 'Accepted', failed: false, times: 3 }]));
      assert.deepEqual(shown(), [
        [
          'No such mailbox: b@c.test (550 5.1.1, line 8)',
          'Refused at RCPT',
          'The server knows no such mailbox.',
          'The sender acts.',
          'Check the address.',
        ],
        'Accepted (550 5.1.1, line 8, 3 times)',
      ]);
      assert.equal(tree().description, 'a.txt');
    });

    it('names the recipients of what failed for several', () => {
      view(summary([{ recipients: ['a', 'b'] }]));
      assert.match(JSON.stringify(shown()), /"For a, b"/);
      const many = Array.from({ length: 22 }, (_, i) => `r${i}`);
      view(summary([{ recipients: many }]));
      assert.match(JSON.stringify(shown()), /"For r0, .*, r19 and 2 more"/);
      view(summary([{ recipients: ['a', 'b'], failed: false }]));
      assert.doesNotMatch(JSON.stringify(shown()), /"For/);
    });

    it('opens what has to be acted upon', () => {
      const states = rows(
        summary([
          {},
          { role: 'consequence' },
          { role: 'recovered', failed: false },
          { role: 'success', failed: false },
        ]),
      ).map(({ item }) => item.collapsibleState);
      assert.deepEqual(states, [2, 1, 1, 0]);
    });

    it('says how sure it is in plain text', () => {
      const [row] = rows(summary([{}]));
      assert.equal(
        (row?.item.tooltip as { value: string } | undefined)?.value,
        'Refused at RCPT\n\nThe server knows no such mailbox.\n\nHow sure: certain. Source: RFC 3463',
      );
      assert.deepEqual(row?.item.command, {
        title: 'Show the line',
        command: 'mailTriage.revealLine',
        arguments: ['test:folder/a.txt', 7],
      });
      assert.equal(row?.item.iconPath?.id, 'error');
    });

    it('says how many more there are, and what the text is made of', () => {
      view(
        summary([{ role: 'success', failed: false }], {
          cut: ['From line 9 on, 3 more findings are not listed.'],
          totals: [
            'Of 9 deliveries 6 failed, 0 are waiting, 3 were accepted.',
            '6 × no such mailbox at mx.contoso.test',
          ],
          parts: [{ kind: 'message', label: 'A message', line: 2 }],
          moreParts: 5,
        }),
      );
      assert.deepEqual((shown() as unknown[]).toSpliced(1, 1), [
        ['Of 9 deliveries 6 failed, 0 are waiting, 3 were accepted.', '6 × no such mailbox at mx.contoso.test'],
        'From line 9 on, 3 more findings are not listed.',
        ['What the text is made of', 'A message (line 3)', '… and 5 more'],
      ]);
      view(summary([{ role: 'success', failed: false }], { total: 1 }));
      assert.equal((shown() as unknown[]).length, 1);
    });

    it('counts what failed', () => {
      const badge = (...roles: readonly FindingSummary['role'][]) =>
        view(summary(roles.map((role) => ({ role })))).badge;
      assert.equal(badge('success', 'recovered', 'consequence'), undefined);
      assert.deepEqual(badge('cause'), { value: 1, tooltip: '1 delivery failed' });
      assert.deepEqual(badge('cause', 'waiting'), { value: 2, tooltip: '2 failures' });
    });

    it('says that nothing was found, and nothing where there is no ticket', () => {
      assert.match(String(view(summary([])).message), /^No SMTP session/);
      assert.equal(view(summary([], { parts: [{ kind: 'log', label: 'A log', line: 0 }] })).message, '');
      assert.equal(view(undefined).message, '');
      assert.deepEqual([view(summary([{}]), '').description, shown()], ['', []]);
    });
  });
});
