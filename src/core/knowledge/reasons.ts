import type { Actor, Retry } from './actor.ts';
import type { Sources } from './sources.ts';
import { act, again, lookUpList, probe, queueRetries, type RowStep, wait } from './steps.ts';

/** What a probe would have to look at to check what happened. */
export type Place = 'server' | 'recipient' | 'sender';

/** The classes of sisimai, its Go edition (https://libsisimai.org/en/reason/). */
export type SisimaiClass =
  | 'authfailure'
  | 'badreputation'
  | 'blocked'
  | 'contenterror'
  | 'delivered'
  | 'exceedlimit'
  | 'expired'
  | 'failedstarttls'
  | 'feedback'
  | 'filtered'
  | 'hasmoved'
  | 'hostunknown'
  | 'mailboxfull'
  | 'mailererror'
  | 'mesgtoobig'
  | 'networkerror'
  | 'norelaying'
  | 'notaccept'
  | 'notcompliantrfc'
  | 'onhold'
  | 'policyviolation'
  | 'rejected'
  | 'requireptr'
  | 'securityerror'
  | 'spamdetected'
  | 'speeding'
  | 'suppressed'
  | 'suspend'
  | 'syntaxerror'
  | 'systemerror'
  | 'systemfull'
  | 'toomanyconn'
  | 'undefined'
  | 'userunknown'
  | 'vacation'
  | 'virusdetected';

/** Why a server answered as it did. */
export interface Reason {
  /** One sentence. */
  readonly meaning: string;
  /** What happened, in the few words that stand behind "Refused at RCPT by mx1.contoso.test:". */
  readonly what: string;
  /** It covers so many causes that the sentence on the very reply is to stand there instead. */
  readonly broad?: true;
  /** What has to be done, as it stands behind "the sender's admin must"; absent where nobody has to act. */
  readonly deed?: string;
  readonly actor: Actor;
  readonly retry: Retry;
  /** Retry after a 4yz reply; `yes` where it is not given. */
  readonly transientRetry?: Retry;
  /** What to do next, the same for every text that has the same reason. */
  readonly next: readonly RowStep[];
  /** Where the cause lies, so that a probe can check it. */
  readonly probes: readonly Place[];
  /** The class of sisimai that stands nearest. */
  readonly sisimai: SisimaiClass;
  readonly source: Sources;
}

const askWithReply = act('Give the full reply with its time to the admin of the recipient.', 'sender');

/** The reason does not tell where its cause lies. */
const ANYWHERE: readonly Place[] = ['server', 'recipient', 'sender'];

const rows = {
  accepted: {
    meaning: 'The server took the command or the message.',
    what: 'accepted',
    actor: 'nobody',
    retry: 'no',
    next: [],
    probes: ANYWHERE,
    sisimai: 'delivered',
    source: 'RFC 5321 4.2.1',
  },
  // No bounce ever stands for a dialogue that goes on, so sisimai has no class for it.
  'in-progress': {
    meaning: 'The dialogue goes on and the server waits for more.',
    what: 'the dialogue goes on',
    actor: 'nobody',
    retry: 'no',
    next: [],
    probes: ANYWHERE,
    sisimai: 'undefined',
    source: 'RFC 5321 4.2.1',
  },
  'recipient-unknown': {
    meaning: 'There is no mailbox with this address.',
    what: 'no such mailbox',
    deed: 'correct the address',
    actor: 'sender',
    retry: 'no',
    next: [
      act('Check the address letter by letter and send again.'),
      act('Delete the address from the list of suggested recipients and type it anew.'),
      act('Ask the recipient another way for the right address.'),
    ],
    probes: ['recipient'],
    sisimai: 'userunknown',
    source: 'RFC 3463 X.1.1',
  },
  'address-malformed': {
    meaning: 'The address is not written as an address must be.',
    what: 'the address is not valid',
    deed: 'correct the address',
    actor: 'sender',
    retry: 'no',
    next: [
      act('Write the address as name@domain, with no blanks, brackets or trailing dot.'),
      act('Delete the saved address and type it anew.'),
    ],
    probes: ['recipient'],
    sisimai: 'userunknown',
    source: 'RFC 3463 X.1.3',
  },
  'recipient-moved': {
    meaning: 'The mailbox has moved or has changed hands.',
    what: 'the mailbox has moved',
    deed: 'ask for the new address',
    actor: 'sender',
    retry: 'no',
    next: [act('Ask the recipient another way for the new address.')],
    probes: ANYWHERE,
    sisimai: 'hasmoved',
    source: 'RFC 3463 X.1.6',
  },
  'recipient-inactive': {
    meaning: 'The mailbox exists but is switched off.',
    what: 'the mailbox is switched off',
    deed: 'switch the mailbox on',
    actor: 'receiving admin',
    retry: 'later',
    next: [
      act('Check whether the mailbox is disabled, expired or suspended, and switch it on if it should take mail.'),
      act('Reach the recipient another way.', 'sender'),
    ],
    probes: ANYWHERE,
    sisimai: 'suspend',
    source: 'RFC 3463 X.2.1',
  },
  'recipient-restricted': {
    meaning: 'The recipient takes mail from certain senders only.',
    what: 'the mailbox takes mail from certain senders only',
    deed: 'allow this sender',
    actor: 'receiving admin',
    retry: 'later',
    transientRetry: 'later',
    next: [
      act('Allow this sender, or senders from outside, in the delivery settings of the mailbox or group.'),
      act('Ask the owner of the mailbox or group for permission.', 'sender'),
    ],
    probes: ANYWHERE,
    sisimai: 'filtered',
    source: 'RFC 3463 X.7.1',
  },
  'recipient-filtered': {
    meaning: 'The recipient, or a rule of the mailbox, blocks this sender.',
    what: 'the recipient blocks this sender',
    deed: 'unblock the sender',
    actor: 'recipient',
    retry: 'no',
    next: [
      act('Remove the sender from the blocked senders of the mailbox if the mail is wanted.'),
      act('Ask the recipient another way.', 'sender'),
    ],
    probes: ANYWHERE,
    sisimai: 'filtered',
    source: 'RFC 3463 X.7.1',
  },
  'list-problem': {
    meaning: 'A mailing list could not be expanded or refuses the sender.',
    what: 'the mailing list refused it',
    broad: true,
    deed: 'check the list',
    actor: 'receiving admin',
    retry: 'later',
    next: [
      act('Check the members, the nesting and the posting rights of the list.'),
      act('Ask the owner of the list.', 'sender'),
    ],
    probes: ANYWHERE,
    sisimai: 'rejected',
    source: 'RFC 3463 X.2.4',
  },
  'mailbox-full': {
    meaning: 'The mailbox has no room left.',
    what: 'the mailbox is full',
    deed: 'make room',
    actor: 'recipient',
    retry: 'later',
    next: [
      act('Delete mail and empty the trash to make room.'),
      act('Ask the admin of the mailbox for a larger quota.'),
      again('Send again when the recipient has made room.', 'sender'),
    ],
    probes: ['recipient'],
    sisimai: 'mailboxfull',
    source: 'RFC 3463 X.2.2',
  },
  'too-large-for-mailbox': {
    meaning: 'The message is larger than this mailbox takes.',
    what: 'the message is too large for the mailbox',
    deed: 'send less',
    actor: 'sender',
    retry: 'no',
    next: [
      act('Send a link to the file, or a smaller file.'),
      act('Ask the admin of the recipient whether the limit of the mailbox can be raised.'),
    ],
    probes: ANYWHERE,
    sisimai: 'exceedlimit',
    source: 'RFC 3463 X.2.3',
  },
  'message-too-large': {
    meaning: 'The message is larger than the server takes.',
    what: 'the message is too large',
    deed: 'send less',
    actor: 'sender',
    retry: 'no',
    next: [
      act('Send a link to the file, or a smaller file: encoding makes an attachment about a third larger.'),
      probe('Compare the size of the message with the SIZE that the server announces after EHLO.'),
    ],
    probes: ANYWHERE,
    sisimai: 'mesgtoobig',
    source: 'RFC 1870',
  },
  'system-full': {
    meaning: 'The receiving system has no storage left.',
    what: 'the server has no room left',
    deed: 'free storage on the server',
    actor: 'receiving admin',
    retry: 'later',
    next: [
      act('Free disk space on the volume of the mail queue and the mailboxes.'),
      again('Send again later.', 'sender'),
    ],
    probes: ANYWHERE,
    sisimai: 'systemfull',
    source: 'RFC 3463 X.3.1',
  },
  'domain-not-found': {
    meaning: 'The domain of the recipient has no usable mail host in DNS.',
    what: 'the domain was not found',
    broad: true,
    deed: 'check the domain',
    actor: 'sender',
    retry: 'no',
    next: [
      act('Check the part behind the @ for typing errors.'),
      probe('Look up the MX, A and AAAA records of the domain.'),
      probe('Check the registration of the domain and its name servers.', 'receiving admin'),
    ],
    probes: ['recipient'],
    sisimai: 'hostunknown',
    source: 'RFC 3463 X.1.2',
  },
  'mail-not-accepted': {
    meaning: 'The host or the domain takes no mail at all.',
    what: 'the domain takes no mail',
    broad: true,
    deed: 'use another address',
    actor: 'sender',
    retry: 'no',
    next: [
      act('Check whether the address has the right domain: this one takes no mail.'),
      act('Ask the recipient another way for an address that takes mail.'),
    ],
    probes: ['recipient'],
    sisimai: 'notaccept',
    source: 'RFC 7504',
  },
  'relaying-denied': {
    meaning: 'The server does not pass mail on to this domain for this client.',
    what: 'relaying denied',
    deed: 'authenticate, or use the server of the recipient',
    actor: 'sending admin',
    retry: 'no',
    transientRetry: 'later',
    next: [
      act('Authenticate (SMTP AUTH) on the submission port, 587 or 465, before sending to outside domains.'),
      act('Have the IP address of the sending host listed on the server as one that may relay.'),
      probe('Look up the MX records of the domain of the recipient: the message may have gone to the wrong server.'),
      act('Add the domain to those that this server takes mail for, if it is yours.', 'receiving admin'),
    ],
    probes: ['recipient', 'server'],
    sisimai: 'norelaying',
    source: 'RFC 3463 X.7.1',
  },
  greylisted: {
    meaning: 'The server asks an unknown sender to come back a little later.',
    what: 'greylisted',
    deed: 'wait',
    actor: 'nobody',
    retry: 'yes',
    next: [
      wait('Wait: the sending server tries again by itself, and the next try after the delay is taken.', 'nobody'),
      act('Make sure that the next try comes from the same IP address with the same sender and recipient.'),
    ],
    probes: ['server'],
    sisimai: 'blocked',
    source: 'RFC 6647',
  },
  blocklisted: {
    meaning: 'The sending host or a domain stands on a block list.',
    what: 'the sending address is on a block list',
    deed: 'get it off the list',
    actor: 'sending admin',
    retry: 'later',
    transientRetry: 'later',
    next: [
      lookUpList,
      act(
        'Find and stop what caused the listing, such as a stolen password, an infected machine or an unwanted mailing.',
      ),
      act('Ask the list for removal after that.'),
    ],
    probes: ANYWHERE,
    sisimai: 'blocked',
    source: 'RFC 5782',
  },
  'client-refused': {
    meaning: 'The server does not talk to this client.',
    what: 'the sending host is blocked',
    broad: true,
    deed: 'have the block lifted',
    actor: 'sending admin',
    retry: 'no',
    next: [
      act('Ask the admin of the receiving server why your IP address is refused.'),
      probe('Check PTR record, HELO name and block list entries of the sending IP address.'),
    ],
    probes: ANYWHERE,
    sisimai: 'blocked',
    source: 'RFC 5321 3.1',
  },
  'greeting-refused': {
    meaning: 'The name given in HELO or EHLO is not accepted.',
    what: 'the EHLO name is refused',
    deed: 'correct the EHLO name',
    actor: 'sending admin',
    retry: 'later',
    transientRetry: 'later',
    next: [
      act('Set the HELO name of the sending server to its full public host name.'),
      probe('Make sure that this name has an A or AAAA record.'),
    ],
    probes: ANYWHERE,
    sisimai: 'blocked',
    source: 'RFC 5321 4.1.4',
  },
  'poor-reputation': {
    meaning: 'The sending host or domain has a bad name with the receiver.',
    what: 'the sender has a poor reputation',
    broad: true,
    deed: 'find out what was sent',
    actor: 'sending admin',
    retry: 'later',
    next: [
      act('Check the sending IP address and domain at the reputation service that the reply names.'),
      act('Find and stop unwanted mail that leaves through this address.'),
      act('Send less for some days and only to recipients who want the mail.'),
    ],
    probes: ANYWHERE,
    sisimai: 'badreputation',
    source: 'RFC 7070',
  },
  'reverse-dns': {
    meaning: 'Reverse DNS of the sending host is missing or does not match.',
    what: 'the sending address has no fitting reverse name',
    deed: 'correct the reverse DNS',
    actor: 'sending admin',
    retry: 'later',
    transientRetry: 'later',
    next: [
      act('Have a PTR record set for the sending IP address that names the mail server.'),
      probe('Make sure that this name has an A or AAAA record with the same IP address.'),
      again('Send again when the old DNS answer has expired from caches.'),
    ],
    probes: ANYWHERE,
    sisimai: 'requireptr',
    source: ['RFC 3463 X.7.25', 'RFC 7372'],
  },
  'sender-refused': {
    meaning: 'The sender address is not accepted.',
    what: 'the sender address is refused',
    broad: true,
    deed: 'find out why the sender is blocked',
    actor: 'sending admin',
    retry: 'later',
    next: [
      act('Check the envelope sender (MAIL FROM) for errors.'),
      act('Make sure that the sender address exists and can take replies.'),
    ],
    probes: ANYWHERE,
    sisimai: 'rejected',
    source: 'RFC 3463 X.1.7',
  },
  'sender-domain-not-found': {
    meaning: 'The domain of the sender address was not found in DNS.',
    what: 'the sender domain was not found',
    deed: 'publish the domain in DNS',
    actor: 'sending admin',
    retry: 'later',
    next: [
      act('Check the domain of the envelope sender (MAIL FROM) for errors.'),
      probe('Make sure that this domain has an MX, A or AAAA record and that all its name servers answer.'),
    ],
    probes: ['sender'],
    sisimai: 'rejected',
    source: 'RFC 3463 X.1.8',
  },
  'sender-not-allowed': {
    meaning: 'The logged-in account may not use this sender address.',
    what: 'this login may not use this sender address',
    deed: 'use an address that is allowed',
    actor: 'sending admin',
    retry: 'later',
    next: [
      act('Send with an address that belongs to the account of the login.'),
      act('Give the account the right to send as the other address.'),
    ],
    probes: ANYWHERE,
    sisimai: 'rejected',
    source: 'RFC 6409 6.1',
  },
  'spam-refused': {
    meaning: 'A filter took the message for spam.',
    what: 'classified as spam',
    deed: 'check what is sent',
    actor: 'sending admin',
    retry: 'no',
    next: [
      act('Check text, links and attachments of the message.'),
      probe('Check that SPF, DKIM and DMARC pass for the sending domain.'),
      act(
        'Ask the admin of the recipient to find the message in the log of the filter and to allow it if it is wanted.',
      ),
    ],
    probes: ANYWHERE,
    sisimai: 'spamdetected',
    source: 'RFC 3463 X.7.1',
  },
  'virus-found': {
    meaning: 'A scanner found malware in the message.',
    what: 'classified as malware',
    deed: 'check the attachment',
    actor: 'sender',
    retry: 'no',
    next: [
      act('Scan the sending computer and the attachment for malware.'),
      act('Send without the attachment, or share the file another way.'),
    ],
    probes: ANYWHERE,
    sisimai: 'virusdetected',
    source: 'RFC 3463 X.7.1',
  },
  'content-refused': {
    meaning: 'The receiver does not take an attachment, link or text of this kind.',
    what: 'the content is refused',
    broad: true,
    deed: 'change the message',
    actor: 'sender',
    retry: 'no',
    next: [act('Remove the attachment or link that is not taken, and send again.'), act('Share the file another way.')],
    probes: ANYWHERE,
    sisimai: 'policyviolation',
    source: 'RFC 3463 X.7.1',
  },
  'content-unsupported': {
    meaning: 'The content cannot be handled or converted on the way.',
    what: 'the content cannot be taken in this form',
    deed: 'convert the message',
    actor: 'sending admin',
    retry: 'no',
    next: [
      act('Send the message as plain text or HTML with common attachment types.'),
      act('Look in the reply for the part that cannot be handled.'),
    ],
    probes: ANYWHERE,
    sisimai: 'contenterror',
    source: 'RFC 3463 X.6.1',
  },
  'message-malformed': {
    meaning: 'The message breaks the rules for headers or lines.',
    what: 'the message is not well formed',
    deed: 'mend what writes the message',
    actor: 'sending admin',
    retry: 'later',
    next: [
      act('Correct the program that wrote the message: check its headers and line ends.'),
      act('Send a plain message from another program to see whether the fault is in the message.'),
    ],
    probes: ANYWHERE,
    sisimai: 'notcompliantrfc',
    source: 'RFC 5322',
  },
  'policy-refused': {
    meaning: 'A rule of the receiver refuses the message.',
    what: 'refused by policy',
    broad: true,
    deed: 'say which policy it was',
    actor: 'receiving admin',
    retry: 'no',
    next: [
      act('Find the rule that matched in the log of the receiving server, and change it if the message is wanted.'),
      askWithReply,
    ],
    probes: ANYWHERE,
    sisimai: 'policyviolation',
    source: 'RFC 3463 X.7.1',
  },
  'spf-failed': {
    meaning: 'The sending host is not allowed by the SPF record.',
    what: 'SPF failed',
    deed: 'correct the SPF record',
    actor: 'sending admin',
    retry: 'later',
    transientRetry: 'later',
    next: [
      probe('Compare the sending IP address with the SPF record of the domain of the envelope sender.'),
      act('Add the sending server to the SPF record if it belongs there.'),
      act('If a forwarder handed the message on, have it rewrite the envelope sender, and sign with DKIM.'),
    ],
    probes: ['sender'],
    sisimai: 'authfailure',
    source: 'RFC 7372 3.2',
  },
  'dkim-failed': {
    meaning: 'No acceptable DKIM signature was found.',
    what: 'DKIM failed',
    deed: 'correct the DKIM signing',
    actor: 'sending admin',
    retry: 'later',
    transientRetry: 'later',
    next: [
      probe('Check that the public key is published under the selector named in the DKIM-Signature field.'),
      act('Check that no gateway or list changes the message after signing.'),
    ],
    probes: ['sender'],
    sisimai: 'authfailure',
    source: 'RFC 7372 3.1',
  },
  'dmarc-failed': {
    meaning: 'The message fails the DMARC policy of its From domain.',
    what: 'DMARC failed',
    deed: 'align SPF or DKIM with the From domain',
    actor: 'sending admin',
    retry: 'later',
    transientRetry: 'later',
    next: [
      act('Make SPF or DKIM pass with the same domain that the From field shows.'),
      act('Check every service that sends with this From domain.'),
      act('If a list or forwarder changed the message, have it rewrite From or leave signed parts alone.'),
    ],
    probes: ['sender'],
    sisimai: 'authfailure',
    source: 'RFC 7489',
  },
  'sender-unauthenticated': {
    meaning: 'The message proves its origin by neither SPF nor DKIM.',
    what: 'the sender is not authenticated',
    deed: 'set up SPF and DKIM',
    actor: 'sending admin',
    retry: 'later',
    transientRetry: 'later',
    next: [act('Publish an SPF record that covers the sending server.'), act('Sign outgoing mail with DKIM.')],
    probes: ['sender'],
    sisimai: 'authfailure',
    source: 'RFC 7372 3.4',
  },
  'login-required': {
    meaning: 'The server wants a login first.',
    what: 'a login is required',
    deed: 'authenticate',
    actor: 'sending admin',
    retry: 'later',
    transientRetry: 'later',
    next: [
      act('Set user name and password in the program or device that sends.'),
      act('Use the submission port: 587 with STARTTLS, or 465 with TLS from the start.'),
    ],
    probes: ['server'],
    sisimai: 'securityerror',
    source: 'RFC 4954 6',
  },
  'login-failed': {
    meaning: 'The login was not accepted.',
    what: 'the login failed',
    broad: true,
    deed: 'check user name and password',
    actor: 'sender',
    retry: 'later',
    transientRetry: 'later',
    next: [
      act('Check user name and password, and whether the full address is wanted as user name.'),
      act('Create an app password, or use OAuth, if the account has two-step login.'),
      act('Check whether SMTP login is allowed for this account.', 'sending admin'),
    ],
    probes: ['server'],
    sisimai: 'securityerror',
    source: 'RFC 4954 6',
  },
  'account-disabled': {
    meaning: 'The account of the login is switched off or blocked.',
    what: 'the account is disabled',
    deed: 'have the account enabled',
    actor: 'sending admin',
    retry: 'later',
    next: [
      act('Check why the account is switched off before it is switched on again: a stolen password is a common cause.'),
    ],
    probes: ANYWHERE,
    sisimai: 'securityerror',
    source: 'RFC 5248 X.7.13',
  },
  'security-refused': {
    meaning: 'A security rule or feature stands in the way.',
    what: 'refused for security',
    broad: true,
    deed: 'say which rule it was',
    actor: 'receiving admin',
    retry: 'later',
    next: [act('Look in the log of the receiving server for the security rule that matched.'), askWithReply],
    probes: ANYWHERE,
    sisimai: 'securityerror',
    source: 'RFC 3463 X.7.0',
  },
  'tls-required': {
    meaning: 'The server wants an encrypted connection.',
    what: 'TLS is required',
    deed: 'switch TLS on',
    actor: 'sending admin',
    retry: 'later',
    transientRetry: 'later',
    next: [
      act('Switch STARTTLS on in the sending server, program or device.'),
      act('Make sure that it can use TLS 1.2 or later.'),
      probe('Check that no firewall removes STARTTLS from the answer to EHLO.'),
    ],
    probes: ['server'],
    sisimai: 'failedstarttls',
    source: 'RFC 3207 4',
  },
  'tls-failed': {
    meaning: 'The encrypted connection could not be set up.',
    what: 'TLS failed',
    broad: true,
    deed: 'mend certificate or TLS settings',
    actor: 'receiving admin',
    retry: 'later',
    next: [
      probe('Check the certificate of the receiving server: its dates, its names and its chain.'),
      probe('Check which TLS versions and ciphers both sides allow.'),
    ],
    probes: ['server'],
    sisimai: 'failedstarttls',
    source: 'RFC 3207 4',
  },
  'rate-limited': {
    meaning: 'Too much mail came in too short a time.',
    what: 'too much mail in too short a time',
    broad: true,
    deed: 'send more slowly',
    actor: 'sending admin',
    retry: 'yes',
    next: [
      act('Send more slowly and spread the mail over time.'),
      act('Check for an account or a script that sends more than it should.'),
    ],
    probes: ANYWHERE,
    sisimai: 'speeding',
    source: 'RFC 3463 X.7.28',
  },
  'too-many-connections': {
    meaning: 'Too many connections are open at once, or one was used too much.',
    what: 'too many connections',
    deed: 'open fewer connections',
    actor: 'sending admin',
    retry: 'yes',
    next: [act('Open fewer connections at once to this server.'), act('Send fewer messages in each connection.')],
    probes: ANYWHERE,
    sisimai: 'toomanyconn',
    source: 'RFC 5321 4.5.4.1',
  },
  'too-many-recipients': {
    meaning: 'The message has more recipients than the server takes at once.',
    what: 'too many recipients',
    deed: 'send to fewer at a time',
    actor: 'sending admin',
    retry: 'no',
    next: [
      act('Send the message in smaller groups of recipients.'),
      act('Use a mailing list or group for large numbers.'),
    ],
    probes: ANYWHERE,
    sisimai: 'toomanyconn',
    source: 'RFC 5321 4.5.3.1.10',
  },
  'mail-loop': {
    meaning: 'The message goes round in a circle.',
    what: 'the mail goes round in a loop',
    deed: 'break the loop',
    actor: 'receiving admin',
    retry: 'later',
    transientRetry: 'later',
    next: [
      act('Read the Received fields to see which servers hand the message round.'),
      act('Check forwarding, aliases and MX records that point back at each other.'),
    ],
    probes: ['recipient'],
    sisimai: 'networkerror',
    source: 'RFC 5321 6.3',
  },
  'connection-failed': {
    meaning: 'The other host could not be reached, or the connection broke.',
    what: 'the connection failed',
    deed: 'check firewall, port and server',
    actor: 'network',
    retry: 'later',
    next: [
      probe('Test the connection to the host on port 25 from the sending server.'),
      act('Check firewall and routing on both sides.'),
    ],
    probes: ['server', 'recipient'],
    sisimai: 'networkerror',
    source: 'RFC 3463 X.4.1',
  },
  'dns-failure': {
    meaning: 'DNS gave no usable answer.',
    what: 'DNS did not answer',
    broad: true,
    deed: 'check the name servers',
    actor: 'receiving admin',
    retry: 'later',
    next: [
      probe('Check that all name servers of the domain answer, and that its DNSSEC chain is whole.'),
      act('Check the resolver that the mail server uses.', 'sending admin'),
    ],
    probes: ANYWHERE,
    sisimai: 'networkerror',
    source: 'RFC 3463 X.4.3',
  },
  'routing-failed': {
    meaning: 'No way to the next server was found.',
    what: 'no way to the recipient',
    broad: true,
    deed: 'check the routing',
    actor: 'sending admin',
    retry: 'later',
    next: [
      probe('Look up the MX records of the domain of the recipient.'),
      act('Check connectors, transport maps and smart host settings of the sending server.'),
    ],
    probes: ['recipient', 'server'],
    sisimai: 'networkerror',
    source: 'RFC 3463 X.4.4',
  },
  expired: {
    meaning: 'The message waited too long in a queue and was given up.',
    what: 'given up after waiting in the queue',
    deed: 'find out why the server could not be reached',
    actor: 'sending admin',
    retry: 'later',
    transientRetry: 'later',
    next: [
      act('Look for the last error before the expiry in the report or in the queue log: it names the cause.'),
      again('Send the message again when that cause is gone.'),
    ],
    probes: ANYWHERE,
    sisimai: 'expired',
    source: 'RFC 3463 X.4.7',
  },
  'server-busy': {
    meaning: 'The server is overloaded or not available at the moment.',
    what: 'the server is busy',
    deed: 'wait',
    actor: 'nobody',
    retry: 'yes',
    next: [queueRetries, act('Check load and running services if it lasts for hours.', 'receiving admin')],
    probes: ['server'],
    sisimai: 'systemerror',
    source: 'RFC 3463 X.4.5',
  },
  'system-error': {
    meaning: 'Something is broken or set up wrongly on the receiving side.',
    what: 'the server has trouble of its own',
    broad: true,
    deed: 'look into the log of the server',
    actor: 'receiving admin',
    retry: 'later',
    next: [act('Look in the log of the receiving server at the time of the reply.'), askWithReply],
    probes: ANYWHERE,
    sisimai: 'systemerror',
    source: 'RFC 3463 X.3.5',
  },
  'delivery-program-failed': {
    meaning: 'The program that puts mail into the mailbox failed.',
    what: 'the delivery program failed',
    deed: 'look into the log of the server',
    actor: 'receiving admin',
    retry: 'later',
    next: [act('Look in the log of the receiving server for the error of the delivery program.'), askWithReply],
    probes: ANYWHERE,
    sisimai: 'mailererror',
    source: 'RFC 3463 X.3.0',
  },
  'command-unknown': {
    meaning: 'The server does not know or does not allow the command.',
    what: 'the server does not take the command',
    deed: 'correct the client',
    actor: 'sending admin',
    retry: 'no',
    next: [
      act('Check whether a firewall or proxy between the two hosts changes SMTP commands.'),
      act('Use only the commands and extensions that the server lists after EHLO.'),
    ],
    probes: ANYWHERE,
    sisimai: 'syntaxerror',
    source: 'RFC 5321 4.2.4',
  },
  'command-malformed': {
    meaning: 'The command or its argument is not written as it must be.',
    what: 'the command is not well formed',
    broad: true,
    deed: 'correct the client',
    actor: 'sending admin',
    retry: 'no',
    next: [act('Check the argument of the command: addresses stand in angle brackets, host names hold no underscore.')],
    probes: ANYWHERE,
    sisimai: 'syntaxerror',
    source: 'RFC 5321 4.2.2',
  },
  'command-order': {
    meaning: 'The command came at the wrong point of the session.',
    what: 'the command came out of order',
    deed: 'correct the client',
    actor: 'sending admin',
    retry: 'no',
    next: [
      act('Look at the reply before this one: a refused command makes those after it fail.'),
      act('Send the commands in the order EHLO, MAIL, RCPT, DATA.'),
    ],
    probes: ANYWHERE,
    sisimai: 'syntaxerror',
    source: 'RFC 5321 4.1.4',
  },
  'feature-missing': {
    meaning: 'The server lacks a feature that the message or the client asks for.',
    what: 'the server lacks a feature',
    broad: true,
    deed: 'do without the feature',
    actor: 'sending admin',
    retry: 'no',
    next: [
      act('Use only the extensions and parameters that the server lists after EHLO.'),
      act('Send the message in a form that needs no special extension.'),
    ],
    probes: ANYWHERE,
    sisimai: 'syntaxerror',
    source: 'RFC 3463 X.3.3',
  },
  suppressed: {
    meaning: 'The sending service keeps this address on its own do-not-send list.',
    what: 'the recipient is on a suppression list',
    deed: 'take the address off the list',
    actor: 'sending admin',
    retry: 'later',
    next: [act('Remove the address from the suppression list of the sending service if the recipient wants the mail.')],
    probes: ANYWHERE,
    sisimai: 'suppressed',
    source: 'sisimai-reasons',
  },
  'automatic-reply': {
    meaning: 'It is an automatic answer and no failure.',
    what: 'an automatic reply',
    actor: 'nobody',
    retry: 'no',
    next: [],
    probes: ANYWHERE,
    sisimai: 'vacation',
    source: 'RFC 3834',
  },
  complaint: {
    meaning: 'A recipient reported the message as unwanted.',
    what: 'a complaint of the recipient',
    deed: 'stop sending to this recipient',
    actor: 'sending admin',
    retry: 'no',
    next: [act('Take the recipient off the mailing.')],
    probes: ANYWHERE,
    sisimai: 'feedback',
    source: 'RFC 5965',
  },
  delayed: {
    meaning: 'The message arrived, but waited for long on its way.',
    what: 'delayed on the way',
    deed: 'find out why it waited',
    actor: 'sending admin',
    retry: 'no',
    next: [act('Look in the logs of the servers on the way for the reply that put it off.')],
    probes: ANYWHERE,
    sisimai: 'delivered',
    source: 'RFC 5321 4.4',
  },
  'spam-marked': {
    meaning: 'A filter took the message for spam and let it through.',
    what: 'marked as spam',
    deed: 'look at the rules of the filter',
    actor: 'receiving admin',
    retry: 'no',
    next: [
      act('See which rules of the filter matched: the field names them.'),
      act('Report the message to the filter as wrongly classified, if it is wanted.'),
    ],
    probes: ANYWHERE,
    sisimai: 'spamdetected',
    source: 'spamassassin-conf X-Spam-Flag',
  },
  unrecognized: {
    meaning: 'The server gave words, but they do not tell the cause.',
    what: 'the reason is not stated',
    broad: true,
    deed: 'look into the log of the server',
    actor: 'receiving admin',
    retry: 'no',
    next: [act('Look in the log of the receiving server at the time of the reply.'), askWithReply],
    probes: ANYWHERE,
    sisimai: 'onhold',
    source: 'RFC 3463 X.0.0',
  },
  unknown: {
    meaning: 'Nothing tells the cause.',
    what: 'the reason is not known',
    deed: 'look into the log of the server',
    actor: 'receiving admin',
    retry: 'no',
    next: [act('Look in the log of the receiving server at the time of the reply.'), askWithReply],
    probes: ANYWHERE,
    sisimai: 'undefined',
    source: 'RFC 3463 X.0.0',
  },
  'not-a-reply': {
    meaning: 'The number is no reply code of SMTP.',
    what: 'no reply of SMTP',
    deed: 'look at the connection',
    actor: 'sending admin',
    retry: 'no',
    next: [act('Look in the log of the program that shows this number for the real reply of the server.')],
    probes: ANYWHERE,
    sisimai: 'undefined',
    source: 'RFC 5321 4.2',
  },
} as const satisfies Readonly<Record<string, Reason>>;

export type ReasonName = keyof typeof rows;

/** The closed list of reasons. Every class of sisimai is reached from at least one of them. */
export const reasons: Readonly<Record<ReasonName, Reason>> = rows;

/** Whether two reasons are of a kind: the same class of sisimai stands for both. */
export const alike = (one: ReasonName, other: ReasonName): boolean =>
  one === other || reasons[one].sisimai === reasons[other].sisimai;
