import assert from 'node:assert/strict';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { ticketJson } from '../../../src/core/report/ticketJson.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { type MessageStory, storyOf } from '../../../src/core/verdict/arrival/story.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

const story = (...header: readonly string[]): MessageStory => {
  const text = `${header.join('\n')}\n\nbody\n`;
  return storyOf(readMessage(text, new Lines(text), 0, text.length));
};

/** One Received line; `time` is a time of one day. */
const received = (by: string, from: string, time: string, ip = '203.0.113.4'): string =>
  `Received: from ${from} (${from} [${ip}])\n\tby ${by} (Postfix) with ESMTPS id 4F1;\n\tSat, 21 Nov 2026 ${time} +0000`;

const inbox = received('mx.contoso.test', 'mail.fabrikam.test', '10:00:01');
const outlook =
  'Received: from mail.fabrikam.test (203.0.113.4) by VI1EUR05FT033.mail.protection.outlook.com (10.233.243.184) with Microsoft SMTP Server id 15.20.1; Sat, 21 Nov 2026 10:00:01 +0000';
const icloud = received('ci74p00im-qukt0901.me.com', 'mail.fabrikam.test', '10:00:01');
const yahoo = received('mta1.mail.ne1.yahoo.com', 'mail.fabrikam.test', '10:00:01');

describe('where a message went', () => {
  const folder = (...header: readonly string[]): string => {
    const { where } = story(...header);
    return `${where.folder}: ${where.words}`;
  };

  it('is told by the field of the last program, with what put it there', () => {
    const delivery = (value: string): string => folder(outlook, `X-Microsoft-Antispam-Mailbox-Delivery: ${value}`);
    assert.match(
      delivery('ucf:0;jmr:0;auth:0;dest:J;OFR:SpamFilterAuthJ;ENG:(1);RF:JunkEmail;'),
      /^junk: .*spam filter/,
    );
    assert.match(delivery('ucf:0;jmr:1;auth:0;dest:J;ENG:(1)'), /^junk: .*by the junk mail rule of the mailbox/);
    assert.match(delivery('ucf:1;jmr:0;dest:J;'), /^junk: .*by a rule of the mailbox/);
    assert.match(delivery('ucf:1;jmr:0;dest:C;OFR:CustomRules;'), /^folder: .*by a rule of the mailbox/);
    assert.match(delivery('wl:1;pcwl:1;dest:I;OFR:TrustedSenderList;'), /^inbox: .*list of safe senders/);
    assert.match(delivery('ucf:1;jmr:0;dest:D;OFR:CustomRules;'), /^deleted: .*probably .* by a rule of the mailbox/);
    assert.equal(delivery('ucf:0;dest:Q;'), 'unknown: It was put where dest:Q says, which is documented nowhere.');
    assert.match(folder(outlook, 'X-Message-Delivery: Vj0xLjE7dXM9MDtsPTA7YT0wO0Q9MjtHRD0yO1NDTD02'), /^junk: /);
    assert.match(folder(icloud, 'X-Apple-MoveToFolder: Junk', 'X-Apple-Action: MOVE_TO_FOLDER/Junk'), /^junk: iCloud/);
    assert.match(folder(icloud, 'X-Apple-Action: MOVE_TO_FOLDER/INBOX'), /^inbox: iCloud/);
    assert.match(folder(icloud, 'X-Apple-Action: MOVE_TO_FOLDER/Trash'), /^deleted: iCloud/);
    assert.match(folder(icloud, 'X-Apple-MoveToFolder: Work'), /^folder: .*“Work”/);
    assert.doesNotMatch(folder(icloud, 'X-Apple-Action: vacation'), /iCloud put/);
    assert.match(folder(yahoo, 'X-YahooFilteredBulk: 203.0.113.4'), /^junk: Yahoo/);
    assert.match(folder(inbox, 'X-Gmail-Labels: Spam,Category Updates,Unread'), /^junk: .*Gmail/);
    assert.match(folder(inbox, 'X-Gmail-Labels: Papierkorb,Geöffnet'), /^deleted: /);
    assert.match(folder(inbox, 'X-Quarantine-ID: <J0vQvUE7ZFlj>'), /^quarantine: amavis/);
    assert.match(folder(inbox, 'X-Mozilla-Status: 0009'), /^deleted: /);
    assert.match(folder(inbox, 'X-Mozilla-Status: 0001'), /^unknown: /);
  });

  it('is told in the words of whoever put it there', () => {
    const is = (expected: string, ...header: readonly string[]): void => assert.equal(folder(...header), expected);
    is('archive: It is archived at Gmail.', inbox, 'X-Gmail-Labels: Important,Archived,Opened');
    is('archive: It is archived at Gmail.', inbox, 'X-Gmail-Labels: Archiviert');
    is('inbox: It lies in the inbox at Gmail.', inbox, 'X-Gmail-Labels: Opened , Posteingang');
    is('unknown: The header does not say into which folder it went.', inbox, 'X-Gmail-Labels: Work,Opened');
    is('deleted: It was deleted in Thunderbird.', inbox, 'X-Mozilla-Status: 0008');
    is('junk: Thunderbird counts it as junk mail.', inbox, 'X-Mozilla-Status: 0001', 'X-Mozilla-Keys: $label1 Junk');
    is('unknown: The header does not say into which folder it went.', inbox, 'X-Mozilla-Keys: NonJunk');
    is(
      'inbox: It was put into the inbox.',
      outlook,
      'X-Message-Delivery: Vj0xLjE7dXM9MDtsPTA7YT0wO0Q9MTtHRD0xO1NDTD0w',
    );
    is('deleted: iCloud put it into the bin.', icloud, 'X-Apple-MoveToFolder: Deleted Messages');
    is('folder: iCloud put it into the folder “Rechnungen”.', icloud, 'X-Apple-MoveToFolder: Rechnungen');
    is('unknown: The header does not say into which folder it went.', icloud, 'X-Apple-Action: JUNK_TO/XX');
    is('inbox: It lies in the inbox at Yandex.', inbox, 'X-Yandex-FolderName: Vhodyashchie');
    is('junk: It lies in the spam folder at Yandex.', inbox, 'X-Yandex-FolderName: Spam');
    is('deleted: It lies in the bin at Yandex.', inbox, 'X-Yandex-FolderName: Udalyonnye');
    is('folder: It lies in the folder “Rabota” at Yandex.', inbox, 'X-Yandex-FolderName: Rabota');
    const delivery = 'X-Microsoft-Antispam-Mailbox-Delivery: ucf:0;jmr:0;auth:0;dest:J;';
    is('junk: It was put into the junk folder by NewRule.', outlook, `${delivery}OFR:NewRule;ENG:(1)`);
    is('junk: It was put into the junk folder.', outlook, `${delivery}ENG:(1)`);
    is('junk: It was put into the junk folder.', outlook, delivery.replace('dest:J', 'dest: j'));
  });

  it('may be told by the detail in the address', () => {
    const to = (recipient: string): string =>
      folder(inbox.replace('ESMTPS id 4F1;', `LMTP id 4F1 for <${recipient}>;`));
    assert.match(to('bob+Quarentena@contoso.test'), /^quarantine: .*“Quarentena”/);
    assert.match(to('bob+Junk@contoso.test'), /^junk: /);
    assert.match(to('bob+news@contoso.test'), /^unknown: /);
    assert.match(folder(inbox, 'Delivered-To: bob+spam@contoso.test'), /^junk: .*RFC 5233/);
  });

  it('is not told by what another provider wrote, and unknown stays unknown', () => {
    assert.match(
      folder(inbox, 'X-YahooFilteredBulk: 203.0.113.4'),
      /^unknown: The header does not say into which folder/,
    );
    assert.match(folder(icloud, 'X-Microsoft-Antispam-Mailbox-Delivery: dest:J;'), /^unknown: /);
    assert.match(folder(inbox, 'X-Spam-Flag: YES'), /^unknown: .* often goes to the junk folder\.$/);
  });
});

describe('who a message is from', () => {
  const found = (...header: readonly string[]) => story(inbox, ...header).who;

  it('may be no brand whose name it takes; a domain that is proven may share the name', () => {
    const from = 'From: "UPS Parcel" <tracking@fabrikam.test>';
    const [brand] = found(from).disguises;
    assert.match(brand?.words ?? '', /calls itself “UPS Parcel”; the address is of fabrikam\.test/);
    assert.equal(brand?.against, true);
    const proven = story('Authentication-Results: mx.contoso.test; dmarc=pass header.from=fabrikam.test', inbox, from)
      .who.disguises[0];
    assert.deepEqual([proven?.words, proven?.against], [brand?.words, undefined]);
    const anybody = story(
      'Authentication-Results: mx.contoso.test; dmarc=pass header.from=gmail.com',
      inbox,
      'From: "UPS Parcel" <ups77@gmail.com>',
    ).who.disguises[0];
    assert.equal(anybody?.against, true);
    assert.deepEqual(found('From: "UPS" <pkginfo@ups.com>').disguises, []);
  });

  it('is told by a server without a domain where no other took the message in', () => {
    const who = story(
      'Authentication-Results: mx19; spf=softfail smtp.mailfrom=a@fabrikam.test; dmarc=fail header.from=fabrikam.test',
      received('mx19', 'mail.fabrikam.test', '10:00:01'),
      'Authentication-Results: mx19; dmarc=pass header.from=fabrikam.test',
      'From: a@fabrikam.test',
    ).who;
    assert.equal(who.authentication?.outcome, 'failed');
    assert.match(who.client?.words ?? '', /^It came in from mail\.fabrikam\.test \[203\.0\.113\.4\]\.$/);
  });

  it('is told by Received-SPF where its check could not be made', () => {
    const { authentication } = found('From: a@fabrikam.test');
    assert.equal(authentication, undefined);
    const spf = (result: string) =>
      story(`Received-SPF: ${result} identity=mailfrom; envelope-from=a@fabrikam.test; receiver=mx.contoso.test`, inbox)
        .who.authentication?.words;
    assert.match(spf('Permerror (mailfrom)') ?? '', /^SPF could not be checked at mx\.contoso\.test \(permerror\)/);
    assert.match(spf('temperror') ?? '', /\(temperror\).*DNS gave no answer/);
  });
});

describe('why a message went there', () => {
  it('may be rules of Exchange, which are named as the header has them', () => {
    const rules = (value: string) =>
      story(outlook, `X-MS-Exchange-Organization-Rules-Execution-History: ${value}`).why.map(({ words }) => words);
    assert.deepEqual(rules('0b0cf904%%%Disclaimer'), [
      'Mail flow rules of Exchange acted on it: 0b0cf904, Disclaimer; Get-TransportRule names each.',
    ]);
    assert.match(rules('a%%%b%%%c%%%d')[0] ?? '', /: a, b, c and 1 more; /);
    assert.deepEqual(rules(''), []);
  });

  const why = (...header: readonly string[]): readonly string[] => story(...header).why.map(({ words }) => words);

  it('is what the filters say, what speaks against it first, with the heaviest rules', () => {
    const [first, ...others] = why(
      'X-Spam-Status: Yes, score=8.2 required=5.0 tests=BAYES_99=3.5,HTML_MESSAGE=0.001,RCVD_IN_XBL=4.7 version=4.0.0',
      inbox,
    );
    assert.match(
      first ?? '',
      /^SpamAssassin took it for spam, with 8\.2 of 5 points\. What weighed most: RCVD_IN_XBL 4\.7 /,
    );
    assert.deepEqual(others, []);
    const bare = 'tests=BAYES_00,BAYES_50,DKIM_VALID_AU,RCVD_IN_XBL autolearn=no';
    const [unweighed] = why(`X-Spam-Status: Yes, score=6.7 required=5.0 ${bare}`, inbox);
    assert.match(unweighed ?? '', /of 5 points\. What matched: BAYES_50 [^;]*; RCVD_IN_XBL [^;]*$/);
    assert.deepEqual(why('X-CMAE-Score: 0', 'X-SASI-SpamProbability: 9%', 'X-Mimecast-Spam-Score: 1', inbox), [
      'Cloudmark gave it no points.',
      'Sophos gave it a chance of spam of 9 %.',
      'Mimecast gave it 1 point.',
    ]);
    assert.deepEqual(why('X-SBRS: -3.9', inbox), [
      'Cisco Secure Email (IronPort) gave the sending host a reputation of -3.9.',
    ]);
    assert.deepEqual(
      why('X-SpamExperts-Outgoing-Class: unsure', 'X-SpamExperts-Outgoing-Evidence: Combined (0.78)', inbox),
      ['SpamExperts, for outgoing mail, finds it suspicious, with a chance of spam of 0.78.'],
    );
    assert.match(
      why(outlook, 'X-Forefront-Antispam-Report: CIP:203.0.113.4;SCL:5;IPV:NLI;SFV:SPM;CAT:SPOOF;DIR:INB;')[0] ?? '',
      /^Microsoft 365 took it for phishing \(CAT:SPOOF: A forged sender\)\./,
    );
  });

  it('may be a list of Microsoft that lets an address pass, and rules beyond three are counted', () => {
    const report = (value: string): readonly string[] =>
      why(outlook, `X-Forefront-Antispam-Report: CIP:203.0.113.4;${value}DIR:INB;`);
    assert.equal(
      report('SCL:-1;IPV:CAL;SFV:NSPM;').at(-1),
      'The filter was not asked: the address is on the allow list of the connection filter (IPV:CAL).',
    );
    assert.deepEqual(report('SCL:5;IPV:NLI;SFV:XYZ;CAT:ZZZ;'), ['Microsoft 365 took it for spam (SCL 5: Spam).']);
    const rules = (count: number): string | undefined =>
      why(
        `X-Spam-Status: Yes, score=20.2 required=5.0 tests=${Array.from({ length: count }, (_, i) => `R_${'ABCDEFG'[i]}=${9 - i}`).join()} version=4.0.0`,
        inbox,
      )[0]?.replace(/^.*heavy: |^.*most: /, '');
    assert.equal(rules(3), 'R_A 9; R_B 8; R_C 7.');
    assert.equal(rules(4), 'R_A 9; R_B 8; R_C 7; and 1 more rule.');
    assert.equal(rules(6), 'R_A 9; R_B 8; R_C 7; and 3 more rules.');
  });

  it('is nothing that the organisation of the sender marked on the way out', () => {
    assert.deepEqual(
      why(inbox, 'X-Forefront-Antispam-Report: CIP:255.255.255.255;SCL:9;SFV:SPM;CAT:OSPM;DIR:OUT;'),
      [],
    );
    assert.deepEqual(
      why(outlook, 'X-Forefront-Antispam-Report: CIP:255.255.255.255;SCL:9;SFV:SPM;CAT:OSPM;DIR:OUT;'),
      [],
    );
  });
});

describe('from whom a message is', () => {
  const who = (results: string, ...more: readonly string[]): string =>
    story(`Authentication-Results: mx.contoso.test; ${results}`, inbox, ...more).who.authentication?.words ?? '';

  it('is one line of authentication with its consequence', () => {
    assert.match(
      who('spf=pass smtp.mailfrom=x@bulk.test; dkim=none; dmarc=fail (p=QUARANTINE) header.from=fabrikam.test'),
      /^DMARC failed at mx\.contoso\.test \(dmarc=fail\): neither SPF nor DKIM vouches for fabrikam\.test; its policy asks for quarantine\. SPF passed for bulk\.test/,
    );
    assert.equal(
      who('spf=pass smtp.mailfrom=x@bulk.test; dkim=pass header.d=fabrikam.test; dmarc=pass header.from=fabrikam.test'),
      'DMARC passed for fabrikam.test at mx.contoso.test: DKIM vouches for it.',
    );
    assert.match(
      who('spf=softfail smtp.mailfrom=x@bulk.test; dmarc=none header.from=fabrikam.test'),
      /^mx\.contoso\.test found: SPF failed softly for the envelope sender’s bulk\.test\. Fabrikam\.test has no DMARC policy/,
    );
    assert.match(
      who('spf=fail smtp.mailfrom=bulk.test; dkim=fail header.d=bulk.test; dmarc=none header.from=fabrikam.test'),
      /^SPF failed at mx\.contoso\.test \(spf=fail\): .* envelope sender’s bulk\.test\. DKIM failed\. Fabrikam\.test has/,
    );
    assert.equal(
      who('spf=permerror smtp.mailfrom=a@bulk.test; dkim=none'),
      'SPF failed at mx.contoso.test (spf=permerror): it could not be checked, as there is something wrong with the record of the envelope sender’s bulk.test. No DKIM signature counts.',
    );
    assert.equal(
      who('dkim=permerror header.d=bulk.test'),
      'DKIM failed at mx.contoso.test (dkim=permerror): it could not be checked, as the signature or its key is wrong or missing.',
    );
    assert.equal(story(inbox).who.authentication, undefined);
  });

  it('may be for somebody whom neither To nor Cc names', () => {
    const forBob = inbox.replace('id 4F1;', 'id 4F1 for <bob@contoso.test>;');
    const blind = (...header: readonly string[]): string | undefined => story(...header).who.blindCopy?.words;
    assert.equal(
      blind(forBob, 'To: undisclosed-recipients:;'),
      'It came for bob@contoso.test, whom neither To nor Cc names: as a blind copy (Bcc).',
    );
    assert.match(
      blind('X-Original-To: eve@contoso.test', inbox, 'To: bob@contoso.test') ?? '',
      /eve@.* or passed on\.$/,
    );
    assert.match(blind('Delivered-To: eve@contoso.test', inbox, 'To: bob@contoso.test') ?? '', /eve@/);
    const eve = received('mx.fabrikam.test', 'a.test', '10:00:00').replace('id 4F1', 'id 4F1 for <eve@fabrikam.test>');
    assert.match(blind(forBob, eve, 'To: eve@fabrikam.test') ?? '', /: it was passed on from eve@fabrikam\.test\.$/);
    for (const header of [
      [forBob, 'To: Bob <BOB+news@contoso.test>'],
      [forBob, 'To: eve@contoso.test', 'Cc: bob@contoso.example'],
      ['Delivered-To: box7@contoso.test', forBob, 'To: bob@contoso.test'],
      [forBob, 'To: list@contoso.test', 'List-Id: <list.contoso.test>', 'List-Post: <mailto:list@contoso.test>'],
      [inbox, 'Delivered-To: eve@contoso.test', 'To: bob@contoso.test'],
      [forBob],
    ])
      assert.equal(blind(...header), undefined, header.join());
  });

  it('is believed of Proton below its line, in its one name', () => {
    const proton = received('mailin021.protonmail.ch', 'mail.fabrikam.test', '10:00:01');
    const failed = (server: string): string | undefined =>
      story(proton, `Authentication-Results: ${server}; dmarc=fail (p=none) header.from=fabrikam.test`).who
        .authentication?.outcome;
    assert.equal(failed('mail.protonmail.ch'), 'failed');
    assert.equal(failed('mail.fabrikam.test'), undefined);
  });

  it('is what its names and answers say otherwise', () => {
    const disguises = (...header: readonly string[]): readonly string[] =>
      story(inbox, ...header).who.disguises.map(({ words }) => words);
    assert.deepEqual(disguises('From: "it@contoso.test" <x@fabrikam.test>'), [
      'Its name shows it@contoso.test, its address is x@fabrikam.test.',
    ]);
    assert.deepEqual(disguises('From: a@xn--conoso-ugf.test').length, 1);
    assert.deepEqual(disguises('From: boss@fabrikam.test', 'Reply-To: boss99@gmail.com'), [
      'Answers go to boss99@gmail.com, not to boss@fabrikam.test.',
    ]);
    assert.deepEqual(disguises('From: a1@gmail.com', 'Reply-To: a2@gmail.com'), [
      'Answers go to another mailbox: a2@gmail.com, not a1@gmail.com.',
    ]);
    const list = ['List-Post: <mailto:dev@lists.fabrikam.test>', 'List-Id: <dev.lists.fabrikam.test>'];
    assert.deepEqual(disguises('From: a@contoso.test', 'Reply-To: dev@lists.fabrikam.test', ...list), []);
  });

  it('is told by what the receiver found, where DMARC says nothing or its record is broken', () => {
    const found = (results: string, ...more: readonly string[]): string | undefined =>
      story(inbox, `Authentication-Results: mx.contoso.test; ${results}`, 'From: Ann <ann@fabrikam.test>', ...more).who
        .authentication?.words;
    const passed = 'mx.contoso.test found: SPF passed for fabrikam.test.';
    const spf = 'spf=pass smtp.mailfrom=fabrikam.test;';
    assert.equal(
      found(`${spf} dmarc=permerror header.from=fabrikam.test`),
      `${passed} The DMARC record of fabrikam.test cannot be used (dmarc=permerror).`,
    );
    assert.equal(
      found(`${spf} dmarc=permerror`),
      `${passed} The DMARC record of the domain cannot be used (dmarc=permerror).`,
    );
    assert.equal(
      found('spf=fail smtp.mailfrom=fabrikam.test; dmarc=temperror header.from=fabrikam.test'),
      'SPF failed at mx.contoso.test (spf=fail): the sending host is not allowed by the record of the envelope sender’s fabrikam.test. Whether there is a DMARC record, the DNS did not say (dmarc=temperror).',
    );
    assert.equal(
      found(
        'spf=policy smtp.mailfrom=fabrikam.test; dkim=hardfail header.d=fabrikam.test; dmarc=fail (p=none) header.from=fabrikam.test',
      ),
      'DMARC failed at mx.contoso.test (dmarc=fail): neither SPF nor DKIM vouches for fabrikam.test; its policy asks for nothing (p=none). SPF gave policy for the envelope sender’s fabrikam.test; DKIM gave hardfail.',
    );
    const joint = (value: string): string | undefined =>
      story(
        outlook,
        `Authentication-Results: spf=fail (sender IP is 203.0.113.4) smtp.mailfrom=fabrikam.test; dkim=none; dmarc=none action=none header.from=fabrikam.test;${value}`,
        'From: Ann <ann@fabrikam.test>',
      ).who.authentication?.words;
    const unproven = 'SPF failed for the envelope sender’s fabrikam.test; no DKIM signature counts.';
    assert.equal(
      joint('compauth=fail'),
      `Microsoft does not take it as proven that the message comes from fabrikam.test (compauth=fail): ${unproven}`,
    );
    assert.equal(
      joint('compauth=fail reason=x1'),
      `Microsoft does not take it as proven that the message comes from fabrikam.test (compauth=fail reason=x1): ${unproven}`,
    );
  });

  it('is told by Received-SPF, with the domain that its remark or its fields name', () => {
    const found = (value: string): string => {
      const { authentication } = story(inbox, `Received-SPF: ${value}`, 'From: Ann <ann@fabrikam.test>').who;
      return `${authentication?.outcome}: ${authentication?.words}`;
    };
    const remark = (domain: string): string =>
      `pass (mx.contoso.test: domain of ${domain} designates 203.0.113.4 as permitted sender) client-ip=203.0.113.4;`;
    assert.equal(
      found(remark('fabrikam.test')),
      'passed: SPF passed at mx.contoso.test for the envelope sender’s fabrikam.test.',
    );
    assert.equal(
      found(remark('bounce@news.fabrikam.test')),
      'passed: SPF passed at mx.contoso.test for the envelope sender’s news.fabrikam.test.',
    );
    assert.equal(
      found(remark('northwind.test')),
      'unproven: SPF passed at mx.contoso.test for the envelope sender’s northwind.test.',
    );
    assert.equal(
      found(
        'softfail (mx.contoso.test: transitioning) client-ip=203.0.113.4; envelope-from="a@news.fabrikam.test"; helo=x;',
      ),
      'unproven: SPF failed softly at mx.contoso.test for the envelope sender’s news.fabrikam.test.',
    );
  });

  it('is who answers go to, where that is somebody else', () => {
    const answers = (from: string, to: string, ...more: readonly string[]): readonly string[] =>
      story(inbox, `From: Ann <${from}>`, `Reply-To: ${to}`, ...more).who.disguises.map(
        ({ words, against }) => `${against === true ? 'against: ' : ''}${words}`,
      );
    const [list, post] = ['List-Id: <dev.lists.northwind.test>', 'List-Post: <mailto:dev@lists.northwind.test>'];
    assert.deepEqual(answers('ann@fabrikam.test', 'dev@lists.northwind.test', list, post), []);
    assert.deepEqual(answers('ann@fabrikam.test', 'eve@gmail.com'), [
      'against: Answers go to eve@gmail.com, not to ann@fabrikam.test.',
    ]);
    assert.deepEqual(answers('ann@em.sendgrid.net', 'ann@gmail.com'), [
      'Answers go to ann@gmail.com, not to ann@em.sendgrid.net.',
    ]);
    assert.deepEqual(answers('ann@gmail.com', 'eve@gmail.com'), [
      'Answers go to another mailbox: eve@gmail.com, not ann@gmail.com.',
    ]);
    assert.deepEqual(answers('ann@gmail.com', 'Ann@gmail.com'), []);
  });

  it('is told by the addresses of those who forward', () => {
    const by = (...header: readonly string[]): readonly string[] =>
      story(...header, inbox).who.forwarders.map(({ words }) => words);
    assert.deepEqual(by('Return-Path: <SRS0=ab12=CD=fabrikam.test=ann@forward.northwind.test>'), [
      'It was forwarded by forward.northwind.test, with the envelope of ann@fabrikam.test.',
    ]);
    assert.deepEqual(by('Return-Path: <SRS1=ab12=first.test==cd34=EF=fabrikam.test=ann@second.test>'), [
      'It was forwarded by second.test, behind first.test.',
    ]);
    assert.deepEqual(by('Return-Path: <bob+caf_=eve=contoso.test@gmail.com>'), ['It was forwarded by bob@gmail.com.']);
    assert.deepEqual(by('Return-Path: <ann@fabrikam.test>'), []);
    assert.deepEqual(
      by('X-Forwarded-For: bob@northwind.test eve@contoso.test', 'Return-Path: <bob+caf_=eve=contoso.test@gmail.com>'),
      ['It was forwarded from bob@northwind.test to eve@contoso.test.'],
    );
    assert.deepEqual(by('X-MS-Exchange-Inbox-Rules-Loop: bob@northwind.test'), [
      'A rule in the mailbox of bob@northwind.test passed it on.',
    ]);
    assert.deepEqual(by('Resent-From: Bob <bob@northwind.test>'), ['It was sent again by bob@northwind.test.']);
    assert.deepEqual(by('Resent-From: Bob'), ['It was sent again by Bob.']);
    assert.deepEqual(by('Resent-From: dev@northwind.test', 'Precedence: list'), []);
    assert.deepEqual(by('ARC-Seal: d=northwind.test; cv=none', 'ARC-Seal: i=2; cv=pass'), [
      'Sealed on the way (ARC) by northwind.test.',
    ]);
  });

  it('is who passed it on', () => {
    const forwarders = (...header: readonly string[]): readonly string[] =>
      story(...header, inbox).who.forwarders.map(({ words }) => words);
    assert.deepEqual(forwarders('Return-Path: <SRS0=x1Yz=AB=fabrikam.test=ann@forward.test>'), [
      'It was forwarded by forward.test, with the envelope of ann@fabrikam.test.',
    ]);
    assert.deepEqual(forwarders('X-Forwarded-For: a@northwind.test b@contoso.test'), [
      'It was forwarded from a@northwind.test to b@contoso.test.',
    ]);
    assert.deepEqual(forwarders('ARC-Seal: i=2; d=northwind.test; cv=pass', 'ARC-Seal: i=1; d=google.com; cv=none'), [
      'Sealed on the way (ARC) by google.com and northwind.test.',
    ]);
  });

  it('may stand in lines that name a server of the receiver below the border: three are told, the others counted', () => {
    const forged = (count: number): readonly string[] =>
      story(
        received('mx.contoso.test', 'mail.fabrikam.test', '10:00:09'),
        ...Array.from({ length: count }, (_, i) =>
          received(`mx${i}.contoso.test`, 'mail.northwind.test', `10:00:0${8 - i}`, '198.51.100.9'),
        ),
      ).who.madeUp.map(({ words }) => words);
    const line = (i: number): string =>
      `The line of mx${i}.contoso.test may be forged: it names a server of the receiver, and stands below the line with which the message came in from outside.`;
    assert.deepEqual(forged(1), [line(0)]);
    assert.deepEqual(forged(4), [line(3), line(2), line(1), '1 more line may be forged in the same way.']);
    assert.deepEqual(forged(5).slice(3), ['2 more lines may be forged in the same way.']);
  });

  it('is not who stands in lines that no server wrote', () => {
    const madeUp = (...header: readonly string[]): readonly string[] =>
      story(...header).who.madeUp.map(({ words }) => words);
    assert.match(
      madeUp('Received: apparently', inbox, 'Received: or is it')[0] ?? '',
      /^2 Received lines cannot be read/,
    );
    assert.match(
      madeUp(
        inbox,
        'Received: from [192.0.2.1] (HELO x.test)\n\tby  (Postfix)\n\twith ESMTPA id 1; Sat, 21 Nov 2026 09:00:00 +0000',
      )[0] ?? '',
      /^One Received line names no server/,
    );
    assert.deepEqual(madeUp(inbox, 'Received: (qmail 2160 invoked from network); 21 Nov 2026 09:59:00 -0000'), []);
    assert.deepEqual(
      madeUp(inbox, 'Received: by mail.fabrikam.test (Postfix, from userid 100) id 1; Sat, 21 Nov 2026 09:59:00 +0000'),
      [],
    );
  });
});

describe('how long a message took', () => {
  it('is added up by who had it', () => {
    const { waits } = story(
      received('mx.contoso.test', 'out.fabrikam.test', '10:30:00'),
      received('out.fabrikam.test', 'filter.northwind.test', '10:20:00'),
      received('filter.northwind.test', 'out.fabrikam.test', '10:19:58'),
      received('out.fabrikam.test', 'pc.fabrikam.test', '10:00:00'),
    ).howLong;
    assert.deepEqual(
      waits.map(({ host, length, times }) => [host, length / 1000, times]),
      [['out.fabrikam.test', 1798, 2]],
    );
    assert.match(waits[0]?.words ?? '', /^It waited 29 min 58 s \(19 min 58 s and 10 min\) at out\.fabrikam\.test\./);
  });

  it('has greylisting as its cause, also where its clock does not show the wait', () => {
    const [wait] = story(
      'X-Greylist: delayed 90370 seconds by postgrey-1.34 at mx.contoso.test; Sat, 21 Nov 2026 10:00:00 UTC',
      inbox,
    ).howLong.waits;
    assert.match(
      wait?.words ?? '',
      /^It waited 1 d 1 h before mx\.contoso\.test took it\. The header says that greylisting/,
    );
    assert.equal(wait?.host, 'mx.contoso.test');
  });

  it('is doubtful where the Date lies behind the stamp of the only server', () => {
    const { told } = story(inbox, 'Date: Sat, 21 Nov 2026 20:00:01 +0000').howLong;
    assert.match(told[0]?.words ?? '', /written 10 h after the first server had it: one of the two clocks is off/);
    assert.deepEqual(story(inbox, 'Date: Sat, 21 Nov 2026 10:01:01 +0000').howLong.told, []);
  });

  it('names the clock that is off, with its error', () => {
    const way = [
      received('mx.contoso.test', 'gate.contoso.test', '10:00:04'),
      received('gate.contoso.test', 'mail.fabrikam.test', '10:03:20'),
      received('mail.fabrikam.test', 'pc.fabrikam.test', '10:00:00'),
    ];
    const { clocks } = story(...way).howLong;
    assert.deepEqual(
      clocks.map(({ words }) => words),
      ['The clock of gate.contoso.test is at least 3 min 16 s ahead.'],
    );
    const told = readVerdicts(readTicket(`${way.join('\n')}\n\nx\n`, 'message')).map(({ code }) => code);
    assert.deepEqual(told, ['clock-off', 'arrived']);
  });

  it('does not send anybody to the log of a host without a name, nor of one that may be made up', () => {
    const steps = (...header: readonly string[]): string =>
      readVerdicts(readTicket(`${header.join('\n')}\n\nx\n`, 'message'))
        .filter(({ code }) => code === 'delayed')
        .map(({ summary, next }) => [summary, ...next.map(({ text }) => text)].join(' '))
        .join('\n');
    const nameless = `Received: from [192.0.2.1] (HELO x)\n\tby  (Postfix) with ESMTPA id 1; Sat, 21 Nov 2026 09:00:00 +0000`;
    const told = steps(
      'Received: from unknown (HELO ) (203.0.113.4)\n  by mx.contoso.test with SMTP; 21 Nov 2026 10:00:00 -0000',
      nameless,
    );
    assert.match(told, /waited 1 h before mx\.contoso\.test took it\..*may be made up/);
    assert.doesNotMatch(told, /unknown|log of/);
    for (const nowhere of ['mail.unknown', 'relay.invalid', 'localhost.localdomain', 'localhost.localhost']) {
      const asked = steps(
        'Received: from unknown (unknown [203.0.113.4])\n  by mx.contoso.test with SMTP; 21 Nov 2026 10:00:00 -0000',
        `Received: from pc (pc [10.0.0.5])\n  by ${nowhere} with ESMTP id 1; Sat, 21 Nov 2026 09:00:00 +0000`,
      );
      assert.match(asked, /waited 1 h before mx\.contoso\.test took it\./);
      assert.doesNotMatch(asked, /unknown|invalid|localdomain|log of/);
    }
  });
});

describe('what a message is', () => {
  it('is told by its header and its parts', () => {
    const kinds = (...header: readonly string[]): string =>
      story(inbox, ...header)
        .what.map(({ kind }) => kind)
        .join();
    assert.equal(kinds('Content-Type: text/calendar; method=REQUEST; charset=utf-8'), 'calendar');
    assert.equal(kinds('Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m'), 'encrypted');
    assert.equal(kinds('Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m'), 'signed');
    assert.equal(
      kinds('Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x'),
      'encrypted',
    );
    assert.equal(kinds('Content-Class: rpmsg.message'), 'protected');
    const words = (...header: readonly string[]): string =>
      story(inbox, ...header)
        .what.map((one) => one.words)
        .join('; ');
    assert.equal(words('Content-Type: text/calendar; method="REPLY"'), 'an answer to a calendar invitation');
    assert.equal(words('Content-Type: text/calendar'), 'a calendar entry');
    assert.equal(words('Content-Type: text/calendar; method=OTHER'), 'a calendar entry');
    assert.equal(words('Content-Type: application/ics; name=a.ics'), 'a calendar entry');
    assert.equal(
      words('Content-Type: multipart/signed; protocol="application/pgp-signature"; boundary=x'),
      'signed with PGP',
    );
    assert.equal(
      words('Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=x'),
      'signed with S/MIME',
    );
    assert.equal(words('Content-Type: multipart/signed; boundary=x'), 'signed with S/MIME');
    assert.equal(
      words('Content-Type: application/x-microsoft-rpmsg-message; name=message.rpmsg'),
      'protected by Microsoft Purview (RMS): only its recipients can open it',
    );
    for (const subject of [
      'Read: Report',
      'Not read: Report',
      'Nicht gelesen: Bericht',
      'Lu : Rapport',
      'Non lu : Rapport',
      'Прочтено: Отчёт',
    ])
      assert.equal(
        words(`Subject: ${subject}`, 'Content-Type: application/ms-tnef; name=winmail.dat'),
        'a receipt',
        subject,
      );
    assert.equal(words('Subject: Report', 'Content-Type: application/ms-tnef; name=winmail.dat'), '');
    assert.equal(
      kinds('List-Id: <dev.fabrikam.test>', 'List-Post: <mailto:dev@fabrikam.test>', 'List-Unsubscribe: <x>'),
      'list',
    );
    assert.equal(kinds('List-Unsubscribe: <https://fabrikam.test/u>'), 'newsletter');
    assert.equal(kinds('List-ID: <488137048779.xt.local>'), 'newsletter');
    assert.equal(kinds('Auto-Submitted: auto-generated'), 'automatic');
    assert.equal(kinds('Return-Path: <>', 'In-Reply-To: <1@fabrikam.test>'), 'automatic-reply');
    assert.equal(kinds('Return-Path: <>', 'Subject: You won'), '');
    assert.equal(kinds('Subject: x'), '');
  });

  it('is of a list by its id, or by what older lists write, without what stands behind its name', () => {
    const words = (...header: readonly string[]): readonly string[] =>
      story(inbox, ...header)
        .what.filter(({ kind }) => kind === 'list')
        .map((one) => one.words);
    const dev = ['mail of the list dev.fabrikam.test'];
    const post = 'List-Post: <mailto:dev@fabrikam.test>';
    assert.deepEqual(words('List-Id: Developers <dev.fabrikam.test>', post), dev);
    assert.deepEqual(words('List-Id: dev.fabrikam.test; more', post), dev);
    assert.deepEqual(words('List-Id: dev.fabrikam.test> x', post), dev);
    assert.deepEqual(words('List-Id: <dev.fabrikam.test>'), dev);
    assert.deepEqual(words('List-Id: <dev.fabrikam.test>', 'List-Unsubscribe: <x>'), []);
    assert.deepEqual(words('List-Id: <dev.fabrikam.test>', 'List-Unsubscribe: <x>', 'List-Archive: <y>'), dev);
    assert.deepEqual(words('List-Id: <dev.fabrikam.test>', 'List-Unsubscribe: <x>', 'List-Subscribe: <y>'), dev);
    assert.deepEqual(words('List-Id: 12345', 'Precedence: bulk'), []);
    assert.deepEqual(words('X-Mailing-List: dev@fabrikam.test'), ['mail of the list dev@fabrikam.test']);
    assert.deepEqual(words('X-BeenThere: dev@fabrikam.test'), ['mail of the list dev@fabrikam.test']);
    assert.deepEqual(words('Mailing-List: dev@fabrikam.test; contact x'), ['mail of the list dev@fabrikam.test']);
    assert.deepEqual(words('Precedence: list'), ['mail of a list']);
    assert.deepEqual(words('Precedence: listless'), []);
  });
});

describe('the story as a whole', () => {
  it('tells the junk folder before the sender, and both before a wait', () => {
    const text = [
      'Received: from a.outbound.protection.outlook.com (203.0.113.4) by VI1EUR05FT033.mail.protection.outlook.com (10.0.0.1) with Microsoft SMTP Server id 15.20.1; Sat, 21 Nov 2026 10:11:01 +0000',
      'Authentication-Results: spf=fail (sender IP is 203.0.113.4) smtp.mailfrom=bulk.test; dkim=none; dmarc=fail action=quarantine header.from=fabrikam.test;compauth=fail reason=000',
      'Received: from pc.fabrikam.test by mail.fabrikam.test with ESMTPSA id 1; Sat, 21 Nov 2026 10:00:01 +0000',
      'From: a@fabrikam.test',
      'X-Microsoft-Antispam-Mailbox-Delivery: ucf:0;jmr:0;dest:J;OFR:SpamFilterAuthJ;',
      '',
      'x',
    ].join('\n');
    const ticket = readTicket(text, 'message');
    assert.deepEqual(
      readVerdicts(ticket).map(({ code }) => code),
      ['spam-marked', 'dmarc-failed', 'delayed', 'arrived'],
    );
    const reply = readTicket(text.replace('From:', 'Auto-Submitted: auto-replied\nFrom:'), 'message');
    assert.deepEqual(
      readVerdicts(reply)
        .map(({ code }) => code)
        .slice(0, 3),
      ['spam-marked', 'dmarc-failed', 'automatic-reply'],
    );
    const [message] = ticketJson('a.eml', ticket).messages as readonly { readonly story: Record<string, unknown> }[];
    assert.deepEqual(Object.keys(message?.story ?? {}), ['where', 'why', 'who', 'howLong', 'what']);
  });
});

describe('what vouches for a sender', () => {
  const outcome = (results: string, from = 'Ann <ann@contoso.test>'): string | undefined =>
    story(inbox, `From: ${from}`, `Authentication-Results: mx.contoso.test; ${results}`).who.authentication?.outcome;

  it('is what passed for the domain of From alone, though the results do not name it', () => {
    assert.equal(outcome('spf=pass smtp.mailfrom=a@contoso.test'), 'passed');
    assert.equal(outcome('dkim=pass header.d=mail.contoso.test'), 'passed');
    assert.equal(outcome('spf=pass smtp.mailfrom=a@fabrikam.test'), 'unproven');
    assert.equal(
      outcome('spf=pass smtp.mailfrom=a@fabrikam.test', '"ann@fabrikam.test" <x@northwind.test>'),
      'unproven',
    );
    assert.equal(outcome('spf=pass smtp.mailfrom=a@fabrikam.test', '"ann"'), 'unproven');
    assert.equal(outcome('dkim=pass header.d=fabrikam.test; spf=pass smtp.mailfrom=a@contoso.test'), 'passed');
  });

  it('is named apart from what passed for others', () => {
    const { authentication } = story(
      inbox,
      'From: ann@contoso.test',
      'Authentication-Results: mx.contoso.test; spf=pass smtp.mailfrom=a@fabrikam.test',
    ).who;
    assert.match(authentication?.words ?? '', /SPF passed for fabrikam\.test, not for contoso\.test/);
  });
});
