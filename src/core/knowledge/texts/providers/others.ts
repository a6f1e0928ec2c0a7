import { act, probe } from '../../steps.ts';
import { ranked, spokenBy } from '../replyText.ts';

const stop = act('Find and stop unwanted mail that leaves through this address.');

/** Words of Fastmail. */
const fastmail = spokenBy('fastmail', [
  {
    name: 'fastmail-header-address',
    mark: 'words',
    pattern: /Not authori[sz]ed to send from this header address/i,
    reason: 'sender-not-allowed',
    meaning: 'The From address is none of the account that logged in at Fastmail.',
    source: 'fastmail',
    actor: 'sender',
    next: [
      act('Send with an address or alias of the account.'),
      act('Add the address as a sending identity in the settings of Fastmail.'),
    ],
  },
]);

/** Words of providers of which one reply is known. */
export const otherProviderTexts = [
  ...fastmail,
  ...ranked('product', [
    {
      name: 'naver-filtered-ip',
      pattern: /Your IP[^\n]{0,60}is filtered and this connection will be closed/i,
      reason: 'client-refused',
      meaning: 'A Korean provider such as Naver filters the sending IP address until it is registered there.',
      source: 'naver-wording',
      transientRetry: 'later',
      next: [
        act('Register the IP address at the place that the reply names.'),
        probe.address('Check PTR record, SPF and block lists.'),
      ],
    },
    {
      name: 'daum-anti-spam',
      pattern: /blocked automatically by anti-spam system/i,
      reason: 'spam-refused',
      meaning: 'The provider blocks mail from this IP address as spam.',
      source: 'daum-wording',
      next: [
        act('Find and stop unwanted mail that leaves through this address.'),
        act.address('Look the IP address up at block lists, and ask Daum to lift the block after that.'),
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
      pattern: /recipient address rejected: (?:Inactive|Blocked)\b(?! (?:by|due|for|because|using)\b)/i,
      reason: 'recipient-inactive',
      meaning: 'The mailbox is inactive or blocked.',
      source: ['rambler', 'smtp-field-manual 540.json'],
      actor: 'recipient',
    },
    {
      name: 'proton-spam',
      pattern: /Rejected by spam filter/i,
      reason: 'spam-refused',
      meaning: 'The spam filter of the receiver refuses the message.',
      source: 'smtp-field-manual 550.json',
    },
    {
      name: 'proton-virus',
      pattern: /We do not accept viral traffic/i,
      reason: 'virus-found',
      meaning: 'The scanner of the receiver found malware in the message.',
      source: 'smtp-field-manual 554.json',
    },
  ]),
];
