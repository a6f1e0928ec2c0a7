import { statSync } from 'node:fs';
// By its name glob could not be imported where Node has not got it (before 22).
import * as promises from 'node:fs/promises';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { openFile, problemOf } from '../../files/open.ts';
import { FileProblem } from '../../files/unpack.ts';
import type { LogSource } from './source.ts';

/** Where mail servers write when nobody says otherwise. */
const USUAL = ['/var/log/mail.log*', '/var/log/maillog*', '/var/log/exim4/mainlog*', '/var/log/exim/main*log*'];

const isGlob = (name: string): boolean => /[*?[\]{}]/.test(name);

/** Whether a word names a file, a folder, files by a pattern, or standard input. */
export function namesFiles(word: string): boolean {
  if (word === '-' || (isGlob(word) && /[/\\*]/.test(word))) return true;
  try {
    statSync(word);
    return true;
  } catch {
    return false;
  }
}

/** The files that words name, those of one log from the oldest on; the usual ones where there are no words. */
export async function filesOf(words: readonly string[]): Promise<readonly LogSource[]> {
  const names = new Set<string>();
  for (const word of words.length > 0 ? words : USUAL) for await (const name of expanded(word)) names.add(name);
  return [...names].map(sourceOf).toSorted((a, b) => compare(a.log, b.log) || (a.latest ?? 0) - (b.latest ?? 0));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function* expanded(word: string): AsyncIterable<string> {
  if (word !== '-' && isGlob(word)) {
    for await (const name of matching(word)) if (statSync(name).isFile()) yield name;
    return;
  }
  const stat = word === '-' ? undefined : statOf(word);
  if (stat?.isDirectory() !== true) {
    yield word;
    return;
  }
  for (const entry of await readdir(word, { withFileTypes: true })) if (entry.isFile()) yield join(word, entry.name);
}

/** The files of a pattern. Of Node without `glob` no more is asked than `*` and `?` in the name of the file. */
export async function* matching(pattern: string, platform = process.platform): AsyncIterable<string> {
  const [folder, name] = [dirname(pattern), basename(pattern)];
  if (isGlob(folder) || /[[\]{}]/.test(name)) {
    if (typeof promises.glob === 'function') yield* promises.glob(pattern);
    else throw new FileProblem(`${pattern} needs Node 22: name the files, or let the shell expand the pattern`);
    return;
  }
  const wanted = name
    .replace(/[.+^$()|\\]/g, '\\$&')
    .replace(/\*{1,50}/g, '.*')
    .replace(/\?/g, '.');
  // Windows tells no capitals from small letters.
  const isWanted = new RegExp(`^${wanted}$`, platform === 'win32' ? 'si' : 's');
  const names = await readdir(folder).catch((): string[] => []);
  for (const one of names.toSorted())
    if (isWanted.test(one) && (name.startsWith('.') || !one.startsWith('.'))) yield join(folder, one);
}

function statOf(name: string): ReturnType<typeof statSync> {
  try {
    return statSync(name);
  } catch (error) {
    throw new FileProblem(problemOf(name, error as NodeJS.ErrnoException));
  }
}

/** `mail.log` of `mail.log.2.gz`, `maillog-20261121.xz`, `MSGTRK20261121-1.LOG`. */
const logOf = (name: string): string =>
  join(
    dirname(name),
    basename(name)
      .replace(/\.(?:gz|bz2|xz|zst)$/i, '')
      .replace(/[.-]\d{1,8}$|-\d{4}-\d\d-\d\d$/, '')
      .replace(/\d{8}(?:\d\d)?-\d{1,4}(?=\.log$)/i, ''),
  );

function sourceOf(name: string): LogSource {
  if (name === '-') {
    return { name: 'stdin', log: 'stdin', numbered: true, once: true, open: () => openFile(name) };
  }
  const { mtimeMs, size } = statOf(name) ?? {};
  return {
    name,
    log: logOf(name),
    numbered: true,
    // A file holds nothing that was written after its last change.
    latest: Number(mtimeMs),
    file: { path: name, octets: Number(size) },
    open: () => openFile(name),
  };
}
