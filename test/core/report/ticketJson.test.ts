import assert from 'node:assert/strict';
import { ticketPage } from '../../../src/core/features/page/ticketPage.ts';
import { ticketFields, ticketJson } from '../../../src/core/report/ticketJson.ts';
import { renderTicket } from '../../../src/core/report/ticketText.ts';
import { plainJson, plainJsonPieces } from '../../../src/core/text/plain.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

interface Read {
  readonly entries: readonly Record<string, unknown>[];
  readonly verdicts: readonly Record<string, unknown>[];
  readonly cut: readonly unknown[];
  readonly totals?: unknown;
}

const read = (text: string): Read => ticketJson('a.txt', readTicket(text)) as unknown as Read;

const bounced = (id: number, whom = `u${id}@fabrikam.test`): string =>
  `Nov 20 09:14:58 mx1 postfix/smtp[71]: ${(0x4c1d5228000 + id).toString(16).toUpperCase()}: to=<${whom}>, relay=mx.fabrikam.test[192.0.2.7]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.fabrikam.test[192.0.2.7] said: 550 5.1.1 <${whom}>: User unknown (in reply to RCPT TO command))`;

const sent = (id: number): string =>
  bounced(id).replace(/dsn=.*/, 'dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 5D2E6339100)');

describe('the entries of logs as data', () => {
  it('hold what a line names, by line', () => {
    const text = [
      'Here is the log:',
      '',
      'Nov 20 09:14:57 mx1 postfix/smtpd[70]: 4C1D5228001: client=pc.contoso.test[198.51.100.7]',
      'Nov 20 09:14:57 mx1 postfix/cleanup[72]: 4C1D5228001: message-id=<a1@contoso.test>',
      'Nov 20 09:14:57 mx1 postfix/qmgr[73]: 4C1D5228001: from=<ann@contoso.test>, size=615, nrcpt=1 (queue active)',
      bounced(1, 'bob@fabrikam.test'),
      'Nov 20 09:14:59 mx1 postfix/qmgr[73]: 4C1D5228001: removed',
    ].join('\n');
    const found = read(`${text}\n`);
    const common = { host: 'mx1', queueId: '4C1D5228001' };
    assert.deepEqual(found.entries, [
      {
        line: 3,
        lastLine: 3,
        time: 'Nov 20 09:14:57',
        ...common,
        program: 'postfix/smtpd',
        client: 'pc.contoso.test [198.51.100.7]',
        status: 'received',
      },
      {
        line: 4,
        lastLine: 4,
        time: 'Nov 20 09:14:57',
        ...common,
        program: 'postfix/cleanup',
        messageId: 'a1@contoso.test',
      },
      {
        line: 5,
        lastLine: 5,
        time: 'Nov 20 09:14:57',
        ...common,
        program: 'postfix/qmgr',
        sender: 'ann@contoso.test',
      },
      {
        line: 6,
        lastLine: 6,
        time: 'Nov 20 09:14:58',
        ...common,
        program: 'postfix/smtp',
        recipients: ['bob@fabrikam.test'],
        server: 'mx.fabrikam.test [192.0.2.7]',
        reply: '550 5.1.1 <bob@fabrikam.test>: User unknown',
        status: 'bounced',
      },
      { line: 7, lastLine: 7, time: 'Nov 20 09:14:59', ...common, program: 'postfix/qmgr', status: 'removed' },
    ]);
    assert.deepEqual(found.cut, []);
    const [verdict] = found.verdicts;
    assert.equal(verdict?.queueId, '4C1D5228001');
    assert.equal(verdict?.count, 1);
  });

  it('are all there, and made one at a time', () => {
    const line = 'Nov 20 09:14:59 mx1 postfix/qmgr[73]: 4C1D5228001: removed';
    const text = `${line}\n`.repeat(10_020);
    assert.equal(read(text).entries.length, 10_020);
    const entries = new Map(ticketFields('a.txt', readTicket(text))).get('entries') as Iterable<unknown>;
    assert.ok(!Array.isArray(entries));
  });
});

const pageOf = (text: string) => ticketPage(readTicket(text), { probes: [], verified: [] });

describe('what a limit leaves out', () => {
  it('is counted where a log has more findings than are listed', () => {
    const lines = Array.from({ length: 2060 }, (_, i) => bounced(i).replaceAll('fabrikam.test[', `fabrikam${i}.test[`));
    const text = `${lines.join('\n')}\n`;
    const found = read(text);
    assert.equal(found.verdicts.length, 2000);
    assert.deepEqual(found.cut[0], { what: 'verdicts', line: 2001, left: 60 });
    const sentence = 'From line 2001 on, 60 more findings are not listed.';
    assert.ok(renderTicket(undefined, readTicket(text)).endsWith(`\n${sentence}\n`));
    assert.ok(pageOf(text).cut.includes(sentence));
    assert.equal((found.totals as { failed: number }).failed, 2060);
  });

  it('says what a bounce in words has beyond what is read of it', () => {
    const bounce = (recipients: number, rest: string): string =>
      `From: Mail Delivery System <MAILER-DAEMON@mx.contoso.test>\nTo: ann@contoso.test\nSubject: Undelivered Mail Returned to Sender\n\nThis is the mail system at host mx.contoso.test.\n\nI'm sorry to have to inform you that your message could not be delivered to one or more recipients.\n\n${Array.from(
        { length: recipients },
        (_, i) => `<u${i}@northwind.test>: host mx.northwind.test[192.0.2.30] said: 550 5.1.1 User unknown\n\n`,
      ).join('')}${rest}`;
    const cutOf = (text: string): unknown => read(text).cut;
    assert.deepEqual(cutOf(bounce(200, '')), []);
    assert.deepEqual(cutOf(bounce(203, '')), [{ what: 'recipients', line: 409, left: 3 }]);
    const long = bounce(1, `${'x'.repeat(99)}\n`.repeat(600));
    assert.deepEqual(
      (cutOf(long) as { what: string; left: number }[]).map(({ what }) => what),
      ['characters'],
    );
    assert.match(
      renderTicket(undefined, readTicket(long)),
      /From line \d+ on, [\d]+ characters of the report were not read\./,
    );
  });

  it('says what a notice has beyond what is read of it that was pasted without its header', () => {
    const pasted = (recipients: number, rest = ''): string =>
      `This is the mail system at host mx.contoso.test.\n\nI'm sorry to have to inform you that your message could not be delivered to one or more recipients.\n\n${Array.from({ length: recipients }, (_, i) => `<u${i}@northwind.test>: host mx.northwind.test[192.0.2.30] said: 550 5.1.1 User unknown\n\n`).join('')}${rest}`;
    const told = (text: string) => {
      const { cut, verdicts } = read(text);
      const recipients = (verdicts as readonly { recipients: readonly string[] }[]).flatMap((one) => one.recipients);
      return [new Set(recipients).size, (cut as { what: string }[]).filter(({ what }) => what !== 'lines')];
    };
    assert.deepEqual(told(pasted(40)), [40, []]);
    assert.deepEqual(told(pasted(203)), [200, [{ what: 'recipients', line: 405, left: 3 }]]);
    const [recipients, cut] = told(pasted(1, `${'Regards, Ann. '.repeat(7)}\n`.repeat(300)));
    assert.equal(recipients, 1);
    assert.deepEqual(
      (cut as { what: string }[]).map(({ what }) => what),
      ['characters'],
    );
  });

  it('is nothing of the recipients that fields state, and characters where those are not read to their end', () => {
    const group = (i: number): string =>
      `Final-Recipient: rfc822; u${i}@northwind.test\nAction: failed\nStatus: 5.1.1\n\n`;
    const groups = (count: number): string => Array.from({ length: count }, (_, i) => group(i)).join('');
    const bounce = (type: string, body: string): string =>
      `From: MAILER-DAEMON@mx.contoso.test\nTo: ann@contoso.test\nSubject: Undelivered Mail Returned to Sender\n${type}\n${body}`;
    const status = 'Content-Type: message/delivery-status\n';
    const told = (text: string) => {
      const found = readTicket(text).blocks[0];
      const cut = (read(text).cut as { what: string; left: number }[]).filter(({ what }) => what !== 'problems');
      return [found?.kind === 'message' ? found.report?.recipients.length : undefined, cut.map(({ what }) => what)];
    };
    const mta = 'Reporting-MTA: dns; mx.contoso.test\n\n';
    assert.deepEqual(told(bounce(status, mta + groups(3000))), [3000, []]);
    // Fields in a text that has lost its parts, and in a part that is encoded: each is read to 48 kB.
    assert.deepEqual(told(bounce('', mta + groups(300))), [300, []]);
    assert.deepEqual(told(bounce('', mta + groups(3000)))[1], ['characters']);
    const encoded = `${status}Content-Transfer-Encoding: quoted-printable\n`;
    assert.deepEqual(told(bounce(encoded, mta + groups(300))), [300, []]);
    assert.deepEqual(told(bounce(encoded, mta + groups(3000)))[1], ['characters']);
  });

  it('is nothing of a log, however long: what its last line says is told first', () => {
    const filler = `Nov 20 09:14:58 mx1 postfix/smtpd[70]: connect from pc.contoso.test[198.51.100.7] ${'x'.repeat(920)}\n`;
    const fits = Math.ceil(2_000_000 / filler.length);
    const worked = Array.from({ length: 600 }, (_, i) => `${sent(i)}\n`).join('');
    const found = read(`${worked}${filler.repeat(fits)}${bounced(999)}\n`);
    assert.deepEqual([found.verdicts[0]?.code, found.verdicts[0]?.line], ['recipient-unknown', 600 + fits + 1]);
    assert.equal(found.verdicts.length, 501);
    assert.deepEqual(
      (found.cut as { what: string }[]).filter(({ what }) => what === 'deliveries'),
      [{ what: 'deliveries', line: 501, left: 100 }],
    );
    assert.deepEqual(found.totals, {
      failed: 1,
      waiting: 0,
      accepted: 600,
      recovered: 0,
      reasons: [{ count: 1, code: 'recipient-unknown', role: 'cause', server: 'mx.fabrikam.test' }],
    });
  });

  it('is counted in lines where prose is too long to be searched for words without a code', () => {
    const words = (lines: number): unknown[] =>
      read(`${'And so it went on.\n'.repeat(lines)}`).cut.filter((one) => (one as { what: string }).what === 'lines');
    assert.deepEqual(words(400), []);
    assert.deepEqual(words(403), [{ what: 'lines', line: 401, left: 3 }]);
    const text = 'And so it went on.\n'.repeat(401);
    assert.ok(
      renderTicket(undefined, readTicket(text)).includes(
        'From line 401 on, 1 line was searched for replies with a code only.',
      ),
    );
  });

  it('is counted in the parts that a text is made of', () => {
    const session = '220 mx.contoso.test ESMTP\nQUIT\n221 Bye\n\nwords between them\n\n';
    const { parts, moreParts } = pageOf(session.repeat(202));
    assert.deepEqual([parts.length, moreParts], [200, 2]);
    assert.equal(pageOf(session.repeat(200)).moreParts, 0);
  });

  it('is counted in prose, where the same words count once', () => {
    const said = Array.from({ length: 23 }, (_, i) => `It said "550 5.1.1 u${i}: User unknown" and stopped.`);
    const found = read(`${said.join('\n\n')}\n\n${said.at(-1)}\n`);
    assert.equal(found.verdicts.length, 20);
    assert.deepEqual(found.cut, [{ what: 'verdicts', line: 41, left: 3 }]);
  });
});

describe('a ticket in pieces', () => {
  const texts = [
    '',
    'nothing\n',
    `${bounced(1)}\n`,
    '220 a.test ESMTP\nEHLO b\n550 5.7.1 no\nQUIT\n221 bye\n'.repeat(3),
  ];

  it('is the same object as in one', () => {
    for (const text of texts) {
      const ticket = readTicket(text);
      const pieces = [...plainJsonPieces(ticketFields('a.txt', ticket))].join('');
      assert.deepEqual(JSON.parse(pieces), JSON.parse(plainJson(ticketJson('a.txt', ticket))));
    }
  });

  it('has no piece that grows with the number of events', () => {
    const pieces = [...plainJsonPieces(ticketFields('a.txt', readTicket((texts.at(-1) as string).repeat(100))))];
    assert.ok(Math.max(...pieces.map(({ length }) => length)) < 2000);
  });

  it('of no fields is an empty object, of an empty list an empty list', () => {
    assert.equal([...plainJsonPieces([])].join(''), '{}');
    assert.equal([...plainJsonPieces([['a', []]])].join(''), '{"a":[]}');
  });
});

describe('a message as data', () => {
  const messageOf = (text: string): Record<string, unknown> => {
    const [message] = ticketJson('a.eml', readTicket(text, 'message')).messages as Record<string, unknown>[];
    const { story: _, ...rest } = message ?? {};
    return rest;
  };
  const hop = (from: string, rest: string): string => `Received: ${from}by ${rest}\n`;
  const first = hop('from pc (unknown [10.0.0.1]) ', 'a.test with ESMTP; Fri, 20 Nov 2026 10:00:09 +0000');
  const undated = hop('', 'b.test; soon');
  const last = (time: string): string =>
    hop('from b.test (b.test [192.0.2.2]) ', `c.test with ESMTPS id C1 for <x@c.test>; Fri, 20 Nov 2026 ${time} +0000`);
  const hopOf = (line: number, told: object): object => ({
    ...{ line, from: null, by: null, with: null, id: null, for: null, ip: null, utc: null, tls: false },
    ...told,
  });

  it('has its hops, what was found of it, its signatures and its parts', () =>
    assert.deepEqual(
      messageOf(
        `${last('10:00:05')}${undated}${first}Authentication-Results: c.test; spf=pass smtp.mailfrom=a.test; dkim=none
Authentication-Results: spf=fail
DKIM-Signature: v=1; a=rsa-sha256; d=a.test; s=s1; h=from; b=AA
DKIM-Signature: v=1; h=from; b=AA
ARC-Seal: i=1; cv=none; a=rsa-sha256; d=c.test; s=s; b=AA
From: a@a.test
Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
Message-ID: <1@a.test>
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

x
--b
Content-Type: application/pdf; name=a.pdf
Content-Disposition: attachment; filename=a.pdf

x
--b
Content-Type: application/x-odd
Content-Disposition: attachment

x
--b
Content-Type: message/rfc822

From: c@c.test
Content-Type: image/png; name=i.png
Content-Disposition: attachment; filename=i.png

x
--b--
`,
      ),
      {
        line: 1,
        headerCount: 12,
        messageId: '<1@a.test>',
        subjectDecoded: 'Grüße',
        hops: [
          hopOf(3, { from: 'pc', by: 'a.test', with: 'ESMTP', ip: '10.0.0.1', utc: '2026-11-20T10:00:09Z' }),
          hopOf(2, { by: 'b.test' }),
          hopOf(1, {
            ...{ from: 'b.test', by: 'c.test', with: 'ESMTPS', id: 'C1', for: 'x@c.test', ip: '192.0.2.2' },
            ...{ utc: '2026-11-20T10:00:05Z', tls: true },
          }),
        ],
        hopDelaysSeconds: [null, null],
        totalDelaySeconds: -4,
        clockSkew: true,
        authResults: [
          {
            header: 'Authentication-Results',
            server: 'c.test',
            results: [
              { method: 'spf', result: 'pass' },
              { method: 'dkim', result: 'none' },
            ],
          },
          { header: 'Authentication-Results', server: null, results: [{ method: 'spf', result: 'fail' }] },
        ],
        dkimSignatures: [
          { a: 'rsa-sha256', d: 'a.test', s: 's1' },
          { a: null, d: null, s: null },
        ],
        arcSets: [{ i: 1, cv: 'none', d: 'c.test' }],
        contentTypes: [
          'multipart/mixed',
          'text/plain',
          'application/pdf',
          'application/x-odd',
          'message/rfc822',
          'image/png',
        ],
        attachments: ['a.pdf', null, 'i.png'],
      },
    ));
  it('has the time from hop to hop, and says where clocks do not agree', () => {
    const times = (header: string): readonly unknown[] => {
      const { hopDelaysSeconds, totalDelaySeconds, clockSkew } = messageOf(`${header}From: a@a.test\n\nx\n`);
      return [hopDelaysSeconds, totalDelaySeconds, clockSkew];
    };
    assert.deepEqual(times(last('10:00:14') + first), [[5], 5, false]);
    assert.deepEqual(times(last('10:00:09') + first), [[0], 0, false]);
    assert.deepEqual(times(last('10:00:08') + first), [[-1], -1, true]);
    assert.deepEqual(times(last('10:00:14') + undated + first), [[null, null], 5, false]);
    assert.deepEqual(times(undated + first), [[null], 0, false]);
    assert.deepEqual(times(undated), [[], null, false]);
    assert.deepEqual(times(''), [[], null, false]);
  });
  it('has nothing where it tells nothing', () =>
    assert.deepEqual(messageOf('From: a@a.test\nTo: b\n\nx\n'), {
      ...{ line: 1, headerCount: 2, messageId: null, subjectDecoded: null, hops: [], hopDelaysSeconds: [] },
      ...{ totalDelaySeconds: null, clockSkew: false, authResults: [], dkimSignatures: [], arcSets: [] },
      ...{ contentTypes: ['text/plain'], attachments: [] },
    }));
});

describe('a session as data', () => {
  it('has what each side said, by line', () => {
    const text =
      '220 mx.a.test ESMTP\nEHLO b.test\n250 mx.a.test\nAUTH PLAIN\n334 \nAGEAYg==\n535 5.7.8 no\nMAIL FROM:<a@b.test>\n250 ok\nDATA\n354 go\nx\n.\n250-2.0.0 ok\n250 2.0.0 ok\n';
    const { events, sessions } = ticketJson('a.txt', readTicket(`${text}\n\nand\n\n${text}`)) as unknown as {
      readonly events: readonly Record<string, unknown>[];
      readonly sessions: number;
    };
    const told = events.map(({ line, lastLine, dir, code, verb, enhanced, session }) =>
      [session, line, lastLine, dir, code ?? verb, enhanced].filter((one) => one !== undefined).join(' '),
    );
    assert.equal(sessions, 2);
    assert.deepEqual(told.slice(0, 13), [
      ...['1 1 1 server 220', '1 2 2 client EHLO', '1 3 3 server 250', '1 4 4 client AUTH', '1 5 5 server 334'],
      ...[
        '1 6 6 client (auth)',
        '1 7 7 server 535 5.7.8',
        '1 8 8 client MAIL',
        '1 9 9 server 250',
        '1 10 10 client DATA',
      ],
      ...['1 11 11 server 354', '1 12 13 client (data)', '1 14 15 server 250 2.0.0'],
    ]);
    assert.deepEqual([told.length, told[13]], [26, '2 20 20 server 220']);
  });
});
