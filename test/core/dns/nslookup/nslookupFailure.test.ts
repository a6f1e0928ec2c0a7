import assert from 'node:assert/strict';
import { readFailure } from '../../../../src/core/dns/nslookup/nslookupFailure.ts';

/** What a line says, as `kind status name type`. */
const says = (line: string, expected: string | undefined): void => {
  const found = readFailure(line);
  const told =
    found &&
    [
      found.kind,
      'status' in found ? found.status : '',
      'name' in found ? found.name : '',
      'type' in found ? found.type : '',
    ]
      .filter(Boolean)
      .join(' ');
  assert.equal(told, expected, line);
};

describe('what nslookup says of an answer that holds nothing', () => {
  it('is why', () => {
    for (const [words, status] of [
      ['Non-existent domain', 'NXDOMAIN'],
      ['Non-existent host/domain', 'NXDOMAIN'],
      ['NXDOMAIN', 'NXDOMAIN'],
      ['Server failed', 'SERVFAIL'],
      ['SERVFAIL', 'SERVFAIL'],
      ['Query refused', 'REFUSED'],
      ['REFUSED', 'REFUSED'],
      ['No response from server', 'TIMEOUT'],
      ['Timed out', 'TIMEOUT'],
      ['Format error', 'FORMERR'],
      ['Not implemented', 'NOTIMP'],
      ['No answer', 'NOERROR'],
      ['No records', 'NOERROR'],
      ['No information', 'NOERROR'],
      ['Unspecified error', '?'],
    ] as const) {
      says(`*** dns.a.test can't find b.test: ${words}`, `answer ${status} b.test`);
      says(`** server can't find b.test: ${words}`, `answer ${status} b.test`);
      says(`  ***dns.a.test can't find b.test: ${words}`, `answer ${status} b.test`);
    }
    says("*** Can't find b.test: No answer", 'answer NOERROR b.test');
    says('*** No mail exchange (MX) records available for b.test', 'answer NOERROR b.test MX');
    says(
      '*** No internal type for both IPv4 and IPv6 Addresses (A+AAAA) records available for b.test',
      'answer NOERROR b.test A',
    );
    says('*** No strange records available for b.test', 'answer NOERROR b.test');
    says("nslookup: can't resolve 'b.test': Name does not resolve", 'answer ? b.test');
    says("nslookup: can't resolve 'b.test'", 'answer ? b.test');
    for (const none of [
      "* dns.a.test can't find b.test: NXDOMAIN",
      "I can't find b.test: NXDOMAIN",
      "x *** Can't find b.test: No answer",
      "x nslookup: can't resolve 'b.test'",
      "nslookup: can't resolve 'b.test' now",
      'No mail exchange (MX) records available for b.test',
    ])
      says(none, undefined);
  });
});

describe('what nslookup says of a server', () => {
  it('is that it does not answer', () => {
    for (const line of [
      'DNS request timed out.',
      '    timeout was 2 seconds.',
      'timeout was 1 second.',
      '*** Request to dns.a.test timed-out',
      '*** Request to dns.a.test timed out',
      ';; connection timed out; no servers could be reached',
      ';; no servers could be reached',
    ])
      says(line, 'trouble TIMEOUT');
    says(';; communications error to 192.0.2.1#53: connection refused', 'trouble CONNECTION-REFUSED');
    for (const none of [
      'the DNS request timed out.',
      'DNS request timed out. Again',
      'timeout was x seconds.',
      ';; hello',
    ])
      says(none, undefined);
  });
  it('is what matters nothing', () => {
    for (const line of [
      "*** Can't find server name for address 192.0.2.1: Timed out",
      "*** Can't find address for server x: Timed out",
      '*** Default servers are not available',
      ';; Truncated, retrying in TCP mode.',
      ';; Got SERVFAIL reply from 192.0.2.1',
      'Set options:',
      "The 'ls' command is not implemented.",
    ])
      says(line, 'aside');
    says("x The 'ls' command is not implemented.", undefined);
  });
});

describe('what nslookup says in another language', () => {
  it('has the reason in English behind a colon', () => {
    for (const [line, expected] of [
      ['*** b.test wurde von dns.a.test nicht gefunden: Non-existent domain.', 'answer NXDOMAIN b.test'],
      ['*** dns.a.test no encuentra b.test: Server failed', 'answer SERVFAIL b.test'],
      ['*** dns.a.test ne parvient pas à trouver b.test : Query refused', 'answer REFUSED b.test'],
      ['*** dns.a.test kan "b.test" niet vinden: Non-existent host/domain', 'answer NXDOMAIN b.test'],
      ['*** dns.a.test не удалось найти 2001:db8::1: NXDOMAIN', 'answer NXDOMAIN 2001:db8::1'],
      ['*** dns не удалось найти host: NXDOMAIN', 'answer NXDOMAIN host'],
      ['*** dns.a.test nichts «b.test»: Timed out', 'answer TIMEOUT b.test'],
    ] as const)
      says(line, expected);
    says('** b.test wurde von dns.a.test nicht gefunden: NXDOMAIN', undefined);
    says('*** b.test wurde von dns.a.test nicht gefunden: warum', undefined);
  });
  it('has the code of a type that is not there', () => {
    says('*** Keine internal type for both (A+AAAA) Einträge für b.test verfügbar', 'answer NOERROR b.test A');
    says('*** Aucun enregistrement mail exchange (MX) disponible pour b.test', 'answer NOERROR b.test MX');
    says('*** b.test hat keinen (MX) Eintrag', 'answer NOERROR b.test MX');
    says('*** Nichts (XY) verfügbar für b.test', undefined);
    says('*** Nichts für b.test', undefined);
  });
  it('has a time-out said once more', () => {
    for (const words of [
      'Zeitüberschreitung',
      "délai d'attente dépassé",
      'tiempo de espera agotado',
      'tempo limite',
      'time-out',
      'Timeout',
      'tempo scaduto',
      'limit czasu',
      'время ожидания',
      '超时',
      '逾時',
      'タイムアウト',
    ])
      says(`*** dns.a.test: ${words}`, 'trouble TIMEOUT');
  });
});
