import assert from 'node:assert/strict';
import { stageAround, stageOf } from '../../../src/core/replies/stages.ts';

describe('the command that a reply answers', () => {
  it('is named by the words of a log or a report', () => {
    for (const [words, stage] of [
      ['(in reply to end of DATA command)', '(data)'],
      ['(in reply to RCPT TO command)', 'RCPT'],
      ['(in reply to MAIL FROM command)', 'MAIL'],
      ['(in reply to DATA command)', 'DATA'],
      ['(in reply to EHLO command)', 'EHLO'],
      ['(in reply to HELO command)', 'EHLO'],
      ['(In Reply To STARTTLS Command)', 'STARTTLS'],
      ['after end of data:', '(data)'],
      ['after RCPT TO:<bob@fabrikam.test>', 'RCPT'],
      ['after pipelined RCPT TO:<bob@fabrikam.test>', 'RCPT'],
      ['after MAIL FROM:<a@contoso.test>', 'MAIL'],
      ['after DATA', 'DATA'],
      ['after EHLO', 'EHLO'],
      ['after HELO', 'EHLO'],
      ['after STARTTLS', 'STARTTLS'],
      ['after initial connection', 'connect'],
      ['NOQUEUE: reject: RCPT from x', 'RCPT'],
      ['reject: END-OF-MESSAGE from x', '(data)'],
      ['reject: MAIL from x', 'MAIL'],
      ['reject: DATA from x', 'DATA'],
      ['reject: EHLO from x', 'EHLO'],
      ['reject: HELO from x', 'EHLO'],
      ['reject: CONNECT from x', 'connect'],
      ['status=sent (250 ok)', '(data)'],
      ['refused to talk to me: 554', 'connect'],
      ['after a while', '?'],
      ['in reply to you', '?'],
      ['after dataset', '?'],
      ['', '?'],
    ] as const)
      assert.equal(stageOf(words), stage, words);
  });

  it('is told by what programs put in front', () => {
    for (const [stage, ...fronts] of [
      [
        'AUTH',
        ...[
          'smtplib.SMTPAuthenticationError: (',
          'AuthenticationFailedException: ',
          'AuthenticationException ',
          'SmtpAuthError: ',
        ],
        ...[
          'auth: ',
          'authentication failed: ',
          'authenticate error ',
          'authenticating using login: ',
          'auth plain failed: ',
        ],
        ...[
          'Failed to authenticate on SMTP server with username "x" using 1: ',
          'EAUTH ',
          'Invalid login: ',
          'login failed: ',
        ],
        'SASL authentication failed; server mx.contoso.test[192.0.2.1] said: ',
      ],
      [
        'RCPT',
        ...[
          "SMTPRecipientsRefused: {'bob@fabrikam.test': (",
          'SMTPRecipientRefused: ',
          'AddressFailedException: ',
          'rcpt: ',
          'RCPT TO ',
        ],
        ...[
          'setting recipients: ',
          'set the recipient: ',
          'The following recipients failed: bob: ',
          'recipient address rejected: ',
        ],
        ...['recipients refused: ', 'recipient command failed: ', 'RCPT TO:<bob@fabrikam.test>: '],
      ],
      [
        'MAIL',
        ...['SMTPSenderRefused: (', 'SenderFailedException: ', 'mail from: ', 'set sender: ', 'setting the from: '],
        ...['The following From address failed: x: ', 'MAIL FROM:<a@contoso.test>: '],
      ],
      ['(data)', 'SMTPDataError: (', 'end of data: ', 'message data: '],
      ['connect', 'SMTPConnectError: (', 'banner: ', 'greeting: ', 'Invalid greeting from server: '],
      ['EHLO', 'SMTPHeloError: (', 'ehlo: ', 'HELO "'],
      ['?', 'author: ', 'the recipients of a letter ', 'from ', 'dataset: ', 'said: ', ''],
    ] as const)
      for (const front of fronts) assert.equal(stageAround(front, '550 No'), stage, front);
    assert.equal(stageAround('EHLO: ', '550 No (in reply to RCPT TO command)'), 'RCPT');
  });
});
