import * as checks from './checks/main.ts';
import { startLanguageClient } from './languageClient.ts';
import * as messages from './message/main.ts';

/** What is loaded by the first ticket, check or look into a message: in one piece, for each file is a way to the network. */
export { checks, messages, startLanguageClient };
