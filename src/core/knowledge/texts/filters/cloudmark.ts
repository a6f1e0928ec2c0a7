import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of Cloudmark. */
export const cloudmarkTexts = spokenBy('cloudmark', [
  {
    name: 'cloudmark-cdrbl',
    mark: 'words',
    pattern: /AUP#CDRBL\b/i,
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on the list of Cloudmark (CDRBL).',
    source: 'cox AUP#CX',
    next: [
      act('Check for a stolen password or an infected machine.'),
      act('Ask for removal at https://csi.cloudmark.com/en/reset/.'),
    ],
  },
  {
    name: 'cloudmark-list',
    shared: 'Others refuse by this list and name its page.',
    wins: ['cpanel-block-list'],
    pattern: /csi\.cloudmark\.com|Cloudmark (?:Sender Intelligence|Poor Reputation)|\bcm-csi\b/i,
    reason: 'poor-reputation',
    meaning: 'Cloudmark blocks the sending IP address because of its reputation.',
    source: 'cloudmark',
    next: [act('Ask for a reset at https://csi.cloudmark.com/en/reset/.')],
  },
  {
    name: 'cloudmark-gateway',
    shared: 'Providers run this gateway and give their own codes behind its name.',
    wins: ['spamhaus-xbl'],
    pattern: /\b(?:cmsmtp|bizsmtp)\b[^\n]{0,200}(?:(?:black|block)listed|spam)/i,
    reason: 'blocklisted',
    meaning: 'A Cloudmark gateway of the receiving provider refuses the IP address or the message as spam.',
    source: 'zone-mta',
    next: [
      act.address(
        'Look up the IP address at the list that the reply names, and ask for removal when the cause is gone.',
      ),
    ],
  },
]);
