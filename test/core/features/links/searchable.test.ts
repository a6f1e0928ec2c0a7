import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { hover } from '../../../../src/core/features/hover/hover.ts';
import { searchableAt } from '../../../../src/core/features/links/searchable.ts';
import { blockAt } from '../../../../src/core/features/positions.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

const LOG =
  'Nov 21 20:05:41 mx1 postfix/smtp[52]: 4C3B2A19: to=<bob@contoso.test>, relay=mx.contoso.test[192.0.2.8]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 9F8E7D6C5B)\n';
const SESSION =
  '220 mx1.contoso.test ESMTP Postfix\nEHLO a.test\n250 mx1.contoso.test\nMAIL FROM:<ann@fabrikam.test>\n250 2.1.0 Ok\nRCPT TO:<bob@contoso.test>\n250 2.1.5 Ok\nDATA\n354 End data with <CR><LF>.<CR><LF>\n.\n250 2.0.0 Ok: queued as 4C1D52280FF\nQUIT\n221 2.0.0 Bye\n';

const at = (text: string, word: string): string | undefined => {
  const ticket = readTicket(text);
  const offset = text.indexOf(word) + 2;
  return searchableAt(ticket, blockAt(ticket, offset), offset);
};

describe('what logs can be searched for', () => {
  it('is the id, the next id or the address under the cursor', () => {
    for (const word of ['4C3B2A19', 'bob@contoso.test', '9F8E7D6C5B']) assert.equal(at(LOG, word), word);
    assert.equal(at(SESSION, '4C1D52280FF'), '4C1D52280FF');
    assert.equal(at('Message-ID: <1.2@mail.fabrikam.test>\nSubject: x\n\n', '1.2@mail'), '1.2@mail.fabrikam.test');
    assert.equal(at('They say that bob@contoso.test. got nothing.', 'bob@'), 'bob@contoso.test');
  });

  it('is no other word', () => {
    for (const word of ['status', 'relay', 'delays']) assert.equal(at(LOG, word), undefined);
    assert.equal(at(SESSION, 'Postfix'), undefined);
    assert.equal(at('@'.repeat(100_000), '@'), undefined);
  });

  it('is offered by the hover where the editor runs commands', () => {
    const document = TextDocument.create('test:log', 'smtp-transcript', 1, LOG);
    const shown = (commandLinks: boolean): string =>
      JSON.stringify(
        hover(document, readTicket(LOG), document.positionAt(LOG.indexOf('4C3B2A19') + 1), { commandLinks }),
      );
    assert.match(shown(true), /\[Find 4C3B2A19 in logs\]\(command:mailTriage\.findMessage\?%5B%224C3B2A19%22%5D\)/);
    assert.doesNotMatch(shown(false), /findMessage/);
  });
});
