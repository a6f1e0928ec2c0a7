import { sourceWords } from '../knowledge/sources.ts';
import { firstOf } from '../text/few.ts';
import { escapeLightly } from '../text/markdown.ts';
import { plainText } from '../text/plain.ts';
import { inEnglish, type Phrase } from '../text/words.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { timelineOf } from '../trace/timeline.ts';
import { type MessageStory, storyOf } from '../verdict/arrival/story.ts';
import type { Verdict, VerdictStage } from '../verdict/verdict.ts';
import { arrivedAnswer, isArrived } from './answer/arrivedAnswer.ts';
import { type Beside, besideOf } from './answer/beside.ts';
import { blockOf, type Circumstances, circumstancesOf } from './answer/circumstances.ts';
import { evidence } from './answer/evidence.ts';
import { fateOfMail, fateWords, type MailFate } from './answer/fate.ts';
import { type Matter, matterOf } from './answer/matter.ts';
import { answerOfQuestion, type QuestionAnswer } from './answer/questionAnswer.ts';
import { fillTemplate } from './template.ts';
import { timelineMarkdown } from './timelineMarkdown.ts';
import { verdictHeadline } from './verdictWords.ts';
import { actorWords, retryWords, stepsInWords, sureWords } from './words.ts';

/** A probe that was run for a ticket. */
export interface ProbeRecord {
  /** What was asked: `Probed SMTP server mx1.contoso.test`. */
  readonly title: Phrase;
  /** When it ended, milliseconds since 1970 UTC. */
  readonly time: number;
  /** What it gave, on one line. */
  readonly outcome: string;
  /** The name that was probed, or the document. */
  readonly target: string;
}

/** What an answer is made of besides the ticket. */
export interface AnswerFacts {
  /** The name of the document; empty for text without one. */
  readonly file: string;
  readonly probes: readonly ProbeRecord[];
}

/** The template that is used where the settings have none. */
export const answerTemplate = `**{{finding}}**

{{answer}}

{{summary}}

{{beside}}

{{envelope}}

{{fate}}

Who acts: {{actor}}. {{retry}}

Next steps:
{{next}}

Also found:
{{others}}

{{hops}}

Evidence{{file}}:
{{evidence}}

Checked:
{{probes}}

Other things in the text, which are not the matter here:
{{aside}}

Source: {{source}}`;

/** Findings that an answer names besides the foremost, and as many that are not the matter. */
const OTHERS = 10;

/** What is told of a ticket: to its admin and to its user alike. */
export interface Told {
  readonly matter: Matter;
  readonly circumstances: Circumstances;
  readonly fate: MailFate;
  readonly beside: readonly Beside[];
  readonly answered?: QuestionAnswer;
}

/** What there is to tell of a ticket; undefined where nothing was found. */
export function toldOf(ticket: Ticket): Told | undefined {
  const matter = matterOf(ticket);
  if (matter === undefined) return undefined;
  const circumstances = circumstancesOf(ticket, matter.first);
  const story = storyOfFirst(ticket, matter.first);
  const answered = (story && arrivedAnswer(matter.question, story)) ?? answerOfQuestion(ticket, matter, circumstances);
  return {
    matter,
    circumstances,
    fate: fateOfMail(ticket, matter.first, circumstances, story),
    beside: besideOf(ticket, matter.first, circumstances),
    ...(answered !== undefined && { answered }),
  };
}

/** The story of the message that a verdict is about, where it arrived. */
function storyOfFirst(ticket: Ticket, { span, failed }: Verdict): MessageStory | undefined {
  const block = failed ? undefined : blockOf(ticket, span.start);
  return block?.kind === 'message' && isArrived(block) ? storyOf(block) : undefined;
}

/** The answer to a ticket as Markdown; undefined where nothing was found that could be told. */
export function answer(ticket: Ticket, facts: AnswerFacts, template: string = answerTemplate): string | undefined {
  const values = answerValues(ticket, facts);
  return values && fillTemplate(template.trim() === '' ? answerTemplate : template, values);
}

/** What each placeholder of an answer stands for; undefined where nothing was found. */
export function answerValues(ticket: Ticket, facts: AnswerFacts): ReadonlyMap<string, string> | undefined {
  const told = toldOf(ticket);
  if (told === undefined) return undefined;
  const { matter, circumstances, fate, beside, answered } = told;
  const { first, others } = matter;
  const acts = first.failed || first.role === 'delay' || first.role === 'notice';
  const headline = verdictHeadline(first, LONGEST);
  const also = others.filter((one) => !isToldBy(one, first));
  const shown = also.slice(0, OTHERS);
  const places = [
    first.span,
    ...shown
      .filter(({ failed }) => failed)
      .slice(0, 3)
      .map(({ span }) => span),
    ...beside.map(({ span }) => span).filter((span) => span !== undefined),
    ...(answered?.spans ?? []),
  ];
  return new Map([
    ['finding', escapeLightly(headline)],
    ['answer', escapeLightly(answered?.words ?? '')],
    ['summary', isSaid(first, headline, answered) ? '' : escapeLightly(first.summary)],
    [
      'beside',
      beside
        .map(({ words }) => escapeLightly(words))
        .filter((words) => words !== '')
        .join('\n'),
    ],
    ['envelope', envelopeLines(circumstances, first.stage).join('\n')],
    ['recipients', firstOf(circumstances.recipients.map(escapeLightly), RECIPIENTS)],
    ['sender', escapeLightly(circumstances.sender === '' ? NULL_PATH : (circumstances.sender ?? ''))],
    ['time', escapeLightly(circumstances.time ?? '')],
    ['server', escapeLightly(circumstances.server ?? '')],
    ['subject', escapeLightly(circumstances.subject ?? '')],
    ['fate', escapeLightly(fateWords(fate))],
    ['actor', acts ? actorWords(first.actor) : ''],
    ['retry', first.failed ? sentence(retryWords(first.retry)) : ''],
    ['confidence', sureWords(first)],
    [
      'next',
      stepsInWords(first)
        .map((step, i) => `${i + 1}. ${escapeLightly(step)}`)
        .join('\n'),
    ],
    ['others', listOf(also, ticket).join('\n')],
    ['aside', asideLines(matter, ticket).join('\n')],
    ['hops', hopTable(ticket, told)],
    ['file', facts.file === '' ? '' : ` from ${escapeLightly(facts.file)}`],
    ['evidence', evidence(places, ticket)],
    ['probes', facts.probes.map(probeLine).join('\n')],
    ['source', first.role === 'success' ? '' : escapeLightly(sourceWords(first.source))],
  ]);
}

/** What else the story of the same message tells, where the finding has told its first sentence. */
const isToldBy = (one: Verdict, first: Verdict): boolean =>
  !one.failed && !first.failed && one.code !== 'accepted' && partsOf(first).includes(partsOf(one)[0] ?? '');

const partsOf = ({ parts, summary }: Verdict): readonly string[] => parts ?? [summary];

/** Whether the sentence on what happened stands in another one already, or says nothing. */
const isSaid = (first: Verdict, headline: string, answered: QuestionAnswer | undefined): boolean =>
  first.role === 'success' ||
  first.summary === headline ||
  partsOf(first).every((part) => answered?.parts?.includes(part));

/** Characters of the finding. */
const LONGEST = 600;

const NULL_PATH = '<> (the null sender, as bounces have it)';
/** Recipients that are named. */
const RECIPIENTS = 20;

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** Whose mail it is about, when and where, a line each. */
function envelopeLines(all: Circumstances, stage: VerdictStage): readonly string[] {
  const { recipients, original, sender, time, server, subject, messageId, queueId } = all;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [
      recipients.length > 1 ? 'Recipients' : 'Recipient',
      recipients.length === 0 ? undefined : firstOf(recipients, RECIPIENTS),
    ],
    ['Written to', original !== undefined && !recipients.includes(original) ? original : undefined],
    ['Sender', sender === '' ? NULL_PATH : sender],
    ['Time', time],
    [stage === 'dns' ? 'Name in DNS' : 'Server', server],
    ['Subject', subject],
    ['Message-ID', messageId],
    ['Queue id', queueId],
  ];
  return rows.flatMap(([name, value]) =>
    value === undefined || value.trim() === '' ? [] : [`- ${name}: ${escapeLightly(plainText(value))}`],
  );
}

const listOf = (verdicts: readonly Verdict[], ticket: Ticket): readonly string[] => {
  const more = verdicts.length - OTHERS;
  return [
    ...verdicts.slice(0, OTHERS).map((one) => otherLine(one, ticket)),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ];
};

function otherLine(verdict: Verdict, ticket: Ticket): string {
  const line = ticket.lines.lineOf(verdict.span.start) + 1;
  const whom = verdict.failed && verdict.recipients.length > 0 ? ` (${firstOf(verdict.recipients, 3)})` : '';
  return `- line ${line}: ${escapeLightly(`${verdictHeadline(verdict)}${whom}`)}`;
}

/** What is not the matter: look-ups of mistyped names, and what happened to other mail. */
const asideLines = ({ aside, typingErrors }: Matter, ticket: Ticket): readonly string[] => [
  ...typingErrors.slice(0, OTHERS).map(({ asked, meant, start }) => {
    const line = ticket.lines.lineOf(start) + 1;
    return `- line ${line}: ${escapeLightly(`${asked} is not ${meant}: a typing error in the look-up, so that its answer says nothing about ${meant}.`)}`;
  }),
  ...(typingErrors.length > OTHERS ? [`- and ${typingErrors.length - OTHERS} more typing errors`] : []),
  ...listOf(aside, ticket),
];

/** The hops of the message, where the question is how long it took. */
function hopTable(ticket: Ticket, { matter, circumstances }: Told): string {
  const { first, question } = matter;
  if (first.role !== 'delay' && (question !== 'slow' || first.failed)) return '';
  const block = blockOf(ticket, first.span.start);
  if (block?.kind !== 'message' || block.hops.length === 0) return '';
  const timeline = timelineOf(ticket, { offset: first.span.start });
  const title = circumstances.subject === undefined ? 'the message' : `“${circumstances.subject}”`;
  return timeline === undefined ? '' : timelineMarkdown(title, timeline).trim();
}

const probeLine = ({ title, time, outcome }: ProbeRecord): string =>
  `- ${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC: ${escapeLightly(`${inEnglish(title)}: ${outcome}`)}`;
