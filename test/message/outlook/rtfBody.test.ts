import assert from 'node:assert/strict';
import { unpackRtf } from '../../../src/message/outlook/lzfu.ts';
import { readOutlookMessage } from '../../../src/message/outlook/outlookMessage.ts';
import { charsetOf, decodedPage, readRtfBody } from '../../../src/message/outlook/rtfBody.ts';
import { compoundFile } from '../../support/compoundFile.ts';

const hex = (octets: string): Buffer => Buffer.from(octets.replaceAll(' ', ''), 'hex');

/** The same RTF, not compressed ([MS-OXRTFCP] 2.1.3.1.3). */
function stored(rtf: string, size = rtf.length): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(rtf.length + 12, 0);
  head.writeUInt32LE(size, 4);
  head.write('MELA', 8);
  return Buffer.concat([head, Buffer.from(rtf, 'latin1')]);
}

describe('packed RTF', () => {
  it('is unpacked as the examples of [MS-OXRTFCP] 3.1 are', () => {
    const plain = unpackRtf(
      hex(
        '2d000000 2b000000 4c5a4675 f1c5c7a7 03000a00 72637067 31323542 320af320 68656c09 00206277 05b06c64 7d0a800f a0',
      ),
    );
    assert.equal(plain?.rtf.toString(), '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
    const crossing = unpackRtf(hex('1a000000 1c000000 4c5a4675 e2d44b51 41000420 5758595a 0d6e7d01 0eb0'));
    assert.deepEqual([crossing?.rtf.toString(), crossing?.isWhole], ['{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}', true]);
  });

  it('that is cut or says that it is larger than it is, is read as far as it goes', () => {
    const cut = unpackRtf(hex('2d000000 2b000000 4c5a4675 f1c5c7a7 03000a00 7263'));
    assert.equal(cut?.isWhole, false);
    assert.equal(unpackRtf(stored('{\\rtf1 x}', 0xffffffff))?.isWhole, false);
    assert.equal(unpackRtf(Buffer.from('no RTF at all, and longer')), undefined);
    assert.equal(unpackRtf(Buffer.alloc(3)), undefined);
  });
});

describe('text in a code page', () => {
  it('is read by the name that the code page has in mail', () => {
    for (const [page, octets, text] of [
      [65001, 'e4b8ad', '中'],
      [20127, '41', 'A'],
      [20866, 'c1', 'а'],
      [21866, 'a4', 'є'],
      [50220, '1b24 42467c 1b2842', '日'],
      [50221, '1b24 42467c 1b2842', '日'],
      [50222, '1b24 42467c 1b2842', '日'],
      [51932, 'c6fc', '日'],
      [51949, 'b0a1', '가'],
      [54936, 'd6d0', '中'],
      [932, '93fa', '日'],
      [936, 'd6d0', '中'],
      [949, 'b0a1', '가'],
      [950, 'a4a4', '中'],
      [1251, 'e0', 'а'],
      [1252, '80', '€'],
      [28592, 'b1', 'ą'],
      [28605, 'a4', '€'],
      [65535, 'e9', 'é'],
    ] as const)
      assert.equal(decodedPage(hex(octets), page), text, `${page}`);
    assert.equal(decodedPage(hex('80')), '€');
    assert.deepEqual([28590, 28591, 28606, 28607].map(charsetOf), [
      'windows-28590',
      'iso-8859-1',
      'iso-8859-16',
      'windows-28607',
    ]);
  });
});

describe('the body that RTF holds', () => {
  it('is the HTML that was put into it', () => {
    const rtf =
      '{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fcharset204 Arial Cyr;}}{\\colortbl;\\red0\\green0\\blue255;}\\uc1\\pard\\plain\\deftab360 \\f0\\fs24 {\\*\\htmltag19 <html>}\\htmlrtf \\par \\htmlrtf0 {\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Gr\\\'fc\\\'dfe \\u8364 ? {\\f1 \\\'cf\\\'f0}\\htmlrtf }\\htmlrtf0 {\\*\\htmltag72 </p>}{\\*\\mhtmltag84 <a href="cid:1">}{\\*\\htmltag84 <a href="https://contoso.test/?a=1&amp;b=\\{2\\}">}link{\\*\\htmltag92 </a>}}';
    const body = readRtfBody(stored(rtf));
    assert.deepEqual(
      [body?.kind, body?.isRestored, body?.text],
      ['html', true, '<html><p>Grüße € Пр</p><a href="https://contoso.test/?a=1&amp;b={2}">link</a>'],
    );
  });

  it('is the text that was put into it', () => {
    const body = readRtfBody(
      stored('{\\rtf1\\ansi\\fromtext{\\fonttbl{\\f0 Courier;}}\\pard one\\par two\\tab \\\\x\\par}'),
    );
    assert.deepEqual([body?.kind, body?.isRestored, body?.text], ['text', true, 'one\r\ntwo\t\\x\r\n']);
  });

  it('is the text that it shows, where it was RTF from the start', () => {
    const body = readRtfBody(
      stored('{\\rtf1\\ansi{\\info{\\author Alice}}{\\*\\generator x;}{\\pict 00ff}\\b Hello\\b0\\par world}'),
    );
    assert.deepEqual([body?.kind, body?.isRestored, body?.text], ['text', false, 'Hello\r\nworld']);
  });

  const shown = (rtf: string): string | undefined => readRtfBody(stored(`{\\rtf1${rtf}}`))?.text;

  it('has a character for each word that stands for one', () => {
    for (const [word, character] of [
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
      ['~', '\u00a0'],
      // A hyphen at which no line is broken.
      ['_', '\u2011'],
      ['{', '{'],
      ['}', '}'],
      ['\\', '\\'],
      ['-', ''],
      ['b0', ''],
    ] as const)
      assert.equal(shown(` a\\${word}${/[a-z]/.test(word) ? ' ' : ''}b`), `a${character}b`, word);
  });

  it('has none of what is not for reading', () => {
    const names =
      'fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr filetbl listtable listoverridetable rsidtbl generator xmlnstbl mmathPr themedata datastore latentstyles fldinst bkmkstart bkmkend pntext pntxta pntxtb';
    for (const name of names.split(' ')) assert.equal(shown(` a{\\${name} x}b`), 'ab', name);
    assert.equal(shown(' a{\\*\\unknown x}{\\unknown y}b'), 'ayb');
    // A word is the whole of it.
    assert.equal(shown(' a{\\infox y}{\\xinfo z}b'), 'ayzb');
    assert.equal(shown(' a{\\*\\htmltag64 <p>}b'), 'ab');
    assert.equal(shown(' a\r\nb'), 'ab');
  });

  it('is read in the code page of its font', () => {
    for (const [set, octets, text] of [
      [0, 'e0', 'а'],
      [128, '93fa', '日'],
      [129, 'b0a1', '가'],
      [134, 'd6d0', '中'],
      [136, 'a4a4', '中'],
      [161, 'e1', 'α'],
      [162, 'fd', 'ı'],
      [163, 'fe', '₫'],
      [177, 'e0', 'א'],
      [178, 'c7', 'ا'],
      [186, 'e0', 'ą'],
      [204, 'e0', 'а'],
      [222, 'a1', 'ก'],
      [238, 'b9', 'ą'],
    ] as const) {
      const escaped = octets.replace(/../g, "\\'$&");
      const table = `{\\fonttbl{\\f0 A;}{\\f1\\fcharset${set} B;}}`;
      assert.equal(shown(`\\ansicpg1251${table}{\\f1 ${escaped}}`), text, `${set}`);
      // The font ends with its group, and one without a set has the page of the text.
      assert.equal(shown(`\\ansicpg1251${table}{\\f1 x}\\'e0{\\f0 \\'e0}`), 'xаа', `${set}`);
    }
    assert.equal(shown("\\'e0"), 'à');
  });

  it('has a character of Unicode without what stands for it', () => {
    for (const [rtf, text] of [
      ['\\u8364 ?x', '€x'],
      ["\\u8364\\'80x", '€x'],
      ["\\uc2\\u8364 \\'80?x", '€x'],
      ['\\uc0\\u8364 x', '€x'],
      ['\\uc\\u8364 ?x', '€x'],
      ['\\uc2\\u8364 ??{\\uc0\\u8364}x', '€€x'],
      ['\\u-3913 ?x', '\uf0b7x'],
      ['\\uc30\\u8364 ', '€'],
    ] as const)
      assert.equal(shown(rtf), text, rtf);
  });

  it('takes no long time, however it is written', () => {
    for (const rtf of [
      `{\\rtf1${'{'.repeat(100_000)}`,
      `{\\rtf1${'\\'.repeat(100_001)}`,
      `{\\rtf1 ${"\\'".repeat(100_000)}`,
    ])
      assert.notEqual(readRtfBody(stored(rtf)), undefined);
  });

  it('stands in the message that the file is read as, with a word on what it was', () => {
    const file = (rtf: string): string => {
      const read = readOutlookMessage(
        compoundFile(
          new Map([
            ['__properties_version1.0', Buffer.alloc(32)],
            ['__substg1.0_0037001F', Buffer.from('x', 'utf16le')],
            ['__substg1.0_10090102', stored(rtf)],
          ]),
        ),
      );
      return read.ok ? read.text : read.problem;
    };
    const html = file('{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}Hello{\\*\\htmltag72 </p>}}');
    assert.match(html, /put back into HTML/);
    assert.match(html, /text\/html; charset=utf-8/);
    assert.ok(html.includes('<p>Hello</p>'));
    assert.match(file('{\\rtf1\\ansi Hello}'), /kept in RTF alone: its text is shown/);
    assert.match(file('no RTF'), /damaged and not shown/);
  });
});
