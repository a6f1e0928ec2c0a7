import { defined } from '../../text/defined.ts';
import { joined } from '../../text/sentence.ts';
import type { Actor, Retry } from '../actor.ts';
import type { Basis, Confidence, Explanation } from '../explanation.ts';
import type { Meaning } from '../meaning.ts';
import { citing } from '../sources.ts';
import { isQueueRetry, queueRetries, type Step, sendAgain } from '../steps.ts';
import { withFound, withLink } from './withFound.ts';

/** What is known besides the row. */
export interface Known {
  /** The words of the reply, where an explanation rests on them. */
  readonly words?: string | undefined;
  readonly digit?: number | undefined;
  readonly note?: string | undefined;
  readonly basis: Basis;
  readonly confidence: Confidence;
  readonly unknownWords?: boolean | undefined;
  readonly nearest?: string | undefined;
}

/** An explanation: a row with what the words of the reply name, its retry and steps by the class of the codes. */
export function finish(found: Meaning, known: Known): Explanation {
  const { digit, note, words, basis, confidence, unknownWords = false, nearest } = known;
  const byWords = words !== undefined && (basis === 'words' || basis === 'server-words');
  const refused = words !== undefined && (digit === 4 || digit === 5);
  const row = byWords ? withFound(found, words) : refused ? withLink(found, words) : found;
  return {
    meaning: note === undefined ? row.meaning : joined(row.meaning, note),
    actor: actorOf(row, digit),
    retry: retryOf(row, digit),
    next: stepsOf(row, digit),
    source: note === undefined ? row.source : citing(row.source, 'RFC 5321 4.2', 'RFC 2034 4'),
    reason: row.reason,
    ...defined({ sisimai: row.sisimai, tells: row.tells }),
    basis,
    confidence,
    ...(unknownWords && { unknownWords }),
    ...defined({ nearest }),
  };
}

/** After a 5yz reply the message is back: what a queue would have done falls to whoever sent it. */
const actorOf = ({ actor, next }: Meaning, digit: number | undefined): Actor =>
  digit === 5 && actor === 'nobody' && next.some(isQueueRetry) ? sendAgain.by : actor;

function retryOf(row: Meaning, digit: number | undefined): Retry {
  if (digit === 2 || digit === 3) return 'no';
  if (digit === 4) return row.transientRetry ?? 'yes';
  return row.retry;
}

function stepsOf(row: Meaning, digit: number | undefined): readonly Step[] {
  const waits = row.next.some(({ kind }) => kind === 'wait');
  if (digit === 4 && retryOf(row, digit) === 'yes' && !waits && row.reason !== 'accepted') {
    return [queueRetries, ...row.next.filter(({ kind }) => kind !== 'again')];
  }
  return digit === 5 ? row.next.map((step) => (isQueueRetry(step) ? sendAgain : step)) : row.next;
}
