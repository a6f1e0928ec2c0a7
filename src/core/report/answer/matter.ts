import { greatest } from '../../text/lists.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { readVerdicts } from '../../verdict/readVerdicts.ts';
import { foremost, type Verdict } from '../../verdict/verdict.ts';
import { queueIdsOf } from './history.ts';
import type { TicketQuestion } from './question.ts';
import { questionOf } from './question.ts';
import { type TypingError, typingErrors } from './typingErrors.ts';

/** What a ticket is about, and what only stands in it. */
export interface Matter {
  readonly first: Verdict;
  /** What else is told of the same mail. */
  readonly others: readonly Verdict[];
  /** Trouble of mail that the ticket does not ask for. */
  readonly aside: readonly Verdict[];
  readonly typingErrors: readonly TypingError[];
  readonly question?: TicketQuestion;
}

/** Tells what a ticket is about from what only stands in it; undefined where nothing is known to have happened. */
export function matterOf(ticket: Ticket): Matter | undefined {
  const all = readVerdicts(ticket);
  const mistyped = typingErrors(ticket, all);
  const wrong = new Set(mistyped.map(({ start }) => start));
  const sound = all.filter(({ stage, span }) => stage !== 'dns' || !wrong.has(span.start));
  const told = withoutBounces(sound.length > 0 ? sound : all);
  const named = addressesIn(ticket);
  const asked = queueIdsOf(ticket, named);
  const concernOf = (one: Verdict): number => concern(one, named) + (asked.has(one.queueId ?? '') ? 4 : 0);
  const most = greatest(told.map(concernOf), 0);
  const about = told.filter((one) => most === 0 || isOpen(one) || concernOf(one) === most);
  const question = questionOf(ticket);
  const first = firstOf(about, question, ticket);
  if (first === undefined) return undefined;
  // The header of a returned message stands below what was returned: that it came so far is no finding.
  const rest = told.filter((one) => one !== first && !(first.failed && one.code === 'arrived'));
  const isAbout = (one: Verdict): boolean =>
    most > 0 ? about.includes(one) : isHopOf(ticket, one, first) || !isOfOthers(one, first);
  return {
    first,
    others: rest.filter((one) => isAbout(one) && !isFollower(one, [first, ...rest])),
    aside: rest.filter((one) => !isAbout(one) && one.role !== 'consequence'),
    typingErrors: mistyped,
    ...(question !== undefined && { question }),
  };
}

/** A bounce that was delivered is no mail that somebody waits for. */
function withoutBounces(verdicts: readonly Verdict[]): readonly Verdict[] {
  const kept = verdicts.filter(({ role, sender }) => role !== 'success' || sender !== '');
  return kept.length > 0 ? kept : verdicts;
}

/** What will not come by itself stands before what waits; where a question is about mail that came, what came does. */
function firstOf(about: readonly Verdict[], question: TicketQuestion | undefined, ticket: Ticket): Verdict | undefined {
  if (question === 'twice' || question === 'slow') {
    const late = about.find(({ role }) => role === 'recovered' || role === 'delay');
    // The log says why a message waited, of which the header shows that it did.
    const came = late && (about.find((one) => one.role === 'recovered' && isHopOf(ticket, one, late)) ?? late);
    if (came !== undefined && !about.some(({ role }) => role === 'cause')) return came;
  }
  const usual = foremost(about);
  if (usual?.role !== 'waiting') return usual;
  return (
    about.find((one) => one.role === 'cause' && isSaid(one) && (isElsewhere(one, usual) || isOfMessage(one))) ?? usual
  );
}

/** Whether a log has what the header of a message shows: one of its hops has the queue id. */
function isHopOf({ blocks }: Ticket, { queueId }: Verdict, { span }: Verdict): boolean {
  const block = queueId && blocks.find(({ start, end }) => start <= span.start && span.start < end);
  return (block && block.kind === 'message' && block.hops.some(({ id }) => id === queueId)) || false;
}

/** The message itself was refused, to all whom the server had taken. */
const isOfMessage = ({ stage }: Verdict): boolean => stage === '(data)' || stage === 'DATA' || stage === 'BDAT';

const isSaid = ({ stage }: Verdict): boolean => stage !== 'dns' && stage !== 'quoted';

/** It does not say whose mail it is about. */
const isOpen = ({ recipients, sender, places }: Verdict): boolean =>
  recipients.length === 0 && sender === undefined && places === undefined;

/** Whether one is about other mail than the other: another message, another sender and other recipients. */
function isElsewhere(one: Verdict, other: Verdict): boolean {
  if (one.queueId !== undefined && one.queueId === other.queueId) return false;
  if (one.sender !== undefined && other.sender !== undefined)
    return one.sender.toLowerCase() !== other.sender.toLowerCase();
  return !one.recipients.some((address) => other.recipients.includes(address)) && one.queueId !== other.queueId;
}

/** What came, or waits, of another sender; what failed for good may be the matter as well, where nobody is named. */
const isOfOthers = (one: Verdict, first: Verdict): boolean =>
  (one.role === 'waiting' || one.role === 'success' || one.role === 'recovered') &&
  isElsewhere(one, first) &&
  (one.role !== 'waiting' || (one.sender !== undefined && first.sender !== undefined));

/** The same delivery again, as what followed from its failure. */
const isFollower = (one: Verdict, all: readonly Verdict[]): boolean =>
  one.role === 'consequence' &&
  all.some((cause) => cause !== one && cause.role !== 'consequence' && cause.failed && !isElsewhere(one, cause));

/** How much a verdict is about the addresses that somebody names: 2 for a recipient, 1 for the sender. */
function concern({ recipients, sender, places = [] }: Verdict, named: ReadonlySet<string>): number {
  const isNamed = (address: string | undefined): boolean => address !== undefined && named.has(address.toLowerCase());
  const whom = recipients.some(isNamed) || places.some((place) => place.recipients.some(isNamed));
  const who = isNamed(sender) || places.some((place) => isNamed(place.sender));
  return (whom ? 2 : 0) + (who ? 1 : 0);
}

/** Characters of a piece of prose that are searched for addresses. */
const READ = 20_000;

/** The addresses that people name in their own words, also in small letters. */
function addressesIn({ text, blocks }: Ticket): ReadonlySet<string> {
  const named = new Set<string>();
  for (const block of blocks) {
    if (block.kind !== 'prose') continue;
    const words = text.slice(block.start, Math.min(block.end, block.start + READ));
    for (const [address] of words.matchAll(/(?<![\w.+=-])[\w.+=-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g))
      named.add(address).add(address.toLowerCase());
    if (named.size > 200) break;
  }
  return named;
}
