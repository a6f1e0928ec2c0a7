import { Disposable, type ExtensionContext, workspace } from 'vscode';
import { isOurs } from './languages.ts';
import type { LanguageServer } from './platform/languageServer.ts';
import { platform } from './platform/platform.ts';

export type { LanguageServer };

/**
 * The language server beside the editor, which reads our languages wherever they are shown. It is loaded and started
 * when a document of ours opens or something is asked of it: a window without mail does without.
 */
export function languageServer(context: ExtensionContext): LanguageServer {
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
    request: async (request, params) => (await start()).request(request, params),
    dispose: () => Disposable.from(opening, { dispose: () => void started?.then((one) => one.dispose()) }).dispose(),
  };
}
