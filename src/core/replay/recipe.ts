import { secretsOfBlock } from '../mask/findSecrets.ts';
import { readPathArgument } from '../session/argument.ts';
import { dataLines } from '../session/messageData.ts';
import { isGreeting, type SessionView, sessionViews } from '../session/sessionView.ts';
import type { Command, Conversation, MessageData, Transaction } from '../smtp/conversation.ts';
import { connectedTo, isIpAddress } from '../smtp/whereTo.ts';
import { defined } from '../text/defined.ts';
import type { Span } from '../text/span.ts';
import type { Ticket } from '../ticket/ticket.ts';

/** What a session in a text did, as far as it can be done again. */
export interface Recipe {
  /** The server; absent where the text does not name it. */
  readonly host?: string;
  /** The text does not say where it connected: this is the name that the server gave itself. */
  readonly hostFromGreeting?: true;
  readonly port: number;
  readonly hello: 'EHLO' | 'HELO' | 'LHLO';
  /** The name that the client gave. */
  readonly helo?: string;
  readonly tls: 'none' | 'starttls' | 'implicit';
  /** The mechanism of AUTH, in capitals; whose login and with what password is never told. */
  readonly auth?: string;
  readonly envelope?: Envelope;
  readonly message?: RecipeMessage;
  /** The last step that the session reached. */
  readonly reached: RecipeStep;
  /** Verbs of commands that are not done again, in the order of the text. */
  readonly leftOut: readonly string[];
  /** Transactions of the session beside the one of the envelope. */
  readonly otherTransactions: number;
  /** What is longer than is taken along, a clause each. */
  readonly cut: readonly string[];
}

export interface Envelope {
  /** Empty for the null reverse-path. */
  readonly from: string;
  readonly parameters: readonly string[];
  readonly recipients: readonly { readonly address: string; readonly parameters: readonly string[] }[];
}

export interface RecipeMessage {
  /** Its lines, without the dots that the transport added (RFC 5321 4.5.2). */
  readonly lines: readonly string[];
  /** The same with what is secret in it hidden. */
  readonly shown: readonly string[];
  /** The lone dot was seen. */
  readonly whole: boolean;
}

/** In the order in which they are taken. */
export const RECIPE_STEPS = ['BANNER', 'EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'MESSAGE'] as const;
export type RecipeStep = (typeof RECIPE_STEPS)[number];

/** What stands in the place of a secret. */
export const HIDDEN = '<hidden>';

/** Recipients, lines of a message and characters of them that are taken along. */
const MOST_RECIPIENTS = 100;
const MOST_LINES = 20_000;
const MOST_CHARACTERS = 1_000_000;

/** The session at a line of a ticket, or the first behind it in its conversation; from elsewhere the only one. */
export function sessionAt(ticket: Ticket, line: number): { view: SessionView; block: Conversation } | undefined {
  const offset = ticket.lines.start(Math.max(0, Math.min(line, ticket.lines.count - 1)));
  for (const block of ticket.blocks) {
    if (block.kind !== 'conversation' || block.end <= offset) continue;
    const views = sessionViews(ticket.text, block).filter(isSession);
    const view = views.find(({ session }) => session.end > offset) ?? views.at(-1);
    if (view !== undefined && block.start <= offset) return { view, block };
    break;
  }
  const all = ticket.blocks.flatMap((block) =>
    block.kind !== 'conversation'
      ? []
      : sessionViews(ticket.text, block)
          .filter(isSession)
          .map((view) => ({ view, block })),
  );
  return all.length === 1 ? all[0] : undefined;
}

/** Whether a client said anything in it, so that there is something to do again. */
export const isSession = ({ steps, greeting }: SessionView): boolean => steps.length > 0 || greeting !== undefined;

/** The last step that a session reached. */
export function reachedBy({ session, steps, verbs }: SessionView): RecipeStep {
  if (verbs.has('DATA') || verbs.has('BDAT')) {
    const taken = session.transactions.some(({ outcome }) => outcome !== 'unfinished');
    const sent = steps.some(
      ({ command, reply }) => command.verb === 'BDAT' || (command.verb === 'DATA' && reply?.code === 354),
    );
    return sent && taken ? 'MESSAGE' : 'DATA';
  }
  for (const verb of ['RCPT', 'MAIL', 'AUTH', 'STARTTLS'] as const) if (verbs.has(verb)) return verb;
  return verbs.has('EHLO') || verbs.has('HELO') || verbs.has('LHLO') ? 'EHLO' : 'BANNER';
}

/** The step up to which a session is run again unless more is asked for: nothing is sent. */
export const cautious = (reached: RecipeStep): RecipeStep =>
  RECIPE_STEPS.indexOf(reached) > RECIPE_STEPS.indexOf('RCPT') ? 'RCPT' : reached;

/** What a session did, to be done again. */
export function recipeOf(ticket: Ticket, block: Conversation, view: SessionView): Recipe {
  const { text } = ticket;
  const { steps, session } = view;
  const hello = steps.findLast(({ command }) => isGreeting(command.verb))?.command;
  const starttls = steps.some(({ command }) => command.verb === 'STARTTLS');
  const where = connectedTo(text, block, view.session);
  const implicit = !starttls && (where?.port === 465 || view.events[0]?.tls === true);
  const auth = steps.findLast(({ command }) => command.verb === 'AUTH')?.command;
  const transaction = session.transactions.find(({ outcome }) => outcome === 'refused') ?? session.transactions.at(-1);
  const envelope = transaction && envelopeOf(text, block, transaction);
  const message = transaction && messageOf(ticket, block, transaction);
  const verbs = new Set(steps.map(({ command }) => command.verb));
  const host = where?.host ?? session.server;
  return {
    ...(isHost(host) && { host, ...(where === undefined && { hostFromGreeting: true }) }),
    port: where?.port ?? (implicit ? 465 : 25),
    hello: (hello?.verb ?? 'EHLO') as Recipe['hello'],
    ...defined({ helo: heloOf(text, hello), envelope, message }),
    tls: starttls ? 'starttls' : implicit ? 'implicit' : 'none',
    ...(auth !== undefined && { auth: mechanismOf(text, auth) }),
    reached: message === undefined ? reachedBy(view) : 'MESSAGE',
    leftOut: [...verbs].filter((verb) => !DONE.has(verb)).slice(0, 20),
    otherTransactions: Math.max(0, session.transactions.length - 1),
    cut: [
      ...(transaction === undefined ? [] : recipientsCut(transaction)),
      ...(envelope !== undefined && message === undefined && transaction !== undefined
        ? messageCut(block, transaction)
        : []),
    ],
  };
}

const DONE: ReadonlySet<string> = new Set('EHLO HELO LHLO STARTTLS AUTH MAIL RCPT DATA BDAT RSET NOOP QUIT'.split(' '));

const isHost = (host: string | undefined): host is string =>
  host !== undefined && (isIpAddress(host) || /^[A-Za-z0-9_](?:[\w.-]{0,252}[A-Za-z0-9])?$/.test(host));

/** A name or an address literal; what was typed instead of one is not said again. */
function heloOf(text: string, hello: Command | undefined): string | undefined {
  const name =
    hello && text.slice(hello.argument.start, Math.min(hello.argument.end, hello.argument.start + 256)).trim();
  return name !== undefined && /^(?:[\w.-]{1,255}|\[[\w.:]{2,60}\])$/.test(name) ? name : undefined;
}

function mechanismOf(text: string, { argument }: Command): string {
  const name = /^[A-Za-z0-9_-]{1,20}/.exec(
    text.slice(argument.start, Math.min(argument.end, argument.start + 24)),
  )?.[0];
  return (name ?? 'LOGIN').toUpperCase();
}

/** Whether the text names the server of a session. */
export const namesServer = (text: string, block: Conversation, view: SessionView): boolean =>
  isHost(view.session.server) || isHost(connectedTo(text, block, view.session)?.host);

function envelopeOf(text: string, block: Conversation, transaction: Transaction): Envelope {
  const { events } = block;
  const parametersOf = (index: number | undefined): readonly string[] => {
    const command = index === undefined ? undefined : events[index];
    if (command?.kind !== 'command') return [];
    return (readPathArgument(text, command)?.parameters ?? [])
      .filter(({ name }) => name !== 'SIZE' && name !== 'AUTH')
      .map(({ start, end }) => text.slice(start, end));
  };
  return {
    from: transaction.sender,
    parameters: parametersOf(transaction.events[0]),
    recipients: transaction.recipients
      .slice(0, MOST_RECIPIENTS)
      .map(({ address, command }) => ({ address, parameters: parametersOf(command) })),
  };
}

const count = (number: number): string => number.toLocaleString('en');

const recipientsCut = ({ recipients }: Transaction): readonly string[] =>
  recipients.length > MOST_RECIPIENTS
    ? [
        `of ${count(recipients.length)} recipients the first ${MOST_RECIPIENTS} are taken along, ${count(recipients.length - MOST_RECIPIENTS)} are left out`,
      ]
    : [];

const messageCut = (block: Conversation, transaction: Transaction): readonly string[] =>
  dataOf(block, transaction) === undefined
    ? []
    : [`the message is left out: it has more than ${count(MOST_CHARACTERS)} characters or ${count(MOST_LINES)} lines`];

const dataOf = ({ events }: Conversation, transaction: Transaction): MessageData | undefined =>
  transaction.events.map((index) => events[index]).find((event): event is MessageData => event?.kind === 'data');

function messageOf(ticket: Ticket, block: Conversation, transaction: Transaction): RecipeMessage | undefined {
  const data = dataOf(block, transaction);
  if (data === undefined || data.end - data.start > MOST_CHARACTERS) return undefined;
  const { text } = ticket;
  const secrets = secretsOfBlock(ticket, block).filter(({ start, end }) => start < data.end && end > data.start);
  const lines: string[] = [];
  const shown: string[] = [];
  for (const line of dataLines(ticket, data)) {
    if (lines.length >= MOST_LINES) return undefined;
    lines.push(undotted(text.slice(line.start, line.end)));
    shown.push(undotted(hidden(text, line, secrets)));
  }
  if (data.complete && lines.at(-1) === '') {
    // The lone dot, whose dot was just taken off.
    lines.pop();
    shown.pop();
  }
  return { lines, shown, whole: data.complete };
}

const undotted = (line: string): string => (line.startsWith('.') ? line.slice(1) : line);

/** A line with its secrets hidden. */
function hidden(text: string, { start, end }: Span, secrets: readonly Span[]): string {
  let out = '';
  let at = start;
  for (const secret of secrets) {
    if (secret.end <= at || secret.start >= end) continue;
    out += text.slice(at, Math.max(at, secret.start)) + HIDDEN;
    at = Math.min(end, secret.end);
  }
  return out + text.slice(at, end);
}
