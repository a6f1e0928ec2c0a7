import { stated } from '../../knowledge/explanation.ts';
import { because } from '../../knowledge/meaning.ts';
import type { LogEntry } from '../../log/log.ts';
import type { Fate } from '../fate.ts';
import type { Explainer } from './shapes.ts';

/** What filters say of records that they could not have or read: opendkim, Rspamd, policyd-spf. */
const CHECKED =
  /\bkey retrieval failed \(|\bspf error for domain |: Permerror; identity=|(?:: Softfail; |Received-SPF: softfail \([^\n]{0,300}\) ?)identity=/i;

export const isCheck = (words: string): boolean => CHECKED.test(words);

const SOFTLY = stated(
  because(
    'spf-failed',
    'SPF failed softly: the record does not name the sending host, and asks to take the mail all the same, with less trust.',
    'RFC 7208 8.5',
  ),
);

/** Said of a message that may have been delivered nevertheless. */
export function checkedIn(entry: LogEntry, words: string, explain: Explainer): Fate | undefined {
  if (entry.outcome === undefined && /\bsoftfail[; ]/i.test(words)) return { role: 'notice', explanation: SOFTLY };
  const found =
    entry.outcome === undefined
      ? explain.text((entry.reason?.text ?? words).replace(/: bad spf command.{0,4000}/, ''))
      : undefined;
  return found === undefined ? undefined : { role: 'notice', explanation: found.explanation };
}
