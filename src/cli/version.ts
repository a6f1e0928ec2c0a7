import { readFileSync } from 'node:fs';

/** The version of the package that this file is part of, as source and as a bundle: both stand two folders deep. */
export function version(): string {
  const manifest: { readonly version?: unknown } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return String(manifest.version);
}
