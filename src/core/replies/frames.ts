import { atEnd } from '../text/atEnd.ts';
import { ANNOUNCING_ASIAN, announcing, inSentences } from './announcing.ts';

/**
 * How much the frame shows that this is a reply: `sure` where nothing else is written so; `likely` where other things
 * are, too; `doubtful` where only words that are known as a server's make one of it.
 */
export type Sureness = 'sure' | 'likely' | 'doubtful';

/** What stands in front of a reply: the words or the punctuation behind which programs and people put one. */
export interface Frame {
  readonly name: string;
  /** Held against what stands in front, quotes and brackets that open the reply taken off. */
  readonly before?: RegExp;
  /** The last word in front may be one of these. */
  readonly words?: ReadonlySet<string>;
  readonly sureness: Sureness;
}

/** The most particular first. */
const frames = [
  {
    name: 'expected',
    before:
      /\b(?:expect(?:ed|ing|s)?|wanted|waited for|erwartet|attendu|esperado)\b[^\n]{0,60}?\b(?:but|got|received|was|saw|instead|erhalten|reçu|recibido)\b(?: (?:response|reply|code|status|an?|the)){0,3}[:=]?$/iu,
    sureness: 'sure',
  },
  {
    name: 'got',
    before:
      /(?:^|[^\p{L}])(?:got|received|returned|was|is|given|actual|saw|read|bekam|erhielt|erhalten|reçu|recibido|ricevuto|ontvangen|получен\p{L}{0,2})(?: (?:smtp|response|return|reply|status|an?|the)){0,3} ?(?:code|status)[:=]?$|\bgot:$/iu,
    sureness: 'sure',
  },
  {
    name: 'said',
    before:
      /(?:^|[^\p{L}])(?:said|responded(?: with(?: code)?)?|replied(?: with)?|answered(?: with)?|refused to talk to me|(?:sent|received) \d{1,9} bytes|smtp[;<]{1,3}|smtp<<|from mta|x-postfix;|x400;|(?:smtp|server|host|mta|remote|mail ?server|mailserver|lmtp)['’]?s?[ _-]?(?:error|reply|response|status|code|message|answer|said|says|returned|replied|responded|reported|rejected|error code|response code|status code|reply code|return code)(?: (?:was|is|code|message|with))?)[:=;]?$/iu,
    sureness: 'sure',
  },
  {
    name: 'diagnostic',
    before:
      /(?:diagnostic[- _]?code|smtp[- _]?(?:code|status|reply|response)|bounce[- _]?(?:reason|message|diagnostic))["'\\]{0,8} ?(?:[:=]|=>) ?(?:["'\\]{0,8}smtp;)?$/iu,
    sureness: 'sure',
  },
  {
    name: 'status',
    before:
      /(?:dsn=|\bstatus: ?|\b(?:enhanced|extended|enh|ench|dsn|status)[ _-]?(?:smtp)?[ _-]?(?:status)?[ _-]?(?:code|status)["'\\]{0,8} ?(?:[:=]|=>)|enhchcode["'\\]{0,8} ?:|#)$/iu,
    sureness: 'sure',
  },
  {
    name: 'exception',
    before:
      /(?:(?:^|[^\p{L}])|[.:\\$])(?:\w{0,40}(?:smtp|mail|swift|transport|auth|recipient|sender|send|message|delivery|address)\w{0,40}(?:exception|error|fatal\w{0,10}|busy|refused|syntax\w{0,10}|failed|failure)|EIdSMTP\w{1,20}|EOleException|textproto\.Error)\b(?: \[\w{1,40}\])?:?$/iu,
    sureness: 'sure',
  },
  {
    name: 'kind',
    before: /(?:^|[^\p{L}])(?:permanent|transient|temporary|persistent) (?:error|failure):?$/iu,
    sureness: 'sure',
  },
  {
    name: 'transport',
    before:
      /(?:^|[^\p{L}])(?:smtp\.(?!(?:py|js|go|php|rb|cs|java)\b)\w{1,20}|smtp|gomail: could not send email \d{1,4}|lmtp|sendmail|nodemailer|mailer|mailx|msmtp|swaks|esmtp|dial(?:ing)?|rcpt|rcpt to|mail from|mail|data|auth|authentication|authenticate|ehlo|helo|starttls|recipients?|sender|login|quit|connect|banner|greeting|end of data|message data)(?: (?:command|failed|error|failure|rejected|refused|denied|response|reply))?(?: <?[^\s<>@]{1,64}@[^\s<>@]{1,255}>?)?:$/iu,
    sureness: 'sure',
  },
  {
    name: 'field',
    before:
      /(?:^|[\s{,("'\\?&;[<])(?:\w{0,30}(?:smtp|reply|response|resp|reason|error|err|status|msg|message|detail|details|description|diag|diagnostic|result|code|text|output|cause|info|event|bounce)\w{0,20})["'\\]{0,8} ?(?:[:=]|=>)$/iu,
    sureness: 'likely',
  },
  { name: 'words', before: ANNOUNCING_ASIAN, words: announcing, sureness: 'likely' },
  { name: 'sentence', words: inSentences, sureness: 'doubtful' },
  {
    name: 'punctuation',
    before: /(?:[^\s\d][:|]|\d[:|]|[\])}>"'][:|]|[-=]{1,2}>|<[-=]|<<<?|>>>?|!!| [-–—|])$/u,
    sureness: 'likely',
  },
  { name: 'list', before: /[;,]$/, sureness: 'doubtful' },
  { name: 'brackets', before: /[^\s]$/u, sureness: 'likely' },
] as const satisfies readonly Frame[];

/**
 * `pair`: a code and an enhanced code of its class; `tuple`: as Python and Ruby show one; `start`: the line starts with
 * it; `failure`: words without a code.
 */
export type FrameName = (typeof frames)[number]['name'] | 'pair' | 'tuple' | 'start' | 'failure';

type Row = (typeof frames)[number] & Frame;

const rows: readonly Row[] = frames;
const firstWords = rows.findIndex(({ words }) => words !== undefined);

/** The frames in front of those with lists of words, by the groups of one pattern that is read from the end. */
const particular = rows.slice(0, firstWords);
const PARTICULAR = new RegExp(`(?<=${particular.map(({ before }) => `(${before?.source})`).join('|')})`, 'iuy');

function particularFrame(front: string): Row | undefined {
  PARTICULAR.lastIndex = front.length;
  const match = PARTICULAR.exec(front);
  return match === null ? undefined : particular[match.findIndex((group, at) => at > 0 && group !== undefined) - 1];
}

/** Each other frame with what tells whether a text ends in it. */
const others = rows.slice(firstWords).map((row) => ({
  row,
  words: row.words,
  endsIn: row.before === undefined ? undefined : atEnd(row.before),
}));
const endsInAsian = atEnd(ANNOUNCING_ASIAN);
const byWords = rows[firstWords];

/** The frame that stands in front of a reply. `isOpened`: by a quote or a bracket. */
export function frameBefore(before: string, isOpened: boolean): Row | undefined {
  const trimmed = before.length > FRONT ? before.slice(-FRONT).trimEnd() : before.trimEnd();
  // French puts a blank in front of a colon.
  const front = trimmed.endsWith(':') || trimmed.endsWith('：') ? trimmed.replace(FRENCH_COLON, ':') : trimmed;
  const word = lastWordOf(front)?.toLowerCase() ?? '';
  // The last part of a name of a host is no word: `mx.contoso.com`.
  const last = inSentences.has(word) && endsInName(front) ? '' : word;
  // Most numbers stand behind a word of a sentence.
  const announced = announcing.has(last) || inSentences.has(last) || LAST_WORDS.has(last) || CLASS.test(last);
  if (!isOpened && endsInLetter(front) && !announced) return endsInAsian(front) ? byWords : undefined;
  if (front !== '' && !MAY_END_FRAME.test(front.at(-1) as string)) return brackets;
  return (
    particularFrame(front) ??
    others.find(({ words, endsIn }) => words?.has(last) === true || endsIn?.(front) === true)?.row
  );
}

const FRENCH_COLON = /(?<=\p{L}['’"»)]?)[ \u00a0\u2009\u202f][:：]$/u;

/** With what a frame may end, but for the brackets: letters and their marks, stops, arrows, closing brackets and quotes. */
const MAY_END_FRAME = /[^\d(*_/%?@[{~`$&^\\+]/;
const brackets = rows.find(({ name }) => name === 'brackets');

/** Characters in front of a reply that tell the frame. */
const FRONT = 100;
const endsInLetter = atEnd(/\p{L}$/u);
const endsInName = atEnd(/\w[.-]\p{L}{1,24}[:=;,]?$/u);
/** Words that end frames without a mark behind them. */
const LAST_WORDS: ReadonlySet<string> = new Set(
  'with was is me smtp mta lmtp rcpt exception fatalerror busy syntaxerror auth'.split(' '),
);
/** Classes of errors, as Ruby and Python name them, without a colon behind: `SMTPFatalError 550 …`. */
const CLASS = /(?:smtp|messaging|transport|mailer)[a-z]{0,20}(?:error|exception|refused|busy)$/;
/** Read from the end: what may stand behind the letters are no letters. */
const LAST_WORD = /(?<=(\p{L}{1,30})["'’]?[ \u00a0]?[.:=;,]?)$/uy;

function lastWordOf(front: string): string | undefined {
  LAST_WORD.lastIndex = front.length;
  return LAST_WORD.exec(front)?.[1];
}
