import assert from 'node:assert/strict';
import { bareLineEnds } from '../../../../src/core/problems/rules/bareLineEnds.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

/** What is told of a message in a session whose lines end in CR LF: what is covered, which character it is, whether a dot is near. */
const found = (data: string, ends = '\r\n'): string[] => {
  const text = `220 mx.b.test ESMTP\nEHLO a.test\n250 mx.b.test\nMAIL FROM:<a@a.test>\n250 ok\nDATA\n354 go\n`
    .replaceAll('\n', ends)
    .concat(data, '250 ok', ends, 'QUIT', ends, '221 bye', ends);
  return [...bareLineEnds(readTicket(text))].map(({ span, data: told }) =>
    [text.slice(span.start, span.end), ...Object.values(told)].join(' '),
  );
};

describe('a line of a message', () => {
  it('is told where it ends in less than CR LF, and where a lone dot makes it dangerous (RFC 5321 2.3.8)', () => {
    for (const [data, ...expected] of [
      ['one\r\ntwo\r\n.\r\n'],
      ['one\ntwo\n.\n'],
      ['one\ntwo\r\n.\r\n', 'e LF false'],
      ['one\rtwo\r\n.\r\n', 'e CR false'],
      ['one\r\n\ntwo\r\n.\r\n', '\n LF false'],
      ['one\n..two\r\n.\r\n', 'e LF true'],
      ['one\ntwo\nthree\r\n.\r\n', 'e LF false', 'o LF false'],
      ['one\r\ntwo\r\n.\n', '. LF true'],
    ] as const)
      assert.deepEqual(found(data), expected, JSON.stringify(data));
  });

  it('is not told where the lines around it end otherwise, too', () =>
    assert.deepEqual(found('one\ntwo\r\n.\r\n', '\n'), []));

  it('is told where its line ends are spelled out, whatever ends the lines around it', () => {
    const text = `send: 'data\\r\\n'\nreply: b'354 go\\r\\n'\ndata: (354, b'go')\nsend: b'one\\ntwo\\r\\n.\\r\\n'\nreply: b'250 ok\\r\\n'\n`;
    const told = [...bareLineEnds(readTicket(text))].map(({ span, data }) =>
      [text.slice(span.start, span.end), ...Object.values(data)].join(' '),
    );
    assert.deepEqual(told, ['\\n LF false']);
  });

  it('is not told where one reply or command ends in LF', () => {
    const text = (banner: string, ends: string): string =>
      `220 mx.b.test ESMTP${banner}EHLO a.test\r\n250 mx.b.test${ends}DATA\r\n354 go\r\none\ntwo\r\n.\r\n250 ok`;
    const count = (banner: string, ends: string): number => [...bareLineEnds(readTicket(text(banner, ends)))].length;
    assert.deepEqual([count('\r\n', '\r\n'), count('\n', '\r\n'), count('\r\n', '\n')], [1, 0, 0]);
  });
});
