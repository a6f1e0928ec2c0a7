import { stripTypeScriptTypes } from 'node:module';
import { parse } from 'acorn';
import { patternChanges } from './patterns.mjs';

/**
 * A small change of a text, as a replacement of `start..end`.
 *
 * @typedef {{ readonly start: number, readonly end: number, readonly text: string }} Change
 *
 * An expression or statement that can be changed, with the ways to do so, and whether it stands in a function.
 * @typedef {{ readonly changes: readonly Change[], readonly inFunction: boolean }} Place
 *
 * A module as it is written, and as it runs: every offset means the same in both.
 * @typedef {{ readonly source: string, readonly code: string }} Module
 *
 * @typedef {import('acorn').AnyNode} Node
 */

/** @type {ReadonlyMap<string, readonly string[]>} */
const otherOperators = new Map([
  ['===', ['!==']],
  ['!==', ['===']],
  ['<', ['<=', '>=']],
  ['<=', ['<', '>']],
  ['>', ['>=', '<=']],
  ['>=', ['>', '<']],
  ['&&', ['||']],
  ['||', ['&&']],
  ['+', ['-']],
  ['-', ['+']],
  ['*', ['/']],
  ['/', ['*']],
  ['%', ['*']],
  ['&', ['|']],
  ['|', ['&']],
  ['<<', ['>>']],
  ['>>', ['<<']],
  ['>>>', ['<<']],
  ['+=', ['-=']],
  ['-=', ['+=']],
  ['*=', ['/=']],
  ['|=', ['&=']],
  ['??=', ['=']],
  ['||=', ['=']],
]);

/** @type {ReadonlyMap<string, string>} */
const otherMethods = new Map([
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
  ['indexOf', 'lastIndexOf'],
  ['lastIndexOf', 'indexOf'],
  ['find', 'findLast'],
  ['findLast', 'find'],
  ['push', 'unshift'],
]);

/** Methods whose result can stand in for by what they are called on. */
const droppableMethods = new Set([
  'filter',
  'reverse',
  'slice',
  'sort',
  'subarray',
  'toLowerCase',
  'toReversed',
  'toSorted',
  'toUpperCase',
  'trim',
  'trimEnd',
  'trimStart',
]);

/**
 * A module as it runs: types blanked out, every offset as in the file.
 *
 * @param {string} source
 */
export const withoutTypes = (source) => stripTypeScriptTypes(source, { mode: 'strip' });

/**
 * Where a module can be changed, and how.
 *
 * @param {string} source TypeScript
 * @param {{ readonly table: boolean }} options `table`: the values of constants are facts and are left alone
 * @returns {readonly Place[]}
 */
export function placesOf(source, { table }) {
  const code = withoutTypes(source);
  /** @type {Place[]} */
  const places = [];
  /**
   * @param {Node} node
   * @param {Node | undefined} parent
   * @param {boolean} inFunction
   */
  const visit = (node, parent, inFunction) => {
    if (/^(?:Import|Export(?:All|Named)).*Declaration$/.test(node.type) && 'source' in node && node.source) return;
    const changes = [...changesOf(node, parent, { source, code }, table && !inFunction)].filter(
      ({ start, end, text }) => source.slice(start, end) !== text,
    );
    if (changes.length > 0) places.push({ changes, inFunction });
    const inside = inFunction || /Function/.test(node.type);
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (typeof child?.type === 'string' && !isName(child, node)) visit(child, node, inside);
      }
    }
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), undefined, false);
  return places;
}

/**
 * Says whether a node only names a property.
 *
 * @param {Node} node
 * @param {Node} parent
 */
const isName = (node, parent) => 'key' in parent && parent.key === node && 'computed' in parent && !parent.computed;

/**
 * @param {Node} node
 * @param {Node | undefined} parent
 * @param {Module} module
 * @param {boolean} data whether plain values are left alone here
 * @returns {Iterable<Change>}
 */
function* changesOf(node, parent, { source, code }, data) {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      yield { ...range(node.test), text: 'true' };
      yield { ...range(node.test), text: 'false' };
      return;
    case 'WhileStatement':
    case 'DoWhileStatement':
      yield { ...range(node.test), text: 'false' };
      return;
    case 'ForStatement':
      if (node.test) yield { ...range(node.test), text: 'false' };
      return;
    case 'LogicalExpression':
      if (node.operator === '??') {
        const operator = operatorOf(node, code);
        yield { ...range(node), text: `(${source.slice(node.start, operator.start)})` };
        yield { ...range(node), text: `(${source.slice(operator.end, node.end)})` };
        return;
      }
      yield* operatorChanges(node, code);
      return;
    case 'BinaryExpression':
      if (node.operator === '+' && (isText(node.left) || isText(node.right))) return;
      yield* operatorChanges(node, code);
      return;
    case 'AssignmentExpression':
      yield* operatorChanges(node, code);
      return;
    case 'UnaryExpression':
      if (node.operator === '!' || node.operator === '-') {
        yield { ...range(node), text: ` ${source.slice(node.start + 1, node.end)}` };
      }
      return;
    case 'UpdateExpression':
      yield {
        ...range(node),
        text: source.slice(node.start, node.end).replace(/\+\+|--/, (o) => (o === '++' ? '--' : '++')),
      };
      return;
    case 'CallExpression':
      yield* callChanges(node, { source, code });
      return;
    case 'MemberExpression':
      if (node.optional) yield* optionalChange(code, node.object.end, node.computed);
      return;
    case 'ExpressionStatement':
      if (!('directive' in node)) yield { ...range(node), text: ';' };
      return;
    case 'BreakStatement':
    case 'ContinueStatement':
      yield { ...range(node), text: ';' };
      return;
    case 'ReturnStatement':
      if (!node.argument) yield { ...range(node), text: ';' };
      return;
    case 'ArrayExpression':
      if (!data && node.elements.length > 0) yield { ...range(node), text: '[]' };
      return;
    case 'TemplateLiteral':
      if (
        !data &&
        parent?.type !== 'TaggedTemplateExpression' &&
        !node.quasis.some((part) => isProse(part.value.raw))
      ) {
        yield { ...range(node), text: '``' };
      }
      return;
    case 'Literal':
      yield* literalChanges(node, parent, code, data);
      return;
    default:
  }
}

/**
 * @param {import('acorn').Literal} node
 * @param {Node | undefined} parent
 * @param {string} code
 * @param {boolean} data
 * @returns {Iterable<Change>}
 */
function* literalChanges(node, parent, code, data) {
  if (node.regex) {
    yield* patternChanges(code, node.start, node.end);
    return;
  }
  if (data) return;
  switch (typeof node.value) {
    case 'boolean':
      yield { ...range(node), text: String(!node.value) };
      return;
    case 'number':
      yield { ...range(node), text: String(node.value + 1) };
      if (node.value > 0) yield { ...range(node), text: String(node.value - 1) };
      return;
    case 'string':
      if (!isProse(node.value) || isCompared(parent)) {
        yield { ...range(node), text: node.value === '' ? "'changed'" : "''" };
      }
      return;
    default:
  }
}

/**
 * @param {import('acorn').CallExpression} node
 * @param {Module} module
 * @returns {Iterable<Change>}
 */
function* callChanges(node, { source, code }) {
  const { callee } = node;
  if (node.optional) yield* optionalChange(code, callee.end, true);
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return;
  const { name } = callee.property;
  const other = otherMethods.get(name);
  if (other !== undefined) yield { ...range(callee.property), text: other };
  if (droppableMethods.has(name)) yield { start: callee.object.end, end: node.end, text: closed(source, callee) };
}

/** The brackets that close around what a method is called on. */
function closed(/** @type {string} */ source, /** @type {import('acorn').MemberExpression} */ callee) {
  const between = source.slice(callee.object.end, callee.property.start);
  return between.slice(0, between.lastIndexOf('.')).replace(/\?$/, '');
}

/**
 * @param {string} code
 * @param {number} from
 * @param {boolean} bracket whether a bracket follows instead of a name
 * @returns {Iterable<Change>}
 */
function* optionalChange(code, from, bracket) {
  const start = code.indexOf('?.', from);
  if (start >= 0) yield { start, end: start + 2, text: bracket ? '' : '.' };
}

/**
 * @param {import('acorn').BinaryExpression | import('acorn').LogicalExpression | import('acorn').AssignmentExpression} node
 * @param {string} code
 * @returns {Iterable<Change>}
 */
function* operatorChanges(node, code) {
  const operator = operatorOf(node, code);
  for (const text of otherOperators.get(node.operator) ?? []) yield { ...operator, text };
}

/**
 * @param {import('acorn').BinaryExpression | import('acorn').LogicalExpression | import('acorn').AssignmentExpression} node
 * @param {string} code
 */
function operatorOf(node, code) {
  const start = code.indexOf(node.operator, node.left.end);
  return { start, end: start + node.operator.length };
}

/** @param {Node} node */
const range = ({ start, end }) => ({ start, end });

/** @param {Node} node */
const isText = (node) => node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');

/** @param {Node | undefined} parent */
const isCompared = (parent) => parent?.type === 'BinaryExpression' || parent?.type === 'SwitchCase';

/**
 * Words for people: two or more with blanks between them.
 *
 * @param {string} text
 */
const isProse = (text) => /\p{L}[\p{L}'’,]+ +\S*\p{L}{2}/u.test(text);
