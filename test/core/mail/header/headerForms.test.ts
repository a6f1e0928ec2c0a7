import assert from 'node:assert/strict';
import { isQuotedStatus, looksLikeHeader } from '../../../../src/core/mail/header/headerStart.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const starts = (text: string, line = 0): boolean => looksLikeHeader(new Lines(text), line);
const are = (expected: boolean, ...texts: readonly string[]): void => {
  for (const text of texts) assert.equal(starts(text), expected, JSON.stringify(text));
};

describe('a header below the fields of a status', () => {
  const below = (count: number, quote = ''): Lines =>
    new Lines(
      ['Action: failed', ...Array.from({ length: count }, () => 'X-A: 1'), 'From: a', 'To: b']
        .map((line) => quote + line)
        .join('\n'),
    );

  it('is none within seven lines', () => {
    assert.equal(looksLikeHeader(below(0), 1), false);
    assert.equal(looksLikeHeader(below(6), 7), false);
    assert.equal(looksLikeHeader(below(7), 8), true);
    assert.equal(looksLikeHeader(new Lines('Action: failed\nwords\nFrom: a\nTo: b'), 2), true);
    assert.equal(looksLikeHeader(new Lines('Action: failed\n folded\nFrom: a\nTo: b'), 2), false);
  });

  it('is none in a quotation as well', () => {
    assert.equal(isQuotedStatus(below(6, '> '), 7), true);
    assert.equal(isQuotedStatus(below(7, '> '), 8), false);
    assert.equal(isQuotedStatus(new Lines('> Action: failed\n>  folded\n> From: a'), 2), true);
    assert.equal(isQuotedStatus(new Lines('> Action: failed\n> words of it\n> From: a'), 2), false);
    assert.equal(isQuotedStatus(new Lines('Action: failed\n> From: a'), 1), false);
    assert.equal(isQuotedStatus(new Lines('>>| Action: failed'), 0), true);
  });
});

describe('one field, or the form of a program', () => {
  const DAY = 'Fri, 20 Nov 2026 10:00:00 +0000';
  it('begins a header where its value leaves no doubt, in one line or more', () => {
    are(
      true,
      `Received: from a.test by b.test; ${DAY}\n`,
      `Received:from a.test by b.test; ${DAY}\n`,
      `Received: from a.test\n by b.test; ${DAY}\n`,
      `Received: from a.test\nby b.test; ${DAY}\n`,
      `Received: from a.test\n by b.test; ${DAY}\nwords of it\n`,
      'Authentication-Results: \nspf=pass smtp.mailfrom=a@b.test\n',
      'Authentication-Results:\nspf=pass smtp.mailfrom=a@b.test\n\nhello',
      'X-Spamd-Result: default: False [1.50 / 15.00]\n',
      'DKIM-Signature: v=1; a=x; BH=y\n',
    );
    are(
      false,
      'Received: from a.test\nby b.test\n',
      'Authentication-Results:\n\nspf=pass x\n',
      'X-Barracuda-Spam-Status: XSCORE=1\n',
    );
    are(false, 'X-Forefront-Antispam-Report: XCIP:1\n', 'Subject: x\n folded\nwords\n', 'Foo-Bar: x\nBar-Foo: y\n');
    const line = (length: number): string => 'From: a To: b Subject: '.padEnd(length, 'c');
    are(true, line(201), `${line(201)}\nwords`);
    are(false, line(200), 'From: a To: '.padEnd(300, 'c'));
  });

  it('is no header where names stand in it that no mailer writes', () => {
    are(false, 'From: a\nColour: x\nSize: y\n', 'from: a\ncolour: x\n', 'Colour: x\nFrom: a\nSize: y\n');
    are(
      true,
      'From: a\nColour: x\n',
      'From: a\nTo: b\nColour: x\nSize: y\n',
      'From: a\nFoo-Bar: b\nColour: x\nSize: y\n',
    );
    are(true, 'Importance: high\nFrom: a\nColour: x\nSize: y\n', 'from: a\nto: b\ncolour: x\n');
    are(false, 'From: 10\nTo: 20.5\nColour: x\n', 'From:\nTo:\nColour: x\nSize: y\n');
    const folded = (count: number): string => `From: a\nColour: x\n${' c\n'.repeat(count)}Size: y\n`;
    are(false, folded(7));
    are(true, folded(8), 'From: a\nColour: x\n\nSize: y\n');
    assert.equal(starts('Colour: x\nFrom: a\nSize: y\n', 1), false);
    assert.equal(starts('words\nFrom: a\nSize: y\n', 1), true);
    assert.equal(starts('Colour: x\n\nFrom: a\nSize: y\n', 2), true);
  });

  it('nor where columns stand in it', () => {
    are(
      false,
      'From : a\nTo : b\nColour: c\n',
      'Reply-To : a\nTo\t: b\nColour: c\n',
      'From   : a\nTo     : b\nColour : c\n',
    );
    are(true, 'From : a\nTo: b\nColour: c\n', 'From : a\nTo : b\nCc : c\n');
  });
});
