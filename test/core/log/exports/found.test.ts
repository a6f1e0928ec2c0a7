import assert from 'node:assert/strict';
import type { LogEntry } from '../../../../src/core/log/log.ts';
import { entriesOf } from './told.ts';

const PEOPLE = { sender: 'a@contoso.test', recipient: 'bob@fabrikam.test' };

function entry(fields: object): LogEntry {
  const [one, ...more] = entriesOf(JSON.stringify({ ...PEOPLE, ...fields }));
  assert.ok(one !== undefined && more.length === 0, JSON.stringify(fields));
  return one;
}

describe('what a server said, among the fields of an event', () => {
  const says = (fields: object, ...expected: readonly (string | number | undefined)[]): void => {
    const { outcome, reply } = entry(fields);
    assert.deepEqual([outcome, reply?.code, reply?.enhanced, reply?.text], expected, JSON.stringify(fields));
  };

  it('is the reply in the words, whatever stands around it', () => {
    for (const response of [
      '550 5.1.1 No such user',
      'smtp; 550 5.1.1 No such user',
      'smtp;550 5.1.1 No such user',
      'The server answered (550 5.1.1 No such user)',
      "Answer: ['550 5.1.1 No such user']",
      'Answer:[550 5.1.1 No such user]',
      'Answer:{550 5.1.1 No such user}',
      'Answer:550 5.1.1 No such user',
      'Refused,550 5.1.1 No such user',
      'answer=550 5.1.1 No such user',
      '{"said":"550 5.1.1 No such user"}',
      'The server answered (550 5.1.1 No such user',
    ])
      says({ event: 'bounce', response }, 'bounced', 550, '5.1.1', '550 5.1.1 No such user');
    says({ event: 'bounce', response: '550-5.1.1 No such user' }, 'bounced', 550, '5.1.1', '550-5.1.1 No such user');
    says({ event: 'bounce', response: '550 #5.1.1 No such user' }, 'bounced', 550, '5.1.1', '550 #5.1.1 No such user');
    says({ event: 'bounce', response: '550 #5.1.1' }, 'bounced', 550, '5.1.1', '550 #5.1.1');
    says({ event: 'bounce', response: '550 No such user' }, 'bounced', 550, undefined, '550 No such user');
    says({ event: 'bounce', response: '550 5.7.133 No' }, 'bounced', 550, '5.7.133', '550 5.7.133 No');
    says({ event: 'bounce', response: 'No such user: x550 it' }, 'bounced', undefined, undefined, undefined);
    says({ event: 'bounce', response: 'No such user (gone)' }, 'bounced', undefined, undefined, undefined);
  });

  it('may be a status without a code (RFC 3463)', () => {
    says(
      { event: 'bounce', response: 'smtp; 5.1.1 No such user' },
      'bounced',
      undefined,
      '5.1.1',
      '5.1.1 No such user',
    );
    says({ event: 'bounce', response: '5.7.133 Not let in' }, 'bounced', undefined, '5.7.133', '5.7.133 Not let in');
    says({ event: 'bounce', response: 'version 5.133.2, not let in' }, 'bounced', undefined, undefined, undefined);
    says({ event: 'bounce', response: '4.2.2 Mailbox full' }, 'bounced', undefined, '4.2.2', '4.2.2 Mailbox full');
  });

  it('is the code of a field of its own with the words of another', () => {
    says({ event: 'bounce', code: 550 }, 'bounced', 550, undefined, '550');
    says({ event: 'bounce', code: 550, response: 'No such user' }, 'bounced', 550, undefined, '550 No such user');
    says({ event: 'bounce', code: 550, response: '5.1.1 No such' }, 'bounced', 550, '5.1.1', '550 5.1.1 No such');
    says({ event: 'bounce', code: 550, response: '550 5.1.1 No such' }, 'bounced', 550, '5.1.1', '550 5.1.1 No such');
    says({ event: 'bounce', code: 451, response: '550 5.1.1 No such' }, 'bounced', 550, '5.1.1', '550 5.1.1 No such');
    says({ event: 'sent', code: 250, response: '2.1.5 Taken' }, 'sent', 250, '2.1.5', '250 2.1.5 Taken');
    says({ event: 'bounce', code: 550, response: '5.7.133 No such' }, 'bounced', 550, '5.7.133', '550 5.7.133 No such');
    says({ event: 'bounce', code: 550, response: 'As 5.1.1 says' }, 'bounced', 550, undefined, '550 As 5.1.1 says');
    says(
      { event: 'bounce', code: 550, response: '5.2.2 the 552 blocks of the mailbox are full' },
      'bounced',
      550,
      '5.2.2',
      '550 5.2.2 the 552 blocks of the mailbox are full',
    );
  });

  it('has the status of another field, once, where that is of the same class', () => {
    const full = { event: 'deferred', code: 421, enhanced_code: { class: 4, subject: 3, detail: 2 } };
    says(full, 'deferred', 421, '4.3.2', '421 4.3.2');
    says({ ...full, response: 'Busy now' }, 'deferred', 421, '4.3.2', '421 4.3.2 Busy now');
    says({ ...full, code: 550 }, 'deferred', 550, undefined, '550');
    says({ ...full, enhanced_code: '4.3.2' }, 'deferred', 421, '4.3.2', '421 4.3.2');
    says({ ...full, enhanced_code: { class: 4, subject: 3 } }, 'deferred', 421, undefined, '421');
    says({ ...full, enhanced_code: { class: 4, detail: 3 } }, 'deferred', 421, undefined, '421');
    says({ ...full, enhanced_code: { subject: 4, detail: 3 } }, 'deferred', 421, undefined, '421');
    says({ ...full, enhanced_code: { class: 3, subject: 3, detail: 2 } }, 'deferred', 421, undefined, '421');
    says({ code: 250, enhanced_code: { class: 2, subject: 1, detail: 5 } }, undefined, 250, '2.1.5', '250 2.1.5');
    says({ ...full, response: '4.7.0 Busy now' }, 'deferred', 421, '4.7.0', '421 4.7.0 Busy now');
    says({ ...full, response: '4.7. Busy now' }, 'deferred', 421, '4.3.2', '421 4.3.2 4.7. Busy now');
  });

  it('is the last error of Exchange, and its host the one that is named as such', () => {
    const words =
      '[{LED=452 4.3.1 mx1.fabrikam.test has no room};{MSG=};{FQDN=mx1.fabrikam.test};{IP=192.0.2.25};{LRT=1}]';
    const { outcome, relay, reply, start } = entry({ EventId: 'DEFER', RecipientStatus: [`{${words}}`] });
    assert.deepEqual(
      [outcome, relay?.host?.text, reply?.text],
      ['deferred', 'mx1.fabrikam.test', '452 4.3.1 mx1.fabrikam.test has no room'],
    );
    const text = JSON.stringify({ ...PEOPLE, EventId: 'DEFER', RecipientStatus: [`{${words}}`] });
    assert.equal(relay?.start, start + text.indexOf('{FQDN=') + 6);
    const led = { EventId: 'DEFER', relay: 'mx2.fabrikam.test', RecipientStatus: [`{${words}}`] };
    assert.equal(entry(led).relay?.host?.text, 'mx2.fabrikam.test');
    const unsaid = words.replace(/LED=[^}]+/, 'LED=The connection was closed');
    assert.equal(entry({ EventId: 'DEFER', RecipientStatus: [`{${unsaid}}`] }).reply, undefined);
  });
});

describe('what Postfix says around an answer, in a field', () => {
  const around = (status: string): unknown[] => {
    const { outcome, relay, stage, reply, reason, status: state } = entry({ status });
    return [outcome, relay?.host?.text, stage, reply?.code, state?.text, reason !== undefined];
  };

  it('names the server and the command', () => {
    const why = 'host mx.fabrikam.test[192.0.2.1] said: 450 4.7.1 Greylisted (in reply to RCPT TO command)';
    assert.deepEqual(around(`Deferred (${why})`), ['deferred', 'mx.fabrikam.test', 'RCPT', 450, 'Deferred', true]);
    assert.deepEqual(around(`Rejected (${why.replace('450 4', '550 5')})`), [
      'bounced',
      'mx.fabrikam.test',
      'RCPT',
      550,
      'Rejected',
      true,
    ]);
    const silent = 'connect to mx.fabrikam.test[192.0.2.1]:25: Connection timed out';
    assert.deepEqual(around(`Verzögert (${silent})`), [
      'deferred',
      'mx.fabrikam.test',
      undefined,
      undefined,
      'Verzögert',
      true,
    ]);
  });
});

describe('what became of a delivery, where fields say several things of it', () => {
  const became = (fields: object, expected: string | undefined): void =>
    assert.equal(entry(fields).outcome, expected, JSON.stringify(fields));

  it('is where the message lies before what the server did', () => {
    became({ status: 'Delivered', folder: 'Junk' }, 'junked');
    became({ status: 'Delivered', folder: 'Quarantine' }, 'quarantined');
    became({ status: 'Rejected', folder: 'Junk' }, 'junked');
    became({ status: 'Quarantined', folder: 'Junk' }, 'quarantined');
    became({ event: 'complained', folder: 'Junk' }, 'complained');
    became({ status: 'over', folder: 'Junk' }, 'junked');
    became({ action: 'delete', folder: 'Junk' }, 'discarded');
    became({ action: 'delete', folder: 'Quarantine' }, 'quarantined');
    became({ status: 'Delivered', mailtype: 'delayed' }, 'sent');
    became({ status: 'Delivered', reason: 'Suppressed' }, 'suppressed');
    became({ status: 'Delivered', reason: 'Complained' }, 'complained');
    became({ status: 'over', mailtype: 'delayed' }, 'deferred');
  });

  it('is the one that is said', () => {
    for (const [event, outcome] of Object.entries({
      complaint: 'complained',
      quarantined: 'quarantined',
      spam: 'junked',
      held: 'held',
      suppressed: 'suppressed',
      expired: 'expired',
      discarded: 'discarded',
      bounced: 'bounced',
      rejected: 'rejected',
      deferred: 'deferred',
      sent: 'sent',
      received: 'received',
    }))
      became({ event }, outcome);
  });

  it('is put off where a failure passes', () => {
    became({ event: 'failed', severity: 'temporary' }, 'deferred');
    became({ event: 'failed', severity: 'soft' }, 'deferred');
    became({ event: 'failed', severity: 'permanent' }, 'bounced');
    became({ event: 'rejected', severity: 'temporary' }, 'rejected');
    became({ event: 'delivered', severity: 'temporary' }, 'sent');
  });

  it('is what the reply says where the word says less', () => {
    became({ event: 'dropped', code: 250 }, 'suppressed');
    became({ event: 'dropped', code: 354 }, 'suppressed');
    became({ event: 'received', code: 354 }, 'received');
    became({ event: 'dropped', code: 400 }, 'bounced');
    became({ event: 'dropped', code: 550 }, 'bounced');
    became({ event: 'delivered', response: '500 5.5.1 Command unrecognized' }, 'bounced');
    became({ event: 'delivered', response: '455 4.1.1 Not now' }, 'sent');
    became({ event: 'received', response: '550 5.1.1 No such user' }, 'bounced');
    became({ event: 'received', response: '451 4.3.0 Not now' }, 'deferred');
    became({ event: 'received', response: '250 2.0.0 Ok' }, 'received');
    became({ response: '550 5.1.1 No such user' }, 'bounced');
    became({ response: '400 4.1.1 Not now' }, 'deferred');
    became({ response: '250 2.0.0 Ok' }, undefined);
    became({ response: '250 2.0.0 Ok: queued as 4F1A2' }, 'sent');
    became({ response: '250 OK id=1sQabc-0001-2X' }, 'sent');
    became({ response: '250 2.1.5 Recipient ok' }, undefined);
    became({ event: 'received', response: '250 2.0.0 Ok: queued as 4F1A2' }, 'received');
    became({ status: '5.1.1' }, 'bounced');
    became({ status: '4.2.2' }, 'deferred');
    became({ status: '5.1.1', reason: 'Mailbox is gone now' }, undefined);
    became({ event: 'bounced', status: 'rejected' }, 'rejected');
    became({ event: 'bounced', status: 'rejected', code: 550 }, 'bounced');
  });

  it('is that nothing was tried, where the words say that the address is on a list', () => {
    for (const reason of [
      'Recipient is on the suppression list',
      'Suppressed by the service',
      'It is a blacklisted user.',
      'a blocklist recipient',
      'on a blocklisted address',
      'The address is preblocked.',
      'The recipient has unsubscribed before',
      'previously bounced',
      'It previously complained.',
      'Bounced Address of a list',
      'Spam Reporting Address, see the list',
    ]) {
      became({ event: 'bounced', reason }, 'suppressed');
      became({ event: 'rejected', reason }, 'suppressed');
      became({ action: 'delete', reason }, 'suppressed');
      became({ event: 'bounced', code: 550, reason }, 'bounced');
    }
    became({ event: 'delivered', reason: 'Recipient is on the suppression list' }, 'sent');
    became({ event: 'bounced', reason: 'The sender is on a blocklist of spammers' }, 'bounced');
  });
});
