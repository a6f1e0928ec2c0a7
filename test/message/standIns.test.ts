import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { decoded, unknownCalls } from '../../scripts/build/standIns.mjs';
import { cp949, cp950 } from '../../src/message/standIns/asianTables.ts';
import { convert } from '../../src/message/standIns/encodingJapanese.ts';
import { encode } from '../../src/message/standIns/he.ts';
import { decodeIso2022 } from '../../src/message/standIns/iso2022.ts';
import { string } from '../../src/message/standIns/joi.ts';
import { TextDecoderCodec } from '../../src/message/standIns/textDecoderCodec.ts';

const require = createRequire(import.meta.url);
const libmime = createRequire(require.resolve('libmime'));
const iconv: { decode(bytes: Buffer, set: string): string } = libmime('iconv-lite');
const encodingJapanese: { convert(bytes: Buffer, options: object): string } = libmime('encoding-japanese');
const he: { encode(text: string): string; decode(text: string): string } = createRequire(require.resolve('mailparser'))(
  'he',
);
const joi = createRequire(require.resolve('mailauth'))('joi');

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const reads = (text: string, wanted: string): void => assert.equal(decodeIso2022(bytes(text)), wanted);

function decode(label: string, input: Buffer): string {
  const codec = new TextDecoderCodec({ label });
  const decoder = new codec.decoder(undefined, codec);
  return decoder.write(input) + decoder.end();
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
const pairs = range(0x81, 0xfe).flatMap((lead) => range(0x40, 0xfe).map((trail) => Buffer.from([lead, trail])));

/** A table of iconv-lite by its codes: a number stands for so many characters behind the last one. */
function charactersOf(table: readonly (readonly (string | number | undefined)[])[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const [first, ...pieces] of table) {
    let code = Number.parseInt(String(first), 16);
    let last = 0;
    for (const piece of pieces) {
      const codes =
        typeof piece === 'number'
          ? range(last + 1, last + piece)
          : Array.from(piece ?? '', (character) => character.charCodeAt(0));
      for (const unit of codes) found.set(code++, String.fromCharCode(unit));
      last = codes.at(-1) ?? last;
    }
  }
  return new Map([...found].toSorted(([a], [b]) => a - b));
}

describe('what stands in for the tables of iconv-lite', () => {
  it('reads every pair of bytes that the library reads, and as it does', () => {
    const triples = range(0xa1, 0xfe).flatMap((row) => range(0xa1, 0xfe).map((cell) => Buffer.from([0x8f, row, cell])));
    for (const [set, label] of Object.entries(decoded)) {
      const other = [...pairs, ...(set === 'eucjp' ? triples : [])].filter((input) => {
        const before = iconv.decode(input, set);
        // DEL behind a half-width letter is no pair.
        return !/[\ufffd\x7f\x80]/.test(before) && before !== decode(label, input);
      });
      // GB 18030-2022 gave eighteen characters of the private area places of their own.
      const moved = ['gbk', 'gb18030'].includes(set) ? 18 : 0;
      assert.equal(other.length, moved, `${set}: ${other.slice(0, 20).map((input) => input.toString('hex'))}`);
    }
  });

  it('reads what came in pieces', () => {
    const codec = new TextDecoderCodec({ label: 'shift_jis' });
    const decoder = new codec.decoder(undefined, codec);
    const pieces = [0x93, 0xfa, 0x96, 0x7b, 0x8c].map((byte) => decoder.write(Buffer.from([byte])));
    assert.equal(pieces.join('') + decoder.end(), '日本\ufffd');
  });

  it('makes the tables of Big5 and of Korean as the library has them', () => {
    for (const [name, made] of Object.entries({ cp949, cp950 })) {
      const before = charactersOf(libmime(`iconv-lite/encodings/tables/${name}.json`));
      assert.ok(before.size > 13_000, name);
      assert.deepEqual(charactersOf(made()), before, name);
    }
  });

  it('names sets that the library has, and does not encode', () => {
    const sets = libmime('iconv-lite/encodings/dbcs-data.js');
    for (const name of Object.keys(decoded)) assert.equal(sets[name].type, '_dbcs', name);
    assert.throws(() => new new TextDecoderCodec({ label: 'gbk' }).encoder(), /decodes only/);
  });
});

describe('what stands in for encoding-japanese', () => {
  it('reads as the library does where that reads at all', () => {
    for (const row of range(0x21, 0x7e)) {
      for (const cell of range(0x21, 0x7e)) {
        for (const designation of ['$B', '$(D']) {
          const input = bytes(`\x1b${designation}${String.fromCharCode(row, cell)}\x1b(B`);
          const before = encodingJapanese.convert(input, { to: 'UNICODE', from: 'ISO-2022-JP', type: 'string' });
          // The library reads one tilde of JIS X 0212 as NUL and a tilde.
          if (!/[?\ufffd\0]/.test(before)) assert.equal(decodeIso2022(input), before, input.toString('latin1'));
        }
      }
    }
  });

  it('reads ISO-2022-JP-2 whole: Chinese, Korean, Greek and Western characters', () => {
    reads('\x1b$BF|\x1b(B \x1b$ADz\x1b(B \x1b$(C>H\x1b(B \x1b.A\x1bNi \x1b.F\x1bNa', '日 您 안 é α');
  });

  it('reads to the end of a line what was cut off', () => {
    reads('\x1b$B$"\nb', 'あ\nb');
    reads('\x1b$B$"$\r\nb', 'あ\ufffd\r\nb');
    reads('\x1b$B$" $$', 'あ い');
    reads('\x1b$', '\ufffd');
    reads('\x1b', '\ufffd');
    reads('', '');
  });

  it('says what cannot be read', () => {
    reads('a\xb1\xb2b', 'a\ufffd\ufffdb');
    reads('\x1b$(Zx', '\ufffdx');
    reads('\x1bNa', '\ufffda');
    reads('\x1b&@\x1b$B$"\x1b(B', 'あ');
  });

  it('takes bytes of any kind, a character for at most each byte', () => {
    const tricky = fc.constantFrom(...bytes('\x1b$(BACDNJI.F&@\n!~\x80\xff a'));
    fc.assert(
      fc.property(fc.array(tricky, { maxLength: 60 }), (input) => {
        assert.ok(decodeIso2022(Uint8Array.from(input)).length <= input.length);
      }),
    );
  });

  it('is for text from Japanese only', () => {
    assert.equal(convert(Buffer.from('c6fccbdc', 'hex'), { to: 'UNICODE', from: 'EUCJP', type: 'string' }), '日本');
    assert.throws(() => convert(bytes(''), { to: 'SJIS', from: 'JIS', type: 'string' }), TypeError);
    assert.throws(() => convert(bytes(''), { to: 'UNICODE', from: 'JIS', type: 'array' }), TypeError);
  });
});

describe('what stands in for he', () => {
  it('writes text into HTML as the library does', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(encode(text), he.encode(text));
        assert.equal(encode(text, { useNamedReferences: true }), he.encode(text));
      }),
      { numRuns: 500 },
    ));

  it('writes each of the first characters as the library does', () => {
    for (const code of range(0, 0x250)) {
      assert.equal(encode(String.fromCodePoint(code)), he.encode(String.fromCodePoint(code)), code.toString(16));
    }
  });

  it('knows no other options', () => assert.throws(() => encode('a', { decimal: true }), /not known/));
});

describe('what stands in for joi', () => {
  const accepts = (schema: { validate(value: unknown): { error?: unknown } }, value: unknown): boolean =>
    schema.validate(value).error === undefined;
  const domain = { allowUnicode: false, tlds: false };
  const base64 = { paddingRequired: false };

  /** Both say the same of a value, as a domain and as base64. */
  function same(value: unknown): void {
    assert.equal(
      accepts(string().domain(domain), value),
      accepts(joi.string().domain(domain), value),
      `domain ${value}`,
    );
    assert.equal(accepts(string().base64(base64), value), accepts(joi.string().base64(base64), value), `key ${value}`);
  }

  it('accepts what the library accepts', () => {
    const written = [
      'contoso.test',
      'a.b',
      '-a.b',
      'a-.b',
      'a..b',
      '.a.b',
      'a.b.',
      'a_b.c',
      'a.1',
      '1.2.3.4',
      'a.b1',
      'xn--a.b',
    ];
    for (const value of written) same(value);
    for (const value of ['YQ==', 'YQ', 'YQ=', 'YWI=', 'YWJj', 'YWJjZ', 'YW-j', 'YQ ==', 'YQ===']) same(value);
    for (const value of ['', undefined, null, 1, {}, 'a', 'localhost', 'münchen.test', 'a%.b', `${'a'.repeat(64)}.b`])
      same(value);
    same(`${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}`);
    same(`${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}.ef`);
  });

  it('accepts no other', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aZ09-_.+/=%ü '), maxLength: 12 });
    fc.assert(fc.property(letters, same), { numRuns: 2000 });
  });

  it('knows the options that are given today, and no others', () => {
    assert.throws(() => string().domain({ ...domain, minDomainSegments: 1 }), TypeError);
    assert.throws(() => string().base64({ paddingRequired: true }), TypeError);
  });
});

describe('the build', () => {
  it('sees what a library asks for beyond what its stand-in answers', () => {
    const source = "const Joi = require('joi');\nconst a = Joi.string().base64();\nconst b = Joi.number();\n";
    assert.deepEqual(unknownCalls('joi', source, /^\.string\(\)/), ['.number();']);
    assert.deepEqual(unknownCalls('joi', "import joi from 'joi';", /^\.string/).length, 1);
    assert.deepEqual(unknownCalls('joi', "const Joi = require('joi');", /^\.string/).length, 1);
  });
});
