import type { KeptLogins } from '../login/keptLogins.ts';
import type { ProbeHistory } from '../probeHistory.ts';
import type { ProbeOutput } from '../probeOutput.ts';
import type { LanguageServer } from '../server.ts';
import type { RememberedChoices } from './choices.ts';

/** What the commands about mail servers work with. */
export interface ProbeDesk {
  readonly output: ProbeOutput;
  readonly history: ProbeHistory;
  readonly server: LanguageServer;
  readonly choices: RememberedChoices;
  readonly logins: KeptLogins;
}
