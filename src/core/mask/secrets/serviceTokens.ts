import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { FoundSecret } from '../secret.ts';
import { isInUse } from './rulesInUse.ts';
import type { Searched } from './searched.ts';
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

/** What the rules have reported of the text that is being looked at. */
let reported: (readonly [number, number])[] = [];
const readers = (rules as unknown as readonly Rule[])
  .filter(({ meta }) => isInUse(meta.id))
  .map((rule) =>
    rule.create(
      {
        sharedOptions: {},
        createTranslator: () => (id) => ({ message: id, messageId: id }),
        report: ({ range }) => void reported.push(range),
        ignore: () => undefined,
      },
      {},
    ),
  );
/** No token is shorter. */
const LONG_WORD = /[\w-]{16}/;

/** Tokens that are known by their own form: by the rules of secretlint, and by rows for services of mail. */
export function* serviceTokens(searched: Searched): Iterable<FoundSecret> {
  const { text } = searched;
  if (!LONG_WORD.test(text)) return;
  for (const [start, end] of byRules(text)) yield tokenAt(text, start, end);
  for (const { form, words } of tokenRows) {
    if (!searched.hasAny(words)) continue;
    for (const match of text.matchAll(form)) {
      const secret = match.groups?.secret ?? match[0];
      const start = match.index + match[0].lastIndexOf(secret);
      yield tokenAt(text, start, start + secret.length);
    }
  }
}

function byRules(text: string): readonly (readonly [number, number])[] {
  reported = [];
  const source: Source = { content: text, filePath: 'ticket.txt', ext: '.txt', contentType: 'text', hasBOM: false };
  for (const reader of readers) reader.file?.(source);
  return reported;
}

const tokenAt = (text: string, start: number, end: number): FoundSecret => ({
  start,
  end,
  kind: 'token',
  encoded: false,
  passwords: [text.slice(start, end)],
});
