import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of Cloudflare Email Routing. */
export const cloudflareTexts = spokenBy('cloudflare', [
  {
    name: 'cloudflare-block-list',
    wins: ['abusix'],
    pattern: /found on one or more (?:DNSBLs|RBLs)/i,
    also: /cloudflare/i,
    reason: 'blocklisted',
    meaning:
      'The sending IP address stands on a block list that Cloudflare Email Routing asks; the reply names it in brackets.',
    source: 'cloudflare',
  },
  {
    name: 'cloudflare-no-address',
    mark: 'none',
    pattern: /\b5\.1\.1 {1,2}Address does not exist\b/i,
    reason: 'recipient-unknown',
    meaning: 'There is no such address: no mailbox and no rule of the server takes it.',
    source: 'cloudflare-replies',
    next: [
      act('Check the address letter by letter.'),
      act('Add a routing rule or a catch-all address.', 'receiving admin'),
    ],
  },
  {
    name: 'cloudflare-upstream',
    pattern: /\bUpstream error, please check https?:/i,
    reason: 'system-error',
    meaning: 'Cloudflare Email Routing could not hand the message on to the mailbox that it forwards to.',
    source: 'cloudflare',
    next: [
      act('Look in the log of Email Routing for the reply of the server behind it.'),
      act('Check that the destination address still takes mail.'),
    ],
  },
]);
