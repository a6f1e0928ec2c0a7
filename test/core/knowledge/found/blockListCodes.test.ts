import assert from 'node:assert/strict';
import { codesOf, meaningsOf, refusalOf } from '../../../../src/core/knowledge/found/blockListCodes.ts';

describe('the answer of a block list', () => {
  it('is of the list in whose zone the name lies', () => {
    for (const [zone, list] of [
      ['zen.spamhaus.org', 'spamhaus.org'],
      ['spamhaus.org', 'spamhaus.org'],
      ['dbl.spamhaus.org', 'dbl.spamhaus.org'],
      ['key.zen.dq.spamhaus.net', 'dq.spamhaus.net'],
      ['multi.surbl.org', 'multi.surbl.org'],
      ['multi.uribl.com', 'multi.uribl.com'],
      ['notspamhaus.org', undefined],
      ['bl.contoso.test', undefined],
    ] as const)
      assert.equal(codesOf(zone)?.zone, list, zone);
  });

  it('means what the list says of the address, or of each bit of its last part', () => {
    const means = (zone: string, address: string, ...starts: readonly string[]): void =>
      assert.deepEqual(
        meaningsOf(zone, address).map((one) => one.split(':', 1)[0]),
        starts,
        `${zone} ${address}`,
      );
    means('zen.spamhaus.org', '127.0.0.2', 'SBL');
    means('zen.spamhaus.org', '127.0.0.3', 'CSS');
    means('zen.dq.spamhaus.net', '127.0.0.10', 'PBL');
    means('zen.spamhaus.org', '127.0.0.8');
    means('dbl.spamhaus.org', '127.0.1.4', 'a domain for phishing');
    means('multi.surbl.org', '127.0.0.8', 'PH');
    means('multi.surbl.org', '127.0.0.24', 'PH', 'MW');
    means('multi.surbl.org', '127.0.0.216', 'PH', 'MW', 'ABUSE', 'CR');
    means('multi.surbl.org', '127.0.0.4');
    means('multi.uribl.com', '127.0.0.2', 'black');
    means('multi.uribl.com', '127.0.0.14', 'black', 'grey', 'red');
    means('bl.contoso.test', '127.0.0.2');
  });

  it('is no listing where the list refuses the question', () => {
    for (const [zone, address, why] of [
      ['zen.spamhaus.org', '127.255.255.252', /misspelt/],
      ['zen.spamhaus.org', '127.255.255.254', /public resolver/],
      ['zen.spamhaus.org', '127.255.255.255', /too many/],
      ['bl.contoso.test', '127.255.255.254', /public resolver/],
      ['bl.contoso.test', '127.255.255.7', /does not serve/],
      ['dbl.spamhaus.org', '127.0.1.255', /asked for an address/],
      ['multi.surbl.org', '127.0.0.1', /does not serve/],
      ['multi.uribl.com', '127.0.0.255', /does not serve/],
      ['bl.contoso.test', '127.0.0.1', /no listing/],
    ] as const)
      assert.match(refusalOf(zone, address) ?? '', why, `${zone} ${address}`);
    for (const [zone, address] of [
      ['zen.spamhaus.org', '127.0.0.2'],
      ['multi.surbl.org', '127.0.0.255'],
      ['bl.contoso.test', '127.0.0.255'],
      ['bl.contoso.test', '127.255.254.7'],
    ] as const)
      assert.equal(refusalOf(zone, address), undefined, `${zone} ${address}`);
  });
});
