import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** Bounds from here on guard against hostile input; they are no facts about a format. */
const guard = 10;

/** @type {Readonly<Record<string, string>>} */
const otherSets = { '\\d': '\\D', '\\s': '\\S', '\\w': '\\W', '\\p': '\\P', '\\D': '\\d', '\\S': '\\s', '\\W': '\\w' };

/**
 * The ways to change a regular expression.
 *
 * @param {string} code
 * @param {number} start of the literal
 * @param {number} end
 * @returns {readonly import('./operators.mjs').Change[]}
 */
export function patternChanges(code, start, end) {
  const literal = new RegExpParser({ ecmaVersion: 2025 }).parseLiteral(code.slice(start, end));
  /** @type {import('./operators.mjs').Change[]} */
  const changes = [];
  /**
   * @param {{ start: number, end: number }} node
   * @param {string} text
   */
  const change = (node, text) => changes.push({ start: start + node.start, end: start + node.end, text });

  if (literal.flags.ignoreCase) change(literal.flags, literal.flags.raw.replace('i', ''));
  visitRegExpAST(literal, {
    onAssertionEnter(node) {
      if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
        const at = node.raw.search(/[=!]/);
        change(node, node.raw.slice(0, at) + (node.negate ? '=' : '!') + node.raw.slice(at + 1));
      } else change(node, '');
    },
    onQuantifierEnter(node) {
      const { min, max, element } = node;
      const lazy = node.greedy ? '' : '?';
      if (max === 1) change(node, element.raw);
      else if (max === Infinity) change(node, `${element.raw}{${min === 0 ? 1 : min - 1},}${lazy}`);
      else if (max < guard) {
        change(node, `${element.raw}{${min},${max + 1}}${lazy}`);
        if (max > min) change(node, `${element.raw}{${min},${max - 1}}${lazy}`);
      }
      if (min > 0 && max !== Infinity && max !== min) change(node, `${element.raw}{${min - 1},${max}}${lazy}`);
    },
    onCharacterSetEnter(node) {
      const other = otherSets[node.raw.slice(0, 2)];
      if (other !== undefined) change(node, other + node.raw.slice(2));
    },
    onCharacterClassEnter(node) {
      change(node, node.negate ? `[${node.raw.slice(2)}` : `[^${node.raw.slice(1)}`);
      if (node.elements.length > 1) for (const element of node.elements) change(element, '');
    },
    onGroupEnter: ({ alternatives }) => dropEach(alternatives),
    onCapturingGroupEnter: ({ alternatives }) => dropEach(alternatives),
    onPatternEnter: ({ alternatives }) => dropEach(alternatives),
  });
  return changes.filter(({ start: from, end: to, text }) =>
    parses(code.slice(start, from) + text + code.slice(to, end)),
  );

  /** @param {readonly { start: number, end: number }[]} alternatives */
  function dropEach(alternatives) {
    if (alternatives.length < 2) return;
    for (const [i, { start: from, end: to }] of alternatives.entries()) {
      change(i === 0 ? { start: from, end: to + 1 } : { start: from - 1, end: to }, '');
    }
  }
}

/** @param {string} literal */
function parses(literal) {
  try {
    new RegExpParser({ ecmaVersion: 2025 }).parseLiteral(literal);
    return true;
  } catch {
    return false;
  }
}
