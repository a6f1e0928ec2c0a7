import type { ExtensionContext } from 'vscode';
import type { Phrase } from '../../core/text/words.ts';
import type { LanguageServer } from './languageServer.ts';

type Probes = typeof import('../../probes/node/main.ts');
type Messages = typeof import('../../message/main.ts');

export interface Checks
  extends Pick<Probes, 'askTold' | 'check' | 'isDnsServer' | 'readCheckTarget' | 'recordTypes' | 'writeEndpoint'> {
  /** What of a check is not asked here, in a sentence; `all` where nothing is left to ask. */
  readonly notAsked?: (
    target: Parameters<Probes['check']>[0],
  ) => { readonly words: Phrase; readonly all: boolean } | undefined;
}

/** What the extension finds in another way on a machine than in a browser. */
export interface Platform {
  /** Starts the language server. */
  readonly startServer: (context: ExtensionContext) => Promise<LanguageServer>;
  /** What is asked of DNS. */
  readonly checks: () => Promise<Checks>;
  /** What reads messages to their bytes. */
  readonly messages: () => Promise<Omit<Messages, 'verifyAuthentication' | 'encodeParts' | 'unpackedTexts'>>;
  /** Whether it is a browser, which opens no connections of its own: it has a resolver only over HTTPS. */
  readonly isBrowser: boolean;
}

let current: Platform = {
  startServer: async (context) => (await import('./languageClient.ts')).startLanguageClient(context),
  checks: () => import('../../probes/node/main.ts'),
  messages: () => import('../../message/main.ts'),
  isBrowser: false,
};

/** Where this runs. */
export const platform = (): Platform => current;

/** Says that this runs elsewhere than on a machine with Node, before anything else is done. */
export const runsOn = (other: Platform): void => {
  current = other;
};
