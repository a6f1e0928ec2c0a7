import { act, wait } from '../steps.ts';
import { type ReplyText, says } from './replyText.ts';

const lookUpSpamhaus = act('Look up the IP address at https://check.spamhaus.org/.');

/** Names of block lists in replies of any server. */
export const blockListTexts: readonly ReplyText[] = [
  says(
    'cloudflare-block-list',
    /found on one or more (?:DNSBLs|RBLs)/i,
    '554 192.0.2.1 found on one or more DNSBLs (abusixip). Refer to https://developers.cloudflare.com/email-routing/postmaster/#spam-and-abusive-traffic/',
    'blocklisted',
    'The sending IP address stands on a block list that Cloudflare Email Routing asks; the reply names it in brackets.',
    'Cloudflare Email Routing: postmaster',
    { also: /cloudflare/i },
  ),
  says(
    'spamhaus-query-refused',
    /127\.255\.255\.25[2-5]|spamhaus\.(?:org|net)[^\n]{0,200}(?:open resolver|query volume)|spamhaus\.org\/returnc/i,
    '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/ 127.255.255.254',
    'system-error',
    'No listing: Spamhaus did not answer the query of the receiving server, which took the error for a listing.',
    'Spamhaus: DNSBL return codes',
    {
      next: [
        act('Let the receiving server use a resolver of its own, or a Spamhaus key.'),
        act('Tell the admin of the recipient: your IP address is not listed because of this.', 'sender'),
      ],
    },
  ),
  says(
    'spamhaus-dbl',
    /dbl\.spamhaus\.org|spamhaus\.org\/(?:dbl|query\/domain)/i,
    '550 5.7.1 Message rejected: domain contoso.test is listed in dbl.spamhaus.org',
    'blocklisted',
    'A domain in the message stands on the domain block list of Spamhaus.',
    'Spamhaus: DBL',
    {
      next: [
        act('Look up the domain at https://check.spamhaus.org/.'),
        act('Remove the link, or ask for removal of the domain.'),
      ],
    },
  ),
  says(
    'spamhaus-pbl',
    /\bpbl\.spamhaus\.org|spamhaus\.org\/(?:query\/)?pbl/i,
    '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using pbl.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1',
    'blocklisted',
    'The sending IP address belongs to a range of home or office connections that should not send mail straight (Spamhaus PBL).',
    'Spamhaus: PBL',
    {
      next: [
        act('Send through the mail server of the provider.'),
        act('Ask Spamhaus to take the IP address out of the PBL if a mail server of your own has it for good.'),
      ],
    },
  ),
  says(
    'spamhaus-xbl',
    /\[SHXBL\]|(?<!sbl-)\bxbl\.spamhaus\.org|spamhaus\.org\/xbl/i,
    '554 [SHXBL] IP 192.0.2.1 is listed, see https://www.spamhaus.org/query/bl?ip=192.0.2.1',
    'blocklisted',
    'The host behind the sending IP address looks infected or taken over (Spamhaus XBL).',
    'Spamhaus: XBL',
    {
      next: [
        act('Find and clean the infected host behind this IP address.'),
        act('Ask for removal at https://check.spamhaus.org/ after that.'),
      ],
    },
  ),
  says(
    'spamhaus-ip',
    /spamhaus\.org/i,
    '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1',
    'blocklisted',
    'The sending IP address stands on a list of Spamhaus.',
    'Spamhaus: SBL, CSS, XBL and PBL',
    {
      next: [
        act('Look up the IP address at https://check.spamhaus.org/ to see which list it is.'),
        act('Listed in PBL: send through the mail server of the provider.'),
        act('Listed in XBL or CSS: clean the host, then ask for removal.'),
        act('Listed in SBL: have the network provider ask for removal.'),
      ],
    },
  ),
  says(
    'spamcop',
    /spamcop\.net/i,
    '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using bl.spamcop.net; Blocked - see https://www.spamcop.net/bl.shtml?192.0.2.1',
    'blocklisted',
    'The sending IP address stands on the list of SpamCop; entries end by themselves about a day after the last report.',
    'SpamCop: blocking list',
    { next: [act('Find and stop what was reported.'), wait('Wait until the entry has ended.')] },
  ),
  says(
    'sorbs',
    /sorbs\.net/i,
    '550 5.7.1 Service unavailable; client [192.0.2.1] blocked using dnsbl.sorbs.net',
    'blocklisted',
    'The receiver still asks SORBS, a block list that was closed in 2024.',
    'SORBS (closed in June 2024)',
    { actor: 'receiving admin', next: [act('Remove SORBS from the settings of the receiving server.')] },
  ),
  says(
    'uceprotect',
    /uceprotect/i,
    '550 5.7.1 Your IP 192.0.2.1 is UCEPROTECT-Level 2 listed. See http://www.uceprotect.net/rblcheck.php?ipr=192.0.2.1',
    'blocklisted',
    'UCEPROTECT lists the IP address (level 1), its network (level 2) or its provider (level 3).',
    'UCEPROTECT: levels 1 to 3',
    {
      next: [
        act('Level 1: stop the cause and wait until the entry ends, about seven days later.'),
        act('Level 2 or 3: ask the network provider to act, or the recipient not to use this list.'),
      ],
    },
  ),
  says(
    'backscatterer',
    /ips\.backscatterer\.org/i,
    '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using ips.backscatterer.org',
    'blocklisted',
    'The sending IP address stands on a list of hosts that send bounces to forged senders.',
    'Backscatterer.org',
    {
      next: [
        act('Refuse unknown recipients and spam during the session instead of sending a bounce afterwards.'),
        wait('Wait until the entry has ended.'),
      ],
    },
  ),
  says(
    'barracuda-list',
    /barracudacentral\.org|barracudanetworks\.com\/reputation|Barracuda Reputation/i,
    '554 Service unavailable; Client host [192.0.2.1] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=192.0.2.1',
    'blocklisted',
    'The sending IP address stands on the block list of Barracuda.',
    'Barracuda Central',
    {
      next: [
        act('Find and stop the cause.'),
        act('Ask for removal at https://www.barracudacentral.org/rbl/removal-request.'),
      ],
    },
  ),
  says(
    'uribl-query-refused',
    /uribl\.com\/refused/i,
    '550 5.7.1 Message refused; see http://uribl.com/refused.shtml for more information',
    'system-error',
    'No listing: URIBL did not answer the query of the receiving server, which took that for a listing.',
    'URIBL: refused queries',
    {
      next: [
        act('Let the receiving server use a resolver of its own, or a data feed.'),
        act('Tell the admin of the recipient: your links are not listed because of this.', 'sender'),
      ],
    },
  ),
  says(
    'uribl',
    /(?:multi|black)\.uribl\.com|multi\.surbl\.org/i,
    '550 5.7.1 Message contains a URL listed in multi.surbl.org',
    'blocklisted',
    'A link in the message stands on a list of bad domains.',
    'SURBL and URIBL',
    { next: [act('Find and remove the link.'), act('Ask the list for removal if the domain is yours and clean.')] },
  ),
  says(
    'invaluement',
    /invaluement|\bivmSIP/i,
    '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using sip.invaluement.com',
    'blocklisted',
    'The sending IP address or domain stands on a list of Invaluement.',
    'Invaluement: lookup',
    {
      next: [
        act('Find and stop the cause.'),
        act('Look up the entry at https://www.invaluement.com/lookup/ and ask for removal.'),
      ],
    },
  ),
  says(
    'hostkarma',
    /hostkarma|junkemailfilter/i,
    '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using hostkarma.junkemailfilter.com',
    'blocklisted',
    'The sending IP address stands on the Hostkarma list of JunkEmailFilter.',
    'JunkEmailFilter: Hostkarma',
    { next: [act('Find and stop the cause.'), act('Ask for removal at the address that the reply names.')] },
  ),
  says(
    'nix-spam',
    /ix\.dnsbl\.manitu\.net/i,
    '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using ix.dnsbl.manitu.net',
    'blocklisted',
    'The receiver still asks NiX Spam, a block list that is no longer run.',
    'NiX Spam (ended in 2025)',
    { actor: 'receiving admin', next: [act('Remove this list from the settings of the receiving server.')] },
  ),
  says(
    'abusix',
    /abusix/i,
    '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using combined.mail.abusix.zone',
    'blocklisted',
    'The sending IP address stands on a list of Abusix.',
    'Abusix Mail Intelligence',
    {
      next: [
        act('Find and stop the cause.'),
        act('Look up the entry at https://lookup.abusix.com/ and ask for removal.'),
      ],
    },
  ),
  says(
    'spamrl',
    /spamrl\.com/i,
    '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked; see https://spamrl.com/',
    'blocklisted',
    'The sending IP address stands on the list that SpamExperts (N-able) keeps.',
    'SpamRL',
    { next: [act('Find and stop the cause.'), act('Ask for removal at https://spamrl.com/.')] },
  ),
  says(
    'cbl',
    /abuseat\.org/i,
    '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using cbl.abuseat.org',
    'blocklisted',
    'The host behind the sending IP address looks infected; this list (CBL) is part of Spamhaus XBL.',
    'Spamhaus: XBL',
    { next: [lookUpSpamhaus, act('Find and clean the infected host, then ask for removal there.')] },
  ),
  says(
    'psbl',
    /psbl\.surriel\.com/i,
    '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using psbl.surriel.com',
    'blocklisted',
    'The sending IP address stands on the Passive Spam Block List (PSBL).',
    'PSBL: https://psbl.org/',
    { next: [act('Find and stop the cause.'), act('Remove the entry at https://psbl.org/.')] },
  ),
  says(
    'cobion',
    /dnsbl\.cobion\.com/i,
    '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using dnsbl.cobion.com',
    'blocklisted',
    'The sending IP address stands on the Cobion list of IBM.',
    'Cobion (IBM) wording',
    { next: [act('Find and stop the cause.'), act('Ask the admin of the recipient to have the entry reviewed.')] },
  ),
];
