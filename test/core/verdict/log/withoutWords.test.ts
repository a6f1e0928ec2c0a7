import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

/** Each verdict as `line role class reply sender recipients`. */
function told(...lines: readonly string[]): string[] {
  const ticket = readTicket(`${lines.join('\n')}\n`);
  return readVerdicts(ticket).map(({ span, role, code, reply = '-', sender = '-', recipients }) =>
    [ticket.lines.lineOf(span.start) + 1, role, code, reply, sender, ...recipients].join(' '),
  );
}

const queue =
  'tcp_local                 Q 1 ann@contoso.test rfc822;bob@fabrikam.test bob@fabrikam.test /queue/ZZf0s.00';

describe('the log of Messaging Server', () => {
  it('tells of tries without a reply, by what the system said', () => {
    assert.deepEqual(
      told(
        `26-Feb-2007 14:38:16.70 ${queue} <0JE1@contoso.test> TCP active open: Failed connect() 192.0.2.1:25  Error: no route to host`,
      ),
      ['1 waiting connection-failed - ann@contoso.test bob@fabrikam.test'],
    );
  });

  it('tells what was put off, returned and handed on by the kind of the entry', () => {
    assert.deepEqual(
      told(
        '06-Oct-2003 00:24:03.66 501d.0b.9 ims-ms Q 5 ann@contoso.test rfc822;bob@fabrikam.test bob@ims-ms <00ce@contoso> Mailbox is busy',
        '26-Feb-2007 14:38:17.27 tcp_local   R 1 ann@contoso.test rfc822;max@fabrikam.test max@fabrikam.test smtp;550 5.1.1 no such user',
        '26-Feb-2007 14:38:18.27 tcp_local   DE 1 ann@contoso.test rfc822;eva@fabrikam.test eva@fabrikam.test',
      ),
      [
        '2 cause recipient-unknown 550 5.1.1 ann@contoso.test max@fabrikam.test',
        '1 waiting delivery-program-failed - ann@contoso.test bob@fabrikam.test',
        '3 success accepted - ann@contoso.test eva@fabrikam.test',
      ],
    );
  });
});

describe('a failure without a cause', () => {
  const trace = [
    'Received             SenderAddress        RecipientAddress    Subject Status',
    '--------             -------------        ----------------    ------- ------',
    '1/2/2024 3:00:00 PM  ann@contoso.test     bob@fabrikam.test   Hello   Failed',
  ];
  const events = (detail: string): readonly string[] => [
    '',
    'Date                 Event      Detail',
    '----                 -----      ------',
    '1/2/2024 3:00:01 PM  Receive    Message received by: mx.contoso.test',
    `1/2/2024 3:00:02 PM  Fail       Reason: [{LED=550 5.1.10 RESOLVER.ADR.RecipientNotFound; ${detail}};{MSG=};{FQDN=};{IP=}]`,
  ];

  it('gives way to one of the same recipient that has one, in the table below', () => {
    assert.deepEqual(told(...trace, ...events('Recipient bob@fabrikam.test not found by SMTP address lookup')), [
      '8 cause recipient-unknown 550 5.1.10 ann@contoso.test bob@fabrikam.test',
    ]);
  });

  it('names the recipient of the only cause, which names none', () => {
    assert.deepEqual(told(...trace, ...events('Recipient not found')), [
      '8 cause recipient-unknown 550 5.1.10 ann@contoso.test bob@fabrikam.test',
    ]);
  });

  it('stays beside the cause of somebody else', () => {
    assert.deepEqual(told(...trace, ...events('Recipient max@fabrikam.test not found by SMTP address lookup')), [
      '3 cause unknown - ann@contoso.test bob@fabrikam.test',
      '8 cause recipient-unknown 550 5.1.10 -',
    ]);
  });
});

describe("the log of DragonFly's agent", () => {
  it('has the id of the queue in front of the process', () => {
    assert.deepEqual(
      told(
        'Sep 21 22:05:11 rt dma[5697f.801c48000][72412]: remote delivery failed: corrupted queue file',
        'Sep 21 22:05:11 rt dma[5697f.801c48000][72412]: delivery failed, bouncing as 575a0',
      ).map((one) => one.slice(2)),
      ['cause service-failed - -'],
    );
  });
});

describe('a program to which a server hands mail', () => {
  it('is quoted where nobody knows its words, whoever logs it', () => {
    const summary = (line: string): string =>
      readVerdicts(readTicket(`${line}\n`))
        .map(({ role, code, summary: said }) => `${role} ${code}: ${said}`)
        .join();
    const postfix = (part: string, outcome: string, words: string): string =>
      `Nov 21 20:05:36 mx1 postfix/${part}[71]: 4F1A2B3C5: to=<eve@fabrikam.test>, relay=${part}, delay=1, delays=0/0/0/1, dsn=${outcome === 'bounced' ? '5.2.0' : '4.3.0'}, status=${outcome} (${words})`;
    const said = (words: string): string =>
      `delivery-program-failed: The program to which this server hands the mail did not take it; it says: “${words}”.`;
    assert.equal(
      summary(postfix('virtual', 'bounced', 'the gremlins said so')),
      `cause ${said('the gremlins said so')}`,
    );
    assert.equal(
      summary(postfix('local', 'deferred', 'frobnication incomplete')),
      `waiting ${said('frobnication incomplete')}`,
    );
    assert.doesNotMatch(summary(postfix('smtp', 'bounced', 'the gremlins said so')), /did not take it/);
    assert.equal(
      summary(
        'a1b2c3d4e5f60718 mda delivery evpid=64e14d3d04081426 from=<ann@fabrikam.test> to=<bob@contoso.test> rcpt=<bob@contoso.test> user=bob delay=1s result=PermFail stat=Error ("frobnication incomplete")',
      ),
      `cause ${said('Error ("frobnication incomplete")')}`,
    );
  });

  it('is not asked where the server has a fault of its own', () => {
    assert.deepEqual(told('Nov 21 20:05:36 mx1 sendmail[71]: NOQUEUE: SYSERR(root): No space left on device'), [
      '1 cause system-full - -',
    ]);
    assert.deepEqual(
      told(
        'Nov 21 20:05:36 mx1 sendmail[71]: 4ALKBbCK006259: to=<bob@fabrikam.test>, delay=00:00:01, mailer=esmtp, relay=mx.fabrikam.test. [192.0.2.1], dsn=5.1.1, stat=User unknown',
        'Nov 21 20:05:36 mx1 sendmail[71]: 4ALKBbCK006259: 4ALKBbCK006260: return to sender: User unknown',
      ),
      ['1 cause recipient-unknown 5.1.1 - bob@fabrikam.test'],
    );
  });
});
