import assert from 'node:assert/strict';
import { connectedTo, isIpAddress, whereTo } from '../../../src/core/smtp/whereTo.ts';
import { conversationsOf } from './told.ts';

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

describe('a port', () => {
  it('is a number that there is, or the name of a service', () => {
    for (const [name, port] of [
      ['25', 25],
      ['1', 1],
      ['65535', 65535],
      ['65536', undefined],
      ['0', undefined],
      ['smtp', 25],
      ['SMTPS', 465],
      ['submission', 587],
      ['submissions', 465],
      ['ssmtp', 465],
      ['urd', 465],
    ] as const)
      goes(`telnet mx ${name}`, 'mx', port);
    goes('gnutls-cli -p 465 25', undefined);
    goes('telnet 25', undefined);
    goes('telnet smtp', undefined);
    goes('=== Connected to mx1.contoso.test.', 'mx1.contoso.test');
    goes('Trying [2001:db8::1]...', '2001:db8::1');
    goes(`${' '.repeat(790)}telnet mx 25`, 'mx');
    goes(`${' '.repeat(800)}telnet mx 25`, undefined);
  });
  it('is none of an address', () => {
    for (const address of ['192.0.2.1', '2001:db8::1', '::1', '::ffff:192.0.2.1'])
      assert.equal(isIpAddress(address), true, address);
    for (const host of ['192.0.2', '192.0.2.1.5', 'mx.a.test', 'abcde:1', 'face', '', 'a192.0.2.1', 'dead:beef.test'])
      assert.equal(isIpAddress(host), false, host);
  });
});

describe('where a session of a text went', () => {
  /** Of each session, and of a text without one. */
  const went = (text: string): readonly string[] =>
    conversationsOf(text).flatMap((block) =>
      (block.sessions.length === 0 ? [undefined] : block.sessions).map((session) => {
        const where = connectedTo(text, block, session);
        return where === undefined ? '-' : `${where.host} ${where.port ?? '-'}`;
      }),
    );
  const said = '220 a ESMTP\nEHLO b\n250 ok\n';
  it('is the name that a tool says in front of it, or the address', () => {
    assert.deepEqual(went(`$ telnet mx.a.test 25\nTrying 192.0.2.1...\nConnected to mx.a.test.\n${said}`), [
      'mx.a.test 25',
    ]);
    assert.deepEqual(went(`Trying 192.0.2.1...\nConnected to mx.a.test.\n${said}`), ['mx.a.test -']);
    assert.deepEqual(went(`$ telnet 192.0.2.1 587\nTrying 192.0.2.1...\n${said}`), ['192.0.2.1 587']);
    assert.deepEqual(went(`$ telnet 192.0.2.1 587\nConnected to mx.a.test.\n${said}`), ['mx.a.test 587']);
    assert.deepEqual(went(said), ['-']);
    assert.deepEqual(went('Trying 192.0.2.1...\nConnected to mx.a.test.\nEscape character is .\n'), ['mx.a.test -']);
  });
  it('is its own where there are several', () => {
    const swaks = (host: string): string =>
      `=== Trying ${host}:25...\n=== Connected to ${host}.\n<-  220 a\n -> QUIT\n<-  221 bye\n`;
    assert.deepEqual(went(`${swaks('mx1.a.test')}${swaks('mx2.a.test')}`), ['mx1.a.test 25', 'mx2.a.test 25']);
  });
  it('is what a probe was asked for', () => {
    const probe = (target: string): string =>
      `# SMTP probe of ${target}, 2026-11-20 10:00:00 UTC\n* CONNECT (1 ms): x\nS: 220 a\n`;
    assert.deepEqual(went(probe('mx.a.test:587')), ['mx.a.test 587']);
    assert.deepEqual(went(probe('mx.a.test')), ['mx.a.test 25']);
    assert.deepEqual(went(probe('[2001:db8::1]:25')), ['2001:db8::1 25']);
  });
});
