import type { Lines } from '../../text/lines.ts';

/** Characters from the start of a header within which it must show that it is one. */
const NEAR = 6000;
/** Longer than any proof. */
const LONGEST = 300;

/** What stands between a name and its value: marks, quotation marks, tags, entities, a key. */
const GAP = '(?:[^A-Za-z0-9<(]|<[^<>]{0,80}>|&(?:quot|lt|nbsp);|value|as){0,40}?';

const PROOF = new RegExp(
  [
    `received${GAP}\\(?(?:from|by|qmail)[\\s\\u00a0]`,
    `received-spf${GAP}(?:pass|fail|none|softfail|neutral|temperror|permerror)`,
    `message-id${GAP}(?:<|&lt;|\\\\u003c)`,
    `mime-version${GAP}1\\.0`,
    `dkim-signature${GAP}[avdscq]=`,
    `arc-(?:seal|message-signature|authentication-results)${GAP}i=`,
    'authentication-results',
    `return-path${GAP}(?:<|&lt;|\\\\u003c)`,
    `(?:references|in-reply-to)${GAP}(?:<|&lt;|\\\\u003c)`,
    `content-type${GAP}(?:text|multipart|message)\\\\?/`,
    `date${GAP}(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?[\\s\\u00a0]{0,3})?\\d`,
  ].join('|'),
  'gi',
);

/** What was searched last in a text. */
interface Searched {
  readonly from: number;
  readonly to: number;
  /** The first proof in it. */
  readonly found: number | undefined;
}

const searched = new WeakMap<Lines, Searched>();

/** Whether something that only a header has stands near behind this place. What was searched is not searched again. */
export function isProofNear(lines: Lines, offset: number): boolean {
  const known = searched.get(lines);
  if (known !== undefined && known.from <= offset) {
    if (known.found !== undefined && known.found >= offset) return known.found < offset + NEAR;
    if (known.found === undefined && offset + NEAR <= known.to) return false;
  }
  const to = offset + NEAR * 4;
  PROOF.lastIndex = 0;
  const at = PROOF.exec(lines.text.slice(offset, to + LONGEST))?.index;
  const found = at === undefined || offset + at >= to ? undefined : offset + at;
  searched.set(lines, { from: offset, to, found });
  return found !== undefined && found < offset + NEAR;
}
