import assert from 'node:assert/strict';
import { mayBeEncrypted } from '../../../src/core/problems/rules/tlsTraces.ts';
import type { Conversation, Session } from '../../../src/core/smtp/conversation.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

/** Whether a session of curl with this note of the tool may have been encrypted. */
function may(note: string): boolean {
  const text = `< 220 mx.contoso.test ESMTP\n* ${note}\n> EHLO a.test\n< 250 mx.contoso.test\n> QUIT\n< 221 bye\n`;
  const conversation = readTicket(text).blocks.find((one): one is Conversation => one.kind === 'conversation');
  assert.equal(conversation?.dialect, 'curl');
  return mayBeEncrypted(text, conversation, conversation.sessions[0] as Session);
}

describe('what a tool says around a session', () => {
  it('may speak of TLS, so that the session was not sent in clear for sure', () => {
    for (const note of ['SSL connection using TLSv1.3', 'Server certificate:', 'cipher X', 'port [::1]:465'])
      assert.equal(may(note), true, note);
    assert.equal(may('Connection established'), false);
    assert.equal(may(`${'x'.repeat(280)} TLS`), true);
  });
});
