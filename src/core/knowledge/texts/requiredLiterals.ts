import { append, least } from '../../text/lists.ts';

/**
 * Literals of which every match of a pattern holds at least one, in lower case; undefined where no such list is known.
 * Understands the part of the syntax that the tables use; of anything else it only knows less.
 */
export function requiredLiterals(pattern: RegExp): readonly string[] | undefined {
  // Escapes of code points are not followed here, nor are sets of sets.
  if (pattern.flags.includes('v') || /\\[xukc]/.test(pattern.source)) return undefined;
  const reader: Reader = { source: pattern.source, at: 0, unicode: pattern.unicode };
  const found = readAlternatives(reader);
  return reader.at === pattern.source.length && found !== undefined && weight(found) >= SHORTEST ? found : undefined;
}

/** Shorter ones stand in too many texts to tell anything. */
export const SHORTEST = 3;

interface Reader {
  readonly source: string;
  at: number;
  readonly unicode: boolean;
}

type Literals = readonly string[];

/** The shortest literal decides how much a list tells. */
const weight = (literals: Literals): number => least(literals.map((literal) => literal.length));

const better = (one: Literals | undefined, other: Literals | undefined): Literals | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  const [a, b] = [weight(one), weight(other)];
  return a > b || (a === b && one.length <= other.length) ? one : other;
};

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
    if (run.length >= SHORTEST) best = better(best, [run]);
    run = '';
  };
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] as string)) {
    const part = readPart(reader);
    const times = readQuantifier(reader);
    if (part.literal === undefined) {
      if (part.width) endRun();
      if (times.least > 0) best = better(best, part.required);
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
 * Whether a character matches in no other form than that of lower case: letters beyond ASCII may, and by the rules of
 * Unicode `s` does (it matches U+017F); letters without case have one form. Half of a character is none.
 */
const isLiteral = (c: string, unicode: boolean): boolean =>
  c.charCodeAt(0) < 128 ? !(unicode && /s/i.test(c)) : /[\p{Lo}\p{Lm}]/u.test(c);

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
