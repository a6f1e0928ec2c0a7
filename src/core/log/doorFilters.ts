import { type EntryDraft, setReply } from './draft.ts';
import type { LogOutcome, LogWord } from './log.ts';
import { group, ipPeer } from './logWords.ts';

const ADDRESS = String.raw`[^\s,<>]{1,320}`;

const DYKE = String.raw` from: (?<sender>${ADDRESS}) to: (?<recipient>${ADDRESS}) origin_ip: (?<client>\S{1,64})`;

/** What programs write that put mail off or refuse it at the door; the groups are named below. */
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
  // spamdyke; what it passes on of the server behind it stands at the end.
  [new RegExp(`^(?<reason>(?<status>DENIED_(?!OTHER|RBL|RHSBL)[A-Z_]{2,40}))${DYKE}`, 'd'), 'rejected'],
  [new RegExp(`^(?<status>DENIED_OTHER)${DYKE}.{0,800}? reason: (?<reason>\\S{3,800})`, 'd'), 'rejected'],
  [new RegExp(`^(?<status>DENIED_R[A-Z_]{2,20})${DYKE}`, 'd'), 'rejected'],
  [new RegExp(`^(?<status>ALLOWED)${DYKE}`, 'd'), 'sent'],
  // SPAMCONTROL and s/qmail
  [
    new RegExp(
      String.raw`^(?:qmail-smtpd: )?pid \d{1,10} (?<reason>(?<status>Reject::\w{3,8}::\w{2,40})) P:\w{0,12} S:(?<client>[\d.]{7,15}|[\da-f:.]{3,45}?):\S{0,255} H:\S{0,255} F:(?<sender>${ADDRESS})? T:(?<recipient>${ADDRESS})`,
      'd',
    ),
    'rejected',
  ],
  // policyd-weight
  [
    new RegExp(
      String.raw`^decided action=(?<reply>[45]\d\d .{3,1500}?); <client=(?<client>[^\s>]{1,64})> <helo=[^\s>]{0,255}> <from=(?<sender>[^\s>]{0,320})> <to=(?<recipient>${ADDRESS})>`,
      'd',
    ),
    'rejected',
  ],
  // cbpolicyd
  [
    new RegExp(
      String.raw`^module=\w{1,30}, action=(?<status>reject|defer)\w{0,20}, host=(?<client>[^\s,]{1,64}), helo=[^\s,]{0,255}, from=(?<sender>${ADDRESS})?, to=(?<recipient>${ADDRESS}), reason=`,
      'd',
    ),
    'rejected',
  ],
  // postfwd
  [
    new RegExp(
      String.raw`^\[RULES\] rule=.{1,300}?, client=[^\s[,]{0,255}\[(?<client>[^\s\]]{1,64})\], sender=<(?<sender>[^\s>]{0,320})>, recipient=<(?<recipient>${ADDRESS})>.{1,600}?, action=(?<reason>(?<status>REJECT|DEFER(?:_IF_PERMIT)?|[45]\d\d)(?: .{0,500})?)`,
      'd',
    ),
    'rejected',
  ],
];

const GROUPS = ['status', 'client', 'sender', 'recipient', 'reply', 'reason'] as const;

/** Reads what such a program did with one recipient; false for any other line. */
export function readDoorFilter(draft: EntryDraft, said: LogWord): boolean {
  for (const [pattern, outcome] of ROWS) {
    const match = pattern.exec(said.text);
    if (match === null) continue;
    const [status, client, sender, recipient, reply, reason] = GROUPS.map((name) => group(said, match, name));
    if (status !== undefined) draft.status = status;
    if (client !== undefined) draft.client = ipPeer(client);
    if (sender !== undefined && sender.text !== '(unknown)') draft.sender = sender;
    if (recipient !== undefined) draft.recipients.push(recipient);
    draft.outcome = outcome;
    // What a client is taken with in spite of it is no cause.
    draft.reason = (outcome === 'sent' ? status : (reply ?? reason)) ?? said;
    setReply(draft, draft.reason);
    return true;
  }
  return false;
}
