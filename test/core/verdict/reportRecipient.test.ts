import assert from 'node:assert/strict';
import type { ReportRecipient } from '../../../src/core/mail/message.ts';
import { explainRecipient } from '../../../src/core/verdict/reportRecipient.ts';

const explained = (recipient: Partial<ReportRecipient>) => explainRecipient({ start: 0, end: 10, ...recipient });

/** The reason, how sure it is, whether to try again, the codes and the words of a report on one recipient. */
const told = (recipient: Partial<ReportRecipient>): string => {
  const { explanation, codes, said } = explained(recipient);
  const { reason, confidence, retry } = explanation;
  return `${reason} ${confidence} ${retry}, ${codes}: ${said}`;
};

const is = (diagnostic: string, status: string, expected: string): void =>
  assert.equal(told({ status, diagnostic }), expected, diagnostic);

describe('the report on a recipient', () => {
  it('is explained by what the other server said, without the type of the diagnostic', () => {
    is('smtp; 550 5.1.1 User unknown', '5.1.1', 'recipient-unknown high no, 550 5.1.1: 550 5.1.1 User unknown');
    is('X-Postfix;Mailbox full', '5.0.0', 'mailbox-full high later, 5.0.0: Mailbox full');
    is('Mailbox full', '', 'mailbox-full high later, : Mailbox full');
    is('smtp; 550 no such user', '5.0.0', 'recipient-unknown high no, 550 5.0.0: 550 no such user');
    is('x-unix; input/output error', '5.3.0', 'delivery-program-failed high later, 5.3.0: input/output error');
    is(
      'smtp; 550 #5.1.0 Address rejected.',
      '5.7.1',
      'recipient-unknown high no, 550 5.1.0: 550 #5.1.0 Address rejected.',
    );
  });

  it('has the codes of a reply that was folded once', () => {
    is(
      'smtp; 550-5.1.1 The email account that you tried to reach does 550-5.1.1 not exist. 550 5.1.1 Learn more',
      '5.1.1',
      'recipient-unknown high no, 550 5.1.1: 550 5.1.1 The email account that you tried to reach does not exist. Learn more',
    );
    is('smtp; 550-no such user 550 here', '5.0.0', 'recipient-unknown high no, 550 5.0.0: 550 no such user here');
  });

  it('is explained by the reply that is quoted in another', () => {
    for (const [diagnostic, status, expected] of [
      ["5.1.0 - Unknown address error 550-'5.2.2 Mailbox full' (delivery attempts: 0)", '5.1.0', '550 5.2.2'],
      ["550-'5.2.2 the mailbox is full'", '5.1.0', '550 5.2.2'],
      ["554 5.0.0 remote said 552 'mailbox full' and gave up", '5.0.0', '552 5.0.0'],
    ] as const)
      is(`smtp; ${diagnostic}`, status, `mailbox-full high later, ${expected}: ${diagnostic}`);
    const late = '550 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.2 Connection timed out>';
    assert.equal(
      told({ status: '4.4.7', action: 'failed', diagnostic: `smtp; ${late}` }),
      `expired high later, 421 4.4.2: ${late}`,
    );
    const greeting = '220-mx.b.test 421 4.2.1 Too many connections from your host';
    is(`smtp; ${greeting}`, '5.0.0', `too-many-connections medium yes, 421 4.2.1: ${greeting}`);
    assert.equal(
      told({ status: '4.4.7', diagnostic: 'smtp; 554 4.4.7 Message expired', lastTry: '452 4.2.2 Mailbox full' }),
      'mailbox-full high yes, 452 4.2.2: 554 4.4.7 Message expired',
    );
  });

  it('is explained by the words for people where nothing else gives a cause', () => {
    const words = 'The mailbox of the recipient is full.';
    assert.equal(told({ words, status: '5.0.0' }), `mailbox-full high later, 5.0.0: ${words}`);
    assert.equal(told({ words, status: '5.1.1' }), `mailbox-full high later, 5.1.1: ${words}`);
    assert.equal(
      told({ words, status: '5.1.1', diagnostic: 'smtp; 550 5.1.1 User unknown' }),
      'recipient-unknown high no, 550 5.1.1: 550 5.1.1 User unknown',
    );
    assert.equal(
      told({ words: '... Deferred: 452 4.2.2 Mailbox full', status: '4.4.7', action: 'failed' }),
      'mailbox-full high later, 452 4.2.2: ',
    );
    const place = { start: 20, end: 30 };
    assert.deepEqual(explained({ words, wordsSpan: place }).span, place);
    assert.deepEqual(explained({ diagnostic: 'Mailbox full', diagnosticSpan: place }).span, place);
    assert.deepEqual(explained({ words }).span, { start: 0, end: 10 });
  });

  it('is explained by a sentence around it, less sure, and not by what stands around every delay', () => {
    const words = 'Nothing that anybody knows stands here.';
    const full = 'The mailbox of the recipient is full.';
    for (const around of [
      `Dear sender.\n\n${full}\n${words}`,
      `Dear sender. ${full} ${words}`,
      words.concat(' ', full),
    ])
      assert.equal(told({ words, around }), `mailbox-full medium later, : ${words}`, around);
    const delayed = 'It has not yet been delivered to one or more recipients.';
    assert.equal(
      told({ words: delayed, around: 'delivery attempts will continue' }),
      `unknown low later, : ${delayed}`,
    );
  });

  it('tells of what was given up that it is to be sent again once, and of what waits that nobody has to', () => {
    const steps = (recipient: Partial<ReportRecipient>): string => {
      const { actor, retry, next } = explained(recipient).explanation;
      return `${actor} ${retry}: ${next
        .filter(({ kind }) => kind === 'again' || kind === 'wait')
        .map(({ kind, by }) => `${kind} ${by}`)
        .join(', ')}`;
    };
    const silent = { status: '4.4.7', diagnostic: 'smtp; connect to mx.b.test[192.0.2.1]:25: Connection timed out' };
    assert.equal(steps({ ...silent, action: 'failed' }), 'network later: again sender');
    assert.equal(steps({ ...silent, action: 'delayed' }), 'network yes: wait nobody');
    const full = { status: '4.2.2', diagnostic: 'smtp; 452 4.2.2 Mailbox full' };
    assert.equal(steps({ ...full, action: 'failed' }), 'recipient later: again sender');
    assert.equal(steps({ ...full, action: 'delayed' }), 'recipient yes: wait nobody');
    assert.equal(steps({ action: 'delayed' }), 'nobody yes: wait nobody');
    assert.equal(
      steps({ status: '4.4.1', action: 'delayed', diagnostic: 'smtp; Message expired, not delivered' }),
      'nobody yes: wait nobody',
    );
  });

  it('tells that the time was over, and what kept the message until then', () => {
    const meaning = (recipient: Partial<ReportRecipient>): string => {
      const { reason, meaning: words } = explained(recipient).explanation;
      return `${reason}: ${words}`;
    };
    const refused = 'smtp; connect to mx.b.test[192.0.2.1]:25: Connection refused';
    assert.match(
      meaning({ status: '4.4.7', action: 'failed', diagnostic: refused }),
      /^expired: The message waited too long in the queue and was given up: the host answers, but /,
    );
    assert.match(
      meaning({ status: '5.4.7', action: 'delayed', diagnostic: refused }),
      /^expired: The message waits in the queue for long: the host answers, but /,
    );
    assert.match(
      meaning({ status: '4.4.1', action: 'failed', diagnostic: refused }),
      /^connection-failed: .* gave up\.$/,
    );
    assert.doesNotMatch(meaning({ status: '5.4.1', action: 'failed', diagnostic: refused }), /gave up/);
    const full = 'smtp; 452 4.2.2 Mailbox full';
    assert.equal(
      meaning({ status: '4.4.7', action: 'failed', diagnostic: full }),
      'mailbox-full: The mailbox is full. The sending server gave up.',
    );
    assert.equal(meaning({ status: '4.2.2', diagnostic: full }), 'mailbox-full: The mailbox is full.');
    assert.doesNotMatch(meaning({ status: '4.4.7', action: 'failed' }), /gave up\.$/);
  });

  it('has what the class of a bounce hangs on', () => {
    const of = (recipient: Partial<ReportRecipient>, waited?: boolean) => {
      const {
        stage,
        code,
        status,
        action,
        waited: late,
        worded,
      } = explainRecipient({ start: 0, end: 10, ...recipient }, undefined, waited).context;
      return [stage, code, status, action, late, worded];
    };
    const odd = { status: '5.0.0', diagnostic: 'smtp; 550 xyzzy' };
    const category = (value: string) =>
      [{ name: 'X-PowerMTA-BounceCategory', value }] as unknown as ReportRecipient['extensions'];
    assert.deepEqual(of(odd), [undefined, 550, '5.0.0', undefined, false, false]);
    assert.deepEqual(of({ ...odd, extensions: category('bad-mailbox') ?? [] })[0], 'RCPT');
    assert.deepEqual(of({ ...odd, extensions: category('spam-related') ?? [] })[0], undefined);
    assert.deepEqual(of({ ...odd, answers: 'MAIL', action: 'failed' }, true), [
      'MAIL',
      550,
      '5.0.0',
      'failed',
      true,
      false,
    ]);
    assert.equal(of({ diagnostic: 'smtp; 550 5.1.1 User unknown' })[5], true);
    assert.equal(explained({ diagnostic: 'smtp; 550 no', words: 'so' }).context.words, '550 no\nso');
  });
});
