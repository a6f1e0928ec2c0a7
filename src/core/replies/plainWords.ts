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
