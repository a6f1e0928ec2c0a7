import assert from 'node:assert/strict';
import { frameBefore } from '../../../src/core/replies/frames.ts';

/** What stands in front of replies, by the name of its frame. */
const FRONTS: Readonly<Record<string, readonly string[]>> = {
  expected: [
    'expected 250 but got',
    'expecting code 250, received',
    'expects 2xx, was',
    'wanted 354, saw:',
    'waited for 220 but got response',
    'erwartet 250, erhalten:',
    'attendu 250, reçu:',
    'esperado 250, recibido:',
    'expected 250 but got an',
    'expected 250, instead:',
    'Expected response code 250 but got code',
  ],
  got: [
    'got code',
    'received status:',
    'returned reply code',
    'was smtp code',
    'is the status',
    'given response code',
    'actual code',
    'saw a code',
    'read status=',
    'bekam code',
    'erhielt status',
    'erhalten code',
    'reçu code',
    'recibido code',
    'ricevuto code',
    'ontvangen code',
    'получен code',
    'получено code',
    'got:',
  ],
  said: [
    'host mx.fabrikam.test[192.0.2.1] said:',
    'responded',
    'responded with code',
    'replied with',
    'answered',
    'answered with',
    'refused to talk to me:',
    'sent 1042 bytes:',
    'received 12 bytes:',
    'smtp;',
    'SMTP<<<',
    'SMTP<<',
    'from MTA',
    'X-Postfix;',
    'X400;',
    'smtp error:',
    'server reply:',
    'host response:',
    'MTA status:',
    'remote code',
    'mail server message:',
    'mailserver answer:',
    'lmtp said',
    "server's response was",
    'server says',
    'server returned',
    'server replied',
    'server responded with',
    'server reported',
    'server rejected',
    'smtp error code',
    'smtp status code is',
    'smtp return code:',
    'SMTP-Error=',
  ],
  diagnostic: [
    'Diagnostic-Code:',
    'diagnostic_code =>',
    '"smtpcode":',
    '"smtp_status" =>',
    'SMTP-Code =>',
    'bounce_reason":',
    'bounce message =',
    'bounce-diagnostic:',
  ],
  status: [
    'dsn=',
    'status:',
    'enhanced_code=',
    'Enhanced Status Code:',
    'extended code:',
    'enhcode:',
    'ench_code=',
    'dsn_status: ',
    'status code:',
    'enhchcode":',
    '#',
  ],
  exception: [
    'smtplib.SMTPDataError:',
    'SMTPException',
    'MailException:',
    'Swift_TransportException',
    'javax.mail.AuthenticationFailedException:',
    'AuthError:',
    'RecipientRefused:',
    'SenderError:',
    'SendFailedException:',
    'MessageError:',
    'DeliveryFailure:',
    'AddressException:',
    'Net::SMTPFatalError',
    'SMTPServerBusy',
    'Net::SMTPSyntaxError:',
    'EIdSMTPReplyError:',
    'EOleException:',
    'textproto.Error:',
    'SMTPException [code]:',
  ],
  kind: ['permanent failure:', 'Transient error', 'temporary failure', 'persistent failure:'],
  transport: [
    'smtp:',
    'smtp.rcpt:',
    'gomail: could not send email 1:',
    'lmtp:',
    'sendmail:',
    'nodemailer:',
    'mailer:',
    'mailx:',
    'msmtp:',
    'swaks:',
    'esmtp:',
    'dial:',
    'dialing:',
    'rcpt:',
    'RCPT TO:',
    'mail from:',
    'mail:',
    'data:',
    'auth:',
    'authentication:',
    'authenticate:',
    'ehlo:',
    'helo:',
    'starttls:',
    'recipient:',
    'recipients:',
    'sender:',
    'login:',
    'quit:',
    'connect:',
    'banner:',
    'greeting:',
    'end of data:',
    'message data:',
    'RCPT TO command:',
    'data failed:',
    'rcpt rejected <bob@fabrikam.test>:',
    'recipient bob@fabrikam.test:',
    'mail from refused:',
    'auth denied:',
  ],
  field: [
    'my_reason:',
    '{"detail":',
    "'error' =>",
    'errorText=',
    'the_msg =',
    'SMTPText:',
    'resultCode:',
    'outputLine:',
    'the cause:',
    'more_info:',
    'an event:',
    'bounceData=',
    '?status_x=',
    '&reply=',
    'description:',
  ],
  punctuation: [
    'some words 7:',
    'mx1|',
    ']:',
    '):',
    '">:',
    '->',
    '=>',
    '==>',
    '<-',
    '<<',
    '>>',
    '>>>',
    '!!',
    'mx –',
    'mx -',
    'mx —',
    'mx |',
  ],
  list: ['zz;', 'mx1,'],
};

describe('what stands in front of a reply', () => {
  const nameOf = (before: string, isOpened = false): string | undefined => frameBefore(before, isOpened)?.name;

  it('is a frame that programs and people put around one', () => {
    for (const [name, fronts] of Object.entries(FRONTS))
      for (const front of fronts) {
        assert.equal(nameOf(front), name, front);
        assert.equal(nameOf(`x y ${front} `), name, front);
      }
  });

  it('is a word that announces one, in the languages of mail programs', () => {
    for (const word of [
      ...[
        'said',
        'reply',
        'error',
        'critical',
        'meldet',
        'Fehler',
        'abgelehnt',
        'erreur',
        'refusé',
        'respuesta',
        'rechazado',
      ],
      ...[
        'errore',
        'rifiutato',
        'erro',
        'recusado',
        'fout',
        'geweigerd',
        'błąd',
        'powód',
        'chyba',
        'zpráva',
        'fel',
        'svarte',
      ],
      ...[
        'virhe',
        'odgovor',
        'ошибка',
        'відповідь',
        'エラー',
        '応答',
        '返答',
        '理由',
        'メッセージ',
        '错误',
        '錯誤',
        '错误代码',
      ],
      ...['错误信息', '响应', '回应', '回應', '返回', '返回码', '原因', '报错', '오류', '응답', '코드'],
    ]) {
      const { name, sureness } = frameBefore(`zz ${word}`, false) ?? {};
      assert.equal(name, word === 'said' ? 'said' : 'words', word);
      assert.equal(sureness, word === 'said' ? 'sure' : 'likely', word);
    }
    for (const word of ['a', 'with', 'на', 'mit', 'then']) {
      const { name, sureness } = frameBefore(`zz ${word}`, false) ?? {};
      assert.deepEqual([name, sureness], ['sentence', 'doubtful'], word);
    }
    // The last part of the name of a host is no word.
    assert.equal(nameOf('mx.contoso.com'), undefined);
    assert.equal(nameOf('mx.contoso.com:'), 'punctuation');
  });

  it('is sure, likely or doubtful', () => {
    const sureness = (before: string): string | undefined => frameBefore(before, false)?.sureness;
    for (const name of ['expected', 'got', 'said', 'diagnostic', 'status', 'exception', 'kind', 'transport'])
      assert.equal(sureness(FRONTS[name]?.[0] as string), 'sure', name);
    for (const name of ['field', 'punctuation']) assert.equal(sureness(FRONTS[name]?.[0] as string), 'likely', name);
    assert.equal(sureness('zz;'), 'doubtful');
  });

  it('has a blank in front of its colon in French, and is looked at by its end', () => {
    assert.equal(nameOf('Réponse du serveur :'), nameOf('Réponse du serveur:'));
    assert.equal(nameOf('smtp error :'), 'said');
    assert.equal(nameOf('smtp error\u00a0:'), 'said');
    assert.equal(nameOf(`expected 250 ${'x'.repeat(40)} but got`), 'expected');
    assert.notEqual(nameOf(`expected 250 ${'x '.repeat(60)} but got`), 'expected');
  });

  it('is none behind a word of a sentence, unless a quote or a bracket opens the reply', () => {
    for (const front of ['I live at house', 'there are', 'on page', 'the number', 'in room'])
      assert.equal(nameOf(front), undefined, front);
    for (const front of ['(', 'x(', '*', '/', '@', '[']) assert.equal(nameOf(`mx1${front}`), 'brackets', front);
    assert.equal(nameOf('the number', true), 'brackets');
    assert.equal(nameOf(''), undefined);
    assert.equal(nameOf('at script smtp.py:'), 'punctuation');
  });
});
