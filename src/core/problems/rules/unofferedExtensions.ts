import { keywordOf, verbKeywords } from '../../knowledge/extensions.ts';
import { readPathArgument } from '../../session/argument.ts';
import { sessionsOf } from '../../session/sessionView.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** Commands and parameters of an extension that the last answer to EHLO did not offer (RFC 5321 2.2.1 and 4.1.1.11). */
export function* unofferedExtensions(ticket: Ticket): Iterable<Finding> {
  for (const { steps } of sessionsOf(ticket)) {
    for (const { command, offer } of steps) {
      if (offer === undefined) continue;
      const needed = verbKeywords.get(command.verb);
      if (needed !== undefined && !offer.has(needed.keyword)) {
        yield { code: 'extension-not-offered', span: command.verbSpan, data: { used: command.verb, ...needed } };
      }
      if (command.verb !== 'MAIL' && command.verb !== 'RCPT') continue;
      for (const parameter of readPathArgument(ticket.text, command)?.parameters ?? []) {
        const { name, value, start, end } = parameter;
        const keyword = keywordOf(name, value);
        if (keyword !== undefined && !offer.has(keyword.keyword)) {
          yield { code: 'extension-not-offered', span: { start, end }, data: { used: name, ...keyword } };
        } else if (name === 'SIZE') {
          const limit = limitOf(offer.get('SIZE')?.words[0]);
          if (limit !== undefined && /^\d{1,20}$/.test(value) && Number(value) > limit) {
            yield { code: 'size-over-limit', span: { start, end }, data: { size: value, limit: String(limit) } };
          }
        }
      }
    }
  }
}

/** The greatest size in octets; none, or 0, means that none is stated (RFC 1870 4). */
function limitOf(word: string | undefined): number | undefined {
  if (word === undefined || !/^\d{1,20}$/.test(word) || Number(word) === 0) return undefined;
  return Number(word);
}
