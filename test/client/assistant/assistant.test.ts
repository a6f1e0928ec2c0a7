import assert from 'node:assert/strict';
import '../load.ts';
import type { Connection } from 'vscode-languageserver';
import { answerAssistantRequests } from '../../../src/server/assistantRequests.ts';
import { type Lab, startLab } from '../../lab/main.ts';
import { clearDesk, desk, keep, show } from '../desk.ts';
import { Uri } from '../editorTypes.ts';
import { fakeServer } from '../fakeServer.ts';
import { memento } from '../memento.ts';
import { probeDesk } from '../probeDesk.ts';

const load = async () => ({
  ...(await import('../../../src/client/assistant/assistant.ts')),
  ...(await import('../../../src/client/checks/askedBefore.ts')),
  ...(await import('../../../src/client/checks/checks.ts')),
  ...(await import('../../../src/client/probeHistory.ts')),
  ...(await import('../../../src/client/probeOutput.ts')),
  ...(await import('../../../src/client/probes.ts')),
});
let client: Awaited<ReturnType<typeof load>>;

/** A language server that answers what assistants are handed, as the real one does. */
function assistantServer() {
  const handlers: Record<string, unknown> = {};
  const onRequest = (method: string, handle: unknown): void => {
    handlers[method] = handle;
  };
  answerAssistantRequests({ connection: { onRequest } as unknown as Connection });
  return fakeServer(handlers);
}

const REFUSED = [
  'RCPT TO:<bob@fabrikam.test>',
  '550 5.1.1 <bob@fabrikam.test>: Recipient address rejected: User unknown (host 203.0.113.9)',
  'AUTH PLAIN AGFsaWNlAGh1bnRlcjItc2VjcmV0',
  '',
].join('\n');

describe('the tools for assistants', () => {
  let lab: Lab;
  before(async () => {
    client = await load();
    lab = await startLab();
  });
  after(() => lab.close());
  beforeEach(clearDesk);

  const register = (atHand?: string) => {
    const server = assistantServer();
    const history = client.createProbeHistory();
    const output = keep(client.createProbeOutput());
    keep(client.registerProbes(probeDesk(output, history)));
    keep(client.registerChecks(server, output, history, client.createAskedBefore(memento())));
    keep(
      client.registerAssistant(server, history, () =>
        atHand === undefined ? undefined : (Uri.parse(atHand) as never),
      ),
    );
    for (const [name, value] of Object.entries(lab.settings)) desk.settings.set(name, value);
    desk.runsCommands = true;
    return history;
  };
  const tool = (name: string) => {
    const found = desk.tools.get(name);
    assert.ok(found, name);
    return found;
  };
  const invoke = async (name: string, input: object): Promise<string> => {
    const { content } = await tool(name).invoke({ input }, { isCancellationRequested: false });
    return content.map(({ value }) => value).join('');
  };

  it('hand over a reading without names and secrets, unless the user agrees to the names', async () => {
    register();
    const masked = await invoke('mailTriage_readTicket', { text: REFUSED });
    assert.match(masked, /stand-ins/);
    assert.match(masked, /no such (?:mailbox|user)|does not exist/i);
    assert.doesNotMatch(masked, /bob|fabrikam|203\.0\.113\.9|hunter2/);
    const whole = await invoke('mailTriage_readTicket', { text: REFUSED, unmasked: true });
    assert.match(whole, /bob@fabrikam\.test/);
    assert.doesNotMatch(whole, /hunter2|AGFsaWNl/);
  });

  it('ask before a ticket is handed over as it is, and only then', () => {
    register();
    const { prepareInvocation } = tool('mailTriage_readTicket');
    assert.equal(prepareInvocation({ input: {} })?.confirmationMessages, undefined);
    assert.equal(prepareInvocation({ input: { unmasked: 'no' } })?.confirmationMessages, undefined);
    const asked = prepareInvocation({ input: { unmasked: true, file: 'a`](b)' } })?.confirmationMessages;
    assert.match(asked?.title ?? '', /unmasked\?$/);
    assert.match(asked?.message ?? '', /`` a`\]\(b\) ``/);
  });

  it('take a file by its path as Windows writes it, and none on another drive or outside', async () => {
    register();
    desk.folders = [{ uri: Uri.parse('test:/c:/Tickets') }];
    show('test:/c:/Tickets/a/b.txt', REFUSED);
    for (const file of ['C:\\Tickets\\a\\b.txt', 'c:/tickets/a/b.txt', 'a/b.txt'])
      assert.match(await invoke('mailTriage_readTicket', { file }), /Who acts/, file);
    for (const file of [
      'D:\\Tickets\\a\\b.txt',
      'C:\\Tickets\\..\\b',
      'C:\\Tickets2\\b.txt',
      '\\\\server\\share\\b.txt',
    ])
      await assert.rejects(invoke('mailTriage_readTicket', { file }), /not in the workspace/, file);
  });

  it('read what is at hand, and no file outside of the workspace', async () => {
    show('test:/ticket', REFUSED);
    register('test:/ticket');
    assert.match(await invoke('mailTriage_readTicket', {}), /Who acts/);
    desk.folders = [{ uri: Uri.parse('test:/tickets') }];
    for (const file of ['../secret', '/etc/passwd', 'a/../../b', 'C:\\secret', '/tickets/../b']) {
      await assert.rejects(invoke('mailTriage_readTicket', { file }), /not in the workspace/);
    }
    clearDesk();
    register();
    await assert.rejects(invoke('mailTriage_readTicket', {}), /No ticket is open/);
  });

  it('say how much of a long reading is left out', async () => {
    register();
    const many = Array.from(
      { length: 400 },
      (_, i) => `RCPT TO:<u${i}@fabrikam.test>\n55${i % 5} 5.1.${i % 3} no ${i}\n`,
    );
    const text = await invoke('mailTriage_readTicket', { text: many.join('') });
    assert.match(text, /\(\d+ characters in all; the rest is left out\.\)\n$/);
    assert.ok(text.length < 20_200, String(text.length));
  });

  it('explain a reply without the names in it', async () => {
    register();
    const text = await invoke('mailTriage_explainReply', {
      reply: '550 5.7.1 <bob@fabrikam.test>: Relay access denied',
    });
    assert.match(text, /Who acts/);
    assert.doesNotMatch(text, /bob|fabrikam/);
    assert.match(await invoke('mailTriage_explainReply', { reply: 'good morning' }), /Do not guess/);
    await assert.rejects(invoke('mailTriage_explainReply', { reply: 3 }), /Give the reply/);
  });

  it('ask before anything goes onto the network, and say from which machine', () => {
    register();
    const question = (name: string, input: object) => tool(name).prepareInvocation({ input })?.confirmationMessages;
    assert.deepEqual(question('mailTriage_checkDomain', { domain: 'contoso.test' })?.title, 'Check contoso.test?');
    assert.match(question('mailTriage_probeServer', { server: 'mx1.contoso.test' })?.message ?? '', /no mail is sent/);
    desk.remote = 'ssh-remote';
    assert.match(
      question('mailTriage_probeServer', { server: 'mx1.contoso.test' })?.message ?? '',
      /^It is asked from \S+ \(SSH\)\./,
    );
  });

  it('check a domain and probe a server as the commands do', async () => {
    const history = register();
    assert.match(
      await invoke('mailTriage_checkDomain', { domain: 'spf:contoso.test' }),
      /\npass spf-costs contoso\.test/,
    );
    assert.match(await invoke('mailTriage_probeServer', { server: 'mx1.contoso.test' }), /\nS: 220 [\s\S]*\* Result: /);
    assert.deepEqual(
      history.records.map(({ target }) => target),
      ['contoso.test', 'mx1.contoso.test'],
    );
  });

  it('ask nobody about what is no name', async () => {
    const history = register();
    for (const domain of ['', 'two names', 3, 'user:password@host', 'a\u0000b', 'x'.repeat(400)]) {
      await assert.rejects(invoke('mailTriage_checkDomain', { domain }), /without blanks/);
      assert.equal(tool('mailTriage_checkDomain').prepareInvocation({ input: { domain } }), undefined);
    }
    await assert.rejects(invoke('mailTriage_checkDomain', { domain: 'nosuch:contoso.test' }), /prefix/);
    await assert.rejects(invoke('mailTriage_checkDomain', { domain: 'mx.contoso.test:25' }), /mailTriage_probeServer/);
    const cancelled = tool('mailTriage_checkDomain').invoke(
      { input: { domain: 'contoso.test' } },
      { isCancellationRequested: true },
    );
    await assert.rejects(cancelled, /cancelled/);
    assert.deepEqual([history.records, desk.output], [[], '']);
  });

  it('are told in reports from which machine was asked, where that is another one', async () => {
    register();
    await invoke('mailTriage_checkDomain', { domain: 'spf:contoso.test' });
    assert.doesNotMatch(desk.output, /Asked from/);
    for (const [remote, words] of [
      ['wsl', 'WSL'],
      ['ssh-remote', 'SSH'],
      ['dev-container', 'a container'],
      ['attached-container', 'a container'],
      ['codespaces', 'a codespace'],
      ['tunnel', 'a tunnel'],
      ['127.0.0.1:8000', 'remote'],
    ] as const) {
      desk.remote = remote;
      const check = await invoke('mailTriage_checkDomain', { domain: 'spf:contoso.test' });
      assert.match(check, new RegExp(`^# Check of [^\\n]*\\n\\* Asked from \\S+ \\(${words}\\)\\n`));
    }
    const probe = await invoke('mailTriage_probeServer', { server: 'mx1.contoso.test' });
    assert.match(probe, /^# SMTP probe of [^\n]*\n\* Asked from \S+ \(remote\)\n/);
  });
});
