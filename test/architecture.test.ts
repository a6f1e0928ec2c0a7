import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** What each room may import besides itself: other rooms, and packages. ARCHITECTURE.md says why. */
const rooms: Readonly<Record<string, { rooms: readonly string[]; packages: readonly string[] }>> = {
  'src/core/text': { rooms: [], packages: [] },
  'src/core/knowledge': { rooms: [], packages: [] },
  'src/core/smtp': { rooms: ['src/core/text'], packages: [] },
  'src/core/mail': { rooms: ['src/core/text'], packages: ['postal-mime', 'tldts'] },
  'src/core/dns': { rooms: ['src/core/text'], packages: [] },
  'src/core/log': { rooms: ['src/core/text', 'src/core/smtp'], packages: [] },
  'src/core/ticket': {
    rooms: ['src/core/text', 'src/core/smtp', 'src/core/mail', 'src/core/dns', 'src/core/log'],
    packages: [],
  },
  'src/core/mask': {
    rooms: ['src/core/text', 'src/core/smtp', 'src/core/mail', 'src/core/dns', 'src/core/log', 'src/core/ticket'],
    packages: [],
  },
  'src/core/trace': {
    rooms: ['src/core/text', 'src/core/mail', 'src/core/knowledge'],
    packages: ['ipaddr.js'],
  },
  'src/core/verdict': { rooms: ['src/core/*', '!src/core/features', '!src/core/report'], packages: [] },
  'src/core/report': { rooms: ['src/core/*', '!src/core/features', 'src/probes'], packages: [] },
  'src/core/features': {
    rooms: ['src/core/*'],
    packages: ['vscode-languageserver-types', 'vscode-languageserver-textdocument'],
  },
  'src/probes': { rooms: ['src/core/text', 'src/core/smtp', 'src/core/dns', 'src/core/ticket'], packages: [] },
  'src/probes/node': { rooms: ['src/probes'], packages: ['node:*', 'dns-packet'] },
  'src/message': {
    rooms: [
      'src/core/dns',
      'src/core/mail',
      'src/core/text',
      'src/core/ticket',
      'src/core/trace',
      'src/probes',
      'src/probes/node',
      'src/protocol',
    ],
    packages: ['node:*', 'fast-xml-parser', 'fflate', 'mailauth', 'mailparser', 'sanitize-html'],
  },
  'src/protocol': { rooms: ['src/core/*'], packages: [] },
  'src/server': {
    rooms: ['src/core/*', 'src/protocol'],
    packages: ['node:*', 'vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  'src/client': {
    rooms: [
      'src/core/mask',
      'src/core/report',
      'src/core/ticket',
      'src/probes',
      'src/probes/node',
      'src/message',
      'src/protocol',
    ],
    packages: ['node:*', 'vscode', 'vscode-languageclient'],
  },
  'src/webview': { rooms: ['src/core/trace', 'src/protocol'], packages: [] },
  'src/cli': {
    rooms: ['src/core/*', 'src/probes', 'src/probes/node', 'src/message', 'src/server'],
    packages: ['node:*'],
  },
};

const files = globSync('src/**/*.ts').map((file) => file.replaceAll('\\', '/'));

const roomOf = (file: string): string | undefined =>
  Object.keys(rooms)
    .filter((room) => file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

function importsOf(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  return [
    ...source.matchAll(/^\s*(?:import|export)\b[^;]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm),
  ].map((match) => (match[1] ?? match[2] ?? match[3]) as string);
}

const matches = (patterns: readonly string[], name: string): boolean =>
  patterns.some((p) => (p.endsWith('*') ? name.startsWith(p.slice(0, -1)) : p === name)) &&
  !patterns.includes(`!${name}`);

describe('the import table of ARCHITECTURE.md', () => {
  it('sees the files', () => {
    assert.ok(files.length > 40, `only ${files.length} files found`);
  });

  it('has a row for every folder', () => {
    assert.deepEqual(
      files.filter((file) => roomOf(file) === undefined),
      [],
    );
  });

  it('holds for every import', () => {
    const broken: string[] = [];
    for (const file of files) {
      const room = roomOf(file) as string;
      const allowed = rooms[room];
      for (const name of importsOf(file)) {
        if (name.startsWith('.')) {
          const target = roomOf(normalize(join(dirname(file), name)).replaceAll('\\', '/'));
          if (target !== room && (target === undefined || !matches(allowed?.rooms ?? [], target))) {
            broken.push(`${file} imports ${name}`);
          }
        } else if (
          !(allowed?.packages ?? []).some((p) =>
            p === 'node:*' ? name.startsWith('node:') : name === p || name.startsWith(`${p}/`),
          )
        ) {
          broken.push(`${file} imports ${name}`);
        }
      }
    }
    assert.deepEqual(broken, []);
  });

  it('finds no cycle', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((name) => name.startsWith('.'))
          .map((name) => relative('.', join(dirname(file), name)).replaceAll('\\', '/')),
      ]),
    );
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      assert.ok(!path.includes(file), `cycle: ${[...path, file].join(' -> ')}`);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
  });
});
