import type { Stage } from '../../smtp/verbs.ts';
import type { Confidence } from '../explanation.ts';
import { because, type Meaning } from '../meaning.ts';
import type { ReasonName } from '../reasons.ts';
import { type Clause, clausesOf, together } from './clauses.ts';
import { connectionReadings } from './readings/connection.ts';
import { loginReadings } from './readings/login.ts';
import { originReadings } from './readings/origin.ts';
import { addressReadings, particularReadings } from './readings/particulars.ts';
import type { Circumstance, Part, Reading } from './readings/reading.ts';
import { receivingReadings } from './readings/receiving.ts';
import { lastReadings, refusalReadings } from './readings/refusals.ts';
import { sendingReadings } from './readings/sending.ts';

/** Every reading, in the order in which they are tried: what tells more comes first. */
export const readings: readonly Reading[] = [
  ...particularReadings,
  ...originReadings,
  ...loginReadings,
  ...refusalReadings,
  ...sendingReadings,
  ...receivingReadings,
  ...connectionReadings,
  ...addressReadings,
  ...lastReadings,
];

const meanings: ReadonlyMap<Reading, Meaning> = new Map(
  readings.map((reading) => [reading, because(reading.reason, reading.meaning, reading.source, reading)]),
);

/** What stands around the words of a reply. */
export interface Around {
  readonly code?: number | undefined;
  /** The class that decides: the first digit. */
  readonly digit?: number | undefined;
  readonly stage?: Stage | undefined;
  /** The reason that the enhanced code gives alone, where it is about one thing. */
  readonly byStatus?: ReasonName | undefined;
}

export interface ReadWords {
  readonly name: string;
  readonly meaning: Meaning;
  readonly confidence: Confidence;
  /** It says more than a row that knows some of the words. */
  readonly particular: boolean;
}

/** Characters that are read. */
const LIMIT = 1200;

/**
 * What the words of a reply mean by their subject and predicate, though no row knows them; undefined where they do not
 * tell it. Words of a person are not read: without a code the words must be those of an error alone.
 */
export function readWords(words: string, around: Around): ReadWords | undefined {
  const text = words.slice(0, LIMIT);
  if (around.digit === undefined && !isErrorAlone(text)) return undefined;
  const clauses = clausesOf(text);
  if (clauses.length === 0) return undefined;
  const circumstances = circumstancesOf(around);
  const tried = mayFit(clauses, circumstances);
  const found = inOneClause(tried, clauses, circumstances) ?? acrossClauses(tried, clauses, circumstances);
  if (found === undefined) return undefined;
  const { reading } = found;
  // Words that tell no cause tell less than a code that does.
  if (reading.reason === 'unrecognized' && around.byStatus !== undefined) return undefined;
  return {
    name: reading.name,
    meaning: meanings.get(reading) as Meaning,
    confidence: sureness(found, around),
    particular: reading.particular === true && found.whole,
  };
}

/** The code and the words agree, or disagree, or one of them says nothing. */
function sureness({ reading, whole, clause }: Found, { byStatus, digit }: Around): Confidence {
  if (!isMostlyRead(clause)) return 'medium';
  if (byStatus === reading.reason) return whole || reading.sure ? 'high' : 'medium';
  if (byStatus !== undefined || !whole || digit === undefined) return 'medium';
  return reading.sure ? 'high' : 'medium';
}

/** Words that are not known might say something else. */
const isMostlyRead = ({ read, unread }: Clause): boolean => unread <= read;

function circumstancesOf({ code, digit, stage, byStatus }: Around): ReadonlySet<Circumstance> {
  const all = new Set<Circumstance>();
  if (digit === undefined) all.add('no code');
  if (digit === 4) all.add('4yz');
  if (digit === 5) all.add('5yz');
  if (stage === 'AUTH' || code === 534 || code === 535 || code === 538) all.add('at login');
  // X.1.7 and X.1.8 are about the sender wherever they stand (RFC 3463 3.2).
  if (stage === 'MAIL' || byStatus === 'sender-refused' || byStatus === 'sender-domain-not-found') all.add('at MAIL');
  if (stage === 'RCPT') all.add('at RCPT');
  return all;
}

/** By each thing that the first part of a reading may be: the places of those readings. */
const placesByFirst = new Map<Part, number[]>();
readings.forEach(({ all: [first] }, place) => {
  for (const part of typeof first === 'string' ? [first] : (first ?? [])) {
    placesByFirst.set(part, [...(placesByFirst.get(part) ?? []), place]);
  }
});

/** The readings whose first part is there at all, in their order. */
function mayFit(clauses: readonly Clause[], circumstances: ReadonlySet<Circumstance>): readonly Reading[] {
  const tried = new Uint8Array(readings.length);
  for (const parts of [...clauses, circumstances]) {
    for (const part of parts) for (const place of placesByFirst.get(part) ?? []) tried[place] = 1;
  }
  const fitting: Reading[] = [];
  for (let place = 0; place < tried.length; place++) if (tried[place] === 1) fitting.push(readings[place] as Reading);
  return fitting;
}

interface Found {
  readonly reading: Reading;
  /** Whether subject and predicate stand in one clause. */
  readonly whole: boolean;
  readonly clause: Clause;
}

/** The status of a reply stands in its last words (RFC 5321 4.2.1), so that of two clauses the later one is preferred. */
function inOneClause(
  tried: readonly Reading[],
  clauses: readonly Clause[],
  circumstances: ReadonlySet<Circumstance>,
): Found | undefined {
  for (const reading of tried) {
    for (const clause of clauses) {
      if (fits(reading, clause, circumstances) && mayTell(reading, clause, circumstances)) {
        return { reading, whole: true, clause };
      }
    }
  }
  return undefined;
}

function acrossClauses(
  tried: readonly Reading[],
  clauses: readonly Clause[],
  circumstances: ReadonlySet<Circumstance>,
): Found | undefined {
  if (clauses.length < 2) return undefined;
  const clause = together(clauses);
  const bare = circumstances.has('no code');
  const reading = tried.find((one) => !(bare && one.coded) && fits(one, clause, circumstances));
  return reading && { reading, whole: false, clause };
}

/** Without a code, what also stands in ordinary sentences is told of a clause alone that says little else. */
const mayTell = ({ coded }: Reading, { read, unread }: Clause, circumstances: ReadonlySet<Circumstance>): boolean =>
  !coded || !circumstances.has('no code') || (unread <= 2 && unread * 3 <= read);

function fits({ all, none }: Reading, clause: Clause, circumstances: ReadonlySet<Circumstance>): boolean {
  for (const part of all) {
    if (typeof part === 'string' ? !holds(part, clause, circumstances) : !holdsOne(part, clause, circumstances)) {
      return false;
    }
  }
  return none === undefined || !holdsOne(none, clause, circumstances);
}

const holds = (part: Part, clause: Clause, circumstances: ReadonlySet<Circumstance>): boolean =>
  clause.has(part as never) || circumstances.has(part as never);

function holdsOne(parts: readonly Part[], clause: Clause, circumstances: ReadonlySet<Circumstance>): boolean {
  for (const part of parts) if (holds(part, clause, circumstances)) return true;
  return false;
}

const PERSONAL =
  /(?:^|[\s,.!?"(])(?:i|i'm|i've|we|we're|our|us|me|hi|hello|dear|thanks|thank|regards|anyone|somebody|ich|wir|uns|mir|hallo|danke|je|nous|notre|bonjour|merci|nosotros|hola|gracias|mi)(?=$|[\s,.!?")])/i;
const LONGEST_ERROR = 300;

/** Fields of a log: what failed stands in brackets behind its status, or after a colon. */
const LOGGED = /\b(?:from|to|size|nrcpt|uid|client|message-id)=/i;
const TELLS_OF_FAILURE =
  /\b(?:not?\b|cannot|unable|fail|error|den[iy]|refus|reject|invalid|exceed|full|unknown|expired|suspend|block)/i;

/** Fields of a message and results that a checker wrote into it: they state, and do not refuse. */
const STATED =
  /\b(?:spf|dkim|dmarc|arc|compauth)=\w|\b[A-Z][A-Z\d]{0,20}_[A-Z_\d]{2,60}\(-?\d|\bv=(?:DMARC1|spf1)|\bas permitted sender|^\s{0,20}(?:X-[\w-]{1,60}|ARC-[\w-]{1,60}|Received(?:-SPF)?|Authentication-Results|Subject|From|To): /i;

/** Words without a code that a program printed, and nobody wrote to somebody. */
const isErrorAlone = (text: string): boolean =>
  text.length <= LONGEST_ERROR &&
  !STATED.test(text) &&
  (!LOGGED.test(text) || TELLS_OF_FAILURE.test(text)) &&
  !PERSONAL.test(text) &&
  !text.trimEnd().endsWith('?');
