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
    for (const [build, name] of [
      ['15.20.8', undefined],
      ['15.2.2500.1', 'Exchange Server Subscription Edition'],
      ['15.2.2499.1', 'Exchange Server 2019'],
      ['15.1.2501.1', 'Exchange Server 2016'],
      ['14.2.2501.1', 'Exchange Server 2010 SP2'],
      ['15.2.2501.1', 'Exchange Server Subscription Edition'],
      ['15.2.3001.1', 'Exchange Server Subscription Edition'],
      ['15.2.2401.1', 'Exchange Server 2019'],
      ['15.2.986.5', 'Exchange Server 2019 CU11'],
      ['15.1.9.1', 'Exchange Server 2016'],
      ['15.1.225.42', 'Exchange Server 2016 RTM'],
      ['15.0.9.1', 'Exchange Server 2013'],
      ['15.0.516.32', 'Exchange Server 2013 RTM'],
      ['15.0.620.29', 'Exchange Server 2013 CU1'],
      ['15.0.775.38', 'Exchange Server 2013 CU3'],
      ['15.0.913.22', 'Exchange Server 2013 CU5'],
      ['14.2.1.2', 'Exchange Server 2010 SP2'],
      ['14.1.1.2', 'Exchange Server 2010 SP1'],
      ['14.0.1.2', 'Exchange Server 2010'],
      ['8.0.1.2', 'Exchange Server 2007'],
      ['8.1.240.6', 'Exchange Server 2007 SP1'],
      ['8.2.176.2', 'Exchange Server 2007 SP2'],
      ['8.3.83.6', 'Exchange Server 2007 SP3'],
      ['8.4.1.2', undefined],
      ['98.3.1.2', undefined],
      ['15.3.1.2', undefined],
      ['99.1.2.3', undefined],
    ] as const)
      is(exchange(build), name);
    for (const words of [
      'mapi id 15.20.1.2',
      'HTTP id 15.20.1.2',
      'HTTPS id 15.20.1.2',
      'MailboxResubmission id 15.20.1.2',
      'Microsoft SMTP Server id 15.20.1.2',
    ])
      assert.equal(softwareOf(` ${words} `)?.name, 'Exchange Online', words);
    for (const words of ['SMTP id 15.20.1.2', 'not mapi id 15.20.1.2', 'mapi solid 15.20.1.2', 'mapi id 15.20.1'])
      assert.equal(softwareOf(words), undefined, words);
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
    for (const [version, system] of [
      ['5.0.2195.6713', 'Windows 2000 or Exchange 2000'],
      ['6.0.2600.2180', 'Windows XP'],
      ['6.0.3790.4675', 'Windows Server 2003 or Exchange 2003'],
      ['7.0.6002.18264', 'Windows Server 2008'],
      ['7.0.6001.18000', 'Windows Server 2008'],
      ['7.0.6003.20555', 'Windows Server 2008'],
      ['7.5.7600.16385', 'Windows Server 2008 R2'],
      ['7.5.7601.17514', 'Windows Server 2008 R2'],
      ['8.0.9200.16384', 'Windows Server 2012'],
      ['8.5.9600.16384', 'Windows Server 2012 R2'],
      ['10.0.14393.4169', 'Windows Server 2016'],
      ['10.0.17763', 'Windows Server 2019'],
      ['10.0.20348.1', 'Windows Server 2022'],
    ]) {
      const { name, note } = softwareOf(`Microsoft SMTPSVC(${version})`) ?? {};
      assert.deepEqual([name, note], [`SMTP service of Windows (IIS) ${version}`, `That is ${system}.`]);
      assert.equal(softwareOf(`Microsoft SMTPSVC (${version})`)?.note, note);
    }
    for (const version of ['1.2.3.4', '15.0.2195.1', '6.0.26001.1', '110.0.17763.1'])
      assert.equal(softwareOf(`Microsoft SMTPSVC(${version})`)?.note, undefined, version);
    assert.equal(softwareOf('not Microsoft SMTPSVC(10.0.17763)'), undefined);
  });
  it('is each by the words that it writes of itself', () => {
    for (const [words, name, note] of [
      ['Postfix/3.7.2', 'Postfix 3.7.2'],
      ['Postfix', 'Postfix'],
      ['Postfix, from userid 0', 'Postfix'],
      ['Exim 4', 'Exim 4'],
      [
        '8.18.1/8.18.1',
        'sendmail 8.18.1',
        'Before the slash stands the version of the program, behind it that of its configuration.',
      ],
      [
        '8.11.6p2/SuSE Linux 0.5',
        'sendmail 8.11.6p2',
        'Before the slash stands the version of the program, behind it that of its configuration.',
      ],
      ['Sun-8.13.8/8.13.8', 'sendmail (Sentrion) 8.13.8'],
      ['Sentrion-4.2.1/4.2', 'sendmail (Sentrion) 4.2.1'],
      ['Switch-3.3.4/Switch-3.3.4', 'sendmail (Sentrion) 3.3.4'],
      ['OpenSMTPD', 'OpenSMTPD'],
      ['Haraka', 'Haraka'],
      ['Haraka/2.8.28', 'Haraka 2.8.28'],
      ['qpsmtpd', 'qpsmtpd'],
      ['qpsmtpd/0.84-dev', 'qpsmtpd 0.84-dev'],
      ['qmail 4711 invoked from network', 'qmail', 'The number is that of the process.'],
      ['qmail 4711 invoked by alias', 'qmail', 'The number is that of the process.'],
      ['qmail', 'qmail', 'The number is that of the process.'],
      ['qmail-ldap-1.03', 'qmail 1.03', 'The number is that of the process.'],
      ['qmail-scanner-2.08', 'qmail-scanner 2.08'],
      ['qmail-scanner', 'qmail-scanner'],
      ['Stalwart SMTP v0.8.1', 'Stalwart 0.8.1'],
      ['Stalwart JMAP', 'Stalwart'],
      ['Stalwart 0.10', 'Stalwart 0.10'],
      ['maddy', 'maddy'],
      ['maddy 0.7.1', 'maddy 0.7.1'],
      ['maddyson', undefined],
      ['Kerio MailServer 6.7.3', 'Kerio Connect 6.7.3'],
      ['Kerio Connect 9.4.2 patch 1', 'Kerio Connect 9.4.2 patch 1'],
      ['MailEnable', 'MailEnable'],
      ['CommuniGate Pro SMTP 6.2.5', 'CommuniGate Pro 6.2.5'],
      ['CommuniGate Pro LOCAL 5.1.16', 'CommuniGate Pro 5.1.16'],
      ['IceWarp 13.0.1', 'IceWarp 13.0.1'],
      ['IceWarp', 'IceWarp'],
      ['Merak 8.9.1', 'Merak, an older IceWarp 8.9.1'],
      ['MDaemon PRO v16.5.1', 'MDaemon 16.5.1'],
      ['MDaemon v20.0', 'MDaemon 20.0'],
      ['MDaemon FREE v9', 'MDaemon 9'],
      ['IBM Domino Release 9.0.1FP10 HF97', 'Domino 9.0.1FP10 HF97'],
      ['HCL Domino Release 12.0.2', 'Domino 12.0.2'],
      ['HCL Domino 14.0', 'Domino 14.0'],
      ['Sun Java System Messaging Server 6.2-9.20', 'Oracle Communications Messaging Server 6.2-9.20'],
      ['Sun Java(tm) System Messaging Server 7u4', 'Oracle Communications Messaging Server 7u4'],
      ['iPlanet Messaging Server 5.2', 'Oracle Communications Messaging Server 5.2'],
      ['Sun Messaging Server 5.2', 'Oracle Communications Messaging Server 5.2'],
      ['Oracle Communications Messaging Server 8.0.2.3', 'Oracle Communications Messaging Server 8.0.2.3'],
      ['PowerMTA(TM) v3.2r24', 'PowerMTA 3.2r24', 'It sends for mailing services.'],
      ['PowerMTA v5.0r7', 'PowerMTA 5.0r7', 'It sends for mailing services.'],
      ['KumoMTA 203.0.113.4', 'KumoMTA', 'It sends for mailing services; the address is its own.'],
      [
        'ecelerity 4.2.38.62370',
        'Momentum (ecelerity) 4.2.38.62370',
        'It sends for mailing services such as SparkPost.',
      ],
      ['GreenArrow', 'GreenArrow', 'It sends for mailing services.'],
      ['Halon', 'Halon'],
      ['ZoneMTA', 'ZoneMTA'],
      ['Postal', 'Postal'],
      ['Postalservice', undefined],
      ['trex/6.0.3', 'trex of MailChannels 6.0.3', 'It relays the outgoing mail of hosters.'],
      ['Coremail', 'Coremail', 'NetEase and other providers in China use it.'],
      ['nwsmtp/Yandex', 'nwsmtp of Yandex'],
      ['amavisd-new, port 10024', 'amavis', 'A filter beside the mail server: the message went to it and back.'],
      [
        'amavisd-new-2.11.0, port 10024',
        'amavis 2.11.0',
        'A filter beside the mail server: the message went to it and back.',
      ],
      ['Proofpoint Essentials ESMTP Server', 'Proofpoint Essentials', 'A filter in front of the mail server.'],
      ['Proofpoint 8.18.1', 'Proofpoint 8.18.1', 'A filter in front of the mail server.'],
      ['Sentrion-MTA-4.4.1', 'Proofpoint 4.4.1', 'A filter in front of the mail server.'],
      ['Cyrus 3.8.1-1', 'Cyrus IMAP 3.8.1-1', 'It took the message for the mailbox.'],
      ['Dovecot', 'Dovecot', 'It took the message for the mailbox.'],
      ['Dovecot v2.3', 'Dovecot 2.3', 'It took the message for the mailbox.'],
      ['JAMES SMTP Server 2.3.2', 'Apache James 2.3.2'],
      ['Apache JAMES Server', 'Apache James'],
      ['james smtp server', 'Apache James'],
      ['InterMail vM.8.01.05.28', 'Openwave InterMail 8.01.05.28'],
      ['SMTPD32-8.05', 'IMail 8.05'],
      ['XMail 1.27', 'XMail 1.27'],
      ['[XMail 1.27 ESMTP Server]', 'XMail 1.27'],
      ['Mercury/32 v4.80', 'Mercury/32 4.80'],
      ['Mercury 1.48', 'Mercury/32 1.48'],
      ['SurgeMail', 'SurgeMail'],
      ['Axigen', 'AXIGEN'],
      ['AXIGEN', 'AXIGEN'],
      ['DragonFly Mail Agent v0.13', 'DragonFly Mail Agent (dma) 0.13'],
      ['DragonFly Mail Agent', 'DragonFly Mail Agent (dma)'],
      ['nullmailer', 'nullmailer'],
      ['fetchmail-6.4.37', 'fetchmail 6.4.37', 'It fetched the message from another mailbox.'],
      ['getmail', 'getmail', 'It fetched the message from another mailbox.'],
      ['getmail-4.46.0 msgid:4711', 'getmail 4.46.0', 'It fetched the message from another mailbox.'],
      ['getmailer', undefined],
      ['getmail 6.18', 'getmail 6.18', 'It fetched the message from another mailbox.'],
      ['Roundcube Webmail', 'Roundcube', 'It was written in webmail.'],
      ['SquirrelMail authenticated user bob', 'SquirrelMail', 'It was written in webmail.'],
      ['Horde Framework', 'Horde', 'It was written in webmail.'],
      ['Content Technologies SMTPRS 4.3.19', 'MIMEsweeper 4.3.19'],
      ['Post.Office MTA v3.5.3', 'Post.Office 3.5.3'],
      ['LiteMail v3.02', 'LiteMail 3.02'],
      ['Internet Mail Service', 'Exchange 5.5 (Internet Mail Service)'],
      ['Novell_GroupWise', 'GroupWise'],
      ['GWIA 18.4', 'GroupWise 18.4'],
    ] as const) {
      const found = softwareOf(words);
      assert.deepEqual([found?.name, found?.note], [name, note], words);
      // In the middle of other words it names nobody.
      assert.equal(softwareOf(`not ${words}`), undefined, words);
    }
  });
  it('is not known from the name of a host or what the client said of itself', () => {
    is('from a.contoso.test (Postfix) by mx.fabrikam.test with ESMTP id 1; Fri, 20 Nov 2026 10:00:05 +0000', undefined);
    is(by('mx.fabrikam.test [192.0.2.7]'), undefined);
    is(by('using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)'), undefined);
  });
});
