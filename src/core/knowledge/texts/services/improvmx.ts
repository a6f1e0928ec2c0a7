import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of ImprovMX. */
export const improvmxTexts = spokenBy('improvmx', [
  {
    name: 'improvmx-reputation',
    mark: 'none',
    pattern: /reputation of the sending domain, this message has been blocked/i,
    reason: 'poor-reputation',
    meaning: 'The server refuses the message because of the reputation of its sender domain.',
    source: ['improvmx', 'smtp-field-manual 551.json'],
  },
  {
    name: 'improvmx-loop',
    wins: ['improvmx'],
    pattern: /\bloop detected\b[^\n]{0,120}(?:improvmx\.com|\(#id-5\.9\.\d\))/i,
    reason: 'mail-loop',
    meaning: 'The forwarding service ImprovMX would forward the message back to where it came from.',
    source: ['improvmx', 'smtp-field-manual 551.json'],
  },
  {
    name: 'improvmx-relay',
    wins: ['improvmx'],
    pattern: /\brelay not permitted\b[^\n]{0,40}\(#id-5\.9\.\d\)/i,
    reason: 'relaying-denied',
    meaning: 'The forwarding service ImprovMX takes no mail for this domain: it is not set up there.',
    source: ['improvmx', 'smtp-field-manual 550.json'],
  },
  {
    name: 'improvmx-domain-unknown',
    wins: ['improvmx'],
    pattern: /\bdomain not found\b[^\n]{0,40}\(#id-5\.9\.2\)/i,
    reason: 'domain-not-found',
    meaning: 'The forwarding service ImprovMX does not know the domain of the recipient: it is not set up there.',
    source: ['improvmx', 'smtp-field-manual 551.json'],
    actor: 'receiving admin',
    next: [act.recipient('Add the domain in ImprovMX, or point its MX records to the server that takes its mail.')],
  },
  {
    name: 'improvmx-alias-broken',
    wins: ['improvmx'],
    pattern: /\b(?:invalid pieces of information|read the forwarding recipient)\b[^\n]{0,120}\(#id-5\.9\.[35]\)/i,
    reason: 'system-error',
    meaning:
      'The forwarding service ImprovMX cannot use what is set up there for the domain of the recipient: an alias leads to an address that it cannot read.',
    source: ['improvmx', 'smtp-field-manual 551.json'],
    actor: 'receiving admin',
    retry: 'later',
    next: [act('Correct the aliases of the domain in ImprovMX.')],
  },
  {
    name: 'improvmx-later',
    wins: ['improvmx'],
    pattern: /\btry again later\b[^\n]{0,40}\(#id-5\.9\.4\)/i,
    reason: 'server-busy',
    meaning: 'The forwarding service ImprovMX asks for a later try.',
    source: ['improvmx', 'smtp-field-manual 450.json'],
  },
  {
    name: 'improvmx',
    pattern: /(?<![\w-]\.)improvmx\.com(?! ?\[)|\(#id-5\.9\.\d\)/i,
    reason: 'policy-refused',
    meaning:
      'The forwarding service ImprovMX refuses the mail: the domain is not set up there, or the forwarding loops.',
    source: ['improvmx', 'smtp-field-manual 551.json'],
    next: [
      act.recipient('Check the domain, its MX records and its aliases in ImprovMX.'),
      act('Check that no forwarding leads back to its start.'),
    ],
  },
]);
