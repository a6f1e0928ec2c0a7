import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of laposte.net: numbers behind LPN. */
export const laposteTexts = ranked('product', [
  {
    name: 'laposte-spf',
    wins: ['laposte-code'],
    pattern: /\bLPN(?:AAA|\d{3})[-_]401\b/,
    reason: 'spf-failed',
    meaning: 'The SPF record of the sender domain does not allow the sending host, says laposte.net.',
    source: 'laposte',
  },
  {
    name: 'laposte-unknown',
    wins: ['laposte-code'],
    pattern: /\bLPN(?:AAA|\d{3})[-_]416\b/,
    reason: 'recipient-unknown',
    meaning: 'La Poste (laposte.net) knows no mailbox with this address.',
    source: 'laposte',
    sisimai: 'userunknown',
  },
  {
    name: 'laposte-blocked-mailbox',
    wins: ['laposte-code'],
    pattern: /\bLPN(?:AAA|\d{3})[-_]42[06]\b/,
    reason: 'recipient-inactive',
    meaning: 'The mailbox at laposte.net is blocked or archived.',
    source: 'laposte',
    actor: 'recipient',
    next: [act('Log in to the mailbox to open it again.'), act('Reach the recipient another way.', 'sender')],
  },
  {
    name: 'laposte-dmarc',
    wins: ['laposte-code'],
    pattern: /\bLPN(?:AAA|\d{3})[-_]517\b/,
    reason: 'dmarc-failed',
    meaning: 'The From domain asks to refuse mail that fails DMARC, and this message fails at laposte.net.',
    source: 'laposte',
  },
  {
    name: 'laposte-code',
    wins: ['orange-recipient', 'orange-later'],
    pattern: /\bLPN(?:AAA|\d{3})[-_]\d{3}\b/,
    reason: 'policy-refused',
    meaning:
      'La Poste (laposte.net) refuses the message; the last three digits of the code name the rule, with the same meaning as at Orange.',
    source: 'laposte',
    actor: 'sending admin',
    next: [act('Look up the last three digits in the code list of laposte.net or Orange.')],
  },
]);
