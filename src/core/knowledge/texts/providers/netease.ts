import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

const by163 = /mail\.163\.com|\b163\b|126\.com|netease|yeah\.net/i;
const help163 = act('Open the help link in the reply: it explains the code.');

/** Words of NetEase: 163.com, 126.com and yeah.net. */
export const neteaseTexts = spokenBy('netease', [
  {
    name: 'netease-limit',
    pattern: /\bMI:[A-Z]{3}\b/,
    also: by163,
    reason: 'rate-limited',
    meaning: 'NetEase (163, 126) limits what this IP address or sender sends.',
    source: 'netease',
    next: [act('Send more slowly.'), help163],
  },
  {
    name: 'netease-spam',
    pattern: /\b(?:DT|SPM):[A-Z0-9_]{1,12}/,
    also: by163,
    reason: 'spam-refused',
    meaning: 'NetEase (163, 126) takes the message for spam.',
    source: 'netease',
    next: [act('Check text, links and attachments.'), help163],
  },
  {
    name: 'netease-reputation',
    pattern: /\bRP:[A-Z0-9_]{1,12}/,
    also: by163,
    reason: 'poor-reputation',
    meaning: 'NetEase (163, 126) limits this sender because of its reputation or because of many unknown recipients.',
    source: 'netease',
    next: [act('Take unknown recipients out of the list.'), help163],
  },
  {
    name: 'netease-helo',
    pattern: /\bHL:[A-Z0-9_]{1,12}/,
    also: by163,
    reason: 'greeting-refused',
    meaning: 'NetEase (163, 126) does not accept the HELO name of the sending server.',
    source: 'netease',
  },
  {
    name: 'netease-greylist',
    pattern: /\bGRY:[A-Z0-9_]{1,12}/,
    also: by163,
    reason: 'greylisted',
    meaning: 'Greylisting: NetEase sees this sender for the first time and takes the message on a later try.',
    source: 'netease',
  },
  {
    name: 'netease-code',
    belowWords: true,
    confidence: 'medium',
    vague: true,
    pattern: /mail\.163\.com\/help\/help_spam_16|\b(?:CR|IPBMT|DMA):[A-Z0-9_]{1,12}[^\n]{0,120}mail\.163\.com/i,
    reason: 'policy-refused',
    meaning: 'NetEase (163, 126) refuses the mail; the code at the start names the rule.',
    source: 'netease',
    actor: 'sending admin',
    next: [help163],
  },
]);
