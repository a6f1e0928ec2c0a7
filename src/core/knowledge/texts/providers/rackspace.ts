import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of Rackspace Email. */
export const rackspaceTexts = ranked('product', [
  {
    name: 'rackspace-unknown',
    pattern: /(?<!\S)\(G8\)/,
    reason: 'recipient-unknown',
    meaning: 'Rackspace Email knows no mailbox with this address.',
    source: 'smtp-field-manual 550.json',
  },
  {
    name: 'rackspace-code',
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
