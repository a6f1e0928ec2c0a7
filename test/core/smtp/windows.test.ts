import assert from 'node:assert/strict';
import { conversationsOf, dialectsOf, eventsOf, sessionsOf, told, toldBySession } from './told.ts';

/** The server that wrote it and what was said, over one connection. */
function reads(dialect: string, said: string, text: string): void {
  assert.equal(told(text), said);
  assert.equal(dialectsOf(text), dialect);
  assert.equal(sessionsOf(text), 1);
}

const each = (front: string, ...lines: string[]): string => lines.map((line) => `${front}${line}\n`).join('');

describe('protocol logs of Exchange', () => {
  const front = (id: string): string =>
    `2016-12-14T01:17:34.808Z,EX\\Default Frontend EX,${id},1,192.0.2.10:25,198.51.100.7:55171,`;

  it('received', () => {
    reads(
      'exchange',
      '220 EHLO 250 MAIL 550',
      each(
        front('08D423A1B2C3D4E5'),
        '+,,',
        '*,SMTPSubmit SMTPAcceptAnySender,Set Session Permissions',
        '>,"220 EX.a.test Microsoft ESMTP MAIL Service ready at Wed, 14 Dec 2016",',
        '<,EHLO b.test,',
        '>,250-EX.a.test Hello [198.51.100.7],',
        '>,250 SIZE,',
        '<,MAIL FROM:<a@b.test> SIZE=10,',
        '>,"550 5.7.1 no, never",',
        '-,,Local',
      ),
    );
  });

  it('sent, with the reply as it stands in the quotes, its time and its session', () => {
    const text = each(front('08D4AAA1B2C3D4E5'), '<,220 a.test ESMTP,', '>,EHLO b.test,', '<,"250 ""hello"", b.test",');
    reads('exchange', '220 EHLO 250', text);
    const reply = eventsOf(text)[2];
    assert.equal(reply && text.slice(reply.start, reply.end), '250 ""hello"", b.test');
    assert.equal(reply?.time, 4_654_808);
    assert.equal(reply?.connection, '08D4AAA1B2C3D4E5');
  });

  it('of two connections at a time', () => {
    const lines = ['A', 'B', 'A', 'B'].map(
      (letter, i) => front(`08D423A1B2C3D4E${letter}`) + (i < 2 ? '>,220 a.test ESMTP,' : `<,HELO ${letter}.test,`),
    );
    assert.deepEqual(toldBySession(lines.join('\n')), ['220 HELO', '220 HELO']);
  });

  it('of which only two columns were pasted', () => {
    reads(
      'exchange-columns',
      '220 EHLO 250 MAIL 250',
      '>,"220 EX ESMTP, hello"\n<,EHLO b.test\n>,250-EX\n>,250 SIZE\n*,Tarpit for 5s,\n<,MAIL FROM:<a@b.test>\n>,250 2.1.0 Sender OK\n',
    );
    reads('exchange-columns', '220 EHLO 250', '<,220 a.test ESMTP\n>,EHLO EX\n<,250 a.test\n');
  });

  it('of Exchange 2003 and IIS, inbound', () => {
    const at = '2006-08-18 13:17:37 192.0.2.5 b.test SMTPSVC1 MAIL01 192.0.2.10 0';
    const text = `#Fields: date time c-ip cs-username\n${at} EHLO - +b.test 250 0 300 12 0 SMTP - - - -\n${at} MAIL - +FROM:<a@b.test> 250 0 45 32 0 SMTP - - - -\n${at} RCPT - +TO:<c@a.test> 550 0 45 32 0 SMTP - - - -\n`;
    reads('iis', 'EHLO 250 MAIL 250 RCPT 550', text);
    assert.equal(conversationsOf(text)[0]?.sessions[0]?.transactions[0]?.sender, 'a@b.test');
    assert.deepEqual(
      eventsOf(text).map((event) =>
        event.kind === 'command'
          ? [event.verbSpan, event.argument].map(({ start, end }) => text.slice(start, end))
          : event.kind === 'reply' && text.slice(event.codeSpan.start, event.codeSpan.end),
      ),
      [['EHLO', 'b.test'], '250', ['MAIL', 'FROM:<a@b.test>'], '250', ['RCPT', 'TO:<c@a.test>'], '550'],
    );
  });

  it('of Exchange 2003 and IIS, outbound', () => {
    const at = '2006-08-18 13:17:40 198.51.100.7';
    const text = `${at} OutboundConnectionResponse SMTPSVC1 MAIL01 - 25 - - 220+a.test+ESMTP 0 0 40 0 62 SMTP - - - -\n${at} OutboundConnectionCommand SMTPSVC1 MAIL01 - 25 EHLO - b.test 0 0 4 0 62 SMTP - - - -\n${at} OutboundConnectionResponse SMTPSVC1 MAIL01 - 25 - - 550+5.1.1+User+unknown 0 0 26 0 250 SMTP - - - -\n`;
    reads('iis', '220 EHLO 550', text);
    const reply = eventsOf(text)[2];
    assert.equal(reply?.kind === 'reply' && reply.text, 'User unknown');
    assert.equal(reply && text.slice(reply.start, reply.end), '550+5.1.1+User+unknown');
  });
});

describe('logs of servers for Windows', () => {
  it('MDaemon, in and out', () => {
    const at = 'Sat 2014-07-26 12:58:47: 03: [514116]';
    reads(
      'mdaemon',
      '220 EHLO 250',
      each(
        `${at} `,
        'Accepting SMTP connection from [192.0.2.5:63750] to [192.0.2.10:25]',
        '--> 220 a.test ESMTP',
        '<-- EHLO b.test',
        '--> 250-a.test',
        '--> 250 SIZE',
      ),
    );
    reads(
      'mdaemon',
      '220 EHLO 250',
      each(
        `${at} `,
        'Attempting SMTP connection to [192.0.2.5:25]',
        '<-- 220 a.test ESMTP',
        '--> EHLO b.test',
        '<-- 250-a.test',
        '<-- 250 SIZE',
      ),
    );
  });

  it('hMailServer, in and out', () => {
    const row = (kind: string, words: string): string =>
      `"${kind}"\t2420\t12\t"2024-01-15 09:12:03.200"\t"192.0.2.5"\t"${words}"\n`;
    reads(
      'hmailserver',
      '220 EHLO 250',
      row('SMTPD', 'SENT: 220 a.test ESMTP') +
        row('SMTPD', 'RECEIVED: EHLO b.test') +
        row('SMTPD', 'SENT: 250-a.test[nl]250-SIZE[nl]250 HELP'),
    );
    reads(
      'hmailserver',
      '220 EHLO 250',
      row('SMTPC', 'RECEIVED: 220 a.test ESMTP') +
        row('SMTPC', 'SENT: EHLO b.test') +
        row('SMTPC', 'RECEIVED: 250 a.test'),
    );
  });

  it('MailEnable, a command and its reply on a line', () => {
    const row = (...cells: string[]): string =>
      `${['01/15/24 09:12:03', 'SMTP-OU', '8A1B2C3D.MAI', '1084', '192.0.2.5', ...cells, '120', '35'].join('\t')}\n`;
    reads(
      'mailenable',
      'EHLO 250 RCPT 550',
      row('EHLO', 'EHLO b.test', '250-a.test [192.0.2.5], this server offers 4 extensions') +
        row('RCPT', 'RCPT TO:<c@a.test>', '550 5.1.1 User unknown'),
    );
  });

  it('SmarterMail, of its server and of its deliveries', () => {
    reads(
      'smartermail',
      '220 EHLO 250',
      each(
        '00:00:00.120 [192.0.2.5][57433920] ',
        'rsp: 220 a.test',
        'connected at 1/1/2024',
        'cmd: EHLO b.test',
        'rsp: 250-a.test',
        'rsp: 250 SIZE',
      ),
    );
    reads(
      'smartermail',
      'RCPT 550',
      each('14:08:54.154 [313455-1] ', 'CMD: RCPT TO:<c@a.test>', 'RSP: 550 5.1.1 User unknown'),
    );
  });

  it('IMail', () => {
    reads(
      'imail',
      'EHLO MAIL',
      each(
        '03:19 03:22 SMTPD(00180250) [192.0.2.5] ',
        'connect 192.0.2.5 port 3215',
        'EHLO b.test',
        'MAIL FROM:<a@b.test>',
      ),
    );
    reads(
      'imail',
      'EHLO MAIL',
      each(
        '20060818 131737 192.0.2.10   SMTPD (00180250) [192.0.2.5] ',
        'connect 192.0.2.5 port 3215',
        'EHLO b.test',
        'MAIL FROM:<a@b.test>',
      ),
    );
    reads(
      'imail',
      '220 EHLO 250',
      each(
        '03:19 03:22 SMTP-(00000260) ',
        'Connect a.test [192.0.2.5:25] (1)',
        '220 a.test ESMTP',
        '>EHLO b.test',
        '250 a.test',
      ),
    );
  });

  it('Kerio, Domino, GroupWise, FirstClass, Xeams', () => {
    reads(
      'kerio',
      'EHLO 250',
      each('[30/Nov/2005 17:57:14] {smtps} [192.0.2.5] ', 'Command: EHLO b.test', 'Response: 250 a.test'),
    );
    reads(
      'domino',
      'EHLO 250',
      each('01/15/2024 09:12:03 AM  SMTP CITask StateMachine> ', 'Received: EHLO b.test', 'Sent: 250 a.test ok'),
    );
    reads(
      'groupwise',
      'RCPT 550',
      each('10:00:00 37F DMN: MSG 123456 ', 'Command: RCPT TO:<c@a.test>', 'Response: 550 5.1.1 User unknown'),
    );
    reads(
      'firstclass',
      '220 HELO 250',
      each('', 'Server-12: Snd: 220 a.test ESMTP', 'Server-12: Rcv: HELO b.test', 'Server-12: Snd: 250 a.test'),
    );
    reads('xeams', '220 HELO 250', each('10:00:00 [77] ', 'S 220 a.test ESMTP', 'C HELO b.test', 'S 250 a.test'));
  });

  it('Axigen, in and out', () => {
    reads(
      'axigen',
      '220 EHLO 250',
      each(
        'SMTP-IN:00000022: ',
        '[192.0.2.1:25] connection accepted from [192.0.2.5:58047]',
        '>> 220 a.test Axigen ESMTP ready',
        '<< EHLO b.test',
        '>> 250-a.test',
        '>> 250 SIZE',
      ),
    );
    reads(
      'axigen',
      '220 EHLO 250',
      each(
        '01-15 09:12:03 +0000 08 mx SMTP-OUT:00000022: ',
        '<< 220 a.test ESMTP',
        '>> EHLO b.test',
        '<< 250-a.test',
        '<< 250 SIZE',
      ),
    );
  });

  it('Exchange 5.5, inbound and outbound', () => {
    const at = '4/2/01 11:44:31 AM : ';
    reads(
      'exchange-5.5',
      'HELO 250 DATA',
      each(
        at,
        'A connection was accepted from a.test',
        '<<< IO: |HELO a.test',
        '<<< HELO a.test',
        '>>> 250 OK',
        '<<< IO: |DATA',
      ),
    );
    reads(
      'exchange-5.5',
      '220 HELO 250',
      each(at, 'A connection was opened to a.test', '<<< 220 a.test ESMTP', '>>> HELO b.test', '<<< 250 OK'),
    );
  });
});
