import type { Connection } from 'vscode-languageserver';
import { answerTextRequests } from '../../src/server/textRequests.ts';
import { type FakeServer, fakeServer } from './fakeServer.ts';

/** A language server that answers about texts that are sent along, as the real one does. */
export function textServer(): FakeServer {
  const handlers: Record<string, unknown> = {};
  const onRequest = (method: string, handle: unknown): void => {
    handlers[method] = handle;
  };
  answerTextRequests({ connection: { onRequest } as unknown as Connection });
  return fakeServer(handlers);
}
