import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manifest } from './support/manifest.ts';

const papers = [...globSync('*.md'), ...globSync('docs/*.md')].map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}));
const { scripts, contributes } = manifest();

/** A title without what only helps to find it, and without the dots of one that asks first. */
const shortOf = (title: string): string => title.replace(/ \(.*\)(?=…?$)|…$/g, '').replace(/…$/, '');

/** What a pattern finds in the papers, with the paper it stands in. */
const named = (pattern: RegExp): readonly (readonly [string, string])[] =>
  papers.flatMap(({ file, text }) => [...text.matchAll(pattern)].map((match) => [match[1] as string, file] as const));

const allHold = (
  found: readonly (readonly [string, string])[],
  holds: (name: string, paper: string) => boolean,
): void => {
  assert.ok(found.length > 3, 'the pattern finds nothing any more');
  assert.deepEqual(
    found.filter(([name, paper]) => !holds(name, paper)),
    [],
  );
};

/** A path in a paper starts at the project or, for code, at `src` or its core. */
const isThere = (path: string): boolean =>
  ['', 'src/', 'src/core/', 'src/core/problems/', 'src/core/knowledge/problems/'].some((from) =>
    existsSync(`${from}${path}`),
  );

describe('the papers', () => {
  it('name files and folders that are there', () =>
    allHold(
      named(
        /`((?:src|test|scripts|core|client|server|cli|message|probes|report|webview|docs|\.ci|\.github)\/[\w./-]*)`/g,
      ),
      isThere,
    ));

  it('link to files that are there', () =>
    allHold(named(/\]\((?!https?:|#)([^)#\s]+)/g), (link, paper) => existsSync(join(dirname(paper), link))));

  it('show each feature of the checks by a test', () => {
    const table = readFileSync('docs/comparison-dns.md', 'utf8').split('\n## ')[0] ?? '';
    const rows = table.split('\n').filter((line) => /^\| [^*-]/.test(line) && !line.startsWith('| feature'));
    assert.ok(rows.length > 30);
    for (const row of rows) {
      const tests = [...row.matchAll(/`(test\/[\w/.]+\.test\.ts)`/g)].map((match) => match[1] as string);
      assert.ok(tests.length > 0 && tests.every((file) => existsSync(file)), row);
    }
  });

  it('say of each code of a check what it means', () => {
    const rows = readFileSync('docs/check.md', 'utf8').match(/^\| `[\w-]+` \|.*$/gm) ?? [];
    assert.ok(rows.length > 100);
    assert.deepEqual(
      rows.filter((row) => /^\| `[\w-]+` \| {0,2}\|/.test(row)),
      [],
    );
  });

  it('name scripts of npm that are there', () =>
    allHold(named(/`npm run ([\w:-]+)/g), (name) => Object.hasOwn(scripts, name)));

  it('name commands by their titles', () => {
    const views = Object.values<readonly { name: string }[]>(contributes.views).flat();
    const titles = new Set([
      ...contributes.commands.flatMap(({ title, shortTitle = title }: { title: string; shortTitle?: string }) =>
        [title, shortTitle].flatMap((one) => [one, shortOf(one)]),
      ),
      ...views.map(({ name }) => name),
    ]);
    allHold(named(/\*\*Mail Triage: ([^*]+)\*\*/g), (title) => titles.has(title));
  });

  it('list every setting, and no other', () => {
    const settings = contributes.configuration.flatMap(({ properties }: { properties: object }) =>
      Object.keys(properties),
    );
    allHold(named(/`(mailTriage\.[\w.]+)`/g), (name) =>
      settings.some((one: string) => one === name || one.startsWith(`${name}.`)),
    );
    const readme = readFileSync('README.md', 'utf8');
    for (const setting of settings) assert.ok(readme.includes(`\`${setting}\``), setting);
  });
});
