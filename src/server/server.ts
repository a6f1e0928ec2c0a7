import { type Connection, type InitializeResult, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Abilities } from '../core/features/abilities.ts';
import type { Levels } from '../core/features/diagnostics.ts';
import { language } from '../core/features/language.ts';
import type { SemanticTokens } from '../core/features/tokens/semanticTokens.ts';
import { speak } from '../core/text/words.ts';
import { linking } from '../core/ticket/linking.ts';
import type { ReportOpener } from '../core/ticket/openedReports.ts';
import type { Ticket } from '../core/ticket/ticket.ts';
import { timelineOf } from '../core/trace/timeline.ts';
import { judging } from '../core/verdict/readVerdicts.ts';
import { timelineRequest } from '../protocol/timeline.ts';
import { type AnswerFor, type Answering, answerRequests } from './answerRequests.ts';
import { answerAssistantRequests } from './assistantRequests.ts';
import { Background, type Work } from './background.ts';
import { SERVED } from './capabilities.ts';
import { readLevels } from './levels.ts';
import { type Markups, markupsOf, withMarkup } from './markup.ts';
import { answerPartRequests } from './partRequests.ts';
import { publisher } from './publishing.ts';
import { answerSessionRequests } from './sessionRequests.ts';
import { Settling } from './settling.ts';
import { answerTextRequests } from './textRequests.ts';
import { answerTicketRequests } from './ticketRequests.ts';
import { Tickets } from './tickets.ts';

/** How long the text must rest before its problems are looked for again, in milliseconds. */
const REST = 120;

/** Characters up to which a document is coloured as a whole, not only where it is shown. */
const COLOURED_WHOLE = 1_000_000;

/**
 * Wires the features of the core to the Language Server Protocol, over whatever connection it is given. `loadOpener` loads
 * what opens attached reports, where it is not what does so on a machine.
 */
export function startServer(connection: Connection, loadOpener?: () => Promise<ReportOpener>): void {
  const tickets = new Tickets(loadOpener);
  const documents = new TextDocuments<TextDocument>({
    create: TextDocument.create,
    update: (document, changes, version) => tickets.change(document, changes, version),
  });
  const resting = new Map<string, NodeJS.Timeout>();
  const background = new Background();
  let isOver = false;
  let abilities: Abilities = { commandLinks: false };
  let markups: Markups = markupsOf({}, false);
  let configurable = false;
  let lensesRefreshed = false;
  let levels: Levels = new Map();

  connection.onInitialize(({ initializationOptions, capabilities }): InitializeResult => {
    speak((initializationOptions as { readonly words?: unknown } | undefined)?.words);
    configurable = capabilities.workspace?.configuration === true;
    lensesRefreshed = capabilities.workspace?.codeLens?.refreshSupport === true;
    abilities = { commandLinks: (initializationOptions as Partial<Abilities> | undefined)?.commandLinks === true };
    markups = markupsOf(capabilities, abilities.commandLinks);
    return {
      serverInfo: { name: 'mail-triage' },
      capabilities: SERVED,
    };
  });

  const failed = (what: string, uri: string, error: unknown): void =>
    connection.console.error(`${what} of ${uri} failed: ${error instanceof Error ? error.stack : String(error)}`);

  /** Answers for an open document; a bug is logged and answered with the empty value. */
  const answerNow = <T>(what: string, uri: string, empty: T, compute: (document: TextDocument) => T): T => {
    const document = documents.get(uri);
    if (document === undefined) return empty;
    try {
      return compute(document);
    } catch (error) {
      failed(what, uri, error);
      return empty;
    }
  };

  /** The same, of a ticket in which attached reports are opened. */
  const answer: AnswerFor = (what, uri, empty, compute) => {
    background.look(uri);
    const opening = answerNow(what, uri, undefined, (document) => tickets.opening(document));
    const now = () => answerNow(what, uri, empty, compute);
    return opening === undefined ? now() : opening.then(now, now);
  };

  /** The same, once work on the ticket is done that takes long; empty where the document was changed before. */
  const answerBehind =
    (work: (ticket: Ticket) => Work | undefined): AnswerFor =>
    (what, uri, empty, compute) => {
      const begun = answerNow(what, uri, undefined, (document) => work(tickets.get(document)));
      if (begun === undefined) return answer(what, uri, empty, compute);
      return new Promise((resolve) => {
        const now = (isDone: boolean) => resolve(isDone ? answer(what, uri, empty, compute) : empty);
        background.begin(uri, what, begun, now);
      });
    };
  const answerJudged = answerBehind(judging);
  const answerLinked = answerBehind(linking);

  connection.onHover(({ textDocument, position }) =>
    answer('Hover', textDocument.uri, null, (document) =>
      withMarkup(language.hover(document, tickets.get(document), position, abilities) ?? null, markups.hover),
    ),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    answerLinked('Outline', textDocument.uri, [], (document) =>
      language.documentSymbols(document, tickets.get(document)),
    ),
  );
  connection.onFoldingRanges(({ textDocument }) =>
    answer('Folding', textDocument.uri, [], (document) => language.foldingRanges(document, tickets.get(document))),
  );
  connection.languages.inlayHint.on(({ textDocument, range }) =>
    answer('Inlay hints', textDocument.uri, [], (document) =>
      language.inlayHints(document, tickets.get(document), range),
    ),
  );
  connection.onCompletion(({ textDocument, position }) =>
    answer('Completion', textDocument.uri, [], (document) =>
      withMarkup(language.completion(document, tickets.get(document), position), markups.completion),
    ),
  );
  connection.onSignatureHelp(({ textDocument, position }) =>
    answer('Signature', textDocument.uri, null, (document) =>
      withMarkup(language.signatureHelp(document, tickets.get(document), position) ?? null, markups.signature),
    ),
  );
  connection.onDocumentHighlight(({ textDocument, position }) =>
    answerLinked('Highlights', textDocument.uri, [], (document) =>
      language.documentHighlights(document, tickets.get(document), position),
    ),
  );
  connection.onReferences(({ textDocument, position }) =>
    answerLinked('References', textDocument.uri, [], (document) =>
      language.references(document, tickets.get(document), position),
    ),
  );
  connection.onDefinition(({ textDocument, position }) =>
    answer(
      'Definition',
      textDocument.uri,
      null,
      (document) => language.definition(document, tickets.get(document), position) ?? null,
    ),
  );
  connection.onSelectionRanges(({ textDocument, positions }) =>
    answer('Selection', textDocument.uri, [], (document) =>
      language.selectionRanges(document, tickets.get(document), positions),
    ),
  );
  connection.onDocumentLinks(({ textDocument }) =>
    answer('Links', textDocument.uri, [], (document) =>
      language.documentLinks(document, tickets.get(document), abilities),
    ),
  );
  connection.onCodeLens(({ textDocument }) =>
    answerJudged('Code lenses', textDocument.uri, [], (document) =>
      abilities.commandLinks ? language.codeLenses(document, tickets.get(document)) : [],
    ),
  );
  connection.onCodeAction(({ textDocument, range }) =>
    answer('Code actions', textDocument.uri, [], (document) =>
      language.codeActions(document, tickets.get(document), range, abilities),
    ),
  );
  connection.languages.semanticTokens.on(({ textDocument }) =>
    answer('Colours', textDocument.uri, { data: [] }, (document) =>
      // Without an answer the editor keeps to the ranges that it shows.
      document.getText().length > COLOURED_WHOLE
        ? (null as unknown as SemanticTokens)
        : language.semanticTokens(document, tickets.get(document)),
    ),
  );
  connection.languages.semanticTokens.onRange(({ textDocument, range }) =>
    answer('Colours', textDocument.uri, { data: [] }, (document) =>
      language.semanticTokens(document, tickets.get(document), range),
    ),
  );
  const read = (document: TextDocument): Ticket => tickets.get(document);
  const answering: Answering = { connection, answerFor: answer, answerNow, read };
  answerRequests(answering, timelineRequest, ({ uri, ...options }) =>
    answer('Timeline', uri, null, (document) => timelineOf(tickets.get(document), options) ?? null),
  );
  answerTicketRequests(answering);
  answerSessionRequests(answering);
  answerPartRequests(answering);
  answerTextRequests(answering);
  answerAssistantRequests(answering);

  const publish = publisher({ connection, background, read, levels: () => levels, failed });

  const settling = new Settling(
    (uri) => answerNow('Log', uri, undefined, (document) => tickets.get(document)),
    (uri) => {
      const document = documents.get(uri);
      if (document !== undefined) publish(document);
      if (lensesRefreshed) void connection.sendRequest('workspace/codeLens/refresh');
    },
    background,
  );

  /** Asks the client for its levels, where it can tell, and looks at every open document again. */
  const configure = async (): Promise<void> => {
    if (!configurable) return;
    const set: unknown = await connection.workspace.getConfiguration('mailTriage.diagnostics.levels');
    if (isOver) return;
    levels = readLevels(set);
    for (const document of documents.all()) publish(document);
  };
  connection.onInitialized(() => void configure());
  connection.onDidChangeConfiguration(() => void configure());

  documents.onDidChangeContent(({ document }) => {
    clearTimeout(resting.get(document.uri));
    settling.stop(document.uri);
    background.stop(document.uri);
    background.look(document.uri);
    resting.set(
      document.uri,
      setTimeout(() => {
        resting.delete(document.uri);
        publish(document);
        settling.begin(document.uri);
      }, REST),
    );
  });
  documents.onDidClose(({ document }) => {
    clearTimeout(resting.get(document.uri));
    resting.delete(document.uri);
    settling.stop(document.uri);
    background.stop(document.uri);
    tickets.forget(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  // Behind a shutdown the connection may be gone (LSP 3.17, shutdown): what rests would speak to nobody.
  connection.onShutdown(() => {
    isOver = true;
    for (const timer of resting.values()) clearTimeout(timer);
    resting.clear();
    settling.stopAll();
    background.stopAll();
  });

  documents.listen(connection);
  connection.listen();
}
