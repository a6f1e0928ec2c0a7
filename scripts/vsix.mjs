import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { root } from './bootstrap.mjs';
import { run } from './processes.mjs';

/**
 * The most the package may weigh, in bytes. A third of it is what checks signatures and decodes the character sets of
 * mail (`dist/message`), which is loaded when a command needs it.
 */
const sizeLimit = 2_000_000;

/** What must never be in the package, as parts of a path. */
const forbidden = ['node_modules', 'src', 'test', 'out', 'scripts', '.vscode-test'];

/**
 * Builds the extension for production, packages it and prints what is inside.
 *
 * @returns {Promise<number>} the exit code
 */
export async function packageExtension() {
  const built = await run(process.execPath, [join(root, 'esbuild.mjs'), '--production']);
  if (built !== 0) return built;
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = `${name}-${version}.vsix`;
  // Lists the files as it goes.
  await createVSIX({
    cwd: root,
    packagePath: join(root, file),
    dependencies: false,
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
  });
  const content = readFileSync(join(root, file));
  const paths = pathsIn(content);
  console.log(`${file}: ${paths.length} files, ${(content.length / 1000).toFixed(1)} kB`);
  const intruders = paths.filter((path) => path.split('/').some((part) => forbidden.includes(part)));
  for (const path of intruders) console.error(`${path} must not be in the package.`);
  if (content.length > sizeLimit) console.error(`The package is larger than ${sizeLimit / 1000} kB.`);
  return intruders.length > 0 || content.length > sizeLimit ? 1 : 0;
}

/**
 * Reads the central directory of a ZIP file (APPNOTE.TXT 4.3.12, 4.3.16).
 *
 * @param {Buffer} zip
 */
function pathsIn(zip) {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const name = at + 46;
    const nameEnd = name + zip.readUInt16LE(at + 28);
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    return zip.toString('utf8', name, nameEnd);
  });
}
