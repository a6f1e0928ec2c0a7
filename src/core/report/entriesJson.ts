import { entriesIn } from '../log/entries.ts';
import type { LogEntry, LogPeer } from '../log/log.ts';
import { defined } from '../text/defined.ts';
import type { Span } from '../text/span.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { readVerdicts } from '../verdict/readVerdicts.ts';
import type { Verdict } from '../verdict/verdict.ts';

type Locate = (span: Span) => { readonly line: number; readonly lastLine: number };

/** What each entry of the logs in a text names, in order. */
export function* entriesJson(ticket: Ticket, at: Locate): Iterable<unknown> {
  const told = toldElsewhere(ticket);
  for (const [entry, json] of namedEntries(ticket, at)) {
    yield { ...json, ...verdictJson(told.get(entry.start) ?? told.get(entry.reply?.start ?? -1)) };
  }
}

/** The entries that name something, and what. */
export function* namedEntries(
  { lines, blocks }: Ticket,
  at: Locate,
): Iterable<readonly [LogEntry, Record<string, unknown>]> {
  for (const block of blocks) {
    if (block.kind !== 'log') continue;
    for (const entry of entriesIn(lines, block)) {
      if (namesSomething(entry)) yield [entry, { ...at(entry), ...entryJson(entry) }];
    }
  }
}

/** The verdicts that stand at one message for several, by where the entries of the others start. */
function toldElsewhere(ticket: Ticket): ReadonlyMap<number, Verdict> {
  const told = new Map<number, Verdict>();
  for (const verdict of readVerdicts(ticket)) {
    for (const { span } of verdict.places?.slice(1) ?? []) told.set(span.start, verdict);
  }
  return told;
}

/** What is told of a message together with others: what went wrong, who acts, and whether the same try can succeed. */
function verdictJson(verdict: Verdict | undefined): Record<string, unknown> {
  if (verdict === undefined) return {};
  const { code, sisimai, failed, role, actor, retry, summary } = verdict;
  return { code, sisimai, role, failed, actor, retry, summary };
}

const namesSomething = ({ time, program, queueId, messageId, sender, recipients, reply, outcome }: LogEntry): boolean =>
  recipients.length > 0 ||
  [time, program, queueId, messageId, sender, reply, outcome].some((part) => part !== undefined);

const entryJson = (entry: LogEntry): Record<string, unknown> => ({
  ...defined({
    time: entry.time?.text,
    host: entry.host?.text,
    program: entry.program?.text,
    queueId: entry.queueId?.text,
    messageId: entry.messageId?.text,
    sender: entry.sender?.text,
    subject: entry.subject?.text,
  }),
  ...(entry.recipients.length > 0 && { recipients: entry.recipients.map(({ text }) => text) }),
  ...defined({
    client: nameOf(entry.client),
    server: nameOf(entry.relay),
    reply: entry.reply?.text ?? entry.dsn?.text,
    status: entry.outcome,
  }),
});

/** The name of a peer and its address, as far as they are known: `mx.contoso.test [192.0.2.1]`. */
function nameOf(peer: LogPeer | undefined): string | undefined {
  if (peer === undefined || peer.text === 'none') return undefined;
  const host = peer.host?.text.replace(/\.$/, '');
  const ip = peer.ip?.text;
  if (host === undefined || ip === undefined) return host ?? ip ?? peer.text;
  return host === ip ? ip : `${host} [${ip}]`;
}
