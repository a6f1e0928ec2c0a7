import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of spamdyke: all begin with “Refused.”. */
export const spamdykeTexts = ranked('phrase', [
  {
    name: 'spamdyke-not-accepted',
    pattern: /Refused\. (?:Mail is not being accepted(?: at this address)?|Access is denied)\./i,
    reason: 'policy-refused',
    meaning: 'A rule of the server takes no mail for this address, or none from this client.',
    source: 'spamdyke-code spamdyke/spamdyke.h',
  },
  {
    name: 'spamdyke-relaying',
    pattern: /Refused\. Sending to remote addresses \(relaying\) is not allowed/i,
    reason: 'relaying-denied',
    meaning: 'The server takes mail for outside domains only from clients that log in.',
    source: 'spamdyke-code spamdyke/spamdyke.h',
  },
  {
    name: 'spamdyke-name-in-reverse-dns',
    pattern: /Refused\. Your reverse DNS entry contains your IP address/i,
    reason: 'reverse-dns',
    meaning: 'The PTR record of the sending IP address looks like that of a home connection.',
    source: 'spamdyke-code spamdyke/spamdyke.h',
    next: [
      act.address('Have a PTR record set that names the mail server, or send through the mail server of the provider.'),
    ],
  },
  {
    name: 'spamdyke-domain-listed',
    pattern: /Refused\. Your domain name is (?:black)?listed/i,
    reason: 'blocklisted',
    meaning: 'The domain of the sender or of the sending host stands on the list that the reply names.',
    source: 'spamdyke-code spamdyke/spamdyke.h',
  },
  {
    name: 'spamdyke-same-addresses',
    pattern: /Identical sender and recipient addresses are not allowed/i,
    reason: 'policy-refused',
    meaning: 'Sender and recipient are the same address, as spam often has it, and the server does not take that.',
    source: 'spamdyke-code spamdyke/spamdyke.h',
    actor: 'sending admin',
    next: [act('Send with another sender address, or log in first.')],
  },
  {
    name: 'spamdyke-protocol',
    pattern: /Refused\. You are not following the SMTP protocol|Timeout\. Talk faster next time/i,
    reason: 'command-order',
    meaning: 'The client talked before its turn, or too slowly.',
    source: 'spamdyke-code spamdyke/spamdyke.h',
    next: [act('Use a mail server or program that waits for the greeting and for each reply.')],
  },
]);
