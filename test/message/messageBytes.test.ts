import assert from 'node:assert/strict';
import {
  type MessageSource,
  messageAt,
  messageAtOffset,
  messagesOf,
  toCrlf,
  wireMessage,
  withoutBlanks,
} from '../../src/message/messageBytes.ts';

const source = (text: string | Uint8Array, line = 0, start: MessageSource['start'] = 'message'): MessageSource => ({
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
  ...{ line, start, from: 'file' },
});
const subject = (text: string | Uint8Array, line = 0, start?: MessageSource['start']): string | undefined => {
  const raw = messageAt(source(text, line, start));
  const field = raw?.message.fields.find(({ name }) => /^subject$/i.test(name));
  return field && raw?.text.slice(field.start, field.end).trim();
};

const inner = (name: string): string => `From: a@b.test\nSubject: ${name}\n\nText of ${name}.\n`;
const outer = [
  ...['From: a@b.test', 'Subject: outer', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', ''],
  ...['--b', 'Content-Type: text/plain', '', 'Hello.'],
  ...['--b', 'Content-Type: message/rfc822', '', 'Subject: first', 'From: a@b.test', '', 'One.'],
  ...[
    '--b',
    'Content-Type: message/rfc822',
    '',
    'Subject: second',
    'From: a@b.test',
    'Content-Type: message/rfc822',
    '',
  ],
  ...['Subject: third', 'From: a@b.test', '', 'Three.', '--b--', ''],
].join('\n');

describe('the message that is meant', () => {
  it('is the innermost in which the line stands', () => {
    const lines = outer.split('\n');
    const at = (text: string): number => lines.indexOf(text);
    for (const [line, expected] of [
      [0, 'outer'],
      [at('Hello.'), 'outer'],
      [at('Subject: first'), 'first'],
      [at('One.'), 'first'],
      [at('Subject: first') - 2, 'first'],
      [at('Subject: second'), 'second'],
      [at('Subject: third'), 'third'],
      [at('Three.'), 'third'],
      [at('--b--'), 'outer'],
      [lines.length + 50, 'outer'],
      [-5, 'outer'],
    ] as const)
      assert.equal(subject(outer, line), `Subject: ${expected}`, `${line}`);
  });

  it('is the first of a document where the line stands in none', () => {
    const text = `a ticket\n\n${inner('one')}\n-----\n\n250 ok\n`;
    assert.equal(subject(text, 0, 'anywhere'), 'Subject: one');
    assert.equal(messageAt(source('nothing of mail', 0, 'anywhere')), undefined);
    const { messages } = messagesOf(source(inner('one')));
    assert.equal(messageAtOffset(messages, inner('one'), 10_000), messages[0]);
    assert.equal(messageAtOffset([], '', 0), undefined);
  });

  it('begins behind the byte order mark of its editor', () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(inner('one'))]);
    assert.equal(messagesOf(source(marked)).text, inner('one'));
    assert.equal(subject(marked), 'Subject: one');
    for (const octets of [
      [0xef, 0xbb, 0x41],
      [0xef, 0x41, 0xbf],
      [0x41, 0xbb, 0xbf],
    ])
      assert.equal(messagesOf(source(Uint8Array.from(octets))).text.length, 3);
    // A view of a larger memory is no more than what it shows.
    const memory = Buffer.from(`xx${inner('one')}yy`);
    assert.equal(
      messagesOf(source(new Uint8Array(memory.buffer, memory.byteOffset + 2, memory.length - 4))).text,
      inner('one'),
    );
  });

  it('has its octets, one a character', () => {
    assert.equal(messagesOf(source(Buffer.from([0x41, 0xe9, 0x0a, 0xff]))).text, 'A\u00e9\n\u00ff');
  });

  it('is read without the blanks and marks that a page put into its header', () => {
    for (const odd of '\u00a0 \u2007 \u202f \u3000 \u200b \u200e \u200f \u202a \u202e \u2060 \u2066 \u2069 \ufeff'.split(
      ' ',
    )) {
      const text = `From:${odd}a@b.test\nTo:${odd}c@d.test\nSubject:${odd}one\nDate: Fri, 20 Nov 2026 10:00:00 +0000\n\nGr\u00fc\u00dfe.\n`;
      const raw = messageAt(source(text, 0, 'anywhere'));
      assert.match(
        raw?.text ?? 'none',
        /^From: ?a@b\.test\nTo: ?c@d\.test\nSubject: ?one\n/,
        odd.charCodeAt(0).toString(16),
      );
      assert.ok(raw?.text.endsWith('Gr\u00c3\u00bc\u00c3\u009fe.\n'));
    }
    // In a body they stay as they are.
    const body = `From: a@b.test\nSubject: x\n\n${'y'.repeat(500)}\u00a0z`;
    assert.ok(messageAt(source(body))?.text.endsWith('\u00c2\u00a0z'));
  });

  it('has its fields folded again where their folding was lost', () => {
    const lost = 'From: a@b.test\nDKIM-Signature: v=1; a=rsa-sha256;\nd=b.test; s=x\nSubject: one\n\nText.\n';
    const raw = messageAt(source(lost));
    assert.deepEqual(raw?.text.split('\n').slice(0, 2), ['From: a@b.test', 'DKIM-Signature: v=1; a=rsa-sha256;']);
    assert.ok(raw?.text.endsWith('\nText.\n'));
    const kept = 'From: a@b.test\nSubject: one\n two\n\nText.\n';
    assert.equal(messageAt(source(kept))?.text, kept);
  });
});

describe('a message as it travelled', () => {
  const wire = (text: string) => {
    const raw = messageAt(source(text));
    assert.ok(raw);
    return wireMessage(raw, 'file');
  };

  it('has lines that end in CR LF, and a body behind its header', () => {
    for (const end of ['\n', '\r\n']) {
      const {
        bytes,
        body,
        foundBody,
        source: from,
      } = wire(`From: a@b.test${end}Subject: x${end}${end}one${end}two${end}`);
      assert.equal(bytes.toString(), 'From: a@b.test\r\nSubject: x\r\n\r\none\r\ntwo\r\n');
      assert.equal(bytes.toString('latin1', body), 'one\r\ntwo\r\n');
      assert.equal(foundBody.toString(), `one${end}two${end}`);
      assert.deepEqual([from.from, from.headerOnly, from.lostBytes], ['file', false, false]);
    }
  });

  it('tells how its lines ended', () => {
    for (const [text, ends] of [
      ['From: a@b.test\nTo: b@b.test\n\nx\n', 'lf'],
      ['From: a@b.test\r\nTo: b@b.test\r\n\r\nx\r\n', 'crlf'],
      ['From: a@b.test\r\nTo: b@b.test\r\n\r\nx\n', 'mixed'],
      ['From: a@b.test\nTo: b@b.test\n\nx\r\n', 'mixed'],
      ['From: a@b.test', 'none'],
    ] as const)
      assert.equal(wire(text).source.lineEnds, ends, JSON.stringify(text));
  });

  it('tells whether its body is there, and whole', () => {
    assert.equal(wire('From: a@b.test\nTo: b@b.test\n').source.headerOnly, true);
    assert.equal(wire('From: a@b.test\nTo: b@b.test\n\n \n').source.headerOnly, true);
    assert.equal(wire('From: a@b.test\nTo: b@b.test\n\nx').source.headerOnly, false);
    assert.equal(wire('From: a@b.test\nTo: b@b.test\n\nGr\ufffd\ufffde').source.lostBytes, true);
    assert.equal(
      wire('From: a@b.test\nTo: b@b.test\n\n12345').source.size,
      'From: a@b.test\nTo: b@b.test\n'.length + 5,
    );
  });
});

describe('lines', () => {
  it('end in CR LF', () => {
    for (const [text, expected] of [
      ['a\nb', 'a\r\nb'],
      ['a\r\nb\n', 'a\r\nb\r\n'],
      ['a\rb', 'a\rb'],
      ['a\rb\n', 'a\rb\r\n'],
      ['\n\n', '\r\n\r\n'],
      ['', ''],
    ] as const)
      assert.equal(toCrlf(text), expected);
  });
  it('lose blanks and tabs at their end, and no other octets', () => {
    for (const [text, expected] of [
      ['a', 'a'],
      ['a ', 'a'],
      ['a \t ', 'a'],
      [' a', ' a'],
      [' \t', ''],
      ['', ''],
      ['a\u00a0', 'a\u00a0'],
      ['a\r', 'a\r'],
      ['a\u000b', 'a\u000b'],
    ] as const)
      assert.equal(withoutBlanks(text), expected);
  });
});
