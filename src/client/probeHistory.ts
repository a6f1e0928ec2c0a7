import type { ProbeRecord } from '../core/report/answer.ts';
import type { Phrase } from '../core/text/words.ts';
import { ignoredWords } from '../report/ignoredSettings.ts';

/** Probes that are remembered. */
const MOST = 200;

/** What was probed in this window, and how to do the last probe again. */
export interface ProbeHistory {
  /** Oldest first. */
  readonly records: readonly ProbeRecord[];
  /** Runs a probe, which gives its report, and remembers it. */
  run(probe: RememberedProbe): Promise<void>;
  /** The last report; undefined where there is none. */
  readonly report: (ProbeReport & { readonly title: Phrase; readonly target: string }) | undefined;
  /** Runs the last probe again; false where none has run. */
  repeat(): Promise<boolean>;
  /** Calls back behind every probe, until what it gives is disposed of. */
  onDidRun(listener: () => void): { dispose(): void };
}

export interface RememberedProbe extends Pick<ProbeRecord, 'title' | 'target'> {
  /** Undefined where a bug ended the probe. */
  readonly start: () => Promise<ProbeReport | undefined>;
}

export interface ProbeReport {
  readonly lines: readonly string[];
  /** Settings of the workspace that would have counted if it were trusted. */
  readonly ignored: readonly string[];
  /** Sessions with mail servers, which are read as such again. */
  readonly ofSessions?: true;
  /** The same for a ticket; without it the lines are quoted. */
  readonly markdown?: string;
}

export function createProbeHistory(): ProbeHistory {
  const records: ProbeRecord[] = [];
  const listeners = new Set<() => void>();
  let last: RememberedProbe | undefined;
  let latest: ProbeHistory['report'];
  const run = async (probe: RememberedProbe): Promise<void> => {
    last = probe;
    const report = await probe.start();
    if (report === undefined) return;
    latest = { ...report, title: probe.title, target: probe.target };
    records.push({ title: probe.title, target: probe.target, time: Date.now(), outcome: outcomeOf(report) });
    if (records.length > MOST) records.shift();
    for (const listener of listeners) listener();
  };
  return {
    records,
    run,
    onDidRun: (listener) => {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
    get report() {
      return latest;
    },
    repeat: async () => {
      if (last === undefined) return false;
      await run(last);
      return true;
    },
  };
}

/** The last line of a report says what came out; who asks for it later must know what did not count, too. */
const outcomeOf = ({ lines, ignored }: ProbeReport): string =>
  [(lines.at(-1) ?? '').replace(/^(?:\* (?:Result: )?|# )/, ''), ignoredWords(ignored)]
    .filter((part) => part !== undefined)
    .join(' ');
