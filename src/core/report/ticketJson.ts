import type { Lookup } from '../dns/lookup.ts';
import { sourceWords } from '../knowledge/sources.ts';
import { quotedReplies } from '../log/quotedReplies.ts';
import { decodeEncodedWords } from '../mail/header/encodedWords.ts';
import { arcSets, dkimSignatures } from '../mail/header/tags.ts';
import type { Field, Message, Part, Received } from '../mail/message.ts';
import type { Conversation } from '../smtp/conversation.ts';
import type { QuotedReply } from '../smtp/quoted.ts';
import { defined } from '../text/defined.ts';
import type { Span } from '../text/span.ts';
import type { Block, Ticket } from '../ticket/ticket.ts';
import { readCuts, readVerdicts } from '../verdict/readVerdicts.ts';
import { entriesJson } from './entriesJson.ts';
import { verdictHeadline } from './verdictWords.ts';
import { stepsInWords } from './words.ts';

/**
 * A ticket as data, for `mail-triage read --json`. Lines count from 1 and only LF ends one, as `grep -n` counts.
 * Fields that do not apply are left out; what is not known is null.
 */
export function ticketJson(file: string, ticket: Ticket): Record<string, unknown> {
  const line = lineCounter(ticket.text);
  const { entries, cut } = entriesJson(ticket, locator(line));
  const cuts = [...readCuts(ticket), ...cut];
  return {
    file,
    ...readingJson(ticket),
    entries,
    verdicts: verdictsJson(ticket),
    cut: cuts.map(({ what, span, left }) => ({ what, line: line(span.start), left })),
  };
}

/** What was read, without what it means. */
export function readingJson(ticket: Ticket): Record<string, unknown> {
  const line = lineCounter(ticket.text);
  const at = locator(line);
  const conversations = ticket.blocks.filter((block) => block.kind === 'conversation');
  const messages = ticket.blocks.filter((block) => block.kind === 'message');
  let sessions = 0;
  const events: unknown[] = [];
  for (const conversation of conversations) {
    events.push(...eventsJson(conversation, sessions, at));
    sessions += conversation.sessions.length;
  }
  return {
    blocks: ticket.blocks.map((block) => ({
      kind: block.kind === 'message' && block.report !== undefined ? 'report' : block.kind,
      ...(block.kind === 'conversation' && { dialect: block.dialect }),
      ...(block.kind === 'lookup' && { tool: block.tool }),
      ...(block.kind === 'log' && { format: block.format }),
      ...at(block),
    })),
    sessions,
    events,
    embeddedReplies: ticket.blocks.flatMap((block) =>
      repliesIn(ticket.text, block).map((reply) => ({
        line: line(reply.start),
        ...(reply.code === undefined
          ? { dsn: reply.enhanced }
          : { code: reply.code, ...(reply.enhanced && { enhanced: reply.enhanced }) }),
      })),
    ),
    queries: ticket.blocks.flatMap((block) => (block.kind === 'lookup' ? queriesJson(block, at) : [])),
    messages: messages.map((message) => messageJson(message, ticket.text, line)),
  };
}

function verdictsJson(ticket: Ticket): unknown[] {
  const line = lineCounter(ticket.text);
  return readVerdicts(ticket).map((verdict) => ({
    code: verdict.code,
    sisimai: verdict.sisimai,
    line: line(verdict.span.start),
    ...defined({ reply: verdict.reply, queueId: verdict.queueId }),
    ...(verdict.recipients[0] !== undefined && { recipient: verdict.recipients[0], recipients: verdict.recipients }),
    ...defined({ sender: verdict.sender, server: verdict.server }),
    role: verdict.role,
    failed: verdict.failed,
    ...(verdict.basis !== 'facts' && { basis: verdict.basis }),
    confidence: verdict.confidence,
    headline: verdictHeadline(verdict),
    count: verdict.times,
    actor: verdict.actor,
    retry: verdict.retry,
    summary: verdict.summary,
    next: stepsInWords(verdict),
    steps: verdict.next,
    source: sourceWords(verdict.source),
  }));
}

/** The replies that prose or a log quotes. */
function repliesIn(text: string, block: Block): readonly QuotedReply[] {
  if (block.kind === 'prose') return block.replies;
  return block.kind === 'log' ? quotedReplies(text, block) : [];
}

type Locate = (span: Span) => { readonly line: number; readonly lastLine: number };

const locator =
  (line: (offset: number) => number): Locate =>
  (span) => ({ line: line(span.start), lastLine: line(Math.max(span.start, span.end - 1)) });

/** The line of an offset, counted from 1 by LF alone. */
function lineCounter(text: string): (offset: number) => number {
  const breaks: number[] = [];
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) breaks.push(i);
  return (offset) => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

function eventsJson(conversation: Conversation, sessionsBefore: number, at: Locate): unknown[] {
  return conversation.events.map((event) => {
    const session = sessionsBefore + event.session + 1;
    const tls = event.tls === undefined ? {} : { tls: event.tls };
    switch (event.kind) {
      case 'reply':
        return {
          ...at(event),
          dir: 'server',
          code: event.code,
          ...(event.enhanced && { enhanced: event.enhanced }),
          session,
          ...tls,
        };
      case 'command':
        return { ...at(event), dir: 'client', verb: event.verb, session, ...tls };
      default:
        return { ...at(event), dir: 'client', verb: `(${event.kind})`, session, ...tls };
    }
  });
}

const queriesJson = (lookup: Lookup, at: Locate): unknown[] =>
  lookup.queries.map((query) => ({
    ...at(query),
    tool: query.tool,
    name: query.name,
    type: query.type,
    status: query.status,
    ...defined({ server: query.server }),
    answers: query.answers.map((answer) => answer.data),
  }));

function messageJson(message: Message, text: string, line: (offset: number) => number): Record<string, unknown> {
  const dated = message.hops.map((hop) => hop.date?.epoch);
  const delays = dated.slice(1).map((epoch, i) => difference(epoch, dated[i]));
  const known = dated.filter((epoch) => epoch !== undefined);
  const total = difference(known.at(-1), known[0]);
  return {
    line: line(message.start),
    headerCount: message.fields.length,
    messageId: fieldNamed(message, 'message-id')?.value ?? null,
    subjectDecoded: subjectOf(message),
    hops: message.hops.map((hop) => hopJson(hop, line)),
    hopDelaysSeconds: delays,
    totalDelaySeconds: total,
    clockSkew: delays.some((delay) => delay !== null && delay < 0),
    authResults: message.authResults.map(({ header, server, results }) => ({
      header,
      server: server ?? null,
      results: results.map(({ method, result }) => ({ method, result })),
    })),
    dkimSignatures: dkimSignatures(text, message).map(({ a, d, s }) => ({ a: a ?? null, d: d ?? null, s: s ?? null })),
    arcSets: arcSets(text, message).map(({ i, cv, d }) => ({ i: i ?? null, cv: cv ?? null, d: d ?? null })),
    ...(message.report && { dsn: reportJson(message.report) }),
    contentTypes: contentTypes(message.root),
    attachments: attachments(message.root),
  };
}

const difference = (later: number | undefined, earlier: number | undefined): number | null =>
  later === undefined || earlier === undefined ? null : (later - earlier) / 1000;

const fieldNamed = (message: Message, name: string): Field | undefined =>
  message.fields.find((field) => field.name.toLowerCase() === name);

function subjectOf(message: Message): string | null {
  const subject = fieldNamed(message, 'subject');
  return subject === undefined ? null : decodeEncodedWords(subject.value);
}

const hopJson = (hop: Received, line: (offset: number) => number): Record<string, unknown> => ({
  line: line(hop.field.start),
  from: hop.from ?? null,
  by: hop.by ?? null,
  with: hop.with ?? null,
  id: hop.id ?? null,
  for: hop.for ?? null,
  ip: hop.ip ?? null,
  utc: hop.date?.epoch === undefined ? null : new Date(hop.date.epoch).toISOString().replace('.000Z', 'Z'),
  tls: hop.tls,
});

const reportJson = (report: NonNullable<Message['report']>): Record<string, unknown> => ({
  reportingMta: report.reportingMta ?? null,
  recipients: report.recipients.map(({ action, status, finalRecipient, originalRecipient, remoteMta, diagnostic }) => ({
    action: action ?? null,
    status: status ?? null,
    finalRecipient: finalRecipient ?? null,
    ...defined({ originalRecipient, remoteMta, diagnostic }),
  })),
});

/** Depth first, nested messages included; a returned header alone has no parts. */
const contentTypes = (part: Part): string[] => [
  part.contentType,
  ...part.parts.flatMap(contentTypes),
  ...(part.message === undefined || part.contentType === 'text/rfc822-headers' ? [] : contentTypes(part.message.root)),
];

/** File names, null for a part without one. */
const attachments = (part: Part): (string | null)[] => [
  ...(part.attachment ? [part.filename ?? null] : []),
  ...part.parts.flatMap(attachments),
  ...(part.message === undefined ? [] : attachments(part.message.root)),
];
