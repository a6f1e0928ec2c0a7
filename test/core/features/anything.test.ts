import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import { language } from '../../../src/core/features/language.ts';
import { open } from './cursor.ts';

const piece = fc.constantFrom(
  '220 a.test ESMTP\r\n',
  'EHLO b.test\n',
  '250-SIZE 10\n',
  '250 AUTH PLAIN\r',
  'MAIL FROM:<a@b> SIZE=99\n',
  'RCPT TO:<c@d>\n',
  '550 5.1.1 no\n',
  'DATA\n',
  '354 go\n',
  '.\n',
  'AUTH LOGIN\n',
  '334 VXNlcm5hbWU6\n',
  'STARTTLS\n',
  '999 x\n',
  'QUIT\n',
  '221 bye\n',
  '\n',
  ' ',
  'Received: from a (b [1.2.3.4]) by c with ESMTPS id 1; Fri, 20 Nov 2026 10:00:00 +0000\n',
  'From: =?utf-8?q?=C3=9F?= <a@b>\n',
  'Content-Type: multipart/report; boundary=b\n',
  '--b\n',
  '--b--\n',
  'Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; a@b\nAction: failed\nStatus: 5.1.1\n',
  'Nov 20 09:14:58 mx1 postfix/smtp[1]: 4C1D52280FF: to=<a@b>, relay=c[1.2.3.4]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host c said: 550 5.1.1 no)\n',
  'C:\\>nslookup -q=mx a.test\nServer:  x\nAddress:  1.2.3.4\n\na.test MX preference = 10, mail exchanger = b.test\n',
  'a.test text = "v=spf1 ip4:1.2.3.4 +all"\n',
  '; <<>> DiG 9.18 <<>> a.test\n;; ANSWER SECTION:\na.test. 300 IN MX 10 b.test.\n',
  '> ',
  '<-  220 x\n',
  ' -> EHLO x\n',
  'See RFC 2821 and https://a.test/b\n',
  '\u0000',
  '\u202e',
  'é',
  '<pre>',
);

const holds = (document: TextDocument, { start, end }: Range, position: Position): boolean =>
  document.offsetAt(start) <= document.offsetAt(position) && document.offsetAt(position) <= document.offsetAt(end);

describe('any text', () => {
  for (const start of ['anywhere', 'message'] as const) {
    it(`is answered for without an exception, read from ${start}`, () => {
      fc.assert(
        fc.property(
          fc.array(fc.oneof(piece, fc.string({ maxLength: 12 })), { maxLength: 40 }),
          fc.nat(),
          (pieces, where) => {
            const { document, ticket } = open(pieces.join(''), start);
            const size = document.getText().length;
            const position = document.positionAt(where % (size + 1));
            const whole = { start: { line: 0, character: 0 }, end: document.positionAt(size) };
            const abilities = { commandLinks: true };
            const range = language.hover(document, ticket, position, abilities)?.range;
            assert.ok(range === undefined || holds(document, range, position), 'a hover is about what it is asked of');
            language.documentSymbols(document, ticket);
            language.foldingRanges(document, ticket);
            language.inlayHints(document, ticket, whole);
            language.completion(document, ticket, position);
            language.signatureHelp(document, ticket, position);
            language.documentHighlights(document, ticket, position);
            language.references(document, ticket, position);
            language.definition(document, ticket, position);
            language.selectionRanges(document, ticket, [position]);
            language.documentLinks(document, ticket, abilities);
            language.codeLenses(document, ticket);
            language.codeActions(document, ticket, { start: position, end: position }, { commandLinks: true });
            for (const { range } of language.diagnostics(document, ticket)) {
              assert.ok(document.offsetAt(range.start) <= document.offsetAt(range.end));
            }
            const { data } = language.semanticTokens(document, ticket);
            assert.ok(
              data.every((number) => number >= 0),
              'tokens must rise',
            );
          },
        ),
        { numRuns: 300 },
      );
    });
  }
});
