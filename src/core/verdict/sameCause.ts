import { defined } from '../text/defined.ts';
import type { Place, Verdict } from './verdict.ts';

/** Fewer messages than this with one cause are told one by one. */
const SEVERAL = 3;
/** Messages that are listed behind one verdict. */
const LISTED = 1000;

/** Several messages that failed for one cause, at one server, as one verdict with the list of them behind it. */
export function withSameCause(verdicts: readonly Verdict[]): readonly Verdict[] {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const key = verdict.failed ? causeOf(verdict) : undefined;
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [verdict]);
    else group.push(verdict);
  }
  const joined = new Map<Verdict, Verdict>();
  const gone = new Set<Verdict>();
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined || group.length < SEVERAL) continue;
    joined.set(first, together(first, group));
    for (const other of group.slice(1)) gone.add(other);
  }
  if (joined.size === 0) return verdicts;
  return verdicts.filter((verdict) => !gone.has(verdict)).map((verdict) => joined.get(verdict) ?? verdict);
}

/** Verdicts with the same key have one cause: the same reply for the same reason, by servers of one operator. */
const causeOf = ({ role, code, reply, server, stage, actor, retry, summary }: Verdict): string =>
  [role, code, reply, operatorOf(server), stage, actor, retry, withoutNames(summary)].join('\n');

/** The end of a host's name that all hosts of one operator share; an address as it is. */
const operatorOf = (server: string | undefined): string | undefined =>
  server === undefined || /^[\d.:a-f]+$/i.test(server)
    ? server
    : /(?:[^.]{1,63}\.)?(?:[^.]{1,3}\.)?[^.]{1,63}$/.exec(server.toLowerCase())?.[0];

/** A sentence without what differs from message to message: addresses, ids, numbers. */
const withoutNames = (sentence: string): string => sentence.replace(/\S{1,200}@\S{1,200}|\b\w{0,40}\d\S{0,60}/g, '#');

function together(first: Verdict, group: readonly Verdict[]): Verdict {
  const senders = new Set(group.map(({ sender }) => sender));
  const servers = new Set(group.map(({ server }) => server));
  const { sender: _sender, server: _server, queueId: _queueId, ...rest } = first;
  return {
    ...rest,
    ...(servers.size === 1 && defined({ server: first.server })),
    ...(senders.size === 1 && defined({ sender: first.sender })),
    recipients: [...new Set(group.flatMap(({ recipients }) => recipients))].slice(0, LISTED),
    times: group.reduce((sum, { times }) => sum + times, 0),
    places: group.slice(0, LISTED).map(placeOf),
  };
}

const placeOf = ({ span, queueId, sender, recipients }: Verdict): Place => ({
  span,
  recipients,
  ...defined({ queueId, sender }),
});
