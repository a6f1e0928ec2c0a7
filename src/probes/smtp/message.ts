/** A message as it goes over the line: text that is written in UTF-8, or in latin-1 where its bytes are no UTF-8. */
export interface MessageText {
  readonly text: string;
  readonly latin1?: true;
}

/**
 * A message as it goes over the line, in pieces of at most some `most` characters, so that there is never a second copy of
 * it: every line ends with CR LF, the last one too, and a lone CR or LF is a line end (RFC 5321 2.3.8); where it is
 * `stuffed`, a line that begins with a dot gets one more (RFC 5321 4.5.2). A piece ends behind a line where one ends in
 * it, and never within a character or a CR LF. Nothing of an empty text.
 */
export function* piecesOnWire(text: string, most: number, stuffed: boolean): Iterable<string> {
  let atLineStart = true;
  for (let at = 0; at < text.length; ) {
    const end = endOfPiece(text, at, most);
    const cut = text.slice(at, end);
    // What stands right already is not copied.
    const lines = ODD_LINE_END.test(cut) ? cut.replace(/\r\n|\r|\n/g, '\r\n') : cut;
    const dotted = stuffed && lines.includes('\n.') ? lines.replace(/\n\./g, '\n..') : lines;
    const piece: string = stuffed && atLineStart && dotted.startsWith('.') ? `.${dotted}` : dotted;
    atLineStart = piece.endsWith('\n');
    at = end;
    yield at === text.length && !atLineStart ? `${piece}\r\n` : piece;
  }
}

const ODD_LINE_END = /(?<!\r)\n|\r(?!\n)/;

function endOfPiece(text: string, at: number, most: number): number {
  const end = at + most;
  if (end >= text.length) return text.length;
  const lineEnd = text.lastIndexOf('\n', end - 1);
  if (lineEnd >= at) return lineEnd + 1;
  const isSplit = (text[end - 1] === '\r' && text[end] === '\n') || isLow(text.charCodeAt(end));
  return isSplit ? end + 1 : end;
}

/** Octets of a message as it goes over the line, without added dots (RFC 1870 4 and 6.1). */
export function octetsOnWire(message: MessageText): number {
  const { text } = message;
  let added = text === '' || text.endsWith('\n') || text.endsWith('\r') ? 0 : 2;
  const odd = new RegExp(ODD_LINE_END, 'g');
  while (odd.test(text)) added++;
  return octetsOf(message) + added;
}

/** Octets of a text in UTF-8. */
export function octetsOf({ text, latin1 }: MessageText): number {
  if (latin1 === true || !isEightBit(text)) return text.length;
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

/** How a piece is written: ASCII is the same in both, and for UTF-8 Node sets three times the room aside. */
export const encodingOf = (piece: string, message: MessageText | undefined): 'utf8' | 'latin1' =>
  message?.latin1 === true || !isEightBit(piece) ? 'latin1' : 'utf8';
