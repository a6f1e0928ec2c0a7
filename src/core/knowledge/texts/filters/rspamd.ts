import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of Rspamd. */
export const rspamdTexts = ranked('product', [
  {
    name: 'gtube',
    pattern: /\bGtube pattern\b/i,
    reason: 'spam-refused',
    meaning: 'The message holds the test text that every spam filter must refuse.',
    source: ['rspamd-code src/libmime/message.c', 'spamassassin-code sample-spam.txt'],
    actor: 'sender',
    next: [act('Take the test text (GTUBE) out of the message.')],
  },
  {
    name: 'rspamd-spam',
    pattern: /\bSpam message rejected\b/i,
    reason: 'spam-refused',
    meaning: 'The spam filter took the message for spam; Rspamd says it in these words.',
    source: 'rspamd-code src/libserver/milter_internal.h',
    next: [
      act('Check text, links and attachments of the message, and that SPF, DKIM and DMARC pass.'),
      act('Ask the admin of the recipient for the symbols in the log of the filter: they name the rules that matched.'),
    ],
  },
]);
