import { readPathArgument } from '../../session/argument.ts';
import type { Command, Conversation, Reply, SmtpEvent } from '../../smtp/conversation.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { inOrder, modifierOf, type Token, tokenOf } from './tokens.ts';
import { weightTokens } from './weightTokens.ts';

/** What was said, by side and class, and the tools' own words. */
export function conversationTokens(ticket: Ticket, conversation: Conversation): readonly Token[] {
  const notes = conversation.notes.flatMap((note) => tokenOf(note, 'smtpNote'));
  const events = conversation.events.flatMap((event) => [...ofEvent(ticket, event)]);
  const weights = weightTokens(conversation.probe?.findings ?? []);
  return inOrder([...weights, ...events, ...notes]);
}

function* ofEvent(ticket: Ticket, event: SmtpEvent): Iterable<Token> {
  switch (event.kind) {
    case 'command':
      yield { ...event.verbSpan, type: 'smtpCommand', ...(!event.known && { modifier: 'invalid' as const }) };
      yield* ofArgument(ticket.text, event);
      return;
    case 'data':
      yield { start: event.start, end: event.end, type: 'smtpData' };
      return;
    case 'auth':
      yield { start: event.start, end: event.end, type: 'smtpSecret' };
      return;
    case 'reply':
      yield* ofReply(ticket, event);
  }
}

/** The codes of each line, then the text behind them. */
function* ofReply(ticket: Ticket, reply: Reply): Iterable<Token> {
  const modifier = modifierOf(reply.code);
  for (const part of reply.parts) {
    const head = Math.max(reply.start, ticket.lines.start(ticket.lines.lineOf(part.start)));
    const code = /\d{3}(?=[ \t-]|$)(?:[ \t-]?[ \t]*[245]\.\d{1,3}\.\d{1,3})?[ \t-]*$/.exec(
      ticket.text.slice(head, part.start),
    );
    if (code !== null) {
      const start = head + code.index;
      yield { start, end: start + code[0].trimEnd().replace(/-$/, '').length, type: 'smtpReply', modifier };
    }
    if (part.end > part.start) yield { start: part.start, end: part.end, type: 'smtpReplyText', modifier };
  }
}

/** The address of MAIL and RCPT, the name of a greeting, the secret of AUTH. */
function ofArgument(text: string, command: Command): readonly Token[] {
  const { argument, verb } = command;
  if (verb === 'AUTH') return tokenOf(argument, 'smtpSecret');
  if (verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO') return tokenOf(argument, 'mailHost');
  const path = readPathArgument(text, command)?.path;
  if (path === undefined) return tokenOf(argument, 'smtpArgument');
  return [
    ...tokenOf({ start: argument.start, end: path.start }, 'smtpArgument'),
    ...tokenOf(path, 'mailAddress'),
    ...tokenOf({ start: path.end, end: argument.end }, 'smtpArgument'),
  ];
}
