import assert from 'node:assert/strict';
import { signatureProblems } from '../../../../src/core/mail/header/signatureProblems.ts';
import { readTags } from '../../../../src/core/mail/header/tags.ts';
import type { Field } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const GOOD = 'v=1; a=rsa-sha256; b=x; bh=x; d=b.test; h=from:to; s=s';
const DATE = Date.UTC(2026, 10, 20, 10) / 1000;

function is(tags: string, expected: readonly string[], ...header: readonly string[]): void {
  const text = `DKIM-Signature: ${tags}\n${[...header, 'From: a@b.test'].join('\n')}\n\n`;
  const message = readMessage(text, new Lines(text), 0, text.length);
  assert.deepEqual(
    signatureProblems(message, readTags(text, message.fields[0] as Field)).map(({ tag, code }) => `${tag} ${code}`),
    expected,
    tags,
  );
}

describe('what is wrong with a signature as written (RFC 6376 3.5)', () => {
  it('is nothing where it is whole', () => {
    is(GOOD, []);
    is(`${GOOD}; i=a@b.test`, []);
    is(`${GOOD}; i=a@X.B.test`, []);
    is(`${GOOD}; i=@b.test`, []);
    is(GOOD.replace('from:to', 'To : FROM'), []);
    is(GOOD.replace('from:to', 'from'), []);
  });

  it('is a tag that it needs and lacks', () => {
    for (const tag of ['v', 'a', 'b', 'bh', 'd', 'h', 's'])
      is(GOOD.replace(new RegExp(`(^|; )${tag}=[^;]*`), '$1').replace('; ;', ';'), [`${tag} missing-tag`]);
  });

  it('is what weakens it', () => {
    is(`${GOOD}; l=10`, ['l body-cut']);
    is(GOOD.replace('sha256', 'SHA1'), ['a weak-algorithm']);
    is(GOOD.replace('rsa-sha256', 'rsa-sha1x'), []);
    is(GOOD.replace('from:to', 'to:x-from'), ['h from-unsigned']);
    is(GOOD.replace('from:to', ''), ['h from-unsigned']);
    is(`${GOOD}; i=a@c.test`, ['i identity-outside']);
    is(`${GOOD}; i=a@xb.test`, ['i identity-outside']);
    is(`${GOOD}; i=a@test`, ['i identity-outside']);
  });

  it('is time that does not fit', () => {
    is(`${GOOD}; t=100; x=200`, []);
    is(`${GOOD}; t=100; x=100`, ['x expires-first']);
    is(`${GOOD}; t=200; x=100`, ['x expires-first']);
    is(`${GOOD}; t=200x; x=100`, []);
    is(`${GOOD}; t=1234567890123; x=100`, []);
    const hop = (minute: number): string => `Received: from a by b; Fri, 20 Nov 2026 10:0${minute}:00 +0000`;
    is(`${GOOD}; x=${DATE + 60}`, ['x expired'], hop(0), hop(2));
    is(`${GOOD}; x=${DATE + 120}`, [], hop(0), hop(2));
    is(`${GOOD}; x=1`, [], 'Received: from a by b');
    const date = 'Date: Fri, 20 Nov 2026 10:00:00 +0000';
    is(`${GOOD}; t=${DATE + 86_400}`, [], date);
    is(`${GOOD}; t=${DATE + 86_401}`, ['t signed-later'], date);
    is(`${GOOD}; t=${DATE + 86_401}`, []);
    is(`${GOOD}; t=${DATE + 86_401}`, [], 'Date: x');
  });
});
