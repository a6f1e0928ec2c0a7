import assert from 'node:assert/strict';
import { saying } from '../telling.ts';

const said = saying('syslog', 'Nov 21 10:00:01 gw outbound/smtp: ');

const SAID: Readonly<Record<string, string>> = {
  'out.a.test[192.0.2.7] 1268256372-15c9000-abcdef 1268256372 1268256373 RECV a@a.test b@contoso.test 1 62 zen.spamhaus.org':
    'client: out.a.test 192.0.2.7 -; fields: reason=62; queueId: 1268256372-15c9000-abcdef; reason: zen.spamhaus.org; recipients: b@contoso.test; sender: a@a.test',
  'out.a.test[192.0.2.7] 1268256372-15c9000-abcdef 1268256372 1268256373 RECV a@a.test b@contoso.test 2 8 -':
    'client: out.a.test 192.0.2.7 -; fields: reason=8; outcome: rejected; queueId: 1268256372-15c9000-abcdef; recipients: b@contoso.test; sender: a@a.test',
  'out.a.test[192.0.2.7] 1268256372-15c9000-abcdef 1268256372 1268256373 SCAN - a@a.test b@contoso.test 5.2 3 40 bad words SZ:4123 SUBJ:Buy now':
    'client: out.a.test 192.0.2.7 -; fields: reason=40; outcome: quarantined; queueId: 1268256372-15c9000-abcdef; reason: bad words; recipients: b@contoso.test; sender: a@a.test; subject: Buy now',
  'out.a.test[192.0.2.7] 1268256372-15c9000-abcdef 1268256372 1268256373 SCAN ENC a@a.test b@contoso.test - 0 0 - SUBJ:Hello':
    'client: out.a.test 192.0.2.7 -; fields: reason=0; outcome: received; queueId: 1268256372-15c9000-abcdef; recipients: b@contoso.test; sender: a@a.test; subject: Hello',
  'out.a.test[192.0.2.7] 1268256372-15c9000-abcdef 1268256372 1268256373 SCAN ENC a@a.test b@contoso.test -1.5 4 0 - SZ:12':
    'client: out.a.test 192.0.2.7 -; fields: reason=0; outcome: received; queueId: 1268256372-15c9000-abcdef; recipients: b@contoso.test; sender: a@a.test',
  'out.a.test[192.0.2.7] 1268256372-15c9000-abcdef 1268256372 1268256373 SCAN ENC a@a.test b@contoso.test 1.5 5 0 -':
    'client: out.a.test 192.0.2.7 -; fields: reason=0; outcome: deferred; queueId: 1268256372-15c9000-abcdef; recipients: b@contoso.test; sender: a@a.test',
  'out.a.test[192.0.2.7] 1268256372-15c9000-abcdef 1268256372 1268256373 SCAN ENC a@a.test b@contoso.test 1.5 6 0 -':
    'client: out.a.test 192.0.2.7 -; fields: reason=0; outcome: quarantined; queueId: 1268256372-15c9000-abcdef; recipients: b@contoso.test; sender: a@a.test',
  '127.0.0.1 1268256372-15c9000-abcdef 1268256372 1268256373 SEND ENC 1 9C21B40A11 250 2.0.0 Ok: queued as 9C21B40A11':
    'outcome: sent; queueId: 1268256372-15c9000-abcdef; reason: 250 2.0.0 Ok: queued as 9C21B40A11; reply: 250 2.0.0 in "250 2.0.0 Ok: queued as 9C21B40A11"',
  '127.0.0.1 1268256372-15c9000-abcdef 1268256372 1268256373 SEND - 3 9C21B40A11 450 4.2.0 <b@contoso.test>: Greylisted':
    'outcome: deferred; queueId: 1268256372-15c9000-abcdef; reason: 450 4.2.0 <b@contoso.test>: Greylisted; recipients: b@contoso.test; reply: 450 4.2.0 in "450 4.2.0 <b@contoso.test>: Greylisted"',
  '127.0.0.1 1268256372-15c9000-abcdef 1268256372 1268256373 SEND 2 9C21B40A11 550 5.1.1 <b@contoso.test>: User unknown':
    'outcome: bounced; queueId: 1268256372-15c9000-abcdef; reason: 550 5.1.1 <b@contoso.test>: User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 <b@contoso.test>: User unknown"',
  '127.0.0.1 1268256372-15c9000-abcdef 1268256372 1268256373 SEND - 4 - message expired':
    'outcome: expired; queueId: 1268256372-15c9000-abcdef; reason: message expired',
  '127.0.0.1 1268256372-15c9000-abcdef 1268256372 1268256373 SEND - 3 - conversation timed out':
    'outcome: deferred; queueId: 1268256372-15c9000-abcdef; reason: conversation timed out',
  '127.0.0.1 1268256372-15c9000-abcdef 1268256372 1268256373 SEND - 2 - No reply':
    'outcome: rejected; queueId: 1268256372-15c9000-abcdef; reason: No reply',
};

describe('a line of a Barracuda gateway', () => {
  it('says of what it is, whose and how it went', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
