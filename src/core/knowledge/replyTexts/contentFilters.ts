import { act } from '../steps.ts';
import { type ReplyText, says } from './replyText.ts';

const amavis = 'amavis wording';

/** Words of spam and virus filters that run beside a mail server. */
export const contentFilterTexts: readonly ReplyText[] = [
  says(
    'amavis-infected',
    /Reject, id=[\w-]{1,40} - INFECTED/i,
    '554 5.7.0 Reject, id=12345-01 - INFECTED: Eicar-Test-Signature',
    'virus-found',
    'The content filter amavis found malware in the message.',
    amavis,
    { actor: 'sending admin' },
  ),
  says(
    'amavis-banned',
    /Reject, id=[\w-]{1,40} - BANNED/i,
    '554 5.7.0 Reject, id=12345-01 - BANNED: .exe,setup.exe',
    'content-refused',
    'The message holds a file of a type that the content filter amavis bans.',
    amavis,
    {
      actor: 'sending admin',
      next: [
        act('Share the file another way.'),
        act('Ask the admin of the recipient, with the id in the reply, whether the type can be allowed.'),
      ],
    },
  ),
  says(
    'amavis-refused',
    /Reject, id=[\w-]{1,40}/i,
    '554 5.7.0 Reject, id=12345-01 - spam',
    'spam-refused',
    'The content filter amavis refuses the message, most often as spam.',
    amavis,
    {
      next: [
        act('Give the id in the reply to the admin of the recipient.'),
        act('Check text, links and attachments of the message.'),
      ],
    },
  ),
  says(
    'cpanel-block-list',
    /JunkMail rejected - [^\n]{0,200}is in an RBL|\bis in an RBL\b/i,
    '550 JunkMail rejected - mail.contoso.test [192.0.2.1]:25 is in an RBL, see http://dnsbl.test/',
    'blocklisted',
    'The sending IP address stands on the block list that the reply names; servers with cPanel say so.',
    'cPanel wording (Exim)',
    { retry: 'no' },
  ),
  says(
    'cpanel-spam',
    /mail server detected your message as spam and has prevented delivery|JunkMail rejected/i,
    '550 The mail server detected your message as spam and has prevented delivery.',
    'spam-refused',
    'The spam filter of the server (SpamAssassin with cPanel) took the message for spam.',
    'cPanel wording (Exim)',
  ),
  says(
    'spamassassin-score',
    /(?:scored|score[ds]? (?:of )?)[ =:]?-?\d{1,4}(?:\.\d{1,3})? (?:spam )?points|spamassassin score|score \S{1,20} spam ?points/i,
    '550 This message scored 15.2 spam points.',
    'spam-refused',
    'A spam filter gave the message more points than the server allows.',
    'SpamAssassin and Exim wording',
  ),
  says(
    'spam-classified-message',
    /message classified as spam/i,
    '550 5.7.1 message classified as spam',
    'spam-refused',
    'The spam filter of the server took the message for spam.',
    'SpamAssassin wording',
  ),
  says(
    'gtube',
    /\bGtube pattern\b/i,
    '554 5.7.1 Gtube pattern',
    'spam-refused',
    'The message holds the test text that every spam filter must refuse.',
    'Rspamd wording; SpamAssassin GTUBE',
    { actor: 'sender', next: [act('Take the test text (GTUBE) out of the message.')] },
  ),
  says(
    'rspamd-spam',
    /\bSpam message rejected\b/i,
    '554 5.7.1 Spam message rejected',
    'spam-refused',
    'The spam filter took the message for spam; Rspamd says it in these words.',
    'Rspamd wording',
    {
      next: [
        act('Check text, links and attachments of the message, and that SPF, DKIM and DMARC pass.'),
        act(
          'Ask the admin of the recipient for the symbols in the log of the filter: they name the rules that matched.',
        ),
      ],
    },
  ),
  says(
    'clamav',
    /detected by ClamAV/i,
    '554 5.7.1 virus Eicar-Signature detected by ClamAV - http://www.clamav.net',
    'virus-found',
    'The scanner ClamAV found malware in the message; the reply names it.',
    'ClamAV milter wording',
  ),
  says(
    'kerio-blocked-by',
    /Client host \S{1,100} blocked by \S/i,
    '571 5.7.1 Client host 192.0.2.1 blocked by SpamList, connection refused',
    'blocklisted',
    'The sending IP address stands on the block list that the reply names behind “blocked by”.',
    'Kerio Connect wording',
  ),
];
