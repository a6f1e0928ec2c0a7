import type { Replacement } from './maskChoice.ts';
import { MASK } from './secret.ts';
import type { StandIns } from './standIns.ts';

/** A label of DNS has 63 characters at most (RFC 1035 2.3.4); what is longer is masked whole all the same. */
const LABEL = '[A-Za-z0-9_\\u0080-\\uffff][A-Za-z0-9_\\u0080-\\uffff-]{0,250}';
const DOMAIN = new RegExp(`${LABEL}(?:\\.${LABEL}){0,12}`, 'y');
const LOCAL = /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\u0080-\uffff-]/;
/** Characters of a local part; forwarders and list programs make longer ones than the 64 of RFC 5321 4.5.3.1.1. */
const LONGEST = 250;
/** `@`, and how quoted-printable and addresses of web pages write it. */
const AT = /@|=40|%40/g;

/** Where the parts of an address stand. */
export interface Address {
  readonly start: number;
  readonly at: number;
  readonly domain: number;
  readonly end: number;
}

/** The mail addresses of a text, in order. */
function* addressesIn(text: string): Iterable<Address> {
  for (const match of text.matchAll(AT)) {
    const at = match.index;
    const domain = at + match[0].length;
    const end = domainEnd(text, domain);
    if (end === domain || text.slice(domain, end) === MASK) continue;
    const start = localStart(text, at);
    // What stands for a secret is no name.
    if (start < at && text.slice(start, at) !== MASK) yield { start, at, domain, end };
  }
}

function domainEnd(text: string, from: number): number {
  if (text[from] === '[') {
    const literal = /^\[[0-9A-Fa-f:.IPv]{2,60}\]/.exec(text.slice(from, from + 70));
    return from + (literal?.[0].length ?? 0);
  }
  DOMAIN.lastIndex = from;
  const match = DOMAIN.exec(text);
  return match === null
    ? from
    : from + match[0].replace(/[-_.]+$/, '').replace(/(?<=[A-Za-z])(?:\.\d{1,10}){1,4}$/, '').length;
}

function localStart(text: string, at: number): number {
  if (text[at - 1] === '"') {
    for (let i = at - 2; i >= 0 && at - i < LONGEST && text[i] !== '\n'; i--)
      if (text[i] === '"') return i + 1 < at - 1 ? i : at;
    return at;
  }
  let start = at;
  while (start > 0 && at - start < LONGEST && LOCAL.test(text[start - 1] as string)) start--;
  const whole = text.slice(start, at);
  const lead =
    /^(?:[.'/`*|{}~^#$%&!?=-]+|[2-5][0-5]\d-|[245]\.\d{1,3}\.\d{1,3}(?=[A-Za-z]))/.exec(whole)?.[0].length ?? 0;
  return start + lead + nameLength(whole.slice(lead));
}

/** How much of `sasl_username=alice` or `href=3Dalice` is not the address; `=` is a part of rewritten addresses. */
function nameLength(local: string): number {
  if (/^(?:SRS[01]|prvs|btv1)=/i.test(local)) return 0;
  let from = 0;
  for (let next = local.indexOf('='); next >= 0; next = local.indexOf('=', from)) {
    const rest = local.slice(next + 1);
    if (/[+]/.test(local.slice(from, next)) || (!rest.includes('=') && isDomain(rest))) break;
    from = next + 1 + (rest.startsWith('3D') ? 2 : 0);
    if (/^(?:SRS[01]|prvs|btv1)=/i.test(local.slice(from))) break;
  }
  return from;
}

const isDomain = (word: string): boolean =>
  /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,10}\.[A-Za-z]{2,63}$/.test(word);

/** Stand-ins for addresses and Message-IDs, which look alike: `ids` tells them apart. */
export function* addressStandIns(
  text: string,
  standIns: StandIns,
  ids: ReadonlySet<string>,
  choice: { readonly addresses: boolean; readonly messageIds: boolean },
): Iterable<Replacement> {
  for (const { start, at, domain, end } of addressesIn(text)) {
    const local = text.slice(start, at);
    const host = text.slice(domain, end);
    if (ids.has(`${local}@${host}`)) {
      if (choice.messageIds) yield { start, end, text: standIns.messageId(local, host) };
      else if (choice.addresses) yield { start: domain, end, text: standIns.domain(host) };
    } else if (choice.addresses) {
      const place = host.startsWith('[') ? host : standIns.domain(host);
      yield { start, end, text: localStandIn(local, host, standIns) + text.slice(at, domain) + place };
    }
  }
}

/** Addresses that are kept inside a local part keep their place there: SRS, VERP and signed ones (prvs, btv1). */
function localStandIn(local: string, host: string, standIns: StandIns): string {
  const srs = /^(SRS0=[^=]{1,20}=[^=]{1,10}=)([^=]{1,253})=(.{1,200})$/i.exec(local);
  if (srs !== null) {
    const [, head, domain, user] = srs as unknown as [string, string, string, string];
    return `${head}${standIns.domain(domain)}=${standIns.user(user, domain)}`;
  }
  const signed = /^((?:prvs|btv1)=(?:[^=]{1,40}=)?)(.{1,200})$/i.exec(local);
  if (signed !== null) return `${signed[1]}${standIns.user(signed[2] as string, host)}`;
  const verp = /^(.{0,150}[+])?([^+=]{1,150})=([A-Za-z0-9.-]{1,253})$/.exec(local);
  if (verp !== null && isDomain(verp[3] as string)) {
    const [, head = '', user, domain] = verp as unknown as [string, string | undefined, string, string];
    return `${head}${standIns.user(user, domain)}=${standIns.domain(domain)}`;
  }
  return local.startsWith('"') ? `"${standIns.user(local.slice(1, -1), host)}"` : standIns.user(local, host);
}

const ID_FIELDS =
  /\b(?:message-?id|msg-?id|msgid|in-reply-to|references|original-message-id|envelope-id)["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:\r?\n[^<\r\n]{0,40})?(?=<|[^\s<>"',;]{1,200}@)/gi;
/** One more on the same line, or behind a fold and what a tool puts in front of a line. */
const ID =
  /[ \t]{0,8}(?:\r?\n[^\w<>\r\n]{0,16}(?:[CS]: ?)?[ \t]{1,8})?<?([^\s<>"',;@]{1,250})@([^\s<>"',;\\]{1,250}?)(?=[>\s"',;\\)]|$)>?/y;

/** The Message-IDs of a text (RFC 5322 3.6.4), told by the fields and log words that name them. */
export function messageIdsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(ID_FIELDS)) {
    let from = match.index + match[0].length;
    for (let count = 0; count < 200; count++) {
      ID.lastIndex = from;
      const id = ID.exec(text);
      if (id === null || (count > 0 && !id[0].includes('<'))) break;
      found.add(`${id[1]}@${id[2]}`);
      from += id[0].length;
    }
  }
  return found;
}
