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
    next: [act.address('Look up the IP address at https://ipcheck.proofpoint.com/ and ask for removal there.')],
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
  {
    name: 'proofpoint-intrusion',
    mark: 'words',
    pattern: /Intrusion prevention active for/i,
    reason: 'client-refused',
    meaning:
      'Proofpoint turns this IP address away for some time, because it named many wrong recipients or sent too fast.',
    source: 'proofpoint',
    retry: 'yes',
    next: [act('Take unknown recipients out of the list.'), act('Send more slowly.')],
  },
  {
    name: 'proofpoint-local-policy',
    mark: 'none',
    pattern: /\bLocal Policy Violation\b/i,
    reason: 'policy-refused',
    meaning: 'A rule that the organisation of the recipient set in its filter refuses the message.',
    source: 'zone-mta',
  },
]);
