import { registerHooks } from 'node:module';

/**
 * A module of tables with all of its rows taken away as soon as it is read: what it exports is there, and holds nothing.
 *
 * @param {string} source
 */
export function emptied(source) {
  const exported = [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
  return `${source}
for (const table of [${exported.join(', ')}]) {
  if (Array.isArray(table)) table.length = 0;
  else if (table instanceof Map) table.clear();
}
`;
}

/**
 * The codes that vendors give a meaning of their own, without those of some of them.
 *
 * @param {string} source
 * @param {readonly string[]} speakers
 */
const withoutCodes = (source, speakers) => `${source}
{
  const others = vendorCodes.filter(({ speaker }) => !${JSON.stringify(speakers)}.includes(speaker));
  vendorCodes.splice(0, vendorCodes.length, ...others);
}
`;

/**
 * Lets modules be loaded once more as if speakers were not known: `PATH?without=/a.ts,/b.ts,@name` loads the module at
 * PATH and all that it imports anew; those whose path ends so are emptied, and the codes of these names are left out.
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
      const source = String(loaded.source);
      if (left.some((file) => path.endsWith(file))) return { ...loaded, source: emptied(source) };
      const names = left.filter((name) => name.startsWith('@')).map((name) => name.slice(1));
      if (names.length === 0 || !path.endsWith('/texts/vendorCodes.ts')) return loaded;
      return { ...loaded, source: withoutCodes(source, names) };
    },
  });
}

/** @param {string | undefined} url */
const withoutOf = (url) => /\?without=(.*)$/.exec(url ?? '')?.[1];
