/** An argument that is as long as RFC 5321 4.5.3.1 allows, or longer; nothing in it means anything. */
export interface LongArgument {
  readonly name: LongArgumentName;
  /** What is said, without its line break. */
  readonly command: string;
  /** Octets of the whole line, its line break included. */
  readonly octets: number;
  /** No limit of RFC 5321 is passed, so that the server has to read it, whatever it then thinks of the address. */
  readonly within: boolean;
  /** Has to stand behind MAIL. */
  readonly behindMail?: true;
}

export type LongArgumentName =
  | 'local-part'
  | 'domain'
  | 'path'
  | 'line'
  | 'long-local-part'
  | 'long-sender'
  | 'long-recipient'
  | 'long-hello'
  | 'long-verb'
  | 'long-line';

/** Limits that every server must take (RFC 5321 4.5.3.1.1 to 4.5.3.1.4), in octets. */
const LOCAL_PART = 64;
const PATH = 256;
export const COMMAND_LINE = 512;

/** A domain of `octets` octets: labels of 63 at most (RFC 1035 2.3.4), below a name that never exists (RFC 6761 6.4). */
export function longDomain(octets: number): string {
  const end = '.invalid';
  let rest = octets - end.length;
  let text = '';
  while (rest > 0) {
    // No label may begin or end the name with nothing in it, so the last but one leaves room.
    const label = rest > 64 ? 63 : rest === 64 ? 62 : rest;
    text += `${text === '' ? '' : '.'}${'a'.repeat(label)}`;
    rest -= label + 1;
  }
  return `${text}${end}`;
}

/**
 * Over-long and just not over-long arguments, shortest first. `to` is a domain of the server's own; `beyond` adds those
 * that no server has to take, of which old servers have died (CVE-2000-0042, CVE-2003-0714 and their kind).
 */
export function longArguments(to: string, beyond: boolean): readonly LongArgument[] {
  const rows: readonly Omit<LongArgument, 'octets'>[] = [
    { name: 'local-part', command: `RCPT TO:<${'a'.repeat(LOCAL_PART)}@${to}>`, within: true, behindMail: true },
    { name: 'domain', command: `MAIL FROM:<a@${longDomain(PATH - 4)}>`, within: true },
    {
      name: 'path',
      command: `RCPT TO:<${'a'.repeat(LOCAL_PART)}@${longDomain(PATH - LOCAL_PART - 3)}>`,
      within: true,
      behindMail: true,
    },
    { name: 'line', command: `NOOP ${'a'.repeat(COMMAND_LINE - 7)}`, within: true },
    ...(beyond ? BEYOND(to) : []),
  ];
  return rows.map((row) => ({ ...row, octets: row.command.length + 2 }));
}

const BEYOND = (to: string): readonly Omit<LongArgument, 'octets'>[] => [
  { name: 'long-local-part', command: `RCPT TO:<${'a'.repeat(300)}@${to}>`, within: false, behindMail: true },
  { name: 'long-sender', command: `MAIL FROM:<${'a'.repeat(600)}@${to}>`, within: false },
  { name: 'long-recipient', command: `RCPT TO:<${'a'.repeat(1000)}@${to}>`, within: false, behindMail: true },
  { name: 'long-hello', command: `HELO ${longDomain(1000)}`, within: false },
  { name: 'long-verb', command: 'A'.repeat(1000), within: false },
  { name: 'long-line', command: `NOOP ${'a'.repeat(4000)}`, within: false },
];
