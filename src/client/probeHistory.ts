import type { ProbeRecord } from '../core/report/answer.ts';

/** Probes that are remembered. */
const MOST = 200;

/** What was probed in this window, and how to do the last probe again. */
export interface ProbeHistory {
  /** Oldest first. */
  readonly records: readonly ProbeRecord[];
  /** Runs a probe, which gives the lines of its report, and remembers it. */
  run(probe: RememberedProbe): Promise<void>;
  /** Runs the last probe again; false where none has run. */
  repeat(): Promise<boolean>;
}

export interface RememberedProbe extends Pick<ProbeRecord, 'title' | 'target'> {
  /** The lines of the report; undefined where a bug ended the probe. */
  readonly start: () => Promise<readonly string[] | undefined>;
}

export function createProbeHistory(): ProbeHistory {
  const records: ProbeRecord[] = [];
  let last: RememberedProbe | undefined;
  const run = async (probe: RememberedProbe): Promise<void> => {
    last = probe;
    const lines = await probe.start();
    if (lines === undefined) return;
    records.push({ title: probe.title, target: probe.target, time: Date.now(), outcome: outcomeOf(lines) });
    if (records.length > MOST) records.shift();
  };
  return {
    records,
    run,
    repeat: async () => {
      if (last === undefined) return false;
      await run(last);
      return true;
    },
  };
}

/** The last line of a report says what came out. */
const outcomeOf = (lines: readonly string[]): string => (lines.at(-1) ?? '').replace(/^\* (?:Result: )?/, '');
