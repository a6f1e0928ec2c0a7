import { ranked } from '../replyText.ts';

/** Words of Kerio Connect. */
export const kerioTexts = ranked('phrase', [
  {
    name: 'kerio-blocked-by',
    pattern: /Client host \S{1,100} blocked by \S/i,
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on the block list that the reply names behind “blocked by”.',
    source: 'kerio-wording',
  },
  {
    name: 'kerio-unknown-recipient',
    pattern: /Attempt to deliver to unknown recipient/i,
    reason: 'recipient-unknown',
    meaning: 'The server knows no mailbox with this address: it does not exist there.',
    source: 'fail2ban kerio.conf',
  },
  {
    name: 'blacklisted-by',
    pattern: /Blacklisted by/i,
    reason: 'blocklisted',
    meaning: 'The list that the reply names has the sending IP address or domain.',
    source: 'kerio-wording',
  },
]);
