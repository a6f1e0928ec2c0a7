import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../src/core/features/outline/documentSymbols.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

const outline = (text: string): DocumentSymbol[] =>
  documentSymbols(TextDocument.create('a', 'smtp-transcript', 1, text), readTicket(text));
const count = (symbols: readonly DocumentSymbol[] = []): number =>
  symbols.reduce((sum, { children }) => sum + 1 + count(children), 0);

describe('the outline of a large text', () => {
  const session =
    '220 mx.contoso.test ESMTP\nMAIL FROM:<a@contoso.test>\n250 ok\nRCPT TO:<b@contoso.test>\n250 ok\nQUIT\n221 bye\n\nand\n\n';

  it('has 2000 symbols at most, and says how many parts are not listed', () => {
    const symbols = outline(session.repeat(3000));
    assert.ok(count(symbols) <= 2000, `${count(symbols)}`);
    const last = symbols.at(-1);
    assert.deepEqual([last?.name, last?.detail], [`${3000 - symbols.length + 1} more parts`, 'not listed']);
  });

  it('says inside of one part how many are not listed', () => {
    const fields = Array.from({ length: 5000 }, (_, i) => `X-Field-${i}: ${i}\n`).join('');
    const symbols = outline(
      `Received: from a by b; Fri, 20 Nov 2026 10:00:00 +0000\nFrom: a@contoso.test\nTo: b@contoso.test\n${fields}\nHello\n`,
    );
    assert.ok(count(symbols) <= 2000, `${count(symbols)}`);
    const children = symbols[0]?.children ?? [];
    const last = children.at(-1);
    assert.deepEqual([last?.name, last?.detail], [`${5003 - children.length + 1} more`, 'not listed']);
  });

  it('counts the messages of a log that are not listed', () => {
    const lines = Array.from(
      { length: 4000 },
      (_, i) =>
        `Nov 20 09:14:58 mx1 postfix/smtp[71]: ${(0x4c1d5228000 + i).toString(16).toUpperCase()}: to=<u${i}@northwind.test>, relay=mx.northwind.test[192.0.2.7]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok)\n`,
    );
    const symbols = outline(lines.join(''));
    assert.ok(count(symbols) <= 2000, `${count(symbols)}`);
    assert.equal(symbols.at(-1)?.name, `${4000 - symbols.length + 1} more messages`);
  });

  it('is whole where it has fewer', () => {
    assert.ok(!JSON.stringify(outline(session.repeat(20))).includes('not listed'));
  });
});
