import { type ConfigurationScope, workspace } from 'vscode';
import { hasMembers } from '../../core/text/members.ts';

export interface ProbeSettings {
  readonly resolvers: readonly string[];
  /** Milliseconds. */
  readonly dnsTimeout: number;
  /** Milliseconds. */
  readonly timeout: number;
  readonly helo: string;
  readonly connectTo: Readonly<Record<string, string>>;
}

/** The probes' settings; what is no value of its type counts as not set. */
export function probeSettings(scope?: ConfigurationScope): ProbeSettings {
  const settings = workspace.getConfiguration('mailTriage', scope ?? null);
  const servers: unknown = settings.get('dns.servers');
  const connectTo: unknown = settings.get('smtp.connectTo');
  return {
    resolvers: Array.isArray(servers) ? servers.filter((server) => typeof server === 'string' && server !== '') : [],
    dnsTimeout: milliseconds(settings.get('dns.timeout'), 3, 60),
    timeout: milliseconds(settings.get('smtp.timeout'), 30, 300),
    helo: String(settings.get('smtp.heloName') ?? ''),
    connectTo: hasMembers(connectTo) ? Object.fromEntries(Object.entries(connectTo).filter(isStringEntry)) : {},
  };
}

/** The networks whose hops are believed, as written; what is no text is left out. */
export function trustedNetworks(scope?: ConfigurationScope): readonly string[] {
  const networks: unknown = workspace.getConfiguration('mailTriage', scope ?? null).get('trustedNetworks');
  return Array.isArray(networks) ? networks.filter((network) => typeof network === 'string' && network !== '') : [];
}

const milliseconds = (seconds: unknown, standard: number, most: number): number =>
  1000 * (typeof seconds === 'number' && seconds > 0 ? Math.min(seconds, most) : standard);

const isStringEntry = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string';
