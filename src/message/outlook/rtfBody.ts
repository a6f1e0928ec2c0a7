import { unpackRtf } from './lzfu.ts';

/** The body that RTF holds: the HTML or text that was put into it, else the text that it shows. */
export interface RtfBody {
  readonly kind: 'html' | 'text';
  readonly text: string;
  /** Whether it was HTML or text before ([MS-OXRTFEX] 2.1.3.1), not RTF from the start. */
  readonly isRestored: boolean;
  readonly isWhole: boolean;
}

/** Groups inside of groups that are told apart; deeper ones count as the last. */
const DEEPEST = 500;

/** Destinations that hold nothing which is shown. */
const HIDDEN =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header|footer|headerl|headerr|footerl|footerr|filetbl|listtable|listoverridetable|rsidtbl|generator|xmlnstbl|mmathPr|themedata|datastore|latentstyles|fldinst|bkmkstart|bkmkend|pntext|pntxta|pntxtb)$/;

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['par', '\r\n'],
  ['line', '\r\n'],
  ['row', '\r\n'],
  ['tab', '\t'],
  ['cell', '\t'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['endash', '–'],
  ['emdash', '—'],
  ['emspace', ' '],
  ['enspace', ' '],
]);

/** Code pages of the character sets of fonts (RTF 1.9.1, `\fcharset`). */
const CODE_PAGES: ReadonlyMap<number, number> = new Map([
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

interface Group {
  hidden: boolean;
  /** Inside of `\*\htmltag`. */
  tag: boolean;
  /** `\htmlrtf`: RTF for readers that know no HTML. */
  forRtf: boolean;
  /** Characters behind `\u` that stand for it. */
  skips: number;
  codePage: number;
}

/** Reads the packed RTF of a message ([MS-OXRTFCP], [MS-OXRTFEX]); undefined where it is none. Never throws. */
export function readRtfBody(packed: Buffer): RtfBody | undefined {
  const unpacked = unpackRtf(packed);
  if (unpacked === undefined || !unpacked.rtf.subarray(0, 5).equals(Buffer.from('{\\rtf'))) return undefined;
  const rtf = unpacked.rtf.toString('latin1');
  const start = rtf.slice(0, 1000);
  const kind = /\\fromhtml1?\b/.test(start) ? 'html' : 'text';
  const isRestored = kind === 'html' || /\\fromtext\b/.test(start);
  return { kind, text: new Reader(rtf, kind === 'html').read(), isRestored, isWhole: unpacked.isWhole };
}

/** A control word with its number, a control symbol, a group's edge, or characters. */
const TOKEN =
  /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]{1,1000}|[^\\{}\r\n]{1,100000}/g;

class Reader {
  readonly #rtf: string;
  readonly #isHtml: boolean;
  readonly #out: string[] = [];
  readonly #fonts = new Map<number, number>();
  #octets: number[] = [];
  #skip = 0;
  #font = 0;
  #base = 1252;

  constructor(rtf: string, isHtml: boolean) {
    this.#rtf = rtf;
    this.#isHtml = isHtml;
  }

  read(): string {
    const groups: Group[] = [];
    let group: Group = { hidden: false, tag: false, forRtf: false, skips: 1, codePage: this.#base };
    let isStarred = false;
    for (const [token, word, number, hex, symbol, edge] of this.#rtf.matchAll(TOKEN)) {
      if (hex !== undefined) {
        if (this.#skip > 0) this.#skip--;
        else if (this.#isShown(group)) this.#octets.push(Number.parseInt(hex, 16));
        continue;
      }
      if (edge === '{') {
        this.#flush(group);
        if (groups.length < DEEPEST) groups.push({ ...group });
        isStarred = false;
      } else if (edge === '}') {
        this.#flush(group);
        group = groups.pop() ?? group;
      } else if (word !== undefined) {
        this.#flush(group);
        this.#obey(group, word, number === undefined ? undefined : Number(number), isStarred);
        isStarred = false;
      } else if (symbol !== undefined) {
        if (symbol === '*') isStarred = true;
        else
          this.#say(group, symbol === '~' ? '\u00a0' : symbol === '_' ? '\u2011' : /[{}\\]/.test(symbol) ? symbol : '');
      } else if (token.charCodeAt(0) !== 13 && token.charCodeAt(0) !== 10) {
        const cut = Math.min(this.#skip, token.length);
        this.#skip -= cut;
        this.#say(group, token.slice(cut));
      }
    }
    this.#flush(group);
    return this.#out.join('');
  }

  #obey(group: Group, word: string, number: number | undefined, isStarred: boolean): void {
    const shown = CHARACTERS.get(word);
    if (word === 'u' && number !== undefined) {
      this.#say(group, String.fromCharCode(number & 0xffff));
      this.#skip = group.skips;
    } else if (shown !== undefined) this.#say(group, shown);
    else if (word === 'htmltag') group.tag = isStarred;
    else if (word === 'htmlrtf') group.forRtf = number !== 0;
    else if (word === 'uc') group.skips = Math.min(number ?? 1, 20);
    else if (word === 'ansicpg' && number !== undefined) {
      this.#base = number;
      group.codePage = number;
    } else if (word === 'f' && number !== undefined) {
      this.#font = number;
      group.codePage = this.#fonts.get(number) ?? this.#base;
    } else if (word === 'fcharset' && number !== undefined) {
      const page = number === 0 ? this.#base : CODE_PAGES.get(number);
      if (page !== undefined && this.#fonts.size < 10_000) this.#fonts.set(this.#font, page);
    } else if (HIDDEN.test(word) || (isStarred && word !== 'htmltag')) group.hidden = true;
  }

  #isShown({ hidden, tag, forRtf }: Group): boolean {
    return !hidden && !(forRtf && !tag) && (this.#isHtml || !tag);
  }

  #say(group: Group, text: string): void {
    this.#flush(group);
    if (text !== '' && this.#isShown(group)) this.#out.push(text);
  }

  #flush({ codePage }: Group): void {
    if (this.#octets.length === 0) return;
    this.#out.push(decodedPage(Buffer.from(this.#octets), codePage));
    this.#octets = [];
  }
}

/** Text in a code page of Windows. */
export function decodedPage(bytes: Buffer, codePage = 1252): string {
  try {
    return new TextDecoder(charsetOf(codePage)).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** The name of a code page of Windows in mail ([MS-UCODEREF] 2.2.1). */
export const charsetOf = (codePage = 65001): string =>
  SETS.get(codePage) ?? (codePage > 28590 && codePage < 28607 ? `iso-8859-${codePage - 28590}` : `windows-${codePage}`);

const SETS: ReadonlyMap<number, string> = new Map([
  [65001, 'utf-8'],
  [20127, 'us-ascii'],
  [20866, 'koi8-r'],
  [21866, 'koi8-u'],
  [50220, 'iso-2022-jp'],
  [50221, 'iso-2022-jp'],
  [50222, 'iso-2022-jp'],
  [51932, 'euc-jp'],
  [51949, 'euc-kr'],
  [54936, 'gb18030'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
]);
