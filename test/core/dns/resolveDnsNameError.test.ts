import assert from 'node:assert/strict';
import { isErrorLine, readError, readErrorId, startsError } from '../../../src/core/dns/resolveDnsNameError.ts';

const lined = (...lines: readonly string[]) => ({ at: (line: number): string => lines[line] ?? '' }) as never;

describe('an error of Resolve-DnsName', () => {
  it('is a status by its words in English', () => {
    for (const [words, status] of [
      ['DNS name does not exist', 'NXDOMAIN'],
      ['No records found for given DNS query', 'NOERROR'],
      ['DNS record does not exist', 'NOERROR'],
      ['DNS server failure', 'SERVFAIL'],
      ['DNS operation refused', 'REFUSED'],
      ['DNS server unable to interpret format', 'FORMERR'],
      ['DNS request not supported by name server', 'NOTIMP'],
      ['This operation returned because the timeout period expired', 'TIMEOUT'],
      ['No connection could be made because the target machine actively refused it', 'CONNECTION-REFUSED'],
      ['A socket operation was attempted to an unreachable network', 'UNREACHABLE'],
      ['A socket operation was attempted to an unreachable host', 'UNREACHABLE'],
      ['The network location cannot be reached', 'UNREACHABLE'],
      ['Bad DNS packet', 'MALFORMED'],
      ['Der DNS-Name ist nicht vorhanden', '?'],
      ['The DNS name does not exist', '?'],
    ] as const) {
      const text = `Resolve-DnsName : gone.contoso.test : ${words}`;
      assert.ok(startsError(text));
      assert.deepEqual(readError(text), { name: 'gone.contoso.test', status }, words);
    }
    assert.deepEqual(readError('resolve-dnsname: contoso.test. : DNS server failure'), {
      name: 'contoso.test',
      status: 'SERVFAIL',
    });
    assert.equal(readError('Resolve-DnsName : 192.0.2.1 : DNS server failure').name, '1.2.0.192.in-addr.arpa');
    for (const text of ['Resolve-DnsName : gone', 'x Resolve-DnsName : a : b', 'Resolve-DnsName : a b : c'])
      assert.equal(startsError(text), false, text);
  });

  it('is a status by the id below, which no language translates', () => {
    const id = (written: string): unknown =>
      readErrorId(lined('error', `    + FullyQualifiedErrorId : ${written}`), 0, 9);
    for (const [written, status] of [
      ['DNS_ERROR_RCODE_NAME_ERROR', 'NXDOMAIN'],
      ['DNS_INFO_NO_RECORDS', 'NOERROR'],
      ['DNS_ERROR_RECORD_DOES_NOT_EXIST', 'NOERROR'],
      ['DNS_ERROR_NAME_DOES_NOT_EXIST', 'NOERROR'],
      ['DNS_ERROR_RCODE_SERVER_FAILURE', 'SERVFAIL'],
      ['DNS_ERROR_RCODE_REFUSED', 'REFUSED'],
      ['DNS_ERROR_RCODE_FORMAT_ERROR', 'FORMERR'],
      ['DNS_ERROR_RCODE_NOT_IMPLEMENTED', 'NOTIMP'],
      ['ERROR_TIMEOUT', 'TIMEOUT'],
      ['System.Net.WSAETIMEDOUT', 'TIMEOUT'],
      ['WSAECONNREFUSED', 'CONNECTION-REFUSED'],
      ['ERROR_CONNECTION_REFUSED', 'CONNECTION-REFUSED'],
      ['ERROR_NETWORK_UNREACHABLE', 'UNREACHABLE'],
      ['ERROR_HOST_UNREACHABLE', 'UNREACHABLE'],
      ['WSAENETUNREACH', 'UNREACHABLE'],
      ['DNS_ERROR_BAD_PACKET', 'MALFORMED'],
      ['DNS_ERROR_UNSECURE_PACKET', 'BOGUS'],
      ['SOMETHING_ELSE', undefined],
    ] as const)
      assert.deepEqual(id(`${written},Microsoft.DnsClient.Commands.ResolveDnsName`), { status, endLine: 2 }, written);
  });

  it('may have its id wrapped, some lines below', () => {
    const wrapped = lined(
      'error',
      'At line:1',
      '    + FullyQualifiedErrorId : ',
      '   DNS_ERROR_RCODE_REFUSED,Microsoft.DnsClient.Commands.ResolveDnsName',
      'x',
    );
    assert.deepEqual(readErrorId(wrapped, 0, 9), { status: 'REFUSED', endLine: 4 });
    const half = lined(
      'error',
      '    + FullyQualifiedErrorId : DNS_ERROR_RCODE_REF',
      'USED,Microsoft.DnsClient.Commands.ResolveDnsName',
    );
    assert.deepEqual(readErrorId(half, 0, 9), { status: 'REFUSED', endLine: 3 });
    const cut = lined('error', '    + FullyQualifiedErrorId : DNS_ERROR_RCODE_REFUSED', 'PS C:\\>');
    assert.deepEqual(readErrorId(cut, 0, 9), { status: 'REFUSED', endLine: 2 });
    const far = (gap: number) => lined('error', ...Array(gap).fill('x'), '+ FullyQualifiedErrorId : ERROR_TIMEOUT,x');
    assert.deepEqual(readErrorId(far(10), 0, 99), { status: 'TIMEOUT', endLine: 12 });
    assert.equal(readErrorId(far(11), 0, 99), undefined);
    assert.equal(readErrorId(far(5), 0, 6), undefined);
    const next = lined(
      'error',
      'Resolve-DnsName : b : DNS server failure',
      '+ FullyQualifiedErrorId : ERROR_TIMEOUT,x',
    );
    assert.equal(readErrorId(next, 0, 9), undefined);
  });

  it('has lines of its own below', () => {
    for (const text of [
      'At line:1 char:1',
      'At C:\\x.ps1:7 char:1',
      '+ Resolve-DnsName x',
      '    | ~~~',
      '   + CategoryInfo',
      'Line |',
      '   1 | Resolve-DnsName x',
    ])
      assert.ok(isErrorLine(text), text);
    for (const text of ['At last', '+x', 'Lines |', 'PS C:\\>', 'x | y']) assert.ok(!isErrorLine(text), text);
  });
});
