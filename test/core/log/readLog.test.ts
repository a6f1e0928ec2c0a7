import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readEntry } from '../../../src/core/log/entries.ts';
import { linkedEntries } from '../../../src/core/log/linkedEntries.ts';
import { quotedReplies } from '../../../src/core/log/quotedReplies.ts';
import { looksLikeLog, readLog } from '../../../src/core/log/readLog.ts';
import { Lines } from '../../../src/core/text/lines.ts';

/** The format and the number of lines of the log at the start of a text. */
function logOf(text: string): string {
  const lines = new Lines(text);
  const read = readLog(text, lines, 0, lines.count);
  assert.equal(looksLikeLog(lines, 0), read !== undefined);
  return read === undefined ? 'none' : `${read.log.format} ${read.endLine}`;
}

const POSTFIX = 'Nov 21 20:05:36 mx1 postfix/qmgr[1152]: 748BD228075: removed\n';
const EXIM = '2026-11-21 20:06:16 1xUrLk-0001SN-1G Completed\n';

describe('a log is recognised', () => {
  it('by the program in syslog, in each of its frames', () => {
    for (const line of [
      POSTFIX,
      'Nov  1 20:05:36 mx1 postfix-out/smtp[1]: connect to mx[192.0.2.1]:25: Connection timed out',
      '<22>Nov 21 20:05:36 mx1 postfix/qmgr[1152]: 748BD228075: removed',
      '<22>1 2026-11-21T20:05:36.123456+01:00 mx1 postfix/qmgr 1152 - - 748BD228075: removed',
      '2026-11-21T20:05:36.123456+01:00 mx1 postfix/qmgr[1152]: 748BD228075: removed',
      'Sat 2026-11-21 20:05:36 UTC mx1 postfix/qmgr[1152]: 748BD228075: removed',
      'Nov 21 20:05:36 mx1 postfix/qmgr[1152]: [ID 197553 mail.info] 748BD228075: removed',
      'Nov 21 20:05:36 mx1 mail:info postfix/qmgr[1152]: 748BD228075: removed',
      '/var/log/mail.log:Nov 21 20:05:36 mx1 postfix/qmgr[1152]: 748BD228075: removed',
      'mail-1  | Nov 21 20:05:36 mx1 postfix/qmgr[1152]: 748BD228075: removed',
      '> Nov 21 20:05:36 mx1 postfix/qmgr[1152]: 748BD228075: removed',
      'postfix/qmgr[1152]: 748BD228075: removed',
    ]) {
      assert.equal(logOf(line).split(' ')[0], 'postfix', line);
    }
  });

  it('by the program, whichever it is', () => {
    const at = 'Nov 21 20:05:36 mx1';
    assert.equal(logOf(`${at} sm-mta[1]: 6ALKMudD006861: to=<a@b.test>, stat=Sent`), 'sendmail 1');
    assert.equal(logOf(`${at} smtpd[1]: f2fa7942516f8320 smtp connected address=192.0.2.1`), 'opensmtpd 1');
    assert.equal(logOf(`${at} exim[1]: 1xUrLk-0001SN-1G Completed`), 'exim 1');
    assert.equal(logOf(`${at} amavis[1]: (00803-01) Passed CLEAN`), 'amavis 1');
    assert.equal(logOf(`${at} rspamd[1]: <8ae27d>; task; rspamd_task_write_log: id: <a@b.test>`), 'rspamd 1');
    assert.equal(logOf(`${at} dovecot: lmtp(1): Connect from local`), 'syslog 1');
    assert.equal(logOf(`${at} kernel: eth0: link up`), 'none');
    assert.equal(logOf(`${at} CRON[1]: (root) CMD (true)\n${POSTFIX}`), 'postfix 2');
  });

  it('by the shape of its lines', () => {
    assert.equal(logOf(EXIM), 'exim 1');
    assert.equal(logOf('2026-11-21 20:06:16.393 +0100 [5603] 1xUrLk-00000001SNa-1G4x <= a@b.test P=local'), 'exim 1');
    assert.equal(logOf('f2fa7942516f8320 smtp connected address=192.0.2.1 host=a.test'), 'opensmtpd 1');
    assert.equal(logOf('f2fa7942516f8320 smtp event=connected address=192.0.2.1'), 'opensmtpd 1');
    assert.equal(
      logOf('2026-03-30 08:08:42 #20124(normal) <92984e>; task; rspamd_task_write_log: id: <a>'),
      'rspamd 1',
    );
    assert.equal(
      logOf('[NOTICE] [1B012E7A-4362-42CC-B2D5-27534802E482.1.1] [outbound] delivered file=x host="mx.test"'),
      'haraka 1',
    );
    assert.equal(logOf('Nov 21 20:24:10 host=mx.test tls=on auth=off from=a@b.test exitcode=EX_OK'), 'msmtp 1');
    assert.equal(logOf('type,timeLogged,orig,rcpt\nd,1178807903,a@a.test,b@b.test\n'), 'powermta 2');
    assert.equal(logOf('"2026-11-06 00:00:42","2026-11-06 00:00:45",SMTPI,9443,"a@a.test","b@b.test"'), 'mdaemon 1');
    assert.equal(logOf('Sat 2026-11-21 12:58:47: 01: Parsing message <c:\\mdaemon\\pd35000000100.msg>'), 'mdaemon 1');
    assert.equal(
      logOf('# Message Tracking System Log File\n# Exchange System Attendant Version 6.5\n'),
      'exchange-2003-tracking 2',
    );
    assert.equal(logOf('2003-8-12\t0:58:14 GMT\t192.0.2.5\tclient\t-\tEX01'), 'exchange-2003-tracking 1');
    assert.equal(
      logOf('#Software: Microsoft Exchange Server\n#Version: 15.2\n#Log-type: Message Tracking Log\n#Date: x\n'),
      'exchange-tracking 4',
    );
    assert.equal(
      logOf('2026-11-21T20:05:39.123Z,192.0.2.1,EX1,192.0.2.2,EX2,ctx,conn,SMTP,RECEIVE,123,<a@b.test>,'),
      'exchange-tracking 1',
    );
  });

  it('not in the dialogue of a verbose server, which is a conversation', () => {
    const at = 'Nov 21 20:05:36 mx1 postfix/smtpd[5558]:';
    assert.equal(logOf(`${at} < localhost[127.0.0.1]: EHLO a.test`), 'none');
    assert.equal(logOf(`${at} name_mask: ipv4\n${at} > localhost[127.0.0.1]: 220 mx1`), 'none');
    assert.equal(
      logOf(`${at} connect from a[192.0.2.1]\n${at} match_hostname: a ~? b\n${at} match_list_match: no match`),
      'none',
    );
    assert.equal(logOf('Nov 21 20:05:36 mx1 sm-mta[1]: 6ALKMudD006861: <-- EHLO a.test'), 'none');
    assert.equal(logOf('[2026-11-21 20:02:41] 4> EHLO lab.test'), 'none');
    assert.equal(logOf('06836 <<< EHLO lab.test'), 'none');
    assert.equal(logOf('smtp: 0xea6710: <<< EHLO lab.test'), 'none');
    assert.equal(logOf('4/2/01 11:44:31 AM : <<< HELO a.test'), 'none');
    assert.equal(logOf('Sat 2014-07-26 12:58:47: 03: [514116] --> 220 mail.test ESMTP'), 'none');
    assert.equal(logOf('"SMTPD"\t2420\t12\t"2024-01-15 09:12:03.200"\t"192.0.2.5"\t"SENT: 220 mail.test"'), 'none');
    assert.equal(logOf('[PROTOCOL] [3E4F6A0B-1C2D-4B5A-9C8D-0123456789AB.1] [core] S: 220 mx.test'), 'none');
    assert.equal(
      logOf('2016-12-14T01:17:34.808Z,EX\\Default,08D4,0,192.0.2.10:25,198.51.100.7:55171,<,EHLO a.test,'),
      'none',
    );
  });

  it('around the dialogue in a protocol log of Exchange, and not in it', () => {
    const row = (event: string, data = ''): string =>
      `2026-11-21T01:17:34.808Z,Out,08D4,0,192.0.2.10:25,198.51.100.7:25,${event},${data},\n`;
    const head = '#Software: Microsoft Exchange Server\n#Version: 15.0.0.0\n#Log-type: SMTP Send Protocol Log\n';
    assert.equal(
      logOf(`${head}${row('*')}${row('+')}${row('<', '220 mx.test')}${row('>', 'QUIT')}`),
      'exchange-protocol 5',
    );
    assert.equal(logOf(`${row('-')}${row('+')}`), 'exchange-protocol 2');
  });

  it('not in prose', () => {
    for (const line of [
      'Nov 21 was a Saturday',
      'Dear all: see below',
      '550 5.1.1 User unknown',
      'From: a@b.test',
      '',
    ]) {
      assert.equal(logOf(line), 'none', line);
    }
  });
});

describe('a log ends', () => {
  it('where other text starts', () => {
    assert.equal(logOf(`${POSTFIX}${POSTFIX}\nHello,\nhere is more.\n`), 'postfix 2');
    assert.equal(logOf(`${POSTFIX}Hello,\nhere\nis more.\n${POSTFIX}`), 'postfix 1');
  });

  it('not at the odd line in between', () => {
    assert.equal(logOf(`${POSTFIX}[...]\n${POSTFIX}\n\n${POSTFIX}`), 'postfix 6');
    assert.equal(logOf(`${POSTFIX}Nov 21 20:05:36 mx1 kernel: eth0: link up\n${POSTFIX}`), 'postfix 3');
  });

  it('where a log of another kind starts', () => {
    assert.equal(logOf(`${POSTFIX}${EXIM}${EXIM}`), 'postfix 1');
    assert.equal(logOf(`${EXIM}${POSTFIX}`), 'exim 1');
  });

  it('before the dialogue of a verbose server', () => {
    assert.equal(
      logOf(`${POSTFIX.repeat(9)}Nov 21 20:05:36 mx1 postfix/smtpd[1]: < a[192.0.2.1]: EHLO a\n`),
      'postfix 9',
    );
  });

  it('behind the header that Exim quotes in its reject log', () => {
    const rejected = '2026-11-21 20:06:16 1xUrLk-0001SN-1G H=a.test [192.0.2.1] F=<a@a.test> rejected after DATA: no\n';
    assert.equal(
      logOf(`${rejected}Envelope-from: <a@a.test>\nEnvelope-to: <b@b.test>\nP Received: from a\n  by b\n${EXIM}`),
      'exim 6',
    );
  });

  it('where it is told to', () => {
    const text = POSTFIX.repeat(5);
    assert.equal(readLog(text, new Lines(text), 1, 3)?.endLine, 3);
  });
});

/** Without what a break of lines brings, and takes away. */
const whole = (words: string): string => words.replace(/[\s>|]/g, '');

describe('hostile text', () => {
  const starts = [
    POSTFIX,
    EXIM,
    'f2fa7942516f8320 mta delivery evpid=',
    'd,1178807903,',
    'Nov 21 20:05:36 a rspamd[1]: id: <',
  ];
  const pieces = fc.array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(...starts, 'to=<', '"', ', ', 'status=bounced (host x said: 550 ', '\n', '\r', 'H=[', ' C="'),
    ),
  );

  it('is read without an exception, and every word stands where it says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...starts), pieces, (first, rest) => {
        const text = first + rest.join('');
        const lines = new Lines(text);
        const read = readLog(text, lines, 0, lines.count);
        if (read === undefined) return;
        linkedEntries(lines, read.log);
        for (const reply of quotedReplies(lines, read.log))
          assert.equal(whole(text.slice(reply.start, reply.end)), whole(reply.text));
        for (let i = 0; i < read.endLine; i++) {
          const entry = readEntry(text, lines.start(i), lines.end(i), read.log);
          for (const value of Object.values(entry).flat()) {
            if (typeof value !== 'object') continue;
            assert.equal(whole(text.slice(value.start, value.end)), whole(value.text));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  // Quadratic cost would run into the time limit of the runner many times over.
  it('comes to an end with hostile text', () => {
    const readAll = (text: string): void => {
      const lines = new Lines(text);
      const read = readLog(text, lines, 0, lines.count);
      if (read !== undefined) quotedReplies(lines, read.log);
    };
    const head = 'Nov 21 20:05:36 mx1 postfix/smtp[1]: 748BD228075: to=<a@b.test>, dsn=5.0.0, status=bounced (host ';
    for (const piece of ['said: 550 ', '<, ', ' H=', 'SMTP error from remote mail server after ', '/', '\n<22>']) {
      const text = head + piece.repeat(400_000 / piece.length);
      assert.doesNotThrow(() => readAll(text.repeat(4)), piece);
    }
    for (const line of [
      'Subject : a, b\r',
      'Sender To Status\r',
      `{${'"a":'.repeat(300)}\n`,
      `${'to=x '.repeat(800)}\n`,
    ]) {
      const lines = new Lines(line.repeat(600_000 / line.length));
      assert.doesNotThrow(
        () => {
          for (let i = 0; lines.has(i); i++) looksLikeLog(lines, i);
        },
        line.slice(0, 40),
      );
    }
  }).timeout(60_000);
});
