import type { Conversation, SmtpEvent } from '../../../src/core/smtp/conversation.ts';
import { type Dialects, dialects as known } from '../../../src/core/smtp/dialects/dialects.ts';
import { readConversation } from '../../../src/core/smtp/readConversations.ts';
import { Lines } from '../../../src/core/text/lines.ts';

/** Every conversation of a text. */
export function conversationsOf(text: string, dialects: Dialects = known): Conversation[] {
  const lines = new Lines(text);
  const found: Conversation[] = [];
  for (let line = 0; line < lines.count; ) {
    const read = lines.at(line).trim() === '' ? undefined : readConversation(lines, line, lines.count, dialects);
    if (read !== undefined) found.push(read.conversation);
    line = read?.endLine ?? line + 1;
  }
  return found;
}

export const eventsOf = (text: string): SmtpEvent[] => conversationsOf(text).flatMap(({ events }) => events);

const word = (event: SmtpEvent): string => {
  if (event.kind === 'command') return event.verb;
  return event.kind === 'reply' ? String(event.code) : `(${event.kind})`;
};

/** What was said, a word an event: `220 EHLO 250`. */
export const told = (text: string): string => eventsOf(text).map(word).join(' ');

/** The same by connection, one after the other. */
export const toldBySession = (text: string): string[] =>
  conversationsOf(text).flatMap(({ sessions, events }) =>
    sessions.map((session) => session.events.map((i) => word(events[i] as SmtpEvent)).join(' ')),
  );

export const sessionsOf = (text: string): number =>
  conversationsOf(text).reduce((count, { sessions }) => count + sessions.length, 0);

/** The dialects of a text, each once. */
export const dialectsOf = (text: string): string => [...new Set(conversationsOf(text).map((c) => c.dialect))].join(' ');

/** All that is known of each event and of each session. */
export function heard(text: string): readonly string[] {
  const cut = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
  const what = (event: SmtpEvent): string => {
    switch (event.kind) {
      case 'reply': {
        const enhanced = event.enhancedSpan === undefined ? '' : `${cut(event.enhancedSpan)} `;
        return `${cut(event.codeSpan)} ${enhanced}<${event.answers}> ${event.parts.length}: ${event.text}`;
      }
      case 'command':
        return `${cut(event.verbSpan)} (${cut(event.argument)})${event.known ? '' : '?'}`;
      case 'data':
        return `data ${event.complete}`;
      default:
        return event.kind;
    }
  };
  return conversationsOf(text).flatMap(({ events, sessions }) => [
    ...events.map((event) =>
      [
        event.session,
        cut(event),
        what(event),
        event.certainty[0],
        event.tls ? 'tls' : '',
        event.connection ?? '',
        event.time ?? '',
      ].join('|'),
    ),
    ...sessions.map(
      ({ server = '?', start, end, transactions }) =>
        `= ${server} ${start}-${end} ${transactions.map((one) => `${one.start}-${one.end} ${one.events.join('+')}`).join(';')}`,
    ),
  ]);
}
