import { act, probe, queueRetries } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const support = act('Ask Yahoo sender support for a review; it looks after AOL mail, too.');
/** What names Yahoo or AOL where the words alone could be anybody's. */
const byYahoo = /(?<!@)\b(?:yahoo|aol\b)/i;

/** Words of the same speaker that other servers may say, too. */
export const yahooPhrases = ranked('phrase', [
  {
    name: 'server-resources',
    pattern: /Resources temporarily unavailable/i,
    sample: 'Resources temporarily unavailable, please try again later [#4.1.9].',
    reason: 'server-busy',
    meaning: 'The server had no room for more mail at the moment.',
    source: ['smtp-field-manual 451.json', 'RFC 3463 X.3.2'],
  },
]);

/** Words of Yahoo, which looks after AOL mail, too. */
export const yahooTexts = ranked('product', [
  {
    name: 'yahoo-permanently-deferred',
    pattern: /\[TS0[34]\]|\[TSS(?:09|1[0-4])\]|All messages from \S{1,60} (?:will be )?permanently deferred/i,
    sample: '421 4.7.1 [TS03] All messages from 192.0.2.1 will be permanently deferred; Retrying will NOT succeed.',
    reason: 'poor-reputation',
    meaning: 'Yahoo takes no more mail from this IP address; trying again does not help.',
    source: 'yahoo',
    transientRetry: 'later',
    next: [
      act('Stop the mailing and take out recipients who did not ask for it.'),
      act('Ask Yahoo sender support for a review.'),
    ],
  },
  {
    name: 'yahoo-complaints-at-connect',
    wins: ['yahoo-complaints'],
    pattern: /\bIPTS04\b/,
    sample: '451 4.7.0 [IPTS04] Messages from 192.0.2.1 temporarily deferred due to user complaints',
    reason: 'poor-reputation',
    meaning: 'Yahoo turns connections from this IP address away for some time because users complained about its mail.',
    source: 'yahoo',
    next: [
      act('Send less for some hours.'),
      act('Join the complaint feedback loop of Yahoo and take complainers out.'),
    ],
  },
  {
    name: 'yahoo-complaints',
    pattern: /\[TSS04\]|temporarily deferred due to (?:unexpected volume or )?user complaints/i,
    sample:
      '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1',
    reason: 'poor-reputation',
    meaning: 'Yahoo slows this IP address down because of its volume or because of complaints.',
    source: 'yahoo',
    next: [
      act('Send less for some hours.'),
      act('Join the complaint feedback loop of Yahoo.'),
      probe('Check SPF, DKIM and DMARC.'),
    ],
  },
  {
    name: 'yahoo-unusual-traffic',
    pattern: /\[TSS0[1-3]\]|\[TS0[12]\]/i,
    sample: '421 4.7.0 [TSS01] Messages from 192.0.2.1 temporarily deferred due to unusual traffic',
    reason: 'rate-limited',
    meaning: 'Yahoo defers mail from this IP address for some time because of unusual traffic or complaints.',
    source: 'yahoo',
    next: [act('Send more slowly for some hours.'), act('Watch the complaints in the feedback loop of Yahoo.')],
  },
  {
    name: 'yahoo-reputation',
    wins: ['yahoo-spamhaus'],
    pattern: /\[TSS0[5-8]\]/i,
    sample: '421 4.7.0 [TSS05] Messages from 192.0.2.1 temporarily deferred',
    reason: 'poor-reputation',
    meaning:
      'Yahoo defers or refuses mail from this IP address because of its reputation; TSS07 stands for a listing at Spamhaus.',
    source: 'yahoo',
    next: [act('Open the link in the reply.'), act('Look the IP address up at https://check.spamhaus.org/.')],
  },
  {
    name: 'yahoo-spamhaus',
    pattern: /\[BL2[13]\]|because the ip is in Spamhaus'?s? list|IP addresses on Spamhaus XBL/i,
    sample: "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1, because the ip is in Spamhaus's list",
    reason: 'blocklisted',
    meaning: 'Yahoo refuses the IP address because Spamhaus lists it.',
    source: 'yahoo',
    next: [
      act('Look up the IP address at https://check.spamhaus.org/.'),
      act('Remove the cause, then ask Spamhaus for removal.'),
    ],
  },
  {
    name: 'yahoo-dkim',
    wins: ['yahoo-content'],
    pattern: /\(AU01\)/,
    sample: '554 5.7.5 (AU01) Message not accepted. DKIM signature invalid',
    reason: 'dkim-failed',
    meaning: 'Yahoo could not verify the DKIM signature of the message.',
    source: 'yahoo',
  },
  {
    name: 'yahoo-unauthenticated',
    wins: ['yahoo-content'],
    pattern:
      /\b5\.7\.9\b[^\n]{0,300}(?:not accepted for policy reasons|sender is unauthenticated|requires all senders to authenticate)/i,
    sample: '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes',
    reason: 'dmarc-failed',
    meaning: 'Yahoo refuses the message because SPF, DKIM or DMARC does not pass for the From domain.',
    source: 'yahoo',
    next: [act('Make SPF or DKIM pass with the same domain that the From field shows.')],
    sisimai: 'policyviolation',
  },
  {
    name: 'yahoo-content',
    pattern: /\[PH0?1\]|not accepted for policy reasons/i,
    also: /(?<!@)\b(?:yahoo|aol\b)|\[PH/i,
    sample: '554 Email not accepted for policy reasons. Please visit https://help.yahoo.com/kb/postmaster/SLN5067.html',
    reason: 'content-refused',
    meaning: 'Yahoo refuses a link or the content of the message, as with phishing or malware.',
    source: 'yahoo',
    actor: 'sending admin',
    next: [
      act('Check every link, its domain and what it leads to.'),
      probe('Check that SPF or DKIM passes and aligns with the From domain.'),
    ],
  },
  {
    name: 'yahoo-unknown-recipients',
    pattern: /\bVS1-(?:IP|MF)\b/,
    sample:
      '451 VS1-IP Excessive unknown recipients - possible Open Relay. See https://help.yahoo.com/kb/postmaster/SLN3418.html',
    reason: 'rate-limited',
    meaning: 'Too much of this mail went to unknown Yahoo addresses, so Yahoo suspects an open relay or an old list.',
    source: 'yahoo',
    next: [
      act('Take addresses that bounced out of the list.'),
      act('Check that the server relays for nobody but its own users.'),
    ],
  },
  {
    name: 'yahoo-headers',
    pattern: /Headers are not RFC compliant/i,
    sample: '554 Message not allowed - Headers are not RFC compliant[291]',
    reason: 'message-malformed',
    meaning: 'Yahoo refuses the message because a header field is doubled or malformed.',
    source: 'yahoo',
    next: [act('Send each header field once and well formed, above all From, To, Date and Message-ID.')],
  },
  {
    name: 'yahoo-not-allowed',
    pattern: /Message not allowed - \[\d{1,4}\]/i,
    sample: '554 Message not allowed - [320]',
    reason: 'policy-refused',
    meaning: 'Yahoo refuses the message by a rule that it names by a number only.',
    source: 'yahoo',
    actor: 'sending admin',
    next: [act('Check headers and content of the message.'), support],
  },
  {
    name: 'yahoo-unresolvable-domain',
    pattern: /unresolvable RFC\.?532[12] (?:from )?domain/i,
    sample:
      '451 Message temporarily deferred due to unresolvable RFC.5321 from domain. See https://postmaster.yahooinc.com/error-codes',
    reason: 'sender-domain-not-found',
    meaning: 'Yahoo could not resolve the domain of the sender.',
    source: 'yahoo',
    next: [probe('Make sure that the domain has an MX or address record and a SOA record that answers.')],
  },
  {
    name: 'yahoo-delivery-error',
    wins: ['yahoo-no-account'],
    pattern: /\bdelivery error: dd This user doesn'?t have an? [\w.]{1,40} account/i,
    sample:
      "554 delivery error: dd This user doesn't have a yahoo.com account (bob@yahoo.com) [0] - mta1001.mail.bf1.yahoo.com",
    reason: 'recipient-unknown',
    meaning: 'Yahoo knows no account with this address.',
    source: 'yahoo',
    sisimai: 'userunknown',
  },
  {
    name: 'yahoo-no-account',
    pattern: /This user doesn'?t have an? [\w.]{1,40} account|\b1 Requested mail action aborted, mailbox not found/i,
    sample: "This user doesn't have a yahoo.com account (bob@yahoo.com) [0]",
    reason: 'recipient-unknown',
    meaning: 'Yahoo knows no account with this address.',
    source: 'yahoo',
  },
  {
    name: 'yahoo-not-valid-recipient',
    pattern: /\bNot a valid recipient\b/i,
    also: byYahoo,
    sample: '550 Not a valid recipient - atlas201.aol.mail.bf1.yahoo.com',
    reason: 'recipient-unknown',
    meaning: 'Yahoo or AOL knows no mailbox with this address.',
    source: 'yahoo',
  },
  {
    name: 'yahoo-mailbox-disabled',
    pattern: /This mailbox is disabled \(554\.30\)|is no longer valid\. \[-20\]/i,
    sample: '554 30 Sorry, your message to bob@yahoo.com cannot be delivered. This mailbox is disabled (554.30).',
    reason: 'recipient-inactive',
    meaning: 'The Yahoo mailbox is disabled or closed.',
    source: 'yahoo',
    actor: 'recipient',
    next: [act('Sign in to the account to make it active again.'), act('Reach the recipient another way.', 'sender')],
  },
  {
    name: 'yahoo-messages-per-connection',
    pattern: /Max message per connection reached/i,
    sample: '421 Max message per connection reached, closing transmission channel',
    reason: 'too-many-connections',
    meaning: 'The connection carried as many messages as the server takes in one; Yahoo words it like this.',
    source: 'yahoo',
    next: [act('Open a new connection after some messages.'), act('Lower the number of messages per connection.')],
  },
  {
    name: 'yahoo-busy',
    pattern: /Resources temporarily unavailable/i,
    also: /\[#4\.16\.|(?<!@)\b(?:yahoo|aol\b)/i,
    sample: '451 4.3.2 Resources temporarily unavailable. Please try again later [#4.16.5].',
    reason: 'server-busy',
    meaning: 'The server of Yahoo has no room for this message at the moment.',
    source: 'yahoo',
    actor: 'nobody',
    next: [queueRetries],
  },
  {
    name: 'yahoo-receiving-rate',
    pattern: /(?:^|\W)User is receiving mail too quickly/i,
    sample: '450 User is receiving mail too quickly',
    reason: 'rate-limited',
    meaning: 'The mailbox gets mail too fast at the moment; Yahoo words it like this.',
    source: 'yahoo',
    actor: 'nobody',
    next: [queueRetries],
  },
]);
