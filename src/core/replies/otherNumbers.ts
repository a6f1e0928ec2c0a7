import { atEnd } from '../text/atEnd.ts';

/**
 * What shows that a number is none, each word written out: what was expected in the place of a reply, what is counted or measured, numbers of
 * ports, lines, issues and versions, and statuses of HTTP.
 */
const notReplies: readonly RegExp[] = [
  /\b(?:expect|expected|expecting|expects|want|wanted|wanting|wants|should(?: be| have been)?|instead of|rather than|not(?: an?)?|erwartet|erwarten|attendu|attendue|esperado|esperada|esperaba|atteso|attesa|verwacht|ожидал\p{L}{1,3}|期望|预期|想定)[:,]?(?: (?:smtp|response|return|reply|status|to|get|receive|be|one of|a|an|the|any of)){0,4}[ _]?(?:code|codes|code\(s\)|status)?[:=]{0,2}["'([{ ]{0,4}(?:\d{3}(?:\/|, ?|\||, or | or |["'] or ["'])){0,8}$/iu,
  /!==?["' (]{0,3}$/iu,
  /\b(?:line|ligne|línea|zeile|port|ports|size|length|(?<!(?:sent|received|read|wrote) \d{1,9} )(?:bytes|octets)|count|total|pid|uid|gid|tid|version|ver|timeout|delay|duration|elapsed|took|retries|attempt|attempts|queue|queued|row|rows|page|step|number|limit|max|min|offset|pos|position|index|seq|priority|pri|score|price|udp|tcp|tel|phone|fax|room|zip|build|rev|error line|errno|event ?id|thread|process|job|ticket|issue|pr|size_limit|weight|width|height)(?: (?:is|was|of|number|no\.?))?["'\\]{0,8}[ ]?(?:[:=#]|=>)?["'\\ ([]{0,4}$/iu,
  /\b(?:http|https)(?:\/\d(?:\.\d)?)?["']?(?: (?:status|response|error|code|statuscode)){0,3}[ :=(["']{0,4}$/iu,
  /[$€£¥~≈] ?$|[\p{L}\d] [<>]=? $/iu,
];

/** Whether what stands in front of a number shows that it is no reply. */
export const isOtherNumber = atEnd(new RegExp(notReplies.map(({ source }) => source).join('|'), 'iu'));

/** Whether a line is one of a list of programs and their versions: the next to it has a number that is no status. */
export function isAmongVersions(text: string, at: number): boolean {
  const front = text.slice(Math.max(0, at - 200), at);
  const behind = text.slice(at, at + 200);
  if (!/: ?$/.test(front.slice(-2))) return false;
  const from = Math.max(front.lastIndexOf('\n'), front.lastIndexOf('\r')) + 1;
  if (!VERSION.test(front.slice(from) + behind.split(/[\r\n]/, 1)[0])) return false;
  const above = front
    .slice(0, from)
    .trimEnd()
    .split(/[\r\n]/)
    .at(-1) as string;
  const below = /[\r\n]\s*([^\r\n]*)/.exec(behind)?.[1] ?? '';
  return [above, below].some((line) => VERSION.test(line) && !/ [245]\.\d\.\d{1,3}\s*$/.test(line));
}

const VERSION = /^[ \t*-]{0,8}[A-Za-z][\w .-]{1,60}: ?v?\d{1,4}(?:\.\d{1,5}){1,3}[ \t]*$/;

/** A program with its process id: `opendkim[221]: …`; a word that announces a reply is none. */
export const endsInProgram = atEnd(
  /(?:^|[\s>])(?!\S{0,30}(?:code|error|err|status|reply|response|smtp|server|said|failed|rejected)$)[a-z][\w./-]{1,60}$/i,
);

/** Behind a number: the reply that was expected in its place (`452, want 250`). */
export const insteadOf =
  /^["')\]]{0,2},? ?[([]?(?:but )?(?:want(?:ed)?|expect(?:ed|ing|s)?|instead of|rather than|not|!==?)(?: (?:code|status|reply|response|an?|was|were)){0,2}[:=]?[ "']{0,2}(?:220|221|235|25[0-2]|334|354)\b/i;

/** Words behind a number that is a quantity, or names a process or thread in front of what a program logs. */
export const measured =
  /^[ -]{1,2}(?:but (?:got|received)\b|LOG: |[Cc]onnecting to|SMTP(?:<<|>>|\()|delivering \d|set_process_|[RT]: \w|using ACL|processing "|expanding: |bytes|octets|[kKmMgGtT]i?B\b|characters|chars|recipients\b(?= (?:were|are|have|per|in)|[).,]|$)|messages\b(?! (?:rejected|refused|blocked|from))|mails\b|emails\b|e-mails\b|seconds|secs?\b|ms\b|minutes|mins?\b|hours|days|weeks|lines|users?\b(?= (?:were|are|have|per|in)|[).,]|$)|people|persons|times|errors\b|files|rows|items|results|connections\b|accounts\b|customers|clients\b|percent|euros?|dollars|px|mbit|kbit|of |more |other |pieces|years|tests|pages|TID-|(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL) )/;

/** Reasons of HTTP (RFC 9110 15), which share numbers with replies. */
export const ofHttp =
  /^[ -]["']?(?:Bad Request|Unauthorized|Payment Required|Forbidden|Not Found|Method Not Allowed|Not Acceptable|Proxy Auth|Request Timeout|Conflict|Gone|Length Required|Payload Too|Too Many Requests|Internal Server Error|Not Implemented|Bad Gateway|Service (?:Temporarily )?Unavailable$|Gateway Time-?out|HTTP Version|OK$|Created$|Accepted$|No Content$)/i;
