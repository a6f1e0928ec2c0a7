import assert from 'node:assert/strict';
import { whereTo } from '../../../src/core/smtp/whereTo.ts';

const goes = (line: string, host: string | undefined, port?: number): void =>
  assert.deepEqual(whereTo(line), host && { host, ...(port !== undefined && { port }) }, line.slice(0, 200));

describe('where a session went', () => {
  it('stands in the command that was typed', () => {
    goes('telnet mx1.contoso.test 25', 'mx1.contoso.test', 25);
    goes('C:\\>telnet mailserver smtp', 'mailserver', 25);
    goes('[admin@host ~]$ telnet mx1.contoso.test submission', 'mx1.contoso.test', 587);
    goes('Microsoft Telnet> open mx1.contoso.test 587', 'mx1.contoso.test', 587);
    goes('$ nc -v -w 5 mx1.contoso.test 2525', 'mx1.contoso.test', 2525);
    goes('openssl s_client -starttls smtp -crlf -connect mx1.contoso.test:587', 'mx1.contoso.test', 587);
    goes('openssl s_client -connect [2001:db8::1]:465 -crlf', '2001:db8::1', 465);
    goes('# swaks --to ann@contoso.test --server mx1.contoso.test:2525', 'mx1.contoso.test', 2525);
    goes('swaks -s mx1.contoso.test --to ann@contoso.test -p 587', 'mx1.contoso.test', 587);
    goes('gnutls-cli --starttls-proto=smtp -p 25 mx1.contoso.test', 'mx1.contoso.test', 25);
  });

  it('stands in what a tool says', () => {
    goes('Trying 192.0.2.1...', '192.0.2.1');
    goes('Connected to mx1.contoso.test.', 'mx1.contoso.test');
    goes('=== Trying mx1.contoso.test:25...', 'mx1.contoso.test', 25);
    goes('* Connected to mx1.contoso.test (192.0.2.1) port 25 (#0)', 'mx1.contoso.test', 25);
    goes('20:01:33.065866 == Info: Connected to mx1.contoso.test (192.0.2.1) port 25 (#0)', 'mx1.contoso.test', 25);
    goes('DEBUG SMTP: trying to connect to host "mx1.contoso.test", port 587, isSSL false', 'mx1.contoso.test', 587);
    goes("connect: to ('mx1.contoso.test', 25) None", 'mx1.contoso.test', 25);
    goes('Connection: opening to ssl://mx1.contoso.test:465, timeout=6', 'mx1.contoso.test', 465);
    goes('ann@contoso.test... Connecting to mx1.contoso.test. via esmtp...', 'mx1.contoso.test');
    goes('Connecting to mx1.contoso.test [192.0.2.1]:25 ...  connected', 'mx1.contoso.test', 25);
    goes('Connection to mx1.contoso.test 25 port [tcp/smtp] succeeded!', 'mx1.contoso.test', 25);
    goes('Ncat: Connected to 192.0.2.1:25.', '192.0.2.1', 25);
  });

  it('is nothing where no host is named', () => {
    for (const line of ['CONNECTED(00000003)', 'Connected to MTA', '250 connected to nothing', 'Trying again later']) {
      goes(line, undefined);
    }
  });

  it('takes no time that grows with the square of a line', () => {
    goes(`telnet ${' -a'.repeat(100_000)}`, undefined);
    goes(`swaks ${'--server '.repeat(100_000)}`, undefined);
  });
});
