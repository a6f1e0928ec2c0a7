import assert from 'node:assert/strict';
import { dialectsOf, eventsOf, sessionsOf, told } from './told.ts';

/** The tool that wrote it and what was said, over one connection. */
function reads(dialect: string, said: string, text: string): void {
  assert.equal(told(text), said);
  assert.equal(dialectsOf(text), dialect);
  assert.equal(sessionsOf(text), 1);
}

describe('transcripts of command line tools', () => {
  it('swaks without hints', () => {
    reads(
      'bare',
      '220 EHLO 250 QUIT 221',
      '=== Connected to a.test.\n220 a.test ESMTP\nEHLO b.test\n250-a.test\n250 SIZE\nQUIT\n221 Bye\n=== Connection closed with remote host.\n',
    );
  });

  it('swaks that suppresses the message', () => {
    reads(
      'swaks',
      '220 DATA 354 (data) 250',
      '<-  220 a.test ESMTP\n -> DATA\n<-  354 go\n -> 11 lines sent\n<-  250 2.0.0 Ok\n',
    );
  });

  it('swaks behind XCLIENT, where the greeting comes once more on the same connection', () => {
    reads(
      'swaks',
      '220 EHLO 250 XCLIENT 220 EHLO 250 QUIT 221',
      '<-  220 a.test ESMTP\n -> EHLO b.test\n<-  250 XCLIENT ADDR\n -> XCLIENT ADDR=192.0.2.9\n<-  220 a.test ESMTP\n -> EHLO b.test\n<-  250 a.test\n -> QUIT\n<-  221 Bye\n',
    );
  });

  it('swaks behind a PROXY header, which nothing answers', () => {
    reads(
      'swaks',
      'PROXY 220 EHLO 250 MAIL 250 QUIT 221',
      '=== Connected to a.test.\n -> PROXY TCP4 192.0.2.9 192.0.2.1 4000 25\n<-  220 a.test ESMTP\n -> EHLO b.test\n<-  250 a.test\n -> MAIL FROM:<a@b.test>\n<-  250 2.1.0 Ok\n -> QUIT\n<-  221 Bye\n',
    );
  });

  it('curl, which tells how many bytes the message had', () => {
    reads(
      'curl',
      '220 DATA 354 (data) 250',
      '*   Trying 192.0.2.1:25...\n< 220 a.test ESMTP\n} [5 bytes data]\n> DATA\n{ [5 bytes data]\n< 354 go\n} [105 bytes data]\n< 250 2.0.0 Ok\n',
    );
  });

  it('curl --trace-ascii', () => {
    reads(
      'curl-trace',
      '220 EHLO 250 DATA 354 (data) 250',
      '20:01:33.065517 == Info:   Trying 192.0.2.1:25...\n20:01:33.1 <= Recv header, 36 bytes (0x24)\n0000: 220 a.test ESMTP\n20:01:33.2 => Send header, 25 bytes (0x19)\n0000: EHLO b.test\n20:01:33.3 <= Recv header, 22 bytes (0x16)\n0000: 250-a.test\n20:01:33.3 <= Recv header, 16 bytes (0x10)\n0000: 250 SIZE\n20:01:33.4 => Send header, 6 bytes (0x6)\n0000: DATA\n20:01:33.4 <= Recv header, 8 bytes (0x8)\n0000: 354 go\n20:01:33.5 => Send data, 20 bytes (0x14)\n0000: Subject: x\n000c: \n000e: hello\n20:01:33.6 <= Recv header, 12 bytes (0xc)\n0000: 250 2.0.0 Ok\n',
    );
  });

  it('curl --trace, in hexadecimal', () => {
    reads(
      'curl-trace',
      '220 EHLO',
      '<= Recv header, 18 bytes (0x12)\n0000: 32 32 30 20 61 2e 74 65 73 74 20 45 53 4d 54 50 220 a.test ESMTP\n0010: 0d 0a                                           ..\n=> Send header, 13 bytes (0xd)\n0000: 45 48 4c 4f 20 62 2e 74 65 73 74 0d 0a          EHLO b.test..\n',
    );
  });

  it('openssl s_client, which shows the last line of the reply to EHLO', () => {
    reads(
      'openssl',
      '250 EHLO 250 QUIT 221',
      `CONNECTED(00000003)\n---\nCertificate chain\n 0 s:CN = a.test\n-----BEGIN CERTIFICATE-----\n${'MIIDazCCAlOgAwIBAgIU\n'.repeat(20)}-----END CERTIFICATE-----\n---\nSSL handshake has read 1612 bytes and written 410 bytes\nVerify return code: 18 (self-signed certificate)\n---\n250 CHUNKING\n---\nPost-Handshake New Session Ticket arrived:\nSSL-Session:\n    0000 - 05 83 db 7c\n---\nread R BLOCK\nEHLO b.test\n250-a.test\n250 CHUNKING\nQUIT\n221 Bye\nclosed\n`,
    );
  });

  it('openssl s_client -debug', () => {
    reads(
      'openssl-debug',
      '220 EHLO',
      'read from 0x55d4 [0x55d5] (4096 bytes => 17 (0x11))\n0000 - 32 32 30 20 61 2e 74 65-73 74 20 45 53 4d 54 50   220 a.test ESMTP\n0010 - 0a                                                .\nwrite to 0x55d4 [0x55d5] (13 bytes => 13 (0xD))\n0000 - 45 48 4c 4f 20 62 2e 74-65 73 74 0d 0a            EHLO b.test..\n',
    );
  });

  it('gnutls-cli', () => {
    reads(
      'bare',
      'EHLO 250 QUIT 221',
      '- Handshake was completed\n\n- Simple Client Mode:\n\nEHLO a.test\n250-b.test\n250 CHUNKING\nQUIT\n221 Bye\n- Peer has closed the GnuTLS connection\n',
    );
    reads(
      'gnutls-cli',
      'EHLO 250',
      "Connecting to '192.0.2.1:465'...\n- Certificate type: X.509\n- Got a certificate list of 1 certificates.\n- Certificate[0] info:\n\tPublic Key ID:\n\t\tsha1:9a6b\n\n- Status: The certificate is trusted.\n- Handshake was completed\n\n- Simple Client Mode:\n\nEHLO a.test\n250 b.test\n",
    );
    reads(
      'gnutls-cli',
      '220 EHLO 250 STARTTLS',
      'starttls: received: 220 a.test ESMTP\nstarttls: sending: EHLO b.test\nstarttls: received: 250-a.test\n250 STARTTLS\nstarttls: sending: STARTTLS\n',
    );
  });

  it('the page of CheckTLS, with its notes between', () => {
    const page = (from: string, to: string): string =>
      `[000.102]\tServer answered\n[000.214]${from}\t220 a.test ESMTP\n[000.215]\tWe are allowed to connect\n[000.216]${to}\tEHLO b.test\n[000.317]${from}\t250-a.test\n250-SIZE 9\n250 STARTTLS\n[000.318] ${to}\tSTARTTLS\n[000.420]${from}\t220 Ready\n[000.731]\tConnection converted to SSL\n\tCert Hostname DOES NOT VERIFY (a.test != *.c.test)\n[000.732] ~~>\tEHLO b.test\n[000.834]<~~\t250 a.test\n[000.835] ~~>\tQUIT\n[000.836]<~~\t221 Bye\n`;
    for (const [from, to] of [
      ['<--', '-->'],
      ['<‑‑', '‑‑>'],
    ] as const)
      reads('checktls', '220 EHLO 250 STARTTLS 220 EHLO 250 QUIT 221', page(from, to));
  });

  it('msmtp, pipelined', () => {
    reads(
      'msmtp',
      '220 EHLO 250 MAIL RCPT 250 550 QUIT 221',
      '<-- 220 a.test ESMTP ready\n--> EHLO b.test\n<-- 250-a.test\n<-- 250 SIZE\n--> MAIL FROM:<a@b.test>\n--> RCPT TO:<c@a.test>\n<-- 250 ok\n<-- 550 5.1.1 <c@a.test>: no\n--> QUIT\n<-- 221 bye\n',
    );
  });

  it('s-nail, whose one arrow stands for both sides', () => {
    reads(
      's-nail',
      '220 EHLO 250 QUIT 221',
      's-nail: >>> SERVER: 220 a.test ESMTP\ns-nail: >>> EHLO b.test\ns-nail: >>> SERVER: 250 a.test\ns-nail: >>> QUIT\ns-nail: >>> SERVER: 221 bye\n',
    );
  });

  it('mailx, with bare replies', () => {
    reads(
      'arrows',
      '220 EHLO 250 MAIL 250',
      '220 a.test ESMTP\n>>> EHLO b.test\n250-a.test\n250 SIZE\n>>> MAIL FROM:<a@b.test>\n250 ok\n',
    );
  });

  it('mailutils', () => {
    reads(
      'client-server',
      '220 EHLO 250',
      'mail: S: 220 a.test ESMTP\nmail: C: EHLO b.test\nmail: S: 250-a.test\nmail: S: 250 X\n',
    );
  });

  it('mutt and NeoMutt', () => {
    const at = '[2026-11-21 20:25:31]';
    reads(
      'mutt',
      '220 EHLO 250',
      `${at} Connected to 192.0.2.1:25 on fd=4\n${at} 4< 220 a.test ESMTP\n${at} 4> EHLO b.test\n${at} 4< 250 a.test\n`,
    );
    reads(
      'mutt',
      '220 EHLO 250',
      `${at}<2> mutt_socket_readln_d() 4< 220 a.test ESMTP\n${at}<2> mutt_socket_write_d() 4> EHLO b.test\n${at}<2> mutt_socket_readln_d() 4< 250 a.test\n`,
    );
  });

  it('sendEmail, which puts a reply on one line', () => {
    const at = 'Nov 21 20:02:46 lab sendEmail[1234]:';
    reads(
      'sendemail',
      '220 EHLO 250 DATA 354 (data) 250',
      `${at} SUCCESS => Received: \t220 a.test ESMTP\n${at} INFO => Sending: \tEHLO b.test\n${at} SUCCESS => Received: \t250-a.test, 250-PIPELINING, 250 CHUNKING\n${at} INFO => Sending: \tDATA\n${at} SUCCESS => Received: \t354 go\n${at} INFO => Sending message body\n${at} SUCCESS => Received: \t250 2.0.0 Ok\n`,
    );
  });

  it('esmtp, which shows the header of the message', () => {
    reads('probe', 'RCPT 250 (data)', 'C: RCPT TO:<a@b.test>\nS: 250 2.1.5 Ok\nH: From: c@d.test\nH: To: a@b.test\n');
  });

  it('ssmtp, blat, smtp-cli, posttls-finger', () => {
    reads('ssmtp', '220 HELO 250', '[<-] 220 a.test ESMTP\n[->] HELO b.test\n[<-] 250 a.test\n');
    reads(
      'blat',
      '220 EHLO 250',
      '<<<getline<<< 220 a.test ready\n>>>putline>>> EHLO B\n<<<getline<<< 250-a.test\n250 help\n',
    );
    const quoted = "[220] 'a.test ESMTP ready'\n> HELO b.test\n[550] '5.7.1 Relaying denied'\n";
    reads('smtp-cli', '220 HELO 550', quoted);
    assert.deepEqual(
      eventsOf(quoted).flatMap((event) =>
        event.kind === 'reply' ? [event.text, quoted.slice(event.start, event.end)] : [],
      ),
      ['a.test ESMTP ready', "220] 'a.test ESMTP ready", 'Relaying denied', "550] '5.7.1 Relaying denied"],
    );
    reads(
      'postfix-finger',
      '220 EHLO 250',
      'posttls-finger: < 220 a.test ESMTP\nposttls-finger: > EHLO b.test\nposttls-finger: < 250 a.test\n',
    );
  });

  it('nullmailer and smtp of OpenSMTPD, which show the last reply only', () => {
    reads('nullmailer', '550', 'smtp: Failed: 550 5.1.1 <a@b.test>: User unknown\n');
    reads(
      'opensmtpd-smtp',
      '250',
      'trying host 192.0.2.1 port 25...\nconnection ready...\na@b.test: EOM: 250 2.0.0 Ok: queued\nmail done...\nconnection closed...\n',
    );
  });

  it('Thunderbird, old and new', () => {
    reads(
      'thunderbird',
      '220 EHLO 250',
      'mailnews.smtp: S: 220 a.test ESMTP\nmailnews.smtp: C: EHLO [192.0.2.9]\nmailnews.smtp: S: 250-a.test\nmailnews.smtp: S: 250 SIZE\n',
    );
    reads(
      'thunderbird',
      '220 EHLO 250',
      '1234[0x1a2b]: SMTP Response: 220 a.test ESMTP\n1234[0x1a2b]: SMTP Send: EHLO [192.0.2.9]\n1234[0x1a2b]: SMTP entering state: 0\n1234[0x1a2b]: SMTP Response: 250 a.test\n',
    );
  });

  it('Outlook and Outlook Express', () => {
    const at = '2015.06.02 10:31:36 SMTP (mail.a.test):';
    reads(
      'outlook',
      '220 EHLO 250',
      `${at} Connected to host\n${at} <rx> 220 mail.a.test ESMTP\n${at} [tx] EHLO PC1\n${at} <rx> 250-mail.a.test\n${at} <rx> 250 SIZE\n${at} End execution\n`,
    );
    reads(
      'outlook',
      '220 HELO 250',
      'SMTP: 10:31:36 [rx] 220 mail.a.test ESMTP\nSMTP: 10:31:36 [tx] HELO pc\nSMTP: 10:31:36 [rx] 250 mail.a.test\n',
    );
  });

  it('Claws Mail', () => {
    reads(
      'claws-mail',
      '220 EHLO 250 MAIL 250',
      '[10:00:01] ESMTP< 220 a.test ESMTP\n[10:00:01] ESMTP> EHLO b.test\n[10:00:01] ESMTP< 250 a.test\n[10:00:02] SMTP> MAIL FROM:<a@b.test>\n[10:00:02] SMTP< 250 ok\n',
    );
  });

  it('git send-email, whose summary is no session', () => {
    const net = 'Net::SMTP=GLOB(0x55d0)';
    reads(
      'perl-net-smtp',
      '220 EHLO 250 QUIT 221',
      `Net::SMTP>>> Net::SMTP(3.14)\n${net}<<< 220 a.test ESMTP\n${net}>>> EHLO b.test\n${net}<<< 250 a.test\n${net}>>> QUIT\n${net}<<< 221 Bye\nOK. Log says:\nServer: 192.0.2.1\nMAIL FROM:<a@b.test>\nRCPT TO:<c@a.test>\nFrom: a@b.test\nTo: c@a.test\nSubject: x\n\nResult: 250 \n`,
    );
  });

  it('times and TLS of what was said', () => {
    const text = '20:05:11.964 ~> EHLO b.test\n20:05:12.264 <~  250 a.test\n';
    assert.deepEqual(
      eventsOf(text).map(({ time, tls }) => [time, tls]),
      [
        [72_311_964, true],
        [72_312_264, true],
      ],
    );
  });
});
