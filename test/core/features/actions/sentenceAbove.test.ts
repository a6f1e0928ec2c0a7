import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeLenses } from '../../../../src/core/features/actions/codeLenses.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

/** Titles and commands of the lenses, each with its line. */
const lensesOf = (text: string, language: string, start: 'message' | 'anywhere', above: number): readonly unknown[] =>
  codeLenses(TextDocument.create('test:a', language, 1, text), readTicket(text, start)).map(({ range, command }) => [
    range.start.line - above,
    command?.title,
    command?.command,
  ]);

describe('a bounce', () => {
  it('is looked for in logs by its recipient', () => {
    const text = readFileSync('samples/2-bounced.eml', 'utf8');
    const document = TextDocument.create('test:a', 'eml', 1, text);
    const lens = codeLenses(document, readTicket(text, 'message')).find(
      ({ command }) => command?.command === 'mailTriage.findMessage',
    );
    const [needle] = lens?.command?.arguments ?? [];
    assert.equal(lens?.command?.title, 'Find Message in Logs');
    assert.ok(typeof needle === 'string' && text.includes(`Final-Recipient: rfc822; ${needle}`), String(needle));
    const arrived = readFileSync('samples/3-took-four-hours.eml', 'utf8');
    assert.ok(!JSON.stringify(lensesOf(arrived, 'eml', 'message', 0)).includes('findMessage'));
  });
});

describe('a header with a sentence above it', () => {
  for (const name of ['2-bounced.eml', '3-took-four-hours.eml']) {
    it(`has the same buttons as an .eml: ${name}`, () => {
      const message = readFileSync(`samples/${name}`, 'utf8');
      const alone = lensesOf(message, 'eml', 'message', 0);
      assert.ok(alone.length >= 3);
      for (const above of ['Hello, where did this wait?\n\n', 'Ticket 4711\nThey sent us this header:\n\n'])
        assert.deepEqual(
          lensesOf(`${above}${message}`, 'smtp-transcript', 'anywhere', above.split('\n').length - 1),
          alone,
        );
    });
  }
});
