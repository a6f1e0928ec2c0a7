import { act, again, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of Momentum (SparkPost) and PowerMTA about deliveries that no other server answered. */
export const bulkServerTexts = ranked('phrase', [
  {
    name: 'bulk-no-exchanger',
    wins: ['bulk-no-route'],
    pattern: /\bno MX or A for domain|no mail hosts for domain|bad destination system: no such domain/i,
    reason: 'domain-not-found',
    meaning: 'DNS names no host that takes mail for this domain.',
    source: ['sparkpost', 'kumomta'],
  },
  {
    name: 'bulk-not-reached',
    pattern: /no MXs for this domain could be reached/i,
    reason: 'connection-failed',
    meaning: 'None of the mail hosts of the domain could be reached.',
    source: 'sparkpost',
    actor: 'receiving admin',
    next: [
      probe.server('Test the connection to the mail hosts of the domain on port 25.'),
      act('Check firewall and mail service of the hosts.'),
    ],
  },
  {
    name: 'bulk-no-route',
    pattern: /Domain has no relay route|unable to route: (?:no|dns)/i,
    reason: 'routing-failed',
    meaning: 'The sending server has no way to the mail host of this domain.',
    source: ['sparkpost', 'kumomta'],
  },
  {
    name: 'bulk-lookup-failed',
    pattern: /\[internal\] Domain Lookup Failed|unable to route: dns lookup failure/i,
    wins: ['bulk-no-route'],
    reason: 'dns-failure',
    meaning: 'DNS gave no usable answer for this domain.',
    source: ['sparkpost', 'kumomta'],
  },
  {
    name: 'bulk-expired',
    pattern: /exceeded max time without delivery|delivery time expired/i,
    reason: 'expired',
    meaning: 'The message waited in the queue as long as it may and was given up.',
    source: ['sparkpost', 'kumomta'],
    next: [
      act('Look for the last reply of the other server in the log: it names the cause.'),
      again('Send again when that cause is gone.'),
    ],
  },
]);
