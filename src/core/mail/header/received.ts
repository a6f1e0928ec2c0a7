import { withoutAngles } from '../../text/angles.ts';
import { defined } from '../../text/defined.ts';
import { findIp } from '../ipAddress.ts';
import type { Field, MailDate, Received } from '../message.ts';
import { readDate } from './date.ts';
import { commentText, type Token, tokens } from './headerTokens.ts';
import { type TlsOfHop, tlsOf } from './receivedTls.ts';

/** Takes a Received field apart (RFC 5321 4.4). `text` is the document that holds it. */
export function readReceived(text: string, field: Field): Received {
  const all = [...tokens(text, field.valueSpan.start, field.valueSpan.end)];
  const { date, cut } = findDate(text, all, field.valueSpan.end);
  const { values, comments, loose } = readClauses(text, cut < 0 ? all : all.slice(0, cut));
  const stated = date ?? looseDate(text, loose, field.valueSpan.end);
  const fromComments = comments.filter((comment) => comment.clause === 'from' || comment.clause === undefined);
  const inFront = comments.map((comment) => comment.text);
  const allComments = [...inFront, ...commentsBehind(text, all, cut)];
  const words = loose.slice(0, 20).map((token) => text.slice(token.start, Math.min(token.end, token.start + 300)));
  const tls: TlsOfHop = tlsOf(values.get('with'), values.get('tls'), [...allComments, ...words]);
  return {
    field,
    ...clientOf(values.get('from'), fromComments, values.get(BESIDE_FROM)),
    ...defined({
      submitter: (values.has('from') ? undefined : submitterOf(inFront)) || undefined,
      by: values.get('by') || undefined,
      byIp: addressOf(comments.find(({ clause }) => clause === 'by')?.text) || undefined,
      with: values.get('with') || undefined,
      via: values.get('via') || undefined,
      id: word(values.get('id') ?? idBehind(text, all, cut)),
      for: word(values.get('for')),
      envelopeFrom: word(values.get('envelope-from') ?? envelopeFromOf(allComments)),
    }),
    ...tls,
    ...defined({ date: stated }),
  };
}

interface Comment {
  readonly text: string;
  /** The clause that it stands in; undefined in front of the first. */
  readonly clause: string | undefined;
}

interface Clauses {
  readonly values: ReadonlyMap<string, string>;
  readonly comments: readonly Comment[];
  /** Words that belong to no clause. */
  readonly loose: readonly Token[];
}

/** `tls` is Exim's and Haraka's, `envelope-from` outside a comment is Haraka's. */
const CLAUSES: ReadonlySet<string> = new Set(['from', 'by', 'via', 'with', 'id', 'for', 'tls', 'envelope-from']);

/** Where the address stands that IMail and fetchmail write behind the name, without parentheses. */
const BESIDE_FROM = 'from []';

/** Clauses whose value some mailers write in several words: `Microsoft SMTP Server`, `Frontend Transport`. */
const SEVERAL_WORDS: ReadonlySet<string> = new Set(['with', 'via']);

function readClauses(text: string, all: readonly Token[]): Clauses {
  const values = new Map<string, string>();
  const comments: Comment[] = [];
  const loose: Token[] = [];
  const words = all.filter((token) => token.kind === 'word');
  const lower = words.map((word) => text.slice(word.start, Math.min(word.end, word.start + 1000)).toLowerCase());
  let clause: string | undefined;
  let open = false;
  let index = 0;
  for (const token of all) {
    if (token.kind === 'semicolon') continue;
    if (token.kind === 'comment') {
      comments.push({ text: commentText(text, token), clause });
      if (clause !== undefined && values.has(clause)) open = false;
      continue;
    }
    const name = lower[index] as string;
    const next = lower[index + 1];
    index++;
    const awaiting = clause !== undefined && open && !values.has(clause);
    // A host may be called "by": a keyword is a value where a value is due and another keyword follows.
    const isValue = awaiting && (name === clause || (next !== undefined && CLAUSES.has(next)));
    if (CLAUSES.has(name) && !isValue && (name !== 'tls' || values.has('by'))) {
      // A clause that comes twice says nothing that can be trusted more than what it said first.
      clause = name;
      open = !values.has(name);
    } else if (clause === 'by' && awaiting && GLUED_WITH.test(name) && PROTOCOL.test(next ?? '')) {
      // The break of a folded line was lost, and the blank behind it.
      values.set(clause, text.slice(token.start, token.end - 'with'.length));
      clause = 'with';
      open = !values.has(clause);
    } else if (clause !== undefined && awaiting) {
      values.set(clause, text.slice(token.start, token.end));
      open = SEVERAL_WORDS.has(clause);
    } else if (clause !== undefined && open && PROTOCOL_WORD.test(name) && !DAY_NAME.test(name)) {
      values.set(clause, `${values.get(clause)} ${text.slice(token.start, token.end)}`);
    } else {
      if (clause === 'from' && values.has('from') && name.startsWith('[')) values.set(BESIDE_FROM, name);
      open = false;
      loose.push(token);
    }
  }
  return { values, comments: comments.slice(0, MOST_COMMENTS), loose };
}

const GLUED_WITH = /\.[a-z]{2,6}with$/;
const PROTOCOL = /^(?:e?smtp|lmtp|http)(?:s|a|sa)?$/;

/** Nobody writes more of them who tells something. */
const MOST_COMMENTS = 20;
const PROTOCOL_WORD = /^[a-z][a-z-]{0,40}$/;
const DAY_NAME = /^(?:mon|tue|wed|thu|fri|sat|sun)/;

/** RFC 5321 4.4: the date stands behind the last semicolon; behind it some mailers write still more. */
function findDate(text: string, all: readonly Token[], end: number): { date: MailDate | undefined; cut: number } {
  let unread: { date: MailDate; cut: number } | undefined;
  let tried = 0;
  for (let i = all.length - 1; i >= 0 && tried < 4; i--) {
    if (all[i]?.kind !== 'semicolon') continue;
    tried++;
    const first = all[i + 1];
    if (first === undefined || first.kind === 'semicolon') continue;
    const date = readDate(text, first.start, end);
    if (date.epoch !== undefined || date.problems.length > 0) return { date, cut: i };
    if (first.kind === 'word') unread ??= { date, cut: i };
  }
  if (unread !== undefined) return unread;
  return { date: undefined, cut: all.findLastIndex((token) => token.kind === 'semicolon') };
}

/** SendGrid and others leave the semicolon out: the date is then among the words that no clause has taken. */
function looseDate(text: string, loose: readonly Token[], end: number): MailDate | undefined {
  for (const token of loose.slice(0, 8)) {
    const date = readDate(text, token.start, end);
    if (date.epoch !== undefined) return date;
  }
  return undefined;
}

const commentsBehind = (text: string, all: readonly Token[], cut: number): readonly string[] =>
  cut < 0
    ? []
    : all
        .slice(cut)
        .filter((token) => token.kind === 'comment')
        .slice(0, MOST_COMMENTS)
        .map((token) => commentText(text, token));

/** Courier writes the id behind the date. */
function idBehind(text: string, all: readonly Token[], cut: number): string | undefined {
  if (cut < 0) return undefined;
  const words = all.slice(cut, cut + 40).filter((token) => token.kind === 'word');
  const at = words.findIndex((token) => text.slice(token.start, token.end) === 'id');
  const id = at < 0 ? undefined : words[at + 1];
  return id === undefined ? undefined : text.slice(id.start, id.end);
}

/** Exim, PowerMTA and others state the address of MAIL in a comment. */
function envelopeFromOf(comments: readonly string[]): string | undefined {
  for (const comment of comments) {
    const address = /(?:^|\s)envelope-(?:from|sender)[ =](<[^<>\s]{0,998}>|[^<>\s]{1,998})/i.exec(comment)?.[1];
    if (address !== undefined) return address;
  }
  return undefined;
}

/** The comment where it is an address and nothing else. */
function addressOf(comment: string | undefined): string | undefined {
  const ip = comment === undefined || comment.length > 60 ? undefined : findIp(comment);
  return ip !== undefined && comment?.replace(/^\[?(?:IPv6:)?/i, '').startsWith(ip) ? ip : undefined;
}

/** The client by its HELO name, reverse name and address, each from where the mailer at hand puts it. */
function clientOf(
  from: string | undefined,
  comments: readonly Comment[],
  beside: string | undefined,
): Pick<Received, 'from' | 'helo' | 'reverseName' | 'ip'> {
  let helo: string | undefined;
  let reverseName: string | undefined;
  let ip: string | undefined;
  for (const { text, clause } of comments) {
    if (from === undefined && clause !== 'from' && !text.includes('[')) continue;
    // Exim writes `helo=`, qmail `HELO name`; both put the reverse name in front.
    const claim = HELO.exec(text);
    helo ??= claim?.[1];
    // An address that the client claims is not the one that the server saw.
    const seen = claim === null ? text : text.replace(claim[0], ' ');
    ip ??= findIp(seen);
    reverseName ??= /^(?:[^\s@]{1,64}@)?([A-Za-z0-9_.-]{1,255})\s{0,4}\[/.exec(seen)?.[1];
  }
  // Where HELO stands apart, the name in front is the one that the server looked up; an address is no name.
  if (helo !== undefined && ip !== undefined && from !== undefined && findIp(from) === undefined) reverseName ??= from;
  ip ??= beside === undefined ? undefined : findIp(beside);
  ip ??= from === undefined ? undefined : findIp(from);
  const name = reverseName?.replace(/\.$/, '');
  return {
    ...defined({
      from: from || undefined,
      helo: helo || undefined,
      reverseName: (name === undefined || NO_NAME.test(name) ? undefined : name) || undefined,
      ip: ip || undefined,
    }),
  };
}

const HELO = /(?:^|\s)(?:helo=|(?:HELO|EHLO|LHLO)\s)\s?(\S{1,255})/i;

/** What servers write where a reverse look-up gave no name. */
const NO_NAME = /^(?:unknown|unverified|verified|nobody)$/i;

/** Local submission: Postfix `from userid 0`, qmail `invoked by uid 99`, `from network` or `for bounce`, sendmail `(from root@localhost)`. */
function submitterOf(comments: readonly string[]): string | undefined {
  for (const comment of comments) {
    const uid = /^(?:Postfix, from userid|qmail \d{1,12} invoked by uid) (\d{1,12})$/.exec(comment)?.[1];
    if (uid !== undefined) return `uid ${uid}`;
    const name = /^(?:from|qmail \d{1,12} invoked (?:from|by|for)) (\S{1,255})$/.exec(comment)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

const word = (value: string | undefined): string | undefined => withoutAngles(value?.replace(/,$/, '')) || undefined;
