import assert from 'node:assert/strict';
import { answeredBy } from '../../../../src/core/mail/bounces/answered.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

/** What the last of the lines answers. */
function answered(...lines: readonly string[]): string | undefined {
  const last = lines.length - 1;
  return answeredBy(new Lines(lines.join('\n')), last, last, lines[last] ?? '');
}

describe('what a reply in a notice answers', () => {
  it('stands beside it', () => {
    assert.equal(answered('host mx said: 550 no (in reply to RCPT TO command)'), 'RCPT');
    assert.equal(answered('host mx said: 550 no (in reply to end of DATA command)'), '(data)');
    assert.equal(answered('SMTP error from remote mail server after MAIL FROM:<a@b.test>:', '550 no'), 'MAIL');
    assert.equal(answered('Connected to 192.0.2.1 but my name was rejected.', 'Remote host said: 501 no'), 'EHLO');
    assert.equal(answered('192.0.2.1 does not like recipient.', 'Remote host said: 550 no'), 'RCPT');
    assert.equal(answered('host mx refused to talk to me: 421 busy'), 'connect');
    assert.equal(answered('mx did not like our RCPT', 'TO: 550 no'), 'RCPT');
  });

  it('is the command that the transcript shows above it', () => {
    assert.equal(answered('... while talking to mx:', '>>> RCPT To:<bob@fabrikam.test>', '<<< 550 no'), 'RCPT');
    assert.equal(answered('>>> RCPT To:<bob@fabrikam.test>', '>>> DATA', '<<< 550 no'), 'DATA');
  });

  it('is unknown where nothing tells', () => {
    assert.equal(answered('550 5.1.1 User unknown'), undefined);
    assert.equal(answered(''), undefined);
  });
});
