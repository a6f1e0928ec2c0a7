import { Disposable, type ExtensionContext } from 'vscode';
import { activateEverywhere, type MailTriage } from '../client/platform/everywhere.ts';
import { runsOn } from '../client/platform/platform.ts';
import { registerRepeat } from '../client/repeat.ts';
import { registerCopySession } from '../client/smtp/copySession.ts';
import { registerElsewhere } from './elsewhere.ts';
import type { ServerModules } from './languageClient.ts';

/** The extension in a browser; `modules` links those of its server. */
export function activate(context: ExtensionContext, modules: () => Promise<ServerModules>): MailTriage {
  const later = () => import('./later.ts');
  runsOn({
    startServer: async () => (await later()).startLanguageClient(await modules()),
    checks: async () => (await later()).checks,
    messages: async () => (await later()).messages,
    isBrowser: true,
  });
  return activateEverywhere(context, ({ server, output, history }) =>
    Disposable.from(registerRepeat(output, history), registerCopySession(server), registerElsewhere()),
  );
}
