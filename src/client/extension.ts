import { Disposable, type ExtensionContext } from 'vscode';
import { registerFindMessage } from './findMessage.ts';
import { keptLogins } from './login/keptLogins.ts';
import { registerLoginProbe } from './login/probeLogin.ts';
import { registerOfferSearch } from './notice/offerSearch.ts';
import { activateEverywhere, type MailTriage } from './platform/everywhere.ts';
import { registerProbes } from './probes.ts';
import { createChoices } from './smtp/choices.ts';
import { registerVerify } from './verify.ts';

export type { MailTriage };

/** The extension on a machine. */
export const activate = (context: ExtensionContext): MailTriage =>
  activateEverywhere(context, ({ server, output, history, ticket }) => {
    const logins = keptLogins(context.secrets);
    return Disposable.from(
      registerProbes({ output, history, server, choices: createChoices(context.workspaceState), logins }),
      registerLoginProbe(output, history, logins),
      registerFindMessage(context.extensionUri, logins),
      registerOfferSearch(),
      registerVerify(output, history, ticket),
    );
  });
