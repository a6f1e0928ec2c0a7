import { explainText } from '../core/knowledge/explain.ts';
import { toldMeaning } from '../core/knowledge/explanation.ts';
import { sisimaiClass } from '../core/knowledge/sisimai.ts';
import { sourceWords } from '../core/knowledge/sources.ts';
import { unreadWords } from '../core/report/explanationText.ts';
import { actorWords, plainSteps, retryWords, stepsInWords, sureWords } from '../core/report/words.ts';
import { type Stage, verbNamed } from '../core/smtp/verbs.ts';
import { cutTo } from '../core/text/few.ts';
import { append } from '../core/text/lists.ts';
import { note, say, sayJson } from './output.ts';

interface ExplainOptions {
  readonly json?: boolean;
  readonly after?: string;
}

/** The words as one text, or a text a line on standard input. */
export async function explain({ json = false, after }: ExplainOptions, words: readonly string[]): Promise<number> {
  const stage = stageNamed(after);
  if (words.length > 0) return explainLine(words.join(' '), stage, json) ? 0 : 1;
  let all = true;
  const { linesOf } = await import('./lines.ts');
  for await (const line of linesOf('-')) {
    const empty = line.trim() === '';
    // An empty line is no text to be explained, but keeps its place in the output.
    if (json || !empty) all = explainLine(line, stage, json) || empty ? all : false;
  }
  return all ? 0 : 1;
}

/** `MAIL`, `rcpt`, or `end of data` as a stage of the session. */
function stageNamed(after: string | undefined): Stage | undefined {
  if (after === undefined) return undefined;
  const word = after.trim().toLowerCase();
  if (word === 'connect' || word === 'greeting') return 'connect';
  if (/^(?:end[ -]of[ -](?:data|message)|\.)$/.test(word)) return '(data)';
  return verbNamed((word.split(' ')[0] as string).toUpperCase());
}

function explainLine(text: string, stage: Stage | undefined, json: boolean): boolean {
  const found = explainText(text, stage);
  const unread = unreadWords(text);
  if (unread !== undefined) note(unread);
  if (json) {
    sayJson(jsonOf(text, stage, found));
  } else if (found === undefined) {
    note(`no reply code, enhanced code or known wording in: ${cutTo(text, 200)}`);
  } else {
    say(`${textOf(found)}\n`);
  }
  return found !== undefined;
}

type Found = NonNullable<ReturnType<typeof explainText>>;

/** The same keys for every text; `meaning` is null where nothing is known. */
function jsonOf(text: string, stage: Stage | undefined, found: Found | undefined): Record<string, unknown> {
  const known = found?.explanation;
  return {
    text,
    code: found?.code ?? null,
    enhanced: found?.enhanced ?? null,
    meaning: known === undefined ? null : toldMeaning(known),
    reason: known?.reason ?? null,
    sisimai:
      known === undefined
        ? null
        : sisimaiClass(known.reason, {
            filed: known.sisimai,
            stage,
            code: found?.code,
            status: found?.enhanced,
            words: text,
          }),
    actor: known?.actor ?? null,
    retry: known?.retry ?? null,
    next: known === undefined ? [] : stepsInWords(known),
    steps: plainSteps(known?.next ?? []),
    source: known === undefined ? null : sourceWords(known.source),
    basis: known?.basis ?? null,
    confidence: known?.confidence ?? null,
    nearest: known?.nearest ?? null,
  };
}

function textOf({ code, enhanced, explanation }: Found): string {
  const codes = [code, enhanced].filter((part) => part !== undefined).join(' ');
  const lines = [`${codes === '' ? '' : `${codes}: `}${toldMeaning(explanation)}`];
  if (explanation.actor !== 'nobody') {
    lines.push(
      `Who acts: ${actorWords(explanation.actor)}. Retry: ${retryWords(explanation.retry)}.`,
      `How sure: ${sureWords(explanation)}.`,
    );
  }
  append(lines, [
    ...stepsInWords(explanation).map((step) => `- ${step}`),
    `Source: ${sourceWords(explanation.source)}`,
  ]);
  return lines.join('\n');
}
