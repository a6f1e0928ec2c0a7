import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { FoundSecret } from '../secret.ts';
import { hasAny, type Searched } from './searched.ts';
import { tokenRows } from './tokenRows.ts';

/** The part of a rule of secretlint that is used here (the library's own types need its command line). */
interface Rule {
  readonly meta: { readonly id: string };
  create(
    context: {
      readonly sharedOptions: object;
      createTranslator(): (id: string) => { readonly message: string; readonly messageId: string };
      report(found: { readonly range: readonly [number, number] }): void;
      ignore(): void;
    },
    options: object,
  ): { file?(source: Source): unknown };
}

interface Source {
  readonly content: string;
  readonly filePath: string;
  readonly ext: string;
  readonly contentType: 'text';
  readonly hasBOM: boolean;
}

/**
 * Left out: what is found here in more forms (passwords of URLs, private keys), what marks more than the secret or less
 * (aws counts from the name of the variable), and what is no rule on tokens.
 */
const OTHERS =
  /-(?:aws|gcp|basicauth|database-connection-string|privatekey|secp256k1-privatekey|no-.{1,40}|pattern|filter-comments)$/;

const used = (rules as unknown as readonly Rule[]).filter(({ meta }) => !OTHERS.test(meta.id));

/** Tokens that are known by their own form: by the rules of secretlint, and by rows for services of mail. */
export function* serviceTokens({ text, small }: Searched): Iterable<FoundSecret> {
  const ranges: (readonly [number, number])[] = [];
  const context = {
    sharedOptions: {},
    createTranslator: () => (id: string) => ({ message: id, messageId: id }),
    report: ({ range }: { readonly range: readonly [number, number] }): void => void ranges.push(range),
    ignore: (): void => undefined,
  };
  const source: Source = { content: text, filePath: 'ticket.txt', ext: '.txt', contentType: 'text', hasBOM: false };
  for (const rule of used) rule.create(context, {}).file?.(source);
  for (const [start, end] of ranges) yield tokenAt(text, start, end);
  for (const { form, words } of tokenRows) {
    if (!hasAny(small, words)) continue;
    for (const match of text.matchAll(form)) {
      const secret = match.groups?.secret ?? match[0];
      const start = match.index + match[0].lastIndexOf(secret);
      yield tokenAt(text, start, start + secret.length);
    }
  }
}

const tokenAt = (text: string, start: number, end: number): FoundSecret => ({
  start,
  end,
  kind: 'token',
  encoded: false,
  passwords: [text.slice(start, end)],
});
