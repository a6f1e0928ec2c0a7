import assert from 'node:assert/strict';
import { queriesOf, reads } from './told.ts';

const header = (status: string, flags = 'qr rd ra'): string =>
  `;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 1\n;; flags: ${flags}; QUERY: 1, ANSWER: 1\n`;
const question = (name: string, type: string): string => `\n;; QUESTION SECTION:\n;${name}.\t\tIN\t${type}\n`;
const answers = (...records: readonly string[]): string =>
  `\n;; ANSWER SECTION:\n${records.map((one) => `${one}\n`).join('')}`;
const foot = '\n;; Query time: 5 msec\n;; SERVER: 192.0.2.53#53(192.0.2.53)\n';
const mx = 'a.test.\t300\tIN\tMX\t10 mx.a.test.';
const told = 'dig a.test MX NOERROR @192.0.2.53: 300 10 mx.a.test.';
const message = `;; Got answer:\n${header('NOERROR')}${question('a.test', 'MX')}${answers(mx)}${foot}`;
/** The lines of the queries, from 0 on, the last one included. */
const lines = (text: string): readonly string[] =>
  queriesOf(text).map(({ start, end }) => {
    const at = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
    return `${at(start)}-${at(end)}`;
  });

describe('a message that dig prints', () => {
  it('is read by its sections: what stands in others is no answer', () => {
    reads(message, [told]);
    const other = 'a.test.\t300\tIN\tNS\tns.a.test.\n';
    for (const section of ['AUTHORITY', 'ADDITIONAL'])
      reads(`${message.replace(foot, '')}\n;; ${section} SECTION:\n${other}${foot}`, [told]);
    reads(`${header('NXDOMAIN')}${question('a.test', 'MX')}\n;; AUTHORITY SECTION:\n${mx}\n${foot}`, [
      'dig a.test MX NXDOMAIN @192.0.2.53: ',
    ]);
    reads(`${header('NOERROR')}${answers(mx)}${foot}`, [told]);
    reads(`${header('NOERROR')}${foot}`, ['dig  ? NOERROR @192.0.2.53: ']);
  });
  it('is none where it is the copy of what was asked', () => {
    reads(`;; Sending:\n${header('NOERROR', 'rd ad')}${question('a.test', 'MX')}\n;; QUERY SIZE: 47\n\n${message}`, [
      told,
    ]);
  });
  it('begins anew with its header, its start or its banner', () => {
    reads(message + message, [told, told]);
    reads(
      `${message}\n; <<>> DiG 9.18 <<>> b.test TXT\n;; global options: +cmd\n${message.replaceAll('a.test', 'b.test').replaceAll('MX', 'TXT').replace('10 mx.b.test.', '"x"')}`,
      [told, 'dig b.test TXT NOERROR @192.0.2.53: 300 "x"'],
    );
    reads(
      `${header('NOERROR')}${question('a.test', 'MX')}${answers(mx)}${header('REFUSED')}${question('b.test', 'A')}`,
      ['dig a.test MX NOERROR: 300 10 mx.a.test.', 'dig b.test A REFUSED: '],
    );
    assert.deepEqual(lines(message + message), ['0-11', '12-23']);
    assert.deepEqual(lines(`${header('NOERROR')}${question('a.test', 'MX')}${foot}b.test. 300 IN A 192.0.2.1\n`), [
      '0-7',
      '8-8',
    ]);
  });
  it('is followed by bare records, which answer the next question', () =>
    reads(`${message}b.test.\t300\tIN\tA\t192.0.2.1\n`, [told, 'dig b.test A NOERROR: 300 192.0.2.1']));
  it('tells of signatures, and of an extended error, the first one', () => {
    const query = (flags: string, more = '') =>
      queriesOf(`${header('SERVFAIL', flags)}${more}${question('a.test', 'MX')}`)[0];
    assert.equal(query('qr rd ra ad')?.validated, true);
    assert.equal(query('qr rd ra')?.validated, undefined);
    assert.equal(
      query('qr', '; EDE: 9 (DNSKEY Missing)\n; EDE: 10 (RRSIGs Missing)\n')?.extendedError,
      '9 (DNSKEY Missing)',
    );
    const signed = `${message.replace(mx, `${mx}\na.test.\t300\tIN\tRRSIG\tMX 13 2 300 20261221193559 20261121193559 1 a.test. AAAA`)}`;
    reads(signed, [told]);
  });
});

describe('what dig prints without sections', () => {
  it('are records alone, by name and type', () => {
    reads(`${mx}\na.test.\t300\tIN\tMX\t20 mx2.a.test.\na.test.\t300\tIN\tA\t192.0.2.1\n`, [
      'dig a.test MX NOERROR: 300 10 mx.a.test. | 300 20 mx2.a.test.',
      'dig a.test A NOERROR: 300 192.0.2.1',
    ]);
    reads(`$ dig @192.0.2.53 +noall +answer www.a.test MX\nwww.a.test. 300 IN CNAME a.test.\n${mx}\n`, [
      'dig www.a.test MX NOERROR @192.0.2.53: 300 a.test. | 300 10 mx.a.test.',
    ]);
    reads(`$ dig +noall +answer a.test ANY\n${mx}\na.test. 300 IN A 192.0.2.1\n`, [
      'dig a.test ANY NOERROR: 300 10 mx.a.test. | 300 192.0.2.1',
    ]);
    reads(`$ dig +noall +answer a.test AXFR\n${mx}\nb.a.test. 300 IN A 192.0.2.1\n`, [
      'dig a.test AXFR NOERROR: 300 10 mx.a.test. | 300 192.0.2.1',
    ]);
  });
  it('are questions with what answers them', () => {
    reads(`;a.test. IN MX\n${mx}\n;b.test. IN A\n`, ['dig a.test MX NOERROR: 300 10 mx.a.test.', 'dig b.test A ?: ']);
    reads(`;a.test. IN MX\na.test. 300 IN A 192.0.2.1\n`, ['dig a.test MX ?: ']);
  });
  it('has at most two blank lines', () => {
    const blank = (count: number) =>
      queriesOf(`${mx}\n${'\n'.repeat(count)}${mx.replace('MX\t10', 'A\t').replace('mx.a.test.', '192.0.2.1')}\n`);
    assert.deepEqual(
      [0, 1, 2, 3].map((count) => new Set(blank(count).map(({ start }) => start)).size),
      [1, 1, 1, 2],
    );
  });
});

describe('what dig prints where no answer came', () => {
  const silence = ';; connection timed out; no servers could be reached\n';
  const refused = ';; communications error to 192.0.2.53#53: connection refused\n';
  it('is the question of the command, once', () => {
    reads(`$ dig a.test MX\n${silence}${silence}`, ['dig a.test MX TIMEOUT: ']);
    reads(`$ dig a.test MX\n${refused}${refused}${silence}`, ['dig a.test MX CONNECTION-REFUSED @192.0.2.53: ']);
    reads(`; <<>> DiG 9.18 <<>> @192.0.2.9 a.test MX\n${silence}`, ['dig a.test MX TIMEOUT @192.0.2.9: ']);
    reads(silence, ['dig  ? TIMEOUT: ']);
    reads(`Trying "a.test"\n${silence}`, ['host a.test ? TIMEOUT: ']);
  });
  it('follows an answer, and is a question of its own', () => {
    reads(`$ dig a.test MX b.test A\n${message}${silence}`, [told, 'dig b.test A TIMEOUT: ']);
    reads(`$ dig a.test MX b.test A\n${message}${refused}`, [told, 'dig b.test A CONNECTION-REFUSED @192.0.2.53: ']);
    reads(`${mx}\n${silence}`, ['dig a.test MX NOERROR: 300 10 mx.a.test.']);
  });
  it('names what it was asked, where it does', () =>
    reads(';; Connection to 192.0.2.53#53(192.0.2.53) for a.test failed: connection refused.\n', [
      'dig a.test ? CONNECTION-REFUSED @192.0.2.53: ',
    ]));
});

describe('what dig +trace prints', () => {
  const stage = (server: string) => `;; Received 70 bytes from ${server}#53(x) in 5 ms\n\n`;
  const root = `. 300 IN NS a.root.\n${stage('192.0.2.1')}`;
  it('is the answer of the last server that has one', () => {
    const banner = '; <<>> DiG 9.18 <<>> @192.0.2.9 a.test MX +trace\n';
    reads(`${banner}${root}test. 300 IN NS ns.test.\n${stage('192.0.2.2')}${mx}\n${stage('192.0.2.3')}`, [
      'dig a.test MX NOERROR @192.0.2.3: 300 10 mx.a.test.',
    ]);
    reads(`${banner}${root}`, ['dig a.test MX ?: ']);
    reads(`${banner}${root};; connection timed out; no servers could be reached\n`, ['dig a.test MX TIMEOUT: ']);
  });
});
