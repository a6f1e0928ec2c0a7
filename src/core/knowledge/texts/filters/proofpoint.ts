import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of Proofpoint. */
export const proofpointTexts = spokenBy('proofpoint', [
  {
    name: 'proofpoint-list',
    pattern: /(?:ipcheck|support)\.proofpoint\.com|prs\.proofpoint\.com/i,
    reason: 'poor-reputation',
    meaning: 'Proofpoint blocks the sending IP address because of its reputation.',
    source: 'proofpoint',
    next: [act('Look up the IP address at https://ipcheck.proofpoint.com/ and ask for removal there.')],
    sisimai: 'blocked',
  },
  {
    name: 'proofpoint-invalid-user',
    mark: 'none',
    pattern: /User email address is marked as invalid/i,
    reason: 'recipient-unknown',
    meaning: 'The filter of the recipient does not know this address, or marked it as invalid.',
    source: 'smtp-field-manual 550.json',
    actor: 'receiving admin',
    retry: 'later',
    next: [
      act('Add the user to the filter if the mailbox exists.'),
      act('Check the address letter by letter.', 'sender'),
    ],
  },
]);
