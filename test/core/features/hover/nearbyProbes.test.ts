import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { language } from '../../../../src/core/features/language.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

/** The hover at the first place of `words`. */
function hoverAt(text: string, words: string, commandLinks = true): string {
  const document = TextDocument.create('test:a', 'smtp-transcript', 1, text);
  const hover = language.hover(document, readTicket(text), document.positionAt(text.indexOf(words)), { commandLinks });
  return hover === undefined ? '' : (hover.contents as { value: string }).value;
}

const refused = (reply: string): string =>
  `220 mx1.contoso.test ESMTP\nEHLO a.test\n250 mx1.contoso.test\nMAIL FROM:<a@fabrikam.test>\n250 Ok\nRCPT TO:<b@contoso.test>\n${reply}\nQUIT\n221 Bye\n`;

const lookUp = (name: string): string =>
  `](command:mailTriage.lookUpMailExchangers?${encodeURIComponent(JSON.stringify([name]))})`;
const probe = (name: string): string =>
  `](command:mailTriage.probeSmtpServer?${encodeURIComponent(JSON.stringify([name]))})`;

describe('the probes that a hover offers', () => {
  it('look at the domain of the recipient where the recipient is unknown', () => {
    const hover = hoverAt(refused('550 5.1.1 User unknown'), '5.1.1');
    assert.ok(
      hover.includes(`**Check:** [Look up mail exchangers of contoso&#46;test${lookUp('contoso.test')}`),
      hover,
    );
    assert.ok(!hover.includes(probe('mx1.contoso.test')));
  });

  it('look at the domain of the sender where that is in doubt', () => {
    const hover = hoverAt(refused('550 5.7.23 SPF validation failed'), 'SPF');
    assert.ok(hover.includes(lookUp('fabrikam.test')), hover);
  });

  it('look at the server where it is busy', () => {
    assert.ok(hoverAt(refused('451 4.3.2 Please try again later'), '4.3.2').includes(probe('mx1.contoso.test')));
  });

  it('look at the server and the domain that a bounce names', () => {
    const bounce = readFileSync('samples/2-bounced.eml', 'utf8');
    for (const words of ['Diagnostic-Code', 'Final-Recipient: rfc822']) {
      assert.ok(hoverAt(bounce, words).includes(`**Check:** [Look up mail exchangers of`), words);
      assert.ok(hoverAt(bounce, words).includes(lookUp('fabrikam.test')), words);
    }
  });

  it('stand before the raw words and the source', () => {
    const hover = hoverAt(refused('550 5.1.1 User unknown'), '5.1.1');
    assert.ok(hover.indexOf('**Next:**') < hover.indexOf('**Check:**'));
    assert.ok(hover.indexOf('**Check:**') < hover.indexOf('Source:'));
  });

  it('are left out where commands cannot be linked', () => {
    assert.ok(!hoverAt(refused('550 5.1.1 User unknown'), '5.1.1', false).includes('command:'));
  });

  it('never carry more than a name', () => {
    const evil = refused('550 5.1.1 User unknown').replace('b@contoso.test', 'b@x](command:evil).test');
    assert.ok(!hoverAt(evil, '5.1.1').includes('command:evil'));
  });
});
