import { explainReply, explainText } from '../knowledge/explain.ts';
import type { Explanation } from '../knowledge/explanation.ts';
import { readEntry } from '../log/entries.ts';
import type { Log, LogEntry, LogOutcome } from '../log/log.ts';
import { defined } from '../text/defined.ts';
import type { Lines } from '../text/lines.ts';
import type { Cut } from './cut.ts';
import { explained, inOrder, type Role, type Verdict } from './verdict.ts';

/** Characters of one log that are judged; a longer log is judged up to there. */
const JUDGED = 2_000_000;
/** Characters of a line whose words are looked at. */
const WIDTH = 4000;
/** Verdicts on one log: more than this nobody reads, and failures come first. */
const MOST = 500;

const ROLES: Readonly<Partial<Record<LogOutcome, Role>>> = {
  sent: 'success',
  deferred: 'waiting',
  held: 'waiting',
  quarantined: 'waiting',
  bounced: 'cause',
  rejected: 'cause',
  expired: 'cause',
  discarded: 'cause',
};

/** Words of a line without which no entry has an outcome. */
const SIGNS =
  /status=|reject|=>|->|\*\*|==|>>|stat=|result=|to=|said|discard|hold|quarantin|bounce|defer|fail|DELIVER|SUSPEND|expired|blocked|passed|,[A-Z]{3,}/i;

/**
 * What became of each recipient of each message in a log: the last word counts, earlier deferrals are got over. What
 * the limits leave out stands behind.
 */
export function verdictsOfLog(text: string, lines: Lines, log: Log): readonly (Verdict | Cut)[] {
  const last = new Map<string, Verdict>();
  const end = Math.min(log.end, log.start + JUDGED);
  let line = lines.lineOf(log.start);
  for (; lines.start(line) < end && lines.has(line); line++) {
    const [from, to] = [lines.start(line), lines.end(line)];
    const words = text.slice(from, Math.min(to, from + WIDTH));
    if (!SIGNS.test(words)) continue;
    const entry = readEntry(text, from, to, log);
    const role = roleOf(entry, words);
    if (role === undefined) continue;
    const message = entry.queueId?.text ?? entry.messageId?.text;
    const said = ofEntry(entry, role, words);
    const each = entry.recipients.length === 0 ? [[]] : entry.recipients.map((recipient) => [recipient.text]);
    for (const recipients of each) {
      const verdict = { ...said, recipients };
      const key = keyOf(entry, message, recipients[0], verdict);
      const before = last.get(key);
      last.set(key, before === undefined ? verdict : followed(before, verdict));
    }
  }
  const verdicts = inOrder([...last.values()]);
  return [...verdicts.slice(0, MOST), ...linesBehind(lines, line, log), ...verdictsBehind(verdicts)];
}

function linesBehind(lines: Lines, line: number, log: Log): readonly Cut[] {
  if (!lines.has(line) || lines.start(line) >= log.end) return [];
  const left = lines.lineOf(Math.max(log.end - 1, lines.start(line))) + 1 - line;
  return [{ what: 'lines', span: { start: lines.start(line), end: log.end }, left }];
}

function verdictsBehind(verdicts: readonly Verdict[]): readonly Cut[] {
  const next = verdicts[MOST];
  return next === undefined ? [] : [{ what: 'verdicts', span: next.span, left: verdicts.length - MOST }];
}

/** What a line means for a delivery; a login that failed ends it before it starts. */
function roleOf(entry: LogEntry, line: string): Role | undefined {
  const { outcome, reply } = entry;
  if (outcome === 'rejected' && reply?.code !== undefined && reply.code < 500) return 'waiting';
  if (outcome !== undefined) return ROLES[outcome];
  return LOGIN.test(line) ? 'cause' : undefined;
}

const LOGIN = /\bauthentication fail(?:ed|ure)|authenticator failed|\bauth_?failed|535[ -]/i;

/** The same delivery, or the same refusal of the same at the door. */
const keyOf = (
  entry: LogEntry,
  message: string | undefined,
  recipient: string | undefined,
  verdict: Verdict,
): string =>
  entry.outcome === 'rejected' || message === undefined
    ? `${entry.sender?.text ?? entry.client?.text ?? ''} ${recipient ?? ''} ${verdict.reply ?? ''} ${verdict.code}`
    : `${message} ${recipient ?? ''}`;

/** What a later line makes of an earlier verdict on the same delivery. */
function followed(before: Verdict, now: Verdict): Verdict {
  if (now.role === 'success' && (before.role === 'waiting' || before.role === 'recovered')) {
    return { ...before, role: 'recovered', failed: false, times: before.times };
  }
  if (before.role === 'recovered' || before.role === 'success') return before.role === now.role ? before : now;
  return { ...now, times: before.times + 1 };
}

/** The verdict of a line, for whomever it names. */
function ofEntry(entry: LogEntry, role: Role, line: string): Omit<Verdict, 'recipients'> {
  const explanation = explainEntry(entry, role, line);
  const codes = [entry.reply?.code, entry.reply?.enhanced ?? entry.dsn?.text].filter((part) => part !== undefined);
  // A server's own refusal is its own word; a delivery is answered by the relay.
  const server =
    entry.outcome === 'rejected'
      ? entry.host?.text
      : (entry.relay?.host?.text ?? entry.relay?.ip?.text ?? entry.relay?.text);
  return {
    ...explained(explanation),
    span: { start: entry.start, end: entry.end },
    role,
    failed: role === 'cause' || role === 'waiting',
    confidence: explanation.confidence,
    ...(codes.length > 0 && { reply: codes.join(' ') }),
    stage: entry.stage ?? 'log',
    ...defined({ server: server?.replace(/\.$/, ''), sender: entry.sender?.text, queueId: entry.queueId?.text }),
    times: 1,
  };
}

/** Why the line says what it says: the other server's reply, the log's own reason, its status alone. */
function explainEntry({ outcome, reply, dsn, reason, stage = '?' }: LogEntry, role: Role, line: string): Explanation {
  const status = reply?.enhanced ?? dsn?.text;
  if (reply?.code === undefined && reason !== undefined) {
    const found = explainText(reason.text);
    if (found !== undefined && found.explanation.basis !== 'class') return found.explanation;
  }
  if (reply !== undefined || status !== undefined) {
    return explainReply({
      ...(reply?.code !== undefined && { code: reply.code }),
      ...defined({ enhanced: status }),
      text: reply?.text ?? reason?.text ?? '',
      stage,
    });
  }
  const found = outcome === undefined ? explainText(line) : undefined;
  if (found !== undefined) return found.explanation;
  // The line says only what became of it: a delivery stands for the 250 that it was answered with.
  return explainReply({ ...(role === 'success' && { code: 250 }), text: reason?.text ?? '', stage: '(data)' });
}
