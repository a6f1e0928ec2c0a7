import assert from 'node:assert/strict';
import { conversationHints } from '../../../../src/core/features/hints/conversationHints.ts';
import type { SmtpEvent } from '../../../../src/core/smtp/conversation.ts';
import type { Ticket } from '../../../../src/core/ticket/ticket.ts';
import { open } from '../cursor.ts';

/** The hints in the lines from `first` to `last`, with the time of each event in milliseconds where it is given. */
function hints(text: string, times: readonly number[] = [], lines?: readonly [number, number]): unknown[][] {
  const { document, ticket } = open(text);
  const timed: Ticket = {
    ...ticket,
    blocks: ticket.blocks.map((block) =>
      block.kind === 'conversation' && times.length > 0
        ? {
            kind: block.kind,
            start: block.start,
            end: block.end,
            dialect: block.dialect,
            sessions: block.sessions,
            notes: block.notes,
            events: block.events.map((event, i): SmtpEvent => Object.assign({ ...event }, { time: times[i] ?? 0 })),
          }
        : block,
    ),
  };
  const [first, last] = lines ?? [0, 1000];
  const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } };
  return conversationHints(document, timed, range).map(({ label, position }) => [position.line, label]);
}

const session = 'S: 220 a.test ESMTP\nC: EHLO b.test\nS: 250 a.test\nC: DATA\nS: 354 go\nC: text\nC: .\nS: 250 ok\n';

describe('hints in a conversation', () => {
  it('say how long each reply took', () =>
    assert.deepEqual(hints(session, [0, 10, 260, 300, 300, 400, 2400]), [
      [2, '+250 ms'],
      [7, '+2 s'],
    ]));
  it('count from the words that a reply answers, whatever came between', () => {
    const login =
      'S: 220 a.test ESMTP\nC: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: Ym9i\nS: 334 UGFzc3dvcmQ6\nC: eA==\nS: 235 ok\n';
    assert.deepEqual(hints(login, [0, 100, 110, 200, 230, 300, 900]), [
      [2, '+10 ms'],
      [4, '+30 ms'],
      [6, '+600 ms'],
    ]);
    const piped = 'S: 220 a.test ESMTP\nC: MAIL FROM:<a@a.test>\nC: RCPT TO:<b@b.test>\nS: 250 ok\nS: 250 ok\n';
    assert.deepEqual(hints(piped, [0, 100, 150, 300, 400]), [
      [3, '+200 ms'],
      [4, '+250 ms'],
    ]);
    assert.deepEqual(hints(session, [0, 10, 11, 300, 300, 400, 401]), [
      [2, '+1 ms'],
      [7, '+1 ms'],
    ]);
  });
  it('keep to the lines that are asked for', () =>
    assert.deepEqual(hints(session, [0, 10, 260, 300, 300, 400, 2400], [5, 9]), [[7, '+2 s']]));
  it('are not there without times, nor for clocks that run backwards', () => {
    assert.deepEqual(hints(session), []);
    assert.deepEqual(hints(session, [0, 100, 50]), []);
  });
  it('name the sides only where other lines are marked', () =>
    assert.deepEqual(hints('220 a.test ESMTP\nEHLO b.test\n250 a.test\nQUIT\n221 bye\n'), []));
});
