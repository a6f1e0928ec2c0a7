import type { QuotedReply } from '../smtp/quoted.ts';
import type { LogEntry, LogFormat, LogNumber, LogPeer, LogWord } from './log.ts';

/** An entry while its line is read. */
export type EntryDraft = { -readonly [K in keyof LogEntry]: LogEntry[K] } & {
  recipients: LogWord[];
  fields: LogEntry['fields'][number][];
};

export const newEntry = (format: LogFormat, start: number, end: number): EntryDraft => ({
  format,
  start,
  end,
  recipients: [],
  delays: [],
  fields: [],
});

export const word = (text: string, start: number, end: number): LogWord => ({ start, end, text: text.slice(start, end) });

/** The word without what encloses it: angle brackets, square brackets, quotes, blanks. */
export function bareWord(text: string, start: number, end: number): LogWord {
  let from = start;
  let to = end;
  while (from < to && isBlank(text, from)) from++;
  while (to > from && isBlank(text, to - 1)) to--;
  for (const [open, close] of ENCLOSING) {
    if (to - from >= 2 && text[from] === open && text[to - 1] === close) {
      from++;
      to--;
    }
  }
  return word(text, from, to);
}

const ENCLOSING = ['""', "''", '<>', '[]'].map((pair) => [pair[0], pair[1]] as const);
const isBlank = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';

const NUMBER = /(\d{1,15}(?:\.\d{1,9})?)/y;

/** A plain decimal number at `start`; undefined where there is none. */
export function decimal(text: string, start: number, end: number): LogNumber | undefined {
  NUMBER.lastIndex = start;
  const match = NUMBER.exec(text);
  if (match === null || NUMBER.lastIndex > end) return undefined;
  return { ...word(text, start, NUMBER.lastIndex), value: Number(match[0]) };
}

const DAYS = /(?:(\d{1,5})[d+])?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9}(?:\.\d{1,9})?)s)?/y;
const CLOCK = /(?:(\d{1,5})\+)?(\d{1,6}):(\d\d):(\d\d(?:\.\d{1,9})?)/y;

/** A length of time in any of the forms of logs: `2.5`, `0.024s`, `1d2h`, `1m3s`, `00:01:05`, `2+03:04:05`, `823 ms`. */
export function duration(text: string, start: number, end: number): LogNumber | undefined {
  CLOCK.lastIndex = start;
  const clock = CLOCK.exec(text);
  if (clock !== null && CLOCK.lastIndex <= end) {
    return { ...word(text, start, CLOCK.lastIndex), value: seconds(clock[1], clock[2], clock[3], clock[4]) };
  }
  const plain = decimal(text, start, end);
  if (plain === undefined) return undefined;
  const unit = text.slice(plain.end, Math.min(end, plain.end + 3));
  if (/^ ?ms/.test(unit)) {
    return { ...word(text, start, plain.end + unit.indexOf('s') + 1), value: plain.value / 1000 };
  }
  DAYS.lastIndex = start;
  const parts = DAYS.exec(text);
  if (parts !== null && DAYS.lastIndex > start && DAYS.lastIndex <= end) {
    return { ...word(text, start, DAYS.lastIndex), value: seconds(parts[1], parts[2], parts[3], parts[4]) };
  }
  return plain;
}

const seconds = (days = '0', hours = '0', minutes = '0', rest = '0'): number =>
  Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);

const REPLY = /([2-5][0-5]\d)(?:[ -]+#?([245]\.\d{1,3}\.\d{1,3})(?![\d.]))?(?![\w.])/y;
const ENHANCED = /#?([245]\.\d{1,3}\.\d{1,3})(?![\d.])/y;

/** The reply that starts at `start` and ends at `end`; with `bare`, an enhanced code alone is one too. */
export function replyAt(text: string, start: number, end: number, bare = false): QuotedReply | undefined {
  REPLY.lastIndex = start;
  const match = REPLY.exec(text);
  let to = end;
  while (to > start && isBlank(text, to - 1)) to--;
  if (match !== null && REPLY.lastIndex <= to) {
    const status = match[2];
    const statusEnd = REPLY.lastIndex;
    return {
      ...word(text, start, to),
      code: Number(match[1]),
      codeSpan: { start, end: start + 3 },
      ...(status !== undefined && { enhanced: status, enhancedSpan: { start: statusEnd - status.length, end: statusEnd } }),
    };
  }
  ENHANCED.lastIndex = start;
  const status = bare ? ENHANCED.exec(text)?.[1] : undefined;
  if (status === undefined || ENHANCED.lastIndex > to) return undefined;
  const enhancedSpan = { start: ENHANCED.lastIndex - status.length, end: ENHANCED.lastIndex };
  return { ...word(text, enhancedSpan.start, to), enhanced: status, enhancedSpan };
}

const NEXT_ID = /(?:queued as|queued_as:|\bid=)[ \t]{0,2}<?([\w-]{6,40})|\b(\w{14}) Message accepted/gi;

/** The id that a server gave the message, in its reply to the data. */
export function nextQueueId(text: string, start: number, end: number): LogWord | undefined {
  NEXT_ID.lastIndex = start;
  const match = NEXT_ID.exec(text.length > end + 64 ? text.slice(0, end) : text);
  const id = match?.[1] ?? match?.[2];
  if (match === null || id === undefined || match.index >= end) return undefined;
  const at = match.index + match[0].indexOf(id);
  return word(text, at, at + id.length);
}

const PEER = /(?:([^\s[\](),]{1,255}))?(?:[ \t]?\[([^\s\]]{1,64})\])?(?::(\d{1,5})(?!\d))?/y;

/** A host written as Postfix and others do: `mx.contoso.test[192.0.2.1]:25`, `[192.0.2.1]`, `mx.contoso.test. [192.0.2.1]`. */
export function peerAt(text: string, start: number, end: number): LogPeer | undefined {
  PEER.lastIndex = start;
  const match = PEER.exec(text);
  const to = Math.min(PEER.lastIndex, end);
  if (match === null || to <= start) return undefined;
  const [, host, ip, port] = match;
  const ipAt = ip === undefined ? -1 : text.indexOf('[', start) + 1;
  return {
    ...word(text, start, to),
    ...(host !== undefined && { host: word(text, start, start + host.length) }),
    ...(ip !== undefined && { ip: word(text, ipAt, ipAt + ip.length) }),
    ...(port !== undefined && { port: word(text, to - port.length, to) }),
  };
}

/** The verb of a text such as `RCPT TO:<…>` or `end of DATA`, as conversations name their stages. */
export function stageOf(words: string): string | undefined {
  if (/\b(?:end of data|pipelined end of data|sending message|end-of-message|message body)\b/i.test(words)) return '(data)';
  if (/\b(?:initial|greeting|connect)\b/i.test(words)) return 'connect';
  return /\b(EHLO|HELO|LHLO|MAIL|RCPT|DATA|BDAT|STARTTLS|AUTH|RSET|QUIT|VRFY|EXPN|ETRN|NOOP)\b/i.exec(words)?.[1]?.toUpperCase();
}
