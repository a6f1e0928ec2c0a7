import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../src/core/verdict/readVerdicts.ts';
import type { SmtpProbeResult } from '../../src/probes/smtp/types.ts';
import { wordFailure } from '../../src/report/probeFailure.ts';
import { renderSmtpProbe } from '../../src/report/smtpProbeReport.ts';
import { type ProbePlan, probeAt } from './servers.ts';

/** What the report of a probe says when it is read: the step where it ended, and what was said to whom and why. */
export interface Told {
  /** `passed`, or `RCPT reply-refused`. */
  readonly ends: string;
  /** Role, reason and reply of each verdict: `cause greylisted 451 4.7.1`. */
  readonly verdicts: readonly string[];
  readonly text: string;
}

/** Reads the report of a probe, and holds step, code and findings against what the probe found. */
export function told(result: SmtpProbeResult): Told {
  const text = `${renderSmtpProbe(result).join('\n')}\n`;
  const ticket = readTicket(text);
  const [block] = ticket.blocks;
  assert.ok(block?.kind === 'conversation' && block.probe?.result !== undefined, text);
  const { failedAt, code } = block.probe.result;
  if (result.flow === undefined) {
    const failure = result.failure && wordFailure(result.failure, result);
    assert.deepEqual([failedAt, code], [failure?.failedAt, failure?.code], text);
  }
  assert.equal(block.probe.steps.filter(({ step }) => step === 'CONNECT').length > 0, true, text);
  return {
    ends: failedAt === undefined ? 'passed' : `${failedAt} ${code}`,
    verdicts: readVerdicts(ticket).map(({ role, code: why, reply }) => [role, why, reply ?? '-'].join(' ')),
    text,
  };
}

/** What client and server said, as the reader has it: commands as written, replies with what they answer. */
export const said = (text: string): readonly unknown[] =>
  readTicket(text).blocks.flatMap((block) =>
    block.kind === 'conversation'
      ? block.events.map((event) =>
          event.kind === 'reply'
            ? [event.code, event.answers]
            : event.kind === 'data'
              ? 'message'
              : text.slice(event.start, event.end),
        )
      : [],
  );

/**
 * Holds the same conversation by swaks and by the probe, and asserts that both texts read to the same events; false where
 * swaks is not there.
 */
export async function swaksSaysTheSame(port: number, plan: ProbePlan, more: readonly string[] = []): Promise<boolean> {
  if (!existsSync('/usr/bin/swaks')) return false;
  const { envelope } = plan;
  const args = ['--server', `127.0.0.1:${port}`, '--helo', 'probe.test', '--from', envelope?.from || '<>', ...more];
  const to = ['--to', envelope?.recipients.join(',') ?? ''];
  // Failing lines go to the other stream; a shell joins both in their order.
  const run = promisify(execFile)('/bin/sh', ['-c', 'exec /usr/bin/swaks "$@" 2>&1', 'swaks', ...args, ...to]);
  const text = await run.then(
    ({ stdout }) => stdout,
    (error: { readonly stdout: string }) => error.stdout,
  );
  const ours = `${renderSmtpProbe(await probeAt('mx1.contoso.test:25', port, plan)).join('\n')}\n`;
  assert.ok(said(ours).length > 1, ours);
  assert.deepEqual(said(text), said(ours), `${text}\n${ours}`);
  return true;
}
