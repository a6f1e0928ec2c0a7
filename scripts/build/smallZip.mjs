import { deflateAsync } from '@gfx/zopfli';
import { strFromU8, strToU8, unzipSync, Zip, ZipPassThrough } from 'fflate';

/**
 * The same archive with the smallest deflate streams known (RFC 1951), which every reader of zip takes, JSON without blanks; and the same
 * bytes whenever it is made of the same files: each bears the first day that zip can tell.
 *
 * @param {Uint8Array} archive
 * @param {(files: Record<string, Uint8Array>) => Record<string, Uint8Array>} [change] makes other files of its files
 * @returns {Promise<Uint8Array>}
 */
export async function smallZip(archive, change = (files) => files) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  const zip = new Zip((problem, chunk) => {
    if (problem !== null) throw problem;
    chunks.push(chunk);
  });
  for (const [path, original] of Object.entries(change(unzipSync(archive)))) {
    const content = path.endsWith('.json') ? withoutBlanks(original) : original;
    const deflated = Uint8Array.from(content.length === 0 ? [] : await deflateAsync(content, OPTIONS));
    const file = deflated.length < content.length ? new Deflated(path, deflated) : new ZipPassThrough(path);
    file.mtime = '1980-01-01T12:00:00';
    zip.add(file);
    file.push(content, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** A file of a megabyte is worth more blocks than the 15 that are usual: 0 is any number. */
const OPTIONS = { numiterations: 15, blocksplittingmax: 0 };

/**
 * JSON without the blanks that it is written with for people.
 *
 * @param {Uint8Array} content
 */
const withoutBlanks = (content) => strToU8(JSON.stringify(JSON.parse(strFromU8(content))));

/** A file of which the deflated form is known. */
class Deflated extends ZipPassThrough {
  #deflated;

  /**
   * @param {string} path
   * @param {Uint8Array<ArrayBuffer>} deflated
   */
  constructor(path, deflated) {
    super(path);
    this.compression = 8;
    this.#deflated = deflated;
  }

  /**
   * @override
   * @param {Uint8Array} _content
   * @param {boolean} final
   */
  process(_content, final) {
    this.ondata(null, this.#deflated, final);
  }
}
