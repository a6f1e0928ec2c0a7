import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { isInUse } from '../../src/core/mask/secrets/rulesInUse.ts';

/**
 * The rules of secretlint come in one file, with those that nothing here asks, and with what compares a token with a list
 * of tokens that are allowed, which is always empty (core/mask/secrets/serviceTokens.ts). Both stay out of the bundle.
 *
 * @type {import('esbuild').Plugin}
 */
export const fewerRules = {
  name: 'fewer-rules',
  setup(setup) {
    setup.onLoad({ filter: /[/\\]secretlint-rule-preset-recommend[/\\]module[/\\]index\.js$/ }, ({ path }) => {
      try {
        return { contents: rulesInUse(readFileSync(path, 'utf8')) };
      } catch (error) {
        return { errors: [{ text: `The rules of secretlint have another form: ${String(error)}` }] };
      }
    });
  },
};

/** What compares with the tokens that are allowed, as the file calls it. */
const MATCHER = 'regexpStringMatcherExports';
const NONE = `{
  matchPatterns(text, patterns) {
    if (patterns.length > 0) throw new Error('regexp-string-matcher is not in this bundle');
    return [];
  },
}`;

/**
 * The same code with the rules that are in use. Throws where it is built otherwise than is known.
 *
 * @param {string} code
 */
export function rulesInUse(code) {
  const declared = new Map(
    parse(code, { ecmaVersion: 'latest', sourceType: 'module' }).body.flatMap((statement) =>
      statement.type !== 'VariableDeclaration'
        ? []
        : statement.declarations.map(({ id, init }) => [id.type === 'Identifier' ? id.name : '', init]),
    ),
  );
  const rules = declared.get('rules');
  const matcher = declared.get(MATCHER);
  if (rules?.type !== 'ArrayExpression' || matcher?.type !== 'CallExpression')
    throw new Error('no list, or no matcher');
  for (const [use] of code.matchAll(new RegExp(`${MATCHER.replaceAll('$', '\\$&')}(?! = )[^(]{0,40}`, 'g'))) {
    if (use !== `${MATCHER}.matchPatterns`) throw new Error(`${use} is asked`);
  }
  const names = rules.elements.map((rule) => (rule?.type === 'Identifier' ? rule.name : ''));
  const kept = names.filter((name) => isInUse(idOf(declared.get(name), name)));
  return [
    code.slice(0, matcher.start),
    NONE,
    code.slice(matcher.end, rules.start),
    `[${kept.join(', ')}]`,
    code.slice(rules.end),
  ].join('');
}

/**
 * @param {import('acorn').Expression | null | undefined} rule
 * @param {string} name
 */
function idOf(rule, name) {
  const meta = propertyOf(rule, 'meta');
  const id = propertyOf(meta, 'id');
  if (id?.type !== 'Literal' || typeof id.value !== 'string') throw new Error(`the rule ${name} has no id`);
  return id.value;
}

/**
 * @param {import('acorn').AnyNode | null | undefined} object
 * @param {string} name
 */
function propertyOf(object, name) {
  if (object?.type !== 'ObjectExpression') return undefined;
  for (const property of object.properties) {
    if (property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === name)
      return property.value;
  }
  return undefined;
}
