import { headerValue } from '../../knowledge/headerValues.ts';
import { readableWords } from '../../mail/header/encodedWords.ts';
import type { Message } from '../../mail/message.ts';
import { type Circumstances, returnedIn } from '../../report/answer/circumstances.ts';
import { fieldValue } from '../../report/answer/headerFacts.ts';
import { type FactSummary, storySummaries } from '../../report/storySummary.ts';
import { inOurs, phrase, t, word } from '../../text/words.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { timelineOf } from '../../trace/timeline.ts';
import { storyOf } from '../../verdict/arrival/story.ts';
import type { Told } from '../../verdict/arrival/told.ts';
import { partLenses } from '../actions/partLenses.ts';
import { pairsOf } from '../hover/header/place.ts';
import { messageActions } from './actions.ts';
import { badgesOf } from './badges.ts';
import type { Once } from './once.ts';
import type { Fact, PageLine, PageMessage, Tone, Verified } from './page.ts';

/** Messages that are shown, and attachments of one. */
const MOST = 3;
const MOST_ATTACHMENTS = 20;
/** Characters of a field that are shown. */
const SHOWN = 300;

/** The messages of a ticket; of a bounce, the message that it returns. */
export function messagesOf(
  ticket: Ticket,
  verified: readonly Verified[],
  once: Once,
): { readonly messages: readonly PageMessage[]; readonly moreMessages: number } {
  const blocks = ticket.blocks.filter((block): block is Message => block.kind === 'message');
  const stories = storySummaries(ticket);
  const messages = blocks.slice(0, MOST).map((block) => {
    const line = ticket.lines.lineOf(block.start);
    const facts = stories.find((story) => story.line === line)?.facts ?? [];
    return messageOf(ticket, block, line, facts, verified, once);
  });
  return { messages, moreMessages: Math.max(0, blocks.length - MOST) };
}

function messageOf(
  ticket: Ticket,
  block: Message,
  line: number,
  facts: readonly FactSummary[],
  verified: readonly Verified[],
  once: Once,
): PageMessage {
  const { text, lines } = ticket;
  const returned = block.report === undefined ? undefined : (block.report.returned ?? returnedIn(block));
  const message = returned ?? block;
  const last = lines.lineOf(block.end);
  const ours = verified.filter((one) => line <= one.line && one.line <= last);
  const isReport = block.report !== undefined || block.feedback !== undefined || block.disposition !== undefined;
  const saves = [...partLenses(text, block)].filter(({ command }) => command === 'mailTriage.savePart');
  const say = (said: readonly PageLine[]): readonly PageLine[] =>
    said.map((one) => ({ ...one, words: once.say(one.words) })).filter(({ words }) => words !== '');
  const { hops, way, slowest } = wayOf(ticket, message);
  const lying = facts.filter(({ link, side }) => link === true && side === 'against');
  return {
    title: returned === undefined ? t('The message') : t('The message that came back'),
    line: stands(text, message) ? lines.lineOf(message.start) : line,
    facts: factsOf(message),
    badges: badgesOf(text, lines, block, ours),
    told: say([...(isReport ? [] : toldLines(ticket, block, slowest)), ...lying.map(factLine)]),
    filters: say(filterLines(ticket, block)),
    hops,
    way,
    attachments: saves.slice(0, MOST_ATTACHMENTS).map(({ at, title }) => ({
      label: title,
      command: 'mailTriage.savePart',
      argument: lines.lineOf(at.start),
    })),
    moreAttachments: Math.max(0, saves.length - MOST_ATTACHMENTS),
    story: say(facts.map(factLine)),
    actions: [...messageActions(block, line)],
  };
}

/** Whether a message stands in the document: of one that was encoded, the offsets mean nothing there. */
const stands = (text: string, { start, fields: [first] }: Message): boolean =>
  first !== undefined && first.start >= start && text.startsWith(first.name, first.start);

const SIDES: Readonly<Record<FactSummary['side'], Tone>> = { against: 'failed', for: 'good', unknown: 'note' };

const factLine = ({ side, words, line }: FactSummary): PageLine => ({ words, line, tone: SIDES[side] });

/** Fields that readers know, decoded. */
const FIELDS = [word('From'), word('To'), 'Cc', word('Subject'), word('Date'), 'Message-ID'] as const;

const factsOf = (message: Message): readonly Fact[] =>
  FIELDS.flatMap((name) => {
    const value = readableWords(fieldValue(message, name.toLowerCase())?.slice(0, 4000) ?? '');
    const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
    return shown === '' ? [] : [{ name: t(name), value: shown }];
  });

/** The mail that a ticket without a message is about, as its log or session names it. */
export function mailOf({
  sender,
  recipients,
  subject,
  messageId,
  queueId,
  time,
  server,
}: Circumstances): readonly Fact[] {
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t('From'), sender === '' ? t('<> (the null sender, as bounces have it)') : sender],
    // More than a few stand in the list of recipients alone.
    [t('To'), recipients.length > 3 ? undefined : recipients.join(', ')],
    [t('Subject'), subject],
    [t('Time'), time],
    [t('Server'), server],
    ['Message-ID', messageId],
    [t('Queue id'), queueId],
  ];
  return rows.flatMap(([name, value]) => (value === undefined || value.trim() === '' ? [] : [{ name, value }]));
}

/** Where it was put and what else its header tells, apart from what the badges and the hops say. */
function toldLines({ lines }: Ticket, message: Message, slowest: string | undefined): readonly PageLine[] {
  const { where, who, howLong, what } = storyOf(message);
  const line = ({ words, start, against }: Told): PageLine => ({
    words,
    line: lines.lineOf(start),
    ...(against === true && { tone: 'failed' as const }),
  });
  // The longest wait stands with the hops already; its cause, where one is known, does not.
  const waits = howLong.waits.filter(({ brief }) => brief === undefined || brief !== slowest);
  const kinds = what.map(({ words }) => ({ words: `It is ${words}.`, line: lines.lineOf(message.start) }));
  return [
    // That the header does not say is no news.
    ...(where.span === undefined
      ? []
      : [
          {
            words: where.words,
            line: lines.lineOf(where.span.start),
            ...(ASIDE.has(where.folder) && { tone: 'failed' as const }),
          },
        ]),
    ...kinds,
    ...(who.client === undefined ? [] : [line(who.client)]),
    ...[...who.disguises, ...who.forwarders, ...who.madeUp].map(line),
    ...[...waits, ...howLong.clocks].map((one) => ({ ...line(one), tone: 'waiting' as const })),
  ];
}

const ASIDE: ReadonlySet<string> = new Set(['junk', 'quarantine', 'deleted']);

/** Fields of Microsoft's filters, which are lists of keys and values. */
const KEYED =
  /^x-(?:forefront-antispam-report|microsoft-antispam|ms-exchange-organization-antispam-report|microsoft-antispam-mailbox-delivery)$/i;
const MOST_VALUES = 30;

/** What each filter found, and what the values mean that Microsoft's filters wrote. */
function filterLines({ lines }: Ticket, message: Message): readonly PageLine[] {
  const found = storyOf(message).why.map(({ words, start, against }) => ({
    words,
    line: lines.lineOf(start),
    tone: against === true ? ('failed' as const) : ('note' as const),
  }));
  const values = message.fields
    .filter(({ name }) => KEYED.test(name))
    .flatMap((field) =>
      pairsOf(field.value.slice(0, 8000), ':').flatMap(({ key, value }) => {
        const meaning = headerValue(key, value)?.meaning;
        if (meaning === undefined) return [];
        return [{ words: `${key}:${value} – ${meaning}`, line: lines.lineOf(field.start) }];
      }),
    );
  const [next] = values.slice(MOST_VALUES);
  const left = values.length - MOST_VALUES;
  const words = left === 1 ? t('1 more value is not listed here.') : t('{0} more values are not listed here.', left);
  return [...found, ...values.slice(0, MOST_VALUES), ...(next === undefined ? [] : [{ words, line: next.line }])];
}

/** A wait of this share of the way is the one that counts. */
const HALF = 0.5;

interface Way extends Pick<PageMessage, 'hops' | 'way'> {
  /** The longest wait and with whom, as the header's story has it. */
  readonly slowest?: string;
}

/** The hops with their share of the time, and in words. */
function wayOf(ticket: Ticket, message: Message): Way {
  const timeline = message.hops.length === 0 ? undefined : timelineOf(ticket, { offset: message.start });
  // One hop is no way.
  if (timeline === undefined || timeline.header.start !== message.header.start || timeline.hops < 2)
    return { hops: [], way: '' };
  const shares = timeline.rows.map(({ bar }) => bar?.linear.width ?? 0);
  const longest = timeline.rows.findIndex((row) => row.longest);
  // From writing to handing in is no wait of the mail.
  const first = timeline.rows[0]?.origin === 'date' ? 2 : 1;
  const at = longest >= 0 ? longest : shares.findIndex((share, i) => i >= first && share >= HALF);
  const slowest = timeline.rows[at];
  const hops = timeline.rows.map(({ origin, by, delay }, i) => ({
    name: origin === 'date' ? 'written' : (by ?? 'a server without a name'),
    delay,
    share: shares[i] ?? 0,
    slowest: i === at,
  }));
  // The message waits with whoever took it before.
  const holder = timeline.rows[at - 1]?.by ?? slowest?.from ?? slowest?.by ?? t('a server without a name');
  const way = inOurs(phrase('{0} hops, {1}', timeline.hops, timeline.total));
  if (slowest === undefined) return { hops, way };
  return {
    hops,
    way: `${way}; ${t('slowest: {0} at {1}', slowest.delay, holder)}`,
    slowest: `${slowest.delay} at ${holder}`,
  };
}
