import type { ExplainedText } from '../knowledge/explain.ts';
import { type Explanation, stated } from '../knowledge/explanation.ts';
import { givenUp } from '../knowledge/found/givenUp.ts';
import { because } from '../knowledge/meaning.ts';
import { type ReasonName, reasons } from '../knowledge/reasons.ts';
import { act, isQueueRetry, queueRetries } from '../knowledge/steps.ts';
import type { LogEntry, LogOutcome } from '../log/log.ts';
import { defined } from '../text/defined.ts';
import { ownString } from '../text/ownStrings.ts';
import { fateOfExport } from './exports/exportFates.ts';
import type { Fate } from './fate.ts';
import { ofAddressProbe } from './log/addressProbe.ts';
import { checkedIn, isCheck } from './log/filterChecks.ts';
import type { Explainer } from './log/shapes.ts';
import { eventOf, FOLLOWS, NO_FAILURE } from './logEvents.ts';
import { passedOn } from './passedOn.ts';
import { TROUBLE } from './trouble.ts';
import type { Role } from './verdict.ts';

const ROLES: Readonly<Partial<Record<LogOutcome, Role>>> = {
  sent: 'success',
  deferred: 'waiting',
  held: 'waiting',
  quarantined: 'waiting',
  bounced: 'cause',
  rejected: 'cause',
  expired: 'cause',
  discarded: 'cause',
  suppressed: 'cause',
  junked: 'notice',
  complained: 'notice',
  probed: 'notice',
};

/** What became of a delivery by an entry; undefined where it tells of none, or of nothing that went wrong. */
export function fateOf(entry: LogEntry, words: string, explain: Explainer): Fate | undefined {
  const told = fateOfExport(entry);
  if (told !== undefined) return told;
  const role = roleOf(entry);
  if (role === undefined) return troubleIn(entry, words, explain);
  const follows = role === 'cause' && entry.reply?.code === undefined && FOLLOWS.test(words);
  const said = explainEntry(entry, role, words, explain);
  const isUntold = said.unknownWords === true || (said.reason === 'unknown' && entry.reason !== undefined);
  const explanation =
    isUntold && isByProgram(entry)
      ? ofProgram(entry)
      : passedOn(byServer(entry, said), entry.originalRecipient?.text, entry.recipients[0]?.text);
  const gaveUp = role === 'cause' && (entry.outcome === 'bounced' || entry.outcome === 'expired');
  if (entry.format === 'queue' && entry.outcome === 'held' && entry.reason !== undefined)
    return { role, explanation: heldAfter(explanation) };
  if (entry.outcome === 'probed') return { role, explanation: ofAddressProbe(entry, explanation) };
  return { role: follows ? 'consequence' : role, explanation: gaveUp ? givenUp(explanation) : explanation };
}

/** Of a message that was put on hold, the queue tells why the try before that failed. */
const heldAfter = ({ meaning, next, ...told }: Explanation): Explanation => ({
  ...told,
  meaning: `${QUEUED.meaning} Why the try before failed: ${meaning}`,
  retry: 'later',
  next: [...QUEUED.next, ...next.filter((step) => !isQueueRetry(step))],
});

function roleOf({ outcome, reply, dsn, status }: LogEntry): Role | undefined {
  const digit = reply?.code === undefined ? Number((reply?.enhanced ?? dsn?.text)?.[0]) : Math.floor(reply.code / 100);
  if (
    outcome === 'rejected' &&
    (digit === 4 || /^(?:temp|(?:DENIED_)?gr[ea]y|delayed|defer)/i.test(status?.text ?? ''))
  )
    return 'waiting';
  if (outcome !== undefined) return ROLES[outcome];
  if (reply?.code === undefined) return undefined;
  return digit === 4 ? 'waiting' : digit === 5 ? 'cause' : undefined;
}

/** What a log of a server has besides. */
const TROUBLES: ReadonlySet<ReasonName> = new Set([
  ...TROUBLE,
  'account-disabled',
  'mailbox-full',
  'system-full',
  'recipient-unknown',
  'relaying-denied',
  'mail-loop',
  'delivery-program-failed',
  'service-failed',
]);

/** Words without which no line is looked at for trouble. */
const WORRIES =
  /fail|refus|reject|den(?:y|ied)|error|time[d-]?[ -]?out|unable|cannot|can't|could not|not |quota|unknown|no such|no route|unreachable|exceed|skipping|Tried all|(?<![\d.]|size=)5\d\d(?!\d)|expired|loop|no space|fatal|problem|throttl|limit|SYSERR/i;

/** A failure that no status names, in the program's own words. */
function troubleIn(entry: LogEntry, words: string, explain: Explainer): Fate | undefined {
  if (isCheck(words)) return checkedIn(entry, words, explain);
  if (entry.outcome !== undefined || !WORRIES.test(words) || NO_FAILURE.test(words)) return undefined;
  const event = eventOf(entry, words);
  if (event !== undefined) return { role: 'waiting', explanation: event };
  const reason = entry.reason?.text ?? words;
  const found = explain.text(reason);
  if (found === undefined || !(isTrouble(found) || (SYSERR.test(words) && isFault(found))))
    return OF_SENDMAIL.test(reason) ? { role: 'cause', explanation: faultIn(reason, explain) } : undefined;
  if (FOLLOWS.test(reason)) return { role: 'consequence', explanation: found.explanation };
  return { role: found.code !== undefined && found.code < 500 ? 'waiting' : 'cause', explanation: found.explanation };
}

/** Faults that a server finds with itself. */
const SYSERR = /\bSYSERR\(|\b(?:fatal|panic): /;
const isFault = ({ explanation: { basis, reason, confidence } }: ExplainedText): boolean =>
  basis === 'words' && confidence === 'high' && reason === 'system-error';

/** What sendmail could not do, unless it is that a client or a server of others went away. */
const OF_SENDMAIL =
  /\bSYSERR\([^)\n]{1,60}\): (?!.{0,400}(?:\bI\/O error on connection|Broken pipe|Connection reset|net hang|timeout writing|[45]\d\d ))/;

/** By the error of the system, where sendmail names one behind the rest that is known; else in its own words. */
function faultIn(reason: string, explain: Explainer): Explanation {
  const found = explain.text(reason.slice(reason.lastIndexOf(': ') + 2));
  if (found !== undefined && isTrouble(found)) return found.explanation;
  const words = ownString(reason.replace(/^.{0,80}SYSERR\([^)]{0,60}\): /, '').slice(0, 200));
  return stated(because('service-failed', `Sendmail met a fault of its own; it says: “${words}”.`, 'sendmail-code'));
}

const isTrouble = ({ explanation: { basis, reason, unknownWords } }: ExplainedText): boolean =>
  basis !== 'class' && unknownWords === undefined && TROUBLES.has(reason);

/** Why the line says what it says: the other server's reply, the log's own reason, its status alone. */
function explainEntry(entry: LogEntry, role: Role, words: string, explain: Explainer): Explanation {
  const { reply, dsn, reason, stage = '?' } = entry;
  const event = role === 'success' ? undefined : eventOf(entry, words);
  if (event !== undefined) return event;
  const status = reply?.enhanced ?? dsn?.text;
  if (reply?.code === undefined && reason !== undefined) {
    // Sendmail has words of its own behind `stat=` for what it does not tell.
    const found = explain.text(entry.format === 'sendmail' ? `dsn=${status}, stat=${reason.text}` : reason.text);
    if (found !== undefined && found.explanation.basis !== 'class' && found.explanation.unknownWords === undefined) {
      // A status of security or policy is no trouble of a connection (RFC 3463 3.8).
      const ofPolicy = /^[45]\.7\./.test(status ?? '') && found.explanation.reason === 'connection-failed';
      if (!ofPolicy) return entry.outcome === 'deferred' ? queued(found.explanation) : found.explanation;
    }
  }
  if (reply !== undefined || status !== undefined) {
    return explain.reply({
      ...(reply?.code !== undefined && { code: reply.code }),
      ...defined({ enhanced: status }),
      text: reply?.text ?? reason?.text ?? '',
      stage,
    });
  }
  // The line says only what became of it: a delivery stands for the 250 that it was answered with.
  const said = explain.reply({ ...(role === 'success' && { code: 250 }), text: reason?.text ?? '', stage: '(data)' });
  if (said.reason !== 'unknown' || role === 'success') return said;
  if (entry.outcome === 'held')
    return entry.format === 'queue'
      ? stated({ ...said, ...QUEUED, ...(words.includes('*** frozen ***') && FROZEN) })
      : { ...said, ...HELD };
  if (entry.outcome === 'expired') return EXPIRED;
  return { ...said, ...SILENT, ...(entry.outcome === 'deferred' && PUT_OFF) };
}

/** What a program finds by itself is put off like a 4yz reply: the queue tries again (RFC 5321 4.5.4.1). */
export function queued(told: Explanation): Explanation {
  const { transientRetry = 'yes' } = reasons[told.reason];
  if (told.retry !== 'later' || transientRetry !== 'yes') return told;
  return { ...told, retry: 'yes', next: [queueRetries, ...told.next.filter(({ kind }) => kind !== 'again')] };
}

/** Where a queue logs in to hand mail on, no user does. */
function byServer({ outcome, queueId }: LogEntry, told: Explanation): Explanation {
  if (told.reason !== 'login-failed' || told.actor !== 'sender') return told;
  if (queueId === undefined || outcome === 'rejected') return told;
  const next = told.next.map((step) => (step.by === 'sender' ? { ...step, by: 'sending admin' as const } : step));
  return { ...told, actor: 'sending admin', next };
}

/** A program to which the own server hands mail: LMTP, a pipe, a delivery agent. */
const isByProgram = ({ program, eventSource }: LogEntry): boolean =>
  eventSource?.text === 'mda' || /(?:^|\/)(?:pipe|local|virtual|deliver)$/.test(program?.text ?? '');

/** What such a program says in words of its own is for the admin who set it up. */
function ofProgram({ reply, reason }: LogEntry): Explanation {
  const words = ownString((reply?.text ?? reason?.text ?? '').slice(0, 200).trim());
  return stated(
    because(
      'delivery-program-failed',
      `The program to which this server hands the mail did not take it; it says: “${words}”.`,
      'RFC 3463 X.3.0',
      {
        next: [act('Look in the log of that program, and at the message, for what it could not take.')],
      },
    ),
  );
}

const FROZEN = { meaning: 'The message is frozen: Exim tries it no more until somebody thaws or deletes it.' };

/** What waits for somebody's decision, and no word about why. */
const HELD: Pick<Explanation, 'meaning' | 'actor' | 'retry' | 'next' | 'sisimai'> = {
  meaning: 'The server holds the message back until somebody releases or deletes it.',
  actor: 'receiving admin',
  retry: 'later',
  next: [{ by: 'receiving admin', kind: 'do', text: 'Look why the message is held, and release it if it is wanted.' }],
  sisimai: 'onhold',
};

/** What stands in a queue and is not tried (postsuper(1), `-h` and `-H`): whoever runs the queue decides. */
const QUEUED: typeof HELD = {
  ...HELD,
  meaning: 'The message is on hold: its server does not try it until somebody releases it (Postfix: postsuper -H).',
  actor: 'sending admin',
  next: HELD.next.map((step) => ({ ...step, by: 'sending admin' })),
};

const EXPIRED: Explanation = stated(
  because(
    'expired',
    'The message waited in the queue as long as it may, and went back to the sender.',
    'RFC 3463 X.4.7',
  ),
);

/** A line that names what became of a message, and nothing else. */
const SILENT: Pick<Explanation, 'meaning' | 'actor' | 'retry' | 'next'> = {
  meaning: 'This line says that the message was not delivered, but not why.',
  actor: 'sending admin',
  retry: 'later',
  next: [
    {
      by: 'sending admin',
      kind: 'do',
      text: 'Look for the other lines about the same message: one of them names the cause.',
    },
  ],
};

/** The same of a message that is tried again (RFC 5321 4.5.4.1). */
const PUT_OFF = { retry: 'yes', next: [queueRetries, ...SILENT.next] } as const;
