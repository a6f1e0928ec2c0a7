import { act, wait } from '../steps.ts';
import type { TextRow } from './replyText.ts';

const lookUpSpamhaus = act('Look up the IP address at https://check.spamhaus.org/.');

/** Names of block lists in replies of any server. */
export const blockListTexts: readonly TextRow[] = [
  {
    name: 'cloudflare-block-list',
    wins: ['abusix'],
    pattern: /found on one or more (?:DNSBLs|RBLs)/i,
    also: /cloudflare/i,
    sample:
      '554 192.0.2.1 found on one or more DNSBLs (abusixip). Refer to https://developers.cloudflare.com/email-routing/postmaster/#spam-and-abusive-traffic/',
    reason: 'blocklisted',
    meaning:
      'The sending IP address stands on a block list that Cloudflare Email Routing asks; the reply names it in brackets.',
    source: 'cloudflare',
  },
  {
    name: 'spamhaus-query-refused',
    pattern:
      /127\.255\.255\.25[2-5]|spamhaus\.(?:org|net)[^\n]{0,200}(?:open resolver|query volume)|spamhaus\.org\/returnc/i,
    sample:
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/ 127.255.255.254',
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
    pattern: /dbl\.spamhaus\.org|spamhaus\.org\/(?:dbl|query\/domain)/i,
    sample: '550 5.7.1 Message rejected: domain contoso.test is listed in dbl.spamhaus.org',
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
    pattern: /\bpbl\.spamhaus\.org|spamhaus\.org\/(?:query\/)?pbl/i,
    sample:
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using pbl.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1',
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
    pattern: /\[SHXBL\]|(?<!sbl-)\bxbl\.spamhaus\.org|spamhaus\.org\/xbl/i,
    sample: '554 [SHXBL] IP 192.0.2.1 is listed, see https://www.spamhaus.org/query/bl?ip=192.0.2.1',
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
    vague: true,
    pattern: /spamhaus\.org/i,
    sample:
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1',
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on a list of Spamhaus.',
    source: 'spamhaus SBL, CSS, XBL and PBL',
    next: [
      act('Look up the IP address at https://check.spamhaus.org/ to see which list it is.'),
      act('Listed in PBL: send through the mail server of the provider.'),
      act('Listed in XBL or CSS: clean the host, then ask for removal.'),
      act('Listed in SBL: have the network provider ask for removal.'),
    ],
  },
  {
    name: 'spamcop',
    wins: ['cpanel-block-list'],
    pattern: /spamcop\.net/i,
    sample:
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using bl.spamcop.net; Blocked - see https://www.spamcop.net/bl.shtml?192.0.2.1',
    reason: 'blocklisted',
    meaning:
      'The sending IP address stands on the list of SpamCop; entries end by themselves about a day after the last report.',
    source: 'spamcop',
    next: [act('Find and stop what was reported.'), wait('Wait until the entry has ended.')],
  },
  {
    name: 'sorbs',
    pattern: /sorbs\.net/i,
    sample: '550 5.7.1 Service unavailable; client [192.0.2.1] blocked using dnsbl.sorbs.net',
    reason: 'blocklisted',
    meaning: 'The receiver still asks SORBS, a block list that was closed in 2024.',
    source: 'sorbs',
    actor: 'receiving admin',
    next: [act('Remove SORBS from the settings of the receiving server.')],
  },
  {
    name: 'uceprotect',
    pattern: /uceprotect/i,
    sample:
      '550 5.7.1 Your IP 192.0.2.1 is UCEPROTECT-Level 2 listed. See http://www.uceprotect.net/rblcheck.php?ipr=192.0.2.1',
    reason: 'blocklisted',
    meaning: 'UCEPROTECT lists the IP address (level 1), its network (level 2) or its provider (level 3).',
    source: 'uceprotect',
    next: [
      act('Level 1: stop the cause and wait until the entry ends, about seven days later.'),
      act('Level 2 or 3: ask the network provider to act, or the recipient not to use this list.'),
    ],
  },
  {
    name: 'backscatterer',
    pattern: /ips\.backscatterer\.org/i,
    sample: '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using ips.backscatterer.org',
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on a list of hosts that send bounces to forged senders.',
    source: 'backscatterer',
    next: [
      act('Refuse unknown recipients and spam during the session instead of sending a bounce afterwards.'),
      wait('Wait until the entry has ended.'),
    ],
  },
  {
    name: 'barracuda-list',
    pattern: /barracudacentral\.org|barracudanetworks\.com\/reputation|Barracuda Reputation/i,
    sample:
      '554 Service unavailable; Client host [192.0.2.1] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=192.0.2.1',
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on the block list of Barracuda.',
    source: 'barracuda-central',
    next: [
      act('Find and stop the cause.'),
      act('Ask for removal at https://www.barracudacentral.org/rbl/removal-request.'),
    ],
  },
  {
    name: 'uribl-query-refused',
    wins: ['uribl'],
    pattern: /uribl\.com\/refused/i,
    sample: '550 5.7.1 Message refused; see http://uribl.com/refused.shtml for more information',
    reason: 'system-error',
    meaning: 'No listing: URIBL did not answer the query of the receiving server, which took that for a listing.',
    source: 'uribl-refused',
    next: [
      act('Let the receiving server use a resolver of its own, or a data feed.'),
      act('Tell the admin of the recipient: your links are not listed because of this.', 'sender'),
    ],
  },
  {
    name: 'uribl',
    pattern: /(?:multi|black)\.uribl\.com|multi\.surbl\.org/i,
    sample: '550 5.7.1 Message contains a URL listed in multi.surbl.org',
    reason: 'blocklisted',
    meaning: 'A link in the message stands on a list of bad domains.',
    source: 'surbl',
    next: [act('Find and remove the link.'), act('Ask the list for removal if the domain is yours and clean.')],
  },
  {
    name: 'invaluement',
    pattern: /invaluement|\bivmSIP/i,
    sample: '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using sip.invaluement.com',
    reason: 'blocklisted',
    meaning: 'The sending IP address or domain stands on a list of Invaluement.',
    source: 'invaluement',
    next: [
      act('Find and stop the cause.'),
      act('Look up the entry at https://www.invaluement.com/lookup/ and ask for removal.'),
    ],
  },
  {
    name: 'hostkarma',
    pattern: /hostkarma|junkemailfilter/i,
    sample: '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using hostkarma.junkemailfilter.com',
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on the Hostkarma list of JunkEmailFilter.',
    source: 'hostkarma',
    next: [act('Find and stop the cause.'), act('Ask for removal at the address that the reply names.')],
  },
  {
    name: 'nix-spam',
    pattern: /ix\.dnsbl\.manitu\.net/i,
    sample: '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using ix.dnsbl.manitu.net',
    reason: 'blocklisted',
    meaning: 'The receiver still asks NiX Spam, a block list that is no longer run.',
    source: 'nix-spam',
    actor: 'receiving admin',
    next: [act('Remove this list from the settings of the receiving server.')],
  },
  {
    name: 'abusix',
    pattern: /abusix/i,
    sample: '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using combined.mail.abusix.zone',
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on a list of Abusix.',
    source: 'abusix',
    next: [
      act('Find and stop the cause.'),
      act('Look up the entry at https://lookup.abusix.com/ and ask for removal.'),
    ],
  },
  {
    name: 'spamrl',
    pattern: /spamrl\.com/i,
    sample: '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked; see https://spamrl.com/',
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on the list that SpamExperts (N-able) keeps.',
    source: 'spamrl',
    next: [act('Find and stop the cause.'), act('Ask for removal at https://spamrl.com/.')],
  },
  {
    name: 'cbl',
    pattern: /abuseat\.org/i,
    sample: '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using cbl.abuseat.org',
    reason: 'blocklisted',
    meaning: 'The host behind the sending IP address looks infected; this list (CBL) is part of Spamhaus XBL.',
    source: 'spamhaus XBL',
    next: [lookUpSpamhaus, act('Find and clean the infected host, then ask for removal there.')],
  },
  {
    name: 'psbl',
    pattern: /psbl\.surriel\.com/i,
    sample: '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using psbl.surriel.com',
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on the Passive Spam Block List (PSBL).',
    source: 'psbl',
    next: [act('Find and stop the cause.'), act('Remove the entry at https://psbl.org/.')],
  },
  {
    name: 'cobion',
    pattern: /dnsbl\.cobion\.com/i,
    sample: '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using dnsbl.cobion.com',
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on the Cobion list of IBM.',
    source: 'zone-mta',
    next: [act('Find and stop the cause.'), act('Ask the admin of the recipient to have the entry reviewed.')],
  },
];
