import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of Brevo (once Sendinblue). */
export const brevoTexts = spokenBy('brevo', [
  {
    name: 'brevo-address-not-allowed',
    mark: 'none',
    pattern: /Unauthori[sz]ed IP address/i,
    reason: 'client-refused',
    meaning: 'The account takes mail only from IP addresses on its own list, and this one is not on it.',
    confidence: 'medium',
    source: 'brevo',
    retry: 'later',
    next: [
      act(
        'Add the IP address of the sending host to the authorised IP addresses in the security settings of the account.',
      ),
      act('Switch the restriction off if the address changes.'),
    ],
  },
  {
    name: 'brevo-not-activated',
    mark: 'none',
    pattern: /SMTP account is not (?:yet )?activated/i,
    reason: 'account-disabled',
    meaning: 'The sending service has not switched this account on for sending yet.',
    source: 'brevo',
    next: [act('Ask the service to activate the account: say what is sent, and to whom.')],
  },
  {
    name: 'brevo-suspended',
    mark: 'none',
    pattern: /Your (?:SMTP )?account (?:is|has been) suspended/i,
    reason: 'account-disabled',
    meaning: 'The sending service has suspended the account, most often for complaints or bounces.',
    source: 'brevo',
    next: [act('Read what the service wrote to the owner of the account, and ask its support.')],
  },
  {
    name: 'brevo-sender-not-valid',
    pattern: /sender (?:is )?not valid|validate your sender/i,
    reason: 'sender-not-allowed',
    meaning: 'Brevo sends only with sender addresses or domains that are verified there.',
    source: 'brevo',
    next: [act('Verify the sender address, or authenticate its domain in Brevo.')],
  },
]);
