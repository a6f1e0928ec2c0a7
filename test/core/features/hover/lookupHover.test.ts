import { says } from './hoverFacts.ts';

describe('a hover on a question to DNS', () => {
  it('tells what its outcome means, and of whom it was asked', () => {
    says(
      '; <<>> DiG 9.18 <<>> MX a.test @192.0.2.53\n;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1\n;; QUES|TION SECTION:\n;a.test. IN MX\n\n;; SERVER: 192.0.2.53#53(192.0.2.53) (UDP)',
      '; <<>> DiG 9.18 <<>> MX a.test @192.0.2.53\n;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1\n;; QUESTION SECTION:\n;a.test. IN MX\n\n;; SERVER: 192.0.2.53#53(192.0.2.53) (UDP)',
      '**NXDOMAIN**: The name does not exist in DNS, with no record of any type; mail to it is refused at once.  \n**Who acts:** the sender. **Retry:** trying again unchanged will fail again. **How sure:** certain.',
      '**Next:**\n- Check the part behind the @ for typing errors. Look up the MX, A and AAAA records of the domain.\n- As the receiving admin, check the registration of the domain and its name servers.',
      '`MX of a.test, asked of 192.0.2.53`  \nSource: [RFC 1035 4.1.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1); [RFC 5321 5.1](https://www.rfc-editor.org/rfc/rfc5321#section-5.1)',
    );
    says(
      '; <<>> DiG 9.18 <<>> MX a.test\n;; ->>HEADER<<- opcode: QUERY, status: NO|ERROR, id: 1\n;; flags: qr rd ra ad; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 1\n;; QUESTION SECTION:\n;a.test. IN MX',
      '; <<>> DiG 9.18 <<>> MX a.test\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; flags: qr rd ra ad; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 1\n;; QUESTION SECTION:\n;a.test. IN MX',
      "**NODATA**: The name exists but has no record of this type; without an MX record mail goes to its A or AAAA address.  \n**Who acts:** the recipient's admin. **Retry:** trying again unchanged will fail again. **How sure:** certain.",
      '**Next:**\n- Look up the other record types of the name: MX first, then A and AAAA. Publish the record if it should be there.',
      '`MX of a.test`  \nSource: [RFC 2308 2.2](https://www.rfc-editor.org/rfc/rfc2308#section-2.2); [RFC 5321 5.1](https://www.rfc-editor.org/rfc/rfc5321#section-5.1)',
      'The answer was verified by DNSSEC.',
    );
    says(
      '; <<>> DiG 9.18 <<>> MX a.test\n;; ->>HEADER<<- opcode: QUERY, status: SERV|FAIL, id: 1\n; EDE: 6 (DNSSEC Bogus)\n;; QUESTION SECTION:\n;a.test. IN MX',
      '; <<>> DiG 9.18 <<>> MX a.test\n;; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 1\n; EDE: 6 (DNSSEC Bogus)\n;; QUESTION SECTION:\n;a.test. IN MX',
      "**SERVFAIL**: The answer does not verify by DNSSEC, so resolvers that check hold it back. The resolver says why: the records do not verify by DNSSEC (DNSSEC Bogus).  \n**Who acts:** the recipient's admin. **Retry:** trying again helps once the cause is mended. **How sure:** certain.",
      '**Next:**\n- Compare the DS record at the parent with the keys of the zone. Check that the signatures of the zone have not expired.',
      '`MX of a.test`  \nSource: [RFC 4035 4.3](https://www.rfc-editor.org/rfc/rfc4035#section-4.3)',
      'The resolver adds: `6 (DNSSEC Bogus)` (RFC 8914)',
    );
    says(
      '; <<>> DiG 9.18 <<>> A a.test\n;; ->>HEADER<<- opcode: QUERY, status: NO|ERROR, id: 1\n;; flags: qr rd ra ad; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1\n;; QUESTION SECTION:\n;a.test. IN A\n;; ANSWER SECTION:\na.test. 300 IN A 192.0.2.1',
      '; <<>> DiG 9.18 <<>> A a.test\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; flags: qr rd ra ad; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1\n;; QUESTION SECTION:\n;a.test. IN A\n;; ANSWER SECTION:\na.test. 300 IN A 192.0.2.1',
      '**NOERROR**: The name exists and the resolver answered.',
      '`A of a.test`  \nSource: [RFC 1035 4.1.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1)',
      'The answer was verified by DNSSEC.',
    );
    says(
      '; <<>> DiG 9.18 <<>> A a.test\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; QUESTION SECTION:\n;a.test. IN A\n;; ANSWER SECTION:\na.test. 300 IN A 192.0.|2.1',
      '; <<>> DiG 9.18 <<>> A a.test\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; QUESTION SECTION:\n;a.test. IN A\n;; ANSWER SECTION:\na.test. 300 IN A 192.0.2.1',
      '**NOERROR**: The name exists and the resolver answered.',
      '`A of a.test`  \nSource: [RFC 1035 4.1.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1)',
    );
    says(
      "$ nslookup -type=mx a.test\nServer:  192.0.2.53\nAddress: 192.0.2.53#53\n\n** server can't find a.te|st: NXDOMAIN",
      "Server:  192.0.2.53\nAddress: 192.0.2.53#53\n\n** server can't find a.test: NXDOMAIN",
      '**NXDOMAIN**: The name does not exist in DNS, with no record of any type; mail to it is refused at once.  \n**Who acts:** the sender. **Retry:** trying again unchanged will fail again. **How sure:** certain.',
      '**Next:**\n- Check the part behind the @ for typing errors. Look up the MX, A and AAAA records of the domain.\n- As the receiving admin, check the registration of the domain and its name servers.',
      '`MX of a.test, asked of 192.0.2.53`  \nSource: [RFC 1035 4.1.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1); [RFC 5321 5.1](https://www.rfc-editor.org/rfc/rfc5321#section-5.1)',
    );
    says(
      '$ nslookup -type=mx a.test\nServer:  192.0.2.53\nAddress: 192.0.2.53#53\n\na.test\tmail exchanger = 20 mx2.a.|test.\na.test\tmail exchanger = 10 mx1.a.test.',
      'a.test\tmail exchanger = 20 mx2.a.test.',
      '**`MX 20 mx2.a.test.`** A mail exchanger of the domain. Senders try the lowest preference first; the higher ones are tried when it cannot be reached, and those with the same number in any order.',
      '1 of 2 are tried before it.',
      'Source: [RFC 5321 5.1](https://www.rfc-editor.org/rfc/rfc5321#section-5.1)',
    );
    says(
      '$ host a.test\na.test has address 192.0.2.1\na.test mail is handled by 10 mx1.a.|test.\na.test mail is handled by 5 mx2.a.test.',
      'a.test mail is handled by 10 mx1.a.test.',
      '**`MX 10 mx1.a.test.`** A mail exchanger of the domain. Senders try the lowest preference first; the higher ones are tried when it cannot be reached, and those with the same number in any order.',
      '1 of 2 are tried before it.',
      'Source: [RFC 5321 5.1](https://www.rfc-editor.org/rfc/rfc5321#section-5.1)',
    );
    says(
      '$ dig +short MX a.test\n10 mx1.a.|test.\n20 mx2.a.test.',
      '10 mx1.a.test.',
      '**`MX 10 mx1.a.test.`** A mail exchanger of the domain. Senders try the lowest preference first; the higher ones are tried when it cannot be reached, and those with the same number in any order.',
      'It is tried first.',
      'Source: [RFC 5321 5.1](https://www.rfc-editor.org/rfc/rfc5321#section-5.1)',
    );
    says(
      '$ host -t mx a.test\nHost a.te|st not found: 3(NXDOMAIN)',
      'Host a.test not found: 3(NXDOMAIN)',
      '**NXDOMAIN**: The name does not exist in DNS, with no record of any type; mail to it is refused at once.  \n**Who acts:** the sender. **Retry:** trying again unchanged will fail again. **How sure:** certain.',
      '**Next:**\n- Check the part behind the @ for typing errors. Look up the MX, A and AAAA records of the domain.\n- As the receiving admin, check the registration of the domain and its name servers.',
      '`MX of a.test`  \nSource: [RFC 1035 4.1.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1); [RFC 5321 5.1](https://www.rfc-editor.org/rfc/rfc5321#section-5.1)',
    );
    says(
      '$ dig a.test\n;; connection timed out; no ser|vers could be reached',
      ';; connection timed out; no servers could be reached',
      '**TIMEOUT**: No answer came in time; whether the record exists is not known.  \n**Who acts:** whoever runs the network between. **Retry:** trying again later can work. **How sure:** certain.',
      '**Next:**\n- Ask again, and ask another resolver. Check that UDP and TCP port 53 to the resolver are open.',
      '`A of a.test`  \nSource: [RFC 1035 7.2](https://www.rfc-editor.org/rfc/rfc1035#section-7.2)',
    );
    says(
      '$ nslookup a.test\n;; communications error to 192.0.2.53#53: timed out\n;; no serv|ers could be reached',
      ';; communications error to 192.0.2.53#53: timed out\n;; no servers could be reached',
      '**TIMEOUT**: No answer came in time; whether the record exists is not known.  \n**Who acts:** whoever runs the network between. **Retry:** trying again later can work. **How sure:** certain.',
      '**Next:**\n- Ask again, and ask another resolver. Check that UDP and TCP port 53 to the resolver are open.',
      '`A of a.test`  \nSource: [RFC 1035 7.2](https://www.rfc-editor.org/rfc/rfc1035#section-7.2)',
    );
  });
  it('says so where the outcome is not known, or the name', () => {
    says(
      '; <<>> DiG 9.18 <<>> A a.test @192.0.2.53\n;; ->>HEADER<<- opcode: QUERY, status: BAD|VERS, id: 1\n;; QUESTION SECTION:\n;a.test. IN A\n\n;; SERVER: 192.0.2.53#53(192.0.2.53) (UDP)',
      '; <<>> DiG 9.18 <<>> A a.test @192.0.2.53\n;; ->>HEADER<<- opcode: QUERY, status: BADVERS, id: 1\n;; QUESTION SECTION:\n;a.test. IN A\n\n;; SERVER: 192.0.2.53#53(192.0.2.53) (UDP)',
      "**BADVERS**: The name server does not know this version of EDNS.  \n**Who acts:** the recipient's admin. **Retry:** trying again helps once the cause is mended. **How sure:** certain.",
      '**Next:**\n- Ask again with EDNS version 0.',
      '`A of a.test, asked of 192.0.2.53`  \nSource: [RFC 6891 6.1.3](https://www.rfc-editor.org/rfc/rfc6891#section-6.1.3)',
    );
    says(
      '; <<>> DiG 9.18 <<>> A a.test @192.0.2.53\n;; ->>HEADER<<- opcode: QUERY, status: RESERVED|15, id: 1\n;; QUESTION SECTION:\n;a.test. IN A',
      '; <<>> DiG 9.18 <<>> A a.test @192.0.2.53\n;; ->>HEADER<<- opcode: QUERY, status: RESERVED15, id: 1\n;; QUESTION SECTION:\n;a.test. IN A',
      '**RCODE15**: A of a.test, asked of 192.0.2.53',
    );
    says(
      'C:\\> Resolve-DnsName a.test -Type MX\nResolve-DnsName : a.te|st : DNS server failure',
      'Resolve-DnsName : a.test : DNS server failure',
      "**SERVFAIL**: The resolver got no valid answer: name servers are down or set up wrongly, or DNSSEC does not verify.  \n**Who acts:** the recipient's admin. **Retry:** trying again later can work. **How sure:** certain.",
      '**Next:**\n- Ask the name servers of the domain directly to see which of them fails. Ask again with checking disabled (dig +cd): if that works, DNSSEC is the cause.\n- As the sending admin, leave the mail in the queue: it is tried again.',
      '`MX of a.test`  \nSource: [RFC 1035 4.1.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1); [RFC 5321 5.1](https://www.rfc-editor.org/rfc/rfc5321#section-5.1)',
    );
    says(
      '> dig +short a.test\n> 192.0.2.1|',
      'dig +short a.test\n> 192.0.2.1',
      '**NOERROR**: The name exists and the resolver answered.',
      '`A of a.test`  \nSource: [RFC 1035 4.1.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1)',
    );
    says(
      "Server:  UnKn|own\nAddress:  192.168.1.1\n\n*** UnKnown can't find a.test: Query refused",
      "Server:  UnKnown\nAddress:  192.168.1.1\n\n*** UnKnown can't find a.test: Query refused",
      "**REFUSED**: The name server refuses to answer this client, or does not serve this domain.  \n**Who acts:** the sender's admin. **Retry:** trying again helps once the cause is mended. **How sure:** certain.",
      '**Next:**\n- Ask a resolver that serves your network. If it is a name server of the domain, have its admin load the zone there.',
      '`Records of a.test, asked of 192.168.1.1`  \nSource: [RFC 1035 4.1.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1)',
    );
    says(
      '; <<>> DiG 9.18 <<>> MX a.test\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; QUESTION SECTION:\n;a.test. IN MX\n;; ANSWER SECTION:\na.test. 300 IN MX 10 mx.a.te|st.\n\n; <<>> DiG 9.18 <<>> A mx.a.test\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; QUESTION SECTION:\n;mx.a.test. IN A\n;; ANSWER SECTION:\nmx.a.test. 300 IN A 192.0.2.1',
      'a.test. 300 IN MX 10 mx.a.test.',
      '**`MX 10 mx.a.test.`** A mail exchanger of the domain. Senders try the lowest preference first; the higher ones are tried when it cannot be reached, and those with the same number in any order.',
      'Resolvers may keep this answer for 300 seconds more.',
      'Source: [RFC 5321 5.1](https://www.rfc-editor.org/rfc/rfc5321#section-5.1)',
    );
    says(
      'mx.a.test\tcanonical name = 1.b.te|st.\nName:\t1.b.test\nAddress: 192.0.2.1',
      'mx.a.test\tcanonical name = 1.b.test.\nName:\t1.b.test\nAddress: 192.0.2.1',
      '**NOERROR**: The name exists and the resolver answered.',
      '`A of mx.a.test`  \nSource: [RFC 1035 4.1.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1)',
    );
  });
});
