import assert from 'node:assert/strict';
import { saying } from '../telling.ts';

const said = saying('tmail', '');

const SAID: Readonly<Record<string, string>> = {
  '[mx1.contoso.test] 2026/11/21 10:00:01.123456 INFO - deliverd  0a1b2c3d4e5f - starting delivery from a@a.test to b@contoso.test':
    'reason: starting delivery from a@a.test to b@contoso.test; recipients: b@contoso.test; session: 0a1b2c3d4e5f',
  '[mx1.contoso.test] 2026/11/21 10:00:01 INFO - deliverd-remote 0a1b2c3d4e5f - new delivery to b@contoso.test':
    'reason: new delivery to b@contoso.test; recipients: b@contoso.test; session: 0a1b2c3d4e5f',
  '[mx1.contoso.test] 2026/11/21 10:00:01 INFO - smtpd  0a1b2c3d4e5f - 192.0.2.7:40672 - MAIL FROM a@a.test':
    'client: - 192.0.2.7 -; reason: MAIL FROM a@a.test; sender: a@a.test; session: 0a1b2c3d4e5f',
  '[mx1.contoso.test] 2026/11/21 10:00:01 INFO - smtpd  0a1b2c3d4e5f - [2001:db8::7]:40672 - RCPT - + b@contoso.test':
    'client: - 2001:db8::7 -; reason: RCPT - + b@contoso.test; recipients: b@contoso.test; session: 0a1b2c3d4e5f',
  '[mx1.contoso.test] 2026/11/21 10:00:01 INFO - smtpd  0a1b2c3d4e5f - message-id: n1@a.test':
    'messageId: n1@a.test; reason: message-id: n1@a.test; session: 0a1b2c3d4e5f',
  '[mx1.contoso.test] 2026/11/21 10:00:01 INFO - smtpd  0a1b2c3d4e5f - queued as 0a1b2c3d4e5f6071':
    'outcome: received; queueId: 0a1b2c3d4e5f6071; reason: queued as 0a1b2c3d4e5f6071; session: 0a1b2c3d4e5f',
  '[mx1.contoso.test] 2026/11/21 10:00:01 ERROR - deliverd-remote 0a1b2c3d4e5f - contoso.test - RCPT TO b@contoso.test: 550 5.1.1 User unknown':
    'outcome: bounced; reason: contoso.test - RCPT TO b@contoso.test: 550 5.1.1 User unknown; reply: 550 5.1.1 in "550 5.1.1 User unknown"; session: 0a1b2c3d4e5f',
  '[mx1.contoso.test] 2026/11/21 10:00:01 INFO - smtpd - service started': 'reason: - service started',
  '[mx1.contoso.test] 2026/11/21 10:00:01 INFO - smtpd  0a1b2c3d4e5f - deferred: 450 4.2.0 Later':
    'outcome: deferred; reason: deferred: 450 4.2.0 Later; reply: 450 4.2.0 in "450 4.2.0 Later"; session: 0a1b2c3d4e5f',
};

describe('a line of tmail', () => {
  it('says of what it is, whose and how it went', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
