import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

/**
 * What Node's own modules have only in versions after the oldest one that the manifest allows. A module that imports
 * such a name is not loaded there at all; as a property of the whole module it is merely not there.
 */
const NEWER: Readonly<Record<string, RegExp>> = {
  'node:tls': /^(?:getCACertificates|setDefaultCACertificates)$/,
  'node:zlib': /zstd/i,
  'node:module':
    /^(?:enableCompileCache|flushCompileCache|getCompileCacheDir|constants|findPackageJSON|registerHooks|stripTypeScriptTypes)$/,
  'node:fs': /^(?:glob|globSync|mkdtempDisposableSync)$/,
  'node:fs/promises': /^(?:glob|mkdtempDisposable)$/,
  'node:util': /^(?:getCallSites|diff|setTraceSigInt)$/,
  'node:process': /^(?:getBuiltinModule|execve|threadCpuUsage)$/,
  'node:crypto': /^(?:hash|argon2|argon2Sync|encapsulate|decapsulate)$/,
  'node:sqlite': /^/,
};

describe('the oldest Node that the manifest allows', () => {
  it('has every name that is imported of its modules', () => {
    const oldest = JSON.parse(readFileSync('package.json', 'utf8')).engines.node;
    assert.equal(oldest, '>=20', 'the list above is for Node 20');
    const found = globSync('src/**/*.ts').flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(/import (?!type )[^;]{0,500}?\{([^}]{1,2000})\} from '(node:[a-z/]+)'/g),
      ].flatMap(([, names = '', module = '']) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '' && !name.startsWith('type '))
          .map((name) => name.split(' as ')[0] ?? '')
          .filter((name) => NEWER[module]?.test(name))
          .map((name) => `${file}: ${name} of ${module}`),
      ),
    );
    assert.deepEqual(found, []);
  });
});
