import type { Lookup } from '../dns/lookup.ts';
import type { ReportedProbe } from '../smtp/probe/probeReport.ts';
import { defined } from '../text/defined.ts';
import type { ReportedFinding } from '../text/finding.ts';
import type { Span } from '../text/span.ts';
import type { Locate } from './lineCounter.ts';

/** The questions that DNS tools asked. */
export const queriesJson = (lookup: Lookup, at: Locate): unknown[] =>
  lookup.queries.map((query) => ({
    ...at(query),
    tool: query.tool,
    name: query.name,
    type: query.type,
    status: query.status,
    ...defined({ server: query.server }),
    answers: query.answers.map((answer) => answer.data),
  }));

/** What our checks and probes found, read again from their reports. */
export const checksJson = (findings: readonly ReportedFinding[], at: Locate): unknown[] =>
  findings.map(({ level, code, about, text, next, source, start, end }) => ({
    ...at({ start, end }),
    code,
    level,
    about,
    text,
    ...defined({ next, source }),
  }));

/** The address that was reached, or tried last. */
const addressOf = (steps: ReportedProbe['steps']): string | undefined =>
  steps.findLast(({ step }) => step === 'CONNECT')?.text.split(/[ ,]/, 1)[0];

/** What came of the probe of an SMTP server, read again from its report. */
export const probeJson = ({ target, asks, steps, result }: ReportedProbe, block: Span, at: Locate): unknown => ({
  ...at(block),
  target,
  ...defined({ address: addressOf(steps) }),
  steps: steps.map(({ step, elapsed, failed, text, certificates }) => ({
    step,
    ...defined({ elapsed }),
    failed,
    text,
    ...defined({ certificates }),
  })),
  ...defined({ asks }),
  passed: result === undefined ? null : result.failedAt === undefined,
  ...defined({ failedAt: result?.failedAt, code: result?.code, result: result?.text }),
});
