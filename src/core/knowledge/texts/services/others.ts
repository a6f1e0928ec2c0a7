import { act, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of services of which one reply is known. */
export const otherServicesTexts = ranked('product', [
  {
    name: 'service-suppression',
    pattern: /on (?:the|your) suppression list/i,
    sample: '550 5.1.1 bob@contoso.test is on the suppression list of this account',
    reason: 'suppressed',
    meaning:
      'The sending service does not send to this address because of an earlier bounce, complaint or unsubscription.',
    source: 'services-wording',
  },
  {
    name: 'forward-email',
    pattern: /(?<![\w-]\.)forwardemail\.net(?! ?\[)/i,
    sample: '550 contoso.test is not set up properly, see https://forwardemail.net/faq',
    reason: 'policy-refused',
    meaning: 'The forwarding service Forward Email refuses the mail or puts it off.',
    source: 'kumomta',
    next: [
      probe('Check the MX and TXT records that Forward Email wants for the domain.'),
      act('Read the rest of the reply: it names the cause.'),
    ],
  },
]);
