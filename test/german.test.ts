import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { shortWords, withShortNames } from '../scripts/build/shortNames.mjs';
import { speak, t } from '../src/core/text/words.ts';
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

describe('the package', () => {
  it('has the words of its manifest under short keys, in every language', () => {
    const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
    const manifest = rawManifest();
    const packed = withShortNames({
      'extension/package.json': bytes(manifest),
      'extension/package.nls.json': bytes(englishStrings),
      'extension/package.nls.de.json': bytes(germanStrings),
      'extension/README.md': bytes('%x%'),
    });
    const read = (path: string): unknown => JSON.parse(Buffer.from(packed[path] as Uint8Array).toString());
    const worded = (value: unknown, words: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value).replace(/"%([^"%]{1,200})%"/g, (_, key: string) =>
          JSON.stringify((words as Readonly<Record<string, string>>)[key]),
        ),
      );
    const short = read('extension/package.json');
    assert.ok(!JSON.stringify(short).includes('%command'));
    assert.deepEqual(worded(short, read('extension/package.nls.json')), worded(manifest, englishStrings));
    assert.deepEqual(worded(short, read('extension/package.nls.de.json')), worded(manifest, germanStrings));
    assert.equal(read('extension/README.md'), '%x%');
  });
});

describe('the words of the interface', () => {
  const used = new Map<string, string>();
  before(() => {
    for (const file of globSync('src/**/*.ts'))
      for (const key of keysIn(readFileSync(file, 'utf8'))) used.set(key, file);
  });

  it('are there in German, all that are used and no others', () => {
    assert.ok(used.size > 400);
    const known = new Set([...Object.keys(germanWords), ...SAME]);
    assert.deepEqual(
      [...used].filter(([key]) => !known.has(key)),
      [],
    );
    assert.deepEqual(
      [...known].filter((key) => !used.has(key)),
      [],
    );
  });

  it('keep the places of values, commands and examples', () => {
    const kept = (text: string): readonly string[] =>
      [...text.matchAll(/\{\d\}|mailTriage\.\w+|\b[\w.-]+\.(?:test|org|example|net)\b|…$/g)].map(([one]) => one).sort();
    for (const [english, german] of Object.entries(germanWords)) assert.deepEqual(kept(german), kept(english), english);
  });

  it('are told by their English words, as they stand in the code', () => {
    for (const file of globSync('src/client/**/*.ts')) {
      const source = readFileSync(file, 'utf8');
      assert.doesNotMatch(source, /\bl10n\.t\b/, file);
      if (wordImports(source).length === 0) continue;
      for (const [call] of source.matchAll(/(?<![\w.])t\(\s{0,20}[^'"\s]{1,20}/g))
        assert.match(call, /t\(english\)/, file);
    }
  });

  it('are all that the editor is given to show', () => {
    const shown =
      /\b(?:title|placeHolder|prompt|label|detail|description|tooltip|openLabel|saveLabel|text|name)\s{0,9}[:=]\s{0,20}(['`][^'`\n]{0,200}?[a-z]{2} [a-z]{2})|\bshow\w{3,20}Message\(\s{0,20}(['`][^'`\n]{0,200}?[a-z]{2} [a-z]{2})/g;
    for (const file of [...globSync('src/client/**/*.ts'), ...globSync('src/web/*.ts')]) {
      const bare = [...readFileSync(file, 'utf8').matchAll(shown)].map(([one]) => one);
      // What is inside of a template is worded already.
      assert.deepEqual(
        bare.filter((one) => !/\bt\('|=== '|\$\{/.test(one)),
        [],
        file,
      );
    }
  });

  it('are found in the package, where the English ones do not stand once more', () => {
    const short = shortWords(germanWords);
    assert.ok(Object.keys(short).every((key) => key.length < 5 || key in germanWords));
    try {
      speak(short);
      for (const english of used.keys()) assert.equal(t(english), germanWords[english] ?? english);
      // The second of two with one key, of which there are some in any thousands, has its own words for a key.
      const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`word ${at}`, `Wort ${at}`]));
      speak(shortWords(many));
      for (const [english, german] of Object.entries(many)) assert.equal(t(english), german);
    } finally {
      speak({});
    }
  });

  it('are read by pages and the server as the client hands them over', () => {
    try {
      speak({ 'Check {0}': '{0} prüfen', wrong: 1 });
      assert.deepEqual(
        [t('Check {0}', 'a.test'), t('Probe {0}', 1), t('wrong')],
        ['a.test prüfen', 'Probe 1', 'wrong'],
      );
      speak(undefined);
      assert.equal(t('Check {0}', '$&'), 'Check $&');
    } finally {
      speak({});
    }
  });
});

/** Words that are the same in German. */
const SAME = [
  'Information',
  'Message-IDs',
  'Organisation',
  'Port',
  'Server',
  'Server: {0}',
  'Text',
  'Ticket',
  'Via',
  'link-local',
  // Nothing but places.
  '{0} ({1})',
  '{0} {1}',
  '{0}. {1}.',
];

const germanWords = JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8')) as Readonly<Record<string, string>>;

/** The words that a file gives to the interface, where it does. */
function* keysIn(source: string): Iterable<string> {
  const names = wordImports(source);
  if (names.length === 0) return;
  const calls = new RegExp(
    `(?<![\\w.])(?:${names.join('|')})\\(\\s*('(?:[^'\\\\\\n]|\\\\.)*'|"(?:[^"\\\\\\n]|\\\\.)*")`,
    'g',
  );
  for (const [, literal = ''] of source.matchAll(calls)) yield runInNewContext(literal) as string;
}

const wordImports = (source: string): readonly string[] =>
  [...source.matchAll(/import \{ ([\w, ]+) \} from '[\w./]*(?:\.\.?|text|platform)\/words\.ts'/g)].flatMap(
    ([, names = '']) => names.split(', '),
  );
