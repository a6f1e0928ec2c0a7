import { act, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const login = act('Authenticate (SMTP AUTH) on the submission port, 587 or 465, before sending to outside domains.');
const mx = probe.recipient(
  'Look up the MX records of the domain of the recipient: the message may have gone to the wrong server.',
);
const asSender = act('Give the full reply with its time to the admin of the recipient.', 'sender');

/** Words of HCL Domino. */
export const dominoTexts = ranked('phrase', [
  {
    name: 'domino-not-responding',
    pattern: /The server is not responding\. The server may be down/i,
    reason: 'connection-failed',
    meaning: 'The server did not answer: it is down, or something between does not let the connection through.',
    source: 'RFC 3463 X.4.1',
    retry: 'yes',
  },
  {
    name: 'domino-not-in-directory',
    pattern: /not listed in (?:Domino|public Name (?:&|and) Address)/i,
    reason: 'recipient-unknown',
    meaning: 'The recipient is not in the directory of the server.',
    source: 'sisimai Lhost/Domino.pm',
    sisimai: 'userunknown',
  },
  {
    name: 'domino-not-unique',
    pattern: /user name [^\n]{1,200} not unique|several matches found in Domino Directory/i,
    reason: 'recipient-unknown',
    meaning: 'The directory of the server has several entries that fit the address, and so takes none.',
    source: 'RFC 3463 X.1.4',
    actor: 'receiving admin',
    retry: 'later',
    next: [act('Make the address unique among the entries of the Domino Directory.', 'receiving admin'), asSender],
  },
  {
    name: 'domino-relaying',
    pattern: /Relaying prohibited/i,
    reason: 'relaying-denied',
    meaning: 'The server does not relay for this client.',
    source: 'domino-wording',
    next: [login, mx, act('Check the SMTP inbound relay controls of the Domino server.', 'receiving admin')],
  },
  {
    name: 'domino-sender-policy',
    pattern: /Mail from \S{1,200} rejected for policy reasons/i,
    reason: 'policy-refused',
    meaning: 'A rule about senders or block lists refuses the mail.',
    source: 'sisimai-mails rfc3464-03.eml',
    next: [act('Check the inbound sender controls and DNS block lists of the server.'), asSender],
  },
]);
