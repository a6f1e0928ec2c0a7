import assert from 'node:assert/strict';
import { type DnsStatus, readStatus, statusOfCode } from '../../../src/core/dns/dnsStatus.ts';
import { readLookup } from '../../../src/core/dns/readLookup.ts';
import { dnsStatuses } from '../../../src/core/knowledge/dnsStatuses.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { explainStatus } from '../../../src/core/verdict/lookup/lookupVerdicts.ts';

const digStatus = (word: string): DnsStatus | undefined => {
  const text = `;; ->>HEADER<<- opcode: QUERY, status: ${word}, id: 1
;; flags: qr rd ra; QUERY: 1

;; QUESTION SECTION:
;a.test.	IN	MX
`;
  const lines = new Lines(text);
  return readLookup(text, lines, 0, lines.count)?.lookup.queries[0]?.status;
};

describe('a status of DNS', () => {
  it('is named by its code, or numbered', () => {
    assert.equal(statusOfCode(0), 'NOERROR');
    assert.equal(statusOfCode(3), 'NXDOMAIN');
    assert.equal(statusOfCode(23), 'BADCOOKIE');
    assert.equal(statusOfCode(12), 'RCODE12');
  });

  it('is read as tools print it', () => {
    assert.equal(readStatus('SERVFAIL'), 'SERVFAIL');
    assert.equal(readStatus('NOTIMPL'), 'NOTIMP');
    assert.equal(readStatus('RESERVED12'), 'RCODE12');
    assert.equal(readStatus('RCODE3'), 'NXDOMAIN');
    assert.equal(readStatus('TIMEOUT'), 'TIMEOUT');
    assert.equal(readStatus('servfail'), '?');
    assert.equal(readStatus('WHATEVER'), '?');
    assert.equal(digStatus('NOTIMPL'), 'NOTIMP');
    assert.equal(digStatus('RESERVED11'), 'RCODE11');
    assert.equal(digStatus('SOMETHING'), '?');
  });

  it('is explained where it says something', () => {
    assert.equal(explainStatus('REFUSED'), dnsStatuses.get('REFUSED'));
    assert.equal(explainStatus('NODATA')?.reason, 'domain-not-found');
    assert.equal(explainStatus('RCODE12'), undefined);
    assert.equal(explainStatus('?'), undefined);
    assert.equal(explainStatus('CANCELLED'), undefined);
  });

  it('is one of a closed set', () => {
    const status: DnsStatus | undefined = digStatus('NXDOMAIN');
    // @ts-expect-error a status that no answer has
    assert.ok(status !== 'NXDOMIAN');
    // @ts-expect-error a status that no row explains
    assert.equal(dnsStatuses.get('SERVFALI'), undefined);
  });
});
