import assert from 'node:assert/strict';
import { conversationsOf, eventsOf, told, toldBySession } from './told.ts';

const session: readonly (readonly ['in' | 'out', string])[] = [
  ['in', '220 a.test ESMTP ready'],
  ['out', 'EHLO b.test'],
  ['in', '250-a.test'],
  ['in', '250-SIZE 1000'],
  ['in', '250 HELP'],
  ['out', 'MAIL FROM:<a@b.test>'],
  ['in', '250 2.1.0 Ok'],
  ['out', 'RCPT TO:<c@a.test>'],
  ['in', '550 5.1.1 <c@a.test>: User unknown'],
  ['out', 'QUIT'],
  ['in', '221 2.0.0 Bye'],
];
const SAID = '220 EHLO 250 MAIL 250 RCPT 550 QUIT 221';

/** A tool nobody ever saw is read right, and said to be told from the words alone. */
function learns(write: (side: 'in' | 'out', words: string, i: number) => string): void {
  const text = `Here is the log:\n${session.map(([side, words], i) => write(side, words, i)).join('\n')}\nbye\n`;
  assert.equal(told(text), SAID, text);
  assert.equal(conversationsOf(text).flatMap(({ sessions }) => sessions).length, 1, text);
  for (const event of eventsOf(text)) {
    if (event.kind === 'reply') assert.equal(text.slice(event.codeSpan.start, event.codeSpan.end), String(event.code));
    if (event.kind === 'command') assert.equal(text.slice(event.verbSpan.start, event.verbSpan.end), event.verb);
  }
}

const second = (i: number): string => String(i).padStart(2, '0');

describe('a tool that no row knows is learnt:', () => {
  it('levels and a class, like logback', () =>
    learns(
      (side, words, i) =>
        `2024-05-01 10:00:${second(i)}.123 [mail-3] DEBUG c.a.m.SmtpWire - ${side === 'in' ? '<<' : '>>'} ${words}`,
    ));
  it('with the port that it connects to in a line of its own', () => {
    const lines = [
      '465',
      'INFO: smtp server connected',
      '220 a.test ESMTP',
      'INFO: send smtp HELO command',
      '250 a.test Hello',
      'INFO: send smtp AUTH command',
      '535 Incorrect authentication data',
    ];
    assert.deepEqual(
      eventsOf(lines.map((words) => `[DEBUG] - ${words}\n`).join('\n')).flatMap((event) =>
        event.kind === 'reply' ? event.code : [],
      ),
      [220, 250, 535],
    );
  });
  it('levels that differ by side', () =>
    learns((side, words, i) => `10:00:${second(i)} ${side === 'in' ? 'TRACE [reader]' : 'DEBUG [writer]'} ${words}`));
  it('JSON with the text last', () =>
    learns((side, words, i) => `{"ts":17000000${second(i)},"dir":"${side}","data":"${words}\\r\\n"}`));
  it('JSON with the text first', () =>
    learns((side, words, i) => `{"line":"${words}","from":"${side === 'in' ? 'remote' : 'local'}","n":${i}}`));
  it('syslog', () =>
    learns(
      (side, words, i) =>
        `May  1 10:00:${second(i)} host relayd[4711]: conn=77 ${side === 'in' ? 'rx' : 'tx'} ${words}`,
    ));
  it('fields, the first of which says how far the session is', () => {
    const states = ['CONN', 'EHLO', 'EHLO', 'EHLO', 'EHLO', 'MAIL', 'MAIL', 'RCPT', 'RCPT', 'QUIT', 'QUIT'];
    learns((_side, words, i) => `state=${states[i]} smtp=${words}`);
  });
  it('[in] and [out]', () => learns((side, words) => `[${side}] ${words}`));
  it('arrows with numbers', () => learns((side, words, i) => `${side === 'in' ? '<<<' : '>>>'} ${i * 7} ${words}`));
  it('CLIENT> and SERVER>', () => learns((side, words) => `${side === 'in' ? 'SERVER' : 'CLIENT'}> ${words}`));
  it('read and written', () => learns((side, words) => `smtp ${side === 'in' ? 'read' : 'write'}: "${words}"`));
  it('quoted strings with line ends spelt out', () =>
    learns((side, words) => `${side === 'in' ? 'RECV' : 'SEND'} '${words}\\r\\n'`));
  it('a string in a string', () =>
    learns((side, words) => `list: ("Client: ${side === 'in' ? 'reply' : 'send'} \\"${words}\\"")`));
  it('a pointer', () => learns((side, words) => `smtp: 0x55d0c1a4e2b0: ${side === 'in' ? '>>>' : '<<<'} ${words}`));
  it('letters in brackets', () => learns((side, words) => `(${side === 'in' ? 'R' : 'L'}) ${words}`));
  it('a hexadecimal id and a counter', () =>
    learns((side, words, i) => `#${i} 0x7f${i}a2b ${side === 'in' ? '<==' : '==>'} ${words}`));
  it('key=value', () => learns((side, words, i) => `t=${i} peer=192.0.2.1:25 dir=${side} msg="${words}"`));
  it('the same front for both sides', () => learns((_, words, i) => `${second(i)}/05 10:00 smtp | ${words}`));
  it('a tab', () => learns((side, words, i) => `${i}\t${side}\t${words}`));
  it('words in front', () => learns((side, words) => `${side === 'in' ? 'Server' : 'Client'} said: ${words}`));
  it('addresses that swap', () =>
    learns(
      (side, words) =>
        `${side === 'in' ? '192.0.2.25:25 -> 192.0.2.1:5555' : '192.0.2.1:5555 -> 192.0.2.25:25'} ${words}`,
    ));
  it('a bar', () => learns((side, words) => `${side === 'in' ? 'mx.a.test' : 'me'} | ${words}`));
});

describe('what was learnt', () => {
  it('ends at a quotation mark that is not escaped', () => {
    const text = session
      .map(([side, words]) => `{"line":"${words.replace('User', 'User \\"c\\"')}","from":"${side}"}\n`)
      .join('');
    const refused = eventsOf(text).find((event) => event.kind === 'reply' && event.code === 550);
    assert.equal(refused && text.slice(refused.start, refused.end), '550 5.1.1 <c@a.test>: User \\"c\\" unknown');
  });

  const arrow = (side: 'in' | 'out', words: string, id: number): string =>
    `[conn ${id}] ${side === 'in' ? 'rcvd' : 'sent'}: ${words}`;

  it('is called unknown and inferred', () => {
    const [conversation] = conversationsOf(session.map(([side, words]) => `[${side}] ${words}\n`).join(''));
    assert.equal(conversation?.dialect, 'unknown');
    assert.equal(conversation?.events[0]?.certainty, 'inferred');
  });

  it('takes a message and a SASL exchange that read as nothing', () => {
    const text = [
      '[in] 220 a.test ESMTP',
      '[out] EHLO b.test',
      '[in] 250 AUTH LOGIN',
      '[out] AUTH LOGIN',
      '[in] 334 VXNlcm5hbWU6',
      '[out] YWxpY2U=',
      '[in] 235 ok',
      '[out] DATA',
      '[in] 354 go',
      '[out] Subject: x',
      '[out] ',
      '[out] 250 things',
      '[out] .',
      '[in] 250 ok',
    ].join('\n');
    assert.equal(told(text), '220 EHLO 250 AUTH 334 (auth) 235 DATA 354 (data) 250');
  });

  it('tells connections apart that name themselves', () => {
    const two = session.flatMap(([side, words]) => [arrow(side, words, 17), arrow(side, words, 18)]);
    assert.deepEqual(toldBySession(two.join('\n')), [SAID, SAID]);
  });

  it('has the time of each line', () => {
    const text = session.map(([side, words], i) => `10:00:${second(i)}.500 (${side}) ${words}\n`).join('');
    assert.equal(eventsOf(text)[1]?.time, 36_001_500);
  });

  it('has two meanings in two connections', () => {
    const away = session.map(([side, words]) => `${side === 'in' ? '<=' : '=>'} ${words}`);
    const here = session.map(([side, words]) => `${side === 'in' ? '=>' : '<='} ${words}`);
    assert.deepEqual(toldBySession([...away, ...here].join('\n')), [SAID, SAID]);
  });
});

describe('what looks alike and is no conversation', () => {
  const none = (text: string): void => assert.equal(conversationsOf(text).length, 0, text);

  it('log lines that quote replies', () => {
    none(
      'Nov 21 20:05:58 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from h[192.0.2.1]: 554 5.7.1 <a@b.test>: denied\n'.repeat(
        30,
      ),
    );
    none(
      'Nov 21 20:05:58 mx postfix/smtpd[1]: lost connection after DATA from h[192.0.2.1]\nNov 21 20:05:58 mx postfix/smtp[2]: ABC: host a[192.0.2.1] said: 450 4.2.0 wait (in reply to RCPT TO command)\n'.repeat(
        10,
      ),
    );
    none(
      '0123456789abcdef smtp failed-command command="RCPT TO:<a@b.test>" result="550 Invalid recipient"\n'.repeat(10),
    );
    none(
      '2024-01-15 09:12:04 1rPJx1-0003xY-9z ** a@b.test R=dnslookup H=b.test [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<a@b.test>: 550 5.1.1 unknown\n'.repeat(
        10,
      ),
    );
  });

  it('an access log, a table, a list', () => {
    none('192.0.2.1 - - [21/Nov/2026:20:05:58] "GET / HTTP/1.1" 200 512\n'.repeat(10));
    none('1. 250 g flour\n2. 300 g sugar\n3. 220 g butter\n');
    none('| code | meaning |\n| 250 | fine |\n| 550 | not fine |\n');
  });
});
