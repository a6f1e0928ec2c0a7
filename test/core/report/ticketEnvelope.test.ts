import assert from 'node:assert/strict';
import { ticketEnvelope } from '../../../src/core/report/ticketEnvelope.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

const is = (text: string, envelope: ReturnType<typeof ticketEnvelope>): void =>
  assert.deepEqual(ticketEnvelope(readTicket(text)), envelope, text);

const postfix = (rest: string): string => `Nov 20 09:00:00 mx1 postfix/smtp[71]: ${rest}\n`;

describe('the envelope that a ticket is about', () => {
  it('is that of what happened, as far as the ticket names it', () => {
    is(
      `${postfix('A0000000002: from=<a@contoso.test>, size=9, nrcpt=1')}${postfix('A0000000002: to=<b@fabrikam.test>, relay=mx.fabrikam.test[203.0.113.7]:25, delay=1, dsn=5.1.1, status=bounced (host mx.fabrikam.test[203.0.113.7] said: 550 5.1.1 no (in reply to RCPT TO command))')}`,
      { host: 'mx.fabrikam.test', sender: 'a@contoso.test', recipients: ['b@fabrikam.test'] },
    );
    is(
      postfix(
        'A0000000002: to=<b@fabrikam.test>, relay=none, delay=1, dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name=fabrikam.test type=MX: Host not found, try again)',
      ),
      { recipients: ['b@fabrikam.test'] },
    );
  });

  it('is that of another line where the foremost names nobody', () =>
    is(
      `${postfix('fatal: open database /etc/postfix/virtual.db: No such file or directory')}${postfix('A0000000002: to=<b@fabrikam.test>, relay=mx.fabrikam.test[203.0.113.7]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok)')}`,
      { host: 'mx.fabrikam.test', recipients: ['b@fabrikam.test'] },
    ));

  it('is none where nobody is named', () => {
    is('hello\n', undefined);
    is('$ dig +short nothere.test\n;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1\n', undefined);
  });
});
