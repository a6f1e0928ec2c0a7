import assert from 'node:assert/strict';
import { findReplies } from '../../../src/core/replies/findReplies.ts';
import type { Span } from '../../../src/core/text/span.ts';

/** Each reply: where it stands, its code, its enhanced code and its words as they stand there, the whole of it, by what it is one. */
const found = (text: string, ...within: readonly number[]): string => {
  const cut = (span: Span | undefined): string => (span === undefined ? '-' : text.slice(span.start, span.end));
  return findReplies(text, ...within)
    .map(({ start, end, codeSpan, enhancedSpan, words, text: whole, frame, stage }) =>
      [`${start}-${end}`, cut(codeSpan), cut(enhancedSpan), cut(words), whole, frame, stage].join('|'),
    )
    .join(' # ');
};

describe('a reply that was found', () => {
  it('has its parts where they stand', () => {
    for (const [text, reply] of [
      ['said: 550 5.1.1 no user', '6-15|550|5.1.1|no user|550 5.1.1 no user|pair|?'],
      ["x (550, b'5.1.1 no')", "3-15|550|5.1.1|no|550, b'5.1.1 no|pair|?"],
      ['said: 5.7.1 no', '6-11|-|5.7.1|no|5.7.1 no|said|?'],
      ['550-5.1.1 one\n550 5.1.1 two', '0-9|550|5.1.1|one\n550 5.1.1 two|550-5.1.1 one\n550 5.1.1 two|pair|?'],
      [
        'Detail: Message rejected SMTP code: 550 Additional',
        '8-39|550|-|Message rejected|Message rejected SMTP code: 550|said|?',
      ],
      ['Detail: one Detail: two  SMTP code: 550', '20-39|550|-|two|two  SMTP code: 550|said|?'],
      ['x SMTP code: 550 no', '13-16|550|-|no|550 no|said|?'],
      ['Detail: 5.7.8 bad SMTP code: 535', '8-32|535|-|5.7.8 bad|5.7.8 bad SMTP code: 535|said|?'],
      ['code: 550\nsaid: 550 no', '16-19|550|-|no|550 no|said|?'],
      ['said: 550 550 no', '6-9|550|-|no|550 550 no|said|?'],
      ['said: "550 5.1.1 one 550 5.1.2 two"', '7-16|550|5.1.1|one 550 5.1.2 two|550 5.1.1 one 550 5.1.2 two|pair|?'],
      ['said: 550 no 551 x', '6-9|550|-|no 551 x|550 no 551 x|said|?'],
      ['a: 550 no 551 x', '3-6|550|-|no 551 x|550 no 551 x|sentence|?'],
      ['x\t550 no\ty', '2-5|550|-|no\ty|550 no\ty|start|?'],
      ['said:\n550 no', '6-9|550|-|no|550 no|said|?'],
      ['said:\n\n  550 no', '9-12|550|-|no|550 no|said|?'],
      ['said:\r\n550 no', '7-10|550|-|no|550 no|said|?'],
      ['said\n550 no', '5-8|550|-|no|550 no|start|?'],
      ['(\n550 no)', '2-5|550|-|no|550 no|start|?'],
      ['words,\n550 no', '7-10|550|-|no|550 no|start|?'],
      ['[\n 550 no]', '3-6|550|-|no|550 no|start|?'],
      ['x\ny:\n550 no', '5-8|550|-|no|550 no|start|?'],
      ['y:\n\t550 no', '4-7|550|-|no|550 no|start|?'],
      ['y:\n> 550 no', '5-8|550|-|no|550 no|start|?'],
      ['after RCPT TO: 550 no', '15-18|550|-|no|550 no|transport|RCPT'],
      ['x reject: RCPT from y: 550 no', '23-26|550|-|no|550 no|punctuation|RCPT'],
      ['EHLO: 550 no', '6-9|550|-|no|550 no|transport|EHLO'],
      [
        '550 no (in reply to end of DATA command)',
        '0-3|550|-|no (in reply to end of DATA command)|550 no (in reply to end of DATA command)|start|(data)',
      ],
    ] as const)
      assert.equal(found(text), reply, text);
  });

  it('is no part of a longer number or word', () => {
    for (const text of [
      'x\ty 550 no',
      '1550 no',
      '550x no',
      '550% no',
      '550.5 no',
      '550,5 no',
      '550/5 no',
      '550:5 no',
      'x550 no',
      '-550 no',
      '.550 no',
      '/550 no',
      '10:10:10,550 no',
      '5.1.1.1 no',
      '15.1.1 no',
      '5.1.1% no',
      '6.1.1 no',
    ])
      assert.equal(found(text), '', text);
  });

  it('stands in the part that is searched', () => {
    const text = 'said: 550 no\nsaid: 551 no\nsaid: 552 no';
    assert.equal(found(text, 13, 25), '19-22|551|-|no|551 no|said|?');
    assert.equal(found(text, 19, 25), '19-22|551|-|no|551 no|start|?');
    assert.equal(found(text, 13, 19), '');
    assert.equal(found(text, 26), '32-35|552|-|no|552 no|said|?');
    assert.equal(found('said: 550 no and more', 0, 12), '6-9|550|-|no|550 no|said|?');
  });

  it('is looked for with whom it is about, unless nobody asks', () => {
    const text = 'rcpt to:<bob@fabrikam.test>: 550 no';
    assert.equal(findReplies(text)[0]?.recipient, 'bob@fabrikam.test');
    assert.equal(findReplies(text, 0, text.length, false)[0]?.recipient, undefined);
  });
});
