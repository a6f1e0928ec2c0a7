import { sourceWords } from '../knowledge/sources.ts';
import { quotedReplies } from '../log/quotedReplies.ts';
import { decodeEncodedWords } from '../mail/header/encodedWords.ts';
import { arcSets, dkimSignatures } from '../mail/header/tags.ts';
import type { Field, Message, Part, Received } from '../mail/message.ts';
import type { QuotedReply } from '../replies/foundReply.ts';
import type { SmtpEvent } from '../smtp/conversation.ts';
import type { ReportedProbe } from '../smtp/probe/probeReport.ts';
import { defined } from '../text/defined.ts';
import type { ReportedFinding } from '../text/finding.ts';
import type { Lines } from '../text/lines.ts';
import { isList } from '../text/plain.ts';
import type { Block, Ticket } from '../ticket/ticket.ts';
import { readTotals } from '../verdict/logTotals.ts';
import { readCuts, readVerdicts } from '../verdict/readVerdicts.ts';
import type { Place, Verdict } from '../verdict/verdict.ts';
import { entriesJson } from './entriesJson.ts';
import { type Locate, lineCounter } from './lineCounter.ts';
import { checksJson, probeJson, queriesJson } from './lookupJson.ts';
import { problemsJson, problemsLeftOut } from './problems.ts';
import { storyJson } from './storyJson.ts';
import { totalsJson } from './totalsWords.ts';
import { verdictHeadline } from './verdictWords.ts';
import { plainSteps, stepsInWords } from './words.ts';

/** A field of an object. Of a list too long to be held, the items come as they are asked for, before the next field. */
type JsonField = readonly [name: string, value: unknown];

/**
 * A ticket as data, for `mail-triage read --json`. Lines count from 1 and only LF ends one, as `grep -n` counts.
 * Fields that do not apply are left out; what is not known is null.
 */
export function* ticketFields(file: string, ticket: Ticket): Iterable<JsonField> {
  const line = lineCounter(ticket.text);
  yield ['file', file];
  yield* readingFields(ticket, line);
  yield ['entries', entriesJson(ticket, locator(line))];
  yield ['problems', problemsJson(ticket, line)];
  yield ['verdicts', verdictsJson(readVerdicts(ticket), line)];
  const totals = readTotals(ticket);
  if (totals !== undefined) yield ['totals', totalsJson(totals)];
  const cuts = [...readCuts(ticket), ...problemsLeftOut(ticket)];
  yield ['cut', cuts.map(({ what, span, left }) => ({ what, line: line(span.start), left }))];
}

/** The same as one object. */
export const ticketJson = (file: string, ticket: Ticket): Record<string, unknown> => whole(ticketFields(file, ticket));

/** What was read, without what it means. */
export const readingJson = (ticket: Ticket): Record<string, unknown> =>
  whole(readingFields(ticket, lineCounter(ticket.text)));

function whole(fields: Iterable<JsonField>): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const [name, value] of fields) all[name] = isList(value) ? [...value] : value;
  return all;
}

function* readingFields(ticket: Ticket, line: (offset: number) => number): Iterable<JsonField> {
  const at = locator(line);
  const { text, blocks } = ticket;
  yield ['blocks', blocksJson(blocks, at)];
  const counted = { sessions: 0 };
  yield ['events', eventsJson(blocks, at, counted)];
  yield ['sessions', counted.sessions];
  yield ['embeddedReplies', embeddedJson(ticket, line)];
  yield ['queries', blocks.flatMap((block) => (block.kind === 'lookup' ? queriesJson(block, at) : []))];
  yield ['checks', blocks.flatMap((block) => checksJson(findingsIn(block), at))];
  yield ['probes', blocks.flatMap((block) => probesIn(block).map((probe) => probeJson(probe, block, at)))];
  yield ['messages', blocks.flatMap((block) => (block.kind === 'message' ? [messageJson(block, text, line)] : []))];
}

/** The reports of probes of SMTP servers. */
const probesIn = (block: Block): readonly ReportedProbe[] =>
  block.kind === 'conversation' && block.probe !== undefined ? [block.probe] : [];

const findingsIn = (block: Block): readonly ReportedFinding[] =>
  block.kind === 'lookup' ? (block.findings ?? []) : probesIn(block).flatMap(({ findings }) => findings);

function* blocksJson(blocks: readonly Block[], at: Locate): Iterable<unknown> {
  for (const block of blocks) {
    yield {
      kind: block.kind === 'message' && block.report !== undefined ? 'report' : block.kind,
      ...(block.kind === 'conversation' && { dialect: block.dialect }),
      ...(block.kind === 'lookup' && { tool: block.tool }),
      ...(block.kind === 'log' && { format: block.format }),
      ...at(block),
    };
  }
}

function* embeddedJson({ lines, blocks }: Ticket, line: (offset: number) => number): Iterable<unknown> {
  for (const block of blocks) {
    for (const { start, code, enhanced } of repliesIn(lines, block)) {
      yield {
        line: line(start),
        ...(code === undefined ? { dsn: enhanced } : { code, ...(enhanced && { enhanced }) }),
      };
    }
  }
}

export function* verdictsJson(verdicts: readonly Verdict[], line: (offset: number) => number): Iterable<unknown> {
  for (const verdict of verdicts) {
    yield {
      code: verdict.code,
      sisimai: verdict.sisimai,
      line: line(verdict.span.start),
      ...defined({ reply: verdict.reply, queueId: verdict.queueId }),
      ...(verdict.recipients[0] !== undefined && { recipient: verdict.recipients[0], recipients: verdict.recipients }),
      ...(verdict.places && { messages: verdict.places.map((place) => placeJson(place, line)) }),
      ...defined({ sender: verdict.sender, server: verdict.server }),
      role: verdict.role,
      failed: verdict.failed,
      ...(verdict.basis !== 'facts' && { basis: verdict.basis }),
      confidence: verdict.confidence,
      headline: verdictHeadline(verdict),
      count: verdict.times,
      ...(verdict.deliveries !== undefined && verdict.deliveries > 1 && { deliveries: verdict.deliveries }),
      ...defined({ operator: verdict.operator }),
      actor: verdict.actor,
      retry: verdict.retry,
      summary: verdict.summary,
      next: stepsInWords(verdict),
      steps: plainSteps(verdict.next),
      source: sourceWords(verdict.source),
    };
  }
}

/** One of the messages that failed for the cause that a verdict tells. */
const placeJson = ({ span, queueId, sender, recipients }: Place, line: (offset: number) => number) => ({
  line: line(span.start),
  ...defined({ queueId, sender }),
  ...(recipients.length > 0 && { recipients }),
});

/** The replies that prose or a log quotes. */
function repliesIn(lines: Lines, block: Block): readonly QuotedReply[] {
  if (block.kind === 'prose') return block.replies.filter(({ sureness }) => sureness !== 'doubtful');
  return block.kind === 'log' ? quotedReplies(lines, block) : [];
}

const locator =
  (line: (offset: number) => number): Locate =>
  (span) => ({ line: line(span.start), lastLine: line(Math.max(span.start, span.end - 1)) });

/** The events of all conversations; counts their sessions on the way. */
function* eventsJson(blocks: readonly Block[], at: Locate, counted: { sessions: number }): Iterable<unknown> {
  for (const block of blocks) {
    if (block.kind !== 'conversation') continue;
    const { events, sessions } = block;
    for (const event of events) yield eventJson(event, counted.sessions + event.session + 1, at);
    counted.sessions += sessions.length;
  }
}

function eventJson(event: SmtpEvent, session: number, at: Locate): unknown {
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
}

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
    clockSkew: known.some((epoch, i) => epoch < (known[i - 1] ?? epoch)),
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
    story: storyJson(message, line),
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
