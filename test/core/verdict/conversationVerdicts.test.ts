import assert from 'node:assert/strict';
import { answer } from '../../../src/core/report/answer.ts';
import { verdictHeadline } from '../../../src/core/report/verdictWords.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import { foremost } from '../../../src/core/verdict/verdict.ts';

/** Each verdict as `line role class recipients`. */
function told(text: string): string[] {
  const ticket = readTicket(text);
  return readVerdicts(ticket).map(({ span, role, code, recipients }) =>
    [ticket.lines.lineOf(span.start) + 1, role, code, ...recipients].join(' '),
  );
}

const FACTS = { file: 'a.txt', probes: [] };

const session = (lines: readonly string[]): string => `220 mx1.contoso.test ESMTP Postfix\n${lines.join('\n')}\n`;

const headline = (text: string): string => {
  const first = foremost(readVerdicts(readTicket(text)));
  return first === undefined ? '' : verdictHeadline(first);
};

describe('what happened in a session', () => {
  it('says what CheckTLS found of the certificate, of which nothing failed', () => {
    const [one, ...more] = readVerdicts(
      readTicket(
        '[000.214]<--\t220 a.test ESMTP\n[000.216]-->\tEHLO b.test\n[000.317]<--\t250 a.test\n[000.731]\tCert Hostname DOES NOT VERIFY (a.test != *.c.test)\n[000.732] ~~>\tEHLO b.test\n[000.734]<~~\t250 a.test\n[000.735] ~~>\tQUIT\n[000.836]<~~\t221 Bye\n',
      ),
    );
    assert.deepEqual(
      [one?.code, one?.role, one?.failed, one?.server, more],
      ['tls-failed', 'notice', false, 'a.test', []],
    );
  });

  it('was no connection where the session behind it is at another port or host, and nothing where it is the same', () => {
    const tries = (first: string, then: string): string =>
      [
        `$ telnet ${first}`,
        'Trying 198.51.100.10...',
        'telnet: Unable to connect to remote host: Connection timed out',
        `$ telnet ${then}`,
        'Trying 198.51.100.10...',
        'Connected to mx1.contoso.test.',
        "Escape character is '^]'.",
        '220 mx1.contoso.test ESMTP',
      ].join('\n');
    const other = tries('mx1.contoso.test 25', 'mx1.contoso.test 587');
    assert.deepEqual(told(other), ['3 cause connection-failed']);
    assert.match(answer(readTicket(other), FACTS) ?? '', /- Server: mx1\.contoso\.test, port 25\n/);
    assert.deepEqual(told(tries('mx2.contoso.test 25', 'mx1.contoso.test 25')), ['3 cause connection-failed']);
    assert.deepEqual(told(tries('mx1.contoso.test 25', 'mx1.contoso.test 25')), []);
  });

  it('was kept back where the server took the message and says that a filter discards it', () => {
    const sent = (end: string): string =>
      session(['MAIL FROM:<a@a.test>', '250 ok', 'RCPT TO:<b@contoso.test>', '250 ok', 'DATA', '354 go', '.', end]);
    const discarded = sent('250 2.7.0 Ok, discarded, id=123-01 - spam');
    assert.deepEqual(told(discarded), ['9 cause spam-refused b@contoso.test']);
    assert.match(answer(readTicket(discarded), FACTS) ?? '', /It was dropped: nobody gets it, and nobody is told\./);
    const quarantined = sent('250 2.0.0 message quarantined');
    assert.match(answer(readTicket(quarantined), FACTS) ?? '', /It is in quarantine: the recipient does not get it/);
    assert.deepEqual(told(sent('250 2.0.0 Ok: queued as 12345')), ['9 success accepted b@contoso.test']);
  });

  it('was got over where a session went on without the TLS that it asked for', () => {
    const refused = ['EHLO a.test', '250-mx1.contoso.test', '250 STARTTLS', 'STARTTLS', '454 4.7.0 TLS not available'];
    const sent = [
      'MAIL FROM:<a@a.test>',
      '250 ok',
      'RCPT TO:<b@contoso.test>',
      '250 ok',
      'DATA',
      '354 go',
      '.',
      '250 ok',
    ];
    assert.deepEqual(told(session([...refused, ...sent])), [
      '6 recovered tls-failed',
      '14 success accepted b@contoso.test',
    ]);
    assert.deepEqual(told(session([...refused, 'STARTTLS', '220 go ahead'])), ['6 recovered tls-failed']);
    assert.deepEqual(told(session([...refused, 'QUIT', '221 bye'])), ['6 waiting tls-failed']);
  });

  it('is told once where the client tries on and hears the same again', () => {
    const text = session([
      'EHLO a.test',
      '250 mx1.contoso.test',
      'MAIL FROM:<a@a.test>',
      '530 5.7.0 Must issue a STARTTLS command first',
      'RSET',
      '530 5.7.0 Must issue a STARTTLS command first',
      'QUIT',
      '221 Bye',
    ]);
    assert.deepEqual(told(text), ['5 cause tls-required', '7 consequence tls-required']);
  });

  it('is told for each recipient that is refused in the same words', () => {
    const text = session([
      'EHLO a.test',
      '250 mx1.contoso.test',
      'MAIL FROM:<a@a.test>',
      '250 2.1.0 Ok',
      'RCPT TO:<b@c.test>',
      '550 No such user',
      'RCPT TO:<d@c.test>',
      '550 No such user',
    ]);
    assert.deepEqual(told(text), ['7 cause recipient-unknown b@c.test', '9 cause recipient-unknown d@c.test']);
  });

  it('is the refusal, and the 503 behind it only followed', () => {
    const text = session([
      'EHLO a.test',
      '250 mx1.contoso.test',
      'MAIL FROM:<a@a.test>',
      '250 2.1.0 Ok',
      'RCPT TO:<b@c.test>',
      '554 5.7.1 <b@c.test>: Relay access denied',
      'DATA',
      '503 5.5.1 Error: need RCPT command',
      'QUIT',
      '221 Bye',
    ]);
    assert.deepEqual(told(text), ['7 cause relaying-denied b@c.test', '9 consequence command-order b@c.test']);
    assert.equal(
      headline(text),
      "Refused at RCPT by mx1.contoso.test: relaying denied; the sender's admin must authenticate, or use the server of the recipient",
    );
  });

  it('differs from recipient to recipient', () => {
    const text = session([
      'EHLO a.test',
      '250 mx1.contoso.test',
      'MAIL FROM:<a@a.test>',
      '250 2.1.0 Ok',
      'RCPT TO:<b@contoso.test>',
      '250 2.1.5 Ok',
      'RCPT TO:<c@contoso.test>',
      '550 5.1.1 <c@contoso.test>: Recipient address rejected: User unknown in local recipient table',
      'DATA',
      '354 End data with <CR><LF>.<CR><LF>',
      'Subject: x',
      '',
      'y',
      '.',
      '250 2.0.0 Ok: queued as 4F1',
      'QUIT',
      '221 Bye',
    ]);
    assert.deepEqual(told(text), ['9 cause recipient-unknown c@contoso.test', '16 success accepted b@contoso.test']);
  });

  it('takes the lines of a refused message for what they are', () => {
    const text = session([
      'EHLO a.test',
      '250 mx1.contoso.test',
      'MAIL FROM:<a@a.test>',
      '250 Ok',
      'RCPT TO:<b@contoso.test>',
      '250 Ok',
      'DATA',
      '451 4.3.0 Try again later',
      'Subject: x',
      '500 5.5.2 Error: bad syntax',
      'QUIT',
      '221 Bye',
    ]);
    assert.equal(told(text)[0], '9 waiting server-busy b@contoso.test');
    assert.ok(told(text).every((one, i) => i === 0 || one.includes('consequence')));
  });

  it('is success where the session got over its trouble', () => {
    const text = session([
      'EHLO a.test',
      '502 5.5.1 Command not implemented',
      'HELO a.test',
      '250 mx1.contoso.test',
      'MAIL FROM:<a@a.test>',
      '250 Ok',
      'RCPT TO:<b@contoso.test>',
      '250 Ok',
      'DATA',
      '354 go on',
      '',
      'x',
      '.',
      '250 Ok: queued as 1',
      'QUIT',
      '221 Bye',
    ]);
    assert.deepEqual(told(text), ['3 recovered command-unknown', '15 success accepted b@contoso.test']);
    assert.equal(headline(text), 'Accepted by mx1.contoso.test for b@contoso.test');
  });

  it('names a deferral that a later try got over', () => {
    const ehlo = ['EHLO a.test', '250 mx1.contoso.test', 'MAIL FROM:<a@a.test>', '250 Ok', 'RCPT TO:<b@contoso.test>'];
    const first = session([...ehlo, '450 4.2.0 <b@contoso.test>: Greylisted', 'QUIT', '221 Bye']);
    const second = session([
      ...ehlo,
      '250 Ok',
      'DATA',
      '354 go on',
      '',
      'x',
      '.',
      '250 Ok: queued as 1',
      'QUIT',
      '221 Bye',
    ]);
    const roles = (text: string): string =>
      readVerdicts(readTicket(text))
        .map(({ role, failed }) => (failed ? `${role} (failed)` : role))
        .join(', ');
    assert.equal(roles(`${first}\n${second}`), 'recovered, success');
    assert.equal(roles(`${first}\n${second.replaceAll('b@contoso', 'B@CONTOSO')}`), 'recovered, success');
    assert.equal(roles(`${second}\n${first}`), 'waiting (failed), success');
    assert.equal(roles(`${first}\n${second.replaceAll('b@contoso', 'c@contoso')}`), 'waiting (failed), success');
    assert.equal(roles(`${first}\n${second.replaceAll('<a@a.test>', '<z@a.test>')}`), 'waiting (failed), success');
  });

  it('is the word of the tool where no connection came about', () => {
    const text =
      "* Trying 192.0.2.1:25...\n* connect to 192.0.2.1 port 25 failed: Connection refused\n* Failed to connect to mx1.contoso.test port 25 after 4 ms: Couldn't connect to server\n";
    assert.equal(told(text)[0], '2 cause connection-failed');
    assert.match(
      headline(text),
      /^Failed on connecting to mx1\.contoso\.test: the host answers, but nothing takes connections on this port/,
    );
  });

  it('is no refusal of what was mended in the next lines', () => {
    const lines = [
      '220 mx1.contoso.test ESMTP',
      'HELO a.test',
      '250 mx1.contoso.test',
      'MIAL FROM:<a@a.test>',
      '500 5.5.2 Command unrecognized',
      'MAIL FROM:<a@a.test>',
      '250 Ok',
      'RCPT TO: <b@contoso.test',
      '501 5.1.3 Bad recipient address syntax',
      'RCPT TO:<b@contoso.test>',
      '250 Ok',
    ];
    const failed = (said: readonly string[]) =>
      readVerdicts(readTicket(`${said.join('\n')}\n`))
        .filter((verdict) => verdict.failed)
        .map(({ code }) => code);
    assert.deepEqual(failed(lines), []);
    assert.deepEqual(
      failed([...lines.slice(0, 3), 'RCPT TO:<b@contoso.test>', '503 MAIL first', ...lines.slice(5)]),
      [],
    );
    assert.deepEqual(failed([...lines.slice(0, 3), 'DATA', '503 MAIL first', ...lines.slice(5)]), ['command-order']);
    assert.deepEqual(failed([...lines.slice(0, 9), 'RCPT TO:<c@contoso.test>', '250 Ok']), ['address-malformed']);
  });

  it('is of those whom the server took, where it refuses the message', () => {
    const lines = [
      '220 mx1.contoso.test ESMTP',
      'HELO a.test',
      '250 mx1.contoso.test',
      'MAIL FROM:<a@a.test>',
      '250 Ok',
      'RCPT TO:<b@contoso.test>',
      '250 Ok',
      'RCPT TO:<c@contoso.test>',
      '450 4.2.1 Mailbox temporarily disabled',
      'DATA',
      '354 go on',
      'x',
      '.',
      '550 5.7.1 Message content rejected, spam score 12.3',
    ];
    const ticket = readTicket(`${lines.join('\n')}\n`);
    const [waiting, refused] = readVerdicts(ticket);
    assert.deepEqual([waiting?.role, waiting?.recipients], ['waiting', ['c@contoso.test']]);
    assert.deepEqual(
      [refused?.role, refused?.code, refused?.recipients],
      ['cause', 'spam-refused', ['b@contoso.test']],
    );
    assert.match(answer(ticket, { file: 'a.txt', probes: [] }) ?? '', /^\*\*Refused after the message/);
  });

  it('is what openssl says of a certificate, also where a session followed', () => {
    const session = (verify: string, end: string) => [
      '$ openssl s_client -starttls smtp -connect mx1.contoso.test:25',
      'CONNECTED(00000003)',
      'depth=0 CN = mx1.contoso.test',
      verify,
      '---',
      'New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384',
      `    Verify return code: ${end}`,
      '---',
      '250 HELP',
    ];
    const told = (verify: string, end: string, ...more: readonly string[]) =>
      readVerdicts(readTicket(`${[...session(verify, end), ...more].join('\n')}\n`)).map(
        ({ role, failed, code, span, summary }) => [role, failed, code, span.start > 90, summary.slice(0, 38)],
      );
    const expired = ['notice', false, 'tls-failed', true, 'The certificate is past its last day, '];
    assert.deepEqual(told('verify error:num=10:certificate has expired', '10 (certificate has expired)'), [expired]);
    assert.deepEqual(told('verify return:1', '10 (certificate has expired)'), [expired]);
    assert.deepEqual(told('verify return:1', '0 (ok)'), []);
    const refused = told(
      'verify return:1',
      '10 (certificate has expired)',
      'MAIL FROM:<a@a.test>',
      '550 5.7.1 no relay',
    );
    assert.deepEqual([refused.length, refused[0]?.[1], refused[1]], [2, true, expired]);
    const rest = ['EHLO a.test', '250 mx1.contoso.test', 'MAIL FROM:<a@a.test>', '250 Ok', 'RCPT TO:<b@contoso.test>'];
    const sent = ['250 Ok', 'DATA', '354 Go', '.', '250 Ok: queued as 4F1'];
    assert.deepEqual(
      told('verify return:1', '10 (certificate has expired)', ...rest, ...sent).map(([role]) => role),
      ['recovered', 'success'],
    );
  });

  it('is what curl says of a certificate that it was told not to look at behind', () => {
    const text = [
      '* Trying 192.0.2.5:465...',
      '* Connected to mail.contoso.test (192.0.2.5) port 465',
      '* SSL certificate problem: certificate has expired',
      '* closing connection #0',
      'curl: (60) SSL certificate problem: certificate has expired',
      '* Trying 192.0.2.5:465...',
      '* Connected to mail.contoso.test (192.0.2.5) port 465',
      '< 220 mail.contoso.test ESMTP',
      '> EHLO a',
      '< 250 mail.contoso.test',
      '> MAIL FROM:<a@a.test>',
      '< 250 Ok',
      '> RCPT TO:<b@contoso.test>',
      '< 250 Ok',
      '> DATA',
      '< 354 Go',
      '< 250 Ok: queued as 4F1',
    ].join('\n');
    assert.deepEqual(told(`${text}\n`), ['5 recovered tls-failed', '17 success accepted b@contoso.test']);
  });

  it('is not that the server ends a session in which too much was refused', () => {
    const text = session([
      'AUTH PLAIN AGEAYg==',
      '535 5.7.8 Error: authentication failed',
      'AUTH PLAIN AGEAYw==',
      '421 4.7.0 Error: too many errors',
    ]);
    assert.deepEqual(told(text), ['3 cause login-failed', '5 consequence client-refused']);
  });

  it('is of whom it names where a relay refused it', () => {
    assert.deepEqual(told('554 5.7.1 <b@contoso.test>: Relay access denied\n'), [
      '1 cause relaying-denied b@contoso.test',
    ]);
  });

  it('is nothing where all went well without mail', () => {
    assert.deepEqual(told(session(['EHLO a.test', '250 mx1.contoso.test', 'QUIT', '221 Bye'])), []);
  });

  it('is told in a time that grows with the text', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `RCPT TO:<u${i}@contoso.test>\n550 5.1.1 User unknown`);
    const text = session(['EHLO a.test', '250 mx1.contoso.test', 'MAIL FROM:<a@a.test>', '250 Ok', ...many]);
    assert.equal(readVerdicts(readTicket(text)).length, 20_000);
  }).timeout(60_000);
});
