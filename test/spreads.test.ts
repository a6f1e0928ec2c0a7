import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { type CallExpression, type NewExpression, type Node, parse } from 'acorn';
import { withoutTypes } from '../scripts/mutants/operators.mjs';

/** Functions that take each item of a list as an argument of its own. */
const TAKERS: ReadonlySet<string> = new Set(
  'push unshift splice concat max min hypot of fromCharCode fromCodePoint apply'.split(' '),
);

/** Calls in which a list whose length nobody knows is spread: the stack overflows where it is long. */
function spreads(source: string): readonly string[] {
  const code = withoutTypes(source);
  const found: string[] = [];
  const look = (node: Node): void => {
    if ((node.type === 'CallExpression' || node.type === 'NewExpression') && isSpreading(node as CallExpression)) {
      found.push(code.slice(node.start, node.end));
    }
    for (const inner of Object.values(node).flat()) if (typeof inner?.type === 'string') look(inner);
  };
  look(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return found;
}

function isSpreading({ callee, arguments: given }: CallExpression | NewExpression): boolean {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  if (!TAKERS.has(callee.property.name)) return false;
  return given.some(
    (one) => one.type === 'SpreadElement' && one.argument.type !== 'ArrayExpression' && !isPiece(one.argument),
  );
}

/** A piece of octets that is cut to a length. */
const isPiece = (node: Node): boolean =>
  node.type === 'CallExpression' &&
  (node as CallExpression).callee.type === 'MemberExpression' &&
  nameOf((node as CallExpression).callee) === 'subarray' &&
  (node as CallExpression).arguments.length === 2;

const nameOf = (callee: Node): string =>
  (callee as unknown as { readonly property: { readonly name?: string } }).property.name ?? '';

describe('Lists of any length', () => {
  it('are nowhere spread into arguments', () => {
    for (const file of globSync('src/**/*.ts')) {
      assert.deepEqual(spreads(readFileSync(file, 'utf8')), [], `${file}: see src/core/text/lists.ts`);
    }
  });

  it('are found by this test where they would be', () => {
    const bad = ['all.push(...found);', 'all.push(first, ...rest());', 'Math.max(0, ...sizes);', 'list.unshift(...a);'];
    for (const code of bad) assert.equal(spreads(code).length, 1, code);
    const good = ['append(all, found);', '[...a, ...b];', 'Math.max(...[a, b]);', 'all.push(...[a, b]);'];
    for (const code of good) assert.equal(spreads(code).length, 0, code);
  });
});
