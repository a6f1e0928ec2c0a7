import { type EntryDraft, keep, setSize } from '../draft.ts';
import type { LogOutcome, LogWord } from '../log.ts';
import { bare, duration, group, ipPeer, part } from '../logWords.ts';
import { asTime } from '../time.ts';

const HEAD =
  /^(?:(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?) #(?<process>\d{1,10})\((?<program>[\w-]{1,40})\) )?(?:<(?<tag>[\w-]{1,40})>; )?(?:(?<module>[\w-]{1,40}); )?(?:(?<fn>[\w.:-]{1,80}): )?/d;

/** A line of Rspamd's log; the one of `rspamd_task_write_log` says what was decided (Rspamd, "log_format"). */
export function readRspamd(draft: EntryDraft, line: LogWord): void {
  const head = HEAD.exec(line.text);
  if (head === null) return;
  const time = group(line, head, 'time');
  const process = group(line, head, 'process');
  const program = group(line, head, 'program');
  const session = group(line, head, 'tag');
  const source = group(line, head, 'module');
  const event = group(line, head, 'fn');
  if (time !== undefined) draft.time = asTime(time);
  if (process !== undefined) draft.process = process;
  if (program !== undefined) draft.program = program;
  if (session !== undefined) draft.session = session;
  if (source !== undefined) draft.eventSource = source;
  if (event !== undefined) draft.eventId = event;
  const said = part(line, head[0].length);
  draft.reason = said;
  readFields(draft, said);
  if (event?.text === 'rspamd_task_write_log') readAction(draft, said);
}

const ACTION =
  /\(\w{1,40}: [TFS] \((?<action>[\w ]{2,30})\): \[(?<score>-?[\d.]{1,12}\/-?[\d.]{1,12}|nan\/[\d.]{1,12})\]/d;
const OUTCOMES: ReadonlyMap<string, LogOutcome> = new Map([
  ['reject', 'rejected'],
  ['soft reject', 'deferred'],
  ['greylist', 'deferred'],
  ['discard', 'discarded'],
  ['quarantine', 'quarantined'],
]);

function readAction(draft: EntryDraft, said: LogWord): void {
  const match = ACTION.exec(said.text);
  const action = match === null ? undefined : group(said, match, 'action');
  const score = match === null ? undefined : group(said, match, 'score');
  if (action !== undefined) {
    draft.status = action;
    const outcome = OUTCOMES.get(action.text);
    if (outcome !== undefined) draft.outcome = outcome;
  }
  if (score !== undefined) keep(draft, 'score', score);
}

const FIELD =
  /(?:^|[,;] )(id|qid|queue-id|ip|from|rcpts|len|size|time|user|reason): (<[^<>]{0,1000}>(?:,<[^<>]{0,320}>){0,5000}|[^,;]{0,300})/g;

function readFields(draft: EntryDraft, said: LogWord): void {
  for (const match of said.text.matchAll(FIELD)) {
    const end = match.index + match[0].length;
    const value = part(said, end - (match[2] as string).length, end);
    readField(draft, match[1] as string, value);
  }
}

function readField(draft: EntryDraft, name: string, value: LogWord): void {
  switch (name) {
    case 'id':
      if (value.text !== '<undef>' && value.text !== '<>') draft.messageId = bare(value);
      return;
    case 'qid':
    case 'queue-id':
      if (value.text !== '<undef>') draft.queueId = bare(value);
      return;
    case 'ip':
      draft.client = ipPeer(value);
      return;
    case 'from':
      draft.sender = bare(value);
      return;
    case 'rcpts': {
      let at = 0;
      for (const address of value.text.split(',')) {
        draft.recipients.push(bare(part(value, at, at + address.length)));
        at += address.length + 1;
      }
      return;
    }
    case 'len':
    case 'size':
      setSize(draft, value);
      return;
    case 'time': {
      const delay = duration(value);
      if (delay !== undefined) draft.delay = delay;
      return;
    }
    default:
      keep(draft, name, bare(value));
  }
}

const SCORES = /\): \[(?:-?[\d.]{1,12}|nan)\/([\d.]{1,12})\] \[/;
const SYMBOL = /[[,]([A-Z][A-Z0-9_]{1,80})\((-?[\d.]{1,12})\)/g;

/** What decided on a message: why it was forced, or the one symbol that weighs half of what a refusal takes; else nothing. */
export function decidedBy(line: string): string {
  const scores = SCORES.exec(line);
  if (scores === null) return line;
  const forced = /\bforced: ([^;]{1,300});/.exec(line)?.[1];
  if (forced !== undefined) return forced;
  let most = Number(scores[1]) / 2;
  let name = '';
  for (const [, symbol = '', score] of line.slice(scores.index).matchAll(SYMBOL)) {
    if (Number(score) < most) continue;
    most = Number(score);
    name = symbol;
  }
  return name.replaceAll('_', ' ');
}
