import assert from 'node:assert/strict';
import type { Explanation } from '../../../../src/core/knowledge/explanation.ts';
import { explainInnermost } from '../../../../src/core/knowledge/grammar/wrappers.ts';
import { because } from '../../../../src/core/knowledge/meaning.ts';
import type { ReasonName } from '../../../../src/core/knowledge/reasons.ts';

const of = (reason: ReasonName, more: Partial<Explanation> = {}): Explanation => ({
  ...because(reason, 'So it is.', 'RFC 5321 4.2'),
  basis: 'words',
  confidence: 'medium',
  ...more,
});

/** The words that are asked for, with what they are said to answer. */
function asked(text: string): readonly string[] {
  const found: string[] = [];
  explainInnermost(text, undefined, (words, stage) => {
    found.push(`${stage} ${words.trim()}`);
    return undefined;
  });
  return found;
}

describe('a reason in wrappers', () => {
  it('is looked for behind what a server puts in front, the innermost first', () => {
    for (const [text, ...expected] of [
      ['Data command rejected: mailbox full', '? mailbox full'],
      ['Message rejected due to: mailbox full', '? mailbox full'],
      ['refused because of the mailbox', '? the mailbox'],
      ['Fehler: Postfach voll', '? Postfach voll'],
      ['错误：mailbox full', '? mailbox full'],
      ['Sender address rejected: mailbox full', 'MAIL mailbox full'],
      ['MAIL FROM rejected: mailbox full', 'MAIL mailbox full'],
      ['Recipient address rejected: mailbox full', 'RCPT mailbox full'],
      ['RCPT TO failed: mailbox full', 'RCPT mailbox full'],
      ['error: one two; reason: three', '? three', '? one two; reason: three'],
      [
        'error: one; error: two; error: three; error: four',
        '? four',
        '? three; error: four',
        '? two; error: three; error: four',
      ],
    ] as const)
      assert.deepEqual(asked(text), expected, text);
  });

  it('is none where nothing is wrapped, where a program printed it, and where only a link is behind', () => {
    for (const text of [
      'the mailbox is full',
      'note: mailbox full',
      'command output: error: mailbox full',
      'rejected: https://contoso.test/why',
      'rejected: 42',
      'rejected: no',
    ])
      assert.deepEqual(asked(text), [], text);
  });

  it('decides where the whole says no more than its wrapper', () => {
    const text = 'Message rejected: mailbox full';
    const explain =
      (inner: Explanation | undefined, head?: Explanation) =>
      (words: string): Explanation | undefined =>
        words.trim() === 'mailbox full' ? inner : head;
    const full = of('mailbox-full');
    const policy = of('content-refused');
    const told = (whole: Explanation | undefined, inner: Explanation | undefined, head?: Explanation) =>
      explainInnermost(text, whole, explain(inner, head));
    assert.equal(told(undefined, full), full);
    assert.equal(told(of('unknown', { basis: 'class' }), full), full);
    assert.equal(told(policy, full, policy), full);
    assert.equal(told(policy, full, of('content-refused', { basis: 'server-words' })), full);
    assert.equal(told(policy, full), undefined);
    assert.equal(told(policy, full, of('spam-refused')), undefined);
    assert.equal(told(policy, full, of('content-refused', { basis: 'class' })), undefined);
    assert.equal(told(full, full, full), undefined);
    assert.equal(told(policy, undefined, policy), undefined);
    assert.equal(told(policy, of('mailbox-full', { basis: 'class' }), policy), undefined);
    for (const reason of ['unrecognized', 'server-busy', 'policy-refused'] as const)
      assert.equal(told(undefined, of(reason)), undefined, reason);
  });

  it('does not decide where the whole is sure', () => {
    const full = of('mailbox-full');
    for (const whole of [
      of('content-refused', { basis: 'server-words' }),
      of('content-refused', { confidence: 'high' }),
      of('command-order'),
    ])
      assert.equal(
        explainInnermost('rejected: mailbox full', whole, () => full),
        undefined,
      );
  });
});
