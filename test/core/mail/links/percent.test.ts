import assert from 'node:assert/strict';
import { decodePercents } from '../../../../src/core/mail/links/percent.ts';

describe('percent-encoded octets (RFC 3986 2.1)', () => {
  it('are read as UTF-8', () => {
    for (const [written, read] of [
      ['a b', 'a b'],
      ['%41%62c', 'Abc'],
      ['%E2%82%ac!', '€!'],
      ['x%FFy%41', 'x%FFyA'],
      ['100% %4 %zz', '100% %4 %zz'],
      ['%2541', '%41'],
      ['%00', '\0'],
    ] as const)
      assert.equal(decodePercents(written), read);
  });
});
