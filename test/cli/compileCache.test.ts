import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../src/cli/compileCache.ts';

/** The files that a start leaves behind in an empty folder for caches. */
function left(env: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'mail-triage-cache-'));
  try {
    const { NODE_DISABLE_COMPILE_CACHE: _, NODE_COMPILE_CACHE: __, ...inherited } = process.env;
    const caches = { XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, HOME: folder, USERPROFILE: folder };
    const { status } = spawnSync(process.execPath, ['src/cli/main.ts', '--version'], {
      env: { ...inherited, ...caches, ...env },
    });
    assert.equal(status, 0);
    return globSync('**/mail-triage/**/*', { cwd: folder });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const place = (platform: NodeJS.Platform, env: Readonly<Record<string, string>>, home?: string): string | undefined =>
  cacheFolder(platform, env, () => {
    if (home === undefined) throw new Error('no such user');
    return home;
  })?.replaceAll('\\', '/');

describe('what was compiled', () => {
  it('is kept for the next start, in a folder of the user', () => {
    assert.ok(left({}).length > 0);
  });

  it('is not kept where Node is told not to', () => {
    assert.deepEqual(left({ NODE_DISABLE_COMPILE_CACHE: '1' }), []);
  });

  it('lies where each system has such things', () => {
    assert.equal(place('linux', {}, '/home/a'), '/home/a/.cache');
    assert.equal(place('linux', { XDG_CACHE_HOME: '/var/cache/a' }, '/home/a'), '/var/cache/a');
    assert.equal(place('linux', { XDG_CACHE_HOME: 'a' }, '/home/a'), '/home/a/.cache');
    assert.equal(place('darwin', { XDG_CACHE_HOME: '/x' }, '/Users/a'), '/Users/a/Library/Caches');
    assert.equal(place('win32', { LOCALAPPDATA: '/x/Local' }), '/x/Local');
    assert.equal(place('win32', {}, '/x'), '/x/AppData/Local');
    assert.equal(place('linux', {}), undefined);
  });
});
