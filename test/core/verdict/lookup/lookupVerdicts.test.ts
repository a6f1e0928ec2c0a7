import assert from 'node:assert/strict';
import { answer as answerOf } from '../../../../src/core/report/answer.ts';
import { verdictHeadline } from '../../../../src/core/report/verdictWords.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

const verdicts = (text: string) => readVerdicts(readTicket(text));

const answer = (status: string, added: string) => `;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 4711
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags:; udp: 1232
${added}
;; QUESTION SECTION:
;contoso.test.	IN	MX
`;

describe('the verdict on a look-up', () => {
  it('names the cause that the resolver adds to SERVFAIL (RFC 8914)', () => {
    const [expired] = verdicts(answer('SERVFAIL', '; EDE: 7 (Signature Expired)'));
    assert.equal(expired?.code, 'dns-failure');
    assert.match(expired?.summary ?? '', /does not verify by DNSSEC.* signatures of the zone have run out/);
    assert.equal(expired?.next[0]?.text, 'Sign the zone again, and see why it was not done in time.');
    const [dead] = verdicts(answer('SERVFAIL', '; EDE: 22 (No Reachable Authority)'));
    assert.match(dead?.summary ?? '', /none of the name servers of the domain answered/);
    assert.doesNotMatch(dead?.summary ?? '', /DNSSEC Bogus|run out/);
  });

  it('takes what a later look-up of the same resolver finds for what there is', () => {
    const name = '9.100.51.198.zen.spamhaus.org';
    const listed = `$ host ${name}\n${name} has address 127.0.0.3\n`;
    const clean = `$ host ${name}\nHost ${name} not found: 3(NXDOMAIN)\n`;
    const [gone, ...more] = verdicts(`${listed}\n${clean}`);
    assert.deepEqual([gone?.failed, gone?.role, more], [false, 'notice', []]);
    assert.match(gone?.summary ?? '', /was listed at first; .* says otherwise/);
    assert.equal(verdicts(`${clean}\n${listed}`)[0]?.failed, true);
    const missing = '$ host contoso.test\nHost contoso.test not found: 3(NXDOMAIN)\n';
    const there = '$ host contoso.test\ncontoso.test has address 192.0.2.1\n';
    assert.match(verdicts(`${missing}\n${there}`)[0]?.summary ?? '', /was not found at first/);
    assert.match(verdicts(`${there}\n${missing}`)[0]?.summary ?? '', /not everybody who asks sees the same/);
    const sent =
      'Nov 28 18:01:07 out postfix/smtp[2101]: 4Bq2Xw3R2z9: to=<b@b.test>, relay=mx.b.test[192.0.2.80]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4Bq9Yz1)\n';
    assert.match(
      answerOf(readTicket(`${missing}\n${there}\n${sent}`), { file: '', probes: [] }) ?? '',
      /^\*\*Accepted by mx\.b\.test/,
    );
  });

  it('tells of a block list that did not answer that it is no listing', () => {
    const asked = (address: string) =>
      verdicts(`$ host 9.100.51.198.zen.spamhaus.org\n9.100.51.198.zen.spamhaus.org has address ${address}\n`);
    const [refused, ...more] = asked('127.255.255.254');
    assert.match(refused?.summary ?? '', /^This is no listing: .* through a public resolver/);
    assert.deepEqual([refused?.failed, refused?.role, more], [false, 'notice', []]);
    assert.equal(asked('127.0.0.3')[0]?.code, 'blocklisted');
  });

  it('leaves a reverse zone that fails to whoever sends from the address', () => {
    const [told] = verdicts(
      answer('SERVFAIL', '').replace(';contoso.test.\tIN\tMX', ';200.113.0.203.in-addr.arpa.\tIN\tPTR'),
    );
    assert.equal(told?.actor, 'sending admin');
    assert.ok(told.next.every(({ by, kind }) => by === 'sending admin' && kind !== 'wait'));
    assert.equal(verdicts(answer('SERVFAIL', ''))[0]?.actor, 'receiving admin');
  });

  it('leaves what receivers ask about a sender to the sender, and lets no mail wait for CAA', () => {
    const of = (question: string) =>
      verdicts(answer('SERVFAIL', '').replace(';contoso.test.\tIN\tMX', `;${question}`))[0];
    for (const asked of ['_dmarc.contoso.test.\tIN\tTXT', 's1._domainkey.contoso.test.\tIN\tTXT'])
      assert.equal(of(asked)?.actor, 'sending admin', asked);
    assert.equal(of('_mta-sts.contoso.test.\tIN\tTXT')?.actor, 'receiving admin');
    const authority = of('contoso.test.\tIN\tCAA');
    assert.match(authority?.summary ?? '', /no authority issues a certificate for the domain; mail does not wait/);
    assert.deepEqual(
      [authority?.actor, authority?.next.some(({ kind }) => kind === 'wait')],
      ['receiving admin', false],
    );
  });

  it('says nothing of the domain where the resolver blocks the name', () => {
    const [blocked] = verdicts(answer('NXDOMAIN', '; EDE: 15 (Blocked)'));
    assert.equal(blocked?.code, 'dns-failure');
    assert.equal(blocked?.actor, 'sending admin');
    assert.match(blocked?.summary ?? '', /says nothing about the domain/);
    assert.deepEqual(verdicts(answer('NOERROR', '; EDE: 3 (Stale Answer)')), []);
  });

  it('is about the resolver where another one has what it does not find', () => {
    const denied =
      "Server:  UnKnown\nAddress:  192.168.1.1\n\n*** UnKnown can't find contoso.test: Non-existent domain\n";
    const found =
      'Server:  dns.google\nAddress:  8.8.8.8\n\nNon-authoritative answer:\ncontoso.test    MX preference = 10, mail exchanger = mx1.contoso.test\n';
    const both = `C:\\> nslookup -type=mx contoso.test\n${denied}C:\\> nslookup -type=mx contoso.test 8.8.8.8\n${found}`;
    const [told] = verdicts(both);
    assert.deepEqual([told?.code, told?.actor, told?.confidence], ['dns-failure', 'sending admin', 'medium']);
    assert.match(told?.summary ?? '', /^192\.168\.1\.1 says .* does not exist, and dns\.google has records of it\./);
    const [alone] = verdicts(`C:\\> nslookup -type=mx contoso.test\n${denied}`);
    assert.equal(alone?.code, 'domain-not-found');
    const [other] = verdicts(both.replace(found, found.replaceAll('contoso.test', 'fabrikam.test')));
    assert.equal(other?.code, 'domain-not-found');
    const [empty] = verdicts(`${answer('NXDOMAIN', '')}\n${answer('NOERROR', '')}`);
    assert.equal(empty?.code, 'domain-not-found');
    assert.match(answerOf(readTicket(both), { file: 'a.txt', probes: [] }) ?? '', /^- Name in DNS: contoso\.test$/m);
  });

  it('tells a public address without a name, as no failure, and nothing of a private one', () => {
    const [told] = verdicts('Host 9.100.51.198.in-addr.arpa. not found: 3(NXDOMAIN)\n');
    assert.equal(told?.failed, false);
    assert.equal(told?.code, 'reverse-dns');
    assert.match(told === undefined ? '' : verdictHeadline(told), /^198\.51\.100\.9 has no name in reverse DNS/);
    const six = '9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa';
    assert.match(verdicts(`Host ${six}. not found: 3(NXDOMAIN)\n`)[0]?.summary ?? '', /^2001:db8::9 has no name/);
    assert.deepEqual(verdicts('Host 5.0.1.10.in-addr.arpa. not found: 3(NXDOMAIN)\n'), []);
  });
  it('takes a server that does not answer ANY for none that fails', () => {
    const text = `$ dig any contoso.test\n;; ->>HEADER<<- opcode: QUERY, status: NOTIMP, id: 1\n;; QUESTION SECTION:\n;contoso.test.\t\tIN\tANY\n`;
    const [any] = readVerdicts(readTicket(text));
    assert.deepEqual([any?.role, any?.failed, any?.actor], ['notice', false, 'nobody']);
    const [mx] = readVerdicts(readTicket(text.replace('dig any', 'dig mx').replace('ANY', 'MX')));
    assert.deepEqual([mx?.role, mx?.failed], ['cause', true]);
  });
});

describe('a TLSA record that could not be looked up', () => {
  const said = (type: string, status: string) => {
    const text = answer(status, '').replace('IN\tMX', `IN\t${type}`).replace(';contoso', ';_25._tcp.mx.contoso');
    return verdicts(text)[0]?.summary ?? '';
  };

  it('keeps mail of those who check DANE waiting (RFC 7672 2.1.1)', () => {
    for (const status of ['SERVFAIL', 'REFUSED', 'NOTIMP'])
      assert.match(said('TLSA', status), /check DANE put mail off\.$/);
    for (const type of ['MX', 'TXT', 'A']) assert.doesNotMatch(said(type, 'SERVFAIL'), /DANE/);
    assert.equal(said('TLSA', 'NXDOMAIN'), '');
  });
});
