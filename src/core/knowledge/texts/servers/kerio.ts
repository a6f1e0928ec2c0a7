import { ranked } from '../replyText.ts';

/** Words of Kerio Connect. */
export const kerioTexts = ranked('phrase', [
  {
    name: 'kerio-blocked-by',
    pattern: /Client host \S{1,100} blocked by \S/i,
    sample: '571 5.7.1 Client host 192.0.2.1 blocked by SpamList, connection refused',
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on the block list that the reply names behind “blocked by”.',
    source: 'kerio-wording',
  },
  {
    name: 'kerio-unknown-recipient',
    pattern: /Attempt to deliver to unknown recipient/i,
    sample:
      '550 5.7.1 Attempt to deliver to unknown recipient <bob@contoso.test>, from <alice@fabrikam.test>, IP address 192.0.2.1',
    reason: 'recipient-unknown',
    meaning: 'The server knows no mailbox with this address; Kerio Connect words it like this.',
    source: 'fail2ban kerio.conf',
  },
  {
    name: 'blacklisted-by',
    pattern: /Blacklisted by/i,
    sample: '571 5.7.1 Blacklisted by dnsbl.test',
    reason: 'blocklisted',
    meaning: 'The list that the reply names has the sending IP address or domain.',
    source: 'kerio-wording',
  },
]);
