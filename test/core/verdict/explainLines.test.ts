import assert from 'node:assert/strict';
import { findReplies } from '../../../src/core/replies/findReplies.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { type ExplainedSpan, explainLines, explainQuoted } from '../../../src/core/verdict/explainLines.ts';

const told = (text: string, found: ExplainedSpan | undefined): string | undefined =>
  found && `${found.explanation.reason} ${found.explanation.basis} [${text.slice(found.span.start, found.span.end)}]`;

/** The reason, on what it rests, and of which words, of each reply that is quoted. */
const quoted = (text: string): readonly (string | undefined)[] => {
  const ticket = readTicket(text);
  return findReplies(text).map((reply) => told(text, explainQuoted(ticket, { start: 0, end: text.length }, reply)));
};

/** The same of the first line. */
const first = (text: string): string | undefined => {
  const ticket = readTicket(text);
  const line = { start: ticket.lines.start(0), end: ticket.lines.end(0) };
  return told(text, explainLines(ticket, { start: 0, end: text.length }, 0, line));
};

describe('a reply that somebody quotes', () => {
  it('is explained by itself where its words are known', () => {
    for (const [text, expected] of [
      ['It said: 550 5.1.1 User unknown\n  the mailbox is full', 'recipient-unknown words [550 5.1.1 User unknown]'],
      ['It said: 550 5.1.1 qwx zzt', 'recipient-unknown enhanced-code [550 5.1.1 qwx zzt]'],
      ['It said: 550 5.7.1 qwx\n\nthe mailbox is full', 'policy-refused enhanced-code [550 5.7.1 qwx]'],
    ] as const)
      assert.deepEqual(quoted(text), [expected], text);
  });

  it('is explained with the lines that carry it on where they are not', () => {
    for (const [lead, reply, expected] of [
      ['said: ', '550 qwx zzt\n  the mailbox is full', 'mailbox-full words'],
      ['the remote server returned ', '450 qwx\n  greylisted', 'greylisted words'],
      ['said: ', '550-qwx zzt\n550 the mailbox is full', 'mailbox-full words'],
      ['said: ', `550 5.7.1 ${'qwx zzt '.repeat(7)}qwx\nthe mailbox is full`, 'mailbox-full words'],
    ] as const)
      assert.deepEqual(quoted(lead + reply), [`${expected} [${reply}]`], reply);
    // A line that was broken may keep its last blank, as those of flowed text do (RFC 3676 4.1).
    assert.deepEqual(quoted('said: 550 qwx zzt \n  the mailbox is full'), [
      'mailbox-full words [550 qwx zzt \n  the mailbox is full]',
    ]);
    assert.deepEqual(quoted('said: 550 qwx\n450 the mailbox is full'), [
      'unrecognized reply-code [550 qwx]',
      'mailbox-full words [450 the mailbox is full]',
    ]);
  });

  it('has the words in front of its code where it has none behind', () => {
    assert.match(quoted('Mailbox full ("550 5.2.2")')[0] ?? '', /^mailbox-full words \[550 5\.2\.2/);
    assert.match(quoted('The mailbox is full (550)')[0] ?? '', /^mailbox-full words \[550/);
    assert.match(quoted('We got an SMTP error 550.')[0] ?? '', /^unrecognized reply-code \[550/);
  });
});

describe('a line that is explained', () => {
  it('is so by itself without a code, and with the lines of its reply else', () => {
    for (const [text, expected] of [
      ['the mailbox is full\n  user unknown', 'mailbox-full words [the mailbox is full]'],
      ['550 qwx zzt\n  the mailbox is full', 'mailbox-full words [550 qwx zzt\n  the mailbox is full]'],
      ['550 5.1.1 User unknown\n  more words', 'recipient-unknown words [550 5.1.1 User unknown\n  more words]'],
      ['550 qwx\n550 the mailbox is full', 'mailbox-full words [550 qwx\n550 the mailbox is full]'],
      ['550 qwx zzt\n\nthe mailbox is full', 'unrecognized reply-code [550 qwx zzt]'],
      ['hello', undefined],
      ['qwx zzt\n  the mailbox is full', undefined],
    ] as const)
      assert.equal(first(text), expected, text);
  });
});
