import { textOfOctets } from '../text/utf8.ts';
import { decodeBase64, isTextOctet } from './base64.ts';
import { View } from './view.ts';

/**
 * The ways to write a text that programs and people take off before they read it, in the order they are taken off: HTML
 * twice, for the source of a page that a page shows.
 */
export const decoders: readonly ((text: string) => View | undefined)[] = [quotedPrintable, markup, markup, escapes];

const QUOTED = /(?:=(?:[0-9A-F]{2}|\r?\n(?:[>|] ?){0,10})){1,200}/g;
const SOFT = /=\r?\n/g;
const QUOTED_SOFT = /=\r?\n(?:[>|] ?){0,10}/g;
/** Base64 ends in the same sign: a line of nothing else, or a word that its padding fills up to groups of four. */
const PADDED = /(?:^|[\s"'`>:(|[])([A-Za-z0-9+/]{2,400}={1,2})$/;
function endsBase64(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 400), at + 1);
  if (/==$|(?:^|[\r\n])[ \t>|]*[A-Za-z0-9+/]{4,100}=$/.test(before)) return true;
  const word = PADDED.exec(before)?.[1];
  const octets = word === undefined || word.length % 4 !== 0 ? undefined : decodeBase64(word, isTextOctet);
  return octets !== undefined && textOfOctets(octets) !== undefined;
}

/** Quoted-printable (RFC 2045 6.7), also behind marks of quotation; runs of it are decoded at once, as characters are. */
function quotedPrintable(text: string): View | undefined {
  if (!/=3D|=(?:20|09)\r?\n|=[C-F][0-9A-F]=[89AB][0-9A-F]|=\r?\n/.test(text)) return undefined;
  return View.of(text, QUOTED, ({ 0: run, index }) => {
    // Behind a soft line break, marks of quotation are none of the text where the line has them, too.
    const isQuoted = /[>|]/.test(text.charAt(text.lastIndexOf('\n', index) + 1));
    if (/^=\r?\n/.test(run) && endsBase64(text, index)) return undefined;
    const octets = run
      .replace(isQuoted ? QUOTED_SOFT : SOFT, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return textOfOctets(octets) ?? octets;
  });
}

/** Elements that stand inside a line; the others end one. */
const INLINE = /^(?:a|abbr|b|big|code|em|font|i|kbd|mark|o:p|s|samp|small|span|strong|sub|sup|tt|u|var)$/i;
const ROW_END = /^<\/tr/i;
const CELL = /^(?:td|th)$/i;
const TAG = /<\/?([A-Za-z][\w:-]{0,15})(?:\s[^<>]{0,2000})?\/?>|&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([A-Za-z]{2,8}));/gi;
const ELEMENTS =
  /^(?:a|abbr|b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|font|h[1-6]|head|hr|html|i|img|kbd|li|mark|o:p|ol|p|pre|s|samp|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|var)$/i;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['num', '#'],
  ['equals', '='],
  ['colon', ':'],
  ['dollar', '$'],
]);

/** HTML as it is shown: cells of a table in bars, elements and references taken off. */
function markup(text: string): View | undefined {
  if (
    !/<\/?(?:[abpiu]|br|td|th|tr|li|div|span|pre|code|font|strong|em|tt|kbd)[\s/>]|&(?:#|amp|lt|gt|quot|apos|nbsp)/i.test(
      text,
    )
  )
    return undefined;
  return View.of(text, TAG, ({ 0: whole, 1: tag, 2: decimal, 3: hex, 4: name, index, input }) => {
    if (tag !== undefined) {
      if (!ELEMENTS.test(tag)) return undefined;
      if (INLINE.test(tag)) return '';
      if (CELL.test(tag)) return whole.startsWith('</') ? ' │ ' : '';
      if (whole.includes('\n')) return undefined;
      // One line break, also where the source has one of its own.
      return ROW_END.test(whole) || /^[\r\n]/.test(input.slice(index + whole.length, index + whole.length + 1))
        ? ''
        : '\n';
    }
    if (name !== undefined) return ENTITIES.get(name.toLowerCase());
    const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
    return code < 9 || code > 0x10ffff ? undefined : String.fromCodePoint(code);
  });
}

const ESCAPE = /\\{1,15}(?:["'/nrt]|u00([0-7][0-9a-f]))/gi;

/** Strings of programs inside strings of programs (RFC 8259 7): all levels of backslashes are taken off at once. */
function escapes(text: string): View | undefined {
  if (!/\\["nrtu]/.test(text)) return undefined;
  return View.of(text, ESCAPE, ({ 0: whole, 1: hex }) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    const sign = whole.at(-1) as string;
    if (sign === 'n') return '\n';
    if (sign === 'r') return '';
    return sign === 't' ? '\t' : sign;
  });
}
