import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { CLIENT, clientOptions, started } from '../client/platform/clientOptions.ts';
import type { LanguageServer } from '../client/platform/languageServer.ts';

/** Addresses of the script that a worker begins with, and of the modules that it is told to load. */
export interface ServerModules {
  readonly start: string;
  readonly modules: readonly string[];
}

/** Starts the language server in a worker beside the extension. Rejects where its modules cannot be loaded. */
export async function startLanguageClient({ start, modules }: ServerModules): Promise<LanguageServer> {
  const worker = new Worker(start, { name: 'Mail Triage' });
  const said = new Promise<unknown>((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => resolve(message);
  });
  worker.postMessage(modules);
  const word = await said;
  if (word !== 'started') throw new Error(`The language server could not be started: ${word}`);
  // Not the worker itself: where the editor has put another `Worker` in its place, the library takes it for none.
  const ways = { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  return started(new LanguageClient(...CLIENT, async () => ways, clientOptions));
}
