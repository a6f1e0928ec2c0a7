import assert from 'node:assert/strict';
import { dialectsOf, sessionsOf, told, toldBySession } from './told.ts';

/** The server that wrote it and what was said, over one connection. */
function reads(dialect: string, said: string, text: string): void {
  assert.equal(told(text), said);
  assert.equal(dialectsOf(text), dialect);
  assert.equal(sessionsOf(text), 1);
}

const each = (front: string, ...lines: string[]): string => lines.map((line) => `${front}${line}\n`).join('');

describe('transcripts of mail servers', () => {
  it('Postfix as server and as client', () => {
    reads(
      'postfix-verbose',
      '220 EHLO 250 DATA 354 250',
      each(
        'Nov 21 20:05:58 mx4 postfix/smtpd[5558]: ',
        '> h[192.0.2.1]: 220 a.test ESMTP Postfix',
        'watchdog_pat: 0x5',
        '< h[192.0.2.1]: EHLO b.test',
        'match_list_match: h: no match',
        '> h[192.0.2.1]: 250-a.test',
        '> h[192.0.2.1]: 250 SIZE',
        '< h[192.0.2.1]: DATA',
        '> h[192.0.2.1]: 354 go',
        'rec_put: type N len 8 data Subject:',
        '> h[192.0.2.1]: 250 2.0.0 Ok',
      ),
    );
    reads(
      'postfix-verbose',
      'EHLO 250',
      each(
        'postfix/smtp[1300]: ',
        '> a.test[192.0.2.2]:25: EHLO b.test',
        '< a.test[192.0.2.2]:25: 250-a.test',
        '< a.test[192.0.2.2]:25: 250 SIZE',
      ),
    );
  });

  it('interleaved processes come apart', () => {
    const lines = [
      'mx postfix/smtpd[11]: > h[192.0.2.1]: 220 a.test ESMTP',
      'mx postfix/smtpd[22]: > i[192.0.2.2]: 220 a.test ESMTP',
      'mx postfix/smtpd[22]: < i[192.0.2.2]: HELO i.test',
      'mx postfix/smtpd[11]: < h[192.0.2.1]: EHLO h.test',
      'mx postfix/smtpd[11]: > h[192.0.2.1]: 250 a.test',
      'mx postfix/smtpd[22]: > i[192.0.2.2]: 550 go away',
    ];
    assert.deepEqual(toldBySession(each('Nov 21 20:05:58 ', ...lines)), ['220 EHLO 250', '220 HELO 550']);
  });

  it("the notice to Postfix's postmaster, of its server and of its client", () => {
    reads(
      'postfix-notice',
      '220 EHLO 250',
      ' Out: 220 a.test ESMTP\n In:  EHLO b.test\n Out: 250-a.test\n Out: 250 SIZE\n',
    );
    reads(
      'postfix-notice',
      '220 EHLO 250',
      ' In:  220 a.test ESMTP\n Out: EHLO b.test\n In:  250-a.test\n In:  250 SIZE\n',
    );
  });

  it('Exim as client, pipelined, and as server', () => {
    reads(
      'exim',
      '220 EHLO 250 MAIL RCPT DATA 250 550 503 QUIT 221',
      'Connecting to a.test [192.0.2.1]:25 ... connected\n  SMTP<< 220 a.test ESMTP\n  SMTP>> EHLO b.test\n  SMTP<< 250-a.test\n         250-SIZE\n         250 PIPELINING\n  SMTP|> MAIL FROM:<a@b.test>\n  SMTP|> RCPT TO:<c@a.test>\n         will write message using CHUNKING\n  SMTP>> DATA\n  SMTP<< 250 ok\n  SMTP<< 550 5.1.1 no\n  SMTP<< 503 no\n  SMTP>> QUIT\n  SMTP<< 221 Bye\n  SMTP(close)>>\n',
    );
    reads(
      'exim',
      '220 EHLO 250',
      ' 4179 SMTP>> 220 a.test ESMTP Exim\n 4179 SMTP<< EHLO b.test\n 4179 SMTP>> 250-a.test\n 4179 SMTP>> 250 HELP\n',
    );
  });

  it('sendmail -v, and the same passed on with 050', () => {
    const session = ['220 a.test ESMTP', '>>> EHLO b.test', '250-a.test', '250 SIZE', '>>> QUIT', '221 bye'];
    const start = 'c@a.test... Connecting to a.test. via esmtp...';
    reads('sendmail-verbose', '220 EHLO 250 QUIT 221', each('', start, ...session));
    reads('sendmail-verbose', '220 EHLO 250 QUIT 221', each('050 ', start, ...session));
  });

  it('two deliveries of sendmail -v, the first closed after the second is announced', () => {
    assert.deepEqual(
      toldBySession(
        'c@a.test... Connecting to a.test. via esmtp...\n220 a.test ESMTP\n>>> EHLO b.test\n250 a.test\nd@d.test... Connecting to d.test. via esmtp...\nd@d.test... Closing connection to a.test.\n>>> QUIT\n221 bye\n220 d.test ESMTP\n>>> EHLO b.test\n250 d.test\n>>> QUIT\n221 bye\n',
      ),
      ['220 EHLO 250 QUIT 221', '220 EHLO 250 QUIT 221'],
    );
  });

  it("sendmail's traffic log, with a bounce that is written outside any session", () => {
    const lines = [
      '<<< 220 a.test ESMTP',
      '>>> QUIT',
      '<<< 221 bye',
      '>>> The original message was received',
      '>>> 550 5.1.1 nobody... User unknown',
      '>>> ',
      '=== CONNECT b.test.',
      '<<< 220 b.test ESMTP',
      '>>> QUIT',
      '<<< 221 bye',
    ];
    assert.deepEqual(toldBySession(each('06847 ', '=== CONNECT a.test.', ...lines)), ['220 QUIT 221', '220 QUIT 221']);
  });

  it('the transcript in a bounce of sendmail', () => {
    assert.equal(
      told('... while talking to a.test.:\n>>> RCPT To:<c@a.test>\n<<< 550 5.1.1 <c@a.test>: User unknown\n').slice(
        0,
        8,
      ),
      'RCPT 550',
    );
  });

  it('OpenSMTPD as client and as server', () => {
    reads(
      'opensmtpd-trace',
      '220 EHLO 250',
      each('mta: 0xea6710: ', '<<< 220 a.test ESMTP', '>>> EHLO b.test', '<<< 250-a.test', '<<< 250 HELP'),
    );
    reads(
      'opensmtpd-trace',
      '220 EHLO 250',
      each('smtp: 0xea6710: ', '>>> 220 a.test ESMTP', '<<< EHLO b.test', '>>> 250-a.test', '>>> 250 HELP'),
    );
  });

  it('recordio of qmail, plain and patched', () => {
    reads(
      'recordio',
      '220 EHLO 250',
      each('@400000005f1e1a2b3c4d5e6f 12345 ', '> 220 a.test ESMTP', '< EHLO b.test', '> 250-a.test', '> 250 SIZE'),
    );
    reads(
      'recordio',
      '220 EHLO 250',
      each('recordio: pid 18639: h:192.0.2.5 ', '> 220 a.test ESMTP', '< EHLO b.test', '> 250-a.test', '> 250 SIZE'),
    );
  });

  it('arrows behind times, with further lines that have the time only', () => {
    reads(
      'arrows',
      '220 EHLO 250',
      each('[10:00:00] ', '<= 220 a.test ESMTP', '=> EHLO b.test', '<= 250-a.test', '   250 SIZE'),
    );
  });

  it('Courier', () => {
    reads('arrows', 'RCPT 550', '>>> RCPT TO:<c@a.test>\n<<< 550 5.1.1 User unknown\n');
  });

  it('Haraka', () => {
    reads(
      'haraka',
      '220 EHLO 250',
      each(
        '[PROTOCOL] [3E4F6A0B-1C2D.1] [core] ',
        'S: 220 a.test ESMTP Haraka',
        'C: EHLO b.test state=1',
        'S: 250-a.test',
        'S: 250 SIZE',
      ),
    );
  });

  it('KumoMTA', () => {
    reads(
      'kumomta',
      '220 EHLO 250',
      '[a.test] 120ms  <- 220 a.test ESMTP\n[a.test] 121ms ->  EHLO b.test\n[a.test] 125ms  <- 250-a.test\n[a.test] 125ms  <- 250 SIZE\n',
    );
  });

  it('amavis', () => {
    reads(
      'amavis',
      '220 EHLO 250',
      each(
        'Nov 21 20:05:58 mx amavis[77]: (00803-01) ',
        'ESMTP> 220 [127.0.0.1] ESMTP amavisd-new service ready',
        'ESMTP< EHLO b.test',
        'ESMTP> 250-[127.0.0.1]',
        'ESMTP> 250 SIZE',
      ),
    );
  });
});
