import assert from 'node:assert/strict';
import type { Message } from '../../../src/core/mail/message.ts';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { ownPart } from '../../../src/core/trace/border.ts';
import { trustedResults, trustOf } from '../../../src/core/trace/trust.ts';

const read = (text: string): Message => readMessage(text, new Lines(text), 0, text.length);

describe('which Authentication-Results to trust', () => {
  /** The judgement on each, in the order of the text. */
  const judged = (header: string, ...expected: readonly string[]): void => {
    const message = read(`${header}\n\n`);
    assert.deepEqual(
      message.authResults.map((results) => trustOf(message, results)),
      expected,
    );
  };
  const own = 'Received: from a.test by mx.contoso.test; Fri, 20 Nov 2026 10:00:00 +0000';
  const inner = 'Received: from mx.contoso.test by store.contoso.test; Fri, 20 Nov 2026 10:00:01 +0000';
  const outer = 'Received: from pc by mail.fabrikam.test; Fri, 20 Nov 2026 09:59:00 +0000';
  const results = (server: string): string => `Authentication-Results: ${server}; spf=pass`;

  it('those of the own servers, above or right below their line', () => {
    judged([results('mx.contoso.test'), own, outer].join('\n'), 'own');
    judged([own, results('contoso.test'), outer].join('\n'), 'own');
    judged([inner, results('mx.contoso.test'), own, outer].join('\n'), 'own');
  });
  it('not those below the hop at which the message came in', () => {
    judged([results('mx.contoso.test'), own, outer, results('mx.contoso.test')].join('\n'), 'own', 'below');
    judged([own, outer, results('contoso.test')].join('\n'), 'below');
    judged([own, results('mail.fabrikam.test'), outer].join('\n'), 'below');
    judged([results('filter.test'), own].join('\n'), 'other-server');
  });
  it('without a name only where such are written', () => {
    judged(['Authentication-Results: spf=pass', own].join('\n'), 'own-unnamed');
    judged([own, 'Authentication-Results: spf=pass'].join('\n'), 'below');
    judged(
      [
        'Received: from a.test by x.mail.protection.outlook.com; Fri, 20 Nov 2026 10:00:00 +0000',
        'Authentication-Results: spf=pass',
      ].join('\n'),
      'own-unnamed',
    );
  });
  it('those of the host that handed it over by LMTP, or whose domain has a twin at home', () => {
    const hop = (from: string, by: string): string =>
      `Received: from ${from} by ${by}; Fri, 20 Nov 2026 10:00:01 +0000`;
    const mx = [
      results('mx3.contoso.test'),
      hop('mail.fabrikam.test (mail.fabrikam.test [203.0.113.4])', 'mx3.contoso.test'),
    ];
    judged([hop('mx3 ([10.2.2.2])', 'store4.internal (LMTPProxy)'), ...mx, outer].join('\n'), 'own');
    judged([hop('mx3 ([10.2.2.2])', 'store4.internal with LMTP id 1'), ...mx, outer].join('\n'), 'own');
    judged([hop('mx3 ([10.2.2.2])', 'store4.internal with SMTP id 1'), ...mx, outer].join('\n'), 'below');
    judged([hop('mx3 ([203.0.113.5])', 'store4.internal with LMTP id 1'), ...mx, outer].join('\n'), 'below');
    judged([hop('mx3.contoso.test (10.2.2.2)', 'ex1.contoso.local with SMTP id 1'), ...mx, outer].join('\n'), 'own');
    judged([hop('mx3.contoso.test (10.2.2.2)', 'ex1.adatum.local with SMTP id 1'), ...mx, outer].join('\n'), 'below');
    judged([hop('mx4.contoso.test (10.2.2.2)', 'ex1.contoso.local with SMTP id 1'), ...mx, outer].join('\n'), 'below');
    judged(
      [hop('mx3.contoso.test (203.0.113.5)', 'ex1.contoso.local with SMTP id 1'), ...mx, outer].join('\n'),
      'below',
    );
  });
  it('at the end of the header, by the name of the host that took it in, which must strip others (RFC 8601 5)', () =>
    judged([own, outer, results('mx.contoso.test')].join('\n'), 'own'));
  it('a local address names nobody', () =>
    judged(
      [
        'Received: by 2002:a05:6a10::1 with SMTP id x; Fri, 20 Nov 2026 10:00:00 +0000',
        own,
        results('mx.contoso.test'),
        outer,
      ].join('\n'),
      'own',
    ));
  it('none is known without Received', () => judged(results('mx.contoso.test'), 'unknown'));
  it('a copy of an ARC set is as good as its seals', () =>
    judged([own, 'ARC-Authentication-Results: i=1; mx.contoso.test; spf=pass'].join('\n'), 'sealed'));
  it('the topmost own one counts', () => {
    const message = read(
      `${[results('filter.test'), results('mx.contoso.test'), own, results('mx.contoso.test')].join('\n')}\n\n`,
    );
    assert.deepEqual(trustedResults(message)?.fields, [message.authResults[1]]);
  });
  it('fields of one provider that has a name for each method are one', () => {
    const text = [
      'Authentication-Results: dmarc.icloud.com; dmarc=fail header.from=fabrikam.test',
      'Authentication-Results: dkim-verifier.icloud.com; dkim=none',
      'Authentication-Results: spf.icloud.com; spf=pass smtp.mailfrom=a@bulk.test',
      'Received: from a.fabrikam.test (a.fabrikam.test [192.0.2.7]) by st43p00im.me.com (Postfix) with ESMTPS id 1; Fri, 20 Nov 2026 10:00:00 +0000',
      '',
      '',
    ].join('\n');
    const own = trustedResults(readMessage(text, new Lines(text), 0, text.length));
    assert.deepEqual(
      own?.results.map(({ method }) => method),
      ['dmarc', 'dkim', 'spf'],
    );
  });

  it('fields of one server, a method each, are one', () => {
    const message = read(
      `${own}\nAuthentication-Results: mx.contoso.test; spf=fail\nAuthentication-Results: mx.contoso.test; dmarc=fail\nAuthentication-Results: mx.contoso.test; dmarc=fail\n\n`,
    );
    assert.deepEqual(
      trustedResults(message)?.results.map(({ method, result }) => `${method}=${result}`),
      ['spf=fail', 'dmarc=fail'],
    );
  });
  it('what the host at the border found goes before what an inner one found', () => {
    const message = read(
      `${['Authentication-Results: store.contoso.test; spf=fail', inner, 'Authentication-Results: mx.contoso.test; spf=pass', own, outer].join('\n')}\n\n`,
    );
    assert.equal(trustedResults(message)?.server, 'mx.contoso.test');
  });
});

describe('the border', () => {
  /** The hosts behind `by` and the client of the hop at which the message came in. */
  const comesIn = (header: readonly string[], by: string, ip: string): void => {
    const own = ownPart(read(`${header.join('\n')}\nFrom: a@fabrikam.test\n\n`));
    assert.deepEqual([own?.border.by, own?.border.ip], [by, ip]);
  };
  const hop = (from: string, ip: string, by: string, with_ = 'ESMTPS'): string =>
    `Received: from ${from} (${from} [${ip}]) by ${by} with ${with_} id 1; Fri, 20 Nov 2026 10:00:00 +0000`;
  const exchange = (from: string, ip: string, by: string): string =>
    `Received: from ${from} (${ip}) by ${by} (2603:10a6:10::1) with Microsoft SMTP Server id 15.20.1.1; Fri, 20 Nov 2026 10:00:00 +0000`;
  const inside = [
    exchange('DB9P191MB0001.EURP191.PROD.OUTLOOK.COM', '2603:10a6:20::5', 'AM0P191MB0002.EURP191.PROD.OUTLOOK.COM'),
    exchange('DB3PEPF00001.eurprd02.prod.outlook.com', '2603:10a6:10:c::1', 'DUZPR01CA0001.outlook.office365.com'),
  ];
  const edge = 'DB3PEPF00001.mail.protection.outlook.com';

  it('lies where Microsoft took the message from outside, whatever the domains of its hosts inside', () =>
    comesIn(
      [...inside, exchange('mail.fabrikam.test', '192.0.2.7', edge), hop('pc', '10.0.0.1', 'mail.fabrikam.test')],
      edge,
      '192.0.2.7',
    ));

  it('lies above a host that tells no domain and sent from a public address', () =>
    comesIn(
      [hop('web1', '192.0.2.7', 'mx.contoso.test'), hop('localhost', '127.0.0.1', 'web1')],
      'mx.contoso.test',
      '192.0.2.7',
    ));

  it('lies between two customers of Microsoft', () =>
    comesIn(
      [
        ...inside,
        exchange('EUR05-AM6-obe.outbound.protection.outlook.com', '203.0.113.9', edge),
        exchange('AS8P191MB1.EURP191.PROD.OUTLOOK.COM', '2603:10a6:20::9', 'AS8P191MB2.EURP191.PROD.OUTLOOK.COM'),
      ],
      edge,
      '203.0.113.9',
    ));

  it('lies between two customers of Google', () =>
    comesIn(
      [
        'Received: by 2002:a05:6a10::1 with SMTP id x; Fri, 20 Nov 2026 10:00:00 +0000',
        hop('mail-sor-f41.google.com', '203.0.113.9', 'mx.google.com'),
        'Received: by mail-sor-f41.google.com with SMTP id y; Fri, 20 Nov 2026 10:00:00 +0000',
      ],
      'mx.google.com',
      '203.0.113.9',
    ));

  it('is not moved by lines in the name of the receiver that a stranger brought along', () =>
    comesIn(
      [
        hop('mail.fabrikam.test', '192.0.2.7', 'mx.contoso.test'),
        hop('good.fabrikam.test', '203.0.113.1', 'mx2.contoso.test'),
      ],
      'mx.contoso.test',
      '192.0.2.7',
    ));

  it('lies before a filter that checked the message as one that comes in', () => {
    const way = [
      hop('mx0b-00112233.pphosted.com', '203.0.113.4', 'mail.contoso.test'),
      'Received: from pps.filterd (m0112233.ppops.net [127.0.0.1]) by mx0b-00112233.pphosted.com with ESMTP id 2; Fri, 20 Nov 2026 10:00:00 +0000',
      hop('mail.fabrikam.test', '192.0.2.7', 'mx0b-00112233.pphosted.com'),
      hop('pc', '10.0.0.1', 'mail.fabrikam.test'),
    ];
    const checked = 'Authentication-Results: ppops.net; spf=pass smtp.mailfrom=a@fabrikam.test';
    comesIn([...way, checked], 'mx0b-00112233.pphosted.com', '192.0.2.7');
    comesIn(
      [...way, 'X-Proofpoint-Spam-Details: rule=notspam policy=default score=0'],
      'mx0b-00112233.pphosted.com',
      '192.0.2.7',
    );
    // Behind a sender it is the sender's.
    comesIn(way, 'mail.contoso.test', '203.0.113.4');
    comesIn([...way, 'X-Proofpoint-Spam-Details: rule=outbound_notspam'], 'mail.contoso.test', '203.0.113.4');
  });

  it('lies before a filter whose host only takes mail in, or is named after the receiver', () => {
    const barracuda = (host: string): readonly string[] => [
      hop(host, '203.0.113.4', 'mail.contoso.test'),
      hop('mail.fabrikam.test', '192.0.2.7', host),
    ];
    comesIn(
      barracuda('mx-inbound22-18.eu-west-2b.ess.aws.cudaops.com'),
      'mx-inbound22-18.eu-west-2b.ess.aws.cudaops.com',
      '192.0.2.7',
    );
    comesIn(barracuda('mx-outbound22-18.eu-west-2b.ess.aws.cudaops.com'), 'mail.contoso.test', '203.0.113.4');
    const cisco = (host: string): readonly string[] => [
      ...barracuda(host),
      `Authentication-Results: ${host}; spf=pass smtp.mailfrom=a@fabrikam.test`,
      'From: a@fabrikam.test',
      'To: b@contoso.test',
    ];
    comesIn(cisco('esa1.contoso.iphmx.com'), 'esa1.contoso.iphmx.com', '192.0.2.7');
    // Cisco checks what its customers send as well.
    comesIn(cisco('esa1.fabrikam.iphmx.com'), 'mail.contoso.test', '203.0.113.4');
    comesIn(cisco('esa1.hc1234-12.iphmx.com'), 'mail.contoso.test', '203.0.113.4');
  });

  it('lies before a filter whose name Microsoft looked up, as the report of its own filter says', () => {
    const gate = 'mx-inbound1-2.us-east-2a.ess.aws.cudaops.com';
    const way = [
      `Received: from ${gate} (203.0.113.4) by DB5PEPF00014B90.mail.protection.outlook.com (10.167.8.228) with Microsoft SMTP Server id 15.20; Fri, 20 Nov 2026 10:00:00 +0000`,
      hop('mail.fabrikam.test', '192.0.2.7', gate),
    ];
    const report = (name: string): string =>
      `X-Forefront-Antispam-Report: CIP:203.0.113.4;CTRY:US;LANG:en;SCL:1;H:${gate};PTR:${name};CAT:NONE;DIR:INB;`;
    comesIn([...way, report(gate)], gate, '192.0.2.7');
    comesIn([...way, report('InfoDomainNonexistent')], 'DB5PEPF00014B90.mail.protection.outlook.com', '203.0.113.4');
    const six = (text: string, ip: string): string => text.replace('203.0.113.4', ip);
    comesIn(
      [six(way[0] as string, '2001:db8:5::a'), way[1] as string, six(report(gate), '2001:DB8:5::A')],
      gate,
      '192.0.2.7',
    );
  });

  it('lies before a gateway of the domain of the recipient, where its name was looked up', () => {
    const store = (client: string): string =>
      `Received: from gate.adatum.test (${client} [203.0.113.4]) by store.hoster.test with ESMTP id 1 for <b@adatum.test>; Fri, 20 Nov 2026 10:00:00 +0000`;
    const gate = hop('mail.fabrikam.test', '192.0.2.7', 'gate.adatum.test');
    comesIn([store('gate.adatum.test'), gate], 'gate.adatum.test', '192.0.2.7');
    comesIn([store('unknown'), gate], 'store.hoster.test', '203.0.113.4');
  });

  it('lies where Microsoft says that the client was, behind a gateway that it was told of', () =>
    comesIn(
      [
        ...inside,
        'Authentication-Results: spf=pass (sender IP is 192.0.2.7) smtp.mailfrom=fabrikam.test; dmarc=pass',
        exchange('gate.contoso.test', '203.0.113.4', edge),
        hop('mail.fabrikam.test', '192.0.2.7', 'gate.contoso.test'),
        hop('pc', '10.0.0.1', 'mail.fabrikam.test'),
      ],
      'gate.contoso.test',
      '192.0.2.7',
    ));

  it('does not lie at the program that fetched the message from a mailbox', () =>
    comesIn(
      [
        hop('imap.hoster.test', '203.0.113.5', 'laptop.adatum.test', 'IMAP'),
        hop('mail.fabrikam.test', '192.0.2.7', 'mx.hoster.test'),
      ],
      'mx.hoster.test',
      '192.0.2.7',
    ));
});
