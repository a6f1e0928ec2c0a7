import assert from 'node:assert/strict';
import type { Message } from '../../../../src/core/mail/message.ts';
import { fieldValue, headerFacts, mailboxIn } from '../../../../src/core/report/answer/headerFacts.ts';

/** A message of these fields, with the hops that it came by. */
const message = (fields: Readonly<Record<string, string>>, ...hops: readonly object[]): Message =>
  ({ fields: Object.entries(fields).map(([name, value]) => ({ name, value })), hops }) as unknown as Message;
const facts = (fields: Readonly<Record<string, string>>, ...hops: readonly object[]) =>
  headerFacts(message(fields, ...hops));

describe('what the fields of a message say of it', () => {
  it('are its recipients: for whom the newest server took it, else whose mailbox it is, else all of To', () => {
    const to = { To: 'b@b.test', 'Delivered-To': 'd@d.test' };
    assert.deepEqual(facts(to, { for: '<x@x.test>' }, { for: '<f@f.test>' }).recipients, ['f@f.test']);
    assert.deepEqual(facts(to, {}).recipients, ['d@d.test']);
    assert.deepEqual(facts({ To: 'b@b.test, c@c.test' }).recipients, ['b@b.test', 'c@c.test']);
    assert.deepEqual(facts({ To: 'Bob <b@b.test>' }).recipients, ['b@b.test']);
    assert.deepEqual(facts({ To: 'undisclosed-recipients:;' }).recipients, []);
    assert.deepEqual(facts({}).recipients, []);
    const many = Array.from({ length: 30 }, (_, i) => `r${i}@b.test`);
    assert.deepEqual(facts({ To: many.join(', ') }).recipients, many.slice(0, 20));
  });
  it('are its sender, From before the return path', () => {
    assert.equal(facts({ From: 'Ann <a@a.test>', 'Return-Path': '<r@a.test>' }).sender, 'a@a.test');
    assert.equal(facts({ 'Return-Path': '<r@a.test>' }).sender, 'r@a.test');
    assert.equal(facts({ 'Return-Path': '<>' }).sender, undefined);
  });
  it('are its subject, decoded and cut, its id without angles, and when it came', () => {
    assert.equal(facts({ Subject: '=?utf-8?Q?Gr=C3=BC=C3=9Fe?=' }).subject, 'Grüße');
    assert.equal(facts({ subject: ' Offer ' }).subject, 'Offer');
    assert.equal(facts({ Subject: '' }).subject, undefined);
    assert.equal(facts({ Subject: 'x'.repeat(1200) }).subject, 'x'.repeat(200));
    assert.equal(facts({ 'Message-ID': '<1@a.test>' }).messageId, '1@a.test');
    const fields = { Date: 'D' };
    assert.equal(facts(fields).time, 'D');
    assert.equal(facts(fields, { date: { text: 'A' } }, { date: { text: 'B' } }).time, 'B');
    assert.equal(facts(fields, {}).time, 'D');
    assert.deepEqual(facts({}), { recipients: [] });
  });
  it('are those of the first of a name', () => {
    const several = message({ 'X-A': ' ', 'x-a': 'v' });
    assert.equal(fieldValue(several, 'x-a'), undefined);
    assert.equal(fieldValue(message({ 'X-A': ' v ' }), 'x-a'), 'v');
    assert.equal(mailboxIn(message({ To: 'b@b.test, c@c.test' }), 'to'), 'b@b.test');
    assert.equal(mailboxIn(message({ To: 'bob' }), 'to'), undefined);
    assert.equal(mailboxIn(message({}), 'to'), undefined);
  });
});
