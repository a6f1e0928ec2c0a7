import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** A room of the table in ARCHITECTURE.md. A permission is a room (`src/core/text`) or a package (`node:*`). */
interface Room {
  readonly path: string;
  /** What it may import; `false` where its types alone. */
  readonly allowed: ReadonlyMap<string, boolean>;
}

interface Import {
  readonly file: string;
  /** The imported file, or the name of a package. */
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Reads the rows "| `src/…` | what lives there | what it may import |". */
function readRooms(markdown: string): readonly Room[] {
  return [...markdown.matchAll(/^\| `(src\/[^`]+)` \|[^|]*\| ([^|]*) \|$/gm)].map(([, path = '', cell = '']) => ({
    path,
    allowed: new Map(
      cell
        .split(', ')
        .filter((word) => word !== 'nothing')
        .map((word) => {
          const [, types, quoted, room] = /^(types of )?(?:`([^`]+)`|([\w/]+))$/.exec(word) ?? [];
          assert.ok(quoted !== undefined || room !== undefined, `${path}: “${word}” is neither a room nor a package`);
          return [quoted ?? `src/${room}`, types === undefined];
        }),
    ),
  }));
}

const rooms = readRooms(readFileSync('ARCHITECTURE.md', 'utf8'));
const files = globSync('src/**/*.ts').map((file) => file.replaceAll('\\', '/'));

const roomOf = (file: string): Room | undefined =>
  rooms.filter(({ path }) => file.startsWith(`${path}/`)).sort((a, b) => b.path.length - a.path.length)[0];

/** The statements and calls that import, as the formatter writes them: a statement begins its line. */
const IMPORTS =
  /^(?:import|export) (?<types>type )?(?<clause>[^;'"]*?)\s*from '(?<from>[^']+)'|^import '(?<effect>[^']+)'|\bimport\('(?<called>[^']+)'\)(?<type>\.\w)?/gm;

function importsOf(file: string): readonly Import[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORTS)].map(({ groups = {} }) => {
    const name = groups.from ?? groups.effect ?? groups.called ?? '';
    return {
      file,
      target: name.startsWith('.') ? normalize(join(dirname(file), name)).replaceAll('\\', '/') : name,
      typeOnly: groups.types !== undefined || groups.type !== undefined || namesTypesOnly(groups.clause ?? ''),
    };
  });
}

/** Of `{ type A, type B }`, where no value is named; not of `{ type A, b }`. */
const namesTypesOnly = (clause: string): boolean =>
  /^\{[^}]*\}$/.test(clause) &&
  clause
    .slice(1, -1)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .every((name) => name.startsWith('type '));

/** The permission that an import stands on: its room, or its package. */
function permissionFor({ target }: Import): string {
  if (target.startsWith('src/')) return roomOf(target)?.path ?? target;
  if (target.startsWith('node:')) return 'node:*';
  return target.split('/', target.startsWith('@') ? 2 : 1).join('/');
}

const imports = files.flatMap((file) => [...importsOf(file)]);

describe('the table of rooms in ARCHITECTURE.md', () => {
  it('is read, and the files are seen', () => {
    assert.ok(rooms.length > 15, `only ${rooms.length} rooms found`);
    assert.ok(files.length > 400, `only ${files.length} files found`);
    assert.ok(imports.some(({ typeOnly }) => typeOnly) && imports.some(({ typeOnly }) => !typeOnly));
  });

  it('has a row for every folder', () => {
    assert.deepEqual(
      files.filter((file) => roomOf(file) === undefined),
      [],
    );
  });

  it('holds for every import', () => {
    const broken = imports.filter((one) => {
      const room = roomOf(one.file);
      const permission = permissionFor(one);
      const values = room?.allowed.get(permission);
      return room?.path !== permission && (values === undefined || !(values || one.typeOnly));
    });
    assert.deepEqual(
      broken.map(({ file, target }) => `${file} imports ${target}`),
      [],
    );
  });

  it('permits nothing that nobody uses', () => {
    const unused = rooms.flatMap(({ path, allowed }) =>
      [...allowed.keys()]
        .filter((name) => !imports.some((one) => roomOf(one.file)?.path === path && permissionFor(one) === name))
        .map((name) => `${path} imports nothing of ${name}`),
    );
    assert.deepEqual(unused, []);
  });

  it('lets no arrow run from the core outward', () => {
    const outward = imports.filter(
      ({ file, target }) =>
        file.startsWith('src/core/') && target.startsWith('src/') && !target.startsWith('src/core/'),
    );
    assert.deepEqual(outward, []);
  });
});

describe('the house', () => {
  it('writes to a terminal in one place, which makes text plain', () => {
    const writers = files.filter((file) =>
      /process\.std(?:out|err)\.write|(?<!connection\.)console\.(?:log|error|warn|info)\(/.test(
        readFileSync(file, 'utf8'),
      ),
    );
    assert.deepEqual(writers, ['src/cli/output.ts']);
  });

  it('has no cycle', () => {
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      assert.ok(!path.includes(file), `cycle: ${[...path, file].join(' -> ')}`);
      if (done.has(file)) return;
      for (const { target } of importsFrom.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    const importsFrom = Map.groupBy(
      imports.filter(({ target }) => target.startsWith('src/')),
      ({ file }) => file,
    );
    for (const file of files) visit(file, []);
  });

  it('has no file of more than 250 lines that is no table', () => {
    const long = files
      .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
      .filter(({ file, text }) => text.split('\n').length > 251 && !isTable(file, text))
      .map(({ file }) => file);
    assert.deepEqual(long, []);
  });

  it('has no folder with more than 30 files', () => {
    const full = [...Map.groupBy(files, dirname)].filter(([, inside]) => inside.length > 30);
    assert.deepEqual(
      full.map(([folder, inside]) => `${folder}: ${inside.length}`),
      [],
    );
  });
});

/** Rows, and what few functions make of them. */
const isTable = (file: string, text: string): boolean =>
  /^src\/core\/knowledge\/|Rows\.ts$/.test(file) && (text.match(/\bfunction \w|=> \{$/gm)?.length ?? 0) < 5;
