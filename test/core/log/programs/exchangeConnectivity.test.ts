import assert from 'node:assert/strict';
import { saying } from '../telling.ts';

const said = saying('exchange-connectivity', '');

const SAID: Readonly<Record<string, string>> = {
  '2026-11-21T10:00:01.123Z,08DA1B2C3D4E5F60,SMTP,contoso.test,+,DnsConnectorDelivery abc;QueueLength=3':
    'eventSource: SMTP; fields: destination=contoso.test; reason: DnsConnectorDelivery abc;QueueLength=3; relay: contoso.test - -; session: 08DA1B2C3D4E5F60',
  '2026-11-21T10:00:01.123Z,08DA1B2C3D4E5F60,SMTP,contoso.test,>,mx.contoso.test[192.0.2.1]:25':
    'eventSource: SMTP; fields: destination=contoso.test; reason: mx.contoso.test[192.0.2.1]:25; relay: mx.contoso.test 192.0.2.1 25; session: 08DA1B2C3D4E5F60',
  '2026-11-21T10:00:01.123Z,08DA1B2C3D4E5F60,SMTP,contoso.test,>,"Failed connection to 192.0.2.1:25 (TimedOut:0000274C)"':
    'eventSource: SMTP; fields: destination=contoso.test; outcome: deferred; reason: Failed connection to 192.0.2.1:25 (TimedOut:0000274C); relay: contoso.test - -; session: 08DA1B2C3D4E5F60',
  '2026-11-21T10:00:01.123Z,08DA1B2C3D4E5F60,SMTP,contoso.test,>,DNS server returned ErrorRetry reported by 192.0.2.53':
    'eventSource: SMTP; fields: destination=contoso.test; outcome: deferred; reason: DNS server returned ErrorRetry reported by 192.0.2.53; relay: contoso.test - -; session: 08DA1B2C3D4E5F60',
  '2026-11-21T10:00:01.123Z,08DA1B2C3D4E5F60,SMTP,contoso.test,>,DNS query failed with error InfoNoRecords':
    'eventSource: SMTP; fields: destination=contoso.test; outcome: deferred; reason: DNS query failed with error InfoNoRecords; relay: contoso.test - -; session: 08DA1B2C3D4E5F60',
  '2026-11-21T10:00:01.123Z,08DA1B2C3D4E5F60,SMTP,,-,Messages: 0 Bytes: 0 (Retry : Unable to connect)':
    'eventSource: SMTP; outcome: deferred; reason: Unable to connect; session: 08DA1B2C3D4E5F60',
  '2026-11-21T10:00:01.123Z,08DA1B2C3D4E5F60,SMTP,contoso.test,-,Messages: 0 Bytes: 0 (Unreachable : no route)':
    'eventSource: SMTP; fields: destination=contoso.test; outcome: deferred; reason: no route; relay: contoso.test - -; session: 08DA1B2C3D4E5F60',
  '2026-11-21T10:00:01.123Z,08DA1B2C3D4E5F60,SMTP,contoso.test,-,Messages: 1 Bytes: 3520 ()':
    'eventSource: SMTP; fields: destination=contoso.test; reason: Messages: 1 Bytes: 3520 (); relay: contoso.test - -; session: 08DA1B2C3D4E5F60',
  '2026-11-21T10:00:01.123Z,08DA1B2C3D4E5F60,SMTP,contoso.test': 'eventSource: SMTP; session: 08DA1B2C3D4E5F60',
  '#Fields: date-time,session': '',
};

describe('a row of a connectivity log of Exchange', () => {
  it('says whether it could connect, and why not', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
