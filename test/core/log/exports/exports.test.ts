import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';
import { entriesOf, told, verdicts } from './told.ts';

const BOUNCED =
  '4F1A2B3C4: to=<bob@fabrikam.test>, relay=mx.fabrikam.test[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.fabrikam.test[192.0.2.1] said: 550 5.1.1 <bob@fabrikam.test>: User unknown (in reply to RCPT TO command))';
const LINE = `Nov 21 20:05:36 mx1 postfix/smtp[71]: ${BOUNCED}`;
const READ = [' > bob@fabrikam.test: bounced 550 5.1.1'];

describe('a line of a log inside of a record', () => {
  it('is read as the line itself, whoever collected it', () => {
    for (const record of [
      { log: `${LINE}\n`, stream: 'stderr' },
      { MESSAGE: BOUNCED, SYSLOG_IDENTIFIER: 'postfix/smtp', _HOSTNAME: 'mx1' },
      { message: BOUNCED, process: { name: 'postfix/smtp' } },
      { hits: { hits: [{ _id: 'a', _source: { message: LINE } }] } },
      { events: [{ timestamp: 1, message: LINE }], nextForwardToken: 'f/1' },
      { status: 'success', data: { result: [{ stream: { job: 'mail' }, values: [['1', LINE]] }] } },
      { textPayload: LINE, severity: 'INFO' },
      { short_message: BOUNCED, _application_name: 'postfix/smtp', host: 'mx1' },
    ]) {
      assert.deepEqual(told(JSON.stringify(record)), READ, JSON.stringify(record));
      assert.deepEqual(told(JSON.stringify(record, null, 2)), READ, JSON.stringify(record, null, 2));
    }
  });

  it('has the id of the queue where a parser put it beside the program', () => {
    const message = BOUNCED.slice(BOUNCED.indexOf('to='));
    const [entry] = entriesOf(JSON.stringify({ program: ['postfix/smtp', '4F1A2B3C4D'], message }));
    assert.equal(entry?.queueId?.text, '4F1A2B3C4D');
    assert.equal(entriesOf(JSON.stringify({ program: 'postfix/smtp', message }))[0]?.queueId, undefined);
  });

  it('is found behind a prefix, in names with values, and in the fields of the journal', () => {
    assert.deepEqual(told(`mail-1  | ${JSON.stringify({ message: LINE })}\n`), READ);
    assert.deepEqual(told(`2026-11-21T20:05:36+00:00\tmail.postfix\t${JSON.stringify({ message: LINE })}\n`), READ);
    assert.deepEqual(told(`level=info host=mx1 program=postfix/smtp msg="${BOUNCED}"\n`), READ);
    assert.deepEqual(told(`_HOSTNAME=mx1\nSYSLOG_IDENTIFIER=postfix/smtp\nMESSAGE=${BOUNCED}\n`), READ);
  });

  it('is each line of a list, with its words where the text has them', () => {
    const text = JSON.stringify({
      hits: [{ _source: { message: LINE } }, { _source: { message: LINE.replace('bob', 'eve') } }],
    });
    const entries = entriesOf(text);
    assert.equal(entries.length, 2);
    const [, second] = entries;
    const whom = second?.recipients[0];
    assert.equal(whom?.text, 'eve@fabrikam.test');
    assert.equal(text.slice(whom?.start, whom?.end), 'eve@fabrikam.test');
  });
});

describe('the fields that a parser of Postfix names after it', () => {
  it('are those of the log', () => {
    const [entry] = entriesOf(
      JSON.stringify({
        postfix_queueid: '4F1A2B3C4D',
        postfix_to: 'bob@fabrikam.test',
        postfix_relay_hostname: 'mx.fabrikam.test',
        postfix_dsn: '4.4.2',
        postfix_status: 'deferred',
        postfix_smtp_response: 'lost connection with mx.fabrikam.test[192.0.2.1] while sending end of data',
      }),
    );
    assert.deepEqual(
      [entry?.queueId, entry?.recipients[0], entry?.relay, entry?.dsn, entry?.status].map((one) => one?.text),
      ['4F1A2B3C4D', 'bob@fabrikam.test', 'mx.fabrikam.test', '4.4.2', 'deferred'],
    );
  });
});

describe('the log of what agents of Exchange did', () => {
  it('names sender and recipient of each by the names of its columns', () => {
    const columns =
      'Timestamp,SessionId,LocalEndpoint,RemoteEndpoint,EnteredOrgFromIP,MessageId,P1FromAddress,P2FromAddresses,Recipient,NumRecipients,Agent,Event,Action,SmtpResponse,Reason,ReasonData';
    const row = (rest: string): string =>
      `2026-06-07T06:31:22.120Z,08DC85E0A1B2C3D4,192.0.2.20:25,192.0.2.33:40122,192.0.2.33,,a@contoso.test,,bob@fabrikam.test,1,${rest}`;
    const text = `#Log-type: Agent Log\n#Fields: ${columns}\n${row('Recipient Filter Agent,OnRcptCommand,RejectCommand,"550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found",RecipientDoesNotExist,bob@fabrikam.test')}\n`;
    assert.deepEqual(told(text), ['a@contoso.test > bob@fabrikam.test: rejected 550 5.1.10']);
    assert.deepEqual(told(text.replace('#Fields: ', '#Columns: ')), []);
  });
});

describe('an event of a service', () => {
  it('is what became of a delivery, whatever its fields are called', () => {
    const event = (fields: object): readonly string[] => told(JSON.stringify(fields));
    assert.deepEqual(
      event({ event: 'bounce', email: 'bob@fabrikam.test', sender: 'a@contoso.test', error: '550 5.1.1 no such user' }),
      ['a@contoso.test > bob@fabrikam.test: bounced 550 5.1.1'],
    );
    assert.deepEqual(
      event({ eventType: 'email.delivered', data: { from: 'a@contoso.test', to: ['bob@fabrikam.test'] } }),
      ['a@contoso.test > bob@fabrikam.test: sent'],
    );
    assert.deepEqual(
      event({
        Status: 'Deferred',
        RcptTo: 'bob@fabrikam.test',
        MailFrom: 'a@contoso.test',
        SmtpCode: 451,
        SmtpResponse: '4.7.1 try later',
      }),
      ['a@contoso.test > bob@fabrikam.test: deferred 451 4.7.1'],
    );
    assert.deepEqual(event({ event: 'spamreport', email: 'bob@fabrikam.test' }), [' > bob@fabrikam.test: complained']);
    assert.deepEqual(event({ event: 'dropped', email: 'bob@fabrikam.test', reason: 'Bounced Address' }), [
      ' > bob@fabrikam.test: suppressed',
    ]);
    assert.deepEqual(
      event({ SenderAddress: 'a@contoso.test', RecipientAddress: 'bob@fabrikam.test', Status: 'FilteredAsSpam' }),
      ['a@contoso.test > bob@fabrikam.test: junked'],
    );
  });

  it('is told by its parts, by words of a yes or a no, and by what stands beside it', () => {
    const is = (fields: object, expected: string): void =>
      assert.deepEqual(told(JSON.stringify(fields)), [expected], JSON.stringify(fields));
    const people = { sender: 'a@contoso.test', recipient: 'bob@fabrikam.test' };
    const kumo = {
      type: 'Bounce',
      id: '1d98076abbbc11ed940250ebf67f93bd',
      ...people,
      response: {
        code: 550,
        enhanced_code: { class: 5, subject: 1, detail: 1 },
        content: 'User unknown',
        command: 'RCPT TO:<bob@fabrikam.test>',
      },
      peer_address: { name: 'mx1.fabrikam.test.', addr: '192.0.2.25' },
      timestamp: 1763640000,
      headers: {
        Subject: 'Hello',
        'Message-ID': '<a1@contoso.test>',
        From: 'ann@contoso.test',
        To: 'list@contoso.test',
      },
    };
    is(kumo, 'a@contoso.test > bob@fabrikam.test: bounced 550 5.1.1');
    is(
      { ...kumo, response: { ...kumo.response, enhanced_code: null } },
      'a@contoso.test > bob@fabrikam.test: bounced 550',
    );
    const [entry] = entriesOf(JSON.stringify(kumo));
    assert.deepEqual(
      [entry?.relay?.host?.text, entry?.messageId?.text, entry?.reply?.text],
      ['mx1.fabrikam.test.', 'a1@contoso.test', '550 5.1.1 User unknown'],
    );
    is({ ...people, delivered: true, opened: false }, 'a@contoso.test > bob@fabrikam.test: sent');
    is({ ...people, is_bounced: 'yes', delivered: false }, 'a@contoso.test > bob@fabrikam.test: bounced');
    is({ ...people, success: false, error: 'Connection timed out' }, 'a@contoso.test > bob@fabrikam.test: bounced');
    is({ ...people, status: '550 5.1.1 User unknown' }, 'a@contoso.test > bob@fabrikam.test: bounced 550 5.1.1');
    is({ ...people, status: '451', description: 'busy now' }, 'a@contoso.test > bob@fabrikam.test: deferred 451');
    is({ ...people, status: '5.1.1' }, 'a@contoso.test > bob@fabrikam.test: bounced');
    is({ ...people, status: '4.2.0' }, 'a@contoso.test > bob@fabrikam.test: deferred');
    is({ ...people, code: '550 5.1.1 User unknown' }, 'a@contoso.test > bob@fabrikam.test: bounced 550 5.1.1');
    is(
      { ...people, event: 'rejected', reason: 'on the suppression list' },
      'a@contoso.test > bob@fabrikam.test: suppressed',
    );
    is(
      { ...people, event: 'dropped', reason: '550 5.1.1 User unknown' },
      'a@contoso.test > bob@fabrikam.test: bounced 550 5.1.1',
    );
    is({ ...people, event: 'bounced', status: 'rejected' }, 'a@contoso.test > bob@fabrikam.test: rejected');
    is(
      { ...people, event: 'delivered', response: '550 5.1.1 No' },
      'a@contoso.test > bob@fabrikam.test: bounced 550 5.1.1',
    );
    is(
      { ...people, event: 'delivered', response: '451 4.1.1 No' },
      'a@contoso.test > bob@fabrikam.test: sent 451 4.1.1',
    );
    is({ ...people, quarantineFolder: 'Spam', spamScore: 80 }, 'a@contoso.test > bob@fabrikam.test: quarantined');
    is({ mail_from: '<>', rcpt_to: 'bob@fabrikam.test', status: 'sent' }, ' > bob@fabrikam.test: sent');
    is(
      {
        senderEmail: 'a@contoso.test',
        clientIpv4: '192.0.2.7',
        recipientEmail: 'bob@fabrikam.test',
        deliveryStatus: 'Failed',
      },
      'a@contoso.test > bob@fabrikam.test: bounced',
    );
    is(
      { Recipients: ['bob@fabrikam.test', 'bob@fabrikam.test'], Sender: 'a@contoso.test', EventId: 'FAIL' },
      'a@contoso.test > bob@fabrikam.test: bounced',
    );
  });

  it('has the address of the client under a name of its version, too', () => {
    for (const [name, ip] of [
      ['clientIpv4', '192.0.2.7'],
      ['client_ipv6', '2001:db8::7'],
      ['ClientIP', '192.0.2.8'],
    ] as const) {
      const [entry] = entriesOf(
        JSON.stringify({ [name]: ip, from: 'a@contoso.test', to: 'bob@fabrikam.test', status: 'sent' }),
      );
      assert.equal(entry?.client?.ip?.text, ip, name);
    }
  });

  it('has ids of several kinds under one name', () => {
    const ids = (fields: object): unknown => {
      const [entry] = entriesOf(
        JSON.stringify({ from: 'a@contoso.test', to: 'bob@fabrikam.test', status: 'sent', ...fields }),
      );
      return [entry?.queueId?.text, entry?.messageId?.text];
    };
    assert.deepEqual(ids({ message_id: '1tEabc-0001Ab-2C' }), ['1tEabc-0001Ab-2C', undefined]);
    assert.deepEqual(ids({ message_id: '<a1@contoso.test>' }), [undefined, 'a1@contoso.test']);
    assert.deepEqual(ids({ queueId: '<a1@contoso.test>' }), [undefined, 'a1@contoso.test']);
    assert.deepEqual(ids({ queueId: '4F1A2B3C4', queue_id: '4F1A2B3C5' }), ['4F1A2B3C5', undefined]);
    assert.deepEqual(ids({ messageId: '0100018f-5d6e', 'message-id': '<a1@contoso.test>' }), [
      undefined,
      'a1@contoso.test',
    ]);
  });

  it('has the last error of Exchange with the host that gave it', () => {
    const [entry] = entriesOf(
      JSON.stringify({
        EventId: 'FAIL',
        Sender: 'a@contoso.test',
        Recipients: ['bob@fabrikam.test'],
        RecipientStatus: [
          '{[{LED=550 5.1.1 User unknown};{MSG=};{FQDN=mx1.fabrikam.test};{IP=192.0.2.25};{LRT=1/1/0001}]}',
        ],
      }),
    );
    assert.deepEqual([entry?.relay?.host?.text, entry?.reply?.text], ['mx1.fabrikam.test', '550 5.1.1 User unknown']);
  });

  it('is what a collector keeps beside a line that says nothing of it', () => {
    const queued =
      'Nov 21 20:05:36 mx1 postfix/qmgr[71]: 4F1A2B3C4: from=<a@contoso.test>, size=1042, nrcpt=1 (queue active)';
    assert.deepEqual(
      told(
        JSON.stringify({
          message: queued,
          recipient: 'bob@fabrikam.test',
          status: 'bounced',
          response: '550 5.1.1 No',
        }),
      ),
      ['a@contoso.test > bob@fabrikam.test: bounced 550 5.1.1'],
    );
  });

  it('that fails in passing is not one that failed for good', () => {
    const failed = (severity: string): readonly string[] =>
      told(
        JSON.stringify({
          event: 'failed',
          severity,
          recipient: 'bob@fabrikam.test',
          'delivery-status': { code: 452, message: 'full' },
        }),
      );
    assert.deepEqual(failed('temporary'), [' > bob@fabrikam.test: deferred 452']);
    assert.deepEqual(failed('permanent'), [' > bob@fabrikam.test: bounced 452']);
  });

  it('tells each recipient of a list apart', () => {
    const text = JSON.stringify({
      notificationType: 'Bounce',
      mail: { source: 'a@contoso.test', destination: ['bob@fabrikam.test', 'eve@northwind.test'] },
      bounce: {
        bouncedRecipients: [
          { emailAddress: 'bob@fabrikam.test', diagnosticCode: 'smtp; 550 5.1.1 no such user' },
          { emailAddress: 'eve@northwind.test', diagnosticCode: 'smtp; 552 5.2.2 mailbox full' },
        ],
      },
    });
    assert.deepEqual(told(text), [
      'a@contoso.test > bob@fabrikam.test: bounced 550 5.1.1',
      'a@contoso.test > eve@northwind.test: bounced 552 5.2.2',
    ]);
    assert.deepEqual(verdicts(text), [
      'cause recipient-unknown bob@fabrikam.test',
      'cause mailbox-full eve@northwind.test',
    ]);
  });

  it('is read out of the text in which another service hands it on', () => {
    const inner = JSON.stringify({
      eventType: 'Bounce',
      mail: { source: 'a@contoso.test' },
      bounce: { bouncedRecipients: [{ emailAddress: 'bob@fabrikam.test', diagnosticCode: 'smtp; 550 5.1.1 x' }] },
    });
    assert.deepEqual(told(JSON.stringify({ Type: 'Notification', Message: inner })), [
      'a@contoso.test > bob@fabrikam.test: bounced 550 5.1.1',
    ]);
  });

  it('is no header, and a header in JSON is no event', () => {
    assert.deepEqual(
      readTicket(
        '{"event":"deferred","email":"bob@fabrikam.test","subject":"x","message-id":"<1@contoso.test>"}\n',
      ).blocks.map(({ kind }) => kind),
      ['log'],
    );
    const header = JSON.stringify({
      headers: [
        { name: 'Received', value: 'from a by b (Postfix); Fri, 20 Nov 2026 20:11:38 +0000' },
        { name: 'From', value: 'a@contoso.test' },
        { name: 'To', value: 'bob@fabrikam.test' },
      ],
    });
    assert.deepEqual(
      readTicket(header).blocks.map(({ kind }) => kind),
      ['message'],
    );
  });

  it('stands behind a sentence that ends with a colon, and is no value of a name', () => {
    const event = '{"event":"complaint","recipient":"bob@fabrikam.test"}';
    assert.deepEqual(verdicts(`Our tool shows:\n\n${event}`), ['notice complaint bob@fabrikam.test']);
    assert.deepEqual(verdicts(`"x":\n${event}`), []);
  });

  it('is a notice where nothing failed, and a cause where the service did not try', () => {
    assert.deepEqual(verdicts('{"event":"complaint","recipient":"bob@fabrikam.test"}'), [
      'notice complaint bob@fabrikam.test',
    ]);
    assert.deepEqual(verdicts('{"event":"suppressed","recipient":"bob@fabrikam.test","status":"suppressed"}'), [
      'cause suppressed bob@fabrikam.test',
    ]);
  });
});

describe('a table with names of columns', () => {
  it('is read with commas, semicolons or tabs, and with breaks of lines in quotes', () => {
    for (const mark of [',', ';', '\t']) {
      const table = [
        ['Date', 'Sender', 'Recipient', 'Status', 'Error'],
        ['2026-11-27', 'a@contoso.test', 'bob@fabrikam.test', 'Bounced', '550 5.1.1 no such user'],
      ]
        .map((row) => row.join(mark))
        .join('\n');
      assert.deepEqual(told(table), ['a@contoso.test > bob@fabrikam.test: bounced 550 5.1.1'], JSON.stringify(mark));
    }
    assert.deepEqual(
      told(
        'From,To,State,Reason\na@contoso.test,bob@fabrikam.test,failed,"550 5.1.1 no\nsuch user"\na@contoso.test,eve@northwind.test,delivered,\n',
      ),
      ['a@contoso.test > bob@fabrikam.test: bounced 550 5.1.1', 'a@contoso.test > eve@northwind.test: sent'],
    );
  });

  it('tells of each recipient of a trace what became of the message', () => {
    assert.deepEqual(
      told(
        'origin_timestamp_utc,sender_address,recipient_status,message_subject,message_id\n2026-11-27T08:14:02Z,a@contoso.test,"bob@fabrikam.test##Receive, Deliver;eve@northwind.test##Fail",x,<1@contoso.test>\n',
      ),
      ['a@contoso.test > bob@fabrikam.test: sent', 'a@contoso.test > eve@northwind.test: bounced'],
    );
  });

  it('is no sentence with commas', () => {
    assert.deepEqual(
      readTicket(
        'The sender, the recipient, the status and the reason, as you know, are missing.\nPlease, write to bob@fabrikam.test, or call.\n',
      ).blocks.map(({ kind }) => kind),
      ['prose'],
    );
  });
});

describe('an export of Brevo', () => {
  it('has columns with names of its own', () => {
    const row = (status: string): string =>
      `"${status}","29-11-2026 08:00:00","November","a@a.test","b@b.test","nl","<b1@smtp-relay>","NA"\n`;
    assert.deepEqual(
      told(`"st_text","ts","sub","frm","email","tag","mid","link"\n${row('Soft bounced')}${row('Delivered')}`),
      ['a@a.test > b@b.test: deferred', 'a@a.test > b@b.test: sent'],
    );
  });
});

describe('a document of JSON below a sentence', () => {
  it('is read where the sentence ends with a colon, and not as the value of a name', () => {
    const event =
      '{\n  "event": "delivered",\n  "recipient": "b@b.test",\n  "sender": "a@a.test",\n  "response": "250 ok"\n}\n';
    for (const front of ['Did she get it:\n\n', 'What the webhook says: \n', '']) {
      assert.deepEqual(told(`${front}${event}`), ['a@a.test > b@b.test: sent 250'], front);
      assert.deepEqual(told(`${front}[\n${event}]\n`), ['a@a.test > b@b.test: sent 250'], front);
    }
    assert.notDeepEqual(told(`so "data":\n${event}`), ['a@a.test > b@b.test: sent 250']);
  });
});

describe('a queue', () => {
  it('has reasons that were wrapped, messages on hold, and servers in the words of sendmail', () => {
    const text =
      '-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------\n91AB41A0E02     1902 Wed Aug 26 11:20:31  a@contoso.test\n(host mx1.fabrikam.test[192.0.2.1] refused to talk to me:\n 554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked)\n                bob@fabrikam.test\n\n8C2F41A0D91!    2148 Wed Aug 26 11:02:44  a@contoso.test\n                eve@fabrikam.test\n';
    assert.deepEqual(told(text), [
      'a@contoso.test > bob@fabrikam.test: deferred 554 5.7.1',
      'a@contoso.test > eve@fabrikam.test: held',
    ]);
    assert.match(verdicts(text).join('\n'), /eve@fabrikam\.test/);
    const [held] = readVerdicts(readTicket(text.replace('91AB41A0E02 ', '91AB41A0E02!')));
    assert.match(held?.summary ?? '', /until somebody releases .* Why the try before failed: .*198\.51\.100\.7/);
    assert.equal(
      held?.next.some(({ text: step }) => /queue tries/i.test(step)),
      false,
    );
    const [entry] = entriesOf(
      'Mail Queue (1 request)\n---QID---  --Size-- ----Q-Time---- ----Sender/Recipient-----\nAA15841          86 Wed Feb  9 07:08 janet\n     (Deferred: Connection refused by mx.fabrikam.test.)\n                bob@fabrikam.test\n',
    );
    assert.equal(entry?.relay?.host?.text, 'mx.fabrikam.test');
  });

  it('names each message, its recipients and why they wait', () => {
    assert.deepEqual(
      told(
        '-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------\n4F1A2B3C4D      802 Wed Jan 10 00:29:19  a@contoso.test\n(connect to mx.fabrikam.test[192.0.2.1]:25: Connection timed out)\n                bob@fabrikam.test\n  (host mx.northwind.test[192.0.2.2] said: 450 4.2.0 Greylisted (in reply to RCPT TO command))\n                eve@northwind.test\n',
      ),
      ['a@contoso.test > bob@fabrikam.test: deferred', ' > eve@northwind.test: deferred 450 4.2.0'],
    );
    assert.deepEqual(
      told(
        'a1b2c3d4e5f60718|inet4|mta||a@contoso.test|bob@fabrikam.test|bob@fabrikam.test|1|2|0|1|pending|10|421 4.3.2 busy\n',
      ),
      ['a@contoso.test > bob@fabrikam.test: deferred 421 4.3.2'],
    );
    assert.deepEqual(
      told(
        '3 Jan 2026 10:11:12 GMT  #4711  99  <a@contoso.test>\n  done  remote  eve@northwind.test\n        remote  bob@fabrikam.test\n',
      ),
      ['a@contoso.test > bob@fabrikam.test: '],
    );
    assert.deepEqual(
      told(
        '{"queue_name":"hold","queue_id":"4F1A2B3C4D","sender":"a@contoso.test","recipients":[{"address":"bob@fabrikam.test"}]}\n',
      ),
      ['a@contoso.test > bob@fabrikam.test: held'],
    );
  });

  it('is told by its shape, and by what Exim would do', () => {
    assert.deepEqual(
      verdicts(
        '                T  5 10 20 40 80 160 320 640 1280 1280+\n         TOTAL  7 0  0  0  0  0   0   0   0    0     7\n fabrikam.test  7 0  0  0  0  0   0   0   0    0     7\n',
      ).length,
      2,
    );
    assert.deepEqual(
      told(
        'bob@fabrikam.test\n  router = dnslookup, transport = remote_smtp\n  host mx.fabrikam.test [192.0.2.1] MX=10\neve@contoso.test is undeliverable: Unrouteable address\n',
      ),
      [' > bob@fabrikam.test: ', ' > eve@contoso.test: bounced'],
    );
  });
});

describe('what a filter or a provider shows', () => {
  const report = (points: string): string =>
    `Content analysis details:   (${points} points, 5.0 required)\n\n pts rule name              description\n---- ---------------------- -----------------------------\n 3.0 RCVD_IN_XBL            RBL: listed\n 2.4 RDNS_NONE              no rDNS\n`;

  it('is what weighed most, and what can be mended', () => {
    const [verdict] = readVerdicts(readTicket(report('7.5')));
    assert.equal(verdict?.code, 'spam-marked');
    assert.match(
      verdict?.summary ?? '',
      /7\.5 points where 5\.0 are needed.*RCVD_IN_XBL.*RDNS_NONE.*reverse DNS, block lists/,
    );
    assert.deepEqual(verdicts(report('1.5')), ['notice arrived']);
    assert.deepEqual(verdicts('{"score":17,"required_score":15,"action":"reject","symbols":{"RBL_X":{"score":4}}}'), [
      'notice spam-marked',
    ]);
  });

  it('ends behind its rows, which may have lines of their own', () => {
    const text = `${report('7.5').trimEnd()}\n                            [listed at 192.0.2.7]\n-0.1 DKIM_VALID             signed\n\nWhat does it mean?\n`;
    const ticket = readTicket(text);
    assert.deepEqual(
      ticket.blocks.map(({ kind, start, end }) => [kind, text.slice(start, end).split('\n').length]),
      [
        ['log', 9],
        ['prose', 3],
      ],
    );
    assert.deepEqual(
      entriesOf(text)[0]?.fields.map((one) => one.text.replace(/ {2,}/g, ' ')),
      ['7.5', '5.0', '3.0 RCVD_IN_XBL RBL: listed', '2.4 RDNS_NONE no rDNS', '-0.1 DKIM_VALID signed'],
    );
  });

  it('ends where no row of it comes', () => {
    const text = `Content analysis details:   (1.0 points, 5.0 required)\n${Array.from({ length: 20 }, (_, i) => `words ${i}\n`).join('')}`;
    const [log, rest] = readTicket(text).blocks;
    assert.deepEqual([log?.kind, rest?.kind, text.slice(rest?.start).split('\n', 1)[0]], ['log', 'prose', 'words 12']);
  });

  it('is what rspamc prints: the action, whatever points it takes to be rejected', () => {
    const rspamc = (action: string, score: string, ...symbols: readonly string[]): string =>
      `Results for file: stdin (0.312 seconds)\n[Metric: default]\nAction: ${action}\nSpam: true\nScore: ${score} / 15.00\n${symbols
        .map((symbol) => `Symbol: ${symbol}\n`)
        .join('')}Message - smtp_message: Matched\nMessage-ID: a1@fabrikam.test\nUrls: []\n`;
    const spf = 'R_SPF_FAIL (1.00)[-all:c]';
    const marked = rspamc(
      'add header',
      '8.30',
      'BAYES_SPAM (5.10)[99.99%]',
      spf,
      'DMARC_POLICY_REJECT (2.20)[fabrikam.test]',
    );
    const summary = (text: string): string => {
      const ticket = readTicket(text);
      assert.equal(ticket.blocks.length, 1);
      return readVerdicts(ticket)
        .map(({ code, summary: said, next }) => [code, said, ...next.map((step) => step.text)].join(' | '))
        .join();
    };
    assert.equal(
      summary(marked),
      'spam-marked | The filter takes the message for spam: 8.30 of the 15.00 points of a rejection, and its action is “add header”. What weighed most: BAYES_SPAM (5.1: [99.99%]); DMARC_POLICY_REJECT (2.2: [fabrikam.test]); R_SPF_FAIL (1: [-all:c]). What the sender’s side can mend: SPF, DMARC. | Put the sending host into the SPF record of the domain. | Let SPF or DKIM pass for the domain of From itself.',
    );
    assert.equal(
      summary(rspamc('no action', '-0.10', 'MIME_GOOD (-0.10)[text/plain]')),
      'arrived | The filter does not take the message for spam: -0.10 of the 15.00 points of a rejection, and its action is “no action”.',
    );
    assert.equal(
      summary(rspamc('reject', '15.00', 'GTUBE (0.00)')),
      'spam-marked | The filter takes the message for spam: 15.00 of the 15.00 points of a rejection, and its action is “reject”. | See which rules of the filter matched: the field names them. | Report the message to the filter as wrongly classified, if it is wanted.',
    );
    assert.equal(entriesOf(marked)[0]?.messageId?.text, 'a1@fabrikam.test');
  });

  it('is no header, though it names what headers name', () => {
    const held =
      '2 messages are being held for you to review.\n\nSender:       a@contoso.test\nSubject:      x\nDate:         11/27/2026 8:20:41 AM\n\nRelease\n';
    assert.deepEqual(
      readTicket(held).blocks.map(({ kind }) => kind),
      ['log'],
    );
    assert.deepEqual(verdicts(held), ['waiting policy-refused']);
    assert.deepEqual(
      verdicts(
        'Message ID\t<1@contoso.test>\nFrom:\tA <a@contoso.test>\nTo:\tbob@fabrikam.test\nSPF:\tFAIL with IP 192.0.2.1\nDKIM:\tPASS\nDMARC:\tPASS\n',
      ),
      ['notice spf-failed bob@fabrikam.test'],
    );
  });

  it('is an aggregate report of DMARC, counted', () => {
    const xml =
      '<feedback><report_metadata><org_name>northwind.test</org_name></report_metadata><policy_published><domain>contoso.test</domain><p>none</p></policy_published><record><row><count>3</count><policy_evaluated><dkim>fail</dkim><spf>fail</spf></policy_evaluated></row></record><record><row><count>4</count><policy_evaluated><dkim>pass</dkim><spf>fail</spf></policy_evaluated></row></record></feedback>\n';
    assert.match(
      readVerdicts(readTicket(xml))[0]?.summary ?? '',
      /northwind\.test on contoso\.test.*Of 7 messages, 3 fail DMARC/,
    );
    const cut =
      '  <record>\n    <row>\n      <source_ip>192.0.2.1</source_ip>\n      <count>5</count>\n      <policy_evaluated>\n        <dkim>fail</dkim>\n        <spf>fail</spf>\n      </policy_evaluated>\n    </row>\n  </record>\n\nWhat does it mean?\n';
    const [record, ...more] = readVerdicts(readTicket(cut));
    assert.match(record?.summary ?? '', /Of 5 messages, 5 fail DMARC/);
    assert.equal(more.length, 0);
  });

  it('is a gateway’s fields between bars or behind CEF', () => {
    assert.deepEqual(
      told(
        'datetime=2026-11-27T08:14:09+0000|Dir=Inbound|Act=Rej|RejCode=550|RejInfo=Invalid Recipient|Sender=a@contoso.test|Rcpt=bob@fabrikam.test|Subject=x\n',
      ),
      ['a@contoso.test > bob@fabrikam.test: rejected 550'],
    );
    assert.deepEqual(
      told('Nov 27 08:14:09 gw CEF:0|V|P|1|E|N|5|act=BLOCKED duser=bob@fabrikam.test suser=a@contoso.test\n'),
      ['a@contoso.test > bob@fabrikam.test: rejected'],
    );
  });

  it('is the envelope in front of a message of the queue', () => {
    const { blocks } = readTicket(
      '*** ENVELOPE RECORDS active/4F1A2B3C4D ***\nsender: a@contoso.test\nrecipient: bob@fabrikam.test\n*** MESSAGE CONTENTS active/4F1A2B3C4D ***\nFrom: a@contoso.test\nTo: bob@fabrikam.test\nSubject: x\nDate: Fri, 27 Nov 2026 08:14:01 +0000\n\nHello\n',
    );
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ['log', 'message'],
    );
  });
});

describe('what is cut off or no JSON at all', () => {
  it('is read as far as it goes, and takes nothing of what follows', () => {
    assert.deepEqual(told('{"event":"bounce","email":"bob@fabrikam.test","reason":"550 5.1.1 no such us'), [
      ' > bob@fabrikam.test: bounced 550 5.1.1',
    ]);
    const { blocks } = readTicket('{"event":"bounce","email":"bob@fabrikam.test",\n\nCan you help?\nRegards\n');
    assert.equal(blocks.at(-1)?.kind, 'prose');
  });

  it('is one entry a line however deep it nests', () => {
    assert.equal(readTicket('{"to@":1,"status":[1,\n'.repeat(3000)).text.length, 3000 * 22);
    assert.equal(entriesOf(`[${'{"event":"bounce","email":"bob@fabrikam.test"},'.repeat(2000)}{}]`).length, 2000);
  });

  it('takes no remark of a page for a value', () => {
    const lines = [
      '"recipient": "bob@fabrikam.test",',
      '"bounceType": "hard",   // hard | soft',
      '"action": "failed",  // failed | delivered',
      '"diagnosticCode": "smtp; 550 5.1.1 User unknown"',
    ];
    assert.deepEqual(told(`${lines.join('\n')}\n`), [' > bob@fabrikam.test: bounced 550 5.1.1']);
  });
});

describe('what waits in a queue', () => {
  it('is frozen as a line of its own says, and names why below the kind of its body', () => {
    const frozen = '26h  2.4K 1rTqLm-000ABc-1H <>\n          *** frozen ***\n          bob@fabrikam.test\n';
    assert.deepEqual(told(frozen), [' > bob@fabrikam.test: held']);
    const [first] = readVerdicts(readTicket(frozen));
    assert.match(first?.summary ?? '', /frozen/);
    const queue =
      'u9Q37L92014515*     469 Wed Oct 26 11:09 <a@contoso.test>\n      8BITMIME   (Deferred: Connection refused by mx.fabrikam.test.)\n\t\t\t<bob@fabrikam.test>\n';
    assert.deepEqual(told(queue), ['a@contoso.test > bob@fabrikam.test: deferred']);
    assert.deepEqual(verdicts(queue.replace(/\(.*\)/, '(reply: read error from mx.fabrikam.test.)')), [
      'waiting connection-failed bob@fabrikam.test',
    ]);
  });

  it('has the reason in brackets behind a recipient', () => {
    const entry = {
      queue_name: 'deferred',
      queue_id: '4F1A2B3C4D',
      sender: 'a@contoso.test',
      recipients: ['bob@fabrikam.test (connect to mx.fabrikam.test[192.0.2.1]:25: Connection timed out)'],
    };
    assert.deepEqual(verdicts(JSON.stringify({ data: [entry] })), ['waiting connection-failed bob@fabrikam.test']);
    assert.deepEqual(verdicts(JSON.stringify({ data: [{ ...entry, recipients: ['bob@fabrikam.test (Bob)'] }] })), [
      'waiting unknown bob@fabrikam.test',
    ]);
  });
});

describe('a list of Exchange', () => {
  const rows = [
    'EventId            : FAIL',
    'MessageId          : <1@contoso.test>',
    'Recipients         : {bob@fabrikam.test}',
    'RecipientStatus    : {[{LED=550 5.1.1 User',
    '                     unknown};{MSG=};',
    '                     {FQDN=mx.fabrikam.test};{IP=192.0.2.1}]}',
    'Sender             : a@contoso.test',
  ];

  it('may have each break twice', () => {
    const read = ['a@contoso.test > bob@fabrikam.test: bounced 550 5.1.1'];
    assert.deepEqual(told(`${rows.join('\n')}\n`), read);
    assert.deepEqual(told(`${rows.join('\n\n')}\n`), read);
    assert.deepEqual(told(`${rows.join('\r\n\r\n')}\r\n`), read);
    assert.equal(told(`${rows.join('\n')}\n\n${rows.join('\n').replaceAll('bob', 'carol')}\n`).length, 2);
  });

  it('says that an agent deleted the message', () => {
    const [first] = readVerdicts(readTicket('550 4.3.2 QUEUE.TransportAgent; message deleted by transport agent\n'));
    assert.equal(first?.code, 'policy-refused');
  });
});

describe('an aggregate report as JSON', () => {
  const row = (count: number, dkim: string) => ({
    source: { ip_address: '192.0.2.9' },
    count,
    policy_evaluated: { disposition: 'none', dkim, spf: 'fail' },
    identifiers: { header_from: 'contoso.test', envelope_from: 'a@contoso.test' },
  });

  it('fails no delivery', () => {
    const report = {
      report_metadata: { org_name: 'Fabrikam', org_email: 'dmarc@fabrikam.test', report_id: '7' },
      policy_published: { domain: 'contoso.test', p: 'none' },
      records: [row(3, 'fail')],
    };
    const found = readVerdicts(readTicket(JSON.stringify([report], null, 2)));
    assert.deepEqual(
      found.map(({ role }) => role),
      ['notice'],
    );
    assert.match(found[0]?.summary ?? '', /of 3 messages, 3 fail/i);
    const more = readVerdicts(readTicket(JSON.stringify({ ...report, records: [row(2, 'pass'), row(3, 'fail')] })));
    assert.ok(more.every(({ failed }) => !failed));
  });
});

describe('an event of a service that says little', () => {
  const of = (fields: object): string => `${JSON.stringify(fields)}\n`;
  const email = 'bob@fabrikam.test';

  it('waits by itself where the service puts it off', () => {
    for (const fields of [
      { event: 'deferred', email, response: '' },
      { type: 'email.delivery_delayed', data: { to: [email], subject: 'Hi' } },
      { event: 'MessageDelayed', payload: { status: 'SoftFail', message: { to: email } } },
    ]) {
      const [one] = readVerdicts(readTicket(of(fields)));
      assert.deepEqual([one?.role, one?.retry, one?.recipients], ['waiting', 'yes', [email]], of(fields));
    }
  });

  it('is explained by its sentence before a word that says once more what became of it', () => {
    const words = 'The server was unable to deliver your message (ex: unknown user, mailbox not found).';
    for (const fields of [
      {
        RecordType: 'Bounce',
        Type: 'HardBounce',
        Name: 'Hard bounce',
        Description: words,
        Details: 'action: failed',
        Email: email,
      },
      { RecordType: 'Bounce', Type: 'HardBounce', Description: words, Name: 'Hard bounce', Email: email },
    ])
      assert.deepEqual(verdicts(of(fields)), [`cause recipient-unknown ${email}`], of(fields));
  });

  it('is explained by the error, not by what that is about', () => {
    const fields = { event: 'bounce', email, error_related_to: 'domain', error: 'greylisted' };
    assert.deepEqual(verdicts(of(fields)), [`cause greylisted ${email}`]);
  });

  it('is no failure of a message where an address is only put on the list of those that get none', () => {
    const fields = {
      RecordType: 'SubscriptionChange',
      Recipient: email,
      SuppressSending: true,
      SuppressionReason: 'HardBounce',
    };
    assert.deepEqual(verdicts(of(fields)), [`cause suppressed ${email}`]);
    assert.deepEqual(verdicts(of({ ...fields, SuppressSending: false, SuppressionReason: null })), []);
  });

  it('waits for somebody where the service suspended the sending', () => {
    assert.deepEqual(verdicts(of({ event: 'suspension', email, reason: 'other' })), [`waiting unknown ${email}`]);
  });

  it('is about the message that was sent, and why stands in what came back', () => {
    const sent = { to: email, from: 'alice@contoso.test' };
    const back = { to: 'bk87jw@psrp.contoso.test', from: null, subject: 'Mail delivery failed' };
    assert.deepEqual(told(of({ event: 'MessageBounced', payload: { original_message: sent, bounce: back } })), [
      `alice@contoso.test > ${email}: bounced`,
    ]);
    const why = { message_id: '<b1@fabrikam.test>', text: '550 5.7.1 Message rejected due to content' };
    assert.deepEqual(
      told(of({ event_type: 'EMAIL_BOUNCE', from_email: sent.from, to_email: email, bounce_message: why })),
      [`alice@contoso.test > ${email}: bounced 550 5.7.1`],
    );
  });

  it('has an id of Exim under whatever name', () => {
    const text = `Event:\terror\nSender:\talice@contoso.test\nRecipient:\t${email}\nResult:\t550 5.1.1 No such user\nID:\t1rMVhc-0007zX-1L\n`;
    assert.deepEqual(
      entriesOf(text).map(({ queueId }) => queueId?.text),
      ['1rMVhc-0007zX-1L'],
    );
  });
});
