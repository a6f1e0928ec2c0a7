import assert from 'node:assert/strict';
import { verdictHeadline } from '../../../../src/core/report/verdictWords.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

const verdicts = (...lines: string[]) => readVerdicts(readTicket(`${lines.join('\n')}\n`));
const postfix = (daemon: string, words: string) => `Nov 24 11:03:01 mx1 postfix/${daemon}[90]: ${words}`;

describe('trouble of a mail server with its own services', () => {
  it('is no trouble of the server at the other end', () => {
    const [milter] = verdicts(
      postfix('smtpd', 'warning: connect to Milter service inet:localhost:8891: Connection refused'),
    );
    assert.equal(milter?.code, 'service-failed');
    assert.equal(milter?.actor, 'receiving admin');
    assert.match(milter?.summary ?? '', /does not reach a filter \(milter\)/);
    const [store] = verdicts(
      postfix(
        'lmtp',
        '4A1B2C3D4E5F: to=<bob@contoso.test>, relay=none, delay=0.1, delays=0.1/0/0/0, dsn=4.4.1, status=deferred (connect to mx1.contoso.test[private/dovecot-lmtp]: Connection refused)',
      ),
    );
    assert.deepEqual([store?.code, store?.role, store?.retry], ['service-failed', 'waiting', 'yes']);
    assert.deepEqual(store?.recipients, ['bob@contoso.test']);
  });

  it('is told of lines that name no message, each service by itself, the same one once', () => {
    const told = verdicts(
      postfix('smtpd', 'fatal: no SASL authentication mechanisms'),
      postfix('trivial-rewrite', 'warning: virtual_mailbox_domains: mysql:/etc/postfix/d.cf: table lookup problem'),
      postfix('trivial-rewrite', 'warning: virtual_mailbox_domains: mysql:/etc/postfix/d.cf: table lookup problem'),
      postfix('smtpd', 'warning: problem talking to service rewrite: Connection timed out'),
      postfix('sendmail', 'warning: mail_queue_enter: create file maildrop/1.2: No space left on device'),
      "Nov 24 11:03:01 mx1 opendkim[221]: can't load key from /etc/dkim/mail.key: Permission denied",
      'Nov 24 11:03:01 mx1 dovecot: master: Error: service(imap-login): listen(*, 993) failed: Address already in use',
    );
    assert.deepEqual(
      told.map(({ code, times }) => `${code} ${times}`),
      [
        'login-failed 1',
        'service-failed 2',
        'service-failed 1',
        'system-full 1',
        'service-failed 1',
        'service-failed 1',
      ],
    );
    assert.ok(told.every(({ failed }) => failed));
  });

  it('is not made of what works', () => {
    assert.deepEqual(
      verdicts(postfix('smtpd', 'connect from mail.fabrikam.test[198.51.100.9]'), postfix('master', 'daemon started')),
      [],
    );
  });
});

describe('an openssl that took a command for its own', () => {
  it('is no trouble of versions', () => {
    const [told] = verdicts(
      '$ openssl s_client -connect mail.fabrikam.test:587 -starttls smtp',
      'CONNECTED(00000003)',
      '250 CHUNKING',
      'ehlo me',
      '250 mail.fabrikam.test',
      'MAIL FROM:<a@contoso.test>',
      '250 2.1.0 Ok',
      'RCPT TO:<b@fabrikam.test>',
      'RENEGOTIATING',
      '140735:error:1420410A:SSL routines:SSL_renegotiate:wrong ssl version:ssl/ssl_lib.c:2136:',
    );
    assert.match(
      told === undefined ? '' : verdictHeadline(told),
      /capital R .* never reached the server; the sender's admin/,
    );
  });
});
