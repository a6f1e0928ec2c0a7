import assert from 'node:assert/strict';
import { askList, testPoints } from '../../../src/checks/blockLists/ask.ts';
import { checkBlockLists } from '../../../src/checks/blockLists/blockLists.ts';
import { type CheckList, subjectsOf, weightOf } from '../../../src/checks/blockLists/lists.ts';
import type { BlockList } from '../../../src/core/knowledge/found/blockLists.ts';
import { context, zone } from '../zone.ts';

const never = new AbortController().signal;
const BL = 'bl.x.test';
const all = (records: string, lists: readonly CheckList[] = [{ zone: BL }], name = '203.0.113.5') =>
  checkBlockLists(context(records, { name, blockLists: lists }));
const codes = async (...given: Parameters<typeof all>): Promise<readonly string[]> =>
  (await all(...given)).map(({ code, about }) => `${code} ${about}`);
const WORKS = `2.0.0.127.${BL} A 127.0.0.2\n`;
const LISTED = `5.113.0.203.${BL} A 127.0.0.4\n`;

describe('a block list', () => {
  it('lists what it is made for', () => {
    assert.deepEqual(subjectsOf({ zone: 'dbl.spamhaus.org' }), ['domain']);
    assert.deepEqual(subjectsOf({ zone: BL }), ['ipv4']);
    assert.deepEqual(subjectsOf({ zone: BL, of: ['ipv6'] }), ['ipv6']);
    assert.deepEqual(subjectsOf({ zone: 'dbl.spamhaus.org', of: [] }), ['domain']);
  });
  it('weighs less where it lists a kind of network', () => {
    const weight = (kind?: BlockList['kind']): string => weightOf(kind && ({ kind } as BlockList));
    for (const kind of ['home', 'network', 'country', 'names', 'bounces'] as const)
      assert.equal(weight(kind), 'warning');
    assert.equal(weight('domains'), 'fail');
    assert.equal(weight(), 'fail');
  });
  it('is tried out by what must be on it, and what may not (RFC 5782 5)', () => {
    assert.deepEqual(testPoints(BL, false), { listed: '127.0.0.2', absent: '127.0.0.1' });
    assert.deepEqual(testPoints(BL, true), { listed: 'test', absent: 'invalid' });
  });
  it('is asked in its own form', async () => {
    const asked = async (subject: string): Promise<string | undefined> => {
      const resolve = zone('');
      await askList(BL, subject, resolve, never);
      return resolve.asked[0];
    };
    assert.equal(await asked('192.0.2.1'), `1.2.0.192.${BL} A`);
    assert.equal(await asked('a.test'), `a.test.${BL} A`);
    assert.match((await asked('2001:db8::1')) ?? '', /^1\.0\.0\.0\..*\.1\.0\.0\.2\.bl\.x\.test A$/);
  });
  it('answers within 127.0.0.0/8 alone', async () => {
    const kind = async (records: string): Promise<unknown> => {
      const { answer, ...rest } = await askList(BL, '203.0.113.5', zone(records), never);
      return rest;
    };
    assert.deepEqual(await kind(LISTED), { kind: 'listed', codes: ['127.0.0.4'] });
    assert.deepEqual(await kind(`${LISTED}5.113.0.203.${BL} A 198.51.100.1`), {
      kind: 'no-list',
      address: '198.51.100.1',
    });
    assert.deepEqual(await kind(`5.113.0.203.${BL} TXT "x"`), { kind: 'absent' });
    assert.deepEqual(await kind(`5.113.0.203.${BL} A !TIMEOUT`), { kind: 'unanswered' });
  });
});

describe('what block lists say', () => {
  it('is told in the words of the list, with its page', async () => {
    const [listed] = await all(`${WORKS}${LISTED}5.113.0.203.${BL} TXT "a" "b"\n5.113.0.203.${BL} TXT "c"`);
    assert.deepEqual(listed?.data, { list: BL, codes: ['127.0.0.4'], meanings: [], reason: 'ab c', page: '' });
  });
  it('is nothing of what it is not for', async () => {
    assert.deepEqual(await codes(WORKS, [{ zone: BL, of: ['domain'] }]), []);
    assert.deepEqual(await codes(WORKS), ['dnsbl-clean 203.0.113.5']);
    assert.deepEqual(await codes(WORKS, [{ zone: 'BL.x.test.' }]), ['dnsbl-clean 203.0.113.5']);
  });
  it('is tried as a list of addresses where it has both kinds', async () => {
    assert.deepEqual(await codes(WORKS, [{ zone: BL, of: ['domain', 'ipv4'] }]), ['dnsbl-clean 203.0.113.5']);
  });
  it('is of eight addresses and forty lists', async () => {
    const hosts = (count: number): string =>
      `a.test MX 10 mx.a.test.\n${Array.from({ length: count }, (_, i) => `mx.a.test A 203.0.113.${i}\n`).join('')}`;
    const left = async (count: number): Promise<unknown> =>
      (await all(WORKS + hosts(count), undefined, 'a.test')).find(({ code }) => code === 'dnsbl-left')?.data;
    assert.equal(await left(8), undefined);
    assert.deepEqual(await left(9), { left: 1 });
    const lists = async (count: number) =>
      (
        await all(
          '',
          Array.from({ length: count }, (_, i) => ({ zone: `l${i}.test` })),
        )
      ).filter(({ code }) => code === 'dnsbl-lists-left' || code === 'dnsbl-lists-nothing');
    assert.equal((await lists(40)).length, 40);
    const more = await lists(41);
    assert.equal(more.length, 41);
    assert.deepEqual([more.at(-1)?.level, more.at(-1)?.data], ['unknown', { lists: ['l40.test'] }]);
  });
  it('is of the registered domain, or of the name where that is not known', async () => {
    const subjects = async (more: string): Promise<unknown> => {
      const found = await all(
        `test.${BL} A 127.0.0.2\nw.a.test TXT "x"\n${more}`,
        [{ zone: BL, of: ['domain'] }],
        'w.a.test',
      );
      const clean = found.find(({ code }) => code === 'dnsbl-clean');
      return clean && 'subjects' in clean.data && clean.data.subjects;
    };
    assert.deepEqual(await subjects('a.test SOA n. h. 1 2 1 9 5'), ['a.test']);
    assert.deepEqual(await subjects('test SOA n. h. 1 2 1 9 5'), ['w.a.test']);
    assert.deepEqual(await subjects('w.a.test SOA !TIMEOUT'), ['w.a.test']);
  });
  it('is not known of exchangers that are not', async () =>
    assert.deepEqual(await codes(`${WORKS}a.test MX !TIMEOUT`, undefined, 'a.test'), ['dns-unanswered a.test']));
});
