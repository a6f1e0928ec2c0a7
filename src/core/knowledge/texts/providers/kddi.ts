import { ranked, spokenBy } from '../replyText.ts';

/** Words of au (KDDI). */
export const kddiTexts = spokenBy('kddi', [
  {
    name: 'kddi-no-such-user',
    pattern: /[ <](?:[^\s<>@]{1,64}@)(?:[\w-]{1,63}\.)?(?:ezweb\.ne\.jp|au\.com|uqmobile\.jp)>?: User unknown/i,
    reason: 'recipient-unknown',
    meaning: 'The mobile provider au (KDDI) knows no mailbox with this address.',
    source: 'sisimai Lhost/EZweb.pm',
    sisimai: 'userunknown',
  },
  {
    name: 'kddi-after-data',
    mark: 'none',
    pattern: /\b550:? {1,3}: User unknown/i,
    reason: 'recipient-unknown',
    meaning:
      'The server knows none of the mailboxes; where it says so only after the message, a filter of the recipient may have refused the sender.',
    source: 'sisimai Rhost/KDDI.pm',
    sisimai: 'filtered',
  },
]);

/** Words of the same speaker that other servers may say, too. */
export const kddiPhrases = ranked('phrase', [
  {
    name: 'notice-rejected-remotely',
    pattern: /Each of the following recipients was rejected by a remote mail server/i,
    reason: 'unrecognized',
    meaning:
      'Another server did not take the mail for this recipient, and the notice does not say why; often a filter of the recipient does this.',
    source: 'sisimai Lhost/EZweb.pm',
    sisimai: 'filtered',
  },
]);
