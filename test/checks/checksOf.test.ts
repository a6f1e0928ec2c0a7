import assert from 'node:assert/strict';
import { ADDRESS_AREAS, AREAS, type Area, USUAL_AREAS } from '../../src/checks/areas.ts';
import { checksOf } from '../../src/checks/checksOf.ts';
import { domainChecks } from '../../src/checks/domain.ts';
import type { AskedTarget } from '../../src/checks/target.ts';

const asked = (target: AskedTarget, areas?: readonly Area[]): readonly string[] =>
  [...checksOf(target, areas).keys()].sort();
const sorted = (areas: readonly string[]): readonly string[] => [...areas].sort();
const domain = { kind: 'domain', name: 'a.test' } as const;
const address = { kind: 'address', name: '192.0.2.1' } as const;

describe('what is checked', () => {
  it('is every area of a domain by its check', () => {
    assert.deepEqual(sorted([...domainChecks.keys()]), sorted(AREAS));
    assert.ok([...domainChecks.values()].every((check) => typeof check === 'function'));
    assert.equal(new Set(domainChecks.values()).size, 15);
  });
  it('is all but the walk from the root where nothing is chosen, or what is chosen or meant', () => {
    assert.deepEqual(asked(domain), sorted(AREAS.filter((area) => area !== 'trace')));
    assert.deepEqual(asked(domain), sorted(USUAL_AREAS));
    assert.deepEqual(asked(domain, ['trace']), ['trace']);
    assert.deepEqual(asked(domain, ['spf', 'mx']), ['mx', 'spf']);
    assert.deepEqual(asked({ ...domain, areas: ['dkim'] }), ['dkim']);
    assert.deepEqual(asked({ ...domain, areas: ['dkim'] }, ['spf', 'mx']), ['dkim']);
  });
  it('is the name of an address and the lists that it is on', () => {
    assert.deepEqual(asked(address), ['block-lists', 'reverse']);
    assert.deepEqual(sorted(ADDRESS_AREAS), ['block-lists', 'reverse']);
    assert.deepEqual(asked(address, ['reverse']), ['reverse']);
    assert.deepEqual(asked({ ...address, areas: ['block-lists'] }), ['block-lists']);
    assert.deepEqual(asked(address, ['spf']), []);
  });
  it('is one look-up where a record is meant', () =>
    assert.deepEqual(asked({ kind: 'record', name: 'a.test', type: 'MX' }), ['record']));
});
