import nodeModule from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Lets Node keep what it compiled for the next start, where it can (Node 22.1). In a folder of this user's and not in
 * the one for temporary files, where Node would put it: what lies there may be another user's, and it is run.
 * `NODE_DISABLE_COMPILE_CACHE=1` turns it off, as for any program.
 */
export function keepCompiledCode(): void {
  const folder = cacheFolder(process.platform, process.env, homedir);
  if (folder !== undefined) nodeModule.enableCompileCache?.(join(folder, 'mail-triage'));
}

/** Where programs of a user keep what can be made again; undefined where the user has no such place. */
export function cacheFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: () => string,
): string | undefined {
  const given = platform === 'win32' ? env.LOCALAPPDATA : platform === 'darwin' ? undefined : env.XDG_CACHE_HOME;
  // XDG Base Directory Specification: a relative path is invalid and is ignored.
  if (given !== undefined && isAbsolute(given)) return given;
  try {
    return join(
      home(),
      ...(platform === 'win32' ? ['AppData', 'Local'] : platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']),
    );
  } catch {
    // A user that the system does not know has no home.
    return undefined;
  }
}
