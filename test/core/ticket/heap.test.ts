import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { language } from '../../../src/core/features/language.ts';
import { Tickets } from '../../../src/server/tickets.ts';

const session =
  'Trying 192.0.2.25...\n220 mx1.contoso.test ESMTP Postfix\nEHLO a.example.test\n250 mx1.contoso.test\nMAIL FROM:<somebody@a.example.test>\n250 2.1.0 Ok\nRCPT TO:<nobody@contoso.test>\n550 5.1.1 <nobody@contoso.test>: Recipient address rejected: User unknown\nQUIT\n221 2.0.0 Bye\n\n';
const mixed = `${session}The admin of contoso wrote: 550 5.7.1 relaying denied for somebody\n\n${session}From: somebody@a.example.test\nTo: nobody@contoso.test\nSubject: a message that was refused\n\nhello\n\n`;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapUsed(): number {
  for (let i = 0; i < 3; i++) collect();
  return process.memoryUsage().heapUsed;
}

/** By how much the heap grows, in texts, when a text is edited and looked at in so many places. */
function growth(text: string, edits: number): number {
  const tickets = new Tickets();
  let document = TextDocument.create('test:', 'smtp-transcript', 1, text);
  const edit = (i: number): void => {
    const position = document.positionAt((i * 299_993) % document.getText().length);
    document = tickets.change(document, [{ range: { start: position, end: position }, text: 'x' }], i + 2);
    language.diagnostics(document, tickets.get(document));
    language.hover(document, tickets.get(document), position, { commandLinks: true });
    language.codeLenses(document, tickets.get(document));
  };
  for (let i = 0; i < 10; i++) edit(i);
  const before = heapUsed();
  for (let i = 10; i < 10 + edits; i++) edit(i);
  return (heapUsed() - before) / text.length;
}

describe('the heap', () => {
  it('does not grow with edits in other places of a transcript', () => {
    assert.ok(growth(session.repeat(4000), 40) < 5);
  });

  it('does not grow with edits in other places of a mixed ticket', () => {
    assert.ok(growth(mixed.repeat(1500), 40) < 5);
  });
});
