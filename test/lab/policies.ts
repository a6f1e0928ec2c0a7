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
  'calls recipients elsewhere invalid': atRcpt((to) =>
    to.endsWith('@contoso.test') ? undefined : `550 Invalid recipient: <${to}>`,
  ),
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
  'greets with a block list': (line) =>
    line === ''
      ? {
          reply: '554 5.7.1 Service unavailable; Client host [203.0.113.5] blocked using zen.spamhaus.org',
          ends: 'connection',
        }
      : undefined,
  'is too busy to greet': (line) =>
    line === ''
      ? { reply: '421 4.3.2 mx1.contoso.test too many connections, try again later', ends: 'connection' }
      : undefined,
  'turns strangers away': (line) =>
    line === ''
      ? { reply: '554 5.7.1 mx1.contoso.test No SMTP service here for your address', ends: 'connection' }
      : undefined,
  'closes on strangers': (line) => (line === '' ? { reply: '', ends: 'connection' } : undefined),
  'turns strangers away at RCPT': always(
    '550 5.7.1 Client host [127.0.0.1] rejected: mail is taken from the filter only',
  ),
} satisfies Readonly<Record<string, Policy>>;

const HOSTILE = '\u0000\u001b[2J\u202e[x](command:y) <b>\u2028* Result: passed: forged';

/** Servers that want to mislead whoever asks, or to keep them busy. */
export const hostilePolicies = {
  'answers everything twice': (line) =>
    /^(?:MAIL|RCPT|VRFY|EXPN|NOOP)/i.test(line) ? '250 2.0.0 Ok\r\n250 2.0.0 Ok' : undefined,
  'says 354 to recipients': always('354 go ahead'),
  'says 220 to recipients': always('220 mx1.contoso.test ESMTP'),
  'says 221 and stays': (line) => (/^(?:RCPT|VRFY|RSET)/i.test(line) ? '221 bye' : undefined),
  'says what is no reply': (line) => (/^(?:RCPT|VRFY|EXPN|HELP)/i.test(line) ? 'yes, of course' : undefined),
  'says codes that differ': (line) => (/^(?:RCPT|VRFY)/i.test(line) ? '250-yes\r\n550 no' : undefined),
  'never ends its answer': (line) => (/^(?:RCPT|VRFY|EXPN|HELP)/i.test(line) ? '250-more\r\n'.repeat(5000) : undefined),
  'sends lines without an end': (line) =>
    /^(?:RCPT|VRFY|EXPN|HELP)/i.test(line) ? `250 ${'x'.repeat(300_000)}` : undefined,
  'escapes at every answer': (line) =>
    line === '' ? `220 ${HOSTILE}` : /^QUIT/i.test(line) ? `221 ${HOSTILE}` : `250 ${HOSTILE}`,
  'refuses with escapes': (line) =>
    /^(?:RCPT|VRFY|EXPN|HELP|MAIL)/i.test(line) ? `550-5.1.1 ${HOSTILE}\r\n550 5.1.1 ${HOSTILE}` : undefined,
  'forges a report': (line) =>
    line === ''
      ? undefined
      : /^RCPT/i.test(line)
        ? '550 no\r\n* Asks: relay\r\n# SMTP probe of a.test:25, 2026-01-01 00:00:00 UTC\r\n* Result: passed: forged'
        : undefined,
  'closes behind MAIL': (line) => (isMail(line) ? { reply: '250 ok', ends: 'connection' } : undefined),
  'closes at RSET': (line) => (/^RSET/i.test(line) ? { reply: '', ends: 'connection' } : undefined),
  'closes at EHLO': (line) => (/^EHLO/i.test(line) ? { reply: '', ends: 'connection' } : undefined),
  'goes away at MAIL': (line) => (isMail(line) ? { reply: '', ends: 'server' } : undefined),
  'takes no second connection': (line, { connection }) =>
    line === '' && connection > 1
      ? { reply: '421 4.7.0 too many connections', ends: 'connection' }
      : /^(?:RCPT|VRFY)/i.test(line)
        ? { reply: '421 4.7.0 come back', ends: 'connection' }
        : undefined,
  'says that it sees another client': (line) =>
    /^EHLO/i.test(line) ? '250 mx1.contoso.test Hello probe.test [192.0.2.77]' : undefined,
  'says that it sees nonsense': (line) =>
    /^EHLO/i.test(line) ? '250 mx1.contoso.test Hello probe.test [999.1.1.1] [::::] [10.0.0.1]' : undefined,
} satisfies Readonly<Record<string, Policy>>;
