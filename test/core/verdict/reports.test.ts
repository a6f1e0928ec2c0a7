import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';

const lined = (...lines: string[]): string => lines.join('\n');
const verdicts = (text: string): readonly Verdict[] => readVerdicts(readTicket(text, 'message'));

/** The verdicts of a notice as `role code recipients: words they stand on`. */
const told = (text: string): readonly string[] =>
  verdicts(text).map(
    ({ role, code, recipients, span }) =>
      `${role} ${code} ${recipients.join()}: ${text.slice(span.start, span.end).trim()}`,
  );

const HEADER = ['From: MAILER-DAEMON@mx.contoso.test', 'Subject: Undelivered Mail Returned to Sender'];
const notice = (...body: readonly string[]): string => lined(...HEADER, '', ...body);

const dsn = (words: string, ...fields: readonly string[]): string =>
  lined(
    ...HEADER,
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    '',
    words,
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.contoso.test',
    '',
    ...fields,
    '--b--',
  );

describe('the verdict on a report', () => {
  it('is one a recipient, each on the words about it', () => {
    const text = notice('<bob@fabrikam.test>: 550 5.1.1 User unknown', '<carol@fabrikam.test>: 552 5.2.2 Mailbox full');
    assert.deepEqual(told(text), [
      'cause recipient-unknown bob@fabrikam.test: 550 5.1.1 User unknown',
      'cause mailbox-full carol@fabrikam.test: 552 5.2.2 Mailbox full',
    ]);
  });

  it('takes the cause from the words for people where the fields give none', () => {
    const text = dsn(
      'bob@fabrikam.test: 550 5.1.1 User unknown',
      'Final-Recipient: rfc822; bob@fabrikam.test',
      'Action: failed',
      'Status: 5.0.0',
    );
    assert.deepEqual(told(text), ['cause recipient-unknown bob@fabrikam.test: 550 5.1.1 User unknown']);
    assert.equal(verdicts(text)[0]?.reply, '550 5.1.1');
  });

  it('reads nothing into words for people beside a status that has a meaning', () => {
    const to = 'Final-Recipient: rfc822; bob@fabrikam.test';
    const words = ['You need not send it to the recipient again.', 'The server will go on trying for the next hours.'];
    for (const status of ['4.4.7', '4.4.0']) {
      const [verdict] = verdicts(dsn(words.join('\n'), to, 'Action: delayed', `Status: ${status}`));
      assert.notEqual(verdict?.basis, 'words');
      assert.equal(verdict?.sisimai, 'expired');
    }
  });

  it('tells why sendmail deferred a message until its time was over', () => {
    const words = [
      '   ----- Transcript of session follows -----',
      '<bob@fabrikam.test>... Deferred: Name server: fabrikam.test.: host name lookup failure',
      'Message could not be delivered for 3 days',
    ];
    const [verdict] = verdicts(
      dsn(words.join('\n'), 'Final-Recipient: rfc822; bob@fabrikam.test', 'Action: failed', 'Status: 4.4.7'),
    );
    assert.equal(verdict?.code, 'expired');
    assert.equal(verdict?.sisimai, 'networkerror');
    assert.match(verdict?.summary ?? '', /given up: .*DNS/);
  });

  it('takes a program’s exit status for more than words that are read beside it', () => {
    const [verdict] = verdicts(
      dsn(
        '451 4.0.0 Operating system error',
        'Final-Recipient: rfc822; bob@fabrikam.test',
        'Action: delayed',
        'Status: 4.5.0',
        'Diagnostic-Code: X-Unix; 71',
      ),
    );
    assert.equal(verdict?.code, 'delivery-program-failed');
  });

  it('reads the refusal that a server puts into a line of its greeting', () => {
    const [verdict] = verdicts(
      dsn(
        'It came back.',
        'Final-Recipient: rfc822; bob@fabrikam.test',
        'Action: failed',
        'Status: 4.2.1',
        'Diagnostic-Code: smtp; 220-mx 421 4.7.0 Too many connections from your host',
      ),
    );
    assert.equal(verdict?.code, 'too-many-connections');
  });

  it('says that the time was over, and why nobody took the message until then', () => {
    const text = dsn(
      'bob@fabrikam.test... Deferred: Connection refused by mx.fabrikam.test',
      'Final-Recipient: rfc822; bob@fabrikam.test',
      'Action: failed',
      'Status: 4.4.7',
    );
    const verdict = verdicts(text)[0];
    assert.equal(verdict?.code, 'expired');
    assert.match(
      verdict?.summary ?? '',
      /waited too long in the queue and was given up: the host answers, but nothing/,
    );
  });

  it('takes the last try from behind the words about the time', () => {
    const text = dsn(
      'Your message could not be delivered.',
      'Final-Recipient: rfc822; bob@fabrikam.test',
      'Action: failed',
      'Status: 4.4.7',
      'Diagnostic-Code: smtp; 554 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.2 Connection timed out>',
    );
    const verdict = verdicts(text)[0];
    assert.deepEqual([verdict?.code, verdict?.reply, verdict?.sisimai], ['expired', '421 4.4.2', 'expired']);
  });

  it('takes the last try from below the words about the time', () => {
    const text = dsn(
      lined(
        'bob@fabrikam.test',
        "Remote Server at fabrikam.test (192.0.2.1) returned '550 4.4.7 QUEUE.Expired; message expired'",
        "Remote Server at fabrikam.test (192.0.2.1) returned '441 4.4.1 Error encountered while communicating with",
        'primary target IP address: "Failed to connect. Winsock error code: 10060, Win32 error code: 10060."',
      ),
      'Final-Recipient: rfc822; bob@fabrikam.test',
      'Action: failed',
      'Status: 4.4.7',
      'Diagnostic-Code: smtp;550 4.4.7 QUEUE.Expired; message expired',
    );
    const verdict = verdicts(text)[0];
    assert.deepEqual([verdict?.code, verdict?.reply, verdict?.sisimai], ['expired', '441 4.4.1', 'expired']);
  });

  it('reads a folded reply of several lines without the codes that it repeats', () => {
    const text = dsn(
      'Your message could not be delivered.',
      'Final-Recipient: rfc822; bob@fabrikam.test',
      'Action: failed',
      'Status: 5.7.1',
      'Diagnostic-Code: smtp; 550-5.7.1 Messages with multiple 550 5.7.1 addresses in From: header are not accepted.',
    );
    assert.equal(verdicts(text)[0]?.code, 'message-malformed');
  });

  it('takes what a program printed above the line that only says that it failed', () => {
    const text = notice(
      '   ----- The following addresses had permanent fatal errors -----',
      '<bob@fabrikam.test>',
      '',
      '   ----- Transcript of session follows -----',
      'mail.local: unknown user: bob',
      '554 <bob@fabrikam.test>... Service unavailable',
    );
    const verdict = verdicts(text)[0];
    assert.deepEqual([verdict?.code, verdict?.sisimai], ['recipient-unknown', 'userunknown']);
  });

  it('knows how a program of the mailer ended', () => {
    const ended = (code: string): string | undefined =>
      verdicts(
        dsn(
          'It failed.',
          'Final-Recipient: rfc822; bob@fabrikam.test',
          'Action: failed',
          'Status: 5.3.0',
          `Diagnostic-Code: X-Unix; ${code}`,
        ),
      )[0]?.code;
    assert.equal(ended('67'), 'recipient-unknown');
    assert.equal(ended('77'), 'system-error');
    assert.equal(ended('75'), 'delivery-program-failed');
  });

  it('names the class of sisimai by what was answered', () => {
    const refused = (command: string): string | undefined =>
      verdicts(notice(`<bob@fabrikam.test>: host mx said: 550 No such user (in reply to ${command} command)`))[0]
        ?.sisimai;
    assert.equal(refused('RCPT TO'), 'userunknown');
    assert.equal(refused('end of DATA'), 'filtered');
    const filed = (...fields: readonly string[]): string | undefined =>
      verdicts(
        dsn(
          'It failed.',
          'Final-Recipient: rfc822; bob@fabrikam.test',
          'Action: failed',
          'Status: 5.2.1',
          'Diagnostic-Code: smtp;550 5.2.1 User unknown',
          ...fields,
        ),
      )[0]?.sisimai;
    assert.equal(filed(), 'filtered');
    assert.equal(filed('X-PowerMTA-BounceCategory: bad-mailbox'), 'userunknown');
  });

  it('keeps to the fields where they do', () => {
    const text = dsn(
      'bob@fabrikam.test: User unknown',
      'Final-Recipient: rfc822; bob@fabrikam.test',
      'Action: failed',
      'Status: 5.2.2',
      'Diagnostic-Code: smtp; 552 5.2.2 Mailbox full',
    );
    assert.deepEqual(told(text), ['cause mailbox-full bob@fabrikam.test: smtp; 552 5.2.2 Mailbox full']);
  });

  it('knows a program that failed by the type of the diagnostic or by the recipient', () => {
    const unix = dsn(
      'x',
      'Final-Recipient: rfc822; bob@fabrikam.test',
      'Action: failed',
      'Status: 5.3.0',
      'Diagnostic-Code: x-unix; 75',
    );
    assert.equal(verdicts(unix)[0]?.code, 'delivery-program-failed');
    const pipe = notice('  pipe to |/usr/bin/false', '    generated by bob@fabrikam.test', '    local delivery failed');
    assert.deepEqual(
      verdicts(pipe).map(({ code, recipients }) => [code, ...recipients]),
      [['delivery-program-failed', 'bob@fabrikam.test']],
    );
  });

  it('of a delay is waiting, and a success none', () => {
    const delayed = dsn('x', 'Final-Recipient: rfc822; bob@fabrikam.test', 'Action: delayed', 'Status: 4.0.0');
    assert.deepEqual(
      verdicts(delayed).map(({ role, retry, failed }) => [role, retry, failed]),
      [['waiting', 'yes', true]],
    );
    const delivered = dsn('x', 'Final-Recipient: rfc822; bob@fabrikam.test', 'Action: delivered', 'Status: 2.0.0');
    assert.deepEqual(
      verdicts(delivered).map(({ role, failed }) => [role, failed]),
      [['success', false]],
    );
  });

  it('does not take an empty protocol status for a cause', () => {
    const text = dsn(
      'x',
      'Final-Recipient: rfc822; a@b.test',
      'Action: failed',
      'Status: 5.5.0',
      'Diagnostic-Code: smtp; 550 User unknown',
    );
    assert.equal(verdicts(text)[0]?.code, 'recipient-unknown');
  });
});

describe('the verdict on other notices', () => {
  it('is a complaint, whoever made it', () => {
    const text = lined(
      'From: fbl@fabrikam.test',
      'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
      '',
      '--b',
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: abuse',
      'Original-Rcpt-To: bob@fabrikam.test',
      'Source-IP: 192.0.2.1',
      '--b--',
    );
    const [verdict] = verdicts(text);
    assert.deepEqual(
      [verdict?.code, verdict?.role, verdict?.failed, verdict?.recipients],
      ['complaint', 'notice', false, ['bob@fabrikam.test']],
    );
    assert.match(verdict?.summary ?? '', /192\.0\.2\.1/);
  });

  it('is an automatic answer', () => {
    const text = lined('From: bob@fabrikam.test', 'Subject: x', 'Auto-Submitted: auto-replied', '', 'away');
    assert.deepEqual(told(text), ['notice automatic-reply bob@fabrikam.test: Auto-Submitted: auto-replied']);
  });

  it('is what the session says that Postfix tells the postmaster of', () => {
    const text = lined(
      'From: MAILER-DAEMON@mx.contoso.test',
      'Subject: Postfix SMTP server: errors from x[192.0.2.1]',
      '',
      'Transcript of session follows.',
      '',
      ' Out: 220 mx.contoso.test ESMTP Postfix',
      ' In:  EHLO x',
      ' Out: 250 mx.contoso.test',
      ' In:  MAIL FROM:<a@b.test>',
      ' Out: 250 2.1.0 Ok',
      ' In:  RCPT TO:<erin@contoso.test>',
      ' Out: 550 5.1.1 <erin@contoso.test>: Recipient address rejected: User unknown',
      ' In:  QUIT',
      ' Out: 221 2.0.0 Bye',
      '',
      'For other details, see the local mail logfile',
    );
    const [verdict] = verdicts(text);
    assert.deepEqual(
      [verdict?.code, verdict?.stage, verdict?.recipients],
      ['recipient-unknown', 'RCPT', ['erin@contoso.test']],
    );
  });
});

describe('a report on a notice that failed', () => {
  const returned = (path: string): readonly (string | undefined)[] => {
    const status = ['Final-Recipient: rfc822; bob@fabrikam.test', 'Action: failed', 'Status: 5.1.1'];
    const header = ['', '--b', 'Content-Type: text/rfc822-headers', '', `Return-Path: ${path}`, 'From: x@contoso.test'];
    const [one] = verdicts(dsn('sorry', ...status, ...header, 'To: bob@fabrikam.test', ''));
    return [one?.sender, one?.actor];
  };

  it('has no sender who could correct it', () => {
    assert.deepEqual(returned('<>'), ['', 'sending admin']);
    assert.deepEqual(returned('<x@contoso.test>'), [undefined, 'sender']);
  });
});
