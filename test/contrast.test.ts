import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

interface Theme {
  readonly background: string;
  readonly foreground: string;
  /** Colours by scope: the rules of one scope of the theme that VS Code 1.106 and later bring. */
  readonly rules: Readonly<Record<string, string>>;
}

const themes: Readonly<Record<string, Theme>> = JSON.parse(readFileSync('test/support/themes.json', 'utf8'));
const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Every scope that the grammars and the token types give to text. */
const scopes = new Set<string>([
  ...Object.values<readonly string[]>(contributes.semanticTokenScopes[0].scopes).flat(),
  ...globSync('syntaxes/*.tmLanguage.json').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/"(?:name|contentName)": "([a-z][\w.-]{3,100}\.(?:eml|smtp|mail))"/g)].map(
      (match) => match[1] as string,
    ),
  ),
]);

/** The colour of a scope: the rule with the longest beginning of it, as TextMate chooses. */
function colourOf({ rules, foreground }: Theme, scope: string): string {
  const [best] = Object.keys(rules)
    .filter((rule) => scope === rule || scope.startsWith(`${rule}.`))
    .sort((a, b) => b.length - a.length);
  return best === undefined ? foreground : (rules[best] as string);
}

/** Relative luminance (WCAG 2.2) of `#RRGGBB`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

describe('the colours of texts', () => {
  for (const [name, theme] of Object.entries(themes)) {
    it(`have a contrast of 4.5 in ${name}`, () => {
      assert.ok(scopes.size > 30);
      for (const scope of scopes) {
        const found = contrast(colourOf(theme, scope), theme.background);
        assert.ok(found >= 4.5, `${scope}: ${found.toFixed(2)}`);
      }
    });

    it(`leave what is neutral plain, and encoded words in no colour of a failure, in ${name}`, () => {
      assert.equal(colourOf(theme, contributes.semanticTokenScopes[0].scopes.mailStatus[0]), theme.foreground);
      const [encoded, failed] = ['variable.parameter.encoded-word.eml', 'invalid.illegal.result.eml'];
      assert.ok(scopes.has(encoded as string));
      assert.notEqual(colourOf(theme, encoded as string), colourOf(theme, failed as string));
      assert.ok(contrast(colourOf(theme, encoded as string), theme.background) >= 7);
    });
  }
});
