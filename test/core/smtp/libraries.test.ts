import assert from 'node:assert/strict';
import { dialectsOf, eventsOf, sessionsOf, told } from './told.ts';

/** The tool that wrote it and what was said, over one connection. */
function reads(dialect: string, said: string, text: string): void {
  assert.equal(told(text), said);
  assert.equal(dialectsOf(text), dialect);
  assert.equal(sessionsOf(text), 1);
}

describe('transcripts of libraries', () => {
  it('Ruby, with the error said again behind the session', () => {
    const no = '450 4.2.0 <c@d.test>: Greylisted';
    reads(
      'ruby-net-smtp',
      '220 EHLO 250 RCPT 450 QUIT 221',
      `-> "220 a.test ESMTP\\r\\n"\n<- "EHLO b.test\\r\\n"\n-> "250 a.test\\r\\n"\n<- "RCPT TO:<c@d.test>\\r\\n"\n-> "${no}\\r\\n"\n<- "QUIT\\r\\n"\n-> "221 bye\\r\\n"\n${no}\n`,
    );
  });

  it('PHPMailer, with indented further lines', () => {
    const at = '2026-11-21 20:24:53\t';
    reads(
      'phpmailer',
      '220 EHLO 250 AUTH 334 (auth) 535',
      `${at}Connection: opening to a.test:25, timeout=6, options=array (\n                   \t                  )\n${at}Connection: opened\n${at}SMTP INBOUND: "220 a.test ESMTP"\n${at}SERVER -> CLIENT: 220 a.test ESMTP\n${at}CLIENT -> SERVER: EHLO b.test\n${at}SERVER -> CLIENT: 250-a.test\n                   \t                  250-PIPELINING\n                   \t                  250 AUTH LOGIN\n${at}CLIENT -> SERVER: AUTH LOGIN\n${at}SERVER -> CLIENT: 334 VXNlcm5hbWU6\n${at}CLIENT -> SERVER: [credentials hidden]\n${at}SERVER -> CLIENT: 535 5.7.8 no\n${at}SMTP ERROR: Password command failed: 535 5.7.8 no\n`,
    );
  });

  it('PHPMailer, with blanks where the tab was', () => {
    const at = '2026-11-21 20:24:53     ';
    reads(
      'phpmailer',
      'STARTTLS 220 QUIT',
      `${at}CLIENT -> SERVER: STARTTLS\n${at}SMTP INBOUND: "220 2.0.0 go on"\n${at}SERVER -> CLIENT: 220 2.0.0 go on\n${at}Connection failed. Error #2: stream_socket_enable_crypto(): SSL: Connection reset by peer\n${at}CLIENT -> SERVER: QUIT\n`,
    );
  });

  it('old PHPMailers, which show each line as it comes and then the reply', () => {
    const line = (said: string): string =>
      `SMTP -> get_lines(): $data was ""\nSMTP -> get_lines(): $str is "${said} "\nSMTP -> get_lines(): $data is "${said} "\n`;
    const text = `${line('220 a.test ESMTP')}SMTP -> FROM SERVER:220 a.test ESMTP\n${line('250-a.test')}${line('250 SIZE')}`;
    reads('phpmailer-lowlevel', '220 250', text);
    reads('phpmailer-lowlevel', '220 250', `${text}SMTP -> FROM SERVER:250-a.test\n250 SIZE\n`);
  });

  it('Nodemailer, as a tree', () =>
    reads(
      'nodemailer-tree',
      '250 RCPT 550',
      'SERVER 1:\n└──250 2.1.0 OK\nCLIENT 1:\n└──RCPT TO:<c@d.test>\nSERVER 1:\n└──550 5.1.1 no\n',
    ));

  it('PHPMailer, with a first line that is longer than what is searched of a line', () =>
    reads(
      'phpmailer',
      '220 QUIT 221',
      `SERVER -> CLIENT: 220 a.test ${'welcome '.repeat(60)}\nCLIENT -> SERVER: QUIT\nSERVER -> CLIENT: 221 bye\n`,
    ));

  it('PHPMailer as HTML, whose reply lines run together', () => {
    const text =
      '2026-11-21 20:02:04 SERVER -&gt; CLIENT: 250-a.test250-SIZE 1048576250 CHUNKING<br>\n2026-11-21 20:02:04 CLIENT -&gt; SERVER: MAIL FROM:&lt;a@b.test&gt;<br>\n2026-11-21 20:02:04 SERVER -&gt; CLIENT: 250 2.1.0 Ok<br>\n';
    reads('phpmailer', '250 MAIL 250', text);
    const [ehlo, mail, ok] = eventsOf(text);
    assert.equal(ehlo?.kind === 'reply' && ehlo.text, 'a.test SIZE 1048576 CHUNKING');
    assert.equal(
      mail?.kind === 'command' && text.slice(mail.argument.start, mail.argument.end),
      'FROM:&lt;a@b.test&gt;',
    );
    assert.equal(ok && text.slice(ok.start, ok.end), '250 2.1.0 Ok');
  });

  it('PHPMailer of the client alone', () => {
    const at = '2026-11-21 20:02:05\tCLIENT -> SERVER:';
    reads(
      'phpmailer',
      'EHLO MAIL RCPT DATA (data) QUIT',
      `${at} EHLO a.test\n${at} MAIL FROM:<a@b.test>\n${at} RCPT TO:<c@d.test>\n${at} DATA\n${at} Subject: x\n${at}\n${at} hello\n${at} .\n${at} QUIT\n`,
    );
  });

  it('Perl Net::SMTP, which decodes what it sends', () => {
    const net = 'Net::SMTP::_SSL=GLOB(0x559a)';
    reads(
      'perl-net-smtp',
      'AUTH 334 (auth) 235',
      `${net}>>> AUTH CRAM-MD5\n${net}<<< 334 PDQ0Pg==\n${net}<<< (decoded) <444@a.test>\n${net}>>> (decoded) alice 874f\n${net}>>> YWxpY2U=\n${net}<<< 235 ok\n`,
    );
  });

  it('Python smtplib, level 2, and Python 2', () => {
    reads(
      'python-smtplib',
      'EHLO 250 DATA 354 (data) 250',
      "20:05:11.96 send: 'ehlo a.test\\r\\n'\n20:05:11.97 reply: b'250-b.test\\r\\n'\n20:05:11.97 reply: b'250 SIZE\\r\\n'\n20:05:11.97 reply: retcode (250); Msg: b'b.test\\nSIZE'\n20:05:11.98 send: 'data\\r\\n'\n20:05:11.98 reply: b'354 go\\r\\n'\n20:05:11.98 data: (354, b'go')\n20:05:11.99 send: b'Subject: x\\r\\n\\r\\nhi\\r\\n.\\r\\n'\n20:05:12.00 reply: b'250 2.0.0 Ok\\r\\n'\n",
    );
    reads(
      'python-smtplib',
      'EHLO 250',
      "send: 'ehlo a.test\\r\\n'\nreply: '250-b.test\\r\\n'\nreply: '250 SIZE\\r\\n'\nreply: retcode (250); Msg: b.test\n",
    );
  });

  it('Ruby, whose arrows are the other way round', () => {
    reads(
      'ruby-net-smtp',
      '220 EHLO 250 DATA 354 (data) 250',
      'Connection opened: a.test:25\n-> "220 a.test ESMTP\\r\\n"\n<- "EHLO b.test\\r\\n"\n-> "250-a.test\\r\\n"\n-> "250 SIZE\\r\\n"\n<- "DATA\\r\\n"\n-> "354 go\\r\\n"\nwriting message from String\nwrote 100 bytes\n-> "250 Ok\\r\\n"\n',
    );
  });

  it('JavaMail, with its remarks between', () => {
    reads(
      'javamail',
      '220 EHLO 250 QUIT 221',
      'DEBUG SMTP: trying to connect to host "a.test", port 25, isSSL false\n220 a.test ESMTP\nDEBUG SMTP: connected to host "a.test", port: 25\nEHLO b.test\n250-a.test\n250 SIZE 10240000\nDEBUG SMTP: Found extension "SIZE", arg "10240000"\nQUIT\n221 Bye\n',
    );
  });

  it('MailKit, with and without time', () => {
    reads(
      'probe',
      '220 EHLO 250 AUTH 235',
      'Connected to smtp://a.test:587/?starttls=when-available\nS: 220 a.test ESMTP\nC: EHLO b\nS: 250-a.test\nS: 250 AUTH PLAIN\nC: AUTH PLAIN ********\nS: 235 ok\n',
    );
    reads(
      'client-server',
      '220 EHLO 250',
      '2024-05-01T10:00:00Z S: 220 a.test ESMTP\n2024-05-01T10:00:00Z C: EHLO b\n2024-05-01T10:00:01Z S: 250-a.test\n2024-05-01T10:00:01Z S: 250 SIZE\n',
    );
  });

  it('System.Net of .NET, in hexadecimal', () => {
    const net = 'System.Net.Sockets Verbose: 0 : [5920]';
    const text = `${net} Data from Socket#12345678::Receive\n${net} 00000000 : 32 32 30 20 6D 78 2E 65-78 61 6D 70 6C 65 2E 6E : 220 mx.example.n\n${net} 00000010 : 65 74 20 45 53 4D 54 50-0D 0A                   : et ESMTP..\n${net} Data from Socket#12345678::Send\n${net} 00000000 : 45 48 4C 4F 20 63 6C 69-65 6E 74 0D 0A          : EHLO client..\n`;
    reads('dotnet', '220 EHLO', text);
    const [banner] = eventsOf(text);
    assert.equal(banner?.kind === 'reply' && banner.text, 'mx.example.net ESMTP');
    assert.equal(banner?.kind === 'reply' && text.slice(banner.codeSpan.start, banner.codeSpan.end), '32 32 30');
  });

  it('Symfony Mailer, Go, K-9', () => {
    const at = '[2024-05-01T10:00:00.123456+02:00]';
    reads(
      'symfony-mailer',
      '220 EHLO 250',
      `${at} < 220 a.test ESMTP\n${at} > EHLO b.test\n${at} < 250-a.test\n${at} < 250 SIZE\n`,
    );
    reads(
      'go-mail',
      '220 EHLO 250',
      '2024/05/01 10:00:00 DEBUG: C <-- S: 220 a.test ESMTP\n2024/05/01 10:00:00 DEBUG: C --> S: EHLO b.test\n2024/05/01 10:00:00 DEBUG: C <-- S: 250-a.test\\n250 SIZE\n',
    );
    reads('thunderbird', '220 EHLO 250', 'SMTP <<< 220 a.test ESMTP\nSMTP >>> EHLO b.test\nSMTP <<< 250 a.test\n');
  });

  it('Nodemailer, whose message has no mark', () => {
    const at = '[2026-11-21 20:24:54] DEBUG [EfWY84dS1Q]';
    const text = `${at} S: 220 a.test ESMTP\n${at} C: DATA\n${at} S: 354 go\n${at} Subject: x\n${at} \n${at} 250 things\n[2026-11-21 20:24:55] INFO  [EfWY84dS1Q] <277 bytes encoded mime message (source size 274 bytes)>\n${at} S: 250 2.0.0 Ok\n`;
    reads('nodemailer', '220 DATA 354 (data) 250', text);
    assert.equal(eventsOf(text)[0]?.connection, 'EfWY84dS1Q');
    assert.equal(eventsOf(text)[0]?.time, 73_494_000);
  });
});
