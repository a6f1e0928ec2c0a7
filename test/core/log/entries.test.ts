import assert from 'node:assert/strict';
import { readEntry } from '../../../src/core/log/entries.ts';
import type { LogEntry } from '../../../src/core/log/log.ts';
import { quotedReplies } from '../../../src/core/log/quotedReplies.ts';
import { readLog } from '../../../src/core/log/readLog.ts';
import { Lines } from '../../../src/core/text/lines.ts';

/** The entry of the last line of a log. */
function entryOf(text: string): LogEntry {
  const lines = new Lines(text);
  const log = readLog(text, lines, 0, lines.count)?.log;
  assert.ok(log !== undefined, `no log: ${text}`);
  return readEntry(text, lines.start(lines.count - 1), lines.end(lines.count - 1), log);
}

/** Says of the last line of a log what the named parts of its entry are, in short. */
function tells(text: string, expected: Readonly<Record<string, unknown>>): void {
  const entry = entryOf(text);
  const short = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(short);
    if (typeof value !== 'object' || value === null) return value;
    const { name, host, ip, port, value: number, epoch, code, enhanced, text: words } = value as Record<string, never>;
    if (name !== undefined) return `${name}=${words}`;
    if (code !== undefined) return [code, enhanced].filter(Boolean).join(' ');
    if (host !== undefined || ip !== undefined)
      return [host, ip, port].map((w) => (w as { text?: string } | undefined)?.text ?? '-').join(' ');
    return number ?? epoch ?? words;
  };
  for (const [name, value] of Object.entries(expected)) {
    assert.deepEqual(short(entry[name as keyof LogEntry]), value, `${name} of ${text}`);
  }
}

const AT = 'Nov 21 20:05:36 mx1 postfix';

describe('an entry of Postfix', () => {
  it('tells of a delivery', () => {
    tells(
      `${AT}/smtp[798]: 792B6131D7: to=<bad@contoso.test>, orig_to=<sales@contoso.test>, relay=mx.contoso.test[192.0.2.7]:25, conn_use=2, delay=2.5, delays=0.06/0.01/1.6/0.82, dsn=5.1.1, status=bounced (host mx.contoso.test[192.0.2.7] said: 550-5.1.1 <bad@contoso.test>: 550 5.1.1 User unknown (in reply to RCPT TO command))`,
      {
        time: 'Nov 21 20:05:36',
        host: 'mx1',
        program: 'postfix/smtp',
        process: '798',
        queueId: '792B6131D7',
        recipients: ['bad@contoso.test'],
        originalRecipient: 'sales@contoso.test',
        relay: 'mx.contoso.test 192.0.2.7 25',
        delay: 2.5,
        delays: [0.06, 0.01, 1.6, 0.82],
        dsn: '5.1.1',
        status: 'bounced',
        outcome: 'bounced',
        reply: '550 5.1.1',
        stage: 'RCPT',
        fields: ['conn_use=2'],
      },
    );
  });

  it('tells what each part of the delay is', () => {
    const { delays } = entryOf(
      `${AT}/smtp[1]: 792B6131D7: to=<a@b.test>, relay=none, delay=4, delays=1/0/3/0, dsn=4.4.1, status=deferred (connect to mx[192.0.2.1]:25: Connection timed out)`,
    );
    assert.deepEqual(
      delays.map(({ stage }) => stage),
      ['before-queue', 'in-queue', 'connection', 'transmission'],
    );
  });

  it('tells the id under which the next queue took it', () => {
    tells(
      `${AT}/smtp[1]: 792B6131D7: to=<a@b.test>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, dsn=2.0.0, status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as E8339132AB)`,
      {
        outcome: 'sent',
        nextQueueId: 'E8339132AB',
        reply: '250 2.0.0',
      },
    );
  });

  it('tells of a refusal at the door', () => {
    tells(
      `${AT}/smtpd[9]: NOQUEUE: reject: RCPT from unknown[192.0.2.5]: 554 5.7.1 <b@b.test>: Relay access denied; from=<a@a.test> to=<b@b.test> proto=ESMTP helo=<pc; from=x>`,
      {
        queueId: undefined,
        client: 'unknown 192.0.2.5 -',
        sender: 'a@a.test',
        recipients: ['b@b.test'],
        reply: '554 5.7.1',
        reason: '554 5.7.1 <b@b.test>: Relay access denied',
        stage: 'RCPT',
        outcome: 'rejected',
      },
    );
    tells(
      `${AT}/postscreen[9]: NOQUEUE: reject: RCPT from [192.0.2.5]:4411: 550 5.7.1 Service unavailable; client [192.0.2.5] blocked using dnsbl.test; from=<a@a.test>, to=<b@b.test>, proto=SMTP, helo=<x>`,
      {
        client: '- 192.0.2.5 4411',
        reply: '550 5.7.1',
        recipients: ['b@b.test'],
      },
    );
    tells(
      `${AT}/cleanup[9]: 792B6131D7: milter-reject: END-OF-MESSAGE from a.test[192.0.2.5]: 5.7.1 Spam message rejected; from=<a@a.test> to=<b@b.test> proto=ESMTP helo=<x>`,
      {
        queueId: '792B6131D7',
        stage: '(data)',
        outcome: 'rejected',
        reason: '5.7.1 Spam message rejected',
      },
    );
  });

  it('tells of the queue', () => {
    tells(`${AT}/qmgr[968]: 792B6131D7: from=<>, size=1030, nrcpt=1 (queue active)`, { sender: '', size: 1030 });
    tells(`${AT}/qmgr[968]: 792B6131D7: from=<a@a.test>, status=expired, returned to sender`, { outcome: 'expired' });
    tells(`${AT}/qmgr[968]: 792B6131D7: removed`, { outcome: 'removed' });
    tells(`${AT}/pickup[968]: 792B6131D7: uid=0 from=<root>`, { sender: 'root', fields: ['uid=0'] });
    tells(`${AT}/cleanup[2]: 4bXyZk1Pq2z3wV: message-id=<1@a.test>`, {
      queueId: '4bXyZk1Pq2z3wV',
      messageId: '1@a.test',
    });
    tells(`${AT}/bounce[2]: 792B6131D7: sender non-delivery notification: 98AB7131D8`, { relatedId: '98AB7131D8' });
  });

  it('tells of clients', () => {
    tells(`${AT}/submission/smtpd[1]: 792B6131D7: client=a.test[2001:db8::1], sasl_method=PLAIN, sasl_username=alice`, {
      client: 'a.test 2001:db8::1 -',
      fields: ['sasl_method=PLAIN', 'sasl_username=alice'],
      outcome: 'received',
    });
    tells(
      `${AT}/smtpd[1]: warning: a.test[192.0.2.1]: SASL LOGIN authentication failed: authentication failure, sasl_username=alice`,
      {
        client: 'a.test 192.0.2.1 -',
        stage: '(auth)',
        fields: ['sasl_username=alice'],
      },
    );
    tells(`${AT}/smtpd[1]: lost connection after RCPT from a.test[192.0.2.1]`, {
      client: 'a.test 192.0.2.1 -',
      stage: 'RCPT',
    });
    tells(`${AT}/smtp[1]: Trusted TLS connection established to mx.test[192.0.2.1]:25: TLSv1.3`, {
      relay: 'mx.test 192.0.2.1 25',
    });
  });

  it('has a place on the clock where the stamp has a zone', () => {
    tells('2026-11-21T20:05:36.5+01:00 mx1 postfix/qmgr[1]: 792B6131D7: removed', {
      time: Date.UTC(2026, 10, 21, 19, 5, 36, 500),
    });
    tells('<22>1 2026-11-21T20:05:36Z mx1 postfix/qmgr 77 - - 792B6131D7: removed', {
      time: Date.UTC(2026, 10, 21, 20, 5, 36),
      process: '77',
      queueId: '792B6131D7',
    });
  });
});

const EXIM = '2026-11-21 20:06:16.393 +0100 [5603] 1xUrLk-0001SN-1G';

describe('an entry of Postfix with a changed id', () => {
  it('is read whole', () => {
    for (const id of ['4Yt1', 'XXXXXXXX', '4ZxABCDEFGH'])
      tells(
        `Nov 28 11:20:44 relay postfix/smtp[7001]: ${id}: to=<b@b.test>, relay=none, delay=91, dsn=4.4.3, status=deferred (Host not found, try again)`,
        { queueId: id, recipients: ['b@b.test'], outcome: 'deferred' },
      );
  });
});

describe('an entry of Exim', () => {
  it('tells of an arrival', () => {
    tells(
      `${EXIM} <= a@a.test H=(pc) [192.0.2.9]:3311 I=[192.0.2.1]:25 P=esmtpsa X=TLS1.3:X:256 CV=no A=plain:alice S=313 id=1@a.test T="hi: S=1" for b@b.test c@c.test`,
      {
        time: Date.UTC(2026, 10, 21, 19, 6, 16, 393),
        process: '5603',
        queueId: '1xUrLk-0001SN-1G',
        sender: 'a@a.test',
        client: '- 192.0.2.9 3311',
        size: 313,
        messageId: '1@a.test',
        subject: 'hi: S=1',
        recipients: ['b@b.test', 'c@c.test'],
        outcome: 'received',
      },
    );
  });

  it('tells of a delivery, a failure and a delay', () => {
    tells(`${EXIM} => bob <bob@b.test> R=local T=maildir QT=1m3s`, {
      recipients: ['bob@b.test'],
      subject: undefined,
      delay: 63,
      outcome: 'sent',
    });
    tells(`${EXIM} => b@b.test R=dns T=remote_smtp H=mx.test [192.0.2.7] C="250 2.0.0 Ok: queued as 70860228065"`, {
      relay: 'mx.test 192.0.2.7 -',
      reply: '250 2.0.0',
      nextQueueId: '70860228065',
    });
    tells(
      `${EXIM} ** b@b.test R=dns T=remote_smtp H=mx.test [192.0.2.7]: SMTP error from remote mail server after RCPT TO:<b@b.test>: host mx.test [192.0.2.7]: 550 5.1.1 User unknown`,
      {
        outcome: 'bounced',
        reply: '550 5.1.1',
        stage: 'RCPT',
      },
    );
    tells(
      `${EXIM} == b@b.test R=dns T=remote_smtp defer (-46) H=mx.test [192.0.2.7]: SMTP error from remote mail server after end of data: 451 4.7.1 Later DT=3s`,
      {
        outcome: 'deferred',
        reply: '451 4.7.1',
        reason: 'SMTP error from remote mail server after end of data: 451 4.7.1 Later',
        stage: '(data)',
      },
    );
    tells(`${EXIM} == x@b.test R=dns T=remote_smtp defer (111): Connection refused`, { reason: 'Connection refused' });
    tells(`${EXIM} Completed QT=0.074s`, { outcome: 'removed', delay: 0.074 });
  });

  it('tells of a bounce which message it reports on', () => {
    tells(`${EXIM} <= <> R=1xUrLk-0001ST-1c U=exim P=local S=1945`, { sender: '', relatedId: '1xUrLk-0001ST-1c' });
  });

  it('tells of refusals and logins', () => {
    tells('2026-11-21 20:06:16 H=(pc) [192.0.2.9] F=<a@a.test> rejected RCPT <b@b.test>: relay not permitted', {
      outcome: 'rejected',
      stage: 'RCPT',
      sender: 'a@a.test',
      recipients: ['b@b.test'],
      reason: 'relay not permitted',
      client: '- 192.0.2.9 -',
    });
    tells(
      '2026-11-21 20:06:16 plain authenticator failed for (pc) [192.0.2.9]:991: 535 Incorrect authentication data',
      {
        client: '- 192.0.2.9 991',
        reply: '535',
        stage: '(auth)',
      },
    );
    tells(`${EXIM} H=mx.test [192.0.2.7]:25 Connection refused`, { relay: 'mx.test 192.0.2.7 25', outcome: undefined });
  });
});

const SENDMAIL = 'Nov 21 20:22:56 smtp sm-mta[6861]: 6ALKMudD006861:';

describe('an entry of sendmail', () => {
  it('tells of an arrival and a delivery', () => {
    tells(
      `${SENDMAIL} from=<a@a.test>, size=265, class=0, nrcpts=1, msgid=<1@a.test>, proto=ESMTP, daemon=MTA, relay=pc.test [192.0.2.9]`,
      {
        queueId: '6ALKMudD006861',
        sender: 'a@a.test',
        messageId: '1@a.test',
        client: 'pc.test 192.0.2.9 -',
        size: 265,
        outcome: 'received',
      },
    );
    tells(
      `${SENDMAIL} to=<b@b.test>,<c@b.test>, ctladdr=<a@a.test> (500/500), delay=1+00:01:05, xdelay=00:00:02, mailer=esmtp, pri=120265, relay=mx.b.test. [192.0.2.7], dsn=2.0.0, stat=Sent (6ALKMv00006862 Message accepted for delivery)`,
      {
        recipients: ['b@b.test', 'c@b.test'],
        delay: 86_465,
        delays: [2],
        relay: 'mx.b.test. 192.0.2.7 -',
        dsn: '2.0.0',
        status: 'Sent',
        nextQueueId: '6ALKMv00006862',
        outcome: 'sent',
      },
    );
  });

  it('tells of failures', () => {
    tells(`${SENDMAIL} to=<b@b.test>, dsn=4.2.0, stat=Deferred: 450 4.2.0 <b@b.test>: Greylisted`, {
      outcome: 'deferred',
      reply: '450 4.2.0',
    });
    tells(`${SENDMAIL} to=<b@b.test>, dsn=5.1.1, reply=550 5.1.1 <b@b.test>, no such user, stat=User unknown`, {
      outcome: 'bounced',
      reply: '550 5.1.1',
      status: 'User unknown',
    });
    tells(`${SENDMAIL} ruleset=check_rcpt, arg1=<b@b.test>, relay=[192.0.2.6], reject=554 5.7.1 Rejected`, {
      outcome: 'rejected',
      stage: 'RCPT',
      recipients: ['b@b.test'],
      client: '- 192.0.2.6 -',
      reply: '554 5.7.1',
    });
    tells(`${SENDMAIL} 6ALKMv00006862: DSN: User unknown`, {
      relatedId: '6ALKMv00006862',
      reason: 'DSN: User unknown',
    });
  });
});

describe('an entry of another server', () => {
  it('OpenSMTPD', () => {
    tells(
      'f2fa7941548f6c94 mta delivery evpid=64e14d3d04081423 from=<a@a.test> to=<b@b.test> rcpt=<c@c.test> source="192.0.2.1" relay="192.0.2.7 (mx.b.test)" delay=1m3s result="TempFail" stat="451 4.7.1 Later"',
      {
        session: 'f2fa7941548f6c94',
        queueId: '64e14d3d04081423',
        relay: 'mx.b.test 192.0.2.7 -',
        originalRecipient: 'c@c.test',
        delay: 63,
        outcome: 'deferred',
        reply: '451 4.7.1',
      },
    );
    tells('f2fa7945eb3955a3 smtp failed-command command="RCPT TO:<b@b.test>" result="550 Invalid recipient"', {
      outcome: 'rejected',
      stage: 'RCPT',
      reply: '550',
    });
    tells(
      'Nov 21 20:05:36 mx smtpd[1]: relay: Ok for 64e14d3d04081423: session=f2fa7941548f6c94, from=<a@a.test>, to=<b@b.test>, relay=192.0.2.7 (mx), delay=2s, stat=250 2.0.0 Ok',
      {
        queueId: '64e14d3d04081423',
        status: 'Ok',
        sender: 'a@a.test',
        delay: 2,
        reply: '250 2.0.0',
      },
    );
  });

  it('Exchange 2007 and later, by the columns that the file names', () => {
    const head =
      '#Log-type: Message Tracking Log\n#Fields: date-time,client-ip,client-hostname,source,event-id,message-id,recipient-address,recipient-status,total-bytes,sender-address\n';
    tells(
      `${head}2026-11-21T20:05:39.123Z,192.0.2.5,EX1,SMTP,FAIL,<1@a.test>,b@b.test;c@b.test,"[{LED=550 5.1.1 User ""b"" unknown};{FQDN=mx.b.test}]",4281,a@a.test`,
      {
        time: Date.UTC(2026, 10, 21, 20, 5, 39, 123),
        eventId: 'FAIL',
        eventSource: 'SMTP',
        messageId: '1@a.test',
        recipients: ['b@b.test', 'c@b.test'],
        sender: 'a@a.test',
        size: 4281,
        reply: '550 5.1.1',
        outcome: 'bounced',
      },
    );
  });

  it('Exchange 2000 and 2003', () => {
    tells(
      '2003-8-12\t0:58:14 GMT\t192.0.2.5\tclient.test\t-\tEX01\t192.0.2.10\tb@b.test\t1028\t<1@a.test>\t0\t0\t4281\t1\t2003-8-12 0:58:14 GMT\t0\tVersion: 5.0\t-\thello\ta@a.test',
      {
        time: Date.UTC(2003, 7, 12, 0, 58, 14),
        eventId: '1028',
        messageId: '1@a.test',
        client: 'client.test 192.0.2.5 -',
        host: 'EX01',
        recipients: ['b@b.test'],
        sender: 'a@a.test',
        outcome: 'sent',
      },
    );
  });

  it('Haraka', () => {
    tells(
      '2026-07-23 20:55:28.029305500  [NOTICE] [1B012E7A-4362-42CC-B2D5-27534802E482.1.1] [outbound]  delivered file=1_x domain=b.test host="mx.b.test" ip=192.0.2.7 port=25 mode=SMTP tls=Y auth=N response="Ok" delay=0.048 fails=0 rcpts=1/0/0',
      {
        queueId: '1B012E7A-4362-42CC-B2D5-27534802E482.1',
        relay: 'mx.b.test 192.0.2.7 25',
        outcome: 'sent',
        delay: 0.048,
        reason: 'Ok',
      },
    );
  });

  it('Rspamd', () => {
    tells(
      '2026-03-30 08:08:42 #20124(normal) <92984e>; task; rspamd_task_write_log: id: <1@a.test>, qid: <0E717441A450>, ip: 192.0.2.9, from: <a@a.test>, (default: T (reject): [16.20/15.00] [RBL(4.00){192.0.2.9:from;},ASN(0.00){asn:1, ipnet:192.0.2.0/24;}]), len: 2048, time: 120.5ms, dns req: 42, rcpts: <b@b.test>,<c@b.test>',
      {
        messageId: '1@a.test',
        queueId: '0E717441A450',
        client: '- 192.0.2.9 -',
        sender: 'a@a.test',
        status: 'reject',
        outcome: 'rejected',
        fields: ['score=16.20/15.00'],
        size: 2048,
        delay: 0.1205,
        recipients: ['b@b.test', 'c@b.test'],
      },
    );
  });

  it('amavis', () => {
    tells(
      'Nov 21 20:05:39 mx amavis[803]: (00803-01) Passed SPAMMY {RelayedTaggedInbound}, [192.0.2.9]:57256 [192.0.2.9] <a@a.test> -> <b@b.test>,<c@b.test>, Queue-ID: 792B6131D7, Message-ID: <1@a.test>, mail_id: x, Hits: 5.1, size: 217, queued_as: E8339132AB, 823 ms',
      {
        session: '00803-01',
        status: 'Passed SPAMMY',
        sender: 'a@a.test',
        recipients: ['b@b.test', 'c@b.test'],
        queueId: '792B6131D7',
        messageId: '1@a.test',
        nextQueueId: 'E8339132AB',
        size: 217,
        delay: 0.823,
        client: '- 192.0.2.9 57256',
      },
    );
  });

  it('PowerMTA, by the columns that the file names', () => {
    tells(
      'type,timeLogged,timeQueued,orig,rcpt,dsnStatus,dsnDiag,dsnMta\nb,2026-11-21 20:05:40+0000,2026-11-21 20:05:39+0000,a@a.test,b@b.test,5.1.1 (bad destination mailbox address),smtp;550 5.1.1 User unknown,mx.b.test (192.0.2.7)',
      {
        sender: 'a@a.test',
        recipients: ['b@b.test'],
        dsn: '5.1.1',
        reply: '550 5.1.1',
        relay: 'mx.b.test 192.0.2.7 -',
        outcome: 'bounced',
        delay: 1,
      },
    );
  });

  it('MDaemon and msmtp', () => {
    tells(
      '"2026-11-06 00:00:42","2026-11-06 00:00:45",SMTPI,9443,"a@a.test","b@b.test","","","192.0.2.9","","",0,4563,1',
      {
        eventId: 'SMTPI',
        sender: 'a@a.test',
        recipients: ['b@b.test'],
        client: '- 192.0.2.9 -',
        size: 4563,
      },
    );
    tells(
      "Nov 21 20:24:10 host=mx.test tls=off auth=off from=a@a.test recipients=b@b.test,c@b.test smtpstatus=550 smtpmsg='550 5.1.1 no' errormsg='recipient address b@b.test not accepted by the server' exitcode=EX_DATAERR",
      {
        time: 'Nov 21 20:24:10',
        relay: 'mx.test - -',
        recipients: ['b@b.test', 'c@b.test'],
        reply: '550 5.1.1',
        outcome: 'bounced',
      },
    );
  });

  it('a program of syslog without a reader of its own: what another server refused', () => {
    tells(
      'Nov 21 20:05:39 mx dma[10c2a4.55d0]: remote delivery failed: mx [192.0.2.7] failed after RCPT TO: 550 5.1.1 no',
      {
        reply: '550 5.1.1',
      },
    );
  });

  it('an unknown program of syslog: time, program, process and queue id', () => {
    tells('Nov 21 20:05:39 mx opendkim[12]: 792B6131D7: DKIM-Signature field added (s=s1, d=a.test)', {
      time: 'Nov 21 20:05:39',
      program: 'opendkim',
      process: '12',
      queueId: '792B6131D7',
      reason: 'DKIM-Signature field added (s=s1, d=a.test)',
    });
  });
});

describe('the replies quoted in a log', () => {
  /** `line code enhanced`, or `line dsn`. */
  const repliesOf = (text: string): string[] => {
    const lines = new Lines(text);
    const log = readLog(text, lines, 0, lines.count)?.log;
    assert.ok(log !== undefined);
    return quotedReplies(new Lines(text), log).map(({ start, code, enhanced }) =>
      [lines.lineOf(start) + 1, code, enhanced].filter((part) => part !== undefined).join(' '),
    );
  };

  it('are what other servers refused, and the status of what they took', () => {
    assert.deepEqual(
      repliesOf(
        [
          `${AT}/smtpd[9]: NOQUEUE: reject: RCPT from a[192.0.2.5]: 450 4.2.0 <b@b.test>: Greylisted; from=<a@a.test> to=<b@b.test> proto=ESMTP helo=<x>`,
          `${AT}/smtp[1]: 792B6131D7: to=<a@b.test>, relay=mx[192.0.2.1]:25, dsn=2.0.0, status=sent (250 OK id=1x)`,
          `${AT}/smtp[1]: 792B6131D7: to=<a@b.test>, relay=mx[192.0.2.1]:25, dsn=4.7.0, status=deferred (host mx[192.0.2.1] refused to talk to me: 421 4.7.0 busy)`,
          `${AT}/smtp[1]: 792B6131D7: host mx[192.0.2.1] said: 451 4.7.1 try later (in reply to DATA command)`,
          `${AT}/smtp[1]: 792B6131D7: to=<a@b.test>, relay=none, dsn=4.4.1, status=deferred (connect to mx[192.0.2.1]:25: Connection timed out)`,
          `${AT}/smtpd[9]: disconnect from a[192.0.2.5] ehlo=1 quit=1 commands=2`,
        ].join('\n'),
      ),
      ['1 450 4.2.0', '2 2.0.0', '3 421 4.7.0', '4 451 4.7.1', '5 4.4.1'],
    );
  });

  it('are not the confirmations of Exim', () => {
    assert.deepEqual(
      repliesOf(
        `${EXIM} => b@b.test H=mx [192.0.2.7] C="250 2.0.0 Ok"\n${EXIM} ** b@b.test H=mx [192.0.2.7]: SMTP error from remote mail server after MAIL FROM:<>: 553 5.1.8 no`,
      ),
      ['2 553 5.1.8'],
    );
  });
});
