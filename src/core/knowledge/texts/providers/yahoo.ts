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
    reason: 'rate-limited',
    meaning: 'Yahoo defers mail from this IP address for some time because of unusual traffic or complaints.',
    source: 'yahoo',
    next: [act('Send more slowly for some hours.'), act('Watch the complaints in the feedback loop of Yahoo.')],
  },
  {
    name: 'yahoo-reputation',
    wins: ['yahoo-spamhaus'],
    pattern: /\[TSS0[5-8]\]/i,
    reason: 'poor-reputation',
    meaning:
      'Yahoo defers or refuses mail from this IP address because of its reputation; TSS07 stands for a listing at Spamhaus.',
    source: 'yahoo',
    next: [act('Open the link in the reply.'), act('Look the IP address up at https://check.spamhaus.org/.')],
  },
  {
    name: 'yahoo-spamhaus',
    pattern: /\[BL2[13]\]|because the ip is in Spamhaus'?s? list|IP addresses on Spamhaus XBL/i,
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
    reason: 'dkim-failed',
    meaning: 'Yahoo could not verify the DKIM signature of the message.',
    source: 'yahoo',
  },
  {
    name: 'yahoo-unauthenticated',
    wins: ['yahoo-content'],
    pattern:
      /\b5\.7\.9\b[^\n]{0,300}(?:not accepted for policy reasons|sender is unauthenticated|requires all senders to authenticate)/i,
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
    reason: 'message-malformed',
    meaning: 'Yahoo refuses the message because a header field is doubled or malformed.',
    source: 'yahoo',
    next: [act('Send each header field once and well formed, above all From, To, Date and Message-ID.')],
  },
  {
    name: 'yahoo-not-allowed',
    pattern: /Message not allowed - \[\d{1,4}\]/i,
    reason: 'policy-refused',
    meaning: 'Yahoo refuses the message by a rule that it names by a number only.',
    source: 'yahoo',
    actor: 'sending admin',
    next: [act('Check headers and content of the message.'), support],
  },
  {
    name: 'yahoo-unresolvable-domain',
    pattern: /unresolvable RFC\.?532[12] (?:from )?domain/i,
    reason: 'sender-domain-not-found',
    meaning: 'Yahoo could not resolve the domain of the sender.',
    source: 'yahoo',
    next: [probe('Make sure that the domain has an MX or address record and a SOA record that answers.')],
  },
  {
    name: 'yahoo-delivery-error',
    wins: ['yahoo-no-account'],
    pattern: /\bdelivery error: dd This user doesn'?t have an? [\w.]{1,40} account/i,
    reason: 'recipient-unknown',
    meaning: 'Yahoo knows no account with this address.',
    source: 'yahoo',
    sisimai: 'userunknown',
  },
  {
    name: 'yahoo-no-account',
    pattern: /This user doesn'?t have an? [\w.]{1,40} account|\b1 Requested mail action aborted, mailbox not found/i,
    reason: 'recipient-unknown',
    meaning: 'Yahoo knows no account with this address.',
    source: 'yahoo',
  },
  {
    name: 'yahoo-not-valid-recipient',
    pattern: /\bNot a valid recipient\b/i,
    also: byYahoo,
    reason: 'recipient-unknown',
    meaning: 'Yahoo or AOL knows no mailbox with this address.',
    source: 'yahoo',
  },
  {
    name: 'yahoo-mailbox-disabled',
    pattern: /This mailbox is disabled \(554\.30\)|is no longer valid\. \[-20\]/i,
    reason: 'recipient-inactive',
    meaning: 'The Yahoo mailbox is disabled or closed.',
    source: 'yahoo',
    actor: 'recipient',
    next: [act('Sign in to the account to make it active again.'), act('Reach the recipient another way.', 'sender')],
  },
  {
    name: 'yahoo-messages-per-connection',
    pattern: /Max message per connection reached/i,
    reason: 'too-many-connections',
    meaning: 'The connection carried as many messages as the server takes in one; Yahoo words it like this.',
    source: 'yahoo',
    next: [act('Open a new connection after some messages.'), act('Lower the number of messages per connection.')],
  },
  {
    name: 'yahoo-busy',
    pattern: /Resources temporarily unavailable/i,
    also: /\[#4\.16\.|(?<!@)\b(?:yahoo|aol\b)/i,
    reason: 'server-busy',
    meaning: 'The server of Yahoo has no room for this message at the moment.',
    source: 'yahoo',
    actor: 'nobody',
    next: [queueRetries],
  },
  {
    name: 'yahoo-receiving-rate',
    pattern: /(?:^|\W)User is receiving mail too quickly/i,
    reason: 'rate-limited',
    meaning: 'The mailbox gets mail too fast at the moment; Yahoo words it like this.',
    source: 'yahoo',
    actor: 'nobody',
    next: [queueRetries],
  },
]);
