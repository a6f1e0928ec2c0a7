import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { transform } from 'esbuild';

/** Rows, by what each of a kind has and nothing else, and what nothing asks of them at run time. */
const kinds = [
  // What the order of texts rests on, which is made at build time (core/knowledge/texts/packedOrder.ts), and what tests ask.
  { everyRow: ['pattern', 'reason', 'meaning'], askedByNobody: new Set(['name', 'wins', 'shared']) },
  // Where operators and forms of links come from: it is written for those who change the rows.
  { everyRow: ['name', 'kind', 'domains', 'source'], askedByNobody: new Set(['source']) },
  { everyRow: ['service', 'kind', 'inside', 'source'], askedByNobody: new Set(['source']) },
];

/**
 * The same code without what nothing asks of a row once the rows are in order.
 *
 * @param {string} code in JavaScript
 */
export function withoutNames(code) {
  /** @type {[number, number][]} */
  const cuts = [];
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
    if (node.type !== 'ObjectExpression') return;
    const names = node.properties.map(nameOf);
    const { askedByNobody } = kinds.find(({ everyRow }) => everyRow.every((name) => names.includes(name))) ?? {};
    if (askedByNobody === undefined) return;
    for (const [at, property] of node.properties.entries()) {
      // Up to the next one, the comma in between with it.
      const next = node.properties[at + 1]?.start ?? property.end;
      if (askedByNobody.has(names[at] ?? '')) cuts.push([property.start, next]);
    }
  });
  let [short, from] = ['', 0];
  for (const [start, end] of cuts.sort(([one], [other]) => one - other)) {
    short += code.slice(from, start);
    from = end;
  }
  return short + code.slice(from);
}

const ROWS =
  /[/\\]core[/\\](?:knowledge[/\\](?:operators|texts[/\\](?:\w+[/\\])?\w+)|mail[/\\]links[/\\](?:filters|redirects|trackers|wrappers))\.ts$/;

/** @type {import('esbuild').Plugin} */
export const shortRows = {
  name: 'short-rows',
  setup(setup) {
    setup.onLoad({ filter: ROWS }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'ts', target: 'es2022' });
      return { contents: withoutNames(code), loader: 'js' };
    });
  },
};

/** @param {import('acorn').Property | import('acorn').SpreadElement} property */
function nameOf(property) {
  return property.type === 'Property' && property.key.type === 'Identifier' && !property.computed
    ? property.key.name
    : undefined;
}

/**
 * @param {unknown} node
 * @param {(node: import('acorn').AnyNode) => void} look
 */
function visit(node, look) {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const one of node) visit(one, look);
    return;
  }
  if ('type' in node) look(/** @type {import('acorn').AnyNode} */ (node));
  for (const value of Object.values(node)) visit(value, look);
}
