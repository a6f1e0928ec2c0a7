import assert from 'node:assert/strict';
import { englishStrings, germanStrings, rawManifest } from './support/manifest.ts';

/** Keys of the manifest under which the editor shows words. */
const SHOWN = new Set([
  'title',
  'shortTitle',
  'description',
  'markdownDescription',
  'enumDescriptions',
  'displayName',
  'userDescription',
  'contextualTitle',
]);
/** Names stay as they are, and English what is an explanation, or is read by a model. */
const isName = (text: string): boolean => text === 'Mail Triage';
const EXPLAINS = /mailTriage\.diagnostics\.levels|\/inputSchema\//;

function* wordsIn(value: unknown, path: string): Iterable<readonly [path: string, text: string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const here = `${path}/${name}`;
    if (SHOWN.has(name)) {
      for (const text of Array.isArray(inner) ? inner : [inner]) if (typeof text === 'string') yield [here, text];
    }
    if (name !== 'default') yield* wordsIn(inner, here);
  }
}

const code = (text: string): readonly string[] =>
  [...text.matchAll(/`[^`\n]{1,400}`|\(command:[^)\s]{1,300}\)/g)].map(([one]) => one).sort();

describe('the words of the manifest', () => {
  it('are there in German, all of them', () => {
    assert.deepEqual(Object.keys(germanStrings).sort(), Object.keys(englishStrings).sort());
    const same = Object.keys(englishStrings).filter((key) => englishStrings[key] === germanStrings[key]);
    for (const key of same) assert.match(String(englishStrings[key]), /^(?:Ticket|Domains|Message-IDs)$/, key);
  });

  it('stand in package.nls.json, not in package.json', () => {
    const { contributes, capabilities, description } = rawManifest();
    const used = new Set<string>();
    const words = [...wordsIn({ ...contributes, capabilities, description }, '')];
    words.push(
      ...Object.values<{ name: string }[]>(contributes.views)
        .flat()
        .map(({ name }) => ['view', name] as const),
    );
    assert.ok(words.length > 100);
    for (const [path, text] of words) {
      const key = /^%(.+)%$/.exec(text)?.[1];
      if (key === undefined) assert.ok(isName(text) || EXPLAINS.test(path), `${path}: ${text}`);
      else used.add(key);
    }
    assert.deepEqual([...used].sort(), Object.keys(englishStrings).sort());
  });

  it('have the same code, examples and commands in both languages', () => {
    for (const [key, text] of Object.entries(englishStrings))
      assert.deepEqual(code(germanStrings[key] ?? ''), code(text), key);
  });
});
