import { entriesIn } from '../../../../src/core/log/entries.ts';
import type { LogEntry } from '../../../../src/core/log/log.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

/** The entries of all logs in a text that name something. */
export function entriesOf(text: string): readonly LogEntry[] {
  const ticket = readTicket(text);
  return ticket.blocks
    .flatMap((block) => (block.kind === 'log' ? [...entriesIn(ticket.lines, block)] : []))
    .filter((entry) => entry.recipients.length > 0 || entry.queueId !== undefined || entry.fields.length > 0);
}

/** Each entry as `sender > recipients: outcome, reply`. */
export const told = (text: string): readonly string[] =>
  entriesOf(text).map(
    ({ sender, recipients, outcome, reply }) =>
      `${sender?.text ?? ''} > ${recipients.map((one) => one.text).join(' ')}: ${[outcome, reply?.code, reply?.enhanced].filter((one) => one !== undefined).join(' ')}`,
  );

export const verdicts = (text: string): readonly string[] =>
  readVerdicts(readTicket(text)).map(({ role, code, recipients }) => `${role} ${code} ${recipients.join(' ')}`.trim());
