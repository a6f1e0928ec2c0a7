import { FINDING_LEVELS } from '../core/text/finding.ts';
import type { Answer, CancelSignal, Resolve } from '../probes/ports.ts';
import { askOnce, atMost, inParallel } from '../probes/resolving.ts';
import { SECTIONS, type Section } from './areas.ts';
import type { Check, CheckContext, CheckOptions } from './context.ts';
import type { Finding } from './finding.ts';

/** What one area gave. */
export interface AreaResult {
  readonly area: Section;
  /** The heaviest first. */
  readonly findings: readonly Finding[];
  /** How many more there are than are told. */
  readonly left: number;
  /** The answers that it rests on, but for those that stand with an area in front of it. */
  readonly answers: readonly Answer[];
}

export interface CheckResult {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  /** Milliseconds. */
  readonly elapsed: number;
  readonly areas: readonly AreaResult[];
  readonly cancelled: boolean;
  readonly questions: number;
  /** Questions that were not asked because one check may ask only so many. */
  readonly refused: number;
}

/** Questions of one check, and how many of them are under way at a time. */
const MOST_QUESTIONS = 500;
/** Characters of all answers; those of a domain with hundreds of records are some 100,000. */
const MOST_CHARACTERS = 8_000_000;
/** Findings of one area that are told. */
const MOST_FINDINGS = 60;
const AT_A_TIME = 64;

/**
 * Runs the checks side by side, asks no question twice, and hands over what an area gave as soon as it and all in front
 * of it are done.
 */
export async function runChecks(
  name: string,
  checks: ReadonlyMap<Section, Check>,
  ports: CheckContext['ports'],
  signal: CancelSignal,
  options: CheckOptions = {},
  onArea: (result: AreaResult) => void = () => {},
): Promise<CheckResult> {
  const started = ports.clock.now();
  const budget = atMost(ports.resolve, MOST_QUESTIONS, MOST_CHARACTERS);
  const once = askOnce(inParallel(budget.resolve, AT_A_TIME));
  const running = SECTIONS.flatMap((area) => {
    const check = checks.get(area);
    if (check === undefined) return [];
    const asked = new Set<Answer>();
    const resolve: Resolve = async (question, cancel) => {
      const answer = await once.resolve(question, cancel);
      asked.add(answer);
      return answer;
    };
    return [{ area, asked, found: check({ name, ports: { ...ports, resolve }, options, signal }) }];
  });
  const areas: AreaResult[] = [];
  const shown = new Set<Answer>();
  for (const { area, asked, found } of running) {
    const given = await found;
    // In the order of asking, which the answers need not have come in.
    const answers = once.answers().filter((answer) => asked.has(answer) && !shown.has(answer));
    for (const answer of answers) shown.add(answer);
    const result = areaOf(area, given, answers);
    areas.push(result);
    onArea(result);
  }
  return {
    name,
    started,
    elapsed: ports.clock.now() - started,
    areas,
    cancelled: signal.aborted,
    questions: once.answers().length,
    refused: budget.refused(),
  };
}

/** One area that was looked at by itself: its findings, the heaviest first, and the answers that they rest on. */
export function areaOf(area: Section, found: readonly Finding[], answers: readonly Answer[]): AreaResult {
  const all = apart(found);
  const findings = mostTelling(all);
  return { area, findings, left: all.length - findings.length, answers };
}

/** The heaviest first, and each once: a name that many records lead to is told once of all. */
function apart(found: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of found) {
    const key = `${finding.code} ${finding.about} ${JSON.stringify(finding.data)}`;
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()].sort((a, b) => weight(a) - weight(b));
}

/** As many as are told, in their order: one of each code at least, however light, then the heaviest. */
function mostTelling(all: readonly Finding[]): readonly Finding[] {
  if (all.length <= MOST_FINDINGS) return all;
  const codes = new Set<string>();
  const firsts = all.filter(({ code }) => !codes.has(code) && codes.add(code));
  const chosen = new Set(firsts);
  for (const finding of all) {
    if (chosen.size >= MOST_FINDINGS) break;
    chosen.add(finding);
  }
  return all.filter((finding) => chosen.has(finding));
}

const weight = ({ level }: Finding): number => FINDING_LEVELS.indexOf(level);
