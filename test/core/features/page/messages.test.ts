import assert from 'node:assert/strict';
import { mailOf, messagesOf } from '../../../../src/core/features/page/messages.ts';
import { Once } from '../../../../src/core/features/page/once.ts';
import type { PageLine, PageMessage } from '../../../../src/core/features/page/page.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

const messageIn = (text: string): PageMessage => {
  const [message] = messagesOf(readTicket(text, 'message'), [], new Once()).messages;
  assert.ok(message);
  return message;
};
const line = ({ words, line, tone }: PageLine): string => `${line} ${tone ?? '-'} ${words}`;

describe('the mail that a session or a log names', () => {
  const shows = (mail: Partial<Parameters<typeof mailOf>[0]>, ...facts: readonly string[]): void =>
    assert.deepEqual(
      mailOf({ recipients: [], ...mail } as Parameters<typeof mailOf>[0]).map(({ name, value }) => `${name}: ${value}`),
      facts,
    );
  it('is shown by what is known of it', () => {
    shows({});
    shows(
      { sender: 'a@a.test', recipients: ['b@b.test', 'c@c.test'], subject: 'Hi', messageId: '<1@a.test>' },
      'From: a@a.test',
      'To: b@b.test, c@c.test',
      'Subject: Hi',
      'Message-ID: <1@a.test>',
    );
    shows(
      { time: 'Nov 20', server: 'mx.a.test', queueId: '4A', subject: ' ' },
      'Time: Nov 20',
      'Server: mx.a.test',
      'Queue id: 4A',
    );
    shows({ sender: '' }, 'From: <> (the null sender, as bounces have it)');
    shows({ recipients: ['a', 'b', 'c'] }, 'To: a, b, c');
    shows({ recipients: ['a', 'b', 'c', 'd'] });
  });
});

describe('a message on the page', () => {
  it('has the fields that readers know, decoded, and no more of one than is read', () => {
    const facts = (header: string): readonly string[] =>
      messageIn(`${header}\n\nx\n`).facts.map(({ name, value }) => `${name}: ${value}`);
    assert.deepEqual(
      facts(
        'Message-ID: <1@a.test>\nDate: today\nX-A: b\nsubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\nCc: c@c.test\nTo: b@b.test\nFrom: a@a.test',
      ),
      ['From: a@a.test', 'To: b@b.test', 'Cc: c@c.test', 'Subject: Grüße', 'Date: today', 'Message-ID: <1@a.test>'],
    );
    const long = 'x'.repeat(300);
    assert.deepEqual(facts(`From: a@a.test\nSubject: ${long}`).at(-1), `Subject: ${long}`);
    assert.deepEqual(facts(`From: a@a.test\nSubject: ${long}y`).at(-1), `Subject: ${long}…`);
  });

  it('says what the values of Microsoft’s filters mean, thirty of them', () => {
    const filters = (header: string): readonly string[] =>
      messageIn(`${header}From: a@a.test\n\nx\n`).filters.map(line);
    const spam = 'CAT:SPM – The message was taken for spam.';
    assert.deepEqual(
      filters('X-Forefront-Antispam-Report: CAT:SPM;MOO:1;CAT:;SPM;:SPM\n').at(-1)?.startsWith('0 - CAT:SPM – '),
      true,
      spam,
    );
    for (const field of [
      'X-Microsoft-Antispam',
      'x-ms-exchange-organization-antispam-report',
      'X-Microsoft-Antispam-Mailbox-Delivery',
    ])
      assert.equal(
        filters(`Subject: x\n${field}: CAT:SPM;CAT:;SPM;:SPM\n`).filter((one) => one.startsWith('1 - CAT:SPM')).length,
        1,
        field,
      );
    for (const field of ['X-Microsoft-Antispam-X', 'X-X-Microsoft-Antispam', 'X-Moo'])
      assert.deepEqual(filters(`${field}: CAT:SPM\n`), [], field);
  });

  it('is one of three at most, and has twenty files at most', () => {
    const mail = (i: number): string =>
      `From nobody Fri Nov 20 10:00:00 2026\nFrom: a@a.test\nTo: b@b.test\nSubject: ${i}\nDate: Fri, 20 Nov 2026 10:00:00 +0000\n\nhello\n\n`;
    const many = (count: number): readonly [number, number] => {
      const { messages, moreMessages } = messagesOf(
        readTicket(Array.from({ length: count }, (_, i) => mail(i)).join('')),
        [],
        new Once(),
      );
      return [messages.length, moreMessages];
    };
    assert.deepEqual(
      [many(1), many(3), many(4)],
      [
        [1, 0],
        [3, 0],
        [3, 1],
      ],
    );
    const files = (count: number): PageMessage =>
      messageIn(
        `From: a@a.test\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${Array.from({ length: count }, (_, i) => `--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=${i}.pdf\n\nx\n`).join('')}--b--\n`,
      );
    for (const [count, shown, more] of [
      [1, 1, 0],
      [20, 20, 0],
      [22, 20, 2],
    ] as const) {
      const { attachments, moreAttachments } = files(count);
      assert.deepEqual([attachments.length, moreAttachments], [shown, more]);
      assert.equal(attachments[0]?.command, 'mailTriage.savePart');
    }
    assert.deepEqual(
      files(1).attachments.map(({ argument }) => argument),
      [5],
    );
  });

  it('offers what can be done with it', () => {
    const labels = (text: string): readonly string[] => messageIn(text).actions.map(({ label }) => label);
    assert.deepEqual(labels('From: a@a.test\nTo: b@b.test\n'), ['Verify SPF, DKIM and DMARC', 'Copy indicators']);
    assert.deepEqual(labels('Received: from a by b; Fri, 20 Nov 2026 10:00:00 +0000\nFrom: a@a.test\n\nx\n'), [
      'Hop timeline',
      'Preview',
      'Verify SPF, DKIM and DMARC',
      'Copy indicators',
    ]);
  });
});

describe('the way of a message', () => {
  const hop = (by: string, time: string, from = ''): string =>
    `Received: ${from === '' ? '' : `from ${from} ([192.0.2.1]) `}by ${by} with ESMTP; Fri, 20 Nov 2026 ${time} +0000\n`;
  const way = (header: string): PageMessage => messageIn(`${header}From: a@a.test\n\nx\n`);
  it('is told from two hops on', () => {
    assert.deepEqual([way('').way, way(hop('a.test', '10:00:00')).way], ['', '']);
    const { hops, way: words } = way(hop('b.test', '10:00:04', 'a.test') + hop('a.test', '10:00:01'));
    assert.equal(words, '2 hops, 3 s; slowest: 3 s at a.test');
    assert.deepEqual(hops, [
      { name: 'a.test', delay: 'start', share: 0, slowest: false },
      { name: 'b.test', delay: '3 s', share: 1, slowest: true },
    ]);
  });
  it('names the longest wait, with whoever took the message before', () => {
    const { hops, way: words } = way(
      hop('c.test', '10:01:00', 'b.test') + hop('b.test', '10:00:10', 'a.test') + hop('a.test', '10:00:00'),
    );
    assert.equal(words, '3 hops, 1 min; slowest: 50 s at b.test');
    assert.deepEqual(
      hops.map(({ slowest }) => slowest),
      [false, false, true],
    );
  });
  it('begins with writing, which is no wait', () => {
    const { hops } = way(
      `${hop('b.test', '10:00:04', 'a.test')}${hop('a.test', '10:00:01')}Date: Fri, 20 Nov 2026 09:00:00 +0000\n`,
    );
    assert.deepEqual(
      hops.map(({ name, slowest }) => [name, slowest]),
      [
        ['written', false],
        ['a.test', false],
        ['b.test', false],
      ],
    );
  });
});
