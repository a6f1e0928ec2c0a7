import assert from 'node:assert/strict';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const AT = 'Sat, 21 Apr 2018 03:01:01 +0000';

/** What a Received field tells, as `part=value`; of its date only whether it was read. */
const tells = (value: string, expected: string): void => {
  it(value, () => {
    const text = `Received: ${value}\n\n`;
    const hop = readMessage(text, new Lines(text), 0, text.length).hops[0];
    assert.ok(hop);
    const { field: _, date, tls: __, ...rest } = hop;
    const parts = Object.entries(rest).map(([name, said]) => `${name}=${said}`);
    if (date?.epoch !== undefined) parts.push(date.epoch === Date.parse(AT) ? 'dated' : 'dated otherwise');
    assert.deepEqual(parts.sort(), expected.split(', ').sort());
  });
};

describe('the clauses of a Received field (RFC 5321 4.4)', () => {
  tells(
    `FROM a.test BY b.test WITH ESMTP ID 1 FOR <c@d.test>; ${AT}`,
    'from=a.test, by=b.test, with=ESMTP, id=1, for=c@d.test, dated',
  );
  tells('from by by b.test', 'from=by, by=b.test');
  tells('from with by b.test', 'from=with, by=b.test');
  tells('from a.test by by with SMTP', 'from=a.test, by=by, with=SMTP');
  tells('from a.test from b.test by c.test by d.test', 'from=a.test, by=c.test');
  tells('by b.test id 1 id 2', 'by=b.test, id=1');
  tells('from a.test by b.testwith ESMTP id 1', 'from=a.test, by=b.test, with=ESMTP, id=1');
  tells('from a.test by b.testwith HTTP id 1', 'from=a.test, by=b.test, with=HTTP, id=1');
  tells('from a.test by b.testwith MAPI id 1', 'from=a.test, by=b.testwith, id=1');
  tells('by b.test with Microsoft SMTP Server id 15.1', 'by=b.test, with=Microsoft SMTP Server, id=15.1');
  tells(
    'by b.test with Microsoft SMTP Server (version=TLS1_2) id 15.1',
    'by=b.test, with=Microsoft SMTP Server, tlsVersion=TLSv1.2, id=15.1',
  );
  tells('by b.test (x) with SMTP id 1 via Frontend Transport', 'by=b.test, with=SMTP, id=1, via=Frontend Transport');
  tells('by b.test with SMTP (x) more id 1', 'by=b.test, with=SMTP, id=1');
  tells('by b.test id 1 for a@b.test, c@d.test', 'by=b.test, id=1, for=a@b.test');
  tells('by b.test id 1 for <>', 'by=b.test, id=1');
  tells('by b.test tls x with SMTP', 'by=b.test, with=SMTP, cipher=x');
  tells('from tls by b.test', 'from=tls, by=b.test');
  tells('from a.test by b.test id', 'from=a.test, by=b.test');
  tells('from a.test by b.test envelope-from <c@d.test>', 'from=a.test, by=b.test, envelopeFrom=c@d.test');
  tells('from a.test by b.test (envelope-sender c@d.test) id 1', 'from=a.test, by=b.test, envelopeFrom=c@d.test, id=1');
  tells('from a.test by b.test (envelope-from=<c@d.test>) id 1', 'from=a.test, by=b.test, envelopeFrom=c@d.test, id=1');
  tells('from a.test by b.test (x-envelope-from <c@d.test>) id 1', 'from=a.test, by=b.test, id=1');
});

describe('the date of a Received field', () => {
  tells(`by b.test id 1; ${AT}`, 'by=b.test, id=1, dated');
  tells(`by b.test id 1; ${AT}; (x)`, 'by=b.test, id=1, dated');
  tells(`by b.test; id 1; ${AT}`, 'by=b.test, id=1, dated');
  tells(`by b.test with SMTP ${AT}`, 'by=b.test, with=SMTP, dated');
  tells(`by b.test id 1 ${AT}`, 'by=b.test, id=1, dated');
  tells(`by b.test id 1 a b c d e f g ${AT}`, 'by=b.test, id=1, dated');
  tells(`by b.test id 1 a b c d e f g h ${AT}`, 'by=b.test, id=1');
  tells(`by b.test; ${AT}; a; b; c`, 'by=b.test, dated');
  tells(`by b.test; ${AT}; a; b; c; d`, 'by=b.test');
  tells(`by b.test; ${AT} id 00A1.B2`, 'by=b.test, id=00A1.B2, dated');
  tells(`by b.test id 1; ${AT} id 2`, 'by=b.test, id=1, dated');
  tells('by b.test; soon', 'by=b.test');
});

describe('the client in a Received field', () => {
  const client = (from: string, expected: string): void => tells(`from ${from} by c.test`, `by=c.test, ${expected}`);
  client('a.test (b.test [192.0.2.1])', 'from=a.test, reverseName=b.test, ip=192.0.2.1');
  client('a.test (b.test. [192.0.2.1])', 'from=a.test, reverseName=b.test, ip=192.0.2.1');
  client('a.test (bob@b.test [192.0.2.1])', 'from=a.test, reverseName=b.test, ip=192.0.2.1');
  for (const none of ['unknown', 'Unverified', 'verified', 'nobody'])
    client(`a.test (${none} [192.0.2.1])`, 'from=a.test, ip=192.0.2.1');
  client('a.test ([192.0.2.1])', 'from=a.test, ip=192.0.2.1');
  client('a.test (192.0.2.1)', 'from=a.test, ip=192.0.2.1');
  client('a.test ([IPv6:2001:db8::1])', 'from=a.test, ip=2001:db8::1');
  client('a.test (HELO b.test) (192.0.2.1)', 'from=a.test, helo=b.test, reverseName=a.test, ip=192.0.2.1');
  client('a.test (192.0.2.1) (EHLO b.test)', 'from=a.test, helo=b.test, reverseName=a.test, ip=192.0.2.1');
  client('unknown (HELO b.test) (192.0.2.1)', 'from=unknown, helo=b.test, ip=192.0.2.1');
  client('[192.0.2.1] (helo=b.test)', 'from=[192.0.2.1], helo=b.test, ip=192.0.2.1');
  client('a.test (helo=[192.0.2.9])', 'from=a.test, helo=[192.0.2.9]');
  client('a.test ([192.0.2.1] helo=[192.0.2.9])', 'from=a.test, helo=[192.0.2.9], reverseName=a.test, ip=192.0.2.1');
  client('a.test [192.0.2.1]', 'from=a.test, ip=192.0.2.1');
  client('192.0.2.1', 'from=192.0.2.1, ip=192.0.2.1');
  client('a.test (x) (b.test [192.0.2.1]) (d.test [192.0.2.2])', 'from=a.test, reverseName=b.test, ip=192.0.2.1');
  tells('(b.test [192.0.2.1]) by c.test', 'reverseName=b.test, ip=192.0.2.1, by=c.test');
  tells('(192.0.2.1) by c.test', 'by=c.test');
  tells('from a.test by c.test (b.test [192.0.2.1])', 'from=a.test, by=c.test');
});

describe('the server and the local sender in a Received field', () => {
  tells('by b.test (192.0.2.9) with SMTP', 'by=b.test, byIp=192.0.2.9, with=SMTP');
  tells('by b.test ([192.0.2.9]) with SMTP', 'by=b.test, byIp=192.0.2.9, with=SMTP');
  tells('by b.test ([IPv6:2001:db8::9]) with SMTP', 'by=b.test, byIp=2001:db8::9, with=SMTP');
  tells('by b.test (at 192.0.2.9) with SMTP', 'by=b.test, with=SMTP');
  tells('by b.test (Postfix) (192.0.2.9) with SMTP', 'by=b.test, with=SMTP');
  tells('(qmail 123 invoked by uid 99)', 'submitter=uid 99');
  tells('(qmail 123 invoked from network)', 'submitter=network');
  tells('(qmail 123 invoked for bounce)', 'submitter=bounce');
  tells('(from root@localhost) by b.test', 'submitter=root@localhost, by=b.test');
  tells('by b.test (Postfix, from userid 1000) id 1', 'by=b.test, submitter=uid 1000, id=1');
  tells('(qmail x invoked by uid 99) by b.test', 'by=b.test');
  tells('from a.test (from root) by b.test', 'from=a.test, by=b.test');
});
