import assert from 'node:assert/strict';
import { arcChain } from '../../../../src/core/mail/header/arcChain.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const SIGNED = 'ARC-Message-Signature';
const RESULTS = 'ARC-Authentication-Results';

/** The fields of one set. */
const set = (i: number, cv: string): readonly string[] => [
  `ARC-Seal: i=${i}; a=rsa-sha256; cv=${cv}; d=b.test`,
  `${SIGNED}: i=${i}; d=b.test`,
  `${RESULTS}: i=${i}; b.test; spf=pass`,
];

function is(header: readonly string[], count: number, ...problems: readonly object[]): void {
  const text = `${header.join('\n')}\nFrom: a@b.test\n\n`;
  const chain = arcChain(readMessage(text, new Lines(text), 0, text.length));
  assert.deepEqual(chain, { count, problems }, header.join(' / '));
}

describe('a chain of ARC sets (RFC 8617 5.2)', () => {
  it('is whole', () => {
    is([], 0);
    is(set(1, 'none'), 1);
    is([...set(2, 'PASS'), ...set(1, 'none')], 2);
  });

  it('lacks numbers, sets and parts, or has them twice', () => {
    is(['ARC-Seal: cv=none'], 0, { code: 'no-number', part: 'ARC-Seal' });
    is(['arc-seal: i=0; cv=none'], 0, { code: 'no-number', part: 'ARC-Seal' });
    is([`${SIGNED}: i=51`], 0, { code: 'no-number', part: SIGNED });
    is([`${SIGNED}: i=123`], 0, { code: 'no-number', part: SIGNED });
    is([`${SIGNED}: i=1a`], 0, { code: 'no-number', part: SIGNED });
    is(set(2, 'pass'), 2, { code: 'set-missing', set: 1, count: 2 });
    is(set(1, 'none').slice(1), 1, { code: 'part-missing', set: 1, part: 'ARC-Seal' });
    is(set(1, 'none').slice(0, 2), 1, { code: 'part-missing', set: 1, part: RESULTS });
    is([...set(1, 'none'), `${SIGNED}: i=1`, `${SIGNED}: i=1`], 1, {
      code: 'part-repeated',
      set: 1,
      part: SIGNED,
      times: 3,
    });
    assert.equal(50, Number(/\d+/.exec(set(50, 'pass')[0] ?? '')?.[0]));
    const whole = Array.from({ length: 50 }, (_, i) => set(i + 1, i === 0 ? 'none' : 'pass')).flat();
    is(whole, 50);
  });

  it('says what was found before', () => {
    is(set(1, 'fail'), 1, { code: 'broken-before', set: 1 });
    is(set(1, 'pass'), 1, { code: 'wrong-cv', set: 1, needed: 'none', cv: 'pass' });
    is([...set(2, 'none'), ...set(1, 'none')], 2, { code: 'wrong-cv', set: 2, needed: 'pass', cv: 'none' });
    is([...set(2, 'Fail'), ...set(1, 'none')], 2, { code: 'broken-before', set: 2 });
    is(['ARC-Seal: i=1', ...set(1, 'none').slice(1)], 1, { code: 'wrong-cv', set: 1, needed: 'none', cv: '' });
    is(set(1, 'x'.repeat(21)), 1, { code: 'wrong-cv', set: 1, needed: 'none', cv: 'x'.repeat(20) });
  });
});
