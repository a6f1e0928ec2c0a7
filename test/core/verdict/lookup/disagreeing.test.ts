import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';
import { foremost } from '../../../../src/core/verdict/verdict.ts';

const told = (text: string): readonly string[] =>
  readVerdicts(readTicket(text)).map(({ actor, role, summary }) => `${role} ${actor}: ${summary}`);
const is = (text: string, ...wanted: readonly RegExp[]): void => {
  const all = told(text);
  assert.equal(all.length, wanted.length, all.join('\n'));
  for (const [i, one] of wanted.entries()) assert.match(all[i] ?? '', one);
};

const silent = (resolver: string) =>
  `$ dig mx b.test @${resolver}\n;; communications error to ${resolver}#53: timed out\n;; no servers could be reached\n\n`;
const said = (status: string, asked = '', more = '') =>
  `$ dig mx b.test ${asked}\n;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 4\n;; flags: qr rd; QUERY: 1, ANSWER: 0\n${more};; QUESTION SECTION:\n;b.test.\tIN\tMX\n\n`;
const found = (asked = '') => `$ dig +short mx b.test ${asked}\n10 mx.b.test.\n\n`;
const deferred = (to: string) =>
  `Nov 28 11:20:44 r postfix/smtp[7001]: 4Yt1KQ0Rz: to=<${to}>, relay=none, delay=91, dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name=${to.split('@')[1]} type=MX: Host not found, try again)\n`;

describe('look-ups without an answer', () => {
  it('are a matter of the resolver where another one answers', () => {
    is(
      `${silent('10.1.1.1')}${found('@192.0.2.9')}`,
      /^cause sending admin: 10\.1\.1\.1 gives no answer .* 192\.0\.2\.9/,
    );
    is(silent('10.1.1.1'), /^cause network: /);
  });

  it('are a matter of the domain where the same resolver answers for others', () => {
    const asked = '$ dig +short mx c.test @10.1.1.1\n10 mx.c.test.\n\n';
    is(
      `${silent('10.1.1.1')}${asked}`,
      /^cause receiving admin: 10\.1\.1\.1 answers for other names, and gave none for b\.test/,
    );
    is(`${silent('10.1.1.2')}${asked}`, /^cause network: /);
  });

  it('are over where the same resolver, or the usual one, answers further down', () => {
    is(`${said('SERVFAIL')}${found()}`, /^notice \w+ admin: b\.test was without an answer at first/);
    is(`${said('SERVFAIL', '@10.1.1.1')}${found('@10.1.1.1')}`, /without an answer at first/);
    is(`${found()}${said('SERVFAIL')}`, /^cause receiving admin: The resolver got no valid answer/);
  });

  it('are not over by an answer that nobody checked', () => {
    is(`${said('SERVFAIL')}${found('+cd')}`, /^cause receiving admin: The resolver got no valid answer/);
  });

  it('say nothing against the resolver that checks more than another one', () => {
    is(`${said('SERVFAIL', '@10.1.1.1')}${found('@192.0.2.9')}`, /^cause receiving admin: The resolver got no valid/);
  });

  it('are for the admin of the zone where one of its name servers was asked', () => {
    const lame = /^cause receiving admin: ns1\.h\.test is a name server of b\.test and gives no answer for it\./;
    const traced =
      '$ dig +trace mx b.test\n\n; <<>> DiG 9.18.28 <<>> +trace mx b.test\n;; global options: +cmd\ntest.\t172800\tIN\tNS\ta.nic.test.\n;; Received 420 bytes from 198.41.0.4#53(a.root-servers.net) in 18 ms\n\nb.test. 3600 IN NS ns1.h.test.\n;; Received 120 bytes from 192.0.2.53#53(a.nic.test) in 21 ms\n\n';
    is(`${traced}${said('REFUSED', '@ns1.h.test')}`, lame);
    is(
      `$ dig +short ns b.test\nns1.h.test.\n\n${said('REFUSED', '@NS1.h.test.')}`,
      /ns1\.h\.test\.? is a name server/i,
    );
    is(
      `$ dig +short ns b.test\nns1.h.test.\n\n${said('REFUSED', '@ns2.h.test')}`,
      /^cause sending admin: ns2\.h\.test gives no answer .* another one has records/,
    );
    is(
      '$ dig +short ns 113.0.203.in-addr.arpa\nns1.h.test.\n\n$ dig -x 203.0.113.7 @ns1.h.test\n;; communications error to 192.0.2.9#53: timed out\n;; no servers could be reached\n',
      /^cause sending admin: ns1\.h\.test is a name server of 113\.0\.203\.in-addr\.arpa/,
    );
  });
});

describe('mail that waits for DNS', () => {
  it('waits for what the look-up of its domain shows', () => {
    const bogus = said('SERVFAIL', '', '; EDE: 7 (Signature Expired)\n');
    is(`${bogus}${found('+cd')}${deferred('a@b.test')}`, /^waiting receiving admin: .*DNSSEC.*run out/, /DNSSEC/);
    is(`${bogus}${deferred('a@c.test')}`, /^waiting receiving admin: DNS gave no usable answer/, /DNSSEC/);
  });

  it('waits for the resolver of the sender where that is silent, whatever its domain', () => {
    const text = `${silent('10.1.1.1')}${found('@192.0.2.9')}${deferred('a@b.test')}${deferred('a@c.test')}`;
    const own = /^waiting sending admin: 10\.1\.1\.1 gives no answer for b\.test/;
    is(text, own, own, /^cause sending admin/);
  });

  it('has a domain that is there where a look-up finds it', () => {
    is(`${deferred('a@b.test')}${found()}`, /^waiting sending admin: The server did not find b\.test in DNS/);
  });
});

describe('what is said of mail in somebody’s words', () => {
  it('holds the words of Postfix for a name that was not found, beside look-ups', () => {
    is(
      `Our queue: Host or domain name not found. Name service error for name=b.test type=MX: Host not found, try again\n\n${silent('10.1.1.1')}${found('@192.0.2.9')}`,
      /^cause sending admin: 10\.1\.1\.1 gives no answer/,
      /^cause sending admin: 10\.1\.1\.1 gives no answer/,
    );
  });

  it('is the matter where it is a notice, rather than a look-up', () => {
    const notice =
      "Delivery has failed to these recipients or groups:\n\na@b.test\nYour message couldn't be delivered.\n\nDiagnostic information for administrators:\nGenerating server: m.a.test\na@b.test\nRemote Server returned '550 5.1.1 User unknown'\n";
    assert.equal(foremost(readVerdicts(readTicket(`${said('SERVFAIL')}${notice}`)))?.code, 'recipient-unknown');
  });
});

describe('a certificate that Postfix does not trust', () => {
  const refused =
    'Nov 28 06:11:02 m postfix/smtp[331]: 4XbT2r9Kz: to=<a@b.test>, relay=mx.b.test[198.51.100.8]:25, delay=2.1, dsn=4.7.5, status=deferred (Server certificate not trusted)\n';
  const tlsa = (host: string) => `$ dig +short tlsa _25._tcp.${host}\n3 1 1 ${'8D02536C'.repeat(8)}\n\n`;

  it('does not fit the TLSA records where the host has some', () => {
    is(`${tlsa('mx.b.test')}${refused}`, /^waiting receiving admin: The certificate does not fit the TLSA record/);
    is(`${tlsa('mx.c.test')}${refused}`, /^waiting receiving admin: The certificate leads to no authority/);
  });
});
