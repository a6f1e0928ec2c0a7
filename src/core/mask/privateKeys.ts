import { type FoundSecret, maskedKey } from './secret.ts';
import type { Searched } from './secrets/searched.ts';

const BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
/** Characters; longer than any key. */
const LONGEST = 30_000;

/** What stands between the two lines that enclose a private key (RFC 7468), or to the end of what may be one. */
export function* privateKeys({ text }: Searched): Iterable<FoundSecret> {
  BEGIN.lastIndex = 0;
  for (let match = BEGIN.exec(text); match !== null; match = BEGIN.exec(text)) {
    const from = match.index + match[0].length;
    const reach = text.slice(from, from + LONGEST);
    const close = reach.search(/-----END /);
    const length =
      close >= 0 ? lineStart(reach, close) : (/^[A-Za-z0-9+/=\s>|\\:,.-]*/.exec(reach) as RegExpExecArray)[0].length;
    const body = reach.slice(0, length);
    const lead = body.length - body.trimStart().length;
    const key = body.trim();
    BEGIN.lastIndex = from + length;
    if (maskedKey(key) === key) continue;
    const at = { start: from + lead, end: from + lead + key.length };
    yield { ...at, kind: 'private-key', encoded: true, passwords: [] };
  }
}

/** What stands in front of the closing line, on that line, is not the key's. */
function lineStart(text: string, at: number): number {
  const lineBreak = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at));
  return lineBreak < 0 ? at : lineBreak;
}
