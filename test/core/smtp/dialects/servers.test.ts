import assert from 'node:assert/strict';
import { conversationsOf, dialectsOf, toldBySession } from '../told.ts';

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
