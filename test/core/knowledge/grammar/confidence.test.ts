import assert from 'node:assert/strict';
import { explainText } from '../../../../src/core/knowledge/explain.ts';
import { earned } from '../../../../src/core/knowledge/grammar/confidence.ts';
import { readWords } from '../../../../src/core/knowledge/grammar/readWords.ts';

/** How sure it is, with the reason. */
function told(text: string): string {
  const explanation = explainText(text)?.explanation;
  return `${explanation?.confidence} ${explanation?.reason}`;
}

describe('how sure an explanation is', () => {
  it('is high where the enhanced code names the reason of the words', () => {
    assert.equal(told('550 5.1.1 User unknown'), 'high recipient-unknown');
    assert.equal(told('552 5.2.2 Mailbox of this user is filled to the brim: quota exceeded'), 'high mailbox-full');
  });

  it('is high by words that no row knows where they leave nothing open and no code names another reason', () => {
    const words = 'The mailbox of this recipient does not exist here';
    const read = () => readWords(words, { digit: 5 });
    assert.equal(read()?.full, true);
    const witnesses = { told: 'high', reason: 'recipient-unknown', spoken: true, words, read } as const;
    assert.equal(earned(witnesses), 'high');
    assert.equal(earned({ ...witnesses, byStatus: 'mailbox-full' }), 'medium');
    assert.equal(earned({ ...witnesses, read: () => undefined }), 'medium');
    assert.equal(earned({ ...witnesses, told: 'low' }), 'low');
  });

  it('is high where subject and predicate of the whole reply say what a known wording says', () => {
    assert.equal(told('550 No such user here'), 'high recipient-unknown');
    assert.equal(told('554 Message refused as spam by our filter'), 'high spam-refused');
  });

  it('is not high where an enhanced code names another reason than words that many servers use', () => {
    assert.equal(told('550 5.2.2 User unknown'), 'medium recipient-unknown');
  });

  it('is not high where a row goes by a number alone and the words beside it say another thing', () => {
    assert.equal(
      told('551 5.7.1 Invalid sender address, please check the sender OFR_416 [416]'),
      'medium recipient-unknown',
    );
  });

  it('does not take a message that is to be encrypted for a way that is', () => {
    assert.notEqual(told('550 5.7.0 Message must be encrypted with S/MIME').split(' ')[1], 'tls-required');
    assert.equal(told('550 5.7.0 Session must be encrypted').split(' ')[1], 'tls-required');
  });

  it('does not take what a policy refuses for a server that was not reached', () => {
    assert.notEqual(told('550 5.7.1 No automatic replies here'), 'medium connection-failed');
    assert.equal(told('550 5.4.1 No answer from host').split(' ')[1], 'connection-failed');
  });

  it('is high for set phrases of programs that are most of what is said', () => {
    assert.equal(told('503 5.5.1 Error: send HELO/EHLO first').split(' ')[1], 'command-order');
    assert.equal(told('451 qq trouble in home directory (#4.3.0)').split(' ')[0], 'high');
  });

  it('is high for words that no row knows where they leave nothing open, else not', () => {
    assert.equal(told('554 Your host is listed in our blacklist'), 'high blocklisted');
    assert.equal(told('554 Votre machine zorp figure frob dans la liste noire quux'), 'medium blocklisted');
  });

  it('is not high where the words leave open which of two things it is', () => {
    assert.equal(told('550 Unknown user or mailbox full').split(' ')[0], 'medium');
    assert.equal(told('550 no such user or mailbox'), 'high recipient-unknown');
  });

  it('is that of the tool for what a tool prints where no server spoke', () => {
    assert.equal(told('connect ECONNREFUSED 192.0.2.1:25').split(' ')[0], 'high');
  });
});
