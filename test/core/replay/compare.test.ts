import assert from 'node:assert/strict';
import { compareSessions, type SessionText } from '../../../src/core/replay/compare.ts';
import type { RecipeStep } from '../../../src/core/replay/recipe.ts';
import { sessionsOf } from '../../../src/core/session/sessionView.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

const session = (text: string): SessionText => {
  const [view] = sessionsOf(readTicket(text));
  assert.ok(view !== undefined, text);
  return { text, view };
};

/** What differs between two sessions, each finding as `level code: text`. */
function differ(
  told: string,
  now: string | undefined,
  expected: readonly string[],
  until: RecipeStep = 'MESSAGE',
): void {
  const found = compareSessions(session(told), now === undefined ? undefined : session(now), 'mx.a.test', until);
  assert.ok(found.every(({ about }) => about === 'mx.a.test'));
  assert.deepEqual(
    found.map(({ level, code, text }) => `${level} ${code}: ${text}`),
    expected,
  );
}

const hello = (reply = '250 mx.a.test'): string => `220 mx.a.test ESMTP\nEHLO b.test\n${reply}\n`;
const MAIL = 'MAIL FROM:<a@b.test>\n250 2.1.0 Ok\n';
const rcpt = (reply: string, address = 'x@a.test'): string => `RCPT TO:<${address}>\n${reply}\n`;
const message = (reply: string): string => `DATA\n354 go\nSubject: x\n\nx\n.\n${reply}\n`;
const same = (replies: string): readonly string[] => [
  `pass again-same: The same as in the ticket: the same codes in ${replies}, the same keywords.`,
];

describe('a session that is held again is', () => {
  it('the same where codes are, whatever the words are', () => {
    const whole = hello() + MAIL + rcpt('250 2.1.5 Ok') + message('250 2.0.0 Ok');
    differ(whole, whole.replaceAll('Ok', 'Fine'), same('all 6 replies'));
    differ('220 mx.a.test ESMTP\nQUIT\n221 bye\n', '220 mx.a.test ESMTP\nQUIT\n221 bye\n', same('the one reply'));
  });
  it('held against the ticket up to the step where it was to stop', () => {
    const whole = hello() + MAIL + rcpt('250 ok');
    differ(whole, hello(), same('all 2 replies'), 'EHLO');
    differ(whole, hello() + MAIL, same('all 3 replies'), 'MAIL');
    differ(
      whole,
      hello(),
      ['unknown again-not-reached: The ticket has an answer to MAIL; now it did not come to that.'],
      'MAIL',
    );
    differ(
      whole,
      hello(),
      ['unknown again-not-reached: The ticket has an answer to MAIL, RCPT TO:<x@a.test>; now it did not come to that.'],
      'RCPT',
    );
  });
  it('nothing to be held against it where it did not come about', () => {
    const none = ['unknown again-not-reached: Nothing can be held against the ticket: no session came about now.'];
    differ(hello(), undefined, none);
    differ(hello(), 'C: EHLO b.test\n', none);
  });
});

describe('a reply that differs', () => {
  const reply = (step: string, was: string, is: string): string =>
    `warning again-reply-differs: ${step}: the ticket: ${was}; now: ${is}.`;
  const failure = (was: string, is: string, level = 'warning'): string =>
    `${level} again-failure-differs: The first step that is refused: the ticket: ${was}; now: ${is}.`;

  it('is named by what was asked', () => {
    const connected = 'Trying 192.0.2.1...\nConnected to mx.a.test.\n';
    differ(connected + hello(), `${connected}554 5.7.1 no\nConnection closed by foreign host.\n`, [
      reply('the connection', '220 mx.a.test ESMTP', '554 5.7.1 no'),
      failure('none', 'the connection (554)'),
      'unknown again-not-reached: The ticket has an answer to EHLO; now it did not come to that.',
    ]);
    differ(hello(), hello('500 what'), [reply('EHLO', '250 mx.a.test', '500 what'), failure('none', 'EHLO (500)')]);
    differ(hello() + MAIL, hello() + MAIL.replace('250 2.1.0', '250 2.1.9'), [
      reply('MAIL', '250 2.1.0 Ok', '250 2.1.9 Ok'),
    ]);
    differ(hello() + MAIL + rcpt('550 5.1.1 no'), hello() + MAIL + rcpt('250 2.1.5 ok'), [
      reply('RCPT TO:<x@a.test>', '550 5.1.1 no', '250 2.1.5 ok'),
      failure('RCPT TO:<x@a.test> (550)', 'none', 'note'),
    ]);
    const start = hello() + MAIL + rcpt('250 ok');
    differ(start + message('554 5.7.1 spam'), start + message('250 2.0.0 ok'), [
      reply('the message', '554 5.7.1 spam', '250 2.0.0 ok'),
      failure('the message (554)', 'none', 'note'),
    ]);
    differ(`${start}DATA\n354 go\n`, `${start}DATA\n421 bye\n`, [
      reply('DATA', '354 go', '421 bye'),
      failure('none', 'DATA (421)'),
    ]);
  });
  it('is that behind the challenges of a login', () => {
    const login = (reply: string): string =>
      `${hello('250 AUTH LOGIN')}AUTH LOGIN\n334 VXNlcm5hbWU6\nYm9i\n334 UGFzc3dvcmQ6\neA==\n${reply}\n`;
    differ(login('535 5.7.8 no'), login('235 2.7.0 ok'), [
      reply('AUTH', '535 5.7.8 no', '235 2.7.0 ok'),
      failure('AUTH (535)', 'none', 'note'),
    ]);
  });
  it('is of a recipient in any letters, and of what cannot be read as one', () => {
    differ(hello() + MAIL + rcpt('250 ok', 'X@A.test'), hello() + MAIL + rcpt('550 no'), [
      reply('RCPT TO:<x@a.test>', '250 ok', '550 no'),
      failure('none', 'RCPT TO:<x@a.test> (550)'),
    ]);
    const odd = (code: string): string => `${hello()}${MAIL}RCPT TO: bob\n${code}\n`;
    differ(odd('501 what'), odd('553 what'), [reply('RCPT TO:<bob>', '501 what', '553 what')]);
  });
  it('is told as far as it goes, and twenty of them', () => {
    const many = (code: number, count: number): string =>
      hello() + MAIL + Array.from({ length: count }, (_, i) => rcpt(`${code} x`, `u${i}@a.test`)).join('');
    const told = (count: number): readonly string[] =>
      compareSessions(session(many(250, count)), session(many(251, count)), 'mx.a.test', 'MESSAGE').map(
        ({ text }) => text,
      );
    assert.equal(told(20).length, 20);
    assert.deepEqual(told(22).slice(20), ['2 more replies differ.']);
    const long = `250 ${'x'.repeat(300)}`;
    differ(hello() + MAIL.replace('250 2.1.0 Ok', long), hello() + MAIL, [
      reply('MAIL', `${long.slice(0, 200)}…`, '250 2.1.0 Ok'),
    ]);
  });
});

describe('what is offered', () => {
  const offer = (text: string): string => `warning again-offer-differs: ${text}.`;
  it('is held by its keywords, and by what stands behind SIZE and AUTH', () => {
    differ(hello('250-mx.a.test\n250-DSN\n250 SIZE 10'), hello('250-mx.a.test\n250-HELP\n250 SIZE 20'), [
      offer('EHLO: no longer offered: DSN; new: HELP; SIZE: the ticket: 10; now: 20'),
    ]);
    differ(hello('250-mx.a.test\n250 AUTH LOGIN'), hello('250-mx.a.test\n250 AUTH LOGIN PLAIN'), [
      offer('EHLO: AUTH: the ticket: LOGIN; now: LOGIN PLAIN'),
    ]);
    differ(hello('250-mx.a.test\n250 SIZE'), hello('250-mx.a.test\n250 SIZE 20'), [
      offer('EHLO: SIZE: the ticket: nothing behind it; now: 20'),
    ]);
    const offered = hello('250-mx.a.test\n250 DSN');
    differ(offered, hello('500 what'), [
      'warning again-reply-differs: EHLO: the ticket: 250 mx.a.test DSN; now: 500 what.',
      'warning again-failure-differs: The first step that is refused: the ticket: none; now: EHLO (500).',
    ]);
    differ(offered, '220 mx.a.test ESMTP\nEHLO b.test\n', [
      'unknown again-not-reached: The ticket has an answer to EHLO; now it did not come to that.',
    ]);
    differ(hello('250-mx.a.test\n250 LIMITS A'), hello('250-mx.a.test\n250 LIMITS B'), same('all 2 replies'));
  });
});

describe('TLS', () => {
  const secured = (version: string, again = '250 mx.a.test'): string =>
    `=== Connected to mx.a.test.\n<-  220 mx.a.test ESMTP\n -> EHLO b.test\n<-  250-mx.a.test\n<-  250 STARTTLS\n -> STARTTLS\n<-  220 go\n=== TLS started with cipher ${version}:X:256\n ~> EHLO b.test\n<~  ${again}\n`;
  it('is held by its version, where both are known', () => {
    differ(secured('TLSv1.2'), secured('TLSv1.3'), ['warning again-tls-differs: The ticket: TLSv1.2; now: TLSv1.3.']);
    differ(secured('TLSv1.2'), secured('TLSv1.2'), same('all 4 replies'));
    differ(secured('TLSv1.2'), secured('odd'), same('all 4 replies'));
    differ(secured('odd'), secured('TLSv1.2'), same('all 4 replies'));
    differ(secured('TLSv1.2'), hello('250-mx.a.test\n250 STARTTLS'), [
      'warning again-tls-differs: The ticket: TLSv1.2; now: no TLS.',
      'unknown again-not-reached: The ticket has an answer to STARTTLS, EHLO under TLS; now it did not come to that.',
    ]);
    differ(secured('TLSv1.2'), hello('250-mx.a.test\n250 STARTTLS'), same('all 2 replies'), 'EHLO');
  });
  it('has an offer of its own behind it, told behind the first', () => {
    const now = secured('TLSv1.2', '250-mx.a.test\n<~  250 DSN').replace(
      '<-  250-mx.a.test\n',
      '<-  250-mx.a.test\n<-  250-HELP\n',
    );
    differ(secured('TLSv1.2'), now, [
      'warning again-offer-differs: EHLO: new: HELP.',
      'warning again-offer-differs: EHLO under TLS: new: DSN.',
    ]);
  });
  it('has a greeting of its own behind it', () =>
    differ(secured('TLSv1.2'), secured('TLSv1.2', '500 what'), [
      'warning again-reply-differs: EHLO under TLS: the ticket: 250 mx.a.test; now: 500 what.',
      'warning again-failure-differs: The first step that is refused: the ticket: none; now: EHLO under TLS (500).',
    ]));
});
