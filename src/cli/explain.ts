import { createInterface } from 'node:readline';
import { explainText } from '../core/knowledge/explain.ts';
import { actorWords, retryWords } from '../core/report/words.ts';
import { readOptions } from './options.ts';

/** `explain [--json] TEXT…`: 0 when every text was explained, 1 when one holds no reply that is known. */
export async function explain(args: readonly string[]): Promise<number> {
  const options = readOptions(args, { json: { type: 'boolean' } }, 'explain [--json] TEXT…');
  if (!options.ok) return 2;
  const json = options.values.json === true;
  if (options.words.length > 0) return explainLine(options.words.join(' '), json) ? 0 : 1;
  let all = true;
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') all = explainLine(line, json) && all;
  }
  return all ? 0 : 1;
}

function explainLine(text: string, json: boolean): boolean {
  const found = explainText(text);
  if (json) {
    process.stdout.write(`${JSON.stringify(found === undefined ? { text, meaning: null } : jsonOf(text, found))}\n`);
  } else if (found === undefined) {
    process.stderr.write(`mail-triage: no reply code, enhanced code or known wording in: ${text.slice(0, 200)}\n`);
  } else {
    process.stdout.write(`${textOf(found)}\n`);
  }
  return found !== undefined;
}

type Found = NonNullable<ReturnType<typeof explainText>>;

function jsonOf(text: string, { code, enhanced, explanation }: Found): Record<string, unknown> {
  const { meaning, reason, actor, retry, next, source, specific } = explanation;
  return {
    text,
    code: code ?? null,
    enhanced: enhanced ?? null,
    meaning,
    reason,
    actor,
    retry: retry === 'yes',
    next,
    source,
    specific,
  };
}

function textOf({ code, enhanced, explanation }: Found): string {
  const codes = [code, enhanced].filter((part) => part !== undefined).join(' ');
  const lines = [`${codes === '' ? '' : `${codes}: `}${explanation.meaning}`];
  if (explanation.actor !== 'nobody') {
    lines.push(`Who acts: ${actorWords(explanation.actor)}. Retry: ${retryWords(explanation.retry)}.`);
  }
  lines.push(...explanation.next.map((step) => `- ${step}`), `Source: ${explanation.source}`);
  return lines.join('\n');
}
