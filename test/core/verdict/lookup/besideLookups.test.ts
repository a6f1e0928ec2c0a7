import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

const verdicts = (text: string) => readVerdicts(readTicket(text));

const dig = (type: string, name: string, data: string) =>
  `$ dig +noall +answer ${type} ${name}\n${name}.\t3600\tIN\t${type.toUpperCase()}\t${data}\n\n`;
const bounced = (name: string, type = 'A') =>
  `Nov 27 09:14:02 mx1 postfix/smtp[20112]: 4ZxqT1Bc9z3: to=<b@b.test>, relay=none, delay=0.4, dsn=5.4.4, status=bounced (Host or domain name not found. Name service error for name=${name} type=${type}: Host not found)\n`;

describe('a name that a server did not find', () => {
  it('is for the admin of the recipient where it is a mail host of the domain', () => {
    for (const text of [
      bounced('mx.b.test'),
      `${dig('mx', 'b.test', '10 mail.host.test.')}${bounced('mail.host.test')}`,
    ]) {
      const [told] = verdicts(text);
      assert.equal(told?.actor, 'receiving admin');
      assert.match(told.summary, /is a mail host of b\.test/);
      assert.equal(told.retry, 'later');
    }
    const [told] = verdicts(
      `${dig('mx', 'b.test', '10 mail.host.test.')}$ host mail.host.test\nHost mail.host.test not found: 3(NXDOMAIN)\n`,
    );
    assert.equal(told?.actor, 'receiving admin');
  });

  it('is for the sender where it is the domain, or another host', () => {
    for (const name of ['b.test', 'relay.test', 'xb.test']) {
      const [told] = verdicts(bounced(name, name === 'b.test' ? 'AAAA' : 'A'));
      assert.equal(told?.actor, 'sender');
    }
  });

  it('is not said to be missing where a look-up beside it has it', () => {
    const text = (name: string) =>
      `Delivery has failed to these recipients or groups:\n\nb@b.test\nYour message couldn't be delivered.\n\nDiagnostic information for administrators:\nGenerating server: AM6.outlook.test\nb@b.test\nRemote Server returned '550 5.4.310 DNS domain b.test does not exist [Message=InfoDomainNonexistent]'\n\n${dig('mx', name, '10 mx.b.test.')}`;
    const [told] = verdicts(text('b.test'));
    assert.equal(told?.actor, 'sending admin');
    assert.equal(told.confidence, 'medium');
    assert.match(told.summary, /did not find b\.test in DNS, and a look-up in this text does/);
    assert.equal(verdicts(text('c.test'))[0]?.actor, 'sender');
  });

  it('is not the domain where only its exchangers are said to be missing', () => {
    const [told] = verdicts(
      `${dig('mx', 'b.test', '10 mail.host.test.')}2026-11-21 20:06:16 1xUrLk-0001SN-1G ** b@b.test R=dnslookup: all relevant MX records point to non-existent hosts\n`,
    );
    assert.doesNotMatch(told?.summary ?? '', /did not find/);
  });
});

describe('a server that does not know a recipient', () => {
  const refused = (server: string, reply = '550 5.1.1 <b@b.test>: User unknown'): string =>
    `Nov 27 09:14:02 mx1 postfix/smtp[20112]: 4ZxqT1Bc9z3: to=<b@b.test>, relay=${server}[192.0.2.1]:25, delay=0.4, dsn=5.1.1, status=bounced (host ${server}[192.0.2.1] said: ${reply} (in reply to RCPT TO command))\n`;
  const MX = dig('mx', 'b.test', '10 mx.new.test.');

  it('is none that the sender asks by the exchangers that a look-up beside it has', () => {
    const [told] = verdicts(MX + refused('mx.old.test'));
    assert.deepEqual([told?.code, told?.actor, told?.confidence], ['routing-failed', 'sending admin', 'medium']);
    assert.match(told?.summary ?? '', /no mail exchanger of b\.test by the look-up/);
    const [relay] = verdicts(MX + refused('mx.old.test', '554 5.7.1 <b@b.test>: Relay access denied'));
    assert.equal(relay?.code, 'routing-failed');
    assert.equal(
      relay?.next.some(({ text }) => text.includes('SMTP AUTH')),
      true,
    );
  });

  it('is believed where it is of the same operator or domain, of an inner network, or nothing was looked up', () => {
    for (const text of [
      MX + refused('mx2.new.test'),
      MX + refused('mail.b.test'),
      MX + refused('exch01.corp.local'),
      dig('mx', 'c.test', '10 mx.new.test.') + refused('mx.old.test'),
      refused('mx.old.test'),
    ])
      assert.equal(verdicts(text).find(({ failed }) => failed)?.code, 'recipient-unknown', text);
  });
});
