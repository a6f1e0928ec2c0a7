import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { plainTranscript } from '../../../src/core/report/plainTranscript.ts';
import type { Conversation } from '../../../src/core/smtp/conversation.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

const conversationsOf = (text: string): readonly Conversation[] =>
  readTicket(text).blocks.filter((block) => block.kind === 'conversation');

const becomes = (text: string, expected: string): void =>
  assert.equal(
    conversationsOf(text)
      .map((conversation) => plainTranscript(text, conversation))
      .join(''),
    expected,
  );

/** What was said, session by session. */
const told = (conversations: readonly Conversation[]): readonly string[] =>
  conversations.flatMap(({ sessions, events }) =>
    sessions.flatMap((session) => [
      'session',
      ...session.events.map((index) => {
        const event = events[index];
        if (event?.kind === 'reply') return `${event.code} ${event.enhanced} ${event.text.replace(/\s+/g, ' ')}`;
        return event?.kind === 'command' ? event.verb : `(${event?.kind})`;
      }),
    ]),
  );

/** Not every message that a tool shows was asked for in its text. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  [
    'esmtp/X-postfix-ok.txt',
    'shows the message without DATA and 354, and a message that was not asked for is not read as one',
  ],
]);

describe('a plain transcript', () => {
  it('drops times and marks, and keeps what the tool said as comments', () =>
    becomes(
      '=== Trying mx.contoso.test:25...\n=== Connected to mx.contoso.test.\n<-  220 mx.contoso.test ESMTP\n -> EHLO pc\n<-  250-mx.contoso.test\n<-  250 SIZE 10\n -> QUIT\n<-  221 2.0.0 Bye\n=== Connection closed with remote host.\n',
      '# Trying mx.contoso.test:25...\n# Connected to mx.contoso.test.\nS: 220 mx.contoso.test ESMTP\nC: EHLO pc\nS: 250-mx.contoso.test\nS: 250 SIZE 10\nC: QUIT\nS: 221 2.0.0 Bye\n# Connection closed with remote host.\n',
    ));

  it('has the lines of the message without what the tool put in front of each', () =>
    becomes(
      '<-  220 mx.contoso.test ESMTP\n -> DATA\n<-  354 go on\n -> Subject: x\n -> \n -> text\n -> .\n<-  250 2.0.0 queued\n -> QUIT\n<-  221 2.0.0 Bye\n',
      'S: 220 mx.contoso.test ESMTP\nC: DATA\nS: 354 go on\nC: Subject: x\nC:\nC: text\nC: .\nS: 250 2.0.0 queued\nC: QUIT\nS: 221 2.0.0 Bye\n',
    ));

  it('has the lines of the message', () =>
    becomes(
      '220 mx.contoso.test ESMTP\nDATA\n354 go on\nSubject: x\n\n..dot\n.\n250 2.0.0 queued\nQUIT\n221 2.0.0 Bye\n',
      'S: 220 mx.contoso.test ESMTP\nC: DATA\nS: 354 go on\nC: Subject: x\nC:\nC: ..dot\nC: .\nS: 250 2.0.0 queued\nC: QUIT\nS: 221 2.0.0 Bye\n',
    ));

  it('says the same as what was recorded', () => {
    const files = globSync('test/corpus/transcripts/*/*.txt').sort();
    let count = 0;
    for (const file of files) {
      if (EXCEPTIONS.has(file.replaceAll('\\', '/').split('/').slice(-2).join('/'))) continue;
      const text = readFileSync(file, 'utf8');
      for (const conversation of conversationsOf(text)) {
        count++;
        const plain = plainTranscript(text, conversation);
        assert.deepEqual(told(conversationsOf(plain)), told([conversation]), `${file}\n${plain}`);
      }
    }
    assert.ok(count > 100, `only ${count} conversations`);
  });
});
