import { act, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of services of which one reply is known. */
export const otherServiceTexts = ranked('product', [
  {
    name: 'service-suppression',
    pattern: /on (?:the|your) suppression list/i,
    reason: 'suppressed',
    meaning:
      'The sending service does not send to this address because of an earlier bounce, complaint or unsubscription.',
    source: 'services-wording',
  },
  {
    name: 'forward-email',
    pattern: /(?<![\w-]\.)forwardemail\.net(?! ?\[)/i,
    reason: 'policy-refused',
    meaning: 'The forwarding service Forward Email refuses the mail or puts it off.',
    source: 'kumomta',
    next: [
      probe.recipient('Check the MX and TXT records that Forward Email wants for the domain.'),
      act('Read the rest of the reply: it names the cause.'),
    ],
  },
]);
