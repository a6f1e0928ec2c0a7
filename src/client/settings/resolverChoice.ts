import { commands, type Disposable, type QuickPickItem, window, workspace } from 'vscode';
import { probeSettings } from './settings.ts';

interface Choice extends QuickPickItem {
  readonly servers?: readonly string[];
}

const choices: readonly Choice[] = [
  { label: 'System resolver', description: 'what this machine uses', servers: [] },
  { label: 'Quad9', description: '9.9.9.9', servers: ['9.9.9.9', '149.112.112.112'] },
  { label: 'Cloudflare', description: '1.1.1.1', servers: ['1.1.1.1', '1.0.0.1'] },
  { label: 'Google', description: '8.8.8.8', servers: ['8.8.8.8', '8.8.4.4'] },
  { label: 'Quad9 over HTTPS', description: 'dns.quad9.net', servers: ['https://dns.quad9.net/dns-query'] },
  { label: 'Another…', description: 'an address, or tls:// or https:// with a name' },
];

/** Lets the user choose whom the probes ask; the choice is kept in the settings. */
export function registerResolverChoice(): Disposable {
  return commands.registerCommand('mailTriage.chooseResolver', async () => {
    const inUse = probeSettings().resolvers;
    const placeHolder = `The probes ask ${named(inUse)}`;
    const choice = await window.showQuickPick(choices, { title: 'Choose DNS Resolver', placeHolder });
    const servers = choice === undefined ? undefined : (choice.servers ?? (await askForServer()));
    if (servers === undefined) return;
    const settings = workspace.getConfiguration('mailTriage');
    const inWorkspace = settings.inspect('dns.servers')?.workspaceValue !== undefined;
    await settings.update('dns.servers', servers.length === 0 && !inWorkspace ? undefined : servers, !inWorkspace);
    window.setStatusBarMessage(`The probes now ask ${named(servers)}`, 6000);
  });
}

const named = (servers: readonly string[]): string =>
  servers.length === 0 ? 'the system resolver' : servers.join(', ');

async function askForServer(): Promise<readonly string[] | undefined> {
  const value = await window.showInputBox({
    title: 'Choose DNS Resolver',
    prompt: 'Address of the resolver, with a port if it is not 53; over TLS tls://NAME, over HTTPS its URL',
    placeHolder: '192.0.2.53, 127.0.0.1:5353, tls://dns.example.net or https://dns.example.net/dns-query',
    ignoreFocusOut: true,
    validateInput: async (text) => {
      const { isDnsServer } = await import('../../probes/node/main.ts');
      return isDnsServer(text)
        ? undefined
        : 'Enter an IP address, tls://NAME or https://…: a resolver is needed to find names, so for plain DNS it cannot be given by name.';
    },
  });
  return value === undefined ? undefined : [value.trim()];
}
