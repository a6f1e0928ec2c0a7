import assert from 'node:assert/strict';
import type { Circumstances } from '../../../../src/core/report/answer/circumstances.ts';
import type { Matter } from '../../../../src/core/report/answer/matter.ts';
import { answerOfQuestion } from '../../../../src/core/report/answer/questionAnswer.ts';
import type { Ticket } from '../../../../src/core/ticket/ticket.ts';

const verdict = (more: object) => ({
  role: 'success',
  failed: false,
  recipients: ['b'],
  span: { start: 0, end: 1 },
  code: 'accepted',
  ...more,
});
const answered = (
  question: string,
  first: object,
  others: readonly object[] = [],
  known: object = {},
  blocks: readonly object[] = [{ kind: 'conversation', start: 0 }],
) =>
  answerOfQuestion(
    { blocks, text: '' } as unknown as Ticket,
    { question, first: verdict(first), others: others.map(verdict), aside: [], typingErrors: [] } as unknown as Matter,
    { recipients: ['b'], history: [], ...known } as unknown as Circumstances,
  );

describe('who has a mail and who has not', () => {
  const lost = { role: 'cause', failed: true, recipients: ['c'] };
  const several = (first: object, ...others: readonly object[]) => answered('several', first, others);
  it('is told of the recipients of one mail', () => {
    assert.equal(several({}, lost)?.plain, 'b got it, c did not: each address is delivered to on its own.');
    assert.match(several({ server: 'mx' }, lost)?.words ?? '', /^b: accepted by mx\. c: not delivered\. Each/);
    assert.match(
      several({ server: 'mx' }, { recipients: ['d'] }, lost)?.words ?? '',
      /^b, d: accepted\. c: not delivered\./,
    );
    assert.equal(
      several({}, { ...lost, role: 'waiting' })?.plain,
      'b got it, c did not yet: each address is delivered to on its own.',
    );
    assert.match(
      several({ role: 'recovered' }, lost, { ...lost, role: 'waiting', recipients: ['d'] })?.words ?? '',
      /^b: accepted\. c: not delivered\. d: not yet delivered\./,
    );
    assert.equal(several({}, { ...lost, recipients: ['b', 'c'] }), undefined);
    assert.equal(several({}), undefined);
    assert.equal(several(lost), undefined);
    assert.equal(several({}, { ...lost, role: 'consequence' }), undefined);
    assert.equal(several({}, { ...lost, recipients: [] }), undefined);
    assert.equal(several({ recipients: [] }, lost), undefined);
  });
  it('is told of one queue id, or one block that is no log and no prose', () => {
    const at = (first: object, other: object, ...blocks: readonly object[]) =>
      answered('several', first, [{ ...lost, ...other }], {}, blocks) !== undefined;
    const one = { kind: 'conversation', start: 0 };
    assert.ok(at({ queueId: '1' }, { queueId: '1' }, { kind: 'log', start: 0 }));
    assert.ok(!at({ queueId: '1' }, { queueId: '2' }, one));
    assert.ok(!at({ queueId: '1' }, {}, one));
    assert.ok(!at({}, { queueId: '1' }, one));
    for (const kind of ['conversation', 'message']) assert.ok(at({}, {}, { kind, start: 0 }), kind);
    for (const kind of ['log', 'prose']) assert.ok(!at({}, {}, { kind, start: 0 }), kind);
    assert.ok(!at({}, { span: { start: 9, end: 10 } }, one, { kind: 'conversation', start: 5 }));
  });
});

describe('how long a mail took by its log', () => {
  const entry = (outcome: string | undefined, time: string, more: object = {}) => ({
    outcome,
    time: { text: time },
    recipients: [{ text: 'b' }],
    delays: [],
    ...more,
  });
  const slow = (...history: readonly object[]) => answered('slow', { role: 'recovered' }, [], { history });
  it('is counted from the first try, else from the first line', () => {
    const late = slow(
      entry('received', 'Nov 20 09:00:00', { recipients: [] }),
      entry('deferred', 'Nov 20 09:10:00', { reply: {} }),
      entry('deferred', 'Nov 20 09:20:00'),
      entry('sent', 'Nov 20 10:10:00', { host: { text: 'mx1' } }),
    );
    assert.match(
      late?.words ?? '',
      /^It took 1 h on mx1 because the first try at Nov 20 09:10:00 was put off; it was taken at Nov 20 10:10:00\.$/,
    );
    assert.match(late?.plain ?? '', /^It took 1 h because the other mail server put it off at first\./);
    assert.match(
      slow(entry('deferred', 'Nov 20 09:10:00'), entry('sent', 'Nov 20 09:11:00'))?.words ?? '',
      /^It took 1 min because the first try at Nov 20 09:10:00 failed;/,
    );
    const none = slow(entry('received', 'Nov 20 09:00:00'), entry('sent', 'Nov 20 09:02:00'));
    assert.match(
      none?.words ?? '',
      /^It took 2 min here: the log has it from Nov 20 09:00:00 on, and it was taken at Nov 20 09:02:00\. No try before/,
    );
    assert.match(
      slow(entry('received', 'Nov 19 23:59:30'), entry('sent', 'Nov 20 00:01:30'))?.words ?? '',
      /^It took 2 min here/,
    );
    assert.match(
      slow(entry('received', '2026-11-20T09:00:00'), entry('sent', '2026-11-20T10:00:01'))?.words ?? '',
      /^It took 1 h/,
    );
  });
  it('is not told where it is short, or cannot be counted', () => {
    for (const [from, to] of [
      ['Nov 20 09:00:00', 'Nov 20 09:00:59'],
      ['Nov 20 09:02:00', 'Nov 20 09:00:00'],
      ['Oct 31 09:00:00', 'Nov 01 09:00:00'],
      ['x', 'Nov 20 09:00:00'],
      ['Nov 20 09:00:00', '1700000000'],
    ] as const)
      assert.equal(slow(entry('received', from), entry('sent', to)), undefined, `${from} ${to}`);
    assert.equal(slow(entry('deferred', 'Nov 20 09:00:00'), entry('bounced', 'Nov 20 10:00:00')), undefined);
    assert.equal(
      slow(entry('deferred', 'Nov 20 09:00:00'), entry('sent', 'Nov 20 10:00:00', { recipients: [{ text: 'c' }] })),
      undefined,
    );
  });
});

describe('where a mail went that is missed', () => {
  const missing = (first: object, known: object = {}) => answered('missing', first, [], known)?.words;
  it('is told where it was taken', () => {
    for (const role of ['success', 'recovered'])
      assert.match(missing({ role }) ?? '', /^It left this side: the next server took it for b, and has to/);
    const words = missing({}, { server: 'mx', takenAs: '1', time: 'T', recipients: ['b', 'c'] }) ?? '';
    assert.match(words, /: mx took it for b, c at T as 1, and .* of that server for 1\.$/);
    assert.match(missing({}) ?? '', /of that server\.$/);
    for (const role of ['cause', 'waiting', 'notice']) assert.equal(missing({ role }), undefined, role);
  });
});

describe('why a mail came twice', () => {
  const text = 'lost connection while sending end of data -- message may be sent more than once\nsent';
  const at = (start: number, outcome: string, more: object = {}) => ({
    start,
    end: start + 75,
    outcome,
    recipients: [],
    delays: [],
    ...more,
  });
  const twice = (history: readonly object[], known: object = {}, first: object = {}) =>
    answerOfQuestion(
      { blocks: [], text } as unknown as Ticket,
      { question: 'twice', first: verdict(first), others: [] } as unknown as Matter,
      { recipients: ['b'], history, ...known } as unknown as Circumstances,
    );
  it('is that the answer to a try was not heard', () => {
    const words =
      twice([at(0, 'deferred', { time: { text: 'T' } }), at(80, 'sent', { time: { text: 'U' } })], { server: 'mx' })
        ?.words ?? '';
    assert.match(words, /^It came twice because mx did not answer in time .* at T: .*, at U \(RFC/);
    assert.match(
      twice([at(0, 'deferred'), at(80, 'sent')])?.words ?? '',
      /because the server did not .* at the first try: .*, at the next try/,
    );
    assert.match(twice([at(0, 'deferred'), at(80, 'sent')], {}, { server: 'v' })?.words ?? '', /because v did not/);
    for (const history of [
      [at(0, 'sent'), at(80, 'sent')],
      [at(80, 'deferred'), at(81, 'sent')],
      [at(0, 'deferred'), at(0, 'sent')],
      [at(0, 'deferred')],
    ])
      assert.equal(twice(history), undefined);
  });
});
