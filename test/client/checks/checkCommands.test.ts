import assert from 'node:assert/strict';
import '../load.ts';
import { clearDesk, desk, keep, run, show } from '../desk.ts';
import { fakeServer } from '../fakeServer.ts';
import { memento } from '../memento.ts';

const load = async () => ({
  ...(await import('../../../src/client/checks/askedBefore.ts')),
  ...(await import('../../../src/client/checks/checkCommands.ts')),
  ...(await import('../../../src/client/checks/checks.ts')),
  ...(await import('../../../src/client/probeHistory.ts')),
});
let client: Awaited<ReturnType<typeof load>>;

interface Item {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

describe('a check from the palette', () => {
  before(async () => {
    client = await load();
  });
  beforeEach(clearDesk);

  const register = () => {
    const history = client.createProbeHistory();
    const before = client.createAskedBefore(memento() as never);
    keep(client.registerChecks(fakeServer(), { append: () => undefined } as never, history, before));
    return before;
  };
  const offered = async (command: string, typed?: string): Promise<readonly Item[]> => {
    desk.questions.length = 0;
    desk.answers.push(typed);
    await run(command);
    return (desk.questions.at(-1)?.items ?? []) as readonly Item[];
  };

  it('offers what of the ticket it takes', async () => {
    register();
    show(
      'test:a',
      'mail for bob@fabrikam.test\n220 mx.contoso.test\nDKIM-Signature: v=1; d=fabrikam.test; s=k1;\n192.0.2.7\n',
    );
    const [domain, host, address, key] = ['fabrikam.test', 'mx.contoso.test', '192.0.2.7', 'dkim:k1@fabrikam.test'];
    for (const [command, expected] of [
      ['check', [domain, host, address, key]],
      ['checkDomain', [domain, host]],
      ['lookUpRecord', [domain, host, address]],
      ['checkAddress', [address]],
      ['checkDkimKey', [key]],
      ['checkBlockLists', [domain, host, address]],
      ['traceFromRoot', [domain, host]],
      ['lookUpMailExchangers', [domain, host]],
    ] as const) {
      const labels = (await offered(`mailTriage.${command}`)).map(({ label }) => label);
      assert.deepEqual(labels.filter((label) => label !== 'the ticket').toSorted(), expected.toSorted(), command);
    }
  });

  it('says what each thing of the ticket is', async () => {
    register();
    show(
      'test:a',
      'mail for bob@fabrikam.test\n220 mx.contoso.test\nDKIM-Signature: v=1; d=fabrikam.test; s=k1;\n192.0.2.7\n',
    );
    const items = await offered('mailTriage.check');
    assert.deepEqual(Object.fromEntries(items.map(({ label, description }) => [label, description])), {
      'the ticket': undefined,
      'fabrikam.test': 'domain of an address in the ticket',
      'mx.contoso.test': 'host in the ticket',
      '192.0.2.7': 'IP address in the ticket',
      'dkim:k1@fabrikam.test': 'DKIM key that signed',
    });
  });

  it('has what is typed in front, or why it cannot be asked about', async () => {
    const before = register();
    before.add('contoso.test');
    const problem = await offered('mailTriage.checkDomain', 'https://contoso.test/');
    assert.equal(problem[0]?.label, 'https://contoso.test/');
    assert.match(problem[0]?.detail ?? '', /web address/);
    assert.deepEqual(
      problem.slice(1).map(({ label }) => label),
      ['asked before', 'contoso.test'],
    );
  });

  it('has its prefix in front of what has none of its own', () => {
    for (const [typed, expected] of [
      ['contoso.test', 'mx:contoso.test'],
      ['spf:contoso.test', 'spf:contoso.test'],
      ['mta-sts:contoso.test', 'mta-sts:contoso.test'],
      ['contoso.test:25', 'mx:contoso.test:25'],
      ['localhost:25', 'mx:localhost:25'],
      ['localhost:65535', 'mx:localhost:65535'],
      ['localhost:123456', 'localhost:123456'],
      ['x:25y', 'x:25y'],
      ['2001:db8::1', 'mx:2001:db8::1'],
      ['-x:y', 'mx:-x:y'],
      [`${'x'.repeat(21)}:y`, `${'x'.repeat(21)}:y`],
      [`${'x'.repeat(22)}:y`, `mx:${'x'.repeat(22)}:y`],
      ['', 'mx:'],
    ] as const)
      assert.equal(client.withPrefix('mx:', typed), expected, typed);
    assert.deepEqual(
      client.checkCommands.map(({ command, prefix }) => `${command.slice(11)} ${prefix}`),
      [
        ...['check ', 'checkDomain domain:', 'lookUpRecord ', 'checkAddress ip:', 'checkDkimKey dkim:'],
        ...['checkBlockLists bl:', 'traceFromRoot trace:', 'lookUpMailExchangers mx:'],
      ],
    );
  });

  it('has a title and says what it takes', async () => {
    register();
    for (const { command } of client.checkCommands) {
      await offered(command);
      const { title, placeholder } = desk.questions[0] as { title?: string; placeholder?: string };
      assert.ok((title ?? '').length > 4 && (placeholder ?? '').length > 10, command);
    }
  });
});
