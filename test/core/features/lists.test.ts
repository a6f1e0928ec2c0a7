import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { codeActions } from '../../../src/core/features/actions/codeActions.ts';
import { codeLenses } from '../../../src/core/features/actions/codeLenses.ts';
import { diagnostics } from '../../../src/core/features/diagnostics.ts';
import { inlayHints } from '../../../src/core/features/hints/inlayHints.ts';
import { documentSymbols } from '../../../src/core/features/outline/documentSymbols.ts';
import { foldingRanges } from '../../../src/core/features/outline/foldingRanges.ts';
import { semanticTokens } from '../../../src/core/features/tokens/semanticTokens.ts';
import { tokenModifiers, tokenTypes } from '../../../src/core/features/tokens/tokens.ts';
import { allLevels } from '../../support/allLevels.ts';
import { open, openAt } from './cursor.ts';

const session = `220 mx.contoso.test ESMTP
EHLO a.test
250-mx.contoso.test
250 SIZE
MAIL FROM:<a@a.test>
250 2.1.0 Ok
RCPT TO:<b@b.test>
450 4.2.0 Greylisted
DATA
354 go
Subject: hello

text
.
250 2.0.0 queued
QUIT
221 bye
`;

const sample = (name: string): string => readFileSync(`samples/${name}`, 'utf8');

describe('diagnostics', () => {
  const found = (text: string, start?: 'message'): (string | number | undefined)[][] => {
    const { document, ticket } = open(text, start);
    return diagnostics(document, ticket, allLevels)
      .filter(({ code }) => /^(?:reply|report|header)-/.test(String(code)))
      .map(({ code, range }) => [code, range.start.line]);
  };

  it('are what is wrong with the text, not that a mail bounced', () => {
    for (const [text, start] of [
      [sample('1-relaying-denied.smtp.txt')],
      [sample('5-blocked.smtp.txt')],
      [sample('6-mail-log.ticket.txt')],
      [sample('8-probe.smtp.txt')],
      [sample('2-bounced.eml'), 'message'],
    ] as const) {
      const { document, ticket } = open(text, start);
      for (const { code, severity } of diagnostics(document, ticket))
        assert.ok(
          !/^(?:reply-(?:transient|permanent)|report-)/.test(String(code)) && (severity ?? 0) > 1,
          String(code),
        );
    }
  });

  it('tell a temporary refusal from a permanent one', () => {
    assert.deepEqual(found(session), [['reply-transient', 7]]);
    assert.deepEqual(found(sample('5-blocked.smtp.txt')), [
      ['reply-permanent', 15],
      ['reply-permanent', 17],
    ]);
  });

  it('call 999 no reply code', () =>
    assert.deepEqual(found('220 a.test ESMTP\nEHLO b.test\n999 what\n'), [['reply-not-a-code', 2]]));
  it('name the recipients that a report gives up', () =>
    assert.deepEqual(found(sample('2-bounced.eml'), 'message'), [['report-failed', 50]]));
  it('tell a recipient given up after days from one that is only delayed', () => {
    const report = sample('2-bounced.eml')
      .replace('Status: 5.1.1', 'Status: 4.4.1')
      .replace(/Diagnostic-Code: [^\n]*\n[^\n]*\n/, '');
    assert.deepEqual(
      found(report, 'message').map(([code]) => code),
      ['report-failed'],
    );
    assert.deepEqual(
      found(report.replace('Action: failed', 'Action: delayed'), 'message').map(([code]) => code),
      ['report-delayed'],
    );
  });
  it('name a header line without a colon', () =>
    assert.deepEqual(found('From: a@b.test\nno field\n\nbody\n', 'message'), [['header-stray-line', 1]]));
  it('name a message without any header', () => {
    assert.deepEqual(found('hello\nthere\n', 'message'), [['header-missing', 0]]);
    assert.deepEqual(found('hello\nthere\n'), []);
    assert.deepEqual(found('\n', 'message'), []);
  });
  it('find nothing in a session that went well', () =>
    assert.deepEqual(found('220 a.test ESMTP\nQUIT\n221 bye\n'), []));
});

describe('the outline', () => {
  it('has sessions, transactions with their outcome, recipients and data', () => {
    const { document, ticket } = open(session);
    const [one] = documentSymbols(document, ticket);
    assert.equal(one?.name, 'Session with mx.contoso.test');
    assert.equal(one?.detail, '450 Greylisted');
    assert.deepEqual(
      one?.children?.map(({ name, detail }) => [name, detail]),
      [['from a@a.test', 'accepted']],
    );
    assert.deepEqual(
      one?.children?.[0]?.children?.map(({ name, detail }) => [name, detail]),
      [
        ['to b@b.test', '450 Greylisted'],
        ['message data', 'hello'],
      ],
    );
  });

  it('keeps every child within its parent', () => {
    const { document, ticket } = open(sample('2-bounced.eml'), 'message');
    const inside = (symbols: ReturnType<typeof documentSymbols>): void => {
      for (const parent of symbols) {
        for (const child of parent.children ?? []) {
          assert.ok(
            document.offsetAt(child.range.start) >= document.offsetAt(parent.range.start),
            `${child.name} in ${parent.name}`,
          );
          assert.ok(
            document.offsetAt(child.range.end) <= document.offsetAt(parent.range.end),
            `${child.name} in ${parent.name}`,
          );
        }
        inside(parent.children ?? []);
      }
    };
    inside(documentSymbols(document, ticket));
  });
});

describe('folding', () => {
  it('has the session, the transaction, long replies and the message data', () => {
    const { document, ticket } = open(session);
    assert.deepEqual(
      foldingRanges(document, ticket).map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 16],
        [4, 14],
        [2, 3],
        [10, 13],
      ],
    );
  });

  it('folds a field of several lines and each part', () => {
    const { document, ticket } = open(sample('2-bounced.eml'), 'message');
    const starts = foldingRanges(document, ticket).map(({ startLine }) => ticket.lines.at(startLine));
    assert.ok(starts.includes('Received: by relay.contoso.test (Postfix)'));
    assert.ok(starts.includes('Content-Description: Delivery report'));
  });

  it('has more ranges than VS Code takes at most, so that it says when there are too many', () => {
    const { document, ticket } = open('X: a\n\tb\n'.repeat(65_100), 'message');
    assert.equal(foldingRanges(document, ticket).length, 65_001);
  });

  it('starts no two ranges on one line', () => {
    const { document, ticket } = open(
      'Received: from a.test\n\tby b.test; Fri, 20 Nov 2026 10:00:00 +0000\nFrom: a@a.test\n\nbody\n',
      'message',
    );
    assert.deepEqual(
      foldingRanges(document, ticket).map(({ startLine, endLine }) => [startLine, endLine]),
      [[0, 2]],
    );
  });
});

describe('inlay hints', () => {
  it('stand behind each hop with the time since the one before', () => {
    const { document, ticket } = open(sample('3-took-four-hours.eml'), 'message');
    const range = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
    assert.deepEqual(
      inlayHints(document, ticket, range).map(({ label }) => label),
      ['first hop', '+2 s', '+4 h 6 min', '+2 s'],
    );
  });

  it('are asked for a range and keep to it', () => {
    const { document, ticket } = open(sample('3-took-four-hours.eml'), 'message');
    const hintsIn = (from: number, to: number) =>
      inlayHints(document, ticket, { start: { line: from, character: 0 }, end: { line: to, character: 0 } }).map(
        ({ label }) => label,
      );
    assert.deepEqual(hintsIn(2, 4), ['+2 s']);
    assert.deepEqual(hintsIn(26, 30), []);
  });
});

describe('semantic tokens', () => {
  /** The text of each token with its type and modifier. */
  const tokensOf = (text: string): string[] => {
    const { document, ticket } = open(text);
    const { data } = semanticTokens(document, ticket);
    const tokens: string[] = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      const [lines, characters, length, type, modifiers] = data.slice(i, i + 5) as [
        number,
        number,
        number,
        number,
        number,
      ];
      character = lines === 0 ? character + characters : characters;
      line += lines;
      const start = document.offsetAt({ line, character });
      const modifier = tokenModifiers.find((_, bit) => (modifiers & (1 << bit)) !== 0);
      tokens.push(`${text.slice(start, start + length)} = ${tokenTypes[type]}${modifier ? `.${modifier}` : ''}`);
    }
    return tokens;
  };

  it('tell the sides and the classes apart', () => {
    assert.deepEqual(tokensOf('<-  250-a.test b\n<-  250 SIZE\n -> RCPT TO:<b@b.test>\n<** 550 5.1.1 no\n'), [
      '250 = smtpReply.positive',
      'a.test b = smtpReplyText.positive',
      '250 = smtpReply.positive',
      'SIZE = smtpReplyText.positive',
      'RCPT = smtpCommand',
      'TO:< = smtpArgument',
      'b@b.test = mailAddress',
      '> = smtpArgument',
      '550 5.1.1 = smtpReply.permanent',
      'no = smtpReplyText.permanent',
    ]);
  });

  it('name ids, addresses and outcomes in a log', () => {
    const line =
      'Nov 21 10:00:00 mx1 postfix/smtp[12]: 4C1D52280FF: to=<b@b.test>, relay=mx.b.test[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.b.test[192.0.2.1] said: 550 5.1.1 unknown (in reply to RCPT TO command))';
    const tokens = tokensOf(`${line}\n${line}\n`);
    for (const token of [
      '4C1D52280FF = mailId',
      'b@b.test = mailAddress',
      '192.0.2.1 = mailIp',
      'bounced = mailStatus.permanent',
      '550 = smtpReply.permanent',
    ]) {
      assert.equal(tokens.filter((found) => found === token).length, 2, `${token} in ${tokens.join(' | ')}`);
    }
  });

  it('weigh what checks and probes found like what became of a mail', () => {
    const weights = (name: string): readonly string[] =>
      tokensOf(sample(name)).filter((token) => /^(?:pass|note|unknown|warning|fail) /.test(token));
    assert.deepEqual(weights('7-check.ticket.txt'), [
      'pass mx-found = mailStatus.positive',
      'warning spf-none = mailStatus.transient',
      'warning dmarc-none = mailStatus.transient',
      'note tls-rpt-none = mailStatus',
    ]);
    assert.deepEqual(weights('8-probe.smtp.txt'), [
      'note certificate-self-signed = mailStatus',
      'fail reply-refused = mailStatus.permanent',
    ]);
  });

  it('keep to the range that is shown', () => {
    const { document, ticket } = open(session);
    const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 3 } };
    const { data } = semanticTokens(document, ticket, range);
    assert.deepEqual([data[0], data.length / 5], [4, 5]);
  });

  it('mark the fields of parts, what a report says of whom, and the header that came back', () => {
    const report = [
      'From: MAILER-DAEMON@contoso.test',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.contoso.test',
      '',
      'Final-Recipient: rfc822; bob@fabrikam.test',
      'Action: delayed',
      'Status: 4.4.1',
      'Diagnostic-Code: smtp; 451 4.4.1 later',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Subject: hello',
      '',
      'Name: of no field',
      '--b--',
      '',
    ].join('\n');
    assert.deepEqual(tokensOf(report), [
      'From = mailFieldName',
      'Content-Type = mailFieldName',
      'Content-Type = mailFieldName',
      'Reporting-MTA = mailFieldName',
      'mx.contoso.test = mailHost',
      'Final-Recipient = mailFieldName',
      'bob@fabrikam.test = mailAddress',
      'Action = mailFieldName',
      'delayed = mailStatus.transient',
      'Status = mailFieldName',
      '4.4.1 = mailStatus.transient',
      'Diagnostic-Code = mailFieldName',
      '451 4.4.1 = smtpReply.transient',
      ' later = smtpReplyText.transient',
      'Content-Type = mailFieldName',
      'Subject = mailFieldName',
    ]);
    assert.ok(tokensOf(report.replace('rfc822; bob', 'bob')).includes('bob@fabrikam.test = mailAddress'));
  });

  it('mark what is secret', () => {
    assert.ok(tokensOf('220 a ESMTP\nAUTH LOGIN\n334 VXNlcm5hbWU6\nQUxJQ0U=\n').includes('QUxJQ0U= = smtpSecret'));
  });
});

describe('an outline of thousands of parts', () => {
  const parts = (count: number) => open('220 a.test ESMTP\nQUIT\n221 b\n\nwords between them\n\n'.repeat(count));

  it('has as many as an editor takes, and says how many more there are', () => {
    const { document, ticket } = parts(1952);
    const symbols = documentSymbols(document, ticket);
    const last = symbols.at(-1);
    assert.deepEqual([symbols.length, last?.name, last?.range.start.line], [1951, '2 more parts', 11_700]);
    const few = parts(1950);
    assert.equal(documentSymbols(few.document, few.ticket).length, 1950);
  });
});

describe('lenses and actions', () => {
  it('say above a session what happened, and lead to it', () => {
    const { document, ticket } = open(sample('5-blocked.smtp.txt'));
    const [lens] = codeLenses(document, ticket);
    assert.equal(lens?.command?.title, 'Refused at RCPT: 203.0.113.80 stands on the block list bl.examp…');
    assert.deepEqual(
      [lens?.command?.command, lens?.command?.arguments],
      ['mailTriage.showTicket', ['test:ticket', 15]],
    );
  });

  const sessions = (count: number): string =>
    Array.from({ length: count }, () => `${session.trimEnd()}\n\nand another one\n\n`).join('');

  it('say above a hundred sessions what happened, and how many more there are', () => {
    const { document, ticket } = open(sessions(103));
    const lenses = codeLenses(document, ticket);
    assert.equal(lenses.length, 102);
    assert.deepEqual(
      [lenses[100]?.command?.title, lenses[100]?.command?.command],
      ['3 parts from here on: see the view of the ticket', 'mailTriage.ticket.focus'],
    );
    const full = codeLenses(document, open(sessions(100)).ticket);
    assert.deepEqual(
      [full.length, full[100]?.command?.title, full[100]?.command?.command],
      [101, 'Run one of 100 more sessions again', 'mailTriage.runSession'],
    );
  });

  it('offer what fits under the cursor', () => {
    const titles = (text: string): string[] => {
      const { document, ticket, position } = openAt(text);
      return codeActions(document, ticket, { start: position, end: position }, { commandLinks: true }).map(
        ({ title }) => title,
      );
    };
    assert.deepEqual(titles('mail for con|toso.test'), [
      'Check contoso.test',
      'Look up mail exchangers of contoso.test',
      'Probe SMTP server contoso.test',
    ]);
    assert.deepEqual(titles('from 192.0.2.1|:25'), ['Probe SMTP server 192.0.2.1', 'Check 192.0.2.1']);
    assert.deepEqual(titles('see notes|.txt'), []);
    assert.deepEqual(titles('no|thing'), []);
  });
});
