import { append } from '../../text/lists.ts';

/** How many texts a literal stands in, as far as that can be told; what is in fewer tells more. */
export type Cost = (literal: string) => number;

/** Where nothing is known of the texts, a shorter one stands in more of them. */
const byLength: Cost = ({ length }) => 40 ** -length;

/** What a list costs: the texts that hold one of its literals. */
export const costOf = (literals: readonly string[], cost: Cost): number =>
  literals.reduce((sum, literal) => sum + cost(literal), 0);

/**
 * Literals of which every match of a pattern holds at least one, in lower case; undefined where no such list is known. Of
 * several lists it is the one that costs least. Understands the part of the syntax that the tables use; of anything else
 * it only knows less.
 */
export function requiredLiterals(pattern: RegExp, cost: Cost = byLength): readonly string[] | undefined {
  // Escapes of code points are not followed here, nor are sets of sets.
  if (pattern.flags.includes('v') || /\\[xukc]/.test(pattern.source)) return undefined;
  const reader: Reader = { source: pattern.source, at: 0, unicode: pattern.unicode, cost };
  const found = readAlternatives(reader);
  const isLong = found?.every(({ length }) => length >= SHORTEST);
  return reader.at === pattern.source.length && isLong ? found : undefined;
}

/** Shorter ones stand in too many texts to tell anything. */
export const SHORTEST = 3;

interface Reader {
  readonly source: string;
  at: number;
  readonly unicode: boolean;
  readonly cost: Cost;
}

type Literals = readonly string[];

/** The list that costs less. */
export const better = (one: Literals | undefined, other: Literals | undefined, cost: Cost): Literals | undefined =>
  one === undefined || other === undefined ? (one ?? other) : costOf(one, cost) <= costOf(other, cost) ? one : other;

function readAlternatives(reader: Reader): Literals | undefined {
  const branches = [readBranch(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at++;
    branches.push(readBranch(reader));
  }
  const all: string[] = [];
  for (const branch of branches) {
    if (branch === undefined) return undefined;
    append(all, branch);
  }
  return [...new Set(all)];
}

function readBranch(reader: Reader): Literals | undefined {
  let best: Literals | undefined;
  let run = '';
  const endRun = (): void => {
    if (run.length >= SHORTEST) best = better(best, [run], reader.cost);
    run = '';
  };
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] as string)) {
    const part = readPart(reader);
    const times = readQuantifier(reader);
    if (part.literal === undefined) {
      if (part.width) endRun();
      if (times.least > 0) best = better(best, part.required, reader.cost);
    } else {
      run += part.literal.repeat(Math.min(times.least, MOST_REPEATS));
      if (times.least !== 1 || times.most !== 1) endRun();
    }
  }
  endRun();
  return best;
}

interface Part {
  /** The one character that it matches. */
  readonly literal?: string;
  readonly required?: Literals | undefined;
  /** Whether it takes up characters of the text; an assertion does not. */
  readonly width: boolean;
}

function readPart(reader: Reader): Part {
  const { source } = reader;
  const c = source[reader.at++] as string;
  switch (c) {
    case '(':
      return readGroup(reader);
    case '[':
      while (source[reader.at] !== ']' && reader.at < source.length) reader.at += source[reader.at] === '\\' ? 2 : 1;
      reader.at++;
      return { width: true };
    case '.':
      return { width: true };
    case '^':
    case '$':
      return { width: false };
    case '\\': {
      const escaped = source[reader.at++] ?? '';
      if (escaped === 'b' || escaped === 'B') return { width: false };
      if (/p/i.test(escaped) && reader.unicode) reader.at = source.indexOf('}', reader.at) + 1;
      return /[a-z0-9]/i.test(escaped) ? { width: true } : { literal: escaped, width: true };
    }
    default:
      return isLiteral(c, reader.unicode) ? { literal: c.toLowerCase(), width: true } : { width: true };
  }
}

/** More of one character need not be looked for. */
const MOST_REPEATS = 8;

/**
 * Whether a character matches in no other form than that of lower case. By the rules of Unicode `s` does (it matches
 * U+017F), and half of a character is none.
 */
const isLiteral = (c: string, unicode: boolean): boolean => {
  if (c.charCodeAt(0) < 128) return !(unicode && /s/i.test(c));
  return /[\p{Lo}\p{Lm}]/u.test(c) || (!unicode && hasOneForm(c));
};

/** Of a letter beyond ASCII: whether all that match it without regard to case are the same in lower case. */
function hasOneForm(c: string): boolean {
  const known = oneForm.get(c) ?? [...beyondAscii().matchAll(new RegExp(c, 'gi'))].every(([form]) => isSame(form, c));
  oneForm.set(c, known);
  return known;
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const oneForm = new Map<string, boolean>();

/** Every character that is no ASCII and no half of one. */
function beyondAscii(): string {
  allBeyond ??= Array.from({ length: 0xd800 - 128 }, (_, i) => String.fromCharCode(i + 128)).join('');
  return allBeyond;
}

let allBeyond: string | undefined;

function readGroup(reader: Reader): Part {
  const opening = /\?(?:[:=!]|<[=!]|<\w{1,30}>)/y;
  opening.lastIndex = reader.at;
  const kind = opening.exec(reader.source)?.[0] ?? '';
  reader.at += kind.length;
  const required = readAlternatives(reader);
  reader.at++;
  const assertion = /[=!]$/.test(kind);
  return { width: !assertion, required: assertion ? undefined : required };
}

function readQuantifier(reader: Reader): { readonly least: number; readonly most: number } {
  const quantifier = /(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/y;
  quantifier.lastIndex = reader.at;
  const match = quantifier.exec(reader.source);
  if (match === null) return { least: 1, most: 1 };
  reader.at += match[0].length;
  if (match[1] !== undefined) return { least: match[1] === '+' ? 1 : 0, most: Number.POSITIVE_INFINITY };
  const least = Number(match[2]);
  return { least, most: match[3] === '' ? least : Number(match[4] || Number.POSITIVE_INFINITY) };
}
