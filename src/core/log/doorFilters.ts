import type { EntryDraft } from './draft.ts';
import type { LogOutcome, LogWord } from './log.ts';
import { group, ipPeer } from './logWords.ts';

const ADDRESS = String.raw`[^\s,<>]{1,320}`;

/** What programs write that put mail off or refuse it at the door; the groups are `status`, `client`, `sender` and `recipient`. */
const ROWS: readonly (readonly [RegExp, LogOutcome])[] = [
  // postgrey
  [
    new RegExp(
      String.raw`^(?:task=\S{1,40} )?action=(?<status>greylist), reason=[^,]{1,80}, (?:client_name=[^,]{1,255}, )?client_address=(?<client>[^,/\s]{1,64})[^,]{0,10}, (?:sender=(?<sender>${ADDRESS}), )?recipient=(?<recipient>${ADDRESS})`,
      'd',
    ),
    'rejected',
  ],
  // SQLgrey
  [
    new RegExp(
      String.raw`^(?<status>grey: (?:new|early reconnect)): [^\s(]{1,64}\((?<client>[^()\s]{1,64})\), (?<sender>${ADDRESS}) -> (?<recipient>${ADDRESS})`,
      'd',
    ),
    'rejected',
  ],
  // milter-greylist
  [
    new RegExp(
      String.raw`\baddr \S{0,255}\[(?<client>[^\]\s]{1,64})\] from <?(?<sender>${ADDRESS})?>? to <?(?<recipient>${ADDRESS})>? (?<status>delayed for) `,
      'd',
    ),
    'rejected',
  ],
  // spamdyke
  [
    new RegExp(
      String.raw`^(?<status>DENIED_[A-Z_]{2,40}) from: (?<sender>${ADDRESS}) to: (?<recipient>${ADDRESS}) origin_ip: (?<client>\S{1,64})`,
      'd',
    ),
    'rejected',
  ],
  [
    new RegExp(
      String.raw`^(?<status>ALLOWED) from: (?<sender>${ADDRESS}) to: (?<recipient>${ADDRESS}) origin_ip: (?<client>\S{1,64})`,
      'd',
    ),
    'sent',
  ],
];

/** Reads what such a program did with one recipient; false for any other line. */
export function readDoorFilter(draft: EntryDraft, said: LogWord): boolean {
  for (const [pattern, outcome] of ROWS) {
    const match = pattern.exec(said.text);
    if (match === null) continue;
    const [status, client, sender, recipient] = ['status', 'client', 'sender', 'recipient'].map((name) =>
      group(said, match, name),
    );
    if (status !== undefined) draft.status = status;
    if (client !== undefined) draft.client = ipPeer(client);
    if (sender !== undefined && sender.text !== '(unknown)') draft.sender = sender;
    if (recipient !== undefined) draft.recipients.push(recipient);
    draft.outcome = outcome;
    // What a client is taken with in spite of it is no cause.
    draft.reason = outcome === 'sent' && status !== undefined ? status : said;
    return true;
  }
  return false;
}
