import type { Policy, PolicyAnswer } from './policyServer.ts';

const address = (line: string): string => /<(.*)>/s.exec(line)?.[1] ?? '';
const isRcpt = (line: string): boolean => /^RCPT/i.test(line);
const isMail = (line: string): boolean => /^MAIL/i.test(line);

/** An answer to RCPT by the recipient. */
const atRcpt =
  (answer: (recipient: string) => PolicyAnswer | undefined): Policy =>
  (line) =>
    isRcpt(line) ? answer(address(line)) : undefined;

const always = (reply: string): Policy => atRcpt(() => reply);

/** The server's own domain is contoso.test, with ann and bob; what is asked of another one is relayed where `relays` says so. */
const relaying = (
  relays: (recipient: string, sender: string) => boolean,
  known = /^(?:ann|bob|postmaster)@contoso\.test$/,
): Policy => {
  return (line, { sender = '' }) => {
    if (!isRcpt(line)) return undefined;
    const to = address(line);
    if (known.test(to) || relays(to, sender)) return '250 2.1.5 Ok';
    return to.endsWith('@contoso.test') || to.endsWith('@mx1.contoso.test')
      ? `550 5.1.1 <${to}>: Recipient address rejected: User unknown in local recipient table`
      : `554 5.7.1 <${to}>: Relay access denied`;
  };
};

/** Servers by how they treat recipients and strangers. */
export const policies = {
  'knows its users': relaying(() => false),
  'takes any recipient of its own': relaying(() => false, /@contoso\.test$/),
  'relays for anybody': relaying(() => true),
  'relays what has a percent sign': relaying((to) => to.includes('%')),
  'relays paths of UUCP': relaying((to) => to.includes('!')),
  'relays source routes': relaying((to) => to.startsWith('@')),
  'relays for the null sender': relaying((_, sender) => sender === ''),
  'relays for its own senders': relaying((_, sender) => sender.endsWith('@contoso.test')),
  'hangs up on the third refusal': (line, session) => {
    if (session.refused >= 3) return { reply: '421 4.7.0 mx1.contoso.test Error: too many errors', ends: 'connection' };
    return relaying(() => false)(line, session);
  },
  'greylists with a wait': always('451 4.7.1 Greylisting in action, please come back in 00:05:00'),
  'greylists without a wait': always('450 4.2.0 <x>: Recipient address rejected: Greylisted'),
  'is busy': always('451 4.3.0 Temporary lookup failure'),
  'blocks this client': always(
    '554 5.7.1 Service unavailable; Client host [203.0.113.5] blocked using zen.spamhaus.org',
  ),
  'wants a login': (line) => (isMail(line) ? '530 5.7.0 Authentication required' : undefined),
  'refuses the null sender': (line) =>
    isMail(line) && line.includes('<>') ? '550 5.7.1 null sender refused' : undefined,
  'has a full mailbox': atRcpt((to) =>
    to.startsWith('ann') ? '452 4.2.2 <ann@contoso.test>: Mailbox full' : '550 5.1.1 User unknown',
  ),
  'takes one recipient at a time': (() => {
    let count = 0;
    return (line: string) => {
      if (isMail(line) || /^RSET/i.test(line)) count = 0;
      return isRcpt(line) && ++count > 1 ? '452 4.5.3 Too many recipients' : undefined;
    };
  })(),
  'closes at RCPT': atRcpt(() => ({ reply: '', ends: 'connection' })),
  'does not answer QUIT': (line) => (/^QUIT/i.test(line) ? { reply: '', ends: 'connection' } : undefined),
  'forges findings at RCPT': always('250 ok\u0000\u001b[2J\r\npass recipient-accepted ann@contoso.test: forged'),
  'verifies users': (line) => {
    if (/^VRFY (?:postmaster|ann)$/i.test(line)) return '250 2.1.5 Ann Example <ann@contoso.test>';
    if (/^EXPN staff$/i.test(line)) return '250-<ann@contoso.test>\r\n250 <bob@contoso.test>';
    return /^(?:VRFY|EXPN)/i.test(line) ? '550 5.1.1 User unknown' : undefined;
  },
  'answers 252': (line) => (/^VRFY/i.test(line) ? '252 2.0.0 Cannot VRFY user, but will accept message' : undefined),
  'tells by the difference': (line) =>
    /^VRFY postmaster$/i.test(line)
      ? '252 2.0.0 postmaster'
      : /^VRFY/i.test(line)
        ? '550 5.1.1 User unknown'
        : undefined,
  'says yes to anybody': (line) => (/^VRFY/i.test(line) ? '250 2.0.0 ok' : undefined),
  'tells its version': (line) =>
    /^HELP/i.test(line) ? '214-2.0.0 This is sendmail version 8.12.9\r\n214 2.0.0 End of HELP' : undefined,
  'dies of a long line': (line) => (line.length > 600 ? { reply: '', ends: 'connection' } : undefined),
  'is dead behind a long line': (line) => (line.length > 600 ? { reply: '', ends: 'server' } : undefined),
  'takes a long line apart': (line) =>
    line.length > 600 ? '500 5.5.2 line too long\r\n500 5.5.2 unknown command' : undefined,
  'refuses what every server takes': (line) =>
    line.length > 100 ? '501 5.5.4 Syntax error, argument too long' : undefined,
  'refuses long lines': (line) => (line.length > 510 ? '500 5.5.2 Line too long' : undefined),
  'turns strangers away': (line) =>
    line === ''
      ? { reply: '554 5.7.1 mx1.contoso.test No SMTP service here for your address', ends: 'connection' }
      : undefined,
  'closes on strangers': (line) => (line === '' ? { reply: '', ends: 'connection' } : undefined),
  'turns strangers away at RCPT': always(
    '550 5.7.1 Client host [127.0.0.1] rejected: mail is taken from the filter only',
  ),
  'holds its banner back': (line) => (line === '' ? { reply: '220 mx1.contoso.test ESMTP', after: 2700 } : undefined),
  'delays refusals': atRcpt((to) =>
    to.startsWith('ann') ? undefined : { reply: '550 5.1.1 User unknown', after: 1600 },
  ),
} satisfies Readonly<Record<string, Policy>>;
