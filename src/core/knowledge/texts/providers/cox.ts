import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

const stop = act('Find and stop unwanted mail that leaves through this address.');

/** Words of Cox. */
export const coxTexts = spokenBy('cox', [
  {
    name: 'cox-block',
    pattern: /AUP#CXBL\b/i,
    reason: 'blocklisted',
    meaning: 'Cox blocks the sending IP address.',
    source: 'cox AUP#CX',
    next: [stop, act('Ask Cox (unblock.request@cox.net) for removal after that.')],
  },
  {
    name: 'cox-reverse-dns',
    pattern: /AUP#CXDNS\b/i,
    reason: 'reverse-dns',
    meaning: 'Cox finds no working PTR record for the sending IP address.',
    source: 'cox AUP#CX',
  },
  {
    name: 'cox-sender',
    pattern: /AUP#CXSNDR\b/i,
    reason: 'sender-unauthenticated',
    meaning: 'The sender domain fails SPF or DKIM at Cox.',
    source: 'cox AUP#CX',
  },
  {
    name: 'cox-limit',
    pattern: /AUP#(?:CXCNCT|CXMXRT|CXTHRT|CXMJ|CXSMTP)\b/i,
    reason: 'rate-limited',
    meaning:
      'Cox limits or blocks this sender for some time, for its connections, its rate, its account or its way of speaking SMTP.',
    source: 'cox AUP#CX',
    next: [
      act('Open fewer connections and send more slowly.'),
      act('Check for a stolen password or an infected machine.'),
    ],
  },
  {
    name: 'cox-ip-lists',
    pattern: /AUP#IPBL\d{1,6}/i,
    reason: 'blocklisted',
    meaning:
      'A list that Cox uses has the sending IP address: Spamhaus, Sender Score, Invaluement or Cloudmark, as the digits say.',
    source: 'cox AUP#CX',
    next: [act.address('Look the IP address up at these lists, remove the cause and ask there for removal.')],
  },
  {
    name: 'cox-link-lists',
    pattern: /AUP#URLBL\d{1,6}/i,
    reason: 'content-refused',
    meaning: 'A link in the message stands on a list: SURBL, Spamhaus DBL or ivmURI, as the digits say.',
    source: 'cox AUP#CX',
    actor: 'sending admin',
    next: [act('Look the domains of the links up at these lists, and take a listed one out.')],
  },
]);
