import type { Stage } from '../../smtp/verbs.ts';
import type { Confidence } from '../explanation.ts';
import { because, type Meaning } from '../meaning.ts';
import type { ReasonName } from '../reasons.ts';
import { type Clause, clausesOf, together } from './clauses.ts';
import { isErrorAlone } from './printedError.ts';
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

/** What readings say, each made when it is first told. */
const meanings = new Map<Reading, Meaning>();

function meaningOf(reading: Reading): Meaning {
  const made = meanings.get(reading) ?? because(reading.reason, reading.meaning, reading.source, reading);
  meanings.set(reading, made);
  return made;
}

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
  /** The words leave nothing open: at least four are read, and at most one is not. */
  readonly full: boolean;
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
  const spoken = clauses.map((clause, at): Spoken => ({ clause, parts: partsIn(clause, circumstances, at) }));
  const tried = mayFit(spoken);
  const found =
    acrossClauses(tried.filter(isAcross), clauses, circumstances) ??
    inOneClause(tried, spoken, circumstances) ??
    acrossClauses(tried, clauses, circumstances);
  if (found === undefined) return undefined;
  const { reading } = found;
  // Words that tell no cause tell less than a code that does.
  if (reading.reason === 'unrecognized' && around.byStatus !== undefined) return undefined;
  return {
    name: reading.name,
    meaning: meaningOf(reading),
    confidence: sureness(found, around),
    particular: reading.particular === true && found.whole,
    full: isFull(clauses),
  };
}

/** The code and the words agree, or disagree, or one of them says nothing. */
function sureness({ reading, whole, clause }: Found, { byStatus, digit }: Around): Confidence {
  if (!isMostlyRead(clause)) return 'medium';
  if (byStatus === reading.reason) return whole || reading.sure ? 'high' : 'medium';
  if (byStatus !== undefined || !whole || digit === undefined) return 'medium';
  return reading.sure ? 'high' : 'medium';
}

function isFull(clauses: readonly Clause[]): boolean {
  let known = 0;
  let open = 0;
  for (const { read, unread } of clauses) {
    known += read;
    open += unread;
  }
  return known >= 4 && open <= 1;
}

/** Words that are not known might say something else. */
const isMostlyRead = ({ read, unread }: Clause): boolean => unread <= read;

function circumstancesOf({ code, digit, stage, byStatus }: Around): ReadonlySet<Circumstance> {
  const all = new Set<Circumstance>();
  if (digit === undefined) all.add('no code');
  if (digit === 4) all.add('4yz');
  if (digit === 5) all.add('5yz');
  if (code === 501) all.add('syntax code');
  if (stage === 'AUTH' || code === 534 || code === 535 || code === 538) all.add('at login');
  // X.1.7 and X.1.8 are about the sender wherever they stand (RFC 3463 3.2).
  if (stage === 'MAIL' || byStatus === 'sender-refused' || byStatus === 'sender-domain-not-found') all.add('at MAIL');
  if (stage === 'RCPT') all.add('at RCPT');
  return all;
}

/** The parts that readings ask for, by number. */
const numbers = new Map<Part, number>();

function numberOf(part: Part): number {
  const known = numbers.get(part);
  if (known !== undefined) return known;
  numbers.set(part, numbers.size);
  return numbers.size - 1;
}

/** A reading with numbers for what it asks for: each clause is held against many of them. */
interface Asked {
  readonly reading: Reading;
  readonly all: readonly (readonly number[])[];
  readonly none: readonly number[];
}

const asked = readings.map((reading): Asked => {
  const { all, none = [] } = reading;
  const parts = all.map((one) => (typeof one === 'string' ? [numberOf(one)] : one.map(numberOf)));
  return { reading, all: parts, none: none.map(numberOf) };
});

/** By the number of each thing that the first part of a reading may be: the places of those readings. */
const placesByFirst: readonly number[][] = Array.from(numbers, () => []);
asked.forEach(({ all: [first = []] }, place) => {
  for (const part of first) placesByFirst[part]?.push(place);
});

/** By the number of a part: 1 where it is there. */
type Parts = Uint8Array;

interface Spoken {
  readonly clause: Clause;
  readonly parts: Parts;
}

/** Room for the parts of the clauses of one text; nothing of it outlives the reading of it. */
const rooms: Uint8Array[] = [];

/** `at`: which of the clauses it is. */
function partsIn(clause: Clause, circumstances: ReadonlySet<Circumstance>, at: number): Parts {
  rooms[at] ??= new Uint8Array(numbers.size);
  const parts = rooms[at].fill(0);
  for (const some of [clause.concepts, circumstances]) {
    for (const part of some) {
      const number = numbers.get(part);
      if (number !== undefined) parts[number] = 1;
    }
  }
  return parts;
}

const mayBeTried = new Uint8Array(asked.length);

/** The readings whose first part is there at all, in their order. */
function mayFit(spoken: readonly Spoken[]): readonly Asked[] {
  mayBeTried.fill(0);
  for (const { parts } of spoken) {
    for (let part = parts.indexOf(1); part >= 0; part = parts.indexOf(1, part + 1)) {
      for (const place of placesByFirst[part] as readonly number[]) mayBeTried[place] = 1;
    }
  }
  const tried: Asked[] = [];
  for (let at = mayBeTried.indexOf(1); at >= 0; at = mayBeTried.indexOf(1, at + 1)) tried.push(asked[at] as Asked);
  return tried;
}

interface Found {
  readonly reading: Reading;
  /** Whether subject and predicate stand in one clause. */
  readonly whole: boolean;
  readonly clause: Clause;
}

/** The status of a reply stands in its last words (RFC 5321 4.2.1), so that of two clauses the later one is preferred. */
function inOneClause(
  tried: readonly Asked[],
  spoken: readonly Spoken[],
  circumstances: ReadonlySet<Circumstance>,
): Found | undefined {
  for (const one of tried) {
    for (const { clause, parts } of spoken) {
      if (fits(one, parts) && mayTell(one.reading, clause, circumstances)) {
        return { reading: one.reading, whole: true, clause };
      }
    }
  }
  return undefined;
}

const isAcross = ({ reading }: Asked): boolean => reading.across === true;

function acrossClauses(
  tried: readonly Asked[],
  clauses: readonly Clause[],
  circumstances: ReadonlySet<Circumstance>,
): Found | undefined {
  if (clauses.length < 2 || tried.length === 0) return undefined;
  const clause = together(clauses);
  const parts = partsIn(clause, circumstances, clauses.length);
  const bare = circumstances.has('no code');
  const may = ({ reading }: Asked): boolean =>
    reading.across ? mayTell(reading, clause, circumstances) : !(bare && reading.coded);
  const found = tried.find((one) => may(one) && fits(one, parts));
  return found && { reading: found.reading, whole: false, clause };
}

/** Without a code, what also stands in ordinary sentences is told of a clause alone that says little else. */
const mayTell = ({ coded }: Reading, { read, unread }: Clause, circumstances: ReadonlySet<Circumstance>): boolean =>
  !coded || !circumstances.has('no code') || (unread <= 2 && unread * 3 <= read);

function fits({ all, none }: Asked, parts: Parts): boolean {
  for (const one of all) if (!holdsOne(one, parts)) return false;
  return !holdsOne(none, parts);
}

function holdsOne(some: readonly number[], parts: Parts): boolean {
  for (const part of some) if (parts[part] === 1) return true;
  return false;
}
