import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { type BinaryExpression, type CallExpression, type Node, parse } from 'acorn';
import { withoutTypes } from '../scripts/mutants/operators.mjs';

/** What sentences are called that this program makes for people. */
const OURS: ReadonlySet<string> = new Set(['summary', 'meaning', 'headline', 'sentence']);
/** What makes one. */
const MAKERS: ReadonlySet<string> = new Set(['toldMeaning', 'stepWords', 'verdictHeadline', 'verdictLabel', 'whatOf']);
const READERS: ReadonlySet<string> = new Set(
  'startsWith endsWith includes indexOf lastIndexOf match matchAll search replace replaceAll split'.split(' '),
);

/** The way a sentence is written, whatever it says. */
const GRAMMAR = 'src/core/text/sentence.ts';

interface Named {
  readonly name?: string;
  readonly property?: Named;
  readonly object?: Named;
  readonly callee?: Named;
  readonly expression?: Named;
}

/** Whether an expression is a sentence of our own, by its name. */
function isOurs(node: Named | undefined): boolean {
  if (node === undefined) return false;
  if (node.expression !== undefined) return isOurs(node.expression);
  if (node.callee !== undefined) return MAKERS.has(node.callee.name ?? '');
  if (node.property !== undefined)
    return OURS.has(node.property.name ?? '') || (node.property.name === 'text' && node.object?.name === 'step');
  return OURS.has(node.name ?? '');
}

/** Whether something written out has words; full stops and blanks alone are none. */
const hasWords = (code: string): boolean => /^['"`/]/.test(code) && /[A-Za-z]/.test(code.replace(/\\.|\/[a-z]*$/g, ''));

/** Where code looks into a sentence of our own for words, or for what a pattern is called by. */
function readings(source: string): readonly string[] {
  const code = withoutTypes(source);
  const found: string[] = [];
  const textOf = (node: Node | undefined): string => (node === undefined ? '' : code.slice(node.start, node.end));
  const isReading = (node: Node): boolean => {
    if (node.type === 'BinaryExpression') {
      const { left, right, operator } = node as BinaryExpression;
      if (!/^[!=]==$/.test(operator)) return false;
      return (isOurs(left as Named) && hasWords(textOf(right))) || (isOurs(right as Named) && hasWords(textOf(left)));
    }
    if (node.type !== 'CallExpression') return false;
    const { callee, arguments: given } = node as CallExpression;
    const { object, property } = callee as Named;
    const [first] = given;
    if (property?.name === 'test' || property?.name === 'exec') return isOurs(first as Named);
    return READERS.has(property?.name ?? '') && isOurs(object) && hasWords(textOf(first));
  };
  const look = (node: Node): void => {
    if (isReading(node)) found.push(textOf(node));
    for (const inner of Object.values(node).flat()) if (typeof inner?.type === 'string') look(inner);
  };
  look(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return found;
}

describe('Sentences that this program makes', () => {
  it('are read by no code: what it goes by is data beside them', () => {
    for (const file of globSync('src/**/*.ts').map((one) => one.replaceAll('\\', '/'))) {
      const source = readFileSync(file, 'utf8');
      if (file === GRAMMAR || !/\b(?:summary|meaning|headline|sentence|step)\b/.test(source)) continue;
      assert.deepEqual(readings(source), [], `${file}: a field says it, such as one of Tells (explanation.ts)`);
    }
  });

  it('are found by this test where they would be', () => {
    for (const bad of [
      "if (summary.startsWith('The organisation of the sender')) act();",
      'if (/given up/.test(cause.meaning)) act();',
      "const is = verdict.summary === 'The mailbox is full.';",
      "const words = toldMeaning(known).replace(/^The message /, '');",
      "const is = step.text.includes('recipient');",
      'const is = headline?.endsWith(`of the list.`);',
    ])
      assert.equal(readings(bad).length, 1, bad);
    for (const good of [
      "const words = meaning.replace(/\\.$/, '');",
      "const end = meaning.endsWith('.') ? '' : '.';",
      'const is = one.summary === other.summary;',
      "const is = reply.text.includes('recipient');",
    ])
      assert.deepEqual(readings(good), [], good);
  });
});
