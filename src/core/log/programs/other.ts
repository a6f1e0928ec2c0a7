import { readDoorFilter } from '../doorFilters.ts';
import type { EntryDraft } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { part } from '../logWords.ts';
import { readWords } from '../words.ts';
import { readBarracuda } from './barracuda.ts';
import { readMailscanner } from './mailscanner.ts';

const QUEUE_ID = /^([0-9A-F]{8,20}|[0-9A-Za-z]{14}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{12,20}): /;

/** A program without a reader of its own: the id with which filters start their lines, and what they say. */
export function readOther(draft: EntryDraft, rest: LogWord): void {
  if (readBarracuda(draft, rest) || readMailscanner(draft, rest)) return;
  const id = QUEUE_ID.exec(rest.text);
  const known = id?.[1] !== undefined && /\d/.test(id[1]);
  if (known) draft.queueId = part(rest, 0, (id[1] as string).length);
  // Dovecot names the user in front: `lmtp(bob@contoso.test)<1522><…>: sieve: …`.
  const user = /^(?:lmtp|lda|deliver)\(([^()\s,]{1,200}@[^()\s,]{1,250})\)/.exec(rest.text)?.[1];
  if (user !== undefined)
    draft.recipients.push(part(rest, rest.text.indexOf(user), rest.text.indexOf(user) + user.length));
  // DragonFly's agent puts the id of the queue in the place of the process (dma(8)).
  if (draft.program?.text === 'dma' && draft.process !== undefined) draft.queueId ??= draft.process;
  draft.reason = part(rest, known ? (id[0] as string).length : 0);
  if (!readDoorFilter(draft, draft.reason)) readWords(draft, draft.reason);
}
