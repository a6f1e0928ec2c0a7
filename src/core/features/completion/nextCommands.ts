import { commands } from '../../knowledge/commands.ts';
import { verbKeywords } from '../../knowledge/extensions.ts';
import type { Offer } from '../../session/offer.ts';
import { isGreeting, offerAt } from '../../session/sessionView.ts';
import type { SmtpEvent } from '../../smtp/conversation.ts';
import type { Verb } from '../../smtp/verbs.ts';
import type { ClientLine } from './clientLine.ts';

export interface RankedVerb {
  readonly verb: Verb;
  /** 0 comes next, 1 may come, 3 is old or private, 5 cannot come here or was not offered. */
  readonly rank: number;
}

/** Where a session stands (RFC 5321 4.1.4). */
interface Standing {
  step: 'start' | 'greeted' | 'mail' | 'recipients';
  loggedIn: boolean;
  secured: boolean;
}

/** All commands, those first that fit where the line stands. */
export function rankedVerbs({ view, start, before }: ClientLine): readonly RankedVerb[] {
  const standing = standingAfter(before);
  const offer = view && offerAt(view, start);
  return [...commands.values()].map(({ verb }) => ({ verb, rank: rankOf(verb, standing, offer) }));
}

const NEXT: Readonly<Record<Standing['step'], readonly Verb[]>> = {
  start: ['EHLO', 'HELO'],
  greeted: ['MAIL', 'AUTH', 'STARTTLS'],
  mail: ['RCPT'],
  recipients: ['RCPT', 'DATA', 'BDAT'],
};

const ALWAYS: ReadonlySet<Verb> = new Set(['EHLO', 'HELO', 'RSET', 'NOOP', 'QUIT', 'HELP', 'VRFY', 'EXPN']);
const OLD: ReadonlySet<Verb> = new Set(['LHLO', 'SEND', 'SOML', 'SAML', 'TURN', 'VERB', 'ONEX', 'PROXY']);

function rankOf(verb: Verb, { step, loggedIn, secured }: Standing, offer: Offer | undefined): number {
  const needed = verb === 'AUTH' ? 'AUTH' : verbKeywords.get(verb)?.keyword;
  if (needed !== undefined && offer !== undefined && !offer.has(needed)) return 5;
  if ((verb === 'AUTH' && loggedIn) || (verb === 'STARTTLS' && secured)) return 5;
  if (NEXT[step].includes(verb)) return 0;
  if (ALWAYS.has(verb)) return 1;
  return OLD.has(verb) || verb.startsWith('X') ? 3 : needed !== undefined && offer?.has(needed) ? 1 : 5;
}

function standingAfter(events: readonly SmtpEvent[]): Standing {
  const standing: Standing = { step: 'start', loggedIn: false, secured: false };
  let accepted = false;
  for (const event of events) {
    if (event.kind === 'command' && event.verb === 'MAIL') accepted = false;
    if (event.kind === 'command') standing.step = stepAfter(standing.step, event.verb);
    if (event.kind === 'data') standing.step = 'greeted';
    if (event.tls === true) standing.secured = true;
    if (event.kind !== 'reply') continue;
    if (event.code === 235) standing.loggedIn = true;
    if (event.answers === 'STARTTLS' && event.code === 220) {
      standing.secured = true;
      standing.step = 'start';
    }
    if (event.code >= 400 && event.answers === 'MAIL') standing.step = 'greeted';
    if (event.answers === 'RCPT') {
      accepted ||= event.code < 300;
      if (!accepted && standing.step === 'recipients') standing.step = 'mail';
    }
  }
  return standing;
}

function stepAfter(step: Standing['step'], verb: string): Standing['step'] {
  if (isGreeting(verb) || verb === 'RSET') return step === 'start' && verb === 'RSET' ? 'start' : 'greeted';
  if (verb === 'MAIL') return 'mail';
  return verb === 'RCPT' && step === 'mail' ? 'recipients' : step;
}
