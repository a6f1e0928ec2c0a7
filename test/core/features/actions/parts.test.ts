import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeLenses } from '../../../../src/core/features/actions/codeLenses.ts';
import { documentSymbols } from '../../../../src/core/features/outline/documentSymbols.ts';
import { encodedBodies } from '../../../../src/core/features/outline/encodedBodies.ts';
import { foldingRanges } from '../../../../src/core/features/outline/foldingRanges.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

const text = [
  'From: a@contoso.test',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  'Hello.',
  '--b',
  'Content-Type: application/pdf; name="a\u202efdp.exe"',
  'Content-Disposition: attachment',
  'Content-Transfer-Encoding: base64',
  '',
  ...Array.from({ length: 30 }, () => 'A'.repeat(76)),
  '--b',
  'Content-Type: image/png',
  'Content-Transfer-Encoding: base64',
  '',
  'AAAA',
  '--b',
  'Content-Type: message/rfc822',
  '',
  'Subject: inner',
  '',
  'Inside.',
  '--b--',
  '',
].join('\n');
const document = TextDocument.create('file:///a.eml', 'eml', 1, text);
const ticket = readTicket(text, 'message');

describe('the parts of a message', () => {
  it('stand in the outline with size, encoding and name', () => {
    const parts = documentSymbols(document, ticket)[0]?.children?.filter(({ name }) => name.includes('/')) ?? [];
    assert.deepEqual(
      parts.map(({ name, detail }) => `${name}: ${detail}`),
      [
        'text/plain: 6 bytes · 7bit',
        'application/pdf: a\u202efdp.exe · 1.7 kB · base64',
        'image/png: 3 bytes · base64',
        'message/rfc822: 23 bytes · 7bit',
      ],
    );
  });

  it('are folded, and so is each encoded body below its header', () => {
    const ranges = foldingRanges(document, ticket).map(({ startLine, endLine }) => `${startLine}-${endLine}`);
    for (const range of ['4-6', '8-41', '12-41', '43-46']) assert.ok(ranges.includes(range), `${range} in ${ranges}`);
  });

  it('are folded at first where they are long and encoded', () => {
    assert.deepEqual(encodedBodies(document, ticket), [12]);
  });

  it('have lenses: preview, save, open', () => {
    assert.deepEqual(
      codeLenses(document, ticket).map(({ command, range }) => [range.start.line, command?.title, command?.arguments]),
      [
        [0, 'Preview', ['file:///a.eml', 0]],
        [8, 'Save a\ufffdfdp.exe (1.7 kB)…', ['file:///a.eml', 8]],
        [43, 'Save image/png (3 bytes)…', ['file:///a.eml', 43]],
        [48, 'Preview', ['file:///a.eml', 48]],
        [48, 'Open as document', ['file:///a.eml', 48]],
      ],
    );
  });

  it('have no preview above where there is no body, or no header', () => {
    const titles = (text: string) => {
      const document = TextDocument.create('file:///c.eml', 'eml', 1, text);
      return codeLenses(document, readTicket(text, 'message')).map(({ command }) => command?.title);
    };
    assert.deepEqual(titles('From: a@b.test\nSubject: x\n\nHi\n'), ['Preview']);
    assert.deepEqual(titles('From: a@b.test\nSubject: x\n\n'), []);
    assert.deepEqual(titles('From: a@b.test\nSubject: x\n'), []);
  });

  it('have no lens each where there are thousands', () => {
    const many = `Content-Type: multipart/mixed; boundary=b\n\n${'--b\nContent-Type: image/png\n\nx\n'.repeat(5000)}`;
    const large = TextDocument.create('file:///b.eml', 'eml', 1, many);
    const lenses = codeLenses(large, readTicket(many, 'message'));
    assert.ok(lenses.length <= 101);
    const last = lenses.at(-1);
    assert.deepEqual(
      [last?.range.start.line, last?.command?.title, last?.command?.command],
      [203, '4950 more parts: see the preview', 'mailTriage.previewMessage'],
    );
  });
});

describe('the lenses of very many parts', () => {
  const titles = (attachments: number, texts = 0): readonly string[] => {
    const part = (type: string): string => `--b\nContent-Type: ${type}\n\nx\n`;
    const many = `From: a@contoso.test\nContent-Type: multipart/mixed; boundary="b"\n\n${part('image/png').repeat(attachments)}${part('text/plain').repeat(texts)}--b--\n`;
    const opened = TextDocument.create('file:///many.eml', 'eml', 1, many);
    return codeLenses(opened, readTicket(many, 'message')).flatMap(({ command }) => command?.title ?? []);
  };
  const ofParts = (...count: Parameters<typeof titles>): readonly string[] =>
    titles(...count).filter((title) => /^Save |see the preview$/.test(title));
  it('say of those beyond fifty how many can be saved', () => {
    assert.deepEqual([ofParts(50).length, ofParts(50).at(-1)], [50, 'Save image/png (1 byte)…']);
    assert.deepEqual([ofParts(51).length, ofParts(51).at(-1)], [51, '1 more part: see the preview']);
    assert.equal(ofParts(53).at(-1), '3 more parts: see the preview');
    assert.deepEqual([ofParts(50, 3).length, ofParts(50, 3).at(-1)], [50, 'Save image/png (1 byte)…']);
  });
});
