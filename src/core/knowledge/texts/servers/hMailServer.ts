import { act, again } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const login = act('Authenticate (SMTP AUTH) on the submission port, 587 or 465, before sending to outside domains.');

/** Words of hMailServer. */
export const hMailServerTexts = ranked('phrase', [
  {
    name: 'hmailserver-to-itself',
    pattern: /Could not connect to \S{1,60} on port \d{1,5} since this would mean connecting to myself/i,
    reason: 'mail-loop',
    meaning:
      'The exchanger of the domain has the address of this very server, which does not keep the domain: it would deliver to itself.',
    source: 'hmailserver-docs',
    actor: 'sending admin',
    next: [
      act(
        'Compare the address of the exchanger with that of this server: DNS, the hosts file and NAT may lead back to it.',
        'sending admin',
      ),
      act('If the domain is to be kept here, add it as a domain of the server.', 'sending admin'),
    ],
  },
  {
    name: 'hmailserver-not-allowed',
    pattern: /Delivery is not allowed to this address/i,
    reason: 'relaying-denied',
    meaning:
      'The server takes no mail from this IP range for this address: most often it is an outside one and the client did not log in.',
    source: 'hmailserver-docs',
    next: [login, act('Check the IP range that the client belongs to.', 'receiving admin')],
  },
  {
    name: 'hmailserver-login',
    pattern: /SMTP authentication is required/i,
    reason: 'login-required',
    meaning: 'The server wants a login before it takes this recipient from this IP range.',
    source: 'hmailserver-docs',
    next: [
      act('Switch SMTP login on in the program or device.'),
      act('Check the IP range that the client belongs to, and whether the recipient is local.', 'receiving admin'),
    ],
  },
  {
    name: 'hmailserver-data',
    pattern: /Excessive amounts of data sent to server/i,
    reason: 'command-malformed',
    meaning: 'The client sent a very long piece without a line end where a command was due.',
    source: 'hmailserver-docs',
    next: [act('Correct the program that sends, or look for a scan of the port.')],
  },
  {
    name: 'hmailserver-reset',
    pattern: /Issue a reset if you want to start over/i,
    reason: 'command-order',
    meaning: 'The client began a second message before the first was finished.',
    source: 'hmailserver-docs',
    next: [act('Send RSET, or finish the message, before the next MAIL.')],
  },
  {
    name: 'hmailserver-credentials',
    pattern: /Login credentials no longer valid/i,
    reason: 'login-failed',
    meaning: 'The password of the login was changed or the account was closed while the connection was open.',
    source: 'hmailserver-code SMTP/SMTPConnection.cpp',
    next: [act('Log in anew with the current password.')],
  },
  {
    name: 'hmailserver-not-saved',
    pattern: /message was received but it could not be saved/i,
    reason: 'system-error',
    meaning: 'The server could not write the message into its database.',
    source: 'hmailserver-code SMTP/SMTPConnection.cpp',
    next: [act('Check disk and database of the receiving server.'), again('Send the message again later.', 'sender')],
  },
]);
