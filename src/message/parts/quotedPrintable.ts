import { withoutBlanks } from '../messageBytes.ts';

/** Takes quoted-printable off (RFC 2045 6.7), line ends kept as they are; one character a byte. */
export function readQuotedPrintable(text: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const lf = text.indexOf('\n', at);
    const next = lf < 0 ? text.length : lf + 1;
    const end = lf < 0 ? text.length : text.charCodeAt(lf - 1) === 13 && lf > at ? lf - 1 : lf;
    const line = withoutBlanks(text.slice(at, end));
    // A soft line break.
    pieces.push(line.endsWith('=') ? line.slice(0, -1) : line + text.slice(end, next));
    at = next;
  }
  return pieces
    .join('')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
