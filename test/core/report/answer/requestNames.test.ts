import assert from 'node:assert/strict';
import { isReachable, requestNames } from '../../../../src/core/report/answer/requestNames.ts';
import { toldOf } from '../../../../src/core/report/answer.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

/** Sender, recipient and server that can stand in a command. */
function names(text: string, ...expected: readonly [sender: string, recipient: string, server: string]): void {
  const ticket = readTicket(text);
  const { sender, recipient, server } = requestNames(ticket, toldOf(ticket));
  assert.deepEqual([sender, recipient, server], expected, text);
}

const [S, R, X] = ['SENDER-ADDRESS', 'RECIPIENT-ADDRESS', 'MAIL-EXCHANGER-OF-THE-RECIPIENT'] as const;
const refused = (server: string, reply = '550 5.7.1 no', to = 'r@a.test'): string =>
  `220 ${server} ESMTP\nEHLO b.test\n250 ${server}\nMAIL FROM:<s@b.test>\n250 ok\nRCPT TO:<${to}>\n${reply}\n`;
const mx = (name: string, ...answers: readonly string[]): string =>
  `; <<>> DiG 9.18 <<>> MX ${name}\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; QUESTION SECTION:\n;${name}. IN MX\n;; ANSWER SECTION:\n${answers.map((one) => `${name}. 300 IN MX ${one}\n`).join('')}\n`;

describe('the names that stand in a command', () => {
  it('are those of the ticket', () => {
    names('hello\n', S, R, X);
    names(refused('mx.a.test'), 's@b.test', 'r@a.test', 'mx.a.test');
    names('From: s@b.test\nTo: r@a.test\nSubject: x\n\nx\n', 's@b.test', 'r@a.test', X);
  });
  it('are stand-ins for addresses that are not safe there', () => {
    names(refused('mx.a.test', '550 5.7.1 no', "o'neil@a.test"), 's@b.test', R, 'mx.a.test');
    names(refused('mx.a.test', '550 5.7.1 no', '-r@a.test'), 's@b.test', R, 'mx.a.test');
    names(refused('mx.a.test', '550 5.7.1 no', 'r+x=y_z.1@a.test'), 's@b.test', 'r+x=y_z.1@a.test', 'mx.a.test');
  });
  it('have the exchanger that DNS names before the server that answered: the one with the lowest number', () => {
    names(
      mx('a.test', '20 mx2.a.test.', '10 mx1.a.test.') + refused('mx.c.test'),
      's@b.test',
      'r@a.test',
      'mx1.a.test',
    );
    names(mx('A.TEST', '10 mx1.a.test.') + refused('mx.c.test'), 's@b.test', 'r@a.test', 'mx1.a.test');
    names(mx('c.test', '10 mx1.c.test.') + refused('mx.a.test'), 's@b.test', 'r@a.test', 'mx.a.test');
    names(
      mx('a.test', '10 mx1.a.local.', '20 mx2.a.test.') + refused('mx.c.test'),
      's@b.test',
      'r@a.test',
      'mx2.a.test',
    );
    names(mx('a.test', '0 .') + refused('mx.a.test'), 's@b.test', 'r@a.test', 'mx.a.test');
  });
  it('have no server of the sender', () => {
    names(refused('mx.b.test'), 's@b.test', 'r@a.test', X);
    names(refused('mx.c.test', '550 5.7.1 Relaying denied'), 's@b.test', 'r@a.test', X);
    names(refused('mx.a.test', '550 5.7.1 Relaying denied'), 's@b.test', 'r@a.test', 'mx.a.test');
    names(refused('mx.c.test', '530 5.7.0 Authentication required'), 's@b.test', 'r@a.test', X);
    names(refused('mx.c.test', '550 5.1.1 User unknown'), 's@b.test', 'r@a.test', 'mx.c.test');
  });
  it('have no server that is known at home only', () => {
    names(refused('mx.a.local'), 's@b.test', 'r@a.test', X);
    names(refused('mx'), 's@b.test', 'r@a.test', X);
  });
});

describe('a host that may be reached from outside', () => {
  const is = (expected: boolean, ...hosts: readonly string[]): void => {
    for (const host of hosts) assert.equal(isReachable(host, undefined), expected, host);
  };
  it('has a whole name that is not known at home only', () => {
    is(true, 'mx.a.test', 'mx-1.a.test', 'MX.A.TEST', '192.0.2.1', 'local.a.test', 'mx.local-a.test');
    is(false, '', 'mx', '-mx.a.test', 'mx_1.a.test', 'mx.a.test.', 'mx..a.test', '.a.test', `${'x'.repeat(64)}.test`);
    is(
      false,
      ...['local', 'localdomain', 'lan', 'internal', 'intranet', 'intra', 'corp', 'home', 'private'].map(
        (one) => `mx.${one}`,
      ),
    );
    is(false, 'mx.localhost', '1.2.0.192.in-addr.arpa', 'mx.Local');
    is(false, ...['corp', 'intern', 'internal', 'local', 'lan', 'LAN'].map((one) => `mx.${one}.a.test`));
    is(true, 'mx.corporate.a.test', 'corp.test');
  });
  it('has no address of an inner network', () => {
    const at = (ip: string): boolean => isReachable('mx.a.test', ip);
    assert.deepEqual(['198.51.100.7', '2001:db8::1'].map(at), [true, true]);
    assert.deepEqual(
      ['10.0.0.1', '192.168.1.1', '127.0.0.1', '169.254.1.1', '100.64.0.1', 'fe80::1', '::1', 'fd00::1'].map(at),
      Array(8).fill(false),
    );
  });
});
