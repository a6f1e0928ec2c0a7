import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { looksLikeMessage } from '../../../src/core/ticket/messageStart.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

const kinds = (text: string): string[] => readTicket(text).blocks.map((block) => block.kind);

const sample = (name: string): string => readFileSync(`samples/${name}`, 'utf8');

function covers(text: string, start: 'message' | 'anywhere'): void {
  let at = 0;
  for (const block of readTicket(text, start).blocks) {
    assert.equal(block.start, at, 'a gap or an overlap');
    assert.ok(block.end > block.start, 'an empty block');
    at = block.end;
  }
  assert.equal(at, text.length);
}

describe('a mixed ticket', () => {
  it('comes apart into its blocks', () => {
    assert.deepEqual(kinds(sample('4-mixed.ticket.txt')), [
      'prose',
      'lookup',
      'lookup',
      'prose',
      'conversation',
      'prose',
    ]);
  });

  it('ends a multipart message at its closing boundary', () => {
    assert.deepEqual(kinds(`Look:\n\n${sample('2-bounced.eml')}\nWhat now?\n`), ['prose', 'message', 'prose']);
  });

  it('reads a header that was quoted in an answer, with every place where it stands in the text', () => {
    const text = `Look at this:\n\n> > Received: from a.test (a.test [192.0.2.1])\n> > \tby b.test with ESMTPS id X1; Fri, 20 Nov 2026 10:00:00 +0000\n> > Subject: hello\n> > To: b@b.test\n> what is wrong?\n`;
    const [, message] = readTicket(text).blocks;
    assert.ok(message?.kind === 'message');
    const [hop] = message.hops;
    assert.deepEqual(
      [hop?.from, hop?.by, hop?.with, hop?.id, hop?.ip],
      ['a.test', 'b.test', 'ESMTPS', 'X1', '192.0.2.1'],
    );
    const subject = message.fields.find(({ name }) => name === 'Subject');
    assert.equal(subject && text.slice(subject.start, subject.end), 'Subject: hello');
    assert.match(text.slice(message.start, message.end), /^> > Received[\s\S]*b@b\.test\n$/);
  });

  it('counts the closing boundary to the message', () => {
    const text = `${sample('2-bounced.eml')}\nWhat now?\n`;
    const [message] = readTicket(text).blocks;
    assert.match(text.slice(message?.start, message?.end), /relay\.contoso\.test--\s+$/);
  });

  it('comes apart in whatever order it was pasted, with any line ends, quoted or not', () => {
    const session =
      '220 mx.contoso.test ESMTP\nEHLO a.test\n250 mx.contoso.test\nMAIL FROM:<a@a.test>\n550 5.1.8 no\nQUIT\n221 bye\n';
    const pieces: readonly (readonly [kind: string, text: string])[] = [
      ['conversation', session],
      [
        'lookup',
        'C:\\>nslookup -q=mx contoso.test\nServer:  UnKnown\nAddress:  192.168.1.1\n\ncontoso.test    MX preference = 10, mail exchanger = mx1.contoso.test\n',
      ],
      ['message', 'Received: from a.test by b.test; Fri, 20 Nov 2026 10:00:00 +0000\nFrom: a@a.test\nTo: b@b.test\n'],
      ['message', sample('2-bounced.eml')],
      [
        'log',
        'Nov 20 09:14:58 mx1 postfix/qmgr[902]: 4C1D52280FF: from=<a@a.test>, size=1, nrcpt=1 (queue active)\nNov 20 09:14:59 mx1 postfix/qmgr[902]: 4C1D52280FF: removed\n',
      ],
    ];
    const quoted = (text: string): string => text.replace(/^/gm, '> ').replace(/> $/, '');
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...pieces], { minLength: pieces.length }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        (order, lineEnd, quoting) => {
          const text = order.map(([, piece]) => (quoting ? quoted(piece) : piece)).join('\n');
          const found = kinds(`Hello,\n\n${text}`.replaceAll('\n', lineEnd));
          assert.deepEqual(found, ['prose', ...order.map(([kind]) => kind)]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads a header without a body, and the session behind it', () => {
    const header = 'Received: from a.test by b.test; Fri, 20 Nov 2026 10:00:00 +0000\nFrom: a@a.test\nTo: b@b.test\n';
    assert.deepEqual(kinds(`${header}\n220 c.test ESMTP\nQUIT\n221 bye\n`), ['message', 'conversation']);
  });

  it('finds the replies quoted in prose', () => {
    const [block] = readTicket('The log says: said: 550 5.1.1 User unknown, dsn=5.1.1').blocks;
    assert.deepEqual(block?.kind === 'prose' && block.replies.map(({ code, enhanced }) => [code, enhanced]), [
      [550, '5.1.1'],
      [undefined, '5.1.1'],
    ]);
  });
});

describe('a mailbox', () => {
  it('holds a message for each From line', () => {
    const one = 'From a@b.test Fri Nov 20 10:00:00 2026\nFrom: a@b.test\nSubject: x\n\nhello\n\n';
    assert.deepEqual(
      readTicket(one + one, 'message').blocks.map((block) => block.kind),
      ['message', 'message'],
    );
  });

  it('that starts with no header is read as anything', () => {
    assert.deepEqual(
      readTicket('220 a.test ESMTP\nQUIT\n221 bye\n', 'message').blocks.map((block) => block.kind),
      ['conversation'],
    );
  });
});

describe('recognising', () => {
  it('tells a message by its start', () => {
    assert.ok(looksLikeMessage(sample('2-bounced.eml')));
    assert.ok(!looksLikeMessage(sample('1-relaying-denied.smtp.txt')));
  });
});

describe('any text', () => {
  it('is covered by its blocks exactly', () => {
    const piece = fc.constantFrom(
      '220 a.test ESMTP\r\n',
      'EHLO b\n',
      '250-x\n',
      '250 y\r',
      'DATA\n',
      '354 go\n',
      '.\n',
      'QUIT\n',
      '\n',
      '\r',
      ' ',
      'Received: from a by b; x\n',
      'From: a@b\n',
      '<-  220 x\n',
      ' -> EHLO\n',
      'S: 250-a\n',
      'C: DATA\n',
      '> x\n',
      '> server 1.1.1.1\n',
      'Server: x\n',
      'Address: 1.2.3.4\n',
      '--b--\n',
      'Content-Type: multipart/mixed; boundary=b\n',
      '; <<>> DiG 9 <<>> a\n',
      ';; ANSWER SECTION:\n',
      'From a Fri Nov 20 10:00:00 2026\n',
      '\u0000',
      'é',
      '334 x\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 20 })), { maxLength: 60 }), (pieces) => {
        covers(pieces.join(''), 'anywhere');
        covers(pieces.join(''), 'message');
      }),
      { numRuns: 400 },
    );
  });

  it('of the samples is covered too', () => {
    for (const name of readdirSync('samples')) {
      covers(sample(name), 'anywhere');
      covers(sample(name), 'message');
    }
  });

  it('that is empty has no block', () => assert.deepEqual(kinds(''), []));
});
