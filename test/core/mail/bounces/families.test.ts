import assert from 'node:assert/strict';
import { familyOf, showsItself } from '../../../../src/core/mail/bounces/families.ts';

/** What a mailer writes into its notices or their headers, and whether the words alone show that it is a notice. */
const WRITTEN: readonly (readonly [format: string, showsItself: boolean, ...marks: readonly string[]])[] = [
  [
    'qmail',
    true,
    'Hi. This is the qmail-send program at x.',
    "This is the mail program at x\nI'm afraid I wasn't",
    "This is the y program at x\nI'm sorry",
  ],
  ['dragonfly', true, 'This is the DragonFly Mail Agent v0.13'],
  ['opensmtpd', true, ' This is the MAILER-DAEMON, please DO NOT REPLY'],
  ['google-groups', false, 'The Google Groups team', 'x@googlegroups.com'],
  [
    'gmail',
    false,
    'mailer-daemon@google',
    'Google tried to deliver your message',
    'the Gmail Team',
    'the mail system of Google',
  ],
  ['yahoo', false, 'Sorry, we were unable to deliver your message', 'from: MAILER-DAEMON@x.mail.yahoo.com'],
  ['zoho', false, 'x-zohomailclient: y', 'Zoho Mail'],
  ['mail.ru', false, 'from: mailer-daemon@corp.mail.ru'],
  [
    'gmx',
    false,
    'x-ui-out-filterresults: x',
    ...['gmx.net', 'kundenserver.de', '1and1.com', 'ui-dsn.net'].map((host) => `from: mailer-daemon@x.${host}`),
  ],
  ['amazon-ses', false, 'x@amazonses.com'],
  ['mailmarshal', false, 'MailMarshal'],
  ['m-filter', false, 'm-FILTER'],
  ['courier', true, 'This is a notice of the Courier mail server at x'],
  ['domino', true, 'IBM Domino Release', 'Lotus Notes', 'DELIVERY FAILURE: User unknown'],
  ['notes', true, '------- Failure Reasons  --------'],
  ['imail', false, '<SMTP32 v8.05>', 'IMail Server'],
  ['exchange-5', true, 'Internet Mail Service (5.5)', 'Your message did not reach the following recipient(s):'],
  [
    'exchange',
    false,
    'Diagnostic information for administrators:',
    'x-ms-exchange-message-is-ndr:',
    'Microsoft Exchange Server',
  ],
  ['outlook.com', false, ...['outlook', 'hotmail', 'live'].map((name) => `x@${name}.com`)],
  [
    'messaging-server',
    false,
    'Sun Java System Messaging Server',
    'Oracle Communications Messaging',
    'iPlanet Messaging Server',
  ],
  ['fml', true, 'x-mlserver: fml [fml 4.0]', 'fml 4.0'],
  ['postfix', false, '(Postfix)', 'This is the Postfix program', 'This is the mail system at host x'],
  [
    'exim',
    true,
    'This message was created automatically by mail delivery software.',
    'x-failed-recipients: bob@fabrikam.test',
  ],
  [
    'sendmail',
    true,
    '   ----- The following addresses had permanent fatal errors -----',
    '   ----- Transcript of session follows -----',
  ],
];

describe('the mailer that wrote a notice', () => {
  it('is told by its words', () => {
    for (const [format, alone, ...marks] of WRITTEN)
      for (const mark of marks)
        for (const head of [mark, `from: x\n${mark}\nmore`, mark.toUpperCase()]) {
          assert.equal(familyOf(head), format, head);
          assert.equal(showsItself(familyOf(head)), alone, format);
        }
    for (const head of ['', 'This is the program at x', 'Hello', 'A failure', 'not This is the DragonFly Mail Agent'])
      assert.equal(familyOf(head), 'notice', head);
    assert.equal(showsItself('notice'), false);
  });

  it('is the more particular one where several fit', () => {
    assert.equal(familyOf('Google Groups\nthe gmail team'), 'google-groups');
    assert.equal(familyOf('mailer-daemon@google\n(Postfix)'), 'gmail');
    assert.equal(familyOf('x-failed-recipients: x\n----- Transcript of session'), 'exim');
  });
});
