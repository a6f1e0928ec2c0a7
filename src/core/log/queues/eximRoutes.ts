import type { Lines } from '../../text/lines.ts';
import { type EntryDraft, keep, setPeer } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { part } from '../logWords.ts';

/** What `exim -bt` says of an address: how it would be delivered, or that it cannot be (Exim specification, "-bt"). */
const ADDRESS = String.raw`[^\s@<>]{1,200}@[\w.-]{1,255}`;
const HEAD = new RegExp(
  String.raw`${ADDRESS}(?: (?:is undeliverable|cannot be resolved at this time)(?::|\r?\n|$)|\r?\n(?: {4}<-- [^\r\n]{1,300}\r?\n){0,10} {2}router = \w)`,
  'y',
);

export function startsRoute(text: string, at: number): boolean {
  HEAD.lastIndex = at;
  return HEAD.test(text);
}

/** Behind the indented lines of an address. */
export function endOfRoute(lines: Lines, first: number): number {
  let end = first + 1;
  while (lines.has(end) && /^ {2,8}\S/.test(lines.text.slice(lines.start(end), lines.start(end) + 10))) end++;
  return end;
}

export function readRoute(draft: EntryDraft, route: LogWord): void {
  const address = new RegExp(`^${ADDRESS}`).exec(route.text)?.[0];
  if (address === undefined) return;
  draft.recipients.push(part(route, 0, address.length));
  const failed = /^\S+ (is undeliverable|cannot be resolved at this time)(?:: ([^\r\n]{1,1000}))?/.exec(route.text);
  if (failed !== null) {
    draft.status = part(route, address.length + 1, address.length + 1 + (failed[1] as string).length);
    draft.outcome = failed[1] === 'is undeliverable' ? 'bounced' : 'deferred';
    if (failed[2] !== undefined) draft.reason = part(route, failed[0].length - failed[2].length, failed[0].length);
    return;
  }
  for (const match of route.text.matchAll(/\b(router|transport) = (\w{1,60})/g)) {
    const at = match.index + match[0].length - (match[2] as string).length;
    keep(draft, match[1] as string, part(route, at, at + (match[2] as string).length));
  }
  const host = /^ {2,8}host ([\w.-]{1,255}) {1,20}\[[^\]\s]{1,64}\]/m.exec(route.text);
  if (host !== null)
    setPeer(draft, 'relay', part(route, host.index + host[0].indexOf('host ') + 5, host.index + host[0].length));
}
