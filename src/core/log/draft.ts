import type { LogEntry, LogFormat, LogWord } from './log.ts';
import { asPeer, asReply, decimal, duration, nextQueueId, part } from './logWords.ts';

/** An entry while its line is read. */
export type EntryDraft = { -readonly [K in keyof LogEntry]: LogEntry[K] } & {
  recipients: LogWord[];
  fields: LogEntry['fields'][number][];
};

export const newDraft = (format: LogFormat, line: LogWord): EntryDraft => ({
  format,
  start: line.start,
  end: line.end,
  recipients: [],
  delays: [],
  fields: [],
});

/** Keeps a pair that has no place of its own in the entry. */
export function keep(draft: EntryDraft, name: string, value: LogWord): void {
  draft.fields.push({ ...value, name });
}

export function setPeer(draft: EntryDraft, name: 'client' | 'relay', value: LogWord): void {
  const peer = asPeer(value);
  if (peer !== undefined) draft[name] = peer;
}

export function setSize(draft: EntryDraft, value: LogWord): void {
  const size = decimal(value);
  if (size === undefined) return;
  // `1.2K` in the queue of Exim.
  const digits = size.text.length;
  const power = ['K', 'M', 'G'].indexOf(value.text.charAt(digits)) + 1;
  draft.size = power === 0 ? size : { ...part(value, 0, digits + 1), value: Math.round(size.value * 1024 ** power) };
}

export function setDelay(draft: EntryDraft, value: LogWord): void {
  const delay = duration(value);
  if (delay !== undefined) draft.delay = delay;
}

/** Keeps what a server said, if it is a reply, and the id in it under which it took the message. */
export function setReply(draft: EntryDraft, value: LogWord, codeless = false): void {
  const reply = asReply(value, codeless);
  if (reply === undefined) return;
  draft.reply = reply;
  const next = reply.code !== undefined && reply.code < 300 ? nextQueueId(value) : undefined;
  if (next !== undefined) draft.nextQueueId = next;
}
