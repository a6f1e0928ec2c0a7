import assert from 'node:assert/strict';
import { explainText } from '../../../src/core/knowledge/explain.ts';
import { explainReply } from '../../../src/core/knowledge/explainReply.ts';
import type { LogEntry } from '../../../src/core/log/log.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { fateOf, queued } from '../../../src/core/verdict/entryFate.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import { userAnswer } from '../report/filled.ts';

const verdicts = (text: string) => readVerdicts(readTicket(text));

describe('a login that a queue was refused', () => {
  const text =
    'Nov 29 07:10:11 srv postfix/smtp[901]: 4cXb11aa: to=<b@b.test>, relay=smtp.p.test[203.0.113.200]:587, delay=0.9, dsn=4.7.8, status=deferred (SASL authentication failed; server smtp.p.test[203.0.113.200] said: 535 5.7.8 Error: authentication failed)\n';

  it('is for the admin of the queue, and no user is to look into a mail program', () => {
    const [told] = verdicts(text);
    assert.deepEqual(
      [told?.code, told?.actor, told?.next.map(({ by }) => by)],
      ['login-failed', 'sending admin', ['sending admin', 'sending admin', 'sending admin']],
    );
    const answer = userAnswer(readTicket(text)) ?? '';
    assert.match(answer, /did not take the login/);
    assert.doesNotMatch(answer, /mail program/);
  });

  it('is for whoever logs in where no queue has the message', () => {
    const [told] = verdicts('C: AUTH PLAIN AGEAYg==\nS: 535 5.7.8 Error: authentication failed\n');
    assert.equal(told?.actor, 'sender');
  });
});

describe('an alias that leads to nobody', () => {
  const line = (original: string): string =>
    `Nov 29 07:10:11 srv postfix/smtp[901]: 4cXb11aa: to=<old@b.test>,${original} relay=mx.b.test[203.0.113.200]:25, delay=0.9, dsn=5.1.1, status=bounced (host mx.b.test[203.0.113.200] said: 550 5.1.1 <old@b.test>: User unknown (in reply to RCPT TO command))\n`;

  it('is for the admin who has the alias, and the sender has nothing to correct', () => {
    const [told] = verdicts(line(' orig_to=<info@contoso.test>,'));
    assert.deepEqual([told?.code, told?.actor, told?.retry], ['recipient-unknown', 'receiving admin', 'no']);
    assert.match(
      told?.next.map(({ text }) => text).join() ?? '',
      /^Correct or take away the address to which info@contoso\.test passes mail on\.$/,
    );
    assert.doesNotMatch(userAnswer(readTicket(line(' orig_to=<info@contoso.test>,'))) ?? '', /letter by letter/);
    const [exim] = verdicts(
      '2026-11-29 09:00:01 1vPd00-000000001aa-1abc ** old@b.test <info@b.test> R=virtual_aliases: No such person at this address\n',
    );
    assert.equal(exim?.actor, 'receiving admin');
  });

  it('is none where the address is the same, or was made whole', () => {
    for (const original of ['', ' orig_to=<OLD@b.test>,', ' orig_to=<old>,'])
      assert.equal(verdicts(line(original))[0]?.actor, 'sender', original);
  });
});

describe('the steps of one message as Exchange lists them', () => {
  const step = (event: string, detail: string): string =>
    `Date               : 29.11.2026 06:02:11\nEvent              : ${event}\nAction             :\nDetail             : ${detail}\n\n`;

  it('are of one delivery, also where they name nobody', () => {
    const text =
      step('Receive', 'Message received by: AM0PR01MB1234 using TLS1.3') +
      step(
        'Defer',
        'Reason: [{LED=451 4.7.500 Server busy. Please try again later from [203.0.113.80]. (S77719)};{MSG=};{FQDN=x.mail.protection.outlook.com}]',
      ) +
      step('Deliver', 'The message was successfully delivered to the folder: DefaultFolderType:Inbox');
    assert.deepEqual(
      verdicts(text).map(({ role, failed }) => [role, failed]),
      [['recovered', false]],
    );
  });
});

describe('a queue of Exchange', () => {
  it('waits, whatever its last error was', () => {
    const [told] = verdicts(
      'Identity      : EX01\\Unreachable\nDeliveryType  : Unreachable\nStatus        : Ready\nMessageCount  : 12\nNextHopDomain : Unreachable Domain\nLastError     : There is currently no route to the mailbox database.\n',
    );
    assert.deepEqual([told?.role, told?.code, told?.actor], ['waiting', 'system-error', 'receiving admin']);
  });
});

describe('what became of a delivery by one entry of a log', () => {
  const explain = { reply: explainReply, text: (words: string) => explainText(words) };
  const w = (text: string) => ({ text, start: 0, end: text.length });
  const reply = (code: number | undefined, enhanced: string, text: string) => ({
    ...(code !== undefined && { code }),
    enhanced,
    text,
  });
  const fate = (entry: object, words = '') =>
    fateOf(
      { format: 'postfix', recipients: [w('b@b.test')], delays: [], fields: [], ...entry } as unknown as LogEntry,
      words,
      explain,
    );
  /** Role, reason, who acts, whether it is tried again. */
  const told = (entry: object, words = ''): string | undefined => {
    const found = fate(entry, words);
    return found && `${found.role} ${found.explanation.reason}, ${found.explanation.actor}, ${found.explanation.retry}`;
  };
  const all = (facts: readonly (readonly [entry: object, expected: string | undefined])[]): void => {
    for (const [entry, expected] of facts) assert.equal(told(entry), expected, JSON.stringify(entry));
  };
  const FULL = reply(450, '4.2.2', 'mailbox full');
  const UNKNOWN = reply(550, '5.1.1', 'User unknown');
  const LOGIN = reply(535, '5.7.8', 'authentication failed');

  it('is what it says, else what its reply says', () => {
    const silent = 'unknown, sending admin, later';
    all([
      [{}, undefined],
      [{ outcome: 'relayed' }, undefined],
      [{ outcome: 'sent' }, 'success accepted, nobody, no'],
      [{ outcome: 'bounced' }, `cause ${silent}`],
      [{ outcome: 'rejected' }, `cause ${silent}`],
      [{ outcome: 'deferred' }, 'waiting unknown, sending admin, yes'],
      [{ outcome: 'held' }, 'waiting unknown, receiving admin, later'],
      [{ outcome: 'expired' }, 'cause expired, sending admin, later'],
      [{ outcome: 'deferred', reply: FULL }, 'waiting mailbox-full, recipient, yes'],
      [{ outcome: 'bounced', reply: UNKNOWN }, 'cause recipient-unknown, sender, no'],
      [{ outcome: 'bounced', dsn: w('5.2.2') }, 'cause mailbox-full, recipient, later'],
      [{ reply: FULL }, 'waiting mailbox-full, recipient, yes'],
      [{ reply: UNKNOWN }, 'cause recipient-unknown, sender, no'],
      [{ reply: reply(250, '2.0.0', 'Ok') }, undefined],
      [{ reply: reply(undefined, '5.1.1', 'User unknown') }, undefined],
    ]);
  });

  it('waits where a rejection is for now', () => {
    const { role: refused } = fate({ outcome: 'rejected', reply: reply(550, '5.7.1', 'spam') }) ?? {};
    assert.equal(refused, 'cause');
    for (const [entry, role] of [
      [{ reply: reply(450, '4.7.1', 'Greylisted') }, 'waiting'],
      [{ reply: reply(undefined, '4.7.1', 'Greylisted') }, 'waiting'],
      [{ dsn: w('4.7.1') }, 'waiting'],
      [{ dsn: w('5.7.1') }, 'cause'],
      ...['TempFail', 'greylisted', 'Graylist', 'DENIED_grey', 'delayed', 'deferred'].map((name) => [
        { status: w(name) },
        'waiting',
      ]),
      ...['reject', 'xtemp', 'undelayed'].map((name) => [{ status: w(name) }, 'cause']),
    ] as [object, string][])
      assert.equal(fate({ outcome: 'rejected', ...entry })?.role, role, JSON.stringify(entry));
  });

  it('is why the log says, before the bare status', () => {
    const refused = 'waiting connection-failed, receiving admin, yes';
    all([
      [{ outcome: 'deferred', reason: w('Connection refused') }, refused],
      [{ outcome: 'deferred', reason: w('Connection refused'), dsn: w('4.4.1') }, refused],
      [{ outcome: 'bounced', reason: w('mail loop detected') }, 'cause mail-loop, receiving admin, later'],
      [{ outcome: 'bounced', reason: w('qwx zzt'), dsn: w('5.1.1') }, 'cause recipient-unknown, sender, no'],
      [{ outcome: 'bounced', reason: w('qwx zzt') }, 'cause unknown, sending admin, later'],
      [
        { outcome: 'bounced', format: 'sendmail', reason: w('User unknown'), dsn: w('5.1.1') },
        'cause recipient-unknown, sender, no',
      ],
    ]);
    assert.equal(
      told({ outcome: 'bounced', reason: w('retry timeout exceeded') }, 'retry timeout exceeded'),
      'consequence expired, sending admin, later',
    );
    assert.equal(
      told({ outcome: 'bounced', reply: UNKNOWN }, 'retry timeout exceeded'),
      'cause recipient-unknown, sender, no',
    );
  });

  it('of a program is what it says in its own words', () => {
    const failed = { outcome: 'bounced', reason: w('qwx zzt'), dsn: w('5.3.0') };
    const own = 'cause delivery-program-failed, receiving admin, later';
    for (const name of ['postfix/pipe', 'local', 'virtual', 'dovecot/deliver'])
      assert.equal(told({ ...failed, program: w(name) }), own, name);
    assert.equal(told({ ...failed, eventSource: w('mda') }), own);
    for (const name of ['postfix/smtp', 'postfix/pipes', 'xlocal'])
      assert.equal(told({ ...failed, program: w(name) }), 'cause system-error, receiving admin, later', name);
    assert.match(fate({ ...failed, program: w('local') })?.explanation.meaning ?? '', /it says: “qwx zzt”\.$/);
  });

  it('of a queue is that it holds the message, and why the try before failed', () => {
    const held = { outcome: 'held', format: 'queue' };
    assert.match(fate(held)?.explanation.meaning ?? '', /^The message is on hold: /);
    assert.match(fate(held, '*** frozen ***')?.explanation.meaning ?? '', /^The message is frozen: /);
    const full = fate({ ...held, reason: w('host mx.b.test said: 452 4.2.2 Mailbox full') })?.explanation;
    assert.match(full?.meaning ?? '', /^The message is on hold: .* Why the try before failed: The mailbox is full\.$/);
    assert.deepEqual(
      [full?.retry, full?.next[0]?.by, full?.next.some(({ kind }) => kind === 'wait')],
      ['later', 'sending admin', false],
    );
    assert.equal(
      told({ outcome: 'deferred', queueId: w('4F1'), reply: LOGIN }),
      'waiting login-failed, sending admin, later',
    );
    assert.equal(told({ outcome: 'rejected', queueId: w('4F1'), reply: LOGIN }), 'cause login-failed, sender, later');
    assert.equal(told({ outcome: 'deferred', reply: LOGIN }), 'waiting login-failed, sender, later');
    const { explanation } = fate({ outcome: 'bounced', reason: w('Connection refused') }) ?? {};
    assert.ok(explanation !== undefined);
    assert.deepEqual([queued(explanation).retry, queued(explanation).next[0]?.kind], ['yes', 'wait']);
  });

  it('of a question about an address is no failure', () => {
    const asked = (entry: object) => fate({ outcome: 'probed', ...entry });
    assert.match(
      asked({ status: w('deliverable') })?.explanation.meaning ?? '',
      /whether b@b\.test takes mail, .*, and it does\.$/,
    );
    assert.match(
      asked({ dsn: w('5.1.1'), reply: UNKNOWN })?.explanation.meaning ?? '',
      /and it does not: the server knows no mailbox/,
    );
    assert.match(
      asked({ dsn: w('4.1.1'), reply: FULL, recipients: [] })?.explanation.meaning ?? '',
      /whether an address takes .* does not for now: /,
    );
    assert.deepEqual([asked({ reply: UNKNOWN })?.role, asked({ reply: UNKNOWN })?.explanation.next], ['notice', []]);
  });

  it('is trouble that no status names, in words that tell of it', () => {
    for (const [words, expected] of [
      ['Connection refused', 'cause connection-failed, receiving admin, later'],
      ['disk: No space left on device', 'cause system-full, receiving admin, later'],
      ['451 4.2.2 Mailbox full error', 'waiting mailbox-full, recipient, yes'],
      ['552 5.2.2 Mailbox full error', 'cause mailbox-full, recipient, later'],
      ['returned to sender: Connection refused', 'consequence connection-failed, receiving admin, later'],
      ['SYSERR(root): collect: Cannot write ./df: zunk', 'cause service-failed, receiving admin, later'],
      ['SYSERR(root): putbody: write error: No space left on device', 'cause system-full, receiving admin, later'],
      ['SYSERR(root): collect: I/O error on connection from x', undefined],
      ['fatal: zunk', undefined],
      ['all is well', undefined],
      ['lost connection with x: error', undefined],
      ['Received-SPF: softfail (x) identity=mailfrom', 'notice spf-failed, sending admin, later'],
    ] as const)
      assert.equal(told({}, words), expected, words);
    assert.equal(told({ outcome: 'sent' }, 'Connection refused error'), 'success accepted, nobody, no');
    assert.equal(told({ outcome: 'relayed' }, 'Connection refused error'), undefined);
    assert.match(told({ reason: w('Connection timed out') }, 'error: x') ?? '', /^cause connection-failed, network/);
    assert.match(
      fate({}, 'SYSERR(root): zunk zork cannot')?.explanation.meaning ?? '',
      /it says: “zunk zork cannot”\.$/,
    );
  });
});
