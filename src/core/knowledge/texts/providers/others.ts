import { act, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const stop = act('Find and stop unwanted mail that leaves through this address.');

/** Words of providers of which one reply is known. */
export const otherProvidersTexts = ranked('product', [
  {
    name: 'naver-filtered-ip',
    pattern: /Your IP[^\n]{0,60}is filtered and this connection will be closed/i,
    sample:
      '421 4.3.2 Your IP(192.0.2.1) is filtered and this connection will be closed. You must register your IP to http://realip.naver.com',
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
    sample: '554 5.7.1 DAS51 192.0.2.1: Your mail is blocked automatically by anti-spam system. (E06)',
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
    sample: '550 192.0.2.1 is blocked by EarthLink. Go to earthlink.net/block for details.',
    reason: 'blocklisted',
    meaning: 'EarthLink blocks the sending IP address.',
    source: 'sisimai Reason/Blocked.pm',
    next: [stop, act('Write to blockedbyearthlink@abuse.earthlink.net with the full reply.')],
  },
  {
    name: 'sfr-abuse',
    pattern: /Abus detecte GU_EIB_0[24]/i,
    sample: '554 5.7.1 Abus detecte GU_EIB_04',
    reason: 'client-refused',
    meaning: 'SFR saw abuse from the sending IP address and blocks it.',
    source: 'sisimai Reason/Blocked.pm',
    retry: 'later',
    next: [stop, act('Ask SFR to lift the block after that.')],
  },
  {
    name: 'rambler-inactive',
    pattern: /recipient address rejected: (?:Inactive|Blocked)/i,
    sample: '540 5.7.1 <bob@rambler.ru>: recipient address rejected: Inactive',
    reason: 'recipient-inactive',
    meaning: 'The mailbox is inactive or blocked; Rambler words it like this.',
    source: ['rambler', 'smtp-field-manual 540.json'],
    actor: 'recipient',
  },
  {
    name: 'proton-spam',
    pattern: /Rejected by spam filter/i,
    sample: '550 5.7.1 Rejected by spam filter',
    reason: 'spam-refused',
    meaning: 'The spam filter of the receiver refuses the message; Proton Mail words it like this.',
    source: 'smtp-field-manual 550.json',
  },
]);
