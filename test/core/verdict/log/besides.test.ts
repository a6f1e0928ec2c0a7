import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

/** Each verdict as `class queue-id recipients`. */
const told = (...lines: readonly string[]): readonly string[] =>
  readVerdicts(readTicket(`${lines.join('\n')}\n`)).map(({ code, queueId, recipients }) =>
    [code, queueId, ...recipients].join(' '),
  );

describe('a trace of Exchange with a failure that says nothing, and a cause of nobody', () => {
  const traced = (refused: string): readonly string[] =>
    told(
      '#Software: Microsoft Exchange Server',
      '#Log-type: Message Tracking Log',
      '#Fields: date-time,source,event-id,recipient-address,recipient-status,sender-address',
      '2026-11-20T09:00:05.000Z,SMTP,FAIL,bob@fabrikam.test,,ann@contoso.test',
      `2026-11-20T09:00:04.000Z,ROUTING,FAIL,,550 5.1.1 ${refused}: Recipient address rejected: User unknown,ann@contoso.test`,
    );

  it('is one, unless the cause names somebody else', () => {
    assert.deepEqual(traced('<bob@fabrikam.test>'), ['recipient-unknown  bob@fabrikam.test']);
    assert.deepEqual(traced('nobody'), ['recipient-unknown  bob@fabrikam.test']);
    assert.deepEqual(traced('<eve@fabrikam.test>'), ['unknown  bob@fabrikam.test', 'recipient-unknown ']);
  });
});

describe('a refusal that a program logs twice', () => {
  const id = '5d7d8b2c1a3e4f60';
  const error = `Mar  2 10:00:02 mx smtpd[312]: ${id} mta error reason=550 5.1.1 User unknown`;
  const delivery = `Mar  2 10:00:02 mx smtpd[312]: ${id} mta delivery evpid=9a1b2c3d4e5f6071 from=<ann@fabrikam.test> to=<bob@contoso.test> rcpt=<-> source="192.0.2.9" relay="192.0.2.1 (mx.contoso.test)" delay=2s result="PermFail" stat="550 5.1.1 User unknown"`;
  const domino = [
    '03/02/2026 10:00:02 AM  Router: No messages transferred to CONTOSO.TEST (host MX.CONTOSO.TEST) via SMTP:',
    '03/02/2026 10:00:02 AM          The server returned error code 550 5.1.1 <bob@contoso.test>: User unknown',
    '03/02/2026 10:00:03 AM  Router: Message 004A7C1B, delivery failure to bob@contoso.test: 550 5.1.1 <bob@contoso.test>: User unknown',
  ];

  it('is told once, with the message that it was about', () => {
    for (const lines of [
      [delivery, error],
      [error, delivery],
    ])
      assert.deepEqual(told(...lines), ['recipient-unknown 9a1b2c3d4e5f6071 bob@contoso.test']);
    assert.deepEqual(told(...domino), ['recipient-unknown 004A7C1B bob@contoso.test']);
  });

  it('is told once where a client says again what the server refused it at the door', () => {
    const reply = '553 5.7.1 <ann@contoso.test>: Sender address rejected: not logged in';
    assert.deepEqual(
      told(
        `Mar  2 10:00:02 mx postfix/smtpd[540]: NOQUEUE: reject: RCPT from localhost[127.0.0.1]: ${reply}; from=<ann@contoso.test> to=<bob@contoso.test> proto=ESMTP helo=<mx.contoso.test>`,
        `Mar  2 10:00:02 mx fetchmail[561]: SMTP error: ${reply}`,
      ),
      ['login-required  bob@contoso.test'],
    );
  });

  it('is told by itself where no message is named, where another reply is, or far away', () => {
    assert.equal(told(error).length, 1);
    assert.equal(told(delivery, error.replace('550 5.1.1 User unknown', '554 5.7.1 Spam')).length, 2);
    const between = Array.from({ length: 40 }, () => `Mar  2 10:00:02 mx smtpd[312]: ${id} mta connected`);
    assert.equal(told(delivery, ...between, error).length, 2);
  });
});
