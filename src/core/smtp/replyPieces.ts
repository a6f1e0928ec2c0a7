import type { Said } from './said.ts';

/** What a tool puts between the lines of a reply that it shows on one line. */
export interface Separator {
  /** `codes`: nothing, each line starts with its code; `bar`: ` | ` and no codes; `spelt`: a mark, then the code. */
  readonly kind: 'codes' | 'bar' | 'spelt';
  /** The tool's line holds the whole reply. */
  readonly whole?: true;
}

/** The tools' spellings of a line end inside a line. */
const SPELT = /(?:(?:\\r)?\\n|\[nl\]|<br ?\/?>|,[ \t]?| [|/] |[ \t])(\d{3})[ -]/g;
const BAR = / \| /g;

type Piece = readonly [from: number, to: number];

/** The lines of a reply that stand on one line of the text; undefined where it is one, as it mostly is. */
export function replyPieces(spoken: {
  readonly said: Said;
  readonly from: number;
  readonly to: number;
  readonly separator?: Separator | undefined;
}): readonly Piece[] | undefined {
  const { said, from, to, separator } = spoken;
  if (separator === undefined || said.text.charCodeAt(from + 3) !== 45 || to - from < 9) return undefined;
  const line = said.text.slice(from, to);
  if (separator.kind === 'bar')
    return cut(
      from,
      to,
      [...line.matchAll(BAR)].map((m) => [m.index, m[0].length]),
    );
  const code = line.slice(0, 3);
  return cut(from, to, separator.kind === 'codes' ? codes(line, code) : spelt(line, code));
}

function codes(line: string, code: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = line.indexOf(code, 4); at >= 0; at = line.indexOf(code, at + 4)) {
    const c = line.charCodeAt(at + 3);
    if (c === 45 || c === 32) found.push([at, 0]);
    if (c === 32) break;
  }
  return found;
}

/** One blank and a code may be a part of the text; anything else, or several of them, is a row of reply lines. */
function spelt(line: string, code: string): [number, number][] {
  const found: [number, number][] = [];
  for (const match of line.matchAll(SPELT)) {
    if (match[1] !== code) continue;
    found.push([match.index, match[0].length - 4]);
    if (match[0].endsWith(' ')) break;
  }
  const plain = found.every(([at, length]) => length === 1 && line[at] === ' ');
  return plain && found.length < 2 ? [] : found;
}

function cut(from: number, to: number, at: readonly (readonly [number, number])[]): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  for (const [index, length] of at) {
    pieces.push([start, from + index]);
    start = from + index + length;
  }
  pieces.push([start, to]);
  return pieces;
}
