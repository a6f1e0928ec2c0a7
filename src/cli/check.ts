import { AREAS, type Area } from '../checks/areas.ts';
import type { CheckResult } from '../checks/check.ts';
import { defined } from '../core/text/defined.ts';
import { checkDomain, readCheckName } from '../probes/node/main.ts';
import { checkJson, renderArea, renderCheckEnd, renderCheckHeading } from '../report/check/checkReport.ts';
import { describeNameProblem } from '../report/nameProblem.ts';
import { interrupted } from './interrupted.ts';
import { note, say, sayJson } from './output.ts';

interface CheckOptions {
  readonly only?: string;
  readonly server?: readonly string[];
  /** Milliseconds. */
  readonly timeout?: number;
  readonly json?: boolean;
}

/** Everything that belongs to a domain. Exit status 0: nothing is wrong, 1: something is, 2: it could not be asked. */
export async function check(options: CheckOptions, [typed = '']: readonly string[]): Promise<number> {
  const { server = [], timeout, json = false } = options;
  const areas = areasOf(options.only);
  if (typeof areas === 'string') {
    note(areas);
    return 2;
  }
  const name = readCheckName(typed);
  if (!name.ok) {
    note(describeNameProblem(name.problem, typed));
    return 2;
  }
  const domain = name.name;
  const started = Date.now();
  if (!json) say(`${renderCheckHeading(domain, server[0] ?? 'the-system-resolver', started)}\n`);
  const result = await checkDomain(
    domain,
    { areas, resolvers: server, ...defined({ dnsTimeout: timeout }) },
    interrupted(),
    (area) => {
      if (!json) say(`${renderArea(area).join('\n')}\n`);
    },
  );
  if (json) sayJson(checkJson(result));
  else say(`${renderCheckEnd(result)}\n`);
  return statusOf(result);
}

/** The areas that were chosen, or what is wrong with the choice. */
function areasOf(only: string | undefined): readonly Area[] | string {
  if (only === undefined) return AREAS;
  const chosen = only.split(',').map((one) => one.trim().toLowerCase());
  const unknown = chosen.find((one) => !AREAS.some((area) => area === one));
  return unknown === undefined
    ? AREAS.filter((area) => chosen.includes(area))
    : `there is no area "${unknown.slice(0, 40)}"; there are ${AREAS.join(', ')}`;
}

function statusOf({ areas, cancelled }: CheckResult): number {
  const levels = new Set(areas.flatMap(({ findings }) => findings.map(({ level }) => level)));
  if (levels.has('fail') || levels.has('warning')) return 1;
  return levels.has('unknown') || cancelled ? 2 : 0;
}
