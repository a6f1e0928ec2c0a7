import { check as checkTarget, readCheckTarget } from '../../../src/probes/node/main.ts';
import { checkJson, renderCheck } from '../../../src/report/check/checkReport.ts';

/** A process of its own that checks `contoso.test` at each server it is told, and says how much memory that took. */

export interface Checked {
  /** The report as `mail-triage check` prints it. */
  readonly text: string;
  readonly json: ReturnType<typeof checkJson>;
  /** Milliseconds. */
  readonly elapsed: number;
  /** Bytes by which the process grew at most. */
  readonly grown: number;
}

async function check(server: string, dnsTimeout: number): Promise<Checked> {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const measure = (): void => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(measure, 10);
  const options = { resolvers: [server], dnsTimeout };
  const read = readCheckTarget('contoso.test');
  if (!read.ok || read.target.kind === 'server') throw new Error('contoso.test is a domain');
  const result = await checkTarget(read.target, options, new AbortController().signal);
  const text = renderCheck(result, server).join('\n');
  measure();
  clearInterval(timer);
  return { text, json: checkJson(result), elapsed: result.elapsed, grown: most - before };
}

process.on('message', async ({ server, wait }: { server: string; wait: number }) => {
  process.send?.(await check(server, wait));
});
process.on('warning', ({ message }) => process.send?.({ warning: message }));
