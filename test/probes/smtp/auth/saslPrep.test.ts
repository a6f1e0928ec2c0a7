import assert from 'node:assert/strict';
import { saslPrep } from '../../../../src/probes/smtp/auth/saslPrep.ts';

const prepared = (text: string, stored = true): string => {
  const read = saslPrep(text, stored);
  return read.ok ? read.text : `! ${read.why}`;
};

describe('SASLprep', () => {
  it('gives what RFC 4013 3 shows', () => {
    assert.equal(prepared('I\u00adX'), 'IX');
    assert.equal(prepared('user'), 'user');
    assert.equal(prepared('USER'), 'USER');
    assert.equal(prepared('\u00aa'), 'a');
    assert.equal(prepared('\u2168'), 'IX');
    assert.equal(prepared('\u0007'), '! forbidden-character');
    assert.equal(prepared('\u06271'), '! mixed-direction');
  });

  it('makes a blank of every blank and nothing of what shows nothing (RFC 4013 2.1)', () => {
    assert.equal(prepared('a\u00a0b\u2003c\u3000d\u200be'), 'a b c d e');
    assert.equal(prepared('a\u200d\u2060\ufeff\ufe0f\u034fb'), 'ab');
    assert.equal(prepared('\u00ad'), '! empty');
  });

  it('composes (RFC 4013 2.2)', () => {
    assert.equal(prepared('u\u0308'), '\u00fc');
    assert.equal(prepared('\uff21\ufb01'), 'Afi');
  });

  it('forbids what RFC 4013 2.3 forbids', () => {
    for (const one of [
      '\0',
      '\u007f',
      '\u0085',
      '\ue000',
      '\ufdd0',
      '\ufffd',
      '\ud800',
      '\u2ff0',
      '\u202e',
      '\u{e0041}',
    ])
      assert.equal(prepared(`a${one}b`), '! forbidden-character', JSON.stringify(one));
  });

  it('lets unassigned code points stand in what is asked for, not in what is stored (RFC 5802)', () => {
    assert.equal(prepared('a\u0378', false), 'a\u0378');
    assert.equal(prepared('a\u0378'), '! forbidden-character');
  });

  it('lets text go from right to left alone (RFC 3454 6)', () => {
    assert.equal(prepared('\u0627\u0628'), '\u0627\u0628');
    assert.equal(prepared('\u06271\u0628'), '\u06271\u0628');
    assert.equal(prepared('\u0627a\u0628'), '! mixed-direction');
    assert.equal(prepared('a\u0628'), '! mixed-direction');
  });
});
