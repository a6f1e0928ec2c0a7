import type { Stage } from '../../smtp/verbs.ts';
import { defined } from '../../text/defined.ts';
import type { Span } from '../../text/span.ts';
import type { Field } from '../message.ts';
import { type AddressLine, findAddresses } from './addressLines.ts';
import { answeredBy } from './answered.ts';
import { addressOf, chosen } from './chosenAddresses.ts';
import { isFromMailer, subjectOf } from './evidence.ts';
import { familyOf, type NoticeFormat } from './families.ts';
import { handedOver } from './handedOver.ts';
import { MOST_ADDRESSES, recipientsCut, wordsCut } from './noticeCuts.ts';
import type { NoticeText } from './noticeText.ts';
import { isDelay, REFUSED, WAITED } from './noticeTone.ts';
import { DELAYED, UNDELIVERED } from './noticeWords.ts';
import { hostIn, joined, lastTryBelow, programAbove } from './quotedWords.ts';
import { bestSaid, ownersOf, placeOf, regionOf, type SaidLine, saidLines, sharedRegion, wordsIn } from './regions.ts';
import type { ReportCut } from './reportCut.ts';
import { findReturned } from './returnedPart.ts';
import { failedIn, MOST_RECIPIENTS, shownNames } from './shownNames.ts';

/** What the words of a notice say of one recipient. */
export interface NoticeRecipient extends Span {
  /** Empty where the notice names nobody. */
  readonly address: string;
  /** The address that led to it. */
  readonly original?: string;
  readonly said?: string;
  readonly saidSpan?: Span;
  readonly status?: string;
  readonly remoteMta?: string;
  /** What the reply answers; `local` for a program of the mailer. */
  readonly answers?: Stage | 'local';
  /** The reply with which the last try ended, where `said` only tells that the time is over. */
  readonly lastTry?: string;
  readonly words?: string;
  readonly wordsSpan?: Span;
  /** Its mail was handed over. */
  readonly over?: true;
}

/** The words of a mailer's notice, read. */
export interface Notice {
  readonly format: NoticeFormat;
  readonly action: 'failed' | 'delayed';
  readonly recipients: readonly NoticeRecipient[];
  /** Whether the words name the recipients. */
  readonly named: boolean;
  /** Whether it says that the mailer tried for a time and gave up. */
  readonly waited: boolean;
  /** Whether anything in it sounds as if mail did not arrive. */
  readonly refusing: boolean;
  /** Whether its words say so, in the words that mailers have for it. */
  readonly plain: boolean;
  /** Its first words, as far as they are read. */
  readonly head: string;
  readonly cuts: readonly ReportCut[];
  /** The offset in the document where the header of what came back begins, where it stands in the text itself. */
  readonly returnedAt?: number;
}

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
  const { wordsEnd: last, headerLine } = findReturned(lines, !isFromMailer(fields));
  const wordsEnd = Math.min(last, end ?? last);
  const head = joined(lines, 0, Math.min(wordsEnd, 120) - 1);
  const subject = subjectOf(fields);
  const named = chosen(lines, findAddresses(lines, wordsEnd, MOST_ADDRESSES), fields, known);
  const shown =
    known.length === 0 && named.every(({ as }) => as === 'named') ? shownNames(lines, wordsEnd, MOST_RECIPIENTS) : [];
  const all = shown.length > 0 ? [] : named;
  const found = all.slice(0, Math.max(MOST_RECIPIENTS, known.length));
  const owners = ownersOf(found.map((at, i) => regionOf(notice, at, nextLine(found, i, wordsEnd))));
  const said = saidLines(notice, found, wordsEnd, owners);
  const recipients = found.map((at, i) => ofRecipient(notice, at, found, i, said, wordsEnd));
  const returnedTo =
    headerLine === undefined ? [] : addressOf(valueBehind(notice, headerLine, /^(?:to|x-envelope-to):/i));
  const others = [failedIn(fields), shown, known, fallback, returnedTo].find((some) => some.length > 0) ?? [];
  const about =
    recipients.length > 0 ? recipients : nobodyNamed(notice, said, wordsEnd, others.length > 0 ? others : ['']);
  // A mail program or a page may wrap it within the words that say so.
  const plain = [head, head.replace(/\s{1,80}/g, ' ')].some((words) => UNDELIVERED.test(words) || DELAYED.test(words));
  return {
    format: familyOf(`${headOf(fields)}\n${head.slice(0, 3000)}`),
    action: isDelay(subject, head) ? 'delayed' : 'failed',
    recipients: about,
    named: recipients.length > 0,
    cuts: [
      ...recipientsCut(notice, all, found.length),
      ...wordsCut(notice, headerLine !== undefined || end !== undefined),
    ],
    waited: WAITED.test(head),
    plain,
    head: oneBlank(head).slice(0, 4 * MOST_WORDS),
    refusing:
      plain ||
      REFUSED.test(`${subject}\n${head}`) ||
      failedIn(fields).length > 0 ||
      about.some(({ said }) => said !== undefined),
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
  candidates: readonly SaidLine[],
  wordsEnd: number,
): NoticeRecipient {
  const { lines } = notice;
  const over = handedOver(notice, at.address, wordsEnd);
  if (over !== undefined) return { ...notice.place(at.line, at.from, at.to), address: at.address, ...over };
  const own = regionOf(notice, at, nextLine(all, index, wordsEnd));
  const shared = own.first > own.last ? sharedRegion(notice, at, all, wordsEnd) : own;
  const said = bestSaid(notice, at, shared, candidates, wordsEnd);
  const words = wordsIn(lines, shared).slice(0, MOST_WORDS);
  const host =
    hostIn(said === undefined ? words : joined(lines, Math.max(0, said.first - 4), said.last)) ?? hostIn(words);
  const lastTry = said === undefined ? undefined : lastTryBelow(lines, said);
  const program = said === undefined ? undefined : programAbove(lines, said);
  const answers =
    program === undefined ? answeredBy(lines, said?.first ?? shared.first, said?.last ?? shared.first, words) : 'local';
  return {
    ...notice.place(at.line, at.from, at.to),
    address: at.address,
    ...defined({ original: EXPANDED.exec(joined(lines, at.line, at.line + 1))?.[1] }),
    ...(said === undefined
      ? {}
      : {
          said: oneBlank(program === undefined ? said.text : `${said.text}\n${program}`),
          saidSpan: placeOf(notice, said.first, said.last, said.from),
        }),
    ...(said?.status !== undefined && { status: said.status }),
    ...defined({ remoteMta: host, answers, lastTry }),
    // A server that took it.
    ...(said === undefined && /^2[0-5]\d[ -]/.test(words) && { over: true as const }),
    ...(words === '' || (said !== undefined && shared !== own)
      ? {}
      : { words: oneBlank(words), wordsSpan: placeOf(notice, shared.first, shared.last, shared.from) }),
  };
}

/** As Postfix, sendmail and Exim name the alias that led to a recipient. */
const EXPANDED =
  /\((?:expanded from:?|(?:ultimately )?generated from)\s{1,40}<?([^<>()\s]{1,64}@[^<>()\s]{1,255})>?\)/i;

/** The line of the next recipient that stands lower. */
function nextLine(all: readonly AddressLine[], index: number, wordsEnd: number): number {
  const line = all[index]?.line ?? 0;
  for (let i = index + 1; i < all.length; i++) if ((all[i]?.line ?? 0) > line) return all[i]?.line ?? wordsEnd;
  return wordsEnd;
}

const MOST_WORDS = 1800;
const oneBlank = (words: string): string => words.replace(/[ \t\u00a0]{1,400}/g, ' ');

/** A notice whose words name nobody is about whom the header or what came back names. */
function nobodyNamed(
  notice: NoticeText,
  said: readonly SaidLine[],
  wordsEnd: number,
  addresses: readonly string[],
): readonly NoticeRecipient[] {
  const last = Math.max(0, Math.min(wordsEnd, 400) - 1);
  const at: AddressLine = { address: '', line: 0, from: 0, to: 0, as: 'named', rest: 0 };
  return [...new Set(addresses)].slice(0, MOST_RECIPIENTS).map((address) => {
    const { words, wordsSpan, ...rest } = ofRecipient(notice, { ...at, address }, [], 0, said, wordsEnd);
    return {
      ...rest,
      ...placeOf(notice, 0, last, 0),
      ...defined({ words }),
      ...(wordsSpan && { wordsSpan }),
    };
  });
}
