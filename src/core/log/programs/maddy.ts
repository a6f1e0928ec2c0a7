import type { EntryDraft } from '../draft.ts';
import { jsonPairs } from '../jsonPairs.ts';
import type { LogOutcome, LogWord } from '../log.ts';
import { part } from '../logWords.ts';
import { readNamed } from '../namedFields.ts';
import { asTime } from '../time.ts';
import { byReply } from './keyValue.ts';

const STAMP =
  /^(?:(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?|\d\d\.\d\d\.\d\d(?:\d\d)? \d\d:\d\d:\d\d) )?(?:\[(?:debug|info|warn|error)\] )?/;

const WORDS: readonly (readonly [RegExp, LogOutcome | undefined])[] = [
  [/(?:RCPT|DATA|MAIL FROM|AUTH)\w{0,10} error$|^rejected/, 'rejected'],
  [/not delivered, permanent error$/, 'bounced'],
  [/not delivered, too many attempts/, 'expired'],
  [/^delivered$/, 'sent'],
  [/^accepted$/, 'received'],
];

/** `module: words	{"msg_id":"…","rcpt":"…","smtp_code":550}`: words, and what they are about as JSON (maddy, framework/log). */
export function readMaddy(draft: EntryDraft, line: LogWord): void {
  const stamp = STAMP.exec(line.text) as RegExpExecArray;
  if (stamp[1] !== undefined) draft.time ??= asTime(part(line, 0, stamp[1].length));
  const said = part(line, stamp[0].length);
  const open = said.text.indexOf('{"');
  const words = part(said, 0, open < 0 ? said.text.length : said.text.slice(0, open).trimEnd().length);
  const module = /^([\w./-]{2,40}): /.exec(words.text);
  if (module?.[1] !== undefined) draft.eventSource = part(words, 0, module[1].length);
  const event = part(words, module?.[0].length ?? 0);
  if (event.text !== '') draft.eventId = event;
  if (open >= 0) readNamed(draft, jsonPairs(part(said, open)));
  draft.reason ??= event;
  const outcome = WORDS.find(([pattern]) => pattern.test(event.text))?.[1];
  if (outcome !== undefined) draft.outcome = outcome;
  else if (/failed$|error$/.test(event.text)) byReply(draft);
  // What a check thinks of a message is no refusal as long as it takes no action.
  else if (/^no check action/.test(event.text)) {
    delete draft.reply;
    delete draft.outcome;
  }
}
