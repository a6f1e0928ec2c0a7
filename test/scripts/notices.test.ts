import assert from 'node:assert/strict';
import type { Metafile } from 'esbuild';
import { notices, packageFolders, readPackage, withoutNotice } from '../../scripts/build/notices.mjs';
import { metafileOf } from '../support/builds.ts';

/** An output into which the bundler put these files. */
const outputOf = (...files: readonly string[]): Metafile['outputs'] => ({
  'dist/x.js': {
    bytes: 1,
    imports: [],
    exports: [],
    inputs: Object.fromEntries(files.map((file) => [file, { bytesInOutput: 1 }])),
  },
});

describe('the notices of the libraries', () => {
  let outputs: Metafile['outputs'];
  before(async () => {
    outputs = (await metafileOf('extension')).outputs;
  });

  it('name every package of a bundle, with its licence and the text of it', () => {
    const text = notices(outputs);
    assert.ok(packageFolders(outputs).length > 30);
    assert.deepEqual(withoutNotice(outputs, text), []);
    for (const words of ['* mailauth 7.', 'Copyright (c) 2020-', '* sanitize-html 2.', 'Mozilla Public License'])
      assert.ok(text.includes(words), words);
  });

  it('are missed where an entry or its text is gone', () => {
    const text = notices(outputs);
    assert.match(withoutNotice(outputs, text.replace('* mailauth 7.', '* other 7.')).join(), /^mailauth 7\.[\d.]+$/);
    assert.ok(withoutNotice(outputs, text.replace('Postal Systems', '')).length > 0);
    assert.equal(withoutNotice(outputs, '').length, packageFolders(outputs).length);
  });

  it('see packages wherever they lie', () => {
    const files = [
      'src/a.ts',
      'node_modules/a/b.js',
      'stand-in:/x/node_modules/@a/b/c.js',
      'node_modules/a/node_modules/d/e.js',
    ];
    assert.deepEqual(packageFolders(outputOf(...files)), [
      'node_modules/@a/b',
      'node_modules/a',
      'node_modules/a/node_modules/d',
    ]);
  });

  it('are not made for a licence that nobody has read', () => {
    // Its licence is none of those that ask for a notice only.
    assert.throws(() => notices(outputOf('node_modules/@vscode/vsce-sign/x.js')), /vsce-sign .* may it be bundled/);
    assert.equal(readPackage('node_modules/@nodable/entities').texts[0]?.includes('Copyright (c) Amit Gupta'), true);
  });
});
