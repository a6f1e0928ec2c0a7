import assert from 'node:assert/strict';
import { explainText } from '../../../src/core/knowledge/explain.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import { userAnswer } from '../report/filled.ts';

const lined = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

const told = (...lines: readonly string[]): readonly string[] =>
  readVerdicts(readTicket(lined(...lines))).map(
    ({ role, code, recipients }) => `${role} ${code}${recipients.map((one) => ` ${one}`).join('')}`,
  );

const forUser = (...lines: readonly string[]): string => userAnswer(readTicket(lined(...lines))) ?? '';

const BOB = 'bob@fabrikam.test';

describe('a notice with the session that it is about', () => {
  const session = [
    ' Tue 2026-11-10 09:12:41: Parsing message <xxxx\\pd50000312.msg>',
    ' Tue 2026-11-10 09:12:42: <-- 220 mx1.fabrikam.test ESMTP',
    ' Tue 2026-11-10 09:12:42: --> EHLO mail.contoso.test',
    ' Tue 2026-11-10 09:12:42: <-- 250 mx1.fabrikam.test',
    ' Tue 2026-11-10 09:12:42: --> MAIL From:<anna@contoso.test>',
    ' Tue 2026-11-10 09:12:43: <-- 250 2.1.0 Sender OK',
    ` Tue 2026-11-10 09:12:43: --> RCPT To:<${BOB}>`,
    ' Tue 2026-11-10 09:12:43: <-- 550 5.1.1 User unknown',
    ' Tue 2026-11-10 09:12:43: --> QUIT',
  ];
  const notice = [
    'From: MDaemon at mail.contoso.test <MDaemon@mail.contoso.test>',
    'To: anna@contoso.test',
    'Subject: Permanent Delivery Failure',
    '',
    'The attached message had PERMANENT fatal delivery errors!',
    'YOUR MESSAGE WAS NOT DELIVERED TO ONE OR MORE RECIPIENTS!',
    '',
    `Failed address: ${BOB}`,
    '',
    '--- Session Transcript ---',
  ];

  it('gives the cause that the session shows, once', () => {
    assert.deepEqual(told(...notice, ...session), [`cause recipient-unknown ${BOB}`]);
  });

  it('is told beside a session about another recipient', () => {
    const others = session.map((line) => line.replace(BOB, 'eve@fabrikam.test'));
    assert.deepEqual(told(...notice, ...others).length, 2);
  });
});

describe('words of a delay', () => {
  it('are no end of the tries', () => {
    const words = 'Your message could not be delivered for more than 2 hour(s).';
    assert.deepEqual(told('Tom writes:', words), ['waiting expired']);
    assert.equal(explainText(words)?.explanation.retry, 'yes');
    assert.equal(explainText('The message could not be delivered for 5 days.')?.explanation.retry, 'later');
    assert.equal(
      explainText('It could not be delivered for more than 5 days and is returned.')?.explanation.retry,
      'later',
    );
  });

  it('are those of replies of 4yz alone, as long as nothing says otherwise', () => {
    const line = `<${BOB}>: host mx.fabrikam.test[192.0.2.1] refused to talk to me: 421 Too many connections`;
    assert.deepEqual(told(line), [`waiting too-many-connections ${BOB}`]);
    assert.deepEqual(told('Your message could not be delivered.', '', line), [`cause too-many-connections ${BOB}`]);
  });
});

describe('what keeps a message from being encrypted', () => {
  it('is a key of the recipient, and no TLS', () => {
    assert.deepEqual(
      told(
        'Betreff: Ihre Nachricht konnte nicht verschlüsselt werden',
        '',
        `Ihre Nachricht "Abrechnung" an ${BOB} wurde nicht versendet,`,
        'weil kein gültiges Verschlüsselungszertifikat (S/MIME) gefunden wurde.',
      ),
      [`cause security-refused ${BOB}`],
    );
    const reason = (text: string) => explainText(text)?.explanation.reason;
    assert.notEqual(reason('550 5.7.20 DKIM public key not found'), 'security-refused');
  });

  it('is a name in a certificate, or a record of DANE, where the words say so', () => {
    const meaning = (text: string) => explainText(text)?.explanation.meaning ?? '';
    assert.match(meaning("TLS Negotiation failed, the certificate doesn't match the host."), /does not hold the name/);
    assert.match(
      meaning('Server certificate not trusted (TLSA record for mx.fabrikam.test does not match)'),
      /does not fit the TLSA record/,
    );
    assert.deepEqual(told(`<${BOB}>: Server certificate not trusted`), [`cause tls-failed ${BOB}`]);
  });
});

describe('what a filter holds', () => {
  it('is not tried again: somebody has to release it', () => {
    const text = [
      'From: Postmaster <postmaster@fabrikam.test>',
      'To: anna@contoso.test',
      'Subject: [Postmaster] Email Delivery Held',
      '',
      `A message you sent to ${BOB} has been placed on hold.`,
      'It has not been delivered yet. You do not need to resend it.',
    ];
    const [one] = readVerdicts(readTicket(lined(...text)));
    assert.deepEqual([one?.role, one?.retry, one?.recipients], ['waiting', 'later', [BOB]]);
    assert.match(forUser(...text), /is held back on a mail server[\s\S]*before it is released/);
  });

  it('until the writer answers a challenge names nobody whom a service speaks for', () => {
    const text = [
      'From: Bob (via Waitlist) <notify@waitlist.test>',
      'To: anna@contoso.test',
      'Subject: Re: Offer (Action Required)',
      '',
      'Your message was waitlisted. Use the link below to deliver your message.',
    ];
    assert.deepEqual(told(...text), ['waiting recipient-filtered']);
    assert.match(forUser(...text), /What you can do: Answer it, or open its link/);
  });

  it('is told of a list where its words alone were pasted', () => {
    const text = [
      "> Your mail to 'Users' with the subject",
      '> ',
      '>     Question',
      '> ',
      '> Is being held until the list',
      '> moderator can review it for approval.',
    ];
    assert.deepEqual(told(...text), ['waiting list-problem']);
    assert.match(forUser(...text), /The moderator of the list has to let it through/);
  });

  it('is no report for admins where the recipient is told', () => {
    const text = forUser(
      'From: Filter <noreply@filter.test>',
      'To: bob@contoso.test',
      'Subject: Quarantine report',
      '',
      'A message for you is held in quarantine.',
    );
    assert.match(text, /It is a report; nothing came back/);
  });
});

describe('a complaint that was forwarded', () => {
  it('is told by the fields that are left of it', () => {
    const text = [
      'From: <feedback@provider.test>',
      'Subject: Abuse Report',
      '',
      'This is an email abuse report.',
      '',
      'Feedback-Type: abuse',
      'User-Agent: Loop/1.0',
      'Version: 1',
      `Original-Rcpt-To: ${BOB}`,
    ];
    assert.deepEqual(told(...text), [`notice complaint ${BOB}`]);
  });
});

describe('notices in more languages', () => {
  it('are read below what a person writes', () => {
    assert.deepEqual(
      told('Ciao,', '', 'Il messaggio', `non è stato consegnato a:`, '', BOB, '', 'La casella è piena.'),
      [`cause mailbox-full ${BOB}`],
    );
    assert.deepEqual(
      told(
        'Dobrý den, přišlo mi tohle.',
        '',
        'Váš e-mail se nepodařilo doručit následujícím příjemcům:',
        '',
        BOB,
        '',
        'Odpověď: 550 5.1.1 unknown',
      ),
      [`cause recipient-unknown ${BOB}`],
    );
  });

  it('tell that mail was handed over to a server that sends no reports', () => {
    for (const words of [
      'Leveransen till dessa mottagare eller grupper är slutförd, men inget meddelande skickades:',
      "La remise à ces destinataires ou groupes est terminée, mais aucune notification n'a été envoyée :",
      'La entrega a estos destinatarios o grupos se ha completado, pero no se envió ninguna notificación:',
    ])
      assert.deepEqual(told(words, '', BOB), [`success accepted ${BOB}`], words);
  });

  it('are receipts, too', () => {
    for (const [to, subject, sent, read] of [
      ['À :', 'Sujet :', 'Envoyé :', 'a été lu le'],
      ['A:', 'Oggetto:', 'Inviato:', 'è stato letto il'],
    ])
      assert.deepEqual(
        told(`   ${to} ${BOB}`, `   ${subject} x`, `   ${sent} 10.11.2026 09:55`, ` ${read} 10.11.2026 11:01.`),
        [`notice automatic-reply ${BOB}`],
        to,
      );
  });

  it('have replies whose words tell the cause', () => {
    for (const [text, reason] of [
      ['550 Hộp thư người nhận đã đầy', 'mailbox-full'],
      ['550 받는 사람의 편지함이 가득 찼습니다', 'mailbox-full'],
      ['550 البريد الوارد للمستلم ممتلئ', 'mailbox-full'],
      ['550 תיבת הדואר מלאה', 'mailbox-full'],
      ['550 Η θυρίδα του παραλήπτη είναι πλήρης', 'mailbox-full'],
      ['550 Utilizatorul nu există', 'recipient-unknown'],
      ['550 5.1.1 Käyttäjää ei löydy', 'recipient-unknown'],
      ['550 5.7.1 Bu alıcıya posta göndermek için yetkiniz yok', 'recipient-restricted'],
      ['550 Böyle bir kullanıcı yok', 'recipient-unknown'],
    ] as const) {
      const explanation = explainText(text)?.explanation;
      assert.deepEqual([explanation?.reason, explanation?.basis], [reason, 'words'], text);
    }
  });
});
