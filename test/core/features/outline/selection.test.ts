import assert from 'node:assert/strict';
import { selectionRanges } from '../../../../src/core/features/outline/selectionRanges.ts';
import type { Start } from '../../../../src/core/ticket/ticket.ts';
import { openAt } from '../cursor.ts';

/** The selections around `|`, smallest first. */
function grown(text: string, start?: Start): string[] {
  const { document, ticket, position } = openAt(text, start);
  const [range] = selectionRanges(document, ticket, [position]);
  const texts: string[] = [];
  for (let step = range; step !== undefined; step = step.parent) texts.push(document.getText(step.range));
  for (const [i, text] of texts.entries())
    if (i > 0) assert.ok(text.includes(texts[i - 1] as string) && text !== texts[i - 1]);
  return texts;
}

const session =
  '220 mx.contoso.test ESMTP\nEHLO a.test\n250-mx.contoso.test\n250 SIZE 1000\nMAIL FROM:<a@a.test> SIZE=1\n250 2.1.0 Ok\nQUIT\n221 bye';

describe('a selection in a conversation', () => {
  const grownAt = (before: string, behind: string): string[] =>
    grown(session.replace(before + behind, `${before}|${behind}`));

  it('grows from a word to the command, the transaction and the session', () => {
    const steps = grownAt('FROM:<a@', 'a.test>');
    assert.deepEqual(steps.slice(0, 3), ['a@a.test', 'FROM:<a@a.test> SIZE=1', 'MAIL FROM:<a@a.test> SIZE=1']);
    assert.ok(steps[3]?.startsWith('MAIL FROM:<a@a.test> SIZE=1\n250 2.1.0 Ok'), steps[3]);
    assert.equal(steps.at(-1), session);
  });

  it('grows from the code to the line and the whole reply', () =>
    assert.deepEqual(grownAt('250 SI', 'ZE 1000').slice(0, 4), [
      'SIZE',
      'SIZE 1000',
      '250 SIZE 1000',
      '250-mx.contoso.test\n250 SIZE 1000',
    ]));

  it('ends with the document', () => {
    const text = `Hello,\n\n${session}\n\nregards\n`;
    const steps = grown(text.replace('Ok', 'O|k'));
    assert.equal(steps.at(-1), text);
    assert.ok(steps.includes(session));
  });
});

describe('a selection in a message', () => {
  const mail =
    'From: a@a.test\nSubject: one\n two\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nfirst line\nsecond line\n\nother\n--b--\n';
  const part = 'Content-Type: text/plain\n\nfirst line\nsecond line\n\nother';

  it('grows from a word to the value, the field, the header and the message', () => {
    const steps = grown(mail.replace('two', 't|wo'), 'message');
    assert.deepEqual(steps.slice(0, 3), ['two', ' one\n two', 'Subject: one\n two']);
    assert.equal(steps[3]?.trimEnd(), mail.slice(0, mail.indexOf('\n\n--b')));
    assert.equal(steps.at(-1), mail);
  });

  it('grows from a line to the paragraph and the part', () => {
    const steps = grown(mail.replace('second', 'se|cond'), 'message');
    assert.deepEqual(steps.slice(0, 4), [
      'second',
      'second line',
      'first line\nsecond line',
      'first line\nsecond line\n\nother',
    ]);
    assert.ok(steps.includes(part));
    assert.equal(steps.at(-1), mail);
  });
});

describe('a selection anywhere', () => {
  it('has an answer in an empty text', () => assert.equal(grown('|').length, 1));
  it('answers each position', () => {
    const { document, ticket } = openAt(`|${session}`);
    const positions = [0, 5, 40, session.length].map((offset) => document.positionAt(offset));
    assert.equal(selectionRanges(document, ticket, positions).length, 4);
  });
});
