import { mayBeDnsJson } from './json/dnsJson.ts';
import { FOREIGN_LETTERS } from './nslookup/nslookupWords.ts';
import { skipMarkup } from './toolLines.ts';

/** Marks and blanks in front of an output. */
const DEEPEST = 60;
/** A prompt ends within this many characters. */
const LONGEST_PROMPT = 150;
const LONGEST_NAME = 300;

/**
 * Whether the line from `start` to `end` may be the first of a lookup, told from its first characters alone. It is
 * asked of every line of a text, so that it copies nothing and stops at the first character that decides.
 */
export function mayBegin(text: string, start: number, end: number): boolean {
  let at = start;
  let marked = false;
  for (const stop = Math.min(end, start + DEEPEST); at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === 62 || code === 124) marked = true;
    else if (code !== 32 && code !== 9 && code !== 160) break;
  }
  if (at === end) return false;
  if (text.charCodeAt(at) === LESS || text.charCodeAt(at) === TICK) at = skipMarkup(text, at, end);
  switch (text.charCodeAt(at)) {
    case BRACE:
    case BRACKET:
      if (mayBeDnsJson(text, at)) return true;
      break;
    case DOLLAR:
      if (text.startsWith('$ORIGIN', at) || text.startsWith('$TTL', at)) return true;
      break;
    case AT:
      if (text.charCodeAt(at + 1) === 32 || text.charCodeAt(at + 1) === 9) return true;
      break;
    case SEMICOLON:
      return true;
    case QUOTE:
      return text.charCodeAt(at + 2) === EQUALS;
    case AMPERSAND:
      return text.startsWith('&gt;', at) || text.startsWith('&quot;v=', at);
    case ASTERISK:
      return text.startsWith('** ', at) || text.startsWith('*** ', at);
    case HASH:
      return text.startsWith('# Check of ', at) || isTool(text, skipBlanks(text, at + 1, end));
    case DASH:
      return (
        text.startsWith('- type: ', at) ||
        text.startsWith('----------', at) ||
        /^-\r?\n {1,5}type: /.test(text.slice(at, at + 20))
      );
  }
  return words(text, at, end, marked) || addressBelow(text, at, end);
}

/** Whether nslookup's `Address:`, the same in all languages, stands on the line below one that names something. */
function addressBelow(text: string, start: number, end: number): boolean {
  let at = end;
  if (text.charCodeAt(at) === 13) at++;
  if (text.charCodeAt(at) === 10) at++;
  while (at - end < DEEPEST && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 62)) at++;
  return text.startsWith('Address', at) && text.slice(start, Math.min(end, start + LONGEST_NAME)).includes(':');
}

const DOLLAR = 36;
const AT = 64;
const BRACE = 123;
const BRACKET = 91;
const LESS = 60;
const TICK = 96;
const SEMICOLON = 59;
const QUOTE = 34;
const EQUALS = 61;
const COLON = 58;
const AMPERSAND = 38;
const ASTERISK = 42;
const HASH = 35;
const DASH = 45;
const DOT = 46;

/** A preference; lines of logs begin with longer numbers or go on with other things. */
const isDigits = (text: string, start: number, end: number): boolean =>
  end - start <= 5 && /^\d{1,5}$/.test(text.slice(start, end));

/** Characters that a prompt holds and the first word of other lines mostly does not: `\ @ ~ $ # % > [ (`. */
const isPromptSign = (code: number): boolean =>
  code === 92 || code === 64 || code === 126 || (code >= 35 && code <= 37) || code === 62 || code === 91 || code === 40;

function words(text: string, start: number, end: number, marked: boolean): boolean {
  let at = start;
  let dots = 0;
  let prompt = false;
  for (const stop = Math.min(end, start + LONGEST_NAME); at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9 || code === 160) break;
    if (code === 46) dots++;
    else if (isPromptSign(code)) prompt = true;
  }
  // The prompt of a shell in a container names the folder alone.
  if (prompt || text.startsWith('PS ', start) || text.startsWith('/ # ', start)) return holdsCommand(text, start, end);
  const second = skipBlanks(text, at, end);
  if (isDigits(text, start, at)) return second < end && text.charCodeAt(end - 1) === DOT;
  // A name alone: the fields of its record stand below it.
  if (second >= end) return ((dots > 0 || marked) && isOwner(text, end)) || isFirstWord(text, start);
  return isSecondWord(text, second, end) || isFirstWord(text, start);
}

/** Whether the line behind `end` may be a field (`text =`), or nslookup's head behind a typed name. */
function isOwner(text: string, end: number): boolean {
  const stop = Math.min(text.length, end + 100);
  let breaks = 0;
  for (let at = end; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === EQUALS || code === COLON) return true;
    if ((code === 10 || code === 13) && ++breaks > 3) return false;
  }
  return false;
}

function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && at - start < 200) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 160) break;
    at++;
  }
  return at;
}

/** A prompt's last sign with a tool behind it. */
function holdsCommand(text: string, start: number, end: number): boolean {
  for (let at = start; at < Math.min(end, start + LONGEST_PROMPT); at++) {
    const code = text.charCodeAt(at);
    if (code !== 62 && code !== 35 && code !== 36 && code !== 37 && code !== SEMICOLON) continue;
    if (isTool(text, skipBlanks(text, at + 1, end))) return true;
  }
  return false;
}

const TOOL =
  /(?:sudo |kubectl exec |docker(?:[ -]compose)? exec |m?dig\b|kdig\b|drill\b|delv\b|host\b|unbound-host\b|nslookup\b|resolve-dnsname\b|dog(?:go)?\b|q [A-Za-z@]|resolvectl query\b)/iy;

export function isTool(text: string, at: number): boolean {
  switch (text.charCodeAt(at) | 32) {
    case 100: // d
    case 104: // h
    case 107: // k
    case 109: // m
    case 110: // n
    case 113: // q
    case 114: // r
    case 115: // s
    case 117: // u
      TOOL.lastIndex = at;
      return TOOL.test(text);
    default:
      return false;
  }
}

const FIRST =
  /(?:(?:default )?server ?:|server predefinito|standa{1,2}rdserver|serveur[ :]|servidor[ :]|serwer[ :]|domy.lny serwer|nom(?:e|bre)? ?:|naam:|nazwa:|nicht[ -]autori|nicht-?autoritativ|r.ponse ne faisant|respuesta no aut|n.o . resposta|resposta n.o|risposta |nieautorytatywna|niet-bindend|dns request timed out|non-authoritative answer:|authoritative answers can|name: |name {1,80}(?::|type )|trying "|error: error sending|using domain server:|host \S{1,300} not found|nameserver |validation failure <|resolve-dnsname ?:|type: DELV_|set (?:q|t|d)|soa \S{1,300} \S{1,300} \d|(?:a|aaaa|mx|ns|txt|srv|ptr|caa|tlsa|cname) \S{1,300}\. {1,20}\d{1,4}[dhms]|l?server \S|hostname {1,80}recordtype |id \d{1,5}(?:\r?\n)opcode |mx:\S|pref\s{1,20}hostname\b|(?:dig|host|nslookup|opendkim-testkey): )/iy;

/** What tools begin a line with that is no name. */
function isFirstWord(text: string, at: number): boolean {
  switch (text.charCodeAt(at) | 32) {
    case 97: // a
    case 100: // d
    case 101: // e
    case 99: // c
    case 104: // h
    case 105: // i
    case 108: // l
    case 109: // m
    case 110: // n
    case 111: // o
    case 112: // p
    case 114: // r
    case 115: // s
    case 116: // t
    case 117: // u
    case 118: // v
      FIRST.lastIndex = at;
      if (FIRST.test(text)) return true;
      return isTool(text, at);
    default:
      return FOREIGN_LETTERS.has(text.charCodeAt(at)) || isTool(text, at);
  }
}

const SECOND =
  /(?:\d[\dsmhdw]{0,15}\s{1,80}(?:IN|CH|HS)\s|(?:IN|CH|HS)\s|has (?:[A-Z]|address|no )|mail (?:is handled|exchanger)|descriptive text|is an alias|domain name pointer|name(?:server)?(?: server|\s{0,20}=)|MX preference|text\b|internet address|AAAA IPv6|canonical name|service\b|rdata_\d|SRV service|resolve call failed)/iy;

/** What tools print behind the name of a record. */
function isSecondWord(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) {
    // Most lines of a log have a number here, and no class behind it.
    let next = at + 1;
    while (next < end && next - at < 16 && text.charCodeAt(next) > 32) next++;
    const third = skipBlanks(text, next, end);
    if (text.charCodeAt(at - 1) <= 32 && isTypeAt(text, third)) return true;
    const code = text.charCodeAt(third);
    if (code !== 73 && code !== 67 && code !== 72) return text.startsWith('-- link: ', third);
  } else if (!SECOND_STARTS.has(code | 32)) return false;
  SECOND.lastIndex = at;
  return SECOND.test(text);
}

/** Of a record without its class. */
function isTypeAt(text: string, at: number): boolean {
  TYPE.lastIndex = at;
  return TYPE.test(text);
}

const TYPE = /(?:A|AAAA|MX|NS|TXT|SRV|PTR|SOA|CAA|TLSA|CNAME|SPF|DS)[ \t]/y;

const SECOND_STARTS: ReadonlySet<number> = new Set([...'ichamdntrs'].map((letter) => letter.charCodeAt(0)));
