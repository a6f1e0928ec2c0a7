import { act, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const stop = act('Find and stop unwanted mail that leaves through this address.');
const cloudmark = act('Ask for a reset at Cloudmark (https://csi.cloudmark.com/en/reset/) when the cause is gone.');

/** Words of Orange and Wanadoo: numbers behind OFR. */
export const orangeTexts = ranked('product', [
  {
    name: 'orange-cloudmark',
    wins: ['cloudmark-list'],
    pattern: /\bOFR[_\d]{0,8}[_ ]?(?:102|510)\b/,
    reason: 'blocklisted',
    meaning: 'Orange blocks the sending IP address for spam, by the list of Cloudmark.',
    source: 'orange',
    next: [stop, cloudmark],
  },
  {
    name: 'orange-connections',
    pattern: /\bOFR[_\d]{0,8}[_ ]?104\b|Trop de connexions/i,
    reason: 'too-many-connections',
    meaning: 'This IP address has more connections open than Orange allows.',
    source: 'orange',
  },
  {
    name: 'orange-sender',
    pattern: /\bOFR[_\d]{0,8}[_ ]?(?:403|405|415)\b|Emetteur invalide/i,
    reason: 'sender-refused',
    meaning: 'Orange does not accept the sender address or its domain.',
    source: 'orange',
    next: [act('Check the sender address.'), probe('Make sure that its domain is found in DNS and that SPF passes.')],
  },
  {
    name: 'orange-recipient',
    pattern: /\bOFR[_\d]{0,8}[_ ]?416\b|destinataire invalide/i,
    reason: 'recipient-unknown',
    meaning: 'The provider knows no mailbox with this address.',
    source: 'orange',
  },
  {
    name: 'orange-full',
    pattern: /\bOFR[_\d]{0,8}[_ ]?417\b|Boite du destinataire pleine/i,
    reason: 'mailbox-full',
    meaning: 'The mailbox of the recipient is full.',
    source: 'orange',
  },
  {
    name: 'orange-spam',
    pattern: /\bOFR[_\d]{0,8}[_ ]?(?:506|513)\b|Mail rejete\b/i,
    reason: 'spam-refused',
    meaning: 'Orange takes the content of the message for spam.',
    source: 'orange',
  },
  {
    name: 'orange-999',
    wins: ['orange-later'],
    pattern: /\bOFR[_ ]?999\b/,
    reason: 'poor-reputation',
    meaning: 'Orange refuses the mail for now, because of the reputation of the sender or its own load.',
    source: 'orange',
    next: [act('Send more slowly.'), probe('Check that SPF, DKIM and DMARC pass.'), stop],
    sisimai: 'blocked',
  },
  {
    name: 'orange-later',
    pattern: /\bOFR[_\d]{0,8}[_ ]?(?:103|105|107|108|109|201|505)\b|Service refuse\. Veuillez essayer plus tard/i,
    reason: 'poor-reputation',
    meaning: 'Orange refuses the mail for now, because of the reputation of the sender or its own load.',
    source: 'orange',
    next: [act('Send more slowly.'), probe('Check that SPF, DKIM and DMARC pass.'), stop],
  },
  {
    name: 'orange-ofr',
    vague: true,
    pattern: /\bOFR(?:[_ ]?\d{1,3}){1,2}\b/,
    reason: 'policy-refused',
    meaning: 'Orange refuses the message; the number behind OFR names the rule.',
    source: 'orange',
    actor: 'sending admin',
    next: [act('Look up the number behind OFR in the postmaster pages of Orange.')],
  },
]);
