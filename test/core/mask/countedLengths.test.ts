import assert from 'node:assert/strict';
import { countedLengths } from '../../../src/core/mask/countedLengths.ts';
import type { Conversation } from '../../../src/core/smtp/conversation.ts';
import { Lines } from '../../../src/core/text/lines.ts';

/** A dump in which each `[old>new]` is masked: its lines with the lengths that fit. */
function fitted(dialect: string, ...rows: readonly string[]): readonly string[] {
  const edits: { start: number; end: number; text: string }[] = [];
  let text = '';
  for (const part of rows.join('\n').split(/(\[[^\]>]*>[^\]]*\])/)) {
    const masked = /^\[([^\]>]*)>([^\]]*)\]$/.exec(part);
    if (masked !== null) {
      const [, old, now] = masked as unknown as [string, string, string];
      edits.push({ start: text.length, end: text.length + old.length, text: now });
    }
    text += masked?.[1] ?? part;
  }
  const conversation = { dialect, start: 0, end: text.length } as Conversation;
  const lengths = [...countedLengths(new Lines(text), conversation, edits)];
  const all = [...edits, ...lengths].sort((a, b) => b.start - a.start);
  return all.reduce((said, { start, end, text }) => said.slice(0, start) + text + said.slice(end), text).split('\n');
}

const head = (length: number, side = '>'): string => `${side} 2026/01/02 03:04:05.000000  length=${length} from=0 to=9`;

describe('the lengths that a dump tells', () => {
  it('fit what is masked behind them, in socat', () => {
    assert.deepEqual(fitted('socat', head(16), 'EHLO [alice.test>a.test]\\r'), [head(12), 'EHLO a.test\\r']);
    assert.deepEqual(fitted('socat', head(12), 'EHLO [a.test>alice.test]\\r'), [head(16), 'EHLO alice.test\\r']);
    // Nothing is told anew where nothing is longer or shorter.
    assert.deepEqual(fitted('socat', head(12), 'EHLO [a.test>b.test]\\r'), [head(12), 'EHLO b.test\\r']);
  });

  it('are each of the packet below alone, also where a line of the next one begins with what is masked', () => {
    assert.deepEqual(fitted('socat', head(6), 'QUIT\\r', head(8, '<'), '[alice>x]\\r'), [
      head(6),
      'QUIT\\r',
      head(4, '<'),
      'x\\r',
    ]);
    assert.deepEqual(fitted('tshark-follow', '8', 'x[1>22] y z', '9', '[alice>x] y'), ['9', 'x22 y z', '5', 'x y']);
  });

  it('count the end of a line as two octets', () => {
    // The two lines have 16 octets: the number below is the length of the next packet.
    assert.deepEqual(fitted('tshark-follow', '16', 'one two', 'one t', '\t8', '[alice>x] '), [
      '16',
      'one two',
      'one t',
      '\t4',
      'x ',
    ]);
    // One octet is still to come: the number belongs to the packet.
    assert.deepEqual(fitted('tshark-follow', '17', 'one two', 'one t', '8', '[alice>x] '), [
      '17',
      'one two',
      'one t',
      '8',
      'x ',
    ]);
    // Below an empty line there is always a length.
    assert.deepEqual(fitted('tshark-follow', '50', 'one two', '', '8', '[alice>x] '), ['50', 'one two', '', '4', 'x ']);
    assert.deepEqual(fitted('tshark-follow', '50', 'one two', '> ', '8', '[alice>x] '), [
      '50',
      'one two',
      '> ',
      '4',
      'x ',
    ]);
  });

  it('count nothing that stands behind their octets', () =>
    assert.deepEqual(fitted('tshark-follow', '16', 'one two', 'one t', '[alice>x] again'), [
      '16',
      'one two',
      'one t',
      'x again',
    ]));

  it('leave the last line of a packet its last, however much of it is masked', () =>
    assert.deepEqual(fitted('tshark-follow', '3', 'AUTH [secretsecret>x]'), ['1', 'AUTH x']));

  it('are none in other dialects', () =>
    assert.deepEqual(fitted('swaks', '16', 'EHLO [alice.test>a.test]'), ['16', 'EHLO a.test']));
});
