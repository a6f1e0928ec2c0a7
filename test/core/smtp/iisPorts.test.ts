import assert from 'node:assert/strict';
import { ticketJson } from '../../../src/core/report/ticketJson.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

describe('a log of IIS', () => {
  for (const time of [1, 62, 10_250, 99_999]) {
    it(`is read whatever the numbers behind a line are: ${time}`, () => {
      const at = '2026-11-20 20:11:38 192.0.2.1';
      const line = (verb: string, words: string): string =>
        `${at} OutboundConnection${verb} SMTPSVC1 MAIL01 - 25 ${words} ${time} ${time} ${time} ${time} ${time} SMTP - - - -\n`;
      const text =
        line('Response', '- - 220+a.test+ESMTP') +
        line('Command', 'EHLO - b.test') +
        line('Response', '- - 550+5.1.1+User+unknown');
      const { events } = ticketJson('a.txt', readTicket(text)) as { events: { code?: number; verb?: string }[] };
      assert.deepEqual(
        events.map(({ code, verb }) => code ?? verb),
        [220, 'EHLO', 550],
      );
    });
  }
});
