import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of Trellix Email Threat Prevention. */
export const trellixTexts = spokenBy('trellix', [
  {
    name: 'trellix-dmarc',
    pattern: /\bETP205\b/,
    holds: 'coded',
    reason: 'dmarc-failed',
    meaning: 'The message fails the DMARC check of its From domain, says Trellix Email Threat Prevention.',
    source: 'smtp-field-manual 550.json',
  },
  {
    name: 'trellix-invaluement',
    wins: ['invaluement'],
    pattern: /\bETP208\b/,
    holds: 'coded',
    reason: 'blocklisted',
    meaning: 'Trellix Email Threat Prevention refuses the sender because the list of Invaluement names it.',
    source: 'zone-mta',
    next: [
      act.address('Look up the IP address and the domain at https://www.invaluement.com/lookup/ and ask for removal.'),
    ],
  },
  {
    name: 'trellix',
    belowWords: true,
    confidence: 'medium',
    vague: true,
    pattern: /\bETP\d{3}\b/,
    holds: 'coded',
    reason: 'policy-refused',
    meaning: 'Trellix Email Threat Prevention refuses the message; the words behind the number name the cause.',
    source: ['smtp-field-manual 550.json', 'zone-mta'],
    actor: 'sending admin',
    next: [act('Read the words behind the number, and ask the admin of the recipient if they do not help.')],
  },
]);
