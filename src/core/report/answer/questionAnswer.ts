import { delayTerms } from '../../knowledge/logTerms.ts';
import type { LogEntry } from '../../log/log.ts';
import type { Message } from '../../mail/message.ts';
import { firstOf } from '../../text/few.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { formatDelay } from '../../trace/delay.ts';
import { readVerdicts } from '../../verdict/readVerdicts.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { blockOf, type Circumstances } from './circumstances.ts';
import { headerFacts } from './headerFacts.ts';
import { historyOf } from './history.ts';
import type { Matter } from './matter.ts';

/** The answer to the question of a ticket, where the text shows it: for an admin, for its user, and what shows it. */
export interface QuestionAnswer {
  readonly words: string;
  readonly plain: string;
  readonly spans: readonly Span[];
  /** What of the message's story stands in it, each as the story says it. */
  readonly parts?: readonly string[];
}

export function answerOfQuestion(
  ticket: Ticket,
  matter: Matter,
  circumstances: Circumstances,
): QuestionAnswer | undefined {
  switch (matter.question) {
    case 'twice':
      return ofTwice(ticket, matter, circumstances) ?? ofSeveral(ticket, matter);
    case 'slow':
      return ofSlow(matter.first, circumstances.history) ?? ofSeveral(ticket, matter);
    case 'missing':
      return ofSeveral(ticket, matter) ?? ofMissing(matter.first, circumstances);
    default:
      return ofSeveral(ticket, matter);
  }
}

/** Words of a try that may have arrived though the client heard no answer (Postfix, src/smtp/smtp_trouble.c). */
const UNHEARD =
  /may be sent more than once|while sending end of data|after (?:end of data|sending (?:the )?(?:message|data))|timeout .{0,40}end of data|before (?:the )?(?:final|250)/i;

function ofTwice(ticket: Ticket, { first }: Matter, { history, server }: Circumstances): QuestionAnswer | undefined {
  const unheard = history.find((entry) => entry.outcome === 'deferred' && UNHEARD.test(wordsOf(ticket, entry)));
  const again = unheard && history.find((entry) => entry.start > unheard.start && entry.outcome === 'sent');
  if (unheard !== undefined && again !== undefined) {
    const by = server ?? first.server ?? 'the server';
    return {
      words: `It came twice because ${by} did not answer in time behind the end of the message at ${unheard.time?.text ?? 'the first try'}: it had probably taken the message, but the sending server heard nothing and had to send it again, at ${again.time?.text ?? 'the next try'} (RFC 5321 4.5.3.2.6).`,
      plain:
        'It came twice because the confirmation of the other mail server got lost at the first try. Our server could not know that the message had arrived, and sent it once more. Nobody sent it twice by hand.',
      spans: [unheard, again],
    };
  }
  return sameIdTwice(ticket, first) ?? sameHeaderTwice(ticket);
}

const wordsOf = ({ text }: Ticket, { start, end }: Span): string => text.slice(start, Math.min(end, start + 2000));

/** The same Message-ID under two queue ids, delivered to the same recipient: it was handed in twice. */
function sameIdTwice(ticket: Ticket, first: Verdict): QuestionAnswer | undefined {
  const ids = new Map<string, { readonly queueId: string; readonly entry: LogEntry }>();
  for (const verdict of readVerdicts(ticket)
    .filter((one) => one.role === 'success' || one.role === 'recovered')
    .slice(0, 50)) {
    const block = blockOf(ticket, verdict.span.start);
    if (block?.kind !== 'log' || verdict.queueId === undefined) continue;
    if (first.recipients.length > 0 && !verdict.recipients.some((one) => first.recipients.includes(one))) continue;
    const { entries: history } = historyOf(ticket, block, verdict);
    const id = history.find(({ messageId }) => messageId !== undefined)?.messageId?.text;
    const entry = history.find(({ outcome }) => outcome === 'sent');
    if (id === undefined || entry === undefined) continue;
    const before = ids.get(id);
    if (before !== undefined && before.queueId !== verdict.queueId) {
      const [one, two] = [before.entry, entry].map(({ time }) => (time === undefined ? '' : ` at ${time.text}`));
      return {
        words: `It came twice because the same message (Message-ID ${id}) was handed to this server twice: as ${before.queueId}, delivered${one}, and as ${verdict.queueId}, delivered${two}. Look at what stands in front of this server: the sender, a list or a forwarder sent it twice.`,
        plain:
          'It came twice because it was sent to our mail server twice: by the sender, or by a mailing list or forwarder before us. Our server delivered each of them once.',
        spans: [before.entry, entry],
      };
    }
    ids.set(id, { queueId: verdict.queueId, entry });
  }
  return undefined;
}

/** Two headers of one message: the hop from which their ways differ made two of it. */
function sameHeaderTwice({ blocks }: Ticket): QuestionAnswer | undefined {
  const messages = blocks.filter(
    (block): block is Message => block.kind === 'message' && block.report === undefined && block.hops.length > 0,
  );
  for (const [i, one] of messages.slice(0, 20).entries()) {
    const id = headerFacts(one).messageId;
    const other =
      id === undefined ? undefined : messages.slice(i + 1, 20).find((next) => headerFacts(next).messageId === id);
    if (other === undefined) continue;
    const at = one.hops.findIndex((hop, n) => hop.id !== other.hops[n]?.id || hop.by !== other.hops[n]?.by);
    const shared = at > 0 ? one.hops[at - 1] : undefined;
    if (at < 0) continue;
    const from = shared?.by;
    const words =
      from === undefined
        ? `It came twice because it was sent twice: the two copies have the same Message-ID (${id}), but differ from their first hop on.`
        : `It came twice because ${from} handed it on twice: the two copies have the same Message-ID (${id}) and the same way up to there${shared?.id === undefined ? '' : ` (${shared.id})`}, and differ behind it. A list, a forwarding rule or a repeated try there made two of one.`;
    return {
      words,
      plain:
        from === undefined
          ? 'It came twice because it was sent twice: by the sender, or by the program with which it was written.'
          : 'It came twice because a mail server on the way sent it on twice, for example because two addresses lead to the same mailbox.',
      spans: [one.hops[at], other.hops[at]].filter((hop) => hop !== undefined).map(({ field }) => field),
    };
  }
  return undefined;
}

/** Addresses that are named one by one. */
const NAMED = 10;

/** Who has it and who has not, where the same mail was taken for some and not for others. */
function ofSeveral(ticket: Ticket, { first, others }: Matter): QuestionAnswer | undefined {
  const all = [first, ...others.filter((one) => isSameMail(ticket, one, first))];
  const lost = all.filter(({ failed, role, recipients }) => failed && role !== 'consequence' && recipients.length > 0);
  const came = all.filter(
    ({ role, recipients }) => (role === 'success' || role === 'recovered') && recipients.length > 0,
  );
  const waiting = listed(lost.filter(({ role }) => role === 'waiting').flatMap(({ recipients }) => recipients));
  const gone = listed(lost.flatMap(({ recipients }) => recipients).filter((one) => !waiting.all.has(one)));
  const without = listed(lost.flatMap(({ recipients }) => recipients));
  const withIt = listed(came.flatMap(({ recipients }) => recipients).filter((one) => !without.all.has(one)));
  if (without.all.size === 0 || withIt.all.size === 0) return undefined;
  const by = came.length === 1 && came[0]?.server !== undefined ? ` by ${came[0].server}` : '';
  return {
    words: `${withIt.words}: accepted${by}.${gone.all.size > 0 ? ` ${gone.words}: not delivered.` : ''}${waiting.all.size > 0 ? ` ${waiting.words}: not yet delivered.` : ''} Each recipient is decided on alone (RFC 5321 3.3).`,
    plain: `${withIt.words} got it${gone.all.size > 0 ? `, ${gone.words} did not` : ''}${waiting.all.size > 0 ? `, ${waiting.words} did not yet` : ''}: each address is delivered to on its own.`,
    spans: came.slice(0, 3).map(({ span }) => span),
  };
}

/** Two recipients of one message: under one queue id of a log, in one session, in one report. */
function isSameMail(ticket: Ticket, one: Verdict, other: Verdict): boolean {
  if (one.queueId !== undefined || other.queueId !== undefined) return one.queueId === other.queueId;
  const block = blockOf(ticket, one.span.start);
  return (
    block !== undefined && block.kind !== 'log' && block.kind !== 'prose' && block === blockOf(ticket, other.span.start)
  );
}

function listed(addresses: readonly string[]): { readonly all: ReadonlySet<string>; readonly words: string } {
  const all = new Set(addresses);
  return { all, words: firstOf([...all], NAMED) };
}

/** How long it took, by the times of a log: from the first try that failed, else from the first line about the message. */
function ofSlow({ recipients: asked }: Verdict, history: readonly LogEntry[]): QuestionAnswer | undefined {
  const isOwn = ({ recipients }: LogEntry): boolean => recipients.some(({ text }) => asked.includes(text));
  const sent = history.findLast((entry) => entry.outcome === 'sent' && isOwn(entry));
  const tried = history.find((entry) => entry.outcome === 'deferred' && isOwn(entry));
  const start = (tried ?? history[0])?.time?.text;
  const end = sent?.time?.text;
  const waited = secondsBetween(start, end);
  if (sent === undefined || waited === undefined || waited < 60) return undefined;
  const took = formatDelay(waited * 1000);
  const at = sent.host === undefined ? '' : ` on ${sent.host.text}`;
  if (tried === undefined) {
    const most = sent.delays.find(({ value }) => value > waited / 2);
    const where = most === undefined ? '' : ` Most of it was ${delayTerms[most.stage].meaning}.`;
    return {
      words: `It took ${took}${at || ' here'}: the log has it from ${start} on, and it was taken at ${end}. No try before that stands in the log.${where}`,
      plain: `It took ${took} on our mail server before it went on. Nothing was lost.`,
      spans: [sent],
    };
  }
  const [failed, why] =
    tried.reply === undefined
      ? ['failed', 'our mail server could not hand it over at first']
      : ['was put off', 'the other mail server put it off at first'];
  return {
    words: `It took ${took}${at} because the first try at ${start} ${failed}; it was taken at ${end}.`,
    plain: `It took ${took} because ${why}. That is nothing unusual, and nothing was lost.`,
    spans: [tried, sent],
  };
}

/** Seconds between two stamps of one log that are written alike; undefined where a month or a year lies between. */
function secondsBetween(from: string | undefined, to: string | undefined): number | undefined {
  const [a, b] = [stamp(from), stamp(to)];
  if (a === undefined || b === undefined || a.front !== b.front) return undefined;
  const seconds = b.seconds - a.seconds;
  return seconds < 0 ? undefined : seconds;
}

function stamp(text: string | undefined): { readonly front: string; readonly seconds: number } | undefined {
  const [, front = '', day, hours, minutes, seconds] =
    /^(.{0,12}?)(\d{1,2})[T ](\d\d):(\d\d):(\d\d)/.exec(text ?? '') ?? [];
  if (day === undefined) return undefined;
  return {
    front: front.trim(),
    seconds: ((Number(day) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds),
  };
}

/** It was taken: from there on the other side answers for it. */
function ofMissing(
  { role }: Verdict,
  { server, time, takenAs, recipients }: Circumstances,
): QuestionAnswer | undefined {
  if (role !== 'success' && role !== 'recovered') return undefined;
  const by = server ?? 'the next server';
  const as = takenAs === undefined ? '' : ` as ${takenAs}`;
  const when = time === undefined ? '' : ` at ${time}`;
  return {
    words: `It left this side: ${by} took it for ${recipients.join(', ')}${when}${as}, and has to deliver it or to report that it could not (RFC 5321 6.1). Look in the junk folder, the rules and the quarantine of the recipient, then ask the admin of that server${takenAs === undefined ? '' : ` for ${takenAs}`}.`,
    plain:
      'The mail server of the recipient took it. Please have the recipient look in the junk (spam) folder and in other folders; if it is nowhere, the people who run the mail of the recipient have to look for it.',
    spans: [],
  };
}
