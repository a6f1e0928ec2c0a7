import { wordsOf } from '../../session/argument.ts';
import { isGreeting, sessionsOf } from '../../session/sessionView.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** Banners and greetings that name no host (RFC 5321 2.3.5, 4.1.1.1 and 4.2). */
export function* hostNames(ticket: Ticket): Iterable<Finding> {
  for (const { greeting, steps } of sessionsOf(ticket)) {
    const said = greeting?.parts[0];
    if (greeting?.code === 220 && said !== undefined) {
      const [word] = wordsOf(ticket.text, said);
      if (word === undefined || nameKind(word.word) === 'none') {
        const { start, end } = word ?? greeting.codeSpan;
        yield { code: 'banner-not-a-host', span: { start, end }, data: { name: word?.word ?? '' } };
      }
    }
    for (const { command } of steps) {
      if (!isGreeting(command.verb)) continue;
      const words = wordsOf(ticket.text, command.argument);
      const kind = words.length === 1 ? nameKind(words[0]?.word ?? '') : 'none';
      if (kind === 'host') continue;
      const span: Span = words.length === 0 ? command.verbSpan : command.argument;
      const name = ticket.text.slice(
        command.argument.start,
        Math.min(command.argument.end, command.argument.start + 80),
      );
      yield {
        code: kind === 'single' ? 'helo-not-qualified' : 'helo-not-a-host',
        span: { start: span.start, end: span.end },
        data: { verb: command.verb, name: name.trim() },
      };
    }
  }
}

/** What nearly all names look like. */
const PLAIN = /^[a-z][a-z0-9]{0,62}(?:\.[a-z0-9]{1,63}){0,20}\.[a-z]{2,20}$/;
// Letters beyond ASCII: RFC 6531 3.7.1 lets a server know a name in its own script.
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const LITERAL = /^\[(?:(?:\d{1,3}\.){3}\d{1,3}|IPv6:[0-9a-f:.]{2,45}|[A-Za-z][A-Za-z0-9-]{0,30}:[!-Z^-~]{1,100})\]$/i;

/** `host` for a name with dots or an address literal, `single` for one label, `none` for anything else. */
function nameKind(word: string): 'host' | 'single' | 'none' {
  if (PLAIN.test(word)) return 'host';
  if (LITERAL.test(word)) return 'host';
  // An address needs its brackets (RFC 5321 4.1.3).
  if (word.length > 255 || /^[\d.]{1,20}$/.test(word)) return 'none';
  const labels = word.replace(/\.$/, '').split('.');
  if (!labels.every((label) => LABEL.test(label))) return 'none';
  return labels.length > 1 ? 'host' : 'single';
}
