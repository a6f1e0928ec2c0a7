import assert from 'node:assert/strict';
import { AUTOMATIC, DELAYED, UNDELIVERED } from '../../../../src/core/mail/bounces/noticeWords.ts';

describe('the words of notices', () => {
  it('are known also where a mailer of old writes letters without their marks', () => {
    for (const [pattern, ...told] of [
      [DELAYED, 'Serveren fortsetter å forsøke', 'Serveren fortsetter a forsoke'],
      [AUTOMATIC, 'Fraværsbesked', 'Fravaersbesked'],
      [AUTOMATIC, 'Ich bin außer Haus', 'Ich bin ausser Haus'],
      [UNDELIVERED, 'nie została wysłana', 'nie zostala wyslana'],
      [DELAYED, 'isporuka je odgođena', 'isporuka je odgodena'],
      [UNDELIVERED, 'ulaştırılamadı', 'ulastirilamadi'],
      [UNDELIVERED, 'não pôde ser entregue', 'nao pode ser entregue'],
    ] as const)
      for (const words of told) assert.match(words, pattern);
    for (const pattern of [DELAYED, AUTOMATIC, UNDELIVERED]) assert.doesNotMatch('Greetings from Oslo', pattern);
  });
});
