import assert from 'node:assert/strict';
import { findAddresses } from '../../../../src/core/mail/bounces/addressLines.ts';
import { readNoticeText } from '../../../../src/core/mail/bounces/noticeText.ts';
import { unquotedText } from '../../../../src/core/mail/bounces/pastedNotice.ts';
import {
  bestSaid,
  hasReasonBelow,
  ownersOf,
  placeOf,
  regionOf,
  saidLines,
  sharedRegion,
  wordsIn,
} from '../../../../src/core/mail/bounces/regions.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const BOB = 'bob@fabrikam.test';
const CAROL = 'carol@fabrikam.test';

/** A notice of these lines and the addresses in it. */
function noticeOf(text: readonly string[]) {
  const whole = `From: a@b.test\nSubject: x\n\n${text.join('\n')}`;
  const notice = readNoticeText(whole, readMessage(whole, new Lines(whole), 0, whole.length).root);
  const all = findAddresses(notice.lines, text.length, 50);
  const [first] = all;
  assert.ok(first !== undefined, whole);
  return { notice, all, first, end: text.length };
}

/** What stands behind the first address, up to the second. */
const behind = (expected: string, ...text: readonly string[]): void => {
  const { notice, all, first, end } = noticeOf(text);
  const region = regionOf(notice, first, all[1]?.line ?? end);
  assert.equal(region.last < region.first ? '' : wordsIn(notice.lines, region).trim(), expected, text.join(' / '));
};

describe('the words about a recipient', () => {
  it('stand behind the address and below it, up to the next one', () => {
    behind('host mx: 550 no', `<${BOB}>: host mx: 550 no`);
    behind('host mx:\n    550 no', `<${BOB}>: host mx:`, '    550 no', `<${CAROL}>: 250 ok`);
    behind('550 no', BOB, '', '550 no', '', '', `${CAROL}`, '551 x');
    behind('550 no\nmore', BOB, '550 no', 'more', '');
    behind('no such user', `${BOB} - no such user`);
    behind('550 no', `${BOB} -`, '550 no');
    behind('', BOB);
    behind('', BOB, '');
    behind('unknown user: "x"', `${BOB}: unknown user: "x"`);
    behind('(expanded from x)', `${BOB} (expanded from x)`);
    behind('host mx: 550 no', `<${BOB}> (expanded from <bob@contoso.test>): host mx: 550 no`);
  });

  it('are at most 60 lines', () => {
    const many = Array.from({ length: 80 }, (_, i) => `line ${i}`);
    behind(many.slice(0, 59).join('\n'), BOB, ...many);
  });

  it('end in front of whom Postfix names again, and of the heading of the next', () => {
    behind('550 no', BOB, '550 no', `<${BOB}>: host mx said: 550 no`);
    const heading = 'Your message did not reach these recipients:';
    behind('550 no', BOB, '550 no', '', heading, CAROL);
    behind('550 no', BOB, '550 no', '', heading, '', CAROL);
    behind('550 no', BOB, '550 no', '', '', heading, '', '', CAROL);
    behind(`550 no\n\n${heading}\nx`, BOB, '550 no', '', heading, 'x', CAROL);
    behind(`550 no\n\n${heading}`, BOB, '550 no', '', heading, '', '', '', CAROL);
    behind('550 no\n\nThose:', BOB, '550 no', '', 'Those:', CAROL);
    behind('550 no\nuser: x', BOB, '550 no', 'user: x', CAROL);
  });

  it('end with the paragraph of Postfix or qmail where others write at the margin below', () => {
    behind('host mx: 550 no', `<${BOB}>: host mx: 550 no`, '', 'What can we do about it?');
    behind('host mx: 550 no\n\n    goes on', `<${BOB}>: host mx: 550 no`, '', '    goes on');
    behind('host mx: 550 no\nwrapped', `<${BOB}>: host mx: 550 no`, 'wrapped', '', 'What?');
    behind('No such user.', `<${BOB}>:`, 'No such user.', '', 'What can we do about it?');
    behind('No such user.', `<${BOB}>:`, '', 'No such user.', '', 'What can we do about it?');
    behind('550 no\n\nWhat can we do?', BOB, '550 no', '', 'What can we do?');
  });

  it('have a heading of their own behind a labelled one', () => {
    const label = `Recipient: ${BOB}`;
    behind('no such user', label, 'Reason: no such user');
    behind('no such user', label, '', '  Error : no such user');
    behind('no such user', label, '', '', 'Remote server said: no such user');
    behind('', label, '', '', '', 'Reason: no such user');
    behind('no such user\nat all', label, 'Grund: no such user', 'at all', '', 'Greetings');
    behind('', label, 'Date: x');
    behind('', label, 'no such user');
    behind('', label);
    behind('x', label, 'Diagnostic information for administrators: x');
    behind('存在しません', label, 'エラー内容：存在しません');
    const many = Array.from({ length: 12 }, (_, i) => `line ${i}`);
    behind(['x', ...many.slice(0, 8)].join('\n'), label, 'Reason: x', ...many);
    behind('', `RCPT TO:<${BOB}>`, '550 no');
    const lines = new Lines([label, 'Reason: x', 'Date: y'].join('\n'));
    assert.deepEqual(
      [hasReasonBelow(lines, 0), hasReasonBelow(lines, 1), hasReasonBelow(lines, 2)],
      [true, false, false],
    );
  });

  it('are the paragraph of Exim where it names a program above the address', () => {
    behind(
      `|/usr/bin/vacation\n    generated by ${BOB}\n    exit status 1`,
      'Failed:',
      '',
      '  |/usr/bin/vacation',
      `    generated by ${BOB}`,
      '    exit status 1',
      '',
      'more',
    );
    behind(`generated by ${BOB}`, ' x', `    generated by ${BOB}`);
    behind(
      `  4\n  3\n  2\n  1\n    generated by ${BOB}\n  1\n  2\n  3\n  4\n  5\n  6\n  7\n  8`.trim(),
      ...['  5', '  4', '  3', '  2', '  1', `    generated by ${BOB}`],
      ...['  1', '  2', '  3', '  4', '  5', '  6', '  7', '  8', '  9'],
    );
  });
});

describe('the words about several recipients', () => {
  const shared = (expected: string, ...text: readonly string[]): void => {
    const { notice, all, first, end } = noticeOf(text);
    assert.equal(wordsIn(notice.lines, sharedRegion(notice, first, all, end)), expected, text.join(' / '));
  };

  it('stand behind their list, else they are the whole notice', () => {
    shared('550 no', 'Failed:', BOB, CAROL, '', '550 no', '', '');
    shared(`Failed:\n${BOB}\n${CAROL}`, 'Failed:', BOB, CAROL);
    shared(`Failed:\n${BOB}`, 'Failed:', BOB, '', '');
    shared(`550 no\nRCPT TO:<${BOB}>\nx`, '550 no', `RCPT TO:<${BOB}>`, 'x');
    const many = Array.from({ length: 500 }, (_, i) => `line ${i}`);
    shared(many.slice(0, 399).join('\n'), BOB, ...many);
  });

  it('are without the alias that led there', () => {
    const { lines } = unquotedText('550 no (expanded from <a@b.test>): x (expanded from b)', 0, 100);
    assert.equal(wordsIn(lines, { first: 0, last: 0, from: 4 }), 'no  x (expanded from b)');
  });

  it('have a place in the document', () => {
    const text = '> one\n> two\n> three';
    const notice = unquotedText(text, 0, text.length);
    const place = (first: number, last: number, from: number): string => {
      const { start, end } = placeOf(notice, first, last, from);
      return text.slice(start, end);
    };
    assert.equal(place(0, 1, 1), 'ne\n> two');
    assert.equal(place(2, 2, 0), 'three');
    assert.equal(place(2, 1, 2), '');
  });
});

describe('the lines in which servers speak', () => {
  const isOurs = ({ address }: { readonly address: string }): boolean => [BOB, CAROL].includes(address.toLowerCase());
  const said = (...text: readonly string[]): readonly string[] => {
    const { notice, all, end } = noticeOf(text);
    return saidLines(notice, all.filter(isOurs), end, ownersOf([{ first: 0, last: 0, from: 0 }])).map(
      ({ line, said, about, answer, owned }) =>
        `${line}${owned ? '!' : ''} ${said.text.replaceAll('\n', ' / ')} [${[...about]}]${answer ? ` <- ${answer.text}` : ''}`,
    );
  };

  it('are about whom they name, and about the last RCPT above', () => {
    assert.deepEqual(said(`550 no mailbox ${BOB}`, '551 x'), [`0! 550 no mailbox ${BOB} [${BOB}]`, '1 551 x []']);
    assert.deepEqual(said(BOB, '550 no mailbox for dave@fabrikam.test'), [
      '1 550 no mailbox for dave@fabrikam.test []',
    ]);
    assert.deepEqual(said(BOB, `>>> RCPT To:<${BOB.toUpperCase()}>`, '<<< 550 no'), [`2 550 no [${BOB}]`]);
    assert.deepEqual(said(BOB, `RCPT TO: ${BOB}`, '550 no', '>>> DATA', '503 x'), [`2 550 no [${BOB}]`, '4 503 x []']);
    assert.deepEqual(said(BOB, '>>> RCPT TO:<dave@fabrikam.test>', '550 no'), ['2 550 no []']);
  });

  it('are one where a reply goes on (RFC 5321 4.2.1)', () => {
    assert.deepEqual(said(BOB, '550-no', '550-such', `550 user ${BOB}`), [
      `1 550-no / 550-such / 550 user ${BOB} [${BOB}]`,
    ]);
    assert.deepEqual(said(BOB, '<<< 550-no', `<<< 550 user ${BOB}`), [`1 550-no / 550 user ${BOB} [${BOB}]`]);
    assert.deepEqual(said(BOB, '550 no', '550 x'), ['1 550 no / 550 x []', '2 550 x []']);
  });

  it('answer in sendmail for the recipient of the line below', () => {
    assert.deepEqual(
      said(BOB, '... while talking to mx.fabrikam.test:', '<<< 554 no', `554 5.0.0 ${BOB}... Service unavailable`),
      ['2 554 no []', `3 554 5.0.0 ${BOB}... Service unavailable [${BOB}] <- 554 no`],
    );
    assert.deepEqual(
      said(BOB, '<<< 554 first', '... while talking to mx:', `554 ${BOB}... Service unavailable`).at(-1),
      `3 554 ${BOB}... Service unavailable [${BOB}]`,
    );
    assert.deepEqual(said(BOB, '<<< 554 first', '', '<<< 551 then', `554 ${BOB}... x`, `551 <${CAROL}>... y`), [
      '1 554 first []',
      '3 551 then []',
      `4 554 ${BOB}... x [${BOB}] <- 554 first`,
      `5 551 <${CAROL}>... y [${CAROL}]`,
    ]);
  });

  it('are none where mail was handed over', () => {
    assert.deepEqual(said(BOB, 'delivery via mx.fabrikam.test: 250 ok'), []);
    assert.deepEqual(said(BOB, 'delivery via mx.fabrikam.test: ', '250 2.0.0 ok', '550 no'), ['3 550 no []']);
  });

  it('are looked at in the first 400', () => {
    const many = Array.from({ length: 398 }, () => '');
    assert.deepEqual(said(BOB, ...many, '550 no', '551 late'), ['399 550 no []']);
  });
});

describe('the reply about a recipient', () => {
  const best = (expected: string | undefined, ...text: readonly string[]): void => {
    const { notice, all, first, end } = noticeOf(text);
    const regions = all.map((one, i) => regionOf(notice, one, all[i + 1]?.line ?? end));
    const [region] = regions;
    assert.ok(region !== undefined);
    const candidates = saidLines(notice, all, end, ownersOf(regions));
    assert.equal(bestSaid(notice, first, region, candidates, end)?.text, expected, text.join(' / '));
  };

  it('stands in its words, names it, or has more codes than others', () => {
    best('550 no', BOB, '550 no', CAROL, '551 5.1.1 other');
    best('550 no', `<${BOB}>: host mx said: 550 no`);
    best(`550 ${BOB} no`, `Recipient: ${BOB}`, '', `550 ${BOB} no`, '551 5.1.1 x');
    best('551 5.1.1 x', `Recipient: ${BOB}`, '', '550 no', '', '551 5.1.1 x');
    best('550 no', `Recipient: ${BOB}`, '', '550 no', '', '551 x');
    best(undefined, BOB, 'no such user');
  });

  it('is never that which names somebody else', () => {
    best(undefined, `RCPT TO:<${BOB}>`, `>>> RCPT TO:<${CAROL}>`, '550 no');
  });

  it('is what the server said where sendmail only says for whom', () => {
    best('554 no', BOB, '', '--- Transcript ---', '<<< 554 no', `554 5.0.0 ${BOB}... Service unavailable`);
  });
});
