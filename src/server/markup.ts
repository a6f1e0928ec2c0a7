import type { ClientCapabilities } from 'vscode-languageserver';
import { inMarkup, type Markup, markupFor } from '../core/text/simplerMarkdown.ts';

/** What a client makes of the Markdown in each answer. */
export interface Markups {
  readonly hover: Markup;
  readonly completion: Markup;
  readonly signature: Markup;
}

/** By what the client says it takes; `decodes`: it makes characters of entities, as our own does. */
export function markupsOf({ textDocument }: ClientCapabilities, decodes: boolean): Markups {
  const { hover, completion, signatureHelp } = textDocument ?? {};
  return {
    hover: markupFor(hover?.contentFormat, decodes),
    completion: markupFor(completion?.completionItem?.documentationFormat, decodes),
    signature: markupFor(signatureHelp?.signatureInformation?.documentationFormat, decodes),
  };
}

/** An answer with every Markdown in it (`MarkupContent`) as the client takes it. */
export function withMarkup<T>(answer: T, markup: Markup): T {
  if (markup === 'html') return answer;
  if (Array.isArray(answer)) return answer.map((one) => withMarkup(one, markup)) as T;
  if (typeof answer !== 'object' || answer === null) return answer;
  const { kind, value } = answer as { readonly kind?: unknown; readonly value?: unknown };
  if (kind === 'markdown' && typeof value === 'string') {
    return { kind: markup === 'plaintext' ? markup : kind, value: inMarkup(value, markup) } as T;
  }
  return Object.fromEntries(Object.entries(answer).map(([key, inner]) => [key, withMarkup(inner, markup)])) as T;
}
