import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of Rackspace Email. */
export const rackspaceTexts = spokenBy('rackspace', [
  {
    name: 'rackspace-unknown',
    pattern: /(?<!\S)\(G8\)/,
    reason: 'recipient-unknown',
    meaning: 'Rackspace Email knows no mailbox with this address.',
    source: 'smtp-field-manual 550.json',
  },
  {
    name: 'rackspace-code',
    belowWords: true,
    confidence: 'medium',
    wins: ['spamhaus-ip'],
    vague: true,
    pattern: /(?<!\S)\(G\d{1,3}\)|emailsrvr\.com(?! ?\[)/i,
    reason: 'policy-refused',
    meaning: 'Rackspace Email refuses the mail; the number behind the G names the cause.',
    source: ['smtp-field-manual 550.json', 'zone-mta'],
    actor: 'sending admin',
    next: [act('Look up the G number in the help pages of Rackspace Email.')],
  },
]);
