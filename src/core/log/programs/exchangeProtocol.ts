import { readRow } from '../csvRow.ts';
import type { EntryDraft } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { ipPeer, part } from '../logWords.ts';
import { asTime } from '../time.ts';
import { findRefusal } from '../words.ts';

/**
 * A row of a protocol log of Exchange that is no part of the dialogue itself: `+` connected, `-` disconnected, `*` what
 * the server has to say (learn.microsoft.com, "Protocol logging").
 */
export function readExchangeProtocol(draft: EntryDraft, line: LogWord): void {
  if (line.text.startsWith('#')) return;
  const [time, , session, , , remote, event, data, context] = readRow(line, ',');
  if (time !== undefined) draft.time = asTime(time);
  if (session !== undefined) draft.session = session;
  if (event !== undefined) draft.eventId = event;
  const address = /^\[?([\da-fA-F.:]{3,45}?)\]?:\d{1,5}$/.exec(remote?.text ?? '')?.[1];
  if (remote !== undefined && address !== undefined) {
    const at = remote.text.indexOf(address);
    draft.relay = ipPeer(part(remote, at, at + address.length));
  }
  const words = [context, data].find((one) => one !== undefined && one.text !== '');
  if (words === undefined) return;
  draft.reason = words;
  findRefusal(draft, words);
}
