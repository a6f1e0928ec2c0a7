import { defined } from '../text/defined.ts';
import type { Actor } from './actor.ts';

/** `wait` until time alone has mended it, send `again`, `probe`: look it up in DNS or test it at a server, `do` the rest. */
export type StepKind = 'wait' | 'again' | 'do' | 'probe';

/** Whose part of a delivery a look-up or a probe can look at: a server, or the domain of an address. */
export type Place = 'server' | 'recipient' | 'sender';

/** One thing to do next, for people. */
export interface PlainStep {
  /** Who takes it; `nobody` for what happens by itself, or what whoever reads the ticket can do. */
  readonly by: Actor;
  readonly kind: StepKind;
  /** One imperative sentence, which does not say who takes the step. */
  readonly text: string;
}

/** The same with what the code has to know of it, which never reads the sentence. */
export interface Step extends PlainStep {
  /** Where it shows whether the step is needed, and has been taken; `address` is the IP address that sends. */
  readonly at?: Place | 'address';
  /** Which step it is: the mail waits in the `queue`, or the `list` that the reply names is asked. */
  readonly means?: 'queue' | 'list';
}

/** A step of a row of knowledge; where it does not say by whom, the actor of the row takes it. */
export interface RowStep extends Omit<Step, 'by'> {
  readonly by?: Actor;
}

const step =
  (kind: StepKind, at?: Step['at']) =>
  (text: string, by?: Actor): RowStep => ({ kind, text, ...defined({ by, at }) });

/** `act('…')`, or `act.sender('…')` for a step of which the domain of the sender shows whether it was taken. */
const placed = (kind: StepKind) =>
  Object.assign(step(kind), {
    server: step(kind, 'server'),
    recipient: step(kind, 'recipient'),
    sender: step(kind, 'sender'),
    address: step(kind, 'address'),
  });

export const wait = step('wait');
export const again = step('again');
export const act = placed('do');
export const probe = placed('probe');

/** The queue of the sending server does it, and nobody has to do anything. */
export const queueRetries = {
  by: 'nobody',
  kind: 'wait',
  text: 'Wait: the sending server tries again by itself.',
} as const satisfies Step;

/** The same for who could stop it. */
export const leaveInQueue = {
  by: 'sending admin',
  kind: 'wait',
  text: 'Leave the mail in the queue: it is tried again.',
  means: 'queue',
} as const satisfies Step;

/** After a 5yz reply no queue tries again (RFC 5321 4.2.1), so that the person has to. */
export const sendAgain = {
  by: 'sender',
  kind: 'again',
  text: 'Send the message again later: after a 5yz reply no server tries again by itself.',
} as const satisfies Step;

/** For who runs the server that refuses: a rule of its own says so (access(5) of Postfix). */
export const seeAccessMap = {
  by: 'receiving admin',
  kind: 'do',
  text: 'Look for the entry in the access maps (postmap -q), and take it out or let this one through if it should not be there.',
} as const satisfies Step;

/** What to do about a block list; where the reply names it, it is named in its place. */
export const lookUpList: RowStep = {
  kind: 'do',
  text: 'Look up the sending IP address or domain at the list that the reply names.',
  at: 'address',
  means: 'list',
};

export const isListLookup = ({ means }: Step): boolean => means === 'list';

/** The steps of a row with who takes each. */
export const stepsBy = (actor: Actor, steps: readonly RowStep[]): readonly Step[] =>
  steps.map((one) => ({ by: actor, ...one }));

/** The sending server tries again by itself. */
export const isQueueRetry = ({ kind, by, means }: Step): boolean =>
  kind === 'wait' && (by === 'nobody' || means === 'queue');
