import assert from 'node:assert/strict';
import { foldingRanges } from '../../../../src/core/features/outline/foldingRanges.ts';
import { selectionRanges } from '../../../../src/core/features/outline/selectionRanges.ts';
import type { Start } from '../../../../src/core/ticket/ticket.ts';
import { open, openAt } from '../cursor.ts';

/** Each step of a growing selection around `|`, the smallest first: its first and its last line, or what it covers. */
const grows = (marked: string, start: Start, ...steps: readonly string[]): void => {
  it(JSON.stringify(marked.slice(Math.max(0, marked.indexOf('|') - 20)).slice(0, 50)), () => {
    const { document, ticket, position } = openAt(marked, start);
    const found: string[] = [];
    for (let step = selectionRanges(document, ticket, [position])[0]; step !== undefined; step = step.parent) {
      const { start: from, end } = step.range;
      found.push(
        from.line === end.line
          ? document.getText(step.range)
          : `${from.line}:${from.character}-${end.line}:${end.character}`,
      );
    }
    assert.deepEqual(found, steps);
  });
};

describe('a selection in a session', () => {
  const MAIL =
    'MAIL FROM:<a@a.test>\n250-2.1.0 one\n250 2.1.0 Ok\nRCPT TO:<b@a.test>\n250 ok\nDATA\n354 go\nfirst\n\nsecond\n.\n250 ok\n';
  const session = (mail: string): string => `220 mx.a.test ESMTP\nEHLO a.test\n250 mx.a.test\n${mail}QUIT\n221 bye\n`;
  const at = (piece: string): string => session(MAIL.replace(piece.replace('|', ''), piece));
  grows(at('MA|IL'), 'anywhere', 'MAIL', 'MAIL FROM:<a@a.test>', '3:0-14:6', '0:0-16:7', '0:0-17:0');
  grows(at('250-2.1|.0 one'), 'anywhere', '2.1.0', '250-2.1.0 one', '4:0-5:12', '3:0-14:6', '0:0-16:7', '0:0-17:0');
  grows(at('2|50 2.1.0 Ok'), 'anywhere', '250', '250 2.1.0 Ok', '4:0-5:12', '3:0-14:6', '0:0-16:7', '0:0-17:0');
  grows(at('Ok|'), 'anywhere', 'Ok', '250 2.1.0 Ok', '4:0-5:12', '3:0-14:6', '0:0-16:7', '0:0-17:0');
  grows(at('sec|ond'), 'anywhere', 'second', '10:0-13:1', '3:0-14:6', '0:0-16:7', '0:0-17:0');
});

describe('a selection in a look-up', () => {
  const text =
    '; <<>> DiG 9 <<>> MX b.test\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n\n;; QUESTION SECTION:\n;b.test. IN MX\n\n;; ANSWER SECTION:\nb.test. 300 IN MX 10 mx.b.test.\nb.test. 300 IN MX 20 my.b.test.\n';
  grows(
    text.replace('mx.b', 'm|x.b'),
    'anywhere',
    'mx.b.test',
    'b.test. 300 IN MX 10 mx.b.test.',
    '0:0-8:31',
    '0:0-9:0',
  );
});

describe('a selection in prose', () => {
  grows('one\n\ntw|o words\nthree\n\nfour\n', 'anywhere', 'two', 'two words', '2:0-3:5', '0:0-6:0');
  grows('one\n\ntwo|, words\n', 'anywhere', 'two', 'two, words', '0:0-3:0');
  grows('write to a.b@c.test|. Now', 'anywhere', 'a.b@c.test', 'write to a.b@c.test. Now');
  grows('one\n|\ntwo\n', 'anywhere', '0:0-3:0');
  grows('|', 'anywhere', '');
});

describe('a selection in a message', () => {
  const mail =
    'From: a@a.test\nSubject: one\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nfirst\n\nother\n--b\nContent-Type: message/rfc822\n\nFrom: c@a.test\nSubject: two\n\ninner\n--b--\n';
  grows(mail.replace('one', 'o|ne'), 'message', 'one', ' one', 'Subject: one', '0:0-3:0', '0:0-18:0');
  grows(mail.replace('fir', 'f|ir'), 'message', 'first', '7:0-9:5', '5:0-9:5', '4:0-18:0', '0:0-18:0');
  grows(
    mail.replace('text/', 'te|xt/'),
    'message',
    'text/plain',
    ' text/plain',
    'Content-Type: text/plain',
    '5:0-9:5',
    '4:0-18:0',
    '0:0-18:0',
  );
  grows(mail.replace('inn', 'i|nn'), 'message', 'inner', '13:0-16:5', '11:0-16:5', '4:0-18:0', '0:0-18:0');
});

describe('what folds', () => {
  const folds = (text: string, ...all: readonly string[]): void => {
    it(JSON.stringify(text.slice(0, 50)), () => {
      const { document, ticket } = open(text, text.startsWith('From') ? 'message' : 'anywhere');
      assert.deepEqual(
        foldingRanges(document, ticket).map(({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind}`),
        all.map((one) => `${one} region`),
      );
    });
  };
  folds('Hello,\n\n220 a ESMTP\nEHLO a.test\n250-a\n250 b\nQUIT\n221 bye\n\n\nBest\n', '2-7', '4-5');
  folds(
    '220 a ESMTP\nEHLO a.test\n250 b\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@a.test>\n250 ok\nDATA\n354 go\nx\n\ny\n.\n250 ok\n',
    '0-13',
    '3-13',
    '9-12',
  );
  folds('From: a@a.test\nSubject: one\n two\n\nx\n', '0-2', '1-2');
});
