import { ranked, spokenBy } from '../replyText.ts';

/** Words of cPanel's Exim. */
export const cpanelTexts = spokenBy('cpanel', [
  {
    name: 'cpanel-block-list',
    pattern: /JunkMail rejected - [^\n]{0,200}is in an RBL|\bis in an RBL\b/i,
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on the block list that the reply names; servers with cPanel say so.',
    source: 'zone-mta',
    retry: 'no',
  },
  {
    name: 'cpanel-spam',
    mark: 'words',
    vague: true,
    pattern: /mail server detected your message as spam and has prevented delivery|JunkMail rejected/i,
    reason: 'spam-refused',
    meaning: 'The spam filter of the server (SpamAssassin with cPanel) took the message for spam.',
    source: ['sisimai Reason/SpamDetected.pm', 'zone-mta'],
  },
]);

/** Words of the same speaker that other servers may say, too. */
export const cpanelPhrases = ranked('phrase', [
  {
    name: 'notice-account-or-domain',
    pattern: /The account or domain may not exist, they may be blacklisted/i,
    reason: 'recipient-unknown',
    meaning:
      'The server found no way to deliver to this address: the account or the domain does not exist, or DNS is wrong.',
    source: 'kumomta',
    sisimai: 'hostunknown',
  },
]);
