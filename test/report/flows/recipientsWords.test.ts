import assert from 'node:assert/strict';
import type { RecipientAnswer, ReplyMeaning } from '../../../src/probes/smtp/flows/outcome.ts';
import { wordRecipients } from '../../../src/report/flows/recipientsWords.ts';

const means = (reason: string, more: Partial<ReplyMeaning> = {}): ReplyMeaning => ({
  ...{ reason, meaning: `It is ${reason}.`, sure: true, actor: 'sender', next: ['Do it.'], source: 'RFC 3463 3.2' },
  ...more,
});
/** `250 ok`, with the reason of a refusal; of a mailbox that was made up where `invented` is true. */
const answer = (recipient: string, line: string, reason?: string, invented = false): RecipientAnswer => ({
  recipient,
  invented,
  answer: {
    ...(line !== '' && { code: Number(line.slice(0, 3)) }),
    lines: line === '' ? [] : [line],
    ...(reason !== undefined && { means: means(reason) }),
  },
});
const control = (line: string, reason?: string, domain = 'a.test'): RecipientAnswer =>
  answer(`x7q@${domain}`, line, reason, true);

const word = (answers: readonly RecipientAnswer[], sender = 'me@b.test', untried: readonly string[] = []) =>
  wordRecipients({ kind: 'recipients', sender, answers, untried });
/** Each finding as `level code about`. */
const codes = (...args: Parameters<typeof word>): readonly string[] =>
  word(...args).findings.map(({ level, code, about }) => `${level} ${code} ${about}`);
const text = (...args: Parameters<typeof word>): string => word(...args).findings[0]?.text ?? '';

const bob = (line: string, reason?: string): RecipientAnswer => answer('bob@a.test', line, reason);

describe('answers to RCPT, in words,', () => {
  it('say how many are taken', () => {
    const says = (answers: readonly RecipientAnswer[], untried: readonly string[] = []): unknown => {
      const { says: words, isGood } = word(answers, 'me@b.test', untried);
      return [words, isGood];
    };
    assert.deepEqual(says([bob('250 ok')]), ['1 of 1 recipient is taken at RCPT. No mail was sent.', true]);
    assert.deepEqual(says([bob('250 ok'), answer('c@a.test', '251 ok'), control('550 no')]), [
      '2 of 2 recipients are taken at RCPT. No mail was sent.',
      true,
    ]);
    assert.deepEqual(says([bob('199 odd')]), ['0 of 1 recipient is taken at RCPT. No mail was sent.', false]);
    assert.deepEqual(says([bob('300 odd')]), ['0 of 1 recipient is taken at RCPT. No mail was sent.', false]);
    assert.deepEqual(says([bob('250 ok')], ['d@a.test']), [
      '1 of 2 recipients are taken at RCPT. No mail was sent.',
      false,
    ]);
  });
  it('tell whom a refusal is about', () => {
    assert.deepEqual(codes([bob('550 no', 'recipient-unknown')]), ['fail recipient-unknown bob@a.test']);
    assert.deepEqual(codes([bob('552 full', 'mailbox-full')]), ['fail recipient-mailbox bob@a.test']);
    assert.deepEqual(codes([bob('550 no', 'relaying-denied')]), ['fail recipient-relay-denied bob@a.test']);
    assert.deepEqual(codes([bob('550 no', 'blocklisted')]), ['fail recipient-client-refused bob@a.test']);
    assert.deepEqual(codes([bob('450 later', 'greylisted')]), ['unknown recipient-deferred bob@a.test']);
    assert.deepEqual(codes([bob('550 no', 'other')]), ['fail recipient-refused-otherwise bob@a.test']);
    assert.deepEqual(codes([bob('')]), ['unknown recipient-unanswered bob@a.test']);
    assert.deepEqual(codes([], 'me@b.test', ['d@a.test']), ['unknown recipient-untried d@a.test']);
  });
  it('say what was answered, what to do and what that rests on', () => {
    const [known] = word([bob('550 5.1.1 no', 'recipient-unknown')]).findings;
    assert.deepEqual(
      [known?.text, known?.next, known?.source],
      [
        'The server does not know this address. The answer was 550 5.1.1 no: It is recipient-unknown.',
        'Do it.',
        'RFC 3463 3.2',
      ],
    );
    const [bare] = word([bob('550 no')]).findings;
    assert.deepEqual(
      [bare?.text, bare?.next, bare?.source],
      ['The server refuses it. The answer was 550 no.', undefined, 'RFC 5321 3.3'],
    );
    assert.equal(text([bob('')]), 'There was no answer to RCPT (no answer), so nothing is known of this recipient.');
  });
  it('say that another sender can be given where the null one was refused with the client', () => {
    const other = ' The sender was the null one; with --from another one can be given.';
    assert.ok(text([bob('550 no', 'blocklisted')], '').endsWith(other));
    assert.ok(!text([bob('550 no', 'blocklisted')]).endsWith(other));
    assert.ok(!text([bob('550 no', 'recipient-unknown')], '').endsWith(other));
  });
});

describe('a made-up address beside them', () => {
  const at = 'The server takes mail for it at RCPT (250)';
  it('tells what a recipient that is taken is worth', () => {
    assert.equal(
      text([bob('250 ok'), control('250 ok')]),
      `${at}, as it does for a made-up address: whether the mailbox exists is not shown.`,
    );
    assert.equal(
      text([bob('250 ok'), control('550 no', 'recipient-unknown')]),
      `${at}, and refuses a made-up address of the domain: it knows this one. It may still refuse the message behind DATA, or send a bounce later.`,
    );
    const alone = `${at}; it may still refuse the message behind DATA, or send a bounce later.`;
    assert.equal(text([bob('250 ok')]), alone);
    assert.equal(text([bob('250 ok'), control('450 later')]), alone);
    assert.equal(text([bob('250 ok'), control('250 ok', undefined, 'b.test')]), alone);
    assert.equal(text([bob('250 ok'), control('')]), alone);
    assert.deepEqual(codes([bob('250 ok'), control('250 ok', undefined, 'A.TEST')]), [
      'note recipient-accepted bob@a.test',
      'warning catch-all a.test',
    ]);
  });
  it('tells that a refusal is not about the mailbox where it gets the same', () => {
    const same = ' A made-up address of the domain gets the same answer, so that it is not about this mailbox.';
    const both = (reason: string | undefined, mine: string, its: string): string =>
      text([bob(mine, reason), control(its, reason)]);
    assert.ok(both('other', '550 <bob@a.test> no', '550 <X7Q@a.test> no').endsWith(same));
    assert.ok(!both('other', '550 <bob@a.test> no', '550 <x7q@a.test> never').endsWith(same));
    assert.ok(both('mailbox-full', '552 no', '552 no').endsWith(same));
    assert.ok(!both('recipient-unknown', '550 no', '550 no').endsWith(same));
    assert.ok(!both('relaying-denied', '550 no', '550 no').endsWith(same));
    assert.deepEqual(
      codes([bob('550 no', 'other'), control('550 no', 'other')])[0],
      'fail recipient-client-refused bob@a.test',
    );
    assert.deepEqual(
      codes([bob('552 no', 'mailbox-full'), control('552 no', 'mailbox-full')])[0],
      'fail recipient-mailbox bob@a.test',
    );
  });
  it('tells whether any address is taken', () => {
    const of = (...answers: readonly RecipientAnswer[]): readonly (string | undefined)[] => {
      const found = word(answers).findings.at(-1);
      return [`${found?.level} ${found?.code} ${found?.about}`, found?.text, found?.next];
    };
    assert.deepEqual(of(control('550 5.1.1 no', 'recipient-unknown')), [
      'pass no-catch-all a.test',
      'A made-up address is refused as unknown (550 5.1.1 no): the server knows its mailboxes at RCPT.',
      undefined,
    ]);
    const refused = [
      'pass no-catch-all a.test',
      'A made-up address is refused (550 no) while another one is taken: not any address is.',
      undefined,
    ];
    assert.deepEqual(of(bob('250 ok'), control('550 no', 'other')), refused);
    assert.deepEqual(of(bob('250 ok'), control('550 no', 'mailbox-full')), refused);
    const unknown = (words: string, more = '', next?: string): readonly (string | undefined)[] => [
      'unknown catch-all-unknown a.test',
      `Whether any address is taken is not known: a made-up one was answered with ${words}.${more}`,
      next,
    ];
    assert.deepEqual(of(control('550 no', 'other')), unknown('550 no'));
    assert.deepEqual(of(bob('550 no'), control('550 no', 'other')), unknown('550 no'));
    assert.deepEqual(of(answer('c@b.test', '250 ok'), control('550 no', 'other')), unknown('550 no'));
    const others = ' It is not taken as the others are.';
    assert.deepEqual(of(bob('250 ok'), control('550 no', 'blocklisted')), unknown('550 no', others));
    assert.deepEqual(of(bob('250 ok'), control('450 later', 'greylisted')), unknown('450 later', others, 'Do it.'));
    assert.deepEqual(of(control('')), unknown('no answer'));
  });
});
