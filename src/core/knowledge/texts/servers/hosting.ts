import { act, wait } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const stolen = act('Look for a stolen password or a script that sends more than it should.');

/** Words of the panels and filters of hosting providers about what their own customers send. */
export const hostingTexts = ranked('phrase', [
  {
    name: 'hosting-hourly-limit',
    pattern:
      /exceeded the max emails per hour|exceeded the max(?:imum)? (?:number of )?e-?mails? (?:allowed )?per (?:hour|day)/i,
    reason: 'rate-limited',
    meaning: 'The sending domain has sent as many messages this hour as its hosting provider allows.',
    source: 'cpanel-limits',
    next: [wait('Wait until the next hour.'), stolen, act('Ask the hosting provider for a higher limit.')],
  },
  {
    name: 'hosting-failures-limit',
    pattern: /exceeded the max defers and failures per hour/i,
    reason: 'rate-limited',
    meaning:
      'So many messages of the sending domain failed or were put off this hour that its hosting provider stops it for a while.',
    source: 'cpanel-limits',
    next: [
      act('Look in the log for the addresses that failed, and take them out of the list.'),
      stolen,
      wait('Wait until the next hour, and send again.'),
    ],
  },
  {
    name: 'hosting-suspended',
    pattern: /has an outgoing mail suspension|outgoing mail (?:from \S{1,320} )?(?:has been|is) suspended/i,
    reason: 'account-disabled',
    meaning: 'The hosting provider has stopped all outgoing mail of this account.',
    source: 'cpanel-limits',
    next: [act('Ask the hosting provider why, and lift the suspension when the cause is gone.'), stolen],
  },
  {
    name: 'hosting-nobody',
    pattern: /being discarded due to sender restrictions in WHM|Mail sent by user nobody/i,
    reason: 'sender-not-allowed',
    meaning: 'A script of the web server sent mail as the user nobody, and the panel does not allow that.',
    source: 'cpanel-limits',
    next: [act('Have the script log in with a mailbox (SMTP), or run it as the user of its account.')],
  },
  {
    name: 'hosting-recipient-check',
    pattern: /The recipient cannot be verified\.? {1,2}Please check all recipients/i,
    reason: 'recipient-unknown',
    meaning: 'The server knows no mailbox with this address, or could not make sure that it exists.',
    source: 'cpanel-limits',
  },
  {
    name: 'hosting-login-switched-off',
    wins: ['hosting-not-logged-in', 'exim-relay-not-permitted'],
    pattern: /Please turn on SMTP Authentication in your mail client/i,
    reason: 'relaying-denied',
    meaning: 'The server takes mail for other domains only from clients that log in, and this one did not.',
    source: 'cpanel-limits',
    next: [act('Switch on SMTP login in the mail program, with the full address as user name, on port 465 or 587.')],
    sisimai: 'securityerror',
  },
  {
    name: 'hosting-not-logged-in',
    wins: ['exim-relay-not-permitted'],
    pattern:
      /is (?:currently )?not permitted to relay through this server|Perhaps you have not logged into the pop\/imap server/i,
    reason: 'relaying-denied',
    meaning: 'The server takes mail for other domains only from clients that log in, and this one did not.',
    source: 'cpanel-limits',
    next: [act('Switch on SMTP login in the mail program, with the full address as user name, on port 465 or 587.')],
  },
  {
    name: 'hosting-out-rate',
    pattern:
      /hostinger_out_ratelimit|\b(?:Domain|Hourly|Daily|User|Mailbox|Account|Customer|Sender)(?: hourly| daily)? Sending (?:Quota|Limit) Exceeded/i,
    reason: 'rate-limited',
    meaning: 'The sending account or domain has sent as much as its hosting provider allows in this time.',
    source: 'hosting-limits',
    next: [wait('Wait until the limit is free again.'), stolen],
  },
  {
    name: 'hosting-mailbox-off',
    wins: ['hosting-sending-off'],
    pattern: /Recipient address rejected: Disabled by user from hPanel/i,
    reason: 'recipient-inactive',
    meaning: 'The owner of the mailbox, or of its domain, has switched it off in the panel of the hosting provider.',
    source: 'hosting-limits',
    actor: 'recipient',
    next: [act('Switch the mailbox on in the panel.'), act('Reach the recipient another way.', 'sender')],
  },
  {
    name: 'hosting-sending-off',
    pattern: /Disabled by user from hPanel/i,
    reason: 'account-disabled',
    meaning: 'The account that sends, or its domain, is switched off in the panel of the hosting provider.',
    source: 'hosting-limits',
    actor: 'sender',
    next: [act('Switch the mailbox on in the panel.')],
  },
  {
    name: 'too-many-failed-logins',
    pattern:
      /too many (?:failed|incorrect|bad|invalid) (?:log-?ins?|log-?ons?|authentications?|AUTH\w{0,3}|passwords?)|too many (?:AUTH|authentication) (?:failures|errors)/i,
    reason: 'client-refused',
    meaning: 'Too many logins from this IP address failed, so that the server turns it away for some time.',
    source: 'hosting-limits',
    actor: 'sender',
    retry: 'yes',
    next: [
      act('Find the program or device that logs in with an old password, and correct it.'),
      wait('Wait until the block ends, or ask the provider to lift it.'),
    ],
  },
]);
