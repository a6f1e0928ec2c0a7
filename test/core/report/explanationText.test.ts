import assert from 'node:assert/strict';
import { type ExplainedText, explainText } from '../../../src/core/knowledge/explain.ts';
import { renderExplanation, unreadWords } from '../../../src/core/report/explanationText.ts';

/** The lines for a text; without its heading and what it means, the beginnings of the others. */
function lines(text: string) {
  const explained = explainText(text) as ExplainedText;
  const [heading, meaning = '', ...others] = renderExplanation(text, explained);
  const told = others.map((one) => /^\* (?:\w+ \w+:|\w+:|\w+ \d+ \w+)/.exec(one)?.[0]);
  return { heading, meaning, told, others, explained };
}

describe('an explanation as lines', () => {
  it('is headed by what was asked, in one line of some length', () => {
    assert.equal(lines('550 5.1.1 User unknown').heading, '# Explanation of "550 5.1.1 User unknown"');
    assert.equal(lines(' 451   4.7.1\nGreylisted ').heading, '# Explanation of "451 4.7.1 Greylisted"');
    const long = lines(`550 5.1.1 User unknown ${'x'.repeat(400)}`).heading ?? '';
    assert.match(long, /^# Explanation of "550 5\.1\.1 User unknown x{150,180}\S{0,3}"$/);
  });
  it('says the codes in front of what they mean', () => {
    for (const [text, codes] of [
      ['550 5.1.1 User unknown', '550 5.1.1: '],
      ['550 User unknown', '550: '],
      ['5.7.26', '5.7.26: '],
      ['Connection timed out', ''],
    ] as const) {
      const { meaning, explained } = lines(text);
      assert.ok(meaning.startsWith(`* ${codes}`), meaning);
      assert.match(meaning.slice(2 + codes.length), /^[A-Z]/);
      assert.ok(meaning.endsWith(explained.explanation.meaning), meaning);
    }
  });
  it('says who acts, each step and the source, in this order', () => {
    assert.deepEqual(lines('550 5.1.1 User unknown').told, ['* Who acts:', '* Next:', '* Source:']);
    assert.deepEqual(lines('Connection timed out').told, ['* Who acts:', '* Next:', '* Next:', '* Source:']);
    assert.match(
      lines('550 5.1.1 User unknown').others[0] ?? '',
      /^\* Who acts: the sender\. Retry: \S.*[^.]\. How sure: \S.*[^.]\.$/,
    );
  });
  it('names nobody where nobody has to act', () => {
    assert.deepEqual(lines('451 4.7.1 Greylisted').told, ['* Next:', '* Source:']);
    assert.deepEqual(lines('250 2.0.0 OK').told, ['* Source:']);
  });
  it('says last that a text was not read to its end', () => {
    const long = `550 5.1.1 User unknown ${'x'.repeat(3000)}`;
    const { others, told } = lines(long);
    assert.deepEqual(told, ['* Who acts:', '* Next:', '* Source:', '* Of 3023 characters']);
    assert.equal(others.at(-1), `* ${unreadWords(long)}`);
    assert.equal(unreadWords('x'.repeat(2000)), undefined);
    assert.match(unreadWords('x'.repeat(2001)) ?? '', /^Of 2001 characters some 2000 /);
  });
  it('holds no control characters', () => {
    assert.ok(!lines('550 5.1.1 User unknown \u001b[31m').heading?.includes('\u001b'));
  });
});
