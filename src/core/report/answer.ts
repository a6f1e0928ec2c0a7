import { sourceWords } from '../knowledge/sources.ts';
import { findSecrets } from '../mask/findSecrets.ts';
import { MASK, type Secret } from '../mask/secret.ts';
import { escapeLightly } from '../text/markdown.ts';
import { firstEndingBehind } from '../text/span.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { readVerdicts } from '../verdict/readVerdicts.ts';
import { foremost, type Verdict } from '../verdict/verdict.ts';
import { fillTemplate } from './template.ts';
import { verdictHeadline } from './verdictWords.ts';
import { actorWords, retryWords, stepsInWords, sureWords } from './words.ts';

/** A probe that was run for a ticket. */
export interface ProbeRecord {
  /** What was asked: `Probed SMTP server mx1.contoso.test`. */
  readonly title: string;
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

{{summary}}

Who acts: {{actor}}. {{retry}}

Next steps:
{{next}}

Also found:
{{others}}

Evidence{{file}}:
{{evidence}}

Checked:
{{probes}}

Source: {{source}}`;

/** Findings that an answer names besides the foremost. */
const OTHERS = 10;
/** Lines of evidence for each finding. */
const LINES = 12;
/** Characters of a line of evidence. */
const WIDTH = 300;

/** The answer to a ticket as Markdown; undefined where nothing was found that could be told. */
export function answer(ticket: Ticket, facts: AnswerFacts, template: string = answerTemplate): string | undefined {
  const values = answerValues(ticket, facts);
  return values && fillTemplate(template.trim() === '' ? answerTemplate : template, values);
}

/** What each placeholder of an answer stands for; undefined where nothing was found. */
export function answerValues(ticket: Ticket, facts: AnswerFacts): ReadonlyMap<string, string> | undefined {
  const verdicts = readVerdicts(ticket);
  const first = foremost(verdicts);
  if (first === undefined) return undefined;
  const others = verdicts.filter((verdict) => verdict !== first);
  const shown = others.slice(0, OTHERS);
  const more = others.length - shown.length;
  const acts = first.failed || first.role === 'delay' || first.role === 'notice';
  const headline = verdictHeadline(first);
  return new Map([
    ['finding', escapeLightly(headline)],
    ['summary', first.summary === headline ? '' : escapeLightly(first.summary)],
    ['recipients', first.recipients.map(escapeLightly).join(', ')],
    ['actor', acts ? actorWords(first.actor) : ''],
    ['retry', first.failed ? sentence(retryWords(first.retry)) : ''],
    ['confidence', sureWords(first)],
    [
      'next',
      stepsInWords(first)
        .map((step, i) => `${i + 1}. ${escapeLightly(step)}`)
        .join('\n'),
    ],
    ['others', [...shown.map((one) => otherLine(one, ticket)), ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')],
    ['file', facts.file === '' ? '' : ` from ${escapeLightly(facts.file)}`],
    ['evidence', evidence([first, ...shown.filter(({ failed }) => failed).slice(0, 3)], ticket)],
    ['probes', facts.probes.map(probeLine).join('\n')],
    ['source', escapeLightly(sourceWords(first.source))],
  ]);
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function otherLine(verdict: Verdict, ticket: Ticket): string {
  const line = ticket.lines.lineOf(verdict.span.start) + 1;
  const whom = verdict.failed && verdict.recipients.length > 0 ? ` (${verdict.recipients.slice(0, 3).join(', ')})` : '';
  return `- line ${line}: ${escapeLightly(`${verdictHeadline(verdict)}${whom}`)}`;
}

/** The lines that show it, with their numbers, in a fence that no line of the text can close. */
function evidence(verdicts: readonly Verdict[], ticket: Ticket): string {
  const { lines } = ticket;
  const secrets = findSecrets(ticket);
  const rows = new Map<number, string>();
  for (const { span } of verdicts) {
    const first = lines.lineOf(span.start);
    const last = Math.min(lines.lineOf(Math.max(span.start, span.end - 1)), first + LINES - 1);
    for (let line = first; line <= last; line++) {
      const start = lines.start(line);
      rows.set(line, masked(ticket.text, start, Math.min(lines.end(line), start + WIDTH), secrets));
    }
  }
  const sorted = [...rows].sort(([a], [b]) => a - b);
  const width = String((sorted.at(-1)?.[0] ?? 0) + 1).length;
  const body = sorted.map(([line, text]) => `${String(line + 1).padStart(width)}: ${text}`);
  const longest = Math.max(2, ...[...body.join('\n').matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${body.join('\n')}\n${fence}`;
}

/** A part of the text without its secrets. */
function masked(text: string, start: number, end: number, secrets: readonly Secret[]): string {
  let at = start;
  let safe = '';
  for (let i = firstEndingBehind(secrets, start); i < secrets.length; i++) {
    const secret = secrets[i] as Secret;
    if (secret.start >= end) break;
    safe += `${text.slice(at, Math.max(at, secret.start))}${MASK}`;
    at = secret.end;
  }
  return safe + text.slice(at, Math.max(at, end));
}

const probeLine = ({ title, time, outcome }: ProbeRecord): string =>
  `- ${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC: ${escapeLightly(`${title}: ${outcome}`)}`;
