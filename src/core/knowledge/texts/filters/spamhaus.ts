import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

const lookUpSpamhaus = act.address('Look up the IP address at https://check.spamhaus.org/.');

/** Words of Spamhaus, by its zones and pages. */
export const spamhausTexts = spokenBy('spamhaus', [
  {
    name: 'spamhaus-query-refused',
    pattern:
      /127\.255\.255\.25[2-5]|spamhaus\.(?:org|net)[^\n]{0,200}(?:open resolver|query volume)|spamhaus\.org\/returnc/i,
    reason: 'system-error',
    meaning:
      'No listing: Spamhaus did not answer the query of the receiving server, which took the error for a listing.',
    source: 'spamhaus DNSBL return codes',
    next: [
      act('Let the receiving server use a resolver of its own, or a Spamhaus key.'),
      act('Tell the admin of the recipient: your IP address is not listed because of this.', 'sender'),
    ],
  },
  {
    name: 'spamhaus-dbl',
    shared: 'Others refuse by this list and name its page.',
    pattern: /dbl\.spamhaus\.org|spamhaus\.org\/(?:dbl|query\/domain)/i,
    reason: 'blocklisted',
    meaning: 'A domain in the message stands on the domain block list of Spamhaus.',
    source: 'spamhaus DBL',
    next: [
      act('Look up the domain at https://check.spamhaus.org/.'),
      act('Remove the link, or ask for removal of the domain.'),
    ],
  },
  {
    name: 'spamhaus-pbl',
    pattern:
      /\bpbl\.spamhaus\.|spamhaus\.org\/(?:query\/)?pbl|Spamhaus PBL|\bPBL\b[^\n]{0,80}spamhaus|Policy Block List/i,
    reason: 'blocklisted',
    meaning:
      'The sending IP address belongs to a range of home or office connections that should not send mail straight (Spamhaus PBL).',
    source: 'spamhaus PBL',
    next: [
      act('Send through the mail server of the provider.'),
      act('Ask Spamhaus to take the IP address out of the PBL if a mail server of your own has it for good.'),
    ],
  },
  {
    name: 'spamhaus-xbl',
    pattern:
      /\[SHXBL\]|(?<!sbl-)\bxbl\.spamhaus\.|spamhaus\.org\/xbl|(?<!SBL-)(?:Spamhaus|SPAMHAUS-)[ -]?XBL|Exploits? Block List/i,
    reason: 'blocklisted',
    meaning: 'The host behind the sending IP address looks infected or taken over (Spamhaus XBL).',
    source: 'spamhaus XBL',
    next: [
      act('Find and clean the infected host behind this IP address.'),
      act('Ask for removal at https://check.spamhaus.org/ after that.'),
    ],
  },
  {
    name: 'spamhaus-ip',
    shared: 'Others refuse by this list and name its page.',
    vague: true,
    pattern: /spamhaus\.(?:org|net)/i,
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on a list of Spamhaus.',
    source: 'spamhaus SBL, CSS, XBL and PBL',
    next: [
      act.address('Look up the IP address at https://check.spamhaus.org/ to see which list it is.'),
      act('Listed in PBL: send through the mail server of the provider.'),
      act('Listed in XBL or CSS: clean the host, then ask for removal.'),
      act('Listed in SBL: have the network provider ask for removal.'),
    ],
  },
  {
    name: 'cbl',
    pattern: /abuseat\.org/i,
    reason: 'blocklisted',
    meaning: 'The host behind the sending IP address looks infected; this list (CBL) is part of Spamhaus XBL.',
    source: 'spamhaus XBL',
    next: [lookUpSpamhaus, act('Find and clean the infected host, then ask for removal there.')],
  },
  {
    name: 'spamhaus-dbl-sender',
    wins: ['spamhaus-dbl'],
    pattern: /(?:Sender address|Helo command|EHLO|MAIL FROM)[^\n]{0,200}(?:dbl\.spamhaus\.|dbl\.dq\.spamhaus\.)/i,
    reason: 'blocklisted',
    meaning: 'The domain of the sender address, or the HELO name, stands on the domain block list of Spamhaus (DBL).',
    source: 'spamhaus DBL',
    next: [
      act('Look up the domain at https://check.spamhaus.org/.'),
      act('Find and stop what caused the listing, then ask Spamhaus for removal of the domain.'),
    ],
  },
  {
    name: 'spamhaus-css',
    wins: ['spamhaus-sbl'],
    pattern: /spamhaus\.org\/css|\bSBLCSS\b|Spamhaus CSS/i,
    reason: 'blocklisted',
    meaning: 'The sending IP address sent what looks like spam of a new or hijacked host (Spamhaus CSS).',
    source: 'spamhaus CSS',
    next: [
      act('Find what was sent: a stolen password, a new host without reverse name, a list without consent.'),
      act('Ask for removal at https://check.spamhaus.org/ after that.'),
    ],
  },
  {
    name: 'spamhaus-sbl',
    wins: ['cloudmark-gateway'],
    shared: 'Others refuse by this list and name its page.',
    pattern: /(?<!-)\bsbl\.spamhaus\.|spamhaus\.org\/(?:sbl|query\/SBL)|Spamhaus SBL\b(?!-)|\bSBL\d{4,7}\b/i,
    reason: 'blocklisted',
    meaning: 'Spamhaus lists the sending IP address or its network by hand, as a source of spam (SBL).',
    source: 'spamhaus SBL',
    next: [
      act('Read the entry at https://check.spamhaus.org/ and stop what it tells of.'),
      act('Have the network provider ask for removal: only the owner of the network can.'),
    ],
  },
]);
