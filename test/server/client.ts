import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { startServer } from '../../src/server/server.ts';

/** An editor that talks to a server of ours over streams in memory. */
export interface TestClient {
  readonly initialized: InitializeResult;
  /** Every word of the server on problems, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  /** What the server wrote into its log. */
  readonly logged: readonly string[];
  open(uri: string, text: string, languageId?: string): void;
  /** Replaces `length` characters from a place on. */
  edit(uri: string, line: number, character: number, length: number, text: string): void;
  replace(uri: string, text: string): void;
  close(uri: string): void;
  /** Sets what the server is told when it asks for the setting, and says that it changed. */
  configure(levels: unknown): void;
  /** The problems of the next message on them, that `accept` takes. */
  problems(uri: string, accept?: (found: PublishDiagnosticsParams) => boolean): Promise<readonly Diagnostic[]>;
  ask<T>(method: string, params: unknown): Promise<T>;
  /** Closes what is open, so that no question rests any more, and goes. */
  end(): Promise<void>;
}

export interface ClientOptions {
  readonly commandLinks?: boolean;
  readonly configuration?: boolean;
  readonly levels?: unknown;
  /** Forms of text that the editor shows; Markdown where nothing is said. */
  readonly formats?: readonly ('markdown' | 'plaintext')[];
}

const formatsOf = (formats: ('markdown' | 'plaintext')[]) => ({
  hover: { contentFormat: formats },
  completion: { completionItem: { documentationFormat: formats } },
  signatureHelp: { signatureInformation: { documentationFormat: formats } },
});

export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
  startServer(server);
  const connection = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  const published: PublishDiagnosticsParams[] = [];
  const logged: string[] = [];
  const waiting = new Set<() => void>();
  const opened = new Set<string>();
  let { levels } = options;
  let version = 1;
  connection.onNotification('textDocument/publishDiagnostics', (found: PublishDiagnosticsParams) => {
    published.push(found);
    for (const look of waiting) look();
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void logged.push(message));
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section: string }[] }) =>
    items.map(({ section }) => (section === 'mailTriage.diagnostics.levels' ? levels : null)),
  );
  connection.listen();
  const params: InitializeParams = {
    processId: null,
    rootUri: null,
    capabilities: {
      workspace: { configuration: options.configuration ?? false },
      textDocument: formatsOf([...(options.formats ?? ['markdown', 'plaintext'])]),
    },
    ...(options.commandLinks !== undefined && { initializationOptions: { commandLinks: options.commandLinks } }),
  };
  const initialized = (await connection.sendRequest('initialize', params)) as InitializeResult;
  await connection.sendNotification('initialized', {});
  const tell = (method: string, told: unknown): void =>
    void connection.sendNotification(`textDocument/${method}`, told);
  const change = (uri: string, contentChanges: readonly unknown[]): void =>
    tell('didChange', { textDocument: { uri, version: ++version }, contentChanges });
  return {
    initialized,
    published,
    logged,
    open: (uri, text, languageId = 'smtp-transcript') => {
      opened.add(uri);
      tell('didOpen', { textDocument: { uri, languageId, version, text } });
    },
    edit: (uri, line, character, length, text) =>
      change(uri, [{ range: { start: { line, character }, end: { line, character: character + length } }, text }]),
    replace: (uri, text) => change(uri, [{ text }]),
    close: (uri) => {
      opened.delete(uri);
      tell('didClose', { textDocument: { uri } });
    },
    configure: (now) => {
      levels = now;
      void connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    },
    problems: (uri, accept = () => true) => {
      const from = published.length;
      return new Promise((resolve) => {
        const look = (): void => {
          const found = published.slice(from).find((one) => one.uri === uri && accept(one));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found.diagnostics);
        };
        waiting.add(look);
      });
    },
    ask: (method, asked) => connection.sendRequest(method, asked),
    end: async () => {
      for (const uri of opened) tell('didClose', { textDocument: { uri } });
      await connection.sendRequest('shutdown');
      connection.dispose();
      server.dispose();
    },
  };
}
