import { spokenBy } from '../replyText.ts';

/** Words of SpamAssassin and of programs that call it. */
export const spamAssassinTexts = spokenBy('spamAssassin', [
  {
    name: 'spamassassin-score',
    mark: 'none',
    pattern:
      /(?:scored|score[ds]? (?:of )?)[ =:]?-?\d{1,4}(?:\.\d{1,3})? (?:spam )?points|spamassassin score|score \S{1,20} spam ?points/i,
    reason: 'spam-refused',
    meaning: 'A spam filter gave the message more points than the server allows.',
    source: 'exim-spec spam ACL condition',
  },
  {
    name: 'spam-classified-message',
    mark: 'none',
    pattern: /message classified as spam/i,
    reason: 'spam-refused',
    meaning: 'The spam filter of the server took the message for spam.',
    source: 'filters-wording',
  },
]);
