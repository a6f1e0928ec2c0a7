import assert from 'node:assert/strict';
import { exportSlot } from '../../../../src/core/log/exports/fieldMap.ts';
import { told, verdicts } from './told.ts';

const COLUMNS: Readonly<Record<string, string>> = {
  recipient: 'Empfänger|Empfaengeradresse|Destinataire|Destinatario',
  sender: 'Absender|Absenderadresse|Expéditeur|Expediteur|Remitente|Mittente',
  status: 'Zustellstatus|Zustand|État|Statut|Estado|Stato',
  weakReply: 'Beschreibung|Grund|Fehlermeldung|Raison|Motif|Motivo',
  subject: 'Betreff|Objet|Asunto|Oggetto',
  time: 'Datum|Zeitpunkt|Fecha',
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

  it('may begin with a letter that is not of ASCII', () => {
    const table = 'État,Expéditeur,Destinataire,Objet\nÉchec,a@contoso.test,bob@fabrikam.test,Facture\n';
    assert.deepEqual(told(table), ['a@contoso.test > bob@fabrikam.test: bounced']);
  });

  it('does not take the sender for a recipient, nor what arrived for what failed', () => {
    assert.deepEqual(
      verdicts(
        'Дата;Отправитель;Получатель;Тема;Статус;Причина\n25.09.2026 10:00;a@contoso.test;bob@fabrikam.test;Счёт;Не доставлено;550 5.1.1 User unknown\n25.09.2026 10:03;a@contoso.test;eve@fabrikam.test;Счёт;Доставлено;\n',
      ),
      ['cause recipient-unknown bob@fabrikam.test', 'success accepted eve@fabrikam.test'],
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
