/** RFC 7208 7.1, and no number that is 0 (7.3); the letters c, r and t stand in the text of an explanation only (7.2), which is another record. */
const MACRO = /%(?:\{[slodiphv](?:0{0,2}[1-9]\d{0,2})?r?[.\-+,/_=]{0,20}\}|[%_-])/giy;

export interface MacroString {
  /** Offset of a `%` that begins no macro; -1 where there is none. */
  readonly wrongAt: number;
  /** Whether it holds a macro at all. */
  readonly hasMacro: boolean;
  /** Whether it ends with one. */
  readonly endsWithMacro: boolean;
}

export function readMacroString(text: string): MacroString {
  let hasMacro = false;
  let end = -1;
  for (let at = text.indexOf('%'); at !== -1; at = text.indexOf('%', end)) {
    MACRO.lastIndex = at;
    const match = MACRO.exec(text);
    if (match === null) return { wrongAt: at, hasMacro, endsWithMacro: false };
    hasMacro = true;
    end = at + match[0].length;
  }
  return { wrongAt: -1, hasMacro, endsWithMacro: end === text.length };
}
