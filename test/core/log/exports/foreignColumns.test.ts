import assert from 'node:assert/strict';
import { exportSlot } from '../../../../src/core/log/exports/fieldMap.ts';
import { told, verdicts } from './told.ts';

const COLUMNS: Readonly<Record<string, string>> = {
  recipient:
    'Empfänger|Empfaengeradresse|Destinataire|Destinatario|Destinatário|Ontvanger|Odbiorca|Получатель|收件人|收信地址|宛先|受信者',
  sender:
    'Absender|Absenderadresse|Expéditeur|Expediteur|Remitente|Remetente|Mittente|Afzender|Nadawca|Отправитель|发件人|发信地址|差出人|送信者',
  status: 'Zustellstatus|Zustand|État|Statut|Estado|Stato|Статус|Состояние|状态|发送状态|投递状态|状態',
  weakReply: 'Beschreibung|Grund|Fehlermeldung|Raison|Motif|Motivo|Erreur|Powód|Причина|Ошибка|原因|状态详情|理由',
  subject: 'Betreff|Objet|Asunto|Oggetto|Assunto|Onderwerp|Temat|Тема|主题|件名',
  time: 'Datum|Zeitpunkt|Uhrzeit|Fecha|Date|Czas|Дата|Время|时间|发送时间|日時',
};

describe('the names of columns in other languages', () => {
  for (const [slot, names] of Object.entries(COLUMNS)) {
    it(`are known: ${slot}`, () => {
      for (const name of names.split('|')) assert.equal(exportSlot(name), slot, name);
    });
  }

  it('are no part of other names', () => {
    for (const name of ['Richtung', 'Größe', 'Grundgebühr', 'Motivation', 'Stated', 'Temperature'])
      assert.equal(exportSlot(name), undefined, name);
  });
});

describe('a table of a console in another language', () => {
  it('is read whatever separates it', () => {
    const rows = [
      ['Datum (UTC+01:00)', 'Absender', 'Empfänger', 'Betreff', 'Status', 'Beschreibung'],
      [
        '14.05.2026 10:22',
        'a@contoso.test',
        'bob@fabrikam.test',
        'Rechnung',
        'Fehlgeschlagen',
        '550 5.1.1 User unknown',
      ],
      ['14.05.2026 10:25', 'a@contoso.test', 'eve@fabrikam.test', 'Angebot', 'Zugestellt', 'ohne'],
    ];
    for (const separator of [';', '\t', ',']) {
      assert.deepEqual(told(`${rows.map((row) => row.join(separator)).join('\n')}\n`), [
        'a@contoso.test > bob@fabrikam.test: bounced 550 5.1.1',
        'a@contoso.test > eve@fabrikam.test: sent',
      ]);
    }
  });

  it('may begin with a letter of another alphabet', () => {
    assert.deepEqual(
      told(
        '发送时间,发信地址,收信地址,发送状态,状态详情\n2026-07-15 10:02,a@contoso.test,bob@fabrikam.test,失败,550 User not found\n',
      ),
      ['a@contoso.test > bob@fabrikam.test: bounced 550'],
    );
  });

  it('tells what a filter found in it', () => {
    assert.deepEqual(
      verdicts(
        'Status;Absender;Empfänger;Betreff;Details\nPermanentlyBlocked;a@contoso.test;bob@fabrikam.test;Rechnung;Anhang RE8812.xlsm (Office-Dokument mit Makros)\n',
      ),
      ['cause content-refused bob@fabrikam.test'],
    );
  });
});
