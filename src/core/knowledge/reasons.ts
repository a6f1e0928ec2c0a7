/** Why a server answered as it did: one class out of a closed list. */
export interface Reason {
  readonly name: string;
  /** One sentence. */
  readonly meaning: string;
  /** The class of sisimai (36 classes, its Go edition) that stands nearest. */
  readonly sisimai: string;
  readonly source: string;
}

const rows = [
  {
    name: 'accepted',
    meaning: 'The server took the command or the message.',
    sisimai: 'delivered',
    source: 'RFC 5321 4.2.1',
  },
  {
    // No bounce ever stands for a dialogue that goes on, so sisimai has no class for it.
    name: 'in-progress',
    meaning: 'The dialogue goes on and the server waits for more.',
    sisimai: 'undefined',
    source: 'RFC 5321 4.2.1',
  },
  {
    name: 'recipient-unknown',
    meaning: 'There is no mailbox with this address.',
    sisimai: 'userunknown',
    source: 'RFC 3463 X.1.1',
  },
  {
    name: 'address-malformed',
    meaning: 'The address is not written as an address must be.',
    sisimai: 'userunknown',
    source: 'RFC 3463 X.1.3',
  },
  {
    name: 'recipient-moved',
    meaning: 'The mailbox has moved or has changed hands.',
    sisimai: 'hasmoved',
    source: 'RFC 3463 X.1.6',
  },
  {
    name: 'recipient-inactive',
    meaning: 'The mailbox exists but is switched off.',
    sisimai: 'suspend',
    source: 'RFC 3463 X.2.1',
  },
  {
    name: 'recipient-restricted',
    meaning: 'The recipient takes mail from certain senders only.',
    sisimai: 'filtered',
    source: 'RFC 3463 X.7.1',
  },
  {
    name: 'recipient-filtered',
    meaning: 'The recipient, or a rule of the mailbox, blocks this sender.',
    sisimai: 'filtered',
    source: 'RFC 3463 X.7.1',
  },
  {
    name: 'list-problem',
    meaning: 'A mailing list could not be expanded or refuses the sender.',
    sisimai: 'rejected',
    source: 'RFC 3463 X.2.4',
  },
  { name: 'mailbox-full', meaning: 'The mailbox has no room left.', sisimai: 'mailboxfull', source: 'RFC 3463 X.2.2' },
  {
    name: 'too-large-for-mailbox',
    meaning: 'The message is larger than this mailbox takes.',
    sisimai: 'exceedlimit',
    source: 'RFC 3463 X.2.3',
  },
  {
    name: 'message-too-large',
    meaning: 'The message is larger than the server takes.',
    sisimai: 'mesgtoobig',
    source: 'RFC 1870',
  },
  {
    name: 'system-full',
    meaning: 'The receiving system has no storage left.',
    sisimai: 'systemfull',
    source: 'RFC 3463 X.3.1',
  },
  {
    name: 'domain-not-found',
    meaning: 'The domain of the recipient has no usable mail host in DNS.',
    sisimai: 'hostunknown',
    source: 'RFC 3463 X.1.2',
  },
  {
    name: 'mail-not-accepted',
    meaning: 'The host or the domain takes no mail at all.',
    sisimai: 'notaccept',
    source: 'RFC 7504',
  },
  {
    name: 'relaying-denied',
    meaning: 'The server does not pass mail on to this domain for this client.',
    sisimai: 'norelaying',
    source: 'RFC 3463 X.7.1',
  },
  {
    name: 'greylisted',
    meaning: 'The server asks an unknown sender to come back a little later.',
    sisimai: 'blocked',
    source: 'RFC 6647',
  },
  {
    name: 'blocklisted',
    meaning: 'The sending host or a domain stands on a block list.',
    sisimai: 'blocked',
    source: 'RFC 5782',
  },
  {
    name: 'client-refused',
    meaning: 'The server does not talk to this client.',
    sisimai: 'blocked',
    source: 'RFC 5321 3.1',
  },
  {
    name: 'greeting-refused',
    meaning: 'The name given in HELO or EHLO is not accepted.',
    sisimai: 'blocked',
    source: 'RFC 5321 4.1.4',
  },
  {
    name: 'poor-reputation',
    meaning: 'The sending host or domain has a bad name with the receiver.',
    sisimai: 'badreputation',
    source: 'RFC 7070',
  },
  {
    name: 'reverse-dns',
    meaning: 'Reverse DNS of the sending host is missing or does not match.',
    sisimai: 'requireptr',
    source: 'RFC 3463 X.7.25 (RFC 7372)',
  },
  {
    name: 'sender-refused',
    meaning: 'The sender address is not accepted.',
    sisimai: 'rejected',
    source: 'RFC 3463 X.1.7',
  },
  {
    name: 'sender-domain-not-found',
    meaning: 'The domain of the sender address was not found in DNS.',
    sisimai: 'rejected',
    source: 'RFC 3463 X.1.8',
  },
  {
    name: 'sender-not-allowed',
    meaning: 'The logged-in account may not use this sender address.',
    sisimai: 'rejected',
    source: 'RFC 6409 6.1',
  },
  {
    name: 'spam-refused',
    meaning: 'A filter took the message for spam.',
    sisimai: 'spamdetected',
    source: 'RFC 3463 X.7.1',
  },
  {
    name: 'virus-found',
    meaning: 'A scanner found malware in the message.',
    sisimai: 'virusdetected',
    source: 'RFC 3463 X.7.1',
  },
  {
    name: 'content-refused',
    meaning: 'The receiver does not take an attachment, link or text of this kind.',
    sisimai: 'policyviolation',
    source: 'RFC 3463 X.7.1',
  },
  {
    name: 'content-unsupported',
    meaning: 'The content cannot be handled or converted on the way.',
    sisimai: 'contenterror',
    source: 'RFC 3463 X.6.1',
  },
  {
    name: 'message-malformed',
    meaning: 'The message breaks the rules for headers or lines.',
    sisimai: 'notcompliantrfc',
    source: 'RFC 5322',
  },
  {
    name: 'policy-refused',
    meaning: 'A rule of the receiver refuses the message.',
    sisimai: 'policyviolation',
    source: 'RFC 3463 X.7.1',
  },
  {
    name: 'spf-failed',
    meaning: 'The sending host is not allowed by the SPF record.',
    sisimai: 'authfailure',
    source: 'RFC 7372 3.2',
  },
  {
    name: 'dkim-failed',
    meaning: 'No acceptable DKIM signature was found.',
    sisimai: 'authfailure',
    source: 'RFC 7372 3.1',
  },
  {
    name: 'dmarc-failed',
    meaning: 'The message fails the DMARC policy of its From domain.',
    sisimai: 'authfailure',
    source: 'RFC 7489',
  },
  {
    name: 'sender-unauthenticated',
    meaning: 'The message proves its origin by neither SPF nor DKIM.',
    sisimai: 'authfailure',
    source: 'RFC 7372 3.4',
  },
  {
    name: 'login-required',
    meaning: 'The server wants a login first.',
    sisimai: 'securityerror',
    source: 'RFC 4954 6',
  },
  {
    name: 'login-failed',
    meaning: 'The login was not accepted.',
    sisimai: 'securityerror',
    source: 'RFC 4954 6',
  },
  {
    name: 'account-disabled',
    meaning: 'The account of the login is switched off or blocked.',
    sisimai: 'securityerror',
    source: 'RFC 5248 (X.7.13)',
  },
  {
    name: 'security-refused',
    meaning: 'A security rule or feature stands in the way.',
    sisimai: 'securityerror',
    source: 'RFC 3463 X.7.0',
  },
  {
    name: 'tls-required',
    meaning: 'The server wants an encrypted connection.',
    sisimai: 'failedstarttls',
    source: 'RFC 3207 4',
  },
  {
    name: 'tls-failed',
    meaning: 'The encrypted connection could not be set up.',
    sisimai: 'failedstarttls',
    source: 'RFC 3207 4',
  },
  {
    name: 'rate-limited',
    meaning: 'Too much mail came in too short a time.',
    sisimai: 'speeding',
    source: 'RFC 3463 X.7.28',
  },
  {
    name: 'too-many-connections',
    meaning: 'Too many connections are open at once, or one was used too much.',
    sisimai: 'toomanyconn',
    source: 'RFC 5321 4.5.4.1',
  },
  {
    name: 'too-many-recipients',
    meaning: 'The message has more recipients than the server takes at once.',
    sisimai: 'toomanyconn',
    source: 'RFC 5321 4.5.3.1.10',
  },
  {
    name: 'mail-loop',
    meaning: 'The message goes round in a circle.',
    sisimai: 'networkerror',
    source: 'RFC 5321 6.3',
  },
  {
    name: 'connection-failed',
    meaning: 'The other host could not be reached, or the connection broke.',
    sisimai: 'networkerror',
    source: 'RFC 3463 X.4.1',
  },
  { name: 'dns-failure', meaning: 'DNS gave no usable answer.', sisimai: 'networkerror', source: 'RFC 3463 X.4.3' },
  {
    name: 'routing-failed',
    meaning: 'No way to the next server was found.',
    sisimai: 'networkerror',
    source: 'RFC 3463 X.4.4',
  },
  {
    name: 'expired',
    meaning: 'The message waited too long in a queue and was given up.',
    sisimai: 'expired',
    source: 'RFC 3463 X.4.7',
  },
  {
    name: 'server-busy',
    meaning: 'The server is overloaded or not available at the moment.',
    sisimai: 'systemerror',
    source: 'RFC 3463 X.4.5',
  },
  {
    name: 'system-error',
    meaning: 'Something is broken or set up wrongly on the receiving side.',
    sisimai: 'systemerror',
    source: 'RFC 3463 X.3.5',
  },
  {
    name: 'delivery-program-failed',
    meaning: 'The program that puts mail into the mailbox failed.',
    sisimai: 'mailererror',
    source: 'RFC 3463 X.3.0',
  },
  {
    name: 'command-unknown',
    meaning: 'The server does not know or does not allow the command.',
    sisimai: 'syntaxerror',
    source: 'RFC 5321 4.2.4',
  },
  {
    name: 'command-malformed',
    meaning: 'The command or its argument is not written as it must be.',
    sisimai: 'syntaxerror',
    source: 'RFC 5321 4.2.2',
  },
  {
    name: 'command-order',
    meaning: 'The command came at the wrong point of the session.',
    sisimai: 'syntaxerror',
    source: 'RFC 5321 4.1.4',
  },
  {
    name: 'feature-missing',
    meaning: 'The server lacks a feature that the message or the client asks for.',
    sisimai: 'syntaxerror',
    source: 'RFC 3463 X.3.3',
  },
  {
    name: 'suppressed',
    meaning: 'The sending service keeps this address on its own do-not-send list.',
    sisimai: 'suppressed',
    source: 'sisimai: list of reasons',
  },
  {
    name: 'automatic-reply',
    meaning: 'It is an automatic answer and no failure.',
    sisimai: 'vacation',
    source: 'RFC 3834',
  },
  {
    name: 'complaint',
    meaning: 'A recipient reported the message as unwanted.',
    sisimai: 'feedback',
    source: 'RFC 5965',
  },
  {
    name: 'unrecognized',
    meaning: 'The server gave words, but they do not tell the cause.',
    sisimai: 'onhold',
    source: 'RFC 3463 X.0.0',
  },
  {
    name: 'unknown',
    meaning: 'Nothing tells the cause.',
    sisimai: 'undefined',
    source: 'RFC 3463 X.0.0',
  },
  {
    name: 'not-a-reply',
    meaning: 'The number is no reply code of SMTP.',
    sisimai: 'undefined',
    source: 'RFC 5321 4.2',
  },
] as const satisfies readonly Reason[];

export type ReasonName = (typeof rows)[number]['name'];

/** The classes of sisimai. */
export type SisimaiClass = (typeof rows)[number]['sisimai'];

/** The closed list of reasons by name. Every class of sisimai is reached from at least one of them. */
export const reasons: ReadonlyMap<string, Reason> = new Map(rows.map((row) => [row.name, row]));
