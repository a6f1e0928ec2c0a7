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

  it('is told in the languages of programs', () => {
    for (const front of [
      'server response was',
      'mail server responded',
      'SMTP server said',
      'outgoing server replied',
      'server answered',
      'server returned',
      'server reported',
      'server response',
      'servers error',
      "server's message",
      'Serverantwort war',
      'Antwort des Servers',
      'Antwort des Servers war',
      'Server antwortete',
      'Réponse du serveur était',
      'Respuesta del servidor fue',
      'Respuesta del servidor',
      'El servidor respondió',
      'Risposta del server è stata',
      'Risposta del server',
      'Il server ha risposto',
      'Resposta do servidor foi',
      'Resposta do servidor',
      'O servidor respondeu',
      'Antwoord van de server was',
      'Antwoord van de server',
      'Odpowiedź serwera',
      'Ответ сервера',
      'Сервер ответил',
      '服务器响应为',
      '服务器返回',
      'サーバーの応答',
    ]) {
      for (const [behind, words] of [
        [': no way', 'no way'],
        [' : "no way', 'no way'],
        ['：„no way', 'no way'],
        [' - no way', undefined],
      ] as const)
        assert.equal(
          told(`Es ging nicht. ${front}${behind}`),
          words === undefined ? 'none' : `? | ${words}`,
          front + behind,
        );
    }
  });

  it('is told by what programs say of it, and not by what is near that', () => {
    for (const [text, failure] of [
      ['Error sending mail: no route', '? | no route'],
      ['Unable to deliver your message: no route', '? | no route'],
      ['Could not really quite just send it: no route', '? | no route'],
      ['mail could not be sent: no route', '? | no route'],
      ['mail sending failed: no route', '? | no route'],
      ['mail send error: no route', '? | no route'],
      ['Fehler beim Versenden: nein', '? | nein'],
      ['Échec de l’envoi du message : non', '? | non'],
      ['Error al enviar el correo: no', '? | no'],
      ['Errore durante l’invio: no', '? | no'],
      ['Could not send message: 12', 'none'],
      ['Could not send message, no route', 'none'],
      ['The mail was sent: fine', 'none'],
      ['Bert, for bob@fabrikam.test: not found', '? >bob@fabrikam.test | not found'],
      ['Bert, an bob@fabrikam.test: nicht da', '? >bob@fabrikam.test | nicht da'],
      ['Bert, für <bob@fabrikam.test>: nicht da', '? >bob@fabrikam.test | nicht da'],
      ['Bert, à bob@fabrikam.test: pas là', '? >bob@fabrikam.test | pas là'],
      ['Bert, pour bob@fabrikam.test: pas là', '? >bob@fabrikam.test | pas là'],
      ['Bert, para bob@fabrikam.test: no', '? >bob@fabrikam.test | no'],
      ['Bert, by bob@fabrikam.test: no', 'none'],
      ['[2026-03-02T10:00] mail critical in x: no route', '? | no route'],
      ['2026/03/02 10:00:01 send failed here: no route', '? | no route'],
      ['2026-03-02 10:00:01 smtp ended well in x: no route', 'none'],
      ['erreur : 0x800CCC0F', '? | 0x800CCC0F'],
      ['Erreur : 0x800CCC0F la connexion', '? | 0x800CCC0F la connexion'],
      ['Errore (0x80040600) no', '? | 0x80040600) no'],
      ['Fout: 0x800CCC90 geen', '? | 0x800CCC90 geen'],
      ['Error 0x800B0109 no', 'none'],
      [
        'The recipient bob@fabrikam.test was refused by the server',
        'RCPT >bob@fabrikam.test | recipient bob@fabrikam.test was refused by the server',
      ],
      [
        'Le destinataire «bob@fabrikam.test» est refusé par le serveur',
        'RCPT >bob@fabrikam.test | destinataire «bob@fabrikam.test» est refusé par le serveur',
      ],
      [
        'El destinatário bob@fabrikam.test: el servidor no',
        'RCPT >bob@fabrikam.test | destinatário bob@fabrikam.test: el servidor no',
      ],
      ['The recipient bob@fabrikam.test is my friend', 'none'],
      ['stat=Host unknown', '? | Host unknown'],
      ['stat=User', 'none'],
      ['Helo command rejected: no', '? | Helo command rejected: no'],
      ['Data command rejected: no', '? | Data command rejected: no'],
      ['Sender address rejected: no', '? | Sender address rejected: no'],
      ['Client host rejected: no', '? | Client host rejected: no'],
      ['(Client host rejected: no', '? | Client host rejected: no'],
      ['aClient host rejected: no', 'none'],
      ['Client host accepted', 'none'],
      [
        'delivered to the folder:DefaultFolderType:JunkEmail',
        '? | delivered to the folder:DefaultFolderType:JunkEmail',
      ],
      ['but got code "", with text', '? | but got code "", with text'],
      ["Error: no way, code: 'ESOCKET'", "? | no way, code: 'ESOCKET'"],
      ['Error: no way "code":"EENVELOPE"', '? | no way "code":"EENVELOPE"'],
      ['notification x = EOF here', '? | EOF here'],
      ['smtp x, EOF here', '? | EOF here'],
      ['reading x: EOF here', 'none'],
      ['Exception lors de l’appel de «Send» avec : «non', '? | non'],
      ['Excepción al llamar a «Send» con: «no va', '? | no va'],
      ['Eccezione durante la chiamata di "Connect": "non va', '? | non va'],
      ['Exceção ao chamar "Authenticate": "não', '? | não'],
      ['Исключение при вызове «Send» с: «нет', '? | нет'],
      ['Exception calling "Dispose" with x: "no', 'none'],
      ['sh: sendmail: not found', '? | sendmail: not found'],
      ['msmtp: not found', '? | msmtp: not found'],
      ['spawn /usr/sbin/sendmail ENOENT', '? | spawn /usr/sbin/sendmail ENOENT'],
      ["No such file or directory: '/usr/bin/msmtp'", "? | No such file or directory: '/usr/bin/msmtp'"],
      ['exec: "ls": no', 'none'],
      ['defer (111): no route', '? | no route'],
      ['mailer error: no route', '? | no route'],
      ['SMTP Error: "no route', '? | no route'],
      ['nullmailer-send: no route', '? | no route'],
      ['exim4: no route', '? | no route'],
      ['postfix/sendmail[1]: panic: no route', '? | no route'],
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
