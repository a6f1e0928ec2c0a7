import assert from 'node:assert/strict';
import { withRecipients } from '../../../../src/core/verdict/beside/noticeBeside.ts';
import type { Verdict } from '../../../../src/core/verdict/verdict.ts';

const at = (start: number) => ({ start, end: start + 10 });

/** A refusal at the start of a text, where it does not say another thing. */
const one = (more: Partial<Verdict> = {}): Verdict =>
  ({
    code: 'recipient-unknown',
    role: 'cause',
    failed: true,
    stage: 'RCPT',
    span: at(0),
    recipients: [],
    next: [],
    ...more,
  }) as unknown as Verdict;

describe('a notice and the conversation that is quoted beside it', () => {
  const notice = one({ stage: 'report', code: 'unknown', recipients: ['b@b.test'], span: at(10) });
  const cause = one({ span: at(40) });
  const of = (said: readonly Verdict[], quoted: readonly Verdict[]): string =>
    withRecipients(said, quoted)
      .map((list) => list.map(({ stage, code, recipients }) => [stage, code, ...recipients].join(' ')).join(', '))
      .join(' | ');

  it('are one of the same recipient', () => {
    for (const [said, quoted, expected] of [
      [[cause], [notice], 'RCPT recipient-unknown b@b.test | '],
      [[{ ...cause, stage: '?' }], [notice], 'report recipient-unknown b@b.test | '],
      [[{ ...cause, recipients: ['B@B.test'] }], [notice], 'RCPT recipient-unknown B@B.test | '],
      [[{ ...cause, recipients: ['c@b.test'] }], [notice], 'RCPT recipient-unknown c@b.test | report unknown b@b.test'],
      [[cause], [{ ...notice, stage: 'log' }], 'RCPT recipient-unknown | log unknown b@b.test'],
      [[cause], [{ ...notice, failed: false }], 'RCPT recipient-unknown | report unknown b@b.test'],
      [[{ ...cause, failed: false }], [notice], 'RCPT recipient-unknown | report unknown b@b.test'],
      // A notice with a reply of its own, and another cause, is told by itself.
      [
        [cause],
        [{ ...notice, code: 'mailbox-full', reply: '552' }],
        'RCPT recipient-unknown | report mailbox-full b@b.test',
      ],
      [[cause], [{ ...notice, code: 'recipient-unknown', reply: '550' }], 'RCPT recipient-unknown b@b.test | '],
      [[cause], [{ ...notice, code: 'unrecognized', reply: '550' }], 'RCPT recipient-unknown b@b.test | '],
      [[cause], [{ ...notice, code: 'mailbox-full' }], 'RCPT recipient-unknown b@b.test | '],
    ] as [Verdict[], Verdict[], string][])
      assert.equal(of(said, quoted), expected);
  });

  it('are of several sessions the one right beside the notice', () => {
    const far = one({ span: at(1000), code: 'mailbox-full' });
    assert.equal(of([far, cause], [notice]), 'RCPT mailbox-full, RCPT recipient-unknown b@b.test | ');
    assert.equal(
      of([{ ...far, span: at(1010) }, far], [notice]),
      'RCPT mailbox-full, RCPT mailbox-full | report unknown b@b.test',
    );
    assert.equal(
      of([cause, { ...far, span: at(60) }], [notice]),
      'RCPT recipient-unknown, RCPT mailbox-full | report unknown b@b.test',
    );
    const edge = (start: number) => of([far, { ...cause, span: at(start) }], [notice]);
    assert.equal(edge(219), 'RCPT mailbox-full, RCPT recipient-unknown b@b.test | ');
    assert.equal(edge(220), 'RCPT mailbox-full, RCPT recipient-unknown | report unknown b@b.test');
  });

  it('are of several notices the last in front of a reply to nothing that is shown, and each once', () => {
    const other = { ...notice, recipients: ['c@b.test'], span: at(60) };
    const reply = { ...cause, stage: '?' } as Verdict;
    assert.equal(
      of([{ ...reply, span: at(90) }], [notice, other]),
      'report recipient-unknown c@b.test | report unknown b@b.test',
    );
    assert.equal(
      of([{ ...reply, span: at(90) }], [other, notice]),
      'report recipient-unknown c@b.test | report unknown b@b.test',
    );
    assert.equal(of([reply], [notice, other]), 'report recipient-unknown b@b.test | report unknown c@b.test');
    assert.equal(
      of([cause], [notice, other]),
      'RCPT recipient-unknown | report unknown b@b.test, report unknown c@b.test',
    );
    assert.equal(
      of([reply, reply], [notice, other]),
      'report recipient-unknown b@b.test, ? recipient-unknown | report unknown c@b.test',
    );
    assert.equal(
      of([{ ...reply, span: at(5) }], [notice, other]),
      '? recipient-unknown | report unknown b@b.test, report unknown c@b.test',
    );
  });

  it('are one where a report without a cause stands with the session of its recipients', () => {
    const session = { ...cause, recipients: ['b@b.test'] };
    assert.equal(of([notice, session], []), 'RCPT recipient-unknown b@b.test | ');
    const both = 'report unknown b@b.test, ';
    assert.equal(of([notice, cause], []), `${both}RCPT recipient-unknown | `);
    assert.equal(
      of([notice, { ...session, recipients: ['c@b.test'] }], []),
      `${both}RCPT recipient-unknown c@b.test | `,
    );
    assert.equal(of([notice, { ...session, failed: false }], []), `${both}RCPT recipient-unknown b@b.test | `);
    assert.equal(of([{ ...notice, reply: '550' }, session], []), `${both}RCPT recipient-unknown b@b.test | `);
    assert.equal(of([notice, { ...session, stage: 'report' }], []), `${both}report recipient-unknown b@b.test | `);
  });
});
