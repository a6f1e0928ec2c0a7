import { defined } from '../text/defined.ts';
import type { Span } from '../text/span.ts';
import type { Conversation } from './conversation.ts';

/** Where a session went, as the line of a tool tells it. */
export interface WhereTo {
  readonly host: string;
  readonly port?: number;
}

const IPV6 = '[\\dA-Fa-f]{0,4}(?::[\\dA-Fa-f]{0,4}){2,7}(?:\\.\\d{1,3}){0,3}';
const ADDRESS = `\\[${IPV6}\\]|${IPV6}(?![\\w:])`;
/** A name in a command may have one label; what a tool says has dots in it, or is no name. */
const TYPED = `(${ADDRESS}|[A-Za-z0-9](?:[\\w.-]{0,252}\\w)?)`;
const HOST = `(${ADDRESS}|localhost|[A-Za-z0-9][\\w-]{0,62}(?:\\.[\\w-]{1,63}){1,9})`;
const PORT = '(\\d{1,5}|smtps?|submissions?|ssmtp|urd)';
/** Behind a stamp, a prompt or a mark, or where the line begins. */
const START = '(?:^|[\\s>])';
const row = (pattern: string): RegExp => new RegExp(pattern, 'i');

/** What tools print, or people type, to say where they connect: the host, and behind it the port where it is said. */
const ROWS: readonly RegExp[] = [
  row(`${START}telnet(?:\\.exe)?(?:[ \\t]{1,4}-\\w{1,3}){0,4}[ \\t]{1,8}${TYPED}(?:[ \\t:]{1,8}${PORT})?(?![\\w.])`),
  row(`${START}Microsoft Telnet> ?o(?:pen)?[ \\t]{1,8}${TYPED}(?:[ \\t]{1,8}${PORT})?`),
  row(
    `${START}(?:nc|ncat|netcat)(?:\\.exe)?(?:[ \\t]{1,4}-{1,2}[\\w-]{1,20}(?:[ \\t]{1,4}\\d{1,5}(?=[ \\t]))?){0,8}[ \\t]{1,8}${TYPED}[ \\t:]{1,8}${PORT}(?![\\w.])`,
  ),
  row(`\\bs_client\\b.{0,300}?-connect[ =]["']?${TYPED}:${PORT}`),
  row(`\\bs_client\\b.{0,300}?-host[ =]${TYPED}[ \\t]{1,4}-port[ =]${PORT}`),
  row(`\\bswaks\\b.{0,400}?[ \\t](?:-s|--server)[ =]["']?${TYPED}["']?[ \\t].{0,300}?(?:-p|--port)[ =]${PORT}`),
  row(`\\bswaks\\b.{0,400}?[ \\t](?:-s|--server)[ =]["']?${TYPED}(?:[:/]${PORT})?`),
  row(`\\bgnutls-cli\\b.{0,200}?(?:-p|--port)[ =]${PORT}.{0,200}?[ \\t]${TYPED}$`),
  row(`${START}=== Trying ${HOST}:${PORT}\\.\\.\\.`),
  row(`Connected to ${HOST} \\([^)]{1,60}\\) port ${PORT}`),
  row(`${START}Trying ${HOST}:${PORT}\\.{3}`),
  row(`${START}=== Connected to ${HOST}\\.$`),
  row(`${START}Connected to ${HOST}(?::${PORT}|\\.?$)`),
  row(`${START}Connection to ${HOST} ${PORT} port \\[`),
  row(`${START}Ncat: Connected to ${HOST}:${PORT}\\.`),
  row(`\\bConnecting to ${HOST} \\[[^\\]]{1,60}\\](?::${PORT})?`),
  row(`\\bConnecting to '${HOST}:${PORT}'`),
  row(`${START}Resolving '${HOST}:${PORT}'`),
  row(`\\.\\.\\. Connecting to ${HOST}\\.? (?:port ${PORT} )?via `),
  row(`\\.\\.\\. while talking to ${HOST}[.:]{0,2}$`),
  row(`\\btrying (?:to connect to )?host "?${HOST}"?,? port ${PORT}`),
  row(`${START}connect: to \\('${HOST}', '?${PORT}'?\\)`),
  row(`\\bsmtps?://(?:[^\\s/@]{1,200}@)?${HOST}(?::${PORT})?`),
  row(`\\bopening to (?:ssl://|tls://)?${HOST}:${PORT}\\b`),
  row(`\\bFailed to connect to ${HOST} port ${PORT}`),
  row(`${START}Trying ${HOST}(?:\\.{3}|…|$)`),
  row(`onnection established to ${HOST}:${PORT}`),
  row(`${START}Ncat: SSL connection to ${HOST}:${PORT}`),
  row(`\\bopening connection to AF=\\d{1,3} ${HOST}:${PORT}`),
  row(`${START}=== CONNECT ${HOST}\\.?$`),
];

const SERVICES: Readonly<Record<string, number>> = {
  smtp: 25,
  submission: 587,
  smtps: 465,
  submissions: 465,
  ssmtp: 465,
  urd: 465,
};

/** Characters of a line that are looked at. */
const LIMIT = 800;

/** Where the line of a tool says that it connects; undefined where it says nothing of it. */
export function whereTo(line: string): WhereTo | undefined {
  const text = line.slice(0, LIMIT).trim();
  if (!HINT.test(text)) return undefined;
  for (const pattern of ROWS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const [first = '', second] = found.slice(1);
    const swapped = isPort(first) && second !== undefined && !isPort(second);
    const host = (swapped ? second : first).replace(/^\[|\]$/g, '').replace(/\.$/, '');
    const port = portOf(swapped ? first : second);
    if (host !== '' && !isPort(host)) return { host, ...(port !== undefined && { port }) };
  }
  return undefined;
}

/** Most lines of a tool say nothing of where it goes. */
const HINT =
  /telnet|(?:^|[\s>])(?:nc|ncat|netcat)[ .]|s_client|swaks|gnutls-cli|trying|connect|resolving|talking to|smtps?:\/\/|opening to/i;

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) || Object.hasOwn(SERVICES, text.toLowerCase());

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = SERVICES[text.toLowerCase()] ?? Number(text);
  return port >= 1 && port <= 65535 ? port : undefined;
}

export const isIpAddress = (host: string): boolean =>
  /^(?:\d{1,3}\.){3}\d{1,3}$/.test(host) || /^(?=[^:]{0,4}:)[\dA-Fa-f:.]{2,45}$/.test(host);

/**
 * What a tool says, in front of a session, of where it connects: a name before an address. Without a session no connection
 * came about, and all of the block counts.
 */
export function connectedTo(text: string, block: Conversation, session?: Span): WhereTo | undefined {
  if (block.probe !== undefined) {
    const port = /:(\d{1,5})$/.exec(block.probe.target)?.[1];
    return { host: block.probe.host, port: Number(port ?? 25) };
  }
  const before = session?.start ?? block.end;
  const earlier = block.sessions.filter(({ end }) => end <= before).at(-1)?.end ?? block.start;
  let name: WhereTo | undefined;
  let address: WhereTo | undefined;
  for (const note of block.notes) {
    if (note.start < earlier || note.start > before) continue;
    const found = whereTo(text.slice(note.start, Math.min(note.end, note.start + 1000)));
    if (found === undefined) continue;
    if (isIpAddress(found.host)) address = { host: found.host, ...defined({ port: found.port ?? address?.port }) };
    else name = { host: found.host, ...defined({ port: found.port ?? name?.port }) };
  }
  const port = name?.port ?? address?.port;
  const host = name?.host ?? address?.host;
  return host === undefined ? undefined : { host, ...defined({ port }) };
}
