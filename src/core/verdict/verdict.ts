import type { Actor, Retry } from '../knowledge/actor.ts';
import {
  type Basis,
  type ByFilter,
  type Confidence,
  type Explanation,
  type Tells,
  toldMeaning,
} from '../knowledge/explanation.ts';
import type { ReasonName, SisimaiClass } from '../knowledge/reasons.ts';
import { type SisimaiContext, sisimaiClass } from '../knowledge/sisimai.ts';
import type { Sources } from '../knowledge/sources.ts';
import type { Step } from '../knowledge/steps.ts';
import type { Stage } from '../smtp/verbs.ts';
import { defined } from '../text/defined.ts';
import type { Span } from '../text/span.ts';

/**
 * What a verdict is among the others: `cause` of a failure, `consequence` of one above it, `recovered` trouble that did
 * no harm in the end, `waiting` for another try, `delay` of a message that arrived, `notice` of what was found out about
 * one or became of it afterwards, `success`.
 */
export type Role = 'cause' | 'waiting' | 'consequence' | 'recovered' | 'delay' | 'notice' | 'success';

/** Where in a session; outside of one, in what. */
export type VerdictStage = Stage | 'report' | 'log' | 'dns' | 'quoted' | 'header';

/** One of several messages that failed for one cause. */
export interface Place {
  /** The line that shows it. */
  readonly span: Span;
  readonly queueId?: string;
  readonly sender?: string;
  readonly recipients: readonly string[];
}

/** What a ticket shows to have happened, said of one place in it. */
export interface Verdict {
  /** The reason; `accepted` for a message that was taken. */
  readonly code: ReasonName;
  /** The reply or line that shows it. */
  readonly span: Span;
  readonly role: Role;
  /** Something was not delivered, or is not yet: a cause, a consequence, or waiting. */
  readonly failed: boolean;
  /** What the explanation rests on. */
  readonly basis: Basis;
  /** The reply has words that are not known here; `summary` begins with that. */
  readonly unknownWords?: true;
  /** That of the explanation, lower where who spoke is inferred or the text is quoted without its place. */
  readonly confidence: Confidence;
  /** The reply's codes as written: `550 5.1.1`. */
  readonly reply?: string;
  readonly stage: VerdictStage;
  /** The server that said it, where the text names one. */
  readonly server?: string;
  /** The host with which no connection came about, where the text names it. */
  readonly tried?: string;
  /** Whose delivery it is about; several for a message that was taken for several. */
  readonly recipients: readonly string[];
  /** The envelope sender, where it is known; empty for the null reverse-path. */
  readonly sender?: string;
  /** The id under which the queue has the message, where a log gives it. */
  readonly queueId?: string;
  /** Which message it is, by the kind of its id, where a queue puts it off or has handed it on. */
  readonly queued?: string;
  /** It shows that the message reached its recipient, though nobody says so: an answer, a receipt. */
  readonly reached?: true;
  /** A filter took the message, and did that with it. */
  readonly kept?: ByFilter;
  /** How long the message waited, in milliseconds, where that is what happened. */
  readonly waited?: number;
  /** How often the same was said of the same; 1 where it is not counted. */
  readonly times: number;
  /** The messages that failed for this one cause, where they are several; the first one is at `span`, the first 1000 are listed. */
  readonly places?: readonly Place[];
  /** How many deliveries of a log it stands for; 0 for trouble of which nobody says whose delivery it was. */
  readonly deliveries?: number;
  /** What the names of the servers end in that said it, where they are several. */
  readonly operator?: string;
  readonly actor: Actor;
  readonly retry: Retry;
  readonly summary: string;
  /** What it is put together of, as other places say it. */
  readonly parts?: readonly string[];
  readonly tells?: Tells;
  readonly next: readonly Step[];
  readonly source: Sources;
  /** The class of sisimai that stands for it. */
  readonly sisimai: SisimaiClass;
}

/** The part of a verdict that an explanation gives; `context` is what the class of sisimai hangs on besides. */
export const explained = (explanation: Explanation, context: SisimaiContext = {}) => {
  const { reason, actor, retry, next, source, sisimai, basis, unknownWords, kept, tells } = explanation;
  return {
    code: reason,
    sisimai: sisimaiClass(reason, { filed: sisimai, ...context }),
    actor,
    retry,
    summary: toldMeaning(explanation),
    next,
    source,
    basis,
    ...defined({ unknownWords, kept, tells }),
  };
};

const ORDER: Readonly<Record<Role, number>> = {
  cause: 0,
  waiting: 0,
  recovered: 0,
  consequence: 1,
  delay: 2,
  notice: 2,
  success: 3,
};

/** In a log, which may be long: what failed, then what waits, then what came of it, then what was got over. */
const LATER: Readonly<Partial<Record<Role, number>>> = { waiting: 0.5, recovered: 1.5 };

const ARRIVED = ORDER.notice;

const rankOf = ({ role, deliveries }: Verdict): number =>
  ORDER[role] + (deliveries === undefined ? 0 : (LATER[role] ?? 0));

/**
 * Causes before their consequences, what worked last; in the order of the text otherwise. What is told of messages that
 * arrived keeps its order, which is that of what matters.
 */
export const inOrder = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  verdicts.toSorted((a, b) => rankOf(a) - rankOf(b) || (ORDER[a.role] === ARRIVED ? 0 : a.span.start - b.span.start));

/** The verdict that says best what happened: the first failure, else what worked, else the first; of mail before of names. */
export const foremost = (verdicts: readonly Verdict[]): Verdict | undefined =>
  verdicts.find(({ failed, stage }) => failed && stage !== 'dns' && stage !== 'quoted') ??
  verdicts.find(({ failed }) => failed) ??
  verdicts.find(({ role, stage }) => role === 'delay' || (role === 'notice' && stage !== 'dns')) ??
  verdicts.find(({ role }) => role === 'success') ??
  verdicts[0];
