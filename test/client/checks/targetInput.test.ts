import assert from 'node:assert/strict';
import '../load.ts';
import { clearDesk, desk, select, show } from '../desk.ts';

interface Row {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly kind?: number;
  readonly value?: string;
}

describe('the input for what is asked about', () => {
  let input: typeof import('../../../src/client/checks/targetInput.ts');
  before(async () => {
    input = await import('../../../src/client/checks/targetInput.ts');
  });
  beforeEach(clearDesk);

  const ask = (before: readonly string[] = [], takes: (what: string) => boolean = () => true) =>
    input.askForTarget(
      {
        title: 'A title',
        placeHolder: 'contoso.test',
        takes: ({ what }) => takes(what),
        problemOf: (typed) => (typed.includes('bad') ? `${typed} is bad` : undefined),
      },
      before,
    );
  /** The rows of a question, as words. */
  const rows = (at: number): readonly string[] =>
    (desk.questions.at(at) as unknown as { items: readonly Row[] }).items.map(({ label, description, detail, kind }) =>
      kind === undefined ? [label, description, detail].filter(Boolean).join(' | ') : `# ${label}`,
    );
  const TICKET = 'From: Ann <ann@contoso.test>\nReceived: from mx9.fabrikam.test ([192.0.2.7]) by mx1.contoso.test;\n';

  it('offers what the cursor stands on, what the ticket names and what was asked before, each once', async () => {
    select(show('test:t', TICKET), TICKET.indexOf('contoso.test'));
    await ask(['older.test', 'contoso.test', 'older.test', 'bad.test']);
    const [first, head, ...others] = rows(0);
    assert.deepEqual([first, head], ['contoso.test | at the cursor', '# the ticket']);
    assert.deepEqual(others.slice(-2), ['# asked before', 'older.test']);
    const named = others.slice(0, -2);
    assert.ok(named.includes('mx9.fabrikam.test | host in the ticket'), named.join());
    assert.ok(named.includes('192.0.2.7 | IP address in the ticket'), named.join());
    assert.ok(!named.some((one) => one.startsWith('contoso.test ')));
  });

  it('offers nothing that the question does not take', async () => {
    show('test:t', TICKET);
    await ask([], (what) => what === 'address');
    assert.deepEqual(rows(0), ['# the ticket', '192.0.2.7 | IP address in the ticket']);
    await ask([], () => false);
    assert.deepEqual(rows(-1), []);
    clearDesk();
    await ask(['a.test']);
    assert.deepEqual(rows(0), ['# asked before', 'a.test']);
  });

  it('takes what is typed, or what is picked', async () => {
    show('test:t', TICKET);
    for (const [typed, taken] of [
      ['other.test', 'other.test'],
      [' other.test ', 'other.test'],
      ['a.test', 'a.test'],
      ['bad.test', undefined],
      ['', undefined],
    ] as const) {
      desk.answers.push(typed);
      assert.equal(await ask(['a.test']), taken, typed);
    }
    assert.equal(await ask(['a.test']), undefined);
  });

  it('says what is typed first, or why it cannot be asked about', async () => {
    for (const [typed, expected] of [
      ['other.test', ['other.test | as typed', '# asked before', 'a.test']],
      ['bad.test', ['bad.test | bad.test is bad', '# asked before', 'a.test']],
      ['a.test', ['a.test | as typed', '# asked before']],
      [' ', ['# asked before', 'a.test']],
    ] as const) {
      desk.answers.push(typed);
      await ask(['a.test']);
      assert.deepEqual(rows(-1), expected, typed);
    }
    assert.equal(desk.questions[0]?.title, 'A title');
    assert.deepEqual([desk.questions[0]?.placeholder, desk.questions[0]?.ignoreFocusOut], ['contoso.test', true]);
  });
});
