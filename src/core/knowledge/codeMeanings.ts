import { isReplyCode } from '../replies/replyCode.ts';
import type { Stage } from '../smtp/verbs.ts';
import { inSentence, joined } from '../text/sentence.ts';
import { enhancedClasses, enhancedCodes, enhancedSubjects, type parseEnhanced } from './enhancedCodes.ts';
import type { Basis } from './explanation.ts';
import { because, type Meaning } from './meaning.ts';
import type { ReasonName } from './reasons.ts';
import { atStage, replyCodes } from './replyCodes.ts';
import { citing } from './sources.ts';

/** An enhanced code in its parts. */
export type Status = NonNullable<ReturnType<typeof parseEnhanced>>;

/** Reply codes that many causes share: an enhanced code, even a general one, says more. */
const broadCodes: ReadonlySet<number> = new Set([450, 451, 452, 550, 552, 554]);

/** Reply codes of a command that is not written as it must be. */
const SYNTAX_CODES: ReadonlySet<number> = new Set([500, 501, 504]);

interface ByCodes {
  readonly meaning: Meaning;
  readonly basis: Basis;
}

const ofReplyCode = (meaning: Meaning | undefined): ByCodes | undefined => meaning && { meaning, basis: 'reply-code' };

/** What reply code, enhanced code and stage mean together; undefined where no more than their class is known. */
export function meaningOfCodes(
  code: number | undefined,
  status: Status | undefined,
  stage: Stage,
  digit: number | undefined,
): ByCodes | undefined {
  const row = code === undefined ? undefined : replyCodes.get(code);
  const byReply = ofReplyCode(row && (atStage(row.stages, stage) ?? row.general));
  const known = rowOf(status);
  const success = digit === 2 || digit === 3;
  if (known === undefined) {
    // An unknown detail still narrows a broad code down, unless the stage says what it is about.
    const broad = status !== undefined && code !== undefined && broadCodes.has(code);
    return broad && row !== undefined ? ofReplyCode(atStage(row.stages, stage)) : byReply;
  }
  // Some details are about success only, all others about failure only.
  if (known.failure !== undefined && !success) return { meaning: known.failure, basis: 'enhanced-code' };
  if ((known.general.reason === 'accepted') !== success) return byReply;
  if (success) return byReply ?? { meaning: known.general, basis: 'enhanced-code' };
  // Exchange answers a wrong password with 535 5.7.3.
  if (code === 535 && status !== undefined && isFreelyUsed(status) && byReply !== undefined) return byReply;
  const meaning = (digit === 4 ? known.transient : undefined) ?? atStage(known.stages, stage) ?? known.general;
  const byStatus: ByCodes = { meaning, basis: 'enhanced-code' };
  if (!known.vague || byReply === undefined) return byStatus;
  // What is about rules and security is no fault of syntax, whatever the reply code.
  const statusSaysMore =
    code !== undefined &&
    (broadCodes.has(code) || (SYNTAX_CODES.has(code) && status?.subject === 7)) &&
    status?.subject !== 0;
  return statusSaysMore ? byStatus : byReply;
}

/** Reply codes and enhanced codes that RFCs give one special meaning, and that many servers use for anything. */
const FREELY_USED: ReadonlySet<number> = new Set([430, 521, 541, 542, 551, 552, 553, 555, 556]);
const FREELY_USED_STATUSES: ReadonlySet<string> = new Set(['7.2', '7.3']);
const isFreelyUsed = ({ subject, detail }: Status): boolean => FREELY_USED_STATUSES.has(`${subject}.${detail}`);

/**
 * What codes that are used for anything mean beside words that nobody knows: no more than their class is told as what
 * happened, and beside it what the RFC says of the code.
 */
export function meaningBesideWords(
  byCodes: Meaning,
  code: number | undefined,
  status: Status | undefined,
  digit: number | undefined,
): Meaning {
  const free = (code !== undefined && FREELY_USED.has(code)) || (status !== undefined && isFreelyUsed(status));
  if (!free || byCodes.reason === 'unrecognized') return byCodes;
  const general = enhancedClasses.get(digit ?? 0);
  if (general === undefined) return byCodes;
  const meaning = joined(general.meaning, `The code alone would say this: ${inSentence(byCodes.meaning)}`);
  return because('unrecognized', meaning, citing(byCodes.source, 'RFC 5321 4.2.1'));
}

const rowOf = (status: Status | undefined) => status && enhancedCodes.get(`X.${status.subject}.${status.detail}`);

/** The reason that an enhanced code of a failure gives alone, where it is about one thing. */
export function reasonOfStatus(status: Status | undefined, digit: number | undefined): ReasonName | undefined {
  const row = rowOf(status);
  if (row === undefined || row.vague || (digit !== 4 && digit !== 5)) return undefined;
  const { reason } = row.failure ?? (digit === 4 ? row.transient : undefined) ?? row.general;
  return reason === 'accepted' ? undefined : reason;
}

/** What is to be said of a code that is registered for success and stands in a failure. */
export function contradiction(status: Status | undefined, digit: number | undefined): string | undefined {
  const row = rowOf(status);
  if (row?.general.reason !== 'accepted' || row.failure !== undefined || (digit !== 4 && digit !== 5)) return undefined;
  return `the enhanced code contradicts itself: ${row.key} is registered for success alone.`;
}

/** What the class of the codes means, and the subject of the enhanced code. */
export function meaningOfClass(
  code: number | undefined,
  status: Status | undefined,
  digit: number | undefined,
): Meaning {
  if (digit === 3) {
    return because('in-progress', 'The server waits for more; more is not known of this code.', 'RFC 5321 4.2.1');
  }
  const general = enhancedClasses.get(digit ?? 0);
  if (general === undefined) {
    return because('unknown', 'Neither a code nor known words tell what happened.', 'RFC 5321 4.2');
  }
  const source = code === undefined ? general.source : 'RFC 5321 4.2.1';
  if (digit === 2) return because('accepted', 'It worked; more is not known of this code.', source);
  const subject = status && enhancedSubjects.get(status.subject);
  if (subject !== undefined) {
    return { ...subject, meaning: joined(general.meaning, subject.meaning), source: citing(source, subject.source) };
  }
  if (code !== undefined && !isReplyCode(code)) {
    return because(
      'unrecognized',
      joined(general.meaning, `RFC 5321 has no code ${code}, so only its first digit tells something.`),
      'RFC 5321 4.2, 4.2.1',
    );
  }
  return because('unrecognized', joined(general.meaning, 'More is not known of this code.'), source);
}

/** A number that no server answers with. */
export function notAReply(code: number): Meaning {
  const number = String(code).padStart(3, '0');
  return because(
    'not-a-reply',
    `${number} is no reply code of SMTP: the first digit is 2 to 5, the second 0 to 5.`,
    'RFC 5321 4.2',
  );
}

/**
 * The class that decides what a client does: the first digit of the reply code, whatever the enhanced code or
 * the words say (RFC 5321 4.2); the enhanced code's class where there is no reply code.
 */
export function decidingClass(code: number | undefined, status: Status | undefined): number | undefined {
  if (code === undefined) return status?.class;
  const digit = Math.floor(code / 100);
  return digit >= 2 && digit <= 5 ? digit : undefined;
}

/** What the reply says where reply code and enhanced code disagree (RFC 5321 4.2, RFC 2034 4). */
export function conflict(code: number | undefined, status: Status | undefined): string | undefined {
  const digit = code === undefined ? undefined : decidingClass(code, status);
  if (digit === undefined || status === undefined || digit === status.class) return undefined;
  const word = new Map([
    [2, 'success'],
    [3, 'go on'],
    [4, 'for now'],
    [5, 'for good'],
  ]);
  return `the reply code says “${word.get(digit)}” and the enhanced code “${word.get(status.class)}”, and the reply code decides.`;
}
