import type { Message, Received } from '../../mail/message.ts';
import type { Trace } from '../../trace/trace.ts';
import type { Told } from './told.ts';

/** Received lines that no server wrote, or that may be forged, the newest first. */
export function madeUpLines(message: Message, trace: Trace): readonly Told[] {
  const unreadable = message.hops.filter((hop) => !isReadable(hop)).reverse();
  const nameless = message.hops.filter((hop) => isReadable(hop) && lacksServer(hop)).reverse();
  const forged = message.hops.length < 2 ? [] : trace.hops.filter(({ problems }) => problems.includes('maybe-forged'));
  const found: Told[] = [];
  const add = (lines: readonly Received[], one: string, several: string): void => {
    const [first] = lines;
    if (first === undefined) return;
    const words = lines.length === 1 ? `One ${one}` : `${lines.length} ${several}`;
    found.push({ words, start: first.field.start, end: first.field.end, against: true });
  };
  add(
    unreadable,
    'Received line cannot be read: no mail server writes such a line, so it is made up or broken.',
    'Received lines cannot be read: no mail server writes such lines, so they are made up or broken.',
  );
  add(
    nameless,
    'Received line names no server that wrote it, as every mail server does (RFC 5321 4.4): it is made up or broken.',
    'Received lines name no server that wrote them, as every mail server does (RFC 5321 4.4): they are made up or broken.',
  );
  for (const { span, by } of forged.slice(0, MOST_FORGED)) {
    const words = `The line of ${by ?? 'a server'} may be forged: it names a server of the receiver, and stands below the line with which the message came in from outside.`;
    found.push({ words, start: span.start, end: span.end, against: true });
  }
  const [next, ...others] = forged.slice(MOST_FORGED);
  if (next !== undefined) {
    const left = others.length + 1;
    const words = `${left} more ${left === 1 ? 'line' : 'lines'} may be forged in the same way.`;
    found.push({ words, start: next.span.start, end: next.span.end, against: true });
  }
  return found;
}

/** Lines that are told one by one. */
const MOST_FORGED = 3;

/** Whether the line says anything that a server says: who, by whom, with what, when. */
const isReadable = ({ from, by, date, id, with: protocol, field, submitter }: Received): boolean =>
  [from, by, id, protocol, submitter].some((word) => word !== undefined) ||
  date?.epoch !== undefined ||
  /\d{1,2}:\d{2}/.test(field.value);

/** A client that came over the network, and no name behind `by`: nothing but a blank or the name of a program. */
const lacksServer = ({ from, ip, by, field }: Received): boolean =>
  (from !== undefined || ip !== undefined) &&
  (by === undefined || /^\(/.test(by)) &&
  /\bby\s{1,10}(?:\(|with\b|;)/i.test(field.value);

/** Whether no server can have written the line. */
export const isFabricated = (hop: Received): boolean => !isReadable(hop) || lacksServer(hop);
