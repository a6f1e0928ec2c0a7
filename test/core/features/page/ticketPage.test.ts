import assert from 'node:assert/strict';
import type { TicketPage, Verified } from '../../../../src/core/features/page/page.ts';
import { ticketPage } from '../../../../src/core/features/page/ticketPage.ts';
import type { ProbeRecord } from '../../../../src/core/report/answer.ts';
import { phrase, speak } from '../../../../src/core/text/words.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

const pageOf = (
  text: string,
  { probes = [], verified = [] }: { probes?: readonly ProbeRecord[]; verified?: readonly Verified[] } = {},
): TicketPage => ticketPage(readTicket(text), { probes, verified });

const SESSION = `220 mx.northwind.test ESMTP
EHLO mail.contoso.test
250 mx.northwind.test
MAIL FROM:<alice@contoso.test>
250 2.1.0 Ok
RCPT TO:<bob@northwind.test>
550 5.1.1 <bob@northwind.test>: Recipient address rejected: User unknown
RCPT TO:<carol@northwind.test>
250 2.1.5 Ok
QUIT
221 2.0.0 Bye
`;

const bounced = (i: number, host = 'mx.northwind.test'): string =>
  `Nov 20 09:14:${10 + i} mx1 postfix/smtp[51]: 4C1D5228${i}: to=<u${i}@northwind.test>, relay=${host}[192.0.2.30]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host ${host}[192.0.2.30] said: 550 5.1.1 <u${i}@northwind.test>: Recipient address rejected: User unknown (in reply to RCPT TO command))\n`;

const MESSAGE = `Received: from mail.fabrikam.test (mail.fabrikam.test [203.0.113.9]) by mx.northwind.test with ESMTP; Mon, 4 Mar 2024 12:00:01 +0000
Authentication-Results: mx.northwind.test; spf=pass smtp.mailfrom=fabrikam.test;
 dkim=fail header.d=fabrikam.test; dmarc=pass header.from=fabrikam.test
Received: from pc.fabrikam.test ([192.0.2.7]) by mail.fabrikam.test with ESMTPSA; Mon, 4 Mar 2024 10:00:01 +0000
From: =?utf-8?q?B=C3=BCro?= <office@fabrikam.test>
To: bob@northwind.test
Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
Date: Mon, 4 Mar 2024 10:00:00 +0000
Message-ID: <1@fabrikam.test>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html

<a href="https://evil.test/x">https://www.contoso.test/</a>
--b
Content-Type: application/pdf; name=a.pdf
Content-Disposition: attachment; filename=a.pdf

x
--b--
`;

describe('the page of a ticket', () => {
  it('does not say of mail what a session got over before there was any', () => {
    const login = 'AUTH PLAIN AGEAYg==\n535 5.7.8 no\nAUTH PLAIN AGEAYg==\n235 2.7.0 ok\n';
    const greeting = '220 mx.northwind.test ESMTP\nEHLO pc\n250-mx.northwind.test\n250 AUTH PLAIN\n';
    const { happened } = pageOf(`${greeting}${login}QUIT\n221 bye\n`);
    assert.deepEqual(
      [happened?.tone, happened?.status, happened?.headline, happened?.short],
      ['good', 'Got over it', 'Refused at first, then accepted', 'Got over it'],
    );
    assert.doesNotMatch(happened?.words ?? '', /\btook it\b/);
    const mail =
      'MAIL FROM:<a@fabrikam.test>\n250 ok\nRCPT TO:<b@northwind.test>\n250 ok\nDATA\n354 go\nx\n.\n250 ok\n';
    assert.equal(pageOf(`${greeting}${login}${mail}`).happened?.status, 'Handed on');
  });

  it('says what became of the mail and why, who acts, whether waiting helps, how sure that is, and on which line it rests', () => {
    const { happened } = pageOf(SESSION);
    assert.deepEqual(
      [happened?.tone, happened?.status, happened?.headline, happened?.short],
      ['failed', 'Refused', 'No such mailbox: bob@northwind.test', 'No such mailbox'],
    );
    assert.match(happened?.words ?? '', /^The server.* knows no mailbox with this address.* It was not delivered/);
    assert.deepEqual(
      happened?.facts.map(({ name, value }) => `${name}: ${value.split(';', 1)[0]}`),
      [
        'Who acts: The sender',
        'Waiting: Does not help: sent again unchanged, it fails again',
        'How sure: Likely, from words that many servers use',
      ],
    );
    assert.deepEqual(happened?.evidence, {
      line: 6,
      words: '550 5.1.1 <bob@northwind.test>: Recipient address rejected: User unknown',
    });
  });

  it('has the steps, and what there is to press', () => {
    const { steps, actions } = pageOf(SESSION);
    assert.ok(steps.length > 0 && steps.every(({ text }) => /^[A-Z].*\.$/.test(text)));
    assert.deepEqual(
      actions.map(({ label, command, argument }) => [label, command, argument]),
      [
        ['Copy answer', 'mailTriage.copyAnswer', undefined],
        ['Check northwind.test', 'mailTriage.check', 'northwind.test'],
        [
          'Explain 550 5.1.1',
          'mailTriage.explain',
          '550 5.1.1 <bob@northwind.test>: Recipient address rejected: User unknown',
        ],
        ['Copy questions for the sender', 'mailTriage.copySenderRequest', undefined],
        ['Search the logs for bob@northwind.test', 'mailTriage.findMessage', 'bob@northwind.test'],
      ],
    );
  });

  it('opens what the reply names, and asks DNS again', () => {
    const { actions } = pageOf(
      `${SESSION.replace('User unknown', 'blocked, see https://help.northwind.test/x?a=1.')}\n\n; <<>> DiG 9.18 <<>> MX northwind.test\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; QUESTION SECTION:\n;northwind.test. IN MX\n;; ANSWER SECTION:\nnorthwind.test. 300 IN MX 10 mx.northwind.test.\n`,
    );
    assert.deepEqual(
      actions.filter(({ command }) => command === 'open' || command === 'mailTriage.askAgain'),
      [
        { label: 'Open help.northwind.test', command: 'open', argument: 'https://help.northwind.test/x?a=1' },
        {
          label: 'Ask again: MX of northwind.test',
          command: 'mailTriage.askAgain',
          argument: { name: 'northwind.test', type: 'MX', records: ['10 mx.northwind.test.'] },
        },
      ],
    );
  });

  it('says who got it and who did not, recipients of one cause together', () => {
    const words = (text: string): readonly string[] =>
      pageOf(text).recipients.map(({ tone, fate, why, count }) => `${tone} ${count} ${fate}: ${why}`);
    assert.deepEqual(words(`${bounced(1)}${bounced(2)}${bounced(3)}${bounced(4)}`), [
      'failed 4 did not get it: no such mailbox at mx.northwind.test (550 5.1.1)',
    ]);
    const { recipients } = pageOf(`${bounced(1)}${bounced(2)}${bounced(3)}${bounced(4)}`);
    assert.deepEqual(
      recipients[0]?.recipients.map((one) => `${one.line} ${one.words}`),
      ['0 u1@northwind.test', '1 u2@northwind.test', '2 u3@northwind.test', '3 u4@northwind.test'],
    );
    assert.deepEqual(words(`${bounced(1)}${bounced(2, 'mx.fabrikam.test')}`), [
      'failed 1 did not get it: at mx.northwind.test (550 5.1.1)',
      'failed 1 did not get it: at mx.fabrikam.test (550 5.1.1)',
    ]);
  });

  it('shows a message with its checks, what each rests on, its way, its attachments and links that lie', () => {
    const { messages, happened } = pageOf(MESSAGE);
    const [message] = messages;
    assert.equal(happened?.status, 'Late');
    assert.deepEqual(
      message?.facts.map(({ name, value }) => `${name}: ${value}`),
      [
        'From: Büro <office@fabrikam.test>',
        'To: bob@northwind.test',
        'Subject: Grüße',
        'Date: Mon, 4 Mar 2024 10:00:00 +0000',
        'Message-ID: <1@fabrikam.test>',
      ],
    );
    const rests = ['Claimed by mx.northwind.test, the receiver’s own.'];
    assert.deepEqual(message?.badges, [
      { method: 'SPF', claimed: 'pass', tone: 'good', rests, line: 1, about: 'fabrikam.test' },
      { method: 'DKIM', claimed: 'fail', tone: 'failed', rests, line: 2, about: 'fabrikam.test' },
      { method: 'DMARC', claimed: 'pass', tone: 'good', rests, line: 2, about: 'fabrikam.test' },
    ]);
    assert.equal(message?.way, '2 hops, 2 h; slowest: 2 h at mail.fabrikam.test');
    assert.deepEqual(
      message?.hops.map(({ name, slowest }) => [name, slowest]),
      [
        ['written', false],
        ['mail.fabrikam.test', false],
        ['mx.northwind.test', true],
      ],
    );
    assert.deepEqual(message?.attachments, [
      { label: 'Save a.pdf (1 byte)…', command: 'mailTriage.savePart', argument: 17 },
    ]);
    assert.ok(message?.told.some(({ words, tone }) => tone === 'failed' && /evil\[\.\]test/.test(words)));
    assert.deepEqual(
      message?.actions.map(({ command }) => command),
      [
        'mailTriage.showTimeline',
        'mailTriage.previewMessage',
        'mailTriage.verifyAuthentication',
        'mailTriage.copyIndicators',
      ],
    );
  });

  it('says in one language how long the way took', () => {
    const disagree = { 'unknown, the clocks disagree': 'unbekannt, die Uhren widersprechen sich' };
    speak({ '{0} hops, {1}': '{0} Stationen, {1}', ...disagree });
    try {
      assert.equal(
        pageOf(MESSAGE.replace('10:00:01', '12:00:31')).messages[0]?.way,
        '2 Stationen, unbekannt, die Uhren widersprechen sich',
      );
    } finally {
      speak({});
    }
  });

  it('shows of a bounce the message that came back', () => {
    const bounce = `From: MAILER-DAEMON@relay.contoso.test
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.contoso.test

Final-Recipient: rfc822; bob@northwind.test
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--b
Content-Type: message/rfc822

From: alice@contoso.test
Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=

--b--
`;
    const [message] = ticketPage(readTicket(bounce, 'message'), { probes: [], verified: [] }).messages;
    assert.deepEqual(
      [message?.title, message?.line, message?.facts.map(({ value }) => value)],
      ['The message that came back', 16, ['alice@contoso.test', 'Grüße']],
    );
    assert.deepEqual([message?.way, message?.hops], ['', []]);
  });

  it('says beside what is claimed what we verified', () => {
    const verified: readonly Verified[] = [
      { method: 'spf', result: 'fail', about: 'fabrikam.test', line: 0 },
      { method: 'dkim', result: 'fail', about: 'fabrikam.test', line: 0 },
      { method: 'dmarc', result: 'unchecked', about: 'fabrikam.test', line: 0 },
      { method: 'arc', result: 'pass', line: 0 },
    ];
    const badges = pageOf(MESSAGE, { verified }).messages[0]?.badges;
    assert.deepEqual(
      badges?.map(({ method, tone, claimed, rests }) => [method, tone, claimed, rests.at(-1)]),
      [
        ['SPF', 'failed', 'pass', 'Verified by us: fail, which differs.'],
        ['DKIM', 'failed', 'fail', 'Verified by us: fail.'],
        ['DMARC', 'good', 'pass', 'We could not verify it.'],
        ['ARC', 'good', undefined, 'Verified by us: pass.'],
      ],
    );
    const other = verified.map((one) => ({ ...one, line: 500 }));
    assert.deepEqual(pageOf(MESSAGE, { verified: other }).messages[0]?.badges, pageOf(MESSAGE).messages[0]?.badges);
  });

  it('says how many results of one check it does not show', () => {
    const results = (count: number): string =>
      Array.from({ length: count }, (_, i) => ` dkim=pass header.d=d${i}.test`).join(';\n');
    const restsOf = (count: number): readonly (string | undefined)[] =>
      (pageOf(MESSAGE.replace(' dkim=fail header.d=fabrikam.test', results(count))).messages[0]?.badges ?? [])
        .filter(({ method }) => method === 'DKIM')
        .map(({ rests }) => rests[1]);
    assert.deepEqual(restsOf(3), [undefined, undefined, undefined]);
    assert.deepEqual(restsOf(4), [undefined, undefined, 'One more result is in the message and not shown here.']);
    assert.deepEqual(restsOf(9), [undefined, undefined, '6 more results are in the message and not shown here.']);
  });

  it('says how many values of filters it does not list', () => {
    const many = `Received: from a.test by mx.contoso.test; Fri, 20 Nov 2026 12:00:00 +0000\nX-Forefront-Antispam-Report: ${'SFV:SPM;'.repeat(33)}\nFrom: a@a.test\nSubject: s\n\nx\n`;
    const filters = pageOf(many).messages[0]?.filters ?? [];
    assert.ok(
      filters.some(({ words }) => words === '3 more values are not listed here.'),
      JSON.stringify(filters),
    );
  });

  it('explains what filters wrote, value by value', () => {
    const microsoft = MESSAGE.replace('From:', 'X-Forefront-Antispam-Report: SFV:SPM;SCL:6;CAT:SPOOF;\nFrom:');
    const filters = pageOf(microsoft).messages[0]?.filters ?? [];
    assert.ok(filters.some(({ words, line }) => line === 4 && /^CAT:SPOOF – ./.test(words)));
    assert.ok(filters.some(({ words }) => /^SFV:SPM – ./.test(words)));
  });

  it('shows the mail of a session or log by what is known of it', () => {
    assert.deepEqual(pageOf(SESSION).messages[0]?.facts, [
      { name: 'From', value: 'alice@contoso.test' },
      { name: 'To', value: 'bob@northwind.test' },
      { name: 'Server', value: 'mx.northwind.test' },
    ]);
  });

  it('says what was asked since, the latest first, and what changed', () => {
    const record = (time: number, outcome: string, title = 'Checked a.test'): ProbeRecord => ({
      title: phrase(title),
      time,
      outcome,
      target: 'a.test',
    });
    const probes = [record(1, 'down'), record(2, 'down'), record(3, 'up'), record(4, 'x', 'Probed b.test')];
    assert.deepEqual(
      pageOf(SESSION, { probes }).probes.map(({ time, outcome, changed }) => [time, outcome, changed]),
      [
        [4, 'x', undefined],
        [3, 'up', 'Before: down'],
        [2, 'down', 'As before.'],
        [1, 'down', undefined],
      ],
    );
  });

  it('says no sentence twice', () => {
    for (const text of [SESSION, MESSAGE, `Why?\n\n${SESSION}\n${bounced(1)}\n${MESSAGE}`]) {
      const { happened, also, messages, steps } = pageOf(text);
      const said = [
        happened?.headline ?? '',
        happened?.words ?? '',
        ...steps.map((one) => one.text),
        ...also.map(({ words }) => words),
        ...messages.flatMap(({ told, filters, story }) => [...told, ...filters, ...story].map(({ words }) => words)),
      ].flatMap((words) => words.split(/(?<=\.) (?=[A-Z])/));
      assert.deepEqual(
        said.filter((one, i) => one !== '' && said.indexOf(one) !== i),
        [],
      );
    }
    const { happened, messages } = pageOf(`X-Gmail-Labels: Inbox\n${MESSAGE.replaceAll(/10:00/g, '12:00')}`);
    assert.equal(happened?.headline, 'The message lies in the inbox at Gmail');
    assert.ok(messages[0]?.told.every(({ words }) => !words.startsWith('It lies in')));
  });

  it('is empty for a text that is no ticket', () => {
    const { happened, parts, recipients, messages, steps, actions } = pageOf('hello\n');
    assert.deepEqual([happened, parts, recipients, messages, steps, actions], [undefined, [], [], [], [], []]);
  });
});

describe('what a page says that it leaves out', () => {
  it('are older probes', () => {
    const probes = (count: number): readonly ProbeRecord[] =>
      Array.from({ length: count }, (_, i) => ({
        title: phrase('Probe {0}', `${i}`),
        target: 'mx.test',
        time: i,
        outcome: 'x',
      }));
    const page = pageOf(SESSION, { probes: probes(23) });
    assert.equal(page.probes.length, 20);
    assert.deepEqual(page.cut, ['Older probes that are not listed here: 3.']);
    assert.deepEqual(pageOf(SESSION, { probes: probes(20) }).cut, []);
  });
  it('are findings besides the first', () => {
    const lookups = (count: number): string =>
      Array.from(
        { length: count },
        (_, i) =>
          `; <<>> DiG 9.18 <<>> MX a${i}.test\n;; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: ${i + 1}\n;; QUESTION SECTION:\n;a${i}.test. IN MX\n\n`,
      ).join('');
    const cut = (count: number): readonly unknown[] => {
      const page = pageOf(SESSION + lookups(count));
      return [page.also.length, page.cut];
    };
    const [listed] = cut(40) as [number, readonly string[]];
    assert.equal(listed, 20);
    const more = Array.from({ length: 40 }, (_, i) => cut(i)).map(([also, said]) => [also, (said as string[])[0]]);
    assert.ok(more.some(([also, said]) => also === 20 && said === '1 more finding is not listed here.'));
    assert.ok(more.some(([also, said]) => also === 20 && said === '2 more findings are not listed here.'));
    assert.ok(more.some(([also, said]) => also === 20 && said === undefined));
  });
});
