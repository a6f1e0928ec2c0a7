import assert from 'node:assert/strict';
import type { Conversation } from '../../../src/core/smtp/conversation.ts';
import { readConversation } from '../../../src/core/smtp/readConversations.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { conversationsOf, toldBySession } from './told.ts';

function read(text: string): Conversation {
  const lines = new Lines(text);
  const found = readConversation(lines, 0, lines.count);
  assert.ok(found, `no conversation in: ${text}`);
  return found.conversation;
}

/** What was said, a word an event: `220 connect` for a reply and what it answers, `EHLO` for a command. */
const said = (text: string): string[] =>
  read(text).events.map((event) => {
    if (event.kind === 'command') return event.verb;
    if (event.kind !== 'reply') return `(${event.kind})`;
    return [event.code, event.enhanced, event.answers].filter(Boolean).join(' ');
  });

const none = (text: string): void => {
  const lines = new Lines(text);
  assert.equal(readConversation(lines, 0, lines.count), undefined, text);
};

describe('a message with an answer for each recipient', () => {
  const session = (greeting: string, sender: string, answers: string): string => `220 mx1.contoso.test ready
${greeting}
250 mx1.contoso.test
MAIL FROM:<a@a.test>${sender}
250 2.1.0 Ok
RCPT TO:<x@contoso.test>
250 2.1.5 Ok
RCPT TO:<y@contoso.test>
250 2.1.5 Ok
DATA
354 go on
Subject: x

x
.
${answers}QUIT
221 2.0.0 Bye
`;
  const afterDot = (text: string): readonly string[] => {
    const all = said(text);
    return all.slice(all.indexOf('(data)') + 1, all.indexOf('QUIT'));
  };

  it('has all of them in LMTP (RFC 2033 4.2)', () => {
    const answers = '250 2.1.5 <x@contoso.test> Saved\n452 4.2.2 <y@contoso.test> Quota exceeded\n';
    assert.deepEqual(afterDot(session('LHLO a.test', '', answers)), ['250 2.1.5 (data)', '452 4.2.2 (data)']);
    // In SMTP there is one, and nobody knows what a second one answers.
    assert.deepEqual(afterDot(session('EHLO a.test', '', answers)), ['250 2.1.5 (data)', '452 4.2.2 ?']);
  });

  it('has all of them behind a 353 (PRDR)', () => {
    const answers = '353 content analysis has started\n250 x ok\n550 y no\n250 ok id=1\n';
    assert.deepEqual(afterDot(session('EHLO a.test', ' PRDR', answers)), [
      '353 (data)',
      '250 (data)',
      '550 (data)',
      '250 (data)',
    ]);
  });
});

describe('a bare session', () => {
  const session = `Trying 192.0.2.25...
Connected to mx1.contoso.test.
220 mx1.contoso.test ESMTP Postfix
EHLO a.test
250-mx1.contoso.test
250 SIZE 1000
MAIL FROM:<a@a.test>
250 2.1.0 Ok
RCPT TO:<x@contoso.test>
550 5.1.1 User unknown
RCPT TO:<y@contoso.test>
250 2.1.5 Ok
DATA
354 go on
Subject: 250 things

550 people came
.
250 2.0.0 queued
QUIT
221 2.0.0 Bye
`;

  it('gives each reply the command that it answers', () => {
    assert.deepEqual(said(session), [
      '220 connect',
      'EHLO',
      '250 EHLO',
      'MAIL',
      '250 2.1.0 MAIL',
      'RCPT',
      '550 5.1.1 RCPT',
      'RCPT',
      '250 2.1.5 RCPT',
      'DATA',
      '354 DATA',
      '(data)',
      '250 2.0.0 (data)',
      'QUIT',
      '221 2.0.0 QUIT',
    ]);
  });

  it('joins the words of the lines of a reply, of which any may be empty', () => {
    const [reply] = read('220-\n220-mx1.contoso.test\n220-\n220 ready\nQUIT\n221 bye\n').events;
    assert.equal(reply?.kind === 'reply' && reply.text, 'mx1.contoso.test ready');
  });

  it('groups a session with its transaction, recipients and outcome', () => {
    const { sessions, events } = read(session);
    assert.equal(sessions.length, 1);
    const [transaction] = sessions[0]?.transactions ?? [];
    assert.equal(sessions[0]?.server, 'mx1.contoso.test');
    assert.equal(transaction?.sender, 'a@a.test');
    assert.deepEqual(
      transaction?.recipients.map(({ address, reply }) => [address, events[reply ?? -1]?.kind]),
      [
        ['x@contoso.test', 'reply'],
        ['y@contoso.test', 'reply'],
      ],
    );
    assert.equal(transaction?.outcome, 'accepted');
  });

  it('takes a message in chunks, which has been refused with the first of them that was (RFC 3030 2)', () => {
    const chunks = (...replies: readonly number[]) => sentIn(true, ...replies);
    const sentIn = (whole: boolean, ...replies: readonly number[]): readonly (string | undefined)[] => {
      const sent = replies.map(
        (code, i) => `C: BDAT 5${whole && i === replies.length - 1 ? ' LAST' : ''}\nC: abcde\nS: ${code} 5 octets\n`,
      );
      const text = `C: MAIL FROM:<a@a.test>\nS: 250 ok\nC: RCPT TO:<b@b.test>\nS: 250 ok\n${sent.join('')}C: QUIT\nS: 221 bye\n`;
      const { events, sessions } = read(text);
      const data = events.filter(({ kind }) => kind === 'data').length;
      assert.equal(data, replies.length);
      return sessions[0]?.transactions.map(({ outcome }) => outcome) ?? [];
    };
    assert.deepEqual(chunks(250), ['accepted']);
    assert.deepEqual(chunks(250, 250), ['accepted']);
    assert.deepEqual(chunks(250, 552), ['refused']);
    assert.deepEqual(chunks(452, 503), ['refused']);
    // What was taken of a message that has no end is no message that was accepted.
    assert.deepEqual(sentIn(false, 250), ['unfinished']);
    assert.deepEqual(sentIn(false, 250, 250), ['unfinished']);
    assert.deepEqual(sentIn(false, 250, 552), ['refused']);
  });

  it('is refused when every recipient is', () => {
    const { sessions } = read('MAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n550 no\nQUIT\n221 bye\n');
    assert.equal(sessions[0]?.transactions[0]?.outcome, 'refused');
  });

  it('is unfinished where it breaks off behind a recipient that was accepted', () => {
    for (const replies of [
      '250 ok\n',
      '550 no\nRCPT TO:<c@b.test>\n250 ok\n',
      '250 ok\nRCPT TO:<c@b.test>\n550 no\n',
    ]) {
      const { sessions } = read(`MAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n${replies}QUIT\n221 bye\n`);
      assert.equal(sessions[0]?.transactions[0]?.outcome, 'unfinished', replies);
    }
  });

  it('starts another session with another connection', () => {
    const one = '220 a.test ESMTP\nQUIT\n221 bye\n';
    assert.deepEqual(toldBySession(one + one), ['220 QUIT 221', '220 QUIT 221']);
    assert.deepEqual(toldBySession('220 a.test ESMTP\nEHLO x.test\n250 a.test\n220 b.test ESMTP\n'), [
      '220 EHLO 250',
      '220',
    ]);
  });

  it('is over with 221, whatever follows', () => {
    const text = 'EHLO a.test\n250 b.test\nQUIT\n221 bye\nEHLO a.test\n250 b.test\n';
    assert.deepEqual(toldBySession(text), ['EHLO 250 QUIT 221', 'EHLO 250']);
  });

  it('is a conversation of its own, its notices with it', () => {
    const one =
      'Trying 192.0.2.1...\nConnected to a.test.\n220 a.test ESMTP\nQUIT\n221 bye\nConnection closed by foreign host.\n';
    assert.deepEqual(
      conversationsOf(one + one).map(({ start, end }) => [start, end]),
      [
        [0, one.length],
        [one.length, 2 * one.length],
      ],
    );
  });

  it('keeps the 220 to STARTTLS in its session', () => {
    const { sessions } = read(
      '220 a.test ESMTP\nEHLO x.test\n250 STARTTLS\nSTARTTLS\n220 go ahead\nEHLO x.test\n250 a.test\n',
    );
    assert.equal(sessions.length, 1);
  });

  it('knows what was sent over TLS', () => {
    const { events } = read(
      '220 a.test ESMTP\nEHLO x.test\n250 STARTTLS\nSTARTTLS\n220 go ahead\nEHLO x.test\n250 a.test\n',
    );
    assert.deepEqual(
      events.map(({ tls }) => tls),
      [undefined, undefined, undefined, undefined, undefined, true, true],
    );
  });

  it('takes a greeting that came late for the greeting', () => {
    assert.deepEqual(said('EHLO a.test\n220 b.test ESMTP\n250 b.test\n'), ['EHLO', '220 connect', '250 EHLO']);
  });

  it('reads pipelined commands and their replies in order', () => {
    assert.deepEqual(said('MAIL FROM:<a@a.test>\nRCPT TO:<b@b.test>\nDATA\n250 ok\n450 4.2.0 later\n503 no\n'), [
      'MAIL',
      'RCPT',
      'DATA',
      '250 MAIL',
      '450 4.2.0 RCPT',
      '503 DATA',
    ]);
  });

  it('reads an answer to 334 as secret, not as a command', () => {
    assert.deepEqual(said('220 a ESMTP\nAUTH LOGIN\n334 VXNlcm5hbWU6\nQUxJQ0U=\n535 5.7.8 no\n'), [
      '220 connect',
      'AUTH',
      '334 AUTH',
      '(auth)',
      '535 5.7.8 (auth)',
    ]);
  });

  it('reads a typing error that the server refuses as a command', () => {
    for (const blank of ['', '\n'])
      assert.deepEqual(said(`220 a.test ESMTP\n${blank}ehol b.test\n${blank}500 5.5.2 what\n`), [
        '220 connect',
        'EHOL',
        '500 5.5.2 (other)',
      ]);
  });

  it('stops where prose follows', () => {
    const text = `220 a.test ESMTP\nQUIT\n221 bye\n\n${'And this is what I think about it.\n'.repeat(20)}`;
    const { end } = read(text);
    assert.equal(text.slice(0, end), '220 a.test ESMTP\nQUIT\n221 bye\n');
  });
});

describe('wrapped lines', () => {
  it('belong to the multiline reply that they stand in', () => {
    const [, reply] = read(
      'ehlo scrooge.test\n250-mail.test Hello scrooge.test [192.0.2.1],\npleased to meet you\n250-SIZE\n250 HELP\n',
    ).events;
    assert.equal(
      reply?.kind === 'reply' && reply.text,
      'mail.test Hello scrooge.test [192.0.2.1], pleased to meet you SIZE HELP',
    );
  });

  it('bridge the footer of a page between two lines of one reply', () => {
    assert.deepEqual(said('ehlo a.test\n250-mail.test\n250-SIZE\n\n\n5 | P a g e\n \n250-DSN\n250 HELP\n'), [
      'EHLO',
      '250 EHLO',
    ]);
  });

  it('belong to a long last line', () => {
    const text =
      'rcpt to:<user@remote.test>\n550 5.7.1 user@remote.test... Relaying denied. Proper authentication requ\nired.\n';
    const [, reply] = read(text).events;
    assert.equal(reply && text.slice(reply.start, reply.end).endsWith('ired.'), true);
  });

  it('are not made up behind a short line', () => {
    const { events } = read('220 a.test ESMTP\nQUIT\n221 bye\nthat was all\n');
    assert.equal(events.at(-1)?.kind === 'reply' && (events.at(-1) as { text: string }).text, 'bye');
  });
});

describe('captures of one side', () => {
  it('of the server alone have replies to commands that nobody saw', () => {
    assert.deepEqual(
      said('220 a.test ESMTP\n250-a.test\n250 SIZE\n250 2.1.0 Ok\n354 go\n250 2.0.0 queued\n221 2.0.0 bye\n'),
      ['220 connect', '250 ?', '250 2.1.0 ?', '354 ?', '250 2.0.0 (data)', '221 2.0.0 ?'],
    );
  });
});

describe('dialects', () => {
  const reads = (text: string, events: string[], dialect: string): void => {
    assert.deepEqual(said(text), events);
    assert.equal(read(text).dialect, dialect);
  };

  it('swaks, with TLS marks and errors', () => {
    const text =
      '=== Trying a.test:25...\n=== Connected to a.test.\n<-  220 a.test ESMTP\n ~> EHLO b.test\n<~  250 a.test\n ~> RCPT TO:<c@d.test>\n<~* 550 5.1.1 no\n';
    reads(text, ['220 connect', 'EHLO', '250 EHLO', 'RCPT', '550 5.1.1 RCPT'], 'swaks');
    assert.deepEqual(
      read(text).events.map(({ tls }) => tls),
      [false, true, true, true, true],
    );
  });

  it('curl', () => {
    const text =
      '*   Trying 192.0.2.1:25...\n< 220 a.test ESMTP\n> EHLO b.test\n< 250-a.test\n< 250 SIZE\n> MAIL FROM:<c@d.test>\n< 550 no\n';
    reads(text, ['220 connect', 'EHLO', '250 EHLO', 'MAIL', '550 MAIL'], 'curl');
  });

  it('client and server by letter, the report of our own probe', () => {
    reads(
      '# SMTP probe of a.test:25, 2026-11-21 20:11:38 UTC\n* CONNECT (1 ms): 192.0.2.1:25\n* BANNER (1 ms): 220\nS: 220 a.test ESMTP\n* QUIT (1 ms): 221\nC: QUIT\nS: 221 bye\n',
      ['220 connect', 'QUIT', '221 QUIT'],
      'probe',
    );
    reads('C: EHLO a.test\nS: 250-b.test\n250-SIZE\n250 HELP\n', ['EHLO', '250 EHLO'], 'probe');
  });

  it('arrows mean what is said with them', () => {
    reads('>>> EHLO a.test\n<<< 250 b.test\n', ['EHLO', '250 EHLO'], 'arrows');
    reads('<<< EHLO a.test\n>>> 250 b.test\n', ['EHLO', '250 EHLO'], 'arrows');
    reads(
      '01234 >>> 220 b.test\n01234 <<< HELO a.test\n01234 >>> 250 b.test\n',
      ['220 connect', 'HELO', '250 HELO'],
      'sendmail-traffic',
    );
  });

  it('Exchange 5.5, whose raw lines say every command twice', () => {
    const at = '4/2/01 11:44:31 AM : ';
    const lines = [
      'A connection was accepted from a.test',
      '<<< IO: |HELO a.test',
      '<<< HELO a.test',
      '>>> 250 OK',
      '<<< IO: |DATA',
    ];
    reads(lines.map((line) => at + line).join('\n'), ['HELO', '250 HELO', 'DATA'], 'exchange-5.5');
  });

  it('Python smtplib', () => {
    reads(
      "connect: to ('a.test', 25) None\nreply: b'220 a.test ESMTP\\r\\n'\nsend: 'ehlo b.test\\r\\n'\nreply: b'250 a.test\\r\\n'\nreply: retcode (250); Msg: b'a.test'\n",
      ['220 connect', 'EHLO', '250 EHLO'],
      'python-smtplib',
    );
  });
});

describe('what is no conversation', () => {
  it('prose with numbers in front', () => none('220 volts are not enough.\nWe need more.\n'));
  it('a sentence that starts with a command word', () => none('Help me with this please.\nThanks\n'));
  it('a header', () => none('From: a@b.test\nTo: c@d.test\n'));
});

describe('mangled input', () => {
  it('999 in a session is a reply, to be called no reply code', () => {
    assert.deepEqual(said('220 a.test ESMTP\nEHLO b.test\n999 what\n'), ['220 connect', 'EHLO', '999 EHLO']);
  });

  it('data that was cut off ends before the next connection', () => {
    const text =
      '220 a.test ESMTP\nDATA\n354 go\nSubject: x\n\nhello\nTrying 192.0.2.1...\n220 b.test ESMTP\nQUIT\n221 bye\n';
    assert.equal(toldBySession(text).length, 2);
    const data = read(text).events.find(({ kind }) => kind === 'data');
    assert.equal(data && text.slice(data.start, data.end), 'Subject: x\n\nhello');
  });
});
