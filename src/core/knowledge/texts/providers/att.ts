import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

const stop = act('Find and stop unwanted mail that leaves through this address.');

/** Words of AT&T. */
export const attTexts = spokenBy('att', [
  {
    name: 'att-block-list',
    pattern: /DNSBL:(?:ATT)?RBL \d{1,5}< ?[\d.]{7,15} ?>_is_blocked/i,
    reason: 'blocklisted',
    meaning: 'AT&T blocks the sending IP address.',
    source: 'zone-mta',
    next: [stop, act('Write to abuse_rbl@abuse-att.net with the full reply; AT&T mail is moving to Yahoo.')],
  },
  {
    name: 'att-reverse-dns',
    mark: 'none',
    pattern: /\bFix reverse DNS for\b/i,
    reason: 'reverse-dns',
    meaning: 'The sending IP address has no valid PTR record.',
    source: 'smtp-field-manual 550.json',
  },
  {
    name: 'att-unknown',
    mark: 'words',
    pattern: /Addressee unknown, relay=|blank mailhost - invalid address/i,
    reason: 'recipient-unknown',
    meaning: 'AT&T knows no mailbox with this address.',
    source: 'smtp-field-manual 550.json',
    next: [act('Check the address letter by letter.'), act('Take the address out of lists.')],
  },
]);
