import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

const all = (text: string) => readVerdicts(readTicket(text));

/** A report of SpamAssassin with rules of two points each. */
const report = (points: string, ...rules: readonly string[]): string =>
  `Content analysis details:   (${points} points, 5.0 required)\n\n pts rule name              description\n---- ---------------------- -----------------------------\n${rules
    .map((rule) => `${rule}\n`)
    .join('')}`;

const summary = (text: string): string => {
  const [verdict, ...more] = all(text);
  assert.equal(more.length, 0);
  return `${verdict?.role} ${verdict?.code}: ${verdict?.summary}`;
};

describe('what a filter reports', () => {
  const STEPS: Readonly<Record<string, readonly [area: string, step: string]>> = {
    'RDNS_NONE NO_RDNS REVERSE_X HFILTER_HOSTNAME_1': [
      'no reverse DNS',
      'Give the sending host a PTR record whose name leads back to its address.',
    ],
    'SPF_FAIL SPF_SOFTFAIL SPF_NONE SPF_PERMERROR SPF_HELO_FAIL SPF_HELO_SOFTFAIL R_SPF_NA SPFFAIL': [
      'SPF',
      'Put the sending host into the SPF record of the domain.',
    ],
    'DKIM_INVALID DKIMINVALID DKIM_REJECT R_DKIM_REJECT DKIM_ADSP_ALL': [
      'DKIM',
      'Look why the DKIM signature fails: the key in DNS, or a hop that changes the message.',
    ],
    'DMARC_FAIL DMARC_POLICY_REJECT DMARC_REJECT DMARC_QUAR DMARC_MISSING DMARCFAIL': [
      'DMARC',
      'Let SPF or DKIM pass for the domain of From itself.',
    ],
    'RCVD_IN_PBL SPAMHAUS_RBL X_BL_Y MY_DNSBL IN_SBL IN_XBL BLOCKED_BY_X': [
      'block lists',
      'Ask the block lists that are named to take the address off, once the cause is mended.',
    ],
    'URIBL_BLACK DBL_SPAM SURBL_MULTI PHISHING BAD_URL': [
      'addresses in the text that are listed',
      'Look which link of the text is on a block list.',
    ],
  };

  it('is what the sender’s side can mend, by the names of rules', () => {
    for (const [rules, [area, step]] of Object.entries(STEPS))
      for (const rule of rules.split(' ')) {
        const [verdict] = all(report('7.5', ` 2.4 ${rule.padEnd(22)} said so`));
        const areas = /What the sender’s side can mend: ([^.]*)\./.exec(verdict?.summary ?? '')?.[1]?.split(', ') ?? [];
        assert.ok(areas.includes(area), `${rule}: ${verdict?.summary}`);
        assert.ok(
          verdict?.next.some((one) => one.text === step),
          rule,
        );
      }
    for (const rule of ['BAYES_99', 'HTML_MESSAGE', 'SPF_PASS', 'DKIM_VALID', 'DMARC_PASS'])
      assert.doesNotMatch(all(report('7.5', ` 2.4 ${rule.padEnd(22)} said so`))[0]?.summary ?? '', /can mend/, rule);
    // A rule that speaks for the message asks for nothing.
    assert.doesNotMatch(all(report('7.5', '-2.4 RDNS_NONE              said so'))[0]?.summary ?? '', /can mend/);
  });

  it('is what weighed most, the heaviest first, and how many are left out', () => {
    assert.equal(
      summary(
        report(
          '7.5',
          ' 0.4 LIGHT_RULE             little',
          ' 0.5 SOME_RULE              some',
          ' 3.0 HEAVY_RULE             much',
        ),
      ),
      'notice spam-marked: The filter takes the message for spam: 7.5 points where 5.0 are needed. What weighed most: HEAVY_RULE (3: much); SOME_RULE (0.5: some).',
    );
    const rules = Array.from({ length: 8 }, (_, i) => ` ${9 - i}.0 RULE_${i}                 x`);
    assert.match(summary(report('9.0', ...rules)), /RULE_0 .*RULE_5 \(4: x\) and 2 more\.$/);
    assert.match(summary(report('5.0', ' 1.0 A_RULE                 x')), /^notice spam-marked/);
    assert.equal(
      summary(report('4.9', ' 0.1 A_RULE                 x')),
      'notice arrived: The filter does not take the message for spam: 4.9 points where 5.0 are needed.',
    );
  });

  it('is refused where Rspamd rejects what is for somebody', () => {
    const rspamd = (action: string, score: number): string =>
      JSON.stringify({ score, required_score: 15, action, symbols: { RULE_A: { score: 4 } } });
    for (const action of ['reject', 'add header', 'rewrite subject'])
      assert.match(
        summary(rspamd(action, 9)),
        new RegExp(`^notice spam-marked: .*9 of the 15 points of a rejection, and its action is “${action}”`),
      );
    for (const action of ['greylist', 'no action', 'soft reject'])
      assert.match(summary(rspamd(action, 9)), /^notice arrived: /, action);
    assert.match(summary(rspamd('no action', 15)), /^notice spam-marked: /);
  });
});

describe('what receivers report', () => {
  const dmarc = (rows: readonly (readonly [count: number, result: string])[], head = ''): string =>
    `<feedback><report_metadata><org_name>northwind.test</org_name></report_metadata>${head || '<policy_published><domain>contoso.test</domain><p>none</p></policy_published>'}${rows
      .map(
        ([count, result]) =>
          `<record><row><count>${count}</count><policy_evaluated><dkim>${result}</dkim><spf>fail</spf></policy_evaluated></row></record>`,
      )
      .join('')}</feedback>\n`;

  it('is an aggregate report of DMARC, counted', () => {
    const of =
      'notice receiver-report: This is a DMARC aggregate report of northwind.test on contoso.test (the policy is p=none).';
    assert.equal(
      summary(
        dmarc([
          [3, 'pass'],
          [4, 'pass'],
        ]),
      ),
      `${of} All 7 messages that it counts pass.`,
    );
    assert.equal(
      summary(
        dmarc([
          [3, 'pass'],
          [4, 'fail'],
        ]),
      ),
      `${of} Of 7 messages, 4 fail DMARC.`,
    );
    assert.equal(summary(dmarc([[0, 'pass']])), `${of} It counts no message.`);
    assert.equal(
      summary(
        dmarc([[1, 'fail']], '<policy_published></policy_published>').replace(
          '<org_name>northwind.test</org_name>',
          '',
        ),
      ),
      'notice receiver-report: This is a DMARC aggregate report of a receiver on a domain (the policy is p=unknown). Of 1 messages, 1 fail DMARC.',
    );
  });

  it('is a report of TLS, with what failed', () => {
    const tls = (good: number, bad: number, details: readonly object[] = []): string =>
      JSON.stringify(
        {
          'organization-name': 'Northwind',
          'date-range': { 'start-datetime': '2026-11-20T00:00:00Z', 'end-datetime': '2026-11-20T23:59:59Z' },
          'contact-info': 'tls@northwind.test',
          'report-id': '1',
          policies: [
            {
              policy: { 'policy-type': 'sts', 'policy-domain': 'contoso.test' },
              summary: { 'total-successful-session-count': good, 'total-failure-session-count': bad },
              'failure-details': details,
            },
          ],
        },
        null,
        2,
      );
    const said = (text: string): string =>
      all(text)
        .map(({ role, code, summary: words }) => `${role} ${code}: ${words}`)
        .join('\n');
    assert.match(said(tls(7, 0)), /^notice receiver-report: .*Northwind.*contoso\.test.*7/);
    assert.match(
      said(tls(7, 3, [{ 'result-type': 'certificate-expired', 'failed-session-count': 3 }])),
      /certificate-expired/,
    );
  });
});

describe('what Gmail shows above a message', () => {
  const shown = (...results: readonly string[]): string =>
    `Message ID\t<1@contoso.test>\nFrom:\tA <a@contoso.test>\nTo:\tbob@fabrikam.test\n${results.join('\n')}\n`;

  it('is whether SPF, DKIM and DMARC passed, the last that failed counting', () => {
    for (const [results, said] of [
      [
        ['SPF:\tPASS with IP 192.0.2.1', 'DKIM:\tPASS', 'DMARC:\tPASS'],
        'notice arrived: Gmail shows for this message: SPF pass, DKIM pass, DMARC pass.',
      ],
      [
        ['SPF:\tFAIL with IP 192.0.2.1', 'DKIM:\tPASS', 'DMARC:\tPASS'],
        'notice spf-failed: Gmail shows for this message: SPF fail, DKIM pass, DMARC pass. SPF did not pass, so nothing vouches for the domain in From by it.',
      ],
      [
        ['SPF:\tSOFTFAIL with IP 192.0.2.1', 'DKIM:\tFAIL', 'DMARC:\tPASS'],
        'notice dkim-failed: Gmail shows for this message: SPF softfail, DKIM fail, DMARC pass. DKIM did not pass, so nothing vouches for the domain in From by it.',
      ],
      [
        ['SPF:\tPASS', "DMARC:\t'FAIL'"],
        'notice dmarc-failed: Gmail shows for this message: SPF pass, DMARC fail. DMARC did not pass, so nothing vouches for the domain in From by it.',
      ],
      [
        ['SPF:\tNEUTRAL', 'DKIM:\tPERMERROR'],
        'notice dkim-failed: Gmail shows for this message: SPF neutral, DKIM permerror. DKIM did not pass, so nothing vouches for the domain in From by it.',
      ],
    ] as const)
      assert.equal(summary(shown(...results)), said);
  });
});

describe('the shape of a queue', () => {
  const qshape = (...rows: readonly string[]): string =>
    `                T  5 10 20 40 80 160 320 640 1280 1280+\n${rows.map((row) => `${row}\n`).join('')}`;
  const waits = (text: string): readonly string[] => all(text).map(({ code, summary: said }) => `${code}: ${said}`);

  it('is how many messages wait, where, and how old they are', () => {
    assert.deepEqual(
      waits(
        qshape(
          '         TOTAL  7 0  0  0  0  0   0   0   0    0     3',
          ' fabrikam.test  1 1  0  0  0  0   0   0   0    0     0',
        ),
      ),
      [
        'delayed: 7 messages wait in the queue in all, 3 of them in the oldest class of age.',
        'delayed: 1 message waits in the queue for fabrikam.test.',
      ],
    );
    assert.match(
      all(qshape(' fabrikam.test  1 1  0  0  0  0   0   0   0    0     0'))[0]?.next[0]?.text ?? '',
      /^Look in the log, or in the list of the queue/,
    );
    assert.deepEqual(waits('messages in queue: 12\nmessages in queue but not yet preprocessed: 3\n'), [
      'delayed: 12 messages wait in the queue in all.',
    ]);
    assert.deepEqual(waits('messages in queue but not yet preprocessed: 3\n'), [
      'delayed: 3 messages wait in the queue, not yet preprocessed.',
    ]);
  });
});
