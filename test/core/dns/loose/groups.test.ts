import assert from 'node:assert/strict';
import { looseRecords } from '../../../../src/core/dns/loose/looseRecords.ts';

const records = (text: string) => looseRecords(text, 0, text.length);
const spf = 'v=spf1 mx -all';

describe('records of one answer', () => {
  const groups = (...pieces: readonly string[]): readonly number[] => {
    const text = pieces.join('');
    return records(text).map(({ answer }) => answer ?? -1);
  };
  /** Whether two records without names stand in one place. */
  const isOne = (between: string, before = ''): boolean => {
    const [a, b] = records(`${before}${spf}${between}v=spf1 a -all`);
    return a?.place === b?.place;
  };
  it('stand without a sentence between them, and near', () => {
    assert.deepEqual(groups(spf, '\n\n', spf), [0, 0]);
    assert.deepEqual(groups(spf, '\nand this is it\n', spf), [0, 1]);
    assert.deepEqual(groups(spf, '\nand this\n', spf), [0, 0]);
    assert.deepEqual(groups(spf, '\nand then another is there\n', spf), [0, 0]);
    assert.deepEqual(groups(spf, '\n'.repeat(2000), spf), [0, 0]);
    assert.deepEqual(groups(spf, '\n'.repeat(2001), spf), [0, 1]);
  });
  it('are of one name where somebody says so', () => {
    for (const word of [
      'second',
      '2nd',
      'another',
      'additional',
      'also',
      'as well as',
      'zweiter',
      'zweites',
      'weiteren',
      'deuxième',
      'segunda',
      'segundo',
      'seconda',
    ])
      assert.ok(isOne(` and ${word} `), word);
    for (const words of [
      'and',
      'another instead',
      'replacing a second',
      'a second, changed',
      'another old',
      'another new',
      'should be another',
      'statt',
      'ein zweiter ersetzt ihn',
      'another other domain',
      'a second subdomain',
      'seconds',
      'a second\n\n',
    ])
      assert.ok(!isOne(` ${words} `), words);
  });
  it('are of one name in what a look-up printed, with tokens of services among them', () => {
    for (const token of [
      'MS=ms123',
      'google-site-verification=x',
      'x-verify: y',
      'abc-domain=1',
      'foo-token-x=1',
      'apple-domain=x',
    ])
      assert.ok(isOne(`\n${token}\n`), token);
    for (const command of [
      '$ dig a.test txt',
      '> nslookup -type=TXT a.test',
      'PS C:\\> Resolve-DnsName a.test TXT',
      'host -t txt a.test',
    ])
      assert.ok(isOne('\n', `${command}\n`), command);
    assert.ok(!isOne('\n'));
    assert.ok(!isOne('\n\nMS=ms1\n'));
    assert.ok(!isOne('\n', 'dig a.test txt\n\n'));
    assert.ok(!isOne('\n', 'dig a.test mx\n'));
    assert.ok(!isOne('\nMS=ms1\nx '));
    assert.ok(!isOne(' x\nMS=ms1\n'));
    assert.ok(isOne(`\nMS=ms1${'x'.repeat(580)}\n`));
    assert.ok(!isOne(`\nMS=ms1${'x'.repeat(600)}\n`));
  });
});
