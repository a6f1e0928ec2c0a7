import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

/** Each verdict as `line class recipients`. */
function told(...lines: readonly string[]): string[] {
  const ticket = readTicket(`${lines.join('\n')}\n`);
  return readVerdicts(ticket).map(({ span, code, recipients }) =>
    [ticket.lines.lineOf(span.start) + 1, code, ...recipients].join(' '),
  );
}

describe('errors of tools without codes', () => {
  it('are each told where they are of several recipients', () => {
    assert.deepEqual(
      told(
        'I noted three errors of the application:',
        'Anna, to a@contoso.test: "The recipient\'s mailbox is full"',
        'Bert, to b@nowhere.test: Host or domain name not found. Name service error for name=nowhere.test',
        'Carla, to c@fabrikam.test: connect to mx.fabrikam.test[192.0.2.3]:25: Connection timed out',
      ),
      ['2 mailbox-full a@contoso.test', '3 domain-not-found b@nowhere.test', '4 connection-failed c@fabrikam.test'],
    );
  });

  it('are each told where they stand apart, and one where they come of each other', () => {
    const first = ['Error: self-signed certificate in certificate chain', '    at TLSSocket.emit (node:events:524:28)'];
    const second = 'Error: Connection timeout';
    assert.deepEqual(told(...first, '', 'and on another host:', '', second), ['1 tls-failed', '6 connection-failed']);
    assert.deepEqual(told(...first, second), ['1 tls-failed']);
    assert.deepEqual(
      told(
        '[mail] sending to a@contoso.test',
        second,
        '',
        'and with nc:',
        '',
        'nc: connect to 192.0.2.1 port 25 (tcp) failed: Connection timed out',
      ),
      ['2 connection-failed a@contoso.test'],
    );
    assert.deepEqual(
      told(...first, '', 'During handling of the above exception, another exception occurred:', '', second),
      ['1 tls-failed'],
    );
  });

  it('are told beside a reply where the log of a program dates them', () => {
    const refused =
      '[2026-11-29 08:10:01] production.ERROR: Expected response code "250" but got code "550", with message "550 5.1.1 <a@contoso.test>: User unknown"';
    const late =
      '[2026-11-29 08:20:31] production.ERROR: Connection could not be established with host "smtp.contoso.test:465" (Connection timed out)';
    assert.deepEqual(told(refused, late), ['1 recipient-unknown a@contoso.test', '2 connection-failed']);
    assert.deepEqual(told(refused, late.replace('smtp.contoso', 'db.contoso')), ['1 recipient-unknown a@contoso.test']);
    assert.deepEqual(
      told('2026/11/29 08:00:01 send failed for a@contoso.test: dial tcp 192.0.2.5:587: i/o timeout', ''),
      ['1 connection-failed a@contoso.test'],
    );
  });

  it('are explained by the exception that caused them', () => {
    const [summary] = readVerdicts(
      readTicket(
        [
          'org.springframework.mail.MailSendException: Mail server connection failed. Failed messages: jakarta.mail.MessagingException: Could not convert socket to TLS',
          '\tat org.springframework.mail.javamail.JavaMailSenderImpl.doSend(JavaMailSenderImpl.java:407)',
          'Caused by: jakarta.mail.MessagingException: Could not convert socket to TLS',
          '\tat org.eclipse.angus.mail.smtp.SMTPTransport.startTLS(SMTPTransport.java:2177)',
          '\t... 12 more',
          'Caused by: javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target',
          '',
        ].join('\n'),
      ),
    ).map((one) => one.summary);
    assert.match(summary ?? '', /certificate leads to no authority/);
  });

  it("are no states in a scanner's list of what TLS is offered, but what it says is wrong", () => {
    const list = [
      'SSLv3      not offered (OK)',
      'TLS 1      not offered',
      'TLS 1.1    not offered',
      'TLS 1.2    offered (OK)',
    ];
    assert.deepEqual(
      told('Testing protocols', ...list, 'TLS renegotiation:', 'Session renegotiation not supported'),
      [],
    );
    assert.deepEqual(told(...list, 'Chain of trust               NOT ok (chain incomplete)'), ['5 tls-failed']);
    assert.deepEqual(
      told(
        'sslscan:',
        'TLSv1.0   disabled',
        'TLSv1.1   enabled',
        '',
        'TLS compression is not supported by the server',
        'done',
      ),
      [],
    );
    assert.deepEqual(told('my mailer says:', 'TLS is not offered by the server'), ['2 tls-required']);
  });
});
