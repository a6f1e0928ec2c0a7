/** Whom a test of relaying is about. */
export interface RelayTest {
  /** An address outside, from which and to which the server is asked to take mail. */
  readonly from: string;
  readonly to: string;
  /** How the server names itself: the first word of its answer to EHLO, or the name it was asked by. */
  readonly server: string;
  /** Its address, without brackets. */
  readonly address: string;
  /** A domain of the server's own, for a sender that pretends to be one of its users. */
  readonly own: string;
  /** Letters and digits that no mailbox is made of. */
  readonly random: string;
}

/** How an address for another server is written so that a server may pass it on though it refuses the plain one. */
export type RelayFormName =
  /** No form: a made-up mailbox of the server's own, to tell a catch-all. */
  | 'control'
  | 'plain'
  | 'null-sender'
  | 'own-sender'
  | 'literal-sender'
  | 'bare-sender'
  | 'percent'
  | 'percent-literal'
  | 'percent-alone'
  | 'quoted'
  | 'quoted-percent'
  | 'quoted-at'
  | 'quoted-literal'
  | 'two-ats'
  | 'two-ats-literal'
  | 'route'
  | 'route-literal'
  | 'bang'
  | 'bang-at'
  | 'bang-literal';

export interface RelayForm {
  readonly name: RelayFormName;
  readonly sender: (test: RelayTest) => string;
  readonly recipient: (test: RelayTest) => string;
  /** The address is one of the server itself until its local part is taken apart: a catch-all takes it, too. */
  readonly local?: true;
}

const outside = ({ from }: RelayTest): string => from;
const plain = ({ to }: RelayTest): string => to;

/** RFC 5321 4.1.3 */
const addressLiteral = (address: string): string => (address.includes(':') ? `[IPv6:${address}]` : `[${address}]`);

const literal = ({ address }: RelayTest): string => addressLiteral(address);
const server = (test: RelayTest): string => test.server;

/** The local part and the domain of the recipient. */
function parts({ to }: RelayTest): readonly [user: string, domain: string] {
  const at = to.lastIndexOf('@');
  return [to.slice(0, at), to.slice(at + 1)];
}

type Write = (user: string, domain: string, host: string) => string;

const form = (name: RelayFormName, write: Write, host?: (test: RelayTest) => string, local?: true): RelayForm => ({
  name,
  sender: outside,
  recipient: (test) => write(...parts(test), host?.(test) ?? ''),
  ...(local && { local }),
});

const percent: Write = (user, domain, host) => `${user}%${domain}@${host}`;
const bang: Write = (user, domain, host) => `${domain}!${user}@${host}`;
const twoAts: Write = (user, domain, host) => `${user}@${domain}@${host}`;
const quoted: Write = (user, domain, host) => `"${user}@${domain}"@${host}`;
const route: Write = (user, domain, host) => `@${host}:${user}@${domain}`;

/**
 * The classic forms, those of nmap's smtp-open-relay and a few more, the plain one first. Each is said as MAIL and RCPT
 * and taken back with RSET; DATA is never said.
 */
export const relayForms: readonly RelayForm[] = [
  { name: 'control', sender: outside, recipient: ({ random, own }) => `${random}@${own}`, local: true },
  { name: 'plain', sender: outside, recipient: plain },
  { name: 'null-sender', sender: () => '', recipient: plain },
  { name: 'own-sender', sender: ({ own }) => `postmaster@${own}`, recipient: plain },
  { name: 'literal-sender', sender: (test) => `postmaster@${literal(test)}`, recipient: plain },
  { name: 'bare-sender', sender: () => 'postmaster', recipient: plain },
  form('percent', percent, server, true),
  form('percent-literal', percent, literal, true),
  form('percent-alone', (user, domain) => `${user}%${domain}`, undefined, true),
  form('quoted', (user, domain) => `"${user}@${domain}"`, undefined, true),
  form('quoted-percent', (user, domain) => `"${user}%${domain}"`, undefined, true),
  form('quoted-at', quoted, server, true),
  form('quoted-literal', quoted, literal, true),
  form('two-ats', twoAts, server, true),
  form('two-ats-literal', twoAts, literal, true),
  form('route', route, server),
  form('route-literal', route, literal),
  form('bang', (user, domain) => `${domain}!${user}`, undefined, true),
  form('bang-at', bang, server, true),
  form('bang-literal', bang, literal, true),
];
