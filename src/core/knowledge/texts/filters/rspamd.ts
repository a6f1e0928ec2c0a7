import { act, probe } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of Rspamd. */
export const rspamdTexts = spokenBy('rspamd', [
  {
    name: 'gtube',
    mark: 'none',
    pattern: /\bGtube pattern\b/i,
    reason: 'spam-refused',
    meaning: 'The message holds the test text that every spam filter must refuse.',
    source: ['rspamd-code src/libmime/message.c', 'spamassassin-code sample-spam.txt'],
    actor: 'sender',
    next: [act('Take the test text (GTUBE) out of the message.')],
  },
  {
    name: 'rspamd-spam',
    mark: 'none',
    pattern: /\bSpam message rejected\b/i,
    reason: 'spam-refused',
    meaning: 'The spam filter took the message for spam.',
    source: 'rspamd-code src/libserver/milter_internal.h',
    next: [
      act.sender('Check text, links and attachments of the message, and that SPF, DKIM and DMARC pass.'),
      act('Ask the admin of the recipient for the symbols in the log of the filter: they name the rules that matched.'),
    ],
  },
  {
    name: 'rspamd-null-mx',
    mark: 'none',
    pattern: /Domain published RFC 7505 Null MX/i,
    reason: 'sender-refused',
    meaning:
      'The domain of the sender says in DNS that it takes no mail (null MX), so nobody could answer the message.',
    source: ['rspamd-code conf/modules.d/mx_check.conf', 'RFC 7505'],
    next: [
      act('Send with a sender domain that takes mail.'),
      probe.sender('Remove the null MX record of the sender domain if it is to send and take mail.'),
    ],
  },
  {
    name: 'rspamd-ratelimit',
    mark: 'none',
    pattern: /Ratelimit "?(?!hostinger)[\w./:-]{1,60}"? exceeded/i,
    reason: 'rate-limited',
    meaning: 'This sender, client or recipient has reached a limit that the server is set to.',
    source: 'rspamd-code src/plugins/lua/ratelimit.lua',
  },
  {
    name: 'rspamd-dcc',
    mark: 'none',
    pattern: /Rejected by DCC/i,
    reason: 'spam-refused',
    meaning: 'A check that counts how often a message is sent (DCC) took this one for bulk mail.',
    source: 'rspamd-code src/plugins/lua/dcc.lua',
  },
]);
