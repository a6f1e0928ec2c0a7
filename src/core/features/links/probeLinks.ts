import { escapeMarkdown } from '../../text/markdown.ts';
import type { Target } from '../../ticket/target.ts';

/** The commands that a hover or a code action may run; the client trusts these and no others. */
export const probeCommands = {
  lookUpMailExchangers: 'mailTriage.lookUpMailExchangers',
  probeSmtpServer: 'mailTriage.probeSmtpServer',
  check: 'mailTriage.check',
  lookUpRecord: 'mailTriage.lookUpRecord',
  findMessage: 'mailTriage.findMessage',
} as const;

/** Links that point the probes at what the cursor stands on. */
export function probeLinks(target: Target): string {
  const links = [probeLink(target), checkLink(target)];
  return (target.kind === 'name' ? [...links, lookUpLink(target)] : links).join(' | ');
}

export const probeLink = ({ name }: Target): string =>
  link(probeCommands.probeSmtpServer, name, `Probe SMTP server ${name}`);

export const lookUpLink = ({ name }: Target): string =>
  link(probeCommands.lookUpMailExchangers, name, `Look up mail exchangers of ${name}`);

export const checkLink = ({ name }: Target): string => link(probeCommands.check, name, `Check ${name}`);

/** Looks for the messages with what is named in logs. */
export const searchLink = (needle: string): string =>
  link(probeCommands.findMessage, needle, `Find ${needle.length > 60 ? 'it' : needle} in logs`);

/** The address that runs the probe of a server. */
export const probeUri = (target: Target): string => commandUri(probeCommands.probeSmtpServer, target.name);

const commandUri = (command: string, argument: string): string =>
  `command:${command}?${encodeURIComponent(JSON.stringify([argument])).replace(/[()']/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;

const link = (command: string, argument: string, label: string): string =>
  `[${escapeMarkdown(label)}](${commandUri(command, argument)})`;
