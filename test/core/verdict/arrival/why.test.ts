import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { whyOf } from '../../../../src/core/verdict/arrival/why.ts';

const MICROSOFT =
  'Received: from out.a.test (198.51.100.77) by DB5.mail.protection.outlook.com with SMTP id 1; Tue, 24 Nov 2026 14:41:20 +0100\n';
const CAME_IN =
  'Received: from out.a.test (out.a.test [198.51.100.77]) by mx.b.test with ESMTPS id 1; Tue, 24 Nov 2026 14:41:20 +0100\n';

/** The fields and the sentences; what speaks against the message has a mark, what is perilous two. */
const told = (header: string): string => {
  const text = `${header}From: ann@a.test\nSubject: x\n\nhi\n`;
  const [message] = readTicket(text).blocks;
  assert.ok(message?.kind === 'message');
  return whyOf(message)
    .map(({ start, end, against, perilous, words }) => {
      const marks = `${against ? '!' : ''}${perilous ? '!' : ''}`;
      return `${text.slice(start, end).split(':', 1)}${marks}: ${words}`;
    })
    .join(' | ');
};

describe('what filters hold against a message', () => {
  it('is told with what they count and the rules that weighed most', () => {
    for (const [header, expected] of [
      [
        `X-Spam-Status: Yes, score=7.5 required=5.0 tests=BAYES_99,URIBL_BLACK\n${CAME_IN}`,
        'X-Spam-Status!: SpamAssassin took it for spam, with 7.5 of 5 points. What matched: BAYES_99 (The learning filter holds it for surely spam (99 to 100 %)); URIBL_BLACK (A link leads to a domain on a list of uribl.com).',
      ],
      [
        `X-Spam-Status: No, score=1.0 required=5.0 tests=BAYES_00=-1.9\n${CAME_IN}`,
        'X-Spam-Status: SpamAssassin took it for no spam, with 1 of 5 points.',
      ],
      [
        `X-Spam-Status: Yes, score=7.5 required=5.0 tests=BAYES_99=3.5,URIBL_BLACK=1.7,HTML_MESSAGE=0.001,SPF_PASS=-0.001,RDNS_NONE=0.8,MISSING_MID=0.1\n${CAME_IN}`,
        'X-Spam-Status!: SpamAssassin took it for spam, with 7.5 of 5 points. What weighed most: BAYES_99 3.5 (The learning filter holds it for surely spam (99 to 100 %)); URIBL_BLACK 1.7 (A link leads to a domain on a list of uribl.com); RDNS_NONE 0.8 (The client has no reverse name); and 2 more rules.',
      ],
      [`X-Spam-Flag: YES\n${CAME_IN}`, 'X-Spam-Flag!: A spam filter took it for spam (“YES”).'],
      [
        `X-Spam-Flag: YES\nX-Spam-Status: Yes, score=7.5 required=5.0\n${CAME_IN}`,
        'X-Spam-Flag!: A spam filter took it for spam, with 7.5 of 5 points.',
      ],
      [`X-Spam-Score: 1\n${CAME_IN}`, 'X-Spam-Score: A spam filter gave it 1 point.'],
      [`X-Spam-Score: 0\n${CAME_IN}`, 'X-Spam-Score: A spam filter gave it no points.'],
      [`X-Spam-Score: 4.2\n${CAME_IN}`, 'X-Spam-Score: A spam filter gave it 4.2 points.'],
      [
        `X-Spam-Status: Yes, score=7.5 required=5.0 tests=DKIM_SIGNED,SPF_PASS,SPF_HELO_PASS,ALL_TRUSTED,BAYES_40,RCVD_IN_DNSWL_LOW,RCVD_IN_MSPIKE_H2,DKIM_VALID,RAZOR2_CHECK\n${CAME_IN}`,
        'X-Spam-Status!: SpamAssassin took it for spam, with 7.5 of 5 points. What matched: RAZOR2_CHECK (Others reported the same text as spam to Razor).',
      ],
      [
        `X-Forefront-Antispam-Report: CIP:198.51.100.77;IPV:NLI;SFV:SPM;H:out.a.test;CAT:SPM;DIR:INB;SCL:5;\n${MICROSOFT}`,
        'X-Forefront-Antispam-Report!: Microsoft 365 took it for spam (CAT:SPM: Spam).',
      ],
      [
        `X-Forefront-Antispam-Report: CIP:198.51.100.77;IPV:CAL;SFV:SKN;H:out.a.test;DIR:INB;SCL:-1;\n${MICROSOFT}`,
        'X-Forefront-Antispam-Report: Microsoft 365 let it pass by a list or a rule (SFV:SKN: It was marked as no spam before the filter, by a mail flow rule or an allow list).',
      ],
      [
        `X-Forefront-Antispam-Report: CIP:198.51.100.77;IPV:NLI;SFV:SPM;H:out.a.test;CAT:PHSH;DIR:OUT;SCL:5;\n${MICROSOFT}`,
        '',
      ],
      [
        `X-Forefront-Antispam-Report: CIP:198.51.100.77;IPV:NLI;SFV:NSPM;CAT:HPHISH;DIR:INB;SCL:8;\n${MICROSOFT}`,
        'X-Forefront-Antispam-Report!!: Microsoft 365 took it for phishing (CAT:HPHISH: Surely phishing).',
      ],
      [
        `X-Microsoft-Antispam: BCL:7;\n${MICROSOFT}`,
        'X-Microsoft-Antispam: Microsoft 365 took it for bulk mail (BCL 7: A bulk sender about whom some complain).',
      ],
      [
        `X-MS-Exchange-Organization-Rules-Execution-History: Rule one%%%Rule two%%%\n${MICROSOFT}`,
        'X-MS-Exchange-Organization-Rules-Execution-History: Mail flow rules of Exchange acted on it: Rule one, Rule two; Get-TransportRule names each.',
      ],
      [
        `X-MS-Exchange-Organization-Rules-Execution-History: a%%%b%%%c%%%d\n${MICROSOFT}`,
        'X-MS-Exchange-Organization-Rules-Execution-History: Mail flow rules of Exchange acted on it: a, b, c and 1 more; Get-TransportRule names each.',
      ],
      [`X-MS-Exchange-Organization-Rules-Execution-History: \n${MICROSOFT}`, ''],
      [`X-Virus-Status: Infected\n${CAME_IN}`, 'X-Virus-Status!!: ClamAV found malware in it (“Infected”).'],
      [`X-Virus-Scanned: clean\n${CAME_IN}`, ''],
      [
        `X-Bogosity: Spam, tests=bogofilter, spamicity=0.999, version=1.2\n${CAME_IN}`,
        'X-Bogosity!: Bogofilter took it for spam, with a chance of spam of 0.999.',
      ],
      [
        `X-DSPAM-Result: Spam\nX-DSPAM-Probability: 0.99\n${CAME_IN}`,
        'X-DSPAM-Result!: DSPAM took it for spam, with a chance of spam of 0.99.',
      ],
      [
        `X-Proofpoint-Spam-Details: rule=notspam policy=default score=12\n${CAME_IN}`,
        'X-Proofpoint-Spam-Details: Proofpoint took it for no spam, with 12 points.',
      ],
      [
        `X-Spamd-Result: default: False [7.00 / 15.00]; MID_RHS_MATCH_FROM(0.00)[]; R_SPF_FAIL(1.00)[-all]; PHISHING(4.00)[]\n${CAME_IN}`,
        'X-Spamd-Result: Rspamd gave it 7 of 15 points. What weighed most: PHISHING 4; R_SPF_FAIL 1 (SPF forbids the client).',
      ],
      [`X-Rspamd-Action: add header\n${CAME_IN}`, 'X-Rspamd-Action!: Rspamd took it for spam (“add header”).'],
      [
        `X-Barracuda-Spam-Status: Yes, SCORE=5.50 using per-user scores of TAG_LEVEL=3.5 QUARANTINE_LEVEL=5.0 KILL_LEVEL=9.0 tests=BSF_SC0_MISMATCH_TO, HTML_MESSAGE\n${CAME_IN}`,
        'X-Barracuda-Spam-Status!: Barracuda took it for spam, with 5.5 of 9 points. What matched: BSF_SC0_MISMATCH_TO (The recipient of the envelope does not stand in To); HTML_MESSAGE (It has a part in HTML; this alone is no sign of spam).',
      ],
      [
        `X-IronPort-Anti-Spam-Filtered: true\nX-SBRS: -3.5\n${CAME_IN}`,
        'X-SBRS: Cisco Secure Email (IronPort) gave the sending host a reputation of -3.5.',
      ],
      [
        `X-PerlMx-Spam: Gauge=IIIIIIII, Probability=8%, Report='X 0'\n${CAME_IN}`,
        'X-PerlMx-Spam: Sophos gave it a chance of spam of 8 %.',
      ],
      [`X-Mimecast-Spam-Score: 3\n${CAME_IN}`, 'X-Mimecast-Spam-Score: Mimecast gave it 3 points.'],
      [`X-Spam: Yes\n${CAME_IN}`, 'X-Spam!: A spam filter took it for spam (“Yes”).'],
      [
        `X-TM-AS-Result: Yes-12.3-5.0\n${CAME_IN}`,
        'X-TM-AS-Result!: Trend Micro took it for spam, with 12.3 of 5 points.',
      ],
      [
        `X-Spampanel-Class: spam\nX-Spampanel-Evidence: Combined (0.98)\n${CAME_IN}`,
        'X-Spampanel-Class!: SpamExperts took it for spam, with a chance of spam of 0.98.',
      ],
      [`X-Yandex-Spam: 4\n${CAME_IN}`, 'X-Yandex-Spam!: Yandex took it for spam (“4”).'],
      [`X-Spam-Flag: YES\nX-Rspamd-Action: add header\n${CAME_IN}`, 'X-Spam-Flag!: Rspamd took it for spam (“YES”).'],
      [
        `X-Spam-Flag: NO\nX-Rspamd-Action: add header\n${CAME_IN}`,
        'X-Rspamd-Action!: Rspamd took it for spam (“add header”).',
      ],
      [
        `X-Spam-Score: 4.2\nX-Rspamd-Action: add header\n${CAME_IN}`,
        'X-Rspamd-Action!: Rspamd took it for spam, with 4.2 points.',
      ],
      [`X-Virus-Status: Clean\n${CAME_IN}`, ''],
      [
        `X-Forefront-Antispam-Report: CIP:198.51.100.77;IPV:NLI;SFV:NSPM;DIR:INB;SCL:1;\n${MICROSOFT}`,
        'X-Forefront-Antispam-Report: Microsoft 365 took it for no spam (SFV:NSPM: The filter judged it and it is no spam).',
      ],
      [
        `X-Forefront-Antispam-Report: CIP:198.51.100.77;SFV:ZZZ;CAT:QQQ;SCL:9;DIR:INB\n${MICROSOFT}`,
        'X-Forefront-Antispam-Report!: Microsoft 365 took it for spam (SCL 9: Surely spam).',
      ],
      [
        `X-Spam-Status: Yes, score=0 required=5.0\n${CAME_IN}`,
        'X-Spam-Status!: A spam filter took it for spam (“Yes”).',
      ],
      [
        `X-Spam-Status: No, score=0 required=5.0\n${CAME_IN}`,
        'X-Spam-Status: A spam filter took it for no spam, with 0 of 5 points.',
      ],
      [
        `X-Spam-Status: No, score=2.0 required=5.0 tests=URIBL_BLACK=1.7\n${CAME_IN}`,
        'X-Spam-Status: SpamAssassin took it for no spam, with 2 of 5 points.',
      ],
      [
        `X-Spam-Status: Yes, score=7.5 required=5.0 tests=A_1=1,B_1=1,C_1=1,D_1=1\n${CAME_IN}`,
        'X-Spam-Status!: SpamAssassin took it for spam, with 7.5 of 5 points. What weighed most: A_1 1; B_1 1; C_1 1; and 1 more rule.',
      ],
      [
        `X-Spam-Status: Yes, score=7.5 required=5.0 tests=A_1=1,B_1\n${CAME_IN}`,
        'X-Spam-Status!: SpamAssassin took it for spam, with 7.5 of 5 points. What weighed most: A_1 1; B_1.',
      ],
      [`X-Rspamd-Action: no action\n${CAME_IN}`, 'X-Rspamd-Action: Rspamd took it for no spam.'],
      [`X-Rspamd-Action: greylist\n${CAME_IN}`, 'X-Rspamd-Action: Rspamd finds it suspicious (“greylist”).'],
      [
        `X-MS-Exchange-Organization-SCL: 6\n${MICROSOFT}`,
        'X-MS-Exchange-Organization-SCL!: Microsoft 365 took it for spam (SCL 6: Spam, also given to bulk mail over the limit).',
      ],
      [
        `X-KLMS-AntiPhishing: Phishing\n${CAME_IN}`,
        'X-KLMS-AntiPhishing!!: Kaspersky took it for phishing (“Phishing”).',
      ],
      [`X-Barracuda-Spam-Score: 2.0\n${CAME_IN}`, 'X-Barracuda-Spam-Score: Barracuda gave it 2 points.'],
    ] as const)
      assert.equal(told(header), expected, header);
  });

  it('is told with the heaviest first', () => {
    const all = told(`X-SBRS: -3.5\nX-Rspamd-Action: add header\nX-Virus-Status: Infected\n${CAME_IN}`);
    const calm = told(`X-SBRS: -3.5\nX-Rspamd-Action: greylist\nX-KLMS-AntiPhishing: Phishing\n${CAME_IN}`);
    assert.match(calm, /^X-KLMS-AntiPhishing!!: .* \| X-Rspamd-Action: .* \| X-SBRS: /);
    assert.match(all, /^X-Virus-Status!!: .* \| X-Rspamd-Action!: .* \| X-SBRS: /);
  });
});
