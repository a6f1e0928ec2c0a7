import assert from 'node:assert/strict';
import { codeBefore, readOffer } from '../../../src/core/session/offer.ts';
import type { Reply } from '../../../src/core/smtp/conversation.ts';

/** What a reply of these lines offers, each with the place of its keyword; its parts are what stands behind the codes. */
function offered(lines: readonly string[], code = 250, answers = 'EHLO'): string {
  const text = lines.join('\n');
  let at = 0;
  const parts = lines.map((line) => {
    const start = at + (/^\d{3}[ -]?/.exec(line)?.[0].length ?? 0);
    at += line.length + 1;
    return { start, end: at - 1 };
  });
  const offer = readOffer(text, { code, answers, parts } as unknown as Reply);
  return [...offer]
    .map(([name, { keyword, words, start, end }]) => {
      assert.equal(name, keyword);
      return `${[keyword, ...words].join(' ')} (${text.slice(start, end)})`;
    })
    .join(', ');
}

describe('an offer', () => {
  it('is a keyword a line behind the first, with what stands behind it (RFC 5321 4.1.1.1)', () => {
    for (const [lines, expected] of [
      [['250-mx', '250-SIZE 10', '250 HELP'], 'SIZE 10 (SIZE 10), HELP (HELP)'],
      [['250-mx', '250 auth  login\tplain '], 'AUTH LOGIN PLAIN (auth  login\tplain )'],
      [['250 mx'], ''],
      [['250-SIZE 10', '250 HELP'], 'HELP (HELP)'],
      [['250-mx', '250-', '250 DSN'], 'DSN (DSN)'],
      [['250-mx', '250-AUTH LOGIN', '250 AUTH=PLAIN'], 'AUTH LOGIN PLAIN (AUTH LOGIN)'],
      [['250-mx', '250-AUTH=LOGIN X', '250 AUTH PLAIN'], 'AUTH LOGIN X PLAIN (AUTH=LOGIN X)'],
      [['250-mx', '250 AUTH='], 'AUTH (AUTH=)'],
      [['250-mx', '250 AUTH=LOGIN=X'], 'AUTH LOGIN (AUTH=LOGIN=X)'],
      [['250-mx', '250-AUTH LOGIN', 'PLAIN X', '250 DSN'], 'AUTH LOGIN PLAIN X (AUTH LOGIN), DSN (DSN)'],
      [['250-mx', 'wrapped', '250 DSN'], 'DSN (DSN)'],
      [['250-mx', `250-X${'A'.repeat(998)} B`, '250 DSN'], `X${'A'.repeat(998)} (X${'A'.repeat(998)} B), DSN (DSN)`],
      [['250-mx', `250-X${'A'.repeat(997)} B`, '250 DSN'], `X${'A'.repeat(997)} B (X${'A'.repeat(997)} B), DSN (DSN)`],
    ] as const)
      assert.equal(offered(lines), expected, lines.join('/').slice(0, 80));
  });

  it('is none behind HELO and in another reply, and ends somewhere', () => {
    const lines = ['250-mx', '250 DSN'];
    assert.equal(offered(lines, 250, 'HELO'), '');
    assert.equal(offered(lines, 250, 'LHLO'), 'DSN (DSN)');
    assert.equal(offered(lines, 251), '');
    assert.equal(offered(lines, 550), '');
    const many = ['250-mx', ...Array.from({ length: 300 }, (_, i) => `250-X${i}`)];
    assert.equal(offered(many).split(', ').length, 199);
  });
});

describe('the code in front of a line of a reply', () => {
  it('says whether more follow (RFC 5321 4.2.1)', () => {
    for (const [text, code, more, start] of [
      ['250 ', '250', false, 0],
      ['250-', '250', true, 0],
      ['250', '250', false, 0],
      ['250\t', '250', false, 0],
      ['S: 250-  ', '250', true, 3],
      ['550 5.7.1 ', '550', false, 0],
      ['450-4.7.1 ', '450', true, 0],
      ['250-2.1.0', '250', true, 0],
      ['550 5.777.123\t', '550', false, 0],
      ['1250 ', '250', false, 1],
    ] as const)
      assert.deepEqual(
        codeBefore(`${text}x`, { start: text.length, end: text.length + 1 }),
        { code, more, start },
        text,
      );
    for (const text of ['', 'x', '25 ', '250 a', '250- a ', '550 5.7 ', '550 9.7.1 ', '250+'])
      assert.equal(codeBefore(`${text}x`, { start: text.length, end: text.length + 1 }), undefined, text);
  });
});
