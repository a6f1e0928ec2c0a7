import { sessionViews } from '../session/sessionView.ts';
import type { Conversation } from '../smtp/conversation.ts';
import { type WordedFinding, writeFinding } from '../text/finding.ts';
import { plainLines } from '../text/plain.ts';
import { readTicket } from '../ticket/readTicket.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { type CommandTool, commandLine } from './commandLines.ts';
import { compareSessions } from './compare.ts';
import type { Shell } from './quoting.ts';
import { type Recipe, type RecipeStep, recipeOf, sessionAt } from './recipe.ts';
import { type System, stepSheet, type TypedTool } from './stepSheet.ts';

/** What a session can be written as. */
export type SessionForm =
  | { readonly tool: CommandTool; readonly shell: Shell }
  | { readonly tool: TypedTool; readonly system: System };

/** What the session at a line (0-based) did; undefined where none stands there. */
export function readRecipe(ticket: Ticket, line: number): Recipe | undefined {
  const found = sessionAt(ticket, line);
  return found && recipeOf(ticket, found.block, found.view);
}

/** A session as a command or as steps; plain text. */
export const writeSession = (recipe: Recipe, form: SessionForm): string =>
  plainLines(
    'shell' in form ? `${commandLine(recipe, form.tool, form.shell)}\n` : stepSheet(recipe, form.tool, form.system),
  );

/** The findings of a session that was held again, put into its report in front of the result. */
export function withDifferences(
  ticket: Ticket,
  line: number,
  report: readonly string[],
  until: RecipeStep,
): readonly string[] {
  const told = sessionAt(ticket, line);
  if (told === undefined) return report;
  const again = readTicket(report.join('\n'));
  const block = again.blocks.find((one): one is Conversation => one.kind === 'conversation');
  const view = block && sessionViews(again.text, block)[0];
  const about = block?.probe?.target ?? block?.sessions[0]?.server ?? 'the-server';
  const findings: readonly WordedFinding[] = compareSessions(
    { text: ticket.text, view: told.view },
    view && { text: again.text, view },
    about,
    until,
  );
  const lines = findings.flatMap((finding) => [...writeFinding(finding)]);
  const result = block?.probe?.result?.start;
  const end = result === undefined ? -1 : again.lines.lineOf(result);
  return end < 0 ? [...report, ...lines] : [...report.slice(0, end), ...lines, ...report.slice(end)];
}
