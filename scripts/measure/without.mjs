import { registerHooks } from 'node:module';

/**
 * A module of tables with all of its rows taken away: what it exports stays there, and holds nothing.
 *
 * @param {string} source
 */
export const emptied = (source) =>
  source
    .replace(/^(export const \w+\b[^=\n]*= )ranked\(/gm, '$1((..._) => [])(')
    .replace(/^((?:export )?const \w+\b[^=\n]*= )new Map\(\[/gm, '$1((_) => new Map())([');

/**
 * Lets modules be loaded once more as if some of them held no rows: `PATH?without=a.ts,b.ts` loads the module at PATH
 * and all that it imports anew, and those whose path ends so are emptied.
 */
export function allowLeavingOut() {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const resolved = nextResolve(specifier, context);
      const without = withoutOf(context.parentURL);
      if (without === undefined || !specifier.startsWith('.') || withoutOf(resolved.url) !== undefined) return resolved;
      return { ...resolved, url: `${resolved.url}?without=${without}` };
    },
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const left = withoutOf(url)?.split(',') ?? [];
      const path = url.replace(/\?.*$/, '');
      if (!left.some((file) => path.endsWith(file))) return loaded;
      return { ...loaded, source: emptied(String(loaded.source)) };
    },
  });
}

/** @param {string | undefined} url */
const withoutOf = (url) => /\?without=(.*)$/.exec(url ?? '')?.[1];
