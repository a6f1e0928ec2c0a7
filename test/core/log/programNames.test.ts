import assert from 'node:assert/strict';
import { formatOfWords, isDialogue, isVerbose, programFormat } from '../../../src/core/log/programNames.ts';

describe('the program that wrote a line of a log', () => {
  it('is told by its name', () => {
    for (const [format, names] of Object.entries({
      postfix: 'postfix postfix/smtp postfix-out/qmgr zimbra-postfix postscreen',
      exim: 'exim exim4',
      sendmail: 'sendmail sm-mta sm-msp-queue MTA send-mail',
      opensmtpd: 'smtpd smtpctl',
      haraka: 'haraka Haraka',
      rspamd: 'rspamd rspamd_proxy',
      amavis: 'amavis amavisd-new my-amavis',
      msmtp: 'msmtp',
      powermta: 'pmta pmtad',
      qmail: 'qmail sqmail qmail-send splogger',
      maddy: 'maddy',
      stalwart: 'stalwart stalwart-mail',
      syslog:
        'inbound/pass outbound/smtp scan dovecot opendkim opendmarc openarc postgrey sqlgrey policyd policyd-spf postsrsd spamd spampd clamsmtpd clamav-milter milter-greylist mimedefang MailScanner saslauthd dma SMTP sSMTP ssmtp nullmailer pmg-smtp-filter rmilter zimbra zone-mta qmail-scanner courier cyrus lmtp pypolicyd python-policyd python3-policyd gld mailman fetchmail getmail imapd pop3d',
    }))
      for (const name of names.split(' ')) assert.equal(programFormat(name), format, name);
    for (const name of ['kernel', 'sshd', 'xpostfix', 'smtpd2', 'notqmail', 'scanner', 'dmax', 'gldx', ''])
      assert.equal(programFormat(name), undefined, name);
  });

  it('is told by its words, whatever its name', () => {
    for (const [format, ...lines] of [
      [
        'opensmtpd',
        ...['relay', 'delivery', 'mta', 'mda', 'local', 'rcpt', 'smtp-in', 'smtp-out'].map((word) => `${word}: x`),
      ],
      ['opensmtpd', ...['smtp', 'mta', 'mda'].map((word) => `3d2f0e5f0a1b2c3d ${word} connected`)],
      ['postfix', ...['to', 'from', 'client', 'message-id'].map((word) => `4F1A2B3C4D: ${word}=<x>`)],
      ['postfix', '4XyZbc1RwTz9kQ: to=<x>', 'NOQUEUE: reject: RCPT from x', 'NOQUEUE: milter-reject: MAIL from x'],
      [
        'sendmail',
        'uAL8E2x001234567: to=<x>, delay=0, stat=Sent',
        'uAL8E2x001234567: from=<x>, size=1, nrcpts=1',
        'uAL8E2x001234567: ruleset=check_rcpt',
      ],
      [
        'sendmail',
        'to=<x>, delay=00:00:01, mailer=esmtp',
        'from=<x>, size=1042, nrcpts=1',
        'to=<x>, ctladdr=<y>, delay=0, mailer=x',
      ],
      ['exim', ...['<= x', '=> x', '-> x', '** x', '== x', 'Completed'].map((word) => `1tEabc-0001Ab-2C ${word}`)],
      ['maddy', 'queue: delivered\t{"a":1}', '2026-11-20T16:59:00Z queue: delivered\t{"a":1}'],
      ['qmail', 'starting delivery 1: msg 2 to remote bob@fabrikam.test', '1700000000.123456 delivery 1: success: x'],
      ['haraka', '[NOTICE] [-] [core] x', '[INFO] [4F1A2B3C-D.1] [x] y'],
      [undefined, 'Accepted password for root', '', 'x 4F1A2B3C4D: to=<x>', '4F1A: to=<x>', 'NOQUEUE: warn: x'],
    ] as const)
      for (const line of lines) assert.equal(formatOfWords(line as string), format, line);
  });

  it('logs the dialogue itself in these forms, and what it does at -v in others', () => {
    for (const words of [
      ...['> mx.contoso.test[192.0.2.1]: EHLO x', '< mx: 250 ok', '>>> EHLO', '<<< 250', 'SMTP<< 250', 'SMTP>> EHLO'],
      ...[
        'uAL8E: <-- EHLO',
        'uAL8E2x001234: --> 250',
        'uAL8E2x001234: --- 050 x',
        'smtp: 0x1f: <<< EHLO',
        'mta: 0x1f: >>> 250',
      ],
      ...['ESMTP> EHLO', 'ESMTP< 250', '[PROTOCOL] x'],
    ]) {
      assert.ok(isDialogue(words, 0), words);
      assert.ok(isDialogue(`xx ${words}`, 3), words);
    }
    for (const words of ['to=<bob@fabrikam.test>', 'connect from x', '>>', 'SMTP> x', 'uAL: <-- x'])
      assert.ok(!isDialogue(words, 0), words);
    for (const words of [
      ...[
        'smtp_chat_resp: x',
        'match_list_match[12]: y',
        'input attribute',
        'send attr x',
        'wanted attr',
        'rec_type_normal attr x',
      ],
      ...[
        'private/rewrite socket: x',
        'public/cleanup service',
        'lookup: x',
        'fsspace: .',
        'been_here: x',
        'watchdog_pat: x',
      ],
      ...[
        'watchdog: x',
        'process generation: 1',
        'connection established',
        'trying... [192.0.2.1]',
        'auto_clnt: x',
        'dict_eval: x',
      ],
    ])
      assert.ok(isVerbose(words, 0), words);
    for (const words of ['to=<x>', 'connect from x', 'privates/x socket', '4F1A: to=<x>'])
      assert.ok(!isVerbose(words, 0), words);
  });
});
