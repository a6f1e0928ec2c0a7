import { isReplyAt } from './grammar.ts';
import { opensConnection } from './notes.ts';

/** How far into a line the text of SMTP may start behind what a log puts in front of it. */
const REACH = 170;

const BEFORE = new Uint8Array(128);
for (const char of ' \t"\'`:,>]|<=/)}*_') BEFORE[char.charCodeAt(0)] = 1;

/** First and second letters of verbs, small. */
const SECOND = new Map<number, string>([
  [0x65, 'hx'],
  [0x68, 'e'],
  [0x6c, 'h'],
  [0x6d, 'a'],
  [0x72, 'cs'],
  [0x64, 'a'],
  [0x71, 'u'],
  [0x73, 't'],
  [0x61, 'u'],
  [0x62, 'd'],
  [0x76, 'r'],
  [0x6e, 'o'],
]);
const second = new Uint8Array(128 * 128);
for (const [first, letters] of SECOND) {
  for (const letter of letters) second[first * 128 + letter.charCodeAt(0)] = 1;
}

const VERB =
  /(?:(?:EHLO|HELO|LHLO)[ \t]|MAIL[ \t]{1,4}FROM[ \t]{0,4}:|RCPT[ \t]{1,4}TO[ \t]{0,4}:|(?:DATA|RSET|QUIT|STARTTLS|NOOP|HELP)[ \t]{0,8}(?:$|["'](?![ \t]{0,2}[:=])|[\\<|])|(?:EHLO|HELO)$|AUTH[ \t]{1,4}[A-Z]|BDAT[ \t]{1,4}\d|(?:VRFY|EXPN|ETRN|HELP|NOOP)[ \t]{1,4}\S)/iy;

/** Where in the line a command or a reply may start, at or behind `from`; −1 where none does. */
export function findSaid(line: string, from = 0, reach = REACH): number {
  const to = Math.min(line.length, reach);
  let free = from === 0 || BEFORE[line.charCodeAt(from - 1) & 127] === 1;
  for (let i = from; i < to; i++) {
    const c = line.charCodeAt(i);
    if (free) {
      if (c >= 50 && c <= 53) {
        if (isReplyAt(line, i)) return i;
      } else if (c > 64 && c < 123 && second[(c | 32) * 128 + ((line.charCodeAt(i + 1) | 32) & 127)] === 1) {
        VERB.lastIndex = i;
        if (VERB.test(line)) return i;
      }
    }
    free = c < 128 && BEFORE[c] === 1;
  }
  return -1;
}

const HINT =
  /^(?:={3}|\* {1,4}Trying|#|\$|[A-Z]:\\|PS |Trying |telnet |CONNECTED\(|Ncat: |Connect|trying host|connect: to|send: |reply: |DEBUG|Follow: tcp|openssl |\.\.\. while|\[[^\]]{1,80}\][#$])|onnecti(?:on|ng)|(?:telnet|s_client|ncat|gnutls-cli|swaks) |== Info|read from 0x|write to 0x|Data from Socket#|[<>] \d{4}\/\d\d\/\d\d .{1,30}length=|(?:<= Recv|=> Send) | SMTPSVC\d|^\[\d{3}\] '/;

/** A first look that most lines of a log or of prose do not pass: a command or a reply in it, or a connection. */
export function mayStart(line: string): boolean {
  if (findSaid(line) >= 0) return true;
  const c = line.charCodeAt(0);
  if (c >= 65 && c <= 90 && line.charCodeAt(3) === 32 && line.charCodeAt(9) === 58) return false;
  const head = line.length > 200 ? line.slice(0, 200) : line;
  return HINT.test(head) && (STARTS.test(head) || opensConnection(head));
}

const STARTS =
  /^(?:===|\* |[<>] |#|send: |reply: |read from|write to|\[\d{3}\] ')|== Info|Recv |Send |Data from Socket#| SMTPSVC\d|NSE: |A connection was|^(?:\d\d:\d\d:\d\d\.\d{1,6} )?connect: to \(|Connection: opening to |Connection established to /;
