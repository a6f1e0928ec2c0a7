/** HTML 13.5, those that occur in addresses and in the texts of links. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    colon: ':',
    sol: '/',
    bsol: '\\',
    period: '.',
    commat: '@',
    num: '#',
    quest: '?',
    equals: '=',
    percnt: '%',
    lpar: '(',
    rpar: ')',
    comma: ',',
    semi: ';',
    excl: '!',
    lowbar: '_',
    Tab: '\t',
    NewLine: '\n',
    shy: '',
    zwnj: '',
    zwj: '',
    lrm: '',
    rlm: '',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    ndash: '–',
    mdash: '—',
    copy: '©',
    reg: '®',
    trade: '™',
    hellip: '…',
    rsquo: '’',
    lsquo: '‘',
    rdquo: '”',
    ldquo: '“',
    bull: '•',
    middot: '·',
    raquo: '»',
    laquo: '«',
    euro: '€',
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    Auml: 'Ä',
    Ouml: 'Ö',
    Uuml: 'Ü',
    szlig: 'ß',
    eacute: 'é',
    egrave: 'è',
    agrave: 'à',
    aacute: 'á',
    ccedil: 'ç',
    atilde: 'ã',
    otilde: 'õ',
    iacute: 'í',
    oacute: 'ó',
    uacute: 'ú',
    ntilde: 'ñ',
    ecirc: 'ê',
    acirc: 'â',
    ocirc: 'ô',
  }),
);

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi,
    (all, decimal, hex, name: string | undefined) => {
      if (name !== undefined) {
        // Without its semicolon a name is none of these in an address: `&copy=1`.
        const known =
          all.endsWith(';') || /^(?:amp|lt|gt|quot)$/i.test(name)
            ? (NAMED.get(name) ?? NAMED.get(name.toLowerCase()))
            : undefined;
        return known ?? all;
      }
      const point = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000) ? String.fromCodePoint(point) : all;
    },
  );
}
