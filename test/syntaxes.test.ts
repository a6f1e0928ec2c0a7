import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const files: Readonly<Record<string, string>> = {
  'text.smtp-transcript': 'syntaxes/smtp-transcript.tmLanguage.json',
  'text.eml.basic': 'syntaxes/eml.tmLanguage.json',
};

const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
const registry = new textmate.Registry({
  onigLib: oniguruma.loadWASM(wasm).then(() => ({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  })),
  loadGrammar: async (scope) => {
    const file = files[scope];
    return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
  },
});

/** Each coloured stretch of a text with the innermost scope that the grammar gives it. */
async function scopesOf(scope: string, text: string): Promise<string[]> {
  const grammar = await registry.loadGrammar(scope);
  assert.ok(grammar);
  let state: textmate.StateStack = textmate.INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .filter(({ scopes }) => scopes.length > 1)
      .map(({ startIndex, endIndex, scopes }) => `${line.slice(startIndex, endIndex).trim()} = ${scopes.at(-1)}`);
  });
}

async function has(scope: string, text: string, ...wanted: readonly string[]): Promise<void> {
  const found = await scopesOf(scope, text);
  for (const item of wanted) assert.ok(found.includes(item), `${item}\nis not in\n${found.join('\n')}`);
}

describe('the grammar of transcripts, before the server is up', () => {
  const is = (text: string, ...wanted: readonly string[]): Promise<void> =>
    has('text.smtp-transcript', text, ...wanted);

  it('tells the classes of replies apart', () =>
    is(
      '220 a.test ESMTP\n354 go\n450 4.2.0 later\n550 5.1.1 no',
      '220 = markup.inserted.reply.positive.smtp',
      '354 = constant.language.reply.intermediate.smtp',
      '450 4.2.0 = entity.name.function.reply.transient.smtp',
      '550 5.1.1 = invalid.illegal.reply.permanent.smtp',
    ));

  it('knows commands behind the marks of tools', () =>
    is(
      'EHLO a.test\n -> MAIL FROM:<a@b.test>\nC: RCPT TO:<c@d.test>\n<** 550 5.1.1 no\nS: 250 ok\n06836 >>> 220 a.test',
      'EHLO = keyword.control.command.smtp',
      'MAIL FROM = keyword.control.command.smtp',
      'RCPT TO = keyword.control.command.smtp',
      '<a@b.test> = string.other.link.address.smtp',
      '550 5.1.1 = invalid.illegal.reply.permanent.smtp',
      '250 = markup.inserted.reply.positive.smtp',
      '220 = markup.inserted.reply.positive.smtp',
    ));

  it('leaves what tools say about themselves in the background', () =>
    is('=== Trying a.test:25...', '=== Trying a.test:25... = comment.line.note.smtp'));

  it('knows the fields of a header in the ticket, quoted and indented ones too', async () => {
    for (const lead of ['', '> ', '    ', '|  '])
      await is(
        [
          `${lead}Received: from a.test ([192.0.2.1])`,
          `${lead}\tby b.test with ESMTP; Mon, 3 Nov 2025 10:00:00 +0000`,
          `${lead}Authentication-Results: b.test; spf=pass; dmarc=fail`,
          `${lead}Subject: offer`,
          `${lead}X-Spam-Flag: YES`,
          '550 5.1.1 no',
        ].join('\n'),
        'Received = entity.name.tag.field.trace.eml',
        'by = keyword.other.clause.eml',
        'pass = markup.inserted.result.eml',
        'fail = invalid.illegal.result.eml',
        'Subject = entity.name.tag.field.eml',
        'X-Spam-Flag = entity.name.tag.field.eml',
        '550 5.1.1 = invalid.illegal.reply.permanent.smtp',
      );
  });

  it('leaves prose alone', async () => {
    assert.deepEqual(await scopesOf('text.smtp-transcript', 'We have 550 users.\nData is missing here'), []);
  });
});

describe('the grammar of messages', () => {
  const is = (text: string, ...wanted: readonly string[]): Promise<void> => has('text.eml.basic', text, ...wanted);

  it('names fields, folded ones too, and stops at the empty line', async () => {
    const text =
      'Received: from a.test (b [192.0.2.1])\n\tby c.test with ESMTPS; Fri, 20 Nov 2026 10:00:00 +0000\nSubject: =?UTF-8?Q?x?=\n\nSubject: not a field';
    await is(
      text,
      'Received = entity.name.tag.field.trace.eml',
      'by = keyword.other.clause.eml',
      'with = keyword.other.clause.eml',
      'Subject = entity.name.tag.field.eml',
      '=?UTF-8?Q?x?= = variable.parameter.encoded-word.eml',
    );
    assert.equal((await scopesOf('text.eml.basic', text)).filter((item) => item.startsWith('Subject =')).length, 1);
  });

  it('names the fields of parts, of reports and of what came back', () =>
    is(
      'From: a@b.test\n\n--b\nReporting-MTA: dns; mx.a.test\nX-Postfix-Queue-ID: 4F1\n\nFinal-Recipient: rfc822; c@d.test\nAction: failed\n\nReceived: from a.test by b.test\nSubject: x',
      'Reporting-MTA = entity.name.tag.field.eml',
      'X-Postfix-Queue-ID = entity.name.tag.field.eml',
      'Action = entity.name.tag.field.eml',
      'Received = entity.name.tag.field.trace.eml',
      'Subject = entity.name.tag.field.eml',
    ));

  it('tells results apart', () =>
    is(
      'Authentication-Results: a.test; spf=pass; dkim=fail; dmarc=none',
      'pass = markup.inserted.result.eml',
      'fail = invalid.illegal.result.eml',
      'none = entity.name.function.result.eml',
    ));

  it('marks boundaries and quotes in the body', () =>
    is('From: a@b.test\n\n--b\n> quoted', '--b = punctuation.section.boundary.eml', '> quoted = markup.quote.eml'));
});
