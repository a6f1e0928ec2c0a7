import type { ReasonName } from '../../knowledge/reasons.ts';

/** A reason in words for somebody who uses mail and runs none of it: no code, no name of a protocol. */
export interface PlainReason {
  /** Why, one sentence. */
  readonly why: string;
  /** What the user can do, a sentence or two; absent where only those who run the mail can do something. */
  readonly todo?: string;
  /** The same while the mail is still tried. */
  readonly meanwhile?: string;
  /** It passes by itself. */
  readonly passes?: true;
}

const address =
  'Please check the address letter by letter, best with the recipient by telephone, and send the message again.';
const smaller = 'Please send a smaller message: leave out or shrink attachments, or share them by a link.';
const login =
  'Please check user name and password in your mail program, and change them there if you changed your password lately.';
const passing = { todo: 'You need not do anything.', passes: true } as const;
const room = 'The recipient has to make room first: please tell them in another way';

/** A login that failed for another cause than a name or a password. */
export const noLogin: PlainReason = {
  why: 'The mail server did not take the login.',
  todo: 'Please check the settings for sending mail in your mail program: server, port, encryption and login.',
};

/** A login with the password that its owner knows. */
export const appPassword: PlainReason = {
  why: noLogin.why,
  todo: 'Please create an app password in your account, and enter it in your mail program.',
};

/** The server that was asked by another one, which needs no login of its users. */
export const handedOn: PlainReason = { why: 'The mail server that was asked does not take mail for this address.' };

/** A rule that is not the recipient's. */
export const outbound: PlainReason = { why: 'A rule in the organisation of the sender does not let the message out.' };

/** An address that the sender never saw. */
export const passedOn: PlainReason = {
  why: 'The address that was written to passes mail on to another one, which does not exist.',
};

/** Mail that a filter took for phishing or malware. */
export const perilous: PlainReason = {
  why: 'A filter took the message for phishing or malware.',
  todo: 'Please do not answer it and open nothing in it before you asked the sender in another way, best by telephone.',
};

/** Mail in quarantine. */
export const keptAside: PlainReason = {
  why: 'A filter took the message for spam.',
  todo: 'If it is wanted: the admin of the recipient can release it.',
};

export const plainReasons: Readonly<Record<ReasonName, PlainReason>> = {
  accepted: { why: 'The mail server of the recipient took the message.' },
  'in-progress': { why: 'The conversation of the mail servers was not at its end yet.' },
  'recipient-unknown': { why: 'There is no mailbox with this address.', todo: address },
  'address-malformed': { why: 'The address is not written as a mail address must be.', todo: address },
  'recipient-moved': {
    why: 'The mailbox has moved or belongs to somebody else now.',
    todo: 'Please ask the recipient for the new address.',
  },
  'recipient-inactive': {
    why: 'The mailbox exists, but is switched off at the moment.',
    todo: 'Please reach the recipient in another way.',
  },
  'recipient-restricted': {
    why: 'This mailbox takes mail from certain senders only.',
    todo: 'Please ask the recipient to have you allowed as a sender.',
  },
  'recipient-filtered': {
    why: 'The recipient, or a rule of the mailbox, blocks the sender.',
    todo: 'Please ask the recipient to lift the block.',
  },
  'list-problem': {
    why: 'The mailing list did not take the message.',
    todo: 'Please ask the owner of the list whether you may write to it.',
  },
  'mailbox-full': {
    why: 'The mailbox of the recipient is full.',
    todo: `${room}, and send the message again then.`,
    meanwhile: `${room}.`,
  },
  'too-large-for-mailbox': { why: 'The message is too large for this mailbox.', todo: smaller },
  'message-too-large': { why: 'The message is too large for the mail server of the recipient.', todo: smaller },
  'system-full': { why: 'The mail server of the recipient has no room left.' },
  'domain-not-found': { why: 'The part of the address behind the @ does not exist.', todo: address },
  'mail-not-accepted': {
    why: 'The part of the address behind the @ takes no mail at all.',
    todo: 'Please ask the recipient for another address.',
  },
  'relaying-denied': {
    why: 'The mail server does not send mail to other places for this program or device.',
    todo: 'In a mail program: please switch on the login for sending mail.',
  },
  greylisted: {
    why: 'The mail server of the recipient asks senders that it does not know to come back a little later, to keep spam out.',
    ...passing,
  },
  blocklisted: { why: 'The mail server that sends the message stands on a list of senders of spam.' },
  'client-refused': { why: 'The mail server of the recipient takes no mail from the server that sends the message.' },
  'greeting-refused': {
    why: 'The mail server of the recipient does not accept how the sending server introduces itself.',
  },
  'poor-reputation': {
    why: 'The mail server of the recipient does not trust the sender, because of what was sent from there before.',
  },
  'reverse-dns': { why: 'The mail server that sends the message is not set up completely.' },
  'sender-refused': { why: 'The mail server does not accept the address of the sender.' },
  'sender-domain-not-found': {
    why: 'The part behind the @ of the sender address does not exist.',
    todo: 'Please check the sender address that is set in the mail program.',
  },
  'sender-not-allowed': {
    why: 'The account may not send with this sender address.',
    todo: 'Please send with an address that belongs to your account, or have your admin allow the other one.',
  },
  'spam-refused': {
    why: 'A filter took the message for spam.',
    todo: 'If it is none: please write it in other words, with fewer links and attachments, or reach the recipient in another way.',
  },
  'virus-found': {
    why: 'A scanner found something harmful in the message.',
    todo: 'Please have your computer checked, and do not send the attachment again before that.',
  },
  'content-refused': {
    why: 'The mail server does not take an attachment, a link or a text of this kind.',
    todo: 'Please leave the attachment or link out, or share it in another way.',
  },
  'content-unsupported': { why: 'The message has a form that the mail server of the recipient cannot handle.' },
  'message-malformed': {
    why: 'The message is not built as a message must be; that lies with the program that wrote it.',
  },
  'policy-refused': { why: 'A rule of the receiving mail server does not let the message in.' },
  'spf-failed': { why: 'The mail server of the recipient cannot tell that the message really comes from its sender.' },
  'dkim-failed': { why: 'The mail server of the recipient cannot tell that the message really comes from its sender.' },
  'dmarc-failed': { why: 'It is not proven that the message really comes from its sender.' },
  'sender-unauthenticated': { why: 'It is not proven that the message really comes from its sender.' },
  'login-required': {
    why: 'The mail server wants a login first.',
    todo: 'Please switch on the login for sending mail in your mail program.',
  },
  'login-failed': { why: 'The user name or the password was not accepted.', todo: login },
  'account-disabled': { why: 'The account is switched off or blocked.' },
  'security-refused': { why: 'A safety rule of the mail server stands in the way.' },
  'tls-required': {
    why: 'The mail server wants an encrypted connection.',
    todo: 'In a mail program: please switch encryption on for sending mail.',
  },
  'tls-failed': { why: 'An encrypted connection between the mail servers could not be set up.' },
  'rate-limited': {
    why: 'Too much mail was sent in too short a time.',
    todo: 'Please send to fewer people at a time, or spread the mail over the day.',
  },
  'too-many-connections': { why: 'The mail server of the recipient was busy with too many connections.', ...passing },
  'too-many-recipients': {
    why: 'The message goes to more recipients than the mail server takes at once.',
    todo: 'Please send it to fewer people at a time.',
  },
  'mail-loop': {
    why: 'The message went round in a circle between mail servers, mostly because of forwarding.',
    todo: 'If you forward your mail to another mailbox: please check that this one does not forward it back.',
  },
  'connection-failed': { why: 'The mail server of the other side could not be reached.' },
  'dns-failure': { why: 'It could not be found out which mail server the address belongs to.' },
  'routing-failed': { why: 'Our side found no way to the mail server of the recipient.' },
  expired: { why: 'The message could not be delivered for so long that the mail server gave up.' },
  'server-busy': { why: 'The mail server of the recipient has too much to do at the moment.', ...passing },
  'service-failed': { why: 'The mail server has trouble with a service of its own.' },
  'system-error': { why: 'The receiving mail server has trouble of its own.' },
  'delivery-program-failed': { why: 'The receiving mail server could not put the message into the mailbox.' },
  'command-unknown': { why: 'The two mail programs do not understand each other.' },
  'command-malformed': { why: 'The two mail programs do not understand each other.' },
  'command-order': { why: 'The two mail programs do not understand each other.' },
  'feature-missing': { why: 'The mail server of the recipient cannot do something that the message needs.' },
  suppressed: {
    why: 'The service that sends the mail does not write to this address any more, because earlier mail came back.',
  },
  'automatic-reply': { why: 'It is an automatic reply: the message arrived, and nothing went wrong.', ...passing },
  complaint: {
    why: 'The recipient reported the message as unwanted.',
    todo: 'Please do not write to this recipient again.',
  },
  'receiver-report': {
    why: 'It is a report; nothing came back, and nothing has to be sent again.',
  },
  delayed: { why: 'The message waited on its way.' },
  arrived: { why: 'The message arrived.', ...passing },
  filed: {
    why: 'The message arrived, and a rule put it into another folder.',
    todo: 'Please look for it in the other folders of the mailbox.',
  },
  'sender-disguised': {
    why: 'The message looks as if somebody else had sent it.',
    todo: 'Please do not answer it and follow no link in it before you asked the sender in another way, best by telephone.',
  },
  'trace-made-up': { why: 'What the message says of its way is not true in part.' },
  'clock-off': { why: 'The clock of a mail server is off, so that times in the message are wrong.', ...passing },
  'spam-marked': {
    why: 'A filter took the message for spam.',
    todo: 'If it is wanted: the recipient can move it from the junk (spam) folder to the inbox and mark it as no spam.',
  },
  unrecognized: { why: 'The other mail server does not say clearly why.' },
  unknown: { why: 'The cause is not known.' },
  'not-a-reply': { why: 'What answered is no mail server.' },
};
