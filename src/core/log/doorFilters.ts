import { type EntryDraft, setReply } from './draft.ts';
import type { LogWord } from './log.ts';
import { group, ipPeer } from './logWords.ts';

const ALL = ' from: @F to: @T origin_ip: @C';

/** What programs write that put mail off or refuse it at the door, with `@F` for the sender and so on as below. */
const ROWS: readonly RegExp[] = [
  // postgrey, SQLgrey, milter-greylist
  String.raw`^(?:task=\S{1,40} )?action=@S(greylist), .{1,400}?client_address=@C.{0,10}?, (?:sender=@F, )?recipient=@T`,
  String.raw`^@S(grey: (?:new|early reconnect)): \S{1,64}\(@C\), @F -> @T`,
  String.raw`\baddr \S{0,255}\[@C\] from <?@F>? to <?@T>? @S(delayed for) `,
  // spamdyke; what the server behind it said stands at the end.
  `^@S(DENIED_(?!OTHER)[A-Z_]{2,40}|ALLOWED)${ALL}`,
  String.raw`^@S(DENIED)_OTHER${ALL}.{0,800}? reason: @R(\S{3,800})`,
  // SPAMCONTROL and s/qmail, policyd-weight, cbpolicyd, postfwd
  String.raw`^(?:qmail-smtpd: )?pid \d{1,10} @R(@S(Reject)::\w{3,8}::\w{2,40}) P:\S{0,12} S:@C:\S{0,255} H:\S{0,255} F:@F T:@T`,
  String.raw`^decided action=@R([45]\d\d .{3,1500}?); <client=@C> <.{0,255}?> <from=@F> <to=@T>`,
  String.raw`^module=\w{1,30}, action=@S(reject|defer)\w{0,20}, host=@C, .{0,300}?from=@F, to=@T, reason=`,
  String.raw`^\[RULES\] .{1,400}?\[@C\], sender=<@F>, recipient=<@T>.{1,600}?, action=@R(@S(REJECT|DEFER|[45]\d\d).{0,500})`,
].map(
  (row) =>
    new RegExp(
      row
        .replace(/@S\(/g, '(?<status>')
        .replace(/@R\(/g, '(?<reason>')
        .replace('@C', '(?<client>[\\da-f.:]{3,45})')
        .replace('@F', '(?<sender>[^\\s,<>]{0,320})')
        .replace('@T', '(?<recipient>[^\\s,<>]{1,320})'),
      'd',
    ),
);

/** Reads what such a program did with one recipient; false for any other line. */
export function readDoorFilter(draft: EntryDraft, said: LogWord): boolean {
  for (const row of ROWS) {
    const match = row.exec(said.text);
    if (match === null) continue;
    const of = (name: string): LogWord => group(said, match, name) as LogWord;
    const status = group(said, match, 'status');
    const isTaken = status?.text === 'ALLOWED';
    if (status !== undefined) draft.status = status;
    draft.client = ipPeer(of('client'));
    draft.sender ??= of('sender');
    draft.recipients.push(of('recipient'));
    draft.outcome = isTaken ? 'sent' : 'rejected';
    draft.reason = isTaken ? status : (group(said, match, 'reason') ?? said);
    setReply(draft, draft.reason);
    return true;
  }
  return false;
}
