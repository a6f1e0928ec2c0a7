import assert from 'node:assert/strict';
import { hexLines, rowBytes } from '../../../src/core/smtp/hexRows.ts';
import { Rows } from '../../../src/core/smtp/rows.ts';
import { offsetOf } from '../../../src/core/smtp/said.ts';
import { Lines } from '../../../src/core/text/lines.ts';

describe('a row of bytes', () => {
  it('has their digits in pairs, each where it stands', () => {
    for (const [row, bytes] of [
      [
        '0000: 32 32 30 20',
        [
          [6, 50],
          [9, 50],
          [12, 48],
          [15, 32],
        ],
      ],
      [
        '0000 - 32 32 30 20 61 2e 74 65-73 74 20 45 53 4d 54 50   220 a.test ESMTP',
        [
          [7, 50],
          [10, 50],
          [13, 48],
          [16, 32],
          [19, 97],
          [22, 46],
          [25, 116],
          [28, 101],
          [31, 115],
          [34, 116],
          [37, 32],
          [40, 69],
          [43, 83],
          [46, 77],
          [49, 84],
          [52, 80],
        ],
      ],
      [
        '00000000 : 32 32 30 : 220',
        [
          [11, 50],
          [14, 50],
          [17, 48],
        ],
      ],
      [
        '0000  32 32 30 20 61 2e 74 65  73 74   220 a.test',
        [
          [6, 50],
          [9, 50],
          [12, 48],
          [15, 32],
          [18, 97],
          [21, 46],
          [24, 116],
          [27, 101],
          [31, 115],
          [34, 116],
        ],
      ],
      [
        ' 32 32 30',
        [
          [1, 50],
          [4, 50],
          [7, 48],
        ],
      ],
      ['     32 32 30', undefined],
      [
        '0000: 32 32 30 20 61 2e 74 65 73 74 20 45 53 4d 54 50 20 72 65 61 64 79 0d 0a 31 32 33 34 35 36 37 38',
        [
          [6, 50],
          [9, 50],
          [12, 48],
          [15, 32],
          [18, 97],
          [21, 46],
          [24, 116],
          [27, 101],
          [30, 115],
          [33, 116],
          [36, 32],
          [39, 69],
          [42, 83],
          [45, 77],
          [48, 84],
          [51, 80],
          [54, 32],
          [57, 114],
          [60, 101],
          [63, 97],
          [66, 100],
          [69, 121],
          [72, 13],
          [75, 10],
          [78, 49],
          [81, 50],
          [84, 51],
          [87, 52],
          [90, 53],
          [93, 54],
          [96, 55],
          [99, 56],
        ],
      ],
      [
        '0000: 32 32 30 20 61 2e 74 65 73 74 20 45 53 4d 54 50 20 72 65',
        [
          [6, 50],
          [9, 50],
          [12, 48],
          [15, 32],
          [18, 97],
          [21, 46],
          [24, 116],
          [27, 101],
          [30, 115],
          [33, 116],
          [36, 32],
          [39, 69],
          [42, 83],
          [45, 77],
          [48, 84],
          [51, 80],
        ],
      ],
      ['0000: 3g 32', undefined],
      ['0000: 32 3', [[6, 50]]],
      ['0000: 32x', undefined],
      ['0000:32', undefined],
      ['000: 32 32', undefined],
      [
        'x | 0000: 41 42',
        [
          [10, 65],
          [13, 66],
        ],
      ],
      ['x 0000: 41 4Z', [[8, 65]]],
      [
        '0000: aA Ff',
        [
          [6, 170],
          [9, 255],
        ],
      ],
      ['000000000: 41', undefined],
      ['0000: 41  42', [[6, 65]]],
      [
        '0000: 41 42 43 44 45 46 47 48  49 4a',
        [
          [6, 65],
          [9, 66],
          [12, 67],
          [15, 68],
          [18, 69],
          [21, 70],
          [24, 71],
          [27, 72],
          [31, 73],
          [34, 74],
        ],
      ],
      [
        '0000: 41 42 43 44 45 46 47 48   49',
        [
          [6, 65],
          [9, 66],
          [12, 67],
          [15, 68],
          [18, 69],
          [21, 70],
          [24, 71],
          [27, 72],
        ],
      ],
    ] as const)
      assert.deepEqual(rowBytes(row), bytes, row);
  });
});

describe('the lines that rows of bytes spell', () => {
  const read = (text: string, most = 99, inline?: true) => {
    const lines = new Lines(text);
    const head = { mark: '', side: 'client', others: [], inline } as const;
    return hexLines(new Rows(lines, lines.count), 0, head, most);
  };

  it('have their characters where the digits stand', () => {
    const is = (text: string, expected: unknown, inline?: true): void => {
      const found = read(text, 99, inline);
      const told = found && [
        found.endLine,
        found.said.map((said) => [
          said.text,
          Array.from({ length: said.text.length + 1 }, (_, i) => offsetOf(said, i)),
        ]),
      ];
      assert.deepEqual(told, expected, text);
      for (const said of found?.said ?? []) assert.deepEqual([said.base, said.width], [offsetOf(said, 0), 2]);
    };
    is('0000: 32 35 30 20 6f 6b 0d 0a\n0008: 51 0d 0a\nend', [
      2,
      [
        ['250 ok', [6, 9, 12, 15, 18, 21, 23]],
        ['Q', [36, 38]],
      ],
    ]);
    is('0000: 32 35 30 0d 0a 32 35 31\n', [
      1,
      [
        ['250', [6, 9, 12, 14]],
        ['251', [21, 24, 27, 29]],
      ],
    ]);
    is('end', undefined);
    is(
      'x | 00000000: 32 35 30 0d 0a\nx | 00000008: 41\nx | 00000000: 42',
      [
        2,
        [
          ['250', [14, 17, 20, 22]],
          ['A', [43, 45]],
        ],
      ],
      true,
    );
  });

  it('are read as far as it is asked', () => {
    assert.equal(read('0000: 41\n0001: 42\n0002: 43', 2)?.said[0]?.text, 'AB');
    assert.equal(read('0000: 41\n0001: 42\n0002: 43', 2)?.endLine, 2);
  });
});
