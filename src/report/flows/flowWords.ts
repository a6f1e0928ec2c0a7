import type { FlowOutcome } from '../../probes/smtp/flows/outcome.ts';
import { wordExposure } from './exposureWords.ts';
import { wordRecipients } from './recipientsWords.ts';
import { wordRelay, wordRelaying } from './relayWords.ts';
import { wordRestriction } from './restrictionWords.ts';
import { wordTlsScan } from './tlsScanWords.ts';
import type { WordedFlow } from './worded.ts';

/** What a flow found out, in words; `host` is the server, as asked. */
export function wordFlow(outcome: FlowOutcome, host: string): WordedFlow {
  switch (outcome.kind) {
    case 'recipients':
      return wordRecipients(outcome);
    case 'relaying':
      return wordRelaying(outcome);
    case 'relay':
      return wordRelay(outcome);
    case 'exposure':
      return wordExposure(outcome);
    case 'restriction':
      return wordRestriction(outcome, host);
    case 'tls-scan':
      return wordTlsScan(outcome, host);
  }
}
