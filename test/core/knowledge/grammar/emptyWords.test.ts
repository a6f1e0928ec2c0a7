import assert from 'node:assert/strict';
import { behindFields, isWordless, saysSomething } from '../../../../src/core/knowledge/grammar/emptyWords.ts';

describe('words', () => {
  it('say something where two of them tell more than that it failed', () => {
    for (const text of ['mailbox full', 'Postfach voll', 'no such user', 'error: mailbox full'])
      assert.ok(saysSomething(text), text);
    for (const text of ['', 'no', 'Error', 'request failed: message', 'mailbox', '5.1.1 a b c', 'bob@contoso.test no'])
      assert.ok(!saysSomething(text), text);
    for (const word of 'error failed failure failing rejected denied smtp esmtp sorry server request command message ok no not'.split(
      ' ',
    ))
      assert.ok(!saysSomething(`${word} mailbox`), word);
  });

  it('are none in numbers, and in an object whose members hold none', () => {
    for (const text of ['', '550 5.1.1', ' - ', '{"code": 550}', '{"event":"bounce","domain":"x"}'])
      assert.ok(isWordless(text), text);
    for (const key of 'message msg reason resp reply error desc detail diag text cause info output said'.split(' '))
      assert.ok(!isWordless(`{"${key}": "mailbox full"}`), key);
    for (const text of ['550 no', 'say {"code": 550}', '{"smtpResponse" : "550"}', "{'errorText': 1}"])
      assert.ok(!isWordless(text), text);
  });

  it('stand behind the fields of a line of a log', () => {
    assert.equal(behindFields('to=<a@a.test>, delay=1, stat=User unknown'), 'stat=User unknown');
    assert.equal(behindFields('to=<a@a.test>, status=bounced (no such user)'), 'status=bounced (no such user)');
    assert.equal(behindFields('status=bounced'), 'status=bounced');
    assert.equal(behindFields('a line'), 'a line');
  });
});
