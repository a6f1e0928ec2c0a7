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
