import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

const told = (text: string) => readVerdicts(readTicket(text)).map(({ code, confidence }) => [code, confidence]);

describe('a text that is nothing but an error without a code', () => {
  for (const text of [
    'The recipient mailbox is full',
    'La casilla del destinatario está llena\n',
    '\n\n  Zustellung fehlgeschlagen: Das Postfach des Empfängers ist voll.',
    'Delivery failed.\nThe mailbox of the\nrecipient is full\n',
    'The mailbox of the recipient is full. See https://contoso.test/help',
  ]) {
    it(`is told, and never as certain: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(told(text), [['mailbox-full', 'medium']]);
    });
  }

  for (const text of [
    'Our mailbox is full of spam since yesterday',
    'Hello, the recipient mailbox is full and nothing arrives',
    'Is the mailbox of Bob full?',
    'The quota is 5 GB for each mailbox',
    'Bob says that nothing arrived',
    `The recipient mailbox is full\n${'Then we talked about something else for a while.\n'.repeat(4)}`,
  ]) {
    it(`is not what a person writes: ${JSON.stringify(text.slice(0, 60))}`, () => {
      assert.deepEqual(told(text), []);
    });
  }
});
