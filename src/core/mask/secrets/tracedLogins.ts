import { endOfLine } from '../../text/lines.ts';
import { textOfOctets } from '../../text/utf8.ts';
import { decodeBase64, isTextOctet } from '../base64.ts';
import { CHALLENGE, readSaslResponse, wrappedRest } from '../saslResponse.ts';
import { type FoundSecret, isHidden } from '../secret.ts';
import type { Searched } from './searched.ts';

/** The n of a line break that is spelt out is none of a word. */
const TOKENS = /(?<![A-Za-z0-9+/]|(?<!\w)=)(?:(?<=\\)[nrt])?(?<token>[A-Za-z0-9+/]{8,8000}={0,2})(?![A-Za-z0-9+/=])/g;
const AUTH =
  /\bAUTH(?:ENTICATE)?(?:[ \t]{1,4}|=)["']?(?:PLAIN|XOAUTH2?|OAUTHBEARER|CRAM-MD5|DIGEST-MD5|NTLM|GSSAPI|SCRAM-[A-Z0-9-]{3,20})["']?[ \t]{1,4}["']?([A-Za-z0-9+/]{6,4000}={0,2})(?![A-Za-z0-9+/=-])/gi;
const MECHANISM = /^[A-Z0-9-]{2,20}$/;

/** PLAIN without another user, XOAUTH2 and OAUTHBEARER begin so: few rows of other base64 do. */
const BEGINS = /^(?:A[A-P]|dXNlcj|bixhP)[A-Za-z0-9+/]{28}/;

/** Ids of queues are hexadecimal or without padding, and happen to decode to three parts (RFC 4648 3.2, RFC 4616 2). */
const isQueueId = (token: string): boolean =>
  /^(?:[0-9A-F]{8,16}|[0-9a-f]{8,16})$/.test(token) || (token.length % 4 !== 0 && token.length < 16);

/** Answers of logins wherever they stand, told by what their base64 holds. */
export function* encodedLogins({ text }: Searched): Iterable<FoundSecret> {
  /** How far rows were looked at that an answer may go on with. */
  let rows = 0;
  for (const match of text.matchAll(TOKENS)) {
    const token = match.groups?.token as string;
    if (isQueueId(token)) continue;
    const end = match.index + match[0].length;
    const rest = match.index >= rows && BEGINS.test(token) ? wrappedRest(text, token, end) : undefined;
    rows = rest?.end ?? rows;
    const read = readSaslResponse(token);
    const kind = read?.kind ?? rest?.secret?.kind;
    if (kind === undefined || kind === 'hidden') continue;
    yield { start: end - token.length, end, kind, encoded: true, passwords: read?.passwords ?? [] };
    if (rest?.secret !== undefined) yield rest.secret;
  }
  for (const match of text.matchAll(AUTH)) {
    const token = match[1] as string;
    if (MECHANISM.test(token) || isHidden(token) || readSaslResponse(token)?.kind === 'hidden') continue;
    const to = match.index + match[0].length;
    yield { start: to - token.length, end: to, kind: 'response', encoded: true, passwords: [token] };
  }
}

/** A login starts, or a server asks (RFC 4954 4; RFC 9051 6.2.2 with a plus sign), or says how it ended. */
const STEP =
  /\bAUTH(?:ENTICATE)?(?:[ \t]{1,4}|=)["']?LOGIN\b["']?(?:[ \t]{1,4}["']?(?<initial>(?!(?:PLAIN|CRAM-MD5|NTLM|DIGEST-MD5|GSSAPI|X?OAUTH\w{0,6}|SCRAM-\S{1,20})\b)[A-Za-z0-9+/]{2,400}={0,2}))?|(?<![\d.:])(?:334|\+)[ \t]{1,4}["']?(?<asks>VXNlcm5hbWU6?|VXNlcm5hbWU=|VXNlciBOYW1lAA==|UGFzc3dvcmQ6?|UGFzc3dvcmQ=|dXNlcm5hbWU6|cGFzc3dvcmQ6|cGFzc3dvcmQ=|VVNFUk5BTUU6|UEFTU1dPUkQ6|UGFzc3dvcmQA|UGFzc3dvcmQ6AA==)/gi;
/** Base64 at the end of a line or a cell, perhaps with the line end spelt out or in quotes. */
const ANSWER =
  /(?:^|[\s"'`>:=|(\]])(?<token>[A-Za-z0-9+/]{2,400}={0,2})(?:\\r)?(?:\\n)?["'`\])>|<,;.*]{0,6}[ \t]{0,8}(?:<[^<>]{0,40}>|\|.{0,200})?$/;
/** Lines and characters behind a step in which its answer is looked for. */
const LINES = 8;
const REACH = 1500;

/** The passwords of LOGIN in texts that are no conversation: what answers the second request. */
export function* tracedLogins(searched: Searched): Iterable<FoundSecret> {
  const { text } = searched;
  if (!searched.hasAny(['auth', '334', '+ '])) return;
  let until = 0;
  for (const step of text.matchAll(STEP)) {
    if (step.index < until) continue;
    const { initial, asks } = step.groups ?? {};
    const decoded = decodeBase64(asks ?? '', isTextOctet) ?? '';
    let asked: 'user' | 'password' = initial !== undefined || /^pass/i.test(decoded) ? 'password' : 'user';
    let from = nextLine(text, step.index + step[0].length);
    const reach = Math.min(text.length, step.index + REACH);
    for (let count = 0; count < LINES && from < reach; count++) {
      const end = endOfLine(text, from, reach);
      const line = text.slice(from, end);
      const start = from;
      from = nextLine(text, end);
      if (/\bAUTH[ =]/i.test(line)) break;
      until = from;
      if (/(?<![\d.:-])[245]\d\d[ -](?!\d)/.test(line)) break;
      const asks = /(?<![\d.:])(?:334|\+)[ \t]{1,4}["']?([A-Za-z0-9+/]{4,60}={0,2})?/.exec(line);
      if (asks !== null) {
        const word = decodeBase64(asks[1] ?? '', isTextOctet) ?? '';
        asked = /^pass/i.test(word) ? 'password' : /^(?:user|login|account)/i.test(word) ? 'user' : asked;
        continue;
      }
      const token = line.length > 600 ? undefined : answerIn(line);
      if (token !== undefined && isHidden(token)) break;
      const password = token === undefined ? undefined : decodedPassword(token);
      if (token === undefined || password === undefined) continue;
      if (CHALLENGE.test(password)) {
        asked = /^pass/i.test(password) ? 'password' : 'user';
        continue;
      }
      if (asked === 'user') {
        asked = 'password';
        continue;
      }
      if (!isHidden(password)) {
        const at = start + line.lastIndexOf(token);
        yield { start: at, end: at + token.length, kind: 'password', encoded: true, passwords: [password] };
      }
      break;
    }
  }
}

/** The plus sign of a diff is a digit of base64 too. */
function answerIn(line: string): string | undefined {
  const token = ANSWER.exec(line)?.groups?.token;
  const rest = line.startsWith('+') ? ANSWER.exec(line.slice(1))?.groups?.token : undefined;
  return rest !== undefined && decodedPassword(rest) !== undefined ? rest : token;
}

/** What a token says; undefined where it is no text, and so no answer. */
function decodedPassword(token: string): string | undefined {
  if (token.length % 4 !== 0) return undefined;
  const octets = decodeBase64(token, isTextOctet);
  return octets === undefined ? undefined : textOfOctets(octets);
}

function nextLine(text: string, from: number): number {
  const end = endOfLine(text, from, text.length);
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}
