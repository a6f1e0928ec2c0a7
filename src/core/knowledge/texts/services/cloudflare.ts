import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of Cloudflare Email Routing. */
export const cloudflareTexts = ranked('product', [
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
    name: 'cloudflare-no-address',
    pattern: /\b5\.1\.1 {1,2}Address does not exist\b/i,
    sample: '550 5.1.1 Address does not exist. q1w2e3r4t5y6',
    reason: 'recipient-unknown',
    meaning: 'There is no such address; Cloudflare Email Routing says so where no rule takes it.',
    source: 'cloudflare-wording',
    next: [
      act('Check the address letter by letter.'),
      act('Add a routing rule or a catch-all address.', 'receiving admin'),
    ],
  },
  {
    name: 'cloudflare-upstream',
    pattern: /\bUpstream error, please check https?:/i,
    sample:
      '421 4.3.0 Upstream error, please check https://developers.cloudflare.com/email-routing/postmaster for possible reasons why. q1w2e3r4t5y6',
    reason: 'system-error',
    meaning: 'Cloudflare Email Routing could not hand the message on to the mailbox that it forwards to.',
    source: 'cloudflare',
    next: [
      act('Look in the log of Email Routing for the reply of the server behind it.'),
      act('Check that the destination address still takes mail.'),
    ],
  },
]);
