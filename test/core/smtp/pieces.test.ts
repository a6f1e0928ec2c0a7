import assert from 'node:assert/strict';
import type { Reply } from '../../../src/core/smtp/conversation.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { eventsOf, toldBySession } from './told.ts';

const kinds = (text: string): string[] => readTicket(text).blocks.map(({ kind }) => kind);
const answers = (text: string): string[] =>
  eventsOf(text)
    .filter((event): event is Reply => event.kind === 'reply')
    .map((reply) => reply.answers);

describe('pieces of sessions', () => {
  it('with words between them are sessions of their own', () => {
    const text =
      'HELO a.test\n250 b.test\n```\n\nand\n\n```\nEHLO a.test\n250-b.test\n250 SIZE\nMAIL FROM:<x@a.test>\n250 Ok\n';
    assert.deepEqual(toldBySession(text), ['HELO 250', 'EHLO 250 MAIL 250']);
    assert.deepEqual(kinds(text), ['conversation', 'prose', 'conversation']);
  });

  it('are one session where the client greets again over TLS, or where nobody says anything between', () => {
    assert.equal(
      toldBySession('EHLO a.test\n250 b.test\nSTARTTLS\n220 go\nnow TLS\nEHLO a.test\n250 b.test\n').length,
      1,
    );
    assert.equal(toldBySession('EHLO a.test\n500 what\n\nHELO a.test\n250 b.test\n').length, 1);
  });

  it('say of a refusal alone not what it answers', () => {
    assert.deepEqual(answers('550 5.1.1 User unknown\n'), ['?']);
    assert.deepEqual(answers('554 5.7.1 Access denied\n221 2.0.0 Bye\n')[0], '?');
    assert.deepEqual(answers('Trying 192.0.2.1...\nConnected to a.test.\n554 5.7.1 Access denied\n'), ['connect']);
    assert.deepEqual(answers('220 a.test ESMTP\nEHLO b.test\n550 5.7.1 no\n'), ['connect', 'EHLO']);
  });

  it('that start with STARTTLS were cut off in front of it', () =>
    assert.deepEqual(answers('STARTTLS\n220 2.0.0 go on\n'), ['STARTTLS']));

  it('know the answers of a login by their place, also where somebody took them out or wrote behind them', () => {
    const login = (first: string, second: string): string =>
      `220 b.test ESMTP\nEHLO a.test\n250 b.test\nAUTH LOGIN\n334 VXNlcm5hbWU6\n${first}\n334 UGFzc3dvcmQ6\n${second}\n535 5.7.8 no\n`;
    for (const [first, second] of [
      ['[redacted]', '*** removed ***'],
      ['dXNlcg== <- my user name', '<password in base64>'],
      ['dXNlcg==', 'cGFzcw=='],
    ] as const) {
      assert.deepEqual(toldBySession(login(first, second)), ['220 EHLO 250 AUTH 334 (auth) 334 (auth) 535'], first);
    }
  });

  it('that carry on a reply which a sentence quotes belong to the sentence', () =>
    assert.deepEqual(kinds('It failed: 550-5.7.1 one\n550-5.7.1 two\n550 5.7.1 three\nWhat now?\n'), ['prose']));
});
