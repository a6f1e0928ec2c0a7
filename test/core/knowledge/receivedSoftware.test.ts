import assert from 'node:assert/strict';
import { softwareOfHop } from '../../../src/core/features/hover/header/hopSoftware.ts';
import { softwareOf } from '../../../src/core/knowledge/headerValues/receivedSoftware.ts';

describe('the program that wrote a Received field', () => {
  const is = (field: string, name: string | undefined, note?: RegExp): void => {
    const found = softwareOfHop(field);
    assert.equal(found?.name, name, field);
    if (note !== undefined) assert.match(found?.note ?? '', note);
  };
  const by = (comment: string): string =>
    `from a.contoso.test (a.contoso.test [192.0.2.1]) by mx.fabrikam.test (${comment}) with ESMTPS id 1; Fri, 20 Nov 2026 10:00:05 +0000`;

  it('names itself in a comment, with its version', () => {
    is(by('Postfix'), 'Postfix');
    is('by mx.fabrikam.test (Postfix, from userid 33) id 4XyZ; Fri, 20 Nov 2026 10:00:05 +0000', 'Postfix');
    is(by('Exim 4.98'), 'Exim 4.98');
    is(by('Exim 4.94.2 (FreeBSD)'), 'Exim 4.94.2');
    is(by('8.18.1/8.18.1/Debian-6'), 'sendmail 8.18.1', /that of its configuration/);
    is(by('8.14.4/8.14.4/Submit'), 'sendmail 8.14.4');
    is(by('Haraka/3.0.3'), 'Haraka 3.0.3');
    is(by('qpsmtpd/0.84'), 'qpsmtpd 0.84');
    is('(qmail 12345 invoked by uid 89); 20 Nov 2026 10:00:05 -0000', 'qmail', /number is that of the process/);
    is(by('OpenSMTPD'), 'OpenSMTPD');
    is(by('Stalwart SMTP'), 'Stalwart');
    is(by('Kerio Connect 9.2.7'), 'Kerio Connect 9.2.7');
    is(by('CommuniGate Pro SMTP 6.2.5'), 'CommuniGate Pro 6.2.5');
    is(by('Lotus Domino Release 8.5.3FP6'), 'Domino 8.5.3FP6');
    is(by('amavis, port 10024'), 'amavis', /filter beside the mail server/);
    is(by('Cyrus v2.3.7-Invoca-RPM-2.3.7-7.el5'), 'Cyrus IMAP 2.3.7-Invoca-RPM-2.3.7-7.el5');
  });
  it('names itself behind “with”', () => {
    is('from a.contoso.test by mx.fabrikam.test with MailEnable ESMTP; Fri, 20 Nov 2026 10:00:05 +0000', 'MailEnable');
    is(
      'from a.contoso.test by mx.fabrikam.test with Internet Mail Service (5.5.2653.19) id 1',
      'Exchange 5.5 (Internet Mail Service) 5.5.2653.19',
    );
  });
  it('is Exchange by its build', () => {
    const exchange = (build: string): string =>
      `from a.contoso.test (192.0.2.1) by mx.fabrikam.test (198.51.100.7) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id ${build} via Frontend Transport; Fri, 20 Nov 2026 10:00:05 +0000`;
    is(exchange('15.20.7181.35'), 'Exchange Online', /build is 15\.20\.7181\.35/);
    is(exchange('15.2.1544.4'), 'Exchange Server 2019 CU14');
    is(exchange('15.2.221.12'), 'Exchange Server 2019 RTM');
    is(exchange('15.2.2562.17'), 'Exchange Server Subscription Edition');
    is(exchange('15.1.2507.6'), 'Exchange Server 2016 CU23');
    is(exchange('15.0.847.32'), 'Exchange Server 2013 SP1 (CU4)');
    is(exchange('15.0.1497.2'), 'Exchange Server 2013 CU23');
    is(exchange('14.3.123.4'), 'Exchange Server 2010 SP3');
    is(exchange('15.2.9.1'), 'Exchange Server 2019');
    is(exchange('99.1.2.3'), undefined);
    is(
      'from a.contoso.test ([192.0.2.1]) by b.contoso.test ([192.0.2.2]) with mapi id 15.20.7181.35; Fri, 20 Nov 2026 10:00:05 +0000',
      'Exchange Online',
    );
  });
  it('is the SMTP service of Windows by its build', () => {
    is(
      'from a.contoso.test ([192.0.2.1]) by mx.fabrikam.test with Microsoft SMTPSVC(10.0.17763.1697); Fri, 20 Nov 2026 10:00:05 +0000',
      'SMTP service of Windows (IIS) 10.0.17763.1697',
      /Windows Server 2019/,
    );
    assert.equal(softwareOf('Microsoft SMTPSVC(1.2.3.4)')?.note, undefined);
  });
  it('is not known from the name of a host or what the client said of itself', () => {
    is('from a.contoso.test (Postfix) by mx.fabrikam.test with ESMTP id 1; Fri, 20 Nov 2026 10:00:05 +0000', undefined);
    is(by('mx.fabrikam.test [192.0.2.7]'), undefined);
    is(by('using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)'), undefined);
  });
});
