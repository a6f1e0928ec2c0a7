import { type ExtensionContext, l10n, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Request } from '../protocol/request.ts';
import { languages } from './languages.ts';

/** What the client lets a hover run. */
const LINKED = [
  'mailTriage.check',
  'mailTriage.lookUpMailExchangers',
  'mailTriage.probeSmtpServer',
  'mailTriage.showTimeline',
];

/** Starts the language server beside the editor; it reads our languages wherever they are shown. */
export function startLanguageClient(context: ExtensionContext) {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server', 'main.js').fsPath;
  const client = new LanguageClient(
    'mailTriage',
    l10n.t('Mail Triage Language Server'),
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6129'] } },
    },
    {
      documentSelector: Object.values(languages).map((language) => ({ language })),
      initializationOptions: { commandLinks: true, words: l10n.bundle ?? {} },
      synchronize: { configurationSection: 'mailTriage.diagnostics' },
      markdown: { isTrusted: { enabledCommands: LINKED }, supportHtml: false },
    },
  );
  const started = client.start();
  started.catch((error: unknown) => client.error(l10n.t('The language server could not be started.'), error, 'force'));
  return {
    request: async <Params, Result>({ method }: Request<Params, Result>, params: Params): Promise<Result> => {
      await started;
      return client.sendRequest(method, params);
    },
    dispose: (): void => void started.then(() => client.dispose()).catch(() => undefined),
  };
}
