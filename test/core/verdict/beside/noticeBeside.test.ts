import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import type { Start } from '../../../../src/core/ticket/ticket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

const lined = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** The stage, the reason and the recipients of each failure. */
const told = (text: string, start: Start = 'anywhere'): readonly string[] =>
  readVerdicts(readTicket(text, start))
    .filter(({ failed }) => failed)
    .map(({ stage, code, recipients }) => [stage, code, ...recipients].join(' '));

describe('a reply on a line of its own in a pasted notice', () => {
  const german = ['Ihre Nachricht', '', 'wurde nicht zugestellt an:', ''];

  it('is the cause that the notice gives for its recipient', () => {
    assert.deepEqual(told(lined(...german, 'bob@contoso.test', '', 'Grund:', '', '550 5.1.1 User unknown')), [
      'report recipient-unknown bob@contoso.test',
    ]);
  });

  it('belongs to the last of several notices in front of it, and each keeps its own cause', () => {
    const two = lined(
      ...german,
      ...['carol@contoso.test', '', 'Grund:', '', 'Connection refused', '', 'Und gestern:', ''],
      ...german,
      ...['bob@contoso.test', '', 'Grund:', '', '550 5.1.1 User unknown'],
    );
    assert.deepEqual(told(two), [
      'report recipient-unknown bob@contoso.test',
      'report connection-failed carol@contoso.test',
    ]);
  });
});

describe('a second notice in a paste', () => {
  it('has its recipient behind the heading, and its cause below', () => {
    const text = lined(
      ...['Your message', '', 'was not delivered to:', '', '  bob@contoso.test', '', 'because:', ''],
      ...['  User bob (bob@contoso.test) not listed in Domino Directory', '', 'second mail:', ''],
      ...['was not delivered to:  carol@contoso.test', 'because:  Router: Database disk quota exceeded'],
    );
    assert.deepEqual(told(text), [
      'report recipient-unknown bob@contoso.test',
      'report mailbox-full carol@contoso.test',
    ]);
  });
});

describe('what a person writes below a pasted notice', () => {
  it('is none of its words', () => {
    const postfix = ['<bob@contoso.test>: connect to mx.contoso.test[192.0.2.1]:25:', '    Connection refused'];
    const text = lined('Hi,', '', ...postfix, '', 'The mailbox of carol@fabrikam.test is full, too.');
    const [verdict] = readVerdicts(readTicket(text, 'anywhere'));
    assert.deepEqual([verdict?.recipients, verdict?.code], [['bob@contoso.test'], 'connection-failed']);
    assert.doesNotMatch(text.slice(verdict?.span.start, verdict?.span.end), /carol/);
  });

  it('does not end what qmail says behind an empty line', () => {
    const qmail = [
      "I'm afraid I wasn't able to deliver your message to the following addresses.",
      '',
      '<bob@contoso.test>:',
      '',
      'Sorry, no mailbox here by that name. (#5.1.1)',
    ];
    assert.deepEqual(told(lined(...qmail)), ['report recipient-unknown bob@contoso.test']);
  });
});

describe('a notice that a person forwards', () => {
  const header = [
    'Received: from a.contoso.test (a.contoso.test [192.0.2.1]) by b.fabrikam.test with ESMTPS; Sat, 28 Nov 2026 08:12:44 +0100',
    'From: Anna <anna@contoso.test>',
    'To: support@fabrikam.test',
    'Subject: WG: Undelivered Mail Returned to Sender',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Hallo, ich erreiche Bob nicht mehr.',
    '',
  ];
  const notice = [
    'Von: Mail Delivery System <MAILER-DAEMON@mx.contoso.test>',
    'An: Anna <anna@contoso.test>',
    'Betreff: Undelivered Mail Returned to Sender',
    '',
    'This is the mail system at host mx.contoso.test.',
    '',
    '<bob@fabrikam.test>: host mx.fabrikam.test[192.0.2.10] said: 550 5.1.1 User unknown (in reply to RCPT TO command)',
  ];

  it('is read below the line over what is forwarded', () => {
    const lines = [...header, '-----Ursprüngliche Nachricht-----', ...notice];
    assert.deepEqual(told(lined(...lines), 'message'), ['report recipient-unknown bob@fabrikam.test']);
  });

  it('ends where the notice returns a message', () => {
    const mailer = [
      'From: MAILER-DAEMON@contoso.test',
      'Subject: failure notice',
      '',
      'Sorry.',
      '',
      '<bob@fabrikam.test>:',
      'no mailbox here by that name. (#5.1.1)',
      '',
    ];
    const returned = [
      '-----Original Message-----',
      'From: MAILER-DAEMON@contoso.test',
      'To: carol@contoso.test',
      '',
      '<carol@contoso.test>: 552 5.2.2 full',
    ];
    assert.deepEqual(told(lined(...mailer, ...returned), 'message'), ['report recipient-unknown bob@fabrikam.test']);
  });
});

describe('whom a pasted notice is about', () => {
  it('is who was written to, and not the sender that was refused', () => {
    const refused = '553 5.7.1 <ann@fabrikam.test>: Sender address rejected: not owned by user ann@fabrikam.test';
    for (const head of [
      'Ihre E-Mail an bob@contoso.test konnte nicht zugestellt werden:',
      'Your e-mail to bob@contoso.test could not be delivered:',
    ])
      assert.deepEqual(
        told(lined(head, '', 'SMTP error from remote mail server after MAIL FROM:<ann@fabrikam.test>:', refused)),
        ['report sender-not-allowed bob@contoso.test'],
      );
  });

  it('is nobody of whom it says that a server took the message', () => {
    const text = lined(
      ...['Ihre Nachricht konnte nicht an alle Empfänger zugestellt werden.', '', 'Fehlgeschlagen:'],
      ...['  ann@contoso.test   550 Mailbox gesperrt', '  bob@contoso.test   552 5.2.2 Quota exceeded', ''],
      ...['Erfolgreich:', '  carol@contoso.test  250 OK'],
    );
    assert.deepEqual(told(text), [
      'report recipient-inactive ann@contoso.test',
      'report mailbox-full bob@contoso.test',
    ]);
  });

  it('stands in the log that T-Online puts above what comes back', () => {
    const line = (words: string): string => `|------------------------- ${words}: ---------------------|`;
    const text = lined(
      ...['T-Online sagt:', '', line('Message log follows'), ' no valid recipients were found for this message'],
      ...[line('Failed addresses follow'), ' <bob@contoso.test> ... unknown user', line('Message text follows')],
      ...['From: k@fabrikam.test', 'To: bob@contoso.test', 'Subject: x', '', 'x'],
    );
    assert.deepEqual(told(text), ['report recipient-unknown bob@contoso.test']);
  });
});
