import { type Explanation, toldMeaning } from '../../knowledge/explanation.ts';
import { reasons } from '../../knowledge/reasons.ts';
import { defined } from '../../text/defined.ts';
import { explained, type Place, type Verdict } from '../verdict.ts';
import type { Delivery } from './delivery.ts';

/** Fewer messages than this with one cause are told one by one. */
const SEVERAL = 3;
/** Messages that are listed behind one verdict. */
const LISTED = 1000;
/** Causes that are told apart. */
const CAUSES = 20_000;
/** Deliveries that are kept behind all of them. */
const KEPT = 100_000;

/** Deliveries that failed for one cause. */
interface Group {
  /** The first of them, up to as many as are listed. */
  readonly some: Delivery[];
  readonly recipients: Set<string>;
  deliveries: number;
  times: number;
  oneServer: boolean;
  oneSender: boolean;
}

/** Several messages that failed for one cause, at one server, as one verdict with the list of them behind it. */
export class Causes {
  readonly #groups = new Map<string, Group>();
  #kept = 0;
  readonly #sentences = new WeakMap<Explanation, string>();

  /** Whether there was room for it. */
  add(one: Delivery): boolean {
    const key = this.#causeOf(one);
    let group = this.#groups.get(key);
    if (group === undefined) {
      if (this.#groups.size >= CAUSES) return false;
      group = { some: [], recipients: new Set(), deliveries: 0, times: 0, oneServer: true, oneSender: true };
      this.#groups.set(key, group);
    }
    const [first] = group.some;
    if (first === undefined || (group.some.length < LISTED && this.#kept < KEPT)) {
      group.some.push(one);
      this.#kept++;
    }
    if (group.recipients.size < LISTED) for (const recipient of one.recipients) group.recipients.add(recipient);
    group.deliveries += one.loose === true ? 0 : 1;
    group.times += one.times;
    group.oneServer &&= first === undefined || first.server === one.server;
    group.oneSender &&= first === undefined || first.sender === one.sender;
    return true;
  }

  *verdicts(): Iterable<Verdict> {
    for (const group of this.#groups.values()) {
      if (group.some.length < SEVERAL && group.some.length >= group.deliveries)
        for (const one of group.some) yield verdictOf(one);
      else yield together(group);
    }
  }

  /** Deliveries with the same key have one cause: the same reply for the same reason, by servers of one operator. */
  #causeOf({ role, reply, server, stage, explanation }: Delivery): string {
    const { reason, actor, retry } = explanation;
    let sentence = this.#sentences.get(explanation);
    if (sentence === undefined) {
      sentence = withoutNames(toldMeaning(explanation));
      this.#sentences.set(explanation, sentence);
    }
    return JSON.stringify([role, reason, reply, operatorOf(server), stage, actor, retry, sentence]);
  }
}

/** The end of a host's name that all hosts of one operator share; an address as it is. */
const operatorOf = (server: string | undefined): string | undefined =>
  server === undefined || /^[\d.:a-f]+$/i.test(server)
    ? server
    : /(?:[^.]{1,63}\.)?(?:[^.]{1,3}\.)?[^.]{1,63}$/.exec(server.toLowerCase())?.[0];

/** A sentence without what differs from message to message: addresses, ids, numbers. */
const withoutNames = (sentence: string): string => sentence.replace(/\S{1,200}@\S{1,200}|\b\w{0,40}\d\S{0,60}/g, '#');

/** What is told of one delivery. */
export function verdictOf(one: Delivery): Verdict {
  const {
    span,
    role,
    explanation,
    reply,
    stage,
    server,
    sender,
    queueId,
    recipients,
    times,
    queued,
    earlier = [],
  } = one;
  const told = explained(explanation);
  const before = earlier.length === 0 ? '' : ` Before that: ${earlier.map((one) => reasons[one].what).join(', ')}.`;
  return {
    ...told,
    summary: told.summary + before,
    span,
    role,
    failed: role === 'cause' || role === 'waiting' || role === 'consequence',
    confidence: explanation.confidence,
    stage,
    ...defined({ reply, server, sender, queueId, queued }),
    recipients,
    times,
    deliveries: one.loose === true ? 0 : 1,
  };
}

function together({ some, recipients, deliveries, times, oneServer, oneSender }: Group): Verdict {
  const [first] = some as [Delivery];
  const { sender, server, queueId: _queueId, ...rest } = verdictOf(first);
  const operator = oneServer ? undefined : operatorOf(server);
  return {
    ...rest,
    ...(oneServer && defined({ server })),
    ...(oneSender && defined({ sender })),
    ...defined({ operator }),
    recipients: [...recipients].slice(0, LISTED),
    times,
    deliveries,
    places: some.map(placeOf),
  };
}

const placeOf = ({ span, queueId, sender, recipients }: Delivery): Place => ({
  span,
  recipients,
  ...defined({ queueId, sender }),
});
