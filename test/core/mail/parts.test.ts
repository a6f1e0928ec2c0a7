import assert from 'node:assert/strict';
import type { Part } from '../../../src/core/mail/message.ts';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../src/core/text/lines.ts';

function read(text: string): Part {
  return readMessage(text, new Lines(text), 0, text.length).root;
}

/** A part as `type "file" @: its body` with those inside it in brackets. */
function told(text: string, part: Part): string {
  const { contentType, filename, attachment, body, parts, message, decodedMessage } = part;
  assert.ok(part.start <= body.start && body.start <= body.end && body.end <= part.end);
  const inner = [...parts, ...(message ? [message.root] : [])].map((one) => told(text, one));
  const decoded = decodedMessage === undefined ? '' : ` decoded ${decodedMessage.fields.map(({ name }) => name)}`;
  const own = inner.length > 0 ? `[${inner.join(', ')}]` : JSON.stringify(text.slice(body.start, body.end));
  return `${contentType}${filename === undefined ? '' : ` '${filename}'`}${attachment ? ' @' : ''} ${own}${decoded}`;
}

const is = (expected: string, ...lines: readonly string[]): void => {
  const text = lines.join('\n');
  assert.equal(told(text, read(text)), expected, text);
};

const mixed = (...inside: readonly string[]): readonly string[] => [
  ...['From: a@b.test', 'Content-Type: multipart/mixed; boundary=b', ''],
  ...inside,
];

describe('the parts of a message (RFC 2046)', () => {
  it('stand between delimiters on lines of their own', () => {
    is(
      'multipart/mixed [text/plain "one", text/html "two"]',
      ...mixed('--b', '', 'one', '--b', 'Content-Type: text/html', '', 'two', '--b--'),
    );
    is(
      'multipart/mixed [text/plain "one"]',
      ...mixed('preface', '--b', '', 'one', '--b--', 'epilogue', '--b', '', 'two'),
    );
    is(
      'multipart/mixed [text/plain "one\\n--b x\\n --b\\n--bb"]',
      ...mixed('--b', '', 'one', '--b x', ' --b', '--bb', '--b--'),
    );
    is(
      'multipart/mixed [text/plain "one", text/plain "two"]',
      ...mixed('--b \t', '', 'one', '--b  ', '', 'two', '--b-- '),
    );
    is('multipart/mixed [text/plain "one", text/plain "two"]', ...mixed('--b', '', 'one', '--b', '', 'two'));
    is('multipart/mixed "words"', ...mixed('words'));
    is('multipart/mixed [text/plain ""]', ...mixed('--b', '--b--'));
    is('multipart/mixed "--b\\n\\none"', 'Content-Type: multipart/mixed', '', '--b', '', 'one');
    is('multipart/mixed "--\\n\\none"', 'Content-Type: multipart/mixed; boundary=""', '', '--', '', 'one');
    is(
      'multipart/digest [message/rfc822 [text/plain "x"]]',
      'Content-Type: multipart/digest; boundary=b',
      '',
      '--b',
      '',
      'Subject: y',
      '',
      'x',
      '--b--',
    );
  });

  it('end in front of the line end before their delimiter', () => {
    const text = mixed('--b', '', 'one', '', '--b--').join('\r\n');
    assert.equal(told(text, read(text)), 'multipart/mixed [text/plain "one\\r\\n"]');
  });

  it('have a type, plain text where none can be read (RFC 2045 5.2)', () => {
    for (const type of ['text', 'text/', '/plain', 'text/plain/x', 'text/pl@in\u00fc', ''])
      is('text/plain "x"', `Content-Type: ${type}`, 'Subject: y', '', 'x');
    is('text/html "x"', 'Content-Type: TEXT/HTML; charset=utf-8', '', 'x');
  });

  it('have a file name, and are attached', () => {
    const one = (expected: string, ...header: readonly string[]): void =>
      is(`multipart/mixed [${expected} "x"]`, ...mixed('--b', ...header, '', 'x', '--b--'));
    one("text/plain 'a.txt' @", 'Content-Disposition: attachment; filename=a.txt');
    one("text/plain 'b.txt' @", 'Content-Type: text/plain; name=b.txt');
    one(
      "text/plain 'a.txt' @",
      'Content-Type: text/plain; name=b.txt',
      'Content-Disposition: attachment; filename=a.txt',
    );
    one("text/plain 'a.txt'", 'Content-Disposition: inline; filename=a.txt');
    one("text/plain 'a.txt'", 'Content-Disposition: form-data; filename=a.txt');
    one("text/plain 'a.txt' @", 'Content-Disposition: other; filename=a.txt');
    one('text/plain @', 'Content-Disposition: attachment');
    one('text/plain @', 'Content-Disposition: attachment; filename=""');
    one('text/plain', 'Content-Type: text/plain');
  });

  it('of a name and several parts are no attachment', () =>
    is(
      'multipart/mixed [multipart/alternative \'x\' [text/plain "y"]]',
      ...mixed('--b', 'Content-Type: multipart/alternative; boundary=c; name=x', '', '--c', '', 'y', '--c--', '--b--'),
    ));

  it('may hold a message, as it is or encoded', () => {
    for (const type of ['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/global-headers'])
      is(
        `multipart/mixed [${type} [text/plain "y"]]`,
        ...mixed('--b', `Content-Type: ${type}`, '', 'Subject: x', '', 'y', '--b--'),
      );
    const base64 = Buffer.from('Subject: x\nTo: y\n\nz').toString('base64');
    is(
      `multipart/mixed [message/rfc822 "${base64}" decoded Subject,To]`,
      ...mixed('--b', 'Content-Type: message/rfc822', 'Content-Transfer-Encoding: base64', '', base64, '--b--'),
    );
    is(
      'multipart/mixed [message/rfc822 "d29yZHM="]',
      ...mixed('--b', 'Content-Type: message/rfc822', 'Content-Transfer-Encoding: base64', '', 'd29yZHM=', '--b--'),
    );
    is('multipart/mixed [message/rfc822 ""]', ...mixed('--b', 'Content-Type: message/rfc822', '', '--b--'));
    is(
      'multipart/mixed [message/x "Subject: x"]',
      ...mixed('--b', 'Content-Type: message/x', '', 'Subject: x', '--b--'),
    );
  });

  it('of a status have groups of fields, encoded or not', () => {
    const status = (...lines: readonly string[]): Part => {
      const text = mixed('--b', 'Content-Type: message/delivery-status', ...lines, '--b--').join('\n');
      return read(text).parts[0] as Part;
    };
    const names = (part: Part): readonly string[] =>
      part.parts.map(({ fields }) => fields.map(({ name }) => name).join());
    assert.deepEqual(names(status('', '', 'A: 1', 'B: 2', '', '', 'C: 3')), ['A,B', 'C']);
    const [first, second] = status('', 'A: 1', 'B: 2', '', 'C: 3').parts;
    assert.deepEqual(
      [first?.body.start === first?.end, first?.attachment, second?.contentType],
      [true, false, 'text/plain'],
    );
    const base64 = Buffer.from('A: 1\n\nB: 2\nC: 3\n').toString('base64');
    assert.deepEqual(names(status('Content-Transfer-Encoding: base64', '', base64)), ['A', 'B,C']);
    assert.deepEqual(names(status('Content-Transfer-Encoding: 8bit', '', 'A: 1')), ['A']);
    for (const type of [
      'message/feedback-report',
      'message/disposition-notification',
      'message/global-delivery-status',
    ]) {
      const text = mixed('--b', `Content-Type: ${type}`, '', 'A: 1', '--b--').join('\n');
      assert.deepEqual(names(read(text).parts[0] as Part), ['A'], type);
    }
  });

  it('are read up to 24 deep', () => {
    const depth = (part: Part): number => 1 + Math.max(0, ...part.parts.map(depth));
    const nested = (level: number): string =>
      level === 0
        ? 'Content-Type: text/plain\n\nx'
        : `Content-Type: multipart/mixed; boundary=b${level}x\n\n--b${level}x\n${nested(level - 1)}\n--b${level}x--`;
    assert.deepEqual([depth(read(nested(23))), depth(read(nested(24))), depth(read(nested(30)))], [24, 25, 25]);
  });
});
