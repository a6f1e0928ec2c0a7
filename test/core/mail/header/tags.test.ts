import assert from 'node:assert/strict';
import { arcSets, dkimSignatures, readTags } from '../../../../src/core/mail/header/tags.ts';
import type { Field, Message } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const read = (text: string): Message => readMessage(text, new Lines(text), 0, text.length);

/** The tags of a field as `name=value @what stands there`. */
const is = (value: string, ...expected: readonly string[]): void => {
  const text = `DKIM-Signature:${value}\nFrom: a=b;@c.test\n\n`;
  const [field] = read(text).fields;
  assert.deepEqual(
    readTags(text, field as Field).map(({ name, value, start, end }) => `${name}=${value} @${text.slice(start, end)}`),
    expected,
    value,
  );
};

describe('a list of tags (RFC 6376 3.2)', () => {
  it('is cut at its semicolons', () => {
    is(' v=1; a = rsa-sha256 ;d=b.test', 'v=1 @v=1', 'a=rsa-sha256 @a = rsa-sha256', 'd=b.test @d=b.test');
    is(' v=1;', 'v=1 @v=1');
    is(';;v=1', 'v=1 @v=1');
    is(' b=a=b=', 'b=a=b= @b=a=b=');
    is(' v; =x; a=', 'a= @a=');
    is('');
    is(' h=from:\n to; x=1', 'h=from: to @h=from:\n to', 'x=1 @x=1');
  });
});

describe('the signatures of a message', () => {
  it('have algorithm, domain and selector', () => {
    const text = 'DKIM-Signature: a=x; d=b.test; s=s1; d=c.test\nDKIM-Signature: s=s2\n\n';
    assert.deepEqual(
      dkimSignatures(text, read(text)).map(({ field: _, ...rest }) => rest),
      [{ a: 'x', d: 'b.test', s: 's1' }, { s: 's2' }],
    );
  });

  it('and the seals of ARC a number, a verdict and a domain', () => {
    const text = ['i=1; cv=none; d=b.test', 'i=50', 'i=51', 'i=0', 'i=x1', 'i=123', 'cv=pass']
      .map((value) => `ARC-Seal: ${value}\n`)
      .join('');
    assert.deepEqual(
      arcSets(text, read(text)).map(({ field: _, ...rest }) => rest),
      [{ i: 1, cv: 'none', d: 'b.test' }, { i: 50 }, {}, {}, {}, {}, { cv: 'pass' }],
    );
  });
});
