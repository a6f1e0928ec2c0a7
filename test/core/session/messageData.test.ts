import assert from 'node:assert/strict';
import { dataLines, isSpelled } from '../../../src/core/session/messageData.ts';
import type { MessageData } from '../../../src/core/smtp/conversation.ts';
import { open } from '../features/cursor.ts';

/** The lines of the first message of a transcript, each with how it ends. */
const reads = (text: string, ...expected: readonly string[]): void => {
  const { ticket } = open(text);
  const data = ticket.blocks
    .flatMap((block) => (block.kind === 'conversation' ? [...block.events] : []))
    .find((event): event is MessageData => event.kind === 'data');
  assert.ok(data, text);
  const lines = [...dataLines(ticket, data)];
  assert.deepEqual(
    lines.map(({ start, end, ends }) => `${text.slice(start, end)} ${ends}`),
    expected,
  );
  for (const { end, next, ends } of lines) {
    const width = { CRLF: 2, LF: 1, CR: 1, nothing: 0 }[ends];
    if (!isSpelled(ticket, data)) assert.equal(next - end, width);
  }
};

const bare = (message: string, end = '\n'): string =>
  ['220 a.test ESMTP', 'DATA', '354 go', message, '.', '250 ok', 'QUIT', '221 bye', ''].join(end);

describe('the lines of message data', () => {
  it('end as the text has them end', () => {
    reads(bare('Subject: x\n\nHello'), 'Subject: x LF', ' LF', 'Hello LF', '. LF');
    reads(bare('Subject: x\r\n\r\nHello', '\r\n'), 'Subject: x CRLF', ' CRLF', 'Hello CRLF', '. CRLF');
    reads(bare('one\rtwo', '\r\n'), 'one CR', 'two CRLF', '. CRLF');
  });

  it('stand behind what a tool puts in front of them', () =>
    reads(
      'S: 220 a.test ESMTP\nC: DATA\nS: 354 go\nC: Subject: x\nC: y\nC: .\nS: 250 ok\n',
      'Subject: x LF',
      'y LF',
      '. LF',
    ));

  it('may be spelled out', () => {
    const tool = (message: string): string =>
      `send: 'data\\r\\n'\nreply: b'354 go\\r\\n'\ndata: (354, b'go')\nsend: b'${message}'\nreply: b'250 ok\\r\\n'\n`;
    reads(
      tool('Subject: x\\r\\n\\r\\none\\ntwo\\rthree\\\\r\\n.\\r\\n'),
      'Subject: x CRLF',
      ' CRLF',
      'one LF',
      'two CR',
      'three\\\\r LF',
      '. nothing',
    );
    reads(tool('a\\tb\\r\\nc'), 'a\\tb CRLF', 'c nothing');
  });

  it('are not spelled out where the data have line breaks, or no such escapes of their own', () => {
    const spelled = (text: string, start: number, end: number): boolean => {
      const { ticket } = open(text);
      return isSpelled(ticket, { start, end } as MessageData);
    };
    const x = 'x'.repeat(250);
    for (const [text, expected] of [
      ['a\\r\\nb', true],
      ['a\\nb', false],
      ['ab', false],
      ['a\\r\\nb\nc', false],
      ['a\\r\\nb\rc', false],
      ['a\\r\\nb\tc', true],
      [`${x}\\r\\n${x}`, true],
      [`${x}\\r\\n${x}\nc`, false],
    ] as const) {
      assert.equal(spelled(text, 0, text.length), expected, text);
      const around = `\\r\\n${text}\\r\\n`;
      assert.equal(spelled(around, 4, 4 + text.length), expected, around);
    }
  });
});
