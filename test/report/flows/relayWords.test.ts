import assert from 'node:assert/strict';
import type { Answered, RelayAnswer, RelayingOutcome, RelayOutcome } from '../../../src/probes/smtp/flows/outcome.ts';
import { wordRelay, wordRelaying } from '../../../src/report/flows/relayWords.ts';

const said = (line: string, reason?: string): Answered =>
  ({
    ...(line !== '' && { code: Number(line.slice(0, 3)) }),
    lines: line === '' ? [] : [line],
    ...(reason !== undefined && {
      means: { reason, meaning: `It is ${reason}.`, sure: true, actor: 'x', next: ['Do it.'], source: 'RFC 3463 3.2' },
    }),
  }) as Answered;
const form = (name: string, line: string, reason?: string, more: Partial<RelayAnswer> = {}): RelayAnswer =>
  ({
    ...{ form: name, sender: 's@b.test', recipient: `${name}@c.test`, local: false, at: 'rcpt' },
    answer: said(line, reason),
    ...more,
  }) as RelayAnswer;
const OUTSIDE = { address: '198.51.100.7' };
const word = (answers: readonly RelayAnswer[], more: Partial<RelayOutcome> = {}) =>
  wordRelay({
    ...{ kind: 'relay', test: { server: 'mx.a.test', to: 'you@c.test' }, answers, untried: [], client: OUTSIDE },
    ...more,
  } as unknown as RelayOutcome);
const codes = (...args: Parameters<typeof word>): readonly string[] =>
  word(...args).findings.map(({ level, code, about }) => `${level} ${code} ${about}`);
const says = (...args: Parameters<typeof word>): readonly unknown[] => {
  const { says: words, isGood } = word(...args);
  return [words, isGood];
};
const DENIED = 'relaying-denied';

describe('forms of addresses by which a server may relay, in words,', () => {
  it('are told as they were taken', () => {
    const [open] = word([form('percent', '250 ok')]).findings;
    assert.match(
      open?.text ?? '',
      /^MAIL FROM:<s@b\.test> and RCPT TO:<percent@c\.test> were taken: the percent hack: the last % becomes the @ of the next hop\. .* If it is meant to relay for this machine, that is as it should be\. A server that checks later may still refuse the message; none was sent\.$/,
    );
    assert.deepEqual(
      [open?.level, open?.code, open?.about, open?.source],
      ['fail', 'relay-open', 'percent', 'RFC 1123 5.2.16'],
    );
    assert.deepEqual(says([form('percent', '250 ok'), form('plain', '550 no', DENIED)]), [
      'mx.a.test takes mail for you@c.test, which is not its own, in 1 form of 2. No mail was sent.',
      false,
    ]);
  });
  it('are only to be looked at where this machine stands inside', () => {
    const [open] = word([form('plain', '250 ok')], {
      client: { address: '10.0.0.1' },
    } as Partial<RelayOutcome>).findings;
    assert.equal(open?.level, 'warning');
    assert.match(open?.text ?? '', /It was asked from 10\.0\.0\.1, an address of an inner network, which/);
  });
  it('are refused where the refusal is of relaying, of the address or of the syntax', () => {
    const refused = (line: string, reason: string | undefined, at: 'mail' | 'rcpt' = 'rcpt'): string =>
      codes([form('plain', line, reason, { at })]).join();
    const [denied, open] = ['pass relay-denied mx.a.test', 'unknown relay-not-shown mx.a.test'];
    for (const reason of [
      DENIED,
      'recipient-unknown',
      'command-malformed',
      'address-malformed',
      'login-required',
      'command-unknown',
    ])
      assert.equal(refused('550 no', reason), denied, reason);
    assert.equal(refused('500 no', 'command-malformed'), denied);
    assert.equal(refused('499 no', 'command-malformed'), open);
    for (const reason of ['blocklisted', 'other', 'sender-refused', undefined])
      assert.equal(refused('550 no', reason), open, reason);
    for (const reason of [
      'sender-refused',
      'sender-not-allowed',
      'address-malformed',
      'command-malformed',
      'login-required',
      DENIED,
    ])
      assert.equal(refused('550 no', reason, 'mail'), denied, reason);
    for (const reason of ['blocklisted', 'recipient-unknown', 'command-unknown', undefined])
      assert.equal(refused('550 no', reason, 'mail'), open, reason);
    assert.equal(refused('450 no', DENIED), open);
    assert.equal(refused('', undefined), open);
    assert.equal(refused('250 ok', undefined, 'mail'), open);
    assert.deepEqual(says([form('plain', '550 5.7.1 no', DENIED)]), [
      'no form of 1 form made mx.a.test take mail for you@c.test. No mail was sent.',
      true,
    ]);
    assert.equal(
      word([form('plain', '550 5.7.1 no', DENIED), form('bang', '550 x', DENIED), form('route', '250 ok')]).findings.at(
        -1,
      )?.text,
      '2 of 3 forms were refused (plain, bang): 550 5.7.1 no.',
    );
    assert.equal(word([form('plain', '550 no', DENIED)]).findings[0]?.text, '1 of 1 form was refused (plain): 550 no.');
    assert.deepEqual(codes([form('route', '250 ok'), form('plain', '550 no', DENIED)]), [
      'fail relay-open route',
      'note relay-denied mx.a.test',
    ]);
  });
  it('show nothing where they may be mailboxes of the server’s own', () => {
    const local = form('percent', '250 ok', undefined, { local: true });
    const doubt = codes([form('control', '250 ok'), local]);
    assert.deepEqual(doubt, ['unknown relay-catch-all mx.a.test']);
    assert.deepEqual(codes([form('control', '550 no', 'recipient-unknown'), local]), ['fail relay-open percent']);
    assert.deepEqual(codes([local]), ['fail relay-open percent']);
    assert.deepEqual(codes([form('control', '250 ok'), form('plain', '250 ok')]), ['fail relay-open plain']);
    assert.match(
      word([form('control', '250 ok'), local]).findings[0]?.text ?? '',
      /^1 form \(percent\) was taken, and so was a made-up mailbox/,
    );
    assert.deepEqual(says([form('control', '250 ok'), local]), [
      'no form of 1 form made mx.a.test take mail for you@c.test. No mail was sent.',
      true,
    ]);
  });
  it('are not shown where another refusal would have met any mail, or the server hung up', () => {
    const some = [form('plain', '550 no', 'blocklisted'), form('bang', '550 no', 'blocklisted')];
    const [open] = word(some, { untried: ['route', 'percent'] } as Partial<RelayOutcome>).findings;
    assert.equal(
      open?.text,
      'Whether it relays is not shown by all forms: 2 forms (plain, bang) were refused for another reason, first with 550 no (It is blocklisted.). 2 forms (route, percent) were not asked, because the server hung up.',
    );
    assert.equal(open?.next, 'Do it.');
    const [alone] = word([], { untried: ['route'] } as Partial<RelayOutcome>).findings;
    assert.equal(
      alone?.text,
      'Whether it relays is not shown by all forms: 1 form (route) was not asked, because the server hung up.',
    );
    assert.equal(alone?.next, 'Ask again later, or from another network.');
    const [bare] = word([form('plain', '550 no')]).findings;
    assert.equal(
      bare?.text,
      'Whether it relays is not shown by all forms: 1 form (plain) was refused for another reason, first with 550 no.',
    );
    assert.deepEqual(says(some), [
      'no form of 2 forms made mx.a.test take mail for you@c.test; some show nothing. No mail was sent.',
      false,
    ]);
    assert.equal(says([], { untried: ['route'] } as Partial<RelayOutcome>)[1], false);
  });
});

describe('whether a server relays for an application, in words,', () => {
  const relaying = (more: Partial<RelayingOutcome>) =>
    wordRelaying({
      ...{ kind: 'relaying', sender: 's@b.test', recipient: 'r@c.test', mail: said('250 ok'), quit: said('221 bye') },
      client: OUTSIDE,
      ...more,
    } as unknown as RelayingOutcome);
  it('is that it takes the mail, and says goodbye', () => {
    const { findings, isGood, says: words } = relaying({ rcpt: said('250 ok') });
    assert.deepEqual(
      findings.map(({ level, code, about }) => `${level} ${code} ${about}`),
      ['pass relay-allowed r@c.test', 'pass quit-answered r@c.test'],
    );
    assert.match(
      findings[0]?.text ?? '',
      /^The server takes mail from <s@b\.test> to <r@c\.test> from this machine without a login\. /,
    );
    assert.deepEqual(
      [isGood, words],
      [true, 'the server relays for this machine, and said goodbye with 221. No mail was sent.'],
    );
  });
  it('is that it ends the session by itself', () => {
    const { findings, isGood, says: words } = relaying({ rcpt: said('250 ok'), quit: said('') });
    assert.equal(findings[1]?.code, 'quit-unanswered');
    assert.match(findings[1]?.text ?? '', /^QUIT was not answered with 221 \(no answer\): /);
    assert.deepEqual([isGood, words], [false, 'the server relays for this machine. No mail was sent.']);
  });
  it('is that it refuses, where, why and what to do', () => {
    const refused = (more: Partial<RelayingOutcome>): readonly unknown[] => {
      const { findings, isGood, says: words } = relaying(more);
      const [found] = findings;
      assert.deepEqual([found?.code, isGood], ['relay-refused', false]);
      return [found?.level, found?.text?.replace(/ [^.]*\.[^.]*$/, ''), found?.next, found?.source, words];
    };
    const has = (more: Partial<RelayingOutcome>, ...parts: readonly RegExp[]): void => {
      const all = refused(more).join('\n');
      for (const part of parts) assert.match(all, part);
    };
    has(
      { rcpt: said('550 no', DENIED) },
      /^fail\n/,
      /was refused at RCPT\. The answer was 550 no: It is relaying-denied\./,
      /or log in\. Do it\.\n/,
      /\nRFC 3463 3\.2\nthe server does not relay for this machine \(550 no\), and said goodbye/,
    );
    has(
      { rcpt: said('550 no', 'recipient-unknown') },
      /Servers that do not tell relaying apart refuse/,
      /or log in\. Where the recipient is one of its own, correct the address\.\n/,
    );
    has({ mail: said('530 no', 'login-required') }, /was refused at MAIL\./, /\nDo it\.\n/);
    has({ rcpt: said('550 no') }, /\nLook into the log of the server\.\n/, /\nRFC 5321 3\.6\.3\n/);
    has({ rcpt: said('450 no') }, /^unknown\n/);
    has({ rcpt: said('') }, /^fail\n/);
  });
});
