/** A placeholder of a template: `{{finding}}`. */
const PLACEHOLDER = /\{\{([A-Za-z]{1,30})\}\}/g;

/**
 * Puts values into a template. A paragraph, the lines between two empty ones, is left out where all its placeholders are
 * empty, so that no heading stands over nothing; so is one that ends in a colon in front of it. An unknown placeholder stays
 * as it is, for its writer to see.
 */
export function fillTemplate(template: string, values: ReadonlyMap<string, string>): string {
  const paragraphs = template.replace(/\r\n?/g, '\n').split(/\n{2,}/);
  const filled = paragraphs.filter(
    (paragraph, at) =>
      !isEmpty(paragraph, values) && !(isHeading(paragraph) && isEmpty(paragraphs[at + 1] ?? '', values)),
  );
  const text = filled.map((paragraph) =>
    paragraph.replace(PLACEHOLDER, (whole, name) => values.get(name) ?? whole).trimEnd(),
  );
  return `${text.join('\n\n').trim()}\n`;
}

const isHeading = (paragraph: string): boolean => paragraph.trimEnd().endsWith(':') && !paragraph.includes('{{');

function isEmpty(paragraph: string, values: ReadonlyMap<string, string>): boolean {
  const named = [...paragraph.matchAll(PLACEHOLDER)];
  return named.length > 0 && named.every(([, name]) => values.get(name as string) === '');
}

/** The placeholders of a template that have no value. */
export const unknownPlaceholders = (template: string, values: ReadonlyMap<string, string>): readonly string[] => [
  ...new Set([...template.matchAll(PLACEHOLDER)].map(([, name]) => name as string).filter((name) => !values.has(name))),
];
