import assert from 'node:assert/strict';
import { eventOutcome } from '../../../../src/core/log/exports/eventWords.ts';

const STATES: Readonly<Record<string, string>> = {
  quarantined: 'In Quarantäne|Mis en quarantaine|En cuarentena|In quarantena',
  deferred:
    'Verzögert|Zurückgestellt|Ausstehend|Wartet|Différé|En attente|Diferido|Pendiente|Differito|In attesa|Отложено',
  rejected: 'Abgelehnt|Abgewiesen|Zurückgewiesen|Blockiert|Refusé|Rejeté|Bloqué|Rechazado|Rifiutato|Bloccato|Отклонено',
  bounced:
    'Fehler|Fehlgeschlagen|Nicht zustellbar|Nicht zugestellt|Unzustellbar|Échec|Non remis|Fallido|No entregado|Non consegnato|Non riuscito|Fallito|Не доставлено',
  sent: 'Zugestellt|Gesendet|Erfolgreich|Remis|Livré|Envoyé|Entregado|Enviado|Consegnato|Inviato|Доставлено|Отправлено',
};

describe('states in other languages', () => {
  for (const [outcome, words] of Object.entries(STATES)) {
    it(`are known: ${outcome}`, () => {
      for (const word of words.split('|')) assert.equal(eventOutcome(word), outcome, word);
    });
  }

  it('is nothing where English words begin like it', () => {
    for (const words of [
      'No entries',
      'non-conforming',
      'differing',
      'falling',
      'fallback',
      'verify',
      'zone',
      'no contact',
    ])
      assert.equal(eventOutcome(words), undefined, words);
  });
});
