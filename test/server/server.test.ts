import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { language } from '../../src/core/features/language.ts';
import { phrase } from '../../src/core/text/words.ts';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { type ClientOptions, startClient, type TestClient } from './client.ts';

const uri = 'test:ticket';
const session = [
  'Trying 192.0.2.25...',
  'Connected to mx.contoso.test.',
  '220 mx.contoso.test ESMTP',
  'EHLO pc',
  '250-mx.contoso.test',
  '250 SIZE 1000',
  'MAIL FROM:<a@fabrikam.test>',
  '250 2.1.0 Ok',
  'RCPT TO:<b@contoso.test>',
  '550 5.1.1 User unknown',
  'QUIT',
  '221 2.0.0 Bye',
  '',
].join('\n');
const message = [
  'Received: from mail.contoso.test ([192.0.2.1]) by mx.fabrikam.test; Fri, 20 Nov 2026 10:00:05 +0000',
  'Received: from pc.contoso.test ([192.0.2.9]) by mail.contoso.test; Fri, 20 Nov 2026 10:00:00 +0000',
  'From: a@contoso.test',
  'Subject: x',
  'Content-Transfer-Encoding: base64',
  '',
  ...Array.from({ length: 30 }, () => 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo='.repeat(2)),
  '',
].join('\n');

const clients: TestClient[] = [];
describe('over a connection in memory', () => {
  afterEach(() => Promise.all(clients.splice(0).map((client) => client.end())));

  async function start(options: ClientOptions = {}): Promise<TestClient> {
    const client = await startClient(options);
    clients.push(client);
    return client;
  }

  /** As it comes through JSON. */
  const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
  const codes = (found: readonly Diagnostic[]): readonly unknown[] => found.map(({ code }) => code).sort();

  const document = TextDocument.create(uri, 'smtp-transcript', 1, session);
  const ticket = readTicket(session);
  const textDocument = { uri };

  describe('a request to the server', () => {
    const position = { line: 9, character: 1 };
    const range = { start: { line: 0, character: 0 }, end: { line: 10, character: 0 } };
    const linked = { commandLinks: true };

    /** What the server answers is what the feature gives, and it is something. */
    const answers = (method: string, params: object, expected: unknown, options: ClientOptions = {}): void => {
      it(`for ${method} is answered by the feature of that name`, async () => {
        const client = await start(options);
        client.open(uri, session);
        assert.deepEqual(await client.ask(`textDocument/${method}`, { textDocument, ...params }), sent(expected));
        assert.notDeepEqual(sent(expected), []);
        assert.notEqual(expected, undefined);
      });
    };

    answers('hover', { position }, language.hover(document, ticket, position, linked), linked);
    answers('documentSymbol', {}, language.documentSymbols(document, ticket));
    answers('foldingRange', {}, language.foldingRanges(document, ticket));
    const typing = { line: 6, character: 5 };
    answers('completion', { position: typing }, language.completion(document, ticket, typing), linked);
    const within = { line: 6, character: 12 };
    answers('signatureHelp', { position: within }, language.signatureHelp(document, ticket, within), linked);
    answers('selectionRange', { positions: [position] }, language.selectionRanges(document, ticket, [position]));
    answers('documentLink', {}, language.documentLinks(document, ticket, linked), linked);
    answers('codeLens', {}, language.codeLenses(document, ticket), linked);
    answers(
      'codeAction',
      { range: { start: position, end: position }, context: { diagnostics: [] } },
      language.codeActions(document, ticket, { start: position, end: position }, linked),
      linked,
    );
    answers('semanticTokens/full', {}, language.semanticTokens(document, ticket));
    const part = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
    answers('semanticTokens/range', { range: part }, language.semanticTokens(document, ticket, part));

    it('is answered in the form of text that the client shows', async () => {
      const told = async (options: ClientOptions): Promise<string> => {
        const client = await start(options);
        client.open(uri, session);
        const hover = await client.ask<{ contents: { kind: string; value: string } }>('textDocument/hover', {
          textDocument,
          position,
        });
        const completion = await client.ask<{ documentation: { kind: string } }[]>('textDocument/completion', {
          textDocument,
          position: typing,
        });
        assert.equal(completion[0]?.documentation.kind, hover.contents.kind);
        return `${hover.contents.kind}: ${hover.contents.value}`;
      };
      const ours = await told(linked);
      assert.match(ours, /^markdown: .*&#/);
      const markdown = await told({ formats: ['plaintext', 'markdown'] });
      assert.match(markdown, /^markdown: \*\*550 5\.1\.1\*\* in answer to RCPT: /);
      assert.doesNotMatch(markdown, /&#?\w{1,5};/);
      const text = await told({ formats: ['plaintext'] });
      assert.match(text, /^plaintext: 550 5\.1\.1 in answer to RCPT: /);
      assert.doesNotMatch(text, /\*\*|`|&#?\w{1,5};|\\/);
      assert.equal(await told({ formats: [] }), text);
    });

    it('for hints is answered for the lines that are asked for', async () => {
      const client = await start();
      client.open(uri, message, 'eml');
      const [mail, read] = [TextDocument.create(uri, 'eml', 1, message), readTicket(message, 'message')];
      const ask = (lines: object) => client.ask('textDocument/inlayHint', { textDocument, range: lines });
      assert.deepEqual(await ask(range), sent(language.inlayHints(mail, read, range)));
      assert.equal(((await ask(range)) as unknown[]).length, 2);
      assert.deepEqual(await ask({ start: { line: 9, character: 0 }, end: { line: 10, character: 0 } }), []);
    });

    it('for the lines of one message in a log is answered by line', async () => {
      const line = (rest: string): string => `Nov 21 10:00:00 mx postfix/${rest}`;
      const log = `${line('qmgr[1]: 4F1A2B3C4D: from=<a@b.test>, size=1, nrcpt=1 (queue active)')}\n${line('smtp[2]: 4F1A2B3C4D: to=<c@d.test>, relay=mx.d.test[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)')}\n`;
      const client = await start();
      client.open(uri, log);
      const [logged, read] = [TextDocument.create(uri, 'smtp-transcript', 1, log), readTicket(log)];
      const at = { line: 1, character: 40 };
      const ask = (method: string) =>
        client.ask(`textDocument/${method}`, { textDocument, position: at, context: { includeDeclaration: true } });
      assert.deepEqual(await ask('documentHighlight'), sent(language.documentHighlights(logged, read, at)));
      assert.deepEqual(await ask('references'), sent(language.references(logged, read, at)));
      assert.deepEqual(await ask('definition'), sent(language.definition(logged, read, at)));
      assert.equal(((await ask('references')) as unknown[]).length, 2);
    });

    it('about a document that is not open has an empty answer', async () => {
      const client = await start({ commandLinks: true });
      const ask = (method: string) => client.ask(method, { textDocument, position, range, uri, positions: [position] });
      for (const method of ['hover', 'signatureHelp', 'definition'])
        assert.equal(await ask(`textDocument/${method}`), null);
      for (const method of [
        'documentSymbol',
        'foldingRange',
        'completion',
        'codeLens',
        'documentLink',
        'selectionRange',
      ]) {
        assert.deepEqual(await ask(`textDocument/${method}`), [], method);
      }
      assert.deepEqual(await ask('textDocument/semanticTokens/full'), { data: [] });
      assert.equal(await ask('mailTriage/page'), null);
      assert.equal(await ask('mailTriage/timeline'), null);
      assert.deepEqual(await ask('mailTriage/encodedBodies'), []);
    });

    it('that fails is logged and has an empty answer', async () => {
      const client = await start();
      client.open(uri, session);
      assert.deepEqual(await client.ask('textDocument/selectionRange', { textDocument, positions: [null] }), []);
      assert.match(client.logged.join('\n'), /^Selection of test:ticket failed: TypeError/);
    });

    it('for the colours of a long document is left to the ranges that are shown', async () => {
      const client = await start();
      client.open(uri, `${session}${'a line of prose\n'.repeat(62_500)}`);
      assert.equal(await client.ask('textDocument/semanticTokens/full', { textDocument }), null);
      const { data } = (await client.ask('textDocument/semanticTokens/range', { textDocument, range: part })) as {
        data: unknown[];
      };
      assert.ok(data.length > 0);
    });
  });

  describe('the server', () => {
    it('says what it can do', async () => {
      const { serverInfo, capabilities } = (await start()).initialized;
      assert.deepEqual(serverInfo, { name: 'mail-triage' });
      assert.deepEqual(
        Object.entries(capabilities)
          .filter(([, value]) => value === true)
          .map(([name]) => name)
          .sort(),
        [
          'codeActionProvider',
          'definitionProvider',
          'documentHighlightProvider',
          'documentSymbolProvider',
          'foldingRangeProvider',
          'hoverProvider',
          'inlayHintProvider',
          'referencesProvider',
          'selectionRangeProvider',
        ],
      );
      assert.equal(capabilities.textDocumentSync, 2);
      assert.deepEqual(capabilities.completionProvider?.triggerCharacters, [' ', '<', '=', ':', ',']);
      assert.deepEqual(capabilities.signatureHelpProvider?.triggerCharacters, [' ', '[']);
      const { legend, full, range } = capabilities.semanticTokensProvider as {
        legend: { tokenTypes: string[]; tokenModifiers: string[] };
        full: boolean;
        range: boolean;
      };
      assert.deepEqual([full, range], [true, true]);
      assert.ok(legend.tokenTypes.includes('smtpReply') && legend.tokenModifiers.includes('permanent'));
    });

    it('gives commands to run only to clients that can run them', async () => {
      const hover = async (options: ClientOptions): Promise<string> => {
        const client = await start(options);
        client.open(uri, session);
        const at = { textDocument, position: { line: 8, character: 12 } };
        return JSON.stringify([
          await client.ask('textDocument/hover', at),
          await client.ask('textDocument/codeLens', at),
          await client.ask('textDocument/documentLink', at),
        ]);
      };
      assert.match(await hover({ commandLinks: true }), /command:mailTriage|mailTriage\./);
      assert.doesNotMatch(await hover({ commandLinks: false }), /command:|mailTriage\./);
      assert.doesNotMatch(await hover({}), /command:|mailTriage\./);
    });

    it('reads a message from its first line where the language says that it is one', async () => {
      const client = await start();
      const kind = async (languageId: string): Promise<unknown> => {
        client.open(`test:${languageId}`, 'hello: you\n\nHello\n', languageId);
        const summary = (await client.ask('mailTriage/page', {
          uri: `test:${languageId}`,
          probes: [],
          verified: [],
        })) as {
          parts: { kind: string }[];
        };
        return summary.parts[0]?.kind;
      };
      assert.deepEqual([await kind('eml'), await kind('smtp-transcript')], ['message', undefined]);
    });

    it('tells the page of a text that it does not read yet', async () => {
      const client = await start();
      const page = (await client.ask('mailTriage/page', {
        uri: 'untitled:x',
        probes: [],
        verified: [],
        text: 'Received: from a.test by b.test; Fri, 20 Nov 2026 10:00:00 +0000\nSubject: x\n\ny\n',
      })) as { parts: { kind: string }[] };
      assert.deepEqual(
        page.parts.map(({ kind }) => kind),
        ['message'],
      );
    });
  });

  describe('the problems of a document', () => {
    it('are told when it is opened, and again when it is changed', async () => {
      const client = await start();
      const first = client.problems(uri);
      client.open(uri, session);
      assert.deepEqual(codes(await first), ['helo-not-qualified']);
      const second = client.problems(uri);
      client.edit(uri, 3, 5, 2, 'pc.fabrikam.test');
      assert.deepEqual(codes(await second), []);
      assert.deepEqual(
        client.published.map(({ version }) => version),
        [1, 2],
      );
    });

    it('are told once for edits that come in one breath', async () => {
      const client = await start();
      const told = client.problems(uri);
      client.open(uri, session);
      for (const text of ['a', 'b', 'c']) client.replace(uri, `${session}${text}`);
      await told;
      assert.deepEqual(
        client.published.map(({ version }) => version),
        [4],
      );
    });

    it('are told when the text rests, however long somebody writes before', async () => {
      const client = await start();
      mock.timers.enable({ apis: ['setTimeout'] });
      const passes = async (ms: number): Promise<void> => {
        for (let i = 0; i < ms; i += 10) {
          mock.timers.tick(10);
          await client.ask('textDocument/foldingRange', { textDocument: { uri } });
        }
      };
      try {
        client.open(uri, session);
        for (const text of ['a', 'b', 'c']) {
          client.replace(uri, `${session}${text}`);
          await passes(100);
        }
        assert.deepEqual(client.published, []);
        await passes(500);
      } finally {
        mock.timers.reset();
      }
      assert.deepEqual(
        client.published.map(({ version }) => version),
        [4],
      );
    });

    it('are cleared when it is closed, and never come after that', async () => {
      const client = await start();
      const told = client.problems(uri);
      client.open(uri, session);
      await told;
      const cleared = client.problems(uri);
      client.close(uri);
      assert.deepEqual(await cleared, []);
      client.open('test:short', session);
      const short = client.problems('test:short');
      client.close('test:short');
      assert.deepEqual(await short, []);
      await new Promise((done) => setTimeout(done, 300));
      assert.deepEqual(
        client.published.map((found) => [found.uri, found.diagnostics.length]),
        [
          [uri, 1],
          [uri, 0],
          ['test:short', 0],
        ],
      );
    });

    it('have the levels of the settings, also when these change', async () => {
      const client = await start({ configuration: true, levels: { 'helo-not-qualified': 'error' } });
      const severities = (accept: (found: readonly Diagnostic[]) => boolean) =>
        client
          .problems(uri, ({ diagnostics }) => accept(diagnostics))
          .then((found) => found.map(({ code, severity }) => [code, severity]).sort());
      const first = severities((found) => found[0]?.severity === 1);
      client.open(uri, session);
      assert.deepEqual(await first, [['helo-not-qualified', 1]]);
      const second = severities((found) => found[0]?.severity === 4);
      client.configure({ 'helo-not-qualified': 'off', 'reply-permanent': 'hint' });
      assert.deepEqual(await second, [['reply-permanent', 4]]);
    });

    it('have their own levels where the client has no settings', async () => {
      const client = await start({ levels: { 'helo-not-qualified': 'off' } });
      const told = client.problems(uri);
      client.open(uri, session);
      client.configure({ 'helo-not-qualified': 'off' });
      assert.deepEqual(codes(await told), ['helo-not-qualified']);
    });
  });

  describe('a server that was told to stop', () => {
    it('says nothing more of what it still had to look at', async () => {
      const client = await start();
      client.open(uri, session);
      await client.ask('mailTriage/ticket', { uri }).catch(() => undefined);
      await client.ask('shutdown', null);
      await new Promise((resolve) => setTimeout(resolve, 400));
      assert.deepEqual(client.published, []);
      clients.length = 0;
    });
  });

  describe('what the client asks beyond the protocol of editors', () => {
    it('is the timeline of the message under the cursor', async () => {
      const client = await start();
      client.open(uri, message, 'eml');
      const asked = { uri, trustedNetworks: [], offset: 0 };
      const timeline = (await client.ask('mailTriage/timeline', asked)) as { rows: unknown[] };
      assert.equal(timeline.rows.length, 2);
      client.open('test:none', 'hello\n');
      assert.equal(await client.ask('mailTriage/timeline', { ...asked, uri: 'test:none' }), null);
    });

    it('is where long encoded bodies start', async () => {
      const client = await start();
      client.open(uri, message, 'eml');
      assert.deepEqual(await client.ask('mailTriage/encodedBodies', { uri }), [6]);
    });

    it('is what a text means', async () => {
      const client = await start();
      const lines = (await client.ask('mailTriage/explain', { text: '550 5.1.1 User unknown' })) as string[];
      assert.match(lines.join('\n'), /550 5\.1\.1/);
      assert.equal(await client.ask('mailTriage/explain', { text: 'hello' }), null);
    });
  });

  describe('the answer to a ticket', () => {
    const probes = [
      { title: phrase('A'), target: 'test:ticket', time: 0, outcome: 'one' },
      { title: phrase('B'), target: 'MX.contoso.test:25', time: 0, outcome: 'two' },
      { title: phrase('C'), target: 'other.test', time: 0, outcome: 'three' },
    ];

    const answer = async (params: object, text = session): Promise<{ text: string; unknown: string[] } | null> => {
      const client = await start();
      client.open(uri, text);
      const usual = { uri, form: 'answer', template: '', file: 'a.txt', probes: [] };
      return client.ask('mailTriage/answer', { ...usual, ...params });
    };

    it('is written by the template of the user, else by our own', async () => {
      assert.equal((await answer({ template: 'Ask {{actor}}, {{nonsense}}' }))?.text, 'Ask the sender, {{nonsense}}\n');
      assert.deepEqual((await answer({ template: '{{actor}} {{nonsense}}' }))?.unknown, ['nonsense']);
      const own = await answer({});
      assert.match(own?.text ?? '', /^\*\*Refused at RCPT by mx\.contoso\.test/);
      assert.deepEqual([(await answer({ template: ' \n' }))?.text, own?.unknown], [own?.text, []]);
      assert.notEqual((await answer({ form: 'request' }))?.text, own?.text);
    });

    it('is none where nothing happened', async () => assert.equal(await answer({}, 'hello\n'), null));

    it('names the probes of the document and of what it names', async () => {
      const text = (await answer({ template: '{{probes}}', probes }))?.text ?? '';
      assert.deepEqual(
        text.split('\n').map((line) => line.replace('- 1970-01-01 00:00 UTC: ', '')),
        ['A: one', 'B: two', ''],
      );
    });
  });
});
