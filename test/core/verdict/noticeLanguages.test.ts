import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';

const verdicts = (...lines: readonly string[]): readonly Verdict[] =>
  readVerdicts(readTicket(lines.join('\n'), 'message'));

const BOB = 'bob@fabrikam.test';

/** Language, subject, what stands in front of the recipient, and what behind it. */
const BOUNCES = [
  ['English', 'Undeliverable: Offer', 'Your message to', "couldn't be delivered."],
  ['German', 'Unzustellbar: Angebot', 'Ihre Nachricht an', 'konnte nicht zugestellt werden.'],
  ['French', 'Non remis : Offre', "Votre message n'a pas pu être remis à", '.'],
  ['Spanish', 'No se puede entregar: Oferta', 'No se pudo entregar el mensaje a', '.'],
  ['Portuguese', 'Não é possível entregar: Oferta', 'Não foi possível entregar sua mensagem para', '.'],
  ['Italian', 'Non recapitabile: Offerta', 'Impossibile recapitare il messaggio a', '.'],
  ['Dutch', 'Onbestelbaar: Offerte', 'Uw bericht aan', 'kan niet worden bezorgd.'],
  ['Polish', 'Niedostarczone: Oferta', 'Nie można dostarczyć wiadomości do', '.'],
  ['Russian', 'Недоставлено: Предложение', 'Сообщение для', 'не было доставлено.'],
  ['Czech', 'Nedoručitelné: Nabídka', 'Zprávu pro', 'nebylo možné doručit.'],
  ['Swedish', 'Kan inte levereras: Offert', 'Meddelandet till', 'kunde inte levereras.'],
  ['Danish', 'Kan ikke leveres: Tilbud', 'Din meddelelse til', 'blev ikke leveret.'],
  ['Norwegian', 'Kan ikke leveres: Tilbud', 'Meldingen til', 'ble ikke levert.'],
  ['Finnish', 'Toimittamatta: Tarjous', 'Viestiä ei voitu toimittaa osoitteeseen', '.'],
  ['Turkish', 'Teslim edilemedi: Teklif', 'İletiniz', 'adresine teslim edilemedi.'],
  ['Greek', 'Ανεπίδοτο: Προσφορά', 'Το μήνυμα προς', 'δεν παραδόθηκε.'],
  ['Hungarian', 'Kézbesíthetetlen: Ajánlat', 'Az üzenetet nem sikerült kézbesíteni:', '.'],
  ['Japanese', '配信不能: 見積もり', 'メールは', 'に配信されませんでした。'],
  ['Chinese', '未送达: 报价', '您的邮件未送达', '。'],
  ['Chinese of Taiwan', '無法傳遞: 報價', '您的郵件無法傳遞給', '。'],
  ['Korean', '배달되지 않음: 견적', '메시지가 다음 주소로 전송되지 않았습니다:', '.'],
] as const;

/** Language, subject and first words of an answer of somebody who is away. */
const AWAY = [
  ['English', 'Automatic reply: Offer', 'I am out of the office until Monday.'],
  ['German', 'Automatische Antwort: Angebot', 'Ich bin bis Montag nicht im Büro.'],
  ['French', 'Réponse automatique : Offre', "Je suis absent jusqu'à lundi."],
  ['Spanish', 'Respuesta automática: Oferta', 'Estoy fuera de la oficina.'],
  ['Portuguese', 'Resposta automática: Oferta', 'Estou de férias.'],
  ['Italian', 'Risposta automatica: Offerta', 'Sono in ferie.'],
  ['Dutch', 'Automatisch antwoord: Offerte', 'Ik ben afwezig.'],
  ['Polish', 'Automatyczna odpowiedź: Oferta', 'Jestem na urlopie.'],
  ['Russian', 'Автоматический ответ: Предложение', 'Я в отпуске.'],
  ['Czech', 'Automatická odpověď: Nabídka', 'Jsem na dovolené.'],
  ['Swedish', 'Autosvar: Offert', 'Jag är på semester.'],
  ['Danish', 'Automatisk svar: Tilbud', 'Jeg er på ferie.'],
  ['Finnish', 'Automaattinen vastaus: Tarjous', 'Olen lomalla.'],
  ['Turkish', 'Otomatik Yanıt: Teklif', 'Ofis dışındayım.'],
  ['Greek', 'Αυτόματη απάντηση: Προσφορά', 'Είμαι σε άδεια.'],
  ['Hungarian', 'Automatikus válasz: Ajánlat', 'Szabadságon vagyok.'],
  ['Japanese', '自動返信: 見積もり', '休暇中です。'],
  ['Chinese', '自动答复: 报价', '我正在休假。'],
  ['Korean', '자동 회신: 견적', '휴가 중입니다.'],
] as const;

describe('a notice in another language', () => {
  for (const [language, subject, front, behind] of BOUNCES) {
    it(`is a failure in ${language}, with or without a blank around the address`, () => {
      for (const blank of [' ', ...(/Chinese|Japanese/.test(language) ? [''] : [])]) {
        const [one, ...more] = verdicts(
          'From: postmaster@contoso.test',
          'Auto-Submitted: auto-replied',
          `Subject: ${subject}`,
          '',
          `${front}${blank}${BOB}${blank}${behind}`,
        );
        assert.deepEqual([one?.failed, one?.role, one?.recipients, more.length], [true, 'cause', [BOB], 0]);
      }
    });
  }

  for (const [language, subject, words] of AWAY) {
    it(`is an automatic reply in ${language}`, () => {
      const [one] = verdicts(
        `From: Bob <${BOB}>`,
        'Return-Path: <>',
        'Precedence: bulk',
        `Subject: ${subject}`,
        '',
        words,
      );
      assert.deepEqual([one?.code, one?.failed, one?.recipients], ['automatic-reply', false, [BOB]]);
      assert.match(one?.summary ?? '', /the message arrived/);
    });
  }

  it('is a delay where the mailer goes on trying', () => {
    for (const [subject, words] of [
      ['Delivery failure notification', 'Delivery attempts will continue to be made for 5 day(s).'],
      ['Zustellung verzögert', 'Es wird weiterhin versucht, die Nachricht zuzustellen.'],
      ['Retard de remise', 'De nouvelles tentatives auront lieu.'],
      ['配信が遅延しています', '再試行します。'],
      ['邮件延迟', '系统将继续尝试投递。'],
    ] as const) {
      const [one] = verdicts('From: postmaster@contoso.test', `Subject: ${subject}`, '', `<${BOB}>`, '', words);
      assert.deepEqual([one?.role, one?.retry, one?.recipients], ['waiting', 'yes', [BOB]], subject);
    }
  });
});

describe('what a program writes by itself', () => {
  it('is no success where a mailer says that nothing was delivered', () => {
    const [one] = verdicts(
      'From: "Delivery Subsystem" <POSTMASTER@contoso.test>',
      'Subject: Message Delivery Failure',
      'Auto-Submitted: auto-replied',
      '',
      'The following recipient(s) could not be reached:',
      '',
      `    Recipient: [SMTP:${BOB}]`,
      '    Reason: Remote SMTP Server Returned: 550 Requested action not taken: mailbox unavailable or not local.',
    );
    assert.deepEqual([one?.code, one?.failed, one?.recipients], ['recipient-unknown', true, [BOB]]);
  });

  it('is told as a failure without a recipient where the notice names none', () => {
    const [one] = verdicts(
      'From: MAILER-DAEMON@mx.contoso.test',
      'Subject: Mail could not be delivered',
      '',
      'The following mail could not be delivered.',
      'Reason: the mailbox is full.',
    );
    assert.deepEqual([one?.code, one?.failed, one?.recipients], ['mailbox-full', true, []]);
  });

  it('is a failure where nobody signs it, or a gateway returns the message with it', () => {
    const [one] = verdicts(
      'From: <>',
      'Return-Path: <>',
      'Auto-Submitted: auto-replied',
      '',
      `You sent mail to ${BOB}. That's not a valid user here.`,
    );
    assert.deepEqual([one?.code, one?.failed, one?.recipients], ['recipient-unknown', true, [BOB]]);
    const [other] = verdicts(
      'From: gateway@northwind.test',
      'Subject: Mail could not be delivered',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'The following mail could not be delivered.',
      '--b',
      'Content-Type: message/rfc822',
      '',
      `To: ${BOB}`,
      'Subject: x',
      '',
      '--b--',
    );
    assert.deepEqual([other?.failed, other?.recipients], [true, [BOB]]);
  });

  it('says no more than that it is automatic where a mailer wrote it', () => {
    const [one] = verdicts(
      'From: postmaster@contoso.test',
      'Subject: Ticket 4711',
      'Auto-Submitted: auto-replied',
      '',
      'Thanks.',
    );
    assert.equal(one?.code, 'automatic-reply');
    assert.doesNotMatch(one?.summary ?? '', /arrived/);
  });

  it('leaves mail of people alone that speaks of a bounce', () => {
    const found = verdicts(
      'From: Alice <alice@contoso.test>',
      'Subject: Re: Undeliverable: Offer',
      '',
      `Hi, my mail to ${BOB} could not be delivered. Can you help?`,
    );
    assert.deepEqual(found, []);
  });
});

const dsn = (words: string, ...fields: readonly string[]): readonly string[] => [
  'From: MAILER-DAEMON@mx.contoso.test',
  'Subject: Undelivered Mail Returned to Sender',
  'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
  '',
  '--b',
  '',
  words,
  '--b',
  'Content-Type: message/delivery-status',
  '',
  ...fields,
  '--b--',
];

describe('a group of a delivery status', () => {
  const to = `Final-Recipient: rfc822; ${BOB}`;
  const role = (...fields: readonly string[]) => verdicts(...dsn('Sorry.', ...fields))[0]?.role;

  it('is judged by its status where it states no action', () => {
    const whole = ['Reporting-MTA: dns; mx.contoso.test', ''];
    assert.equal(role(...whole, to, 'Status: 5.1.1'), 'cause');
    assert.equal(role(...whole, to, 'Status: 4.2.2'), 'waiting');
    assert.equal(role(...whole, to, 'Status: 4.4.7'), 'cause');
    assert.equal(role(...whole, to, 'Status: 2.0.0'), 'success');
    assert.equal(role(...whole, to, 'Diagnostic-Code: smtp; 550 no such user'), 'cause');
    assert.equal(role(...whole, to, 'Action: failure', 'Status: 553 Mailbox full'), 'cause');
  });

  it('takes the action that stands with the fields of the whole report', () => {
    assert.equal(role('Reporting-MTA: dns; mx.contoso.test', 'Action: failed', '', to), 'cause');
    assert.equal(role('Reporting-MTA: dns; mx.contoso.test', 'Action: delayed', '', to), 'waiting');
  });

  it('is about the original recipient where the final one is a name of the host alone', () => {
    const whom = (final: string) =>
      verdicts(...dsn('Sorry.', `Original-Recipient: rfc822;${BOB}`, `Final-Recipient: ${final}`, 'Action: failed'))[0]
        ?.recipients;
    for (const final of [
      'local; bob',
      'rfc822; bob@localhost',
      'rfc822; bob@mbox7',
      'x-unix; |/usr/bin/store',
      'rfc822; bob@store.internal',
    ])
      assert.deepEqual(whom(final), [BOB], final);
    assert.deepEqual(whom('rfc822; robert@northwind.test'), ['robert@northwind.test']);
  });
});

/** What notices say to people of the cause, the recipient in it as `@`, and which it is. */
const CAUSES = [
  ['Ihre Nachricht wurde nicht an @ zugestellt, weil die Adresse nicht gefunden wurde.', 'recipient-unknown'],
  ["Votre message n'a pas été distribué à @, car l'adresse est introuvable.", 'recipient-unknown'],
  [
    "A message could not be delivered to:\n@\nL'adresse de messagerie référencée ci-dessus n'existe pas.",
    'recipient-unknown',
  ],
  ['Tu mensaje no se ha entregado a @ porque no se ha encontrado la dirección.', 'recipient-unknown'],
  ['Wiadomość nie została dostarczona do @, ponieważ nie znaleziono adresu.', 'recipient-unknown'],
  ['Сообщение не доставлено по адресу @, поскольку адрес не найден.', 'recipient-unknown'],
  ['アドレスが見つからないため、メールは @ に配信されませんでした。', 'recipient-unknown'],
  ['您的邮件未送达 @，因为系统找不到该地址。', 'recipient-unknown'],
  ['Uw bericht aan @ is niet bezorgd: het postvak is vol.', 'mailbox-full'],
  ['Zpráva pro @ nebyla doručena, schránka je plná.', 'mailbox-full'],
  ['Meddelandet till @ kunde inte levereras: brevlådan är full.', 'mailbox-full'],
  ['Il messaggio per @ non è stato recapitato: il messaggio è troppo grande.', 'message-too-large'],
  ['Ihre Nachricht an @ wurde nicht zugestellt. Die Nachricht wurde blockiert.', 'policy-refused'],
  ['Your message to @ was not delivered. It failed because it has not been collected after 30 days.', 'expired'],
] as const;

describe('the cause in the words of a notice', () => {
  for (const [words, code] of CAUSES) {
    it(`is ${code}: ${words.slice(0, 60)}`, () => {
      const [one] = verdicts('From: postmaster@contoso.test', 'Subject: x', '', words.replace('@', BOB));
      assert.deepEqual([one?.code, one?.recipients, one?.failed], [code, [BOB], true]);
      assert.notEqual(one?.confidence, 'low');
    });
  }

  it('stands behind the heading below a recipient, whatever the notice says around it', () => {
    const [one] = verdicts(
      'From: Mail Administrator <postmaster@contoso.test>',
      'Subject: Mail System Error - Returned Mail',
      '',
      'Each of the following recipients was rejected by a remote mail server.',
      'The reasons given by the server are included.',
      '',
      `Recipient: <${BOB}>`,
      `Reason: <${BOB}>... User unknown`,
    );
    assert.deepEqual([one?.code, one?.recipients], ['recipient-unknown', [BOB]]);
  });

  it('names the recipient whose halves stand apart', () => {
    const [one] = verdicts(
      'From: postmaster@contoso.test',
      'Subject: Undeliverable: Offer',
      '',
      "Your message to robert@fabrikam.test couldn't be delivered.",
      "bob wasn't found at fabrikam.test.",
    );
    assert.deepEqual([one?.code, one?.recipients], ['recipient-unknown', [BOB]]);
  });

  it('is said not to be told where it is not', () => {
    const [one] = verdicts('From: postmaster@contoso.test', 'Subject: Undeliverable', '', `undeliverable to ${BOB}`);
    assert.deepEqual([one?.code, one?.retry, one?.confidence], ['unknown', 'later', 'low']);
    assert.match(one?.summary ?? '', /does not say why/);
  });

  it('leaves nobody to wait where the message was given up after a 4yz reply', () => {
    const [one] = verdicts(
      ...dsn(
        'Sorry.',
        `Final-Recipient: rfc822; ${BOB}`,
        'Action: failed',
        'Status: 4.2.2',
        'Diagnostic-Code: smtp; 452 4.2.2 mailbox full',
      ),
    );
    assert.deepEqual([one?.role, one?.retry], ['cause', 'later']);
    assert.ok(one?.next.every(({ text }) => !/by itself/.test(text)));
  });
});
