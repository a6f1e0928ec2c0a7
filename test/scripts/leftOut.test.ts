import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { Metafile } from 'esbuild';
import { typesOfExtensions } from '../../scripts/build/leftOut.mjs';
import { metafileOf } from '../support/builds.ts';

const require = createRequire(import.meta.url);

describe('what is left out of the bundles', () => {
  let extension: Metafile;
  before(async () => {
    extension = await metafileOf('extension');
  });

  it('is in none of them', () => {
    const found = Object.keys(extension.inputs).filter((file) =>
      /node_modules\/(?:postcss|html-to-text|linkify-it|tlds|semver|minimatch)\//.test(file),
    );
    assert.deepEqual(found, []);
  });

  it('makes no difference to the type of an extension', () => {
    const module = { exports: {} as { extensions?: Record<string, string>; list?: unknown } };
    new Function('module', typesOfExtensions())(module);
    const libmime: { detectMimeType(name: string): string } = require('libmime');
    const { extensions = {} } = module.exports;
    assert.ok(Object.keys(extensions).length > 900);
    for (const [extension, type] of Object.entries(extensions)) assert.equal(type, libmime.detectMimeType(extension));
    assert.throws(() => module.exports.list, /not in this bundle/);
  });
});
