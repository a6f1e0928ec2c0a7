import { GAP } from './gaps.ts';
import { findSaid } from './glance.ts';
import { isReplyAt, looksLikeCommand } from './grammar.ts';
import type { Frame, Rows } from './rows.ts';

/** How many lines are looked at to see a frame. */
const AHEAD = 10;

/** The frames that may stand around a conversation which starts at `line`: quoting marks, bars, bullets, numbers, indents. */
export function framesAt(rows: Rows, line: number): Frame[] {
  const found: Frame[] = [];
  const text = rows.lines.at(line).length > 2000 ? '' : rows.text(line);
  const quote = quoteFrame(rows, line, text);
  if (quote !== undefined) found.push(quote);
  const number = numberFrame(rows, line, text);
  if (number !== undefined) found.push(number);
  const bullet = bulletFrame(rows, line, text);
  if (bullet !== undefined) found.push(bullet);
  const indent = indentFrame(rows, line, text);
  if (indent !== undefined) found.push(indent);
  return found;
}

const QUOTE = /^[ \t]{0,4}(?:[>|\u2502]|&gt;)[ \t]?/;

/** Quoting marks of a mail, one level of them: the levels below are frames within this one. */
function quoteFrame(rows: Rows, line: number, text: string): Frame | undefined {
  const first = QUOTE.exec(text);
  if (first === null) return undefined;
  let quoted = 0;
  let replies = 0;
  for (let i = line; i < Math.min(rows.limit, line + AHEAD); i++) {
    const next = rows.text(i);
    if (next.trim() === '') continue;
    if (/^[ \t]{0,4}<(?:[< ]|$)/.test(next)) return undefined;
    const match = QUOTE.exec(next);
    if (match === null) break;
    quoted++;
    if (/^[ \t>|]{0,12}[2-5]\d\d[ -]/.test(next.slice(match[0].length))) replies++;
    if (/^[ \t>|]{0,12}(?:[<*~]|[SC]:|-?->|===|\w{3,6}: )/.test(next.slice(match[0].length))) replies++;
  }
  if (quoted < 2 || replies === 0) return undefined;
  return {
    key: '>',
    skip: (words) => {
      const match = QUOTE.exec(words.length > 100 ? words.slice(0, 100) : words);
      return match === null ? -1 : match[0].length;
    },
  };
}

const NUMBER = /^[ \t]{0,8}(\d{1,6})(?:[.:)|\]]|[ \t]*[|\u2502])?(?<blanks>[ \t]{1,4})/;

const blanksBehind = (match: RegExpExecArray): number => match.groups?.blanks?.length ?? 0;

/** Line numbers, each one greater than the one before; blanks behind them that not every line has are part of what is said. */
function numberFrame(rows: Rows, line: number, text: string): Frame | undefined {
  const first = NUMBER.exec(text);
  if (first === null) return undefined;
  let number = Number(first[1]);
  let blanks = blanksBehind(first);
  let told = 0;
  for (let i = line + 1; i < Math.min(rows.limit, line + AHEAD) && told < 3; i++) {
    const next = rows.text(i);
    if (next.trim() === '') continue;
    const match = NUMBER.exec(next.length > 100 ? next.slice(0, 100) : next) ?? BARE_NUMBER.exec(next);
    if (match === null || Number(match[1]) !== number + 1) return undefined;
    number++;
    told++;
    if (match.groups !== undefined) blanks = Math.min(blanks, blanksBehind(match));
  }
  if (told === 0) return undefined;
  return {
    key: '1',
    skip: (words) => {
      const head = words.length > 100 ? words.slice(0, 100) : words;
      const match = NUMBER.exec(head) ?? BARE_NUMBER.exec(head);
      return match === null ? -1 : match[0].length - Math.max(0, blanksBehind(match) - blanks);
    },
  };
}

const BARE_NUMBER = /^[ \t]{0,8}(\d{1,6})[.:)|\]]?$/;

const BULLET = /^[ \t]{0,8}(?:[-*+\u2022\u00b7\u25cf\u25aa]|\d{1,3}\.)[ \t]{1,4}/;

function bulletFrame(rows: Rows, line: number, text: string): Frame | undefined {
  const first = BULLET.exec(text);
  if (first === null || findSaid(text.slice(first[0].length), 0, 1) !== 0) return undefined;
  let next = line + 1;
  while (next < rows.limit && next < line + 3 && rows.text(next).trim() === '') next++;
  const second = BULLET.exec(rows.text(next));
  if (second === null || findSaid(rows.text(next).slice(second[0].length), 0, 1) !== 0) return undefined;
  return {
    key: '*',
    skip: (words) => BULLET.exec(words.slice(0, 40))?.[0].length ?? (/^[ \t]{2}/.test(words) ? 0 : -1),
  };
}

/** The blanks that every line of the next few has. */
function indentFrame(rows: Rows, line: number, text: string): Frame | undefined {
  let least = text.length - text.trimStart().length;
  for (let i = line + 1; i < Math.min(rows.limit, line + AHEAD) && least > 0; i++) {
    const next = rows.text(i);
    if (next.trim() !== '') least = Math.min(least, next.length - next.trimStart().length);
  }
  if (least < 2) return undefined;
  return {
    key: `${least}`,
    skip: (words) => {
      let blanks = 0;
      while (blanks < least && (words.charCodeAt(blanks) === 32 || words.charCodeAt(blanks) === 9)) blanks++;
      return blanks;
    },
  };
}

/** Whether the line is a reply behind marks of a quotation, which are marks of some tools, too. */
export const isQuoted = (text: string): boolean => /^[ \t]{0,8}[>|][ \t>|]{0,40}[2-5]\d\d[ -]/.test(text);

/** Whether a reply behind marks of a quotation is one that a notice in the same quotation tells. */
export const isQuotedNotice = (rows: Rows, line: number): boolean => isTold(rows, line) || isAnnounced(rows, line);

const MARKS = /^(?:[ \t]{0,8}[>|]){1,8}/;

/** What a line says, without marks of a quotation that no frame has taken off. */
const wordsOf = (rows: Rows, line: number): string => rows.text(line).slice(0, LONGEST).replace(MARKS, '').trim();

/** No command and no sentence that announces a reply is longer. */
const LONGEST = 2100;

/**
 * Whether a notice to a person tells this reply as what a server answered: the sentence with which Gmail and others
 * announce it stands above, and nobody goes on speaking below.
 */
export function isTold(rows: Rows, line: number): boolean {
  if (line === 0 || !isReplyAt(wordsOf(rows, line), 0)) return false;
  let above = line - 1;
  while (above > 0 && line - above < 3 && wordsOf(rows, above) === '') above--;
  if (!TELLING.test(wordsOf(rows, above).slice(0, 120))) return false;
  for (let i = line + 1; i < Math.min(rows.limit, line + GAP) && rows.has(i); i++)
    if (looksLikeCommand(wordsOf(rows, i))) return false;
  return true;
}

/** The sentence of Gmail in the languages that it speaks, and of the notices before it. */
const TELLING =
  /^[*_`]{0,3}(?:the response(?: from the (?:remote|other|recipient['’]?s?) server)? was|the error (?:that )?the other server returned was|die antwort(?: (?:des|vom) [\w-]{3,20}servers?)? (?:lautete?|war)|la réponse(?: du serveur distant)? (?:est la suivante|était|a été)|la respuesta(?: del servidor remoto)? (?:es la siguiente|fue|ha sido)|la risposta(?: del server remoto)? (?:è la seguente|è stata|era)|a resposta(?: do servidor remoto)? (?:foi|é a seguinte)|(?:het antwoord|de reactie)(?: van de externe server)? (?:was|luidde)|odpowiedź(?: ze?)?(?: zdalnego)? serwera(?: zdalnego)?|odpowiedź|ответ(?: удал[её]нного сервера)?|відповідь(?: віддаленого сервера)?|odpověď(?: vzdáleného serveru)?|svaret(?: från fjärrservern| fra (?:fjernserveren|den eksterne serveren?))? var|(?:etäpalvelimen )?vastaus oli|(?:uzak sunucudan (?:gelen )?)?yanıt|a (?:távoli szerver|válasz) .{0,30}|(?:リモート ?サーバー?からの)?応答|(?:远程|遠端)(?:服务器|伺服器)的?(?:响应|回应|回應)(?:如下|为|為)?|(?:원격 서버의 )?응답(?:은 다음과 같습니다)?) ?[:：][*_`]{0,3}$/iu;

/**
 * The line above announces what another server said: the words of a notice, or the recipient on a line of its own. Or
 * it holds the first line of the reply behind other words, and the reply is quoted with them.
 */
export function isAnnounced(rows: Rows, line: number): boolean {
  let first = line;
  while (first > 0 && line - first < REPLY_LINES && /^[2-5]\d\d-/.test(wordsOf(rows, first - 1))) first--;
  const above = first === 0 ? '' : wordsOf(rows, first - 1).slice(0, 400);
  const reply = wordsOf(rows, line);
  const begins = above.indexOf(`${reply.slice(0, 3)}-`);
  if (begins > 0 && /[\s("'“:]/.test(above.charAt(begins - 1))) return true;
  return ANNOUNCED.test(above) || (RECIPIENT.test(above) && /^[45]/.test(reply));
}

/** Lines of one reply that are gone up. */
const REPLY_LINES = 30;

/** How Exim's notices break the line in front of the reply, and others that say so. */
const ANNOUNCED =
  /\b(?:SMTP error from remote (?:mail server|mailer) after [^:]{1,200}(?::<?[^\s>]{1,320}>?)?|remote (?:host|server) (?:said|replied|responded)):\s{0,4}$/i;

const RECIPIENT = /^<?[^\s<>@:]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}>?:?$/;
