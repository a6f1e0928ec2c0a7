import assert from 'node:assert/strict';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { formatSize, isEncoded, partSize } from '../../../src/core/mail/partSize.ts';
import { Lines } from '../../../src/core/text/lines.ts';

const sizeOf = (octets: number, eol: string, width = 76): number => {
  const data = Buffer.alloc(octets, 7).toString('base64');
  const body = (data.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map((line) => line + eol).join('');
  const text = `Content-Transfer-Encoding: base64${eol}Content-Type: image/png${eol}${eol}${body}`;
  return partSize(text, readMessage(text, new Lines(text), 0, text.length).root).octets;
};

describe('the size of a part', () => {
  it('is that behind the base64, without decoding it', () => {
    for (const octets of [1, 2, 3, 56, 57, 58, 1000, 4567, 57 * 20]) {
      for (const eol of ['\n', '\r\n']) assert.equal(sizeOf(octets, eol), octets, `${octets} ${JSON.stringify(eol)}`);
    }
    assert.equal(sizeOf(5000, '\n', 64), 5000);
  });

  it('is as written where it is not base64', () => {
    const text = 'Subject: x\n\nhello\n';
    const { root } = readMessage(text, new Lines(text), 0, text.length);
    assert.deepEqual(partSize(text, root), { octets: 6, decoded: false });
    assert.equal(isEncoded(root), false);
  });

  it('is written shortly', () => {
    assert.deepEqual([0, 1, 999, 1000, 12_345, 999_600, 27_000_000].map(formatSize), [
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1.0 kB',
      '12 kB',
      '1.0 MB',
      '27 MB',
    ]);
  });
});
