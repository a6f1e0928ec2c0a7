import assert from 'node:assert/strict';
import { conversationsOf, dialectsOf, toldBySession } from '../told.ts';
import { readsMarks } from './readsMarks.ts';

describe('a dialect', () => {
  it('is read by what is particular to it', () => {
    for (const [text, dialect, said, noted] of [
      [
        '>>> EHLO b\n<<< 250-a\n250 HELP\n>>> QUIT\n<<< 221 bye\nConnection closed by foreign host.\nwords',
        'arrows',
        'EHLO 250 QUIT 221',
        'Connection closed by foreign host.',
      ],
      [
        '<<< 220 a ESMTP\n>>> EHLO b\nTrying 192.0.2.1...\n<<< 250 ok\n>>> QUIT',
        'arrows',
        '220 EHLO 250 QUIT',
        'Trying 192.0.2.1...',
      ],
      [
        '<<< 220 a ESMTP\n>>> EHLO b\n<<< 250 ok\n>>> QUIT\n<<< 221 x\nTrying 192.0.2.1...\n<<< 220 c ESMTP\n>>> EHLO d',
        'arrows',
        '220 EHLO 250 QUIT 221 / 220 EHLO',
        'Trying 192.0.2.1...',
      ],
      [
        'bob@b.test... Connecting to mx.b.test. via esmtp...\n220 mx ESMTP\n>>> EHLO a\n250-mx\n250 HELP\n>>> MAIL From:<a@a.test>\n250 ok\n>>> RCPT To:<b@b.test>\n550 no\nbob@b.test... User unknown\n>>> QUIT\n221 bye',
        'sendmail-verbose',
        '220 EHLO 250 MAIL 250 RCPT 550 QUIT 221',
        'bob@b.test... Connecting to mx.b.test. via esmtp... ~ bob@b.test... User unknown',
      ],
      [
        '050 >>> EHLO a\n050 250-mx\n050 250 HELP\n050 >>> QUIT\n050 221 bye',
        'sendmail-verbose',
        'EHLO 250 QUIT 221',
        '',
      ],
      ['-> EHLO b\n<- 250 ok\n600 x\n-> QUIT', 'arrows', 'EHLO 250 QUIT', '600 x'],
      [
        '11/20/03 10:00:00 AM : >>> 220 mx ESMTP\n11/20/03 10:00:01 AM : <<< IO: |EHLO pc\n11/20/03 10:00:01 AM : <<< EHLO other\n11/20/03 10:00:02 AM : >>> 250 mx',
        'exchange-5.5',
        '220 EHLO EHLO 250',
        '',
      ],
      [
        '11/20/03 10:00:00 AM : >>> 220 mx ESMTP\n11/20/03 10:00:01 AM : <<< IO: |EHLO pc\n11/20/03 10:00:01 AM : words\n11/20/03 10:00:02 AM : >>> 250 mx',
        'exchange-5.5',
        '220 EHLO 250',
        'words',
      ],
      [
        '01234 >>> 220 a ESMTP\n01234 <<< DATA\n01234 >>> 354 go\n01234 <<< words\n01234 <<< .\n01234 >>> 250 ok',
        'sendmail-traffic',
        '220 DATA 354 (data) 250',
        '',
      ],
      [
        '01234 >>> 220 a ESMTP\n01234 <<< AUTH LOGIN\n01234 >>> 334 x\n01234 <<< words\n01234 >>> 535 no',
        'sendmail-traffic',
        '220 AUTH 334 (auth) 535',
        '',
      ],
      [
        '01234 >>> 220 a ESMTP\n01234 <<< EHLO b\n01234 >>> 250-a\n01234 >>> words\n01234 >>> 250 ok\n01234 <<< QUIT',
        'sendmail-traffic',
        '220 EHLO 250 QUIT',
        '',
      ],
      [
        'SERVER -> CLIENT: 220 a ESMTP\nCLIENT -> SERVER: EHLO b\nSERVER -> CLIENT: 250-a\n250 HELP\nCLIENT -> SERVER: QUIT',
        'phpmailer',
        '220 EHLO 250 QUIT',
        '',
      ],
      [
        '11/20/03 10:00:00 AM : >>> 220 mx ESMTP\n11/20/03 10:00:01 AM : <<< IO: |EHLO pc\n11/20/03 10:00:01 AM : <<< EHLO pc\n11/20/03 10:00:02 AM : >>> 250 mx\n11/20/03 10:00:03 AM : A connection was accepted from pd.\n11/20/03 10:00:03 AM : >>> 220 mx ESMTP',
        'exchange-5.5',
        '220 EHLO 250 / 220',
        'EHLO pc ~ A connection was accepted from pd.',
      ],
      [
        'SMTP -> get_lines(): $str is "220 a ESMTP"\nSMTP -> FROM SERVER:220 a ESMTP\nSMTP -> get_lines(): $str is "250-a"\nSMTP -> get_lines(): $str is "250 HELP"\nSMTP -> FROM SERVER:250-a\n250 HELP\nSMTP -> FROM SERVER:221 bye',
        'phpmailer-lowlevel',
        '220 250',
        '220 a ESMTP ~ 250-a ~ 250 HELP ~ 221 bye',
      ],
      [
        '[2026-11-20 10:00:00] DEBUG [id1] S: 220 a ESMTP\n[2026-11-20 10:00:00] DEBUG [id1] C: DATA\n[2026-11-20 10:00:00] DEBUG [id1] S: 354 go\n[2026-11-20 10:00:00] DEBUG [id1] Subject: x\n[2026-11-20 10:00:00] DEBUG [id1] <12 bytes encoded mime message>\n[2026-11-20 10:00:00] DEBUG [id1] S: 250 ok',
        'nodemailer',
        '220 DATA 354 (data) 250',
        '<12 bytes encoded mime message>',
      ],
      [
        '[2026-11-20 10:00:00] DEBUG [id1] S: 220 a ESMTP\n[2026-11-20 10:00:00] DEBUG [id1] words\n[2026-11-20 10:00:00] DEBUG [id2] words\n[2026-11-20 10:00:00] DEBUG [id1] C: QUIT\n[2026-11-20 10:00:00] DEBUG [id2] S: 220 c ESMTP',
        'nodemailer',
        '220 QUIT / 220',
        'words ~ words',
      ],
      ['<-- 220 a ESMTP\n--> EHLO b\n<-- 250 ok\n--> QUIT', 'msmtp', '220 EHLO 250 QUIT', ''],
      ['--> 220 a ESMTP\n<-- EHLO b\n--> 250 ok\n<-- QUIT', 'msmtp', '220 EHLO 250 QUIT', ''],
      ['<-- 250 ok\n--> QUIT\n<-- 221 x', 'msmtp', '250 QUIT 221', ''],
      ['<<< 220 a ESMTP\n>>> EHLO b\n<<< 250 ok\nwords\nmore\n>>> QUIT', 'arrows', '220 EHLO 250 QUIT', 'words ~ more'],
    ] as const) {
      assert.equal(toldBySession(text).join(' / '), said, text);
      assert.equal(dialectsOf(text), dialect, text);
      const notes = conversationsOf(text).flatMap((one) => one.notes.map(({ start, end }) => text.slice(start, end)));
      assert.equal(notes.join(' ~ '), noted, text);
    }
  });
});

describe('the marks of servers', () => {
  it('show who speaks, what is said, and in which connection', () =>
    readsMarks(
      [
        'postfix-verbose',
        ['Nov 20 10:00:00 mx postfix/smtp[12]: > mx.b.test[192.0.2.1]:25: EHLO b', 'client #12 | EHLO b'],
        ['postfix/smtp[12]: < mx[2001:db8::1]:25: 250 ok', 'server #12 | 250 ok'],
        ['postfix/smtpd[12]: connect from x', 'note #12 | connect from x'],
        ['postfix/smtpd[x]: > a[192.0.2.1]: x', 'none'],
        ['smtp[1]: > a[192.0.2.1]:EHLO b', 'client #1 | EHLO b'],
      ],
      [
        'postfix-finger',
        ['posttls-finger: > EHLO b', 'client | EHLO b'],
        ['posttls-finger: < 250 ok', 'server | 250 ok'],
        ['posttls-finger: Connected to a', 'note | Connected to a'],
      ],
      [
        'postfix-notice',
        ['In:  EHLO b', 'client | EHLO b'],
        [' Out: 250 ok', 'server | 250 ok'],
        ['In: EHLO b', 'client | EHLO b'],
        ['In:EHLO b', 'none'],
        ['     In:  EHLO b', 'none'],
      ],
      [
        'exim',
        ['  SMTP<< 250 ok', 'server | 250 ok'],
        ['SMTP>> EHLO b', 'client | EHLO b'],
        ['SMTP|> MAIL', 'client | MAIL'],
        ['SMTP+> RCPT', 'client | RCPT'],
        ['SMTP~> DATA', 'client | DATA'],
        ['SMTP>| x', 'client | x'],
        ['12345 SMTP<< 250 ok', 'server #12345 | 250 ok'],
        ['SMTP(closed)<<', 'note |'],
        ['SMTP(close)>>', 'note |'],
        ['10:00:00 12345 SMTP>> EHLO b', 'client #12345 | EHLO b'],
        ['SMTP x', 'none'],
        ['SMTP(Connection refused)<<', 'note | (Connection refused)<<'],
      ],
      [
        'sendmail-traffic',
        ['01234 >>> 220 a', 'server #01234 | 220 a'],
        ['01234 <<< EHLO b', 'client #01234 | EHLO b'],
        ['01234 === CONNECT b', 'note #01234 | CONNECT b'],
        ['123 >>> 220 a', 'none'],
        ['01234 >>>220 a', 'none'],
        ['01234 <<<', 'client #01234 |'],
      ],
      [
        'sendmail-log',
        ['sendmail[12]: 4C1D52280FF: --> 250 ok', 'server #12 | 250 ok'],
        ['sm-mta[12]: 4C1D52280FF: <-- EHLO b', 'client #12 | EHLO b'],
        ['sendmail[12]: 4C1D52280FF: --- 250 ok', 'server #12 | 250 ok'],
        ['sendmail[12]: x: --> 250 ok', 'none'],
      ],
      [
        'opensmtpd-trace',
        ['mta: 0x1a2b: >>> EHLO b', 'client #0x1a2b | EHLO b'],
        ['smtpd[12]: mta: 0x1a2b: <<< 250 ok', 'server #0x1a2b | 250 ok'],
        ['smtpd: smtp: 0xff: connected', 'note #0xff | connected'],
        ['smtp: 1a2b: >>> x', 'none'],
      ],
      [
        'recordio',
        ['1234 > 220 a', 'server #1234 | 220 a'],
        ['1234 < EHLO b', 'client #1234 | EHLO b'],
        ['recordio: pid 1234 > 220 a', 'server #1234 | 220 a'],
        ['1234: a:25 > 220 a', 'server #1234 | 220 a'],
        ['1234 >220 a', 'none'],
        ['@4000000061f3a2b41a2b3c4d 1234 > 220 a', 'server #1234 | 220 a'],
      ],
      [
        'haraka',
        ['[PROTOCOL] [1A-B.1] [core] C: EHLO b', 'client #1A-B.1 | EHLO b'],
        ['[PROTOCOL] [1A] S: 250 ok', 'server #1A | 250 ok'],
        ['[protocol] [1A] C:EHLO b', 'client #1A | EHLO b'],
        ['notice [DATA] [1A] C: x', 'client #1A | x'],
        ['[DEBUG] [1A] C: x', 'none'],
      ],
      [
        'kumomta',
        ['[a->b] 1.5ms  -> EHLO b', 'client #a->b | EHLO b'],
        ['[a->b] 12s <-  250 ok', 'server #a->b | 250 ok'],
        ['[a] 5µs -> EHLO b', 'client #a | EHLO b'],
        ['[a] 5h -> EHLO b', 'none'],
      ],
      [
        'amavis',
        ['(12345-01) ESMTP< EHLO b', 'client #12345-01 | EHLO b'],
        ['(12345-01-2) ESMTP> 250 ok', 'server #12345-01-2 | 250 ok'],
        ['(12345-01) LMTP< LHLO b', 'client #12345-01 | LHLO b'],
        ['(12345-01) SMTP> 250 ok', 'server #12345-01 | 250 ok'],
        ['(12345-01) smtp cmd> EHLO b', 'client #12345-01 | EHLO b'],
        ['(12345-01) smtp resp to EHLO: 250 ok', 'note #12345-01 | 250 ok'],
        ['(12345-1) ESMTP< x', 'none'],
        ['(12345-01) FTP< x', 'none'],
        ['(12345-01) ESMTP: x', 'none'],
      ],
      [
        'arrows',
        ['>>> EHLO b', 'client | EHLO b'],
        ['<<< 250 ok', 'server | 250 ok'],
        ['>> EHLO b', 'client | EHLO b'],
        ['<- 250 ok', 'server | 250 ok'],
        ['=> EHLO b', 'client | EHLO b'],
        ['<= 250 ok', 'server | 250 ok'],
        ['--> EHLO b', 'client | EHLO b'],
        ['<-- 250 ok', 'server | 250 ok'],
        ['>>>EHLO b', 'client | EHLO b'],
        ['     >>> x', 'none'],
        [' >> x', 'client | x'],
        ['<< 250 ok', 'server | 250 ok'],
        ['-> EHLO b', 'client | EHLO b'],
        ['<--250 ok', 'server | 250 ok'],
        ['words', 'none'],
      ],
      [
        'sendmail-verbose',
        ['>>> EHLO b', 'client | EHLO b'],
        ['050 >>> EHLO b', 'client | EHLO b'],
        ['050 250 ok', 'server | 250 ok'],
        ['bob@b.test... Connecting to mx via esmtp...', 'note | bob@b.test... Connecting to mx via esmtp...'],
        ['bob@b.test... Sent (ok)', 'note | bob@b.test... Sent (ok)'],
        ['bob@b.test... words', 'none'],
        ['>>>EHLO b', 'none'],
        ['b@b.test... Deferred: x', 'note | b@b.test... Deferred: x'],
        ['b@b.test... User unknown', 'note | b@b.test... User unknown'],
        ['b@b.test... Host unknown', 'note | b@b.test... Host unknown'],
        ['b@b.test... Service unavailable', 'note | b@b.test... Service unavailable'],
        ['b@b.test... Data format error', 'note | b@b.test... Data format error'],
      ],
    ));
});
