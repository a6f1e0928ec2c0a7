import assert from 'node:assert/strict';
import type { LogEntry } from '../../../../src/core/log/log.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { entriesOf } from '../exports/told.ts';

/** An entry as its values, named; what it does not have is left out. */
function values(entry: LogEntry | undefined): Readonly<Record<string, unknown>> {
  assert.ok(entry !== undefined);
  const { sender, recipients, queueId, messageId, relatedId, client, relay, host, size, reply, outcome, subject } =
    entry;
  const to = recipients.map(({ text }) => text).join(' ');
  const peer = (one: typeof client): string | undefined => one && `${one.host?.text ?? ''}[${one.ip?.text ?? ''}]`;
  return JSON.parse(
    JSON.stringify({
      from: sender?.text,
      to: to === '' ? undefined : to,
      id: queueId?.text,
      message: messageId?.text,
      related: relatedId?.text,
      client: peer(client),
      relay: peer(relay),
      host: host?.text,
      size: size?.value,
      said: reply?.text,
      outcome,
      subject: subject?.text,
    }),
  );
}

const COLUMNS =
  'date-time,client-ip,client-hostname,server-ip,server-hostname,source,event-id,internal-message-id,message-id,recipient-address,recipient-status,total-bytes,reference,sender-address';

/** One row of a tracking log of Exchange 2007 and later. */
function tracked(fields: Readonly<Record<string, string>>): LogEntry | undefined {
  const row = COLUMNS.split(',').map(
    (name) => fields[name] ?? (name === 'date-time' ? '2026-11-20T10:00:00.000Z' : ''),
  );
  const text = `#Software: Microsoft Exchange Server\n#Version: 15.02.1544.004\n#Log-type: Message Tracking Log\n#Fields: ${COLUMNS}\n${row.join(',')}\n`;
  return entriesOf(text)[0];
}

describe('a row of the message tracking log of Exchange', () => {
  const whole = {
    'client-ip': '192.0.2.1',
    'client-hostname': 'EX1',
    'server-ip': '203.0.113.25',
    'server-hostname': 'mx.fabrikam.test',
    source: 'SMTP',
    'internal-message-id': '4711',
    'message-id': '<a1@contoso.test>',
    'recipient-address': 'bob@fabrikam.test;eve@fabrikam.test',
    'total-bytes': '1042',
    reference: '<b2@contoso.test>',
    'sender-address': 'ann@contoso.test',
  };

  it('tells by its event what became of the message', () => {
    for (const [event, outcome] of [
      ['RECEIVE', 'received'],
      ['SUBMIT', 'received'],
      ['SEND', 'sent'],
      ['SENDEXTERNAL', 'sent'],
      ['DELIVER', 'sent'],
      ['FAIL', 'bounced'],
      ['DEFER', 'deferred'],
      ['SUBMITDEFER', 'deferred'],
      ['RESUBMITDEFER', 'deferred'],
      ['SUBMITFAIL', 'bounced'],
      ['RESUBMITFAIL', 'bounced'],
      ['DELIVERFAIL', 'bounced'],
      ['BADMAIL', 'discarded'],
      ['DROP', 'discarded'],
      ['POISONMESSAGE', 'held'],
      ['MODERATORREJECT', 'rejected'],
      ['EXPAND', undefined],
      ['', undefined],
    ])
      assert.equal(tracked({ ...whole, 'event-id': event ?? '' })?.outcome, outcome, event);
  });

  it('names who hands it to whom: on SEND the client is this server', () => {
    const common = {
      from: 'ann@contoso.test',
      to: 'bob@fabrikam.test eve@fabrikam.test',
      id: '4711',
      message: 'a1@contoso.test',
      related: 'b2@contoso.test',
      size: 1042,
    };
    assert.deepEqual(values(tracked({ ...whole, 'event-id': 'SEND' })), {
      ...common,
      relay: 'mx.fabrikam.test[203.0.113.25]',
      host: 'EX1',
      outcome: 'sent',
    });
    assert.deepEqual(values(tracked({ ...whole, 'event-id': 'RECEIVE' })), {
      ...common,
      client: 'EX1[192.0.2.1]',
      host: 'mx.fabrikam.test',
      outcome: 'received',
    });
    assert.deepEqual(values(tracked({ ...whole, 'event-id': 'RESEND' })).client, 'EX1[192.0.2.1]');
    assert.deepEqual(values(tracked({ ...whole, 'event-id': 'SEND', 'server-ip': '' })).relay, 'mx.fabrikam.test[]');
    assert.deepEqual(values(tracked({ 'event-id': 'SEND', 'recipient-address': 'bob@fabrikam.test' })), {
      to: 'bob@fabrikam.test',
      outcome: 'sent',
    });
    assert.deepEqual(values(tracked({ 'event-id': 'DELIVER', 'recipient-address': '<bob@fabrikam.test>;' })), {
      to: 'bob@fabrikam.test',
      outcome: 'sent',
    });
    assert.equal(tracked({ ...whole, 'sender-address': '<>' })?.sender?.text, '');
    assert.equal(tracked({ ...whole, 'sender-address': '<ann@contoso.test>' })?.sender?.text, '<ann@contoso.test>');
  });

  it('has the reply in the status of the recipient', () => {
    for (const [status, said] of [
      ['[{LED=550 5.1.1 User unknown};{FQDN=mx.fabrikam.test};{IP=203.0.113.25}]', '550 5.1.1 User unknown'],
      ['[{LRT=451 4.7.1 Try later};{FQDN=mx.fabrikam.test}]', '451 4.7.1 Try later'],
      ['{550 5.1.1 User unknown}', '550 5.1.1 User unknown'],
      ["'550 5.1.1 User unknown'", "550 5.1.1 User unknown'"],
      ['550 4.4.7 QUEUE.Expired; message expired', '550 4.4.7 QUEUE.Expired; message expired'],
      ['The answer was 550 5.1.1 Unknown }', '550 5.1.1 Unknown }'],
      ['To', undefined],
      ['x550 5.1.1 unknown', undefined],
    ] as const) {
      const entry = tracked({ ...whole, 'event-id': 'FAIL', 'recipient-status': status });
      assert.deepEqual([entry?.reply?.text, entry?.reason?.text], [said, status]);
    }
  });
});

describe('a row of the tracking log of Exchange 2000 and 2003', () => {
  const NAMES =
    'Date\tTime\tclient-ip\tClient-hostname\tPartner-Name\tServer-hostname\tserver-IP\tRecipient-Address\tEvent-ID\tMSGID\tPriority\tRecipient-Report-Status\ttotal-bytes\tNumber-Recipients\tOrigination-Time\tEncryption\tservice-Version\tLinked-MSGID\tMessage-Subject\tSender-Address';
  const tracked2003 = (event: string): LogEntry | undefined =>
    entriesOf(
      `# Message Tracking System Log File\n# Exchange System Attendant Version 6.5.7638.1\n# ${NAMES}\n2026-11-20\t9:00:01 GMT\t192.0.2.1\tpc1\t-\tEX1\t192.0.2.2\tbob@fabrikam.test\t${event}\t<a1@contoso.test>\t0\t0\t1042\t1\t2026-11-20 10:0:0 GMT\t0\t-\tb2@contoso.test\tHello\tann@contoso.test\n`,
    )[0];

  it('tells by the number of its event what became of the message', () => {
    for (const [outcome, events] of Object.entries({
      received: '1012 1004 1019 1027',
      sent: '1003 1011 1023 1028 1031 9',
      bounced: '1030 1026 1022',
      discarded: '1021 1039',
      rejected: '1040',
      deferred: '1032 1035 1037',
    }))
      for (const event of events.split(' ')) assert.equal(tracked2003(event)?.outcome, outcome, event);
    assert.equal(tracked2003('1020')?.outcome, undefined);
  });

  it('names who, for whom, from where and when', () => {
    const entry = tracked2003('1019');
    assert.deepEqual(values(entry), {
      from: 'ann@contoso.test',
      to: 'bob@fabrikam.test',
      message: 'a1@contoso.test',
      related: 'b2@contoso.test',
      client: 'pc1[192.0.2.1]',
      host: 'EX1',
      size: 1042,
      outcome: 'received',
    });
    assert.equal(entry?.time?.text, '2026-11-20\t9:00:01 GMT');
    assert.equal(entry?.time?.epoch, Date.UTC(2026, 10, 20, 9, 0, 1));
    assert.deepEqual([entry?.eventId?.text, entry?.status?.text], ['1019', '1019']);
  });
});

describe('a list that a cmdlet of Exchange shows', () => {
  const list = (...rows: readonly string[]) => entriesOf(`${rows.join('\n')}\n`).map(values);
  const WHO = [
    'EventId           : FAIL',
    'Sender            : ann@contoso.test',
    'Recipients        : {bob@fabrikam.test}',
  ];
  const BOUNCED = { from: 'ann@contoso.test', to: 'bob@fabrikam.test', outcome: 'bounced' };

  it('is a message by its properties, under the names that tracking logs have', () => {
    assert.deepEqual(
      list(
        ...WHO,
        'Timestamp         : 20.11.2026 10:00:00',
        'Source            : SMTP',
        'ServerHostname    : mx.fabrikam.test',
        'ClientHostname    : EX1',
        'MessageId         : <a1@contoso.test>',
        'MessageSubject    : Hello',
        'RecipientStatus   : {[{LED=550 5.1.1 User unknown};{MSG=};{FQDN=mx.fabrikam.test};{IP=203.0.113.25}]}',
      ),
      [
        {
          ...BOUNCED,
          message: 'a1@contoso.test',
          relay: 'mx.fabrikam.test[]',
          said: '550 5.1.1 User unknown',
          subject: 'Hello',
        },
      ],
    );
    assert.deepEqual(
      list(
        'Queue         : EX1\\4711',
        'Identity      : EX1\\4711\\12',
        'FromAddress   : ann@contoso.test',
        'LastError     : 451 4.7.0 Try later',
        'NextHopDomain : fabrikam.test',
        'Subject : Hi',
      ),
      [
        {
          from: 'ann@contoso.test',
          id: 'EX1\\4711\\12',
          relay: 'fabrikam.test[]',
          said: '451 4.7.0 Try later',
          outcome: 'deferred',
          subject: 'Hi',
        },
      ],
    );
  });

  it('tells by its event what became of it, under either name', () => {
    for (const [row, outcome] of [
      ['EventId: DELIVER', 'sent'],
      ['Event: Submit Fail', 'bounced'],
      ['Event: Deliver', 'sent'],
      ['Event: defer', 'deferred'],
      ['Event: Redirect', undefined],
    ] as const)
      assert.equal(
        list('RecipientAddress: bob@fabrikam.test', 'SenderAddress: ann@contoso.test', row)[0]?.outcome,
        outcome,
        row,
      );
  });

  it('is in quarantine until it is released', () => {
    const held = (...rows: readonly string[]): unknown =>
      list('RecipientAddress : bob@fabrikam.test', 'SenderAddress : ann@contoso.test', ...rows)[0]?.outcome;
    assert.equal(held('ReleaseStatus : NOTRELEASED'), 'quarantined');
    assert.equal(held('QuarantineTypes : HighConfPhish'), 'quarantined');
    assert.notEqual(held('ReleaseStatus : RELEASED'), 'quarantined');
    assert.notEqual(held('ReleaseStatus : Released'), 'quarantined');
    assert.equal(held('Event : Deliver', 'ReleaseStatus : NOTRELEASED'), 'sent');
  });

  it('has values that go on in the next lines, and ends at a name that comes again', () => {
    assert.deepEqual(list(...WHO, 'RecipientStatus   : {550 5.1.1 User', '                    unknown}'), [
      { ...BOUNCED, said: '550 5.1.1 User unknown' },
    ]);
    assert.deepEqual(list(...WHO, 'RecipientStatus   : The server said:', '550 5.1.1 User unknown'), [
      { ...BOUNCED, said: '550 5.1.1 User unknown' },
    ]);
    assert.equal(list(...WHO, ...WHO).length, 2);
    assert.equal(list(...WHO, '', ...WHO).length, 2);
    const ticket = readTicket(`${WHO.join('\n')}\nCan you help?\n`);
    assert.deepEqual(
      ticket.blocks.map(({ kind }) => kind),
      ['log', 'prose'],
    );
    const kinds = (...rows: readonly string[]): readonly string[] =>
      readTicket(`${rows.join('\n')}\n`).blocks.map(({ kind }) => kind);
    assert.notDeepEqual(kinds('Sender: ann@contoso.test', 'Subject: no list of Exchange'), ['log']);
    assert.notDeepEqual(kinds('EventId: FAIL'), ['log']);
    assert.notDeepEqual(kinds('EventId: FAIL', 'and nothing more'), ['log']);
  });

  it('is for the one address that the reply names, where nothing else says for whom', () => {
    const queue = (error: string): unknown =>
      list('Identity : EX1\\4711', 'DeliveryType : DnsConnectorDelivery', `LastError : ${error}`)[0]?.to;
    for (const [error, to] of [
      ['550 5.1.1 messages to bob@fabrikam.test can’t be delivered', 'bob@fabrikam.test'],
      ['550 5.1.1 mailbox for <bob@fabrikam.test> is gone', 'bob@fabrikam.test'],
      ['550 5.1.1 <bob@fabrikam.test>: unknown', 'bob@fabrikam.test'],
      ['550 5.1.1 recipient: bob@fabrikam.test unknown', 'bob@fabrikam.test'],
      ['550 5.1.1 recipient bob@fabrikam.test unknown', 'bob@fabrikam.test'],
      ['550 5.1.1 to bob@fabrikam.test, to bob@fabrikam.test.', 'bob@fabrikam.test'],
      ['550 5.1.1 to bob@fabrikam.test and for eve@fabrikam.test', undefined],
      ['550 5.1.1 see help@fabrikam.test', undefined],
      ['550 5.1.1 onto bob@fabrikam.test', undefined],
    ] as const)
      assert.equal(queue(error), to, error);
  });
});

describe('a table that a cmdlet of Exchange shows', () => {
  const table = (...rows: readonly string[]) => entriesOf(`${rows.join('\n')}\n`).map(values);
  const SENT = { from: 'ann@contoso.test', to: 'bob@fabrikam.test', outcome: 'sent' };

  it('has its values below the names of the columns', () => {
    assert.deepEqual(
      table(
        'Timestamp            EventId Source Sender           Recipients          MessageSubject',
        '---------            ------- ------ ------           ----------          --------------',
        '11/20/2026 10:00 AM  DELIVER STOREDRIVER ann@contoso.test {bob@fabrikam.test} Hello'.replace(
          'STOREDRIVER',
          'SMTP  ',
        ),
        '11/20/2026 10:01 AM  FAIL    SMTP   ann@contoso.test {eve@fabrikam.test} ...',
        '11/20/2026 10:02 AM  DEFER   SMTP   ann@contoso.test {eve@fabrikam.test} …',
      ),
      [
        { ...SENT, subject: 'Hello' },
        { from: 'ann@contoso.test', to: 'eve@fabrikam.test', outcome: 'bounced' },
        { from: 'ann@contoso.test', to: 'eve@fabrikam.test', outcome: 'deferred' },
      ],
    );
    assert.deepEqual(
      table(
        'Received            Sender Address   Recipient Address Subject   Status',
        '--------            --------------   ----------------- -------   ------',
        '11/20/2026 10:00:00 ann@contoso.test bob@fabrikam.test Two words Delivered',
        '11/20/2026 10:00:00 ann@contoso.test eve@fabrikam.test           Failed',
      ),
      [
        { ...SENT, subject: 'Two words' },
        { from: 'ann@contoso.test', to: 'eve@fabrikam.test', outcome: 'bounced' },
      ],
    );
  });

  it('is none where its columns do not say whose mail it is and what became of it', () => {
    const kinds = (head: string, ruler: string, row: string): readonly string[] =>
      readTicket(`${head}\n${ruler}\n${row}\n`).blocks.map(({ kind }) => kind);
    assert.deepEqual(
      kinds('Sender           Place Status', '------           ----- ------', 'ann@contoso.test Here  Delivered'),
      ['log'],
    );
    assert.deepEqual(
      kinds('Recipient        Place Code', '---------        ----- ----', 'ann@contoso.test Here  550 '),
      ['log'],
    );
    assert.deepEqual(
      kinds(
        'Recipient        Place SmtpResponse',
        '---------        ----- ------------',
        'ann@contoso.test Here  550 5.1.1 No',
      ),
      ['log'],
    );
    assert.deepEqual(kinds('Sender           Status', '------           ------', 'ann@contoso.test Delivered'), [
      'prose',
    ]);
    assert.deepEqual(
      kinds('Place            Thing Status', '-----            ----- ------', 'ann@contoso.test Here  Delivered'),
      ['prose'],
    );
    assert.deepEqual(
      kinds('Sender           Place Thing', '------           ----- -----', 'ann@contoso.test Here  Delivered'),
      ['prose'],
    );
    assert.deepEqual(kinds('EventId', '-------', 'DELIVER'), ['prose']);
    assert.deepEqual(kinds('EventId Colour', '------- ------', 'DELIVER green'), ['prose']);
    assert.deepEqual(kinds('EventId Source', '------- ------', 'DELIVER SMTP '), ['log']);
    assert.deepEqual(kinds('EventId Source', 'no ---- ------', 'DELIVER SMTP'), ['prose']);
  });
});
