import assert from 'node:assert/strict';
import { type Base64Options, encodeBase64, readBase64 } from '../../../src/core/text/base64.ts';

/** The octets as hex, and where the text goes wrong. */
function reads(text: string, hex: string, wrong?: number, options?: Base64Options): void {
  const read = readBase64(text, options);
  assert.deepEqual({ hex: Buffer.from(read.octets).toString('hex'), wrong: read.wrong }, { hex, wrong }, text);
}

describe('base64', () => {
  it('is read with and without its padding', () => {
    reads('', '');
    reads('Zg==', '66');
    reads('Zg', '66');
    reads('Zm8=', '666f');
    reads('Zm9v', '666f6f');
    reads('+/+/', 'fbffbf');
  });

  it('goes wrong where it does not go on', () => {
    reads('Zm9v!Zm9v', '666f6f', 4);
    reads('Zg==Zg==', '66', 4);
    reads('Zg===', '66', 4);
    reads('Zm9vZ', '666f6f', 5);
    reads('Zg=', '66', 3);
    reads('Zm9v\u0141', '666f6f', 4);
  });

  it('may be folded where that is said', () => {
    reads('Zm\r\n 9v', '66', 2);
    reads('Zm\r\n 9v\t', '666f6f', undefined, { folded: true });
  });

  it('stops at an octet that is not allowed', () => {
    reads('Zm9v', '66', 2, { allow: (octet) => octet !== 0x6f });
    reads('Zm9v', '666f6f', undefined, { allow: () => true });
  });

  it('is what Node reads and writes', () => {
    for (let length = 0; length < 50; length++) {
      const octets = Buffer.from(Array.from({ length }, (_, i) => (i * 89 + length * 31) & 0xff));
      reads(octets.toString('base64'), octets.toString('hex'));
      assert.equal(encodeBase64(octets.toString('latin1')), octets.toString('base64'));
    }
  });
});
