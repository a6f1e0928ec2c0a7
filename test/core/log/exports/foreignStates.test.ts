import assert from 'node:assert/strict';
import { eventOutcome } from '../../../../src/core/log/exports/eventWords.ts';

const STATES: Readonly<Record<string, string>> = {
  quarantined:
    'In Quarantäne|Mis en quarantaine|En cuarentena|In quarantena|Em quarentena|Kwarantanna|В карантине|已隔离|検疫',
  deferred:
    'Verzögert|Zurückgestellt|Ausstehend|Wartet|Différé|En attente|Diferido|Pendiente|Aplazado|Differito|In attesa|Adiado|Pendente|Uitgesteld|Opóźniono|Отложено|延迟|保留',
  rejected:
    'Abgelehnt|Abgewiesen|Zurückgewiesen|Blockiert|Gesperrt|Refusé|Rejeté|Bloqué|Bloqueado|Rechazado|Rifiutato|Bloccato|Rejeitado|Recusado|Geweigerd|Geblokkeerd|Odrzucono|Отклонено|拒绝|拒否',
  bounced:
    'Fehler|Fehlgeschlagen|Nicht zustellbar|Nicht zugestellt|Unzustellbar|Échec|Non remis|Fallido|No entregado|Non consegnato|Non riuscito|Fallito|Falhou|Não entregue|Mislukt|Niet bezorgd|Не доставлено|Ошибка|失败|失敗',
  sent: 'Zugestellt|Übermittelt|Gesendet|Erfolgreich|Remis|Distribué|Livré|Envoyé|Entregado|Entregue|Enviado|Consegnato|Inviato|Bezorgd|Afgeleverd|Verzonden|Dostarczono|Wysłano|Доставлено|Отправлено|成功|已送达|送信済み|配信済み',
};

describe('states in other languages', () => {
  for (const [outcome, words] of Object.entries(STATES)) {
    it(`are known: ${outcome}`, () => {
      for (const word of words.split('|')) assert.equal(eventOutcome(word), outcome, word);
    });
  }
});
