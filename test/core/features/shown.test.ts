import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { language } from '../../../src/core/features/language.ts';
import { shown } from '../../../src/core/features/shown.ts';
import { plainLines } from '../../../src/core/text/plain.ts';
import { open } from './cursor.ts';

const HOSTILE = [
  '\u001b[31m',
  '\u009b',
  '\u0007',
  '\u202e',
  '\u2067',
  '\u061c',
  '\u00ad',
  '\u180e',
  '\u3164',
  '\u{e0041}',
];

const samples = ['1-relaying-denied.smtp.txt', '2-bounced.eml', '3-took-four-hours.eml', '4-mixed.ticket.txt'].map(
  (name) => readFileSync(`samples/${name}`, 'utf8'),
);

/** The strings of an answer that an editor shows, wherever they stand in it; those of commands and edits are not. */
function* textsOf(value: unknown, key = ''): Iterable<string> {
  if (['arguments', 'edit', 'textEdit', 'data', 'insertText', 'target', 'uri'].includes(key)) return;
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const inner of value) yield* textsOf(inner, key);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) yield* textsOf(inner, name);
  }
}

describe('what the editor shows of a hostile document', () => {
  it('is plain text, whatever feature shows it', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...HOSTILE)), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        (sample, insertions, where) => {
          const text = insertions.reduce((old, [at, odd]) => {
            const offset = at % (old.length + 1);
            return old.slice(0, offset) + odd + old.slice(offset);
          }, sample);
          const { document, ticket } = open(text);
          const position = document.positionAt(where % (text.length + 1));
          const range = { start: document.positionAt(0), end: document.positionAt(text.length) };
          const abilities = { commandLinks: true };
          const answers = {
            hover: language.hover(document, ticket, position, abilities),
            outline: language.documentSymbols(document, ticket),
            problems: language.diagnostics(document, ticket),
            hints: language.inlayHints(document, ticket, range),
            completion: language.completion(document, ticket, position),
            signature: language.signatureHelp(document, ticket, position),
            links: language.documentLinks(document, ticket, abilities),
            lenses: language.codeLenses(document, ticket),
            actions: language.codeActions(document, ticket, range, abilities),
          };
          for (const [feature, answer] of Object.entries(answers)) {
            for (const shownText of textsOf(answer)) {
              seen.add(feature);
              assert.equal(plainLines(shownText), shownText, feature);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
    for (const feature of ['hover', 'outline', 'problems', 'lenses'])
      assert.ok(seen.has(feature), `nothing of ${feature}`);
  });

  it('keeps what is inserted or handed to a command', () => {
    const odd = 'a\u202eb';
    assert.deepEqual(shown([{ title: odd, edit: { newText: odd }, command: { title: odd, arguments: [odd] } }]), [
      { title: 'a\ufffdb', edit: { newText: odd }, command: { title: 'a\ufffdb', arguments: [odd] } },
    ]);
  });
});

describe('encoded words (RFC 2047)', () => {
  const text =
    'From: =?UTF-8?Q?J=C3=B6rg?= <j@contoso.test>\nSubject: =?UTF-8?B?UmVjaG51bmcgZsO8ciBNw6RyeiB1bmQgYWxsZXMsIHdhcyBkYW5hY2gga2FtIA==?=\n =?UTF-8?B?dW5kIG5vY2ggbWVocg==?=\n\nbody\n';
  it('are letters in the outline, those that lie behind the cut too', () => {
    const { document, ticket } = open(text, 'message');
    const [message] = language.documentSymbols(document, ticket);
    assert.equal(message?.detail, 'Rechnung für März und alles, was danach kam und noch mehr');
    assert.deepEqual(
      message?.children?.map(({ detail }) => detail),
      ['Jörg <j@contoso.test>', message?.detail],
    );
  });
  it('are letters in titles and hints, and as they are written in problems and edits', () => {
    const word = '=?UTF-8?Q?J=C3=B6rg?=';
    assert.deepEqual(shown({ command: { title: word }, label: word, message: word, newText: word }), {
      command: { title: 'Jörg' },
      label: 'Jörg',
      message: word,
      newText: word,
    });
  });
  it('that name no charset that is known stay as they are written', () =>
    assert.equal(shown({ title: '=?x-nobody?Q?J=C3=B6?=' }).title, '=?x-nobody?Q?J=C3=B6?='));
});
