import { verbs } from '../smtp/verbs.ts';
import { textOfOctets } from '../text/utf8.ts';
import { decodeBase64, isTextOctet } from './base64.ts';
import { type FoundSecret, isHidden, type SecretKind } from './secret.ts';

/** What a login's answer holds, as far as its form tells. */
export interface SaslResponse {
  /** `hidden`: a tool put something else in the place of the secret. */
  readonly kind: SecretKind | 'hidden';
  readonly passwords: readonly string[];
}

/** Longer answers are tickets of Kerberos and tokens; their form is told from their start. */
const LONGEST = 20_000;

/** Reads base64 as an answer of a SASL mechanism; undefined where it has the form of none. */
export function readSaslResponse(token: string): SaslResponse | undefined {
  if (token.length < 8 || token.length > LONGEST) return undefined;
  // The second and third message of NTLM are told by their number; the second is the server's.
  if (token.startsWith('TlRMTVNTUAAD')) return { kind: 'digest', passwords: [] };
  const octets = decodeBase64(token, isTextOctet);
  return octets === undefined ? undefined : readDecoded(textOfOctets(octets) ?? octets);
}

/** RFC 4616 2, RFC 2195 2, RFC 5802 7, RFC 2831 2.1.2, RFC 7628 3.1 and the XOAUTH2 that came before it. */
export function readDecoded(text: string): SaslResponse | undefined {
  const parts = text.split('\0');
  if (parts.length === 3 && parts[1] !== '' && !text.includes('\u0001')) {
    const password = parts[2] as string;
    return isHidden(password) ? HIDDEN : { kind: 'login', passwords: [password] };
  }
  const bearer = bearerIn(text);
  if (bearer !== undefined) {
    return isHidden(bearer) ? HIDDEN : { kind: 'token', passwords: bearer.length < 12 ? [] : [bearer] };
  }
  // Tools print what they computed also as it is: the digest is searched for like a password.
  const digest = /^[^\s\0]{1,300} ([0-9a-f]{32})$/i.exec(text)?.[1];
  if (digest !== undefined) return { kind: 'digest', passwords: [digest] };
  if (/^c=[A-Za-z0-9+/=]{1,500},r=[^,]{1,500},(?:.{0,500},)?p=[A-Za-z0-9+/=]{1,500}$/.test(text)) {
    return { kind: 'digest', passwords: [] };
  }
  const response = /(?:^|,)response=([0-9a-f]{32})/i.exec(text)?.[1];
  return response === undefined || !/username=/i.test(text) ? undefined : { kind: 'digest', passwords: [response] };
}

/** The token of `user=…^Aauth=Bearer …^A^A` and `n,a=…,^A…^Aauth=Bearer …^A^A`. */
function bearerIn(text: string): string | undefined {
  if (!/^(?:user=|[ny],)/i.test(text)) return undefined;
  const [, ...parts] = text.split('\u0001');
  return parts.map((part) => /^auth=\w{1,20}[ \t]{1,20}(\S{1,10000})/i.exec(part)?.[1]).find(Boolean);
}

/** A shorter line was not wrapped. */
const WIDTH = 72;
/** Consoles wrap at 80 columns, mail programs what they quote: what is left of the answer then stands on the next lines. */
const WRAPPED = /(?:\r?\n|\r)[ \t>|]{0,8}([A-Za-z0-9+/]{4,200}={0,2})(?=[ \t]{0,8}(?:[\r\n]|$))/y;

/** What is left of an answer that ends at an offset, where its line was wrapped, and how far rows were looked at. */
export function wrappedRest(text: string, token: string, end: number): { secret?: FoundSecret; end: number } {
  const width = end - text.lastIndexOf('\n', end - 1) - 1;
  if (token.length % 4 === 0 && width < WIDTH && readSaslResponse(token) !== undefined) return { end };
  const rows: string[] = [];
  let start = end;
  let to = end;
  for (let length = token.length; length <= LONGEST; ) {
    WRAPPED.lastIndex = to;
    const row = WRAPPED.exec(text)?.[1];
    if (row === undefined || verbs.has(row)) break;
    to = WRAPPED.lastIndex;
    if (rows.length === 0) start = to - row.length;
    rows.push(row);
    length += row.length;
    // The last one is shorter.
    if (row.endsWith('=') || row.length < (rows[0] as string).length) break;
  }
  const whole = rows.length === 0 ? undefined : readSaslResponse(token + rows.join(''));
  if (whole === undefined || whole.kind === 'hidden') return { end: to };
  return { secret: { start, end: to, kind: whole.kind, encoded: true, passwords: whole.passwords }, end: to };
}

const HIDDEN: SaslResponse = { kind: 'hidden', passwords: [] };

/** What a server asks with (RFC 4954 4, and the drafts of LOGIN), where it is taken for an answer. */
export const CHALLENGE = /^(?:user(?: ?name)?|pass(?:word)?|login):?\0?$/i;
