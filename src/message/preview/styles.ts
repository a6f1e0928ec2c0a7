/** Properties that change how text looks and where it stands among its neighbours; none of them loads or covers. */
const PROPERTIES =
  /^(?:color|background-color|background|font(?:-(?:family|size|style|weight|variant))?|text-(?:align|decoration|indent|transform)|line-height|letter-spacing|word-(?:spacing|break|wrap)|overflow-wrap|white-space|vertical-align|list-style-type|direction|(?:margin|padding)(?:-(?:top|right|bottom|left))?|border(?:-(?:top|right|bottom|left))?(?:-(?:color|style|width))?|border-(?:collapse|spacing|radius)|(?:min-|max-)?(?:width|height)|display|float|clear|table-layout|caption-side)$/;

/** Words, numbers and colours. */
const VALUE = /^[\w\s#%.,'"!*/+-]{1,300}$/;
const FUNCTIONS = /\b(?:rgba?|hsla?)\([\d\s.,%/]{1,60}\)/gi;

/** Declarations of a style attribute that are harmless. */
export function harmlessStyle(style: string): string {
  const kept: string[] = [];
  for (const declaration of style.slice(0, 4000).split(';')) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    if (PROPERTIES.test(property) && VALUE.test(value.replace(FUNCTIONS, 'c'))) kept.push(`${property}: ${value}`);
  }
  return kept.join('; ');
}

/** Addresses that CSS would load: `url(…)` and `@import "…"`. */
export function* remoteAddressesInCss(css: string): Iterable<string> {
  for (const [, address = ''] of css.matchAll(/url\(\s{0,10}["']?([^"')\s]{1,2000})/gi)) yield address;
  for (const [, address = ''] of css.matchAll(/@import\s{1,10}["']([^"']{1,2000})/gi)) yield address;
}
