import assert from 'node:assert/strict';
import { closesConnection, noteKind, opensConnection } from '../../../src/core/smtp/notes.ts';

describe('what a tool says about a connection', () => {
  it('is that it is made, that it is over, or something else', () => {
    for (const [line, kind, closes] of [
      ['Trying 192.0.2.1...', 'opening', false],
      ['=== Trying mx.a.test:25...', 'opening', false],
      ['* Trying 192.0.2.1:25...', 'opening', false],
      ['telnet mx.a.test 25', 'opening', false],
      ['$ telnet mx.a.test 25', 'opening', false],
      ['PS C:\\> telnet mx.a.test 25', 'opening', false],
      ['root@pc:~# openssl s_client -connect mx.a.test:465', 'opening', false],
      ['swaks --to b@b.test', 'opening', false],
      ['CONNECTED(00000003)', 'opening', false],
      ['Ncat: Version 7.93 ( https://nmap.org/ncat )', 'opening', false],
      ["Connecting to '192.0.2.1:25'...", 'opening', false],
      ['Connecting to mx.a.test [192.0.2.1]:25 ... connected', 'opening', false],
      ['bob@b.test... Connecting to mx.a.test. via esmtp...', 'opening', false],
      ['trying host mx.a.test port 25...', 'opening', false],
      ['... while talking to mx.a.test.:', 'opening', false],
      ['DEBUG SMTP: trying to connect to host "mx.a.test", port 25', 'opening', false],
      ["connect: to ('mx.a.test', 25) None", 'opening', false],
      ['A connection was accepted from x', 'opening', false],
      ['Connection established to mx.a.test', 'opening', false],
      ['Connected to smtp://mx.a.test:25', 'opening', false],
      ['Connection opened: x', 'opening', false],
      ['[ 12] Accepting SMTP connection from [192.0.2.1:5] to [192.0.2.2:25]', 'opening', false],
      ['# SMTP probe of mx.a.test', 'opening', false],
      ['Follow: tcp,ascii', 'opening', false],
      ['Connected to mx.a.test.', 'note', false],
      ["Escape character is '^]'.", 'note', false],
      ['Connection closed by foreign host.', 'note', true],
      ['Connection to mx.a.test closed by remote host.', 'note', true],
      ['Connection to mx.a.test 25 port [tcp/smtp] succeeded!', 'note', false],
      ['Connection timed out', 'note', false],
      ['DONE', 'note', true],
      ['closed', 'note', true],
      ['---', 'note', false],
      ['depth=0 CN = a', 'note', false],
      ['verify return:1', 'note', false],
      ['read R BLOCK', 'note', false],
      ['DEBUG: x', 'note', false],
      ['=== TLS started', 'note', false],
      ['*** TLS started', 'note', true],
      ['=== Connection closed with remote host.', 'note', true],
      ['* Closing connection 0', undefined, true],
      ['* Connection #0 to host a left intact', undefined, true],
      ['Closing connection', 'note', true],
      ['Press any key to continue', 'note', true],
      ['- Peer has closed the GnuTLS connection', 'note', true],
      ['telnet: Unable to connect', 'note', false],
      ['Last login: today', 'note', false],
      ['```', 'note', false],
      ['>>> x', 'note', false],
      ['words', undefined, false],
      ['we are connecting to it', undefined, false],
    ] as const) {
      assert.equal(noteKind(line), kind, line);
      assert.equal(opensConnection(line), kind === 'opening', line);
      assert.equal(closesConnection(line), closes, line);
    }
  });

  it('that one is made has 600 characters at most', () => {
    const line = '$ swaks '.padEnd(200, 'x');
    assert.equal(opensConnection(line.padEnd(600)), true);
    assert.equal(opensConnection(line.padEnd(601)), false);
  });
});
