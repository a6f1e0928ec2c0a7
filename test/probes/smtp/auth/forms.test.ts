import assert from 'node:assert/strict';
import { encodeBase64 } from '../../../../src/core/text/base64.ts';
import { HiddenSecrets, readChallenge, writeAnswer } from '../../../../src/probes/smtp/auth/hidden.ts';

const holding = (...secrets: readonly string[]): HiddenSecrets => {
  const hidden = new HiddenSecrets();
  for (const one of secrets) hidden.add(one);
  return hidden;
};
const line = (hidden: HiddenSecrets, ...lines: readonly string[]) => hidden.clean(lines, undefined);

describe('the forms of a secret', () => {
  it('are as it is, escaped, in hexadecimal digits and in base64 at any place', () => {
    const hidden = holding('a"b\\c 1%');
    for (const form of ['a"b\\c 1%', 'A"B\\C1%', 'a\\"b\\\\c 1%', 'a%22b%5Cc%201%25', '6122625c63203125'])
      assert.equal(hidden.has(`x ${form} y`), true, form);
    for (const front of ['', 'x', 'xy']) assert.equal(hidden.has(encodeBase64(`${front}a"b\\c 1%z`)), true, front);
    assert.equal(hidden.has('a"b\\c'), false);
  });
  it('are of octets that are no text, too', () => assert.equal(holding('\xff\xfe1').has('\xff\xfe1'), true));
  it('are in base64 for addresses as well (RFC 4648 5), with its end or without', () => {
    const hidden = holding('\xfb\xff\xbf');
    for (const form of ['+/+/', '-_-_']) assert.equal(hidden.has(form), true, form);
    assert.equal(holding('ab1z').has('YWIxeg'), true);
    assert.equal(holding('ab1z').has('YWIxeg=='), true);
  });
  it('are no digits that stand everywhere by chance', () => {
    assert.equal(holding('ab').has('6162'), true);
    assert.equal(holding('a').has('61'), false);
    assert.equal(holding('').has('anything'), false);
    assert.deepEqual(line(holding(''), '250 x'), { lines: ['250 x'], echoed: false });
  });
});

describe('an answer that was sent', () => {
  it('is known in base64, and in base64 once more, from eight characters on', () => {
    const hidden = new HiddenSecrets();
    hidden.addSent('YWJjZGVm');
    assert.deepEqual([hidden.has('YWJjZGVm'), hidden.has(encodeBase64('YWJjZGVm'))], [true, true]);
    assert.equal(line(hidden, '250 YWJjZGVm').echoed, true);
    const short = new HiddenSecrets();
    short.addSent('YWJjZGV');
    assert.equal(short.has('YWJjZGV'), false);
  });
});

describe('what was computed from a secret', () => {
  it('is hidden, in base64 as well, and no echo', () => {
    const hidden = new HiddenSecrets();
    hidden.addDerived('\x01\x02proof\x03');
    const digits = encodeBase64('\x01\x02proof\x03');
    for (const form of ['\x01\x02proof\x03', digits, encodeBase64(digits)]) assert.equal(hidden.has(form), true);
    assert.deepEqual(line(hidden, `235 v=${digits}`), { lines: ['235 (hidden)'], echoed: false });
  });
  it('is an echo all the same where it is the secret', () => {
    const hidden = holding('a1b2c3');
    hidden.addDerived('a1b2c3');
    assert.equal(line(hidden, '250 a1b2c3').echoed, true);
  });
});

describe('lines of a server that holds a secret', () => {
  it('are not shown but for their codes', () => {
    const hidden = holding('s3cr3t');
    for (const [said, shown] of [
      ['535 5.7.8 s3cr3t?', '535 5.7.8 (hidden)'],
      ['454 4.7.0 s3cr3t', '454 4.7.0 (hidden)'],
      ['235 2.7.0 s3cr3t', '235 2.7.0 (hidden)'],
      ['250-s3cr3t', '250-(hidden)'],
      ['250 1.2.3 s3cr3t', '250 (hidden)'],
      ['s3cr3t', '(hidden)'],
      ['250x s3cr3t', '(hidden)'],
    ])
      assert.deepEqual(line(hidden, said as string), { lines: [shown], echoed: true });
  });
  it('are shown where they hold none', () => {
    const shown = line(holding('s3cr3t'), '250-a', '250 S3CR3T', '250 b');
    assert.deepEqual(shown, { lines: ['250-a', '250 (hidden)', '250 b'], echoed: true });
  });
  it('hold it together', () => {
    const hidden = holding('s3cr3tword');
    assert.deepEqual(line(hidden, '250-s3cr3t', '250 word'), { lines: ['250-(hidden)', '250 (hidden)'], echoed: true });
    assert.deepEqual(hidden.clean(['250-s3cr3t'], 'word'), { lines: ['250-(hidden)'], rest: '(hidden)', echoed: true });
    assert.deepEqual(hidden.clean(['250 a'], 's3cr3tword'), { lines: ['250 a'], rest: '(hidden)', echoed: true });
    assert.deepEqual(hidden.clean(['250 a'], 'b'), { lines: ['250 a'], rest: 'b', echoed: false });
  });
  it('are an echo from six characters on, unless these are a word', () => {
    const echoed = (secret: string): boolean => line(holding(secret), `250 ${secret}`).echoed;
    assert.deepEqual(['a1b2c', 'a1b2c3', 'abcdef', 'abc def', '123456'].map(echoed), [false, true, false, false, true]);
  });
});

describe('challenges and answers in base64 (RFC 4954 4)', () => {
  it('are octets, or none', () => {
    for (const [words, octets] of [
      ['', ''],
      ['YQ==', 'a'],
      [' YWI= ', 'ab'],
      ['YWJj', 'abc'],
      ['/w==', '\xff'],
    ])
      assert.equal(readChallenge(words as string), octets, words);
    for (const words of ['Y', 'YWJjZ', '!!!!', 'Y===', 'YWJj YWJj'])
      assert.equal(readChallenge(words), undefined, words);
  });
  it('are written with a sign for nothing where they come first', () => {
    assert.deepEqual(
      [writeAnswer('', true), writeAnswer('', false), writeAnswer('a', true), writeAnswer('a', false)],
      ['=', '', 'YQ==', 'YQ=='],
    );
  });
});
