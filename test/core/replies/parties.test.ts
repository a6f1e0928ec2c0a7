import assert from 'node:assert/strict';
import { findReplies } from '../../../src/core/replies/findReplies.ts';

/** Of each reply `>recipient <sender @server`. */
const named = (text: string): string =>
  findReplies(text)
    .map(({ recipient, sender, server }) =>
      [recipient && `>${recipient}`, sender && `<${sender}`, server && `@${server}`].filter(Boolean).join(' '),
    )
    .join(', ');

describe('whom a reply is about, and who gave it', () => {
  it('is told by what stands around it', () => {
    for (const [text, who] of [
      ['rcpt to:<bob@fabrikam.test>: 550 no', '>bob@fabrikam.test'],
      ['RCPT TO: <bob@fabrikam.test>: 550 no', '>bob@fabrikam.test'],
      ["'bob@fabrikam.test': (550, b'no')", '>bob@fabrikam.test'],
      ['<bob@fabrikam.test>: 550 no', '>bob@fabrikam.test'],
      ['recipient bob@fabrikam.test: 550 no', '>bob@fabrikam.test'],
      ['sending email to bob@fabrikam.test failed: 550 no', '>bob@fabrikam.test'],
      ['delivery to <bob@fabrikam.test> said: 550 no', '>bob@fabrikam.test'],
      ['mail from: <ann@contoso.test> said: 550 no', '<ann@contoso.test'],
      ['sender <ann@contoso.test> refused: 550 no', '<ann@contoso.test'],
      ['From address <ann@contoso.test>: 550 no', '<ann@contoso.test'],
      ['said: 550 <ann@contoso.test>: Sender address rejected', '<ann@contoso.test'],
      ['said: 550 ann@contoso.test does not belong to you', '<ann@contoso.test'],
      ['said: 550 sender ann@contoso.test is bad', '<ann@contoso.test'],
      ['said: 550 not allowed to send as ann@contoso.test', '<ann@contoso.test'],
      ['said: 550 return path <ann@contoso.test> bad', '<ann@contoso.test'],
      ['said: 550 <bob@fabrikam.test>: no user', '>bob@fabrikam.test'],
      ['said: 550 bob@fabrikam.test unknown', '>bob@fabrikam.test'],
      ['said: 550 user bob@fabrikam.test. is none', '>bob@fabrikam.test'],
      ['said: 550 the mailbox <bob@fabrikam.test> is full', '>bob@fabrikam.test'],
      ['said: 550 relaying to <bob@fabrikam.test> denied', '>bob@fabrikam.test'],
      ['said: 550 contact postmaster@fabrikam.test', ''],
      ['host mx.fabrikam.test said: 550 no', '@mx.fabrikam.test'],
      ['host mx.fabrikam.test[192.0.2.1] said: 550 no', '@mx.fabrikam.test'],
      ['server=mx.fabrikam.test error: 550 no', '@mx.fabrikam.test'],
      ['relay: "mx.fabrikam.test" reply: 550 no', '@mx.fabrikam.test'],
      ['ghost mx.fabrikam.test said: 550 no', ''],
      ['host mx said: 550 no', ''],
      ['"bob@fabrikam.test": { "smtpReply": "550 no" }', '>bob@fabrikam.test'],
      ['{"email":"bob@fabrikam.test","reason":"550 no"}', '>bob@fabrikam.test'],
      ['{"to":["bob@fabrikam.test"],"error":"550 no"}', '>bob@fabrikam.test'],
      ['{"error":"550 no","recipient":"bob@fabrikam.test"}', '>bob@fabrikam.test'],
      ['{"auto":"ann@contoso.test","error":"550 no"}', '>ann@contoso.test'],
      ['{"to":"ann@contoso.test","x":1,"to":"bob@fabrikam.test","error":"550 no"}', '>bob@fabrikam.test'],
      ['{"error":"550 no","from":"ann@contoso.test"}', ''],
      ["SMTPSenderRefused: (501, b'no', 'ann@contoso.test')", '<ann@contoso.test'],
      ["SMTPRecipientRefused(550, 'no', 'bob@fabrikam.test')", '>bob@fabrikam.test'],
      ['said: 550 no recipient=bob@fabrikam.test', ''],
    ] as const)
      assert.equal(named(text), who, text);
  });
});
