import assert from 'node:assert/strict';
import { readSpfTree, type SpfNode } from '../../../src/checks/spf/tree.ts';
import { zone } from '../zone.ts';

const never = new AbortController().signal;
const treeOf = (records: string) => readSpfTree('contoso.test', zone(records), never);

/** How many records were read. */
const read = ({ branches }: SpfNode): number =>
  branches.reduce((sum, { node }) => sum + (node === undefined ? 0 : read(node)), 1);

/** A record that includes so many others. */
function wide(count: number): string {
  const names = Array.from({ length: count }, (_, i) => `n${i}.fabrikam.test`);
  const own = `contoso.test TXT "v=spf1 ${names.map((name) => `include:${name}`).join(' ')} -all"`;
  return [own, ...names.map((name) => `${name} TXT "v=spf1 ip4:192.0.2.1 -all"`)].join('\n');
}

describe('all that an SPF record leads to', () => {
  it('is read to a hundred records, and says where there are more', async () => {
    for (const [count, isCut] of [
      [99, false],
      [100, false],
      [101, true],
      [130, true],
    ] as const) {
      const tree = await treeOf(wide(count));
      assert.deepEqual([tree.isCut, read(tree.root)], [isCut, Math.min(count, 100) + 1], `${count}`);
    }
  });

  it('counts what asks the DNS, and what finds nothing', async () => {
    const { root } = await treeOf(
      [
        'contoso.test TXT "v=spf1 a mx:gone.test ip4:192.0.2.1 include:fabrikam.test exists:%{i}.x.test -all include:behind.test"',
        'contoso.test A 192.0.2.9',
        'fabrikam.test TXT "v=spf1 a:none.test redirect=Contoso.test."',
      ].join('\n'),
    );
    assert.deepEqual([root.lookups, root.voids], [6, 2]);
    assert.deepEqual(
      root.branches.map(({ term, target, answers }) => [term, target, answers.length]),
      [
        ['a', 'contoso.test', 2],
        ['mx:gone.test', 'gone.test', 1],
        ['include:fabrikam.test', 'fabrikam.test', 0],
        ['exists:%{i}.x.test', undefined, 0],
      ],
    );
    assert.deepEqual(
      root.branches[2]?.node?.branches.map(({ term, isLoop }) => [term, isLoop]),
      [
        ['a:none.test', false],
        ['redirect=Contoso.test.', true],
      ],
    );
  });
});
