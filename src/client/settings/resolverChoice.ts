import { commands, type Disposable, l10n, type QuickPickItem, window, workspace } from 'vscode';
import { probeSettings } from './settings.ts';

interface Choice extends QuickPickItem {
  readonly servers?: readonly string[];
}

const choices: readonly Choice[] = [
  { label: l10n.t('System resolver'), description: l10n.t('what this machine uses'), servers: [] },
  { label: 'Quad9', description: '9.9.9.9', servers: ['9.9.9.9', '149.112.112.112'] },
  { label: 'Cloudflare', description: '1.1.1.1', servers: ['1.1.1.1', '1.0.0.1'] },
  { label: 'Google', description: '8.8.8.8', servers: ['8.8.8.8', '8.8.4.4'] },
  { label: l10n.t('Quad9 over HTTPS'), description: 'dns.quad9.net', servers: ['https://dns.quad9.net/dns-query'] },
  { label: l10n.t('Another…'), description: l10n.t('an address, or tls:// or https:// with a name') },
];

/** Lets the user choose whom the probes ask; the choice is kept in the settings. */
export function registerResolverChoice(): Disposable {
  return commands.registerCommand('mailTriage.chooseResolver', async () => {
    const inUse = probeSettings().resolvers;
    const placeHolder = l10n.t('The probes ask {0}', named(inUse));
    const choice = await window.showQuickPick(choices, { title: l10n.t('Choose DNS Resolver'), placeHolder });
    const servers = choice === undefined ? undefined : (choice.servers ?? (await askForServer()));
    if (servers === undefined) return;
    const settings = workspace.getConfiguration('mailTriage');
    const inWorkspace = settings.inspect('dns.servers')?.workspaceValue !== undefined;
    await settings.update('dns.servers', servers.length === 0 && !inWorkspace ? undefined : servers, !inWorkspace);
    window.setStatusBarMessage(l10n.t('The probes now ask {0}', named(servers)), 6000);
  });
}

const named = (servers: readonly string[]): string =>
  servers.length === 0 ? l10n.t('the system resolver') : servers.join(', ');

async function askForServer(): Promise<readonly string[] | undefined> {
  const value = await window.showInputBox({
    title: l10n.t('Choose DNS Resolver'),
    prompt: l10n.t('Address of the resolver, with a port if it is not 53; over TLS tls://NAME, over HTTPS its URL'),
    placeHolder: l10n.t('192.0.2.53, 127.0.0.1:5353, tls://dns.example.net or https://dns.example.net/dns-query'),
    ignoreFocusOut: true,
    validateInput: async (text) => {
      const { isDnsServer } = await import('../../probes/node/main.ts');
      return isDnsServer(text)
        ? undefined
        : l10n.t(
            'Enter an IP address, tls://NAME or https://…: a resolver is needed to find names, so for plain DNS it cannot be given by name.',
          );
    },
  });
  return value === undefined ? undefined : [value.trim()];
}
