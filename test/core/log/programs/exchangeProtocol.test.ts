import assert from 'node:assert/strict';
import { saying } from '../telling.ts';

const said = saying('exchange-protocol', '');

const SAID: Readonly<Record<string, string>> = {
  '2026-11-21T10:00:01.123Z,EX1\\Internet,08DA1B2C3D4E5F60,5,192.0.2.9:12345,192.0.2.1:25,*,,Connection refused':
    'eventId: *; reason: Connection refused; relay: - 192.0.2.1 -; session: 08DA1B2C3D4E5F60',
  '2026-11-21T10:00:01.123Z,EX1\\Internet,08DA1B2C3D4E5F60,5,192.0.2.9:12345,[2001:db8::1]:25,-,,Local':
    'eventId: -; reason: Local; relay: - 2001:db8::1 -; session: 08DA1B2C3D4E5F60',
  '2026-11-21T10:00:01.123Z,EX1\\Internet,08DA1B2C3D4E5F60,5,192.0.2.9:12345,192.0.2.1:25,+,,':
    'eventId: +; relay: - 192.0.2.1 -; session: 08DA1B2C3D4E5F60',
  '2026-11-21T10:00:01.123Z,EX1\\Internet,08DA1B2C3D4E5F60,5,,mx.contoso.test,*,"550 5.1.1 <b@contoso.test> User unknown",':
    'eventId: *; reason: 550 5.1.1 <b@contoso.test> User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 <b@contoso.test> User unknown"; session: 08DA1B2C3D4E5F60',
  '2026-11-21T10:00:01.123Z,EX1\\Internet,08DA1B2C3D4E5F60,5,,,*,data,context says 421 4.4.2 Connection dropped':
    'eventId: *; reason: context says 421 4.4.2 Connection dropped; reply: 421 4.4.2 in "421 4.4.2 Connection dropped"; session: 08DA1B2C3D4E5F60',
  '#Fields: date-time,connector-id': '',
};

describe('a row of a protocol log of Exchange', () => {
  it('says what the server has to say', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
