import assert from 'node:assert/strict';
import { isWithin, nameAbove, zoneOf } from '../../src/checks/zones.ts';
import type { Question, Resolve } from '../../src/probes/ports.ts';
import { answer } from './answer.ts';
import { zone } from './zone.ts';

const never = new AbortController().signal;

describe('the name above', () => {
  it('has a label less', () => {
    const is = (name: string, above: string): void => assert.equal(nameAbove(name), above, name);
    is('a.b.test', 'b.test');
    is('test', '');
    is('test.', '');
    is('a\\.b.c.test', 'c.test');
    is('', '');
  });
});

describe('a name in a zone', () => {
  it('is the zone or stands below it', () => {
    const is = (name: string, zoneName: string, expected: boolean): void =>
      assert.equal(isWithin(name, zoneName), expected, `${name} in ${zoneName}`);
    is('a.test', 'a.test', true);
    is('A.test.', 'a.TEST', true);
    is('mx.A.test', 'a.test.', true);
    is('mx.a.test', 'A.TEST', true);
    is('xa.test', 'a.test', false);
    is('test', 'a.test', false);
    is('a.test', '.', true);
    is('.', '.', true);
    is('.', 'test', false);
  });
});

describe('the zone of a name', () => {
  const SOA = 'a.test. b.test. 1 2 3 4 5';
  const found = async (name: string, resolve: Resolve): Promise<string> => {
    const read = await zoneOf(name, resolve, never);
    return 'failed' in read
      ? `${read.failed.question.name} ${read.failed.status}`
      : `${read.apex} of ${read.soa.question.name}`;
  };
  const asked = async (records: string, name: string): Promise<readonly [string, readonly string[]]> => {
    const resolve = zone(records);
    return [await found(name, resolve), resolve.asked];
  };
  it('is where its SOA record stands, which the answers from below name', async () => {
    const own = `a.test SOA ${SOA}`;
    assert.deepEqual(await asked(own, 'a.test'), ['a.test of a.test', ['a.test SOA']]);
    assert.deepEqual(await asked(own, 'x.y.a.test'), ['a.test of a.test', ['x.y.a.test SOA', 'a.test SOA']]);
    assert.deepEqual(await asked(`. SOA ${SOA}`, 'a.test'), ['. of .', ['a.test SOA', 'test SOA', '. SOA']]);
  });
  it('is looked for label by label where nobody names it', async () => {
    const none = await asked('', 'x.a.test');
    assert.deepEqual(none, ['. NXDOMAIN', ['x.a.test SOA', 'a.test SOA', 'test SOA', '. SOA']]);
  });
  it('is not known where an answer fails', async () => {
    assert.deepEqual(await asked('a.test SOA !SERVFAIL', 'x.a.test'), [
      'a.test SERVFAIL',
      ['x.a.test SOA', 'a.test SOA'],
    ]);
  });
  it('is none that stands beside or below the name', async () => {
    const wrong: Resolve = ({ name, type }: Question) => {
      const soa = { name, type, ttl: 1, data: SOA } as const;
      const authority = [
        { ...soa, name: 'x.a.test' },
        { ...soa, name: 'b.test' },
        { ...soa, name: 'test', type: 'NS' as const },
      ];
      return Promise.resolve({ ...answer(name, type, name === 'a.test' ? [SOA] : []), authority });
    };
    assert.equal(await found('x.a.test', wrong), 'a.test of a.test');
    const alias: Resolve = ({ name, type }) =>
      Promise.resolve(
        name === 'w.a.test'
          ? { ...answer(name, type), records: [{ name: 'b.test', type, ttl: 1, data: SOA }] }
          : answer(name, type, name === 'test' ? [SOA] : []),
      );
    assert.equal(await found('w.a.test', alias), 'test of test');
  });
});
