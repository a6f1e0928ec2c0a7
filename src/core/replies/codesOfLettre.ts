import type { FoundReply } from './foundReply.ts';

/** Lettre's `Code` as Rust prints it for programmers, in one line or a field a line; the server's words are not there. */
const CODE =
  /\bCode \{\s{0,40}severity: (Permanent|Transient)NegativeCompletion,\s{0,40}category: (\w{1,20}),\s{0,40}detail: (\w{1,20}),?\s{0,40}\}/g;

/** Source: lettre src/transport/smtp/response.rs. */
const CATEGORIES = ['Syntax', 'Information', 'Connections', 'Unspecified3', 'Unspecified4', 'MailSystem'];
const DETAILS = ['Zero', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** The replies that stand in `text` from `start` to `end` as lettre's names of their three digits. */
export function codesOfLettre(text: string, start: number, end: number): readonly FoundReply[] {
  // Few texts have it; looked for in the part alone, since the rest of a long text is behind it.
  const part = text.slice(start, end);
  if (!part.includes('NegativeCompletion')) return [];
  const found: FoundReply[] = [];
  for (const match of part.matchAll(CODE)) {
    const category = CATEGORIES.indexOf(match[2] as string);
    const detail = DETAILS.indexOf(match[3] as string);
    if (category < 0 || detail < 0) continue;
    const from = start + match.index;
    const to = from + match[0].length;
    found.push({
      start: from,
      end: to,
      code: (match[1] === 'Permanent' ? 500 : 400) + category * 10 + detail,
      codeSpan: { start: from, end: to },
      text: '',
      words: { start: to, end: to },
      frame: 'exception',
      sureness: 'sure',
      stage: '?',
    });
  }
  return found;
}
