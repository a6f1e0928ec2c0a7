import type { Lines } from '../../text/lines.ts';
import { type Cover, CoverWriter } from './cover.ts';
import type { Layer } from './layer.ts';

/** Whether a text was copied from the source of a web page: its angle brackets are entities. */
const hasEntities = (raw: string): boolean =>
  /&(?:lt|#60|#x3c);/i.test(raw) && !/<[^<>\s/]{1,400}@[^<>\s/]{1,400}>/.test(raw);

export const ENTITY = /&(?:lt|gt|amp|quot|apos|nbsp|#\d{2,6}|#x[\da-f]{2,5});/gi;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** The character that an entity of HTML stands for; a blank for a no-break space, and for what is no character. */
export function decodeEntity(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  const known = NAMED.get(name);
  if (known !== undefined) return known;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (code === 160) return ' ';
  // A line break inside of a value folds.
  if (code === 10 || code === 13) return ' ';
  return code >= 0x20 && code <= 0xffff && (code < 0xd800 || code > 0xdfff) ? String.fromCharCode(code) : ' ';
}

/** A header whose angle brackets are entities, and all entities with them. */
export const entities: Layer = (lines: Lines): Cover | undefined => {
  const empty = /\n[ \t]{0,100}\r?\n/.exec(lines.text)?.index;
  if (!hasEntities(lines.text.slice(0, Math.min(empty ?? 60_000, 60_000)))) return undefined;
  const writer = new CoverWriter();
  let at = 0;
  for (const match of lines.text.matchAll(ENTITY)) {
    writer.keep(lines.text.slice(at, match.index), at);
    writer.keep(decodeEntity(match[0]), match.index, match[0].length);
    at = match.index + match[0].length;
  }
  writer.keep(lines.text.slice(at), at);
  return writer.done(lines.count);
};
