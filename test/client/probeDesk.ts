import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { keptLogins } from '../../src/client/login/keptLogins.ts';
import type { ProbeHistory } from '../../src/client/probeHistory.ts';
import type { ProbeOutput } from '../../src/client/probeOutput.ts';
import { type Choices, usual } from '../../src/client/smtp/choices.ts';
import type { ProbeDesk } from '../../src/client/smtp/desk.ts';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import type { Answering } from '../../src/server/answerRequests.ts';
import { answerSessionRequests } from '../../src/server/sessionRequests.ts';
import { desk } from './desk.ts';
import { type FakeServer, fakeServer } from './fakeServer.ts';

/** A language server that answers about sessions of the documents on the desk, as the real one does. */
export function sessionServer(): FakeServer {
  const handlers: Record<string, unknown> = {};
  const onRequest = (method: string, handle: unknown): void => {
    handlers[method] = handle;
  };
  const answering: Answering = {
    connection: { onRequest } as unknown as Connection,
    answerFor: (_what, uri, empty, compute) => {
      const document = desk.documents.get(uri);
      return document === undefined
        ? empty
        : compute(TextDocument.create(uri, document.languageId, 1, document.getText()));
    },
    answerNow: (_what, uri, empty, compute) => {
      const document = desk.documents.get(uri);
      return document === undefined
        ? empty
        : compute(TextDocument.create(uri, document.languageId, 1, document.getText()));
    },
    read: (document) => readTicket(document.getText(), document.languageId === 'eml' ? 'message' : 'anywhere'),
  };
  answerSessionRequests(answering);
  return fakeServer(handlers);
}

/** What the commands about mail servers work with, on a desk. */
export function probeDesk(output: ProbeOutput, history: ProbeHistory): ProbeDesk & { readonly server: FakeServer } {
  let kept: Choices = usual;
  const choices = {
    get: () => kept,
    set: (chosen: Choices) => {
      kept = { ...chosen };
    },
  };
  const logins = keptLogins({ get: async () => undefined, store: async () => {}, delete: async () => {} });
  return { output, history, server: sessionServer(), choices, logins };
}
