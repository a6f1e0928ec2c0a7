import { readRow } from '../csvRow.ts';
import { type EntryDraft, keep, setPeer } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { asPeer, bare, part } from '../logWords.ts';
import { asTime } from '../time.ts';

/** `date-time,session,source,Destination,direction,description` (learn.microsoft.com, "Connectivity logging in Exchange Server"). */
export const CONNECTIVITY =
  /#Log-type: Transport Connectivity Log|#Fields: date-time,session,source,Destination|#Software: Microsoft Exchange[^\r\n]{0,60}\r?\n#Version[^\r\n]{0,40}\r?\n#Log-type: Transport Connectivity|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,7}Z,[0-9A-F]{16},[A-Za-z]{2,30},[^,\r\n]{0,255},[-+<>*],/;
export const CONNECTIVITY_GOES_ON = /#[A-Z][\w-]{0,20}:|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,7}Z,[0-9A-F]{16},/;

const FAILED =
  /^(?:Failed connection|DNS (?:server|query) (?:returned|failed)|The DNS query|Failed)|\((?:Retry|Unreachable|Suspended) :/;
/** What the queue waits for stands in brackets behind what was sent: `Messages: 0 Bytes: 0 (Retry : Unable to connect)`. */
const WAITS = /\((?:Retry|Unreachable|Suspended) : ?(?=\S)/;

/** A step of a connection to the next server. */
export function readExchangeConnectivity(draft: EntryDraft, row: LogWord): void {
  if (row.text.startsWith('#')) return;
  const [time, session, source, destination, direction] = readRow(row, ',');
  if (time !== undefined) draft.time = asTime(time);
  if (session !== undefined) draft.session = session;
  if (source !== undefined) draft.eventSource = source;
  if (direction === undefined) return;
  const said = bare(part(row, direction.end - row.start + 1));
  if (destination !== undefined && destination.text !== '') keep(draft, 'destination', destination);
  const peer = asPeer(said);
  if (peer?.host !== undefined && peer.ip !== undefined) draft.relay = peer;
  else if (destination !== undefined && destination.text !== '') setPeer(draft, 'relay', destination);
  const why = WAITS.exec(said.text);
  draft.reason = why === null ? said : part(said, why.index + why[0].length, said.text.replace(/\)$/, '').length);
  if (FAILED.test(said.text)) draft.outcome = 'deferred';
}
