import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

const read = (text: string) => readVerdicts(readTicket(text, 'message'));

const from = (subject: string, body: string) => `From: Mail System <postmaster@contoso.test>
To: anna@contoso.test
Subject: ${subject}
Date: Fri, 26 May 2023 17:14:07 -0400

${body}
`;

describe('a notice of an old mailer', () => {
  it('is not read by the heading over the next recipient', () => {
    const found = read(
      from(
        'Mail System Error - Returned Mail',
        `This Message was undeliverable due to the following reason:

Your message was not delivered because the destination computer was
not reachable within the allowed queue period.

Host fabrikam.test is not responding.

The following recipients did not receive your message:

     <bob@fabrikam.test>
The following recipients did not receive your message:

     <erin@fabrikam.test>

Please reply to Postmaster@contoso.test
if you feel this message to be in error.`,
      ),
    );
    assert.deepEqual(
      found.map(({ code, recipients }) => [code, recipients[0]]),
      [
        ['connection-failed', 'bob@fabrikam.test'],
        ['connection-failed', 'erin@fabrikam.test'],
      ],
    );
  });

  it('does not take the number of a version for a code', () => {
    const [found] = read(
      from(
        'Undeliverable: Release 2.0.12',
        `Your message

  To:      bob@fabrikam.test
  Subject: Release 2.0.12
  Sent:    Thu, 11 Jul 2024 16:52:33 -0300

did not reach the following recipient(s):

bob@fabrikam.test on Thu, 11 Jul 2024 16:54:54 -0300
    The recipient name is not recognized`,
      ),
    );
    assert.deepEqual([found?.code, found?.recipients], ['recipient-unknown', ['bob@fabrikam.test']]);
  });

  it('that gave a message up leaves somebody to act', () => {
    const [found] = read(
      from(
        'Undelivered Mail Returned to Sender',
        `<bob@fabrikam.test>: host mx.fabrikam.test[192.0.2.1] said: 554 Service
    currently unavailable (in reply to RCPT TO command)`,
      ),
    );
    assert.deepEqual([found?.code, found?.failed, found?.actor], ['server-busy', true, 'sender']);
  });

  it('of amavis tells of the malware, for whom it was', () => {
    const [found] = read(
      `From: "Content-filter at mx.contoso.test" <postmaster@mx.contoso.test>
To: anna@fabrikam.test
Subject: VIRUS (Eicar-Test-Signature) in mail FROM YOU (anna@fabrikam.test)

VIRUS ALERT

Our content checker found
    virus: Eicar-Test-Signature

in your email to the following recipient:
-> bob@contoso.test

Please check your system for viruses,
or ask your system administrator to do so.
`,
    );
    assert.deepEqual([found?.code, found?.failed, found?.recipients], ['virus-found', true, ['bob@contoso.test']]);
  });

  it('is one with the reply on a line of its own, as Exim breaks it', () => {
    const text = `Our mailings come back:

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  bob@fabrikam.test
    host mx.fabrikam.test [192.0.2.1]
    SMTP error from remote mail server after end of data:
    550 5.7.1 Sender prohibited by SPF

Reporting-MTA: dns; mail.contoso.test

Action: failed
Final-Recipient: rfc822;bob@fabrikam.test
Status: 5.0.0
Remote-MTA: dns; mx.fabrikam.test
Diagnostic-Code: smtp; 550 5.7.1 Sender prohibited by SPF
`;
    const found = readVerdicts(readTicket(text));
    assert.deepEqual(
      found.map(({ code, recipients }) => [code, recipients]),
      [['spf-failed', ['bob@fabrikam.test']]],
    );
  });
});

describe('an address in the words of a notice', () => {
  const whom = (subject: string, body: string) => read(from(subject, body)).map(({ recipients }) => recipients[0]);

  it('is the recipient in quotation marks behind a comma', () => {
    for (const line of [
      "The following message, addressed to 'bob@fabrikam.test',\nfailed because it has not been collected after 30 days",
      'Your mail of today, sent to <bob@fabrikam.test>, could not be delivered.',
    ])
      assert.deepEqual(whom('Mail delivery failed', `${line}\n\n---- returned ----\nTo: anna@contoso.test\n`), [
        'bob@fabrikam.test',
      ]);
  });

  it('is the recipient at the end of an address of X.400', () => {
    const rows = 'did not reach the following recipient(s):\n\n';
    const said = '\n    The recipient name is not recognized\n';
    for (const address of ['c=US;a= ;p=CONTOSO;o=Nexus2;dda:SMTP=', 'c=de;a=x;p=y;dda:SMTP='])
      assert.deepEqual(
        whom(
          'Undeliverable: Hi',
          `Your message\n\n  To: list@contoso.test\n\n${rows}${address}bob@fabrikam.test; on Fri${said}`,
        ),
        ['bob@fabrikam.test'],
      );
  });

  it('is an example behind an if, also on the next line', () => {
    const words =
      'Your message could not be delivered: no such user.\n\nTry the most explicit form of the name, e.g., if';
    assert.deepEqual(
      whom('Returned mail: User unknown', `${words}\nb.fox@fabrikam.test fails, try bob.j.fox@fabrikam.test\n`),
      [undefined],
    );
  });
});
