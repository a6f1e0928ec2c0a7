import { act, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const stop = act('Find and stop unwanted mail that leaves through this address.');

/** Words of providers of which one reply is known. */
export const otherProviderTexts = ranked('product', [
  {
    name: 'naver-filtered-ip',
    pattern: /Your IP[^\n]{0,60}is filtered and this connection will be closed/i,
    reason: 'client-refused',
    meaning: 'A Korean provider such as Naver filters the sending IP address until it is registered there.',
    source: 'naver-wording',
    transientRetry: 'later',
    next: [
      act('Register the IP address at the place that the reply names.'),
      probe('Check PTR record, SPF and block lists.'),
    ],
  },
  {
    name: 'daum-anti-spam',
    pattern: /blocked automatically by anti-spam system/i,
    reason: 'spam-refused',
    meaning: 'Daum (hanmail.net) blocks mail from this IP address as spam.',
    source: 'daum-wording',
    next: [
      act('Find and stop unwanted mail that leaves through this address.'),
      act('Look the IP address up at block lists, and ask Daum to lift the block after that.'),
    ],
  },
  {
    name: 'earthlink-block',
    pattern: /is blocked by EarthLink/i,
    reason: 'blocklisted',
    meaning: 'EarthLink blocks the sending IP address.',
    source: 'sisimai Reason/Blocked.pm',
    next: [stop, act('Write to blockedbyearthlink@abuse.earthlink.net with the full reply.')],
  },
  {
    name: 'sfr-abuse',
    pattern: /Abus detecte GU_EIB_0[24]/i,
    reason: 'client-refused',
    meaning: 'SFR saw abuse from the sending IP address and blocks it.',
    source: 'sisimai Reason/Blocked.pm',
    retry: 'later',
    next: [stop, act('Ask SFR to lift the block after that.')],
  },
  {
    name: 'rambler-inactive',
    pattern: /recipient address rejected: (?:Inactive|Blocked)/i,
    reason: 'recipient-inactive',
    meaning: 'The mailbox is inactive or blocked; Rambler words it like this.',
    source: ['rambler', 'smtp-field-manual 540.json'],
    actor: 'recipient',
  },
  {
    name: 'proton-spam',
    pattern: /Rejected by spam filter/i,
    reason: 'spam-refused',
    meaning: 'The spam filter of the receiver refuses the message; Proton Mail words it like this.',
    source: 'smtp-field-manual 550.json',
  },
]);
