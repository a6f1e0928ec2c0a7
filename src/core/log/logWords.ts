import type { QuotedReply } from '../replies/foundReply.ts';
import type { Stage } from '../smtp/verbs.ts';
import { defined } from '../text/defined.ts';
import type { LogNumber, LogPeer, LogWord } from './log.ts';

/** The part of a word from `from` to `to`, both counted from the word's own start. */
export const part = (word: LogWord, from: number, to = word.text.length): LogWord => ({
  start: word.start + from,
  end: word.start + to,
  text: word.text.slice(from, to),
});

/** A group of a match on the word's text; the expression needs the flag `d`. */
export function group(word: LogWord, match: RegExpExecArray, name: string): LogWord | undefined {
  const span = match.indices?.groups?.[name];
  return span && part(word, span[0], span[1]);
}

const ENCLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['<', '>'],
  ['[', ']'],
]);

/** An address of which a page or Markdown made a link. */
const LINKED =
  /^(?:<?a href="mailto:[^"\s<>]{3,320}">|\[)([^\s<>[\]()]{1,64}@[^\s<>[\]()]{1,255})(?:<\/a>?|\]\(mailto:[^\s()]{3,320}\))$/i;

/** The word without blanks around it, without the brackets or quotes that enclose all of it, and without a link. */
export function bare(word: LogWord): LogWord {
  const { text } = word;
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text, from)) from++;
  while (to > from && isBlank(text, to - 1)) to--;
  while (to - from >= 2 && ENCLOSING.get(text[from] as string) === text[to - 1]) {
    from++;
    to--;
  }
  const inner = part(word, from, to);
  const address = LINKED.exec(inner.text)?.[1];
  if (address === undefined) return inner;
  const at = inner.text.startsWith('[') ? 1 : inner.text.indexOf('>') + 1;
  return part(inner, at, at + address.length);
}

const isBlank = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t' || text[at] === '\r';

const NUMBER = /^\d{1,15}(?:\.\d{1,15})?/;

/** The plain decimal number that the word starts with. */
export function decimal(word: LogWord): LogNumber | undefined {
  const match = NUMBER.exec(word.text);
  return match === null ? undefined : { ...part(word, 0, match[0].length), value: Number(match[0]) };
}

const CLOCK = /^(?:(\d{1,15})\+)?(\d{1,15}):(\d\d):(\d\d(?:\.\d{1,15})?)/;
const UNITS = /^(?:(\d{1,15})d)?(?:(\d{1,15})h)?(?:(\d{1,15})m(?!s))?(?:(\d{1,15}(?:\.\d{1,15})?)s)?/;
const MILLISECONDS = /^(\d{1,15}(?:\.\d{1,15})?) ?ms/;

/** The length of time that the word starts with: `2.5`, `0.024s`, `1d2h`, `00:01:05`, `2+03:04:05`, `823 ms`. */
export function duration(word: LogWord): LogNumber | undefined {
  const clock = CLOCK.exec(word.text);
  if (clock !== null) return { ...part(word, 0, clock[0].length), value: seconds(clock) };
  const millis = MILLISECONDS.exec(word.text);
  if (millis !== null) return { ...part(word, 0, millis[0].length), value: Number(millis[1]) / 1000 };
  const units = UNITS.exec(word.text);
  if (units !== null && units[0] !== '') return { ...part(word, 0, units[0].length), value: seconds(units) };
  return decimal(word);
}

const seconds = ([, days, hours, minutes, rest]: RegExpExecArray): number =>
  Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0);

const REPLY = /^([2-5][0-5]\d)(?:[ -]+#?([245]\.\d{1,3}\.\d{1,3})(?![\d.]))?(?![\w.])/;
const ENHANCED = /^#?([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;

/** The word read as a reply (RFC 5321 4.2); with `codeless`, an enhanced code alone is one too (RFC 3463). */
export function asReply(word: LogWord, codeless = false): QuotedReply | undefined {
  const said = part(word, 0, word.text.trimEnd().length);
  const match = REPLY.exec(said.text);
  if (match !== null) {
    const [all, code, status] = match;
    return {
      ...said,
      code: Number(code),
      codeSpan: { start: said.start, end: said.start + 3 },
      ...(status !== undefined && {
        enhanced: status,
        enhancedSpan: part(said, all.length - status.length, all.length),
      }),
    };
  }
  const status = codeless ? ENHANCED.exec(said.text) : null;
  if (status?.[1] === undefined) return undefined;
  const at = status[0].length - status[1].length;
  return { ...part(said, at), enhanced: status[1], enhancedSpan: part(said, at, status[0].length) };
}

const NEXT_ID =
  /(?:queued as|queued_as:|(?<![\w-])id=)[ \t]{0,2}<?([\w-]{6,40})|\b(\w{14}) Message accepted|\b(?:OK|BLOCKED) \(([0-9A-F]{10,24})\)/i;

/** The id that a server gave the message, in its answer to the data. */
export function nextQueueId(word: LogWord): LogWord | undefined {
  const match = NEXT_ID.exec(word.text);
  const id = match?.slice(1).find((one) => one !== undefined);
  if (match === null || id === undefined) return undefined;
  const at = match.index + match[0].indexOf(id);
  return part(word, at, at + id.length);
}

const PEER = /^(?:([^\s[\](),]{1,255}))?(?:[ \t]?\[([^\s\]]{1,64})\])?(?::(\d{1,5})(?!\d))?/;

/** A host as servers write it: `mx.contoso.test[192.0.2.1]:25`, `[192.0.2.1]`, `mx.contoso.test. [192.0.2.1]`. */
export function asPeer(word: LogWord): LogPeer | undefined {
  const match = PEER.exec(word.text);
  if (match === null || match[0] === '') return undefined;
  const [all, host, ip, port] = match;
  const ipAt = all.indexOf('[') + 1;
  return {
    ...part(word, 0, all.length),
    ...(host !== undefined && { host: part(word, 0, host.length) }),
    ...(ip !== undefined && { ip: part(word, ipAt, ipAt + ip.length) }),
    ...(port !== undefined && { port: part(word, all.length - port.length, all.length) }),
  };
}

/** A peer of which only the address is known. */
export const ipPeer = (ip: LogWord, host?: LogWord): LogPeer => ({ ...ip, ip, ...defined({ host }) });

/** What words such as `RCPT TO:<…>` or `end of DATA` name, as stages of a session are named. */
export function asStage(words: string): Stage | undefined {
  if (/\b(?:end.of.data|sending message|end.of.message|message body|sending data block)\b/i.test(words))
    return '(data)';
  if (/\b(?:initial|greeting|connect)\b/i.test(words)) return 'connect';
  return VERB.exec(words)?.[0].toUpperCase() as Stage | undefined;
}

const VERB = /\b(?:EHLO|HELO|LHLO|MAIL|RCPT|DATA|BDAT|STARTTLS|AUTH|RSET|QUIT|VRFY|EXPN|ETRN|NOOP)\b/i;

/** A `name=value` or `name: value` of a line. */
export interface Pair {
  readonly name: string;
  readonly value: LogWord;
}

const NAME = /([A-Za-z][\w*-]{0,40})=/y;

/** `name=value` pairs with blanks between them; a value may be quoted or in angle brackets. */
export function blankPairs(word: LogWord): readonly Pair[] {
  const pairs: Pair[] = [];
  const { text } = word;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === ',') continue;
    NAME.lastIndex = at;
    const name = NAME.exec(text)?.[1];
    if (name !== undefined) {
      at = NAME.lastIndex;
      const end = endOfValue(text, at);
      pairs.push({ name, value: bare(part(word, at, end)) });
      at = end;
    } else {
      while (at < text.length && !isBlank(text, at)) at++;
    }
  }
  return pairs;
}

function endOfValue(text: string, from: number): number {
  const close = text[from] === '<' ? '>' : text[from] === '"' || text[from] === "'" ? text[from] : undefined;
  let at = from;
  if (close !== undefined) {
    at++;
    while (at < text.length && text[at] !== close) at += text[at] === '\\' ? 2 : 1;
  }
  while (at < text.length && !isBlank(text, at)) at++;
  if (at > from && text[at - 1] === ',') at--;
  return Math.min(at, text.length);
}

/** `name=value` pairs with commas between them (Postfix, sendmail); from a name in `rest` on, all is its value. */
export function commaPairs(word: LogWord, rest: ReadonlySet<string>): readonly Pair[] {
  const pairs: Pair[] = [];
  const { text } = word;
  let at = 0;
  let brackets = true;
  while (at < text.length) {
    while (isBlank(text, at) || text[at] === ',') at++;
    NAME.lastIndex = at;
    const name = NAME.exec(text)?.[1];
    const from = name === undefined ? at : NAME.lastIndex;
    let end = text.length;
    if (name === undefined || !rest.has(name)) {
      const comma = nextComma(text, from, brackets);
      // An unclosed bracket would hide every comma behind it, and cost a look at the rest of the line each time.
      if (comma === undefined) brackets = false;
      end = comma ?? (nextComma(text, from, false) as number);
    }
    if (name !== undefined) pairs.push({ name, value: part(word, from, end) });
    at = end + 1;
  }
  return pairs;
}

/** The next comma that a blank follows, or the end; undefined where a bracket stays open. */
function nextComma(text: string, from: number, brackets: boolean): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const c = text[at];
    if (c === '<' && brackets) depth++;
    else if (c === '>' && depth > 0) depth--;
    else if (c === ',' && depth === 0 && isBlank(text, at + 1)) return at;
  }
  return depth > 0 ? undefined : text.length;
}
