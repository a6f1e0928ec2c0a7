import assert from 'node:assert/strict';
import { conversationsOf, dialectsOf, toldBySession } from './told.ts';

const notes = (text: string): string =>
  conversationsOf(text)
    .flatMap((conversation) => conversation.notes.map(({ start, end }) => text.slice(start, end)))
    .join(' ~ ');

describe('a session without marks', () => {
  it('is what is said and what must come next', () => {
    for (const [text, dialect, said, noted] of [
      ['220 a ESMTP\nEHLO b\n250 a\nQUIT\n221 bye', 'bare', '220 EHLO 250 QUIT 221', ''],
      ['220 a\nEHLO b', 'bare', '220 EHLO', ''],
      ['EHLO b', 'bare', 'EHLO', ''],
      ['EHLO b\n250 ok', 'bare', 'EHLO 250', ''],
      ['MAIL FROM:<a@a.test>\n250 ok\nQUIT', 'bare', 'MAIL 250 QUIT', ''],
      ['MAIL FROM:<a@a.test>\nRCPT TO:<b@b.test>\n250 ok', 'bare', 'MAIL RCPT 250', ''],
      ['MAIL FROM:<a@a.test>\nwords', '', '', ''],
      ['MAIL FROM:<a@a.test>\nwords\n250 ok', '', '', ''],
      ['QUIT\n221 bye', 'bare', 'QUIT 221', ''],
      ['QUIT\n600 x', '', '', ''],
      ['QUIT\n299 x', '', '', ''],
      ['550 5.1.1 no user', 'bare', '550', ''],
      ['550 no user', '', '', ''],
      ['250 ok\nQUIT', 'bare', '250 QUIT', ''],
      ['250 a\n251 b', 'bare', '250 251', ''],
      ['250 a\n251 b\n252 c', 'bare', '250 251 252', ''],
      ['250-a\n250 b', 'bare', '250', ''],
      ['250-a\n251 b', '', '', ''],
      ['250-a\nx\n250 b', '', '', ''],
      ['Connected to a.\n220 a\nEHLO b\n250 ok', 'bare', '220 EHLO 250', ''],
      ["Connected to a.\nEscape character is '^]'.\n220 a", '', '', ''],
      [
        "Trying 192.0.2.1...\nConnected to a.\nEscape character is '^]'.",
        'telnet',
        '',
        "Trying 192.0.2.1... ~ Connected to a. ~ Escape character is '^]'.",
      ],
      ['Trying 192.0.2.1...\ntelnet: Unable to connect to remote host: Connection refused', '', '', ''],
      ['Connected to a.', '', '', ''],
      ['Connected to a.\nwords', '', '', ''],
      ['CONNECTED(00000003)\n---\n220 a\nEHLO b\n250 ok', 'openssl', '220 EHLO 250', 'CONNECTED(00000003)'],
      ["Connecting to '192.0.2.1:25'...\n220 a\nEHLO b", 'gnutls-cli', '220 EHLO', "Connecting to '192.0.2.1:25'..."],
      ['220 a\nEHLO b\n250 ok\n220 c\nEHLO d\n250 ok', 'bare', '220 EHLO 250 / 220 EHLO 250', ''],
      ['220 a\nEHLO b\n250 ok\nQUIT\n221 bye\nEHLO d\n250 ok', 'bare', '220 EHLO 250 QUIT 221 / EHLO 250', ''],
      ['220 a\nEHLO b\n250 ok\nQUIT\nQUIT\n221 bye', 'bare', '220 EHLO 250 QUIT QUIT 221', ''],
      ['220 a\nEHLO b\n250 ok\nwords\nEHLO d\n250 ok', 'bare', '220 EHLO 250 / EHLO 250', ''],
      ['220 a\nEHLO b\n250 ok\nEHLO d\n250 ok', 'bare', '220 EHLO 250 EHLO 250', ''],
      [
        '220 a\nEHLO b\n250 ok\nSTARTTLS\n220 go\nwords\nEHLO d\n250 ok',
        'bare',
        '220 EHLO 250 STARTTLS 220 EHLO 250',
        '',
      ],
      ['220 a\nDATA\n354 go\nSubject: x\n\nhi\n.\n250 ok\nQUIT', 'bare', '220 DATA 354 (data) 250 QUIT', ''],
      ['220 a\nDATA\n354 go\nSubject: x\n\nhi\n250 ok\nQUIT', 'bare', '220 DATA 354 (data) 250 QUIT', ''],
      ['220 a\nDATA\n354 go\n\n.\n250 ok', 'bare', '220 DATA 354 (data) 250', ''],
      ['220 a\nDATA\n354 go\n250 ok', 'bare', '220 DATA 354 250', ''],
      ['220 a\nDATA\n554 no\nQUIT\n221 bye', 'bare', '220 DATA 554 QUIT 221', ''],
      [
        '220 a\nAUTH LOGIN\n334 VXNlcm5hbWU6\nYm9i\n334 UGFzc3dvcmQ6\neA==\n235 ok',
        'bare',
        '220 AUTH 334 (auth) 334 (auth) 235',
        '',
      ],
      ['220 a\nAUTH PLAIN AGEAYg==\n235 ok', 'bare', '220 AUTH 235', ''],
      ['220 a\nehlo b\n250 ok', 'bare', '220 EHLO 250', ''],
      ['220 a\n  EHLO b  \n  250 ok', 'bare', '220 EHLO 250', ''],
      ['220 a\nEHLO b\n250-a\nmore words\n250 ok', 'bare', '220 EHLO 250', ''],
      [
        '220 a\nEHLO b\n250 ok\nMAIL FROM:<a@a.test>\n550 no, because of\na long reason\nQUIT\n221 bye',
        'bare',
        '220 EHLO 250 MAIL 550 QUIT 221',
        '',
      ],
      [
        '220 a\nEHLO b\n250 ok\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\nQUIT\n221 bye',
        'bare',
        '220 EHLO 250 QUIT 221',
        '',
      ],
      [
        '220 a\nEHLO b\n250 ok\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\nQUIT\n221 bye',
        'bare',
        '220 EHLO 250 / QUIT 221',
        '',
      ],
      ['220 a ESMTP\nfoo bar\n500 what', 'bare', '220 FOO 500', ''],
      ['220 a ESMTP\nfoo bar\n502 what\nQUIT', 'bare', '220 FOO 502 QUIT', ''],
      ['220 a ESMTP\nfoo bar\n\n500 what', 'bare', '220 FOO 500', ''],
      ['220 a ESMTP\nfoo bar\n421 bye', 'bare', '220 FOO 421', ''],
      ['220 a ESMTP\nfoo bar\n550 no', 'bare', '220', ''],
      ['220 a ESMTP\nfoo\nEHLO b\n250 ok', 'bare', '220 EHLO 250', ''],
      ['220 a ESMTP\nEHLO b\n250 ok\nx\nfoo\n500 what', 'bare', '220 EHLO 250', ''],
      ['220 a ESMTP\nEHLO b\n250 ok\n550-5.1.1 one\nx\n550 5.1.1 two', 'bare', '220 EHLO 250 550', ''],
      [
        '220 a ESMTP\nAUTH LOGIN\n334 VXNlcm5hbWU6\n<hidden>\n334 UGFzc3dvcmQ6\n(removed)\n535 no',
        'bare',
        '220 AUTH 334 (auth) 334 (auth) 535',
        '',
      ],
      ['220 a ESMTP\nAUTH LOGIN\n334 VXNlcm5hbWU6\n<hidden>\nwords', 'bare', '220 AUTH 334 (auth)', ''],
      ['220 a ESMTP\nAUTH LOGIN\n334 VXNlcm5hbWU6\n*\n501 no', 'bare', '220 AUTH 334 (auth) 501', ''],
      ['220 a ESMTP\nAUTH LOGIN\n334 VXNlcm5hbWU6\nYm9i', 'bare', '220 AUTH 334 (auth)', ''],
      ['220 a ESMTP\nAUTH LOGIN\n334 VXNlcm5hbWU6\nYm9', 'bare', '220 AUTH 334', ''],
      ['220 a ESMTP\nEHLO b\n250 ok\nwords\n250 2.0.0 fine', 'bare', '220 EHLO 250 250', ''],
      ['220 a ESMTP\nEHLO b\n250 ok\nwords\n250 fine', 'bare', '220 EHLO 250', ''],
      ['220 a ESMTP\nEHLO b\n250 ok\nwords\n221 bye', 'bare', '220 EHLO 250 221', ''],
      ['220 a ESMTP\nEHLO b\n250 ok\n\n\nQUIT\n221 bye', 'bare', '220 EHLO 250 QUIT 221', ''],
      [
        '220 a ESMTP\nEHLO b\n250 ok\nMAIL FROM:<a@a.test>\n550 5.7.1 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nwrapped here\nQUIT',
        'bare',
        '220 EHLO 250 MAIL 550 QUIT',
        '',
      ],
      [
        '220 a ESMTP\nEHLO b\n250 ok\nMAIL FROM:<a@a.test>\n550 5.7.1 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nnot wrapped\nQUIT',
        'bare',
        '220 EHLO 250 MAIL 550 QUIT',
        '',
      ],
      ['220 a ESMTP\nDATA\n354 go\nhi\n354 x\n.\n250 ok', 'bare', '220 DATA 354 (data) 250', ''],
      ['220 a ESMTP\nDATA\n354 go\n250 2.0.0 ok\nQUIT\n221 bye', 'bare', '220 DATA 354 250 QUIT 221', ''],
      [
        '220 a ESMTP\nDATA\n354 go\na\n.\n250 ok\nMAIL FROM:<a@a.test>\n250 ok\nDATA\n354 go\nb\n.\n250 ok\nQUIT\n221 x',
        'bare',
        '220 DATA 354 (data) 250 MAIL 250 DATA 354 (data) 250 QUIT 221',
        '',
      ],
      [
        '220 a ESMTP\nEHLO b\n250 ok\nHELO b\n250 ok\nwords\nHELO b\n250 ok',
        'bare',
        '220 EHLO 250 HELO 250 / HELO 250',
        '',
      ],
      ['550-x\ny\n550 z', '', '', ''],
      ['250-a\nx\ny\nz\n250 b', '', '', ''],
      ['250-a\nx\ny\n250 b', '', '', ''],
      ['250-a\n250-b\nx', 'bare', '250', ''],
      ['250 ok\n\n\n\n\nQUIT', 'bare', '250 QUIT', ''],
      ['250 ok\n\n\n\n\n\n\n\nQUIT', '', '', ''],
      ['MAIL FROM:<a@a.test>\n\n\n\n\n\n\n\n250 ok', 'bare', 'MAIL 250', ''],
      ['MAIL FROM:<a@a.test>\n\n\n\n\n\n\n\n\n\n\n\n\n\n250 ok', '', '', ''],
      [
        '$ telnet a 25\nTrying 192.0.2.1...\nConnected to a.\nwords\n220 a',
        'telnet',
        '220',
        '$ telnet a 25 ~ Trying 192.0.2.1... ~ Connected to a.',
      ],
      ['$ telnet a 25\nwords\n220 a', 'telnet', '220', '$ telnet a 25'],
      ['$ telnet a 25\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n220 a', 'telnet', '220', '$ telnet a 25'],
      ['$ telnet a 25\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n220 a', '', '', ''],
      [
        'DEBUG SMTP: trying to connect to host "a", port 25, isSSL false\n220 a ESMTP\nDEBUG SMTP: connected to host "a", port: 25\nEHLO b\n250 ok',
        'javamail',
        '220 EHLO 250',
        'DEBUG SMTP: trying to connect to host "a", port 25, isSSL false ~ DEBUG SMTP: connected to host "a", port: 25',
      ],
      [
        "Connecting to '192.0.2.1:25'...\n220 a ESMTP\nEHLO b\n250-a\n250 STARTTLS\nSTARTTLS\n220 go\n*** Starting TLS handshake\n- Certificate type: X.509\n- Got a certificate list of 1 certificates.\n250 x\n- Simple Client Mode:\nEHLO c\n250 ok",
        'gnutls-cli',
        '220 EHLO 250 STARTTLS 220 EHLO 250',
        "Connecting to '192.0.2.1:25'... ~ *** Starting TLS handshake ~ - Certificate type: X.509",
      ],
      [
        '220 a ESMTP\nEHLO b\n250 ok\nwords\n* Closing connection 0\nConnection closed.\nMAIL FROM:<a@a.test>\n250 ok',
        'bare',
        '220 EHLO 250 MAIL 250',
        'Connection closed.',
      ],
      [
        '220 a ESMTP\nEHLO b\n250 ok\nwords\nConnection closed.\ndepth=0 x\nQUIT\n221 x',
        'bare',
        '220 EHLO 250 QUIT 221',
        'Connection closed. ~ depth=0 x',
      ],
      ['220 a ESMTP\nEHLO b\n250-a\nDEBUG: x\n250 ok\nQUIT', 'bare', '220 EHLO 250 QUIT', ''],
      [
        '220 a ESMTP\nEHLO b\n250 ok\n$ telnet c 25\n220 c ESMTP\nEHLO d\n250 ok',
        'bare telnet',
        '220 EHLO 250 / 220 EHLO 250',
        '$ telnet c 25',
      ],
      [
        '220 a ESMTP\nDATA\n354 go\nSubject: x\n\n250 in the text\nmore\n.\n250 ok\nQUIT',
        'bare',
        '220 DATA 354 (data) 250 QUIT',
        '',
      ],
      [
        '220 a ESMTP\nEHLO b\n250 ok\nAUTH LOGIN\n334 VXNlcm5hbWU6\nQUIT\n221 x',
        'bare',
        '220 EHLO 250 AUTH 334 QUIT 221',
        '',
      ],
      [
        'Connected to a.\n220 a ESMTP\nEHLO b\n250 ok\nConnection closed by foreign host.\n220 c ESMTP\nEHLO d\n250 ok',
        'bare',
        '220 EHLO 250 / 220 EHLO 250',
        'Connection closed by foreign host.',
      ],
    ] as const) {
      assert.equal(toldBySession(text).join(' / '), said, text);
      assert.equal(dialectsOf(text), dialect, text);
      assert.equal(notes(text), noted, text);
      for (const { start, end, events, notes: beside } of conversationsOf(text)) {
        const parts = [...events, ...beside].sort((a, b) => a.start - b.start);
        const last = Math.max(...parts.map((part) => part.end));
        const next = text.indexOf('\n', last);
        assert.equal(end, next < 0 ? text.length : next + 1, text);
        assert.equal(start, text.lastIndexOf('\n', (parts[0]?.start ?? 0) - 1) + 1, text);
      }
    }
  });

  it('has the rest of a reply that a window wrapped, of lines that are that wide', () => {
    const reply = (width: number): string => {
      const text = `220 a ESMTP\nEHLO b\n${'550 no'.padEnd(width, 'x')}\nand the rest\nQUIT\n`;
      const event = conversationsOf(text)[0]?.events[2];
      return event === undefined ? '' : text.slice(event.start, event.end);
    };
    assert.match(reply(70), /x\nand the rest$/);
    assert.match(reply(69), /x$/);
  });

  it('has the message whole that a program logs as one piece', () => {
    for (const [data, behind] of [
      ['[x] Subject: x\nFrom: a\n\nbody\n.\n', '[x] 250 ok'],
      ['[x] Subject: x\nFrom: a\n\nbody\n[x] more\n[x] .\n', '[x] 250 ok'],
      ['[x] Subject: x\n[x] .\n', '[x] 250 ok'],
    ] as const) {
      const text = `[x] 220 a ESMTP\n[x] EHLO b\n[x] 250 ok\n[x] DATA\n[x] 354 go\n${data}${behind}\n`;
      const events = conversationsOf(text).flatMap((one) => one.events);
      const [message] = events.filter(({ kind }) => kind === 'data');
      assert.equal(message && text.slice(message.start - 4, message.end), data.trimEnd(), data);
      assert.equal(toldBySession(text).join(' / '), '220 EHLO 250 DATA 354 (data) 250', data);
    }
  });
});
