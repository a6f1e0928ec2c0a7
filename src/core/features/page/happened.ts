import { sourceWords } from '../../knowledge/sources.ts';
import { readableWords } from '../../mail/header/encodedWords.ts';
import { fateWords, type MailFate } from '../../report/answer/fate.ts';
import type { toldOf } from '../../report/answer.ts';
import { verdictLabel, whatOf } from '../../report/verdictWords.ts';
import { actorWords, sureWords } from '../../report/words.ts';
import { plainText } from '../../text/plain.ts';
import { t, word } from '../../text/words.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { Once } from './once.ts';
import type { Fact, Happened, PageLine, Tone } from './page.ts';

export type Told = NonNullable<ReturnType<typeof toldOf>>;

/** The first part of the page: what became of the mail and why, who acts, how sure that is. */
export function happenedOf(ticket: Ticket, { matter, fate, answered }: Told, once: Once): Happened {
  const { first } = matter;
  const isTold = first.role === 'delay' || first.role === 'notice';
  const [head, ...rest] = sentences(readableWords(isTold ? first.summary : verdictLabel(first)));
  const headline = (head as string).replace(/\.$/, '');
  once.say(headline);
  // Behind others the same sentence has “It” in the place of the message.
  if (isTold) once.say(sentences(readableWords(first.parts?.[0] ?? ''))[0] as string);
  const words = [
    // What became of each recipient stands in a list of its own.
    first.failed && first.recipients.length > 0 ? undefined : answered?.words,
    isTold ? rest.join(' ') : first.role === 'success' ? undefined : first.summary,
    sentences(fateWords(fate))[0],
  ];
  return {
    tone: toneOf(first),
    status: statusOf(first, fate),
    headline,
    short: shortOf(first, fate),
    words: words
      .map((one) => once.say(readableWords(one ?? '')))
      .filter((one) => one !== '')
      .join(' '),
    facts: factsOf(first),
    evidence: lineAt(ticket, first.span.start, first.reply),
  };
}

export const toneOf = ({ role, failed, code }: Pick<Verdict, 'role' | 'failed' | 'code'>): Tone => {
  if (role === 'waiting' || role === 'delay') return 'waiting';
  if (failed || AGAINST.has(code)) return 'failed';
  return role === 'success' || role === 'recovered' ? 'good' : 'note';
};

/** Notices that speak against a message. */
const AGAINST: ReadonlySet<Verdict['code']> = new Set([
  'spam-marked',
  'dmarc-failed',
  'sender-unauthenticated',
  'sender-disguised',
  'trace-made-up',
]);

const STATUS: Readonly<Record<MailFate['kind'], string>> = {
  returned: word('Returned'),
  waiting: word('Waiting'),
  taken: word('Handed on'),
  arrived: word('Arrived'),
  refused: word('Refused'),
  'put-off': word('Put off'),
  unsent: word('Nothing sent'),
  door: word('Refused'),
  kept: word('In quarantine'),
  held: word('Held back'),
  dropped: word('Dropped'),
  unknown: '',
};

const FOLDERS: Readonly<Partial<Record<string, string>>> = {
  junk: word('In junk'),
  quarantine: word('In quarantine'),
  deleted: word('Deleted'),
};

function statusOf({ role, failed, stage }: Verdict, fate: MailFate): string {
  const folder = fate.kind === 'arrived' ? FOLDERS[fate.where?.folder ?? ''] : undefined;
  if (folder !== undefined) return t(folder);
  if (role === 'delay' && fate.kind === 'arrived') return t('Late');
  const known = STATUS[fate.kind];
  if (known !== '') return t(known);
  if (stage === 'dns') return failed ? 'DNS' : t('Looked up');
  if (role === 'recovered') return t('Got over it');
  return role === 'success' ? t('Accepted') : failed ? t('Failed') : t('Found');
}

/** Characters in the status bar. */
const SHORT = 32;

function shortOf(first: Verdict, fate: MailFate): string {
  const words = first.failed ? capital(whatOf(first)) : statusOf(first, fate);
  return words.length > SHORT ? `${words.slice(0, SHORT - 1).trimEnd()}…` : words;
}

function factsOf(first: Verdict): readonly Fact[] {
  const { failed, role, actor, retry, source } = first;
  const acts = (failed || role === 'delay' || role === 'notice') && actor !== 'nobody';
  return [
    ...(acts || failed ? [{ name: t('Who acts'), value: capital(t(actorWords(actor))) }] : []),
    ...(failed ? [{ name: t('Waiting'), value: t(WAITING[retry]) }] : []),
    ...(role === 'success'
      ? []
      : [{ name: t('How sure'), value: `${capital(sureWords(first))}; ${sourceWords(source)}` }]),
  ];
}

const WAITING: Readonly<Record<Verdict['retry'], string>> = {
  yes: word('Helps: a later try can work'),
  no: word('Does not help: sent again unchanged, it fails again'),
  later: word('Helps only once the cause is mended'),
};

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const sentences = (words: string): readonly string[] => words.split(/(?<=[.!?…]["”)]?) +(?=["“(]?[\p{Lu}\d])/u);

/** Characters of a line that are shown. */
const SHOWN = 200;

/** Characters of a line in front of a reply that are shown with it. */
const FRONT = 60;

/** A line of the document as it stands there, from the reply on where that stands far to the right. */
function lineAt({ text, lines }: Ticket, offset: number, reply = ''): PageLine {
  const line = lines.lineOf(offset);
  const whole = text.slice(lines.start(line), Math.min(lines.end(line), lines.start(line) + 5000)).trim();
  const at = reply === '' ? -1 : whole.indexOf(reply);
  const words = at > FRONT ? `…${whole.slice(at)}` : whole;
  return { line, words: plainText(words, SHOWN) };
}
