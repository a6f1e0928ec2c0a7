import assert from 'node:assert/strict';
import type { Circumstances } from '../../../../src/core/report/answer/circumstances.ts';
import { fateOfMail, fateWords, type MailFate } from '../../../../src/core/report/answer/fate.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import type { Ticket } from '../../../../src/core/ticket/ticket.ts';
import type { MessageStory } from '../../../../src/core/verdict/arrival/story.ts';
import type { Verdict } from '../../../../src/core/verdict/verdict.ts';

interface Told {
  readonly block: object;
  readonly verdict: object;
  readonly known?: Partial<Circumstances>;
  readonly where?: object;
  readonly text?: string;
  readonly after?: object;
}
const fate = ({ block, verdict, known, where, text = '', after }: Told): MailFate =>
  fateOfMail(
    {
      ...{ text, lines: new Lines(text) },
      blocks: [{ start: 0, end: 100, ...block }, ...(after === undefined ? [] : [{ start: 100, end: 200, ...after }])],
    } as unknown as Ticket,
    {
      ...{ span: { start: 10, end: 20 }, role: 'cause', failed: true, stage: 'RCPT', code: 'other', recipients: [] },
      ...verdict,
    } as unknown as Verdict,
    { recipients: [], history: [], ...known } as unknown as Circumstances,
    where === undefined ? undefined : ({ where } as unknown as MessageStory),
  );
const kind = (told: Told): string => fate(told).kind;

const message = { kind: 'message' };
const prose = { kind: 'prose' };
const log = { kind: 'log', format: 'postfix' };
const session = (...events: readonly object[]) => ({
  kind: 'conversation',
  events: [{ kind: 'reply', start: 10, code: 550, session: 0 }, ...events],
});
const command = (verb: string, of = 0) => ({ kind: 'command', start: 30, verb, session: of });
const reply = (answers: string, code = 250, start = 40) => ({ kind: 'reply', start, code, answers, session: 0 });
const success = { role: 'success', failed: false };
const recovered = { role: 'recovered', failed: false };
const waiting = { role: 'waiting' };

describe('what became of a mail that was taken', () => {
  it('is that it arrived, where a message or a report of it says so', () => {
    assert.deepEqual(fate({ block: message, verdict: success, known: { time: 'T' } }), { kind: 'arrived', when: 'T' });
    assert.deepEqual(fate({ block: message, verdict: success }), { kind: 'arrived' });
    assert.equal(kind({ block: message, verdict: recovered }), 'taken');
    assert.equal(kind({ block: prose, verdict: success }), 'taken');
  });
  it('is that the next server has it, where the report is of what was handed on, for the recipient that it is of', () => {
    const report = (action: string, finalRecipient = 'b', originalRecipient = 'o') => ({
      ...message,
      report: { recipients: [{ action, finalRecipient, originalRecipient }] },
    });
    const handedOn = (block: object, ...recipients: readonly string[]) =>
      kind({ block, verdict: { ...success, recipients } });
    assert.equal(handedOn(report('relayed')), 'taken');
    assert.equal(handedOn(report('expanded')), 'taken');
    assert.equal(handedOn(report('delivered')), 'arrived');
    assert.equal(handedOn(report('relayed'), 'b'), 'taken');
    assert.equal(handedOn(report('relayed'), 'x', 'o'), 'taken');
    assert.equal(handedOn(report('relayed'), 'x'), 'arrived');
  });
  it('is told with who took it, as what and when', () => {
    assert.deepEqual(
      fate({ block: log, verdict: success, known: { server: 'mx', takenAs: '1', time: 'T', until: 'U', sender: 's' } }),
      { kind: 'taken', by: 'mx', as: '1', when: 'T' },
    );
    assert.deepEqual(fate({ block: log, verdict: success }), { kind: 'taken' });
  });
  it('is not known where a session got over what was no mail', () => {
    for (const [block, expected, after] of [
      [session(), 'unknown'],
      [session(reply('(data)')), 'taken'],
      [session(reply('BDAT')), 'taken'],
      [session(reply('MAIL')), 'unknown'],
      [session(reply('(data)', 354)), 'unknown'],
      [session(reply('(data)', 300)), 'unknown'],
      [session(reply('(data)', 250, 10)), 'unknown'],
      [session(reply('(data)', 250, 11)), 'taken'],
      [session(), 'taken', session(reply('(data)'))],
      [session(), 'unknown', { ...session(reply('(data)')), kind: 'log' }],
    ] as const)
      assert.equal(kind({ block, verdict: recovered, ...(after && { after }) }), expected);
    assert.equal(kind({ block: session(), verdict: success }), 'taken');
  });
});

describe('what became of a mail of which nothing failed', () => {
  const none = { role: 'notice', failed: false };
  it('is that it arrived, where it lies in a mailbox', () => {
    assert.equal(kind({ block: { kind: 'log', format: 'shown-original' }, verdict: none }), 'arrived');
    assert.equal(kind({ block: log, verdict: none }), 'unknown');
    assert.equal(kind({ block: { kind: 'prose', format: 'shown-original' }, verdict: none }), 'unknown');
    assert.notEqual(kind({ block: { kind: 'log', format: 'shown-original' }, verdict: {} }), 'arrived');
  });
  it('is that it arrived, with when and where, by its own header', () => {
    const where = { folder: 'junk', words: 'W.' };
    for (const role of ['notice', 'delay'])
      assert.deepEqual(fate({ block: message, verdict: { ...none, role }, known: { time: 'T' }, where }), {
        ...{ kind: 'arrived', when: 'T', where },
      });
    assert.deepEqual(fate({ block: message, verdict: none }), { kind: 'arrived' });
    assert.equal(kind({ block: message, verdict: { ...none, role: 'consequence' } }), 'unknown');
    assert.equal(kind({ block: message, verdict: { ...none, code: 'complaint' } }), 'unknown');
    assert.equal(kind({ block: prose, verdict: none }), 'unknown');
    assert.equal(kind({ block: prose, verdict: { ...none, code: 'spam-marked' } }), 'arrived');
    assert.equal(kind({ block: log, verdict: { ...none, code: 'spam-marked' } }), 'unknown');
  });
});

describe('what became of a mail that failed', () => {
  it('by a notice is that it came back, waits or is held', () => {
    const held = { ...waiting, stage: 'report', retry: 'later' };
    assert.equal(kind({ block: message, verdict: held }), 'held');
    assert.equal(kind({ block: message, verdict: { ...held, retry: 'yes' } }), 'waiting');
    assert.equal(kind({ block: message, verdict: { ...held, stage: 'RCPT' } }), 'waiting');
    assert.equal(kind({ block: message, verdict: { ...held, role: 'cause' } }), 'returned');
    assert.equal(kind({ block: { ...message, automaticReply: { waits: 'moderator' } }, verdict: {} }), 'held');
    assert.equal(kind({ block: { ...message, automaticReply: {} }, verdict: {} }), 'returned');
    assert.deepEqual(fate({ block: message, verdict: waiting, known: { until: 'U' } }), {
      kind: 'waiting',
      until: 'U',
    });
    assert.deepEqual(fate({ block: message, verdict: waiting }), { kind: 'waiting' });
    assert.deepEqual(fate({ block: message, verdict: {}, known: { sender: 'a' } }), { kind: 'returned', to: 'a' });
    assert.deepEqual(fate({ block: message, verdict: {} }), { kind: 'returned' });
    // What has the null reverse-path comes back to nobody.
    assert.deepEqual(fate({ block: message, verdict: {}, known: { sender: '' } }), { kind: 'unknown' });
  });
  it('by a filter is what the filter did', () => {
    for (const block of [prose, session()])
      for (const [kept, expected] of [
        ['quarantined', 'kept'],
        ['held', 'held'],
        ['discarded', 'dropped'],
        ['rejected', 'dropped'],
      ])
        assert.equal(kind({ block, verdict: { kept } }), expected);
  });
  it('by a session is that the client has it still', () => {
    const of = (verdict: object, ...events: readonly object[]) =>
      kind({ block: session(command('NOOP'), ...events), verdict });
    assert.equal(of({}), 'refused');
    assert.equal(of(waiting), 'put-off');
    for (const stage of ['connect', 'EHLO', 'HELO', 'AUTH', '(auth)', 'STARTTLS']) {
      assert.equal(of({ stage }), 'unsent', stage);
      assert.equal(of({ stage }, command('MAIL')), 'refused', stage);
      assert.equal(of({ stage }, command('MAIL'), reply('(data)')), 'unknown', stage);
      assert.equal(of({ stage }, command('MAIL', 1)), 'unsent', stage);
      assert.equal(of({ stage }, command('RCPT')), 'unsent', stage);
      assert.equal(of({ stage, span: { start: 11, end: 12 } }, command('MAIL')), 'unsent', stage);
    }
    assert.equal(of({ code: 'login-failed' }), 'unsent');
    assert.equal(of(waiting, command('MAIL')), 'put-off');
    for (const stage of ['HELP', 'VRFY', 'EXPN', 'NOOP', 'ETRN', 'RSET', 'QUIT', 'XCLIENT'])
      assert.equal(of({ stage }), 'unknown', stage);
  });
  it('by a text is what a notice around it says, else what a server said', () => {
    const by = (text: string, verdict: object, known = {}) => fate({ block: prose, text, verdict, known });
    const bounce = 'It bounced: 550 no';
    assert.deepEqual(by(bounce, {}, { sender: 'a' }), { kind: 'returned', to: 'a' });
    assert.deepEqual(by(bounce, {}), { kind: 'returned' });
    assert.deepEqual(by('It will be retried: 450 no', waiting, { until: 'U' }), { kind: 'waiting', until: 'U' });
    assert.deepEqual(by('It will be retried: 450 no', waiting), { kind: 'waiting' });
    assert.deepEqual(by(bounce, { stage: 'dns' }), { kind: 'unknown' });
    assert.deepEqual(by('They said no.', { reply: {} }), { kind: 'refused' });
    assert.deepEqual(by('They said no.', { ...waiting, reply: {} }), { kind: 'put-off' });
    assert.deepEqual(by('They said no.', waiting), { kind: 'waiting' });
    assert.deepEqual(by('They said no.', {}), { kind: 'unknown' });
    assert.deepEqual(fate({ block: { kind: 'lookup' }, verdict: {}, text: bounce }), { kind: 'unknown' });
    assert.deepEqual(fate({ block: session(), verdict: {}, text: bounce }), { kind: 'returned' });
    assert.deepEqual(fate({ block: session(), verdict: { stage: 'report' }, text: 'x' }), { kind: 'returned' });
  });
});

describe('what became of a mail by the last word of a log', () => {
  const time = { text: 'T' };
  const entry = (outcome: string | undefined, ...recipients: readonly string[]) => ({
    ...{ outcome, time, format: 'postfix', recipients: recipients.map((text) => ({ text })) },
  });
  const by = (outcome: string | undefined, verdict: object = {}, known: object = {}): MailFate =>
    fate({ block: log, verdict, known: { history: [entry(outcome)], ...known } as unknown as Partial<Circumstances> });
  it('is what it says', () => {
    const returned = { kind: 'returned', when: 'T' };
    for (const [outcome, expected, whereWaiting] of [
      ['rejected', { kind: 'door' }, 'put-off'],
      ['discarded', { kind: 'dropped' }, 'kept'],
      ['quarantined', { kind: 'kept' }, 'kept'],
      ['held', { kind: 'held' }, 'held'],
      ['deferred', returned, 'waiting'],
      ['bounced', returned, 'returned'],
      ['expired', returned, 'returned'],
      ['sent', { kind: 'unknown' }, 'waiting'],
      [undefined, { kind: 'unknown' }, 'waiting'],
    ] as const) {
      assert.deepEqual(by(outcome), expected, outcome);
      assert.equal(by(outcome, waiting).kind, whereWaiting, outcome);
    }
    assert.deepEqual(by('sent', { places: [] }), { kind: 'returned' });
    assert.deepEqual(by('bounced', {}, { sender: 'a' }), { ...returned, to: 'a' });
    assert.deepEqual(by('bounced', {}, { sender: '' }), { kind: 'dropped' });
    assert.deepEqual(by('deferred', {}, { sender: '' }), { kind: 'dropped' });
  });
  it('is the last of the same recipient', () => {
    const of = (...history: readonly object[]) => by(undefined, {}, { recipients: ['b'], history }).kind;
    assert.equal(of(entry('held'), entry('rejected')), 'door');
    assert.equal(of(entry('held', 'b'), entry('rejected', 'c')), 'held');
    assert.equal(of(entry('held', 'c'), entry('rejected', 'c', 'b')), 'door');
    assert.equal(of(entry('held'), entry('sent')), 'held');
  });
  it('is with the caller of a program that keeps no queue', () => {
    for (const format of ['msmtp', 'key-value', 'application']) {
      assert.equal(by(undefined, {}, { history: [{ ...entry('bounced'), format }] }).kind, 'refused', format);
      assert.equal(kind({ block: { kind: 'log', format }, verdict: waiting }), 'put-off', format);
    }
    assert.equal(kind({ block: { kind: 'log' }, verdict: waiting }), 'waiting');
  });
});

describe('the words for what became of a mail', () => {
  it('hold what is known of it', () => {
    const words = (one: object, ...parts: readonly string[]): void => {
      for (const part of parts) assert.ok(fateWords(one as MailFate).includes(part), fateWords(one as MailFate));
    };
    words({ kind: 'returned', to: 'a@a.test', when: 'T' }, ' to a@a.test (T);');
    words({ kind: 'returned', to: '' }, ' to its sender;');
    words({ kind: 'returned' }, ' to its sender;');
    words({ kind: 'waiting', until: 'U' }, ' until U,');
    words({ kind: 'waiting' }, 'RFC 5321 4.5.4.1');
    words({ kind: 'taken', by: 'mx', as: '1', when: 'T' }, 'mx took it (T) as 1, and');
    words({ kind: 'taken' }, 'The next server took it, and');
    assert.equal(
      fateWords({ kind: 'arrived', when: 'T', where: { words: 'W.' } } as unknown as MailFate),
      'It arrived (T). W.',
    );
    assert.equal(fateWords({ kind: 'arrived' }), 'It arrived.');
    assert.equal(fateWords({ kind: 'unknown' }), '');
  });
});
