import assert from 'node:assert/strict';
import { readDigComment, startsDig } from '../../../src/core/dns/digComment.ts';

const reads = (line: string, expected: object | undefined): void =>
  assert.deepEqual(readDigComment(line), expected, line);
const other = { kind: 'other' };
/** Whether a line is one that only these tools begin with. */
const starts = (expected: boolean, ...lines: readonly string[]): void => {
  for (const line of lines) assert.equal(startsDig(line), expected, line);
};

describe('a comment of dig, kdig, drill or host', () => {
  it('is a header, which shows whose it is', () => {
    const status = 'NXDOMAIN';
    reads(';; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1', { kind: 'header', status });
    reads(';; ->>HEADER<<- opcode: QUERY; status: NXDOMAIN; id: 1', { kind: 'header', status, tool: 'kdig' });
    reads(';; ->>HEADER<<- opcode: QUERY, rcode: NXDOMAIN, id: 1', { kind: 'header', status, tool: 'drill' });
    reads(';;  ->>HEADER<<- opcode: QUERY, status: NXDOMAIN', other);
    for (const code of ['NOERROR', 'NXDOMAIN', 'SERVFAIL', 'REFUSED', 'FORMERR', 'NOTIMP']) {
      reads(`; ${code} qr rd ra`, { kind: 'header', status: code, validated: false });
      reads(`; ${code} qr rd ad`, { kind: 'header', status: code, validated: true });
      starts(true, `; ${code} qr`);
    }
    reads('; NOERROR rd', other);
    reads('; NOERROR qr adx', other);
  });
  it('is flags', () => {
    for (const [line, response, validated] of [
      [';; flags: qr rd ra ad; QUERY: 1', true, true],
      [';; flags: qr aa; QUERY: 1', true, false],
      [';; Flags: rd; QUERY: 1', false, false],
      [';; flags: qr ; QUERY: 1', true, false],
      [';; flags:; QUERY: 1', false, false],
    ] as const)
      reads(line, { kind: 'flags', response, validated });
  });
  it('is a section, a start or a question', () => {
    for (const line of [';; ANSWER SECTION:', ';; ANSWER PSEUDOSECTION:'])
      reads(line, { kind: 'section', name: 'ANSWER' });
    reads(';; Got answer:', { kind: 'start' });
    for (const line of [';; Sending:', ';; QUERY SIZE: 5']) reads(line, { kind: 'sending' });
    const question = { kind: 'question', name: 'a.test', type: 'MX' };
    for (const line of [
      ';a.test. IN MX',
      '; a.test.\t\tIN\tMX',
      ';; a.test. CH MX',
      ';a.test HS MX',
      'a.test. IN MX ?',
    ])
      reads(line, question);
    reads(';a.test. IN TYPE65', { ...question, type: 'TYPE65' });
    for (const line of [
      ';a.test. IN XY',
      ';a.test. MX',
      ';a.test. IN TYPEX',
      '; a.test. IN MX 5',
      ';; a.test. IN TYPE123456',
    ])
      reads(line, other);
    reads('a.test IN MX ?', undefined);
    reads('x a.test. IN MX ?', undefined);
  });
  it('is a banner with what was asked', () => {
    reads('; <<>> DiG 9.18 <<>> @192.0.2.1 a.test MX +trace', {
      ...{ kind: 'banner', asked: [{ name: 'a.test', type: 'MX' }], server: '192.0.2.1', trace: true },
    });
    reads('; <<>> DiG 9.18 <<>> a.test +traceroute', {
      ...{ kind: 'banner', asked: [{ name: 'a.test', type: 'A' }], server: undefined, trace: false },
    });
    starts(true, '; <<>> DiG 9.18 <<>> a.test');
  });
  it('is an extended error', () => {
    for (const line of ['; EDE: 9 (DNSKEY Missing)', ';; EDE: 9 (DNSKEY Missing)'])
      reads(line, { kind: 'extendedError', text: '9 (DNSKEY Missing)' });
    reads('; EDE: x', other);
  });
  it('is a foot or a stage', () => {
    for (const line of [
      ';; Query time: 5 msec',
      ';; WHEN: today',
      ';; MSG SIZE rcvd: 5',
      ';; Received 70 B',
      ';; XFR size: 5',
    ])
      reads(line, { kind: 'foot', server: undefined });
    for (const line of [
      ';; SERVER: 192.0.2.1#53(192.0.2.1)',
      ';; SERVER: 192.0.2.1',
      ';; From 192.0.2.1@53(UDP) in 1 ms',
    ])
      reads(line, { kind: 'foot', server: '192.0.2.1' });
    reads(';; Received 70 Bytes', other);
    reads('Received 70 bytes from 192.0.2.1#53 in 1 ms', { kind: 'foot', server: '192.0.2.1' });
    for (const line of [
      ';; Received 70 bytes from 192.0.2.1#53(ns.a.test) in 1 ms',
      ';; Received 70 bytes from 192.0.2.1(x)',
    ])
      reads(line, { kind: 'stage', server: '192.0.2.1' });
    reads('Trying "a.test."', { kind: 'trying', name: 'a.test' });
    reads('Trying "a.test" now', undefined);
  });
  it('is a failure, with whom and what it was asked', () => {
    const failure = (status: string, more: object = {}) => ({ kind: 'failure', status, server: '192.0.2.1', ...more });
    for (const [words, status] of [
      ['connection refused', 'CONNECTION-REFUSED'],
      ['Connection Refused.', 'CONNECTION-REFUSED'],
      ['host unreachable', 'UNREACHABLE'],
      ['no route to host', 'UNREACHABLE'],
      ['timed out', 'TIMEOUT'],
      ['end of file', 'TIMEOUT'],
    ] as const) {
      reads(`;; communications error to 192.0.2.1#53: ${words}`, failure(status));
      reads(`;; communications error to 192.0.2.1: ${words}`, failure(status));
      reads(
        `;; Connection to 192.0.2.1#53(192.0.2.1) for a.test failed: ${words}.`,
        failure(status, { name: 'a.test' }),
      );
      reads(
        `;; UDP setup with 192.0.2.1#53(192.0.2.1) for a.test failed: ${words}.`,
        failure(status, { name: 'a.test' }),
      );
      reads(`Error: error sending query: ${words}`, { kind: 'failure', status, tool: 'drill' });
    }
    for (const front of ['WARNING', 'ERROR']) {
      for (const words of ['response timeout for', 'connection timeout for', 'failed to query server'])
        reads(`;; ${front}: ${words} 192.0.2.1@53(UDP)`, failure('TIMEOUT', { tool: 'kdig' }));
      reads(`;; ${front}: can't connect to 192.0.2.1@53(TCP)`, failure('CONNECTION-REFUSED', { tool: 'kdig' }));
    }
    for (const line of [
      ';; connection timed out; no servers could be reached',
      ';; no servers could be reached',
      ';; No packet received',
    ])
      reads(line, { kind: 'silence' });
    reads('; Transfer failed.', { kind: 'failure', status: '?' });
    reads('; Transfer failed', other);
  });
  it('is none of these tools', () => {
    for (const line of ['', 'hello', 'Error: sending query: x', 'x Received 7 bytes from a']) reads(line, undefined);
    for (const line of [';', '; hello', ';; hello', ';; x communications error to a: b']) reads(line, other);
  });
  it('begins what they print, save a foot, a section, or what may be anything', () => {
    starts(
      true,
      ';; Got answer:',
      ';; a.test. IN MX',
      ';a.test. IN MX',
      'Trying "a.test"',
      'a.test. IN MX ?',
      ';; communications error to a: b',
      ';; flags: qr;',
      'Error: error sending query: x',
    );
    starts(
      false,
      ';; Query time: 5 msec',
      ';; ANSWER SECTION:',
      ';; hello',
      '; hello',
      '; Transfer failed.',
      'Received 7 bytes from 192.0.2.1#53',
      'hello',
    );
  });
});
