/** A message as it goes over the line: text that is written in UTF-8, or in latin-1 where its bytes are no UTF-8. */
export interface MessageText {
  readonly text: string;
  readonly latin1?: true;
}

/** Every line ends with CR LF, the last one too; a lone CR or LF is a line end (RFC 5321 2.3.8). */
export function withLineEnds(text: string): string {
  const lines = text.replace(/\r\n|\r|\n/g, '\r\n');
  return lines === '' || lines.endsWith('\r\n') ? lines : `${lines}\r\n`;
}

/** A line that begins with a dot gets one more (RFC 5321 4.5.2). `text` has lines that end with CR LF. */
export const dotStuffed = (text: string): string => text.replace(/^\./gm, '..');

/** Octets of a text in UTF-8. */
export function octetsOf({ text, latin1 }: MessageText): number {
  if (latin1 === true) return text.length;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Of a surrogate pair each half counts two; one that stands alone becomes U+FFFD, which has three.
    if (unit < 0x80) count += 1;
    else if (unit < 0x800) count += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && isLow(text.charCodeAt(at + 1))) {
      count += 4;
      at++;
    } else count += 3;
  }
  return count;
}

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** Whether a message cannot go where only seven bits can (RFC 6152). */
export const isEightBit = (text: string): boolean => /[^\0-\x7f]/.test(text);

/** `text` in pieces of about `most` characters that break at line ends only, so that no character and no CR LF is split. */
export function* piecesOf(text: string, most: number): Iterable<string> {
  for (let at = 0; at < text.length; ) {
    const end = at + most >= text.length ? text.length : endOfLine(text, at + most);
    yield text.slice(at, end);
    at = end;
  }
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at + 1;
}
