import assert from 'node:assert/strict';
import { hostIn, lastTryBelow, saidAt } from '../../../../src/core/mail/bounces/quotedWords.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

/** What a line of a notice quotes of a server, where it begins, and its status. */
function said(text: string): readonly (string | number | undefined)[] {
  const one = saidAt(new Lines(text), 0, new Lines(text).count);
  return one === undefined ? [] : [one.from, one.text, one.status];
}

describe('the ends of what is quoted', () => {
  it('are without the mark that closes it, and without blanks', () => {
    assert.deepEqual(said("returned '550 5.1.1 no'")[1], '550 5.1.1 no');
    assert.deepEqual(said('returned "550 5.1.1 no"')[1], '550 5.1.1 no');
    assert.deepEqual(said("x: 550 5.1.1 no'")[1], "550 5.1.1 no'");
    assert.deepEqual(said('550 5.1.1 no  \n \nmore')[1], '550 5.1.1 no');
    assert.deepEqual(said('550 no <<< 1')[1], '550 no <<< 1');
  });
  it('have the status that stands with the code, else the first in the words or in front', () => {
    for (const [text, status] of [
      ['550 5.1.1 no (5.7.1)', '5.1.1'],
      ['550 no (5.7.1) at all', '5.7.1'],
      ['no (5.2.2), said: 550 no', '5.2.2'],
      ['550 no 15.1.1', undefined],
    ] as const)
      assert.equal(said(text)[2], status, text);
    assert.equal(saidAt(new Lines('it SAID: 550 no'), 0, 1)?.weight, 3);
    assert.equal(saidAt(new Lines('550 5.0.01 no'), 0, 1)?.weight, 3);
  });
  it('are found over lines that were wrapped, as far as the words of the last try go', () => {
    const tried = (text: string): string | undefined => {
      const lines = new Lines(text);
      const one = saidAt(lines, 0, 1);
      return one && lastTryBelow(lines, one);
    };
    assert.equal(tried('550 4.4.7 expired\n  x returned\n  "451 4.7.0 not\n  now'), '451 4.7.0 not now');
    assert.equal(tried('550 4.4.7 expired\n \nx returned "451 4.7.0 not now'), undefined);
    assert.equal(tried('550 4.4.7 x returned "451 4.7.0 not now'), '451 4.7.0 not now');
    assert.equal(tried('550 expired'), undefined);
  });
  it('are a host also where it is an address', () => {
    assert.equal(hostIn('host 2001:db8::1[x'), '2001:db8::1');
    assert.equal(hostIn('while talking to 192.0.2.1.:'), '192.0.2.1');
  });
});
