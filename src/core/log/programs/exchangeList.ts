import type { Lines } from '../../text/lines.ts';
import type { EntryDraft } from '../draft.ts';
import { behindBreak, lineEnd } from '../lineEnd.ts';
import type { LogWord } from '../log.ts';
import { bare, type Pair, part } from '../logWords.ts';
import { readNamed } from '../namedFields.ts';
import { exchangeOutcome } from './exchange.ts';
import { byReply } from './keyValue.ts';

/**
 * Properties that the cmdlets of Exchange show of a message, a queue or a step of its way (learn.microsoft.com:
 * Get-MessageTrackingLog, Get-MessageTrace, Get-MessageTraceDetail, Get-Message, Get-Queue).
 */
const PROPERTIES =
  'Message Trace ID|Message ID|Timestamp|ClientIp|ClientHostname|ServerIp|ServerHostname|SourceContext|ConnectorId|Source|EventId|InternalMessageId|MessageId|NetworkMessageId|Recipients|RecipientStatus|TotalBytes|RecipientCount|RelatedRecipientAddress|Reference|MessageSubject|Sender|ReturnPath|Directionality|TenantId|OriginalClientIp|MessageInfo|MessageLatency|MessageLatencyType|EventData|TransportTrafficType|SchemaVersion|PSComputerName|RunspaceId|Organization|Received|SenderAddress|RecipientAddress|Subject|Status|ToIP|FromIP|Size|MessageTraceId|StartDate|EndDate|Index|Date|Event|Action|Detail|Data|Reason|Identity|DeliveryType|MessageCount|NextHopDomain|NextHopConnector|NextHopCategory|LastError|LastRetryTime|NextRetryTime|DeferReason|FromAddress|SourceIP|ExpirationTime|DateReceived|RetryCount|Queue|InternetMessageId|MessageSourceName|OutboundIPPool|DeferReasonCode|Velocity|QueueStatus|Priority|SCL|ReceivedTime|QuarantineTypes|Type|PolicyType|PolicyName|Expires|ReleaseStatus|Released|ReleasedUser|Reported|SystemReleased|Direction|DeletedForRecipients|QuarantinedUser|PermissionToRelease|RecipientCount|CustomData|EntityType|TagName|MoveToQuarantineAdminActionTakenBy|MoveToQuarantineApprovalId|OverrideReasonIntValue|OverrideReason|ReleasedBy|RecipientTag|TeamsConversationType|SourceId|ApprovalUPN|ApprovalId|MessageRetryCount|OutboundIPPool|RiskLevel|DeferReasonCode|LastRetry|ClientIP|HasAttachment';
const ROW = new RegExp(String.raw`[ \t>|]{0,8}(${PROPERTIES})[ \t]{0,40}: ?`, 'y');
/** What tells a list of Exchange from any other list of names with values. */
const SURE =
  /^[ \t>|]{0,8}(?:ReleaseStatus|QuarantineTypes|RecipientStatus|EventId|Message ?Trace ?I[Dd]|RecipientAddress|SenderAddress|NextHopDomain|LastError|InternalMessageId|NetworkMessageId|InternetMessageId|DeferReason)[ \t]{0,40}: |[ \t]:[ \t]?\{?\[?\{?(?:LED|LRT)=|(?:^|\s)\[?\{LED=/;
/** Lines of one list: a message has some thirty properties, and one to many recipients names them over as many lines. */
const MOST = 6000;

export const isListRow = (text: string, at: number): boolean => {
  ROW.lastIndex = at;
  return ROW.test(text);
};

/** The line behind the list that starts at a line: its rows, and the lines that carry a value on. */
export function endOfList(lines: Lines, first: number): number {
  const { text } = lines;
  let end = first;
  const seen = new Set<string>();
  const isEmpty = (line: number): boolean => lines.has(line) && lines.end(line) === lines.start(line);
  // Pages double the breaks.
  const most = isEmpty(first + 1) ? 2 * MOST : MOST;
  while (end - first < most && lines.has(end)) {
    if (most > MOST && isEmpty(end) && end > first && lines.has(end + 1) && !isEmpty(end + 1)) end++;
    const start = lines.start(end);
    ROW.lastIndex = start;
    const name = ROW.exec(text)?.[1];
    if (name !== undefined) {
      if (seen.has(name)) break;
      seen.add(name);
    } else if (end === first || !/^[ \t>|]{0,8}\s{3,200}\S|^[45]\d\d[- ]/.test(text.slice(start, lines.end(end))))
      break;
    end++;
  }
  return Math.max(end, first + 1);
}

/** Whether a list of two properties or more starts at an offset, one of which no other list has. */
export function startsList(text: string, at: number): boolean {
  let start = at;
  let sure = false;
  for (let row = 0; row < 40; row++) {
    ROW.lastIndex = start;
    const isRow = ROW.test(text);
    if (!isRow && row < 2 && !(sure && row > 0)) return false;
    const end = lineEnd(text, start, 4000);
    if (end < 0) return false;
    const line = text.slice(start, Math.min(end, start + 2000));
    if (!isRow && !/^[ \t]{3}/.test(line)) break;
    sure ||= SURE.test(line);
    if (sure && row > 0) return true;
    if (end >= text.length) break;
    start = behindBreak(text, end);
    if (text.charCodeAt(start) === 10 || text.charCodeAt(start) === 13) start = behindBreak(text, start);
  }
  return false;
}

/** What one message of a list says of itself. */
export function readExchangeList(draft: EntryDraft, list: LogWord): void {
  const pairs = rowsOf(list);
  readExchangePairs(draft, pairs);
}

export function readExchangePairs(draft: EntryDraft, pairs: readonly Pair[]): void {
  // The error of a queue is all that it says; the status of one that waits is `Retry`.
  readNamed(
    draft,
    pairs.map((pair) => ({ name: RENAMED.get(pair.name) ?? pair.name, value: inBraces(pair.value) })),
  );
  const event = pairs.find(({ name }) => name === 'EventId' || name === 'Event')?.value.text ?? '';
  const subject = pairs.find(({ name }) => /^(?:Message)?Subject$/.test(name));
  if (subject !== undefined) draft.subject ??= subject.value;
  const outcome = exchangeOutcome(event);
  if (outcome !== undefined) draft.outcome = outcome;
  const release = pairs.find(({ name }) => name === 'ReleaseStatus' || name === 'QuarantineTypes')?.value.text;
  if (release !== undefined && !/^RELEASED/i.test(release)) draft.outcome ??= 'quarantined';
  if (draft.reply !== undefined && draft.recipients.length === 0) namedInReply(draft);
  byReply(draft);
  // Whatever kept it last, what stands in a queue waits.
  if (pairs.some(({ name, value }) => name === 'LastError' && value.text !== '')) draft.outcome ??= 'deferred';
}

const RENAMED: ReadonlyMap<string, string> = new Map([
  ['Source', 'EventSource'],
  ['NextHopDomain', 'server'],
  ['ServerHostname', 'server'],
  ['ClientHostname', 'ClientName'],
  ['Queue', 'QueueName'],
  ['Identity', 'queueId'],
]);

/** `{a@contoso.test, b@contoso.test}` and `{[{LRT=};{LED=550 5.1.1 …};{FQDN=};{IP=}]}`. */
function inBraces(value: LogWord): LogWord {
  if (/\{(?:LED|LRT)=(?=[245]\d\d)/.test(value.text)) return value;
  const braces = /^\{(.*)\}$/.exec(value.text);
  return braces === null ? value : part(value, 1, value.text.length - 1);
}

/** The one address that a reply names, where nothing else says for whom it was: `messages to bob@contoso.test can't …`. */
function namedInReply(draft: EntryDraft): void {
  const { reply } = draft;
  const found = [...(reply?.text.matchAll(/(?:\bto|\bfor|<|recipient:?) ?<?([^\s<>@]{1,100}@[\w.-]{1,250}\w)/g) ?? [])];
  const [match] = found;
  if (reply === undefined || match?.[1] === undefined || new Set(found.map((one) => one[1])).size > 1) return;
  const from = match.index + match[0].length - match[1].length;
  draft.recipients.push({ start: reply.start + from, end: reply.start + from + match[1].length, text: match[1] });
}

function rowsOf(list: LogWord): readonly Pair[] {
  const pairs: { name: string; from: number; to: number }[] = [];
  const { text } = list;
  let at = 0;
  while (at < text.length) {
    const breakAt = text.indexOf('\n', at);
    const end = breakAt < 0 ? text.length : breakAt;
    ROW.lastIndex = at;
    const name = ROW.exec(text)?.[1];
    const last = pairs.at(-1);
    if (name !== undefined) pairs.push({ name, from: Math.min(ROW.lastIndex, end), to: end });
    else if (last !== undefined) last.to = end;
    at = end + 1;
  }
  return pairs.map(({ name, from, to }) => {
    const raw = bare(part(list, from, to));
    return {
      name,
      value: /\n/.test(raw.text) ? { ...raw, text: raw.text.replace(/[ \t]{0,200}\r?\n[ \t]{0,200}/g, folded) } : raw,
    };
  });
}

/** A value is folded at the width of the console, at a blank; what it breaks itself goes on at the next number. */
const folded = (): string => ' ';
