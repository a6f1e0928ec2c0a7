import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/**
 * The page of the extension with its pictures in it: it is read where there is neither a network nor a repository.
 *
 * @param {string} path of the page, in Markdown
 * @returns {string} the page; throws where a picture is missing, or is of a kind that the editor does not show in a page
 */
export function extensionPage(path) {
  return readFileSync(path, 'utf8').replace(/(!\[[^\]\n]{0,1000}\]\()([^)\s]{1,300})\)/g, (_all, before, picture) => {
    const kind = KINDS.get(extname(picture));
    if (kind === undefined) throw new Error(`${picture} is no picture that a page may hold.`);
    const bytes = readFileSync(join(dirname(path), picture));
    return `${before}data:image/${kind};base64,${bytes.toString('base64')})`;
  });
}

/** Drawings (SVG) are refused by those who show pages. */
const KINDS = new Map([
  ['.webp', 'webp'],
  ['.png', 'png'],
]);
