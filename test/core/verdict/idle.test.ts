import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

const told = (text: string) => readVerdicts(readTicket(text)).map(({ code }) => code);

/** As part of a letter, and as the whole of a short one. */
const both = (line: string): readonly string[] => [
  ...told(line),
  ...told(
    `Hello,\n\n${line}\n\n${'We had many such things in the last weeks, here and in the other office.\n'.repeat(9)}`,
  ),
];

describe('a sentence on things in general', () => {
  for (const line of [
    'A domain that has no MX record is still reached by its A record',
    'If the DNS lookup fails with SERVFAIL the mail stays in the queue',
    'Most servers with no PTR record are refused, domain not found or not',
    'Wenn der Host nicht gefunden wird (NXDOMAIN), bleibt die Mail liegen',
    'Usually a TLS handshake failed message comes from an old client',
    'no MX record for a domain is no error',
    'When there is no answer, Connection timed out is logged after 30 seconds',
    'Should the DNS lookup time out, delivery is tried again for five days',
    'NXDOMAIN means that the name does not exist',
    'Every domain without MX records gets its mail by address',
    'Manchmal steht dort Connection refused, obwohl alles läuft',
  ]) {
    it(`is no failure: ${line.slice(0, 50)}`, () => assert.deepEqual(both(line), []));
  }
});

describe('a name that is made of the words of an error', () => {
  for (const line of [
    'www.dnssec-bogus.contoso.test: 192.0.2.7',
    'test.dnssec-failed.contoso.test is the name to ask for',
    'The record of host-not-found.contoso.test is there',
  ]) {
    it(`is no failure: ${line}`, () => assert.deepEqual(both(line), []));
  }
});

describe('what a tool says of itself', () => {
  for (const [line, code] of [
    ['Name or service not known for mail.contoso.test', 'domain-not-found'],
    ['connect to mail.timeout.example: Connection refused', 'connection-failed'],
    ['java.net.UnknownHostException: smtp.contoso.test', 'domain-not-found'],
    ['ERROR: host not found smtp.contoso.test because DNS failed', 'domain-not-found'],
    ['The domain contoso.test does not exist.', 'domain-not-found'],
    ['socket.gaierror: [Errno -3] Temporary failure in name resolution', 'dns-failure'],
    ['This is an error: host unknown mail.contoso.test', 'domain-not-found'],
  ] as const) {
    it(`is one all the same: ${line}`, () => assert.deepEqual(both(line), [code, code]));
  }
});

describe('the size of an answer of DNS', () => {
  for (const line of [
    '192.0.2.53:53 (Udp: 512) answered for unknown user',
    'EDNS: udp: 512, domain not found',
    'Tcp: 554 no',
  ])
    it(`is no reply: ${line}`, () =>
      assert.equal(
        readVerdicts(readTicket(line)).some(({ reply }) => reply !== undefined),
        false,
      ));
});
