import { l10n } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { Request } from '../../protocol/request.ts';
import { languages } from '../languages.ts';
import type { LanguageServer } from './languageServer.ts';
import { t } from './words.ts';

/** What the client lets a hover run. */
const LINKED = [
  'mailTriage.check',
  'mailTriage.findMessage',
  'mailTriage.lookUpMailExchangers',
  'mailTriage.probeSmtpServer',
  'mailTriage.showTimeline',
];

/** The id and the name of the language server for its log. */
export const CLIENT = ['mailTriage', t('Mail Triage Language Server')] as const;

/** It reads our languages wherever they are shown. */
export const clientOptions: LanguageClientOptions = {
  documentSelector: Object.values(languages).map((language) => ({ language })),
  initializationOptions: { commandLinks: true, words: l10n.bundle ?? {} },
  synchronize: { configurationSection: 'mailTriage.diagnostics' },
  markdown: { isTrusted: { enabledCommands: LINKED }, supportHtml: false },
};

/** Starts a client and its server; what is asked waits until they are up. */
export function started(client: BaseLanguageClient): LanguageServer {
  const start = client.start();
  start.catch((error: unknown) => client.error(t('The language server could not be started.'), error, 'force'));
  return {
    request: async <Params, Result>({ method }: Request<Params, Result>, params: Params): Promise<Result> => {
      await start;
      return client.sendRequest(method, params);
    },
    dispose: (): void => void start.then(() => client.dispose()).catch(() => undefined),
  };
}
