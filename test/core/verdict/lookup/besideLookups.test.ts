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
