/** A message for a test, as it is asked for. */
export interface SampleMessage {
  /** Empty for the null sender. */
  readonly from: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** What stands before the @ of the Message-ID. */
  readonly id: string;
  /** The name of the machine that sends. */
  readonly host: string;
}

/** The text of a message (RFC 5322), in UTF-8; 8bit only where something in it needs it. */
export function writeSampleMessage({ from, recipients, subject, body, time, id, host }: SampleMessage): string {
  const eightBit = /[^\0-\x7f]/.test(body);
  const lines = [
    `Date: ${new Date(time).toUTCString().replace('GMT', '+0000')}`,
    `From: ${mailbox(from === '' ? `postmaster@${host}` : from)}`,
    `To: ${recipients.map(mailbox).join(',\r\n ')}`,
    `Subject: ${unstructured(subject)}`,
    `Message-ID: <${id}@${host}>`,
    // RFC 3834 5: nobody shall answer it by a machine.
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Transfer-Encoding: ${eightBit ? '8bit' : '7bit'}`,
    '',
    ...body.split(/\r\n|\r|\n/).flatMap(inPieces),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** Nothing in an address begins a field or a line. */
const mailbox = (address: string): string => `<${oneLine(address)}>`;

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]{1,1000}/gu, ' ').trim();

/** Characters of the text in an encoded word: with its frame it stays below 76 (RFC 2047 2). */
const ENCODED = 60;

/** The value of a field as it is, or in encoded words (RFC 2047 4.2) where it is not ASCII or would be taken for one. */
function unstructured(text: string): string {
  const plain = oneLine(text);
  if (/^[\x20-\x7e]{0,900}$/.test(plain) && !plain.includes('=?')) return plain;
  const words: string[] = [];
  let piece = '';
  for (const character of plain) {
    const more = quotedPrintable(character);
    if (piece.length + more.length > ENCODED) {
      words.push(piece);
      piece = '';
    }
    piece += more;
  }
  return [...words, piece].map((word) => `=?utf-8?Q?${word}?=`).join('\r\n ');
}

function quotedPrintable(character: string): string {
  if (/^[A-Za-z0-9]$/.test(character)) return character;
  if (character === ' ') return '_';
  // Half of a surrogate pair stands for nothing.
  const octets = /^[\ud800-\udfff]$/.test(character) ? '%EF%BF%BD' : encodeURIComponent(character);
  return octets.replace(/[^%A-F0-9]|(?<!%|%[A-F0-9])[A-F0-9]/g, hexOf).replaceAll('%', '=');
}

const hexOf = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** Characters of a line, in any script fewer than 998 octets (RFC 5322 2.1.1). */
const LONGEST_LINE = 240;

function inPieces(line: string): readonly string[] {
  if (line.length <= LONGEST_LINE) return [line];
  const characters = [...line];
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; at += LONGEST_LINE) {
    pieces.push(characters.slice(at, at + LONGEST_LINE).join(''));
  }
  return pieces;
}
