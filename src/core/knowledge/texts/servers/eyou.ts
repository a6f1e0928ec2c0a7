import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of eYou, a mail server of Chinese providers; its codes say other things than those of RFC 5321. */
export const eyouTexts = ranked('phrase', [
  {
    name: 'eyou-too-many-recipients',
    pattern: /out of allow(?:ed)? RCPT numbers?/i,
    reason: 'too-many-recipients',
    meaning: 'The message has more recipients than the server takes at once.',
    source: 'eyou-codes',
  },
  {
    name: 'eyou-alike',
    pattern: /too many same(?:[ -]sized?)? (?:size )?(?:e-?)?mails?/i,
    reason: 'rate-limited',
    meaning: 'Too many messages of the same size or content came from this sender.',
    source: 'eyou-codes',
    next: [act('Send fewer messages that are alike, and more slowly.')],
  },
  {
    name: 'eyou-open-relay',
    pattern: /\bopen ?relay check\b/i,
    reason: 'client-refused',
    meaning: 'The server takes the sending host for an open relay.',
    source: 'eyou-codes',
    confidence: 'medium',
    next: [act('Check that the sending server relays for its own users alone, and ask for a new check.')],
  },
  {
    name: 'eyou-remote-address',
    pattern: /\bremote ip check error\b/i,
    reason: 'client-refused',
    meaning: 'The address of the sending host is not one that the server expects for the domain of the sender.',
    source: 'eyou-codes',
    confidence: 'medium',
    next: [act.sender('Send through the mail server of the sender domain, and name it in SPF and MX.')],
  },
  {
    name: 'eyou-no-mail-server',
    pattern: /\bsmtp ?port check error\b/i,
    reason: 'client-refused',
    meaning: 'The server found no mail server at the address of the sending host.',
    source: 'eyou-codes',
    confidence: 'medium',
    next: [act('Let the sending host answer on port 25, or send through one that does.')],
  },
]);
