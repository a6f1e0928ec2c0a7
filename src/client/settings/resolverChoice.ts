import { commands, type Disposable, type QuickPickItem, window, workspace } from 'vscode';
import { platform } from '../platform/platform.ts';
import { t } from '../platform/words.ts';
import { type ProbeSettings, probeSettings } from './settings.ts';

interface Choice extends QuickPickItem {
  readonly servers?: readonly string[];
}

const choices: readonly Choice[] = [
  { label: t('System resolver'), description: t('what this machine uses'), servers: [] },
  { label: 'Quad9', description: '9.9.9.9', servers: ['9.9.9.9', '149.112.112.112'] },
  { label: 'Cloudflare', description: '1.1.1.1', servers: ['1.1.1.1', '1.0.0.1'] },
  { label: 'Google', description: '8.8.8.8', servers: ['8.8.8.8', '8.8.4.4'] },
  { label: t('Quad9 over HTTPS'), description: 'dns.quad9.net', servers: ['https://dns.quad9.net/dns-query'] },
  { label: t('Another…'), description: t('an address, or tls:// or https:// with a name') },
];

/** Those that let pages of a browser ask them. */
const inBrowser: readonly Choice[] = [
  {
    label: t('Cloudflare over HTTPS'),
    description: 'cloudflare-dns.com',
    servers: ['https://cloudflare-dns.com/dns-query'],
  },
  { label: t('Google over HTTPS'), description: 'dns.google', servers: ['https://dns.google/dns-query'] },
  { label: t('Another…'), description: t('an https:// address, of one that lets pages ask it (CORS)') },
];

const isOverHttps = (server: string): boolean => /^https:\/\//i.test(server);

/** The settings with those resolvers that can be asked here. */
export const withResolvers = (settings: ProbeSettings): ProbeSettings =>
  platform().isBrowser ? { ...settings, resolvers: settings.resolvers.filter(isOverHttps) } : settings;

/**
 * Whether somebody can be asked: a browser has no resolver of its own that it could tell us of, so nobody is asked there
 * whom the user has not chosen, and the choice is offered.
 */
export async function hasResolver(): Promise<boolean> {
  const isChosen = (): boolean => !platform().isBrowser || withResolvers(probeSettings()).resolvers.length > 0;
  if (!isChosen()) await choose();
  return isChosen();
}

/** Lets the user choose whom the probes ask; the choice is kept in the settings. */
export const registerResolverChoice = (): Disposable => commands.registerCommand('mailTriage.chooseResolver', choose);

async function choose(): Promise<void> {
  const inUse = withResolvers(probeSettings()).resolvers;
  const placeHolder =
    platform().isBrowser && inUse.length === 0
      ? t('A browser asks DNS over HTTPS: by whom? The names that you check go there.')
      : t('The probes ask {0}', named(inUse));
  const choice = await window.showQuickPick(platform().isBrowser ? inBrowser : choices, {
    title: t('Choose DNS Resolver'),
    placeHolder,
  });
  const servers = choice === undefined ? undefined : (choice.servers ?? (await askForServer()));
  if (servers === undefined) return;
  const settings = workspace.getConfiguration('mailTriage');
  const inWorkspace = settings.inspect('dns.servers')?.workspaceValue !== undefined;
  await settings.update('dns.servers', servers.length === 0 && !inWorkspace ? undefined : servers, !inWorkspace);
  window.setStatusBarMessage(t('The probes now ask {0}', named(servers)), 6000);
}

const named = (servers: readonly string[]): string =>
  servers.length === 0 ? t('the system resolver') : servers.join(', ');

async function askForServer(): Promise<readonly string[] | undefined> {
  const value = await window.showInputBox({
    title: t('Choose DNS Resolver'),
    prompt: t('Address of the resolver, with a port if it is not 53; over TLS tls://NAME, over HTTPS its URL'),
    placeHolder: t('192.0.2.53, 127.0.0.1:5353, tls://dns.example.net or https://dns.example.net/dns-query'),
    ignoreFocusOut: true,
    validateInput: async (text) => {
      const { isDnsServer } = await platform().checks();
      if (isDnsServer(text)) return undefined;
      return platform().isBrowser
        ? t('Enter an https:// address: a browser asks resolvers in no other way.')
        : t(
            'Enter an IP address, tls://NAME or https://…: a resolver is needed to find names, so for plain DNS it cannot be given by name.',
          );
    },
  });
  return value === undefined ? undefined : [value.trim()];
}
