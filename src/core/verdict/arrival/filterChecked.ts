import { operatorOf } from '../../knowledge/operators.ts';
import type { Message } from '../../mail/message.ts';
import { ownPart } from '../../trace/border.ts';
import { trustedResults } from '../../trace/trust.ts';
import type { Words } from './told.ts';

/**
 * That SPF was asked of the address of a filter. One that stands behind the sender is in the SPF record of who uses it:
 * where SPF fails, the filter stands in front of the recipient.
 */
export function filterChecked(message: Message): Words | undefined {
  const border = ownPart(message)?.border;
  const name = border?.reverseName ?? border?.from;
  const operator = name === undefined ? undefined : operatorOf(name);
  if (operator?.kind !== 'filter' || operatorOf(border?.by ?? '')?.kind === 'filter') return undefined;
  const failed = trustedResults(message)?.results.some(
    ({ method, result }) => method === 'spf' && /^(?:hard|soft)?fail$/.test(result),
  );
  if (failed !== true) return undefined;
  return {
    words: `SPF was asked of a host of ${operator.name}, a filter: in front of the recipient it breaks SPF, and DKIM where it changes the message.`,
  };
}
