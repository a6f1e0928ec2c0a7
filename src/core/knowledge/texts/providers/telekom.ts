import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

const stop = act('Find and stop unwanted mail that leaves through this address.');

/** Words of t-online.de (Telekom). */
export const telekomTexts = spokenBy('telekom', [
  {
    name: 't-online-spam',
    wins: ['spam-or-virus'],
    mark: 'words',
    pattern: /due to spam or virus classification|FPR@RX\.T-ONLINE\.DE/i,
    reason: 'spam-refused',
    meaning: 'Telekom takes the content of the message for spam or for malware; which one it does not say.',
    confidence: 'medium',
    source: 'telekom',
    next: [
      act('Check text and links: short links alone can be the cause.'),
      act('Send the full reply to FPR@RX.T-ONLINE.DE if the message is harmless.'),
    ],
  },
  {
    name: 't-online-reputation',
    wins: ['t-online-blocked'],
    pattern: /None\/bad reputation|\(NOWL\)/i,
    reason: 'poor-reputation',
    meaning: 'Telekom does not know this mail server or blocks it.',
    source: 'telekom',
    next: [
      act.address('Give the server a fitting host name, a PTR record and a web page with contact data.'),
      act('Write to the address at rx.t-online.de that the reply names.'),
    ],
  },
  {
    name: 't-online-blocked',
    pattern:
      /A problem occurred\. ?\(?(?:Ask your postmaster|[^\n]{0,200}rx\.t-online\.de)|\btos[ab]@rx\.t-online\.de/i,
    reason: 'blocklisted',
    meaning: 'Telekom blocks the sending IP address; (BL) at the end stands for its block list.',
    source: 'telekom',
    next: [
      stop,
      act.address('Give the server a fitting host name, a PTR record and a web page with contact data.'),
      act('Write to tosa@rx.t-online.de with the IP address.'),
    ],
  },
  {
    name: 't-online-dialup',
    pattern: /Dial-?up\/transient IP not allowed/i,
    mark: 'words',
    reason: 'blocklisted',
    meaning: 'Telekom takes no mail straight from dynamic or home connections.',
    source: 'telekom',
    next: [act('Send through the mail server of your provider, or from a fixed IP address with a PTR record.')],
  },
]);
