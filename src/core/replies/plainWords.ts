/** What programs write in the place of a character: escapes of strings, entities of HTML. */
const ESCAPE =
  /\\{1,7}(?:u00([0-9a-f]{2})|[rnt](?![A-Za-z]{2}|[a-z]\\?:)|(["'/]))|&(?:(lt|gt|quot|apos|amp|nbsp)|#0{0,3}(\d{2,3})|#x([0-9a-f]{2}));/gi;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
  ['nbsp', ' '],
]);

/** The words of a reply as the server said them, where a program escaped them for its own string or page. */
export const plainWords = (words: string): string =>
  /[\\&]/.test(words)
    ? words.replace(ESCAPE, (_, hex16, quote, name, decimal, hex8) => {
        if (quote !== undefined) return quote;
        if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? ' ';
        const code = decimal === undefined ? Number.parseInt(hex16 ?? hex8 ?? '20', 16) : Number(decimal);
        return code < 32 || code === 127 ? ' ' : String.fromCharCode(code);
      })
    : words;

const QMAIL = /(?<=\bdelivery \d{1,12}: (?:success|deferral|failure): ?)\S{1,4000}/;

/** Blanks are written as `_` and ends of lines as `/` (qmail-send.c, `logsafe`), one for one. */
export const plainOfQmail = (words: string): string => words.replace(/_/g, ' ').replace(/\/(?=[A-Z0-9<\s]|$)/g, ' ');

/** W3C's logs have no blanks in a field: `550+5.7.1+Unable+to+relay` (IIS). */
const PLUS = /(?<=\s)[245]\d\d[+-](?:[245]\.\d{1,3}\.\d{1,3}\+)?[^\s+]{1,400}\+\S{1,2000}/;

/** A line of a log in which blanks are written otherwise, with its words as they were said. */
export function asLogged(line: string): string {
  const plain = line.includes('delivery ') ? line.replace(QMAIL, plainOfQmail) : line;
  return plain.includes('+') ? plain.replace(PLUS, (words) => words.replaceAll('+', ' ')) : plain;
}
