import { act, queueRetries } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of ZEROSPAM (Hornetsecurity). */
export const zerospamTexts = spokenBy('zerospam', [
  {
    name: 'zerospam-later',
    wins: ['zerospam'],
    pattern: /\bZEROSPAM\b/i,
    codes: [421, 450, 451, 452],
    reason: 'greylisted',
    meaning:
      'The filter of the recipient (ZEROSPAM) asks an unknown sender for a later try, or has yet to check the recipient.',
    source: 'smtp-field-manual 450.json',
    next: [queueRetries],
  },
  {
    name: 'zerospam',
    pattern: /\bZEROSPAM\b/i,
    holds: 'coded',
    reason: 'policy-refused',
    meaning:
      'The filter of the recipient (ZEROSPAM) refuses it for good, often because it does not know the recipient.',
    source: 'smtp-field-manual 554.json',
    next: [act('Check that the filter knows the recipient.'), act('Check the address letter by letter.', 'sender')],
  },
]);
