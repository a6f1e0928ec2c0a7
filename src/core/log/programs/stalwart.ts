import type { EntryDraft } from '../draft.ts';
import { slotOf } from '../fieldNames.ts';
import type { LogOutcome, LogWord } from '../log.ts';
import { bare, type Pair, part } from '../logWords.ts';
import { readNamed } from '../namedFields.ts';
import { asTime } from '../time.ts';
import { pairsIn } from './keyValue.ts';

const HEAD =
  /^(?:(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)) {1,4})?(?:(?:TRACE|DEBUG|INFO|NFO|WARN|ERROR) {1,4})?/;
const EVENT = /^(?<words>[^()="]{2,80}) \((?<event>[a-z][\w-]{1,30}\.[\w-]{2,60})\)(?: |$)/;
const OLD =
  /^(?:[\w{}"=:. -]{0,300}?: )?(?:smtp|smtp_outbound|smtp::\w{2,20}|jmap|imap|common|stalwart\w{0,10})(?:::\w{1,40}){0,5}: /;

/** Events by their names (Stalwart, "Telemetry: Events"); what is not among them tells nothing of a delivery's end. */
const OUTCOMES: readonly (readonly [RegExp, LogOutcome])[] = [
  [
    /^delivery\.(?:dsn-perm-fail|rcpt-to-rejected|message-rejected|mail-from-rejected|null-mx|double-bounce)$/,
    'bounced',
  ],
  [
    /^delivery\.(?:dsn-temp-fail|rcpt-to-failed|failed|greeting-failed|connect-error|ehlo-rejected|auth-failed|start-tls-(?:error|unavailable)|implicit-tls-error|mx-lookup-failed|ip-lookup-failed|(?:rate-limit|concurrency-limit)-exceeded|missing-outbound-hostname|mta-sts-policy-fetch-error|dane-\w+|raw-input-error)$/,
    'deferred',
  ],
  [/^delivery\.(?:delivered|dsn-success)$/, 'sent'],
  [/^queue\.(?:message-queued|authenticated-message-queued|queue-report|queue-dsn)$/, 'received'],
  [
    /^smtp\.(?:mailbox-does-not-exist|relay-not-allowed|rcpt-to-rejected|too-many-(?:recipients|messages|mail-from|invalid-rcpt)|message-too-large|rate-limit-exceeded|concurrency-limit-exceeded|mail-from-unauth\w+|auth-not-allowed|(?:spf-\w+|dmarc|iprev|dkim)-rejected|milter-action-reject)$/,
    'rejected',
  ],
  [/^smtp\.(?:rcpt-to-greylisted|milter-action-tempfail|quota-exceeded)$/, 'deferred'],
];

/** A line of Stalwart: time, level, words and event with `name = value` pairs; before version 0.9 a module with `name=value`. */
export function readStalwart(draft: EntryDraft, line: LogWord): void {
  const head = HEAD.exec(line.text) as RegExpExecArray;
  const time = head.groups?.time;
  if (time !== undefined) draft.time ??= asTime(part(line, 0, time.length));
  const rest = part(line, head[0].length);
  const event = EVENT.exec(rest.text);
  if (event === null) readOld(draft, rest);
  else readNew(draft, rest, event);
}

function readNew(draft: EntryDraft, rest: LogWord, event: RegExpExecArray): void {
  const { words = '', event: name = '' } = event.groups ?? {};
  draft.eventId = part(rest, words.length + 2, words.length + 2 + name.length);
  draft.eventSource = part(rest, words.length + 2, words.length + 2 + name.indexOf('.'));
  const outcome = OUTCOMES.find(([pattern]) => pattern.test(name))?.[1];
  const pairs = spacedPairs(part(rest, event[0].length));
  // The address of the other side is the client's only where Stalwart is the server.
  const outgoing = name.startsWith('delivery.');
  const ofMessage = pairs.map((pair) =>
    outgoing && /^remoteIp$/.test(pair.name) ? { ...pair, name: 'serverIp' } : pair,
  );
  readNamed(
    draft,
    ofMessage.filter((pair) => isNearest(pair, pairs)),
  );
  draft.reason ??= part(rest, 0, words.length);
  if (outgoing) ofDomain(draft, pairs);
  // A domain without an MX record is asked for its address (RFC 5321 5.1).
  if (outcome === undefined || rest.text.includes('attempting implicit MX')) return;
  draft.status = draft.eventId;
  const code = draft.reply?.code ?? 0;
  draft.outcome = outcome === 'bounced' && code >= 400 && code < 500 ? 'deferred' : outcome;
}

/**
 * Each line names all whom the message is for, and behind them whom it is about; what an error within one says counts
 * more than its name.
 */
const isNearest = ({ name, value }: Pair, pairs: readonly Pair[]): boolean =>
  name === 'details'
    ? !pairs.some((one) => one.name === 'reason')
    : name !== 'to' || pairs.findLast((one) => one.name === 'to')?.value === value;

/** What fails for a domain concerns those who have it. */
function ofDomain(draft: EntryDraft, pairs: readonly Pair[]): void {
  const domain = pairs.find(({ name }) => name === 'domain')?.value.text.toLowerCase();
  const whom = draft.recipients.filter(({ text }) => text.toLowerCase().endsWith(`@${domain}`));
  if (whom.length > 0) draft.recipients = whom;
}

/** `name = value` with commas between them; a value may be quoted, a list, or hold pairs of its own in braces. */
const PAIR = /([A-Za-z]\w{0,40}) = ("(?:[^"\\]|\\.){0,4000}"|\[[^\]]{0,4000}\]|[^,{}]{0,400})/g;

function spacedPairs(word: LogWord): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const match of word.text.matchAll(PAIR)) {
    if (pairs.length >= 100) break;
    const [all, name = '', value = ''] = match;
    const end = match.index + all.length;
    const whole = part(word, end - value.length, end);
    const list = value.startsWith('[') && slotOf(name) === 'reply';
    pairs.push({ name, value: list ? firstOf(whole) : bare(whole) });
  }
  return pairs;
}

/** The first thing that a list names in quotes. */
function firstOf(list: LogWord): LogWord {
  const match = /"((?:[^"\\]|\\.){1,2000})"/.exec(list.text);
  return match === null ? bare(list) : part(list, match.index + 1, match.index + match[0].length - 1);
}

const REJECTED = /^(?:rejected|reject|failed|perm-?fail(?:ed)?|relay-not-allowed|mailbox-not-found|bounced?)$/;

/** `smtp::outbound::delivery: context="rcpt" event="rejected" rcpt="…" reason=Code: 550, Enhanced code: 5.1.1, …`. */
function readOld(draft: EntryDraft, rest: LogWord): void {
  const module = OLD.exec(rest.text);
  const pairs = pairsIn(rest);
  const event = pairs.find(({ name }) => name === 'event')?.value;
  readNamed(
    draft,
    pairs.filter(({ name }) => name !== 'event' && name !== 'data'),
  );
  if (module !== null) {
    const name = module[0].slice(0, -2);
    draft.eventSource = part(rest, name.lastIndexOf(' ') + 1, name.length);
  }
  if (event === undefined) return;
  draft.eventId = event;
  const code = draft.reply?.code;
  if (code !== undefined && code >= 400) draft.outcome = code < 500 ? 'deferred' : 'bounced';
  else if (REJECTED.test(event.text))
    draft.outcome = draft.eventSource?.text.includes('inbound') ? 'rejected' : 'deferred';
  else if (/^(?:success|delivered)$/.test(event.text)) draft.outcome = 'sent';
  else delete draft.outcome;
}
