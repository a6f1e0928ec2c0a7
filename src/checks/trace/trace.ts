import { append, greatest } from '../../core/text/lists.ts';
import type { Answer } from '../../probes/ports.ts';
import { isAnswered, recordsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, evidenceOf, type Finding } from '../finding.ts';
import { type TraceStep, traceFromRoot } from './walk.ts';

/** The way from the root servers to the records of a name, and whether the resolver says the same. */
export async function checkTrace({ name, ports, options, signal }: CheckContext): Promise<readonly Finding[]> {
  const type = options.traceType ?? 'MX';
  const roots = options.rootServers ?? [];
  const [trace, answer] = await Promise.all([
    traceFromRoot(name, type, { resolve: ports.resolve, roots }, signal),
    ports.resolve({ name, type }, signal),
  ]);
  const { steps, end, zone, hosts } = trace;
  const found: Finding[] = steps.map(ofStep);
  const evidence = steps.slice(-hosts.length).flatMap((step) => evidenceFrom(step.answer));
  if (end === 'stuck') {
    // The root servers answer; who hears something else from them hears somebody else.
    const isUnknown = zone === '.' || steps.some((step) => step.zone === zone && step.outcome === 'silent');
    const data = { zone, hosts };
    if (isUnknown) found.push({ code: 'trace-unknown', level: 'unknown', about: name, data, evidence });
    else found.push({ code: 'trace-stuck', level: 'fail', about: name, data, evidence });
  }
  if (end === 'cut')
    found.push({ code: 'trace-cut', level: 'unknown', about: name, data: { steps: steps.length }, evidence });
  const last = steps.at(-1);
  if (last !== undefined && isAnswered(answer) && ['answer', 'no-data', 'no-such-name'].includes(end)) {
    append(found, ofDifference(name, last, answer));
  }
  return found;
}

function ofStep({ zone, server, answer, outcome, below, target }: TraceStep): Finding {
  const { name, type } = answer.question;
  const who = { server: server.host, address: server.address };
  const evidence = evidenceFrom(answer);
  if (below !== undefined) {
    const lines = (answer.authority ?? []).filter((record) => record.type === 'NS').map(evidenceOf);
    const data = { ...who, zone, hosts: below.hosts };
    return { code: 'trace-step', level: 'note', about: below.zone, data, evidence: lines };
  }
  if (target !== undefined) {
    return { code: 'trace-alias', level: 'note', about: name, data: { ...who, target }, evidence };
  }
  switch (outcome as Exclude<TraceStep['outcome'], 'referral' | 'alias'>) {
    case 'answer': {
      const records = recordsOf(answer).map(({ data }) => data);
      return { code: 'trace-answer', level: 'pass', about: name, data: { ...who, type, records }, evidence };
    }
    case 'no-data':
      return { code: 'trace-no-data', level: 'note', about: name, data: { ...who, type }, evidence };
    case 'no-such-name':
      return { code: 'trace-no-such-name', level: 'fail', about: name, data: who, evidence };
    case 'lame': {
      const data = { address: server.address, status: answer.status, zone };
      return { code: 'trace-lame', level: 'warning', about: server.host, data, evidence };
    }
    case 'silent': {
      const data = { address: server.address, status: answer.status, zone };
      return { code: 'trace-silent', level: 'note', about: server.host, data, evidence };
    }
  }
}

/** Other records than the zone's: an older version that is kept until its TTL has passed, or another zone inside a network. */
function* ofDifference(about: string, last: TraceStep, answer: Answer): Iterable<Finding> {
  const { type } = answer.question;
  const set = (one: Answer): readonly string[] =>
    recordsOf(one, type)
      .map(({ data }) => data)
      .sort();
  const resolver = set(answer);
  const zone = set(last.answer);
  const same = (list: readonly string[]): string => list.join('\n').toLowerCase();
  if (same(resolver) === same(zone)) return;
  const ttl = greatest(
    recordsOf(answer).map((record) => record.ttl),
    0,
  );
  const evidence = [...evidenceFrom(answer), ...evidenceFrom(last.answer)];
  const data = { type, resolver, zone, server: answer.server ?? '', ttl };
  yield { code: 'trace-differs', level: 'warning', about, data, evidence };
}
