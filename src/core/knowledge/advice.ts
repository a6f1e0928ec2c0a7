import type { Actor, Retry } from './actor.ts';
import type { Explanation } from './explanation.ts';
import type { ReasonName } from './reasons.ts';
import { act, again, probe, queueRetries, type RowStep, stepsBy, wait } from './steps.ts';

/** A row of knowledge: an explanation before code and stage decide its retry. */
export interface Meaning extends Omit<Explanation, 'specific'> {
  readonly reason: ReasonName;
  /** Retry after a 4yz reply; `yes` where it is not given. */
  readonly transientRetry?: Retry;
}

/** What a row says of its own besides its meaning. */
export interface Advice extends Omit<Meaning, 'meaning' | 'source' | 'reason' | 'next'> {
  readonly next: readonly RowStep[];
}

/** Builds a row from the usual advice for a reason; `change` names what differs for this row. */
export function because(reason: ReasonName, meaning: string, source: string, change?: Partial<Advice>): Meaning {
  const row = { ...(advice.get(reason) as Advice), ...change };
  return { ...row, meaning, source, reason, next: stepsBy(row.actor, row.next) };
}

function row(
  reason: ReasonName,
  actor: Actor,
  retry: Retry,
  next: readonly RowStep[],
  transientRetry?: Retry,
): readonly [ReasonName, Advice] {
  return [reason, { actor, retry, next, ...(transientRetry === undefined ? {} : { transientRetry }) }];
}

const askWithReply = act('Give the full reply with its time to the admin of the recipient.', 'sender');

/**
 * Who acts and what to do next, the same for every text that has the same reason.
 * A step that somebody else than the actor takes names who takes it.
 */
export const advice: ReadonlyMap<ReasonName, Advice> = new Map([
  row('accepted', 'nobody', 'no', []),
  row('in-progress', 'nobody', 'no', []),
  row('recipient-unknown', 'sender', 'no', [
    act('Check the address letter by letter and send again.'),
    act('Delete the address from the list of suggested recipients and type it anew.'),
    act('Ask the recipient another way for the right address.'),
  ]),
  row('address-malformed', 'sender', 'no', [
    act('Write the address as name@domain, with no blanks, brackets or trailing dot.'),
    act('Delete the saved address and type it anew.'),
  ]),
  row('recipient-moved', 'sender', 'no', [act('Ask the recipient another way for the new address.')]),
  row('recipient-inactive', 'receiving admin', 'later', [
    act('Check whether the mailbox is disabled, expired or suspended, and switch it on if it should take mail.'),
    act('Reach the recipient another way.', 'sender'),
  ]),
  row(
    'recipient-restricted',
    'receiving admin',
    'later',
    [
      act('Allow this sender, or senders from outside, in the delivery settings of the mailbox or group.'),
      act('Ask the owner of the mailbox or group for permission.', 'sender'),
    ],
    'later',
  ),
  row('recipient-filtered', 'recipient', 'no', [
    act('Remove the sender from the blocked senders of the mailbox if the mail is wanted.'),
    act('Ask the recipient another way.', 'sender'),
  ]),
  row('list-problem', 'receiving admin', 'later', [
    act('Check the members, the nesting and the posting rights of the list.'),
    act('Ask the owner of the list.', 'sender'),
  ]),
  row('mailbox-full', 'recipient', 'later', [
    act('Delete mail and empty the trash to make room.'),
    act('Ask the admin of the mailbox for a larger quota.'),
    again('Send again when the recipient has made room.', 'sender'),
  ]),
  row('too-large-for-mailbox', 'sender', 'no', [
    act('Send a link to the file, or a smaller file.'),
    act('Ask the admin of the recipient whether the limit of the mailbox can be raised.'),
  ]),
  row('message-too-large', 'sender', 'no', [
    act('Send a link to the file, or a smaller file: encoding makes an attachment about a third larger.'),
    probe('Compare the size of the message with the SIZE that the server announces after EHLO.'),
  ]),
  row('system-full', 'receiving admin', 'later', [
    act('Free disk space on the volume of the mail queue and the mailboxes.'),
    again('Send again later.', 'sender'),
  ]),
  row('domain-not-found', 'sender', 'no', [
    act('Check the part behind the @ for typing errors.'),
    probe('Look up the MX, A and AAAA records of the domain.'),
    probe('Check the registration of the domain and its name servers.', 'receiving admin'),
  ]),
  row('mail-not-accepted', 'sender', 'no', [
    act('Check whether the address has the right domain: this one takes no mail.'),
    act('Ask the recipient another way for an address that takes mail.'),
  ]),
  row('relaying-denied', 'sending admin', 'no', [
    act('Authenticate (SMTP AUTH) on the submission port, 587 or 465, before sending to outside domains.'),
    act('Have the IP address of the sending host listed on the server as one that may relay.'),
    probe('Look up the MX records of the domain of the recipient: the message may have gone to the wrong server.'),
    act('Add the domain to those that this server takes mail for, if it is yours.', 'receiving admin'),
  ]),
  row('greylisted', 'nobody', 'later', [
    wait('Wait: the sending server tries again by itself, and the next try after the delay is taken.', 'nobody'),
    act('Make sure that the next try comes from the same IP address with the same sender and recipient.'),
  ]),
  row(
    'blocklisted',
    'sending admin',
    'later',
    [
      act('Look up the sending IP address or domain at the list that the reply names.'),
      act(
        'Find and stop what caused the listing, such as a stolen password, an infected machine or an unwanted mailing.',
      ),
      act('Ask the list for removal after that.'),
    ],
    'later',
  ),
  row('client-refused', 'sending admin', 'no', [
    act('Ask the admin of the receiving server why your IP address is refused.'),
    probe('Check PTR record, HELO name and block list entries of the sending IP address.'),
  ]),
  row(
    'greeting-refused',
    'sending admin',
    'later',
    [
      act('Set the HELO name of the sending server to its full public host name.'),
      probe('Make sure that this name has an A or AAAA record.'),
    ],
    'later',
  ),
  row('poor-reputation', 'sending admin', 'later', [
    act('Check the sending IP address and domain at the reputation service that the reply names.'),
    act('Find and stop unwanted mail that leaves through this address.'),
    act('Send less for some days and only to recipients who want the mail.'),
  ]),
  row(
    'reverse-dns',
    'sending admin',
    'later',
    [
      act('Have a PTR record set for the sending IP address that names the mail server.'),
      probe('Make sure that this name has an A or AAAA record with the same IP address.'),
      again('Send again when the old DNS answer has expired from caches.'),
    ],
    'later',
  ),
  row('sender-refused', 'sending admin', 'later', [
    act('Check the envelope sender (MAIL FROM) for errors.'),
    act('Make sure that the sender address exists and can take replies.'),
  ]),
  row('sender-domain-not-found', 'sending admin', 'later', [
    act('Check the domain of the envelope sender (MAIL FROM) for errors.'),
    probe('Make sure that this domain has an MX, A or AAAA record and that all its name servers answer.'),
  ]),
  row('sender-not-allowed', 'sending admin', 'later', [
    act('Send with an address that belongs to the account of the login.'),
    act('Give the account the right to send as the other address.'),
  ]),
  row('spam-refused', 'sending admin', 'no', [
    act('Check text, links and attachments of the message.'),
    probe('Check that SPF, DKIM and DMARC pass for the sending domain.'),
    act('Ask the admin of the recipient to find the message in the log of the filter and to allow it if it is wanted.'),
  ]),
  row('virus-found', 'sender', 'no', [
    act('Scan the sending computer and the attachment for malware.'),
    act('Send without the attachment, or share the file another way.'),
  ]),
  row('content-refused', 'sender', 'no', [
    act('Remove the attachment or link that is not taken, and send again.'),
    act('Share the file another way.'),
  ]),
  row('content-unsupported', 'sending admin', 'no', [
    act('Send the message as plain text or HTML with common attachment types.'),
    act('Look in the reply for the part that cannot be handled.'),
  ]),
  row('message-malformed', 'sending admin', 'later', [
    act('Correct the program that wrote the message: check its headers and line ends.'),
    act('Send a plain message from another program to see whether the fault is in the message.'),
  ]),
  row('policy-refused', 'receiving admin', 'no', [
    act('Find the rule that matched in the log of the receiving server, and change it if the message is wanted.'),
    askWithReply,
  ]),
  row(
    'spf-failed',
    'sending admin',
    'later',
    [
      probe('Compare the sending IP address with the SPF record of the domain of the envelope sender.'),
      act('Add the sending server to the SPF record if it belongs there.'),
      act('If a forwarder handed the message on, have it rewrite the envelope sender, and sign with DKIM.'),
    ],
    'later',
  ),
  row(
    'dkim-failed',
    'sending admin',
    'later',
    [
      probe('Check that the public key is published under the selector named in the DKIM-Signature field.'),
      act('Check that no gateway or list changes the message after signing.'),
    ],
    'later',
  ),
  row(
    'dmarc-failed',
    'sending admin',
    'later',
    [
      act('Make SPF or DKIM pass with the same domain that the From field shows.'),
      act('Check every service that sends with this From domain.'),
      act('If a list or forwarder changed the message, have it rewrite From or leave signed parts alone.'),
    ],
    'later',
  ),
  row(
    'sender-unauthenticated',
    'sending admin',
    'later',
    [act('Publish an SPF record that covers the sending server.'), act('Sign outgoing mail with DKIM.')],
    'later',
  ),
  row(
    'login-required',
    'sending admin',
    'later',
    [
      act('Set user name and password in the program or device that sends.'),
      act('Use the submission port: 587 with STARTTLS, or 465 with TLS from the start.'),
    ],
    'later',
  ),
  row('login-failed', 'sender', 'later', [
    act('Check user name and password, and whether the full address is wanted as user name.'),
    act('Create an app password, or use OAuth, if the account has two-step login.'),
    act('Check whether SMTP login is allowed for this account.', 'sending admin'),
  ]),
  row('account-disabled', 'sending admin', 'later', [
    act('Check why the account is switched off before it is switched on again: a stolen password is a common cause.'),
  ]),
  row('security-refused', 'receiving admin', 'later', [
    act('Look in the log of the receiving server for the security rule that matched.'),
    askWithReply,
  ]),
  row(
    'tls-required',
    'sending admin',
    'later',
    [
      act('Switch STARTTLS on in the sending server, program or device.'),
      act('Make sure that it can use TLS 1.2 or later.'),
      probe('Check that no firewall removes STARTTLS from the answer to EHLO.'),
    ],
    'later',
  ),
  row('tls-failed', 'receiving admin', 'later', [
    probe('Check the certificate of the receiving server: its dates, its names and its chain.'),
    probe('Check which TLS versions and ciphers both sides allow.'),
  ]),
  row('rate-limited', 'sending admin', 'later', [
    act('Send more slowly and spread the mail over time.'),
    act('Check for an account or a script that sends more than it should.'),
  ]),
  row('too-many-connections', 'sending admin', 'later', [
    act('Open fewer connections at once to this server.'),
    act('Send fewer messages in each connection.'),
  ]),
  row('too-many-recipients', 'sending admin', 'no', [
    act('Send the message in smaller groups of recipients.'),
    act('Use a mailing list or group for large numbers.'),
  ]),
  row(
    'mail-loop',
    'receiving admin',
    'later',
    [
      act('Read the Received fields to see which servers hand the message round.'),
      act('Check forwarding, aliases and MX records that point back at each other.'),
    ],
    'later',
  ),
  row('connection-failed', 'network', 'later', [
    probe('Test the connection to the host on port 25 from the sending server.'),
    act('Check firewall and routing on both sides.'),
  ]),
  row('dns-failure', 'receiving admin', 'later', [
    probe('Check that all name servers of the domain answer, and that its DNSSEC chain is whole.'),
    act('Check the resolver that the mail server uses.', 'sending admin'),
  ]),
  row('routing-failed', 'sending admin', 'later', [
    probe('Look up the MX records of the domain of the recipient.'),
    act('Check connectors, transport maps and smart host settings of the sending server.'),
  ]),
  row(
    'expired',
    'sending admin',
    'later',
    [
      act('Look for the last error before the expiry in the report or in the queue log: it names the cause.'),
      again('Send the message again when that cause is gone.'),
    ],
    'later',
  ),
  row('server-busy', 'nobody', 'later', [
    queueRetries,
    act('Check load and running services if it lasts for hours.', 'receiving admin'),
  ]),
  row('system-error', 'receiving admin', 'later', [
    act('Look in the log of the receiving server at the time of the reply.'),
    askWithReply,
  ]),
  row('delivery-program-failed', 'receiving admin', 'later', [
    act('Look in the log of the receiving server for the error of the delivery program.'),
    askWithReply,
  ]),
  row('command-unknown', 'sending admin', 'no', [
    act('Check whether a firewall or proxy between the two hosts changes SMTP commands.'),
    act('Use only the commands and extensions that the server lists after EHLO.'),
  ]),
  row('command-malformed', 'sending admin', 'no', [
    act('Check the argument of the command: addresses stand in angle brackets, host names hold no underscore.'),
  ]),
  row('command-order', 'sending admin', 'no', [
    act('Look at the reply before this one: a refused command makes those after it fail.'),
    act('Send the commands in the order EHLO, MAIL, RCPT, DATA.'),
  ]),
  row('feature-missing', 'sending admin', 'no', [
    act('Use only the extensions and parameters that the server lists after EHLO.'),
    act('Send the message in a form that needs no special extension.'),
  ]),
  row('suppressed', 'sending admin', 'later', [
    act('Remove the address from the suppression list of the sending service if the recipient wants the mail.'),
  ]),
  row('automatic-reply', 'nobody', 'no', []),
  row('complaint', 'sending admin', 'no', [act('Take the recipient off the mailing.')]),
  row('unrecognized', 'receiving admin', 'no', [
    act('Look in the log of the receiving server at the time of the reply.'),
    askWithReply,
  ]),
  row('unknown', 'receiving admin', 'no', [
    act('Look in the log of the receiving server at the time of the reply.'),
    askWithReply,
  ]),
  row('not-a-reply', 'sending admin', 'no', [
    act('Look in the log of the program that shows this number for the real reply of the server.'),
  ]),
]);
