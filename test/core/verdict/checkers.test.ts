import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

/** What is told of a text: the reason, whether mail suffers by it, and the sentence. */
const told = (text: string): readonly string[] =>
  readVerdicts(readTicket(text)).map(({ code, failed, summary }) => `${code}${failed ? '!' : ''}: ${summary}`);

const is = (text: string, ...wanted: readonly RegExp[]): void => {
  const all = told(text);
  assert.equal(all.length, wanted.length, all.join('\n'));
  for (const [i, one] of wanted.entries()) assert.match(all[i] ?? '', one);
};

describe('sentences of tools that check a domain', () => {
  it('give way to the reply of a server that holds one', () => {
    const [one, ...more] = readVerdicts(
      readTicket(
        'This is the mail system at host mx.a.test.\n\n<b@b.test>: host mx.b.test[203.0.113.9] said: 550 5.7.23\n    SPF validation failed: multiple SPF records found (in reply to RCPT TO command)\n',
      ),
    );
    assert.deepEqual([one?.reply, one?.recipients, one?.server], ['550 5.7.23', ['b@b.test'], 'mx.b.test']);
    assert.deepEqual(more, []);
  });

  it('tell of mail-tester which server SPF leaves out, and that a softfail is no refusal', () => {
    is(
      '[SPF] contoso.test does not allow your server 198.51.100.7 to use news@contoso.test\n',
      /^spf-failed!: SPF of contoso\.test does not name the server 198\.51\.100\.7, which sent as news@contoso\.test\.$/,
    );
    is(
      "softfail\ncontoso.test: Sender is not authorized by default to use 'news@contoso.test' in 'mfrom' identity, however domain is not currently prepared for false failures (mechanism '~all' matched)\n",
      /^spf-failed: SPF ends in a softfail for news@contoso\.test/,
    );
    is('You do not have a DMARC record, please add a TXT record.\n', /^dmarc-failed: The domain has no DMARC record/);
    is('Your DKIM signature is not valid\n', /^dkim-failed!/);
  });

  it('tell that no certificate was issued, and of no mail that failed', () => {
    is(
      'Certbot failed to authenticate some domains (authenticator: standalone). The Certificate Authority reported these problems:\n  Domain: mx.a.test\n  Type:   caa\n  Detail: While processing CAA for mx.a.test: CAA record for a.test prevents issuance\n\nHint: The Certificate Authority failed to verify the files.\n',
      /^tls-failed: No certificate was issued: the CAA record of a\.test does not name this authority/,
    );
  });

  it('tell that a name server does not answer, which is no matter of port 25', () => {
    const silent = /^dns-failure!: A name server of the domain does not answer/;
    is('ERROR  DELEGATION  Nameserver ns2.a.test (198.51.100.53) did not respond to a query over UDP.\n', silent);
    is('Error\tDNS servers responded\tERROR: One or more of your nameservers did not respond:\n203.0.113.9\n', silent);
  });

  it('tell of a table of MXToolbox what is missing and what is only recommended', () => {
    is(
      'DMARC Record Published\tNo DMARC Record found\nDMARC Policy Not Enabled\tDMARC Quarantine/Reject policy not enabled\nSPF Included Lookups\tToo many included lookups (14)\nSMTP Banner Check\tReverse DNS does not match SMTP Banner\n',
      /^dmarc-failed: .* no DMARC record/,
      /^dmarc-failed: .* p=none/,
      /^spf-failed: .* ten look-ups/,
      /^reverse-dns: /,
    );
    is('DMARC Record Published\tDMARC Record found\nSPF Record Published\tSPF Record found\n');
  });

  it('tell of Mail-in-a-Box what is set and what is wanted, also wrapped', () => {
    is(
      "This domain's DNS MX record is incorrect. It is currently set to '5 mx.fabrikam.test' but\n    should be '10 box.contoso.test'. Mail will not be delivered to this box.\n",
      /^dns-failure!: .*“5 mx\.fabrikam\.test”, where “10 box\.contoso\.test” is wanted/,
    );
    is(
      "This box's reverse DNS is currently [Not Set], but it should be box.contoso.test. Your ISP will know.\n",
      /^reverse-dns!: .*\[Not Set\].*box\.contoso\.test is wanted/,
    );
    is(
      "The DANE TLSA record for incoming mail (_25._tcp.box.contoso.test) is not correct. It is '3 1 1 aa' but it should be '3 1 1 bb'.\n",
      /^tls-failed!: .*“3 1 1 aa”.*“3 1 1 bb”/,
    );
    is('The nameservers set on this domain are incorrect. They are currently ns1.fabrikam.test.\n', /^dns-failure!/);
  });

  it('tell a refused question of Spamhaus from a listing', () => {
    const listed = (code: string): string =>
      `The IP address of this machine 198.51.100.7 is listed in the Spamhaus Block List (code ${code}), which may prevent mail.\n`;
    is(listed('127.255.255.254'), /^dns-failure: This is no listing/);
    is(listed('127.0.0.2'), /^blocklisted!: 198\.51\.100\.7 stands on the Block List of Spamhaus\.$/);
  });

  it('tell of checkdmarc that nobody answered, that there is no record, and that reports go nowhere', () => {
    is(
      '"error": "All nameservers failed to answer the query contoso.test. IN MX: Server Do53:192.0.2.53@53 answered SERVFAIL"\n',
      /^dns-failure!: No name server answered for the MX of contoso\.test \(SERVFAIL\)/,
    );
    is('"error": "A TXT record does not exist at _dmarc.contoso.test",\n', /^dmarc-failed: /);
    is(
      'rep.fabrikam.test does not indicate that it accepts DMARC reports about contoso.test\n',
      /^dmarc-failed: DNS does not say that rep\.fabrikam\.test takes reports on contoso\.test/,
    );
  });

  it('are told once however often they stand there', () => {
    const [one, ...others] = readVerdicts(readTicket('No SPF Record found\n'.repeat(300)));
    assert.equal(others.length, 0);
    assert.equal(one?.times, 300);
  });
});
