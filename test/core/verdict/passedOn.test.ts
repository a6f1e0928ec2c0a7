import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import { userAnswer } from '../report/filled.ts';

/** The fields of a pasted delivery status. */
const fields = (original: string, said = '550 5.1.1 User unknown'): string =>
  `Final-Recipient: rfc822; bob@fabrikam.test\nOriginal-Recipient: rfc822;${original}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; ${said}\n`;
const told = (text: string): readonly (string | undefined)[] => {
  const [one] = readVerdicts(readTicket(text));
  return [one?.actor, / (\S+) passes mail on to it\.$/.exec(one?.summary ?? '')?.[1]];
};

describe('a recipient that the address written to passes mail on to', () => {
  it('is for the admin of that address where it does not exist, and not for the sender', () => {
    assert.deepEqual(told(fields('bob@contoso.test')), ['receiving admin', 'bob@contoso.test']);
    assert.match(userAnswer(readTicket(fields('bob@contoso.test'))) ?? '', /passes mail on to another one/);
    assert.doesNotMatch(userAnswer(readTicket(fields('bob@contoso.test'))) ?? '', /letter by letter/);
  });

  it('is named in the words of Postfix and Exim', () => {
    const said = 'said: 550 5.1.1 User unknown (in reply to RCPT TO command)';
    for (const text of [
      `<bob@fabrikam.test> (expanded from <al@contoso.test>): host mx.fabrikam.test[192.0.2.1] ${said}\n`,
      `<bob@fabrikam.test> (expanded from\n    <al@contoso.test>): host mx.fabrikam.test[192.0.2.1] ${said}\n`,
      'A message that you sent could not be delivered to one or more of its recipients.\n\n  bob@fabrikam.test\n    (generated from al@contoso.test)\n    host mx.fabrikam.test [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:<bob@fabrikam.test>:\n    550 5.1.1 User unknown\n',
    ])
      assert.deepEqual(told(text), ['receiving admin', 'al@contoso.test'], text);
  });

  it('is for the admin of that address where passing it on broke what proves the sender', () => {
    const unproven = '550 5.7.26 Unauthenticated email from fabrikam.test is not accepted due to DMARC policy';
    const [one] = readVerdicts(readTicket(fields('bob@contoso.test', unproven)));
    assert.deepEqual([one?.code, one?.actor], ['dmarc-failed', 'receiving admin']);
    assert.match(one?.summary ?? '', /bob@contoso\.test passes mail on to it/);
    assert.doesNotMatch(userAnswer(readTicket(fields('bob@contoso.test', unproven))) ?? '', /does not exist/);
  });

  it('is for the sender in the same organisation, and for nobody else where another thing is wrong', () => {
    assert.deepEqual(told(fields('bob@mail.fabrikam.test')), ['sender', undefined]);
    assert.deepEqual(told(fields('bob@contoso.test', '552 5.2.2 Mailbox full')), ['recipient', undefined]);
  });
});
