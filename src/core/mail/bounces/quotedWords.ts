import { defined } from '../../text/defined.ts';
import type { Lines } from '../../text/lines.ts';

/** What another server said, as a notice quotes it. */
export interface Said {
  readonly first: number;
  readonly last: number;
  /** Column in the first line where the words start. */
  readonly from: number;
  readonly text: string;
  readonly status?: string;
  /** How much it looks like a server's own words. */
  readonly weight: number;
}

/** A reply as it stands at the start of a line or behind the words that announce it. */
const REPLY =
  /(?:^[\s<>=*|"'([#-]{0,40}(?:\(reason: )?|\b(?:said|replied|responded(?: with)?|response(?: was)?|reply|reason|smtp|error|server|message|returned|because|with|answer|was|code|status|diagnostic(?:[- ]code)?)[:;=,]{0,2} {0,3}["'<([#]{0,2}|[:;,] {1,3}["'<([#]{0,2}|\[|\(#?|ERROR_CODE :|: #)#?([245][0-5]\d)(?:[- ]{1,2}#?([245]\.\d{1,3}\.\d{1,3}))?(?=[\s\-,;:)\]"']|\.(?!\d)|$)/i;

/** A number of three parts that begins with 2 is a version wherever it does not follow a reply's code. */
const STATUS =
  /(?:^|[\s(#:[<"'=])#?([45]\.\d{1,3}\.\d{1,3}|(?<=\b2\d\d[ -]#?)2\.\d{1,3}\.\d{1,3})(?=$|[\s,;:)\]"'>-]|\.(?!\d))/;

/** The title of an article about a code says nothing of this message. */
const HINT = /\b(?:fix|issues?|article|steps|learn|see|about|how to)\b.{0,80}\berror codes? [245]\.\d{1,3}\.\d{1,3}\b/i;

const NUMBERED = /^[ -](?:bytes|octets|messages|seconds|hours|days|minutes|recipients|kb|mb|errors?\(s\))/i;

/** The reply in line `line` with the lines that go on with it, `end` the line behind the last. */
export function saidAt(lines: Lines, line: number, end: number, from = 0): Said | undefined {
  const text = lines.at(line).slice(0, WIDTH);
  const tail = text.slice(from);
  const reply = REPLY.exec(tail);
  const status = HINT.test(tail) ? null : STATUS.exec(tail);
  const behind = reply === null ? 0 : reply.index + reply[0].length;
  const taken = reply !== null && !NUMBERED.test(tail.slice(behind, behind + 14)) && !reply[1]?.startsWith('2');
  const code = reply?.[1];
  const start = taken ? reply.index + reply[0].lastIndexOf(code as string) : status && startOfWords(tail, status.index);
  if (start === null) return undefined;
  const at = from + start;
  const last = lastLine(lines, line, end, code);
  const words = withoutQuote(joined(lines, line, last, at), text[at - 1]);
  const enhanced = (taken ? reply[2] : undefined) ?? STATUS.exec(words)?.[1] ?? status?.[1];
  return {
    first: line,
    last,
    from: at,
    text: words,
    ...defined({ status: enhanced }),
    weight:
      (taken ? 2 : 0) +
      (enhanced === undefined ? 0 : /\.0\.0$/.test(enhanced) ? 0.5 : 1) +
      (/<<<|\bsaid\b|responded|reason/i.test(text) ? 1 : 0),
  };
}

/** Without the quotation mark that closes one in front of the words. */
const withoutQuote = (words: string, before: string | undefined): string =>
  (before === "'" || before === '"') && words.endsWith(before) ? words.slice(0, -1) : words;

/** The words in front of a lone status belong to it where it ends the line: `no mailbox here (#5.1.1)`. */
const startOfWords = (text: string, at: number): number => {
  const before = text.slice(0, at);
  return /[\p{L}]{3}/u.test(before)
    ? before.length - before.trimStart().length
    : at + (/^[\s(#:[<"'=]/.test(text.slice(at)) ? 1 : 0);
};

/** A reply goes on in lines with its code (RFC 5321 4.2.1) and in what was folded, up to an empty line. */
function lastLine(lines: Lines, first: number, end: number, code: string | undefined): number {
  let last = first;
  const received = RECEIVED.test(lines.at(first));
  for (let line = first + 1; line < end && line < first + MOST_LINES && lines.has(line); line++) {
    const text = lines.at(line).slice(0, WIDTH);
    // Where a line was wrapped behind the codes, the words are still to come, however they begin.
    const bare = line === first + 1 && CODES_ALONE.test(lines.at(first));
    if (text.trim() === '' || (!bare && BREAK.test(text)) || (received && !RECEIVED.test(text))) break;
    if (bare) {
      last = line;
      continue;
    }
    const again = code !== undefined && new RegExp(`^[\\s<>]{0,10}${code}[ -]`).test(text);
    if (
      !again &&
      (/^[\s<>]{0,10}[245]\d\d[ -]/.test(text) ||
        /^[\s"<]{0,8}[^\s@<>]{1,64}@[^\s@<>]{1,255}[>"]{0,2}(?::|$| [A-Z][a-z]+ [A-Z])/.test(text))
    )
      break;
    last = line;
  }
  return last;
}

const CODES_ALONE = /(?:^|[\s:])[245]\d\d(?:[ -][245]\.\d{1,3}\.\d{1,3})?\s{0,8}$/;

/** What came from the server, as sendmail marks it. */
const RECEIVED = /^[\s>]{0,10}<<</;

const MOST_LINES = 12;
const WIDTH = 1000;

/** What a program of the mailer printed, above sendmail's own line that only says that it failed. */
export function programAbove(lines: Lines, said: Said): string | undefined {
  const above = said.first > 0 ? lines.at(said.first - 1).slice(0, WIDTH) : '';
  return UNAVAILABLE.test(said.text) && PROGRAM.test(above) ? above.trim() : undefined;
}

const UNAVAILABLE = /^55\d (?:5\.\d\.\d )?[^\s]{1,322}\.\.\. (?:Service unavailable|unknown mailer error)/i;
const PROGRAM = /^[a-z][\w./-]{1,40}: \S/;

/** How the last try ended, as Exchange quotes it below its own words that the time is over. */
export function lastTryBelow(lines: Lines, said: Said): string | undefined {
  if (said.status?.slice(1) !== '.4.7') return undefined;
  const below: string[] = [said.text.replaceAll('\n', ' ')];
  for (let line = said.last + 1; line <= said.last + MOST_LINES && lines.has(line); line++) {
    const text = lines.at(line).slice(0, WIDTH);
    if (text.trim() === '') break;
    below.push(text.trim());
  }
  return RETURNED.exec(below.join(' '))?.[1];
}

const RETURNED = /\breturned ['"](?!\d{3} \d\.4\.7\b)([45]\d\d [45]\.\d{1,3}\.\d{1,3} [^\n]{3,500})/;

/** Lines that are no part of a reply. */
const BREAK =
  /^\s*(?:>>>|-{3,}|={3,}|_{3,}|\*{3,}|(?:\.\.\. )?[Ww]hile talking|<[^>]{3,200}>:|Your message|I'm not going|Giving up|The (?:original|following)|Message |This (?:is|message))|^(?:[A-Z][\w -]{1,30}:(?:\s|$))/;

/** Lines `first` to `last` as one, from column `from` of the first. */
export function joined(lines: Lines, first: number, last: number, from = 0): string {
  const pieces = [lines.at(first).slice(from, from + WIDTH)];
  for (let line = first + 1; line <= last; line++) pieces.push(lines.at(line).slice(0, WIDTH));
  return pieces
    .join('\n')
    .replace(/^(?:[ \t]*<<< ?)/gm, '')
    .trim();
}

/** A host that a notice says it spoke with. */
export function hostIn(text: string): string | undefined {
  for (const pattern of HOSTS) {
    const host = pattern.exec(text)?.[1]?.replace(/[.:]+$/, '');
    if (host !== undefined && /[.:]/.test(host)) return host;
  }
  return undefined;
}

const NAME = '([\\w.:-]{3,255})';
const HOSTS: readonly RegExp[] = [
  `while talking to ${NAME}`,
  `\\bby ${NAME} ?\\[[\\da-fA-F.:]{3,45}\\]`,
  `\\bhost:? ${NAME} ?[[(<]`,
  `\\bremote (?:host|server|mta)[: ]{1,3}${NAME}`,
  `\\bserver:? ${NAME} ?[[(<]`,
  `\\bhost[: ] ?${NAME}`,
  `\\bconnect(?:ed|ing)? to ${NAME}`,
  `^${NAME} \\[[\\da-fA-F.:]{3,45}\\]`,
  `^[ \\t]{0,8}${NAME} (?:does not like|did not like|failed|rejected|said|responded|gave this error)`,
  `\\bserver ${NAME} (?:gave|responded|said|rejected|returned)`,
  `\\bremote system: (?:dns;)? ?${NAME}`,
  `\\bSMTP server <${NAME}>`,
].map((source) => new RegExp(source, 'im'));
