import assert from 'node:assert/strict';
import {
  blockOf,
  type Circumstances,
  circumstancesOf,
  returnedIn,
} from '../../../../src/core/report/answer/circumstances.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import type { Ticket } from '../../../../src/core/ticket/ticket.ts';
import type { Verdict } from '../../../../src/core/verdict/verdict.ts';

const header = (fields: Readonly<Record<string, string>>): object => ({
  fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
  hops: [],
  root: { parts: [] },
});
/** What a block tells, without what it says nothing of. */
function tells(block: object, verdict: Partial<Verdict> = {}, text = ''): Partial<Circumstances> {
  const ticket = { text, lines: new Lines(text), blocks: [{ start: 0, end: text.length + 1, ...block }] };
  const start = Math.max(0, text.indexOf('550 '));
  const { history, ...told } = circumstancesOf(
    ticket as unknown as Ticket,
    {
      span: { start, end: text.length },
      recipients: [],
      role: 'cause',
      stage: 'RCPT',
      ...verdict,
    } as unknown as Verdict,
  );
  assert.deepEqual(history, []);
  return told;
}
const offer = { From: 'a@a.test', To: 'b@b.test', Subject: 'Offer', 'Message-ID': '<1@a.test>', Date: 'D' };
const facts = { recipients: ['b@b.test'], sender: 'a@a.test', subject: 'Offer', messageId: '1@a.test', time: 'D' };

describe('what a message tells of itself', () => {
  const own = (more: object, verdict?: Partial<Verdict>) =>
    tells({ kind: 'message', ...header(offer), ...more }, verdict);
  it('is in its header', () => {
    assert.deepEqual(own({}), facts);
    assert.deepEqual(own({}, { recipients: ['x@x.test'] }).recipients, ['x@x.test']);
  });
  it('is for an answer of a program whose mail it answers (RFC 3834 4)', () => {
    assert.equal(own({ disposition: {} }).sender, 'b@b.test');
    assert.equal(own({ automaticReply: {} }).sender, 'b@b.test');
    const { sender } = tells({ kind: 'message', ...header({ From: 'a@a.test' }), automaticReply: {} });
    assert.equal(sender, 'a@a.test');
  });
  it('is for a complaint what it is of', () => {
    const inner = header({ ...offer, Subject: 'Bad', To: 'c@c.test' });
    const complaint = (...parts: readonly object[]) => own({ feedback: {}, root: { parts } });
    assert.equal(complaint().subject, 'Offer');
    assert.equal(complaint({}, { message: inner }).subject, 'Bad');
    assert.equal(complaint({ decodedMessage: inner }).subject, 'Bad');
    assert.deepEqual(complaint({ message: inner }).recipients, ['c@c.test']);
    assert.equal(own({ root: { parts: [{ message: inner }] } }).subject, 'Offer');
    assert.equal(own({ feedback: { sender: 's@s.test' } }).sender, 's@s.test');
  });
});

describe('what a report tells of a message', () => {
  const report = (
    recipients: readonly object[],
    more: object = {},
    fields: Readonly<Record<string, string>> = {
      From: 'MAILER-DAEMON@b.test',
      To: 'a@a.test',
      Subject: 'S',
      Date: 'N',
    },
  ) => ({ kind: 'message', ...header(fields), report: { recipients, ...more } });
  it('is the group of the recipient, else the first', () => {
    const groups = [
      { finalRecipient: 'x', lastAttempt: 'X', willRetryUntil: 'UX' },
      { finalRecipient: 'b', originalRecipient: 'o', lastAttempt: 'B', willRetryUntil: 'UB' },
    ];
    const of = (...recipients: readonly string[]) => tells(report(groups), { recipients });
    assert.deepEqual(of('b'), { recipients: ['b'], sender: 'a@a.test', time: 'B', until: 'UB' });
    assert.equal(of('o').time, 'B');
    assert.equal(of('z').time, 'X');
    assert.equal(of().time, 'X');
    assert.equal(tells(report([{}, { finalRecipient: 'b', lastAttempt: 'B' }]), { recipients: [''] }).time, 'N');
  });
  it('is when it was tried last, else when it arrived, else when the report was written', () => {
    assert.equal(tells(report([{ lastAttempt: 'L' }], { arrivalDate: 'A' })).time, 'L');
    assert.equal(tells(report([{}], { arrivalDate: 'A' })).time, 'A');
    assert.equal(tells(report([{}])).time, 'N');
  });
  it('is the server, as the report or its words have it', () => {
    const server = (group: object, verdict: Partial<Verdict> = {}) => tells(report([group]), verdict).server;
    const words = 'connect to mx.b.test[192.0.2.1]:25: timed out';
    assert.equal(server({ diagnostic: words }), 'mx.b.test [192.0.2.1]');
    assert.equal(server({ words }), 'mx.b.test [192.0.2.1]');
    assert.equal(server({ diagnostic: words }, { server: 'mx.c.test' }), 'mx.c.test');
    assert.equal(server({ words: 'host mx.b.test[192.0.2.1] said: no' }), 'mx.b.test [192.0.2.1]');
    assert.equal(server({ words: 'conversation with mx.b.test[2001:db8::1] timed out' }), 'mx.b.test [2001:db8::1]');
    assert.equal(server({ words: 'host 192.0.2.1[192.0.2.1] said: no' }), '192.0.2.1');
    assert.equal(server({ words: 'host mx.b.test[1.2] said: no' }), 'mx.b.test');
    assert.equal(server({ words: 'ghost mx.b.test[192.0.2.1] said: no' }), undefined);
    assert.equal(server({}), undefined);
  });
  it('is what is returned with it', () => {
    const returned = header(offer);
    const { time: _, ...inner } = facts;
    assert.deepEqual(tells(report([], { returned })), { ...inner, time: 'N' });
    assert.deepEqual(tells({ ...report([]), root: { parts: [{ message: returned }] } }), { ...inner, time: 'N' });
    assert.deepEqual(tells(report([], { returned }), { recipients: ['x'] }).recipients, ['x']);
    assert.equal(tells(report([], { returned }), { sender: 's@s.test' }).sender, 's@s.test');
    assert.deepEqual(tells(report([])), { recipients: [], sender: 'a@a.test', time: 'N' });
  });
  it('is not the header of who passes it on', () => {
    const passed = (subject: string, from = 'p@b.test') =>
      tells(report([{}], {}, { From: from, To: 'help@b.test', Subject: subject, Date: 'N' }));
    for (const front of [
      'Fw',
      'FWD',
      'WG',
      'Tr',
      'RV',
      'I',
      'Enc',
      'VS',
      'VB',
      'Re',
      'Re[2]',
      'AW',
      'SV',
      'Antw',
      'Re ',
    ])
      assert.deepEqual(passed(`${front}: Undeliverable`), { recipients: [] }, front);
    for (const subject of ['Undeliverable', 'More: Undeliverable', 'Our Fwd: x'])
      assert.deepEqual(passed(subject), { recipients: [], sender: 'help@b.test', time: 'N' }, subject);
    assert.equal(passed('Re: x', 'MAILER-DAEMON@b.test').time, 'N');
  });
  it('is in one of its first parts', () => {
    const inner = header(offer);
    const at = (count: number) =>
      returnedIn({ root: { parts: [...Array(count).fill({}), { message: inner }] } } as never);
    assert.equal(at(19), inner);
    assert.equal(at(20), undefined);
  });
});

describe('what a session tells of a mail', () => {
  const text = '220 a\nMAIL FROM:<>\nRCPT TO:<b@b.test>\n2026-11-20 10:00:00 x 550 no\n';
  const at = text.indexOf('550 ');
  const session = (more: object = {}, transaction: object = {}) => ({
    ...{ kind: 'conversation', notes: [], events: [{ kind: 'command', verb: 'MAIL', start: 6, end: 18 }] },
    sessions: [
      { start: 0, end: 3, transactions: [], server: 'first' },
      {
        ...{ start: 4, end: at, server: 'mx.b.test' },
        transactions: [
          {
            start: 6,
            end: at,
            sender: 's',
            recipients: [{ address: 'b' }, { address: 'c' }],
            events: [0],
            ...transaction,
          },
        ],
        ...more,
      },
    ],
  });
  const time = '2026-11-20 10:00:00';
  it('is that of the session and the transaction in which the reply stands', () => {
    assert.deepEqual(tells(session(), {}, text), { recipients: ['b', 'c'], sender: 's', server: 'mx.b.test', time });
    assert.deepEqual(tells(session(), { recipients: ['c'] }, text).recipients, ['c']);
    assert.deepEqual(tells(session({ end: at - 1 }), {}, text), { recipients: [], server: 'first', time });
    assert.deepEqual(tells(session({}, { end: at - 1 }), { sender: 'v' }, text), {
      ...{ recipients: [], sender: 'v', server: 'mx.b.test', time },
    });
  });
  it('is the null sender only where it is written', () => {
    const sender = (words: string) =>
      tells(session({}, { sender: '' }), {}, text.replace('MAIL FROM:<>', words)).sender;
    assert.equal(sender('MAIL FROM:<>'), '');
    assert.equal(sender('MAIL FROM:? '), undefined);
    assert.equal(tells(session({}, { sender: '', events: [] }), {}, text).sender, undefined);
  });
});

describe('the time in front of a reply', () => {
  it('is a date with a time, or a time', () => {
    const stamp = (words: string) =>
      tells({ kind: 'conversation', notes: [], events: [], sessions: [] }, {}, `${words} 550 no\n`).time;
    for (const time of [
      '2026-11-20T10:00:00Z',
      '2026-11-20 10:00:00.123',
      '2026-11-20 10:00:00,123456789',
      '2026-11-20T10:00:00+01:00',
      '2026-11-20 10:00:00 -0100',
      'Nov 20 10:00:00',
      'Nov  2 10:00:00',
      '10:00:00',
    ])
      assert.equal(stamp(`[${time}]`), time);
    for (const words of ['110:00:00', '10:00:001', '10:00', 'x']) assert.equal(stamp(words), undefined, words);
    assert.equal(stamp(`${' '.repeat(112)}10:00:00`), '10:00:00');
    assert.equal(stamp(`${' '.repeat(113)}10:00:00`), undefined);
  });
});

describe('the block of a place', () => {
  it('is the last that begins before or there', () => {
    const ticket = { blocks: [{ start: 0 }, { start: 5 }] } as unknown as Ticket;
    for (const [offset, start] of [
      [0, 0],
      [4, 0],
      [5, 5],
      [9, 5],
    ] as const)
      assert.equal(blockOf(ticket, offset)?.start, start);
  });
});
