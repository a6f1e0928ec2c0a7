import type { Lines } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { fieldNamed } from '../fields.ts';
import type { Field } from '../message.ts';
import { type AddressLine, findAddresses } from './addressLines.ts';
import { subjectOf } from './evidence.ts';
import { familyOf } from './families.ts';
import type { NoticeText } from './noticeText.ts';
import { findReturned } from './returnedPart.ts';
import { hostIn, joined, type Said, saidAt } from './said.ts';

/** What the words of a notice say of one recipient. */
export interface NoticeRecipient extends Span {
  readonly address: string;
  readonly said?: string;
  readonly saidSpan?: Span;
  readonly status?: string;
  readonly remoteMta?: string;
  readonly words?: string;
  readonly wordsSpan?: Span;
}

/** The words of a mailer's notice, read. */
export interface Notice {
  readonly format: string;
  readonly action: 'failed' | 'delayed';
  readonly recipients: readonly NoticeRecipient[];
  /** Whether the words name the recipients. */
  readonly named: boolean;
  /** Whether its words say that mail did not arrive. */
  readonly refusing: boolean;
  /** The offset in the document where the header of what came back begins, where it stands in the text itself. */
  readonly returnedAt?: number;
}

const MOST_RECIPIENTS = 200;

/** What is known from elsewhere. */
interface Known {
  /** Recipients that the fields of a delivery status name. */
  readonly known: readonly string[];
  /** Who it is about where the words name nobody. */
  readonly fallback: readonly string[];
  /** The line at which the words end, where that is known. */
  readonly end: number | undefined;
}

/** Reads the words of a notice. */
export function readNotice(notice: NoticeText, fields: readonly Field[], { known, fallback, end }: Known): Notice {
  const { lines } = notice;
  const { wordsEnd: last, headerLine } = findReturned(lines);
  const wordsEnd = Math.min(last, end ?? last);
  const head = joined(lines, 0, Math.min(wordsEnd, 120) - 1);
  const subject = subjectOf(fields);
  const found = chosen(lines, findAddresses(lines, wordsEnd, MOST_RECIPIENTS * 2), fields, known);
  const recipients = found.map((at, i) => ofRecipient(notice, at, found, i, wordsEnd));
  const returnedTo =
    headerLine === undefined ? undefined : addressOf(valueBehind(notice, headerLine, /^(?:to|x-envelope-to):/i));
  const others = [failedIn(fields), known, fallback, returnedTo ?? []].find((some) => some.length > 0) ?? [];
  const about = recipients.length > 0 ? recipients : nobodyNamed(notice, wordsEnd, others);
  return {
    format: familyOf(`${headOf(fields)}\n${head.slice(0, 3000)}`),
    action: isDelay(subject, head) ? 'delayed' : 'failed',
    recipients: about,
    named: recipients.length > 0,
    refusing: REFUSED.test(head) || failedIn(fields).length > 0 || about.some(({ said }) => said !== undefined),
    ...(headerLine !== undefined && notice.literal && { returnedAt: notice.place(headerLine, 0, 0).start }),
  };
}

/** From, Subject and the names of the fields, by which a mailer shows itself. */
const headOf = (fields: readonly Field[]): string =>
  fields
    .slice(0, 200)
    .filter(({ name }) => /^(?:from|subject|x-|user-agent|received|return-path)/i.test(name))
    .map(({ name, value }) => `${name.toLowerCase()}: ${value.slice(0, 300)}`)
    .join('\n')
    .slice(0, 8000);

/** Addresses that X-Failed-Recipients names, as Exim and Gmail write it. */
export const failedIn = (fields: readonly Field[]): readonly string[] =>
  (fieldNamed(fields, 'x-failed-recipients')?.value ?? '')
    .split(',', MOST_RECIPIENTS)
    .map((address) => address.trim())
    .filter((address) => address.includes('@'));

/** The addresses that the notice is about: what other parts name, else the surest way in which any of them stands. */
function chosen(
  lines: Lines,
  all: readonly AddressLine[],
  fields: readonly Field[],
  known: readonly string[],
): readonly AddressLine[] {
  const wanted = new Set([...known, ...failedIn(fields)].map((address) => address.toLowerCase()));
  if (wanted.size > 0) {
    const named = firsts(all.filter(({ address }) => wanted.has(address.toLowerCase())));
    if (named.length > 0) return named;
  }
  const own = new Set(['from', 'to', 'reply-to'].flatMap((name) => addressOf(fieldNamed(fields, name)?.value) ?? []));
  for (const as of ['alone', 'labelled', 'commanded', 'refused', 'named'] as const) {
    const those = all.filter(
      (one) => one.as === as && (as === 'alone' ? !isAdvice(lines, one.line) : !own.has(one.address.toLowerCase())),
    );
    const strange = those.filter((one) => !own.has(one.address.toLowerCase()));
    if (those.length > 0) return firsts(strange.length > 0 ? strange : those).slice(0, MOST_RECIPIENTS);
  }
  return [];
}

/** An address on a line of its own may be one to write to. */
function isAdvice(lines: Lines, line: number): boolean {
  let above = line - 1;
  while (above >= 0 && line - above < 4 && lines.at(above).trim() === '') above--;
  return (
    above >= 0 &&
    /\b(?:to the address|contact|write to|send (?:an? )?(?:e-?)?mail to|questions to)\s{0,4}:?\s{0,4}$/i.test(
      lines.at(above).slice(-80),
    )
  );
}

/** Each address once; the surest place of it before the others. */
function firsts(found: readonly AddressLine[]): readonly AddressLine[] {
  const best = new Map<string, AddressLine>();
  for (const one of found) {
    const key = one.address.toLowerCase();
    const known = best.get(key);
    if (known === undefined || (known.as !== 'alone' && one.as === 'alone')) best.set(key, one);
  }
  return [...best.values()].sort((a, b) => a.line - b.line || a.from - b.from);
}

const addressOf = (value: string | undefined): string[] | undefined => {
  const found = /[^\s<>()",;:]{1,64}@[^\s<>()",;:]{1,255}/.exec(value?.slice(0, 500) ?? '')?.[0].toLowerCase();
  return found === undefined ? undefined : [found];
};

function valueBehind({ lines }: NoticeText, from: number, name: RegExp): string | undefined {
  for (let line = from; line < from + 120 && lines.has(line); line++)
    if (name.test(lines.at(line))) return lines.at(line);
  return undefined;
}

function ofRecipient(
  notice: NoticeText,
  at: AddressLine,
  all: readonly AddressLine[],
  index: number,
  wordsEnd: number,
): NoticeRecipient {
  const { lines } = notice;
  const next = all.slice(index + 1).find(({ line }) => line > at.line)?.line ?? wordsEnd;
  const own = regionOf(notice, at, next);
  const shared = own.first > own.last ? sharedRegion(notice, at, all, wordsEnd) : own;
  const said = bestSaid(notice, at, shared, all, wordsEnd);
  const words = joined(lines, shared.first, shared.last, shared.from).slice(0, MOST_WORDS);
  const host =
    hostIn(said === undefined ? words : joined(lines, Math.max(0, said.first - 4), said.last)) ?? hostIn(words);
  return {
    ...notice.place(at.line, at.from, at.to),
    address: at.address,
    ...(said === undefined
      ? {}
      : { said: oneBlank(said.text), saidSpan: placeOf(notice, said.first, said.last, said.from) }),
    ...(said?.status === undefined ? {} : { status: said.status }),
    ...(host === undefined ? {} : { remoteMta: host }),
    ...(words === ''
      ? {}
      : { words: oneBlank(words), wordsSpan: placeOf(notice, shared.first, shared.last, shared.from) }),
  };
}

const MOST_WORDS = 1800;
const oneBlank = (words: string): string => words.replace(/[ \t\u00a0]{1,400}/g, ' ');

interface Region {
  readonly first: number;
  readonly last: number;
  readonly from: number;
}

/** What stands behind a recipient, up to the next one. */
function regionOf({ lines }: NoticeText, at: AddressLine, next: number): Region {
  if (GENERATED.test(lines.at(at.line).slice(0, at.from))) return paragraphOf(lines, at.line);
  if (at.as !== 'alone') return { first: at.line + 1, last: at.line, from: 0 };
  let last = Math.min(next, at.line + MOST_REGION) - 1;
  while (last > at.line && lines.at(last).trim() === '') last--;
  const rest = lines
    .at(at.line)
    .slice(at.rest)
    .replace(/^[\s:>"')\].,;-]{1,40}/, '');
  if (/[\p{L}\p{N}]{2}/u.test(rest)) return { first: at.line, last, from: lines.at(at.line).length - rest.length };
  let first = at.line + 1;
  while (first <= last && lines.at(first).trim() === '') first++;
  return { first, last, from: 0 };
}

/** Exim names a file or a program, and below it the address that led there. */
const GENERATED = /^\s{1,20}generated by $/i;

function paragraphOf(lines: Lines, line: number): Region {
  let first = line;
  while (first > 0 && line - first < 4 && /^\s{2}\s*\S/.test(lines.at(first - 1).slice(0, 100))) first--;
  let last = line;
  while (lines.has(last + 1) && last - line < 8 && lines.at(last + 1).trim() !== '') last++;
  return { first, last, from: lines.at(first).length - lines.at(first).trimStart().length };
}

const MOST_REGION = 60;

/** For addresses in a list: what stands behind the list, else the whole notice. */
function sharedRegion({ lines }: NoticeText, at: AddressLine, all: readonly AddressLine[], wordsEnd: number): Region {
  const end = Math.min(wordsEnd, 400) - 1;
  if (at.as !== 'alone') return { first: 0, last: Math.max(0, end), from: 0 };
  let first = (all.at(-1)?.line ?? at.line) + 1;
  while (first <= end && lines.at(first).trim() === '') first++;
  let last = end;
  while (last >= first && lines.at(last).trim() === '') last--;
  return first > last ? { first: 0, last: Math.max(0, end), from: 0 } : { first, last, from: 0 };
}

/** The reply that most likely is about the recipient: near it, naming it, with codes. */
function bestSaid(
  notice: NoticeText,
  at: AddressLine,
  region: Region,
  all: readonly AddressLine[],
  wordsEnd: number,
): Said | undefined {
  const { lines } = notice;
  let best: Said | undefined;
  let most = 0;
  const end = Math.min(wordsEnd, 400);
  const address = at.address.toLowerCase();
  let commanded: string | undefined;
  // What the server itself said, until the line that says for whom.
  let pending: Said | undefined;
  for (let line = 0; line < end && lines.has(line); line++) {
    const text = lines.at(line).toLowerCase();
    if (TALKING.test(text)) pending = undefined;
    commanded = /rcpt to: ?<?([^\s<>]{3,320})/.exec(text)?.[1] ?? (/^\s*>>>/.test(text) ? undefined : commanded);
    const said = saidAt(lines, line, end, line === region.first ? region.from : 0);
    if (said === undefined) continue;
    const about = text.includes(address) || commanded === address;
    const other =
      !about &&
      all.some(
        (one) => one !== at && (text.includes(one.address.toLowerCase()) || commanded === one.address.toLowerCase()),
      );
    const inside = line >= region.first && line <= region.last;
    const weight = said.weight + (inside ? 2 : 0) + (about ? 2 : 0) - (other ? 4 : 0);
    if (weight > most) [best, most] = [said, weight];
    if (/^[\s>]*<<</.test(text)) pending ??= said;
    else if (pending !== undefined && OF_RECIPIENT.test(text)) {
      if (about && pending.weight + 5 > most) [best, most] = [pending, pending.weight + 5];
      pending = undefined;
    }
  }
  return best;
}

const TALKING = /while talking to/;
/** Sendmail's own line behind a transcript: `554 <a@b.test>... Remote protocol error`. */
const OF_RECIPIENT = /^[\s>]{0,10}[245]\d\d (?:[245]\.\d{1,3}\.\d{1,3} )?<?[^\s<>]{3,320}>?\.\.\. /;

function placeOf(notice: NoticeText, first: number, last: number, from: number): Span {
  const { lines } = notice;
  const start = notice.place(first, from, lines.at(first).length).start;
  const end = notice.place(last, 0, lines.at(last).length).end;
  return { start, end: Math.max(start, end) };
}

/** A notice whose words name nobody is about whom the header or what came back names. */
function nobodyNamed(notice: NoticeText, wordsEnd: number, addresses: readonly string[]): readonly NoticeRecipient[] {
  const last = Math.max(0, Math.min(wordsEnd, 400) - 1);
  const at: AddressLine = { address: '', line: 0, from: 0, to: 0, as: 'named', rest: 0 };
  return [...new Set(addresses)].slice(0, MOST_RECIPIENTS).map((address) => {
    const { words, wordsSpan, ...rest } = ofRecipient(notice, { ...at, address }, [], 0, wordsEnd);
    return {
      ...rest,
      ...placeOf(notice, 0, last, 0),
      ...(words !== undefined && { words }),
      ...(wordsSpan && { wordsSpan }),
    };
  });
}

const REFUSED =
  /could not|can ?not be|malformed|incorrect|may not (?:exist|have)|not receive|couldn't|unable to|not able to|fail(?:ed|ure)|undeliver|reject|refus|unknown|no such|not (?:be )?deliver|not reach|error|returned|permanent|bounce|delay|trouble|full|exceed|not (?:a )?member|できません|エラー|届|不明|失敗|失败|退信|не (?:может|удалось)|unzustellbar|nicht zugestellt/i;

const isDelay = (subject: string, head: string): boolean =>
  DELAYED.test(subject) || (DELAYED.test(head) && !GIVEN_UP.test(head) && !GIVEN_UP.test(subject));

const DELAYED =
  /\bdelayed\b|warning: (?:message|could not)|(?:still|not yet) (?:been )?(?:queued|trying|delivered)|will (?:continue|keep) trying|will be retried|no action is required|do not need to (?:take|resend|send)|\(delay\)/i;
const GIVEN_UP = /giv(?:en|ing) up|permanent|failed permanently|undeliverable|has failed|\(failure\)|returned mail/i;
