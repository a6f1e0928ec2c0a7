import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of i.ua. */
export const iuaTexts = spokenBy('iua', [
  {
    name: 'iua-unknown',
    pattern: /mail\.i\.ua\/err\/2\b/i,
    reason: 'recipient-unknown',
    meaning: 'The provider i.ua knows no mailbox with this address.',
    source: 'iua',
  },
  {
    name: 'iua-frozen',
    pattern: /mail\.i\.ua\/err\/3\b/i,
    reason: 'recipient-inactive',
    meaning: 'The mailbox at i.ua is frozen.',
    source: 'iua',
  },
  {
    name: 'iua-full',
    pattern: /mail\.i\.ua\/err\/4\b/i,
    reason: 'mailbox-full',
    meaning: 'The mailbox at i.ua is full.',
    source: 'iua',
  },
  {
    name: 'iua-listed',
    pattern: /mail\.i\.ua\/err\/9\b/i,
    reason: 'blocklisted',
    meaning: 'The provider i.ua refuses the sending IP address because a list has it.',
    source: 'iua',
  },
  {
    name: 'iua-code',
    belowWords: true,
    confidence: 'medium',
    vague: true,
    pattern: /mail\.i\.ua\/err\/\d{1,3}/i,
    reason: 'policy-refused',
    meaning: 'The provider i.ua refuses the mail; the number at the end of the link names the cause.',
    source: 'iua',
    actor: 'sending admin',
    next: [act('Open the link in the reply: it explains the number.')],
  },
]);
