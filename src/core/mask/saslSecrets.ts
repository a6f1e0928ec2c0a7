import type { Command, Conversation, SmtpEvent } from '../smtp/conversation.ts';
import { verbs } from '../smtp/verbs.ts';
import type { Span } from '../text/span.ts';
import { textOfOctets } from '../text/utf8.ts';
import { decodeBase64, isTextOctet } from './base64.ts';
import { CHALLENGE, readDecoded, readSaslResponse, wrappedRest } from './saslResponse.ts';
import { type FoundSecret, isHidden, type SecretKind } from './secret.ts';

/** What an answer of these mechanisms is where its form does not tell. */
const KINDS: ReadonlyMap<string, SecretKind> = new Map([
  ['PLAIN', 'login'],
  ['LOGIN', 'password'],
  ['CRAM-MD5', 'digest'],
  ['DIGEST-MD5', 'digest'],
  ['NTLM', 'digest'],
  ['XOAUTH', 'token'],
  ['XOAUTH2', 'token'],
  ['OAUTHBEARER', 'token'],
]);

/** Steps of one login (RFC 4954 4). */
interface Login {
  readonly mechanism: string;
  /** What LOGIN is asked for next. */
  asked: 'user' | 'password';
  /** How far rows were looked at that an answer may go on with. */
  rows: number;
}

/** The secrets that the logins of a conversation show; user names are none. */
export function* saslSecrets(text: string, conversation: Conversation): Iterable<FoundSecret> {
  for (const found of answers(text, conversation)) if (found.kind !== 'user') yield found;
}

/** Where the logins of a conversation give user names of their own (LOGIN), in base64 or as they are. */
export function* saslUsers(text: string, conversation: Conversation): Iterable<Span> {
  for (const found of answers(text, conversation)) if (found.kind === 'user') yield found;
}

type Found = FoundSecret | (Span & { readonly kind: 'user' });

function* answers(text: string, conversation: Conversation): Iterable<Found> {
  for (const session of conversation.sessions) {
    let login: Login | undefined;
    for (const index of session.events) {
      const event = conversation.events[index] as SmtpEvent;
      if (event.kind === 'command' && event.verb === 'AUTH') {
        const { mechanism, response } = argumentOf(text, event);
        login = { mechanism, asked: 'user', rows: 0 };
        if (response !== undefined) yield* answer(text, login, response);
      } else if (event.kind === 'reply') {
        if (event.code !== 334) login = undefined;
        else if (login !== undefined) login.asked = askedBy(event.text) ?? login.asked;
      } else if (isCommand(text, event)) {
        // A client that went on as if it had not been asked (RFC 4954 4 knows no command there): the login is over.
        login = undefined;
      } else if (event.kind === 'auth' || (login !== undefined && event.kind === 'command' && !event.known)) {
        login ??= { mechanism: '', asked: 'password', rows: 0 };
        yield* answer(text, login, trimmed(text, event));
      }
    }
  }
}

/** Whether a line is a command that SMTP knows, also where an answer to a 334 was due. */
function isCommand(text: string, event: SmtpEvent): boolean {
  if (event.kind === 'command') return event.known;
  const verb =
    event.kind === 'auth'
      ? /^[A-Z0-9-]{4,20}(?=[ \t\r\n]|$)/i.exec(text.slice(event.start, event.end))?.[0]
      : undefined;
  return verb !== undefined && verbs.has(verb.toUpperCase());
}

function argumentOf(text: string, command: Command): { mechanism: string; response?: Span } {
  const argument = text.slice(command.argument.start, command.argument.end);
  const match = /^[ \t]{0,8}(\S{1,40})(?:[ \t]{1,8}(?=\S))?/.exec(argument);
  const mechanism = match?.[1]?.toUpperCase() ?? '';
  const from = match?.[0].length ?? argument.length;
  if (from >= argument.trimEnd().length) return { mechanism };
  return {
    mechanism,
    response: { start: command.argument.start + from, end: command.argument.start + argument.trimEnd().length },
  };
}

/** What a challenge asks for; clients and servers write `Username:` and `Password:` in many ways. */
function askedBy(challenge: string): Login['asked'] | undefined {
  const word = /^[A-Za-z0-9+/=]{4,400}/.exec(challenge)?.[0] ?? '';
  const decoded = decodeBase64(word, isTextOctet) ?? '';
  if (/^(?:user|login|account)/i.test(decoded)) return 'user';
  return /^pass/i.test(decoded) ? 'password' : undefined;
}

function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && (text.charCodeAt(from) === 32 || text.charCodeAt(from) === 9)) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  return { start: from, end: to };
}

function* answer(text: string, login: Login, { start, end }: Span): Iterable<Found> {
  const value = text.slice(start, end);
  // A lone "=" is an empty answer, "*" gives up (RFC 4954 4).
  if (value === '=' || value === '*' || isHidden(value)) return;
  if (login.mechanism === 'LOGIN') {
    const { asked } = login;
    login.asked = 'password';
    if (asked === 'user') {
      yield { kind: 'user', start, end };
      return;
    }
    const octets = decodeBase64(value, isTextOctet);
    const password = octets === undefined ? value : (textOfOctets(octets) ?? octets);
    if (isHidden(password) || CHALLENGE.test(password)) return;
    yield { start, end, kind: 'password', encoded: octets !== undefined, passwords: [password] };
    return;
  }
  const read = /[^A-Za-z0-9+/=]/.test(value) ? readDecoded(value) : readSaslResponse(value);
  if (read?.kind === 'hidden') return;
  const kind = read?.kind ?? KINDS.get(login.mechanism) ?? 'response';
  yield { start, end, kind, encoded: true, passwords: read?.passwords ?? [] };
  if (value.length < 30 || start < login.rows) return;
  const rest = wrappedRest(text, value, end);
  login.rows = rest.end;
  if (rest.secret !== undefined) yield rest.secret;
}
