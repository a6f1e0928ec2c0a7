import assert from 'node:assert/strict';
import { diagnostics, type Level } from '../../../src/core/features/diagnostics.ts';
import { type DiagnosticCode, diagnosticRows } from '../../../src/core/problems/diagnosticRows.ts';
import { allLevels } from '../../support/allLevels.ts';
import { open } from '../features/cursor.ts';

/** What refused replies say of themselves, and which secrets are shown, is tested elsewhere. */
const REFUSALS = /^(?:reply-(?:transient|permanent)|secret-shown)$/;

/** Code and covered text of each finding but the refusals. */
function found(text: string, levels?: ReadonlyMap<DiagnosticCode, Level>): (readonly [string, string])[] {
  const { document, ticket } = open(text);
  return diagnostics(document, ticket, levels ?? allLevels)
    .filter(({ code }) => !REFUSALS.test(String(code)))
    .map(({ code, range }) => [String(code), document.getText(range)] as const);
}

const finds = (text: string, ...expected: readonly (readonly [DiagnosticCode, string])[]): void =>
  assert.deepEqual(found(text), expected);

const opening = (...keywords: readonly string[]): string => {
  const lines = ['mx.contoso.test', ...keywords];
  const reply = lines.map((line, i) => `250${i === lines.length - 1 ? ' ' : '-'}${line}`).join('\n');
  return `220 mx.contoso.test ESMTP\nEHLO client.fabrikam.test\n${reply}\n`;
};
const envelope = 'MAIL FROM:<a@fabrikam.test>\n250 2.1.0 Ok\nRCPT TO:<b@contoso.test>\n250 2.1.5 Ok\n';
const message = 'DATA\n354 go on\nSubject: hello\n\ntext\n.\n250 2.0.0 queued\n';
const closing = 'QUIT\n221 2.0.0 Bye\n';

describe('commands that do not fit where they stand', () => {
  const login = 'AUTH PLAIN AGEAYg==\n235 2.7.0 ok\n';
  const secured = `${opening('STARTTLS')}STARTTLS\n220 go ahead\nEHLO client.fabrikam.test\n250-mx.contoso.test\n250-AUTH PLAIN\n250 STARTTLS\n`;
  const mail = 'MAIL FROM:<a@fabrikam.test>\n250 2.1.0 Ok\n';
  const told = (text: string): readonly string[] => {
    const { document, ticket } = open(text);
    return diagnostics(document, ticket, allLevels)
      .filter(({ code }) => code === 'command-out-of-order')
      .map(({ message: said }) => String(said));
  };

  it('are a login in the middle of a message or after another, TLS again, and data without a sender', () => {
    for (const [text, words] of [
      [`${secured}${mail}${login}`, /cannot log in while a message is under way/],
      [`${secured}${login}${login}`, /log(?:ged)? in/],
      [`${secured}STARTTLS\n503 already\n`, /TLS|encrypted/],
      [`${opening()}DATA\n503 no\n`, /MAIL|sender/],
      [`${opening()}${mail}DATA\n503 no\n`, /no RCPT that was accepted/],
    ] as const) {
      assert.equal(told(text + closing).length, 1, text);
      assert.match(told(text + closing)[0] ?? '', words);
    }
    assert.deepEqual(told(`${secured}${login}${envelope}${message}${closing}`), []);
    assert.deepEqual(told(`${opening('STARTTLS')}STARTTLS\n454 later\nSTARTTLS\n454 later\n${closing}`), []);
  });
});

describe('a healthy session', () => {
  it('has nothing to warn of', () => finds(opening('SIZE 1000', 'PIPELINING') + envelope + message + closing));
  it('may be pipelined', () =>
    finds(
      `${opening('PIPELINING')}MAIL FROM:<a@fabrikam.test>\nRCPT TO:<b@contoso.test>\nDATA\n250 ok\n250 ok\n354 go on\ntext\n.\n250 queued\n${closing}`,
    ));
  it('may use what is offered', () =>
    finds(
      `${opening('SIZE 1000', '8BITMIME', 'SMTPUTF8', 'DSN', 'CHUNKING')}MAIL FROM:<a@fabrikam.test> SIZE=999 BODY=8BITMIME SMTPUTF8 RET=HDRS ENVID=x\n250 ok\nRCPT TO:<b@contoso.test> NOTIFY=NEVER ORCPT=rfc822;b@contoso.test\n250 ok\n${message}${closing}`,
    ));
  it('may log in over TLS and is then asked again', () =>
    finds(
      `<-  220 mx.contoso.test ESMTP\n -> EHLO client.fabrikam.test\n<-  250-mx.contoso.test\n<-  250 STARTTLS\n -> STARTTLS\n<-  220 go\n ~> EHLO client.fabrikam.test\n<~  250-mx.contoso.test\n<~  250 AUTH PLAIN\n ~> AUTH PLAIN AGEAYg==\n<~  235 ok\n ~> QUIT\n<~  221 bye\n`,
    ));
});

describe('levels', () => {
  const text = `220 mx.contoso.test ESMTP\nEHLO pc\n250 mx.contoso.test\n${closing}`;
  const severityOf = (level: Level): unknown => {
    const { document, ticket } = open(text);
    return diagnostics(document, ticket, new Map([['helo-not-qualified', level]]))[0]?.severity;
  };
  it('are those of the table', () => assert.equal(diagnosticRows['helo-not-qualified'].level, 'hint'));
  it('can be set', () => assert.deepEqual((['error', 'information'] as const).map(severityOf), [1, 3]));
  it('can be off', () => assert.deepEqual(found(text, new Map([['helo-not-qualified', 'off']])), []));
});

describe('commands out of order', () => {
  const greeted = opening();
  it('are those before a greeting', () =>
    finds(`220 mx.contoso.test ESMTP\n${envelope}${message}${closing}`, ['command-out-of-order', 'MAIL']));
  it('are a recipient without a sender', () =>
    finds(`${greeted}RCPT TO:<b@contoso.test>\n503 need MAIL\n${closing}`, ['command-out-of-order', 'RCPT']));
  it('are a message without a recipient that was accepted', () =>
    finds(`${greeted}MAIL FROM:<a@fabrikam.test>\n250 ok\nRCPT TO:<b@contoso.test>\n550 no\nDATA\n503 no\n${closing}`, [
      'command-out-of-order',
      'DATA',
    ]));
  it('are a second sender', () =>
    finds(`${greeted}${envelope}${envelope}${message}${closing}`, ['command-out-of-order', 'MAIL']));
  it('are not those behind RSET', () => finds(`${greeted}${envelope}RSET\n250 ok\n${envelope}${message}${closing}`));
  it('are not told where the start of the session is missing', () =>
    finds(`RCPT TO:<b@contoso.test>\n250 2.1.5 Ok\n${message}${closing}`));
});

describe('TLS', () => {
  const offered = opening('AUTH LOGIN PLAIN', 'STARTTLS');
  it('was offered and not used', () =>
    finds(`${offered}${envelope}${message}${closing}`, ['starttls-unused', 'STARTTLS']));
  it('is not missed where the session is over TLS already', () =>
    finds(
      `<~  220 mx.contoso.test ESMTP\n ~> EHLO client.fabrikam.test\n<~  250-mx.contoso.test\n<~  250 STARTTLS\n ~> MAIL FROM:<a@fabrikam.test>\n<~  250 ok\n ~> QUIT\n<~  221 bye\n`,
    ));
  it('was not there for a password', () =>
    finds(`${offered}AUTH PLAIN AGEAYg==\n235 ok\n${closing}`, ['credentials-in-clear', 'AUTH PLAIN']));
  it('is not shown for a password', () =>
    finds(`${opening('AUTH LOGIN')}AUTH LOGIN\n334 VXNlcm5hbWU6\nYQ==\n334 UGFzc3dvcmQ6\nYg==\n235 ok\n${closing}`, [
      'credentials-maybe-in-clear',
      'AUTH LOGIN',
    ]));
  it('does not matter where the password was not sent', () => {
    finds(`${offered}AUTH LOGIN\n538 encryption required\n${closing}`);
    finds(`${opening('AUTH CRAM-MD5', 'STARTTLS')}AUTH CRAM-MD5\n334 PDE+\nYSBi\n235 ok\n${closing}`);
  });
  it('is shown by the tool', () =>
    finds(
      `CONNECTED(00000003)\n---\nSSL handshake has read 3000 bytes\n---\n${opening('AUTH PLAIN')}AUTH PLAIN AGEAYg==\n235 ok\n${closing}`,
    ));
  it('must be waited for', () =>
    finds(`${offered}STARTTLS\nRSET\n220 go ahead\n250 ok\n${closing}`, ['starttls-injection', 'RSET']));
  it('must follow', () =>
    finds(
      `<-  220 mx.contoso.test ESMTP\n -> EHLO client.fabrikam.test\n<-  250-mx.contoso.test\n<-  250 STARTTLS\n -> STARTTLS\n<-  220 go\n -> EHLO client.fabrikam.test\n<-  250 mx.contoso.test\n -> QUIT\n<-  221 bye\n`,
      ['starttls-not-followed', 'EHLO'],
    ));
});

describe('a password', () => {
  const opened = opening('AUTH LOGIN PLAIN', 'STARTTLS');
  const login = (...lines: readonly string[]): string => `${opened}${lines.join('\n')}\n${closing}`;
  it('is sent with the command, or in an answer to 334', () => {
    finds(login('AUTH PLAIN =', '334 ', 'AGEAYg==', '235 ok'), ['credentials-in-clear', 'AUTH PLAIN']);
    finds(login('AUTH LOGIN', '334 VXNlcm5hbWU6', 'YQ==', '334 UGFzc3dvcmQ6', 'Yg==', '235 ok'), [
      'credentials-in-clear',
      'AUTH LOGIN',
    ]);
  });
  it('is not sent where the client gives up (RFC 4954 4)', () => {
    finds(login('AUTH LOGIN', '334 VXNlcm5hbWU6', '*', '501 cancelled'));
    finds(login('AUTH LOGIN', '334 VXNlcm5hbWU6', '* ', '501 cancelled'));
    finds(login('AUTH PLAIN =', '535 no'));
  });
  it('is in the clear for telnet, whatever was offered', () =>
    finds(
      `Trying 192.0.2.1...\nConnected to mx.contoso.test.\nEscape character is '^]'.\n${opening('AUTH PLAIN')}AUTH PLAIN AGEAYg==\n235 ok\n${closing}`,
      ['credentials-in-clear', 'AUTH PLAIN'],
    ));
  it('may be encrypted where something speaks of TLS in front of the session or in it', () => {
    const spoken = (words: string): string =>
      `${words}\n${opening('AUTH PLAIN')}AUTH PLAIN AGEAYg==\n235 ok\n${closing}`;
    for (const words of [
      'We use TLS here:',
      'over SSLv3:',
      'SMTPS, then',
      'the cipher is',
      'its certificate',
      'with starttls',
      'port:465',
      'by s_client',
    ]) {
      finds(spoken(words));
    }
    for (const words of ['Hello:', 'It settles that:', 'port 25:', 'deciphered:']) {
      finds(spoken(words), ['credentials-maybe-in-clear', 'AUTH PLAIN']);
    }
    finds(spoken(`TLS${'\nmore words'.repeat(30)}`), ['credentials-maybe-in-clear', 'AUTH PLAIN']);
  });

  it('may be encrypted where the tool said so before it ended, not where it says so of another one later', () => {
    const logged = (before: string, behind: string): string =>
      [
        ...['A1 connect 192.0.2.5 port 1', 'B2 connect 192.0.2.5 port 2', 'A1 EHLO a.test', `A1 ${before}`],
        ...['A1 AUTH PLAIN AGEAYg==', 'B2 EHLO b.test', 'A1 QUIT', `B2 ${behind}`, 'B2 QUIT'],
      ]
        .map((line) => line.replace(/^(\w+)/, '03:19 03:22 SMTPD($1) [192.0.2.5]'))
        .map((line) => `${line}\n`)
        .join('');
    finds(logged('TLS started', 'nothing'));
    finds(logged('nothing', 'TLS started'), ['credentials-maybe-in-clear', 'AUTH PLAIN']);
  });
});

describe('what was not offered', () => {
  const mail = (argument: string): string =>
    `MAIL FROM:<a@fabrikam.test> ${argument}\n250 ok\nRSET\n250 ok\n${closing}`;
  it('is a mechanism', () =>
    finds(`${opening('AUTH CRAM-MD5')}AUTH SCRAM-SHA-1\n504 no\n${closing}`, ['auth-not-offered', 'SCRAM-SHA-1']));
  it('is a login', () => finds(`${opening('SIZE')}AUTH NTLM\n502 no\n${closing}`, ['auth-not-offered', 'NTLM']));
  it('is told of a mechanism on a wrapped line', () =>
    finds(`${opening('AUTH CRAM-MD5\nSCRAM-SHA-1', 'SIZE')}AUTH SCRAM-SHA-1\n504 no\n${closing}`));
  it('is a parameter', () => {
    for (const argument of ['SIZE=1', 'BODY=8BITMIME', 'SMTPUTF8', 'RET=FULL', 'ENVID=x', 'BODY=BINARYMIME']) {
      finds(`${opening('HELP')}${mail(argument)}`, ['extension-not-offered', argument]);
    }
  });
  it('is a parameter of RCPT', () =>
    finds(
      `${opening('SIZE')}MAIL FROM:<a@fabrikam.test>\n250 ok\nRCPT TO:<b@contoso.test> NOTIFY=NEVER\n250 ok\n${message}${closing}`,
      ['extension-not-offered', 'NOTIFY=NEVER'],
    ));
  it('is BDAT without CHUNKING', () =>
    finds(`${opening('SIZE')}${envelope}BDAT 5 LAST\n503 no\n${closing}`, ['extension-not-offered', 'BDAT']));
  it('is a size above the limit', () => {
    finds(`${opening('SIZE 1000')}${mail('SIZE=1001')}`, ['size-over-limit', 'SIZE=1001']);
    finds(`${opening('SIZE 0')}${mail('SIZE=1001')}`);
  });
  it('is not known without an answer to EHLO', () =>
    finds(`MAIL FROM:<a@fabrikam.test> SIZE=1\n250 2.1.0 ok\n${closing}`));
});

describe('replies', () => {
  const greeted = opening();
  it('keep their code', () =>
    finds(`220 mx.contoso.test ESMTP\nEHLO client.fabrikam.test\n250-mx.contoso.test\n251-SIZE\n251 HELP\n${closing}`, [
      'reply-codes-differ',
      '251',
    ]));
  it('have a last line', () =>
    finds(
      'S: 220 mx.contoso.test ESMTP\nC: EHLO client.fabrikam.test\nS: 250-mx.contoso.test\nS: 250-HELP\nC: QUIT\nS: 221 bye\n',
      ['reply-unfinished', '250-HELP'],
    ));
  it('fit the command', () => {
    finds(`${greeted}NOOP\n354 what\nQUIT\n221 bye\n`.replace('QUIT\n', '.\n250 ok\nQUIT\n'), [
      'reply-unexpected',
      '354',
    ]);
    finds(`${greeted}${envelope}DATA\n250 what\n${closing}`, ['reply-unexpected', '250']);
  });
  it('may be refusals of any number', () => finds(`${greeted}MAIL FROM:<a@fabrikam.test>\n552 no\n${closing}`));
  it('are of the class of their enhanced code', () =>
    finds(`${greeted}MAIL FROM:<a@fabrikam.test>\n450 5.1.8 no\n${closing}`, ['enhanced-code-class', '5.1.8']));
  it('with names in them give addresses away', () => {
    finds(`${greeted}VRFY alice\n250 Alice <alice@contoso.test>\n${closing}`, [
      'address-disclosed',
      '250 Alice <alice@contoso.test>',
    ]);
    finds(`${greeted}VRFY alice\n252 cannot verify\nEXPN staff\n502 no\n${closing}`);
  });
});

describe('line ends', () => {
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
  const before = crlf(`${opening()}${envelope}DATA\n354 go on\n`);
  it('are CR LF in the message as around it', () => {
    finds(`${before}one\ntwo\r\n.\r\n${crlf(`250 ok\n${closing}`)}`, ['line-end-bare', 'e']);
    finds(`${before}one\rtwo\r\n.\r\n${crlf(`250 ok\n${closing}`)}`, ['line-end-bare', 'e']);
  });
  it('are named one by one, however many', () => {
    const bare = Array.from({ length: 30 }, () => ['line-end-bare', 'e'] as const);
    finds(`${before}${'one\n'.repeat(30)}two\r\n.\r\n${crlf(`250 ok\n${closing}`)}`, ...bare);
  });
  it('are told where the text ends with the reply', () => {
    finds(`${before}one\ntwo\r\n.\r\n250 ok`, ['line-end-bare', 'e'], ['session-without-quit', '250']);
  });
  it('are no matter where the text has none of them', () => finds(`${opening()}${envelope}${message}${closing}`));
  it('beside a lone dot smuggle', () => {
    const { document, ticket } = open(`${before}one\n.\r\n${crlf(`250 ok\n${closing}`)}`);
    assert.match(String(diagnostics(document, ticket)[0]?.message), /smuggle/);
  });
});

describe('message data', () => {
  it('that a dot ended early goes on as commands', () =>
    finds(
      `${opening()}${envelope}DATA\n354 go on\nSubject: x\n\none\n.\n250 2.0.0 queued\nand two more words\n500 5.5.1 what\nbest regards\n500 5.5.1 what\n${closing}`,
      ['data-ended-early', '.'],
    ));
  it('is not what a typing error behind it is', () =>
    finds(`${opening()}${envelope}${message}quti\n500 5.5.1 what\n${closing}`));
});

describe('lines', () => {
  const filler = (length: number): string => 'x'.repeat(length);
  it('of a message have 998 octets', () => {
    const data = (line: string): string => `${opening()}${envelope}DATA\n354 go on\n${line}\n.\n250 ok\n${closing}`;
    finds(data(filler(998)));
    finds(data(filler(999)), ['line-too-long', filler(999)]);
    finds(data('ä'.repeat(499)));
    finds(data('ä'.repeat(500)), ['line-too-long', 'ä'.repeat(500)]);
    finds(data(Array(5).fill(filler(600)).join('\n')));
  });
  it('of a reply have 512 with their end', () => {
    const reply = (length: number): string => `250 ${filler(length - 4)}`;
    finds(`${opening()}NOOP\n${reply(510)}\n${closing}`);
    finds(`${opening()}NOOP\n${reply(511)}\n${closing}`, ['line-too-long', reply(511)]);
  });
  it('of a command have 512 with their end, those of MAIL and RCPT more for their parameters', () => {
    const noop = (length: number): string => `NOOP ${filler(length - 7)}`;
    finds(`${opening()}${noop(512)}\n250 ok\n${closing}`);
    finds(`${opening()}${noop(513)}\n250 ok\n${closing}`, ['argument-too-long', filler(506)]);
    const mail = (length: number): string => `MAIL FROM:<a@fabrikam.test> X=${filler(length - 32)}`;
    finds(`${opening()}${mail(1712)}\n501 no\n${closing}`);
    finds(`${opening()}${mail(1713)}\n501 no\n${closing}`, ['line-too-long', mail(1713)]);
  });
  it('of AUTH and of the answers to it have 12,288 (RFC 4954 4)', () => {
    const tls = `<-  220 a.test ESMTP\n~> EHLO client.fabrikam.test\n<~  250-a.test\n<~  250 AUTH XOAUTH2\n`;
    const auth = (length: number): string => `AUTH XOAUTH2 ${filler(length - 15)}`;
    const first = (length: number): string => `${tls} ~> ${auth(length)}\n<~  235 ok\n ~> QUIT\n<~  221 bye\n`;
    finds(first(12_288));
    finds(first(12_289), ['line-too-long', auth(12_289)]);
    const answer = (length: number): string =>
      `${tls} ~> AUTH XOAUTH2\n<~  334 \n ~> ${filler(length - 2)}\n<~  235 ok\n ~> QUIT\n<~  221 bye\n`;
    finds(answer(12_288));
    finds(answer(12_289), ['line-too-long', filler(12_287)]);
  });
  it('that are longer are an attack where they name something', () => {
    const path = `${filler(300)}@contoso.test`;
    finds(`${opening()}MAIL FROM:<${path}>\n501 no\n${closing}`, ['argument-too-long', path]);
    finds(`${opening()}VRFY ${filler(600)}\n252 no\n${closing}`, ['argument-too-long', filler(600)]);
  });
});

describe('names', () => {
  const greeting = (name: string): string => `220 mx.contoso.test ESMTP\nHELO ${name}\n250 ok\n${closing}`;
  it('of clients are hosts or address literals', () => {
    for (const name of ['client.fabrikam.test', '[192.0.2.1]', '[IPv6:2001:db8::1]', 'a-b.c1.test'])
      finds(greeting(name));
    for (const name of ['under_score.test', '192.0.2.1', '-a.test', 'a..test', 'a@b.test']) {
      finds(greeting(name), ['helo-not-a-host', name]);
    }
    finds(greeting('pc'), ['helo-not-qualified', 'pc']);
  });
  it('of clients have an end, a script of their own, and one word', () => {
    for (const name of ['пример.test', '[IPv6:::1]', '[x-tag:abc]', 'a.test.', `${'a'.repeat(63)}.test`])
      finds(greeting(name));
    for (const name of [`${'a'.repeat(64)}.test`, '[300.0.2.1', 'a.-b']) {
      finds(greeting(name), ['helo-not-a-host', name]);
    }
    finds(greeting(''), ['helo-not-a-host', 'HELO']);
    const messageOf = (text: string): string => {
      const { document, ticket } = open(text);
      return String(diagnostics(document, ticket)[0]?.message);
    };
    assert.match(messageOf(greeting(`${'x'.repeat(100)}_`)), /(?<!x)x{80}(?!x)/);
    const said = 'S: 220 mx.contoso.test ESMTP\nC: HELO my pc \nS: 250 ok\nC: QUIT\nS: 221 bye\n';
    assert.match(messageOf(said), /^"my pc" is neither/);
  });
  it('of servers come first in the banner', () =>
    finds(`220 *** ESMTP ***\nEHLO client.fabrikam.test\n250 mx.contoso.test\n${closing}`, [
      'banner-not-a-host',
      '***',
    ]));
  it('of servers are no addresses without brackets', () =>
    finds(`220 192.0.2.1 ESMTP\nEHLO client.fabrikam.test\n250 mx.contoso.test\n${closing}`, [
      'banner-not-a-host',
      '192.0.2.1',
    ]));
  it('of servers are missed at the code of a banner without words', () =>
    finds(`220 \nEHLO client.fabrikam.test\n250 mx.contoso.test\n${closing}`, ['banner-not-a-host', '220']));
});

describe('the ends of a session', () => {
  it('begin with the banner', () =>
    finds(`EHLO client.fabrikam.test\n220 mx.contoso.test ESMTP\n250 mx.contoso.test\n${closing}`, [
      'spoke-before-banner',
      'EHLO',
    ]));
  it('finish with QUIT', () => finds(opening(), ['session-without-quit', '250']));
  it('say where it stopped', () => {
    finds(`${opening()}MAIL FROM:<a@fabrikam.test>\n`, ['session-cut-off', 'MAIL']);
    finds(`${opening()}${envelope}DATA\n354 go on\nhello\n`, ['session-cut-off', 'o']);
    finds(`${opening()}${envelope}\nConnection closed by foreign host.\n`, ['session-cut-off', '250']);
  });
  it('are not asked of a server that closed or a text without replies', () => {
    finds(`${opening()}NOOP\n421 4.3.2 closing\n`);
    finds('C: EHLO client.fabrikam.test\nC: NOOP\n');
  });
});

describe('many findings', () => {
  it('are limited, and refusals do not hide the rest', () => {
    const text = `${opening()}${'RCPT TO:<b@contoso.test>\n550 5.1.1 no\n'.repeat(2000)}`;
    const { document, ticket } = open(text);
    const codes = diagnostics(document, ticket).map(({ code }) => code);
    assert.ok(codes.length <= 1001, `${codes.length}`);
    assert.ok(codes.includes('command-out-of-order'));
  });

  const notes = (text: string, levels?: ReadonlyMap<DiagnosticCode, Level>): readonly (readonly [number, string])[] => {
    const { document, ticket } = open(text);
    return diagnostics(document, ticket, levels ?? allLevels)
      .filter(({ code }) => code === undefined)
      .map(({ range, message }) => [range.start.line, String(message)] as const);
  };
  const refusals = (count: number) =>
    `${opening()}MAIL FROM:<a@fabrikam.test>\n250 2.1.0 Ok\n${'RCPT TO:<b@contoso.test>\n550 5.1.1 no\n'.repeat(count)}${closing}`;
  const notListed = (count: string) => `From here on, ${count} not listed: 1000 of a text are, and 500 of a kind.`;

  it('of one kind are counted from the 501st on, at its place', () => {
    assert.deepEqual(notes(refusals(500)), []);
    assert.deepEqual(notes(refusals(501)), [[1006, notListed('1 problem is')]]);
    assert.deepEqual(notes(refusals(600)), [[1006, notListed('100 problems are')]]);
    assert.deepEqual(notes(refusals(10_100)), [[1006, notListed('at least 9500 problems are')]]);
  });

  it('of several sessions are counted together, and not where their kind is off', () => {
    const text = `${refusals(300)}\n`.repeat(3);
    assert.deepEqual(notes(text), [[1014, notListed('400 problems are')]]);
    assert.deepEqual(notes(text, new Map([['reply-permanent', 'off']])), []);
  });

  it('tell how much of a long part was not searched for secrets', () => {
    const text = `${'nothing of note in this line\n'.repeat(20_000)}`;
    const left = text.length - 500_000;
    const line = text.slice(0, 500_000).split('\n').length - 1;
    assert.deepEqual(notes(text), [
      [
        line,
        `From here on, ${left} characters of long parts were not searched for passwords and tokens. Masking searches all.`,
      ],
    ]);
    assert.deepEqual(notes(text, new Map([['secret-shown', 'off']])), []);
    assert.deepEqual(notes(text.slice(0, 500_000)), []);
  });
});
