import type { Told } from '../core/dns/told.ts';
import { defined } from '../core/text/defined.ts';
import type { CancelSignal, Ports, RecordType } from '../probes/ports.ts';
import { againstTicket } from './againstTicket.ts';
import type { Area } from './areas.ts';
import { askAgain, type ToldAnswer } from './askAgain.ts';
import { type AreaResult, type CheckResult, runChecks } from './check.ts';
import { checksOf } from './checksOf.ts';
import type { CheckOptions } from './context.ts';
import { type AskedTarget, RECORD_TYPES } from './target.ts';

export interface Asking<Options> {
  /**
   * Asks what belongs to a domain, an address or a look-up, and what differs from what a ticket says (`told`). Never
   * rejects.
   */
  check(
    target: AskedTarget,
    options: Options & CheckOptions & { readonly areas?: readonly Area[]; readonly told?: readonly Told[] },
    signal: CancelSignal,
    onArea?: (result: AreaResult) => void,
  ): Promise<CheckResult>;
  /** Asks what a text has the answer of, and says what differs. Never rejects. */
  askTold(
    told: ToldAnswer,
    options: Options,
    signal: CancelSignal,
    onArea?: (result: AreaResult) => void,
  ): Promise<CheckResult>;
}

/** Checks over a network that is made of options. */
export const asking = <Options>(createPorts: (options: Options) => Ports): Asking<Options> => ({
  check(target, options, signal, onArea) {
    const onlySelectors = target.kind === 'domain' ? target.selectors : undefined;
    const all = { ...options, ...defined({ onlySelectors }) };
    const told = (options.told ?? []).flatMap((one) => (isRecordType(one.type) ? [{ ...one, type: one.type }] : []));
    const checks = new Map(checksOf(target, options.areas));
    if (told.length > 0) checks.set('ticket', againstTicket(told));
    return runChecks(target.name, checks, createPorts(options), signal, all, onArea);
  },
  askTold: (told, options, signal, onArea) =>
    runChecks(told.name, new Map([['record', askAgain(told)]]), createPorts(options), signal, {}, onArea),
});

const isRecordType = (type: string): type is RecordType => RECORD_TYPES.some((one) => one === type);
