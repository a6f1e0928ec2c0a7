import { reasons } from '../knowledge/reasons.ts';
import { isVerb, type Verb } from '../smtp/verbs.ts';
import { inSentence } from '../text/sentence.ts';
import type { Verdict, VerdictStage } from '../verdict/verdict.ts';
import { actorWords } from './words.ts';

/** Characters of a headline. */
const LIMIT = 240;

/**
 * A verdict on one line: what happened, where, by whom, and who has to do what about it.
 * `Refused at RCPT by mx1.contoso.test: relaying denied; the sender's admin must authenticate`. With more characters than
 * a line has, it ends at a sentence.
 */
export function verdictHeadline(verdict: Verdict, most = LIMIT): string {
  const { role, stage, summary } = verdict;
  if (role === 'delay' || role === 'notice') return most > LIMIT ? wholeSentences(summary) : cut(summary);
  const head = `${eventOf(verdict)}${placeOf(verdict)}`;
  if (role === 'success') {
    const told = stage === 'log' || stage === 'report' || verdict.code === 'accepted';
    return cut(told ? head : `${head}: ${reasons[verdict.code].what}`);
  }
  const deed = deedOf(verdict);
  return cut(`${head}: ${whatOf(verdict)}${deed === undefined ? '' : `; ${deed}`}`, most);
}

/** As many sentences as fit a headline; the first one is cut where it alone does not. */
function wholeSentences(text: string): string {
  if (text.length <= LIMIT) return text;
  const end = text.slice(0, LIMIT).search(/\.\s(?=\S)(?!.*\.\s(?=\S))/s);
  return end < 20 ? cut(text) : text.slice(0, end + 1);
}

/** As much as fits, with a mark where something is left out. */
const cut = (line: string, most = LIMIT): string =>
  line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;

/** Without its full stop, and without the sentences that follow. */
const firstSentence = (text: string): string => /^.{8,}?(?=\.(?:\s+[A-Z]|\s*$))/s.exec(text)?.[0] ?? text;

function eventOf({ role, stage, reply, recipients }: Verdict): string {
  if (stage === 'dns') return 'Looked up';
  if (stage === 'quoted' && role === 'success') return 'Somebody writes that it was accepted';
  if (stage === 'quoted') return `Quoted${reply === undefined ? '' : ` ${reply}`}`;
  // A filter takes a message and keeps it back.
  if (reply?.startsWith('2') === true && (role === 'waiting' || role === 'cause')) return 'Taken and kept back';
  switch (role) {
    case 'success':
      return 'Accepted';
    case 'waiting':
      return reply === undefined ? 'Waiting' : 'Deferred';
    case 'recovered':
      if (reply === undefined && stage !== 'log') return 'Failed at first, then accepted';
      if (!reply?.startsWith('5')) return 'Deferred at first, then accepted';
      return NEEDLESS.has(stage) && recipients.length === 0
        ? 'Refused without consequence'
        : 'Refused at first, then accepted';
    case 'consequence':
      return stage === 'log' && reply === undefined ? 'As a consequence failed' : 'As a consequence refused';
    default:
      return reply === undefined ? 'Failed' : stage === 'report' || stage === 'log' ? 'Bounced' : 'Refused';
  }
}

/** What a session goes on without. */
const NEEDLESS: ReadonlySet<VerdictStage> = new Set([
  'EHLO',
  'STARTTLS',
  'VRFY',
  'EXPN',
  'HELP',
  'NOOP',
  'ETRN',
  'RSET',
  'QUIT',
  '(other)',
  '?',
]);

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

function placeOf({ role, stage, server, tried, recipients, reply }: Verdict): string {
  if (stage === 'dns') return server === undefined ? '' : ` ${server}`;
  const at = role === 'success' ? '' : placeWords(stage);
  // Who said nothing does not make mail wait.
  const isSilent = role === 'waiting' && reply === undefined;
  const by =
    server === undefined ? (tried === undefined ? '' : ` to ${tried}`) : ` ${isSilent ? 'for' : 'by'} ${server}`;
  const taken = role === 'success' || role === 'recovered';
  const several = recipients.length > 2 ? `${recipients.length} recipients` : recipients.join(' and ');
  return `${at}${by}${taken && several !== '' ? ` for ${several}` : ''}`;
}

/** What happened: in the few words of its reason, unless they say too little of this very reply, or another thing. */
export const whatOf = (verdict: Verdict): string => {
  if (verdict.code === 'expired' && verdict.role === 'waiting') return 'not delivered yet';
  if (verdict.code === 'recipient-inactive' && verdict.retry === 'yes')
    return 'the mailbox takes no mail at the moment';
  const usual = reasons[verdict.code];
  const terse = !usual.broad && ownStep(verdict) === undefined;
  return terse && !verdict.unknownWords ? usual.what : inSentence(firstSentence(verdict.summary));
};

function deedOf(verdict: Verdict): string | undefined {
  const { role, actor, retry, code } = verdict;
  if (role === 'recovered' || role === 'consequence') return undefined;
  if (retry === 'yes' && role === 'waiting') return 'the sending server tries again by itself';
  if (actor === 'nobody') return undefined;
  const own = ownStep(verdict);
  const deed = own === undefined ? reasons[code].deed : inSentence(firstSentence(own));
  return deed === undefined ? undefined : `${actorWords(actor)} must ${deed}`;
}

/** The first step of who has to act, where it is not what is to be done for this reason as a rule. */
function ownStep({ code, actor, next }: Verdict): string | undefined {
  const first = next.find(({ by, kind }) => by === actor && kind !== 'wait');
  return first === undefined || reasons[code].next.some(({ text }) => text === first.text) ? undefined : first.text;
}

/** Characters of a lens: beside it stand others, in an editor with a side bar. */
const LENS = 64;

/** A verdict for a lens: what happened, where and why, without by whom and who acts. */
export function verdictLens(verdict: Verdict): string {
  const { role, stage } = verdict;
  if (role === 'delay' || role === 'notice') return cut(firstSentence(verdict.summary), LENS);
  if (role === 'success') return cut(verdictLabel(verdict), LENS);
  const place = stage === 'dns' && verdict.server !== undefined ? ` ${verdict.server}` : placeWords(stage);
  return cut(`${eventOf(verdict)}${place}: ${whatOf(verdict)}`, LENS);
}

/** A verdict in the few words that fit in a narrow column, what matters most first. */
export function verdictLabel(verdict: Verdict): string {
  const { role, recipients } = verdict;
  if (role === 'delay' || role === 'notice') return verdict.summary;
  const whom = recipients.length > 1 ? `${recipients.length} recipients` : recipients[0];
  if (role === 'success' || role === 'recovered')
    return `${eventOf(verdict)}${whom === undefined ? '' : ` for ${whom}`}`;
  const what = whatOf(verdict);
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}${whom === undefined ? '' : `: ${whom}`}`;
}
