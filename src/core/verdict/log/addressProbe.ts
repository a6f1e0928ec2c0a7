import { type Explanation, stated } from '../../knowledge/explanation.ts';
import { because } from '../../knowledge/meaning.ts';
import { citing } from '../../knowledge/sources.ts';
import type { LogEntry } from '../../log/log.ts';
import { ownString } from '../../text/ownStrings.ts';
import { inSentence } from '../../text/sentence.ts';

/** What came of asking about an address: no message was sent, so none failed and none arrived. */
export function ofAddressProbe(
  { recipients: [address], status, dsn }: LogEntry,
  explanation: Explanation,
): Explanation {
  const whom = address === undefined ? 'an address' : ownString(address.text);
  const asked = `The server asked whether ${whom} takes mail, without sending a message`;
  if (status?.text === 'deliverable') return stated(because('accepted', `${asked}, and it does.`, 'postfix-verify'));
  const now = dsn?.text.startsWith('4') === true ? ' for now' : '';
  const meaning = `${asked}, and it does not${now}: ${inSentence(explanation.meaning)}`;
  const source = citing('postfix-verify', explanation.source);
  return { ...explanation, meaning, actor: 'nobody', next: [], source };
}
