import { Disposable, type ExtensionContext, workspace } from 'vscode';
import { isOurs } from './languages.ts';
import type { LanguageServer } from './platform/languageServer.ts';
import { platform } from './platform/platform.ts';

export type { LanguageServer };

/** Started before anything is asked of it, where that is foreseen. */
export interface StartedServer extends LanguageServer {
  start(): void;
}

/**
 * The language server beside the editor, which reads our languages wherever they are shown. It is loaded and started
 * when a document of ours opens, the page of the ticket is shown or something is asked of it: a window without mail does
 * without.
 */
export function languageServer(context: ExtensionContext): StartedServer {
  let started: Promise<LanguageServer> | undefined;
  const start = (): Promise<LanguageServer> => {
    started ??= platform().startServer(context);
    return started;
  };
  const startFor = ({ languageId }: { readonly languageId: string }): void => {
    if (isOurs(languageId)) void start().catch(() => undefined);
  };
  const opening = workspace.onDidOpenTextDocument(startFor);
  workspace.textDocuments.forEach(startFor);
  return {
    start: () => void start().catch(() => undefined),
    request: async (request, params) => (await start()).request(request, params),
    dispose: () => Disposable.from(opening, { dispose: () => void started?.then((one) => one.dispose()) }).dispose(),
  };
}
