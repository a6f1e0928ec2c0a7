import assert from 'node:assert/strict';
import type { Start } from '../../../../src/core/ticket/ticket.ts';
import { shown } from '../facts.ts';

/** The outline of a text, and which lines fold. */
function outlines(start: Start, lines: readonly string[], outline: readonly string[], folds: readonly string[]): void {
  const told = shown(`${lines.join('\n')}\n`, start);
  assert.deepEqual([told.outline, told.folds], [outline, folds]);
}

describe('the outline of a session', () => {
  it('has its transactions with each recipient and how it was answered', () =>
    outlines(
      'anywhere',
      [
        ...['220 mx.a.test ESMTP', 'EHLO b.test', '250 mx.a.test', 'MAIL FROM:<>', '250 ok', 'RCPT TO:<>', '250 ok'],
        ...[
          'RCPT TO:<x@a.test>',
          '250 ok',
          'DATA',
          '354 go',
          'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?= and',
          ' more of it',
        ],
        ...['From: x', '', 'body', '.', '250 ok'],
      ],
      [
        'Session with mx.a.test |  | 1-18',
        '  from <> | accepted | 4-18',
        '    to (nobody) | 250 ok | 6-6',
        '    to x@a.test | 250 ok | 8-8',
        '    message data | Grüße and more of it | 12-17',
      ],
      ['1-18', '4-18', '12-17'],
    ));
  it('names the first reply of 400 or more, and says of whom nothing was answered', () => {
    outlines(
      'anywhere',
      [
        'EHLO b.test',
        '250 mx.a.test',
        'MAIL FROM:<a@b.test>',
        '399 what',
        'RCPT TO:<x@a.test>',
        '400 later',
        'DATA',
        '503 no',
      ],
      [
        'Session with mx.a.test | 400 later | 1-8',
        '  from a@b.test | refused | 3-8',
        '    to x@a.test | 400 later | 5-5',
      ],
      ['1-8', '3-8'],
    );
    outlines(
      'anywhere',
      ['C: EHLO b.test', 'S: 250', 'C: MAIL FROM:<a@b.test>', 'S: 250 ok', 'C: RCPT TO:<x@a.test>'],
      [
        'Session with an unnamed server |  | 1-5',
        '  from a@b.test | unfinished | 3-5',
        '    to x@a.test | no reply | 5-5',
      ],
      ['1-5', '3-5'],
    );
  });
  it('cuts long replies', () => {
    const words = 'x'.repeat(100);
    outlines(
      'anywhere',
      ['220 mx.a.test', 'MAIL FROM:<a@b.test>', '250 ok', 'RCPT TO:<x@a.test>', `550 ${words}`],
      [
        `Session with mx.a.test | 550 ${words.slice(4, 80)} | 1-5`,
        '  from a@b.test | refused | 2-5',
        `    to x@a.test | 550 ${words.slice(4, 80)} | 4-4`,
      ],
      ['1-5', '2-5'],
    );
  });
});

describe('the outline of look-ups', () => {
  const dig = (type: string, name: string, status: string, ...answers: readonly string[]): readonly string[] => [
    `; <<>> DiG 9.18 <<>> ${type} ${name}`,
    `;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 1`,
    ';; QUESTION SECTION:',
    `;${name}. IN ${type}`,
    ...(answers.length > 0 ? [';; ANSWER SECTION:', ...answers] : []),
    '',
  ];
  it('has each question, with how many records there are or why there are none', () =>
    outlines(
      'anywhere',
      [
        ...dig('MX', 'a.test', 'NOERROR', 'a.test. 300 IN MX 10 mx.a.test.'),
        ...dig('A', 'mx.a.test', 'NOERROR', 'mx.a.test. 300 IN A 192.0.2.1', 'mx.a.test. 300 IN A 192.0.2.2'),
        ...dig('TXT', 'a.test', 'NOERROR'),
        ...dig('A', 'no.a.test', 'NXDOMAIN'),
      ],
      [
        'MX of a.test | 1 record | 1-7',
        'A of mx.a.test | 2 records | 8-15',
        'TXT of a.test | 0 records | 16-20',
        'A of no.a.test | NXDOMAIN | 21-24',
      ],
      ['1-6', '8-14', '16-19', '21-24'],
    ));
});

describe('the outline of a message', () => {
  it('has its fields, and its parts with names, sizes and how they are encoded', () =>
    outlines(
      'message',
      [
        ...['From: a@a.test', 'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=', 'Content-Type: multipart/mixed; boundary=b', ''],
        ...[
          'preamble',
          '--b',
          'Content-Type: multipart/alternative; boundary=c',
          '',
          '--c',
          'Content-Type: text/plain',
          '',
        ],
        ...['hello', '--c', 'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64', ''],
        ...[
          'PGI+aGVsbG88L2I+',
          'PGI+aGVsbG88L2I+',
          '--c--',
          '--b',
          'Content-Type: message/rfc822',
          '',
          'From: c@c.test',
        ],
        ...['Subject: inner', '', 'inner body', '--b', 'Content-Type: application/pdf; name=a.pdf'],
        ...[
          'Content-Disposition: attachment; filename="b.pdf"',
          'Content-Transfer-Encoding: base64',
          '',
          'JVBERi0xLjQK',
        ],
        ...['--b', 'Content-Type: text/plain; name=empty.txt', '', '--b--'],
      ],
      [
        'Message | Grüße | 1-37',
        '  From | a@a.test | 1-1',
        '  Subject | Grüße | 2-2',
        '  Content-Type | multipart/mixed; boundary=b | 3-3',
        '  multipart/alternative | 153 bytes | 7-19',
        '    text/plain | 5 bytes · 7bit | 10-12',
        '    text/html | 24 bytes · base64 | 14-18',
        '  message/rfc822 | 41 bytes · 7bit | 21-26',
        '    Message | inner | 23-26',
        '      From | c@c.test | 23-23',
        '      Subject | inner | 24-24',
        '  application/pdf | b.pdf · 9 bytes · base64 | 28-32',
        '  text/plain | empty.txt | 34-35',
      ],
      ['1-3', '7-19', '10-12', '14-18', '17-18', '21-26', '23-24', '28-32'],
    ));
  it('has the message that a report returns', () =>
    outlines(
      'message',
      [
        ...['From: MAILER-DAEMON@a.test', 'To: x@b.test', 'Subject: Undelivered'],
        ...[
          'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
          '',
          '--b',
          '',
          'It failed.',
          '--b',
        ],
        ...['Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.a.test', ''],
        ...[
          'Final-Recipient: rfc822; y@c.test',
          'Action: failed',
          'Status: 5.1.1',
          'Diagnostic-Code: smtp; 550 5.1.1 no',
          '',
        ],
        ...['--b', 'Content-Type: text/rfc822-headers', '', 'From: x@b.test', 'Subject: hello', '', '--b--'],
      ],
      [
        'Delivery report | Undelivered | 1-26',
        '  From | MAILER-DAEMON@a.test | 1-1',
        '  To | x@b.test | 2-2',
        '  Subject | Undelivered | 3-3',
        '  Content-Type | multipart/report; report-type=delivery-status; boundary=b | 4-4',
        '  text/plain | 10 bytes · 7bit | 7-8',
        '  message/delivery-status | 130 bytes | 10-18',
        '    text/plain |  | 12-12',
        '    text/plain |  | 14-17',
        '  text/rfc822-headers | 30 bytes · 7bit | 20-24',
        '    Message | hello | 22-24',
        '      From | x@b.test | 22-22',
        '      Subject | hello | 23-23',
      ],
      ['1-4', '7-8', '10-17', '14-17', '20-23', '22-23'],
    ));
  it('cuts long values, and calls what has no name so', () =>
    outlines(
      'message',
      [`From: ${'a'.repeat(120)}`, 'Subject:', 'X: y', '', 'body'],
      ['Message |  | 1-6', `  From | ${'a'.repeat(100)} | 1-1`, '  Subject |  | 2-2', '  X | y | 3-3'],
      ['1-3'],
    ));
});
