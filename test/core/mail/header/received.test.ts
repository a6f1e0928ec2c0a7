import assert from 'node:assert/strict';
import { momentProblem } from '../../../../src/core/mail/header/date.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

/** Reads one Received value and holds the stated parts against it; a part that is not named must not be found. */
function reads(value: string, expected: Record<string, unknown>): void {
  const text = `Received: ${value.replaceAll('\n', '\r\n\t')}\r\n\r\n`;
  const lines = new Lines(text);
  const hop = readMessage(text, lines, 0, text.length).hops[0];
  assert.ok(hop);
  const { field: _, date, tls, ...rest } = hop;
  const utc = date?.epoch === undefined ? {} : { utc: new Date(date.epoch).toISOString().replace('.000Z', 'Z') };
  const problem = momentProblem(date);
  assert.deepEqual({ ...rest, ...(tls ? { tls } : {}), ...utc, ...(problem && { problem }) }, expected);
}

const AT = 'Sat, 21 Apr 2018 03:01:01 +0000';
const utc = '2018-04-21T03:01:01Z';

describe('a Received field', () => {
  it('of Postfix, with TLS told in comments between from and by', () => {
    reads(
      `from smtp.adatum.test (mail.adatum.test [127.0.40.25])
(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)
 key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256)
(No client certificate requested)
by mx1.contoso.test (Postfix) with ESMTPS id 033F722802A
for <alice@contoso.test>; ${AT} (UTC)`,
      {
        from: 'smtp.adatum.test',
        reverseName: 'mail.adatum.test',
        ip: '127.0.40.25',
        by: 'mx1.contoso.test',
        with: 'ESMTPS',
        id: '033F722802A',
        for: 'alice@contoso.test',
        tls: true,
        tlsVersion: 'TLSv1.3',
        cipher: 'TLS_AES_256_GCM_SHA384',
        utc,
      },
    );
    reads(`from mail (unknown [1.2.3.4]) by mx.test (Postfix) with SMTP id A; ${AT}`, {
      from: 'mail',
      ip: '1.2.3.4',
      by: 'mx.test',
      with: 'SMTP',
      id: 'A',
      utc,
    });
    reads(`by mx1.test (Postfix, from userid 0)\nid 4CBA7228023; ${AT} (UTC)`, {
      submitter: 'uid 0',
      by: 'mx1.test',
      id: '4CBA7228023',
      utc,
    });
  });

  it('tells what stands in its first twenty comments, in front of its date and behind it', () => {
    const behind = (count: number): string =>
      `from a.test ${'(x) '.repeat(count)}(b.test [192.0.2.1]) by c.test; ${AT} ${'(y) '.repeat(count)}(envelope-from <d@e.test>)`;
    const common = { from: 'a.test', by: 'c.test', utc };
    reads(behind(19), { ...common, reverseName: 'b.test', ip: '192.0.2.1', envelopeFrom: 'd@e.test' });
    reads(behind(20), common);
  });

  it('of Exim', () => {
    reads(
      `from mx1.contoso.test ([127.0.10.25]:39073)
by mail.fabrikam.test with esmtps  (TLS1.3) tls TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
(Exim 4.96)
(envelope-from <bob@contoso.test>)
id 1xUrQv-0001dH-2v
for chain2@fabrikam.test;
${AT}`,
      {
        from: 'mx1.contoso.test',
        ip: '127.0.10.25',
        by: 'mail.fabrikam.test',
        with: 'esmtps',
        id: '1xUrQv-0001dH-2v',
        for: 'chain2@fabrikam.test',
        envelopeFrom: 'bob@contoso.test',
        tls: true,
        tlsVersion: 'TLSv1.3',
        cipher: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
        utc,
      },
    );
    reads(`from root (helo=lab.contoso.test)\nby mail.fabrikam.test with local-esmtp (Exim 4.96)\nid 1x; ${AT}`, {
      from: 'root',
      helo: 'lab.contoso.test',
      by: 'mail.fabrikam.test',
      with: 'local-esmtp',
      id: '1x',
      utc,
    });
    reads(`from localhost ([127.0.0.1]:44810 helo=lab.contoso.test) by m.test with esmtp id 1x for a@b.test; ${AT}`, {
      from: 'localhost',
      helo: 'lab.contoso.test',
      reverseName: 'localhost',
      ip: '127.0.0.1',
      by: 'm.test',
      with: 'esmtp',
      id: '1x',
      for: 'a@b.test',
      utc,
    });
    reads(`from [198.51.100.7] (port=4242 helo=[10.0.0.1]) by m.test with esmtpsa (TLS1.2:ECDHE_X:256) id 1; ${AT}`, {
      from: '[198.51.100.7]',
      helo: '[10.0.0.1]',
      ip: '198.51.100.7',
      by: 'm.test',
      with: 'esmtpsa',
      id: '1',
      tls: true,
      tlsVersion: 'TLSv1.2',
      cipher: 'ECDHE_X',
      utc,
    });
    for (const [version, told] of [
      ['SSLv3', 'SSLv3'],
      ['SSL3', 'SSLv3'],
      ['TLS1_2', 'TLSv1.2'],
      ['TLSv1', 'TLSv1.0'],
      ['tlsv1.1', 'TLSv1.1'],
    ] as const)
      reads(`from a.test by m.test with ESMTPS (version=${version} cipher=X-Y) id 1; ${AT}`, {
        from: 'a.test',
        by: 'm.test',
        with: 'ESMTPS',
        id: '1',
        tls: true,
        tlsVersion: told,
        cipher: 'X-Y',
        utc,
      });
    reads(`from Debian-exim by mail.test with local (Exim 4.96)\nid 1x\nfor a@b.test;\n${AT}`, {
      from: 'Debian-exim',
      by: 'mail.test',
      with: 'local',
      id: '1x',
      for: 'a@b.test',
      utc,
    });
  });

  it('of sendmail', () => {
    reads(
      `from relay.test (relay.test [127.0.11.25] (may be forged))
by smtp.test (8.17.1.9/8.17.1.9) with ESMTPS id 6ALKBb9m006280
(version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384 bits=256 verify=NO)
for <ada@adatum.test>; Sat, 21 Apr 2018 03:01:01 GMT`,
      {
        from: 'relay.test',
        reverseName: 'relay.test',
        ip: '127.0.11.25',
        by: 'smtp.test',
        with: 'ESMTPS',
        id: '6ALKBb9m006280',
        for: 'ada@adatum.test',
        tls: true,
        tlsVersion: 'TLSv1.3',
        cipher: 'TLS_AES_256_GCM_SHA384',
        utc,
      },
    );
    reads(`(from root@localhost)\nby smtp.test (8.17.1.9/8.17.1.9/Submit) id 6ALK;\n${AT}`, {
      submitter: 'root@localhost',
      by: 'smtp.test',
      id: '6ALK',
      utc,
    });
    reads(`from localhost (localhost)\nby smtp.test (8.17.1.9/8.17.1.9) id 6ALK; ${AT}`, {
      from: 'localhost',
      by: 'smtp.test',
      id: '6ALK',
      utc,
    });
  });

  it('of OpenSMTPD', () => {
    reads(
      `from mx.test (mx.test [local])\nby mx.test (OpenSMTPD) with ESMTPA id ce34902f\nfor <a@b.test>;\n${AT} (UTC)`,
      {
        from: 'mx.test',
        reverseName: 'mx.test',
        by: 'mx.test',
        with: 'ESMTPA',
        id: 'ce34902f',
        for: 'a@b.test',
        utc,
      },
    );
    reads(`from a.test (<unknown> [192.0.2.1]) by mx.test with ESMTPS id c (TLSv1.3:AEAD-AES256:256:NO); ${AT}`, {
      from: 'a.test',
      ip: '192.0.2.1',
      by: 'mx.test',
      with: 'ESMTPS',
      id: 'c',
      tls: true,
      tlsVersion: 'TLSv1.3',
      cipher: 'AEAD-AES256',
      utc,
    });
  });

  it('of qmail', () => {
    reads('(qmail 12345 invoked by uid 99); 21 Apr 2018 03:01:01 -0000', { submitter: 'uid 99', utc });
    reads('(qmail 5 invoked for bounce); 21 Apr 2018 03:01:01 -0000', { submitter: 'bounce', utc });
    reads('(qmail 5 invoked from network); 21 Apr 2018 03:01:01 -0000', { submitter: 'network', utc });
    reads('from unknown (HELO mail.test) (joe@192.0.2.9)\nby 0 with SMTP; 21 Apr 2018 03:01:01 -0000', {
      from: 'unknown',
      helo: 'mail.test',
      ip: '192.0.2.9',
      by: '0',
      with: 'SMTP',
      utc,
    });
    reads('by qmail.test (qmail 4 invoked by uid 99); 21 Apr 2018 03:01:01 -0000', {
      by: 'qmail.test',
      submitter: 'uid 99',
      utc,
    });
  });

  it('of Exchange, whose version is no address', () => {
    reads(
      `from EX1.corp.test (2603:10a6:208:c3::14) by
EX2.corp.test (2603:10a6:20b:3cf::7) with Microsoft SMTP Server
(version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.1.225.42; ${AT}`,
      {
        from: 'EX1.corp.test',
        ip: '2603:10a6:208:c3::14',
        by: 'EX2.corp.test',
        byIp: '2603:10a6:20b:3cf::7',
        with: 'Microsoft SMTP Server',
        id: '15.1.225.42',
        tls: true,
        tlsVersion: 'TLSv1.2',
        cipher: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
        utc,
      },
    );
    reads(`from EX1 ([fe80::1%12]) by EX2 ([fe80::2%12]) with mapi id 15.01.0225.042 via Frontend Transport; ${AT}`, {
      from: 'EX1',
      ip: 'fe80::1',
      by: 'EX2',
      byIp: 'fe80::2',
      with: 'mapi',
      id: '15.01.0225.042',
      via: 'Frontend Transport',
      utc,
    });
    reads(`from EX1 by EX2 with Microsoft SMTPSVC(6.0.3790.4675); ${AT}`, {
      from: 'EX1',
      by: 'EX2',
      with: 'Microsoft SMTPSVC',
      utc,
    });
    reads(`from a.test (192.0.2.1) by EX1.corp.test (10.0.0.1) with Microsoft SMTP Server\n(TLS) id 8.1.393.1; ${AT}`, {
      from: 'a.test',
      ip: '192.0.2.1',
      by: 'EX1.corp.test',
      byIp: '10.0.0.1',
      with: 'Microsoft SMTP Server',
      id: '8.1.393.1',
      tls: true,
      utc,
    });
    reads(`by EX2 id 15.1.225.42; ${AT}`, { by: 'EX2', id: '15.1.225.42', utc });
  });

  it('of Gmail', () => {
    reads(`by 2002:a05:6402:1d4a:b0:5a1:2b3c with SMTP id dz10csp1; Fri, 20 Apr 2018 20:01:01 -0700 (PDT)`, {
      by: '2002:a05:6402:1d4a:b0:5a1:2b3c',
      with: 'SMTP',
      id: 'dz10csp1',
      utc,
    });
    reads(
      `from mail-x.test (mail-x.test. [2001:db8::41]) by mx.test with SMTPS id q1
for <a@b.test> (Google Transport Security); ${AT}`,
      {
        from: 'mail-x.test',
        reverseName: 'mail-x.test',
        ip: '2001:db8::41',
        by: 'mx.test',
        with: 'SMTPS',
        id: 'q1',
        for: 'a@b.test',
        tls: true,
        utc,
      },
    );
  });

  it('of SendGrid, without a semicolon', () => {
    reads('by filter1.test with SMTP id filter1-27-5AC 2018-04-21 03:01:01.154 +0000 UTC', {
      by: 'filter1.test',
      with: 'SMTP',
      id: 'filter1-27-5AC',
      utc: '2018-04-21T03:01:01.154Z',
    });
    reads(`from MONitor.test by SatHost.test with HTTP ${AT}`, {
      from: 'MONitor.test',
      by: 'SatHost.test',
      with: 'HTTP',
      utc,
    });
  });

  it('of servers that put things elsewhere', () => {
    const client = { from: 'c.test', reverseName: 'c.test', ip: '192.0.2.1' };
    // Haraka: the address of MAIL and the cipher are clauses
    reads(
      `from c.test (c.test [192.0.2.1])\nby mx.test (Haraka/2.8.25) with ESMTPS id 0B5D-4E1A.1\nenvelope-from <a@b.test>
tls TLS_AES_256_GCM_SHA384 (authenticated bits=0)\n(cipher=TLS_AES_256_GCM_SHA384 verify=OK);\n${AT}`,
      {
        ...client,
        by: 'mx.test',
        with: 'ESMTPS',
        id: '0B5D-4E1A.1',
        envelopeFrom: 'a@b.test',
        tls: true,
        cipher: 'TLS_AES_256_GCM_SHA384',
        utc,
      },
    );
    // Courier: the id stands behind the date
    reads(
      `from c.test (c.test [::ffff:192.0.2.1])\n(TLS: TLSv1.2,256bits,ECDHE-RSA-AES256-GCM-SHA384)\nby mx.test with ESMTPS; ${AT}\nid 0A1B.5ADA.1234`,
      {
        ...client,
        ip: '::ffff:192.0.2.1',
        by: 'mx.test',
        with: 'ESMTPS',
        id: '0A1B.5ADA.1234',
        tls: true,
        tlsVersion: 'TLSv1.2',
        cipher: 'ECDHE-RSA-AES256-GCM-SHA384',
        utc,
      },
    );
    // Zimbra: LMTP has its own HELO
    reads(`from mta1.test (LHLO mbox.test) (192.0.2.8) by\nmbox.test with LMTP; ${AT} (UTC)`, {
      from: 'mta1.test',
      helo: 'mbox.test',
      reverseName: 'mta1.test',
      ip: '192.0.2.8',
      by: 'mbox.test',
      with: 'LMTP',
      utc,
    });
    // IMail and fetchmail: the address stands without parentheses
    reads(`from host.test [192.0.2.5] by imail.test with ESMTP\n(SMTPD-8.22) id A1B2; ${AT}`, {
      from: 'host.test',
      ip: '192.0.2.5',
      by: 'imail.test',
      with: 'ESMTP',
      id: 'A1B2',
      utc,
    });
    reads(
      `from pop.test [192.0.2.5]\nby desk.test with POP3 (fetchmail-6.3.26)\nfor <joe@localhost> (single-drop); ${AT}`,
      {
        from: 'pop.test',
        ip: '192.0.2.5',
        by: 'desk.test',
        with: 'POP3',
        for: 'joe@localhost',
        utc,
      },
    );
    // IronPort: TLS within the protocol
    reads(`from unknown (HELO mail.test) ([192.0.2.5])\nby esa1.test with ESMTP/TLS/DHE-RSA-AES256-SHA; ${AT}`, {
      from: 'unknown',
      helo: 'mail.test',
      ip: '192.0.2.5',
      by: 'esa1.test',
      with: 'ESMTP/TLS/DHE-RSA-AES256-SHA',
      tls: true,
      cipher: 'DHE-RSA-AES256-SHA',
      utc,
    });
    // Mimecast
    reads(`from c.test (c.test [192.0.2.1]) (Using TLS) by\nrelay.test with ESMTP id us-mta-1_1; ${AT}`, {
      ...client,
      by: 'relay.test',
      with: 'ESMTP',
      id: 'us-mta-1_1',
      tls: true,
      utc,
    });
    reads(
      `from c.test (c.test [192.0.2.1]) by\nrelay.test with ESMTP with STARTTLS (version=TLSv1.2,\ncipher=X_WITH_Y) id uk-1; ${AT}`,
      {
        ...client,
        by: 'relay.test',
        with: 'ESMTP',
        id: 'uk-1',
        tls: true,
        tlsVersion: 'TLSv1.2',
        cipher: 'X_WITH_Y',
        utc,
      },
    );
    reads(`from c.test (c.test [192.0.2.1]) (not using STARTTLS) by x.test with ESMTP; ${AT}`, {
      ...client,
      by: 'x.test',
      with: 'ESMTP',
      utc,
    });
    // qmail with the TLS patch
    reads(`from c.test (192.0.2.1)\nby mx.test with (DHE-RSA-AES256-GCM-SHA384 encrypted) SMTP; ${AT}`, {
      from: 'c.test',
      ip: '192.0.2.1',
      by: 'mx.test',
      with: 'SMTP',
      tls: true,
      cipher: 'DHE-RSA-AES256-GCM-SHA384',
      utc,
    });
    // SmarterMail, SurgeMail, CommuniGate, Domino, MDaemon
    reads(
      `from c.test (c.test [192.0.2.1]) by sm.test with SMTP\n(version=TLS\\Tls12\ncipher=Aes256 bits=256);\n${AT}`,
      {
        ...client,
        by: 'sm.test',
        with: 'SMTP',
        tls: true,
        tlsVersion: 'TLSv1.2',
        cipher: 'Aes256',
        utc,
      },
    );
    reads(`from c.test (unverified [192.0.2.1])\nby surge.test (SurgeMail 6.5) with ESMTP id 1-2; ${AT}`, {
      from: 'c.test',
      ip: '192.0.2.1',
      by: 'surge.test',
      with: 'ESMTP',
      id: '1-2',
      utc,
    });
    reads(
      `from [192.0.2.9] (HELO laptop.test) (account joe@b.test)\nby cgp.test (CommuniGate Pro SMTP 6.1.19)\nwith ESMTPSA id 12 for a@b.test; ${AT}`,
      {
        from: '[192.0.2.9]',
        helo: 'laptop.test',
        ip: '192.0.2.9',
        by: 'cgp.test',
        with: 'ESMTPSA',
        id: '12',
        for: 'a@b.test',
        tls: true,
        utc,
      },
    );
    reads(
      `from mail.a.test ([192.0.2.5])\n by domino.test (Lotus Domino Release 8.5.3FP6)\n with ESMTP id 2018042103010112-1234 ;\n ${AT}`,
      {
        from: 'mail.a.test',
        ip: '192.0.2.5',
        by: 'domino.test',
        with: 'ESMTP',
        id: '2018042103010112-1234',
        utc,
      },
    );
    reads(
      `from mail.a.test by b.test (MDaemon PRO v10.0.1)\nwith ESMTP id md50001234567.msg\nfor <joe@b.test>; ${AT}`,
      {
        from: 'mail.a.test',
        by: 'b.test',
        with: 'ESMTP',
        id: 'md50001234567.msg',
        for: 'joe@b.test',
        utc,
      },
    );
    // PowerMTA: the address of MAIL stands behind the date
    reads(
      `from localhost (10.0.22.21) by vmta6.test (PowerMTA(TM) v3.5r17) id hrak for <j@b.test>; Fri, 20 Apr 2018 23:01:01 -0400 (envelope-from <x@a.test>)`,
      {
        from: 'localhost',
        ip: '10.0.22.21',
        by: 'vmta6.test',
        id: 'hrak',
        for: 'j@b.test',
        envelopeFrom: 'x@a.test',
        utc,
      },
    );
    reads(`from (127.0.0.1) by mx2.test (PowerMTA(TM) v3.5r16) id heh; ${AT}`, {
      ip: '127.0.0.1',
      by: 'mx2.test',
      id: 'heh',
      utc,
    });
    // Barracuda, Proofpoint, Amazon SES, Yahoo, Gmail's interface
    reads(
      `from c.test (c.test [192.0.2.1]) by barracuda.test with ESMTP id AbC (version=TLSv1 cipher=AES256-SHA bits=256 verify=NO) for <joe@b.test>; ${AT}`,
      {
        ...client,
        by: 'barracuda.test',
        with: 'ESMTP',
        id: 'AbC',
        for: 'joe@b.test',
        tls: true,
        tlsVersion: 'TLSv1.0',
        cipher: 'AES256-SHA',
        utc,
      },
    );
    reads(
      `from pps.filterd (m0001.test [127.0.0.1])\nby mx0a.test (8.16.0.22/8.16.0.22) with SMTP id w3L2\nfor <joe@b.test>; ${AT}`,
      {
        from: 'pps.filterd',
        reverseName: 'm0001.test',
        ip: '127.0.0.1',
        by: 'mx0a.test',
        with: 'SMTP',
        id: 'w3L2',
        for: 'joe@b.test',
        utc,
      },
    );
    reads(`from 127.0.0.1  (EHLO mail.test) (192.0.2.5)\n by mta1.test with SMTP; ${AT}`, {
      from: '127.0.0.1',
      helo: 'mail.test',
      ip: '192.0.2.5',
      by: 'mta1.test',
      with: 'SMTP',
      utc,
    });
    reads(`from 1234567890 named unknown by gmailapi.test with HTTPREST; ${AT}`, {
      from: '1234567890',
      by: 'gmailapi.test',
      with: 'HTTPREST',
      utc,
    });
  });

  it('that states a clause twice keeps what it said first', () => {
    reads(`by me by you with this with that; ${AT}`, { by: 'me', with: 'this', utc });
    reads(`from a by b with ESMTP id 1 with SMTP id 2; ${AT}`, { from: 'a', by: 'b', with: 'ESMTP', id: '1', utc });
    reads(`From a.test (2001:db8::34) By b.test With\nHTTPS Via c.test; ${AT}`, {
      from: 'a.test',
      ip: '2001:db8::34',
      by: 'b.test',
      with: 'HTTPS',
      via: 'c.test',
      tls: true,
      utc,
    });
  });

  it('with addresses of every shape', () => {
    reads(`from [IPv6:2001:db8::1] by a.test with ESMTP; ${AT}`, {
      from: '[IPv6:2001:db8::1]',
      ip: '2001:db8::1',
      by: 'a.test',
      with: 'ESMTP',
      utc,
    });
    reads(`from a (b [IPv6:::ffff:192.0.2.1]) by c; ${AT}`, {
      from: 'a',
      reverseName: 'b',
      ip: '::ffff:192.0.2.1',
      by: 'c',
      utc,
    });
    reads(`from a ([999.1.1.1]) by c; ${AT}`, { from: 'a', by: 'c', utc });
    reads(`from 10.1.1.1 (EHLO b.test) (192.0.2.4) by c; ${AT}`, {
      from: '10.1.1.1',
      helo: 'b.test',
      ip: '192.0.2.4',
      by: 'c',
      utc,
    });
  });

  it('with names that are or hold keywords', () => {
    reads(`from for.test by with.test with ESMTP id via-1; ${AT}`, {
      from: 'for.test',
      by: 'with.test',
      with: 'ESMTP',
      id: 'via-1',
      utc,
    });
    reads(`from by by with with SMTP id id; ${AT}`, { from: 'by', by: 'with', with: 'SMTP', id: 'id', utc });
    reads(`from by mx.test with SMTP; ${AT}`, { by: 'mx.test', with: 'SMTP', utc });
    reads(`from a.test (by (from) x.test; with) by b.test; ${AT}`, { from: 'a.test', by: 'b.test', utc });
    reads(`from a.test (x (y) with z (v) id 1) by b.test; ${AT}`, { from: 'a.test', by: 'b.test', utc });
    reads(`from a by utcserver for <"odd; (name"@c.test>; ${AT}`, {
      from: 'a',
      by: 'utcserver',
      for: '"odd; (name"@c.test',
      utc,
    });
  });

  it('with odd dates', () => {
    reads(`from a by b; ${AT} (sent; by; fax)`, { from: 'a', by: 'b', utc });
    reads('from a by b; garbage', { from: 'a', by: 'b', problem: 'bad-date' });
    reads('from a by b', { from: 'a', by: 'b', problem: 'no-date' });
    reads('from a by b;', { from: 'a', by: 'b', problem: 'no-date' });
    reads(`from a by b; ${AT};`, { from: 'a', by: 'b', utc });
    reads('', { problem: 'no-date' });
    reads('from a by b with SMTP; ; ', { from: 'a', by: 'b', with: 'SMTP', problem: 'no-date' });
    reads('from a by b with SMTP id 7; (nothing)', { from: 'a', by: 'b', with: 'SMTP', id: '7', problem: 'no-date' });
    reads(`from a by b; ${AT}; garbage; more; and more`, { from: 'a', by: 'b', utc });
    reads('from a by b; garbage; [x]', { from: 'a', by: 'b', problem: 'bad-date' });
  });

  it('with parentheses and quotes that nobody closed', () => {
    reads(`from a (b by c; ${AT}`, { from: 'a', by: 'c', utc });
    reads(`from "a by c; ${AT}`, { from: '"a', by: 'c', utc });
    reads(`from a) by <c; ${AT}`, { from: 'a)', by: '<c', utc });
  });

  // Quadratic cost would run into the time limit of the runner many times over.
  it('comes to an end with hostile text', () => {
    for (const unit of ['(', '"', '<', '<"', ';', '((a)', 'by ', '[', '\\(', 'id (x [1.2.3.4]) ', '1 Jan 2020 ']) {
      const text = `Received: from a ${unit.repeat(200_000)}\n`;
      const lines = new Lines(text);
      assert.equal(readMessage(text, lines, 0, text.length).hops.length, 1);
    }
  }).timeout(60_000);
});
