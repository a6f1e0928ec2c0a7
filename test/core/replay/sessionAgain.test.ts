import assert from 'node:assert/strict';
import type { Recipe } from '../../../src/core/replay/recipe.ts';
import { readRecipe, type SessionForm, withDifferences, writeSession } from '../../../src/core/replay/sessionAgain.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

const SESSION = `The customer sent this:

C:\\>telnet mx1.contoso.test 25
220 mx1.contoso.test ESMTP Postfix
EHLO client.fabrikam.test
250-mx1.contoso.test
250-SIZE 1000
250-VRFY
250 8BITMIME
MAIL FROM:<ann@fabrikam.test> SIZE=20 BODY=8BITMIME
250 2.1.0 Ok
RCPT TO:<bob@contoso.test>
250 2.1.5 Ok
RCPT TO:<o'neil@contoso.test>
550 5.1.1 User unknown
DATA
354 End data with <CR><LF>.<CR><LF>
Subject: hello

..dots
password: Tr0ub4dor&3xyz
.
250 2.0.0 Ok: queued as 4F6bQ21Lz9z
QUIT
221 2.0.0 Bye
`;

const recipe = (text: string, line = 2): Recipe => readRecipe(readTicket(text), line) as Recipe;
const written = (text: string, form: SessionForm, line?: number): string => writeSession(recipe(text, line), form);

describe('a session to be run again', () => {
  it('is read from its text: server, greeting, envelope, message, how far it came', () => {
    const { message, ...rest } = recipe(SESSION);
    assert.deepEqual(rest, {
      host: 'mx1.contoso.test',
      port: 25,
      hello: 'EHLO',
      helo: 'client.fabrikam.test',
      tls: 'none',
      envelope: {
        from: 'ann@fabrikam.test',
        parameters: ['BODY=8BITMIME'],
        recipients: [
          { address: 'bob@contoso.test', parameters: [] },
          { address: "o'neil@contoso.test", parameters: [] },
        ],
      },
      reached: 'MESSAGE',
      leftOut: [],
      otherTransactions: 0,
      cut: [],
    });
    assert.deepEqual(message?.lines, ['Subject: hello', '', '.dots', 'password: Tr0ub4dor&3xyz']);
    assert.deepEqual(message?.shown, ['Subject: hello', '', '.dots', 'password: <hidden>']);
    assert.equal(message?.whole, true);
    assert.equal(readRecipe(readTicket('nothing here\n'), 0), undefined);
  });

  it('is the only one of its ticket wherever the cursor stands, and none where there are two', () => {
    const around = (...sessions: readonly string[]) => readTicket(`Hello,\n\n${sessions.join('\n\nThen:\n\n')}\nBye\n`);
    assert.equal(readRecipe(around(SESSION), 0)?.host, 'mx1.contoso.test');
    assert.equal(readRecipe(around(SESSION, SESSION), 0), undefined);
  });

  it('is named by the greeting where the text does not say where it connected', () => {
    const { host, hostFromGreeting, reached } = recipe(
      '220 mx1.contoso.test ESMTP\nEHLO a.test\n250 mx1.contoso.test\n',
      0,
    );
    assert.deepEqual([host, hostFromGreeting, reached], ['mx1.contoso.test', true, 'EHLO']);
  });

  it('knows TLS and a login, and never whose', () => {
    const text = `=== Trying mx1.contoso.test:587...
=== Connected to mx1.contoso.test.
<-  220 mx1.contoso.test ESMTP
 -> EHLO a.test
<-  250-mx1.contoso.test
<-  250 STARTTLS
 -> STARTTLS
<-  220 go ahead
=== TLS started with cipher TLSv1.3:TLS_AES_256_GCM_SHA384:256
 ~> EHLO a.test
<~  250-mx1.contoso.test
<~  250 AUTH PLAIN LOGIN
 ~> AUTH PLAIN AGFubgBUcjB1YjRkb3ImM3h5eg==
<~* 535 5.7.8 Authentication failed
 ~> QUIT
<~  221 bye
`;
    const { tls, auth, port, reached } = recipe(text, 0);
    assert.deepEqual([tls, auth, port, reached], ['starttls', 'PLAIN', 587, 'AUTH']);
    const forms: readonly SessionForm[] = [
      { tool: 'swaks', shell: 'sh' },
      { tool: 'mail-triage', shell: 'cmd' },
      { tool: 'telnet', system: 'windows' },
      { tool: 'openssl', system: 'unix' },
    ];
    for (const form of forms) assert.doesNotMatch(written(text, form, 0), /Tr0ub|AGFub|\bann\b/);
    assert.match(
      written(text, { tool: 'swaks', shell: 'sh' }, 0),
      /^swaks --server mx1\.contoso\.test --port 587 --helo a\.test --tls --auth PLAIN --auth-user USER --auth-hide-password --quit-after AUTH\n# put the login/,
    );
    assert.match(
      written(text, { tool: 'telnet', system: 'unix' }, 0),
      /- The login is left out[\s\S]*telnet cannot do TLS/,
    );
    const openssl = written(text, { tool: 'openssl', system: 'windows' }, 0);
    assert.match(
      openssl,
      / openssl s_client -starttls smtp -name a\.test -connect mx1\.contoso\.test:587 -servername mx1\.contoso\.test -crlf -quiet\n/,
    );
    assert.match(openssl, /<base64 of the password>/);
    assert.match(openssl, /Git for Windows/);
  });

  it('says what is longer than is taken along', () => {
    const session = (recipients: number, lines: string): string =>
      `220 mx1.contoso.test ESMTP\nEHLO a.test\n250 ok\nMAIL FROM:<a@a.test>\n250 ok\n${Array.from(
        { length: recipients },
        (_, i) => `RCPT TO:<u${i}@contoso.test>\n250 ok\n`,
      ).join('')}DATA\n354 go\n${lines}.\n250 ok\nQUIT\n221 bye\n`;
    const many = session(103, 'Subject: x\n\ny\n');
    assert.match(
      written(many, { tool: 'swaks', shell: 'sh' }, 0),
      /\n# of 103 recipients the first 100 are taken along, 3 are left out\n/,
    );
    assert.match(
      written(many, { tool: 'telnet', system: 'unix' }, 0),
      /- Of 103 recipients the first 100 are taken along, 3 are left out\./,
    );
    assert.deepEqual(recipe(session(100, 'Subject: x\n\ny\n'), 0).cut, []);
    const long = recipe(session(1, `Subject: x\n\n${`${'y'.repeat(99)}\n`.repeat(10_100)}`), 0);
    assert.equal(long.message, undefined);
    assert.deepEqual(long.cut, ['the message is left out: it has more than 1,000,000 characters or 20,000 lines']);
  });

  it('is a command of swaks for each shell', () => {
    assert.equal(
      written(SESSION, { tool: 'swaks', shell: 'sh' }),
      `swaks --server mx1.contoso.test --port 25 --helo client.fabrikam.test --from ann@fabrikam.test --to 'bob@contoso.test,o'\\''neil@contoso.test' --data 'Subject: hello%NEWLINE%%NEWLINE%.dots%NEWLINE%password: <hidden>'
# swaks cannot say parameters of MAIL and RCPT: they are left out
# what is secret in the message stands as <hidden>
# swaks puts two empty lines behind the message
`,
    );
    assert.match(
      written(SESSION, { tool: 'swaks', shell: 'powershell' }),
      /^perl swaks .* --to 'bob@contoso\.test,o''neil@contoso\.test' /,
    );
    assert.match(written(SESSION, { tool: 'swaks', shell: 'cmd' }), /\^%NEWLINE\^%[\s\S]*\nREM swaks cannot/);
  });

  it('is a command of our own, which asks before it sends', () => {
    assert.match(
      written(SESSION, { tool: 'mail-triage', shell: 'sh' }),
      /^mail-triage smtp --helo client\.fabrikam\.test --tls none --from ann@fabrikam\.test --to bob@contoso\.test --to 'o'\\''neil@contoso\.test' --message message\.eml mx1\.contoso\.test:25\n/,
    );
  });

  it('sends by swaks what would not stay the same in a command from a file', () => {
    const text = SESSION.replace('..dots', 'a literal \\n');
    assert.match(written(text, { tool: 'swaks', shell: 'sh' }), / --data @message\.eml --no-data-fixup\n/);
    const refused = SESSION.replace(/250 2\.1\.5 Ok/, '550 5.7.1 Relaying denied').replace(
      /\nDATA[\s\S]*QUIT/,
      '\nQUIT',
    );
    assert.match(written(refused, { tool: 'swaks', shell: 'sh' }), / --quit-after RCPT\n/);
  });

  it('is steps for telnet, with what to wait for, each dot in front doubled', () => {
    const sheet = written(SESSION, { tool: 'telnet', system: 'windows' });
    const steps = [
      'dism /online',
      'nslookup mx1.contoso.test',
      'telnet mx1.contoso.test 25',
      'EHLO client.fabrikam.test',
    ];
    const more = [
      'MAIL FROM:<ann@fabrikam.test> BODY=8BITMIME',
      'RCPT TO:<bob@contoso.test>',
      'DATA',
      '..dots',
      '.',
      'QUIT',
    ];
    let at = 0;
    for (const step of [...steps, ...more]) {
      const next = sheet.indexOf(`\n     ${step}`, at);
      assert.ok(next >= 0, `${step} is not behind ${sheet.slice(0, at)}`);
      at = next + 1;
    }
    assert.match(sheet, /set localecho/);
    assert.doesNotMatch(written(SESSION, { tool: 'telnet', system: 'unix' }), /dism|localecho/);
    assert.match(
      written(SESSION, { tool: 'openssl', system: 'unix' }),
      /- The session used no TLS, and s_client cannot go without/,
    );
  });

  it('lets nothing of a hostile text into a command or onto another line', () => {
    const text = SESSION.replace("o'neil@contoso.test", '$(id)`id`|x&y"%PATH%@contoso.test').replace(
      'client.fabrikam.test',
      'x;id',
    );
    const sh = written(text, { tool: 'swaks', shell: 'sh' });
    assert.ok(sh.includes(`,$(id)\`id\`|x&y"%PATH%@contoso.test'`), sh);
    assert.doesNotMatch(sh, /--helo/);
    assert.match(
      written(text, { tool: 'swaks', shell: 'cmd' }),
      /\^\(id\^\)`id`\^\|x\^&y\\\^"\^%PATH\^%@contoso\.test\^" /,
    );
    const powershell = written(text, { tool: 'swaks', shell: 'powershell' });
    assert.match(powershell, /\n# --to is left out: PowerShell cannot hand over/);
    assert.equal(powershell.split('\n').filter((line) => line !== '' && !line.startsWith('# ')).length, 1);
  });
});

const REPORT = `# SMTP probe of mx1.contoso.test:25, 2026-11-28 15:00:00 UTC
* CONNECT (3 ms): 192.0.2.1:25
* BANNER (1 ms): 220
S: 220 mx1.contoso.test ESMTP Postfix
* EHLO (1 ms): 250
C: EHLO client.fabrikam.test
S: 250-mx1.contoso.test
S: 250-SIZE 1000
S: 250-VRFY
S: 250 8BITMIME
* MAIL (1 ms): 250
C: MAIL FROM:<ann@fabrikam.test>
S: 250 2.1.0 Ok
* RCPT (1 ms): 250
C: RCPT TO:<bob@contoso.test>
S: 250 2.1.5 Ok
* RCPT (1 ms): 550
C: RCPT TO:<o'neil@contoso.test>
S: 550 5.1.1 User unknown
* QUIT (1 ms): 221
C: QUIT
S: 221 2.0.0 Bye
* Result: passed: mx1.contoso.test:25 accepts connections.`;

describe('a session that was run again', () => {
  const again = (report: string, until: 'EHLO' | 'RCPT' = 'RCPT'): readonly string[] => {
    const lines = report.split('\n');
    const all = withDifferences(readTicket(SESSION), 2, lines, until);
    assert.equal(all.at(-1), lines.at(-1), 'the result stays the last line');
    return all.slice(lines.length - 1, -1);
  };

  it('is the same where codes and keywords are', () => {
    assert.deepEqual(again(REPORT), [
      'pass again-same mx1.contoso.test:25: The same as in the ticket: the same codes in all 5 replies, the same keywords.',
    ]);
    assert.match(again(REPORT, 'EHLO')[0] ?? '', /all 2 replies/);
  });

  it('says which reply differs, and where it fails first', () => {
    const now = REPORT.replace('S: 550 5.1.1 User unknown', 'S: 250 2.1.5 Ok').replace(
      'S: 250 2.1.0 Ok',
      'S: 250 2.1.0 Fine',
    );
    assert.deepEqual(again(now), [
      "warning again-reply-differs mx1.contoso.test:25: RCPT TO:<o'neil@contoso.test>: the ticket: 550 5.1.1 User unknown; now: 250 2.1.5 Ok.",
      "note again-failure-differs mx1.contoso.test:25: The first step that is refused: the ticket: RCPT TO:<o'neil@contoso.test> (550); now: none.",
    ]);
  });

  it('says what is offered now and was not, and the other way round', () => {
    const now = REPORT.replace('S: 250-SIZE 1000\nS: 250-VRFY', 'S: 250-SIZE 2000\nS: 250-STARTTLS');
    assert.deepEqual(again(now), [
      'warning again-offer-differs mx1.contoso.test:25: EHLO: no longer offered: VRFY; new: STARTTLS; SIZE: the ticket: 1000; now: 2000.',
    ]);
  });

  it('says that TLS is used now', () => {
    const tls = '* TLS (5 ms): TLSv1.3, TLS_AES_256_GCM_SHA384; certificate for mx1.contoso.test, trusted';
    const now = REPORT.replace(
      '* MAIL',
      `* STARTTLS (1 ms): 220\nC: STARTTLS\nS: 220 go\n${tls}\n* EHLO (1 ms): 250\nC: EHLO client.fabrikam.test\nS: 250 mx1.contoso.test\n* MAIL`,
    ).replace('* EHLO', '* FIRST-EHLO');
    assert.match(
      again(now)[0] ?? '',
      /^warning again-tls-differs mx1\.contoso\.test:25: The ticket: no TLS; now: TLSv1\.3\.$/,
    );
  });

  it('says of twenty replies how they differ, and counts the others', () => {
    const recipients = (count: number, code: string): readonly string[] =>
      Array.from({ length: count }, (_, i) => `RCPT TO:<b${i}@contoso.test>\n${code} x`);
    const told = (count: number): string =>
      `220 mx1.contoso.test ESMTP\nEHLO a.test\n250 mx1.contoso.test\nMAIL FROM:<ann@fabrikam.test>\n250 ok\n${recipients(count, '250').join('\n')}\nQUIT\n221 bye\n`;
    const now = (count: number): string =>
      [
        ...REPORT.split('\n').slice(
          0,
          REPORT.split('\n').findIndex((line) => line.startsWith('* RCPT')),
        ),
        ...recipients(count, '550').flatMap((one) => {
          const [command, reply] = one.split('\n');
          return ['* RCPT (1 ms): 550', `C: ${command}`, `S: ${reply}`];
        }),
        '* Result: passed: mx1.contoso.test:25 accepts connections.',
      ].join('\n');
    const differ = (count: number): readonly string[] =>
      withDifferences(readTicket(told(count)), 0, now(count).split('\n'), 'RCPT').filter((line) =>
        /again-(?:reply-differs|more)/.test(line),
      );
    assert.deepEqual([differ(19).length, differ(19).at(-1)?.includes('again-more')], [20, false]);
    assert.equal(differ(22).length, 21);
    assert.match(differ(22).at(-1) ?? '', /^note again-more mx1\.contoso\.test:25: \d more replies differ\.$/);
  });

  it('stands behind a report without a result', () => {
    const lines = REPORT.split('\n').slice(0, -1);
    const all = withDifferences(readTicket(SESSION), 2, lines, 'RCPT');
    assert.deepEqual(all.slice(0, lines.length), lines);
    assert.match(all.slice(lines.length).join('\n'), /^pass again-same mx1\.contoso\.test:25: /);
    assert.deepEqual(withDifferences(readTicket('hello\n'), 0, lines, 'RCPT'), lines);
  });

  it('is of the server that the report is about, or that greets, or of one that is not named', () => {
    const about = (report: readonly string[]): string =>
      (withDifferences(readTicket(SESSION), 2, report, 'RCPT').at(-1) ?? '').split(' ')[2] ?? '';
    assert.equal(about(REPORT.split('\n').slice(0, -1)), 'mx1.contoso.test:25:');
    assert.equal(about(['220 mx9.contoso.test ESMTP', 'EHLO a.test', '250 mx9.contoso.test']), 'mx9.contoso.test:');
    assert.equal(about([]), 'the-server:');
  });

  it('says which version of TLS it was and is', () => {
    const secured = (version: string): string =>
      REPORT.replace(
        '* MAIL',
        `* STARTTLS (1 ms): 220\nC: STARTTLS\nS: 220 go\n* TLS (5 ms): ${version}, X; certificate for mx1.contoso.test, trusted\n* EHLO (1 ms): 250\nC: EHLO client.fabrikam.test\nS: 250 mx1.contoso.test\n* MAIL`,
      ).replace('* EHLO', '* FIRST-EHLO');
    const told = (was: string, is: string): readonly string[] =>
      withDifferences(readTicket(secured(was)), 2, secured(is).split('\n'), 'RCPT').filter((line) =>
        line.includes('again-tls'),
      );
    assert.deepEqual(told('TLSv1.2', 'TLSv1.3'), [
      'warning again-tls-differs mx1.contoso.test:25: The ticket: TLSv1.2; now: TLSv1.3.',
    ]);
    assert.deepEqual(told('TLSv1.3', 'TLSv1.3'), []);
    assert.deepEqual(told('TLSv1.3', 'an unknown version'), []);
    assert.deepEqual(told('an unknown version', 'TLSv1.3'), []);
  });

  it('holds nothing against a session that did not come about, or not so far', () => {
    const [head = '', connect = ''] = REPORT.split('\n');
    const dead = [
      head,
      connect.replace(':25', ':25, connection refused'),
      '* Result: failed at CONNECT, connect-refused: it refuses.',
    ];
    assert.match(again(dead.join('\n'))[0] ?? '', /^unknown again-not-reached .*no session came about now/);
    const early = REPORT.replace(/\* MAIL[\s\S]*(?=\* QUIT)/, '');
    assert.deepEqual(again(early).length, 2);
    assert.match(
      again(early).at(-1) ?? '',
      /^unknown again-not-reached .*an answer to MAIL, RCPT TO:<bob@contoso\.test>/,
    );
  });

  it('reads back as findings of the report', () => {
    const now = REPORT.replace('S: 550 5.1.1 User unknown', 'S: 250 2.1.5 Ok');
    const ticket = readTicket(withDifferences(readTicket(SESSION), 2, now.split('\n'), 'RCPT').join('\n'));
    const [block] = ticket.blocks;
    const probe = block?.kind === 'conversation' ? block.probe : undefined;
    assert.deepEqual(
      probe?.findings.map(({ code }) => code),
      ['again-reply-differs', 'again-failure-differs'],
    );
    assert.match(probe?.result?.text ?? '', /accepts connections/);
  });
});
