import { reasons } from '../knowledge/reasons.ts';
import { isVerb, type Verb } from '../smtp/verbs.ts';
import type { Verdict, VerdictStage } from '../verdict/verdict.ts';
import { actorWords } from './words.ts';

/** Characters of a headline. */
const LIMIT = 240;

/**
 * A verdict on one line: what happened, where, by whom, and who has to do what about it.
 * `Refused at RCPT by mx1.contoso.test: relaying denied; the sender's admin must authenticate`.
 */
export function verdictHeadline(verdict: Verdict): string {
  const { role, stage, summary } = verdict;
  if (role === 'delay' || role === 'notice') return summary.slice(0, LIMIT);
  const head = `${eventOf(verdict)}${placeOf(verdict)}`;
  const words = reasons[verdict.code];
  if (role === 'success') {
    return stage === 'log' || stage === 'report' || verdict.code === 'accepted' ? head : `${head}: ${words.what}`;
  }
  const deed = deedOf(verdict, words.deed);
  return `${head}: ${words.what}${deed === undefined ? '' : `; ${deed}`}`.slice(0, LIMIT);
}

function eventOf({ role, stage, reply }: Verdict): string {
  if (stage === 'dns') return 'Looked up';
  if (stage === 'quoted') return `Quoted${reply === undefined ? '' : ` ${reply}`}`;
  switch (role) {
    case 'success':
      return 'Accepted';
    case 'waiting':
      return reply === undefined ? 'Waiting' : 'Deferred';
    case 'recovered':
      return 'Deferred at first, then accepted';
    case 'consequence':
      return 'As a consequence refused';
    default:
      return reply === undefined ? 'Failed' : stage === 'report' || stage === 'log' ? 'Bounced' : 'Refused';
  }
}

const PLACES: Readonly<Record<Exclude<VerdictStage, Verb>, string>> = {
  connect: ' on connecting',
  '(data)': ' after the message',
  '(auth)': ' at login',
  '(other)': ' at an unknown command',
  report: '',
  log: '',
  quoted: '',
  dns: '',
  header: '',
  '?': '',
};

const placeWords = (stage: VerdictStage): string =>
  isVerb(stage) ? (stage === 'AUTH' ? PLACES['(auth)'] : ` at ${stage}`) : PLACES[stage];

function placeOf({ role, stage, server, recipients }: Verdict): string {
  if (stage === 'dns') return server === undefined ? '' : ` ${server}`;
  const at = role === 'success' ? '' : placeWords(stage);
  const by = server === undefined ? '' : ` by ${server}`;
  const taken = role === 'success' || role === 'recovered';
  const several = recipients.length > 2 ? `${recipients.length} recipients` : recipients.join(' and ');
  return `${at}${by}${taken && several !== '' ? ` for ${several}` : ''}`;
}

function deedOf({ role, actor, retry }: Verdict, deed: string | undefined): string | undefined {
  if (role === 'recovered' || role === 'consequence') return undefined;
  if (retry === 'yes' && role === 'waiting') return 'the sending server tries again by itself';
  return actor === 'nobody' || deed === undefined ? undefined : `${actorWords(actor)} must ${deed}`;
}

const CONFIDENCES = { high: 'certain', medium: 'likely', low: 'a guess from the code alone' } as const;

/** A verdict in the few words that fit in a narrow column, what matters most first. */
export function verdictLabel(verdict: Verdict): string {
  const { role, code, recipients } = verdict;
  if (role === 'delay' || role === 'notice') return verdict.summary;
  const whom = recipients.length > 1 ? `${recipients.length} recipients` : recipients[0];
  if (role === 'success' || role === 'recovered')
    return `${eventOf(verdict)}${whom === undefined ? '' : ` for ${whom}`}`;
  const { what } = reasons[code];
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}${whom === undefined ? '' : `: ${whom}`}`;
}

/** How sure a verdict is, in words. */
export const confidenceWords = ({ confidence }: Verdict): string => CONFIDENCES[confidence];
