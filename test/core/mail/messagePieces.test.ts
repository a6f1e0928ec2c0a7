import assert from 'node:assert/strict';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../src/core/text/lines.ts';

describe('the pieces of a message', () => {
  const read = (text: string, first = 0, end = text.length) => readMessage(text, new Lines(text), first, end);
  const at = (text: string, { start, end }: { readonly start: number; readonly end: number }): string =>
    text.slice(start, end);

  it('are a line of an mbox, a header and a body', () => {
    const text = 'From a@b.test Sat Apr 21 03:01:01 2018\nSubject: x\nTo: y\n\nbody\n';
    const message = read(text);
    assert.equal(message.mboxLine && at(text, message.mboxLine), 'From a@b.test Sat Apr 21 03:01:01 2018');
    assert.deepEqual([at(text, message.header), at(text, message.body)], ['Subject: x\nTo: y\n', 'body\n']);
    assert.deepEqual([message.start, message.end], [0, text.length]);
    assert.equal(read('Subject: x\n\n').mboxLine, undefined);
    const none = read('Subject: x');
    assert.deepEqual([at('Subject: x', none.header), none.body], ['Subject: x', { start: 10, end: 10 }]);
  });

  it('stand between a line and an offset, behind empty lines', () => {
    const text = 'x\nSubject: a\nTo: b\n\nbody\nrest';
    const message = read(text, 1, text.indexOf('rest'));
    assert.deepEqual([at(text, message.header), at(text, message.body)], ['Subject: a\nTo: b\n', 'body\n']);
    assert.equal(read(text, 1, 999).end, text.length);
    const spaced = '\n\nSubject: a\nTo: b\n\nbody';
    assert.deepEqual([read(spaced).fields.length, read(spaced).start], [2, 0]);
    assert.equal(read('\n\nwords').fields.length, 0);
  });

  it('are hops, the oldest first, and results', () => {
    const text = [
      ...['Received: by b.test; x', 'X-Received: by d.test; x', 'Received: by a.test; x', 'X-Received: by c.test; x'],
      ...[
        'Authentication-Results: m; spf=pass',
        'ARC-Authentication-Results: i=1; m; spf=fail',
        'X-Authentication-Results: m; spf=none',
        '',
        '',
      ],
    ].join('\n');
    const { hops, xReceived, authResults } = read(text);
    assert.deepEqual(
      hops.map(({ by }) => by),
      ['a.test', 'b.test'],
    );
    assert.deepEqual(
      xReceived.map(({ by }) => by),
      ['c.test', 'd.test'],
    );
    assert.deepEqual(
      authResults.map(({ header }) => header),
      ['Authentication-Results', 'ARC-Authentication-Results'],
    );
  });

  it('are what it reports, one of all kinds', () => {
    const kinds = (text: string): readonly string[] => {
      const { report, feedback, disposition, aggregate, automaticReply } = read(text);
      return Object.entries({ report, feedback, disposition, aggregate, automaticReply }).flatMap(([kind, one]) =>
        one === undefined ? [] : [kind],
      );
    };
    const form = 'Feedback-Type: abuse\nUser-Agent: x\nVersion: 1\n';
    assert.deepEqual(kinds('From: a@b.test\nSubject: x\n\nhello'), []);
    assert.deepEqual(kinds('From: MAILER-DAEMON@b.test\nSubject: Undelivered Mail\n\n<a@b.test>: 550 no'), ['report']);
    assert.deepEqual(kinds(`From: a@b.test\nSubject: x\n\n${form}`), ['feedback']);
    assert.deepEqual(kinds(`From: a@b.test\nReceived: by b.test; x\n\n${form}`), []);
    assert.deepEqual(kinds(`From: a@b.test\nContent-Type: text/plain\n\n${form}`), []);
    assert.deepEqual(kinds('From: a@b.test\nAuto-Submitted: auto-replied\nSubject: x\n\nhello'), ['automaticReply']);
    assert.deepEqual(kinds(`From: a@b.test\nAuto-Submitted: auto-replied\nSubject: x\n\n${form}`), ['feedback']);
  });
});
