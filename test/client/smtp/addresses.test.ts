import assert from 'node:assert/strict';
import '../load.ts';
import { bare, readRecipients, recipientsProblem, senderProblem } from '../../../src/client/smtp/addresses.ts';
import { withPort } from '../../../src/client/smtp/target.ts';

describe('addresses that are typed', () => {
  it('stand without their brackets', () => {
    for (const [typed, address] of [
      ['a@b.test', 'a@b.test'],
      [' <a@b.test> ', 'a@b.test'],
      ['<>', ''],
      ['<a@b.test', '<a@b.test'],
      ['a@b.test>', 'a@b.test>'],
      ['<<a@b.test>>', '<<a@b.test>>'],
      ['x <a@b.test>', 'x <a@b.test>'],
    ] as const)
      assert.equal(bare(typed), address);
  });

  it('are told apart by commas, semicolons and blanks, unless these are quoted', () => {
    for (const [typed, addresses] of [
      ['a@b.test', ['a@b.test']],
      ['a@b.test, <c@d.test>;e@f.test g@h.test', ['a@b.test', 'c@d.test', 'e@f.test', 'g@h.test']],
      [' ,; ', []],
      ['', []],
      ['"a, b"@c.test, d@e.test', ['"a, b"@c.test', 'd@e.test']],
      ['"a\\" b"@c.test', ['"a\\" b"@c.test']],
      ['a@b.test\nc@d.test', ['a@b.test', 'c@d.test']],
    ] as const)
      assert.deepEqual(readRecipients(typed), addresses, typed);
  });

  it('can be said in a session, or it is said why not', () => {
    const long = (length: number): string => `${'a'.repeat(64)}@${'b'.repeat(length - 65)}`;
    for (const [typed, why] of [
      ['a@b.test', undefined],
      ['<a@b.test>', undefined],
      ['postmaster', undefined],
      ['Postmaster', undefined],
      ['"a b"@c.test', undefined],
      ['ü@ä.test', undefined],
      [long(320), undefined],
      [long(321), /longer than any/],
      ['a\u0000@b.test', /has a character in it/],
      ['a\u2028@b.test', /has a character in it/],
      ['a<@b.test', /has a character in it/],
      ['a b@c.test', /no blanks/],
      ['a', /is no mail address/],
      ['@b.test', /is no mail address/],
      ['a@', /is no mail address/],
      ['postmasters', /is no mail address/],
      ['xpostmaster', /is no mail address/],
      [`${'a'.repeat(201)}@b.test`, /is no mail address/],
      [`a@${'b'.repeat(256)}`, /is no mail address/],
    ] as const) {
      const problem = senderProblem(typed);
      if (why === undefined) assert.equal(problem, undefined, typed);
      else assert.match(problem ?? '', why, typed);
    }
    assert.deepEqual([senderProblem(''), senderProblem('<>')], [undefined, undefined]);
    assert.match(senderProblem('x'.repeat(100)) ?? '', new RegExp(`^“${'x'.repeat(60)}” is no`));
  });

  it('of recipients are one to fifty', () => {
    const many = (count: number): string => Array.from({ length: count }, (_, i) => `u${i}@b.test`).join(', ');
    assert.equal(recipientsProblem(many(1)), undefined);
    assert.equal(recipientsProblem(many(50)), undefined);
    assert.match(recipientsProblem(many(51)) ?? '', /^These are 51 addresses; at most 50/);
    assert.match(recipientsProblem(' ') ?? '', /^Enter an address/);
    assert.match(recipientsProblem('a@b.test, x') ?? '', /“x” is no mail address/);
  });
});

describe('a server with its port', () => {
  it('has the one that was typed, else the one that is given', () => {
    for (const [host, expected] of [
      ['mx1', 'mx1:25'],
      ['mx1:587', 'mx1:587'],
      ['192.0.2.1', '192.0.2.1:25'],
      ['2001:db8::1', '[2001:db8::1]:25'],
      ['[2001:db8::1]', '[2001:db8::1]:25'],
      ['[2001:db8::1]:587', '[2001:db8::1]:587'],
      ['[192.0.2.1]', '192.0.2.1:25'],
      ['::1', '[::1]:25'],
      ['mx1:123456', '[mx1:123456]:25'],
    ] as const)
      assert.equal(withPort(host, 25), expected, host);
  });
});
