import assert from 'node:assert/strict';
import { linkedEntries } from '../../../src/core/log/linkedEntries.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

/** The lines of each message of a log, from 1, in the order of their first lines. */
function messages(text: string): readonly string[] {
  const ticket = readTicket(text);
  return ticket.blocks.flatMap((block) =>
    block.kind === 'log'
      ? linkedEntries(ticket.lines, block).messages.map(({ lines }) => lines.map((line) => line + 1).join(' '))
      : [],
  );
}

describe('the lines of one message', () => {
  it('of sendmail have its queue id, and a bounce its own', () => {
    assert.deepEqual(
      messages(
        [
          'Nov 27 08:14:09 mx1 sendmail[1]: 2AR8E9aB000001: from=<alice@contoso.test>, size=900, nrcpts=1, msgid=<a@contoso.test>, relay=[192.0.2.7]',
          'Nov 27 08:14:09 mx1 sendmail[2]: 2AR8E9aB000002: from=<carol@contoso.test>, size=900, nrcpts=1, msgid=<c@contoso.test>, relay=[192.0.2.7]',
          'Nov 27 08:14:10 mx1 sendmail[1]: 2AR8E9aB000001: to=<bob@fabrikam.test>, delay=00:00:01, mailer=esmtp, relay=mx.fabrikam.test. [192.0.2.1], dsn=2.0.0, stat=Sent (ok)',
          'Nov 27 08:14:10 mx1 sendmail[2]: 2AR8E9aB000002: to=<eve@fabrikam.test>, delay=00:00:01, mailer=esmtp, relay=mx.fabrikam.test. [192.0.2.1], dsn=5.1.1, stat=User unknown',
        ].join('\n'),
      ),
      ['1 3', '2 4'],
    );
  });

  it('of Haraka have the connection and the transaction in common', () => {
    const id = '6F1D5C0E-1111-4222-8333-944445555666';
    assert.deepEqual(
      messages(
        [
          `2026-11-27 08:14:09.100 [NOTICE] [${id}.1] [core] message mid="<a@contoso.test>" size=900 rcpts=1/0/0 delay=0.1 code=CONT msg=""`,
          `2026-11-27 08:14:09.200 [NOTICE] [${id}.2] [core] message mid="<c@contoso.test>" size=900 rcpts=1/0/0 delay=0.1 code=CONT msg=""`,
          `2026-11-27 08:14:10.100 [NOTICE] [${id}.1.1] [outbound] delivered file=1 domain="fabrikam.test" host="mx.fabrikam.test" ip=192.0.2.1 port=25 mode="SMTP" tls=false auth=false response="ok" delay=1 fails=0 rcpts=1/0/0`,
          `2026-11-27 08:14:10.200 [NOTICE] [${id}.2.1] [outbound] delivered file=2 domain="fabrikam.test" host="mx.fabrikam.test" ip=192.0.2.1 port=25 mode="SMTP" tls=false auth=false response="ok" delay=1 fails=0 rcpts=1/0/0`,
        ].join('\n'),
      ),
      ['1 3', '2 4'],
    );
  });

  it('of Rspamd, Postfix and dovecot have the id of the message, and that of the queue', () => {
    assert.deepEqual(
      messages(
        [
          'Nov 27 08:14:09 mx1 postfix/cleanup[1]: 4F1A2B3C4: message-id=<a@contoso.test>',
          'Nov 27 08:14:09 mx1 rspamd[2]: <ab12cd>; task; rspamd_task_write_log: id: <a@contoso.test>, qid: <4F1A2B3C4>, ip: 192.0.2.7, from: <alice@contoso.test>, (default: F (no action): [1.00/15.00] [A(1.00){}]), len: 900, time: 10.0ms',
          'Nov 27 08:14:10 mx1 postfix/lmtp[3]: 4F1A2B3C4: to=<bob@contoso.test>, relay=mx1[private/dovecot-lmtp], delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 <bob@contoso.test> aB1cD2e Saved)',
          'Nov 27 08:14:10 mx1 dovecot: lmtp(bob@contoso.test)<4><aB1cD2e>: msgid=<a@contoso.test>: saved mail to INBOX',
        ].join('\n'),
      ),
      ['1 2 3 4'],
    );
  });

  it('of OpenSMTPD go from the session that took it to the envelope and the session that sent it', () => {
    assert.deepEqual(
      messages(
        [
          'Nov 27 08:14:09 mx1 smtpd[1]: 1f55bdcd00000001 smtp message msgid=4296f490 size=900 nrcpt=1 proto=ESMTP',
          'Nov 27 08:14:09 mx1 smtpd[1]: 1f55bdcd00000001 smtp envelope evpid=4296f490a1b2c3d4 from=<alice@contoso.test> to=<bob@fabrikam.test>',
          'Nov 27 08:14:10 mx1 smtpd[1]: 2a66cede00000002 mta delivery evpid=4296f490a1b2c3d4 from=<alice@contoso.test> to=<bob@fabrikam.test> rcpt=<-> source="192.0.2.7" relay="192.0.2.1 (mx.fabrikam.test)" delay=1s result="Ok" stat="250 2.0.0 Ok"',
        ].join('\n'),
      ),
      ['1 2 3'],
    );
  });
});
