import { defined } from '../../../core/text/defined.ts';
import type { Session } from '../session.ts';
import type { SaidStep } from '../types.ts';
import type { FlowRun } from './flow.ts';
import type { Answered } from './outcome.ts';

/** Says a command; what came of it, whatever it is. */
export async function ask(
  session: Session,
  { steps, explain }: FlowRun,
  step: SaidStep,
  command: string,
): Promise<Answered> {
  const reply = await session.say(step, command);
  if (reply.ok) {
    const { code, lines } = reply;
    return { code, lines, ...(code >= 400 && { means: explain(command.slice(0, 4).toUpperCase(), lines) }) };
  }
  const last = steps.at(-1);
  const failure = last !== undefined && 'failure' in last ? last.failure : undefined;
  return { lines: last !== undefined && 'lines' in last ? last.lines : [], ...defined({ lost: failure?.kind }) };
}

export const isTaken = ({ code }: Answered): boolean => code !== undefined && code >= 200 && code < 300;

/** The connection is of no more use: no reply came, or the server closes it (RFC 5321 3.8). */
export const isOver = ({ code }: Answered): boolean => code === undefined || code === 421;
