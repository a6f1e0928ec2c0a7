import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { CLIENT, clientOptions, started } from './clientOptions.ts';
import type { LanguageServer } from './languageServer.ts';

/** Starts the language server in a process beside the editor. */
export function startLanguageClient(context: ExtensionContext): LanguageServer {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server', 'main.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6129'] } };
  return started(new LanguageClient(...CLIENT, { run, debug }, clientOptions));
}
