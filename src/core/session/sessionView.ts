import type { Command, Conversation, Reply, Session, SmtpEvent } from '../smtp/conversation.ts';
import { type Stage, type Verb, verbNamed } from '../smtp/verbs.ts';
import { firstEndingBehind, type Span } from '../text/span.ts';
import { PlacedConversation } from '../ticket/placed.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { type Offer, readOffer } from './offer.ts';

/** A command with what was known when it was sent. */
export interface Step {
  readonly command: Command;
  /** Index into the events of the session. */
  readonly at: number;
  /** The reply to it; for AUTH and DATA the first one (334, 354). */
  readonly reply: Reply | undefined;
  /** What the server offered last; undefined where that is not seen, or not said again after TLS (RFC 3207 4.2). */
  readonly offer: Offer | undefined;
  /** Behind a 220 to STARTTLS, or shown by the tool as sent over TLS. */
  readonly secured: boolean;
}

/** One session, walked once. */
export interface SessionView {
  readonly conversation: Conversation;
  readonly session: Session;
  readonly events: readonly SmtpEvent[];
  readonly steps: readonly Step[];
  /** Each reply that changed what is offered, and what was offered behind it. */
  readonly offers: readonly OfferChange[];
  readonly greeting: Reply | undefined;
  /** The verbs of the commands; asked first, it spares a walk through the events. */
  readonly verbs: { has(verb: Verb): boolean };
  /** A command stands in it that no SMTP document knows. */
  readonly strange: boolean;
  /** The banner, or the client's own greeting, stands in front: nothing was cut off there. */
  readonly fromStart: boolean;
  /** No reply answers something that is not shown. */
  readonly whole: boolean;
}

/** The span of the reply. */
export interface OfferChange extends Span {
  /** Undefined behind a 220 to STARTTLS: what was said before no longer counts (RFC 3207 4.2). */
  readonly offer?: Offer;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** The sessions of a conversation that show something of SMTP; worked out once for all that ask. */
export const sessionViews = (text: string, conversation: Conversation): readonly SessionView[] =>
  conversation instanceof PlacedConversation ? conversation.made(viewsOf) : viewsOf(text, conversation);

function viewsOf(text: string, conversation: Conversation): readonly SessionView[] {
  const { events, sessions } = conversation;
  return sessions.map((session) => viewOf(text, conversation, events, session));
}

function viewOf(text: string, conversation: Conversation, all: readonly SmtpEvent[], session: Session): SessionView {
  const events: SmtpEvent[] = [];
  const steps: Draft<Step>[] = [];
  const offers: OfferChange[] = [];
  const unanswered = new Map<Stage, Waiting>();
  let greeting: Reply | undefined;
  let offer: Offer | undefined;
  let secured = false;
  let whole = true;
  let strange = false;
  for (const index of session.events) {
    const event = all[index];
    if (event === undefined) continue;
    const at = events.push(event) - 1;
    if (event.kind === 'command') {
      const tls = secured || event.tls === true;
      const step: Draft<Step> = { command: event, at, reply: undefined, offer, secured: tls };
      strange ||= !event.known;
      steps.push(step);
      const verb = verbNamed(event.verb);
      const queue = unanswered.get(verb);
      if (queue === undefined) unanswered.set(verb, { steps: [step], next: 0 });
      else queue.steps.push(step);
    } else if (event.kind === 'reply') {
      if (event.answers === '?') whole = false;
      if (event.answers === 'connect') greeting ??= event;
      const queue = unanswered.get(event.answers);
      const step = queue?.steps[queue.next];
      if (queue !== undefined && step !== undefined) {
        step.reply = event;
        queue.next++;
      }
      const secures = SECURES.has(event.answers) && event.code === 220;
      if (!secures && !isGreeting(event.answers)) continue;
      offer = secures ? undefined : readOffer(text, event);
      secured ||= secures;
      offers.push({ start: event.start, end: event.end, ...(offer && { offer }) });
    }
  }
  const first = events[0];
  return {
    conversation,
    session,
    events,
    steps,
    offers,
    greeting,
    verbs: unanswered,
    strange,
    fromStart: first !== undefined && (greeting === first || (first.kind === 'command' && isGreeting(first.verb))),
    whole,
  };
}

/** What the server had offered last at `offset`; undefined where that is not seen. */
export const offerAt = ({ offers }: SessionView, offset: number): Offer | undefined =>
  offers[firstEndingBehind(offers, offset) - 1]?.offer;

interface Waiting {
  readonly steps: Draft<Step>[];
  next: number;
}

const SECURES: ReadonlySet<Stage> = new Set(['STARTTLS', 'X-ANONYMOUSTLS']);

/** EHLO, HELO, and LHLO of LMTP (RFC 2033 4.1). */
export const isGreeting = (verb: string): boolean => verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO';

/** Every session of every conversation, in the order of the text. */
export function* sessionsOf(ticket: Ticket): Iterable<SessionView> {
  for (const block of ticket.blocks) {
    if (block.kind === 'conversation') yield* sessionViews(ticket.text, block);
  }
}
