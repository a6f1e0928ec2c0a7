import { defined } from '../../text/defined.ts';
import type { EntryDraft } from '../draft.ts';
import type { LogOutcome, LogWord } from '../log.ts';
import { group, part } from '../logWords.ts';
import { asTime } from '../time.ts';
import { readWords } from '../words.ts';

/** How a program of mail begins the lines of its own log; the groups are `time`, `program`, `session` and `id`. */
const HEADS: readonly string[] = [
  // Mercury/32: kind of line, date, time, session.
  String.raw`[TEGW] (?<time>\d{8} \d{6}) (?<session>[0-9a-f]{1,8}) `,
  // Zimbra, mailbox.log: logger of log4j with thread and context.
  String.raw`(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}) {1,2}[A-Z]{4,5} {1,2}\[(?<session>[\w:/.?=&%-]{1,200})\] \[[^\]\r\n]{0,500}\] (?<program>lmtp|smtp|mailop|zimlet|filter|mailbox|account|SendMsg|sendmsg) - `,
  // Cisco IronPort, mail_logs; through syslog without a time of its own.
  String.raw`(?:(?<time>[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}) )?(?:Info|Warning|Critical|Debug|Trace): (?=[^\r\n]{0,200}\b(?:MID|DCID|ICID|RID) \[?\d)`,
  // CommuniGate Pro: time, level, part of the server with its number.
  String.raw`(?<time>\d\d:\d\d:\d\d\.\d{3}) \d (?<program>SMTPI?|QUEUE|DEQUEUER|LOCAL|ENQUEUER|ROUTER|PIPE)(?:-(?<session>\d{1,9}))?(?:\([^()\r\n]{0,255}\))? ?(?:\[(?<id>\d{3,12})\])?`,
  // Kerio Connect, mail log; what its filters refuse, in the security log.
  String.raw`\[(?<time>\d\d\/[A-Z][a-z]{2}\/\d{4} \d\d:\d\d:\d\d)\] (?:(?<program>Sent|Recv|Local|Sieve|SMTP|Spam|Attempt|Relay\w{0,10}): |(?=Found virus in mail |Message (?:from <|rejected )))`,
  // HCL Domino, console.
  String.raw`(?:\[[\w:-]{3,30}\] )?(?<time>\d{1,2}[./]\d{1,2}[./]\d{4} \d\d?:\d\d:\d\d(?: [AP]M)?) {2,3}(?:\[[\w:-]{3,30}\] )?(?<program>Router|SMTP Server|SMTP Client|Mail Router): (?=\S)`,
  // ZoneMTA and WildDuck, also with the id of the message in front of the event.
  String.raw`(?:(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S{0,12}) )?(?:info|error|verbose|warn|http|ERR!|WARN)? {0,6}\(?(?<program>Sender|Queue|SMTPProxy|Plugins|zone-mta)[\w./[\]:-]{0,60}\)?:? (?=(?:id=|[0-9a-f]{16,24}[. ]|[A-Z]{5,12}\[?))(?:(?:id=\S{1,60} )?(?<id>[0-9a-f]{16,24}(?:\.\d{3})?) (?=[A-Z]{4,14}\b)|[A-Z\[\]]{5,24} (?<other>[0-9a-f]{12,24}\.\d{3}) )?`,
  // Messaging Server of Sun and Oracle, mail.log: process, channels, kind of entry, size, addresses.
  String.raw`(?<time>\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d\.\d\d) (?:[\da-f.]{4,24} )?[\w-]{1,40}(?: {1,60}[\w-]{1,40})? {1,60}(?<entry>[DQRJ])[A-Z]{0,5} \d{1,9} {1,9}(?:(?<sender>[^\s@;]{1,200}@\S{1,250}) )?(?:rfc822;(?<recipient>\S{3,320}) )`,
  // SmarterMail, delivery log.
  String.raw`(?<time>\d\d:\d\d:\d\d\.\d{3}) \[(?<id>\d{4,12}(?:-\d{1,3})?)\] (?=(?:Sending|Delivery|Initiating|Connection|Moving|Removing|Bounce|Launching|A|Unable|Failed|Attempt)\b)`,
  // chasquid, maillog: time, id of the queue, envelope.
  String.raw`(?:(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3,6}) )?(?<id>[\w-]{6,12}) (?=from=\S{0,320} (?:queued ip=|completed in |will try again in |to=\S{1,320} (?:sent$|(?:temporary|permanent) error: )))`,
];

/** The same as one pattern for each program. */
const applicationHeads: readonly RegExp[] = HEADS.map((head) => new RegExp(head, 'dy'));

export const startsApplication = (text: string, at: number): boolean =>
  applicationHeads.some((head) => {
    head.lastIndex = at;
    return head.test(text);
  });

/** Entries of Messaging Server: dequeued, put off, rejected or returned, rejected at the door. */
const ENTRIES: ReadonlyMap<string, LogOutcome> = new Map([
  ['D', 'sent'],
  ['Q', 'deferred'],
  ['R', 'bounced'],
  ['J', 'rejected'],
]);

/** A line of a program that keeps a log of its own, in its own words. */
export function readApplication(draft: EntryDraft, line: LogWord): void {
  for (const head of applicationHeads) {
    head.lastIndex = 0;
    const match = head.exec(line.text);
    if (match === null) continue;
    const time = group(line, match, 'time');
    const program = group(line, match, 'program');
    const session = group(line, match, 'session');
    const id = group(line, match, 'id') ?? group(line, match, 'other');
    if (time !== undefined) draft.time = asTime(time);
    if (program !== undefined) draft.program = program;
    if (session !== undefined) draft.session = session;
    if (id !== undefined) draft.queueId = id;
    const recipient = group(line, match, 'recipient');
    if (recipient !== undefined) draft.recipients.push(recipient);
    Object.assign(
      draft,
      defined({ sender: group(line, match, 'sender'), outcome: ENTRIES.get(match.groups?.entry ?? '') }),
    );
    draft.reason = part(line, match[0].length);
    readWords(draft, draft.reason);
    return;
  }
}
