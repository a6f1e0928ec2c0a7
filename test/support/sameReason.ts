import { explainText } from '../../src/core/knowledge/explain.ts';
import { noticePart } from '../../src/core/mail/bounces/evidence.ts';
import { readNoticeText } from '../../src/core/mail/bounces/noticeText.ts';
import type { Message, ReportRecipient } from '../../src/core/mail/message.ts';
import type { Reply } from '../../src/core/smtp/conversation.ts';
import type { Stage } from '../../src/core/smtp/verbs.ts';
import { spanText } from '../../src/core/text/span.ts';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import type { Block, Ticket } from '../../src/core/ticket/ticket.ts';
import { readVerdicts } from '../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../src/core/verdict/verdict.ts';

/** Lines that a reply may be carried on by. */
const WRAPPED = 8;

/** The place in the session that a verdict knows, which `explain` has to be told. */
const stageOf = ({ stage }: Verdict): Stage | undefined =>
  ['quoted', 'log', 'report', 'dns', 'header', '?'].includes(stage) ? undefined : (stage as Stage);

/** A reply of a conversation as the server said it, without what the tool puts in front of its lines. */
function asSaid({ text }: Ticket, { code, enhanced, parts }: Reply): string {
  const status = enhanced === undefined ? '' : `${enhanced} `;
  const last = parts.length - 1;
  return parts.map((part, i) => `${code}${i < last ? '-' : ' '}${status}${spanText(text, part)}`).join('\n');
}

/** The texts that a verdict rests on: its lines, of their own and together with those that carry them on. */
function* textsOf(ticket: Ticket, verdict: Verdict, block: Block | undefined): Iterable<string> {
  const { text, lines } = ticket;
  const { start } = verdict.span;
  if (block?.kind === 'message') {
    for (const one of block.report?.recipients ?? []) yield* toldOf(one);
    return;
  }
  const event = block?.kind === 'conversation' ? block.events.find((one) => one.start === start) : undefined;
  if (event?.kind === 'reply') yield asSaid(ticket, event);
  const first = lines.lineOf(start);
  const last = lines.lineOf(Math.max(start, verdict.span.end - 1));
  for (let end = last; end < last + WRAPPED && lines.has(end); end++)
    yield text.slice(lines.start(first), lines.end(end));
  // A line may hold several replies.
  yield text.slice(start, lines.end(last));
}

/** What a report says of a recipient: what the other server said, the words for people and each line of them, the status. */
function* toldOf({ diagnostic, words, lastTry, status }: ReportRecipient): Iterable<string> {
  for (const one of [diagnostic, words, lastTry, status]) {
    if (one === undefined) continue;
    yield one;
    yield* one.split('\n');
  }
}

/** Logs whose fields say what a filter did; they are read by their names, which `explain` does not know. */
const BY_FIELDS: ReadonlySet<string> = new Set(['record', 'key-value', 'named-table', 'quarantine-notice', 'rspamd']);

/**
 * Whether a verdict gives a reason for what a line says. What DNS shows is none; nor is what a header, a record or a
 * program states, or what only says that something failed; nor what a filter did by the fields of its log.
 */
const givesReason = ({ failed, stage, basis, reply }: Verdict, block: Block | undefined): boolean =>
  failed &&
  stage !== 'dns' &&
  (reply !== undefined ||
    (basis !== 'facts' && basis !== 'class' && !(block?.kind === 'log' && BY_FIELDS.has(block.format))));

/** The refusals of a text whose reason is not the one that `explain` gives for their lines. */
export function differing(text: string): string[] {
  const ticket = readTicket(text);
  const found: string[] = [];
  for (const verdict of readVerdicts(ticket)) {
    const block = blockAt(ticket, verdict.span.start);
    if (!givesReason(verdict, block)) continue;
    const reasons = Array.from(
      textsOf(ticket, verdict, block),
      (one) => explainText(one, stageOf(verdict))?.explanation.reason,
    );
    if (reasons.includes(verdict.code)) continue;
    const line = ticket.lines.lineOf(verdict.span.start) + 1;
    found.push(`${line}: ${verdict.reply} ${verdict.code}, and not ${[...new Set(reasons)].join()}`);
  }
  return found;
}

const blockAt = ({ blocks }: Ticket, offset: number): Block | undefined =>
  blocks.find(({ start, end }) => start <= offset && offset < end);

/** The decoded lines of what a message tells, and what the other servers said to whoever returned it. */
function* linesOfReport(text: string, { root, report }: Message): Iterable<string> {
  const part = report === undefined ? undefined : noticePart(root);
  if (part === undefined) return;
  const { lines } = readNoticeText(text, part);
  for (let line = 0; line < lines.count; line++) yield lines.at(line);
  for (const { diagnostic } of report?.recipients ?? []) if (diagnostic !== undefined) yield diagnostic;
}

/** Characters of a line that may be a reply. */
const LONGEST = 4000;

/** The lines of a text that hold a refusal whose words are known, and whose reason `read` does not give. */
export function unread(text: string): string[] {
  const ticket = readTicket(text);
  const told = new Set(readVerdicts(ticket).map(({ code }) => code));
  return ticket.blocks.flatMap((block) => {
    const lines = block.kind === 'message' ? linesOfReport(text, block) : spanText(text, block).split(/\r?\n/);
    return [...lines].filter((line) => {
      const found = line.length > LONGEST ? undefined : explainText(line);
      const code = found?.code ?? Number(found?.enhanced?.[0] ?? 0) * 100;
      if (found === undefined || code < 400 || code > 599) return false;
      const { basis, reason } = found.explanation;
      return (basis === 'words' || basis === 'server-words') && !told.has(reason) && !CONSEQUENCES.has(reason);
    });
  });
}

/** What is said to a client that goes on after a refusal tells nothing besides it (RFC 5321 3.3). */
const CONSEQUENCES: ReadonlySet<string> = new Set(['command-order']);
