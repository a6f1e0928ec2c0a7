import assert from 'node:assert/strict';
import { learn } from '../../../src/core/smtp/learn.ts';
import { Rows } from '../../../src/core/smtp/rows.ts';
import { Lines } from '../../../src/core/text/lines.ts';

/** What was learnt: of a frame how much of each line it takes, of a dialect who says what in each, and in which connection. */
function learnt(text: string): readonly string[] {
  const lines = new Lines(text);
  const found = learn(new Rows(lines, lines.count), 0);
  if (found === undefined) return [];
  if (found.kind === 'frame') return ['frame', ...text.split('\n').map((line) => String(found.frame.skip(line)))];
  const read = (line: string): string => {
    const marked = found.dialect.read?.(line);
    if (marked === undefined) return '-';
    const name = marked.connection === undefined ? '' : `#${marked.connection}`;
    return `${marked.side[0]}${name}|${line.slice(marked.from, marked.to)}`;
  };
  return ['dialect', ...text.split('\n').map(read)];
}

describe('what stands in front of what is said', () => {
  it('is learnt from the lines that follow, where it can be nothing else', () => {
    for (const [text, ...expected] of [
      [
        '[in] 220 a.test ESMTP\n[out] EHLO b\n[in] 250 a.test',
        'dialect',
        's|220 a.test ESMTP',
        'c|EHLO b',
        's|250 a.test',
      ],
      ['[in] 220 a.test ESMTP\n[out] EHLO b'],
      ['| 220 a.test ESMTP\n| EHLO b\n| 250 x\nend', 'frame', '2', '2', '2', '-1'],
      [
        '[in] 220 a.test ESMTP\n[in] 250 b\n[in] 250 a.test',
        'dialect',
        's|220 a.test ESMTP',
        's|250 b',
        's|250 a.test',
      ],
      ['[in] 220 a.test\n[in] 250 b\n[in] 250 a.test'],
      ['[in] 220 a.test ESMTP\n[in] 250 b'],
      ['[out] EHLO b\n[out] QUIT\n[out] RSET'],
      ['error: 550 no\n[out] EHLO b\n[in] 250 ok'],
      ['x "220 a.test ESMTP"\ny "EHLO b"\nx "250 it"s"', 'dialect', 's|220 a.test ESMTP', 'c|EHLO b', 's|250 it'],
      [
        "x '220 a.test ESMTP'\ny 'EHLO b'\nx '250 it's so'",
        'dialect',
        's|220 a.test ESMTP',
        'c|EHLO b',
        "s|250 it's so",
      ],
      ['x [220 a.test ESMTP]\ny [EHLO b]\nx [250 [a] b] c'],
      ['x (220 a.test ESMTP)\ny (EHLO b)\nx (250 ok) z'],
      ['x `220 a.test ESMTP`\ny `EHLO b`\nx `250 ok', 'dialect', 's|220 a.test ESMTP', 'c|EHLO b', 's|250 ok'],
      ['x \\"220 a.test ESMTP\\"\ny \\"EHLO b\\"\nx \\"250 "o" k\\" z'],
      ['x "220 a.test ESMTP\ny "EHLO b"\nx "250 a\\"b" z', 'dialect', 's|220 a.test ESMTP', 'c|EHLO b', 's|250 a\\"b'],
      ['say "220 a.test ESMTP"\nsay "EHLO b"\nsay "250 ok"', 'dialect', 's|220 a.test ESMTP', 'c|EHLO b', 's|250 ok'],
      ['a@b 220 a.test ESMTP\na@b EHLO b\na@b 250 ok'],
      ['from=1 220 a.test ESMTP\nfrom=1 EHLO b\nfrom=1 250 ok'],
      ['host mx said 220 a.test ESMTP\nhost mx said EHLO b\nhost mx said 250 ok'],
      [
        '[in] 220 a.test ESMTP\n[out] EHLO b\n[in] 465\n[in] 250 ok',
        'dialect',
        's|220 a.test ESMTP',
        'c|EHLO b',
        '-',
        's|250 ok',
      ],
      [
        'c1 < 220 a.test ESMTP\nc1 > EHLO b\nc2 < 220 b.test ESMTP\nc2 > EHLO b\nc1 < 250 ok\nc2 < 250 no',
        'dialect',
        's#c1|220 a.test ESMTP',
        'c#c1|EHLO b',
        's#c2|220 b.test ESMTP',
        'c#c2|EHLO b',
        's#c1|250 ok',
        's#c2|250 no',
      ],
      [
        '[in] 220 a.test ESMTP\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n[out] EHLO b\n[in] 250 x',
        'dialect',
        's|220 a.test ESMTP',
        '-',
        '-',
        '-',
        '-',
        '-',
        '-',
        '-',
        '-',
        '-',
        '-',
        '-',
        'c|EHLO b',
        's|250 x',
      ],
      ['[in] 220 a.test ESMTP\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n[out] EHLO b\n[in] 250 x'],
      ['220 a.test\n[out] EHLO b\n[in] 250 x'],
      [
        'Got: "220 a.test ESMTP"\nSent: "EHLO b"\nGot: "250 ok" (x)\nGot: "250 o\\"k" x',
        'dialect',
        's|220 a.test ESMTP',
        'c|EHLO b',
        's|250 ok',
        's|250 o\\"k',
      ],
      [
        'Got: \\"220 a.test ESMTP\\"\nSent: \\"EHLO b\\"\nGot: \\"250 "o" k\\" z\nGot: \\"250 open',
        'dialect',
        's|220 a.test ESMTP',
        'c|EHLO b',
        's|250 "o" k',
        's|250 open',
      ],
      [
        "Got: '220 a.test ESMTP'\nSent: 'EHLO b'\nGot: '250 it's' x\nGot: '250 ok",
        'dialect',
        's|220 a.test ESMTP',
        'c|EHLO b',
        "s|250 it's",
        's|250 ok',
      ],
      [
        'mail "220 a.test ESMTP"\nmail "EHLO b"\nmail "250 ok"\nmail "QUIT"',
        'dialect',
        's|220 a.test ESMTP',
        'c|EHLO b',
        's|250 ok',
        'c|QUIT',
      ],
      ['error: 220 a.test ESMTP\nerror: EHLO b\nerror: 250 ok', 'frame', '7', '7', '7'],
      ['warning: 550 no\n[out] EHLO b\n[in] 250 ok\n[in] 250 ok'],
      ['status=x 220 a.test ESMTP\nstatus=x EHLO b\nstatus=x 250 ok'],
      ['x=<y 220 a.test ESMTP\nx=<y EHLO b\nx=<y 250 ok'],
      [
        'recv: 220 a.test ESMTP\nsend: EHLO b\nrecv: 250 ok\nrecv: 465 \nrecv: 465 no',
        'dialect',
        's|220 a.test ESMTP',
        'c|EHLO b',
        's|250 ok',
        '-',
        's|465 no',
      ],
      [
        '- recv + 220 a.test ESMTP\n- send + EHLO b\n- recv + 250 ok',
        'dialect',
        's|220 a.test ESMTP',
        'c|EHLO b',
        's|250 ok',
      ],
      ['a: 220 a.test ESMTP\nbcdefghijklmnopqrstuvwxyz: EHLO b\na: 250 ok'],
      [
        'line 1: 220 a.test ESMTP\nline 2: EHLO b\nline 3: 250 ok\nline 14: QUIT\nlines: x',
        'frame',
        '8',
        '8',
        '8',
        '9',
        '-1',
      ],
      [
        'srv> 220 a.test ESMTP\ncli> EHLO b\nsrv> 250 ok\n\n\ncli> QUIT',
        'dialect',
        's|220 a.test ESMTP',
        'c|EHLO b',
        's|250 ok',
        '-',
        '-',
        'c|QUIT',
      ],
      [`log 220 ${'x'.repeat(500)} ESMTP\nlog EHLO b\nlog 250 ok`, 'frame', '4', '4', '4'],
    ] as const)
      assert.deepEqual(learnt(text as string), expected, text);
  });

  it('is learnt with the time of each line', () => {
    const text = '10:00:00 [in] 220 a.test ESMTP\n10:00:01 [out] EHLO b\n10:00:02 [in] 250 ok';
    const lines = new Lines(text);
    const found = learn(new Rows(lines, lines.count), 0);
    assert.ok(found?.kind === 'dialect');
    assert.deepEqual(
      text.split('\n').map((line) => found.dialect.read?.(line)?.time),
      [36_000_000, 36_001_000, 36_002_000],
    );
    assert.equal(found.dialect.read?.('words'), undefined);
  });
});
