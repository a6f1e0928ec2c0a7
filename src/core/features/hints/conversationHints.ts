import type { TextDocument } from 'vscode-languageserver-textdocument';
import { InlayHint, type Range } from 'vscode-languageserver-types';
import { type SessionView, type Step, sessionViews } from '../../session/sessionView.ts';
import type { Conversation, Reply, SmtpEvent } from '../../smtp/conversation.ts';
import { append } from '../../text/lists.ts';
import { firstEndingBehind } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { formatDelay } from '../../trace/delay.ts';

/** Shorter than this is no time that anybody waited for, in milliseconds. */
const NOTEWORTHY = 1;

/** How long each reply took, where the tool wrote times, and who speaks, where the tool's marks do not say. */
export function conversationHints(document: TextDocument, ticket: Ticket, range: Range): InlayHint[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const hints: InlayHint[] = [];
  for (const block of ticket.blocks) {
    if (block.kind !== 'conversation' || block.start > end || block.end < start) continue;
    const first = firstEndingBehind(block.events, start);
    for (let i = first; i < block.events.length; i++) {
      const event = block.events[i] as SmtpEvent;
      if (event.start > end) break;
      const side = sideOf(block, event);
      if (side !== undefined) hints.push(sideHint(document, event, side));
    }
    append(hints, delayHints(document, ticket, block, start, end));
  }
  return hints;
}

/** Milliseconds, of any clock; undefined where the tool wrote none. */
const timeOf = (event: SmtpEvent): number | undefined =>
  'time' in event && typeof event.time === 'number' && Number.isFinite(event.time) ? event.time : undefined;

function* delayHints(
  document: TextDocument,
  ticket: Ticket,
  conversation: Conversation,
  start: number,
  end: number,
): Iterable<InlayHint> {
  for (const view of sessionViews(ticket.text, conversation)) {
    if (view.session.start > end || view.session.end < start) continue;
    for (let i = firstEndingBehind(view.events, start); i < view.events.length; i++) {
      const reply = view.events[i] as SmtpEvent;
      if (reply.start > end) break;
      const answered = timeOf(reply);
      if (reply.kind !== 'reply' || answered === undefined) continue;
      const sent = answeredBy(view, i, reply);
      const since = sent && timeOf(sent);
      if (since === undefined || answered - since < NOTEWORTHY) continue;
      const hint = InlayHint.create(document.positionAt(reply.end), `+${formatDelay(answered - since)}`);
      hint.paddingLeft = true;
      hint.tooltip = `This reply came ${formatDelay(answered - since)} after what it answers.`;
      yield hint;
    }
  }
}

/** How far back the client's words are looked for that a reply answers. */
const REACH = 100;

/** What the client said that a reply answers: a command, the message, or a step of the login. */
function answeredBy({ events, steps }: SessionView, at: number, reply: Reply): SmtpEvent | undefined {
  if (reply.answers === '(data)' || reply.answers === '(auth)') {
    const kind = reply.answers === '(data)' ? 'data' : 'auth';
    for (let i = at - 1; i >= 0 && i >= at - REACH; i--) if (events[i]?.kind === kind) return events[i];
    return undefined;
  }
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] as Step).at < at) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0 && i >= low - REACH; i--) if (steps[i]?.reply === reply) return steps[i]?.command;
  return undefined;
}

/** Dialects without any marks: the words tell the sides apart, and a label on each line would only be in the way. */
const PLAIN: ReadonlySet<Conversation['dialect']> = new Set<Conversation['dialect']>([
  'bare',
  'telnet',
  'nc',
  'openssl',
  'gnutls-cli',
  'javamail',
]);

/** Who speaks, where the reader had to guess in a text that marks others. */
function sideOf(conversation: Conversation, event: SmtpEvent): 'client' | 'server' | undefined {
  if (event.certainty === 'marked' || PLAIN.has(conversation.dialect)) return undefined;
  if (event.kind === 'reply') return 'server';
  return event.kind === 'command' ? 'client' : undefined;
}

function sideHint(document: TextDocument, event: SmtpEvent, side: 'client' | 'server'): InlayHint {
  const hint = InlayHint.create(document.positionAt(event.start), `${side}:`);
  hint.paddingRight = true;
  hint.tooltip = 'Told from what is said; the line has no mark of its own.';
  return hint;
}
