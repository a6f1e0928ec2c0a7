import { isReplyAt, looksLikeCommand } from './grammar.ts';
import type { Rows } from './rows.ts';

/** How many lines a report on a TLS handshake may have: a chain of certificates in base64. */
const LONGEST = 1500;

/**
 * The last line of the report that `openssl s_client` or `gnutls-cli` starts at `line`, or `line` itself where none
 * starts there. It is all notes, and the hexadecimal and base64 in it must not be taken for replies.
 */
export function endOfTlsReport(rows: Rows, line: number, words: string): number {
  if (words.startsWith('CONNECTED(')) return endOf(rows, line, words, (text) => text === '---', true);
  if (words === '---') return fencedEnd(rows, line);
  if (words.startsWith('- Certificate type'))
    return endOf(rows, line, words, (text) => text.startsWith('- Simple Client'), false);
  return line;
}

/** The last fence before something is said. */
function endOf(rows: Rows, line: number, words: string, isFence: (text: string) => boolean, says: boolean): number {
  const to = Math.min(rows.limit, line + LONGEST);
  for (let i = line + 1; i < to; i++) {
    const text = rows.text(i).trim();
    if (text.startsWith(words.slice(0, 10))) return line;
    if (!isFence(text)) continue;
    if (!says || isSaid(rows, i + 1)) return i;
  }
  return line;
}

/** A block about a session ticket between two fences. */
function fencedEnd(rows: Rows, line: number): number {
  if (!rows.text(line + 1).startsWith('Post-Handshake')) return line;
  const to = Math.min(rows.limit, line + 100);
  for (let i = line + 2; i < to; i++) if (rows.text(i).trim() === '---') return i;
  return line;
}

function isSaid(rows: Rows, line: number): boolean {
  const text = rows.text(line);
  return line >= rows.limit || isReplyAt(text, 0) || looksLikeCommand(text.trim());
}
