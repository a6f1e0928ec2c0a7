import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readPreview } from '../../src/message/main.ts';
import { builtMessage } from '../support/builds.ts';

const message = (lines: readonly string[]) => ({
  bytes: Buffer.from(lines.join('\r\n')),
  line: 0,
  start: 'message' as const,
  from: 'file' as const,
});

/** Reads a message with the libraries as they are, or with what the bundle has in their place. */
let read: typeof readPreview = readPreview;

/** The text of a message and its subject, whose bytes are in a character set. */
async function decoded(name: string, bytes: Buffer): Promise<readonly (string | undefined)[]> {
  const base64 = bytes.toString('base64');
  const result = await read(
    message([
      'From: alice@contoso.test',
      `Subject: =?${name}?B?${base64}?=`,
      'MIME-Version: 1.0',
      `Content-Type: text/plain; charset="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      base64,
      '',
    ]),
  );
  return result.kind === 'preview' ? [result.preview.text, result.preview.subject] : [result.kind];
}

/** Bytes in hexadecimal digits are this text under each of the names, in a body and in an encoded word. */
async function reads(names: string, hex: string, text: string): Promise<void> {
  for (const name of names.split(' ')) {
    // RFC 2047 2: a name that is no token cannot stand in an encoded word.
    const wanted = /^[\w-]+$/.test(name) ? [text, text] : [text];
    const found = await decoded(name, Buffer.from(hex, 'hex'));
    assert.deepEqual(found.slice(0, wanted.length), wanted, name);
  }
}

const hex = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('hex');

const upperHalf = Buffer.from(Array.from({ length: 128 }, (_, i) => 0x80 + i)).toString('hex');

const builds = {
  'with the libraries as they are': async () => readPreview,
  'in the bundle': async () => (await builtMessage()).readPreview,
};

for (const [build, load] of Object.entries(builds))
  describe(`the character sets of mail, ${build}`, () => {
    before(async () => {
      read = await load();
    });

    it('of one byte a character', async () => {
      const rows = readFileSync(new URL('charsets/singleByte.txt', import.meta.url), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'));
      assert.equal(rows.length, 78);
      for (const row of rows) {
        const [names, written] = row.split('\t') as [string, string];
        const characters = written
          .replace('\\ufffd{128}', '\ufffd'.repeat(128))
          .replace(/\\u([0-9a-f]{4})|\\\\/g, (_, code) =>
            code ? String.fromCharCode(Number.parseInt(code, 16)) : '\\',
          );
        for (const name of names.split(' ')) {
          const [text] = await decoded(name, Buffer.from(`78${upperHalf}79`, 'hex'));
          assert.equal(text, `x${characters}y`, name);
        }
      }
    });

    it('Japanese: Shift_JIS with the characters of Windows', async () => {
      const names = 'Shift_JIS shift-jis sjis x-sjis ms_kanji csShiftJIS windows-31j cp932 ms932 windows-932';
      await reads(
        names,
        '93fa967b8cea82cc8381815b838b8141836583588367814287408756878a8160817c',
        '日本語のメール、テスト。①Ⅲ㈱～－',
      );
      await reads(names, 'b1b2b35c7e', 'ｱｲｳ\\~');
      await reads(names, 'fa40fa54eee9', 'ⅰ￢鵫');
    });

    it('Japanese: EUC-JP with half-width letters and JIS X 0212', async () => {
      const names = 'EUC-JP eucjp x-euc-jp cseucpkdfmtjapanese';
      await reads(names, 'c6fccbdcb8eca4cea5e1a1bca5eba1a2a5c6a5b9a5c8a1a3', '日本語のメール、テスト。');
      await reads(names, '8eb18eb28eb3', 'ｱｲｳ');
      await reads(names, '8fb0a18fb0a28fb0a3d0d2', '丂丄丅侑');
    });

    it('Japanese: ISO-2022-JP and what extends it', async () => {
      const names = 'ISO-2022-JP iso2022jp iso-2022-jp-1 ISO-2022-JP-2 ISO-2022-JP-3 ISO-2022-JP-MS jis';
      await reads(names, hex('\x1b$BF|K\\8l$N%a!<%k!"%F%9%H!#\x1b(B'), '日本語のメール、テスト。');
      await reads(names, hex('\x1b$(D0!0"0#\x1b$BPR\x1b(B'), '丂丄丅侑');
      await reads(names, hex('\x1b(I123\x1b(B'), 'ｱｲｳ');
      await reads(names, hex('\x1b$@\x1b(Bx\x1b$B$"\x1b(BJ\x1b(J\\~\x1b(B'), 'xあJ\\~');
      await reads(names, hex('\x1b$B-!-j\x1b(B'), '①㈱');
    });

    it('simplified Chinese: GB 2312, GBK and GB 18030', async () => {
      const names =
        'GB2312 gb_2312-80 csGB2312 euc-cn GBK cp936 ms936 windows-936 x-gbk chinese iso-ir-58 csiso58gb231280 GB18030';
      await reads(names, 'c4fabac3a3acd5e2cac7d2bbb7e2b2e2cad4d3cabcfea1a3', '您好，这是一封测试邮件。');
      await reads(names, 'df409c79e05d', '這測郵');
      await reads('GBK gb2312 cp936', '80', '€');
      await reads('GBK gb2312', 'a2e3a989', '€〾');
      await reads('GB18030', 'a8b99439fc36a2e3', 'ü😀€');
    });

    it('traditional Chinese: Big5 with and without the characters of Hong Kong', async () => {
      await reads(
        'Big5 cn-big5 csbig5 x-x-big5 big5-hkscs cp950 ms950 windows-950',
        'b17aa66ea141b36fac4fa440abcab4fab8d5b66ca5f3a143',
        '您好，這是一封測試郵件。',
      );
      await reads('Big5-HKSCS Big5', 'adbbb4e49def9dcfa1419df6abd7', '香港嘅嘢，喺度');
      await reads('Big5', '8862', '\u00ca\u0304');
    });

    it('Korean: EUC-KR with the syllables of Windows', async () => {
      await reads(
        'EUC-KR ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean cseuckr csksc56011987 iso-ir-149 cp949 ms949 windows-949',
        'bec8b3e7c7cfbcbcbfe42c20bdc3c7e820b8dec0cfc0d4b4cfb4d92e208c63b9e6b0a2c7cf',
        '안녕하세요, 시험 메일입니다. 똠방각하',
      );
    });

    it('Unicode in all its forms', async () => {
      await reads('utf-8 utf8 UTF_8 unicode-1-1-utf-8', 'c3a9f09f9880ff', 'é😀\ufffd');
      await reads('UTF-16 utf-16le ucs-2', 'e9003dd800de', 'é😀');
      await reads('utf-16', 'fffee9003dd800de', 'é😀');
      await reads('utf-16be', '00e9d83dde00', 'é😀');
      await reads('utf-32 utf-32le ucs-4', 'e900000000f60100', 'é😀');
      await reads('utf-32be', '000000e90001f600', 'é😀');
      await reads('cesu-8', 'c3a9eda0bdedb880', 'é😀');
      await reads('UTF-7 unicode-1-1-utf-7', hex('Gr+APwA3w-e +ZeVnLA +2D3eAA-'), 'Grüße 日本 😀');
    });

    it('in HTML and in the names of parts', async () => {
      const source = message([
        'Subject: =?utf-8?Q?x?=',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/html; charset=gb2312',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from('3c703ec4fabac33c2f703e', 'hex').toString('base64'),
        '--b',
        'Content-Type: application/pdf; name="=?iso-2022-jp?B?GyRCRnxLXBsoQi5wZGY=?="',
        'Content-Transfer-Encoding: base64',
        '',
        'JVBERg==',
        '--b',
        'Content-Type: application/pdf',
        "Content-Disposition: attachment; filename*=euc-kr''%be%c8%b3%e7.pdf",
        '',
        '%PDF',
        '--b--',
        '',
      ]);
      const result = await read(source);
      assert.ok(result.kind === 'preview');
      assert.equal(result.preview.html, '<p>您好</p>');
      assert.deepEqual(
        result.preview.attachments.map(({ name }) => name),
        ['日本.pdf', '안녕.pdf'],
      );
    });

    it('that are not known: what is no UTF-8 is said not to be readable', async () => {
      await reads('x-unknown unknown-8bit EUC-TW cns11643 x-mac-cyrillic', 'c4e361c3a9', '\ufffd\ufffdaé');
    });

    it('cut off in the middle of a character', async () => {
      await reads('EUC-JP GBK Big5 EUC-KR GB18030', '61c4', 'a\ufffd');
    });
  });
