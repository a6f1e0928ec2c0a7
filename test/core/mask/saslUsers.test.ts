import assert from 'node:assert/strict';
import { saslSecrets, saslUsers } from '../../../src/core/mask/saslSecrets.ts';
import type { Conversation } from '../../../src/core/smtp/conversation.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const [USER, PASSWORD] = [base64('alice'), base64('Tr0ub4dor&3')];

/** What the logins of a session give, users and secrets. */
function given(...lines: readonly string[]): readonly (readonly string[])[] {
  const opening = ['220 mx.contoso.test ESMTP', 'EHLO pc.contoso.test', '250-mx.contoso.test', '250 AUTH PLAIN LOGIN'];
  const text = [...opening, ...lines, '235 2.7.0 Authentication successful', 'QUIT', '221 bye', ''].join('\n');
  const conversation = readTicket(text).blocks.find((one): one is Conversation => one.kind === 'conversation');
  assert.ok(conversation);
  return [saslUsers(text, conversation), saslSecrets(text, conversation)].map((found) =>
    [...found].map(({ start, end }) => text.slice(start, end)),
  );
}

describe('the user names of logins', () => {
  it('are the first answer of LOGIN where nobody says what is asked', () => {
    assert.deepEqual(given('AUTH LOGIN', '334 ', USER, '334 ', PASSWORD), [[USER], [PASSWORD]]);
    assert.deepEqual(given(`AUTH LOGIN ${USER}`, '334 ', PASSWORD), [[USER], [PASSWORD]]);
  });

  it('are what the server asks for, in whatever order', () => {
    const [user, password] = ['334 VXNlcm5hbWU6', '334 UGFzc3dvcmQ6'];
    assert.deepEqual(given('AUTH LOGIN', user, USER, user, USER, password, PASSWORD), [[USER, USER], [PASSWORD]]);
  });

  it('are none of the other mechanisms', () => {
    const both = base64('\0alice\0Tr0ub4dor&3');
    assert.deepEqual(given(`AUTH PLAIN ${both}`), [[], [both]]);
  });
});
