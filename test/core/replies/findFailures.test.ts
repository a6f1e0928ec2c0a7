import assert from 'node:assert/strict';
import { failureIn } from '../../../src/core/replies/findFailures.ts';

/** The failure that the first line of a text tells, as `stage >recipient <sender | words`. */
function told(text: string): string {
  const failure = failureIn(text, 0, text.split(/[\r\n]/, 1)[0]?.length ?? 0, text.length);
  if (failure === undefined) return 'none';
  const { stage, recipient, sender, words, end } = failure;
  assert.equal(words.end, end);
  assert.equal(text.slice(words.start, end), failure.text);
  return [stage, recipient && `>${recipient}`, sender && `<${sender}`, '|', failure.text].filter(Boolean).join(' ');
}

describe('a failure without a code', () => {
  it('is told by the words of programs, with whom it was about', () => {
    for (const [text, failure] of [
      ['The following recipients failed: <bob@fabrikam.test>: no such user', 'RCPT >bob@fabrikam.test | no such user'],
      [
        'The following recipients failed: bob@fabrikam.test: no\ntwo\nthree\nfour\nfive',
        'RCPT >bob@fabrikam.test | no\ntwo\nthree\nfour',
      ],
      ['The following recipients failed: bob@fabrikam.test: no\n\nthree', 'RCPT >bob@fabrikam.test | no'],
      ['The following recipients failed: bob@fabrikam.test: no\r\ntwo\r\n', 'RCPT >bob@fabrikam.test | no\r\ntwo'],
      ['The following From address failed: ann@contoso.test : no such', 'MAIL <ann@contoso.test | no such'],
      ["Error: can't send, all recipients were rejected", 'RCPT | all recipients were rejected'],
      ['cannot send: unable to send to all recipients', 'RCPT | unable to send to all recipients'],
      ['SMTPRecipientsRefused: {}', 'RCPT | SMTPRecipientsRefused: {}'],
      ["SMTP listener doesn't like recipient", "RCPT | SMTP listener doesn't like recipient"],
      ['The server response was: not now', '? | not now'],
      ['Serverantwort lautete: „jetzt nicht', '? | jetzt nicht'],
      ['Réponse du serveur : pas encore', '? | pas encore'],
      ['Le serveur a répondu: "non', '? | non'],
      ['サーバーの応答： だめ', '? | だめ'],
      ['服务器返回: 不行', '? | 不行'],
      ['javax.mail.SendFailedException: Invalid Addresses', '? | Invalid Addresses'],
      ['smtplib.SMTPException with message "No', '? | No'],
      ['Mail_Error <bob>', '? | <bob>'],
      ['javax.mail.SendFailedException: invalid', '? | invalid'],
      ['smtp to x: SMTPServerDisconnected: Connection closed', '? | SMTPServerDisconnected: Connection closed'],
      ['email not sent ssl.SSLError: bad', '? | ssl.SSLError: bad'],
      ['Could not send message: Connection refused', '? | Connection refused'],
      ['Failed to deliver the mail (2): no route', '? | no route'],
      ['Fehler beim Senden der Mail: nein', '? | nein'],
      ['发送邮件失败: 不行', '? | 不行'],
      ['Bert, to bob@fabrikam.test: Host not found', '? >bob@fabrikam.test | Host not found'],
      ['2026-03-02 10:00:01 smtp error in x: no route', '? | no route'],
      ['2026-03-02 10:00:01 error in x: no route', 'none'],
      ['Error (0x800CCC0E) no', '? | 0x800CCC0E) no'],
      ['Fehler - 0x80040201: nein', '? | 0x80040201: nein'],
      [
        'Der Empfänger „bob@fabrikam.test" wurde vom Server abgelehnt',
        'RCPT >bob@fabrikam.test | Empfänger „bob@fabrikam.test" wurde vom Server abgelehnt',
      ],
      ['stat=Deferred: Connection refused', '? | Connection refused'],
      ['stat=Sent', 'none'],
      [
        '<bob@fabrikam.test>: Recipient address rejected: no',
        '? | <bob@fabrikam.test>: Recipient address rejected: no',
      ],
      ['x Relay access denied', '? | Relay access denied'],
      [
        'Host or domain name not found. Name service error for x',
        '? | Host or domain name not found. Name service error for x',
      ],
      ['bob@fabrikam.test: Host or domain name not found. Name service error for x', 'none'],
      ['caused MapiExceptionNotFound: no', '? | MapiExceptionNotFound: no'],
      ['delivered to the folder: Junk', '? | delivered to the folder: Junk'],
      ['delivered to the folder: Inbox', 'none'],
      ['but got an empty response', '? | but got an empty response'],
      ["Error: no way, code: 'EAUTH'", "? | no way, code: 'EAUTH'"],
      ["Error: no way, code: 'EOTHER'", 'none'],
      ['email x: unexpected EOF', '? | unexpected EOF'],
      ['Exception calling "Send" with "1" argument(s): "no route\nat line\nx', '? | no route\nat line'],
      ['Ausnahme beim Aufrufen von "Send" mit x: "nein', '? | nein'],
      [
        'Failed to send x [SMTP: Invalid response code received from server (code: -1, response: )]',
        '? | Invalid response code received from server (code: -1, response: )]',
      ],
      ['No MTA installed', '? | No MTA installed'],
      ['sh: mail: command not found', '? | mail: command not found'],
      ['exec: "sendmail": x', '? | exec: "sendmail": x'],
      ['Mail from not accepted by server', 'MAIL | Mail from not accepted by server'],
      ['RCPT TO not accepted by server', 'RCPT | RCPT TO not accepted by server'],
      ['End of DATA not accepted by the server', '(data) | End of DATA not accepted by the server'],
      ['DATA not accepted by server', '(data) | DATA not accepted by server'],
      ['x defer (-53): no route', '? | no route'],
      ['sendmail: cannot open mail', '? | cannot open mail'],
      ['postfix/smtp[12]: fatal: no such', '? | no such'],
      ['postfix/smtp[12]: warning: no such', 'none'],
      ['sendmail: 12', 'none'],
      ['nothing here', 'none'],
    ] as const)
      assert.equal(told(text), failure, text);
  });

  it('is looked for in the first thousand characters of a line, and goes on for lines that are short', () => {
    assert.equal(told(`${'x '.repeat(490)}sendmail: no route`), '? | no route');
    assert.equal(told(`${'x '.repeat(500)}sendmail: no route`), 'none');
    const failed = 'The following recipients failed: bob@fabrikam.test: no';
    assert.equal(told(`${failed}\n${'y'.repeat(199)}`), `RCPT >bob@fabrikam.test | no\n${'y'.repeat(199)}`);
    assert.equal(told(`${failed}\n${'y'.repeat(200)}`), 'RCPT >bob@fabrikam.test | no');
  });
});
