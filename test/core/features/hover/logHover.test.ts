import { says } from './hoverFacts.ts';

describe('a hover on what a log says of a delivery', () => {
  it('is an event or a status of Exchange in its own logs alone', () => {
    says(
      '{"to":"b@contoso.test","from":"a@a.test","status":"Del|ivered"}',
      'Delivered',
      '**Delivered**: The next server, program or mailbox took the message.',
    );
    const maddy = (event: string): string => `queue: ${event}\t{"attempt":1,"msg_id":"a1b2","rcpt":"b@contoso.test"}\n`;
    says(`${maddy('delivered')}${maddy('DS|N')}${maddy('delivered')}`);
  });

  it('is the reply, where it was given', () => {
    says(
      'Nov 21 20:05:36 mx1 postfix/smtp[1]: 1289B228074: to=<c@b.test>, relay=mx.b.test[192.0.2.1]:25, delay=5, dsn=5.1.1, status=bounced (host mx.b.test[192.0.2.1] said: 550 5.1.1 <c@b.test>: User unk|nown (in reply to RCPT TO command))',
      '550 5.1.1 <c@b.test>: User unknown',
      '**550 5.1.1** in answer to RCPT: The server knows no mailbox with this address: it does not exist there; the reply names c@b.test.  \n**Who acts:** the sender. **Retry:** trying again unchanged will fail again. **How sure:** certain, from words that many servers use.',
      '**Next:**\n- Check the address letter by letter and send again. Delete the address from the list of suggested recipients and type it anew. Ask the recipient another way for the right address.',
      '`550 5.1.1 <c@b.test>: User unknown`  \nSource: [RFC 3463 X.1.1](https://www.rfc-editor.org/rfc/rfc3463#section-3.2); [sendmail, source: sendmail/recipient.c](https://github.com/hrs-allbsd/sendmail/blob/HEAD/sendmail/recipient.c)',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/smtp[1]: 1289B228074: to=<c@b.test>, relay=mx.b.test[192.0.2.1]:25, delay=5, ds|n=5.1.1, status=bounced (host mx.b.test[192.0.2.1] said: 550 5.1.1 <c@b.test>: User unknown (in reply to RCPT TO command))',
      'n=5.1.1',
      '**5.1.1** in answer to RCPT: The server knows no mailbox with this address: it does not exist there; the reply names c@b.test.  \n**Who acts:** the sender. **Retry:** trying again unchanged will fail again. **How sure:** certain, from words that many servers use.',
      '**Next:**\n- Check the address letter by letter and send again. Delete the address from the list of suggested recipients and type it anew. Ask the recipient another way for the right address.',
      '`550 5.1.1 <c@b.test>: User unknown`  \nSource: [RFC 3463 X.1.1](https://www.rfc-editor.org/rfc/rfc3463#section-3.2); [sendmail, source: sendmail/recipient.c](https://github.com/hrs-allbsd/sendmail/blob/HEAD/sendmail/recipient.c)',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/smtp[1]: 1289B228074: to=<c@b.test>, relay=mx.b.test[192.0.2.1]:25, delay=5, dsn=5.1.1, sta|tus=bounced (host mx.b.test[192.0.2.1] said: 550 5.1.1 <c@b.test>: User unknown (in reply to RCPT TO command))',
      'tus=bounced',
      '**bounced**: Delivery failed for good; the sender is sent a report.',
      '**550 5.1.1** in answer to RCPT: The server knows no mailbox with this address: it does not exist there; the reply names c@b.test.  \n**Who acts:** the sender. **Retry:** trying again unchanged will fail again. **How sure:** certain, from words that many servers use.',
      '**Next:**\n- Check the address letter by letter and send again. Delete the address from the list of suggested recipients and type it anew. Ask the recipient another way for the right address.',
      '`550 5.1.1 <c@b.test>: User unknown`  \nSource: [RFC 3463 X.1.1](https://www.rfc-editor.org/rfc/rfc3463#section-3.2); [sendmail, source: sendmail/recipient.c](https://github.com/hrs-allbsd/sendmail/blob/HEAD/sendmail/recipient.c)',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/smtp[1]: 1289B228074: to=<c@b.test>, relay=none, delay=5, dsn=4.|4.1, status=deferred (connect to mx.b.test[192.0.2.1]:25: Connection timed out)',
      '4.4.1',
      '**4.4.1**: The host did not answer in time: it is down, or a firewall drops the packets; many networks block port 25.  \n**Who acts:** whoever runs the network between. **Retry:** trying again later can work. **How sure:** certain, from words that many servers use.',
      '**Next:**\n- Wait: the sending server tries again by itself.\n- Test the connection to the host on port 25 from the sending server and from another network. Ask the provider of the sending server whether port 25 to the outside is blocked.\n- As the receiving admin, check that the server is up and its firewall lets port 25 in.',
      '`connect to mx.b.test[192.0.2.1]:25: Connection timed out`  \nSource: [errno(3): ETIMEDOUT](https://man7.org/linux/man-pages/man3/errno.3.html); [Microsoft Learn, Windows Sockets Error Codes: 10060](https://learn.microsoft.com/en-us/windows/win32/winsock/windows-sockets-error-codes-2)',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/smtp[1]: 1289B228074: to=<c@b.test>, relay=none, delay=5, dsn=4.4.1, status=deferred (connect to mx.b.test[192.0.2.1]:25: Connection tim|ed out)',
      'connect to mx.b.test[192.0.2.1]:25: Connection timed out',
      '**What the log says**: The host did not answer in time: it is down, or a firewall drops the packets; many networks block port 25.  \n**Who acts:** whoever runs the network between. **Retry:** trying again helps once the cause is mended. **How sure:** certain, from words that many servers use.',
      '**Next:**\n- Test the connection to the host on port 25 from the sending server and from another network. Ask the provider of the sending server whether port 25 to the outside is blocked.\n- As the receiving admin, check that the server is up and its firewall lets port 25 in.',
      '`connect to mx.b.test[192.0.2.1]:25: Connection timed out`  \nSource: [errno(3): ETIMEDOUT](https://man7.org/linux/man-pages/man3/errno.3.html); [Microsoft Learn, Windows Sockets Error Codes: 10060](https://learn.microsoft.com/en-us/windows/win32/winsock/windows-sockets-error-codes-2)',
    );
  });
  it('is how long it took', () => {
    says(
      'Nov 21 20:05:36 mx1 postfix/smtp[1]: 1289B228074: to=<c@b.test>, relay=mx.b.test[192.0.2.1]:25, delay=130, delays=0.1/0/4|.5/125, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 24BAB228074)',
      '4.5',
      'Where the time went:',
      '- 0.1 s: time before the queue manager had it: receiving it, checking it, and waiting in the queue while it was deferred\n- 0 s: time in the queue manager, waiting for a free delivery process; a large number means that the queue is congested\n- **4.5 s: time to set the connection up: DNS, connecting, the banner, EHLO and TLS; a large number points at a slow or tarpitting server**\n- 125 s (about 2.1 minutes): time to transmit the message, up to the answer to its end; a large number points at a large message or at checks of the other server',
      'Source: postconf(5), delay_logging_resolution_limit',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/smtp[1]: 1289B228074: to=<c@b.test>, relay=mx.b.test[192.0.2.1]:25, delay=130, del|ays=0.1/0/4.5/125, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 24BAB228074)',
      'ays=0.1/0/4.5/125',
      'Where the time went:',
      '- 0.1 s: time before the queue manager had it: receiving it, checking it, and waiting in the queue while it was deferred\n- 0 s: time in the queue manager, waiting for a free delivery process; a large number means that the queue is congested\n- 4.5 s: time to set the connection up: DNS, connecting, the banner, EHLO and TLS; a large number points at a slow or tarpitting server\n- 125 s (about 2.1 minutes): time to transmit the message, up to the answer to its end; a large number points at a large message or at checks of the other server',
      'Source: postconf(5), delay_logging_resolution_limit',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/smtp[1]: 1289B228074: to=<c@b.test>, relay=mx.b.test[192.0.2.1]:25, del|ay=130, delays=0.1/0/4.5/125, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 24BAB228074)',
      'ay=130',
      '**130 s (about 2.2 minutes)** from the arrival of the message to this line.',
    );
  });
  it('is whom it was of, for and with', () => {
    says(
      'Nov 21 20:05:36 mx1 postfix/qmgr[1]: 1289B228074: fr|om=<a@a.test>, size=1200, nrcpt=1 (queue active)',
      'om=<a@a.test',
      'Sender in the envelope: `a@a.test`',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/qmgr[1]: 1289B228074: from=<|>, size=1200, nrcpt=1 (queue active)',
      '',
      'The empty sender: a report or another automatic message, that must not be answered with a report ([RFC 5321 4.5.5](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.5)).',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/qmgr[1]: 1289B228074: from=<a@a.test>, si|ze=1200, nrcpt=1 (queue active)',
      'ze=1200',
      'Size of the message: 1200 octets.',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/qmgr[1]: 1289B228074: from=<a@a.test>, size=1200, nr|cpt=1 (queue active)',
      'cpt=1',
      '**nrcpt**: number of recipients.',
      'Source: Postfix, smtpd(8) and smtp(8)',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/smtp[1]: 1289B228074: to=<c@|b.test>, orig_to=<all@a.test>, relay=mx.b.test[192.0.2.1]:25, delay=5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 24BAB228074)',
      'c@b.test',
      'Recipient: `c@b.test`',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/smtp[1]: 1289B228074: to=<c@b.test>, orig_to=<al|l@a.test>, relay=mx.b.test[192.0.2.1]:25, delay=5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 24BAB228074)',
      'all@a.test',
      'The address that the message was sent to, before aliases and rewriting: `all@a.test`',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/smtp[1]: 1289B228074: to=<c@b.test>, orig_to=<all@a.test>, relay=mx.b.t|est[192.0.2.1]:25, delay=5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 24BAB228074)',
      'mx.b.test[192.0.2.1]:25',
      'The server that it was given to: `mx.b.test[192.0.2.1]:25`',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/smtpd[1]: 1289B228074: client=mail.a.t|est[192.0.2.9]',
      'mail.a.test[192.0.2.9]',
      'The client that connected: `mail.a.test[192.0.2.9]`',
    );
  });
  it('is by which ids it is known', () => {
    says(
      'Nov 21 20:05:36 mx1 postfix/smtp[1]: 1289B|228074: to=<c@b.test>, relay=mx.b.test[192.0.2.1]:25, delay=5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 24BAB228074)',
      '1289B228074',
      '`1289B228074` is the id of the message in the queue of this server; all lines with it are about that message.',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/smtp[1]: 1289B228074: to=<c@b.test>, relay=mx.b.test[192.0.2.1]:25, delay=5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 24BAB|228074)',
      '24BAB228074',
      '`24BAB228074` is the id under which the next server took the message; look for it in the log of that server.',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/cleanup[1]: 1289B228074: message-id=<1@a.t|est>',
      '1@a.test',
      '`1@a.test` is the Message-ID of the header; it stays the same from server to server.',
    );
    says(
      'Nov 21 20:05:36 mx1 postfix/bounce[1]: 1289B228074: sender non-delivery notification: 24BAB|228074',
      '24BAB228074',
      '`24BAB228074` is the other message: the report that was made of this one, or the message that this one reports on.',
    );
    says(
      '2026-11-21 20:06:16 1xUrLk-0001SN-1G <|= a@a.test H=mail.a.test [192.0.2.9] P=esmtps S=1234 id=1@a.test',
      '<=',
      '**<=**: the message arrived.',
      'Source: Exim specification, Log files',
    );
    says(
      '2026-11-21 20:06:16 1xUrLk-0001SN-1G => b@b.test R=dns|lookup T=remote_smtp H=mx.b.test [192.0.2.1] C="250 OK"',
      'dnslookup',
      '**R**: on arrival, the message that this one reports on; on a delivery, the router that was used.',
      'Source: Exim specification, Log files',
    );
    says(
      '2026-11-21 20:06:16 1xUrLk-0001SN-1G *|* b@b.test R=dnslookup T=remote_smtp H=mx.b.test [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<b@b.test>: 550 5.1.1 no',
      '**',
      '******: delivery failed for good, and the sender is sent a report.',
      'Source: Exim specification, Log files',
      '**550 5.1.1** in answer to RCPT: There is no mailbox with this address: the part before the @ is not known.  \n**Who acts:** the sender. **Retry:** trying again unchanged will fail again. **How sure:** likely, from the enhanced code.',
      '**Next:**\n- Check the address letter by letter and send again. Delete the address from the list of suggested recipients and type it anew. Ask the recipient another way for the right address.',
      '`550 5.1.1 no`  \nSource: [RFC 3463 X.1.1](https://www.rfc-editor.org/rfc/rfc3463#section-3.2)',
    );
  });
});

describe('a hover on what Exchange says', () => {
  it('is the event, and who raised it', () => {
    says(
      '2026-11-21T20:05:39.123Z,192.0.2.5,EX1,192.0.2.6,EX2,,,STOREDRIVER,DEL|IVER,7,<1@a.test>,,b@b.test',
      'DELIVER',
      '**DELIVER**: The message was delivered to a local mailbox.',
      'Source: learn.microsoft.com, Exchange Server, Message tracking',
      'Logged by Exchange 2007 and later.',
    );
    says(
      '2026-11-21T20:05:39.123Z,192.0.2.5,EX1,192.0.2.6,EX2,,,STORE|DRIVER,DELIVER,7,<1@a.test>,,b@b.test',
      'STOREDRIVER',
      '**STOREDRIVER**: The part that talks to mailboxes did it.',
      'Source: learn.microsoft.com, Exchange Server, Message tracking',
    );
    says(
      '#Software: Microsoft Exchange Server\n#Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,sou|rce,event-id,internal-message-id,message-id,network-message-id,recipient-address\n2026-11-21T20:05:39.123Z,192.0.2.5,EX1,192.0.2.6,EX2,,,STOREDRIVER,DELIVER,7,<1@a.test>,,b@b.test',
      'source',
      '**source**: The part of Exchange that wrote the event.',
      'Source: learn.microsoft.com, Exchange Server, Message tracking',
    );
  });
  it('is nothing where the event is not known, nor on the time', () => {
    says('2026-11-21T20:05:39.123Z,192.0.2.5,EX1,192.0.2.6,EX2,,,SMTP,MO|O,7,<1@a.test>,,b@b.test');
    says('Nov 21 20:|05:36 mx1 postfix/qmgr[1]: 1289B228074: from=<a@a.test>, size=1200, nrcpt=1 (queue active)');
  });
});
