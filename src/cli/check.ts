import { AREAS, type Area } from '../checks/areas.ts';
import type { CheckResult } from '../checks/check.ts';
import type { Told } from '../core/dns/told.ts';
import { defined } from '../core/text/defined.ts';
import { cutTo } from '../core/text/few.ts';
import { selectorsIn } from '../core/ticket/askable.ts';
import { readTicket } from '../core/ticket/readTicket.ts';
import { toldAnswers } from '../core/ticket/toldAnswers.ts';
import { check as ask, readCheckTarget } from '../probes/node/main.ts';
import { checkJson, renderArea, renderCheckEnd, renderCheckHeading } from '../report/check/checkReport.ts';
import { describeTargetProblem } from '../report/targetProblem.ts';
import { readInput, startOf } from './input.ts';
import { interrupted } from './interrupted.ts';
import { note, say, sayJson } from './output.ts';
import { smtp } from './smtp.ts';

interface CheckOptions {
  readonly only?: string;
  readonly server?: readonly string[];
  readonly selector?: readonly string[];
  readonly expect?: readonly string[];
  readonly 'block-list'?: readonly string[];
  readonly ready?: string;
  readonly connect?: boolean;
  readonly ticket?: string;
  /** Milliseconds. */
  readonly timeout?: number;
  readonly json?: boolean;
}

/** What there is to know of a name. Exit status 0: nothing is wrong, 1: something is, 2: it could not be asked. */
export async function check(options: CheckOptions, words: readonly string[]): Promise<number> {
  const { server = [], selector: selectors = [], timeout, json = false } = options;
  const { expect: expectedExchangers, 'block-list': lists = [], ready, connect = false } = options;
  const typed = words.join(' ');
  const areas = areasOf(options.only);
  if (typeof areas === 'string') return refused(areas);
  const read = readCheckTarget(typed);
  if (!read.ok) return refused(describeTargetProblem(read.problem, typed));
  const { target } = read;
  if (target.kind === 'server') {
    return smtp({ server, json, ...defined({ timeout }) }, [target.endpoint]);
  }
  const ticket = await saidInTicket(options.ticket, target.name);
  if (typeof ticket === 'string') return refused(ticket);
  const started = Date.now();
  if (!json) say(`${renderCheckHeading(target.name, server[0], started)}\n`);
  const result = await ask(
    target,
    {
      areas,
      resolvers: server,
      selectors: [...selectors, ...ticket.selectors],
      told: ticket.told,
      ...defined({ dnsTimeout: timeout, expectedExchangers, ready }),
      ...(lists.length > 0 && { blockLists: lists.map((zone) => ({ zone })) }),
      ...(connect && { connect: {} }),
    },
    interrupted(),
    (area) => {
      if (!json)
        say(
          renderArea(area)
            .map((line) => `${line}\n`)
            .join(''),
        );
    },
  );
  if (json) sayJson(checkJson(result));
  else say(`${renderCheckEnd(result)}\n`);
  return statusOf(result);
}

/** What a file says of a domain, or why it cannot be read. */
async function saidInTicket(
  file: string | undefined,
  domain: string,
): Promise<{ readonly selectors: readonly string[]; readonly told: readonly Told[] } | string> {
  if (file === undefined) return { selectors: [], told: [] };
  const input = await readInput(file);
  if (!input.ok) return input.problem;
  const ticket = readTicket(input.text, startOf(file));
  return { selectors: selectorsIn(input.text, domain), told: toldAnswers(ticket, domain) };
}

function refused(problem: string): number {
  note(problem);
  return 2;
}

/** The areas that were chosen, or what is wrong with the choice; none were chosen where none is named. */
function areasOf(only: string | undefined): readonly Area[] | string {
  if (only === undefined) return [];
  const chosen = only.split(',').map((one) => one.trim().toLowerCase());
  const unknown = chosen.find((one) => !AREAS.some((area) => area === one));
  return unknown === undefined
    ? AREAS.filter((area) => chosen.includes(area))
    : `there is no area "${cutTo(unknown, 40)}"; there are ${AREAS.join(', ')}`;
}

function statusOf({ areas, cancelled }: CheckResult): number {
  const levels = new Set(areas.flatMap(({ findings }) => findings.map(({ level }) => level)));
  if (levels.has('fail') || levels.has('warning')) return 1;
  return levels.has('unknown') || cancelled ? 2 : 0;
}
