import assert from 'node:assert/strict';
import { conversationsOf, toldBySession } from './told.ts';

const notes = (text: string): string =>
  conversationsOf(text)
    .flatMap((conversation) => conversation.notes.map(({ start, end }) => text.slice(start, end)))
    .join(' ~ ');

describe('a session with marks that others use, too', () => {
  it('has strays that are no SMTP beside it', () => {
    for (const [line, said, noted] of [
      ['<<< foo', '220 250', 'foo'],
      ['>>> foo', '220 250', 'foo'],
      ['<<< NOOP', '220 NOOP 250', ''],
      ['>>> 250-x', '220 250', ''],
    ] as const) {
      const text = `01234 >>> 220 a ESMTP\n01234 ${line}\n01234 >>> 250 ok`;
      assert.equal(toldBySession(text).join(' / '), said, line);
      assert.equal(notes(text), noted, line);
    }
    const text =
      '01234 >>> 220 a\n01234 <<< AUTH LOGIN\n01234 >>> 334 VXNlcm5hbWU6\n01234 <<< Yg==\n01234 >>> 235 ok\n01234 <<< DATA\n01234 >>> 354 go\n01234 <<< some words\n01234 <<< .\n01234 >>> 250 ok';
    assert.deepEqual(toldBySession(text), ['220 AUTH 334 (auth) 235 DATA 354 (data) 250']);
    assert.equal(notes(text), '');
  });
});
