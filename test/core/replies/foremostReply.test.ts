import assert from 'node:assert/strict';
import { foremostReply, isRefusal, leadingNumber } from '../../../src/core/replies/foremostReply.ts';
import { keptBack } from '../../../src/core/replies/keptBack.ts';
import { asLogged, plainOfQmail } from '../../../src/core/replies/plainWords.ts';

describe('the reply that a text is about', () => {
  it('is the surest, a refusal before what was taken, a code before a status alone', () => {
    const is = (text: string, expected: string | undefined): void => {
      const reply = foremostReply(text);
      assert.equal(reply && [reply.code, reply.enhanced].filter(Boolean).join(' '), expected, text);
    };
    is('said: 250 ok\nsaid: 550 no', '550');
    is('said: 550 no\nsaid: 250 ok', '550');
    is('said: 550 no\nsaid: 551 no', '550');
    is('with 550 no\nsaid: 250 ok', '250');
    is('error: 550 no\nwith 551 no', '550');
    is('with 551 no\nerror: 550 no', '550');
    is('said: 5.1.1 no\nsaid: 550 no', '550');
    is('said: 5.1.1 no\nsaid: 250 ok', '5.1.1');
    is('said: 2.0.0 ok\nsaid: 4.7.1 later', '4.7.1');
    is('words', undefined);
  });

  it('is a refusal for good or for now', () => {
    for (const code of [400, 450, 599]) assert.equal(isRefusal({ code }), true);
    for (const code of [250, 354, 399, 600]) assert.equal(isRefusal({ code }), false);
    assert.equal(isRefusal({ enhanced: '4.7.1' }), true);
    assert.equal(isRefusal({ enhanced: '2.0.0' }), false);
    assert.equal(isRefusal({ code: 250, enhanced: '5.0.0' }), false);
    assert.equal(isRefusal({}), false);
  });
});

describe('a number that a text starts with', () => {
  it('is one of three digits, whatever it means', () => {
    for (const [text, code, words] of [
      ['550', 550, ''],
      ['550 no', 550, ' no'],
      ['550-no', 550, '-no'],
      ['"550": no', 550, '": no'],
      ['  > 999 x', 999, ' x'],
      ['550.', 550, '.'],
      ['(550)', 550, ')'],
      ['550 ', 550, ' '],
      ['550 users of it', 550, ' users of it'],
    ] as const)
      assert.deepEqual(leadingNumber(text), { code, words }, text);
    for (const text of ['', 'x 550', '5500', '550x', '550.5', '55 no', '550 users were here', '550 bytes', '550 ms'])
      assert.equal(leadingNumber(text), undefined, text);
  });
});

describe('a message that a filter took', () => {
  it('was discarded or quarantined, as it says', () => {
    for (const [reply, what] of [
      ['250 2.7.0 Ok, discarded, id=1', 'discarded'],
      ['250 ok, discarding', 'discarded'],
      ['250 Message Quarantined', 'quarantined'],
      ['250 in quarantine', 'quarantined'],
      ['250 ok', undefined],
      ['250 discard', undefined],
      ['250 unquarantined', undefined],
    ] as const)
      assert.equal(keptBack(reply), what, reply);
  });
});

describe('a line of a log in which blanks are written otherwise', () => {
  it('has the words as they were said', () => {
    assert.equal(
      plainOfQmail('192.0.2.1_failed./Remote_host_said:_550_no/x'),
      '192.0.2.1 failed. Remote host said: 550 no/x',
    );
    assert.equal(plainOfQmail('a/b/'), 'a/b ');
    assert.equal(plainOfQmail('a/<b>'), 'a <b>');
    assert.equal(
      asLogged('delivery 12: failure: 192.0.2.1_said:_550_no/ x_y'),
      'delivery 12: failure: 192.0.2.1 said: 550 no  x_y',
    );
    assert.equal(asLogged('delivery 12: deferral: a_b'), 'delivery 12: deferral: a b');
    assert.equal(asLogged('a delivery of b_c'), 'a delivery of b_c');
    assert.equal(asLogged('x 550+5.7.1+Unable+to+relay y+z'), 'x 550 5.7.1 Unable to relay y+z');
    assert.equal(asLogged('x 250-one+two'), 'x 250-one two');
    assert.equal(asLogged('550+no+way'), '550+no+way');
    assert.equal(asLogged('x 150+no+way'), 'x 150+no+way');
  });
});
