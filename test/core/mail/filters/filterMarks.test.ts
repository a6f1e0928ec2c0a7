import assert from 'node:assert/strict';
import type { FilterMark } from '../../../../src/core/mail/filters/filterMark.ts';
import { filterMarks } from '../../../../src/core/mail/filters/filterMarks.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const marksOf = (...header: readonly string[]): readonly FilterMark[] => {
  const text = `${header.join('\n')}\nSubject: x\n\nbody\n`;
  return filterMarks(readMessage(text, new Lines(text), 0, text.length));
};

/** `filter: verdict (word) score/limit` of each mark; viruses behind the name. */
const told = (...header: readonly string[]): readonly string[] =>
  marksOf(...header).map(
    ({ filter, looksFor, says, word, score, limit }) =>
      `${filter}${looksFor === 'malware' ? ' for viruses' : ''}: ${says}${word === undefined ? '' : ` (${word})`}` +
      `${score === undefined ? '' : ` ${score}`}${limit === undefined ? '' : `/${limit}`}`,
  );

const are = (header: string | readonly string[], ...expected: readonly string[]): void =>
  assert.deepEqual(told(...[header].flat()), expected);

describe('marks of filters', () => {
  it('of SpamAssassin are one mark, with score, limit and rules, the heaviest first', () => {
    const header = [
      'X-Spam-Flag: YES',
      'X-Spam-Level: ********',
      'X-Spam-Status: Yes, score=8.2 required=5.0 tests=BAYES_99=3.5,HTML_MESSAGE=0.001,',
      '\tRCVD_IN_XBL=4.7 autolearn=no version=4.0.0',
    ];
    are(header, 'SpamAssassin: spam (YES) 8.2/5');
    assert.deepEqual(marksOf(...header)[0]?.rules, [
      { name: 'RCVD_IN_XBL', points: 4.7 },
      { name: 'BAYES_99', points: 3.5 },
      { name: 'HTML_MESSAGE', points: 0.001 },
    ]);
    assert.equal(marksOf(...header)[0]?.field.name, 'X-Spam-Flag');
  });
  it('of SpamTitan are those beside its name', () => {
    const scored = 'X-Spam-Status: Yes, score=7.4 tagged_above=-999 required=5 tests=[BAYES_99=3.5]';
    are(['X-Virus-Scanned: by SpamTitan at mail.contoso.test', scored], 'SpamTitan: spam (Yes) 7.4/5');
    are(['X-Virus-Scanned: by SpamTitan at mail.contoso.test']);
    are(['X-Virus-Scanned: amavisd-new at contoso.test', scored], 'amavis with SpamAssassin: spam (Yes) 7.4/5');
  });
  it('of Rspamd may be its action before the rules, a status in words, or a bar', () => {
    are('X-Rspamd-Pre-Result: action=reject; module=greylist', 'Rspamd: spam (reject)');
    are('X-Rspamd-Status: Yes, score=8.00', 'Rspamd: spam (Yes) 8');
    are('X-Rspamd-Status: No, score=-1.50', 'Rspamd: clean (No) -1.5');
    are('X-Spamd-Bar: ++++++', 'Rspamd: scored 6');
    are('X-Spamd-Bar: ---', 'Rspamd: scored -3');
    are('X-Spamd-Bar: /', 'Rspamd: scored 0');
    are('X-Spamd-Bar: hello');
  });
  it('of Mimecast and Vade name the rules that hold, or a word among others', () => {
    const protect = 'X-Mimecast-Impersonation-Protect: Policy=Default;Similar Internal Domain=false;';
    are(
      `${protect}Custom External Domain=true;Newly Observed Domain=true`,
      'Mimecast: suspicious (Custom External Domain)',
    );
    assert.deepEqual(
      marksOf(`${protect}Custom External Domain=true;Newly Observed Domain=true`)[0]?.rules.map(({ name }) => name),
      ['Custom External Domain', 'Newly Observed Domain'],
    );
    are(protect);
    are('X-Vade-Tracker: verdict=clean score=0', 'Vade: clean (clean) 0');
  });
  it('of SpamAssassin have the points of the report, where the list has none', () => {
    assert.deepEqual(
      marksOf(
        'X-Spam-Report: 5.0 BAYES_99 BODY',
        'X-Spam-Status: Yes, score=5.0 required=5.0 tests=BAYES_99,HTML_MESSAGE',
      )[0]?.rules,
      [{ name: 'BAYES_99', points: 5 }, { name: 'HTML_MESSAGE' }],
    );
  });
  it('of Exim have a line in their names', () => {
    are('X-Spam_flag: YES', 'a spam filter: spam (YES)');
    are(['X-Spam_score: 8.2', 'X-Spam_bar: ++++++++'], 'a spam filter: scored 8.2');
  });
  it('of amavis, cPanel and filters that nothing names are told by their words', () => {
    are(
      'X-Spam-Status: No, score=-1.9 tagged_above=-999 required=6.6 tests=[BAYES_00=-1.9] autolearn=ham',
      'amavis with SpamAssassin: clean (No) -1.9/6.6',
    );
    are(
      ['X-Spam-Status: Yes, score=14.4', 'X-Spam-Score: 144', 'X-Spam-Bar: ++++++++++++++', 'X-Spam-Flag: YES'],
      'a spam filter: spam (Yes) 14.4',
    );
    are('X-Spam-Report: Content analysis details: (7.1 points, 5.0 required)', ...[]);
    are(['X-Spam-Flag: YES', 'X-Spam-Report: details: (7.1 points, 5.0 required)'], 'a spam filter: spam (YES) 7.1/5');
    are('X-Spam-Level:', ...[]);
    are('X-Spam-Score: 3.1 (+++)', 'a spam filter: scored 3.1');
    are('X-Spam: undefined', ...[]);
  });
  it('of Rspamd are told by its action or flag; “False” alone speaks for little', () => {
    are(
      ['X-Spamd-Result: default: False [9.90 / 25.00]; BARRACUDA_FROM(6.00)[192.0.2.1:from]', 'X-Spam: Yes'],
      'Rspamd: spam (Yes) 9.9/25',
    );
    are('X-Spamd-Result: default: False [9.90 / 15.00]; BAYES_SPAM(5.10)[]', 'Rspamd: scored 9.9/15');
    are('X-Spamd-Result: default: False [-1.31 / 15.00]; ARC_NA(0.00)[]', 'Rspamd: clean -1.31/15');
    are('X-Spamd-Result: default: True [19.9 / 15.00]; GTUBE(0.00)[]', 'Rspamd: spam (True) 19.9/15');
    are('X-Rspamd-Action: add header', 'Rspamd: spam (add header)');
    are('X-Rspamd-Action: greylist', 'Rspamd: suspicious (greylist)');
    are('X-Rspamd-Server: mx1', ...[]);
  });
  it('of one filter in two places are two marks, the last server first', () =>
    are(
      [
        'X-Spam-Flag: YES',
        'Received: from a.contoso.test by mx.fabrikam.test; Mon, 1 Jun 2026 10:00:00 +0000',
        'X-Spam-Flag: NO',
      ],
      'a spam filter: spam (YES)',
      'a spam filter: clean (NO)',
    ));
  it('that stand twice in one place are two marks', () =>
    are(['X-Spam-Flag: YES', 'X-Spam-Flag: NO'], 'a spam filter: spam (YES)', 'a spam filter: clean (NO)'));
  it('of Microsoft are told by who decided before what it looks like', () => {
    are('X-Forefront-Antispam-Report: CIP:192.0.2.1;SCL:5;SFV:SPM;CAT:SPM;', 'Microsoft 365: spam (CAT:SPM) 5/5');
    are('X-Forefront-Antispam-Report: SCL:8;SFV:SPM;CAT:HPHISH;', 'Microsoft 365: phishing (CAT:HPHISH) 8/5');
    are('X-Forefront-Antispam-Report: SCL:-1;SFV:SKN;CAT:PHSH;', 'Microsoft 365: allowed (SFV:SKN) -1/5');
    are('X-Forefront-Antispam-Report: SFV:SKS;CAT:NONE;', 'Microsoft 365: blocked (SFV:SKS)');
    are('X-Forefront-Antispam-Report: SCL:6;SRV:BULK;SFV:SPM;', 'Microsoft 365: bulk (SRV:BULK) 6/5');
    are(
      ['X-Forefront-Antispam-Report: SCL:1;SFV:NSPM;CAT:NONE;', 'X-Microsoft-Antispam: BCL:3;'],
      'Microsoft 365: clean (SFV:NSPM) 1/5',
    );
    are(['X-MS-Exchange-Organization-SCL: 1', 'X-Microsoft-Antispam: BCL:8;ARA:1;'], 'Microsoft 365: bulk (BCL 8) 1/5');
    are('X-MS-Exchange-Organization-PCL: 7', 'Microsoft 365: suspicious (PCL 7)');
    are('X-Forefront-Antispam-Report-Untrusted: SFV:SPM;', 'Microsoft 365 of an earlier organisation: spam (SFV:SPM)');
  });
  it('of gateways and services are told in their own words', () => {
    are(
      'X-Barracuda-Spam-Status: Yes, SCORE=7.20 using global scores of TAG_LEVEL=3.5 KILL_LEVEL=9.0 tests=HTML_MESSAGE',
      'Barracuda: spam (Yes) 7.2/9',
    );
    are('X-BESS-Spam-Status: SCORE=0.00 using account:ESS1 scores of KILL_LEVEL=7.0 tests=BSF_BESS_OUTBOUND', ...[]);
    are(
      'X-Proofpoint-Spam-Details: rule=inbound_notspam policy=inbound score=3 phishscore=0',
      'Proofpoint: clean (rule=inbound_notspam) 3',
    );
    are(
      'X-Proofpoint-Spam-Details: rule=phish policy=default score=100 phishscore=100 adultscore=0',
      'Proofpoint: phishing (rule=phish) 100',
    );
    are('X-Mimecast-Spam-Score: 7', 'Mimecast: scored 7');
    are(
      'X-Mimecast-Impersonation-Protect: Policy=CEO;Similar Internal Domain=false;Internal User Name=true',
      'Mimecast: suspicious (Internal User Name)',
    );
    are('X-TM-AS-Result: No--8.069-5.0-31-10', 'Trend Micro: clean (No) -8.069/5');
    are('X-TM-AS-Result: Yes-11-27.237300-8.000000', 'Trend Micro: spam (Yes) 27.2373/8');
    are('X-TM-AS-Result: : Yes--3.434300-0-31-1', 'Trend Micro: spam (Yes) -3.4343/0');
    are(
      [
        'X-KSE-AntiSpam-Status: KAS_STATUS_SPAM',
        'X-KSE-AntiSpam-Rate: 100',
        'X-KSE-AntiSpam-Info: a',
        'X-KSE-AntiSpam-Info: b',
      ],
      'Kaspersky: spam (KAS_STATUS_SPAM) 100',
    );
    are('X-KLMS-AntiSpam-Status: not_detected', 'Kaspersky: clean (not_detected)');
    are('X-KLMS-AntiSpam-Status: not scanned, whitelist', 'Kaspersky: allowed (not scanned, whitelist)');
    are('X-KLMS-AntiSpam-Status: not scanned, disabled by settings');
    are(['X-VR-SPAMSTATE: spam:medium', 'X-VR-SPAMSCORE: 340'], 'Vade: spam (spam:medium) 340');
    are('X-VADE-SPAMSTATE: commercial:mce', 'Vade: bulk (commercial:mce)');
    are('X-Vade-Tracker: score=300, verdict=phishing, state=101', 'Vade: phishing (phishing) 300');
    are('X-purgate-type: bulk.advertising', 'eXpurgate: bulk (bulk.advertising)');
    are('X-antispameurope-Spamstatus: INFOMAIL', 'Hornetsecurity: bulk (INFOMAIL)');
    are("X-PMX-Spam: Gauge=XXXIIIIIIII, Probability=38%, Report='HTML_50_70 0.1, __CT 0'", 'Sophos: scored 38');
    are('X-SBRS: -4.5', 'Cisco Secure Email (IronPort): scored -4.5');
    are('X-IronPort-Anti-Spam-Result: A2ADAQD7CQ9V', ...[]);
    are('X-SES-Spam-Verdict: FAIL', 'Amazon SES: spam (FAIL)');
    are(
      'X-SpamReason: No, hits=0.0 required=7.0 tests=sa_preprocessor',
      'Symantec Email Security (MessageLabs): clean (No) 0/7',
    );
  });
  it('of mailbox providers are told in their own words', () => {
    are(['X-Pm-Spam-Action: phishing', 'X-Pm-Spamscore: 101'], 'Proton: phishing (phishing) 101');
    are('X-UI-Filterresults: junk:10;V03:K0:abc', 'GMX and web.de: spam (junk:10)');
    are('X-GMX-Antispam: 0 (Mail was not recognized as spam); Detail=V3;', 'GMX and web.de: clean (0)');
    are('X-GMX-Antispam: -2 (not scanned, spam filter disabled)', ...[]);
    are('X-YahooFilteredBulk: 192.0.2.7', 'Yahoo: bulk (192.0.2.7)');
    are('X-Mras: PROBABLE_SPAM', 'Mail.ru: suspicious (PROBABLE_SPAM)');
    are('X-Yandex-Spam: 4', 'Yandex: spam (4)');
    are(['X-Gm-Spam: 0', 'X-Gm-Phishy: 1'], 'Gmail: phishing (1)');
    are('X-QQ-SPAM: true', 'QQ: spam (true)');
  });
  it('of programs on the server are told in their own words', () => {
    are(
      'X-Contoso-MailScanner-SpamCheck: not spam, SpamAssassin (not cached, score=2.427, required 4, AWL 0.16)',
      'MailScanner: clean (not spam) 2.427/4',
    );
    are('X-Contoso-MailScanner-SpamCheck: spam (blacklisted)', 'MailScanner: blocked (spam (blacklisted))');
    are('X-Contoso-MailScanner: Found to be infected', 'MailScanner for viruses: malware (Found to be infected)');
    are(
      'X-Bogosity: Unsure, tests=bogofilter, spamicity=0.512, version=1.2.5',
      'bogofilter: suspicious (Unsure) 0.512',
    );
    are('X-DSPAM-Result: Innocent', 'DSPAM: clean (Innocent)');
    are('X-CRM114-Status: SPAM ( -20.15 )', 'CRM114: spam (SPAM) -20.15');
    are(
      'X-Amavis-Alert: INFECTED, message contains virus: Eicar',
      'amavis for viruses: malware (INFECTED, message contains virus: Eicar)',
    );
    are('X-Virus-Status: Clean', 'ClamAV for viruses: clean (Clean)');
    are('X-SpamExperts-Class: whitelisted', 'SpamExperts: allowed (whitelisted)');
    are('X-Antivirus-Status: Infected', 'Avast or AVG for viruses: malware (Infected)');
    are('X-IMAIL-SPAM-VALHELO: (1a2b3c)', 'IMail: suspicious ((1a2b3c))');
  });
  it('that a sender makes up by the thousand are read no further than the cap', () =>
    assert.equal(told(...Array.from({ length: 5000 }, (_, i) => `X-Spam-Flag: ${i % 2 ? 'YES' : 'NO'}`)).length, 40));
});
