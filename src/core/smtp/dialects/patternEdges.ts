/**
 * With which characters the matches of a pattern begin and end, and which they all have. From it the prefilter is made,
 * so that a row of the dialects has to say nothing but its pattern.
 */

/** A set of characters: a bit for each character of ASCII, and one for all others. */
export type Characters = Int32Array;

const OTHERS = 128;
const WORDS = 5;

export function hasCharacter(set: Characters, code: number): boolean {
  const bit = code < OTHERS ? code : OTHERS;
  return (((set[bit >> 5] as number) >> (bit & 31)) & 1) === 1;
}

/** The characters of a text. */
export function charactersOf(text: string): Characters {
  let [controls, signs, capitals, small, others] = [0, 0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const bit = 1 << (code & 31);
    if (code >= OTHERS) others = 1;
    else if (code >= 96) small |= bit;
    else if (code >= 64) capitals |= bit;
    else if (code >= 32) signs |= bit;
    else controls |= bit;
  }
  const set = new Int32Array(WORDS);
  set[0] = controls;
  set[1] = signs;
  set[2] = capitals;
  set[3] = small;
  set[4] = others;
  return set;
}

export function union(a: Characters, b: Characters): Characters {
  const set = new Int32Array(WORDS);
  for (let i = 0; i < WORDS; i++) set[i] = (a[i] as number) | (b[i] as number);
  return set;
}

export interface PatternEdges {
  /** The characters at one of which a match begins; undefined where it may begin anywhere. */
  readonly first: Characters | undefined;
  /** The characters with which a match ends; where some matches have a mark and some have none, of those with a mark. */
  readonly last: Characters;
  /** The characters that a text has in which it matches; where some matches have a mark, those with a mark. */
  readonly needs: Characters;
}

export function edgesOf(pattern: RegExp): PatternEdges {
  const { first, last, free, needs } = new PatternReader(pattern.source).read();
  return { first: free ? undefined : first, last, needs };
}

interface Edges {
  readonly first: Characters;
  readonly last: Characters;
  /** It asks for no character: what follows it decides with what a match begins. */
  readonly free: boolean;
  /** It may take no character: what stands in front of it may be the end of a match. */
  readonly empty: boolean;
  /** It holds the group `mark`. */
  readonly marked: boolean;
  readonly needs: Characters;
}

function add(set: Characters, code: number): void {
  const bit = code < OTHERS ? code : OTHERS;
  set[bit >> 5] = (set[bit >> 5] as number) | (1 << (bit & 31));
}

function range(from: number, to: number): Characters {
  const set = new Int32Array(WORDS);
  for (let code = from; code <= Math.min(to, OTHERS); code++) add(set, code);
  return set;
}

/** All characters but those of a set; what is no ASCII is in it always, for a set may name one of many. */
function allBut(set: Characters): Characters {
  const rest = set.map((bits) => ~bits);
  rest[WORDS - 1] = 1;
  return rest;
}

const NONE: Characters = new Int32Array(WORDS);
const NOTHING: Edges = { first: NONE, last: NONE, free: true, empty: true, marked: false, needs: NONE };
/** The end of the text asks for something, but for no character. */
const END: Edges = { ...NOTHING, free: false };

const oneOf = (set: Characters, needs = NONE): Edges => ({
  first: set,
  last: set,
  free: false,
  empty: false,
  marked: false,
  needs,
});

const DIGITS = range(48, 57);
const WORD = [range(65, 90), range(97, 122), charactersOf('_')].reduce(union, DIGITS);
const BLANKS = charactersOf('\t\n\v\f\r \u00a0');
const CLASSES: ReadonlyMap<string, Characters> = new Map([
  ['d', DIGITS],
  ['D', allBut(DIGITS)],
  ['w', WORD],
  ['W', allBut(WORD)],
  ['s', BLANKS],
  ['S', allBut(BLANKS)],
  ['t', charactersOf('\t')],
]);

const TOKEN = /\(\?(?:<?[=!]|:|<\w+>)|\((?!\?)|\[\^?(?:\\.|[^\]\\])*\]|\\[xu]?.|[^\\]/y;
const QUANTIFIER = /([?*+])\??|\{(\d+)(?:,\d*)?\}\??/y;

/** Reads what patterns of the dialects are made of; escapes of other characters than these are none of it. */
class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): Edges {
    let found = this.#sequence();
    while (this.#source[this.#at] === '|') {
      this.#at++;
      found = either(found, this.#sequence());
    }
    return found;
  }

  #sequence(): Edges {
    let found = NOTHING;
    while (this.#at < this.#source.length && !'|)'.includes(this.#source.charAt(this.#at))) {
      const next = this.#quantified(this.#term());
      found = {
        first: found.free ? union(found.first, next.first) : found.first,
        last: next.empty ? union(found.last, next.last) : next.last,
        free: found.free && next.free,
        empty: found.empty && next.empty,
        marked: found.marked || next.marked,
        needs: union(found.needs, next.needs),
      };
    }
    return found;
  }

  #term(): Edges {
    const token = this.#take(TOKEN)?.[0];
    if (token === undefined || /^\\[xuBkpP]/.test(token))
      throw new Error(`/${this.#source}/ has what is not read here, before ${this.#at}`);
    if (token.startsWith('(')) {
      const inner = this.read();
      this.#at++;
      if (token === '(?=') return { ...inner, last: NONE, empty: true };
      return /^\(\?<?[=!]/.test(token) ? NOTHING : { ...inner, marked: inner.marked || token === '(?<mark>' };
    }
    if (token === '$') return END;
    if (token === '^' || token === '\\b') return NOTHING;
    if (token === '.') return oneOf(allBut(NONE));
    if (token.startsWith('[') && token.length > 1) return oneOf(classOf(token));
    const set = charactersIn(token);
    return oneOf(set, CLASSES.has(token.slice(1)) ? NONE : set);
  }

  #quantified(one: Edges): Edges {
    const [, sign, least] = this.#take(QUANTIFIER) ?? [];
    const optional = sign === '?' || sign === '*' || least === '0';
    if (!optional) return one;
    return { ...one, free: true, empty: !one.marked, needs: one.marked ? one.needs : NONE };
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    this.#at += match?.[0].length ?? 0;
    return match;
  }
}

const common = (a: Characters, b: Characters): Characters => a.map((bits, i) => bits & (b[i] as number));

function either(a: Edges, b: Edges): Edges {
  const ends = a.marked === b.marked ? undefined : a.marked ? a : b;
  return {
    first: union(a.first, b.first),
    last: ends?.last ?? union(a.last, b.last),
    free: a.free || b.free,
    empty: ends?.empty ?? (a.empty || b.empty),
    marked: a.marked || b.marked,
    needs: ends?.needs ?? common(a.needs, b.needs),
  };
}

/** `\d`, `\[`, `a`. */
const charactersIn = (token: string): Characters =>
  (token.length > 1 ? CLASSES.get(token.slice(1)) : undefined) ?? charactersOf(token.slice(-1));

/** `[^\w.-]` */
function classOf(token: string): Characters {
  const negated = token.startsWith('[^');
  const members = token.slice(negated ? 2 : 1, -1);
  let set = NONE;
  for (const [, from = '', to] of members.matchAll(/(\\?.)(?:-(\\?.))?/g)) {
    const last = to?.charCodeAt(to.length - 1);
    set = union(set, last === undefined ? charactersIn(from) : range(from.charCodeAt(from.length - 1), last));
  }
  return negated ? allBut(set) : set;
}
