import assert from 'node:assert/strict';
import { isOfMailer, spokenRecipient } from '../../../../src/core/mail/bounces/spokenRecipient.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const is = (expected: string | undefined, ...text: readonly string[]): void => {
  const found = spokenRecipient(new Lines(text.join('\n')));
  assert.equal(found && `${found.line} ${found.address}`, expected, text.join(' / '));
};

const SAID = 'Remote host said: 550 no such user';

describe('a recipient in the words of whoever pasted what a mailer says', () => {
  it('stands behind a word for it, in a paragraph of its own', () => {
    for (const words of [
      'I wrote to Bob@b.test today',
      'mail for "Bob@b.test"',
      'an Bob@b.test',
      'für <Bob@b.test>',
      'à Bob@b.test,',
      "pour 'Bob@b.test'",
      'a (Bob@b.test)',
      'para Bob@b.test.',
      'per Bob@b.test',
      'naar Bob@b.test',
      'aan Bob@b.test',
      'voor Bob@b.test',
      'do Bob@b.test',
      'dla Bob@b.test',
      'на Bob@b.test',
      'для Bob@b.test',
      'till Bob@b.test',
      'TIL Bob@b.test',
    ]) {
      is('2 Bob@b.test', words, '', SAID);
      is('1 Bob@b.test', `${words}:`, SAID);
      is(undefined, words, SAID);
    }
    is('3 Bob@b.test', 'to Bob@b.test', 'to bob@b.test.'.toUpperCase().replace('BOB@B.TEST', 'Bob@b.test'), ' ', SAID);
  });

  it('is nobody where several are named, or none, or it is advice', () => {
    is(undefined, 'to a@b.test and to c@b.test', '', SAID);
    is(undefined, 'from a@b.test', '', SAID);
    is(undefined, 'auto a@b.test', '', SAID);
    is(undefined, 'to a@b', '', SAID);
    is(undefined, 'to a@b.test', '', 'words');
    is(undefined, 'to a@b.test');
    is(undefined, SAID, 'to a@b.test');
    for (const advice of [
      'please write',
      'bitte',
      'contact us or turn',
      'ask',
      'reply',
      'questions',
      'wenden Sie sich',
    ])
      is(undefined, `${advice} to a@b.test`, '', SAID);
    is('2 c@b.test', 'please write to a@b.test, I wrote to c@b.test', '', SAID);
    is('2 c@b.test', `I did write to him today. I sent it to c@b.test`, '', SAID);
  });

  it('stands in the first lines', () => {
    const lines = (count: number): readonly string[] => Array.from({ length: count }, () => 'x');
    is('12 a@b.test', 'to a@b.test', ...lines(10), '', SAID);
    is(undefined, 'to a@b.test', ...lines(11), '', SAID);
  });
});

describe('how mailers begin what they say of a recipient', () => {
  const of = (expected: boolean, ...text: readonly string[]): void =>
    assert.equal(isOfMailer(new Lines(text.join('\n')), 0), expected, text.join(' / '));

  it('is told from other lines', () => {
    for (const line of [
      'Remote host said: x',
      '  Giving up on 192.0.2.1.',
      'Connected to 192.0.2.1 but sender was rejected.',
      '192.0.2.1 does not like recipient.',
      '192.0.2.1 failed after I sent the message.',
      '(reason: 550 no)',
      "Remote server returned '550 no'",
      '#<mx.b.test #5.1.1>',
      'SMTP error from remote mail server after RCPT TO',
      'SMTP error from remote mailer after RCPT TO',
      'Unrouteable address',
      'retry timeout exceeded',
      'retry time not reached for any host',
      'all relevant MX records point to non-existent hosts',
      'host mx.b.test [192.0.2.1]: 550 no',
      'host mx.b.test [2001:db8::1]: 451-later',
    ])
      of(true, line);
    for (const line of ['', 'x', 'unrouteable addresses', 'host mx.b.test [192.0.2.1]: 250 ok', 'They said: 550 no'])
      of(false, line);
    of(true, 'host mx.b.test [192.0.2.1]', 'SMTP error from remote mail server after RCPT TO');
    of(false, 'host mx.b.test [192.0.2.1]', 'x');
    of(false, 'host mx.b.test [192.0.2.1]');
    of(false, 'host mx.b.test [192.0.2.1] x', 'SMTP error from remote mail server after RCPT TO');
    assert.equal(isOfMailer(new Lines('x'), 1), false);
  });
});
