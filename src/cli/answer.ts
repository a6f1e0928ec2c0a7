import { answerTemplate, answerValues } from '../core/report/answer.ts';
import { requestValues, senderRequestTemplate } from '../core/report/senderRequest.ts';
import { fillTemplate, unknownPlaceholders } from '../core/report/template.ts';
import { userAnswerTemplate, userAnswerValues } from '../core/report/userAnswer.ts';
import type { Ticket } from '../core/ticket/ticket.ts';
import { readInput, startOf } from './input.ts';
import { readOpened } from './openedTicket.ts';
import { note, say } from './output.ts';

interface AnswerOptions {
  readonly user?: boolean;
  readonly questions?: boolean;
  readonly template?: string;
  readonly message?: boolean;
}

/** What can be sent back for a ticket, on standard output. */
export async function answer(options: AnswerOptions, [file = '-']: readonly string[]): Promise<number> {
  const input = await readInput(file);
  const own = options.template === undefined ? undefined : await readInput(options.template);
  if (!input.ok || own?.ok === false) {
    note(!input.ok ? input.problem : (own as { readonly problem: string }).problem);
    return 1;
  }
  const ticket = await readOpened(input.text, options.message === true ? 'message' : startOf(file));
  const [standard, values] = formOf(ticket, options, file);
  if (values === undefined) {
    note('nothing was found in this text that could be answered: no refusal, no bounce, no delivery, no delay');
    return 1;
  }
  const template = own?.ok === true && own.text.trim() !== '' ? own.text : standard;
  for (const name of unknownPlaceholders(template, values)) note(`the placeholder {{${name}}} means nothing here`);
  say(fillTemplate(template, values));
  return 0;
}

function formOf(
  ticket: Ticket,
  { user, questions }: AnswerOptions,
  file: string,
): readonly [template: string, values: ReadonlyMap<string, string> | undefined] {
  if (questions === true) return [senderRequestTemplate, requestValues(ticket)];
  if (user === true) return [userAnswerTemplate, userAnswerValues(ticket)];
  const name = file === '-' ? '' : (file.split(/[/\\]/).at(-1) as string);
  return [answerTemplate, answerValues(ticket, { file: name, probes: [] })];
}
