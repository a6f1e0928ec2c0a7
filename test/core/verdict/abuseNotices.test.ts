import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';

const message = (from: string, to: string, subject: string, body: string): readonly Verdict[] =>
  readVerdicts(
    readTicket(
      `From: ${from}\nTo: ${to}\nSubject: ${subject}\nDate: Fri, 20 Nov 2026 10:00:00 +0000\nMessage-ID: <1@fabrikam.test>\n\n${body}\n`,
      'message',
    ),
  );

const summaryOf = (verdicts: readonly Verdict[]): string => verdicts.map(({ summary }) => summary).join('\n');

describe('what a program writes to a mailbox for abuse', () => {
  it('is told as a report on a host, with what it did', () => {
    for (const [subject, body, told] of [
      [
        'Notice of Claimed Infringement - Case 7',
        "Infringer's IP Address: 192.0.2.7\nPort: 3326",
        /on 192\.0\.2\.7 \(copyright\)/,
      ],
      [
        '[abuse-1](192.0.2.8) virus sites within your network',
        'Dear abuse team,\n\nplease look.',
        /on 192\.0\.2\.8 \(malware\)/,
      ],
      ['Report', 'We received an abuse report about abuse from 192.0.2.9 (02:00).', /on 192\.0\.2\.9 \(abuse\)/],
      ['192.0.2.5', 'Offending/Source IP:  192.0.2.5\nService: http', /on 192\.0\.2\.5 \(attack\)/],
      ['Login attempts', 'Failed logins by brute force were seen.', /on a host of yours \(login-attack\)/],
    ] as const) {
      const verdicts = message('Reports <reports@fabrikam.test>', 'abuse@contoso.test', subject, body);
      assert.match(summaryOf(verdicts), told);
      assert.ok(!verdicts.some(({ failed }) => failed));
    }
  });

  it('is nothing of the kind where a person writes, or where it goes to somebody else', () => {
    const words = 'We saw a brute force attack from 192.0.2.9.';
    assert.ok(
      !summaryOf(message('bob@fabrikam.test', 'abuse@contoso.test', 'Hello', words)).includes('abuse report on'),
    );
    assert.ok(
      !summaryOf(message('reports@fabrikam.test', 'bob@contoso.test', 'Hello', words)).includes('abuse report on'),
    );
  });
});

describe('a notice of a server that says whom it could not deliver to', () => {
  it('is read to the recipient and the reason behind it', () => {
    const [verdict] = readVerdicts(
      readTicket(
        'Hi, this came back:\n\nCould not deliver message to the following recipient(s):\n\nFailed Recipient: kim@fabrikam.test\nReason: The mailbox is full\n',
      ),
    );
    assert.equal(verdict?.code, 'mailbox-full');
    assert.deepEqual(verdict?.recipients, ['kim@fabrikam.test']);
  });

  it('is one of Exim where only its last lines were pasted', () => {
    const [verdict] = readVerdicts(
      readTicket(
        '  kim@fabrikam.test\n    host mx.fabrikam.test [192.0.2.7]\n    SMTP error from remote mail server after RCPT TO:<kim@fabrikam.test>:\n    550-5.1.1 The email account that you tried to reach does not exist.\n    550 5.1.1 Check the address\n',
      ),
    );
    assert.equal(verdict?.code, 'recipient-unknown');
    assert.deepEqual(verdict?.recipients, ['kim@fabrikam.test']);
  });
});

describe('what a filter tells of mail', () => {
  const ADMIN = (subject: string, ...body: readonly string[]) =>
    message(
      '"Content-filter at mx.contoso.test" <postmaster@contoso.test>',
      'admin@contoso.test',
      subject,
      body.join('\n'),
    );
  const FOUND = 'VIRUS (Eicar-Signature) in mail FROM [203.0.113.7]:41234 <bob@fabrikam.test>';
  const UPSTREAM = 'First upstream SMTP client IP address: [203.0.113.7]:41234 mail.fabrikam.test';

  it('is malware that it relayed all the same, and for whom, where amavis says so to its admin', () => {
    const [one] = ADMIN(
      FOUND,
      'A virus was found: Eicar-Signature',
      UPSTREAM,
      'The message WILL BE relayed to:',
      '<anna@contoso.test>',
    );
    assert.deepEqual([one?.code, one?.failed, one?.recipients], ['virus-found', false, ['anna@contoso.test']]);
    assert.match(one?.summary ?? '', /malware \(Eicar-Signature\) in a message from 203\.0\.113\.7 and relayed it/);
  });

  it('is a failure where it did not relay it', () => {
    const kept = (subject: string, ...body: readonly string[]) => {
      const [one] = ADMIN(subject, ...body, 'The message WAS NOT relayed to:', '<anna@contoso.test>:');
      return [one?.code, one?.failed, one?.recipients];
    };
    const to = ['anna@contoso.test'];
    assert.deepEqual(kept(FOUND, 'A virus was found: Eicar-Signature'), ['virus-found', true, to]);
    assert.deepEqual(kept('Spam FROM [203.0.113.7]:41234 <bob@fabrikam.test>', UPSTREAM), ['spam-refused', true, to]);
    assert.deepEqual(kept('BANNED contents (.exe) in mail FROM <bob@fabrikam.test>', UPSTREAM), [
      'content-refused',
      true,
      to,
    ]);
  });

  it('is malware that a scanner took away, by its name, and nothing where none is named', () => {
    const scanned = (body: string) =>
      message('scanner@northwind.test', 'anna@contoso.test', 'Scanner found an infected message', body)[0];
    const told = scanned('We blocked a message to you.\nVirus Name [Win32.Worm.Mytob.C]\nAction taken: delete');
    assert.deepEqual([told?.code, told?.recipients], ['virus-found', ['anna@contoso.test']]);
    assert.match(told?.summary ?? '', /Win32\.Worm\.Mytob\.C/);
    assert.notEqual(scanned('Shall we meet about it?')?.code, 'virus-found');
  });

  it('is mail that it holds in quarantine, and no bounce', () => {
    for (const [from, subject, body] of [
      [
        'quarantine@mail.contoso.test',
        'Notification',
        'There is 1 new message waiting in quarantine:\n\nrelease | delete',
      ],
      ['Mail Gateway <postmaster@contoso.test>', 'Daily Spam Report for anna@contoso.test', 'Deliver Delete'],
      ['no-reply@contoso.test', 'Sie haben Nachrichten in der Quarantäne', 'Freigeben'],
      ['filter@contoso.test', 'End User Digest: 3 New Messages', 'Release'],
    ] as const) {
      const [one] = message(from, 'anna@contoso.test', subject, body);
      assert.deepEqual(
        [one?.code, one?.failed, one?.recipients],
        ['receiver-report', false, ['anna@contoso.test']],
        from,
      );
      assert.match(one?.summary ?? '', /holds mail .* in quarantine\. Such notices are imitated/);
    }
    assert.doesNotMatch(
      summaryOf(message('bob@fabrikam.test', 'anna@contoso.test', 'Lunch', 'Is my mail in quarantine?')),
      /holds mail/,
    );
  });

  it('is a question to the sender where it wants to know that he is a person', () => {
    const [one] = message(
      'bob@fabrikam.test',
      'anna@contoso.test',
      'Your email requires verification verify#1',
      'The message you sent requires that you verify that you \nare a real live human being and not a spam source.',
    );
    assert.deepEqual([one?.code, one?.role], ['recipient-filtered', 'waiting']);
  });
});
