import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words about block lists and reputation. */
export const reputationTexts = ranked('policy', [
  {
    name: 'blocked-using',
    wins: ['listed-at', 'country-blocked'],
    pattern: /blocked using [\w.-]{1,100}/i,
    also: /^(?![^\n]{0,400}(?:open resolver|127\.255\.255\.|geographical|\bcountr(?:y|ies)\b))/i,
    reason: 'blocklisted',
    tells: { onAList: true },
    meaning: 'The sending IP address or domain stands on the block list named in the reply.',
    source: ['postconf reject_rbl_client', 'RFC 5782'],
  },
  {
    name: 'list-asked-in-vain',
    wins: ['blocked-using'],
    pattern: /(?:blocked using|listed (?:at|by|in)) [^\n]{1,200}(?:open resolver|127\.255\.255\.25[0-5])/i,
    reason: 'system-error',
    meaning:
      'The block list refuses to answer this receiving server (an open resolver, or too many queries), and the server takes that for a listing.',
    source: 'spamhaus',
    next: [
      act('Ask the list through a resolver of your own, not a public one, or with a key of the list.'),
      act('Take answers of 127.255.255.0/24 for errors, never for listings.'),
    ],
  },
  {
    name: 'listed-at',
    wins: ['blocklisted'],
    pattern: /(?<!\bnot )\blisted (?:at|by|in|on|with)\b.{0,80}(?:\.[a-z]{2,10}\b|\b(?:rbl|dnsbl|list)\b)/i,
    holds: 'coded',
    reason: 'blocklisted',
    tells: { onAList: true },
    meaning: 'The sending IP address or domain stands on the block list named in the reply.',
    source: ['RFC 5782', 'exim-spec dnslists', 'zone-mta'],
  },
  {
    name: 'blocklisted',
    wins: ['poor-reputation'],
    pattern: /(?<!\bnot )\b(?:black|block|deny) ?-?list(?:ed|s|ing)?\b|\b(?:RBL|DNSBL)\b/i,
    also: /^(?![^\n]{0,400}\b(?:recipient|to address)\b)(?=[^\n]{0,400}(?:\b(?:IP|host|server|client|domain|network|sender|your?|RBL|DNSBL|connections?)\b|\b(?:by|in|on|at|from)\b|\d\.\d))/i,
    holds: 'coded',
    reason: 'blocklisted',
    meaning: 'The sending IP address or domain stands on a block list.',
    source: 'RFC 5782',
  },
  {
    name: 'poor-reputation',
    wins: ['spam-classified'],
    pattern: /\b(?:bad|poor|low) (?:IP )?reputation\b|\breputation (?:is )?(?:too )?(?:bad|poor|low)\b|\bbad IP\b/i,
    reason: 'poor-reputation',
    confidence: 'medium',
    meaning: 'The sending IP address or domain has a poor reputation with the receiver.',
    source: 'RFC 7070',
  },
]);
