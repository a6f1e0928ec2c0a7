import { escapeMarkdown } from '../../text/markdown.ts';
import type { Target } from '../../ticket/target.ts';

/** The commands that a hover or a code action may run; the client trusts these and no others. */
export const probeCommands = {
  lookUpMailExchangers: 'mailTriage.lookUpMailExchangers',
  probeSmtpServer: 'mailTriage.probeSmtpServer',
} as const;

/** Links that point the probes at what the cursor stands on. */
export function probeLinks(target: Target): string {
  return target.kind === 'name' ? `${probeLink(target)} | ${lookUpLink(target)}` : probeLink(target);
}

export const probeLink = ({ name }: Target): string =>
  link(probeCommands.probeSmtpServer, name, `Probe SMTP server ${name}`);

export const lookUpLink = ({ name }: Target): string =>
  link(probeCommands.lookUpMailExchangers, name, `Look up mail exchangers of ${name}`);

/** The address that runs the probe of a server. */
export const probeUri = (target: Target): string => commandUri(probeCommands.probeSmtpServer, target.name);

const commandUri = (command: string, argument: string): string =>
  `command:${command}?${encodeURIComponent(JSON.stringify([argument])).replace(/[()']/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;

const link = (command: string, argument: string, label: string): string =>
  `[${escapeMarkdown(label)}](${commandUri(command, argument)})`;
