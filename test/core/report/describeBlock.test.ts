import assert from 'node:assert/strict';
import { describeBlock } from '../../../src/core/report/describeBlock.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

const described = (text: string): readonly string[] => readTicket(text).blocks.map(describeBlock);

describe('what a block is, on one line', () => {
  it('names the status of a look-up where the text tells it', () =>
    assert.deepEqual(
      described(';; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1\n;; QUESTION SECTION:\n;nobody.test. IN MX\n'),
      ['MX of nobody.test: NXDOMAIN'],
    ));

  it('says that no answer is shown where dig +short printed nothing', () =>
    assert.deepEqual(described('pc:~$ dig +short mx nobody.test\npc:~$ dig +short a mx.contoso.test\n192.0.2.1\n'), [
      'MX of nobody.test: no answer is shown',
      'A of mx.contoso.test: NOERROR',
    ]));

  it('says so where dig +short printed an answer and the question stands nowhere', () =>
    assert.deepEqual(described('10 mx1.contoso.test.\n20 mx2.contoso.test.\n'), [
      'MX of a name that is not shown: NOERROR',
    ]));

  it('needs no status for the records of a zone', () =>
    assert.deepEqual(described('$ORIGIN contoso.test.\n@ 3600 IN MX 10 mx1\nmx1 3600 IN A 192.0.2.1\n'), [
      'MX of contoso.test; A of mx1.contoso.test',
    ]));

  it('says no more than that no server spoke where a tool stopped at its certificate', () =>
    assert.match(
      described(
        "$ gnutls-cli --starttls-proto=smtp -p 587 mail.b.test\nProcessed 137 CA certificate(s).\nResolving 'mail.b.test:587'...\nConnecting to '192.0.2.1:587'...\n- Certificate type: X.509\n- Got a certificate list of 1 certificates.\n- Status: The certificate is NOT trusted.\n*** Fatal error: Error in the certificate.\n",
      )[0] ?? '',
      /^SMTP session with nobody: no server spoke \(gnutls-cli\)$/,
    ));
});
